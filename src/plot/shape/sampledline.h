// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "formula/writing/printer.h"
#include "insight/landscape.h"

namespace plot {

/// The points of a function in a view. A sparing one takes no more than half a frame: what it draws
/// of a function that takes long is coarse until finer points come from elsewhere.
class SampledLine {
public:
    void setSparing() { m_sparing = true; }
    /// The function is another.
    void forget() { m_view.reset(); }

    /// The points in this view. The function is evaluated when the view is another than before.
    /// `effort` is what it takes to evaluate it once; see formula::Program.
    const std::vector<insight::CurvePoint>& points(const insight::Curve& function,
                                                   std::size_t effort,
                                                   const insight::Viewport& view);
    /// Finer points for the view; false, and nothing changes, when it is no longer of interest.
    bool setPoints(const insight::Viewport& view, std::vector<insight::CurvePoint> points);

    /// The view for which finer points are wanted; nothing when none are.
    std::optional<insight::Viewport> unfinished() const;
    /// True when the function was evaluated since the last call.
    bool takeNews() { return std::exchange(m_news, false); }

private:
    std::optional<insight::Viewport> m_view;
    std::vector<insight::CurvePoint> m_points;
    bool m_sparing = false;
    bool m_complete = true;
    bool m_news = false;
};

}  // namespace plot
