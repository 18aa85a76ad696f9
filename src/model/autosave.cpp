// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/autosave.h"

#include <QDir>
#include <QStandardPaths>
#include <QUuid>
#include <system_error>

#include "files/paths.h"
#include "files/savewhole.h"
#include "session/json.h"
#include "session/sessionfile.h"
#include "session/wording/wording.h"

namespace model {

namespace {

QString sessionPath(const QString& folder, const QString& name) {
    return folder + QLatin1Char('/') + name + QLatin1String(session::sessionSuffix);
}

QString lockPath(const QString& folder, const QString& name) {
    return folder + QLatin1Char('/') + name + QStringLiteral(".lock");
}

/// Moves the file out of the way, under its own name or, if that is taken, one with a number. An
/// empty string when it stays where it is.
QString movedInto(const QString& folder, const QFileInfo& file) {
    if (!QDir().mkpath(folder)) return {};
    const QString stem = folder + QLatin1Char('/') + file.completeBaseName();
    QString path = stem + QLatin1String(session::sessionSuffix);
    for (int n = 2; QFile::exists(path); ++n) {
        path = stem + QStringLiteral("-%1").arg(n) + QLatin1String(session::sessionSuffix);
    }
    return QFile::rename(file.filePath(), path) ? path : QString();
}

/// The name of the member that is added to a session file; whoever reads sessions ignores it.
constexpr char kept[] = "kept as";

QByteArray content(const session::Session& session, const QString& file) {
    QByteArray whole = session::toFile(session);
    const qsizetype end = whole.lastIndexOf('\n', whole.lastIndexOf('}'));
    return whole.insert(end, QByteArray(",\n  \"") + kept + "\": " + session::jsonString(file));
}

/// Of a session that was opened.
QString fileOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    const auto members = session::jsonMembers(file.readAll());
    if (!members) return {};
    for (const session::JsonMember& member : *members) {
        if (member.name == QLatin1String(kept)) return member.value.toString();
    }
    return {};
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
    if (!m_lock.held()) return;
    QFile::remove(file());
    // The last, because the session is up for grabs without it.
    QFile::remove(lockPath(m_folder, m_name));
}

Recovered Autosave::recover() {
    Recovered found;
    const QStringList patterns{QLatin1Char('*') + QLatin1String(session::sessionSuffix)};
    const QDir::Filters ownFiles = QDir::Files | QDir::NoSymLinks;
    for (const QFileInfo& left : QDir(m_folder).entryInfoList(patterns, ownFiles, QDir::Time)) {
        const QString lockFile = lockPath(m_folder, left.completeBaseName());
        files::FileLock lock;
        if (left.completeBaseName() == m_name || !lock.take(lockFile)) continue;
        if (QFile::exists(left.filePath())) {  // else another window took it a moment ago
            auto opened = session::openSession(left.filePath());
            if (opened) {
                found.session = std::move(opened).value();
                found.file = fileOf(left.filePath());
                takeOver(left.filePath());
            } else {
                if (!found.note.isEmpty()) found.note += QLatin1Char(' ');
                found.note += opened.error() + QLatin1Char(' ') + setAside(left);
            }
        }
        QFile::remove(lockFile);
        if (found.session) break;
    }
    return found;
}

/// Renamed, there is no moment in which a crash would lose it. What cannot be renamed stays where
/// it is, for the next start.
void Autosave::takeOver(const QString& left) {
    if (secure().isEmpty()) QFile::rename(left, file());
}

/// A sentence that says where it is now.
QString Autosave::setAside(const QFileInfo& left) const {
    const QString folder = QFileInfo(m_folder).absolutePath() + QStringLiteral("/set-aside");
    const QString path = movedInto(folder, left);
    return path.isEmpty() ? tr("It stays where it is.")
                          : tr("It was set aside as %1.").arg(files::pathName(path));
}

void Autosave::keep(const session::Session& session, const QString& file) {
    m_pending = session;
    m_pendingFile = file;
    if (!m_timer.isActive()) m_timer.start();
}

QString Autosave::file() const {
    return sessionPath(m_folder, m_name);
}

/// Claims the name for this object before there is a file that another could take for one left by a
/// crash; again when somebody has removed the folder.
QString Autosave::secure() {
    QDir().mkpath(m_folder);
    if (m_lock.take(lockPath(m_folder, m_name))) return {};
    return tr("Nothing will be there after a crash: the folder %1 cannot be written to.")
        .arg(files::pathName(m_folder));
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
        m_writing = std::async(std::launch::async,
                               [path = file(), whole = content(*m_pending, m_pendingFile)] {
                                   return files::saveWhole(path, whole);
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

}  // namespace model
