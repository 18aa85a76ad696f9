// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/preferences.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <array>
#include <cmath>

#include "core/reader.h"
#include "window/player.h"

namespace window {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Preferences)
};

constexpr qint64 largestFile = 1'000'000;  // bytes
constexpr qsizetype longestGeometry = 1000;
constexpr int mostParts = 10;         // of a splitter
constexpr int largestPart = 100'000;  // pixels
constexpr std::array colourNames = {"system", "light", "dark"};

void remember(QStringList& list, const QString& item, int most) {
    list.removeAll(item);
    list.prepend(item);
    if (list.size() > most) list.resize(most);
}

void read(const QVariant& value, bool& into) {
    const QString text = value.toString();
    if (text == QLatin1String("true")) into = true;
    if (text == QLatin1String("false")) into = false;
}

void read(const QVariant& value, int& into, int least, int most) {
    bool isNumber = false;
    const int number = value.toString().toInt(&isNumber);
    if (isNumber && number >= least && number <= most) into = number;
}

void read(const QVariant& value, double& into, double least, double most) {
    bool isNumber = false;
    const double number = value.toString().toDouble(&isNumber);
    if (isNumber && number >= least && number <= most) into = number;
}

void read(const QVariant& value, QByteArray& into) {
    if (value.typeId() != QMetaType::QByteArray) return;
    if (value.toByteArray().size() <= longestGeometry) into = value.toByteArray();
}

void read(const QVariant& value, QStringList& into, int most) {
    constexpr auto longest = static_cast<qsizetype>(2 * core::longestText);  // or a path
    for (const QString& item : value.toStringList()) {
        if (into.size() == most) return;
        if (!item.trimmed().isEmpty() && item.size() <= longest && !into.contains(item)) {
            into += item;
        }
    }
}

void read(const QVariant& value, QList<int>& into) {
    const QStringList texts = value.toStringList();
    QList<int> sizes(texts.size(), -1);
    for (qsizetype i = 0; i < texts.size(); ++i) read(texts[i], sizes[i], 0, largestPart);
    if (sizes.size() <= mostParts && !sizes.contains(-1)) into = sizes;
}

void read(const QVariant& value, Colours& into) {
    for (std::size_t i = 0; i < colourNames.size(); ++i) {
        if (value.toString() == QLatin1String(colourNames[i])) into = static_cast<Colours>(i);
    }
}

QStringList texts(const QList<int>& numbers) {
    QStringList list;
    for (const int number : numbers) list += QString::number(number);
    return list;
}

/// Whether QSettings can be trusted with it: it would wait forever for a FIFO, and allocate
/// whatever size a serialized value claims to have. Thalweg writes no such values.
bool isBearable(const QString& path) {
    QFile file(path);
    if (!QFileInfo(path).isFile() || file.size() > largestFile) return false;
    if (!file.open(QIODevice::ReadOnly)) return false;
    const QByteArray content = file.readAll();
    return !content.contains("Variant(") && !content.contains("DateTime(");
}

}  // namespace

void Preferences::rememberFunction(const QString& text) {
    remember(recentFunctions, text, mostFunctions);
}

void Preferences::rememberFile(const QString& path) {
    remember(recentFiles, path, mostFiles);
}

QString Preferences::usualFile() {
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) +
           QStringLiteral("/thalweg.ini");
}

Preferences Preferences::load(const QString& path) {
    Preferences loaded;
    if (!isBearable(path)) return loaded;
    const QSettings file(path, QSettings::IniFormat);
    const auto value = [&file](const char* key) { return file.value(QString::fromLatin1(key)); };
    read(value("window/geometry"), loaded.geometry);
    read(value("window/splitter"), loaded.splitter);
    read(value("view/colours"), loaded.colours);
    read(value("view/projector"), loaded.projector);
    read(value("view/speed"), loaded.speed, Player::slowest, Player::fastest);
    read(value("view/digits"), loaded.digits, fewestDigits, mostDigits);
    read(value("tour/lesson"), loaded.lesson, 0, lastLesson);
    read(value("tour/offered"), loaded.tourOffered);
    read(value("recent/functions"), loaded.recentFunctions, mostFunctions);
    read(value("recent/files"), loaded.recentFiles, mostFiles);
    return loaded;
}

QString Preferences::save(const QString& path) const {
    const QFileInfo target(path);
    const auto failure = [&path] {
        return Words::tr("The settings cannot be written to %1.")
            .arg(QDir::toNativeSeparators(path));
    };
    if (target.exists() && !target.isFile()) return failure();
    if (target.exists() && !isBearable(path)) QFile::remove(path);
    QSettings file(path, QSettings::IniFormat);
    file.clear();
    const auto set = [&file](const char* key, const QVariant& value) {
        file.setValue(QString::fromLatin1(key), value);
    };
    set("window/geometry", geometry);
    set("window/splitter", texts(splitter));
    set("view/colours", QLatin1String(colourNames[static_cast<std::size_t>(colours)]));
    set("view/projector", projector);
    set("view/speed", QString::number(speed, 'g', 17));
    set("view/digits", digits);
    set("tour/lesson", lesson);
    set("tour/offered", tourOffered);
    set("recent/functions", recentFunctions);
    set("recent/files", recentFiles);
    file.sync();
    // What did not read is gone by now.
    return file.status() == QSettings::AccessError ? failure() : QString();
}

}  // namespace window
