// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/cobwebscene.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <span>

#include "core/landscape.h"
#include "plot/axes.h"
#include "plot/ball.h"
#include "plot/curveline.h"
#include "plot/label.h"
#include "plot/navigation.h"
#include "plot/trail.h"
#include "session/wording.h"

namespace plot {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CobwebView)
};

/// So many stairs are added to their layer at a time.
constexpr std::size_t block = 64;
/// In pixels of a picture of lines of two.
constexpr double markRadius = 5;

/// Where the map crosses the diagonal: the places that it leaves alone. A stretch of the diagonal
/// is none.
std::vector<double> fixedPoints(std::span<const core::CurvePoint> map) {
    std::vector<double> found;
    const auto above = [&](std::size_t i) { return map[i].value - map[i].x; };
    for (std::size_t i = 1; i < map.size(); ++i) {
        const double left = above(i - 1);
        const double right = above(i);
        if (left * right < 0) {
            found.push_back(map[i - 1].x + (map[i].x - map[i - 1].x) * left / (left - right));
        } else if (left != 0 && right == 0 && i + 1 < map.size() && above(i + 1) != 0) {
            found.push_back(map[i].x);
        }
    }
    return found;
}

QString slopeNote(double slope) {
    // Rounding would show 2×10⁻¹⁷ where it is 0.
    const double shown = std::abs(slope) < 1e9 ? std::round(slope * 1e6) / 1e6 + 0.0 : slope;
    const QString size = QStringLiteral("m = ") + session::number(shown);
    if (std::abs(shown) < 1) return Text::tr("slope %1: stable, |m| < 1").arg(size);
    if (std::abs(shown) > 1) return Text::tr("slope %1: unstable, |m| > 1").arg(size);
    return Text::tr("slope %1: neither stable nor unstable").arg(size);
}

}  // namespace

CobwebScene::CobwebScene(Canvas& canvas) : m_canvas(canvas) {
    m_mapLayer =
        canvas.addPainted(QStringLiteral("map"), [this](QPainter& painter) { paintMap(painter); });
    m_stairsLayer = canvas.addPainted(QStringLiteral("stairs"),
                                      [this](QPainter& painter) { paintClimbed(painter); });
    m_notesLayer = canvas.addPainted(QStringLiteral("notes"),
                                     [this](QPainter& painter) { paintNotes(painter); });
    m_tipLayer =
        canvas.addPainted(QStringLiteral("tip"), [this](QPainter& painter) { paintTip(painter); });
    setTicks(*canvas.xAxis, Ticks::Numbers);
    setTicks(*canvas.yAxis, Ticks::Numbers);
    canvas.xAxis->setLabel(QStringLiteral("xₙ"));
    canvas.yAxis->setLabel(QStringLiteral("xₙ₊₁"));
    QObject::connect(&canvas, &QCustomPlot::afterLayout, &canvas, [this] { laidOut(); });
    QObject::connect(&canvas, &QCustomPlot::afterReplot, &canvas, [this] { m_marked = 0; });
    setTheme(m_content.theme);
    fit();
}

CobwebScene::CobwebScene(Canvas& canvas, const Cobweb& content) : CobwebScene(canvas) {
    setTheme(content.theme);
    if (content.analysis) setAnalysis(*content.analysis);
    setRanges(content.x, content.next);
    setTrajectory(content.trajectory, content.settings);
    m_content = content;
}

void CobwebScene::setAnalysis(const core::Analysis& analysis) {
    if (m_content.analysis && m_content.analysis->function == analysis.function) return;
    m_content.analysis = analysis;
    m_objective.emplace(analysis);
    m_mapStale = true;
    mark(Map | Notes);
}

void CobwebScene::setTheme(const Theme& theme) {
    m_content.theme = theme;
    applyTheme(m_canvas, theme);
    resized();
}

void CobwebScene::setTrajectory(const core::Trajectory& trajectory,
                                const core::Settings& settings) {
    const core::Settings& before = m_content.settings;
    if (settings.alpha != before.alpha || settings.direction != before.direction) {
        m_mapStale = true;
        mark(Map | Notes);
    }
    m_content.trajectory = trajectory;
    m_content.settings = settings;
    m_staircase.setTrajectory(trajectory);
    mark(Stairs | Tip);
}

void CobwebScene::setPosition(double position) {
    m_content.position = position;
    mark(Tip);
}

void CobwebScene::setExtremum(const std::optional<core::StationaryPoint>& extremum) {
    if (std::exchange(m_content.extremum, extremum) != extremum) mark(Notes);
}

