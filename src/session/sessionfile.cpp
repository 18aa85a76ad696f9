// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sessionfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <algorithm>

#include "files/paths.h"
#include "session/constants.h"
#include "session/fields/fields.h"
#include "session/json.h"
#include "session/place.h"
#include "session/wording/wording.h"

namespace session {

namespace {

struct SessionFile {
    Q_DECLARE_TR_FUNCTIONS(SessionFile)
};

using Members = std::vector<JsonMember>;

QString formatName() {
    return QStringLiteral("thalweg-session");
}

const JsonMember* find(const Members& members, const QString& name) {
    const auto found = std::find_if(members.begin(), members.end(),
                                    [&](const JsonMember& member) { return member.name == name; });
    return found == members.end() ? nullptr : &*found;
}

QString tooLarge() {
    return SessionFile::tr("The file is larger than 10 MB.");
}

/// Says that this is no session, or one of a version that does not read.
QString formatFault(const Members& members) {
    const JsonMember* format = find(members, QStringLiteral("format"));
    if (!format || format->value.toString() != formatName()) {
        return SessionFile::tr("This is no session of Thalweg: its “format” is not “%1”.")
            .arg(formatName());
    }
    const JsonMember* version = find(members, QStringLiteral("version"));
    const double number = version ? version->value.toDouble() : 0;
    if (number < 1 || number != static_cast<double>(version->value.toInteger())) {
        return SessionFile::tr("The “version” of the file must be a whole number from 1 on.");
    }
    if (number > newestVersion) {
        return SessionFile::
            tr("It was written by a newer Thalweg (version %1); this one reads versions up to %2.")
                .arg(shortened(version->text), QString::number(newestVersion));
    }
    return {};
}

/// The members of an object of numbers as "x=1,y=2"; a null string where it is none.
QString placeIn(const JsonMember& member) {
    if (!member.value.isObject()) return {};
    const auto numbers = jsonMembers(member.text.toUtf8());
    if (!numbers || numbers->empty()) return {};
    QStringList parts;
    for (const JsonMember& number : *numbers) {
        if (!number.value.isDouble()) return {};
        parts += number.name + QLatin1Char('=') + number.text;
    }
    return parts.join(QLatin1Char(','));
}

/// The text of a member as Field::read() takes it; a null string when it is of the wrong kind.
QString textOf(const JsonMember& member, Field::Kind kind) {
    const QJsonValue& value = member.value;
    switch (kind) {
        case Field::Kind::Text:
            return value.isString() ? value.toString(QLatin1String("")) : QString();
        case Field::Kind::Number:
        case Field::Kind::WholeNumber:
            return value.isDouble() ? member.text : QString();
        case Field::Kind::Place:
            return value.isDouble() ? member.text : placeIn(member);
        case Field::Kind::TwoNumbers: {
            const QJsonArray ends = value.toArray();
            if (ends.size() != 2 || !ends[0].isDouble() || !ends[1].isDouble()) return {};
            QString inside = member.text.mid(1, member.text.size() - 2);
            return inside.replace(QLatin1Char(','), QLatin1Char(':'));
        }
    }
    Q_UNREACHABLE();
}

QString wanted(Field::Kind kind) {
    switch (kind) {
        case Field::Kind::Text:
            return SessionFile::tr("It must be a text in quotes.");
        case Field::Kind::Number:
            return SessionFile::tr("It must be a number, such as 0.5.");
        case Field::Kind::Place:
            return SessionFile::tr(
                "It must be a number, such as 0.5, or of several variables an object, such as "
                "{\"x\": 1, \"y\": 2}.");
        case Field::Kind::WholeNumber:
            return SessionFile::tr("It must be a whole number, such as 10.");
        case Field::Kind::TwoNumbers:
            return SessionFile::tr("It must be two numbers, such as [-2, 3].");
    }
    Q_UNREACHABLE();
}

QString readPart(const Field& field, const Members& members, Session& into) {
    const JsonMember* member = find(members, field.name);
    if (!member) return SessionFile::tr("“%1” is missing in the file.").arg(field.name);
    const QString text = textOf(*member, field.kind);
    const QString fault = text.isNull() ? wanted(field.kind) : field.read(text, into);
    if (fault.isEmpty()) return {};
    return SessionFile::tr("“%1” in line %2: %3").arg(field.name).arg(member->line).arg(fault);
}

/// "x=1,y=2" as {"x": 1, "y": 2}.
QByteArray jsonPlace(const QString& text) {
    if (!text.contains(QLatin1Char('='))) return text.toLatin1();
    QByteArrayList members;
    for (const QString& part : text.split(QLatin1Char(','))) {
        members += jsonString(part.section(QLatin1Char('='), 0, 0)) + ": " +
                   part.section(QLatin1Char('='), 1).toLatin1();
    }
    return '{' + members.join(", ") + '}';
}

QByteArray jsonOf(const Field& field, const Session& session) {
    const QString text = writtenText(field, session);
    switch (field.kind) {
        case Field::Kind::Text:
            return jsonString(text);
        case Field::Kind::Number:
        case Field::Kind::WholeNumber:
            return text.toLatin1();
        case Field::Kind::Place:
            return jsonPlace(text);
        case Field::Kind::TwoNumbers:
            return '[' + text.toLatin1().replace(":", ", ") + ']';
    }
    Q_UNREACHABLE();
}

/// The content of a regular file of a bearable size, or the reason why there is none.
formula::Result<QByteArray, QString> contentOf(const QString& path) {
    const QFileInfo info(path);
    if (info.isDir()) return SessionFile::tr("it is a folder");
    if (!info.exists()) {
        const QString closed = files::closedFolder(path);
        return closed.isEmpty() ? SessionFile::tr("there is no such file")
                                : SessionFile::tr("Permission denied for the folder %1")
                                      .arg(files::pathName(closed));
    }
    if (!info.isFile()) return SessionFile::tr("it is not a regular file");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return file.errorString();
    QByteArray content = file.read(largestSessionFile + 1);
    if (file.error() != QFileDevice::NoError) return file.errorString();
    return content;
}

}  // namespace

QByteArray toFile(const Session& session) {
    QByteArray text = "{\n    \"format\": " + jsonString(formatName()) +
                      ",\n    \"version\": " + QByteArray::number(versionFor(session));
    for (const Field& field : fields()) {
        if (!isWritten(field, session)) continue;
        text += ",\n    " + jsonString(field.name) + ": " + jsonOf(field, session);
    }
    return text + "\n}\n";
}

formula::Result<Session, QString> fromFile(const QByteArray& content) {
    if (content.size() > largestSessionFile) return tooLarge();
    const auto members = jsonMembers(content);
    if (!members) return members.error();
    if (const QString fault = formatFault(*members); !fault.isEmpty()) return fault;
    Session session;
    const double version = find(*members, QStringLiteral("version"))->value.toDouble();
    if (const JsonMember* constants = find(*members, QStringLiteral("constants"));
        constants && version > 1)
        announceConstants(constants->value.toString(), session);
    if (const JsonMember* start = find(*members, QStringLiteral("initial_guess")); start)
        announceStart(placeIn(*start), session);
    for (const Field& field : fields()) {
        const bool optional = field.presence == Field::Presence::Optional;
        if (optional && (!find(*members, field.name) || version < field.since)) continue;
        const QString fault = readPart(field, *members, session);
        if (!fault.isEmpty()) return fault;
    }
    return session;
}

formula::Result<Session, QString> openSession(const QString& path) {
    const QString name = files::pathName(path);
    const auto content = contentOf(path);
    if (!content) return SessionFile::tr("Cannot open %1: %2.").arg(name, content.error());
    auto session = fromFile(*content);
    if (!session) return SessionFile::tr("Cannot read %1. %2").arg(name, session.error());
    return session;
}

}  // namespace session
