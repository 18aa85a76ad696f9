// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QString>
#include <optional>

#include "model/neighbours.h"
#include "session/session.h"

namespace model {

struct Preferences;

/// The session of a window and its file: reads and writes it, and knows what is not saved yet.
/// Whatever goes wrong is told in one sentence and changes nothing.
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

    /// What lies beside the session in its folder.
    struct Neighbour {
        QString path;
        std::optional<session::Session> session;  ///< in it; nothing where none can be read
        QString fault;  ///< why one that is nearer, the last of them, cannot be read; may be empty
    };

    /// `preferences`, where files are remembered, outlives this.
    Document(const session::Session& session, Preferences& preferences, QObject* parent = nullptr);

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

    /// As adopt(), and tells that another session is opened.
    void open(const session::Session& session, const QString& path);
    /// Opens the session in this file. Returns the fault, or an empty string.
    QString openFile(const QString& path);
    /// The nearest session before or after this one in its folder that can be read.
    Neighbour neighbour(Beside side) const;
    /// Saving in this file loses what this session has not put there.
    bool wouldReplace(const QString& path) const;
    /// Writes the session into this file, which is its own from then on. Returns the fault, or an
    /// empty string.
    QString saveTo(const QString& path);
    /// This file is no longer one to open.
    void forget(const QString& path);

    /// Where a person looks for files first: where the session is, or else the last that was opened
    /// or saved; empty: anywhere.
    QString usualFolder() const;

Q_SIGNALS:
    /// Another session takes the place of the one before.
    void opened(const session::Session& session);
    /// The files that are remembered are others, or in another order.
    void filesRemembered();
    /// path() or modified() may have changed.
    void changed();

private:
    Preferences& m_preferences;
    State m_state;
    session::Standing m_standing;
};

}  // namespace model
