// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preferences.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <algorithm>
#include <array>
#include <cmath>

#include "files/savewhole.h"
#include "formula/reader.h"
#include "model/player.h"

namespace model {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Preferences)
};

constexpr qint64 largestFile = 1'000'000;  // bytes
constexpr qsizetype longestGeometry = 1000;
constexpr int mostParts = 10;         // of a splitter
constexpr int largestPart = 100'000;  // pixels
constexpr std::array colourNames = {"system", "light", "dark"};

QString withoutBlanks(const QString& text) {
    return text.simplified().remove(QLatin1Char(' '));
}

void remember(QStringList& list, const QString& item, int most) {
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

void read(const QVariant& value, QString& into) {
    constexpr qsizetype longest = 20;  // no suffix is
    if (value.toString().size() <= longest) into = value.toString();
}

void read(const QVariant& value, QStringList& into, int most) {
    constexpr auto longest = static_cast<qsizetype>(2 * formula::longestText);  // or a path
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

/// As QSettings reads it back.
QByteArray quoted(const QString& text) {
    QByteArray ini = "\"";
    for (const char c : text.toUtf8()) {
        const auto code = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            ini += '\\';
            ini += c;
        } else if (code < 0x20 || code == 0x7f) {
            // The quotes end the number.
            ini += "\\x" + QByteArray::number(code, 16) + "\"\"";
        } else {
            ini += c;
        }
    }
    return ini + '"';
}

/// Nothing where there is no value. A sign in front would mean a type if it were not there twice.
QByteArray line(const char* key, const QStringList& values) {
    QByteArrayList texts;
    for (const QString& value : values) {
        texts += quoted(value.startsWith(QLatin1Char('@')) ? QLatin1Char('@') + value : value);
    }
    return texts.isEmpty() ? QByteArray() : key + ('=' + texts.join(", ")) + '\n';
}

QByteArray line(const char* key, const QString& value) {
    return line(key, QStringList{value});
}

QByteArray line(const char* key, bool value) {
    return line(key, value ? QStringLiteral("true") : QStringLiteral("false"));
}

QByteArray line(const char* key, int value) {
    return line(key, QString::number(value));
}

QByteArray line(const char* key, const QByteArray& bytes) {
    return key + ("=@ByteArray(" + quoted(QString::fromLatin1(bytes)) + ")\n");
}

QByteArray line(const char* key, const QList<int>& numbers) {
    QStringList texts;
    for (const int number : numbers) texts += QString::number(number);
    return line(key, texts);
}

/// QSettings itself takes a file for written that a full disk has cut.
QByteArray toIni(const Preferences& preferences) {
    const auto colours = static_cast<std::size_t>(preferences.colours);
    return "[window]\n" + line("geometry", preferences.geometry) +
           line("splitter", preferences.splitter) + "\n[view]\n" +
           line("colours", QString::fromLatin1(colourNames[colours])) +
           line("projector", preferences.projector) + line("more", preferences.more) +
           line("schedule", preferences.schedule) + line("why", preferences.why) +
           line("legend", preferences.legend) + line("wide", preferences.wide) +
           line("equal", preferences.equal) + line("numbered", preferences.numbered) +
           line("speed", QString::number(preferences.speed, 'g', 17)) +
           line("digits", preferences.digits) + "\n[export]\n" +
           line("suffix", preferences.exportSuffix) + "\n[tour]\n" +
           line("lesson", preferences.lesson) + line("offered", preferences.tourOffered) +
           "\n[recent]\n" + line("functions", preferences.recentFunctions) +
           line("files", preferences.recentFiles);
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
    const QString wanted = withoutBlanks(text);
    recentFunctions.removeIf([&](const QString& one) { return withoutBlanks(one) == wanted; });
    remember(recentFunctions, text, mostFunctions);
}

void Preferences::rememberFile(const QString& path) {
    recentFiles.removeAll(path);
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
    read(value("view/more"), loaded.more);
    read(value("view/schedule"), loaded.schedule);
    read(value("view/why"), loaded.why);
    read(value("view/equal"), loaded.equal);
    read(value("view/numbered"), loaded.numbered);
    read(value("view/legend"), loaded.legend);
    read(value("view/wide"), loaded.wide);
    read(value("view/speed"), loaded.speed, Player::slowest, Player::fastest);
    read(value("view/digits"), loaded.digits, fewestDigits, mostDigits);
    read(value("export/suffix"), loaded.exportSuffix);
    read(value("tour/lesson"), loaded.lesson, 0, lastLesson);
    read(value("tour/offered"), loaded.tourOffered);
    QStringList functions;
    read(value("recent/functions"), functions, mostFunctions);
    std::for_each(functions.rbegin(), functions.rend(),
                  [&](const QString& text) { loaded.rememberFunction(text); });
    read(value("recent/files"), loaded.recentFiles, mostFiles);
    return loaded;
}

QString Preferences::save(const QString& path) const {
    QDir().mkpath(QFileInfo(path).absolutePath());
    const QString fault = files::saveWhole(path, toIni(*this));
    return fault.isEmpty() ? fault : Words::tr("The settings are not kept. %1").arg(fault);
}

}  // namespace model
