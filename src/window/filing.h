// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include "model/neighbours.h"

class QDir;
class QWidget;

namespace model {
class Document;
}

namespace window {

/// How a person opens and saves the session of a window: asks in dialogs over the window. Whatever
/// goes wrong is told in one sentence and changes nothing.
class Filing : public QObject {
    Q_OBJECT

public:
    /// Both outlive this.
    Filing(model::Document& document, QWidget& window);

    /// True when nothing is lost by leaving the session: it is saved, or was saved now, or is not
    /// wanted.
    bool mayLeave();

public Q_SLOTS:
    void startAnew();
    void open();
    void openFile(const QString& path);
    /// The session before or after this one in its folder, past those that cannot be read.
    void openBeside(model::Beside side);
    void openFromClipboard();
    /// False when it was not saved.
    bool save();
    bool saveAs();
    void copyCommand();
    void copyLink();

Q_SIGNALS:
    /// What was done, in a few words.
    void told(const QString& words);

private:
    QString askForPath(QDir& folder, const QString& name);
    bool mayReplace(const QString& path) const;
    bool saveTo(const QString& path);
    void warn(const QString& title, const QString& fault) const;

    model::Document& m_document;
    QWidget& m_window;
};

}  // namespace window
