// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <string>
#include <vector>

#include "descent/descent.h"
#include "descent/trajectory.h"
#include "formula/analysis.h"
#include "insight/verdict.h"

/// The analysis of a text that reads; ends the program when it does not.
inline core::Analysis analysed(const std::string& text) {
    auto analysis = core::analyse(text);
    if (!analysis) qFatal("\"%s\" does not read", text.c_str());
    return std::move(analysis).value();
}

struct FinishedRun {
    core::Trajectory trajectory;
    core::Outcome outcome;
    core::Verdict verdict;
};

/// The run from `start` to its end, judged with these stationary points in view.
inline FinishedRun finished(const core::Analysis& analysis, double start,
                            const core::Settings& settings,
                            const std::vector<core::StationaryPoint>& inView = {}) {
    const core::Objective objective(analysis);
    core::Trajectory trajectory;
    core::Step step = core::begin(objective, {start, 0});
    trajectory.append(step);
    auto outcome = core::outcome(settings, step);
    while (!outcome) {
        step = core::next(objective, settings, step);
        trajectory.append(step);
        outcome = core::outcome(settings, step);
    }
    return {trajectory, *outcome, core::judge(objective, settings, trajectory, *outcome, inView)};
}
