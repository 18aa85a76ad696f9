// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/tables.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <vector>

#include "output/basintable.h"
#include "output/places.h"
#include "output/racetable.h"
#include "session/constants.h"
#include "session/fields/fields.h"
#include "session/wording/wording.h"

namespace output {

namespace {

using Columns = std::vector<descent::Trajectory::Column>;

/// The columns of a run with their names in a table.
struct Named {
    Columns columns;  ///< those of the variables first
    std::vector<std::string> names;
};

bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::ranges::find(names, name) != names.end();
}

/// What the variables are called in a table: with a _ behind, or as many as it takes, where another
/// column of any run has that name.
std::vector<std::string> variablesIn(const std::vector<Columns>& runs,
                                     const std::vector<std::string>& variables) {
    std::vector<std::string> taken{"iteration"};
    if (runs.size() > 1) taken.emplace_back("runner");
    for (const Columns& columns : runs)
        for (std::size_t i = variables.size(); i < columns.size(); ++i)
            taken.push_back(columns[i].name());
    std::vector<std::string> names;
    for (const std::string& variable : variables) {
        std::string name = variable;
        while (contains(taken, name) || (name != variable && contains(variables, name)) ||
               contains(names, name))
            name += '_';
        names.push_back(name);
    }
    return names;
}

/// Of runs that outlive them.
std::vector<Named> named(const std::vector<descent::Trajectory>& runs,
                         const std::vector<std::string>& variables) {
    std::vector<Columns> all;
    for (const descent::Trajectory& run : runs) all.push_back(run.columns(variables));
    const std::vector<std::string> places = variablesIn(all, variables);
    std::vector<Named> tables;
    for (Columns& columns : all) {
        std::vector<std::string> names = places;
        for (std::size_t i = places.size(); i < columns.size(); ++i)
            names.push_back(columns[i].name());
        tables.push_back({std::move(columns), std::move(names)});
    }
    return tables;
}

/// Null where the run has no such column.
const descent::Trajectory::Column* find(const Named& run, const std::string& name) {
    const auto found = std::ranges::find(run.names, name);
    return found == run.names.end()
               ? nullptr
               : &run.columns[static_cast<std::size_t>(found - run.names.begin())];
}

/// Those of all, in the order in which they come first.
std::vector<std::string> namesIn(const std::vector<Named>& runs) {
    std::vector<std::string> all;
    for (const Named& run : runs)
        for (const std::string& name : run.names)
            if (!contains(all, name)) all.push_back(name);
    return all;
}

/// The rows of one runner after the other, each with its number; what a method lacks stays empty.
QByteArray stepsOfAll(const session::Report& report, const Steps& steps) {
    std::vector<descent::Trajectory> runs;
    for (std::size_t place = 0; place <= report.others.size(); ++place)
        runs.push_back(report.of(place).trajectory);
    const std::vector<Named> tables = named(runs, report.analysis().variables);
    const std::vector<std::string> names = namesIn(tables);
    QByteArray text("runner,iteration");
    for (const std::string& name : names) text += ',' + QByteArray::fromStdString(name);
    text += '\n';
    for (std::size_t place = 0; place < runs.size(); ++place) {
        const auto last = static_cast<std::int64_t>(runs[place].size()) - 1;
        for (std::int64_t n = steps.from; n <= std::min(last, steps.to); ++n) {
            text +=
                QByteArray::number(qulonglong{place + 1}) + ',' + QByteArray::number(qlonglong{n});
            for (const std::string& name : names) {
                text += ',';
                const auto* const column = find(tables[place], name);
                if (column) appendNumber(text, (*column)[static_cast<std::size_t>(n)]);
            }
            text += '\n';
        }
    }
    return text;
}

/// The only variable, with a _ behind it where that name is taken.
QString placeName(const session::Report& report) {
    const QString name = report.session.function.variable();
    const QStringList taken{QStringLiteral("outcome"),
                            QStringLiteral("steps"),
                            QStringLiteral("f"),
                            QStringLiteral("gradient"),
                            QStringLiteral("verdict"),
                            QStringLiteral("derivative"),
                            QStringLiteral("constants"),
                            QStringLiteral("runners"),
                            QStringLiteral("race"),
                            QStringLiteral("chosen"),
                            QStringLiteral("variables"),
                            QStringLiteral("at"),
                            QStringLiteral("stationary_points")};
    const bool isField = std::ranges::any_of(
        session::fields(), [&](const session::Field& field) { return field.name == name; });
    return isField || taken.contains(name) ? name + u'_' : name;
}

/// What became of a run.
QJsonObject outcomeOf(const session::Report& report) {
    const insight::Verdict& verdict = report.verdict;
    const session::Function& function = report.session.function;
    QJsonObject object{
        {QStringLiteral("outcome"), session::outcomeName(verdict.outcome)},
        {QStringLiteral("steps"), qint64{verdict.steps}},
        {QStringLiteral("f"), verdict.last.value},
        {QStringLiteral("at"), byName(function, verdict.last.at)},
        {QStringLiteral("gradient"), numberOrByName(function, verdict.last.gradient)},
        {QStringLiteral("verdict"), session::describe(report)},
    };
    if (function.dimension() == 1) object[placeName(report)] = verdict.last.at[0];
    return object;
}

/// Each by its name.
QJsonObject constantsOf(const session::Session& session) {
    const formula::Valued function = session::valued(session);
    QJsonObject object;
    for (std::size_t i = 0; i < function->constants.size(); ++i)
        object[QString::fromStdString(function->constants[i])] = function.constants()[i];
    return object;
}

/// Of several variables the partial derivatives by name.
QJsonValue derivativeOf(const session::Function& function) {
    const auto& gradient = function.analysis().gradient;
    const auto plain = [&](std::size_t i) {
        return QString::fromStdString(formula::plain(gradient[i]));
    };
    if (gradient.size() == 1) return plain(0);
    QJsonObject object;
    const QStringList names = function.variables();
    for (std::size_t i = 0; i < gradient.size(); ++i)
        object[names[static_cast<qsizetype>(i)]] = plain(i);
    return object;
}

/// What is as usual may have no text, and is left out.
void add(QJsonObject& object, const session::Field& field, const session::Session& session) {
    const QString text = field.text(session);
    if (text.isEmpty()) return;
    if (field.kind == session::Field::Kind::Place) {
        object[field.name] = numberOrByName(session.function, session.initialGuess);
        return;
    }
    const bool isText = field.kind == session::Field::Kind::Text;
    object[field.name] = isText ? QJsonValue(text) : QJsonValue(text.toDouble());
}

/// Each with what it has of its own.
QJsonArray runnersOf(const session::Report& report) {
    QJsonArray all;
    for (std::size_t place = 0; place <= report.others.size(); ++place) {
        const session::Report own = report.of(place);
        QJsonObject object = outcomeOf(own);
        for (const session::Field& field : session::fields()) {
            if (!field.key.isEmpty()) add(object, field, own.session);
        }
        object[QStringLiteral("chosen")] = place == report.session.chosen;
        all += object;
    }
    return all;
}

}  // namespace

