// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/paths.h"

#include <fcntl.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace files {

QString closedFolder(const QString& path) {
    if (path.isEmpty()) return {};
    // From the file upwards: whoever may enter a folder has come through those above it.
    for (QFileInfo folder(QFileInfo(path).absolutePath());;
         folder = QFileInfo(folder.absolutePath())) {
        const QByteArray name = QFile::encodeName(folder.filePath());
        if (::faccessat(AT_FDCWD, name.constData(), X_OK, AT_EACCESS) == 0) return {};
        if (folder.isDir()) return folder.filePath();
        if (folder.isRoot()) return {};
    }
}

QString printable(const QString& text, qsizetype longest) {
    QString line = text.size() <= longest
                       ? text
                       : text.left(longest / 2) + QStringLiteral("…") + text.right(longest / 4);
    for (QChar& character : line) {
        if (character.isSpace()) character = QLatin1Char(' ');
        if (!character.isPrint() && !character.isSurrogate())
            character = QChar::ReplacementCharacter;
    }
    return line;
}

QString pathName(const QString& path) {
    constexpr qsizetype longest = 400;
    return printable(QDir::toNativeSeparators(path), longest);
}

}  // namespace files
