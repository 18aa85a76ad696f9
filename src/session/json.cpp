// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/json.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <algorithm>

#include "session/wording/wording.h"

namespace session {

namespace {

struct Json {
    Q_DECLARE_TR_FUNCTIONS(Json)
};

QString wordsOf(QJsonParseError::ParseError error) {
    switch (error) {
        case QJsonParseError::IllegalNumber:
            return Json::tr("a number is too large, too small or badly written");
        case QJsonParseError::IllegalUTF8String:
        case QJsonParseError::IllegalEscapeSequence:
            return Json::tr("a text is badly written");
        case QJsonParseError::DeepNesting:
            return Json::tr("brackets are nested too deep");
        case QJsonParseError::MissingValueSeparator:
            return Json::tr("a comma is missing");
        default:
            return Json::tr("this is not JSON");
    }
}

QString describe(const QJsonParseError& error, const QByteArray& text) {
    const auto before = std::clamp(qsizetype{error.offset}, qsizetype{0}, text.size());
    const QByteArray read = text.left(before);
    const qsizetype line = read.count('\n') + 1;
    if (text.mid(before).trimmed().isEmpty() && !text.trimmed().endsWith('}')) {
        return Json::tr("The file ends too early, in line %1.").arg(line);
    }
    const qsizetype column = QString::fromUtf8(read.mid(read.lastIndexOf('\n') + 1)).size() + 1;
    return Json::tr("Near line %1, column %2: %3.").arg(line).arg(column).arg(wordsOf(error.error));
}

/// Walks over the members of an object that is known to be well formed.
class Walker {
public:
    explicit Walker(const QByteArray& text) : m_text(text) {}

    /// False at the end of the object; else the name and the value are there.
    bool advance() {
        skipTo('"', '}');
        if (m_text[m_at] == '}') return false;
        m_name = take([this] { skipString(); });
        skipTo(':', ':');
        ++m_at;
        while (isSpace(m_text[m_at])) step();
        m_line = m_lines;
        m_value = take([this] { skipValue(); });
        return true;
    }

    QByteArray name() const { return m_name; }
    QByteArray value() const { return m_value; }
    int line() const { return m_line; }

private:
    static bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

    void step() { m_lines += m_text[m_at++] == '\n' ? 1 : 0; }
    void skipTo(char one, char other) {
        while (m_text[m_at] != one && m_text[m_at] != other) step();
    }
    void skipString() {
        for (++m_at; m_text[m_at] != '"'; ++m_at) {
            if (m_text[m_at] == '\\') ++m_at;
        }
        ++m_at;
    }
    /// Up to the comma or bracket behind it.
    void skipValue() {
        for (int depth = 0;;) {
            const char c = m_text[m_at];
            if (depth == 0 && (c == ',' || c == '}')) return;
            if (c == '"') {
                skipString();
                continue;
            }
            if (c == '{' || c == '[') ++depth;
            if (c == '}' || c == ']') --depth;
            step();
        }
    }
    template <typename Skip>
    QByteArray take(Skip skip) {
        const qsizetype from = m_at;
        skip();
        return m_text.mid(from, m_at - from).trimmed();
    }

    const QByteArray& m_text;
    qsizetype m_at = 1;  // behind the opening brace
    int m_lines = 1;
    QByteArray m_name;
    QByteArray m_value;
    int m_line = 1;
};

/// Reading more than this would take a while. The brackets of what is nested too deep are left to
/// Qt, which gives up at the first of them.
bool holdsTooMuch(const QByteArray& text) {
    constexpr int deepest = 1024;
    int depth = 0;
    int values = 0;
    for (const char c : text) {
        if (c == '[' || c == '{') ++depth;
        if (c == ']' || c == '}') --depth;
        if (depth > deepest) return false;
        if (c == ',' || c == '[' || c == '{') ++values;
        if (values > mostJsonValues) return true;
    }
    return false;
}

QString stringFrom(const QByteArray& json) {
    if (!json.contains('\\')) return QString::fromUtf8(json.mid(1, json.size() - 2));
    return QJsonDocument::fromJson('[' + json + ']').array().at(0).toString();
}

}  // namespace

formula::Result<std::vector<JsonMember>, QString> jsonMembers(QByteArray text) {
    if (text.startsWith("\xef\xbb\xbf")) text.replace(0, 3, QByteArray());
    if (text.trimmed().isEmpty()) return Json::tr("The file is empty.");
    const qsizetype blanks = text.indexOf('{');
    if (!text.trimmed().startsWith('{')) return Json::tr("This is no JSON object.");
    if (holdsTooMuch(text)) {
        return Json::tr("The file holds more than %n values.", nullptr, mostJsonValues);
    }
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(text, &error).object();
    if (error.error != QJsonParseError::NoError) return describe(error, text);

    std::vector<JsonMember> members;
    QSet<QString> names;
    const int linesBefore = static_cast<int>(text.left(blanks).count('\n'));
    const QByteArray body = text.mid(blanks);
    for (Walker walker(body); walker.advance();) {
        const QString name = stringFrom(walker.name());
        const int line = linesBefore + walker.line();
        if (names.contains(name)) {
            return Json::tr("“%1” is there a second time, in line %2.")
                .arg(shortened(name), QString::number(line));
        }
        names.insert(name);
        members.push_back({name, QString::fromUtf8(walker.value()), object.value(name), line});
    }
    return members;
}

QByteArray jsonString(const QString& text) {
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

}  // namespace session
