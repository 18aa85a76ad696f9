// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <QFile>
#include <QTemporaryDir>
#include <csignal>

/// No file may grow beyond this, as if the disk were full.
class FileLimit {
public:
    explicit FileLimit(rlim_t most) {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{most, m_before.rlim_max};
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileLimit() {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(FileLimit)

private:
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};

/// Nobody's rights instead of root's, for folders that are read-only.
class Nobody {
public:
    Nobody() { m_changed = ::geteuid() == 0 && ::seteuid(65534) == 0; }
    ~Nobody() {
        if (m_changed && ::seteuid(0) != 0) qFatal("cannot become root again");
    }
    Q_DISABLE_COPY_MOVE(Nobody)

private:
    bool m_changed = false;
};

/// A file system of 64 KiB that is unmounted at the end; not mounted without the rights.
class SmallDisk {
public:
    SmallDisk() : m_mounted(::mount("tmpfs", folder().constData(), "tmpfs", 0, "size=64k") == 0) {}
    ~SmallDisk() {
        if (m_mounted) ::umount2(folder().constData(), MNT_DETACH);
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)

    bool mounted() const { return m_mounted; }
    QString file(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    /// Leaves this many bytes free, in whole pages.
    void fill(qint64 leave) const {
        struct statvfs status {};
        ::statvfs(folder().constData(), &status);
        const auto left = static_cast<qint64>(status.f_bfree * status.f_bsize);
        QFile filler(file("filler"));
        if (!filler.open(QIODevice::WriteOnly)) return;
        filler.write(QByteArray(left - leave, 'f'));
    }

private:
    QByteArray folder() const { return QFile::encodeName(m_folder.path()); }

    QTemporaryDir m_folder;
    bool m_mounted;
};
