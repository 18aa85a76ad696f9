// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileInfo>
#include <QObject>
#include <QTimer>
#include <future>
#include <optional>

#include "files/filelock.h"
#include "session/session.h"

namespace model {

/// What a crash left behind.
struct Recovered {
    std::optional<session::Session> session;
    QString file;  ///< where the person keeps it; empty: nowhere yet
    /// On each file that could not be read: why, and where it is now. Empty when all is well.
    QString note;
};

/// Keeps the session of one window on disk while the window is open, to bring it back after a
/// crash.
///
/// Each Autosave has a file of its own, beside a lock that the system releases when the process
/// ends, however it ends: a file whose lock is free was left by a crash. Writing happens on a
/// thread of its own; all else belongs to the thread that made the object.
class Autosave : public QObject {
    Q_OBJECT

public:
    static constexpr int delay = 500;  ///< milliseconds from a change to its writing

    /// Where the sessions of open windows are kept.
    static QString usualFolder();

    explicit Autosave(const QString& folder = usualFolder(), QObject* parent = nullptr);
    /// A clean end: removes the file.
    ~Autosave() override;

    /// Takes over the latest session that a crash left; windows that are open keep theirs. What
    /// cannot be read is set aside in a folder beside this one, what was not the latest, or could
    /// not be moved, waits for the next start. Call it before the first keep().
    Recovered recover();

    /// The session changed, or the file in which the person keeps it (empty: none); it is on disk,
    /// whole, at most 2 seconds later.
    void keep(const session::Session& session, const QString& file = {});

Q_SIGNALS:
    /// The session cannot be kept; one sentence, told once.
    void failed(const QString& fault);

private:
    QString file() const;
    QString secure();
    void takeOver(const QString& left);
    QString setAside(const QFileInfo& left) const;
    void write();
    void tell(const QString& fault);

    QString m_folder;
    QString m_name;
    files::FileLock m_lock;
    QTimer m_timer;
    std::optional<session::Session> m_pending;
    QString m_pendingFile;
    std::future<QString> m_writing;  ///< the fault of the write that goes on, or empty
    bool m_hasFailed = false;
};

}  // namespace model
