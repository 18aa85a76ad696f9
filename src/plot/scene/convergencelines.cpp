// SPDX-License-Identifier: GPL-3.0-or-later
//
// The lines of a ConvergenceScene, as far as they are shown, and what they are measured from.
#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "plot/paint/axes.h"
#include "plot/paint/label.h"
#include "plot/scene/convergencescene.h"
#include "session/wording/pointerwording.h"

namespace plot {

void ConvergenceScene::setWatched(bool watched) {
    if (std::exchange(m_content.watched, watched) != watched) mark(everything);
}

/// The iteration up to which the lines have a layer: some of these, so that it seldom changes.
double ConvergenceScene::watchedFrom() const {
    constexpr double parts = 16;
    const auto last = static_cast<double>(std::max<std::size_t>(size(), 1) - 1);
    if (!m_content.watched || m_content.position >= last) return last;
    const double part = std::max(1.0, std::ceil(last / parts));
    return std::floor(std::max(0.0, m_content.position) / part) * part;
}

int ConvergenceScene::implied(int marks) {
    constexpr int lines = 1;
    return watchedFrom() == m_drawn ? marks : marks | lines;
}

bool ConvergenceScene::restChanged() {
    const double now = watchedFrom();
    return std::exchange(m_still, now) != now;
}

/// The part of the area between two iterations, in whole pixels; all of what is before the first
/// and after the last.
QRectF ConvergenceScene::between(double from, double to) {
    const QRectF& area = frame().area;
    const auto last = static_cast<double>(std::max<std::size_t>(size(), 1) - 1);
    const double left = from <= 0 ? area.left() - 2 : std::round(frame().column(from));
    const double right = to >= last ? area.right() + 2 : std::round(frame().column(to));
    return {left, area.top() - 2, std::max(0.0, right - left), area.height() + 4};
}

void ConvergenceScene::paintLines(QPainter& painter) {
    m_drawn = watchedFrom();
    painter.save();
    if (m_content.watched) painter.setClipRect(between(0, m_drawn), Qt::IntersectClip);
    paintSeries(painter);
    painter.restore();
    if (overlays()) paintStarred(painter);
}

void ConvergenceScene::paintSeries(QPainter& painter) {
    const Frame left = frameOf(*canvas().xAxis, *canvas().yAxis);
    const Series& series = m_content.series;
    if (overlays()) {
        for (const Series::Line& line : series.lines()) {
            paintSeriesLine(painter, series.shown(line), left, theme().runner(line.run.place),
                            theme());
        }
    } else {
        paintSeriesLine(painter, m_content.values, left, theme().curve, theme());
        paintSeriesLine(painter, m_content.slopes, frameOf(*canvas().xAxis, *canvas().yAxis2),
                        theme().ball, theme());
    }
}

QString ConvergenceScene::starred() const {
    const Series& series = m_content.series;
    const std::optional<Goal> goal = series.best();
    if (!overlays() || !goal) return {};
    const session::Best best{goal->at, goal->value, series.isInView(), series.direction()};
    if (series.quantity() == Quantity::Gap) return session::tellBestValue(best, theme().digits);
    if (series.quantity() == Quantity::Distance)
        return session::tellBestPlace(best, theme().digits);
    return {};
}

/// In a corner where that covers no line.
void ConvergenceScene::paintStarred(QPainter& painter) {
    const QString text = starred();
    if (text.isEmpty()) return;
    setLabelFont(painter, theme());
    const QFontMetricsF metrics(painter.font());
    const double gap = 10 * theme().scale();
    const QRectF& area = frame().area;
    // Beside the line at the last position, too.
    const double right = area.right() - 2.5 * gap - metrics.horizontalAdvance(text);
    const double top = area.top() + gap / 2 + metrics.ascent();
    const double bottom = area.bottom() - gap - metrics.descent();
    const std::array baselines{QPointF(right, top), QPointF(area.left() + gap, top),
                               QPointF(right, bottom), QPointF(area.left() + gap, bottom)};
    const std::vector<QPointF> lines = linePoints();
    std::vector<QRectF> names;
    for (const Name& name : namesInside()) names.push_back(name.box);
    paintFree(painter, baselines, text, area, {lines, {}, names}, theme());
}

/// In pixels; a point without a row is a break.
std::vector<QPointF> ConvergenceScene::linePoints() const {
    const Frame in = frameOf(*canvas().xAxis, *canvas().yAxis);
    const Series& series = m_content.series;
    std::vector<QPointF> points;
    for (const Series::Line& line : series.lines()) {
        const Envelope& shown = series.shown(line);
        double n = 0;
        for (const Envelope::Bucket& bucket : shown.buckets()) {
            for (const double value : {bucket.first, bucket.low, bucket.high, bucket.last})
                points.push_back(in.pixel(n, value));
            n += static_cast<double>(shown.width());
        }
        points.emplace_back(0, std::numeric_limits<double>::quiet_NaN());
    }
    return points;
}

}  // namespace plot