bool CobwebScene::setRanges(core::Range x, core::Range next) {
    if (!showable(x) || !showable(next)) return false;
    m_content.x = x;
    m_content.next = next;
    setRange(*m_canvas.xAxis, x);
    setRange(*m_canvas.yAxis, next);
    resized();
    return true;
}

bool CobwebScene::setHome(core::Range x) {
    if (!showable(x)) return false;
    m_content.home = x;
    return fit();
}

void CobwebScene::resized() {
    m_layoutStale = true;
    mark(Everything);
}

void CobwebScene::draw() {
    int marked = std::exchange(m_marked, 0);
    if (marked == 0) return;
    if (marked & Everything) {
        m_canvas.replot(QCustomPlot::rpQueuedRefresh);
        return;
    }
    if (wholeBlocks() != m_drawnStairs) marked |= Stairs;
    if (marked & Map) m_canvas.redraw(m_mapLayer);
    if (marked & Stairs) m_canvas.redraw(m_stairsLayer);
    if (marked & Notes) m_canvas.redraw(m_notesLayer);
    const QRectF before = m_moving;
    m_canvas.redraw(m_tipLayer);
    m_canvas.update((before | m_moving).toAlignedRect().adjusted(-2, -2, 2, 2));
    if (marked & (Map | Stairs | Notes)) m_canvas.update(m_canvas.axisRect()->rect());
}

const Frame& CobwebScene::frame() {
    if (m_layoutStale) m_canvas.layOut();
    return m_frame;
}

void CobwebScene::laidOut() {
    m_layoutStale = false;
    const Frame frame = frameOf(*m_canvas.xAxis, *m_canvas.yAxis);
    if (frame == m_frame) return;
    m_frame = frame;
    m_mapStale = true;
}

std::optional<QPointF> CobwebScene::tip() {
    if (m_content.trajectory.empty()) return std::nullopt;
    const QPointF place = tipAt(m_content.trajectory, m_content.position);
    const QPointF pixel = frame().pixel(place.x(), place.y());
    if (!contains(frame().area, pixel)) return std::nullopt;
    return pixel;
}

/// As much of it as is in view.
QLineF CobwebScene::diagonal() const {
    QLineF diagonal(m_frame.pixel(m_frame.x.low, m_frame.x.low),
                    m_frame.pixel(m_frame.x.high, m_frame.x.high));
    return clip(diagonal, m_frame.area) ? diagonal : QLineF();
}

std::optional<double> CobwebScene::start() const {
    if (m_content.trajectory.empty()) return std::nullopt;
    return m_content.trajectory[0].at.x;
}

double CobwebScene::next(double x) const {
    const core::Step step{0, {x, 0}, 0, m_objective->gradient({x, 0})};
    return core::target(m_content.settings, step).x;
}

double CobwebScene::slope(double curvature) const {
    const bool descends = m_content.settings.direction == core::Direction::Descend;
    return 1 + (descends ? -1 : 1) * m_content.settings.alpha * curvature;
}

void CobwebScene::sampleMap() {
    const Frame& in = frame();
    if (!std::exchange(m_mapStale, false)) return;
    m_map.clear();
    m_fixedPoints.clear();
    if (!m_objective) return;
    const QSize pixels = in.area.size().toSize();
    const auto map = core::sample([this](double x) { return next(x); },
                                  {in.x, in.value, pixels.width(), pixels.height()});
    for (const core::CurvePoint& point : map) m_map.push_back(in.pixel(point.x, point.value));
    m_fixedPoints = fixedPoints(map);
}

/// The stairs that belong to the layer of stairs at the present position.
std::size_t CobwebScene::wholeBlocks() {
    return climbed(m_staircase.stairs(frame()), m_content.position) / block * block;
}

double CobwebScene::opacity(std::size_t stairs) const {
    return std::clamp(5 / std::sqrt(static_cast<double>(stairs + 1)), 0.15, 0.6);
}

void CobwebScene::paintMap(QPainter& painter) {
    const Theme& theme = m_content.theme;
    sampleMap();
    painter.setPen(QPen(theme.text, theme.scale()));
    painter.drawLine(diagonal());
    painter.setPen(QPen(theme.curve, theme.line, Qt::SolidLine, Qt::RoundCap, Qt::BevelJoin));
    const double margin = theme.line;
    paintPolyline(painter, m_map, m_frame.area.adjusted(-margin, -margin, margin, margin));
    double last = -markRadius;
    for (const double x : m_fixedPoints) {
        const double column = m_frame.column(x);
        if (column - last < markRadius) continue;
        last = column;
        paintFixedPoint(painter, x);
    }
}

