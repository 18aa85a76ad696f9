// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs of several variables that the limit of iterations ended.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>

#include "insight/plane/kind.h"
#include "insight/plane/planejudging.h"
#include "insight/plane/principal.h"
#include "insight/plane/rates.h"
#include "insight/plane/survey.h"
#include "insight/verdict/laststeps.h"

namespace insight {

using descent::Point;

namespace {

constexpr std::size_t longTail = 1000;
constexpr std::size_t recent = 64;
constexpr std::size_t few = 4;

/// The mean of the last places, and their mean distance from it.
struct Cloud {
    Point mean;
    double spread = 0;
};

Cloud cloudOf(const Path& path, std::size_t first, std::size_t last) {
    const auto count = static_cast<double>(last - first);
    Cloud cloud{path.point(first)};
    std::ranges::fill(cloud.mean, 0.0);
    for (std::size_t n = first; n < last; ++n)
        cloud.mean = moved(cloud.mean, path.point(n), 1 / count);
    for (std::size_t n = first; n < last; ++n) cloud.spread += path.distance(n, cloud.mean) / count;
    return cloud;
}

class Unfinished {
public:
    explicit Unfinished(const PlaneRun& run)
        : m_run(run),
          m_path(run.trajectory),
          m_plain(descent::isPlain(run.settings)),
          m_ahead(continued(run.objective, run.settings,
                            run.trajectory.state(run.trajectory.size() - 1))),
          m_next(m_ahead.steps) {}

    PlaneEnd judge() const {
        if (standsStill()) return judgeStalled(m_run);
        if (const auto found = cycle()) return *found;
        if (const auto found = crawl()) return *found;
        if (const auto found = rattle()) return *found;
        if (const auto found = growth()) return *found;
        if (isIrregular()) return PlaneWandering{tail(), m_path.extents(tailSize())};
        return motion();
    }

private:
    std::size_t tailSize() const { return std::min(longTail, m_path.size() / 2); }
    std::int64_t tail() const { return static_cast<std::int64_t>(tailSize()); }
    std::int64_t stepsAhead() const { return static_cast<std::int64_t>(m_next.size()) - 1; }
    bool goesOn() const { return m_ahead.outcome == descent::Outcome::MaxIterations; }
    bool leaves() const {
        return m_ahead.outcome == descent::Outcome::Diverged ||
               m_ahead.outcome == descent::Outcome::LeftDomain;
    }
    /// Of the steps that follow, those that are no end.
    descent::Trajectory following() const {
        return m_ahead.steps.prefix(m_next.size() - (leaves() ? 1 : 0));
    }

    bool standsStill() const {
        for (std::size_t n = 1; n < m_next.size(); ++n) {
            if (m_next.distance(0, n) != 0) return false;
        }
        return goesOn() || m_ahead.outcome == descent::Outcome::Stalled;
    }

    /// What it looks for, in the middle of those places.
    std::optional<StationaryPlace> within(const PlaneSwing& swing) const {
        constexpr double rounding = 1e-6;
        Point middle = m_path.point(0);
        for (std::size_t i = 0; i < middle.size(); ++i) middle[i] = swing.extents[i].centre();
        const auto place = stationaryPlaceNear(m_run.objective, middle);
        if (!place || !isSought(*place, m_run.settings.direction)) return std::nullopt;
        const double slack = rounding * swing.width;
        for (std::size_t i = 0; i < middle.size(); ++i) {
            const auto [low, high] = swing.extents[i];
            if (place->at[i] < low - slack || place->at[i] > high + slack) return std::nullopt;
        }
        return place;
    }

