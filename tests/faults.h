// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/resource.h>
#include <unistd.h>

#include <QtGlobal>
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
