// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/constants.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "session/fields/fields.h"
#include "session/fields/fieldtext.h"
#include "session/names.h"
#include "session/place.h"
#include "session/wording/wording.h"

namespace session {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Constants)
};

using Constants = std::vector<Constant>;

template <typename All>
auto find(All& constants, std::string_view name) {
    return std::ranges::find(constants, name, &Constant::name);
}

/// Those of the function, in its order, with the values that are known.
Constants settled(const Function& function, const Constants& known) {
    Constants all;
    for (const std::string& name : function.analysis().constants) {
        const auto found = find(known, name);
        all.push_back(found == known.end() ? Constant{name} : *found);
    }
    return all;
}

formula::Wanted asConstants(const Constants& constants) {
    formula::Wanted wanted;
    for (const Constant& each : constants) wanted.constants.push_back(each.name);
    return wanted;
}

/// What varies goes on varying unless it is one of these.
formula::Wanted asConstants(const Constants& constants, const Function& function) {
    formula::Wanted wanted = asConstants(constants);
    wanted.named = function.analysis().variables;
    return wanted;
}

QString wordOf(const Constant& constant) {
    QString word = QString::fromStdString(constant.name) + u'=' + exact(constant.value);
    if (constant.range) word += QStringLiteral(",range=") + exact(*constant.range);
    if (constant.step) word += QStringLiteral(",step=") + exact(*constant.step);
    return word;
}

/// Reads "range=0:1" into a constant.
QString readKey(const QString& part, Constant& into) {
    const QString key = part.section(u'=', 0, 0);
    const QString value = part.section(u'=', 1);
    if (key == QLatin1String("range")) {
        const auto range = rangeFrom(value);
        if (!range) return range.error();
        into.range = *range;
        return {};
    }
    if (key == QLatin1String("step")) {
        const auto step = sliderStepFrom(value);
        if (!step) return step.error();
        into.step = *step;
        return {};
    }
    return Text::tr("%1 is not known: behind the value of a constant stand range and step.")
        .arg(quoted(key));
}

Typed<Constant> constantIn(const QString& word) {
    const QStringList parts = word.split(u',');
    const QString name = parts.front().section(u'=', 0, 0).trimmed();
    if (!parts.front().contains(u'=') || name.isEmpty()) {
        return Text::tr("%1 is no constant: write a name and its value, such as a=2.")
            .arg(quoted(word));
    }
    if (const QString fault = nameFault(name); !fault.isEmpty()) return fault;
    const auto value = constantFrom(parts.front().section(u'=', 1));
    if (!value) return value.error();
    Constant constant{name.toStdString(), *value};
    for (const QString& part : parts.mid(1)) {
        if (!part.contains(u'=')) {
            return Text::tr("%1 is not a number: use a point as decimal mark, such as 0.5.")
                .arg(quoted(parts.front().section(u'=', 1) + u',' + part));
        }
        if (const QString fault = readKey(part, constant); !fault.isEmpty()) return fault;
    }
    if (constant.range) {
        constant.range->low = std::min(constant.range->low, constant.value);
        constant.range->high = std::max(constant.range->high, constant.value);
    }
    return constant;
}

Typed<Constants> constantsIn(const QString& text) {
    Constants all;
    for (const QString& word : text.split(u' ', Qt::SkipEmptyParts)) {
        const auto constant = constantIn(word);
        if (!constant) return constant.error();
        if (find(all, constant->name) != all.end())
            return doubledFault(QString::fromStdString(constant->name));
        all.push_back(*constant);
    }
    if (all.size() > formula::mostConstants)
        return Text::tr("There can be at most %1 constants.").arg(formula::mostConstants);
    return all;
}

}  // namespace

formula::Valued valued(const Session& session) {
    const auto& analysis = session.function.shared();
    std::vector<double> values;
    values.reserve(analysis->constants.size());
    for (const std::string& name : analysis->constants) {
        const auto found = find(session.constants, name);
        values.push_back(found == session.constants.end() ? 1 : found->value);
    }
    return {analysis, std::move(values)};
}

Session withFunction(Session session, const Function& function) {
    session = startingIn(session, function);
    session.function = function;
    session.constants = settled(function, session.constants);
    return session;
}

