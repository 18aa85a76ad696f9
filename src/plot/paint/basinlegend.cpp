// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/basinlegend.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <algorithm>
#include <vector>

#include "plot/paint/basinimage.h"
#include "plot/paint/corner.h"
#include "session/wording/planebasinwording.h"

namespace plot {

namespace {

/// How the runs of a row look on the map.
void paintSwatch(QPainter& painter, const QRectF& box, const insight::PlaneFate& fate,
                 const BasinColours& colours, const Theme& theme) {
    QImage image(box.size().toSize(), QImage::Format_ARGB32_Premultiplied);
    for (int row = 0; row < image.height(); ++row) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(row));
        for (int column = 0; column < image.width(); ++column)
            line[column] = colours.of(fate, column, row);
    }
    painter.drawImage(box.topLeft(), image);
    painter.setPen(QPen(theme.zero, 0.75 * theme.scale()));
    if (fate.fate == insight::Fate::Leaves) {
        // As the map has it where there is nothing.
        for (double x = box.left(); x + box.height() <= box.right(); x += 6 * theme.scale())
            painter.drawLine(QLineF(x, box.bottom(), x + box.height(), box.top()));
    }
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
}

}  // namespace

QRectF paintBasinLegend(QPainter& painter, const insight::PlaneBasinMap& map,
                        const insight::Rectangle& view, const QRectF& area,
                        const Obstacles& obstacles, const Theme& theme) {
    constexpr double widest = 0.5;
    constexpr double tallest = 0.5;
    setLabelFont(painter, theme);
    const QFontMetricsF metrics(painter.font());
    const std::vector<session::BasinRow> rows = session::basinRows(map, view, theme.digits);
    if (rows.empty()) return {};
    const double pad = 6 * theme.scale();
    const double line = metrics.height();
    const double swatch = 1.4 * line;
    double words = 0;
    double shares = 0;
    for (const session::BasinRow& row : rows) {
        words = std::max(words, metrics.horizontalAdvance(row.text));
        shares = std::max(shares, metrics.horizontalAdvance(row.share));
    }
    const QSizeF size(swatch + words + shares + 5 * pad,
                      static_cast<double>(rows.size()) * 1.2 * line + 1.5 * pad);
    if (size.width() > widest * area.width() || size.height() > tallest * area.height()) return {};
    // Without it the colours mean nothing: it covers what it must.
    const double gap = 8 * theme.scale();
    const QRectF last(area.bottomRight() - QPointF(size.width() + gap, size.height() + gap), size);
    const QRectF box = cornerFor(size, area, obstacles, theme).value_or(last);
    paintPatch(painter, box, pad, theme);
    const BasinColours colours(map, theme);
    QRectF place(box.left() + pad, box.top() + pad, box.width() - 2 * pad, line);
    for (const session::BasinRow& row : rows) {
        const QRectF sign(place.left(), place.top() + 0.15 * line, swatch, 0.75 * line);
        paintSwatch(painter, sign, row.sample, colours, theme);
        painter.setPen(theme.text);
        painter.drawText(place.adjusted(swatch + pad, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         row.text);
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, row.share);
        place.translate(0, 1.2 * line);
    }
    return box;
}

}  // namespace plot
