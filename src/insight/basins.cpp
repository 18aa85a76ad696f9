// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/basins.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "insight/refinement.h"

namespace insight {

namespace {

Fate fateOf(descent::Outcome outcome) {
    switch (outcome) {
        case descent::Outcome::Diverged:
            return Fate::Diverges;
        case descent::Outcome::LeftDomain:
            return Fate::Leaves;
        case descent::Outcome::Converged:
            return Fate::Settles;
        case descent::Outcome::Stalled:
            return Fate::Stalls;
        case descent::Outcome::MaxIterations:
        case descent::Outcome::OutOfMemory:
            break;
    }
    return Fate::Moves;
}

/// The neighbourhood of an end, as restAround() sees it.
class Neighbourhood {
public:
    Neighbourhood(const descent::Objective& objective, const descent::Settings& settings,
                  double end, double grain)
        : m_objective(objective), m_settings(settings), m_end(end), m_grain(grain) {}

    Rest rest() const {
        const Range stretch{edge(-1), edge(1)};
        if (!stretch.valid()) return {m_end, stretch};
        return {zero(stretch), stretch};
    }

private:
    /// Whether a plain step from there is none: others may be longer than the slope tells.
    bool stopsAt(double x) const {
        return std::abs(x) <= descent::divergenceBound && std::isfinite(m_objective.value(x)) &&
               std::abs(slope(x)) < m_settings.tolerance;
    }
    double slope(double x) const { return m_objective.slope(x); }

    /// The farthest place on one side up to which runs stop at once.
    double edge(double side) const {
        constexpr int farthest = 64;
        double inside = m_end;
        double step = std::numeric_limits<double>::epsilon() * std::max(1.0, std::abs(m_end));
        for (int grains = 0; grains < farthest;) {
            const double x = inside + side * step;
            if (x == inside || !stopsAt(x)) return between(inside, x);
            inside = x;
            if (step >= m_grain) ++grains;
            step = std::min(2 * step, std::max(step, m_grain));
        }
        return side * std::numeric_limits<double>::infinity();
    }

    double between(double inside, double outside) const {
        return lastLike(inside, outside, [this](double x) { return stopsAt(x); });
    }

    /// Where f' changes its sign; the middle where it does not.
    double zero(Range stretch) const {
        const double low = slope(stretch.low);
        if ((low < 0) == (slope(stretch.high) < 0)) return stretch.centre();
        return lastLike(stretch.low, stretch.high,
                        [&](double x) { return (slope(x) < 0) == (low < 0); });
    }

    const descent::Objective& m_objective;
    const descent::Settings& m_settings;
    double m_end;
    double m_grain;
};

/// Gathers the ends that are one place.
class Gathering {
public:
    explicit Gathering(BasinMap& map) : m_map(map), m_slack(1e-3 * grain(map)) {}

    void add(std::size_t column, const Ending& ending) {
        const Destination& destination = ending.destination;
        if (hasPlace(destination.fate)) m_ends.push_back({column, ending.rest});
        const bool moves = destination.fate != Fate::Settles || destination.steps > 0;
        if (moves) m_movers.push_back(m_map.start(column));
    }

    void finish() {
        std::sort(m_ends.begin(), m_ends.end(),
                  [](const End& a, const End& b) { return a.rest.x < b.rest.x; });
        std::size_t first = 0;
        for (std::size_t i = 0; i < m_ends.size(); ++i) {
            const bool last = i + 1 == m_ends.size();
            m_map.columns[m_ends[i].column].basin = static_cast<std::int32_t>(m_map.rests.size());
            if (!last && samePlace(m_ends[i].rest, m_ends[i + 1].rest)) continue;
            m_map.rests.push_back(Range{m_ends[first].rest.x, m_ends[i].rest.x}.centre());
            first = i + 1;
        }
    }

private:
    struct End {
        std::size_t column;
        Rest rest;
    };

    static double grain(const BasinMap& map) {
        return map.x.width() / static_cast<double>(map.columns.size());
    }

    bool samePlace(const Rest& left, const Rest& right) const {
        if (left.stretch.high + m_slack < right.x || right.stretch.low - m_slack > left.x)
            return false;
        const auto mover = std::upper_bound(m_movers.begin(), m_movers.end(), left.x);
        return mover == m_movers.end() || *mover >= right.x;
    }

    BasinMap& m_map;
    double m_slack;  ///< what no picture can show, and rounding near the edge of a stretch
    std::vector<End> m_ends;
    std::vector<double> m_movers;  ///< starts from which runs move on, ascending
};

}  // namespace

std::optional<Destination> destination(const descent::Objective& objective,
                                       const descent::Settings& settings, double start,
                                       const std::stop_token& stop) {
    descent::Descent run(objective, settings, descent::Point(start));
    run.advance(settings.maxIterations, stop);
    if (!run.outcome()) return std::nullopt;
    const descent::State last = run.state();
    return Destination{fateOf(*run.outcome()), -1, last.iteration, last.at[0]};
}

std::optional<Destination> endAtOnce(const descent::Objective& objective,
                                     const descent::Settings& settings, double start) {
    const auto end = descent::endAt(objective, settings, start);
    if (!end) return std::nullopt;
    return Destination{fateOf(*end), -1, 0, start};
}

Rest restAround(const descent::Objective& objective, const descent::Settings& settings, double end,
                double grain) {
    return Neighbourhood(objective, settings, end, grain).rest();
}

BasinMap basinMap(Range x, const std::vector<std::optional<Ending>>& columns) {
    BasinMap map{x, std::vector<Destination>(columns.size()), {}};
    Gathering gathering(map);
    std::vector<bool> done(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        done[i] = columns[i].has_value();
        if (!done[i]) continue;
        ++map.computed;
        map.columns[i] = columns[i]->destination;
        gathering.add(i, *columns[i]);
    }
    gathering.finish();
    map.complete = map.computed == columns.size();
    if (map.complete || map.computed == 0) return map;
    const std::vector<std::size_t> nearest = nearestDone(done);
    for (std::size_t i = 0; i < columns.size(); ++i) map.columns[i] = map.columns[nearest[i]];
    return map;
}

}  // namespace insight
