// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cmath>
#include <limits>
#include <random>
#include <string>

#include "randomruns.h"
#include "runs.h"

/// A random function with a method, a schedule and noise, and what was said of the run.
struct MethodRun {
    std::string function;
    double start = 0;
    descent::Settings settings;
    formula::Analysis analysis;
    FinishedRun run;

    const insight::Verdict& verdict() const { return run.verdict; }
    const descent::Trajectory& steps() const { return run.trajectory; }
    descent::Objective objective() const {
        return descent::Objective(analysis, settings.direction);
    }
    /// The run simply continued, with that many more steps and no tolerance to end it.
    descent::Whole continued(std::int64_t more) const {
        descent::Settings free = descent::lasting(settings, verdict().steps + more);
        free.tolerance = 0;
        return descent::whole(objective(), free, start);
    }
    /// The same with the tolerance.
    descent::Whole resumed(std::int64_t more) const {
        return descent::whole(objective(), descent::lasting(settings, verdict().steps + more),
                              start);
    }
    std::string name() const {
        return QStringLiteral("%1 from %2, %3, α %4, N %5, %6, noise %7, %8, tolerance %9")
            .arg(QString::fromStdString(function))
            .arg(start)
            .arg(QString::fromLatin1(descent::name(settings.method).data()))
            .arg(settings.alpha, 0, 'g', 17)
            .arg(settings.maxIterations)
            .arg(QString::fromLatin1(descent::name(settings.schedule).data()))
            .arg(settings.noise.sigma)
            .arg(settings.direction == descent::Direction::Descend ? QStringLiteral("down")
                                                                   : QStringLiteral("up"))
            .arg(settings.tolerance)
            .toStdString();
    }
};

/// What of a run is drawn at random, too.
struct Drawn {
    bool schedule = false;
    bool noise = false;
    bool scale = false;     ///< of f, and the tolerance
    std::int64_t most = 0;  ///< steps, where that is not drawn
};

/// Random runs of one method, or of all, the same ones each time. The rates are those with which
/// people use such a method, over three decades.
class MethodRuns {
public:
    explicit MethodRuns(std::uint64_t seed) : m_functions(seed), m_random(seed) {}

    MethodRun next(const std::optional<descent::Method>& method = {}, Drawn drawn = {}) {
        while (true) {
            MethodRun made;
            made.function = m_functions.function();
            made.start = m_functions.start();
            made.settings = m_functions.settings();
            made.settings.method = method ? *method : anyMethod();
            made.settings.alpha = std::pow(10, -2.5 + 3 * part());
            if (drawn.most > 0) made.settings.maxIterations = drawn.most;
            if (drawn.schedule) made.settings.schedule = anySchedule();
            if (drawn.noise) made.settings.noise = {std::pow(10, -4 + 4 * part()), m_random() % 9};
            if (drawn.scale) {
                made.function = scaled(made.function);
                made.settings.tolerance = std::pow(10, -9 + 8 * part());
            }
            auto analysis = formula::analyse(made.function);
            if (!analysis) continue;
            made.analysis = std::move(analysis).value();
            made.run = finished(made.analysis, made.start, made.settings);
            return made;
        }
    }

private:
    double part() { return static_cast<double>(m_random() >> 11) * 0x1p-53; }

    std::string scaled(const std::string& function) {
        const auto power = static_cast<int>(m_random() % 13) - 6;
        return std::string("1e").append(std::to_string(power)).append("*").append(function);
    }

    descent::Method anyMethod() {
        const auto& all = descent::methods();
        return all[m_random() % all.size()];
    }

    descent::Schedule anySchedule() {
        const auto& all = descent::schedules();
        descent::Schedule schedule = all[1 + m_random() % (all.size() - 1)];
        if (auto* warmup = std::get_if<descent::Warmup>(&schedule))
            warmup->steps = std::round(std::pow(10, 1 + 2.5 * part()));
        if (auto* decay = std::get_if<descent::StepDecay>(&schedule))
            decay->every = std::round(std::pow(10, 0.5 + 2.5 * part()));
        if (auto* decay = std::get_if<descent::Exponential>(&schedule))
            decay->gamma = 1 - std::pow(10, -0.3 - 2.5 * part());
        return schedule;
    }

    RandomRuns m_functions;
    std::mt19937_64 m_random;
};
