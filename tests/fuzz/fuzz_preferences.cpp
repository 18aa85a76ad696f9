// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>

#include "claims.h"
#include "model/preferences.h"

/// A new one each time, for QSettings remembers files by their names.
static QString newFile() {
    static int files = 0;
    return QDir::temp().filePath(QStringLiteral("preferences-%1.ini").arg(++files));
}

/// Whatever is in the file, the preferences are fit for use and come back as they are saved.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using model::Preferences;
    const QString path = newFile();
    QFile file(path);
    require(file.open(QIODevice::WriteOnly) && file.write(bytes(data, size)) >= 0);
    file.close();
    const Preferences loaded = Preferences::load(path);
    require(loaded.digits >= Preferences::fewestDigits && loaded.digits <= Preferences::mostDigits);
    require(loaded.lesson >= 0 && loaded.lesson <= Preferences::lastLesson);
    require(loaded.recentFunctions.size() <= Preferences::mostFunctions);
    require(loaded.recentFiles.size() <= Preferences::mostFiles);
    require(loaded.save(path).isEmpty());
    require(Preferences::load(path) == loaded);
    require(QFile::remove(path));
    return 0;
}
