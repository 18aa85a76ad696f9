// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPointF>
#include <QPolygonF>
#include <array>

#include "session/runners.h"

class QPainter;

namespace plot {

struct Theme;

/// How a runner is told from the others: by a colour that colour-blind people can tell apart, too,
/// and by the shape of its mark.
struct RunnerLook {
    QRgb light;       ///< on a light ground
    QRgb dark;        ///< on a dark one
    QPolygonF shape;  ///< about the origin, reaching 1 far; empty for a disc
};

const std::array<RunnerLook, session::mostRunners>& runnerLooks();

/// The mark of the runner at a place among all, in its colour, with an edge in that of the ground.
void paintRunnerMark(QPainter& painter, QPointF centre, double radius, std::size_t place,
                     const Theme& theme);

}  // namespace plot
