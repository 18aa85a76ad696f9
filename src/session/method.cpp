// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/method.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>
#include <algorithm>

#include "session/wording/wording.h"

namespace session {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Methods)
};

QString latin(std::string_view text) {
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

/// "a, b and c".
QString listed(const QStringList& names) {
    if (names.size() < 2) return names.join(QString());
    return Text::tr("%1 and %2")
        .arg(names.mid(0, names.size() - 1).join(QStringLiteral(", ")), names.last());
}

QString unknownMethod(const QString& name) {
    QStringList names;
    for (const descent::Method& method : descent::methods()) names += latin(descent::name(method));
    return Text::tr("“%1” is not known. The methods are %2.").arg(shortened(name), listed(names));
}

QString unknownKnob(const QString& method, const std::vector<descent::Setting>& settings,
                    const QString& knob) {
    if (settings.empty()) {
        return Text::tr("The method %1 has nothing to set, so “%2” cannot stand there.")
            .arg(method, shortened(knob));
    }
    QStringList names;
    for (const descent::Setting& setting : settings) names += latin(setting.knob);
    return Text::tr("The method %1 has no “%2”. It has %3.")
        .arg(method, shortened(knob), listed(names));
}

QString valueText(const descent::Setting& setting) {
    if (!setting.isSwitch) return typedNumber(setting.value);
    return setting.value != 0 ? QStringLiteral("on") : QStringLiteral("off");
}

/// Of a name with a colon and nothing behind it.
QString nothingSet(const QString& method, const std::vector<descent::Setting>& settings) {
    if (settings.empty()) {
        return Text::tr("The method %1 has nothing to set. Write %1 without the colon.")
            .arg(method);
    }
    const descent::Setting& first = settings.front();
    return Text::tr(
               "Nothing is set behind the colon of “%1:”. Write %1 alone, or set something, such "
               "as %1:%2=%3.")
        .arg(method, latin(first.knob), valueText(first));
}

bool hasKnob(const std::vector<descent::Setting>& settings, const QString& name) {
    return std::ranges::any_of(
        settings, [&](const descent::Setting& each) { return latin(each.knob) == name; });
}

/// What is wrong with "beta=0,9", where the comma begins the next setting; else an empty string.
QString decimalCommaIn(const QString& text, const std::vector<descent::Setting>& settings) {
    static const QRegularExpression comma(QStringLiteral(
        "([^,=]+)=\\s*([-+\u2212]?[0-9]*),([0-9]+([eE][-+\u2212]?[0-9]+)?)\\s*(,|$)"));
    const QRegularExpressionMatch match = comma.match(text);
    const QString knob = match.captured(1).trimmed();
    if (!match.hasMatch() || !hasKnob(settings, knob)) return {};
    const QString whole = match.captured(2);
    const QString rest = match.captured(3);
    return Text::tr("“%1,%2” is not a number: the decimal mark is a point. Write %3=%1.%2.")
        .arg(shortened(whole), shortened(rest), knob);
}

Typed<double> valueFrom(const QString& text, const descent::Setting& setting) {
    const QString name = latin(setting.knob);
    if (setting.isSwitch) {
        if (text == QLatin1String("on")) return 1.0;
        if (text == QLatin1String("off")) return 0.0;
        return Text::tr("%1 is on or off, not “%2”.").arg(name, shortened(text));
    }
    const auto number = numberFrom(text);
    if (!number) return Text::tr("%1: %2").arg(name, number.error());
    const bool low = setting.includesLow ? *number >= setting.low : *number > setting.low;
    if (low && *number < setting.high) return *number;
    return (setting.includesLow ? Text::tr("%1 must be at least %2 and below %3, not %4.")
                                : Text::tr("%1 must be over %2 and below %3, not %4."))
        .arg(name, typedNumber(setting.low), typedNumber(setting.high), shortened(text));
}

}  // namespace

QString methodLabel(const descent::Method& method) {
    return Text::tr(std::string(descent::label(method)).c_str());
}

QString methodText(const descent::Method& method) {
    QStringList knobs;
    for (const descent::Setting& setting : descent::settingsOf(method)) {
        if (setting.value != setting.usual)
            knobs += latin(setting.knob) + QLatin1Char('=') + valueText(setting);
    }
    const QString name = latin(descent::name(method));
    return knobs.isEmpty() ? name : name + QLatin1Char(':') + knobs.join(QLatin1Char(','));
}

Typed<descent::Method> methodFrom(const QString& text) {
    const QString name = text.section(QLatin1Char(':'), 0, 0).trimmed();
    const auto usual = descent::methodNamed(name.toStdString());
    if (!usual) return unknownMethod(name);
    descent::Method method = *usual;
    if (!text.contains(QLatin1Char(':'))) return method;
    const std::vector<descent::Setting> settings = descent::settingsOf(method);
    const QString all = text.section(QLatin1Char(':'), 1);
    if (all.trimmed().isEmpty()) return nothingSet(name, settings);
    if (const QString fault = decimalCommaIn(all, settings); !fault.isEmpty()) return fault;
    QStringList seen;
    for (const QString& part : all.split(QLatin1Char(','))) {
        const QString knob = part.section(QLatin1Char('='), 0, 0).trimmed();
        if (part.trimmed().isEmpty()) {
            return Text::tr("Nothing stands beside a comma of “%1”. Take that comma out.")
                .arg(shortened(text));
        }
        const auto setting = std::ranges::find_if(
            settings, [&](const descent::Setting& each) { return latin(each.knob) == knob; });
        if (setting == settings.end()) return unknownKnob(name, settings, knob);
        if (seen.contains(knob)) return Text::tr("%1 is set twice. Set it once.").arg(knob);
        seen += knob;
        const QString given = part.section(QLatin1Char('='), 1).trimmed();
        if (given.isEmpty()) {
            return Text::tr("%1 has no value: write it as %1=%2.").arg(knob, valueText(*setting));
        }
        const auto value = valueFrom(given, *setting);
        if (!value) return value.error();
        method = descent::with(method, setting->knob, *value);
    }
    return method;
}

}  // namespace session
