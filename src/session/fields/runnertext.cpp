// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/fields/runnertext.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>
#include <algorithm>
#include <optional>

#include "formula/names.h"
#include "session/fields/fields.h"
#include "session/method.h"
#include "session/runners.h"
#include "session/wording/wording.h"

namespace session {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Runners)
};

QString latin(std::string_view text) {
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

QString methodKey() {
    return QStringLiteral("method");
}
QString chosenKey() {
    return QStringLiteral("chosen");
}

/// What a runner has of its own besides its method.
std::vector<const Field*> ownFields() {
    std::vector<const Field*> own;
    for (const Field& field : fields()) {
        if (!field.key.isEmpty() && field.key != methodKey()) own.push_back(&field);
    }
    return own;
}

const Field* ownField(const QString& key) {
    for (const Field* field : ownFields()) {
        if (field->key == key) return field;
    }
    return nullptr;
}

// A value that has knobs of its own, such as step:every=40,gamma=0.5, has semicolons instead.

QString packed(QString text) {
    return text.replace(QLatin1Char(':'), QLatin1Char(';'))
        .replace(QLatin1Char(','), QLatin1Char(';'));
}

QString unpacked(QString text, Field::Kind kind) {
    if (kind == Field::Kind::Place) return text.replace(QLatin1Char(';'), QLatin1Char(','));
    if (kind != Field::Kind::Text) return text;
    const QString rest = text.section(QLatin1Char(';'), 1);
    if (rest.isEmpty()) return text;
    return text.section(QLatin1Char(';'), 0, 0) + QLatin1Char(':') +
           QString(rest).replace(QLatin1Char(';'), QLatin1Char(','));
}

/// Of a place, the numbers alone: 1;2.
QString unnamed(QString text) {
    static const QRegularExpression name(QStringLiteral("(?<=^|,)\\w+="),
                                         QRegularExpression::UseUnicodePropertiesOption);
    return text.remove(name);
}

/// What stands behind the key: never nothing.
QString valueOf(const Field& field, const Session& session) {
    const bool isPlace = field.kind == Field::Kind::Place;
    const QString text = isPlace ? unnamed(field.text(session)) : field.text(session);
    return packed(text.isEmpty() ? field.usual : text);
}

/// The runner at that place, which is not the first.
QString runnerText(const Session& session, std::size_t place) {
    const Session first = choosing(session, 0);
    const Session own = choosing(session, place);
    QString text = methodText(own.settings.method);
    QStringList parts;
    for (const Field* field : ownFields()) {
        const bool always = field->presence == Field::Presence::Always;
        if (always || field->text(own) != field->text(first))
            parts += field->key + QLatin1Char('=') + valueOf(*field, own);
    }
    if (place == session.chosen) parts += chosenKey() + QStringLiteral("=on");
    text += text.contains(QLatin1Char(':')) ? QLatin1Char(',') : QLatin1Char(':');
    return text + parts.join(QLatin1Char(','));
}

std::vector<std::string_view> knobsOf(const descent::Method& method) {
    std::vector<std::string_view> names;
    for (const descent::Setting& setting : descent::settingsOf(method))
        names.push_back(setting.knob);
    return names;
}

/// All that can stand behind the colon of a runner with this method.
QStringList keysOf(const descent::Method& method) {
    QStringList keys;
    for (const std::string_view knob : knobsOf(method)) keys += latin(knob);
    for (const Field* field : ownFields()) keys += field->key;
    return keys << chosenKey();
}

QString methodsWith(const QString& knob) {
    QStringList names;
    for (const descent::Method& method : descent::methods()) {
        if (keysOf(method).contains(knob)) names += latin(descent::name(method));
    }
    return names.join(QStringLiteral(", "));
}

QString unknownKey(const QString& key, const descent::Method& method) {
    const QString name = latin(descent::name(method));
    const QString owners = methodsWith(key);
    const QStringList keys = keysOf(method);
    const QString all = keys.join(QStringLiteral(", "));
    if (!owners.isEmpty()) {
        return Text::tr("“%1” belongs to %2, not to %3: a runner with %3 can have %4.")
            .arg(key, owners, name, all);
    }
    std::vector<std::string> owned;
    for (const QString& each : keys) owned.push_back(each.toStdString());
    const std::vector<std::string_view> views(owned.begin(), owned.end());
    const QString near = QString::fromStdString(formula::nearestOf(key.toStdString(), views));
    if (near.isEmpty()) {
        return Text::tr("“%1” is not known: a runner with %2 can have %3.")
            .arg(shortened(key), name, all);
    }
    return Text::tr("“%1” is not known. Did you mean %2? A runner with %3 can have %4.")
        .arg(shortened(key), near, name, all);
}

/// What is wrong with "alpha=0,5", where the comma begins the next part; else an empty string.
QString decimalCommaIn(const QString& text, const descent::Method& method) {
    static const QRegularExpression comma(
        QStringLiteral("[:,]([a-z0-9]+)=([-+\u2212]?[0-9]*),([0-9]+)(,|$)"));
    const QRegularExpressionMatch match = comma.match(text);
    if (!match.hasMatch() || !keysOf(method).contains(match.captured(1))) return {};
    return Text::tr("“%1,%2” is not a number: the decimal mark is a point. Write %3=%1.%2.")
        .arg(shortened(match.captured(2)), shortened(match.captured(3)), match.captured(1));
}

/// What is wrong with "start=1,2" of several variables, where the comma begins the next part; else
/// an empty string.
QString listIn(const QString& text) {
    static const QRegularExpression list(
        QStringLiteral("[:,](start)=([-+\u2212]?[0-9.]+(?:,[-+\u2212]?[0-9.]+)+)(?:,|$)"));
    const QRegularExpressionMatch match = list.match(text);
    if (!match.hasMatch()) return {};
    const QString place = QString(match.captured(2)).replace(QLatin1Char(','), QLatin1Char(';'));
    return Text::tr("A comma begins the next part of a runner. Write the place as %1=%2.")
        .arg(match.captured(1), shortened(place));
}

QString readSwitch(const QString& key, const QString& text, bool& into) {
    into = text == QLatin1String("on");
    if (into || text == QLatin1String("off")) return {};
    return Text::tr("%1 is on or off, not “%2”.").arg(key, shortened(text));
}

/// One runner. What it does not name is as it is in `own`.
class Reader {
public:
    Reader(const QString& text, const Session& first) : m_text(text), m_own(first) {}

    /// An empty string, or what is wrong.
    QString read() {
        const QString name = m_text.section(QLatin1Char(':'), 0, 0).trimmed();
        const auto usual = descent::methodNamed(name.toStdString());
        if (!usual) return methodFrom(name).error();
        m_own.settings.alpha = inherited(*usual);
        if (m_own.function.dimension() > 1) {
            if (const QString fault = listIn(m_text); !fault.isEmpty()) return fault;
        }
        if (const QString fault = decimalCommaIn(m_text, *usual); !fault.isEmpty()) return fault;
        QStringList knobs;
        for (const QString& part : m_text.section(QLatin1Char(':'), 1).split(QLatin1Char(','))) {
            const QString fault = readPart(part, *usual, knobs);
            if (!fault.isEmpty()) return fault;
        }
        const QString behind = knobs.join(QLatin1Char(','));
        const auto method = methodFrom(knobs.isEmpty() ? name : name + QLatin1Char(':') + behind);
        if (!method) return method.error();
        m_own.settings.method = *method;
        return {};
    }

    Runner runner() const { return chosenRunner(m_own); }
    bool chosen() const { return m_chosen; }

private:
    /// The α of a runner that names none: that of the main options, but where another is usual for
    /// its method, and where they have what is usual for theirs and not for its.
    double inherited(const descent::Method& method) const {
        const double usual = descent::usualAlpha(method);
        const double given = m_own.settings.alpha;
        const double before = descent::usualAlpha(m_own.settings.method);
        return usual != descent::usualRate || (given == before && before != usual) ? usual : given;
    }

    QString readPart(const QString& part, const descent::Method& method, QStringList& knobs) {
        if (part.isEmpty() && !m_text.contains(QLatin1Char(','))) return {};
        const QString key = part.section(QLatin1Char('='), 0, 0);
        const QString value = part.section(QLatin1Char('='), 1);
        if (part.isEmpty())
            return Text::tr("Nothing stands beside a comma of “%1”. Take that comma out.")
                .arg(shortened(m_text));
        if (!keysOf(method).contains(key)) return unknownKey(key, method);
        if (m_seen.contains(key)) return Text::tr("%1 is set twice. Set it once.").arg(key);
        m_seen += key;
        if (key == chosenKey()) return readSwitch(key, value, m_chosen);
        const Field* const field = ownField(key);
        if (!field) {
            knobs += part;
            return {};
        }
        if (value.isEmpty()) {
            return Text::tr("%1 has no value: write it as %1=%2.").arg(key, valueOf(*field, m_own));
        }
        const QString fault = field->read(unpacked(value, field->kind), m_own);
        return fault.isEmpty() ? fault : Text::tr("%1: %2").arg(key, fault);
    }

    const QString m_text;
    Session m_own;
    QStringList m_seen;
    bool m_chosen = false;
};

}  // namespace

QString runnersText(const Session& session) {
    QStringList words;
    for (std::size_t place = 1; place < runnerCount(session); ++place)
        words += runnerText(session, place);
    return words.join(QLatin1Char(' '));
}

QString readRunners(const QString& text, Session& into) {
    const Session first = alone(choosing(into, 0));
    Session read = first;
    std::optional<std::size_t> chosen;
    for (const QString& word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        Reader reader(word, first);
        if (const QString fault = reader.read(); !fault.isEmpty()) return fault;
        const auto more = adding(read, reader.runner());
        if (!more) return more.error();
        read = *more;
        if (!reader.chosen()) continue;
        if (chosen) return Text::tr("Two runners are chosen. Choose one of them.");
        chosen = read.chosen;
    }
    into = choosing(read, chosen.value_or(0));
    return {};
}

}  // namespace session
