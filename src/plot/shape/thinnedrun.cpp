// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/shape/thinnedrun.h"

#include <cmath>
#include <limits>

namespace plot {

namespace {

/// The kept set is this much finer than the pixels it was made for.
constexpr double finer = 4;
constexpr std::size_t mostKept = 20'000;

bool finite(QPointF point) {
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

/// Whether cells of this size about a centre are fine enough, and even over the whole range.
bool suit(insight::Range range, double pixel, double centre, double size) {
    const double reach = Cells::even * size;
    return size <= pixel && std::abs(range.low - centre) <= reach &&
           std::abs(range.high - centre) <= reach;
}

}  // namespace

void ThinnedRun::setTrajectory(const descent::Trajectory& trajectory) {
    if (!trajectory.continues(m_trajectory)) m_thinning.reset();
    m_trajectory = trajectory;
}

const Thinning& ThinnedRun::within(const Frame& frame) {
    const double width = frame.x.width() / frame.area.width();
    if (m_kind == Kind::Graph) return within(frame.x, width);
    return within(frame.x, frame.value, {{}, width, frame.value.width() / frame.area.height()});
}

const Thinning& ThinnedRun::within(insight::Range x, double pixel) {
    return within(x, {}, {{}, pixel});
}

const Thinning& ThinnedRun::within(insight::Range x, insight::Range y, const Cells& pixel) {
    if (!suits(x, y, pixel)) {
        constexpr std::size_t all = std::numeric_limits<std::size_t>::max();
        m_cells = {{x.centre(), y.centre()}, pixel.width / finer, pixel.height / finer};
        m_thinned = 0;
        m_thinning.emplace(m_cells, m_kind == Kind::Graph ? all : mostKept, mostKept);
    }
    thin();
    return *m_thinning;
}

bool ThinnedRun::suits(insight::Range x, insight::Range y, const Cells& pixel) const {
    return m_thinning && suit(x, pixel.width, m_cells.origin.x(), m_cells.width) &&
           suit(y, pixel.height, m_cells.origin.y(), m_cells.height);
}

void ThinnedRun::thin() {
    if (m_trajectory.empty()) return;
    QPointF before = m_place(m_trajectory, m_thinned == 0 ? 0 : m_thinned - 1);
    for (; m_thinned < m_trajectory.size(); ++m_thinned) {
        const QPointF here = m_place(m_trajectory, m_thinned);
        if (finite(here)) m_thinning->addPoint(here, m_thinned);
        if (m_thinned > 0 && finite(here) && finite(before))
            m_thinning->addChord({before, here}, m_thinned);
        before = here;
    }
}

}  // namespace plot
