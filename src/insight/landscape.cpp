// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/landscape.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <memory>
#include <utility>

#include "formula/batch.h"

namespace insight {

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// A sample, and whether the curve between it and the next one may still bend.
struct Knot {
    double x = 0;
    double value = 0;
    bool open = true;
};

double finite(double value) {
    return std::isfinite(value) ? value : nothing;
}

class Sampler {
public:
    Sampler(const Curve& curve, const Viewport& view,
            std::int64_t evaluations = std::numeric_limits<std::int64_t>::max(),
            std::stop_token stop = {})
        : m_curve(curve),
          m_view(view),
          m_left(evaluations),
          m_stop(std::move(stop)),
          m_columnsPerX(view.columns / view.x.width()),
          m_rowsPerValue(view.rows / view.value.width()) {}

    Sketch curve() {
        std::vector<Knot> knots = uniform();
        const std::size_t most = knots.size() * 12;
        for (int level = 0; level < 9 && knots.size() < most; ++level) {
            if (!affords(2 * knots.size()) || !refine(knots)) break;
        }
        auto points = withBreaks(knots);
        return {std::move(points), m_complete};
    }

private:
    /// NaN where the function is not finite.
    double at(double x) {
        --m_left;
        return finite(m_curve.at(x));
    }

    /// At each place; not at the last ones when it is asked to stop.
    std::vector<Knot> knotsAt(std::span<const double> places) {
        std::vector<Knot> knots;
        std::array<double, formula::Tape::lanes> values{};
        do {
            const auto next = places.first(std::min(values.size(), places.size()));
            m_curve.atEach(next, values.data());
            for (std::size_t i = 0; i < next.size(); ++i)
                knots.push_back({next[i], finite(values[i]), true});
            m_left -= std::ssize(next);
            places = places.subspan(next.size());
        } while (!places.empty() && !m_stop.stop_requested());
        if (!places.empty()) m_complete = false;
        return knots;
    }

    /// Whether so many evaluations may follow; otherwise the curve stays coarse.
    bool affords(std::size_t evaluations) {
        if (m_left < static_cast<std::int64_t>(evaluations) || m_stop.stop_requested())
            m_complete = false;
        return m_complete;
    }

    std::vector<Knot> uniform() {
        int count = std::max(m_view.columns, 2);
        if (!affords(2 * static_cast<std::size_t>(count)))
            count = static_cast<int>(std::clamp<std::int64_t>(m_left / 2, 2, count));
        std::vector<double> places;
        for (int i = 0; i < count; ++i)
            places.push_back(m_view.x.low + m_view.x.width() * i / count);
        places.push_back(m_view.x.high);
        return withPlaces(knotsAt(places));
    }

    /// With those that nothing may be missed at.
    std::vector<Knot> withPlaces(std::vector<Knot> knots) {
        std::vector<double> places = m_view.places;
        if (places.empty() || !affords(places.size())) return knots;
        std::erase_if(places, [this](double x) { return !m_view.x.contains(x); });
        std::ranges::copy(knotsAt(places), std::back_inserter(knots));
        std::ranges::sort(knots, {}, &Knot::x);
        const auto twice = std::ranges::unique(knots, {}, &Knot::x);
        knots.erase(twice.begin(), twice.end());
        return knots;
    }

    /// Halves every open interval; false when there was none.
    bool refine(std::vector<Knot>& knots) {
        const std::vector<Knot> middles = knotsAt(middlesOf(knots));
        std::vector<Knot> finer;
        finer.reserve(knots.size() + middles.size());
        const bool few = fewPeaks(knots);
        auto next = middles.begin();
        for (std::size_t i = 0; i + 1 < knots.size(); ++i) {
            const Knot& left = knots[i];
            const Knot& right = knots[i + 1];
            finer.push_back(left);
            if (next == middles.end() || !left.open || middleOf(left, right) != next->x) continue;
            const Knot middle = *next++;
            const bool bent = bends(left, middle, right) || (few && peaks(left, middle, right));
            const bool tops = few && i > 0 && peaks(knots[i - 1], left, middle);
            const bool topped = few && i + 2 < knots.size() && peaks(middle, right, knots[i + 2]);
            finer.back().open = bent || tops;
            finer.push_back({middle.x, middle.value, bent || topped});
        }
        finer.push_back(knots.back());
        knots = std::move(finer);
        return !middles.empty();
    }

    static double middleOf(const Knot& left, const Knot& right) {
        return left.x + (right.x - left.x) / 2;
    }

    /// Of the open intervals that have one.
    static std::vector<double> middlesOf(const std::vector<Knot>& knots) {
        std::vector<double> middles;
        for (std::size_t i = 0; i + 1 < knots.size(); ++i) {
            const double x = middleOf(knots[i], knots[i + 1]);
            if (knots[i].open && knots[i].x < x && x < knots[i + 1].x) middles.push_back(x);
        }
        return middles;
    }

    /// True when the chord from left to right misses the middle by more than a third of a pixel, in
    /// view.
    bool bends(const Knot& left, const Knot& middle, const Knot& right) const {
        const int defined =
            std::isfinite(left.value) + std::isfinite(middle.value) + std::isfinite(right.value);
        if (defined < 3) return defined > 0;
        const auto [lowest, highest] = std::minmax({left.value, middle.value, right.value});
        if (highest < m_view.value.low || lowest > m_view.value.high) return false;
        const double rise = (right.value - left.value) * m_rowsPerValue;
        const double run = (right.x - left.x) * m_columnsPerX;
        const double off =
            std::abs(middle.value - (left.value / 2 + right.value / 2)) * m_rowsPerValue;
        return off * run > std::hypot(rise, run) / 3;
    }

