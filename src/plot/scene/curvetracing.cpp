// SPDX-License-Identifier: GPL-3.0-or-later
// How the scene of a curve comes by its path.
#include <algorithm>
#include <cstdint>
#include <span>

#include "formula/expression.h"
#include "plot/scene/curvescene.h"
#include "plot/shape/glimpse.h"

namespace plot {

const CurvePath& CurveScene::path() {
    frame();
    if (!m_path) {
        trace();
        traceMissed();
        if (!m_path->anyInView()) traceHidden();
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
        m_content.line.points(curve(), (*m_content.analysis)->functionProgram.effort,
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

/// Leads a path that seems to stay out of view through a place where f is in view all the same.
void CurveScene::traceHidden() {
    if (!objective()) return;
    constexpr std::int64_t finest = 1000;
    const std::int64_t affordable =
        formula::evaluationsPerFrame((*m_content.analysis)->functionProgram) / 4;
    const auto value = [this](double x) { return objective()->told(objective()->value(x)); };
    const auto intervals = static_cast<int>(std::clamp<std::int64_t>(affordable, 2, finest));
    const auto place = glimpse(value, frame().x, frame().value, intervals, knownPlaces());
    if (!place) return;
    m_places.push_back(*place);
    trace();
}

/// Where f is likely to have a value that can be shown.
std::vector<double> CurveScene::knownPlaces() const {
    std::vector<double> places{0};
    for (const insight::StationaryPoint& point : m_content.landmarks.points)
        places.push_back(point.x);
    const descent::Trajectory& run = m_content.trajectory;
    if (!run.empty()) {
        places.push_back(run.x(0));
        places.push_back(run.x(run.size() - 1));
    }
    return places;
}

}  // namespace plot
