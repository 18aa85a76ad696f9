// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <array>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "planes.h"

/// A run of several variables, and what was said of it.
struct PlaneRunHere {
    std::string function;
    descent::Point start;
    descent::Settings settings;
    formula::Analysis analysis;
    descent::Trajectory steps;
    insight::Verdict verdict;

    descent::Objective objective() const {
        return descent::Objective(analysis, settings.direction);
    }
    const insight::PlaneFinding& finding() const { return *verdict.inPlane; }
    descent::Whole wholeOf(const descent::Settings& others) const {
        return descent::whole(objective(), others, start);
    }
    /// The run simply continued, with that many more steps and no tolerance to end it.
    descent::Whole continued(std::int64_t more) const {
        descent::Settings free = descent::lasting(settings, verdict.steps + more);
        free.tolerance = 0;
        return wholeOf(free);
    }
    /// The same with the tolerance.
    descent::Whole resumed(std::int64_t more) const {
        return wholeOf(descent::lasting(settings, verdict.steps + more));
    }
    std::string name() const {
        QStringList from;
        for (const double value : start) from += QString::number(value, 'g', 17);
        return QStringLiteral("%1 from %2, %3, α %4, N %5, %6, noise %7, %8")
            .arg(QString::fromStdString(function), from.join(u','))
            .arg(QString::fromLatin1(descent::name(settings.method).data()))
            .arg(settings.alpha, 0, 'g', 17)
            .arg(settings.maxIterations)
            .arg(QString::fromLatin1(descent::name(settings.schedule).data()))
            .arg(settings.noise.sigma)
            .arg(settings.direction == descent::Direction::Descend ? QStringLiteral("down")
                                                                   : QStringLiteral("up"))
            .toStdString();
    }
};

/// The run to its end, judged with what lies in the rectangle in view.
inline PlaneRunHere planeRun(const std::string& function, const descent::Point& start,
                             const descent::Settings& settings,
                             const insight::Rectangle& view = {{-5, 5}, {-5, 5}}) {
    PlaneRunHere run{function, start, settings, analysed(function), {}, {}};
    const descent::Objective objective = run.objective();
    const auto [steps, outcome] = descent::whole(objective, settings, start);
    run.steps = steps;
    const auto places = start.size() == 2 ? insight::stationaryPlaces(objective, view)
                                          : std::vector<insight::StationaryPlace>();
    run.verdict = insight::judge(objective, settings, steps, outcome, {}, {}, places);
    return run;
}

/// Random runs of two variables, and some of three, the same ones each time.
class PlaneRuns {
public:
    explicit PlaneRuns(std::uint64_t seed) : m_random(seed) {}

    PlaneRunHere next(bool plain, bool noisy) {
        const bool three = part() < 0.1;
        m_names =
            three ? std::vector<std::string>{"x", "y", "z"} : std::vector<std::string>{"x", "y"};
        descent::Settings settings;
        if (!plain) settings.method = descent::methods()[m_random() % descent::methods().size()];
        settings.alpha = rounded(std::pow(10, -2.7 + 3 * part()));
        settings.maxIterations = std::llround(std::pow(10, 1.8 + 1.7 * part()));
        if (part() < 0.15) settings.direction = descent::Direction::Ascend;
        if (!plain && part() < 0.2)
            settings.schedule = descent::schedules()[m_random() % descent::schedules().size()];
        if (noisy) settings.noise = {std::pow(10, -3 + 3 * part()), m_random() % 9};
        std::vector<double> start;
        for (std::size_t i = 0; i < m_names.size(); ++i) start.push_back(rounded(between(-3, 3)));
        return planeRun(function(), descent::Point(start), settings);
    }

private:
    double part() { return static_cast<double>(m_random() >> 11) * 0x1p-53; }
    double between(double low, double high) { return low + part() * (high - low); }
    static std::string text(double value) {
        std::array<char, 32> buffer{};
        std::snprintf(buffer.data(), buffer.size(), "%.3g", value);
        return buffer.data();
    }
    static double rounded(double value) { return std::stod(text(value)); }
    std::string coefficient(double least, double most) {
        const double size = std::exp(between(std::log(least), std::log(most)));
        return std::string("(").append(text(part() < 0.25 ? -size : size)).append(")");
    }
    const std::string& name() { return m_names[m_random() % m_names.size()]; }
    std::string linear() {
        std::string sum = "(";
        for (const std::string& each : m_names)
            sum.append(coefficient(0.3, 3)).append("*").append(each).append("+");
        return sum.append(coefficient(0.1, 3)).append(")");
    }
    std::string term() {
        switch (m_random() % 9) {
            case 0:
                return coefficient(0.1, 5) + "*" + linear() + "^2";
            case 1:
                return coefficient(0.1, 2) + "*sin(" + linear() + ")";
            case 2:
                return coefficient(0.1, 2) + "*" + name() + "*" + name() + "*" + name();
            case 3:
                return coefficient(0.1, 3) + "*exp(-(" + linear() + ")^2)";
            case 4:
                return "ln(1+" + linear() + "^2)";
            case 5:
                return "sqrt(1+" + linear() + "^2)";
            case 6:
                return coefficient(0.1, 2) + "*abs(" + linear() + ")";
            case 7:
                return coefficient(0.1, 2) + "*" + linear() + "^4";
            default:
                return coefficient(0.1, 3) + "*" + name() + "*" + name();
        }
    }
    std::string function() {
        std::string sum;
        if (part() < 0.6)
            for (const std::string& each : m_names)
                sum.append(text(std::exp(between(-3, 3)))).append("*").append(each).append("^2+");
        sum.append(term());
        for (auto more = m_random() % 3; more > 0; --more) sum.append("+").append(term());
        // So that all of them occur.
        for (const std::string& each : m_names) sum.append("+0.01*").append(each).append("^4");
        return sum;
    }

    std::mt19937_64 m_random;
    std::vector<std::string> m_names;
};
