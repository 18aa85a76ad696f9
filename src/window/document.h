// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QString>

#include "model/neighbours.h"
#include "session/session.h"

class QDir;
class QWidget;

namespace model {
struct Preferences;
}

namespace window {

/// The file of a window's session: opens, saves, and knows what is not saved yet. Asks the person
/// in dialogs over the window. Whatever goes wrong is told in one sentence and changes nothing.
class Document : public QObject {
    Q_OBJECT

public:
    /// All that it knows, to come back to.
    struct State {
        QString path;
        session::Session session;
        session::Session saved;          ///< in the file
        QList<session::Session> chosen;  ///< adopted without a file
    };

    /// `window` and `preferences`, where files are remembered, outlive this.
    Document(const session::Session& session, QWidget& window, model::Preferences& preferences);

    /// Empty until there is a file.
    const QString& path() const { return m_state.path; }
    /// What its file is called, without the suffix of sessions, or untitled().
    QString name() const;
    /// A set-up that was chosen, not made, needs no saving while there is no file, whichever view
    /// shows it.
    bool modified() const;
    /// The session is now this one.
    void setSession(const session::Session& session);
    /// Where the ball stands now, for what is written; nobody has to save that.
    void setStanding(const session::Standing& standing) { m_standing = standing; }
    /// The session as it is written, with where the ball stands.
    session::Session written() const;
    /// The session came from this file, or from none.
    void adopt(const session::Session& session, const QString& path);
    const State& state() const { return m_state; }
    void setState(const State& state);
    /// The session came back after a crash. It was kept in this file, which may hold another by
    /// now or be gone, or in none: then it is not saved anywhere.
    void recover(const session::Session& session, const QString& path);

    /// True when nothing is lost by leaving the session: it is saved, or was saved now, or is not
    /// wanted.
    bool mayLeave();

    /// Where a person looks for files first; empty: anywhere.
    QString usualFolder() const;

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
    /// Another session takes the place of the one before.
    void opened(const session::Session& session);
    /// The files that are remembered are others, or in another order.
    void filesRemembered();
    /// path() or modified() may have changed.
    void changed();
    /// What was done, in a few words.
    void told(const QString& words);

private:
    QString askForPath(QDir& folder, const QString& name);
    bool mayReplace(const QString& path) const;
    bool saveTo(const QString& path);
    void replace(const session::Session& session, const QString& path);
    void warn(const QString& title, const QString& fault) const;

    QWidget& m_window;
    model::Preferences& m_preferences;
    State m_state;
    session::Standing m_standing;
};

}  // namespace window
