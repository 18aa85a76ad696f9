// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/scene/curvescene.h"

#include <QPainter>
#include <algorithm>
#include <utility>

#include "formula/expression.h"
#include "insight/fitting.h"
#include "plot/paint/axes.h"
#include "plot/paint/ball.h"
#include "plot/paint/basinstrip.h"
#include "plot/paint/curveline.h"
#include "plot/paint/curvemotion.h"
#include "plot/paint/curvenote.h"
#include "plot/view/navigation.h"

namespace plot {

CurveScene::CurveScene(Canvas& canvas) : m_canvas(canvas) {
    m_curveLayer = canvas.addPainted(QStringLiteral("curve"),
                                     [this](QPainter& painter) { paintCurve(painter); });
    m_trailLayer = canvas.addPainted(QStringLiteral("trail"),
                                     [this](QPainter& painter) { paintMarks(painter); });
    m_overlayLayer = canvas.addPainted(
        QStringLiteral("overlays"), [this](QPainter& painter) { paintOverlays(painter); },
        Canvas::Reach::Everywhere);
    m_ballLayer = canvas.addPainted(QStringLiteral("ball"),
                                    [this](QPainter& painter) { m_moving = paintMoving(painter); });
    setTicks(*canvas.xAxis, Ticks::Numbers);
    setTicks(*canvas.yAxis, Ticks::Numbers);
    setName(*canvas.xAxis, QStringLiteral("x"));
    setName(*canvas.yAxis, QStringLiteral("f(x)"));
    QObject::connect(&canvas, &QCustomPlot::afterLayout, &canvas, [this] { laidOut(); });
    QObject::connect(&canvas, &QCustomPlot::afterReplot, &canvas, [this] { m_marked = 0; });
    setTheme(m_content.theme);
    setRanges(m_content.x, m_content.value);
}

CurveScene::CurveScene(Canvas& canvas, const Content& content) : CurveScene(canvas) {
    setTheme(content.theme);
    if (content.analysis) setAnalysis(*content.analysis);
    setRanges(content.x, content.value);
    setTrajectory(content.trajectory, content.settings);
    setBasins(content.landmarks.basins);
    m_content = content;
    m_content.landmarks.valleys.add(content.landmarks.points, content.settings.direction);
}

void CurveScene::setAnalysis(const formula::Analysis& analysis) {
    if (m_content.analysis && m_content.analysis->function == analysis.function) return;
    m_content.analysis = analysis;
    m_objective.emplace(analysis, m_content.settings.direction);
    m_content.line.forget();
    m_places.clear();
    m_content.landmarks.points.clear();
    m_content.landmarks.valleys.forget();
    m_path.reset();
    fitValues(m_content.x, {});  // the run is still that of the function before
    mark(Everything);
}

void CurveScene::setStale(bool stale) {
    if (std::exchange(m_content.stale, stale) != stale) mark(Curve);
}

void CurveScene::setTheme(const Theme& theme) {
    m_content.theme = theme;
    keepRoom();
}

void CurveScene::setTrajectory(const descent::Trajectory& trajectory,
                               const descent::Settings& settings) {
    if (settings.direction != m_content.settings.direction) {
        m_content.landmarks.valleys.forget();
        if (m_content.analysis) m_objective.emplace(*m_content.analysis, settings.direction);
    }
    m_content.trajectory = trajectory;
    m_content.settings = settings;
    m_content.landmarks.valleys.add(m_content.landmarks.points, settings.direction);
    m_trail.setTrajectory(trajectory);
    if (m_valuesAwaitRun && !trajectory.empty()) fitValues(m_content.x, trajectory);
    mark(Marks | Overlays | Ball);
}

void CurveScene::setPosition(double position) {
    m_content.position = position;
    mark(Ball);
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
    if (had != basins.has_value()) keepRoom();
    mark(Overlays);
}

/// Lays the axes out anew, with room above for a ball at the edge and below for the strip if there
/// is one.
void CurveScene::keepRoom() {
    applyTheme(m_canvas, m_content.theme);
    QMargins margins = m_canvas.axisRect()->minimumMargins();
    margins.setTop(static_cast<int>(2 * ballRadius(m_content.theme)) + 2);
    if (m_content.landmarks.basins) {
        const int room = static_cast<int>(12 * m_content.theme.scale());
        m_canvas.xAxis->setTickLabelPadding(m_canvas.xAxis->tickLabelPadding() + room);
        margins.setBottom(margins.bottom() + room);
    }
    m_canvas.axisRect()->setMinimumMargins(margins);
    m_layoutStale = true;
    mark(Everything);
}

void CurveScene::setVeiled(bool veiled) {
    if (std::exchange(m_content.veiled, veiled) != veiled) mark(Marks | Overlays | Ball);
}

void CurveScene::setStepsNamed(bool named) {
    if (std::exchange(m_content.named, named) != named) mark(Marks);
}

void CurveScene::setGhost(bool ghost) {
    if (std::exchange(m_content.ghost, ghost) != ghost) mark(Ball);
}

bool CurveScene::setRanges(insight::Range x, insight::Range value) {
    if (!showable(x) || !showable(value)) return false;
    m_valuesAwaitRun = false;
    m_content.x = x;
    m_content.value = value;
    setRange(*m_canvas.xAxis, x);
    setRange(*m_canvas.yAxis, value);
    m_layoutStale = true;
    mark(Everything);
    return true;
}

bool CurveScene::setHome(insight::Range x) {
    if (!showable(x)) return false;
    m_content.home = x;
    return fit();
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
    if (!m_objective) return m_content.value;
    constexpr std::int64_t most = 4000;
    const std::int64_t affordable =
        formula::evaluationsPerFrame(m_content.analysis->functionProgram) / 2;
    const insight::Range fitting =
        insight::fittingValues(*m_objective, x, run, static_cast<int>(std::min(most, affordable)));
    return showable(fitting) ? fitting : insight::Range{-1, 1};
}

void CurveScene::resized() {
    m_layoutStale = true;
    mark(Everything);
}

void CurveScene::draw() {
    int marked = std::exchange(m_marked, 0);
    if (marked == 0) return;
    if (marked & Marks) marked |= Overlays;  // labels keep clear of those below
    if (marked & Overlays) marked |= Ball;
    const bool missed = (marked & Overlays) && m_path && traceMissed();
    if (missed || (marked & Everything)) {
        drawAll();
        return;
    }
    // Lines at the edge and rounding reach a pixel beyond.
    const QRect area = m_canvas.axisRect()->rect().adjusted(-2, -2, 2, 2);
    if (marked & Curve) m_canvas.redraw(m_curveLayer);
    if (marked & Marks) m_canvas.redraw(m_trailLayer);
    if (marked & Overlays) m_canvas.redraw(m_overlayLayer);
    if (marked & Ball) {
        const QRectF before = m_moving;
        m_canvas.redraw(m_ballLayer);
        m_canvas.update((before | m_moving).toAlignedRect().adjusted(-2, -2, 2, 2));
    }
    if (marked & Overlays) {
        const QRect strip = stripArea(frame(), m_content.theme).toAlignedRect();
        m_canvas.update(strip.adjusted(-2, -2, 2, 2).united(area));
    } else if (marked & (Curve | Marks)) {
        m_canvas.update(area);
    }
}

void CurveScene::drawAll() {
    m_canvas.replot(QCustomPlot::rpQueuedRefresh);
}

void CurveScene::setBallShown(bool shown) {
    m_ballLayer->setVisible(shown);
}

const Frame& CurveScene::frame() {
    if (m_layoutStale) m_canvas.layOut();
    return m_frame;
}

void CurveScene::laidOut() {
    m_layoutStale = false;
    const Frame frame = frameOf(*m_canvas.xAxis, *m_canvas.yAxis);
    if (frame == m_frame) return;
    m_frame = frame;
    std::erase_if(m_places, [&](double x) { return !frame.x.contains(x); });
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

void CurveScene::paintMarks(QPainter& painter) {
    const descent::Trajectory& trajectory = m_content.trajectory;
    m_names.clear();
    if (trajectory.empty()) return;
    if (!m_content.veiled) paintTrail(painter, m_trail.marks(frame()), m_content.theme);
    const insight::CurvePoint start = place(trajectory, 0);
    const QPointF pixel = frame().pixel(start.x, start.value);
    if (contains(frame().area, pixel)) paintStart(painter, pixel, m_content.theme);
    if (!m_content.named || m_content.veiled) return;
    painter.setFont(m_canvas.font());
    m_names = paintNames(painter, trajectory, frame(), m_content.theme);
}

void CurveScene::paintOverlays(QPainter& painter) {
    painter.setFont(m_canvas.font());
    Landmarks landmarks = m_content.landmarks;
    if (m_content.veiled) landmarks.basins.reset();
    if (landmarks.basins) {
        paintBasins(painter, *landmarks.basins, landmarks.valleys, frame(), m_content.theme);
    }
    Obstacles obstacles{path().points(), {}, m_names};
    if (!m_content.veiled) obstacles.chords = m_trail.marks(frame()).chords;
    m_labels = paintPoints(painter, landmarks, m_content.settings.direction, std::move(obstacles),
                           frame(), m_content.theme);
    m_labels.insert(m_labels.end(), m_names.begin(), m_names.end());
    if (m_objective)
        paintCurveNote(painter, m_content, *m_objective, path(), knownPlaces(), frame());
}

QRectF CurveScene::paintMoving(QPainter& painter) {
    const std::optional<Pose> pose = this->pose();
    if (!pose) return {};
    painter.setFont(m_canvas.font());
    return CurveMotion(m_content, m_objective ? &*m_objective : nullptr, path(), frame(), m_labels)
        .paint(painter, *pose);
}

}  // namespace plot
