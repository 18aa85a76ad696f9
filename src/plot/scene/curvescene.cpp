// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/scene/curvescene.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <utility>

#include "formula/expression.h"
#include "insight/fitting.h"
#include "plot/paint/axes.h"
#include "plot/paint/ball.h"
#include "plot/paint/basinstrip.h"
#include "plot/paint/curveline.h"
#include "plot/paint/curvemotion.h"
#include "plot/paint/curvenote.h"
#include "plot/paint/landmarks.h"

namespace plot {

namespace {

/// Values with those that fit another run; where these would make the ones before small, as where
/// it leaps up a wall, with its start and its end.
insight::Range withValuesOf(const descent::Trajectory& run, insight::Range x, insight::Range values,
                            insight::Range fitting) {
    constexpr double tallest = 3;  // times as tall
    if (fitting.width() <= tallest * values.width())
        return insight::widened(insight::widened(values, fitting.low), fitting.high);
    for (std::size_t n : {std::size_t{0}, run.size() - 1}) {
        if (run.empty()) break;
        const insight::CurvePoint point = place(run, n);
        if (x.contains(point.x) && std::isfinite(point.value))
            values = insight::widened(values, point.value);
    }
    return values;
}

}  // namespace

CurveScene::CurveScene(Canvas& canvas)
    : Showing(canvas, QStringLiteral("x"), QStringLiteral("f(x)")) {
    addLayer(QStringLiteral("curve"), [this](QPainter& painter) { paintCurve(painter); });
    addLayer(QStringLiteral("trail"), [this](QPainter& painter) { paintMarks(painter); });
    addLayer(
        QStringLiteral("overlays"), [this](QPainter& painter) { paintOverlays(painter); },
        Canvas::Reach::Everywhere);
    addMoving(QStringLiteral("ball"));
    setTheme(m_content.theme);
    setRanges(m_content.x, {-1, 1});
}

CurveScene::CurveScene(Canvas& canvas, const Content& content) : CurveScene(canvas) {
    setTheme(content.theme);
    if (content.analysis) setAnalysis(*content.analysis);
    setRanges(content.x, content.value);
    setRivals(content.place, content.rivals);
    setTrajectory(content.trajectory, content.settings);
    setBasins(content.landmarks.basins);
    m_content = content;
    m_content.landmarks.valleys.add(content.landmarks.points, content.settings.direction);
}

void CurveScene::lineChanged() {
    m_path.reset();
    mark(everything);
}

void CurveScene::functionChanged(bool sameFormula) {
    m_places.clear();
    m_content.landmarks.points.clear();
    m_content.landmarks.valleys.forget();
    if (!sameFormula) fitValues(m_content.x, {});  // the run is still that of the one before
}

void CurveScene::setStale(bool stale) {
    if (std::exchange(m_content.stale, stale) != stale) mark(Curve);
}

void CurveScene::runChanged(const descent::Settings& before) {
    const descent::Direction direction = m_content.settings.direction;
    if (direction != before.direction) m_content.landmarks.valleys.forget();
    m_content.landmarks.valleys.add(m_content.landmarks.points, direction);
    m_trails.setTrajectory(m_content.place, m_content.trajectory);
    if (m_valuesAwaitRun && !m_content.trajectory.empty()) {
        fitValues(m_content.x, m_content.trajectory);
    }
    mark(Marks | Overlays | Ball);
}

void CurveScene::setRivals(std::size_t place, std::vector<Rival> rivals) {
    m_content.place = place;
    m_content.rivals = std::move(rivals);
    m_trails.setRivals(m_content.rivals);
    mark(Marks | Overlays | Ball);
}

void CurveScene::setPoints(const std::vector<insight::StationaryPoint>& points) {
    if (m_content.landmarks.points == points) return;
    m_content.landmarks.points = points;
    m_content.landmarks.valleys.add(points, m_content.settings.direction);
    mark(Overlays);
}

void CurveScene::setBasins(const std::optional<insight::BasinMap>& basins) {
    const bool had = m_content.landmarks.basins.has_value();
    m_content.landmarks.basins = basins;
    if (had != basins.has_value()) dress();
    mark(Overlays);
}

/// With room above for a ball at the edge and below for the strip if there
/// is one.
void CurveScene::dress() {
    Showing::dress();
    QMargins margins = canvas().axisRect()->minimumMargins();
    margins.setTop(static_cast<int>(2 * ballRadius(m_content.theme)) + 2);
    if (m_content.landmarks.basins) {
        const int room = static_cast<int>(12 * m_content.theme.scale());
        canvas().xAxis->setTickLabelPadding(canvas().xAxis->tickLabelPadding() + room);
        margins.setBottom(margins.bottom() + room);
    }
    canvas().axisRect()->setMinimumMargins(margins);
}

void CurveScene::setVeiled(bool veiled) {
    if (std::exchange(m_content.veiled, veiled) != veiled) mark(Marks | Overlays | Ball);
}

void CurveScene::setWatched(bool watched) {
    if (std::exchange(m_content.watched, watched) != watched) mark(Marks | Ball);
}

void CurveScene::setStepsNamed(bool named) {
    if (std::exchange(m_content.named, named) != named) mark(Marks);
}

void CurveScene::setGhost(bool ghost) {
    if (std::exchange(m_content.ghost, ghost) != ghost) mark(Ball);
}

void CurveScene::setParabola(bool shown) {
    if (std::exchange(m_content.parabola, shown) != shown) mark(Ball);
}

bool CurveScene::setRanges(insight::Range x, insight::Range value) {
    if (!Showing::setRanges(x, value)) return false;
    m_valuesAwaitRun = false;
    return true;
}

bool CurveScene::fit() {
    return fitValues(m_content.home, m_content.trajectory);
}

bool CurveScene::fitValues(insight::Range x, const descent::Trajectory& run) {
    const bool fitted = setRanges(x, fittingValues(x, run));
    m_valuesAwaitRun = fitted && run.empty();
    return fitted;
}

insight::Range CurveScene::fittingValues(insight::Range x, const descent::Trajectory& run) const {
    if (!objective()) return m_content.value;
    constexpr std::int64_t most = 4000;
    const std::int64_t affordable =
        formula::evaluationsPerFrame((*m_content.analysis)->functionProgram) / 2;
    const auto runs = static_cast<std::int64_t>(m_content.rivals.size()) + 1;
    const int intervals = static_cast<int>(std::min(most, affordable / runs));
    insight::Range fitting = insight::fittingValues(*objective(), x, run, intervals);
    for (const Rival& rival : m_content.rivals) {
        const insight::Range own =
            insight::fittingValues(*objective(), x, rival.trajectory, intervals);
        fitting = withValuesOf(rival.trajectory, x, fitting, own);
    }
    return showable(fitting) ? fitting : insight::Range{-1, 1};
}

int CurveScene::implied(int marks) {
    if (marks & Marks) marks |= Overlays;  // labels keep clear of those below
    if (marks & Overlays) marks |= Ball;
    if (marks & Overlays) frame();  // lets go of a path of another one
    const bool missed = (marks & Overlays) && m_path && traceMissed();
    if (missed) marks |= everything;
    // Labels keep clear of whole trails: they stay where they are.
    if (!(marks & everything) && progress() != m_drawn) marks |= Marks;
    return marks;
}

QRect CurveScene::reach(int marks) {
    const QRect area = Showing::reach(marks);
    if (!(marks & Overlays)) return area;
    const QRect strip = stripArea(frame(), m_content.theme).toAlignedRect();
    return strip.adjusted(-2, -2, 2, 2).united(area);
}

void CurveScene::reframed() {
    std::erase_if(m_places, [this](double x) { return !frame().x.contains(x); });
    m_path.reset();
}

std::optional<Pose> CurveScene::pose() {
    const descent::Trajectory& trajectory = m_content.trajectory;
    if (trajectory.empty()) return std::nullopt;
    return poseAt(path(), frame(), trajectory, m_content.position, ballRadius(m_content.theme));
}

bool CurveScene::inView(const Pose& pose) {
    return plot::inView(frame(), pose);
}

void CurveScene::paintCurve(QPainter& painter) {
    const Theme& theme = m_content.theme;
    painter.setPen(QPen(m_content.stale ? theme.faded : theme.curve, theme.line, Qt::SolidLine,
                        Qt::RoundCap, Qt::BevelJoin));
    const double margin = theme.line;
    paintPolyline(painter, path().points(),
                  frame().area.adjusted(-margin, -margin, margin, margin));
}

void CurveScene::paintStarts(QPainter& painter) {
    const Theme& theme = m_content.theme;
    std::vector<Start> starts;
    const auto add = [&](const descent::Trajectory& trajectory, const QColor& colour) {
        if (trajectory.empty()) return;
        const insight::CurvePoint start = place(trajectory, 0);
        const QPointF pixel = frame().pixel(start.x, start.value);
        if (contains(frame().area, pixel)) addStart(starts, pixel, colour);
    };
    for (const Rival& rival : m_content.rivals) add(rival.trajectory, theme.runner(rival.place));
    add(m_content.trajectory,
        m_content.rivals.empty() ? theme.start : theme.runner(m_content.place));
    for (const Start& start : starts) paintStart(painter, start, theme);
}

void CurveScene::paintOverlays(QPainter& painter) {
    painter.setFont(canvas().font());
    insight::Landmarks landmarks = m_content.landmarks;
    if (m_content.veiled) landmarks.basins.reset();
    if (landmarks.basins) {
        paintBasins(painter, *landmarks.basins, landmarks.valleys, frame(), m_content.theme);
    }
    std::vector<QRectF> names;
    for (const Named& each : m_names) names.push_back(each.box);
    Obstacles obstacles{path().points(), {}, names};
    if (!m_content.veiled) obstacles.chords = m_trails.marks(m_content.place, frame()).chords;
    m_labels = paintPoints(painter, landmarks, m_content.settings.direction, std::move(obstacles),
                           frame(), m_content.theme);
    m_labels.insert(m_labels.end(), names.begin(), names.end());
    if (objective())
        paintCurveNote(painter, m_content, *objective(), path(), knownPlaces(), frame());
}

QRectF CurveScene::paintMoving(QPainter& painter) {
    const std::optional<Pose> pose = this->pose();
    if (!pose) return {};
    painter.setFont(canvas().font());
    const CurveMotion motion(m_content, objective(), path(), frame(), m_labels, m_names);
    m_parts = {};
    QRectF covered = paintLatest(painter);
    for (const QRectF& part : motion.paintRivals(painter, *pose)) {
        m_parts += Showing::partsOf(part);
        covered |= part;
    }
    const QRectF own = motion.paint(painter, *pose);
    m_parts += Showing::partsOf(own);
    return covered | own;
}

/// Balls lie far apart: what is between them need not be brought to the screen.
QRegion CurveScene::partsOf(const QRectF& covered) {
    return covered.isNull() ? QRegion() : m_parts;
}

}  // namespace plot
