// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/shape/curvepath.h"

#include <algorithm>
#include <cmath>

namespace plot {

namespace {

/// How far outside the area the curve may run without leaving the view.
constexpr double slack = 1;
/// Half the length over which the tangent is smoothed.
constexpr double smoothing = 2;

QPointF nearestOn(QPointF a, QPointF b, QPointF point) {
    const QPointF along = b - a;
    const double square = QPointF::dotProduct(along, along);
    if (!(square > 0)) return a;
    return a + std::clamp(QPointF::dotProduct(point - a, along) / square, 0.0, 1.0) * along;
}

}  // namespace

CurvePath::CurvePath(std::span<const insight::CurvePoint> curve, const Frame& frame,
                     double originColumn) {
    const QRectF view = frame.area.adjusted(-slack, -slack, slack, slack);
    m_points.reserve(curve.size());
    m_lengths.reserve(curve.size());
    m_gaps.reserve(curve.size());
    bool inViewBefore = false;
    for (const insight::CurvePoint& point : curve) {
        const QPointF pixel = frame.pixel(point.x, point.value);
        const bool inView = contains(view, pixel);
        const bool rollable = inView && inViewBefore;
        if (!m_points.empty()) {
            const QPointF step = pixel - m_points.back();
            m_lengths.push_back(m_lengths.back() + (rollable ? std::hypot(step.x(), step.y()) : 1));
            m_gaps.push_back(m_gaps.back() + (rollable ? 0 : 1));
            QLineF segment(m_points.back(), pixel);
            m_anyInView = m_anyInView || clip(segment, frame.area);
        } else {
            m_lengths.push_back(0);
            m_gaps.push_back(0);
        }
        m_points.push_back(pixel);
        inViewBefore = inView;
    }
    const double origin = length(originColumn);
    for (double& measured : m_lengths) measured -= origin;
}

double CurvePath::length(double column) const {
    if (m_points.empty()) return 0;
    auto right =
        std::lower_bound(m_points.begin(), m_points.end(), column,
                         [](const QPointF& point, double wanted) { return point.x() < wanted; });
    if (right == m_points.end()) return m_lengths.back();
    // A piece of curve may begin in the very column where a break is.
    while (std::isnan(right->y()) && right + 1 != m_points.end() && (right + 1)->x() == column) {
        ++right;
    }
    const auto i = static_cast<std::size_t>(right - m_points.begin());
    if (i == 0 || right->x() <= column) return m_lengths[i];
    const double part = (column - m_points[i - 1].x()) / (right->x() - m_points[i - 1].x());
    return m_lengths[i - 1] + part * (m_lengths[i] - m_lengths[i - 1]);
}

/// The index of the right end of the segment that holds this length; of two, the left one.
std::size_t CurvePath::segment(double length) const {
    const auto right = std::lower_bound(m_lengths.begin() + 1, m_lengths.end() - 1, length);
    return static_cast<std::size_t>(right - m_lengths.begin());
}

QPointF CurvePath::at(double length) const {
    if (m_points.size() < 2) return m_points.empty() ? QPointF() : m_points.front();
    const std::size_t i = segment(length);
    if (length >= m_lengths[i]) return m_points[i];
    const double part = (length - m_lengths[i - 1]) / (m_lengths[i] - m_lengths[i - 1]);
    return m_points[i - 1] + std::max(part, 0.0) * (m_points[i] - m_points[i - 1]);
}

QPointF CurvePath::direction(double length) const {
    const auto reach = [&](double sign) {
        double ahead = smoothing;
        while (ahead > smoothing / 100 && !unbroken(length, length + sign * ahead)) ahead /= 2;
        return ahead > smoothing / 100 ? ahead : 0;
    };
    const QPointF chord = at(length + reach(1)) - at(length - reach(-1));
    const double size = std::hypot(chord.x(), chord.y());
    return size > 0 ? chord / size : QPointF(1, 0);
}

bool CurvePath::unbroken(double from, double to) const {
    if (m_points.size() < 2) return false;
    const auto [low, high] = std::minmax({from, to});
    if (low < m_lengths.front() || high > m_lengths.back()) return false;
    const auto after = std::upper_bound(m_lengths.begin(), m_lengths.end(), low);
    const auto first = static_cast<std::size_t>(after - m_lengths.begin()) - 1;
    return !std::isnan(m_points[first].y()) && m_gaps[segment(high)] == m_gaps[first];
}

std::optional<QPointF> CurvePath::nearest(QPointF point, double reach) const {
    std::optional<QPointF> best;
    auto right = std::lower_bound(m_points.begin(), m_points.end(), point.x() - reach,
                                  [](const QPointF& a, double column) { return a.x() < column; });
    if (right == m_points.begin() && right != m_points.end()) ++right;
    for (; right != m_points.end() && (right - 1)->x() <= point.x() + reach; ++right) {
        const QPointF candidate = nearestOn(*(right - 1), *right, point);
        const double distance = QLineF(candidate, point).length();
        if (distance <= reach) {
            reach = distance;
            best = candidate;
        }
    }
    return best;
}

}  // namespace plot
