// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "insight/range.h"
#include "plot/look/theme.h"
#include "plot/shape/frame.h"

class QCPAxis;
class QCustomPlot;

namespace plot {

/// The label of a tick on an axis whose ticks lie `step` apart and reach up to `largest` in size:
/// as many digits as tell them apart, a true minus, and the power of ten of `largest` on axes with
/// very large or only very small numbers.
QString tickLabel(double value, double step, double largest);

enum class Ticks {
    Numbers,  ///< round numbers
    Whole,    ///< whole numbers, in groups of thousands
    Powers    ///< the axis shows exponents; labels are powers of ten
};

void setTicks(QCPAxis& axis, Ticks ticks);
/// The name of an axis, shown as the theme of its plot wants it.
void setName(QCPAxis& axis, const QString& name);
QString nameOf(const QCPAxis& axis, const Theme& theme);
/// Shows the name of an upright axis along it where it is no longer than so many pixels, and else
/// not at all. Whether it is shown.
bool fitName(QCPAxis& axis, double most, const Theme& theme);
/// Fonts, colours and the distances of the axes of a plot.
void applyTheme(QCustomPlot& plot, const Theme& theme);
/// Whether an axis can show the range: QCustomPlot silently ignores what is beyond 1e250, and
/// doubles cannot tell the pixels of one that is very narrow for its distance from 0.
bool showable(insight::Range range);
void setRange(QCPAxis& axis, insight::Range range);
/// Where QCustomPlot puts the two axes' coordinates, once it has laid them out.
Frame frameOf(const QCPAxis& horizontal, const QCPAxis& vertical);

}  // namespace plot
