// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/shape/sampledline.h"

#include <limits>
#include <utility>

#include "formula/expression.h"

namespace plot {

const std::vector<insight::CurvePoint>& SampledLine::points(const insight::Curve& function,
                                                            std::size_t effort,
                                                            const insight::Viewport& view) {
    if (m_view == view && (m_complete || m_sparing)) return m_points;
    formula::Program program;
    program.effort = effort;
    const auto most = m_sparing ? formula::evaluationsPerFrame(program)
                                : std::numeric_limits<std::int64_t>::max();
    insight::Sketch sketch = insight::sketch(function, view, most);
    m_view = view;
    m_points = std::move(sketch.points);
    m_complete = sketch.complete;
    m_news = true;
    return m_points;
}

bool SampledLine::setPoints(const insight::Viewport& view,
                            std::vector<insight::CurvePoint> points) {
    if (m_complete || m_view != view) return false;
    m_points = std::move(points);
    m_complete = true;
    return true;
}

std::optional<insight::Viewport> SampledLine::unfinished() const {
    return m_complete ? std::nullopt : m_view;
}

}  // namespace plot
