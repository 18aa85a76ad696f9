// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>
#include <vector>

#include "insight/bifurcation.h"
#include "plot/look/theme.h"
#include "plot/shape/frame.h"

class QPainter;

namespace plot {

/// Whether the density has counts within this part of the frame.
bool counted(const insight::Density& density, const Frame& frame, const QRectF& part);

/// The jumps of a bifurcation diagram: a dotted arrow and a word at the first up and the first down
/// where the word covers neither counts nor one of the `taken` boxes, and a tick at the upper edge
/// at every other one, which one of the words explains if there is room for that.
void paintJumps(QPainter& painter, const insight::Density& density, const Frame& frame,
                std::vector<QRectF> taken, const Theme& theme);
/// The jump that is drawn within a few pixels of a column; null without one.
const insight::Jump* jumpAt(double column, const insight::Density& density, const Frame& frame,
                            const Theme& theme);
/// Where it is drawn, from the places before to those after.
QRectF jumpArea(const insight::Jump& jump, const Frame& frame);
/// What is to be seen at a jump of the density, in a sentence, its α as well as a pixel tells it,
/// in at most so many significant digits.
QString describe(const insight::Jump& jump, const insight::Density& density, const Frame& frame,
                 int digits);

}  // namespace plot
