// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <string>
#include <vector>

#include "byhand.h"
#include "descent/descent.h"
#include "descent/trajectory.h"
#include "formula/analysis.h"
#include "insight/verdict/verdict.h"

/// The analysis of a text that reads; ends the program when it does not.
inline formula::Analysis analysed(const std::string& text) {
    auto analysis = formula::analyse(text);
    if (!analysis) qFatal("\"%s\" does not read", text.c_str());
    return std::move(analysis).value();
}

struct FinishedRun {
    descent::Trajectory trajectory;
    descent::Outcome outcome;
    insight::Verdict verdict;
};

/// The run from `start` to its end, judged with these stationary points in view.
inline FinishedRun finished(const formula::Analysis& analysis, double start,
                            const descent::Settings& settings,
                            const std::vector<insight::StationaryPoint>& inView = {}) {
    const descent::Objective objective(analysis, settings.direction);
    const auto [trajectory, outcome] = descent::whole(objective, settings, start);
    return {trajectory, outcome, insight::judge(objective, settings, trajectory, outcome, inView)};
}
