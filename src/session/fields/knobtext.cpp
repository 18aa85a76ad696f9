// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/fields/knobtext.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>

#include "formula/names.h"
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

QString listed(const std::vector<std::string_view>& names) {
    QStringList all;
    for (const std::string_view name : names) all += latin(name);
    return listed(all);
}

std::vector<std::string_view> namesOf(const std::vector<descent::Setting>& settings) {
    std::vector<std::string_view> names;
    for (const descent::Setting& setting : settings) names.push_back(setting.knob);
    return names;
}

/// Of several names the one that was probably meant; empty when none is near.
QString meant(const QString& name, const std::vector<std::string_view>& names) {
    return QString::fromStdString(formula::nearestOf(name.toStdString(), names));
}

QString unknownKnob(Kind kind, const QString& owner, const std::vector<descent::Setting>& settings,
                    const QString& knob) {
    const QString shown = shortened(knob);
    if (settings.empty()) {
        return (kind == Kind::Method
                    ? Text::tr("The method %1 has nothing to set, so “%2” cannot stand there.")
                    : Text::tr("The schedule %1 has nothing to set, so “%2” cannot stand there."))
            .arg(owner, shown);
    }
    const QString has = listed(namesOf(settings));
    const QString near = meant(knob, namesOf(settings));
    if (!near.isEmpty()) {
        return (kind == Kind::Method
                    ? Text::tr("The method %1 has no “%2”. Did you mean %3? It has %4.")
                    : Text::tr("The schedule %1 has no “%2”. Did you mean %3? It has %4."))
            .arg(owner, shown, near, has);
    }
    return (kind == Kind::Method ? Text::tr("The method %1 has no “%2”. It has %3.")
                                 : Text::tr("The schedule %1 has no “%2”. It has %3."))
        .arg(owner, shown, has);
}

QString valueText(const descent::Setting& setting) {
    if (!setting.isSwitch) return typedNumber(setting.value);
    return setting.value != 0 ? QStringLiteral("on") : QStringLiteral("off");
}

/// Of a name with a colon and nothing behind it.
QString nothingSet(Kind kind, const QString& owner, const std::vector<descent::Setting>& settings) {
    if (settings.empty()) {
        return (kind == Kind::Method
                    ? Text::tr("The method %1 has nothing to set. Write %1 without the colon.")
                    : Text::tr("The schedule %1 has nothing to set. Write %1 without the colon."))
            .arg(owner);
    }
    const descent::Setting& first = settings.front();
    return Text::tr(
               "Nothing is set behind the colon of “%1:”. Write %1 alone, or set something, such "
               "as %1:%2=%3.")
        .arg(owner, latin(first.knob), valueText(first));
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

/// What a value of the knob must be, and is not.
QString outside(const descent::Setting& setting, const QString& name, const QString& typed) {
    const QString low = typedNumber(setting.low);
    const QString high = typedNumber(setting.high);
    const QString shown = shortened(typed);
    if (setting.isWhole) {
        return Text::tr("%1 must be a whole number from %2 to %3, not %4.")
            .arg(name, low, count(std::llround(setting.high)), shown);
    }
    if (setting.includesHigh)
        return Text::tr("%1 must be over %2 and at most %3, not %4.").arg(name, low, high, shown);
    return (setting.includesLow ? Text::tr("%1 must be at least %2 and below %3, not %4.")
                                : Text::tr("%1 must be over %2 and below %3, not %4."))
        .arg(name, low, high, shown);
}

bool admits(const descent::Setting& setting, double value) {
    const bool low = setting.includesLow ? value >= setting.low : value > setting.low;
    const bool high = setting.includesHigh ? value <= setting.high : value < setting.high;
    return low && high && (!setting.isWhole || value == std::floor(value));
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
    return knobValueFrom(text, setting, name);
}

}  // namespace

QString knobText(std::string_view name, const std::vector<descent::Setting>& settings) {
    QStringList knobs;
    for (const descent::Setting& setting : settings) {
        if (setting.value != setting.usual)
            knobs += latin(setting.knob) + QLatin1Char('=') + valueText(setting);
    }
    if (knobs.isEmpty()) return latin(name);
    return latin(name) + QLatin1Char(':') + knobs.join(QLatin1Char(','));
}

QString nameIn(const QString& text) {
    return text.section(QLatin1Char(':'), 0, 0).trimmed();
}

QString unknownName(Kind kind, const QString& name, const std::vector<std::string_view>& names) {
    const QString shown = shortened(name);
    const QString all = listed(names);
    const QString near = meant(name, names);
    if (near.isEmpty()) {
        return (kind == Kind::Method ? Text::tr("“%1” is not known. The methods are %2.")
                                     : Text::tr("“%1” is not known. The schedules are %2."))
            .arg(shown, all);
    }
    return (kind == Kind::Method
                ? Text::tr("“%1” is not known. Did you mean %2? The methods are %3.")
                : Text::tr("“%1” is not known. Did you mean %2? The schedules are %3."))
        .arg(shown, near, all);
}

Typed<double> knobValueFrom(const QString& text, const descent::Setting& knob, const QString& name,
                            const QLocale& own) {
    const auto number = numberFrom(text, own);
    if (!number || admits(knob, *number)) return number;
    return outside(knob, name, text);
}

Typed<Knobs> knobsFrom(Kind kind, const QString& text,
                       const std::vector<descent::Setting>& settings) {
    Knobs knobs;
    if (!text.contains(QLatin1Char(':'))) return knobs;
    const QString owner = nameIn(text);
    const QString all = text.section(QLatin1Char(':'), 1);
    if (all.trimmed().isEmpty()) return nothingSet(kind, owner, settings);
    if (const QString fault = decimalCommaIn(all, settings); !fault.isEmpty()) return fault;
    for (const QString& part : all.split(QLatin1Char(','))) {
        const QString knob = part.section(QLatin1Char('='), 0, 0).trimmed();
        if (part.trimmed().isEmpty()) {
            return Text::tr("Nothing stands beside a comma of “%1”. Take that comma out.")
                .arg(shortened(text));
        }
        const auto setting = std::ranges::find_if(
            settings, [&](const descent::Setting& each) { return latin(each.knob) == knob; });
        if (setting == settings.end()) return unknownKnob(kind, owner, settings, knob);
        const auto isSame = [&](const auto& given) { return given.first == setting->knob; };
        if (std::ranges::any_of(knobs, isSame))
            return Text::tr("%1 is set twice. Set it once.").arg(knob);
        const QString given = part.section(QLatin1Char('='), 1).trimmed();
        if (given.isEmpty()) {
            return Text::tr("%1 has no value: write it as %1=%2.").arg(knob, valueText(*setting));
        }
        const auto value = valueFrom(given, *setting);
        if (!value) return value.error();
        knobs.emplace_back(setting->knob, *value);
    }
    return knobs;
}

}  // namespace session
