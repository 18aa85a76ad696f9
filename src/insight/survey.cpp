// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/survey.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <optional>

#include "insight/closeby.h"
#include "insight/shortest.h"

namespace insight {

namespace {

constexpr std::size_t mostBreaks = 64;

struct Sample {
    double x = 0;
    double value = 0;
};

/// Looks for extrema of one kind that have no zero of f'.
class BreakFinder {
public:
    BreakFinder(const descent::Objective& objective, const std::vector<StationaryPoint>& known,
                const std::vector<Sample>& samples, StationaryKind kind)
        : m_objective(objective),
          m_known(known),
          m_samples(samples),
          m_kind(kind),
          m_sign(kind == StationaryKind::Minimum ? 1 : -1) {}

    std::vector<StationaryPoint> found(const std::stop_token& stop) const {
        std::vector<StationaryPoint> points;
        for (const std::size_t i : candidates()) {
            if (stop.stop_requested()) break;
            if (const auto place = refined(i)) {
                points.push_back(*place);
            } else {
                std::ranges::copy(missedAt(i), std::back_inserter(points));
            }
        }
        return points;
    }

private:
    double value(double x) const { return m_objective.value(x); }
    /// Lower, or for maxima higher. A missing value is beaten by any.
    bool better(double a, double b) const { return m_sign * a < m_sign * b || std::isnan(b); }

    /// The samples that beat both their neighbours and are no stationary point's, the best first.
    std::vector<std::size_t> candidates() const {
        std::vector<std::size_t> all;
        for (std::size_t i = 1; i + 1 < m_samples.size(); ++i) {
            const double here = m_samples[i].value;
            if (std::isfinite(here) && better(here, m_samples[i - 1].value) &&
                better(here, m_samples[i + 1].value) && !explained(i))
                all.push_back(i);
        }
        const std::size_t size = std::min(mostBreaks, all.size());
        std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(size), all.end(),
                          [this](std::size_t a, std::size_t b) {
                              return m_sign * m_samples[a].value < m_sign * m_samples[b].value;
                          });
        all.resize(size);
        return all;
    }

    bool explained(std::size_t i) const {
        return std::any_of(m_known.begin(), m_known.end(), [&](const StationaryPoint& point) {
            return point.kind == m_kind && m_samples[i - 1].x <= point.x &&
                   point.x <= m_samples[i + 1].x;
        });
    }

    /// The stationary points of the kind that share the columns beside the sample with others.
    std::vector<StationaryPoint> missedAt(std::size_t i) const {
        constexpr int columns = 64;
        const Range beside{m_samples[i - 1].x, m_samples[i + 1].x};
        std::vector<StationaryPoint> points = stationaryPoints(m_objective, beside, columns);
        std::erase_if(points, [this](const StationaryPoint& p) { return p.kind != m_kind; });
        return points;
    }

    /// Follows f from the sample to its extreme between the neighbours; nothing where f does not
    /// break off there.
    std::optional<StationaryPoint> refined(std::size_t i) const {
        const double width = m_samples[i + 1].x - m_samples[i].x;
        Sample place = m_samples[i];
        for (const double part : {0.0, -1.0 / 3, 1.0 / 3}) {  // the sample may lie on the pole
            const double x = m_samples[i].x + part * width;
            Sample climber{x, value(x)};
            if (!climbsForEver(climber, width)) continue;
            const double infinity = std::numeric_limits<double>::infinity();
            return StationaryPoint{climber.x, -m_sign * infinity, 0, m_kind, Shape::Pole};
        }
        follow(place, width, 1000);
        const double slack = 1e-12 * std::max(1.0, std::abs(place.x));
        const double x = shortest(place.x, slack, [&](double at) {
            return std::isfinite(value(at)) && !better(place.value, value(at));
        });
        place = {x, value(x)};
        const Side left = sideOf(place, width, -1);
        const Side right = sideOf(place, width, 1);
        const bool alone = left.ends && right.ends;
        if (left.infinite || right.infinite || alone) return std::nullopt;
        if (!left.breaks() && !right.breaks()) return std::nullopt;
        const double error = m_objective.valueErrorBeside(place.x);
        if (left.breaks() && right.breaks())
            return StationaryPoint{place.x, place.value, 0, m_kind, Shape::Break, error};
        const Side& smooth = left.breaks() ? right : left;
        const auto edge = edgeAt(place.x);
        const bool taken = edge ? !(std::abs(value(*edge) - place.value) > smooth.explained) &&
                                      std::isfinite(value(*edge))
                                : left.ends || right.ends;
        const Shape limit = left.breaks() ? Shape::LimitFromRight : Shape::LimitFromLeft;
        return StationaryPoint{edge.value_or(place.x),       place.value, 0, m_kind,
                               taken ? Shape::Break : limit, error};
    }

