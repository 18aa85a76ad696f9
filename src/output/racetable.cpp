// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/racetable.h"

#include <QJsonObject>

#include "output/places.h"
#include "output/tables.h"
#include "session/method.h"
#include "session/runners.h"
#include "session/wording/briefwording.h"

namespace output {

namespace {

struct Cell {
    QString name;
    QJsonValue value;  ///< null where nothing is known
};

QJsonValue placeOf(const session::Racer& racer) {
    if (racer.place) return *racer.place;
    return racer.isUnfinished() ? QStringLiteral("unfinished") : QJsonValue();
}

std::vector<Cell> cellsOf(const session::Session& own, const session::Racer& racer) {
    const auto& verdict = racer.verdict;
    const auto known = [&verdict](auto value) {
        return verdict ? QJsonValue(value(*verdict)) : QJsonValue();
    };
    using insight::Verdict;
    return {
        {QStringLiteral("place"), placeOf(racer)},
        {QStringLiteral("runner"), static_cast<int>(racer.runner) + 1},
        {QStringLiteral("method"), session::methodText(own.settings.method)},
        {QStringLiteral("alpha"), own.settings.alpha},
        {QStringLiteral("initial_guess"), numberOrByName(own.function, own.initialGuess)},
        {QStringLiteral("outcome"),
         known([](const Verdict& told) { return session::outcomeName(told.outcome); })},
        {QStringLiteral("steps_to_tolerance"), known([](const Verdict& told) {
             return told.finish.step ? QJsonValue(qint64{*told.finish.step}) : QJsonValue();
         })},
        {QStringLiteral("leaves_again"),
         known([](const Verdict& told) { return told.finish.leaves; })},
        {QStringLiteral("stays_from"), known([](const Verdict& told) {
             return told.finish.stays ? QJsonValue(qint64{*told.finish.stays}) : QJsonValue();
         })},
        {QStringLiteral("evaluations"),
         known([](const Verdict& told) { return qint64{told.finish.evaluations}; })},
        {QStringLiteral("f"), known([](const Verdict& told) { return told.last.value; })},
        {QStringLiteral("verdict"),
         known([&own](const Verdict& told) { return session::brief(told, own.settings); })},
    };
}

/// A place is a column for each variable.
std::vector<Cell> partsOf(const Cell& cell, const session::Function& function) {
    if (!cell.value.isObject()) return {cell};
    std::vector<Cell> parts;
    for (const QString& name : function.variables())
        parts.push_back({cell.name + u'_' + name, cell.value.toObject()[name]});
    return parts;
}

void append(QByteArray& text, const QJsonValue& value, char separator) {
    if (value.isDouble()) return appendNumber(text, value.toDouble());
    if (value.isBool()) {
        text += value.toBool() ? "yes" : "no";
        return;
    }
    const QByteArray words = value.toString().toUtf8();
    text += words.contains(separator) ? '"' + words + '"' : words;
}

}  // namespace

QByteArray raceTable(const session::Session& session, const std::vector<session::Racer>& racers,
                     char separator) {
    QByteArray names;
    QByteArray rows;
    for (const session::Racer& racer : racers) {
        names.clear();
        for (const Cell& cell : cellsOf(session::choosing(session, racer.runner), racer)) {
            for (const Cell& single : partsOf(cell, session.function)) {
                if (!names.isEmpty()) {
                    names += separator;
                    rows += separator;
                }
                names += single.name.toUtf8();
                append(rows, single.value, separator);
            }
        }
        rows += '\n';
    }
    return names + '\n' + rows;
}

QJsonArray raceResult(const session::Session& session, const std::vector<session::Racer>& racers) {
    QJsonArray all;
    for (const session::Racer& racer : racers) {
        QJsonObject object;
        for (const Cell& cell : cellsOf(session::choosing(session, racer.runner), racer))
            object[cell.name] = cell.value;
        all += object;
    }
    return all;
}

}  // namespace output
