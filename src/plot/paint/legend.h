// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QSizeF>
#include <QString>
#include <cstddef>
#include <optional>
#include <vector>

#include "insight/plane/stationaryplace.h"
#include "insight/stationary.h"
#include "plot/look/theme.h"
#include "plot/step/arrows.h"

class QPainter;

namespace plot {

/// A sign of a picture, as it is drawn there, and what it means.
struct LegendEntry {
    enum class Sign {
        Line,
        Dot,
        Start,
        Ball,
        Contact,
        Trail,
        Marks,
        Runner,
        Arrow,
        Dashes,
        Cross,
        Place,
        Slope
    };

    /// As it is drawn on the curve.
    struct Mark {
        insight::StationaryPoint point;
        QColor colour;
    };

    Sign sign;
    QColor colour;  ///< of what has one
    QString text;
    std::vector<Mark> marks = {};            ///< one beside the other
    std::optional<std::size_t> runner = {};  ///< that it names, by its place among all
    ArrowStyle arrow = ArrowStyle::Carried;
    insight::StationaryPlace::Kind kind = {};  ///< of a Place
    QPointF place = {};                        ///< left end of its row's middle line
};

/// What the signs of a picture mean, laid out from the origin on.
class Legend {
public:
    Legend(std::vector<LegendEntry> entries, const Theme& theme);

    /// From left to right in as many rows of this width as they need, in smaller letters where
    /// these spare a third row.
    void flow(double width);
    /// From top to bottom in as few columns of this height as they need, in letters `size` times as
    /// large as usual.
    void stack(double height, double size = 1);

    QSizeF size() const { return m_size; }
    void paint(QPainter& painter) const;

private:
    double signOf(const LegendEntry& entry) const;
    double widthOf(const LegendEntry& entry) const;
    double rowHeight() const;
    int lay(double width);
    void paintSign(QPainter& painter, const LegendEntry& entry) const;

    Theme m_theme;
    std::vector<LegendEntry> m_entries;
    double m_gap;  ///< between a sign and its text
    QFont m_font;
    QSizeF m_size;
};

}  // namespace plot