    /// The place of few digits that x may be but for rounding, at which a jump is likely to be.
    static std::optional<double> edgeAt(double x) {
        constexpr double most = 1e8;  // times its last digit
        const double slack = 1e-12 * std::max(1.0, std::abs(x));
        double unit = 1;
        while (std::abs(std::round(x / unit) * unit - x) > slack) {
            unit /= 10;
            if (std::abs(x) > most * unit || unit < slack) return std::nullopt;
        }
        return shortest(x, slack, [](double) { return true; });
    }

    /// Whether the gains of f do not fade as it is followed, as at a pole, even that of a
    /// logarithm, until the numbers run out.
    bool climbsForEver(Sample& place, double step) const {
        constexpr int phases = 3;
        const int room = std::ilogb(step / spacing(place.x));
        const int halvings = std::min(12, (room - 2) / phases);
        if (halvings < 4) return false;
        double lastGain = 0;
        for (int phase = 0; phase < phases; ++phase) {
            const double before = place.value;
            step = follow(place, step, halvings);
            const double gain = std::abs(place.value - before);
            if (!(gain > 8 * m_objective.valueError(place.x)) || !(gain > 0.8 * lastGain))
                return false;
            lastGain = gain;
        }
        return true;
    }

    /// Goes where f is better, by steps that are halved each time, and gives the next step.
    double follow(Sample& place, double step, int halvings) const {
        for (int i = 0; i < halvings; ++i) {
            step /= 2;
            if (place.x + step == place.x) break;
            for (const double x : {place.x - step, place.x + step}) {
                const double there = value(x);
                if (std::isfinite(there) && better(there, place.value)) place = {x, there};
            }
        }
        return step;
    }

    /// f on one side of a place, close by.
    struct Side {
        bool infinite = false;
        bool ends = false;     ///< f has no values there
        double gap = 0;        ///< between the value at the place and those there
        double explained = 0;  ///< so much of that can be slope and rounding
        bool breaks() const { return ends || gap > explained; }
    };

    Side sideOf(Sample place, double width, double side) const {
        const double next = spacing(place.x);
        const double near = std::max(1e-8 * width, 64 * next);
        const double far = std::max(1e-4 * width, 1024 * next);
        const double beside = value(place.x + side * near);
        const double change = std::abs(value(place.x + side * far) - beside);
        const double error = m_objective.valueError(place.x + side * near);
        return {std::isinf(value(place.x + side * next)), std::isnan(beside),
                std::abs(beside - place.value), 8 * std::max(change, 2 * error)};
    }

    const descent::Objective& m_objective;
    const std::vector<StationaryPoint>& m_known;
    const std::vector<Sample>& m_samples;
    StationaryKind m_kind;
    double m_sign;
};

}  // namespace

std::vector<StationaryPoint> survey(const descent::Objective& objective, Range x, int columns,
                                    const std::stop_token& stop) {
    std::vector<StationaryPoint> points = stationaryPoints(objective, x, columns, stop);
    constexpr int finer = 4;  // a well between two columns has values, but no slope, in neither
    std::vector<Sample> samples;
    for (int i = 0; i <= finer * columns && !stop.stop_requested(); ++i) {
        const double at = x.low + x.width() * i / (finer * columns);
        const double value = objective.value(at);
        samples.push_back({at, std::isinf(value) ? std::nan("") : value});
    }
    std::vector<StationaryPoint> all = points;
    for (const auto kind : {StationaryKind::Minimum, StationaryKind::Maximum}) {
        const auto found = BreakFinder(objective, points, samples, kind).found(stop);
        all.insert(all.end(), found.begin(), found.end());
    }
    std::ranges::sort(all, {}, &StationaryPoint::x);
    return all;
}

StationaryKind sought(descent::Direction direction) {
    return direction == descent::Direction::Descend ? StationaryKind::Minimum
                                                    : StationaryKind::Maximum;
}

bool tied(const StationaryPoint& a, const StationaryPoint& b) {
    constexpr double relative = 1e-12;
    const double rounding = 4 * (a.error + b.error);
    const double size = std::max(std::abs(a.value), std::abs(b.value));
    return std::isfinite(size) && std::abs(a.value - b.value) <= relative * size + rounding;
}

const StationaryPoint* best(const std::vector<StationaryPoint>& points,
                            descent::Direction direction) {
    const double sign = direction == descent::Direction::Descend ? 1 : -1;
    const StationaryPoint* found = nullptr;
    for (const StationaryPoint& point : points) {
        if (point.kind != sought(direction) || isLimit(point.shape)) continue;
        if (!found || sign * point.value < sign * found->value) found = &point;
    }
    return found;
}

bool isAlone(const StationaryPoint& point, const std::vector<StationaryPoint>& points) {
    return std::ranges::none_of(points, [&](const StationaryPoint& other) {
        return other.kind == point.kind && other.x != point.x && !isLimit(other.shape);
    });
}

bool isBest(const StationaryPoint& point, const std::vector<StationaryPoint>& points,
            descent::Direction direction) {
    const StationaryPoint* first = best(points, direction);
    return first && point.kind == first->kind && !isLimit(point.shape) && !isAlone(point, points) &&
           (&point == first || tied(point, *first));
}

}  // namespace insight
