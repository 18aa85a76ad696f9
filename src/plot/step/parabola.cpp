// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/step/parabola.h"

#include <QPainter>
#include <QPolygonF>
#include <algorithm>
#include <cmath>

#include "plot/step/arrows.h"

namespace plot {

std::vector<QLineF> Parabola::chords(const Frame& frame) const {
    constexpr int parts = 120;
    constexpr double least = 80;  // pixels to either side
    const double pixel = frame.x.width() / frame.area.width();
    const double reach = std::max(2 * std::abs(m_step), least * pixel);
    // No farther than the view: a chord would be longer than it.
    const double low = std::max(m_x + m_step - reach, frame.x.low) - m_x;
    const double high = std::min(m_x + m_step + reach, frame.x.high) - m_x;
    std::vector<QLineF> seen;
    const auto at = [&](int part) {
        const double away = low + (high - low) * part / parts;
        return frame.pixel(m_x + away, value(away));
    };
    for (int part = 0; part < parts && low < high; ++part) {
        QLineF chord(at(part), at(part + 1));
        if (clip(chord, frame.area)) seen.push_back(chord);
    }
    return seen;
}

QColor parabolaColour(const Theme& theme) {
    return theme.ink(theme.minimum);
}

QRectF paintParabola(QPainter& painter, const Parabola& parabola, const Frame& frame,
                     const Theme& theme) {
    const double scale = theme.scale();
    const QColor colour = parabolaColour(theme);
    painter.setPen(QPen(colour, 1.6 * scale, Qt::SolidLine, Qt::FlatCap));
    QRectF covered;
    double phase = 0;
    for (const QLineF& chord : parabola.chords(frame)) {
        paintDashes(painter, chord, phase, theme);
        covered |= QRectF(chord.p1(), chord.p2()).normalized().adjusted(-1, -1, 1, 1);
    }
    const QPointF vertex = parabola.vertex(frame);
    if (contains(frame.area, vertex)) {
        const double reach = 5 * scale;
        painter.setPen(QPen(colour, 1.6 * scale));
        painter.setBrush(theme.ground);
        painter.drawPolygon(QPolygonF({vertex - QPointF(0, reach), vertex + QPointF(reach, 0),
                                       vertex + QPointF(0, reach), vertex - QPointF(reach, 0)}));
        covered |= QRectF(vertex.x() - reach, vertex.y() - reach, 2 * reach, 2 * reach);
    }
    const double pen = 2 * scale;
    return covered.isNull() ? covered : covered.adjusted(-pen, -pen, pen, pen);
}

}  // namespace plot
