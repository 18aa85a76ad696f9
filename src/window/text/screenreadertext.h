// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTimer>
#include <functional>

#include "session/wording/alttext.h"

namespace model {
class Experiment;
}

namespace window {

/// What a screen reader says of a widget that is painted, as the accessible interfaces of
/// installAccessibility() ask for it. Making the words may cost something: it is done when somebody
/// asks. A child of its widget.
class ScreenReaderText : public QObject {
    Q_OBJECT

public:
    enum class Part {
        Text,   ///< all there is to say
        Value,  ///< the same in a few words; may be empty
    };
    using Words = std::function<QString(Part)>;

    ScreenReaderText(QWidget* widget, Words words);

    /// The account of a widget, or null.
    static const ScreenReaderText* of(const QWidget& widget);
    QString words(Part part) const { return m_words(part); }

    /// The words may be others now. Who listens is told once they have rested for a moment, and
    /// only of others.
    void changed() { m_rest.start(); }
    /// The words are about to change for a while: nothing is told before changed().
    void hold() { m_rest.stop(); }

Q_SIGNALS:
    /// Who listens was told that these are the words now.
    void announced(const QString& words);

private:
    void announce();

    Words m_words;
    QString m_announced;
    QTimer m_rest;
};

/// Gives a picture of an experiment an account of the moment that it shows; it keeps silent while
/// the ball rolls by itself.
void giveAccount(QWidget* picture, const model::Experiment& experiment,
                 std::function<QString(session::Moment moment)> words);

}  // namespace window
