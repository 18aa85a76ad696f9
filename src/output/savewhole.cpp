// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/savewhole.h"

#include <fcntl.h>
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

namespace output {

namespace {

struct SaveWhole {
    Q_DECLARE_TR_FUNCTIONS(SaveWhole)
};

QString obstacle(const QFileInfo& target) {
    const QFileInfo folder(target.absolutePath());
    if (target.fileName().isEmpty() || target.isDir()) return SaveWhole::tr("it is a folder");
    if (!folder.isDir()) {
        return SaveWhole::tr("the folder %1 does not exist")
            .arg(QDir::toNativeSeparators(folder.filePath()));
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

/// A name in the target's folder that nobody else uses, however long the target's own name is.
QByteArray freshName(const QByteArray& target) {
    return folderOf(target) + "/.thalweg-" +
           QByteArray::number(QRandomGenerator::system()->generate64(), 36);
}

bool lacksNamelessFiles(int error) {
    return error == EOPNOTSUPP || error == EISDIR || error == EINVAL;
}

/// A nameless file gets its name through /proc, which a bare root directory lacks.
bool canNameFiles() {
    return ::access("/proc/self/fd", X_OK) == 0;
}

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

bool WholeFile::failWithErrno() {
    return fail(QString::fromLocal8Bit(std::strerror(errno)));
}

bool WholeFile::open() {
    const QString target = targetOf(m_path);
    if (const QString reason = obstacle(QFileInfo(target)); !reason.isEmpty()) return fail(reason);
    // QFileInfo makes nothing of a final slash.
    if (m_path.endsWith(QLatin1Char('/'))) return fail(SaveWhole::tr("it is a folder"));
    m_target = QFile::encodeName(target);
    struct stat status {};
    const bool exists = ::stat(m_target.constData(), &status) == 0;
    if (!exists && errno != ENOENT) return failWithErrno();
    if (exists && ::access(m_target.constData(), W_OK) != 0) return failWithErrno();

    constexpr mode_t usual = 0666;
    const bool nameless = canNameFiles();
    if (nameless) {
        m_descriptor =
            ::open(folderOf(m_target).constData(), O_TMPFILE | O_WRONLY | O_CLOEXEC, usual);
    }
    if (!nameless || (m_descriptor < 0 && lacksNamelessFiles(errno))) {
        m_name = freshName(m_target);
        m_descriptor = ::open(m_name.constData(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, usual);
        if (m_descriptor < 0) m_name.clear();
    }
    if (m_descriptor < 0) return failWithErrno();
    if (exists && ::fchmod(m_descriptor, status.st_mode & 0777) != 0) return failWithErrno();
    return true;
}

bool WholeFile::write(const char* data, qint64 size) {
    if (!m_fault.isEmpty()) return false;
    const qint64 end = m_place + size;
    while (m_place < end) {
        const auto left = static_cast<std::size_t>(end - m_place);
        const ssize_t written = ::pwrite(m_descriptor, data, left, m_place);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return failWithErrno();
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
    if (::fsync(m_descriptor) != 0 || ::fstat(m_descriptor, &status) != 0) return failWithErrno();
    if (status.st_size != m_size) return fail(SaveWhole::tr("the disk is full"));
    return rename();
}

/// A link cannot replace a file; a renamed file can, in one stroke.
bool WholeFile::rename() {
    if (m_name.isEmpty()) {
        const QByteArray open = "/proc/self/fd/" + QByteArray::number(m_descriptor);
        const QByteArray name = freshName(m_target);
        if (::linkat(AT_FDCWD, open.constData(), AT_FDCWD, name.constData(), AT_SYMLINK_FOLLOW) !=
            0) {
            return failWithErrno();
        }
        m_name = name;
    }
    if (::rename(m_name.constData(), m_target.constData()) != 0) return failWithErrno();
    m_name.clear();
    return true;
}

QString failure(const QString& path, const QString& reason) {
    return SaveWhole::tr("Cannot write %1: %2.").arg(QDir::toNativeSeparators(path), reason);
}

QString outOfMemory(const QString& path) {
    return failure(path, SaveWhole::tr("there is not enough memory"));
}

QString saveWhole(const QString& path, const QByteArray& content) {
    WholeFile file(path);
    if (file.open() && file.write(content.constData(), content.size())) file.commit();
    return file.fault();
}

}  // namespace output
