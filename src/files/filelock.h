// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace files {

/// The sole claim on a file, which the system gives up when the process ends, however it ends. Two
/// objects exclude each other also within a process.
class FileLock {
public:
    FileLock() = default;
    ~FileLock();
    Q_DISABLE_COPY_MOVE(FileLock)

    /// Makes the file when there is none, also when the one that it held is gone. Does not wait:
    /// false when another has the claim or the file cannot be opened.
    bool take(const QString& path);
    bool held() const { return m_handle >= 0; }

private:
    void release();

    int m_handle = -1;
};

}  // namespace files
