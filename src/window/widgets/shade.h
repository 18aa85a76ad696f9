// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QTimer>
#include <QWidget>

class QLabel;

namespace window {

/// Dims a picture that is no longer of what is typed, and says of what it still is. It comes only
/// once a person pauses, so that nothing flickers while they type, and lets the mouse through.
class Shade : public QWidget {
    Q_OBJECT

public:
    explicit Shade(QWidget* picture);

    /// The colours of the picture.
    void setColours(const QColor& ground, const QColor& text);
    /// To be called with each key: shows the note, a plain text, after the next pause.
    void await(const QString& note);
    /// The same, but nothing of the picture is seen any more: it is of something else.
    void cover(const QString& note);
    void lift();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void fit();

    QLabel* m_note;
    QColor m_ground;
    bool m_covers = false;
    QTimer m_pause;
};

}  // namespace window
