// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/savewhole.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "files/paths.h"

namespace files {

namespace {

struct SaveWhole {
    Q_DECLARE_TR_FUNCTIONS(SaveWhole)
};

QString deniedBy(const QString& folder) {
    return SaveWhole::tr("Permission denied for the folder %1").arg(pathName(folder));
}

QString obstacle(const QFileInfo& target) {
    const QFileInfo folder(target.absolutePath());
    if (target.fileName().isEmpty() || target.isDir()) return SaveWhole::tr("it is a folder");
    if (const QString closed = closedFolder(target.filePath()); !closed.isEmpty()) {
        return deniedBy(closed);
    }
    if (!folder.isDir()) {
        return SaveWhole::tr("the folder %1 does not exist").arg(pathName(folder.filePath()));
    }
    if (target.exists() && !target.isFile()) return SaveWhole::tr("it is not a regular file");
    return {};
}

/// Follows links, also one that leads nowhere yet.
QString targetOf(const QString& path) {
    constexpr int mostLinks = 40;
    QFileInfo target(path);
    for (int i = 0; i < mostLinks && target.isSymLink(); ++i) {
        target = QFileInfo(target.symLinkTarget());
    }
    return target.absoluteFilePath();
}

QByteArray folderOf(const QByteArray& target) {
    return target.left(std::max<qsizetype>(target.lastIndexOf('/'), 1));
}

/// What freshName() makes, for QDir.
QString hiddenNames() {
    return QStringLiteral(".thalweg-") + QStringLiteral("[0-9a-f]").repeated(16) +
           QStringLiteral(".part");
}

/// A name in the target's folder that nobody else uses, however long the target's own name is.
QByteArray freshName(const QByteArray& target) {
    const QByteArray number = QByteArray::number(QRandomGenerator::system()->generate64(), 16);
    return folderOf(target) + "/.thalweg-" + number.rightJustified(16, '0') + ".part";
}

/// Removes the hidden files that this person's killed programs have left in the folder: nobody
/// holds their locks.
void sweep(const QByteArray& folder) {
    const QDir left(QFile::decodeName(folder));
    for (const QString& name : left.entryList({hiddenNames()}, QDir::Files | QDir::Hidden)) {
        const QByteArray path = QFile::encodeName(left.filePath(name));
        const int descriptor = ::open(path.constData(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
        struct stat status {};
        if (descriptor >= 0 && ::flock(descriptor, LOCK_EX | LOCK_NB) == 0 &&
            ::fstat(descriptor, &status) == 0 && status.st_uid == ::geteuid()) {
            ::unlink(path.constData());
        }
        if (descriptor >= 0) ::close(descriptor);
    }
}

/// Zero, or an error. With space for this many bytes nothing that is written there can fail for
/// want of it; without it the file keeps its size.
int reserve(int descriptor, qint64 size) {
    struct stat before {};
    if (::fstat(descriptor, &before) != 0) return errno;
    const int error = size > 0 ? ::posix_fallocate(descriptor, 0, size) : 0;
    if (error != 0) (void)!::ftruncate(descriptor, before.st_size);
    return error;
}

/// Zero, or an error.
int copy(int from, int to, qint64 size) {
    for (off_t place = 0; place < size;) {
        const auto left = static_cast<std::size_t>(size - place);
        const ssize_t copied = ::sendfile(to, from, &place, left);
        if (copied < 0 && errno != EINTR) return errno;
        if (copied == 0) return EIO;
    }
    return 0;
}

bool lacksNamelessFiles(int error) {
    return error == EOPNOTSUPP || error == EISDIR || error == EINVAL;
}

constexpr mode_t usualMode = 0666;

}  // namespace

WholeFile::WholeFile(const QString& path) : m_path(path) {}

WholeFile::~WholeFile() {
    if (m_descriptor >= 0) ::close(m_descriptor);
    if (!m_name.isEmpty()) ::unlink(m_name.constData());
}

bool WholeFile::fail(const QString& reason) {
    if (m_fault.isEmpty()) m_fault = failure(m_path, reason);
    return false;
}

/// Making a file in the folder has failed.
bool WholeFile::failInFolder(int error) {
    const QString folder = QFileInfo(targetOf(m_path)).absolutePath();
    if (error == EACCES || error == EPERM) return fail(deniedBy(folder));
    if (error != ENOENT) return failWith(error);
    // Those of /proc are there, and take no file.
    return fail(SaveWhole::tr("no file can be made in the folder %1").arg(pathName(folder)));
}

bool WholeFile::failWith(int error) {
    return fail(QString::fromLocal8Bit(std::strerror(error)));
}

bool WholeFile::open() {
    const QString target = targetOf(m_path);
    if (const QString reason = obstacle(QFileInfo(target)); !reason.isEmpty()) return fail(reason);
    // QFileInfo makes nothing of a final slash.
    if (m_path.endsWith(QLatin1Char('/'))) return fail(SaveWhole::tr("it is a folder"));
    m_target = QFile::encodeName(target);
    struct stat old {};
    const bool exists = ::stat(m_target.constData(), &old) == 0;
    if (!exists && errno != ENOENT) return failWith(errno);
    if (exists && ::faccessat(AT_FDCWD, m_target.constData(), W_OK, AT_EACCESS) != 0) {
        return failWith(errno);
    }
    sweep(folderOf(m_target));
    m_descriptor = openNameless();
    if (m_descriptor < 0 && lacksNamelessFiles(errno)) m_descriptor = openHidden();
    if (m_descriptor < 0) return failInFolder(errno);
    m_inPlace = exists && (old.st_nlink > 1 || !resemble(old));
    return true;
}

/// A descriptor, or -1 with errno.
int WholeFile::openNameless() const {
    // Such a file gets its name through /proc, which a bare root directory lacks.
    if (::access("/proc/self/fd", X_OK) != 0) {
        errno = EOPNOTSUPP;
        return -1;
    }
    constexpr int mode = O_TMPFILE | O_RDWR | O_CLOEXEC;
    const int descriptor = ::open(folderOf(m_target).constData(), mode, usualMode);
    if (descriptor >= 0) ::flock(descriptor, LOCK_EX);
    return descriptor;
}

/// A descriptor, or -1 with errno. Held by a lock, so that no sweep() takes it for a dead one.
int WholeFile::openHidden() {
    constexpr int mode = O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC;
    for (;;) {
        m_name = freshName(m_target);
        const int descriptor = ::open(m_name.constData(), mode, usualMode);
        if (descriptor < 0) {
            m_name.clear();
            return -1;
        }
        ::flock(descriptor, LOCK_EX);
        struct stat status {};
        if (::fstat(descriptor, &status) != 0 || status.st_nlink > 0) return descriptor;
        ::close(descriptor);  // swept away before it was held
    }
}

/// Takes over owner and mode; false where that is not permitted.
bool WholeFile::resemble(const struct stat& old) const {
    struct stat made {};
    if (::fstat(m_descriptor, &made) != 0) return false;
    const bool sameOwner = made.st_uid == old.st_uid && made.st_gid == old.st_gid;
    if (!sameOwner && ::fchown(m_descriptor, old.st_uid, old.st_gid) != 0) return false;
    return ::fchmod(m_descriptor, old.st_mode & 07777) == 0;
}

bool WholeFile::write(const char* data, qint64 size) {
    if (!m_fault.isEmpty()) return false;
    const qint64 end = m_place + size;
    while (m_place < end) {
        const auto left = static_cast<std::size_t>(end - m_place);
        const ssize_t written = ::pwrite(m_descriptor, data, left, m_place);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return failWith(errno);
        if (written == 0) return fail(SaveWhole::tr("the disk is full"));
        data += written;
        m_place += written;
    }
    m_size = std::max(m_size, m_place);
    return true;
}

bool WholeFile::commit() {
    if (!m_fault.isEmpty()) return false;
    struct stat status {};
    if (::fsync(m_descriptor) != 0 || ::fstat(m_descriptor, &status) != 0) return failWith(errno);
    if (status.st_size != m_size) return fail(SaveWhole::tr("the disk is full"));
    return m_inPlace ? overwrite() : rename();
}

bool WholeFile::overwrite() {
    const int target = ::open(m_target.constData(), O_WRONLY | O_CLOEXEC);
    if (target < 0) return failWith(errno);
    int error = reserve(target, m_size);
    if (error == 0) error = copy(m_descriptor, target, m_size);
    if (error == 0 && (::ftruncate(target, m_size) != 0 || ::fsync(target) != 0)) error = errno;
    ::close(target);
    return error == 0 || failWith(error);
}

/// A link cannot replace a file; a renamed file can, in one stroke.
bool WholeFile::rename() {
    if (m_name.isEmpty()) {
        const QByteArray open = "/proc/self/fd/" + QByteArray::number(m_descriptor);
        const QByteArray name = freshName(m_target);
        if (::linkat(AT_FDCWD, open.constData(), AT_FDCWD, name.constData(), AT_SYMLINK_FOLLOW) !=
            0) {
            return failWith(errno);
        }
        m_name = name;
    }
    if (::rename(m_name.constData(), m_target.constData()) != 0) return failWith(errno);
    m_name.clear();
    return true;
}

QString failure(const QString& path, const QString& reason) {
    return SaveWhole::tr("Cannot write %1: %2.").arg(pathName(path), reason);
}

QString outOfMemory(const QString& path) {
    return failure(path, SaveWhole::tr("there is not enough memory"));
}

QString saveWhole(const QString& path, const QByteArray& content) {
    WholeFile file(path);
    if (file.open() && file.write(content.constData(), content.size())) file.commit();
    return file.fault();
}

}  // namespace files