formula::Result<Function, formula::ReadError> editedFunction(const Session& session,
                                                             const QString& text) {
    formula::Wanted wanted = asConstants(session.constants);
    const formula::Analysis& before = session.function.analysis();
    // A lone name is only the beginning of what is typed.
    if (!before.function.is(formula::Kind::Variable)) wanted.named = before.variables;
    auto function = Function::from(text, wanted);
    if (function || function.error().fault != formula::Fault::OnlyVariable) return function;
    wanted.constants.clear();
    return Function::from(text, wanted);
}

Slider sliderOf(const Constant& constant) {
    constexpr double usual = 5;
    constexpr double steps = 100;
    constexpr double smallest = 1e-300;  // its slider still has steps
    const double size = std::abs(constant.value);
    const bool isSmall = size >= smallest && size < 1;
    const double reach = isSmall         ? std::pow(10, std::floor(std::log10(size)) + 1)
                         : size <= usual ? usual
                                         : std::pow(10, std::ceil(std::log10(size)));
    const insight::Range range = constant.range.value_or(
        std::isfinite(reach) ? insight::Range{-reach, reach} : insight::Range{-size, size});
    return {range, constant.step.value_or((range.high / steps) - (range.low / steps))};
}

Session withConstant(Session session, std::string_view name, double value) {
    session.constants = settled(session.function, session.constants);
    const auto found = find(session.constants, name);
    if (found == session.constants.end()) return session;
    found->value = value;
    if (found->range) {
        found->range->low = std::min(found->range->low, value);
        found->range->high = std::max(found->range->high, value);
    }
    return session;
}

Typed<double> constantFrom(const QString& text, const QLocale& own) {
    return numberFrom(text, own);
}

Typed<double> sliderStepFrom(const QString& text, const QLocale& own) {
    const auto value = numberFrom(text, own);
    if (value && *value <= 0) return Text::tr("The step of a slider must be greater than 0.");
    return value;
}

QString constantsText(const Session& session) {
    QStringList words;
    for (const Constant& each : settled(session.function, session.constants)) words += wordOf(each);
    return words.join(u' ');
}

QString readConstants(const QString& text, Session& into) {
    const auto given = constantsIn(text);
    if (!given) return given.error();
    if (given->empty()) {
        into.constants = settled(into.function, {});
        return {};
    }
    Constants all = *given;
    for (const Constant& each : into.constants)
        if (find(all, each.name) == all.end()) all.push_back(each);
    for (const Constant& each : *given) {
        const formula::Analysis& analysis = into.function.analysis();
        const bool occurs = analysis.function.dependsOn({&each.name, 1});
        if (!occurs) return strangerFault(QString::fromStdString(each.name), into.function);
    }
    const auto function = Function::from(into.function.text(), asConstants(all, into.function));
    if (!function) return describe(function.error());
    into.constants = all;
    into = withFunction(into, *function);
    return {};
}

void announceConstants(const QString& text, Session& into) {
    const auto given = constantsIn(text);
    if (!given) return;
    for (const Constant& each : *given) {
        const auto found = find(into.constants, each.name);
        if (found == into.constants.end()) into.constants.push_back(each);
    }
}

QString constantsChange(const Session& before, const Session& after, int digits) {
    const Constant* changed = nullptr;
    for (const Constant& each : after.constants) {
        const auto old = find(before.constants, each.name);
        if (old != before.constants.end() && *old == each) continue;
        if (changed) return Text::tr("Change the constants");
        changed = &each;
    }
    if (!changed) return Text::tr("Change the constants");
    const QString name = QString::fromStdString(changed->name);
    const auto old = find(before.constants, changed->name);
    if (old != before.constants.end() && old->value == changed->value)
        return Text::tr("Change the slider of %1").arg(name);
    return Text::tr("Change %1 to %2").arg(name, number(changed->value, digits));
}

QString usualConstantsNote(const QStringList& names) {
    if (names.isEmpty()) return {};
    if (names.size() == 1) {
        return Text::tr("The constant %1 has no value and is 1. Give it one with --constant %1=2.")
            .arg(names.front());
    }
    return Text::tr("The constants %1 have no value and are 1. Give them one with --constant %2=2.")
        .arg(names.join(QStringLiteral(", ")), names.front());
}

}  // namespace session
