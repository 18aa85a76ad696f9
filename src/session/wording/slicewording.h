// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "descent/descent.h"
#include "insight/plane/slice.h"
#include "insight/plane/stationaryplace.h"
#include "session/wording/wording.h"

namespace session {

// Words on maps of functions of several variables; all in so many significant digits, as far as
// they are known.

/// As plain text, as formulas are set: "x₁" for x1.
QString variableName(const std::string& variable);
/// "f(x, y)"; of many variables "f(x₁, …, x₈)".
QString valueName(const std::vector<std::string>& variables);
/// One sentence on where a slice lies: "A slice at z = 0.5, through the ball."
QString describeSlice(const std::vector<std::string>& variables, const insight::Slice& slice,
                      int digits = usualDigits);

/// One sentence on a place of another slice, with where that is.
QString tellOtherSlice(const std::vector<std::string>& variables, const insight::Slice& slice,
                       const insight::StationaryPlace& place, int digits = usualDigits);

/// What a function of several variables is at a place.
struct Lie {
    descent::Point at;
    double value = 0;
    descent::Point gradient;
    /// The least and the largest, of two variables.
    std::optional<std::pair<double, double>> curvatures;
};
/// The numbers of a place that the pointer is over, in a line of facts with wide spaces between
/// them.
QString tellPlace(const std::vector<std::string>& variables, const insight::Rectangle& view,
                  const insight::Slice& slice, const Lie& lie, int digits = usualDigits);

/// A stationary place in a few words: what it is and where.
QString nameOf(const insight::StationaryPlace& place, int digits = usualDigits);
/// One of several stationary places with its numbers, a line each, and whether runs with these
/// settings stay there.
QString describe(const insight::StationaryPlace& place, const std::vector<std::string>& variables,
                 const descent::Settings& settings, int digits = usualDigits);

}  // namespace session
