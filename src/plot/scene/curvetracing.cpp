// SPDX-License-Identifier: GPL-3.0-or-later
// How the scene of a curve comes by its path.
#include <algorithm>
#include <span>
#include <utility>

#include "plot/scene/curvescene.h"

namespace plot {

const CurvePath& CurveScene::path() {
    frame();
    if (!m_path) {
        trace();
        traceMissed();
    }
    return *m_path;
}

void CurveScene::trace() {
    const Frame& in = frame();
    const double origin = in.column(std::clamp(m_content.home.centre(), in.x.low, in.x.high));
    if (!objective()) {
        m_path.emplace(std::span<const insight::CurvePoint>(), in, origin);
        return;
    }
    const QSize pixels = in.area.size().toSize();
    m_path.emplace(
        m_content.line.points([this](double x) { return objective()->told(objective()->value(x)); },
                              m_content.analysis->functionProgram,
                              {in.x, in.value, pixels.width(), pixels.height(), m_places}),
        in, origin);
}

/// Leads the path through the points that it runs past. True when there are such.
bool CurveScene::traceMissed() {
    constexpr double near = 1.5;
    const std::size_t known = m_places.size();
    for (const insight::StationaryPoint& point : m_content.landmarks.points) {
        const QPointF at = frame().pixel(point.x, point.value);
        if (!contains(frame().area, at) || m_path->nearest(at, near)) continue;
        if (std::ranges::find(m_places, point.x) == m_places.end()) m_places.push_back(point.x);
    }
    if (m_places.size() == known) return false;
    trace();
    return true;
}

}  // namespace plot
