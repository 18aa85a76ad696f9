// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/shape/thinnedrun.h"

#include <cmath>

namespace plot {

namespace {

/// The kept set is this much finer than the pixels it was made for.
constexpr double finer = 4;
constexpr std::size_t mostKept = 20'000;

bool finite(QPointF point) {
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

}  // namespace

void ThinnedRun::setTrajectory(const descent::Trajectory& trajectory) {
    if (!trajectory.continues(m_trajectory)) m_thinning.reset();
    m_trajectory = trajectory;
}

const Thinning& ThinnedRun::within(insight::Range x, double pixel) {
    if (!suits(x, pixel)) {
        m_centre = x.centre();
        m_cell = pixel / finer;
        m_thinned = 0;
        m_thinning.emplace(m_centre, m_cell, mostKept);
    }
    thin();
    return *m_thinning;
}

bool ThinnedRun::suits(insight::Range x, double pixel) const {
    const double reach = Thinning::evenColumns * m_cell;
    return m_thinning && m_cell <= pixel && std::abs(x.low - m_centre) <= reach &&
           std::abs(x.high - m_centre) <= reach;
}

void ThinnedRun::thin() {
    if (m_trajectory.empty()) return;
    const auto point = [this](std::size_t n) {
        return QPointF(m_trajectory.x(n), m_height(m_trajectory, n));
    };
    QPointF before = point(m_thinned == 0 ? 0 : m_thinned - 1);
    for (; m_thinned < m_trajectory.size(); ++m_thinned) {
        const QPointF here = point(m_thinned);
        if (finite(here)) m_thinning->addPoint(here, m_thinned);
        if (m_thinned > 0 && finite(here) && finite(before))
            m_thinning->addChord({before, here}, m_thinned);
        before = here;
    }
}

}  // namespace plot
