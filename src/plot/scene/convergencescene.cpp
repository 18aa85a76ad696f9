// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/scene/convergencescene.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <limits>

#include "insight/fitting.h"
#include "plot/paint/axes.h"
#include "plot/paint/curveline.h"
#include "plot/paint/label.h"

namespace plot {

namespace {

/// The extremes of a series with a margin; `least` wide and valid whatever the series. Where all
/// values are the same but for rounding, well around them.
insight::Range extent(const Envelope& series, double least) {
    insight::Range range{std::numeric_limits<double>::max(), std::numeric_limits<double>::lowest()};
    for (const Envelope::Bucket& bucket : series.buckets()) {
        range.low = std::fmin(range.low, bucket.low);
        range.high = std::fmax(range.high, bucket.high);
    }
    if (range.low > range.high) return {0, 1};
    const double low = std::clamp(range.low, -insight::largestShown, insight::largestShown);
    const double high = std::clamp(range.high, -insight::largestShown, insight::largestShown);
    const bool flat = high - low <= std::abs(high) * 1e-9;
    const double around = high == 0 ? 2 : 0.4 * std::abs(high);
    const double missing = std::max(0.0, std::max(least, flat ? around : 0) - (high - low));
    const double margin = 0.08 * (high - low) + missing / 2;
    return {low - margin, high + margin};
}

void colour(QCPAxis& axis, const QColor& colour) {
    axis.setLabelColor(colour);
    axis.setTickLabelColor(colour);
}

/// The line through all buckets; those that share a column of pixels count as one. A straight run
/// of values stays a straight line: it goes up and down only where values lie beyond both ends.
std::vector<QPointF> seriesLine(const Envelope& series, const Frame& in) {
    std::vector<QPointF> line;
    const auto append = [&](double n, double value) {
        const QPointF point = in.pixel(n, value);
        if (line.empty() || line.back() != point) line.push_back(point);
    };
    const auto width = static_cast<double>(series.width());
    const auto buckets = series.buckets();
    for (std::size_t i = 0; i < buckets.size();) {
        Envelope::Bucket bucket = buckets[i];
        const double first = width * static_cast<double>(i);
        const double column = std::floor(in.column(first));
        while (++i < buckets.size() &&
               std::floor(in.column(width * static_cast<double>(i))) == column) {
            bucket = Envelope::joined(bucket, buckets[i]);
        }
        const double last =
            std::min(width * static_cast<double>(i), static_cast<double>(series.size())) - 1;
        const auto [lower, upper] = std::minmax(bucket.first, bucket.last);
        append(first, bucket.first);
        if (bucket.low < lower) append((first + last) / 2, bucket.low);
        if (bucket.high > upper) append((first + last) / 2, bucket.high);
        append(last, bucket.last);
    }
    return line;
}

}  // namespace

ConvergenceScene::ConvergenceScene(Canvas& canvas) : Showing(canvas) {
    addLayer(QStringLiteral("series"), [this](QPainter& painter) {
        paintSeries(painter, m_content.values, *this->canvas().yAxis, theme().curve);
        paintSeries(painter, m_content.slopes, *this->canvas().yAxis2, theme().ball);
    });
    addLayer(
        QStringLiteral("name"), [this](QPainter& painter) { paintName(painter); },
        Canvas::Reach::Everywhere);
    addMoving(QStringLiteral("line"));
    canvas.yAxis2->setVisible(true);
    setTicks(*canvas.xAxis, Ticks::Whole);
    setTicks(*canvas.yAxis, Ticks::Numbers);
    setTicks(*canvas.yAxis2, Ticks::Powers);
    setName(*canvas.yAxis, QStringLiteral("f(xₙ)"));
    setName(*canvas.yAxis2, QStringLiteral("|f′(xₙ)|"));
    setTheme(m_content.theme);
    fitRanges();
}

ConvergenceScene::ConvergenceScene(Canvas& canvas, const Convergence& content)
    : ConvergenceScene(canvas) {
    m_content = content;
    setTheme(content.theme);
    fitRanges();
}

void ConvergenceScene::dress() {
    Showing::dress();
    colour(*canvas().yAxis, theme().ink(theme().curve));
    colour(*canvas().yAxis2, theme().ink(theme().ball));
}

void ConvergenceScene::setTrajectory(const descent::Trajectory& trajectory) {
    if (!trajectory.continues(m_content.trajectory)) {
        m_content.values = {};
        m_content.slopes = {};
    }
    m_content.trajectory = trajectory;
    for (std::size_t n = m_content.values.size(); n < trajectory.size(); ++n) {
        m_content.values.append(trajectory.value(n));
        m_content.slopes.append(std::log10(std::abs(trajectory.slope(n))));
    }
    fitRanges();
}

void ConvergenceScene::fitRanges() {
    const auto last =
        static_cast<double>(std::max<std::size_t>(m_content.trajectory.size(), 2) - 1);
    setRange(*canvas().xAxis, {-0.01 * last, 1.01 * last});
    setRange(*canvas().yAxis, extent(m_content.values, 1e-9));
    setRange(*canvas().yAxis2, extent(m_content.slopes, 2));
    resized();
}

double ConvergenceScene::iterationAt(double column) {
    const auto last =
        static_cast<double>(std::max<std::size_t>(m_content.trajectory.size(), 1) - 1);
    return std::clamp(std::round(frame().xAt(column)), 0.0, last);
}

std::optional<descent::Step> ConvergenceScene::stepAt(QPointF pixel) {
    if (m_content.trajectory.empty() || !contains(frame().area, pixel)) return std::nullopt;
    return m_content.trajectory[static_cast<std::size_t>(iterationAt(pixel.x()))];
}

void ConvergenceScene::paintSeries(QPainter& painter, const Envelope& series, const QCPAxis& axis,
                                   const QColor& colour) {
    const Frame in = frameOf(*canvas().xAxis, axis);
    painter.setPen(QPen(colour, 0.8 * theme().line, Qt::SolidLine, Qt::RoundCap, Qt::BevelJoin));
    paintPolyline(painter, seriesLine(series, in), in.area);
    const double spacing =
        in.area.width() / static_cast<double>(std::max<std::size_t>(series.size(), 1));
    const double radius = 2 * theme().scale();
    if (spacing < 4 * radius || series.width() > 1) return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (std::size_t n = 0; n < series.size(); ++n) {
        const QPointF mark = in.pixel(static_cast<double>(n), series.buckets()[n].first);
        if (contains(in.area, mark)) painter.drawEllipse(mark, radius, radius);
    }
}

/// n, in the corner below the right axis.
void ConvergenceScene::paintName(QPainter& painter) {
    const double scale = theme().scale();
    setLabelFont(painter, theme());
    const QFontMetricsF metrics(painter.font());
    const QString name = QStringLiteral("n");
    const double left = canvas().viewport().right() - metrics.horizontalAdvance(name) - 6 * scale;
    const double top = frame().area.bottom() + 10 * scale;
    paintLabel(painter, {left, top + metrics.ascent()}, name, theme());
}

QRectF ConvergenceScene::paintMoving(QPainter& painter) {
    if (m_content.trajectory.empty()) return {};
    const QRectF& area = frame().area;
    const double column = frame().column(m_content.position);
    painter.setPen(QPen(theme().text, 0.75 * theme().line));
    painter.drawLine(QLineF(column, area.top(), column, area.bottom()));
    return {column - theme().line, area.top(), 2 * theme().line, area.height()};
}

}  // namespace plot
