// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMarginsF>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <vector>

#include "insight/plane/slice.h"
#include "plot/look/theme.h"
#include "plot/surface/projection.h"
#include "plot/surface/rise.h"

class QPainter;

namespace plot {

/// The axes of a surface: a floor and two walls behind it with lines at round numbers, and the
/// numbers and names beside the edges that face who looks.
class Box {
public:
    struct Names {
        QString across;
        QString up;
        QString value;
    };

    Box(const insight::Rectangle& area, const Rise& rise, Names names, const Theme& theme);

    /// How much of a picture numbers and names take around it.
    QMarginsF room() const;

    /// What lies behind the surface.
    void paintBack(QPainter& painter, const Projection& projection) const;
    /// Numbers and names. Returns what they cover.
    std::vector<QRectF> paintNumbers(QPainter& painter, const Projection& projection) const;

private:
    struct Edge;
    std::vector<Rise::Tick> ticksAcross(int count) const;
    std::vector<Rise::Tick> ticksUp(int count) const;
    void paintEdge(QPainter& painter, const Edge& edge, const Projection& projection,
                   std::vector<QRectF>& covered) const;

    insight::Rectangle m_area;
    const Rise& m_rise;
    Names m_names;
    const Theme& m_theme;
};

}  // namespace plot
