// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/scene/convergencescene.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "insight/fitting.h"
#include "plot/paint/axes.h"
#include "plot/paint/label.h"
#include "session/wording/wording.h"

namespace plot {

namespace {

/// The extremes of some series with a margin; `least` wide and valid whatever they are. Where all
/// values are the same but for rounding, well around them.
insight::Range extent(const std::vector<const Envelope*>& all, double least) {
    insight::Range range{std::numeric_limits<double>::max(), std::numeric_limits<double>::lowest()};
    for (const Envelope* series : all) {
        for (const Envelope::Bucket& bucket : series->buckets()) {
            range.low = std::fmin(range.low, bucket.low);
            range.high = std::fmax(range.high, bucket.high);
        }
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

constexpr double apart = 8;   // pixels between a name and what is beside it
constexpr double atEdge = 6;  // and between n and the edge of the picture

QString nameOfSteps() {
    return QStringLiteral("n");
}

void colour(QCPAxis& axis, const QColor& colour) {
    axis.setLabelColor(colour);
    axis.setTickLabelColor(colour);
}

}  // namespace

ConvergenceScene::ConvergenceScene(Canvas& canvas) : Showing(canvas) {
    addLayer(QStringLiteral("series"), [this](QPainter& painter) { paintLines(painter); });
    addLayer(
        QStringLiteral("name"), [this](QPainter& painter) { paintNames(painter); },
        Canvas::Reach::Everywhere);
    addMoving(QStringLiteral("line"));
    setTicks(*canvas.xAxis, Ticks::Whole);
    setTicks(*canvas.yAxis2, Ticks::Powers);
    setName(*canvas.yAxis2, session::quantitySymbol(Quantity::Gradient));
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
    canvas().yAxis2->setVisible(!overlays());
    Showing::dress();
    colour(*canvas().yAxis, overlays() ? theme().text : theme().ink(theme().curve));
    colour(*canvas().yAxis2, theme().ink(theme().ball));
}

void ConvergenceScene::resized() {
    fitNames();
    Showing::resized();
}

/// An axis that is too low for its name has none along it; n has room beside the last number.
void ConvergenceScene::fitNames() {
    const double scale = theme().scale();
    QCPAxisRect& rect = *canvas().axisRect();
    QMargins margins = rect.minimumMargins();
    const QFontMetricsF metrics(canvas().xAxis->tickLabelFont());
    const QString last = session::count(static_cast<std::int64_t>(size()));
    const double n = QFontMetricsF(canvas().xAxis->labelFont()).horizontalAdvance(nameOfSteps());
    margins.setRight(
        static_cast<int>(metrics.horizontalAdvance(last) / 2 + n + (apart + atEdge) * scale));
    rect.setMinimumMargins(margins);
    const double height = canvas().viewport().height() - margins.bottom();
    for (QCPAxis* axis : {canvas().yAxis, canvas().yAxis2}) fitName(*axis, height, theme());
}

void ConvergenceScene::setTrajectory(const descent::Trajectory& trajectory) {
    if (!trajectory.continues(m_content.trajectory)) {
        m_content.values = {};
        m_content.slopes = {};
    }
    m_content.trajectory = trajectory;
    setName(*canvas().yAxis2, session::quantitySymbol(Quantity::Gradient, trajectory.variables()));
    for (std::size_t n = m_content.values.size(); n < trajectory.size(); ++n) {
        m_content.values.append(trajectory.value(n));
        m_content.slopes.append(std::log10(trajectory.gradientNorm(n)));
    }
    fitRanges();
}

void ConvergenceScene::setRunners(std::vector<Rival> runners, const std::optional<Goal>& known) {
    const bool before = overlays();
    if (runners.size() == 1 && !m_content.quantity) runners.clear();  // it is shown as it is
    m_content.series.set(std::move(runners), known);
    if (overlays() != before) dress();
    fitRanges();
}

void ConvergenceScene::setQuantity(std::optional<Quantity> quantity) {
    m_content.quantity = quantity;
    m_content.series.setQuantity(quantity.value_or(Quantity::Gap));
    dress();
    fitRanges();
}

bool ConvergenceScene::overlays() const {
    return m_content.quantity || m_content.series.lines().size() > 1;
}

std::size_t ConvergenceScene::size() const {
    return std::max(m_content.trajectory.size(), m_content.series.size());
}

void ConvergenceScene::fitRanges() {
    const auto last = static_cast<double>(std::max<std::size_t>(size(), 2) - 1);
    setRange(*canvas().xAxis, {-0.01 * last, 1.01 * last});
    if (overlays()) {
        fitSeries();
    } else {
        setTicks(*canvas().yAxis, Ticks::Numbers);
        setName(*canvas().yAxis, session::quantitySymbol(Quantity::Value));
        setRange(*canvas().yAxis, extent({&m_content.values}, 1e-9));
        setRange(*canvas().yAxis2, extent({&m_content.slopes}, 2));
    }
    resized();
}

void ConvergenceScene::fitSeries() {
    const Series& series = m_content.series;
    std::vector<const Envelope*> shown;
    for (const Series::Line& line : series.lines()) shown.push_back(&series.shown(line));
    const bool powers = series.isLogarithmic();
    setTicks(*canvas().yAxis, powers ? Ticks::Powers : Ticks::Numbers);
    setName(*canvas().yAxis, session::quantitySymbol(series.quantity(), series.variables()));
    setRange(*canvas().yAxis, extent(shown, powers ? 2 : 1e-9));
}

double ConvergenceScene::iterationAt(double column) {
    const auto last = static_cast<double>(std::max<std::size_t>(size(), 1) - 1);
    return std::clamp(std::round(frame().xAt(column)), 0.0, last);
}

std::optional<descent::Step> ConvergenceScene::stepAt(QPointF pixel) {
    const descent::Trajectory& run = m_content.trajectory;
    if (run.empty() || !contains(frame().area, pixel)) return std::nullopt;
    return run[std::min(static_cast<std::size_t>(iterationAt(pixel.x())), run.size() - 1)];
}

/// n in the corner below the right axis, and the names of axes that are too low for them within
/// their corners.
void ConvergenceScene::paintNames(QPainter& painter) {
    const double scale = theme().scale();
    const QRectF& area = frame().area;
    painter.setFont(canvas().xAxis->labelFont());
    const QFontMetricsF metrics(painter.font());
    const double width = metrics.horizontalAdvance(nameOfSteps());
    const double left = canvas().viewport().right() - width - atEdge * scale;
    const double top = area.bottom() + 9 * scale;
    paintLabel(painter, {left, top + metrics.ascent()}, nameOfSteps(), theme());
    for (const Name& name : namesInside()) {
        Theme inked = theme();
        inked.text = name.colour;
        paintLabel(painter, name.baseline, name.text, inked);
    }
}

/// Of axes that are too low for them, at the upper end of each.
std::vector<ConvergenceScene::Name> ConvergenceScene::namesInside() {
    const double inside = apart * theme().scale();
    const QRectF& area = frame().area;
    const QFontMetricsF metrics(canvas().xAxis->labelFont());
    std::vector<Name> names;
    for (const QCPAxis* axis : {canvas().yAxis, canvas().yAxis2}) {
        if (!axis->visible() || !axis->label().isEmpty()) continue;
        const QString text = nameOf(*axis, theme());
        const double width = metrics.horizontalAdvance(text);
        // Lines of several runners begin high on the left.
        const bool isLeft = axis == canvas().yAxis && !overlays();
        const double x = isLeft ? area.left() + inside : area.right() - inside - width;
        const QRectF box(x - inside / 2, area.top(), width + inside, metrics.height());
        names.push_back({text, {x, area.top() + metrics.ascent()}, axis->labelColor(), box});
    }
    return names;
}

QRectF ConvergenceScene::paintMoving(QPainter& painter) {
    if (m_content.trajectory.empty()) return {};
    const QRectF& area = frame().area;
    const double column = frame().column(m_content.position);
    QRectF covered(column - theme().line, area.top(), 2 * theme().line, area.height());
    if (const double from = watchedFrom(); m_content.position > from) {
        const QRectF latest = between(from, m_content.position);
        painter.save();
        painter.setClipRect(latest, Qt::IntersectClip);
        paintSeries(painter);
        painter.restore();
        covered |= latest;
    }
    painter.setPen(QPen(theme().text, 0.75 * theme().line));
    painter.drawLine(QLineF(column, area.top(), column, area.bottom()));
    return covered;
}

}  // namespace plot
