// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/autosave.h"

#include <QDir>
#include <QStandardPaths>
#include <QUuid>
#include <cstdio>
#include <system_error>

#include "output/savewhole.h"
#include "session/sessionfile.h"

namespace window {

namespace {

QString sessionPath(const QString& folder, const QString& name) {
    return folder + QLatin1Char('/') + name + QLatin1String(session::sessionSuffix);
}

QString lockPath(const QString& folder, const QString& name) {
    return folder + QLatin1Char('/') + name + QStringLiteral(".lock");
}

/// With what a write that was cut short has left beside the session; the lock last, because the
/// session is up for grabs without it.
void removeAll(const QString& folder, const QString& name) {
    QFile::remove(sessionPath(folder, name));
    const QString lock = lockPath(folder, name);
    for (const QFileInfo& left :
         QDir(folder).entryInfoList({name + QStringLiteral(".*")}, QDir::Files)) {
        if (left.filePath() != lock) QFile::remove(left.filePath());
    }
    QFile::remove(lock);
}

}  // namespace

QString Autosave::usualFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) +
           QStringLiteral("/open");
}

Autosave::Autosave(const QString& folder, QObject* parent)
    : QObject(parent), m_folder(folder), m_name(QUuid::createUuid().toString(QUuid::Id128)) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(delay);
    connect(&m_timer, &QTimer::timeout, this, &Autosave::write);
}

Autosave::~Autosave() {
    if (m_writing.valid()) m_writing.wait();
    if (m_lock.held()) removeAll(m_folder, m_name);
}

Recovered Autosave::recover() {
    Recovered found;
    const QStringList patterns{QLatin1Char('*') + QLatin1String(session::sessionSuffix)};
    const QDir folder(m_folder);
    for (const QFileInfo& left : folder.entryInfoList(patterns, QDir::Files, QDir::Time)) {
        const QString name = left.completeBaseName();
        FileLock lock;
        if (name == m_name || !lock.take(lockPath(m_folder, name))) continue;
        if (QFile::exists(left.filePath())) {  // else another window took it a moment ago
            auto opened = session::openSession(left.filePath());
            if (opened) {
                found.session = std::move(opened).value();
            } else {
                found.note = opened.error();
            }
        }
        if (!found.session || takeOver(left.filePath())) removeAll(m_folder, name);
        if (found.session) break;
    }
    return found;
}

/// Renamed, there is no moment in which a crash would lose it. False when it stays where it is.
bool Autosave::takeOver(const QString& left) {
    return secure().isEmpty() && std::rename(QFile::encodeName(left).constData(),
                                             QFile::encodeName(file()).constData()) == 0;
}

void Autosave::keep(const session::Session& session) {
    m_pending = session;
    if (!m_timer.isActive()) m_timer.start();
}

QString Autosave::file() const {
    return sessionPath(m_folder, m_name);
}

/// Claims the name for this object before there is a file that another could take for one left by a
/// crash.
QString Autosave::secure() {
    if (!m_lock.held()) QDir().mkpath(m_folder);
    if (m_lock.take(lockPath(m_folder, m_name))) return {};
    return tr("Nothing will be there after a crash: the folder %1 cannot be written to.")
        .arg(QDir::toNativeSeparators(m_folder));
}

/// Each write is followed by another call, which learns how it ended.
void Autosave::write() {
    if (m_writing.valid()) {
        if (m_writing.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
            return m_timer.start();
        }
        tell(m_writing.get());
    }
    if (!m_pending) return;
    if (const QString fault = secure(); !fault.isEmpty()) {
        m_pending.reset();
        return tell(fault);
    }
    m_timer.start();
    try {
        m_writing =
            std::async(std::launch::async, [path = file(), content = session::toFile(*m_pending)] {
                return output::saveWhole(path, content);
            });
        m_pending.reset();
    } catch (const std::system_error&) {  // no thread to be had; the next call tries again
        tell(tr("Nothing will be there after a crash: the system is too busy to write."));
    }
}

void Autosave::tell(const QString& fault) {
    if (fault.isEmpty() || m_hasFailed) return;
    m_hasFailed = true;
    Q_EMIT failed(fault);
}

}  // namespace window
