// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/folders.h"

#include <fcntl.h>
#include <unistd.h>

#include <QFile>
#include <QFileInfo>

namespace session {

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

}  // namespace session
