// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/shape/sampledline.h"

#include <limits>
#include <utility>

#include "formula/expression.h"

namespace plot {

const std::vector<core::CurvePoint>& SampledLine::points(
    const std::function<double(double)>& function, const core::Program& program,
    const core::View& view) {
    if (m_view == view && (m_complete || m_sparing)) return m_points;
    const auto most =
        m_sparing ? core::evaluationsPerFrame(program) : std::numeric_limits<std::int64_t>::max();
    core::Sketch sketch = core::sketch(function, view, most);
    m_view = view;
    m_points = std::move(sketch.points);
    m_complete = sketch.complete;
    m_news = true;
    return m_points;
}

bool SampledLine::setPoints(const core::View& view, std::vector<core::CurvePoint> points) {
    if (m_complete || m_view != view) return false;
    m_points = std::move(points);
    m_complete = true;
    return true;
}

std::optional<core::View> SampledLine::unfinished() const {
    return m_complete ? std::nullopt : m_view;
}

}  // namespace plot
