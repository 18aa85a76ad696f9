// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

#include "session/session.h"

class QWidget;

namespace window {

struct Preferences;

/// The file of a window's session: opens, saves, and knows what is not saved yet. Asks the person
/// in dialogs over the window. Whatever goes wrong is told in one sentence and changes nothing.
class Document : public QObject {
    Q_OBJECT

public:
    /// `window` and `preferences`, where files are remembered, outlive this.
    Document(const session::Session& session, QWidget& window, Preferences& preferences);

    /// Empty until there is a file.
    const QString& path() const { return m_path; }
    const session::Session& session() const { return m_session; }
    bool modified() const { return m_session != m_saved; }
    /// The session is now this one.
    void setSession(const session::Session& session);
    /// The session came from this file, or from none.
    void adopt(const session::Session& session, const QString& path);
    /// The session came back after a crash: it is not saved anywhere.
    void recover(const session::Session& session);

    /// True when nothing is lost by leaving the session: it is saved, or was saved now, or is not
    /// wanted.
    bool mayLeave();

public Q_SLOTS:
    void startAnew();
    void open();
    void openFile(const QString& path);
    void openFromClipboard();
    /// False when it was not saved.
    bool save();
    bool saveAs();
    void copyCommand() const;
    void copyLink() const;

Q_SIGNALS:
    /// Another session takes the place of the one before.
    void opened(const session::Session& session);
    /// path() or modified() may have changed.
    void changed();
    /// What was done, in a few words.
    void told(const QString& words);

private:
    bool saveTo(const QString& path);
    void replace(const session::Session& session, const QString& path);
    void warn(const QString& title, const QString& fault) const;

    QWidget& m_window;
    Preferences& m_preferences;
    QString m_path;
    session::Session m_session;
    session::Session m_saved;
};

}  // namespace window
