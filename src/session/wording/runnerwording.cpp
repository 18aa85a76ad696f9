// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/wording/runnerwording.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
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
    if (differsIn(&Runner::start)) {
        const QString start = shownPlace(own.start, digits);
        told +=
            own.start.size() > 1 ? Text::tr("from %1").arg(start) : Text::tr("x₀ %1").arg(start);
    }
    if (differsIn(&Runner::schedule)) told += scheduleLabel(own.schedule);
    if (differsIn(&Runner::noise)) told += Text::tr("σ %1").arg(number(own.noise.sigma, digits));
    return {methodLabel(own.method), briefly(own.method), told.join(QStringLiteral(", "))};
}

}  // namespace session
