// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPainter>
#include <QRectF>
#include <vector>

#include "insight/plane/heights.h"
#include "plot/look/theme.h"
#include "plot/shape/contours.h"
#include "plot/shape/frame.h"
#include "plot/shape/heightscale.h"

namespace plot {

/// Of a line that is seen on the colour of that part of the scale: darker, in the depths lighter.
QColor contourInk(double part, const Theme& theme);

/// The contours of heights at levels that are equally far apart on their scale.
class ContourLines {
public:
    static constexpr int mostLevels = 20;

    ContourLines() = default;
    /// Of up to so many levels.
    ContourLines(const insight::Heights& heights, const HeightScale& scale,
                 int levels = mostLevels);

    void paint(QPainter& painter, const Frame& frame, const Theme& theme) const;
    /// The values of f on contours with room for them, apart from what is taken. Returns what they
    /// cover.
    std::vector<QRectF> paintNumbers(QPainter& painter, const Frame& frame,
                                     std::vector<QRectF> taken, const Theme& theme) const;

private:
    QPolygonF onScreen(const Contour& contour, const Frame& frame) const;

    insight::Lattice m_lattice;  ///< of whose nodes the contours tell the places
    HeightScale m_scale;
    std::vector<Contour> m_contours;
};

}  // namespace plot
