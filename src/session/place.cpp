// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/place.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>
#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "formula/ownnames.h"
#include "session/constants.h"
#include "session/fields/fieldtext.h"
#include "session/limits.h"
#include "session/names.h"
#include "session/wording/wording.h"

namespace session {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Places)
};

using Names = std::vector<std::string>;

constexpr double usualStart = 1;

std::optional<std::size_t> placeOf(const std::string& name, const Names& names) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return static_cast<std::size_t>(found - names.begin());
}

/// The parts between the commas that stand in no brackets.
QStringList partsOf(const QString& text) {
    QStringList parts{QString()};
    int depth = 0;
    for (const QChar letter : text) {
        if (letter == u'(') ++depth;
        if (letter == u')') --depth;
        if (letter == u',' && depth == 0) {
            parts += QString();
        } else {
            parts.last() += letter;
        }
    }
    return parts;
}

/// A name and its value.
struct Given {
    QString name;
    QString value;
};

std::optional<Given> givenIn(const QString& part) {
    static const QRegularExpression form(QStringLiteral("^\\s*(\\w+)\\s*=(?!=)(.*)$"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    const auto match = form.match(part);
    if (!match.hasMatch()) return std::nullopt;
    return Given{match.captured(1), match.captured(2)};
}

bool isByName(const QStringList& parts) {
    return std::ranges::any_of(parts,
                               [](const QString& part) { return givenIn(part).has_value(); });
}

/// "1,2" of two variables.
QString exampleOf(qsizetype numbers) {
    QStringList all;
    for (qsizetype i = 1; i <= numbers; ++i) all += QString::number(i);
    return all.join(u',');
}

/// "x=1,y=2".
QString exampleOf(const QStringList& names) {
    QStringList all;
    for (qsizetype i = 0; i < names.size(); ++i) all += names[i] + u'=' + QString::number(i + 1);
    return all.join(u',');
}

QString wrongCount(const QStringList& names, qsizetype given) {
    return Text::tr(
               "The function has the variables %1: write %2 numbers, such as %3 or %4, not %5. "
               "The decimal mark is a point.")
        .arg(listed(names), QString::number(names.size()), exampleOf(names.size()),
             exampleOf(names), QString::number(given));
}

/// What a part of the text is wrong about, told with the name of its variable.
QString ofVariable(const QString& name, const QString& fault) {
    return Text::tr("%1: %2").arg(name, fault);
}

Typed<descent::Point> inOrder(const QStringList& parts, const Function& function) {
    const QStringList names = function.variables();
    if (parts.size() != names.size()) return wrongCount(names, parts.size());
    std::vector<double> values;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const auto value = initialGuessFrom(parts[i]);
        if (!value) return ofVariable(names[i], value.error());
        values.push_back(*value);
    }
    return descent::Point(values);
}

/// Each name with its value.
Typed<std::vector<std::pair<QString, double>>> valuesIn(const QStringList& parts) {
    std::vector<std::pair<QString, double>> values;
    for (const QString& part : parts) {
        const auto given = givenIn(part);
        if (!given) {
            return Text::tr(
                       "%1 has no name: write a name and its value for each variable, such as "
                       "x=1,y=2. The decimal mark is a point.")
                .arg(quoted(part));
        }
        if (const QString fault = nameFault(given->name); !fault.isEmpty()) return fault;
        if (std::ranges::count(values, given->name, &std::pair<QString, double>::first) > 0)
            return doubledFault(given->name);
        const auto value = initialGuessFrom(given->value);
        if (!value) return ofVariable(given->name, value.error());
        values.emplace_back(given->name, *value);
    }
    return values;
}

/// The function with these names as variables.
Typed<Function> withVariables(const Session& session, const Names& named) {
    const formula::Analysis& analysis = session.function.analysis();
    formula::Wanted wanted;
    wanted.named = named;
    wanted.constants = analysis.constants;
    std::erase_if(wanted.constants,
                  [&](const std::string& name) { return placeOf(name, named).has_value(); });
    for (const std::string& name : analysis.variables) {
        if (!placeOf(name, named) && !formula::isUsualVariable(name))
            wanted.constants.push_back(name);
    }
    auto function = Function::from(session.function.text(), wanted);
    if (!function) return describe(function.error());
    return *function;
}

QString readByName(const QStringList& parts, Session& into) {
    const auto values = valuesIn(parts);
    if (!values) return values.error();
    Names named;
    for (const auto& [name, value] : *values) {
        named.push_back(name.toStdString());
        if (!into.function.analysis().function.dependsOn({&named.back(), 1}) &&
            !into.function.variables().contains(name))
            return strangerFault(name, into.function);
    }
    const auto function = withVariables(into, named);
    if (!function) return function.error();
    Session read = withFunction(into, *function);
    const Names& variables = function->analysis().variables;
    for (const std::string& name : variables) {
        if (placeOf(name, named)) continue;
        const QString shown = QString::fromStdString(name);
        return Text::tr(
                   "The variable %1 has no value: write %2, or give it a value of its own with "
                   "--constant %1=1.")
            .arg(shown, exampleOf(function->variables()));
    }
    for (const auto& [name, value] : *values) {
        const auto place = placeOf(name.toStdString(), variables);
        if (!place) {
            return Text::tr("%1 is a constant of the function: its value is given with --constant.")
                .arg(quoted(name));
        }
        read.initialGuess[*place] = value;
    }
    into = read;
    return {};
}

/// The coordinates of a place for a function with other variables.
descent::Point carried(const descent::Point& from, const Session& session, const Names& to) {
    const Names& before = session.function.analysis().variables;
    if (before.size() == 1 && to.size() == 1) return from;
    std::vector<double> gone;
    for (std::size_t i = 0; i < std::min(before.size(), from.size()); ++i)
        if (!placeOf(before[i], to)) gone.push_back(from[i]);
    std::vector<double> values;
    auto next = gone.begin();
    for (const std::string& name : to) {
        const auto constant = std::ranges::find(session.constants, name, &Constant::name);
        if (const auto stays = placeOf(name, before); stays && *stays < from.size()) {
            values.push_back(from[*stays]);
        } else if (constant != session.constants.end()) {
            values.push_back(
                std::clamp(constant->value, -descent::divergenceBound, descent::divergenceBound));
        } else {
            values.push_back(next == gone.end() ? usualStart : *next++);
        }
    }
    return descent::Point(values);
}

/// The usual ones where a name of them is gone.
Axes carried(const Axes& axes, const Names& from, const Names& to) {
    if (std::max(axes.across, axes.up) >= from.size()) return {};
    const auto across = placeOf(from[axes.across], to);
    const auto up = placeOf(from[axes.up], to);
    return across && up ? Axes{*across, *up} : Axes{};
}

/// Whether it is the variable of the function though x, y or z occur, and its text does not say so.
bool isChosen(const Function& function) {
    const formula::Analysis& analysis = function.analysis();
    if (formula::isUsualVariable(analysis.variables.front()) ||
        !std::ranges::any_of(analysis.constants, formula::isUsualVariable))
        return false;
    const auto reading = formula::readNamed(function.text().toStdString());
    return reading && reading->declared.empty();
}

}  // namespace