    std::optional<PlaneCycle> cycle() const {
        constexpr double exact = 1e-6;  // of the width
        const auto swing = swingInPlane(m_run.settings, m_ahead);
        if (!swing) return std::nullopt;
        const auto turn = static_cast<std::size_t>(swing->period);
        const double slack = exact * swing->width;
        const std::vector<Range> now = m_path.extents(turn);
        const bool here = m_path.size() > 2 * turn &&
                          std::ranges::equal(now, swing->extents, [slack](Range one, Range other) {
                              return std::abs(one.low - other.low) <= slack &&
                                     std::abs(one.high - other.high) <= slack;
                          });
        PlaneCycle cycle{*swing, !here};
        cycle.exact = comesBackExactly(m_run.settings, m_ahead.steps, swing->period);
        cycle.swing.period = placesIn(m_ahead.steps, *swing);
        cycle.ahead = stepsAhead();
        cycle.about = within(*swing);
        if (cycle.about) cycle.rates = ratesAt(m_run.settings, *cycle.about);
        return cycle;
    }

    std::optional<PlaneCrawl> crawl() const {
        if (m_ahead.outcome != descent::Outcome::Converged) return foretold();
        PlaneCrawl crawl{static_cast<double>(stepsAhead()), true};
        crawl.goal = restAt(m_run, m_next.point(m_next.size() - 1));
        if (crawl.goal) {
            const auto rates = ratesAt(m_run.settings, *crawl.goal);
            if (m_plain && rates && isSteady(*rates)) crawl.rate = dominant(*rates);
        }
        return crawl;
    }

    /// Whether the gradient shrinks in what follows as theory has it close to a place.
    bool isSteady(const Rates& rates) const {
        constexpr std::size_t window = 20;
        constexpr double exact = 0.05;
        const double factor = dominant(rates);
        if (!(factor > 0 && factor < 1) || m_next.size() < 4 * window) return false;
        const std::size_t last = m_next.size() - 1;
        const auto isAsTold = [&](std::size_t n) {
            const double seen = std::log(m_next.slope(n) / m_next.slope(n - window)) / window;
            return std::abs(seen - std::log(factor)) <= exact * -std::log(factor);
        };
        return isAsTold(last) && isAsTold(last / 4 * 3) && isAsTold(last / 2);
    }

    /// Where the slowest direction alone is left to go.
    std::optional<PlaneCrawl> foretold() const {
        if (!m_plain || !goesOn()) return std::nullopt;
        const std::size_t last = m_next.size() - 1;
        const auto goal = stationaryPlaceNear(m_run.objective, m_next.point(last));
        const auto rates = goal ? ratesAt(m_run.settings, *goal) : std::nullopt;
        if (!rates || !isSteady(*rates)) return std::nullopt;
        const double factor = dominant(*rates);
        const double more =
            std::log(m_run.settings.tolerance / m_next.slope(last)) / std::log(factor);
        if (!std::isfinite(more)) return std::nullopt;
        return PlaneCrawl{static_cast<double>(stepsAhead()) + more, false, factor, goal};
    }

    /// Whether it would come to rest without the noise, or nearly so.
    bool calmsDown(double spread) const {
        constexpr double little = 0.1;
        descent::Settings calm = m_run.settings;
        calm.noise = {};
        const Continuation ahead =
            continued(m_run.objective, calm, m_run.trajectory.state(m_path.size() - 1));
        if (ahead.outcome == descent::Outcome::Converged) return true;
        if (ahead.outcome != descent::Outcome::MaxIterations) return false;
        const Path path(ahead.steps);
        return cloudOf(path, path.size() / 2, path.size()).spread <= little * spread;
    }

