// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/filelock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QFile>

namespace files {

namespace {

/// Whether the path still leads to the open file.
bool leadsTo(const QByteArray& path, int handle) {
    struct stat there {};
    struct stat held {};
    return ::stat(path.constData(), &there) == 0 && ::fstat(handle, &held) == 0 &&
           there.st_dev == held.st_dev && there.st_ino == held.st_ino;
}

}  // namespace

FileLock::~FileLock() {
    release();
}

bool FileLock::take(const QString& path) {
    const QByteArray name = QFile::encodeName(path);
    if (held() && leadsTo(name, m_handle)) return true;
    release();
    constexpr int mode = O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK;
    m_handle = ::open(name.constData(), mode, 0600);
    if (!held()) return false;
    if (::flock(m_handle, LOCK_EX | LOCK_NB) == 0 && leadsTo(name, m_handle)) return true;
    release();
    return false;
}

void FileLock::release() {
    if (held()) ::close(m_handle);
    m_handle = -1;
}

}  // namespace files
