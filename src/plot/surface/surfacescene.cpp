// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/surface/surfacescene.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <memory>
#include <utility>

#include "formula/expression.h"
#include "plot/paint/contourlines.h"
#include "plot/surface/shades.h"

namespace plot {

namespace {

/// The coordinates that vary are no part of where a slice lies.
insight::Slice plain(insight::Slice slice) {
    slice.through[slice.across] = 0;
    slice.through[slice.up] = 0;
    return slice;
}

/// Whether a run is one of so many variables.
bool isOf(std::size_t variables, const descent::Trajectory& run) {
    return run.empty() || run[0].at.size() == variables;
}

}  // namespace

SurfaceScene::SurfaceScene(Canvas& canvas) : Showing(canvas, QString(), QString()) {
    m_content.slice.through = descent::Point(std::array{0.0, 0.0});
    addLayer(QStringLiteral("relief"), [this](QPainter& painter) { paintRelief(painter); });
    addLayer(QStringLiteral("trail"), [this](QPainter& painter) { paintMarks(painter); });
    addLayer(QStringLiteral("places"), [this](QPainter& painter) { paintOverlays(painter); });
    addMoving(QStringLiteral("ball"));
    setTheme(m_content.theme);
    showRanges();
}

SurfaceScene::SurfaceScene(Canvas& canvas, const SurfaceContent& content) : SurfaceScene(canvas) {
    setTheme(content.theme);
    if (content.analysis) setAnalysis(*content.analysis);
    setSlice(content.slice);
    setHeights(content.heights);
    setRivals(content.place, content.rivals);
    setTrajectory(content.trajectory, content.settings);
    m_content = content;
    shape();
    showRanges();
}

/// The axes of the canvas lie flat: the box has its own.
void SurfaceScene::dress() {
    m_content.theme.variable = QStringLiteral("x");
    Showing::dress();
    canvas().xAxis->setVisible(false);
    canvas().yAxis->setVisible(false);
    canvas().axisRect()->setMinimumMargins({});
    m_isRasterOld = true;
    resized();
}

void SurfaceScene::setAnalysis(const formula::Valued& function) {
    if (m_content.analysis == function) return;
    m_content.analysis = function;
    m_objective.emplace(function, m_content.settings.direction);
    m_isOld = true;
    m_content.places.clear();
    if (m_content.slice.through.size() != function->variables.size()) {
        m_content.trajectory = {};
        m_content.rivals.clear();
        const std::vector<double> origin(function->variables.size());
        setSlice({descent::Point(origin)});
    }
    mark(everything);
}

void SurfaceScene::setSlice(const insight::Slice& slice) {
    const insight::Slice wanted = plain(slice);
    if (wanted == m_content.slice) return;
    const bool turns = wanted.across != m_content.slice.across || wanted.up != m_content.slice.up;
    m_content.slice = wanted;
    m_isOld = true;
    mark(everything);
    if (!turns) return;
    m_trails = Trails(wanted.across, wanted.up);
    m_trails.setRivals(m_content.rivals);
    m_trails.setTrajectory(m_content.place, m_content.trajectory);
}

void SurfaceScene::setHeights(insight::SharedHeights heights, bool present) {
    const insight::Slice& slice = m_content.slice;
    if (!heights || heights->lattice.slice.across != slice.across ||
        heights->lattice.slice.up != slice.up ||
        heights->lattice.slice.through.size() != slice.through.size())
        return;
    if (heights->lattice.columns > 2 * m_most) return;  // of a map
    m_content.heights = std::move(heights);
    m_isOld = !present;
    m_scale = HeightScale(m_content.heights->values);
    shape();
}

/// What the heights make of the box.
void SurfaceScene::shape() {
    if (!m_content.heights) return;
    m_rise = Rise(m_content.heights->values,
                  m_content.camera.logarithmic ? Rise::Kind::Logarithmic : Rise::Kind::Even,
                  m_content.settings.direction);
    m_mesh = Mesh(*m_content.heights, m_scale, m_rise, edges());
    m_isRasterOld = true;
    mark(everything);
}

/// What edges of holes are found with, unless f is another now or too slow.
const descent::Objective* SurfaceScene::edges() const {
    constexpr std::int64_t enough = 50'000;  // evaluations a frame
    const bool isFast = m_content.analysis && formula::evaluationsPerFrame(
                                                  (*m_content.analysis)->functionProgram) > enough;
    return isFast && !m_isOld ? objective() : nullptr;
}

std::optional<insight::Lattice> SurfaceScene::wanted() {
    constexpr int finest = 8;  // see run::Relief
    if (!m_content.analysis) return std::nullopt;
    follow();
    const int nodes = std::max(static_cast<int>(m_most - 1) / finest * finest + 1, 9);
    const insight::Lattice lattice{m_content.slice, area(), nodes, nodes};
    const auto serves = [&](const insight::Lattice& present) {
        return plain(present.slice) == lattice.slice && present.area == lattice.area &&
               present.columns >= nodes && present.rows >= nodes;
    };
    const bool known = m_content.heights && !m_isOld && serves(m_content.heights->lattice);
    return known ? std::nullopt : std::optional(lattice);
}

void SurfaceScene::setComputing(bool sparing) {
    m_computes = true;
    if (!sparing || !m_content.analysis) return;
    const auto affordable =
        static_cast<double>(formula::evaluationsPerFrame((*m_content.analysis)->functionProgram));
    m_most = std::clamp(std::sqrt(affordable / 2), 17.0, m_most);
}

void SurfaceScene::compute() {
    const auto lattice = wanted();
    if (!lattice || !m_objective) return;
    setHeights(std::make_shared<insight::Heights>(insight::heights(*m_objective, *lattice)));
}

/// Takes a slice of three variables or more along with the ball; true when it lies elsewhere now.
bool SurfaceScene::follow() {
    const descent::Trajectory& run = m_content.trajectory;
    if (m_content.slice.through.size() < 3 || run.empty()) return false;
    const auto last = static_cast<double>(run.size() - 1);
    const auto n = static_cast<std::size_t>(std::clamp(m_content.position, 0.0, last));
    const insight::Slice before = m_content.slice;
    setSlice({run[n].at, before.across, before.up});
    return m_content.slice != before;
}

void SurfaceScene::setTrajectory(const descent::Trajectory& trajectory,
                                 const descent::Settings& settings) {
    const bool turns = settings.direction != m_content.settings.direction;
    m_content.settings = settings;
    const bool suits = isOf(m_content.slice.through.size(), trajectory);
    m_content.trajectory = suits ? trajectory : descent::Trajectory();
    m_trails.setTrajectory(m_content.place, m_content.trajectory);
    if (turns && m_content.analysis) m_objective.emplace(*m_content.analysis, settings.direction);
    if (turns) shape();
    mark(Marks | Overlays | Ball);
}

void SurfaceScene::setRivals(std::size_t place, std::vector<Rival> rivals) {
    m_content.place = place;
    m_content.rivals = std::move(rivals);
    std::erase_if(m_content.rivals, [this](const Rival& rival) {
        return !isOf(m_content.slice.through.size(), rival.trajectory);
    });
    m_trails.setRivals(m_content.rivals);
    mark(Marks | Overlays | Ball);
}

void SurfaceScene::setPlaces(std::vector<insight::StationaryPlace> places) {
    if (m_content.places == places) return;
    m_content.places = std::move(places);
    mark(Overlays);
}

void SurfaceScene::setStale(bool stale) {
    if (std::exchange(m_content.stale, stale) != stale) mark(Relief);
}

void SurfaceScene::setVeiled(bool veiled) {
    if (std::exchange(m_content.veiled, veiled) != veiled) mark(Marks | Overlays | Ball);
}

void SurfaceScene::setWatched(bool watched) {
    if (std::exchange(m_content.watched, watched) != watched) mark(Marks | Ball);
}

void SurfaceScene::setCamera(const session::Camera& camera) {
    if (m_content.camera == camera) return;
    const bool reshapes = camera.logarithmic != m_content.camera.logarithmic;
    m_content.camera = camera;
    if (reshapes) shape();
    m_isRasterOld = true;
    mark(everything);
}

void SurfaceScene::setHasty(bool hasty) {
    if (std::exchange(m_hasty, hasty) == hasty) return;
    m_isRasterOld = true;
    mark(everything);
}

double SurfaceScene::rasterFactorNow() {
    const double still = std::max(2.0, canvas().bufferDevicePixelRatio());
    return rasterFactor(frame().area.size(), m_hasty ? 1 : still);
}

void SurfaceScene::rasterise() {
    const QRectF area = frame().area;
    const Projection projection(m_content.camera, area.marginsRemoved(box().room()));
    const double factor = rasterFactorNow();
    if (!m_isRasterOld && projection == m_projection && factor == m_raster.factor()) return;
    m_isRasterOld = false;
    m_projection = projection;
    std::vector<Shades::Level> levels;
    for (const double level : m_scale.levels(ContourLines::mostLevels))
        levels.push_back({m_scale.part(level), m_rise.of(level)});
    m_raster = Raster(m_mesh, m_projection, Shades(m_content.theme, levels), area.size().toSize(),
                      factor, 0.8 * m_content.theme.scale());
}

Ground SurfaceScene::ground() {
    rasterise();
    return {area(), m_mesh, m_projection, m_raster};
}

std::optional<QPointF> SurfaceScene::start() const {
    if (m_content.trajectory.empty()) return std::nullopt;
    return placeOnMap(m_content.trajectory, 0, m_content.slice);
}

}  // namespace plot
