// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/trail.h"

#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>

#include "plot/paint/ball.h"
#include "plot/paint/label.h"
#include "plot/shape/roll.h"

namespace plot {

namespace {

/// Marks and the ends of chords that lie nearer to each other look like one.
constexpr double pixelsApart = 3;

QPointF point(const descent::Trajectory& run, std::size_t n) {
    return {run.x(n), run.value(n)};
}

bool finite(QPointF point) {
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

QColor faint(QColor colour, double opacity) {
    colour.setAlphaF(static_cast<float>(opacity));
    return colour;
}

/// Where the name of an iterate may be written, the best first: on the side where the curve rises,
/// else on the other, a row farther below, or above a ball there.
std::array<QPointF, 6> beside(QPointF at, bool falls, QSizeF size, double ascent,
                              const Theme& theme) {
    const double away = 9 * theme.scale();
    const double left = at.x() - away - size.width();
    const double right = at.x() + away;
    const double near = falls ? left : right;
    const double far = falls ? right : left;
    const double level = at.y() + away + ascent / 2;
    const double below = level + size.height();
    const double above = at.y() - away - 2 * ballRadius(theme);
    return {QPointF(near, level), {far, level}, {near, below}, {at.x() - size.width() / 2, below},
            {near, above},        {far, above}};
}

}  // namespace

Trail::Marks Trail::marks(const Frame& frame) {
    const Thinning& fine = m_run.within(frame.x, frame.x.width() / frame.area.width());
    Thinning seen(frame.area.left(), pixelsApart, mostChords);
    for (const QPointF& kept : fine.points()) {
        const QPointF pixel = frame.pixel(kept.x(), kept.y());
        if (contains(frame.area, pixel)) seen.addPoint(pixel);
    }
    for (const QLineF& kept : fine.chords()) {
        const QLineF chord(frame.pixel(kept.x1(), kept.y1()), frame.pixel(kept.x2(), kept.y2()));
        QLineF inside = chord;
        if (clip(inside, frame.area)) seen.addChord(chord);
    }
    Marks marks{seen.points(), seen.chords()};
    for (QLineF& chord : marks.chords) clip(chord, frame.area);
    return marks;
}

void paintTrail(QPainter& painter, const Trail::Marks& marks, const Theme& theme) {
    const auto count = static_cast<double>(std::max<std::size_t>(marks.chords.size(), 1));
    const double opacity = std::clamp(2.5 / std::sqrt(count), 0.12, 0.45);
    painter.setPen(QPen(faint(theme.trail, opacity), theme.scale()));
    painter.drawLines(marks.chords.data(), static_cast<int>(marks.chords.size()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(faint(theme.trail, 0.75));
    const double radius = 2.5 * theme.scale();
    for (const QPointF& mark : marks.points) painter.drawEllipse(mark, radius, radius);
}

void paintStart(QPainter& painter, QPointF at, const Theme& theme) {
    painter.setPen(QPen(theme.ground, theme.scale() * 1.5));
    painter.setBrush(theme.start);
    painter.drawEllipse(at, 5.5 * theme.scale(), 5.5 * theme.scale());
}

std::vector<QRectF> paintNames(QPainter& painter, const descent::Trajectory& trajectory,
                               std::span<const QPointF> curve, const Frame& frame,
                               const Theme& theme) {
    constexpr std::size_t most = 10;  // one lowered digit each
    setLabelFont(painter, theme);
    const QFontMetricsF metrics(painter.font());
    const double patch = 4 * theme.scale();
    Obstacles obstacles{curve};
    std::vector<QPointF> places;
    for (std::size_t n = 0; n < std::min(most, trajectory.size()); ++n)
        places.push_back(frame.pixel(trajectory.x(n), trajectory.value(n)));
    for (std::size_t n = 0; n < places.size(); ++n) {
        const descent::Step step = trajectory[n];
        const QPointF at = places[n];
        if (!contains(frame.area, at)) continue;
        const QString name = theme.variable + QChar(0x2080 + static_cast<int>(n));
        const QSizeF size(metrics.horizontalAdvance(name), metrics.height());
        const auto boxAt = [&](QPointF baseline) {
            return QRectF(baseline - QPointF(0, metrics.ascent()), size);
        };
        const auto baselines = beside(at, step.gradient[0] < 0, size, metrics.ascent(), theme);
        if (!Obstacles{{}, {}, obstacles.boxes}.leaveFree(boxAt(baselines.front()))) break;
        const auto isOwn = [&](const QRectF& box) {
            const auto far = [&](QPointF place) { return QLineF(box.center(), place).length(); };
            return std::ranges::none_of(places,
                                        [&](QPointF other) { return far(other) < far(at); });
        };
        const auto free = std::ranges::find_if(baselines, [&](QPointF baseline) {
            const QRectF box = boxAt(baseline);
            return frame.area.contains(box) && isOwn(box) &&
                   obstacles.leaveFree(box.adjusted(-patch, -patch / 2, patch, patch / 2));
        });
        if (free != baselines.end())
            obstacles.boxes.push_back(paintLabel(painter, *free, name, theme));
    }
    return obstacles.boxes;
}

QRectF paintRecent(QPainter& painter, const descent::Trajectory& trajectory, std::size_t n,
                   const Frame& frame, const Theme& theme) {
    constexpr std::size_t shown = 6;
    QRectF covered;
    for (std::size_t i = n - std::min(n, shown); i < n; ++i) {
        const QPointF from = point(trajectory, i);
        const QPointF to = point(trajectory, i + 1);
        if (!finite(from) || !finite(to)) continue;
        QLineF chord(frame.pixel(from.x(), from.y()), frame.pixel(to.x(), to.y()));
        if (!clip(chord, frame.area)) continue;
        const double freshness = 1 - static_cast<double>(n - 1 - i) / shown;
        // A pen of at most one pixel is drawn many times as fast as a wider one.
        painter.setPen(QPen(faint(theme.trail, freshness), theme.scale()));
        painter.drawLine(chord);
        covered |= QRectF(chord.p1(), chord.p2()).normalized();
    }
    const double pen = 2 * theme.scale();
    return covered.isNull() ? covered : covered.adjusted(-pen, -pen, pen, pen);
}

}  // namespace plot
