// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/label.h"

#include <QPainter>

namespace plot {

QRectF paintLabel(QPainter& painter, QPointF baseline, const QString& text, const Theme& theme) {
    const double margin = 2 * theme.scale();
    const QRectF box = QFontMetricsF(painter.font())
                           .boundingRect(text)
                           .translated(baseline)
                           .adjusted(-2 * margin, -margin, 2 * margin, margin);
    QColor patch = theme.ground;
    patch.setAlphaF(0.8F * patch.alphaF());
    painter.setPen(Qt::NoPen);
    painter.setBrush(patch);
    painter.drawRoundedRect(box, 2 * margin, 2 * margin);
    painter.setPen(theme.text);
    painter.drawText(baseline, text);
    return box;
}

void setLabelFont(QPainter& painter, const Theme& theme) {
    QFont font = painter.font();
    font.setPointSizeF(theme.points);
    painter.setFont(font);
}

}  // namespace plot
