// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/contourlines.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cstddef>
#include <span>

#include "plot/paint/curveline.h"
#include "plot/paint/label.h"
#include "session/wording/wording.h"

namespace plot {

namespace {

/// Of a number on its colour.
QColor letterInk(const QColor& under) {
    const bool isDark = contrast(under, Qt::white) > contrast(under, Qt::black);
    return mixed(under, isDark ? Qt::white : Qt::black, isDark ? 0.9 : 0.8);
}

void paintNumber(QPainter& painter, const QRectF& box, const QString& text, const QColor& under) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(under);
    painter.drawRoundedRect(box.adjusted(-2, 0, 2, 0), box.height() / 3, box.height() / 3);
    painter.setPen(letterInk(under));
    painter.drawText(box, Qt::AlignCenter, text);
}

}  // namespace

QColor contourInk(double part, const Theme& theme) {
    const QColor under = theme.depth(part);
    const bool isDeep = under.lightnessF() < 0.22F;
    return mixed(under, isDeep ? QColor(Qt::white) : QColor(0x06202f), isDeep ? 0.25 : 0.45);
}

ContourLines::ContourLines(const insight::Heights& heights, const HeightScale& scale, int levels)
    : m_lattice(heights.lattice),
      m_scale(scale),
      m_contours(
          contours({heights.values, m_lattice.columns, m_lattice.rows}, scale.levels(levels))) {}

/// Without points that pixels do not show beside others.
QPolygonF ContourLines::onScreen(const Contour& contour, const Frame& frame) const {
    const insight::Rectangle& area = m_lattice.area;
    const double width = area.across.width() / (m_lattice.columns - 1);
    const double height = area.up.width() / (m_lattice.rows - 1);
    QPolygonF line;
    line.reserve(static_cast<qsizetype>(contour.points.size()));
    constexpr double apart = 1.5;  // pixels
    for (const QPointF& point : contour.points) {
        const QPointF at =
            frame.pixel(area.across.low + width * point.x(), area.up.low + height * point.y());
        const bool isLast = &point == &contour.points.back();
        if (line.isEmpty() || isLast || (at - line.back()).manhattanLength() > apart)
            line.append(at);
    }
    return line;
}

void ContourLines::paint(QPainter& painter, const Frame& frame, const Theme& theme) const {
    painter.setBrush(Qt::NoBrush);
    for (const Contour& contour : m_contours) {
        painter.setPen(QPen(contourInk(m_scale.part(contour.level), theme), theme.scale()));
        const QPolygonF line = onScreen(contour, frame);
        paintPolyline(painter, {line.data(), static_cast<std::size_t>(line.size())}, frame.area);
    }
}

/// As on maps of land: the line is broken and the number is level. Of long lines one each.
std::vector<QRectF> ContourLines::paintNumbers(QPainter& painter, const Frame& frame,
                                               std::vector<QRectF> taken,
                                               const Theme& theme) const {
    setLabelFont(painter, theme);
    const QFontMetricsF metrics(painter.font());
    const double air = 16 * theme.scale();
    std::vector<QRectF> numbers;
    for (const Contour& contour : m_contours) {
        const QString text = session::number(contour.level, std::min(theme.digits, 4));
        const QSizeF size(metrics.horizontalAdvance(text), metrics.height());
        const QPolygonF line = onScreen(contour, frame);
        const QSizeF extent = line.boundingRect().size();
        if (std::max(extent.width(), extent.height()) < 3 * size.width()) continue;
        for (const qsizetype part : {4, 2, 6, 1, 7, 3, 5}) {
            const QPointF at = line[(line.size() - 1) * part / 8];
            const QRectF box(at - QPointF(size.width(), size.height()) / 2, size);
            const QRectF needed = box.adjusted(-air, -air, air, air);
            const auto isTaken = [&](const QRectF& other) { return other.intersects(needed); };
            if (!frame.area.contains(needed) || std::ranges::any_of(taken, isTaken)) continue;
            paintNumber(painter, box, text, theme.depth(m_scale.part(contour.level)));
            numbers.push_back(box);
            taken.push_back(box);
            break;
        }
    }
    return numbers;
}

}  // namespace plot
