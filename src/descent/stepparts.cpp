// SPDX-License-Identifier: GPL-3.0-or-later
#include "descent/stepparts.h"

#include <cmath>
#include <limits>
#include <utility>

#include "descent/rules.h"

namespace descent {

namespace {

template <typename Rule>
concept HasParts = requires {
    Rule::parts;
};

template <typename Rule>
concept Scales = Rule::scales;

/// As the step that led there has them.
template <typename Rule>
const auto& partsAt(const Rule& rule, const State& to) {
    if constexpr (requires { rule.partsOf(to); }) {
        return rule.partsOf(to);
    } else {
        return Rule::parts;
    }
}

/// Of the step from this state, whose gradient is that of the cost.
template <typename Rule>
std::vector<StepParts::Part> partsOf(const Rule& rule, const State& from, const State& to,
                                     double alpha) {
    std::vector<StepParts::Part> parts;
    if constexpr (HasParts<Rule>) {
        const auto lengths = rule.partLengths(from, to, alpha);
        const auto& names = partsAt(rule, to);
        for (std::size_t i = 0; i < lengths.size(); ++i) {
            const double kept = names[i].origin == Origin::Memory ? rule.*Rule::shrinksBy : 1;
            const double before = kept > 0 ? lengths[i] / kept : lengths[i];
            parts.push_back({names[i], lengths[i], before});
        }
    }
    return parts;
}

std::vector<double> refusedBy(const Settings& settings, const State& from, const State& to,
                              double slope) {
    return std::visit(
        [&]<typename Rule>(const Rule& rule) {
            std::vector<double> places;
            if constexpr (Rule::searches) {
                const StepLength step = stepLength(settings, from, to);
                double length = step.alpha;
                for (int i = 0; i < step.refused; ++i, length = shorter(rule, length))
                    places.push_back(from.at[0] - length * slope);
            }
            return places;
        },
        settings.method);
}

/// The same state with this coordinate before the others: no rule that has parts tells them apart.
State inFront(State state, std::size_t coordinate) {
    const auto swap = [&](Point& point) {
        if (coordinate < point.size()) std::swap(point[0], point[coordinate]);
    };
    swap(state.at);
    swap(state.gradient);
    for (Point& vector : state.memory) swap(vector);
    return state;
}

/// As near as two ways of rounding the same place.
bool isSame(double a, double b) {
    constexpr double rounding = 4 * std::numeric_limits<double>::epsilon();
    return std::abs(a - b) <= rounding * std::fmax(std::abs(a), std::abs(b));
}

}  // namespace

StepParts stepParts(const Settings& settings, const State& start, const State& end,
                    std::size_t coordinate) {
    const bool descends = settings.direction == Direction::Descend;
    const State from = inFront(asSeen(settings, start), coordinate);
    const State to = inFront(end, coordinate);
    State cost = from;
    for (double& slope : cost.gradient) slope = descends ? slope : -slope;
    const double slope = cost.gradient[0];
    const double step = to.at[0] - from.at[0];
    const double alpha = alphaAt(settings, from.iteration);

    StepParts made;
    if (!isPlain(settings.method))
        made.parts = std::visit([&](const auto& rule) { return partsOf(rule, cost, to, alpha); },
                                settings.method);
    const double plain = -alpha * slope;
    if (scales(settings.method) && !isSame(from.at[0] + plain, to.at[0])) made.plain = plain;
    made.refused = refusedBy(settings, from, to, slope);
    const double curvature = -from.gradient[0] / step;
    if (hasParabola(settings.method) && std::isfinite(curvature) && curvature != 0)
        made.curvature = curvature;
    return made;
}

std::vector<PartName> partNames(const Method& method) {
    if (isPlain(method)) return {};
    return std::visit(
        []<typename Rule>(const Rule&) {
            std::vector<PartName> names;
            if constexpr (HasParts<Rule>) names.assign(Rule::parts.begin(), Rule::parts.end());
            return names;
        },
        method);
}

bool scales(const Method& method) {
    return std::visit([]<typename Rule>(const Rule&) { return Scales<Rule>; }, method);
}

bool searches(const Method& method) {
    return std::visit([]<typename Rule>(const Rule&) { return Rule::searches; }, method);
}

std::string_view curvatureName(const Method& method, const State& from, const State& to) {
    if (isPlain(method)) return Gradient::parabola;
    return std::visit(
        [&]<typename Rule>(const Rule& rule) -> std::string_view {
            if constexpr (requires { rule.parabolaOf(from, to); }) {
                return rule.parabolaOf(from, to);
            } else if constexpr (requires { Rule::parabola; }) {
                return Rule::parabola;
            } else {
                return {};
            }
        },
        method);
}

bool hasParabola(const Method& method) {
    if (isPlain(method)) return true;
    return std::visit(
        []<typename Rule>(const Rule&) {
            return requires {
                Rule::parabola;
            };
        },
        method);
}

}  // namespace descent
