// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

struct stat;

namespace files {

/// A file in the making. It takes the place of what was there when it is complete and has reached
/// the disk; until then, and for ever if that fails, what was there stays. It has no name before,
/// so that nothing is left even of a killed program; on file systems without nameless files it is
/// a hidden one beside the target, which the next one in that folder removes if it was left. Owner
/// and mode stay as they were. A file with further names, or whose owner cannot stay, is written
/// over when all is ready and the space for it is set aside: only there a program that is killed in
/// the middle leaves a part. Refuses a target that is no regular file.
class WholeFile {
public:
    explicit WholeFile(const QString& path);
    /// Discards what is not committed.
    ~WholeFile();
    Q_DISABLE_COPY_MOVE(WholeFile)

    // Each returns false when this or anything before has failed.

    bool open();
    /// Writes at the present place and moves behind it.
    bool write(const char* data, qint64 size);
    /// To a place within what has been written.
    void seek(qint64 place) { m_place = place; }
    bool commit();

    qint64 place() const { return m_place; }
    qint64 size() const { return m_size; }
    /// One sentence that names the file and the reason of the first failure; empty when all is
    /// well.
    const QString& fault() const { return m_fault; }

private:
    bool fail(const QString& reason);
    bool failWith(int error);
    bool failInFolder(int error);
    int openNameless() const;
    int openHidden();
    bool resemble(const struct stat& old) const;
    bool overwrite();
    bool rename();

    QString m_path;       ///< as given
    QByteArray m_target;  ///< what m_path leads to
    QByteArray m_name;    ///< of the file in the making, if it has one
    int m_descriptor = -1;
    bool m_inPlace = false;  ///< the target stays the file that it is
    qint64 m_place = 0;
    qint64 m_size = 0;
    QString m_fault;
};

/// "Cannot write PATH: REASON."
QString failure(const QString& path, const QString& reason);
/// "Cannot write PATH: there is not enough memory."
QString outOfMemory(const QString& path);

/// Writes the file whole or leaves what was there, also on a full disk. An empty string when all is
/// well, else one sentence that names the file and the reason.
QString saveWhole(const QString& path, const QByteArray& content);

}  // namespace files
