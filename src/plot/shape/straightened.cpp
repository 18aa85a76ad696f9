// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/shape/straightened.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace plot {

namespace {

constexpr double tolerance = 0.1;  // pixels

}  // namespace

void Straightened::append(QPointF point) {
    if (!m_points.empty() && m_points.back() == point) return;
    const double slope = m_straight ? slopeTo(point) : 0;
    if (m_straight && m_least <= slope && slope <= m_most) {
        m_points.back() = point;
        narrow(point);
        return;
    }
    m_least = -std::numeric_limits<double>::infinity();
    m_most = std::numeric_limits<double>::infinity();
    m_straight = !m_points.empty() && point.x() > m_points.back().x() &&
                 !std::isnan(point.y() - m_points.back().y());
    m_points.push_back(point);
    if (m_straight) narrow(point);
}

void Straightened::interrupt() {
    m_points.emplace_back(0, std::numeric_limits<double>::quiet_NaN());
    m_straight = false;
}

double Straightened::slopeTo(QPointF point) const {
    const QPointF way = point - m_points[m_points.size() - 2];
    return way.y() / way.x();
}

void Straightened::narrow(QPointF point) {
    const double slack = tolerance / (point.x() - m_points[m_points.size() - 2].x());
    m_least = std::max(m_least, slopeTo(point) - slack);
    m_most = std::min(m_most, slopeTo(point) + slack);
}

}  // namespace plot
