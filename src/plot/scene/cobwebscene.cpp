// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/scene/cobwebscene.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <span>

#include "plot/paint/axes.h"
#include "plot/paint/ball.h"
#include "plot/paint/trail.h"
#include "plot/view/navigation.h"
#include "session/wording.h"

namespace plot {

namespace {

/// So many stairs are added to their layer at a time.
constexpr std::size_t block = 64;

}  // namespace

CobwebScene::CobwebScene(Canvas& canvas) : m_canvas(canvas) {
    m_mapLayer = canvas.addPainted(QStringLiteral("map"), [this](QPainter& painter) {
        if (map()) paintMap(painter, *map(), m_content.theme);
    });
    m_stairsLayer = canvas.addPainted(QStringLiteral("stairs"),
                                      [this](QPainter& painter) { paintClimbed(painter); });
    m_notesLayer = canvas.addPainted(QStringLiteral("notes"),
                                     [this](QPainter& painter) { paintNotes(painter); });
    m_tipLayer = canvas.addPainted(QStringLiteral("tip"),
                                   [this](QPainter& painter) { m_moving = paintMoving(painter); });
    setTicks(*canvas.xAxis, Ticks::Numbers);
    setTicks(*canvas.yAxis, Ticks::Numbers);
    setName(*canvas.xAxis, QStringLiteral("xₙ"));
    setName(*canvas.yAxis, QStringLiteral("xₙ₊₁"));
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

void CobwebScene::setAnalysis(const formula::Analysis& analysis) {
    if (m_content.analysis && m_content.analysis->function == analysis.function) return;
    m_content.analysis = analysis;
    m_objective.emplace(analysis, m_content.settings.direction);
    forgetMap();
}

void CobwebScene::forgetMap() {
    m_content.line.forget();
    m_map.reset();
    mark(Map | Notes);
}

void CobwebScene::setMap(const insight::Viewport& view, std::vector<insight::CurvePoint> points) {
    if (!m_content.line.setPoints(view, std::move(points))) return;
    m_map.reset();
    mark(Map | Notes);
}

void CobwebScene::setTheme(const Theme& theme) {
    m_content.theme = theme;
    applyTheme(m_canvas, theme);
    resized();
}

void CobwebScene::setTrajectory(const descent::Trajectory& trajectory,
                                const descent::Settings& settings) {
    const descent::Direction before = m_content.settings.direction;
    if (settings.alpha != m_content.settings.alpha || settings.direction != before) forgetMap();
    m_content.trajectory = trajectory;
    m_content.settings = settings;
    if (settings.direction != before && m_content.analysis)
        m_objective.emplace(*m_content.analysis, settings.direction);
    m_staircase.setTrajectory(trajectory);
    mark(Stairs | Tip);
}

void CobwebScene::setPosition(double position) {
    m_content.position = position;
    mark(Tip);
}

void CobwebScene::setExtremum(const std::optional<insight::StationaryPoint>& extremum) {
    if (std::exchange(m_content.extremum, extremum) != extremum) mark(Notes);
}

bool CobwebScene::setRanges(insight::Range x, insight::Range next) {
    if (!showable(x) || !showable(next)) return false;
    m_content.x = x;
    m_content.next = next;
    setRange(*m_canvas.xAxis, x);
    setRange(*m_canvas.yAxis, next);
    resized();
    return true;
}

bool CobwebScene::setHome(insight::Range x) {
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
    if (marked & (Map | Stairs | Notes))
        m_canvas.update(m_canvas.axisRect()->rect().adjusted(-2, -2, 2, 2));
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
    m_map.reset();
}

std::optional<QPointF> CobwebScene::tip() {
    if (m_content.trajectory.empty()) return std::nullopt;
    const QPointF place = tipAt(m_content.trajectory, m_content.position);
    const QPointF pixel = frame().pixel(place.x(), place.y());
    if (!contains(frame().area, pixel)) return std::nullopt;
    return pixel;
}

std::optional<double> CobwebScene::start() const {
    if (m_content.trajectory.empty()) return std::nullopt;
    return m_content.trajectory.x(0);
}

const StepMap* CobwebScene::map() {
    const Frame& in = frame();
    if (m_map) return &*m_map;
    if (!m_objective) return nullptr;
    const QSize pixels = in.area.size().toSize();
    const auto step = [this](double x) {
        return StepMap::step(*m_objective, m_content.settings, x);
    };
    const auto& points = m_content.line.points(step, m_content.analysis->derivativeProgram(),
                                               {in.x, in.value, pixels.width(), pixels.height()});
    return &m_map.emplace(*m_objective, m_content.settings, in, points);
}

std::span<const Stair> CobwebScene::climbedStairs() {
    const std::span<const Stair> stairs = m_staircase.stairs(frame());
    return stairs.first(climbed(stairs, m_content.position));
}

std::size_t CobwebScene::wholeBlocks() {
    return climbedStairs().size() / block * block;
}

double CobwebScene::opacity(std::size_t stairs) const {
    return std::clamp(5 / std::sqrt(static_cast<double>(stairs + 1)), 0.15, 0.6);
}

void CobwebScene::paintNotes(QPainter& painter) {
    if (!map()) return;
    painter.setFont(m_canvas.font());
    const QRectF taken = paintFormula(painter, *map(), m_content.theme);
    if (!m_content.extremum) return;
    const auto valley = told(*m_objective, *m_content.extremum);
    paintSlope(painter, *map(), valley, taken, m_content.theme);
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

QRectF CobwebScene::paintMoving(QPainter& painter) {
    if (m_content.trajectory.empty()) return {};
    QRectF covered;
    const Frame& in = frame();
    const std::span<const Stair> stairs = m_staircase.stairs(in);
    const std::size_t whole = wholeBlocks();
    const auto block = stairs.subspan(whole, climbed(stairs, m_content.position) - whole);
    paintStairs(painter, block, in, opacity(stairs.size()), m_content.theme);
    for (const Stair& stair : block) {
        for (const QLineF& line : stair.lines(in)) {
            covered |= QRectF(line.p1(), line.p2()).normalized().adjusted(-1, -1, 1, 1);
        }
    }
    covered |=
        paintRecentStairs(painter, m_content.trajectory, m_content.position, in, m_content.theme);
    covered |= paintTipAt(painter, tipAt(m_content.trajectory, m_content.position));
    return covered & in.area;
}

QRectF CobwebScene::paintTipAt(QPainter& painter, QPointF place) {
    const Theme& theme = m_content.theme;
    const QPointF pixel = m_frame.pixel(place.x(), place.y());
    painter.setFont(m_canvas.font());
    if (!contains(m_frame.area, pixel)) {
        return paintBeyond(painter, m_frame.area, pixel,
                           QStringLiteral("x = ") + session::number(place.y(), theme.digits),
                           theme);
    }
    const double radius = 6 * theme.scale();
    painter.setPen(QPen(theme.ground, 1.5 * theme.scale()));
    painter.setBrush(theme.ball);
    painter.drawEllipse(pixel, radius, radius);
    return QRectF(pixel, QSizeF()).adjusted(-radius - 2, -radius - 2, radius + 2, radius + 2);
}

}  // namespace plot
