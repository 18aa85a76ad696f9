// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/filelock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <QFile>

namespace window {

FileLock::~FileLock() {
    if (held()) ::close(m_handle);
}

bool FileLock::take(const QString& path) {
    if (held()) return true;
    constexpr int mode = O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK;
    const int handle = ::open(QFile::encodeName(path).constData(), mode, 0600);
    if (handle < 0) return false;
    if (::flock(handle, LOCK_EX | LOCK_NB) != 0) {
        ::close(handle);
        return false;
    }
    m_handle = handle;
    return true;
}

}  // namespace window