void appendNumber(QByteArray& text, double value) {
    if (std::isnan(value)) {
        text += "nan";  // without a sign
        return;
    }
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                   std::chars_format::general, 17);
    text.append(digits.data(), end.ptr - digits.data());
}

QByteArray table(const descent::Trajectory& trajectory, const Steps& steps, char separator,
                 const std::vector<std::string>& variables) {
    const std::vector<descent::Trajectory> runs{trajectory};
    const Named run = named(runs, variables).front();
    QByteArray text("iteration");
    for (const std::string& name : run.names) {
        text += separator;
        text += QByteArray::fromStdString(name);
    }
    text += '\n';
    const std::int64_t last = std::min(static_cast<std::int64_t>(trajectory.size()) - 1, steps.to);
    for (std::int64_t n = steps.from; n <= last; ++n) {
        text += QByteArray::number(qlonglong{n});
        for (const auto& column : run.columns) {
            text += separator;
            appendNumber(text, column[static_cast<std::size_t>(n)]);
        }
        text += '\n';
    }
    return text;
}

QByteArray csv(const session::Report& report, const Options& options) {
    if (options.view == session::View::Race)
        return raceTable(report.session, session::race(report), ',');
    const insight::SharedBasins& basins = report.landmarks.planeBasins;
    if (options.view == session::View::Basins && basins && !basins->ends.empty())
        return basinTable(*basins);
    return report.others.empty()
               ? table(report.trajectory, options.steps, ',', report.analysis().variables)
               : stepsOfAll(report, options.steps);
}

/// JSON has no word for NaN and the infinities: where there is no number, Qt writes null.
QByteArray json(const session::Report& report, const Options& options) {
    const bool ofRace = options.view == session::View::Race;
    QJsonObject object = ofRace ? QJsonObject() : outcomeOf(report);
    object[QStringLiteral("variables")] =
        QJsonArray::fromStringList(report.session.function.variables());
    const bool areSought = report.session.function.dimension() <= 2;
    if (!ofRace && areSought)
        object[QStringLiteral("stationary_points")] = stationaryPointsOf(report);
    object[QStringLiteral("derivative")] = derivativeOf(report.session.function);
    if (!report.analysis().constants.empty())
        object[QStringLiteral("constants")] = constantsOf(report.session);
    for (const session::Field& field : session::fields()) {
        const bool isTold = field.concern != session::Field::Concern::Sight;
        const bool isShared = field.repeated.isEmpty() && (!ofRace || field.key.isEmpty());
        if (isTold && isShared) add(object, field, report.session);
    }
    if (ofRace) {
        object[QStringLiteral("race")] = raceResult(report.session, session::race(report));
    } else if (!report.others.empty()) {
        object[QStringLiteral("runners")] = runnersOf(report);
    }
    return QJsonDocument(object).toJson();
}

}  // namespace output
