// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/scene/bifurcationscene.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "descent/descent.h"
#include "plot/paint/axes.h"
#include "plot/paint/ball.h"
#include "plot/paint/densityimage.h"
#include "plot/paint/jumps.h"
#include "plot/paint/label.h"
#include "plot/paint/stays.h"
#include "session/wording/mapwording.h"
#include "session/wording/wording.h"

namespace plot {

namespace {

/// The range of α nearest to this one that a run can have.
insight::Range possible(insight::Range alpha) {
    const double width = std::min(alpha.width(), descent::largestAlpha - descent::smallestAlpha);
    const double low =
        std::max(std::min(alpha.low, descent::largestAlpha - width), descent::smallestAlpha);
    return {low, std::min(low + width, descent::largestAlpha)};
}

using Side = BifurcationScene::Side;

Side otherThan(Side side) {
    return side == Side::Left ? Side::Right : Side::Left;
}

/// Where a text beside an upright line begins.
double leftOf(double width, double column, Side side, const Theme& theme) {
    const double gap = 8 * theme.scale();
    return side == Side::Right ? column + gap : column - gap - width;
}

/// Whether a text beside an upright line is all within the area.
bool hasRoom(double width, double column, Side side, const QRectF& area, const Theme& theme) {
    constexpr double rounding = 0.5;  // pixels, of a line at the very edge
    const double left = leftOf(width, column, side, theme);
    const double gap = 8 * theme.scale();
    return left - gap > area.left() - rounding && left + width + gap < area.right() + rounding;
}

/// The label beside an upright line, on the other side where it has no room within the area, and
/// over the line where it has none there either. Returns what it covers.
QRectF paintBesideLine(QPainter& painter, double column, double baseline, const QString& text,
                       Side side, const QRectF& area, const Theme& theme) {
    const double width = QFontMetricsF(painter.font()).horizontalAdvance(text);
    const double gap = 8 * theme.scale();
    const bool turns = !hasRoom(width, column, side, area, theme) &&
                       hasRoom(width, column, otherThan(side), area, theme);
    const double wanted = leftOf(width, column, turns ? otherThan(side) : side, theme);
    const double left = std::max(area.left() + gap, std::min(wanted, area.right() - gap - width));
    return paintLabel(painter, {left, baseline}, text, theme);
}

}  // namespace

BifurcationScene::BifurcationScene(Canvas& canvas)
    : Showing(canvas, QStringLiteral("α"), QStringLiteral("x")) {
    addLayer(QStringLiteral("density"), [this](QPainter& painter) { paintPicture(painter); });
    addLayer(QStringLiteral("fork"), [this](QPainter& painter) { paintMarks(painter); });
    addMoving(QStringLiteral("present"));
    setTheme(m_content.theme);
    setRanges({0.01, 2}, m_content.value);
}

BifurcationScene::BifurcationScene(Canvas& canvas, const Diagram& content)
    : BifurcationScene(canvas) {
    m_content = content;
    setTheme(content.theme);
    showRanges();
}

void BifurcationScene::setDensity(insight::Density density) {
    m_content.density = std::move(density);
    m_image = densityImage(m_content.density, m_content.theme);
    mark(everything);
}

void BifurcationScene::setPresent(double alpha) {
    const bool before = beforeFork();
    m_content.present = alpha;
    beforeFork() == before ? markMoving() : mark(everything);
}

void BifurcationScene::setExtremum(const std::optional<insight::StationaryPoint>& extremum) {
    const auto before = fork();
    m_content.extremum = extremum;
    if (fork() != before) mark(everything);
}

std::optional<double> BifurcationScene::fork() const {
    return m_content.extremum ? insight::fork(*m_content.extremum) : std::nullopt;
}

bool BifurcationScene::beforeFork() const {
    const auto alpha = fork();
    return alpha && m_content.present < *alpha;
}

void BifurcationScene::dress() {
    Showing::dress();
    m_image = densityImage(m_content.density, m_content.theme);
}

bool BifurcationScene::setRanges(insight::Range alpha, insight::Range x) {
    if (!showable(alpha)) return false;
    const insight::Range within = possible(alpha);
    const double rounding = 1e-12 * within.width();
    const bool isSame = std::abs(within.low - m_content.x.low) <= rounding &&
                        std::abs(within.high - m_content.x.high) <= rounding;
    if (isSame && x == m_content.value) return false;
    return Showing::setRanges(within, x);
}

void BifurcationScene::paintPicture(QPainter& painter) {
    const insight::Density& density = m_content.density;
    paintDensity(painter, m_image, density, frame());
    painter.setFont(canvas().font());
    m_words = paintStays(painter, density, frame(), m_content.theme);
}

void BifurcationScene::paintMarks(QPainter& painter) {
    painter.setFont(canvas().font());
    setLabelFont(painter, m_content.theme);
    m_taken = m_words;
    m_taken.push_back(presentRow(painter));
    const auto label = paintFork(painter);
    m_taken.pop_back();
    if (label) {
        const double column = frame().column(*fork());
        m_taken.push_back(*label);
        m_taken.emplace_back(column - 1, frame().area.top(), 2, frame().area.height());
    }
    std::vector<QRectF> taken = m_taken;
    taken.push_back(presentRow(painter));
    paintJumps(painter, m_content.density, frame(), std::move(taken), m_content.theme);
}

/// Where the label of the present α may lie.
QRectF BifurcationScene::presentRow(const QPainter& painter) {
    const QRectF& area = frame().area;
    const double height = QFontMetricsF(painter.font()).height();
    return {area.left(), area.top(), area.width(), height + 12 * m_content.theme.scale()};
}

std::optional<QRectF> BifurcationScene::paintFork(QPainter& painter) {
    const auto alpha = fork();
    if (!alpha || !m_content.x.contains(*alpha)) return std::nullopt;
    const Theme& theme = m_content.theme;
    const QRectF& area = frame().area;
    const double column = frame().column(*alpha);
    const double tick = 6 * theme.scale();
    std::vector<QLineF> ticks;
    for (double row = area.top(); row < area.bottom(); row += 3 * tick) {
        ticks.emplace_back(column, row, column, std::min(row + tick, area.bottom()));
    }
    painter.setPen(QPen(theme.text, theme.scale(), Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(ticks.data(), static_cast<int>(ticks.size()));
    return paintForkTerm(painter, column);
}

/// Where a text beside an upright line covers neither counts nor anything taken: as near to a row
/// as it can be, on the wanted side if it can.
std::optional<QPointF> BifurcationScene::freeBeside(double column, double from, double step,
                                                    Side wanted, const QSizeF& text,
                                                    double ascent) {
    const QRectF& area = frame().area;
    const Theme& theme = m_content.theme;
    const double air = 4 * theme.scale();  // as much as the patch of a label covers
    const auto inside = [&](double row) {
        return row - text.height() > area.top() && row < area.bottom();
    };
    for (double row = from; row == from || inside(row); row += step) {
        for (const Side side : {wanted, otherThan(wanted)}) {
            const QPointF baseline(leftOf(text.width(), column, side, theme), row);
            const QRectF box =
                QRectF(baseline - QPointF(0, ascent), text).adjusted(-air, -air / 2, air, air / 2);
            const bool free = hasRoom(text.width(), column, side, area, theme) &&
                              !counted(m_content.density, frame(), box) &&
                              std::ranges::none_of(m_taken, [&](const QRectF& other) {
                                  return other.intersects(box);
                              });
            if (free) return baseline;
        }
    }
    return std::nullopt;
}

/// As low as it covers nothing, in two lines where one is too wide; at the bottom where there is no
/// such place.
QRectF BifurcationScene::paintForkTerm(QPainter& painter, double column) {
    const Theme& theme = m_content.theme;
    const QFontMetricsF metrics(painter.font());
    const double lowest = frame().area.bottom() - 10 * theme.scale() - metrics.descent();
    const double line = metrics.height() + 4 * theme.scale();
    const Side wanted = beforeFork() ? Side::Right : Side::Left;
    const QString whole = session::forkAt(*m_content.extremum, theme.digits);
    const QStringList two = session::forkLines(*m_content.extremum, theme.digits);
    for (const QStringList& lines : {QStringList(whole), two}) {
        const double below = static_cast<double>(lines.size() - 1) * line;
        double width = 0;
        for (const QString& each : lines) width = std::max(width, metrics.horizontalAdvance(each));
        const auto baseline = freeBeside(column, lowest - below, -metrics.height() / 2, wanted,
                                         {width, metrics.height() + below}, metrics.ascent());
        if (!baseline) continue;
        QRectF covered;
        for (int i = 0; i < lines.size(); ++i)
            covered |= paintLabel(painter, *baseline + QPointF(0, i * line), lines[i], theme);
        return covered;
    }
    return paintBesideLine(painter, column, lowest, whole, wanted, frame().area, theme);
}

QRectF BifurcationScene::paintMoving(QPainter& painter) {
    if (!std::isfinite(m_content.present)) return {};
    const Theme& theme = m_content.theme;
    const QRectF& area = frame().area;
    const double column = presentColumn();
    const QString label = QStringLiteral("α = ") + session::number(m_content.present, theme.digits);
    painter.setFont(canvas().font());
    setLabelFont(painter, theme);
    const QFontMetricsF metrics(painter.font());
    const double row = area.top() + 6 * theme.scale() + metrics.ascent();
    if (!m_content.x.contains(m_content.present)) {
        return paintBeyond(painter, area, {column, row}, label, theme);
    }
    const QLineF line(column, area.top(), column, area.bottom());
    painter.setPen(QPen(theme.ball, theme.line, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(line);
    const Side wanted = beforeFork() ? Side::Left : Side::Right;
    const QSizeF size(metrics.horizontalAdvance(label), metrics.height());
    const auto baseline =
        freeBeside(column, row, metrics.height() / 2, wanted, size, metrics.ascent());
    return QRectF(line.p1(), line.p2()).adjusted(-theme.line, 0, theme.line, 0) |
           (baseline ? paintLabel(painter, *baseline, label, theme)
                     : paintBesideLine(painter, column, row, label, wanted, area, theme));
}

}  // namespace plot
