// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/jumps.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>

#include "plot/paint/label.h"
#include "session/wording/wording.h"

namespace plot {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(BifurcationView)
};

QString wordFor(const insight::Density& density) {
    return density.goal == descent::Direction::Descend ? Text::tr("into another valley")
                                                       : Text::tr("onto another hill");
}

/// From the places before to those after.
QLineF wayOf(const insight::Jump& jump, const Frame& frame) {
    const bool up = jump.after.low > jump.before.high;
    const double column = frame.column(jump.alpha);
    return {column, frame.row(up ? jump.before.high : jump.before.low), column,
            frame.row(up ? jump.after.low : jump.after.high)};
}

void paintArrow(QPainter& painter, const QLineF& way, const Theme& theme) {
    const double size = 4 * theme.scale();
    painter.setPen(QPen(theme.text, 0.5 * theme.line, Qt::DotLine));
    painter.drawLine(way);
    const double back = way.dy() > 0 ? -size : size;
    painter.setPen(QPen(theme.text, 0.5 * theme.line));
    for (const double aside : {-size, size}) {
        painter.drawLine(QLineF(way.p2(), way.p2() + QPointF(aside, back)));
    }
}

/// A free place beside the way, near its middle if it can be.
std::optional<QRectF> placeBeside(const QLineF& way, QSizeF size, double gap,
                                  const std::function<bool(const QRectF&)>& isFree) {
    for (const double part : {0.5, 0.35, 0.65, 0.2, 0.8}) {
        const QPointF at = way.pointAt(part);
        for (const double left : {at.x() + gap, at.x() - gap - size.width()}) {
            const QRectF place({left, at.y() - size.height() / 2}, size);
            if (size.height() < way.length() && isFree(place)) return place;
        }
    }
    return std::nullopt;
}

}  // namespace

bool counted(const insight::Density& density, const Frame& frame, const QRectF& part) {
    if (density.largest == 0) return false;
    const auto index = [](double place, insight::Range range, int count) {
        return static_cast<int>(
            std::clamp((place - range.low) / range.width() * count, 0.0, count - 1.0));
    };
    const int left = index(frame.xAt(part.left()), density.alpha, density.columns);
    const int right = index(frame.xAt(part.right()), density.alpha, density.columns);
    const int bottom = index(frame.valueAt(part.bottom()), density.x, density.rows);
    const int top = index(frame.valueAt(part.top()), density.x, density.rows);
    for (int row = bottom; row <= top; ++row) {
        for (int column = left; column <= right; ++column) {
            if (density.count(column, row) > 0) return true;
        }
    }
    return false;
}

void paintJumps(QPainter& painter, const insight::Density& density, const Frame& frame,
                std::vector<QRectF> taken, const Theme& theme) {
    setLabelFont(painter, theme);
    const QFontMetricsF metrics(painter.font());
    const double gap = 8 * theme.scale();
    for (const insight::Jump& jump : density.jumps) {
        QLineF way = wayOf(jump, frame);
        if (!clip(way, frame.area)) continue;
        const QString word = wordFor(density);
        const QSizeF size(metrics.horizontalAdvance(word) + gap, 1.3 * metrics.height());
        const auto box = placeBeside(way, size, gap, [&](const QRectF& place) {
            return frame.area.contains(place) && !counted(density, frame, place) &&
                   std::ranges::none_of(
                       taken, [&](const QRectF& other) { return other.intersects(place); });
        });
        if (!box) continue;
        paintArrow(painter, way, theme);
        const QPointF baseline(box->left() + gap / 2,
                               box->center().y() + (metrics.ascent() - metrics.descent()) / 2);
        taken.push_back(paintLabel(painter, baseline, word, theme));
        taken.emplace_back(way.x1() - gap, std::min(way.y1(), way.y2()), 2 * gap, way.length());
    }
}

QRectF jumpArea(const insight::Jump& jump, const Frame& frame) {
    const QLineF way = wayOf(jump, frame);
    return QRectF(way.x1(), std::min(way.y1(), way.y2()), 1, way.length()) & frame.area;
}

const insight::Jump* jumpAt(double column, const insight::Density& density, const Frame& frame,
                            const Theme& theme) {
    const double reach = 6 * theme.scale();
    const auto away = [&](const insight::Jump& jump) {
        return std::abs(frame.column(jump.alpha) - column);
    };
    const auto nearest = std::ranges::min_element(density.jumps, {}, away);
    return nearest != density.jumps.end() && away(*nearest) <= reach ? &*nearest : nullptr;
}

QString describe(const insight::Jump& jump, const insight::Density& density, const Frame& frame,
                 int digits) {
    const QString place = session::number(frame.writtenAt(frame.column(jump.alpha)), digits);
    return density.goal == descent::Direction::Descend
               ? Text::tr(
                     "At α ≈ %1 the places jump: just above it the run comes to stay in another "
                     "valley than just below.")
                     .arg(place)
               : Text::tr(
                     "At α ≈ %1 the places jump: just above it the run comes to stay on another "
                     "hill than just below.")
                     .arg(place);
}

}  // namespace plot
