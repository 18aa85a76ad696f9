// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/savewhole.h"

#include <unistd.h>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <cerrno>
#include <cstring>

namespace output {

namespace {

struct SaveWhole {
    Q_DECLARE_TR_FUNCTIONS(SaveWhole)
};

QString failure(const QString& path, const QString& reason) {
    return SaveWhole::tr("Cannot write %1: %2.").arg(QDir::toNativeSeparators(path), reason);
}

QString obstacle(const QFileInfo& target) {
    const QFileInfo folder(target.absolutePath());
    if (target.fileName().isEmpty() || target.isDir()) return SaveWhole::tr("it is a folder");
    if (!folder.isDir()) {
        return SaveWhole::tr("the folder %1 does not exist")
            .arg(QDir::toNativeSeparators(folder.filePath()));
    }
    // A dangling link "does not exist" to QFileInfo, and writing through it is fine.
    if (target.exists() && !target.isFile()) return SaveWhole::tr("it is not a regular file");
    return {};
}

/// QSaveFile alone reports success on a full disk (Qt 6.4): make sure that every byte has arrived.
QString writeThrough(QSaveFile& file, const QByteArray& content) {
    if (file.write(content) != content.size() || !file.flush() ||
        file.error() != QFileDevice::NoError) {
        return file.errorString();
    }
    if (fsync(file.handle()) != 0) return QString::fromLocal8Bit(std::strerror(errno));
    if (file.size() != content.size()) return SaveWhole::tr("the disk is full");
    return {};
}

}  // namespace

QString saveWhole(const QString& path, const QByteArray& content) {
    if (const QString reason = obstacle(QFileInfo(path)); !reason.isEmpty()) {
        return failure(path, reason);
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return failure(path, file.errorString());
    // What is not committed is discarded.
    if (const QString reason = writeThrough(file, content); !reason.isEmpty()) {
        return failure(path, reason);
    }
    if (!file.commit()) return failure(path, file.errorString());
    return {};
}

}  // namespace output
