// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/wording/runnerwording.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <iterator>
#include <string_view>

#include "session/method.h"
#include "session/methodwords.h"
#include "session/place.h"
#include "session/wording/wording.h"

namespace session {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(RunnerWording)
};

/// Those that are set otherwise than usual: "β 0.8".
QStringList knobsOf(const Runner& runner, int digits) {
    QStringList knobs;
    for (const descent::Setting& knob : descent::settingsOf(runner.method)) {
        if (knob.value == knob.usual) continue;
        knobs += knob.isSwitch
                     ? Text::tr("without %1").arg(knobLabel(knob.knob))
                     : Text::tr("%1 %2").arg(knobLabel(knob.knob), number(knob.value, digits));
    }
    return knobs;
}

/// Those that another one has otherwise, also where this one has them as usual.
QStringList differingKnobs(const Runner& own, const std::vector<Runner>& alike, int digits) {
    QStringList told;
    const std::vector<descent::Setting> knobs = descent::settingsOf(own.method);
    for (std::size_t i = 0; i < knobs.size(); ++i) {
        const bool differs = std::ranges::any_of(alike, [&](const Runner& other) {
            return descent::settingsOf(other.method)[i].value != knobs[i].value;
        });
        if (!differs) continue;
        const QString without = Text::tr("without %1").arg(knobLabel(knobs[i].knob));
        const QString with = Text::tr("with %1").arg(knobLabel(knobs[i].knob));
        told += knobs[i].isSwitch ? (knobs[i].value != 0 ? with : without)
                                  : Text::tr("%1 %2").arg(knobLabel(knobs[i].knob),
                                                          number(knobs[i].value, digits));
    }
    return told;
}

QString startOf(const Runner& runner, int digits) {
    const QString start = shownPlace(runner.start, digits);
    return runner.start.size() > 1 ? Text::tr("from %1").arg(start) : Text::tr("x₀ %1").arg(start);
}

/// See RunnerName::own.
QString whatTells(const Runner& own, const std::vector<Runner>& runners, int digits) {
    std::vector<Runner> alike;
    std::ranges::copy_if(runners, std::back_inserter(alike), [&](const Runner& other) {
        return other.method.index() == own.method.index();
    });
    const auto differsIn = [&](const std::vector<Runner>& others, auto part) {
        return std::ranges::any_of(
            others, [&](const Runner& other) { return !(other.*part == own.*part); });
    };
    QStringList told;
    if (differsIn(runners, &Runner::alpha)) told += Text::tr("α %1").arg(number(own.alpha, digits));
    told += differingKnobs(own, alike, digits);
    if (differsIn(alike, &Runner::start)) told += startOf(own, digits);
    if (differsIn(alike, &Runner::schedule)) told += scheduleLabel(own.schedule);
    if (differsIn(alike, &Runner::noise))
        told += Text::tr("σ %1").arg(number(own.noise.sigma, digits));
    return told.join(QStringLiteral(", "));
}

QString briefly(const descent::Method& method) {
    const std::string_view name = descent::name(method);
    if (name == "gradient") return Text::tr("Gradient");
    if (name == "nesterov") return Text::tr("Nesterov");
    if (name == "newton") return Text::tr("Newton");
    if (name == "barzilai-borwein") return Text::tr("Barzilai–B.");
    return methodLabel(method);
}

}  // namespace

std::vector<KnobWords> knobsToTell(const descent::Method& method, int digits) {
    constexpr double small = 0.02;
    std::vector<KnobWords> told;
    for (const descent::Setting& knob : descent::settingsOf(method)) {
        const bool isUsual = knob.value == knob.usual;
        if (isUsual && (knob.isSwitch || knob.usual < small)) continue;
        const QString set = knob.value != 0 ? Text::tr("on") : Text::tr("off");
        told.push_back({knobLabel(knob.knob), knob.isSwitch ? set : number(knob.value, digits)});
    }
    return told;
}

RunnerName nameOf(const std::vector<Runner>& runners, std::size_t place, int digits) {
    const Runner& own = runners[place];
    const auto differsIn = [&](auto part) {
        return std::ranges::any_of(runners, [&](const Runner& other) {
            const bool isAlike =
                other.method.index() == own.method.index() && other.alpha == own.alpha;
            return isAlike && !(other.*part == own.*part);
        });
    };
    QStringList told{Text::tr("α %1").arg(number(own.alpha, digits))};
    if (differsIn(&Runner::method)) told += knobsOf(own, digits);
    if (differsIn(&Runner::start)) told += startOf(own, digits);
    if (differsIn(&Runner::schedule)) told += scheduleLabel(own.schedule);
    if (differsIn(&Runner::noise)) told += Text::tr("σ %1").arg(number(own.noise.sigma, digits));
    return {methodLabel(own.method), briefly(own.method), told.join(QStringLiteral(", ")),
            whatTells(own, runners, digits)};
}

}  // namespace session
