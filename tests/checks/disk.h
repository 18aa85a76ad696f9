// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/mount.h>
#include <unistd.h>

#include <QFile>
#include <QTemporaryDir>

/// A small disk of its own, which needs the rights to mount it.
class Disk {
public:
    explicit Disk(qint64 bytes) {
        const QByteArray size = "size=" + QByteArray::number(bytes);
        if (::mount("tmpfs", place().constData(), "tmpfs", 0, size.constData()) != 0)
            qFatal("a disk cannot be mounted");
    }
    ~Disk() { ::umount2(place().constData(), MNT_DETACH); }
    Q_DISABLE_COPY_MOVE(Disk)

    QString path(const QString& name) const { return m_folder.filePath(name); }
    /// Hidden ones too.
    QStringList files() const {
        return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    /// Until so many bytes are free, a multiple of 4096.
    void fillUpTo(qint64 free) {
        QFile filler(path(QStringLiteral("filler")));
        const QByteArray page(4096, 'x');
        if (!filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) qFatal("no filler");
        while (filler.write(page) == page.size()) {
        }
        if (!filler.resize(filler.size() / page.size() * page.size() - free)) qFatal("no room");
    }

private:
    QByteArray place() const { return QFile::encodeName(m_folder.path()); }
    QTemporaryDir m_folder;
};