QString shownPlace(const descent::Point& place, int digits) {
    QStringList numbers;
    for (const double value : place) numbers += number(value, digits);
    return place.size() == 1 ? numbers.front() : u'(' + numbers.join(QStringLiteral(", ")) + u')';
}

QString startText(const Session& session) {
    const QStringList names = session.function.variables();
    if (names.size() == 1 && !isChosen(session.function)) return exact(session.initialGuess[0]);
    QStringList parts;
    for (qsizetype i = 0; i < names.size(); ++i)
        parts += names[i] + u'=' + exact(session.initialGuess[static_cast<std::size_t>(i)]);
    return parts.join(u',');
}

void announceStart(const QString& text, Session& into) {
    QStringList names;
    for (const QString& part : partsOf(text))
        if (const auto given = givenIn(part)) names += given->name;
    const auto function = Function::from(QStringLiteral("f(%1) = 0").arg(names.join(u',')));
    if (names.isEmpty() || !function) return;
    into = startingIn(into, *function);
    into.function = *function;
}

QString readStart(const QString& text, Session& into) {
    const QStringList parts = partsOf(text);
    if (isByName(parts)) return readByName(parts, into);
    // A number with a comma in it has words of its own.
    if (into.function.dimension() == 1) {
        const auto value = initialGuessFrom(text);
        if (value) into.initialGuess = *value;
        return value ? QString() : value.error();
    }
    return take(inOrder(parts, into.function), into.initialGuess);
}

Session startingIn(Session session, const Function& function) {
    const Names& to = function.analysis().variables;
    session.axes = carried(session.axes, session.function.analysis().variables, to);
    for (Runner& runner : session.others) runner.start = carried(runner.start, session, to);
    session.initialGuess = carried(session.initialGuess, session, to);
    if ((to.size() == 1) == (session.function.dimension() == 1)) return session;
    session.values.reset();
    session.view = to.size() == 1 ? View::Curve : View::Map;
    return session;
}

}  // namespace session