/// A full disc where near starts are drawn to it, a hollow one elsewhere.
void CobwebScene::paintFixedPoint(QPainter& painter, double x) {
    const QPointF place = m_frame.pixel(x, x);
    if (!contains(m_frame.area, place)) return;
    const Theme& theme = m_content.theme;
    const bool stable = std::abs(slope(m_objective->curvature({x, 0}))) < 1;
    painter.setPen(QPen(theme.curve, 0.8 * theme.line));
    painter.setBrush(stable ? theme.curve : theme.ground);
    painter.drawEllipse(place, markRadius * theme.scale(), markRadius * theme.scale());
}

void CobwebScene::paintClimbed(QPainter& painter) {
    m_drawnStairs = wholeBlocks();
    const std::span<const Stair> stairs = m_staircase.stairs(m_frame);
    paintStairs(painter, stairs.first(m_drawnStairs), m_frame, opacity(stairs.size()),
                m_content.theme);
    if (!start()) return;
    const QPointF place = m_frame.pixel(*start(), *start());
    if (contains(m_frame.area, place)) paintStart(painter, place, m_content.theme);
}

void CobwebScene::paintNotes(QPainter& painter) {
    if (!m_objective) return;
    const Theme& theme = m_content.theme;
    const QRectF& area = m_frame.area;
    painter.setFont(m_canvas.font());
    setLabelFont(painter, theme);
    const bool descends = m_content.settings.direction == core::Direction::Descend;
    const double height = QFontMetricsF(painter.font()).height();
    paintLabel(
        painter, area.topLeft() + QPointF(10, 4) * theme.scale() + QPointF(0, height),
        descends ? QStringLiteral("xₙ₊₁ = xₙ − α f′(xₙ)") : QStringLiteral("xₙ₊₁ = xₙ + α f′(xₙ)"),
        theme);
    paintSlope(painter);
}

void CobwebScene::paintSlope(QPainter& painter) {
    if (!m_content.extremum || !std::isfinite(m_content.extremum->curvature)) return;
    const double x = m_content.extremum->x;
    const QPointF place = m_frame.pixel(x, x);
    if (!contains(m_frame.area, place)) return;
    const Theme& theme = m_content.theme;
    const double slope = this->slope(m_content.extremum->curvature);
    QPointF along(m_frame.area.width() / m_frame.x.width(),
                  -slope * m_frame.area.height() / m_frame.value.width());
    along *= 60 * theme.scale() / std::hypot(along.x(), along.y());
    QLineF tangent(place - along, place + along);
    if (!clip(tangent, m_frame.area)) return;
    painter.setPen(QPen(theme.tangent, theme.line));
    painter.drawLine(tangent);
    std::vector<QPointF> lines = m_map;
    for (double part = 0; part <= 1; part += 1 / 512.0) {
        lines.push_back(tangent.pointAt(part));
        lines.push_back(diagonal().pointAt(part));
    }
    paintBeside(painter, place, slopeNote(slope), m_frame.area, lines, theme);
}

void CobwebScene::paintTip(QPainter& painter) {
    m_moving = {};
    if (m_content.trajectory.empty()) return;
    const Frame& in = frame();
    const std::span<const Stair> stairs = m_staircase.stairs(in);
    const std::size_t known = climbed(stairs, m_content.position);
    const auto block = stairs.subspan(m_drawnStairs, known - std::min(known, m_drawnStairs));
    paintStairs(painter, block, in, opacity(stairs.size()), m_content.theme);
    for (const Stair& stair : block) {
        for (const QLineF& line : stair.lines(in)) {
            m_moving |= QRectF(line.p1(), line.p2()).normalized().adjusted(-1, -1, 1, 1);
        }
    }
    m_moving |=
        paintRecentStairs(painter, m_content.trajectory, m_content.position, in, m_content.theme);
    m_moving |= paintTipAt(painter, tipAt(m_content.trajectory, m_content.position));
    m_moving &= in.area;
}

QRectF CobwebScene::paintTipAt(QPainter& painter, QPointF place) {
    const Theme& theme = m_content.theme;
    const QPointF pixel = m_frame.pixel(place.x(), place.y());
    painter.setFont(m_canvas.font());
    if (!contains(m_frame.area, pixel)) {
        return paintBeyond(painter, m_frame.area, pixel,
                           QStringLiteral("x = ") + session::number(place.y()), Body::Ball, theme);
    }
    const double radius = (markRadius + 1) * theme.scale();
    painter.setPen(QPen(theme.ground, 1.5 * theme.scale()));
    painter.setBrush(theme.ball);
    painter.drawEllipse(pixel, radius, radius);
    return QRectF(pixel, QSizeF()).adjusted(-radius - 2, -radius - 2, radius + 2, radius + 2);
}

}  // namespace plot
