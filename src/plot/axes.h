// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/range.h"
#include "plot/frame.h"
#include "plot/theme.h"

class QCPAxis;
class QCustomPlot;

namespace plot {

/// Labels of ticks that lie `step` apart: as many digits as tell them apart, a true minus, and
/// powers of ten for the very large and the very small.
QString tickLabel(double value, double step);

enum class Ticks {
    Numbers,  ///< round numbers
    Whole,    ///< whole numbers only
    Powers    ///< the axis shows exponents; labels are powers of ten
};

void setTicks(QCPAxis& axis, Ticks ticks);
/// Fonts, colours and the distances of the axes of a plot.
void applyTheme(QCustomPlot& plot, const Theme& theme);
void setRange(QCPAxis& axis, core::Range range);
/// Where QCustomPlot puts the two axes' coordinates, once it has laid them out.
Frame frameOf(const QCPAxis& horizontal, const QCPAxis& vertical);

}  // namespace plot