    /// True when the middle is the lowest or the highest of the three by so much that the extremum
    /// beside it may be visibly lower or higher: in a steep column the chords alone do not tell.
    bool peaks(const Knot& left, const Knot& middle, const Knot& right) const {
        const double before = (middle.value - left.value) * m_rowsPerValue;
        const double after = (middle.value - right.value) * m_rowsPerValue;
        constexpr double visible = 2;  // a parabola through them goes an eighth of that beyond
        return before * after >= 0 && std::max(std::abs(before), std::abs(after)) > visible &&
               m_view.value.contains(middle.value);
    }

    /// Among many nobody sees where each of them ends.
    bool fewPeaks(const std::vector<Knot>& knots) const {
        constexpr int most = 32;
        int count = 0;
        for (std::size_t i = 1; i + 1 < knots.size() && count <= most; ++i) {
            count += peaks(knots[i - 1], knots[i], knots[i + 1]);
        }
        return count <= most;
    }

    std::vector<CurvePoint> withBreaks(const std::vector<Knot>& knots) {
        std::vector<CurvePoint> points;
        points.reserve(knots.size());
        for (std::size_t i = 0; i < knots.size(); ++i) {
            append(points, knots[i]);
            if (i + 1 < knots.size()) appendBreak(points, knots[i], knots[i + 1]);
        }
        dropLonePoints(points);
        return points;
    }

    /// A point between two breaks, such as sign(0), is no line.
    static void dropLonePoints(std::vector<CurvePoint>& points) {
        for (std::size_t i = 1; i + 1 < points.size(); ++i) {
            if (std::isnan(points[i - 1].value) && std::isnan(points[i + 1].value))
                points[i].value = nothing;
        }
    }

    void appendBreak(std::vector<CurvePoint>& points, const Knot& left, const Knot& right) {
        const bool leftDefined = std::isfinite(left.value);
        const bool rightDefined = std::isfinite(right.value);
        if (!leftDefined && !rightDefined) return;
        Knot low = left;
        Knot high = right;
        if (leftDefined && rightDefined) {
            if (!affords(1) || !jumps(low, high)) return;
        } else if (affords(1)) {
            approachEdge(low, high, leftDefined);
        }
        if (low.x > left.x) append(points, low);
        points.push_back({low.x, nothing});
        if (high.x < right.x) append(points, high);
    }

    /// Narrows [low, high] around a jump or a pole between them; false when f is continuous there.
    bool jumps(Knot& low, Knot& high) {
        constexpr double visibleRows = 4;
        const double whole = std::abs(high.value - low.value);
        if (whole * m_rowsPerValue < visibleRows) return false;
        for (int halving = 0; halving < 60; ++halving) {
            const double x = low.x + (high.x - low.x) / 2;
            if (x <= low.x || x >= high.x) break;
            const Knot middle{x, at(x), false};
            if (!std::isfinite(middle.value)) return true;
            const bool onTheLeft =
                std::abs(middle.value - low.value) > std::abs(high.value - middle.value);
            (onTheLeft ? high : low) = middle;
            if (std::abs(high.value - low.value) < whole / 10) return false;
        }
        return true;
    }

    /// Narrows [low, high] around the edge of the domain between them.
    void approachEdge(Knot& low, Knot& high, bool lowDefined) {
        for (int halving = 0; halving < 60; ++halving) {
            const double x = low.x + (high.x - low.x) / 2;
            if (x <= low.x || x >= high.x) break;
            const Knot middle{x, at(x), false};
            (std::isfinite(middle.value) == lowDefined ? low : high) = middle;
        }
    }

    void append(std::vector<CurvePoint>& points, const Knot& knot) const {
        // Far outside the view the height makes no difference; kept small, it cannot overflow
        // later.
        const double reach = 1e9 * m_view.value.width();
        const double centre = m_view.value.centre();
        const double value = std::isnan(knot.value)
                                 ? nothing
                                 : std::clamp(knot.value, centre - reach, centre + reach);
        points.push_back({knot.x, value});
    }

    const Curve& m_curve;
    const Viewport& m_view;
    std::int64_t m_left;  ///< evaluations
    std::stop_token m_stop;
    bool m_complete = true;
    double m_columnsPerX;
    double m_rowsPerValue;
};

}  // namespace

Curve::Curve(const descent::Objective& objective)
    : at([&objective](double x) { return objective.told(objective.value(x)); }),
      atEach([batch = std::make_shared<formula::Batch>(formula::tapeOfValue(objective.function()))](
                 std::span<const double> places, double* values) {
          while (!places.empty()) {
              const auto next = places.first(std::min(formula::Tape::lanes, places.size()));
              std::ranges::copy(next, batch->variable(0));
              batch->evaluate(next.size());
              values = std::copy_n(batch->result(0), next.size(), values);
              places = places.subspan(next.size());
          }
      }) {}

std::vector<CurvePoint> sample(const Curve& curve, const Viewport& view) {
    return Sampler(curve, view).curve().points;
}

std::vector<CurvePoint> sample(const descent::Objective& objective, const Viewport& view) {
    return sample(Curve(objective), view);
}

Sketch sketch(const Curve& curve, const Viewport& view, std::int64_t evaluations,
              const std::stop_token& stop) {
    return Sampler(curve, view, evaluations, stop).curve();
}

}  // namespace insight