    /// Whether it would stay there, followed ten times as far: within the tolerance is no rest.
    bool staysCalm(double spread) const {
        constexpr std::size_t effort = 20'000'000;  // some tenths of a second
        constexpr double little = 0.1;
        const auto affordable = static_cast<std::int64_t>(effort / m_run.objective.effort());
        const std::int64_t steps = std::clamp<std::int64_t>(affordable, 1000, 50'000);
        const descent::State from = m_run.trajectory.state(m_path.size() - 1);
        descent::Settings calm = descent::lasting(m_run.settings, from.iteration + steps);
        calm.noise = {};
        calm.tolerance = 0;
        descent::Descent run(m_run.objective, calm, from);
        run.advance(from.iteration + steps / 10);
        const Point there = run.state().at;
        double farthest = 0;
        run.watch(from.iteration + steps, {}, [&](std::span<const double> at) {
            farthest = std::fmax(farthest, descent::distance(there, Point(at)));
        });
        const bool goesOn = *run.outcome() == descent::Outcome::MaxIterations ||
                            *run.outcome() == descent::Outcome::Stalled;
        return goesOn && farthest <= little * spread;
    }

    std::optional<PlaneRattle> rattle() const {
        constexpr std::size_t enough = 64;
        constexpr double alike = 2;
        if (!(m_run.settings.noise.sigma > 0) || !goesOn() || tailSize() < enough)
            return std::nullopt;
        if (!descent::isConstant(m_run.settings.schedule)) return std::nullopt;
        const Cloud now = cloudOf(m_path, m_path.size() - tailSize(), m_path.size());
        const Cloud then = cloudOf(m_next, m_next.size() / 2, m_next.size());
        const bool stays = now.spread < alike * then.spread && then.spread < alike * now.spread &&
                           descent::distance(now.mean, then.mean) < now.spread;
        if (!stays || !calmsDown(now.spread)) return std::nullopt;
        return PlaneRattle{tail(), now.spread, now.mean, staysCalm(now.spread)};
    }

    std::optional<PlaneGrowth> growth() const {
        constexpr std::size_t steps = 16;
        if (!m_plain || !growsAside(m_run.objective, m_path, steps)) return std::nullopt;
        if (m_next.size() >= 5 && !growsAside(m_run.objective, m_next, m_next.size()))
            return std::nullopt;
        const std::size_t last = m_path.size() - 1;
        PlaneGrowth growth{m_path.distance(last - 1, last) / m_path.distance(last - 2, last - 1),
                           sequelOf(m_ahead)};
        Point middle = m_path.point(last);
        middle = moved(middle, moved(m_path.point(last - 1), m_path.point(last), -1), 0.5);
        if (const auto found = repelling(m_run, middle)) {
            growth.about = found->place;
            growth.rates = found->rates;
        }
        return growth;
    }

    /// Whether it goes about without repeating, and will go on so.
    bool isIrregular() const {
        constexpr std::size_t enough = 32;
        if (!m_plain || m_path.size() <= enough || !goesOn()) return false;
        return !improves(m_run.objective, m_run.trajectory, recent) &&
               !improves(m_run.objective, m_ahead.steps, m_next.size() / 2);
    }

    bool improvesOn() const {
        const descent::Trajectory later = following();
        const std::size_t known = later.size();
        if (known < 2) return true;
        return improves(m_run.objective, later, known) &&
               (m_plain || later.value(known - 1) != later.value(known - 2));
    }

    bool fallsOn() const {
        const descent::Trajectory later = following();
        return falls(m_run.objective, m_run.trajectory, recent) &&
               falls(m_run.objective, later, later.size());
    }

    PlaneMotion motion() const {
        using Trend = PlaneMotion::Trend;
        const std::int64_t known = stepsAhead() - (leaves() ? 1 : 0);
        PlaneMotion motion{Trend::Uneven, known, sequelOf(m_ahead)};
        if (m_ahead.outcome == descent::Outcome::Stalled) return motion;
        const bool improved = improves(m_run.objective, m_run.trajectory, recent);
        if (isLevel(m_run.trajectory, few) && isLevel(m_ahead.steps, m_next.size())) {
            motion.trend = Trend::Level;
        } else if (improved && improvesOn() && known > 0) {
            motion.trend = fallsOn() ? Trend::Improving : Trend::Easing;
        } else if (improved) {
            motion.trend = Trend::Turning;
        }
        return motion;
    }

    const PlaneRun& m_run;
    const Path m_path;
    const bool m_plain;
    const Continuation m_ahead;
    const Path m_next;
};

}  // namespace

PlaneEnd judgeUnfinished(const PlaneRun& run) {
    return Unfinished(run).judge();
}

}  // namespace insight
