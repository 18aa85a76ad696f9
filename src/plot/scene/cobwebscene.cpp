// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/scene/cobwebscene.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "plot/paint/ball.h"
#include "plot/paint/trail.h"
#include "session/wording/wording.h"

namespace plot {

namespace {

/// So many stairs are added to their layer at a time.
constexpr std::size_t block = 64;

}  // namespace

CobwebScene::CobwebScene(Canvas& canvas)
    : Showing(canvas, QStringLiteral("xₙ"), QStringLiteral("xₙ₊₁")) {
    addLayer(QStringLiteral("map"), [this](QPainter& painter) {
        if (map()) paintMap(painter, *map(), m_content.theme);
    });
    addLayer(QStringLiteral("stairs"), [this](QPainter& painter) { paintClimbed(painter); });
    addLayer(QStringLiteral("notes"), [this](QPainter& painter) { paintNotes(painter); });
    addMoving(QStringLiteral("tip"));
    setTheme(m_content.theme);
    fit();
}

CobwebScene::CobwebScene(Canvas& canvas, const Cobweb& content) : CobwebScene(canvas) {
    setTheme(content.theme);
    if (content.analysis) setAnalysis(*content.analysis);
    setRanges(content.x, content.value);
    setTrajectory(content.trajectory, content.settings);
    m_content = content;
}

void CobwebScene::lineChanged() {
    m_map.reset();
    mark(Map | Notes);
}

void CobwebScene::runChanged(const descent::Settings& before) {
    const descent::Settings& settings = m_content.settings;
    if (settings.alpha != before.alpha || settings.direction != before.direction) {
        m_content.line.forget();
        lineChanged();
    }
    m_staircase.setTrajectory(m_content.trajectory);
    mark(Stairs | Tip);
}

void CobwebScene::setExtremum(const std::optional<insight::StationaryPoint>& extremum) {
    if (std::exchange(m_content.extremum, extremum) != extremum) mark(Notes);
}

int CobwebScene::implied(int marks) {
    if (marks & everything) return marks;
    return marks | Tip | (wholeBlocks() == m_drawnStairs ? 0 : Stairs);
}

bool CobwebScene::restChanged() {
    const std::size_t stairs = wholeBlocks();
    return std::exchange(m_stairs, stairs) != stairs;
}

std::vector<QPointF> CobwebScene::drawn() {
    std::vector<QPointF> points;
    if (const StepMap* const drawn = map()) points = drawn->points();
    for (const Stair& stair : m_staircase.stairs(frame())) {
        for (const QLineF& line : stair.lines(frame())) points.push_back(line.center());
    }
    const QLineF line = diagonal(frame());
    for (double part = 0; part < 1; part += 1.0 / 64) points.push_back(line.pointAt(part));
    return points;
}

std::optional<QPointF> CobwebScene::tip() {
    if (m_content.trajectory.empty()) return std::nullopt;
    const QPointF place = tipAt(m_content.trajectory, m_content.position);
    const QPointF pixel = frame().pixel(place.x(), place.y());
    if (!contains(frame().area, pixel)) return std::nullopt;
    return pixel;
}

const StepMap* CobwebScene::map() {
    const Frame& in = frame();
    if (m_map) return &*m_map;
    if (!objective()) return nullptr;
    const QSize pixels = in.area.size().toSize();
    const auto step = [this](double x) {
        return StepMap::step(*objective(), m_content.settings, x);
    };
    const auto& points = m_content.line.points(step, objective()->effort(),
                                               {in.x, in.value, pixels.width(), pixels.height()});
    return &m_map.emplace(*objective(), m_content.settings, in, points);
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
    painter.setFont(canvas().font());
    const QRectF taken = paintFormula(painter, *map(), m_content.theme);
    if (!m_content.extremum) return;
    const auto valley = told(*objective(), *m_content.extremum);
    paintSlope(painter, *map(), valley, taken, m_content.theme);
}

void CobwebScene::paintClimbed(QPainter& painter) {
    m_drawnStairs = wholeBlocks();
    const std::span<const Stair> stairs = m_staircase.stairs(frame());
    paintStairs(painter, stairs.first(m_drawnStairs), frame(), opacity(stairs.size()),
                m_content.theme);
    if (!start()) return;
    const QPointF place = frame().pixel(*start(), *start());
    if (contains(frame().area, place))
        paintStart(painter, {place, {m_content.theme.start}}, m_content.theme);
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
    const QPointF pixel = frame().pixel(place.x(), place.y());
    painter.setFont(canvas().font());
    if (!contains(frame().area, pixel)) {
        return paintBeyond(
            painter, frame().area, pixel,
            theme.named(QStringLiteral("x = ")) + session::number(place.y(), theme.digits), theme);
    }
    const double radius = 6 * theme.scale();
    painter.setPen(QPen(theme.ground, 1.5 * theme.scale()));
    painter.setBrush(theme.ball);
    painter.drawEllipse(pixel, radius, radius);
    return QRectF(pixel, QSizeF()).adjusted(-radius - 2, -radius - 2, radius + 2, radius + 2);
}

}  // namespace plot
