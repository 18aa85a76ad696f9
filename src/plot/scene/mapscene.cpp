// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/scene/mapscene.h"

#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "formula/expression.h"
#include "plot/paint/axes.h"
#include "plot/paint/basinimage.h"
#include "plot/paint/mapmotion.h"
#include "plot/paint/reliefimage.h"
#include "plot/scene/equalscale.h"
#include "session/wording/slicewording.h"

namespace plot {

namespace {

/// The coordinates that vary are no part of where a slice lies.
insight::Slice plain(insight::Slice slice) {
    slice.through[slice.across] = 0;
    slice.through[slice.up] = 0;
    return slice;
}

bool isSamePlane(const insight::Slice& one, const insight::Slice& other) {
    return one.across == other.across && one.up == other.up &&
           one.through.size() == other.through.size();
}

/// Perhaps with other values of its constants, whose heights are much like these.
bool isSameFormula(const formula::Valued& one, const formula::Valued& other) {
    return one->variables == other->variables && one->function == other->function;
}

/// Whether a run is one of so many variables.
bool isOf(std::size_t variables, const descent::Trajectory& run) {
    return run.empty() || run[0].at.size() == variables;
}

/// Whether a lattice is at least as fine over the same part of the same slice.
bool serves(const insight::Lattice& present, const insight::Lattice& wanted) {
    return plain(present.slice) == wanted.slice && present.area == wanted.area &&
           present.columns >= wanted.columns && present.rows >= wanted.rows;
}

/// The place of the lowest height, or of the highest in an ascent, unless f goes on beyond the edge
/// there.
std::optional<QPointF> bestOf(const insight::Heights& heights, descent::Direction direction) {
    const double sign = direction == descent::Direction::Descend ? 1 : -1;
    const insight::Lattice& lattice = heights.lattice;
    std::size_t best = 0;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < heights.values.size(); ++i) {
        const double cost = sign * heights.values[i];
        if (cost < least) std::tie(least, best) = std::pair(cost, i);
    }
    const auto columns = static_cast<std::size_t>(lattice.columns);
    const int column = static_cast<int>(best % columns);
    const int row = static_cast<int>(best / columns);
    const bool isAtEdge =
        column == 0 || row == 0 || column == lattice.columns - 1 || row == lattice.rows - 1;
    if (isAtEdge || !std::isfinite(least)) return std::nullopt;
    return QPointF(lattice.x(column), lattice.y(row));
}

}  // namespace

MapScene::MapScene(Canvas& canvas) : Showing(canvas, QStringLiteral("x"), QStringLiteral("y")) {
    m_content.slice.through = descent::Point(std::array{0.0, 0.0});
    addLayer(QStringLiteral("relief"), [this](QPainter& painter) { paintRelief(painter); });
    addLayer(QStringLiteral("trail"), [this](QPainter& painter) { paintMarks(painter); });
    addLayer(QStringLiteral("places"), [this](QPainter& painter) { paintOverlays(painter); });
    addMoving(QStringLiteral("ball"));
    setTheme(m_content.theme);
    showRanges();
}

MapScene::MapScene(Canvas& canvas, const MapContent& content) : MapScene(canvas) {
    setTheme(content.theme);
    if (content.analysis) setAnalysis(*content.analysis);
    setSlice(content.slice);
    setHeights(content.heights);
    setBasinsShown(content.showsBasins);
    setBasins(content.basins);
    setRivals(content.place, content.rivals);
    setTrajectory(content.trajectory, content.settings);
    m_content = content;
    m_asked = area();
    showRanges();
}

/// Its variables have names of their own.
void MapScene::dress() {
    m_content.theme.variable = QStringLiteral("x");
    Showing::dress();
    colour();
}

void MapScene::colour() {
    m_image =
        m_content.heights ? reliefImage(*m_content.heights, m_scale, m_content.theme) : QImage();
    m_basinsImage = m_content.showsBasins && m_content.basins
                        ? basinImage(*m_content.basins, m_content.theme)
                        : QImage();
}

void MapScene::setAnalysis(const formula::Valued& function) {
    if (m_content.analysis == function) return;
    const bool another = !m_content.analysis || !isSameFormula(*m_content.analysis, function);
    m_isOfAnother |= another;
    m_content.analysis = function;
    if (another) {
        m_content.basins.reset();
        m_basinsImage = QImage();
    }
    m_objective.emplace(function, m_content.settings.direction);
    m_isOld = true;
    m_content.places.clear();
    if (m_content.slice.through.size() != function->variables.size()) {
        m_content.trajectory = {};
        m_content.rivals.clear();
        const std::vector<double> origin(function->variables.size());
        setSlice({descent::Point(origin)});
    }
    nameAxes();
    mark(everything);
}

void MapScene::nameAxes() {
    const std::vector<std::string>& names = (*m_content.analysis)->variables;
    const auto name = [&](std::size_t variable) {
        return variable < names.size() ? session::variableName(names[variable]) : QString();
    };
    setName(*canvas().xAxis, name(m_content.slice.across));
    setName(*canvas().yAxis, name(m_content.slice.up));
    PlaneScene::dress();
}

void MapScene::setSlice(const insight::Slice& slice) {
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
    if (m_content.analysis) nameAxes();
}

void MapScene::setHeights(insight::SharedHeights heights, bool present) {
    if (!heights || !isSamePlane(heights->lattice.slice, m_content.slice)) return;
    m_content.heights = std::move(heights);
    m_isOld = !present;
    m_isOfAnother = false;
    m_scale = HeightScale(m_content.heights->values);
    m_lines = ContourLines(*m_content.heights, m_scale);
    m_best =
        m_scale.isLevel() ? std::nullopt : bestOf(*m_content.heights, m_content.settings.direction);
    colour();
    mark(everything);
}

std::optional<insight::Lattice> MapScene::wanted() {
    constexpr int finest = 8;  // see run::Relief
    if (!m_content.analysis) return std::nullopt;
    follow();
    const QSizeF pixels = frame().area.size();
    const double share = std::min(1.0, std::sqrt(m_most / (pixels.width() * pixels.height())));
    const auto nodes = [&](double length) {
        return static_cast<int>(length * share) / finest * finest + 1;
    };
    const insight::Lattice lattice{m_content.slice, area(), std::max(nodes(pixels.width()), 9),
                                   std::max(nodes(pixels.height()), 9)};
    const bool known = m_content.heights && !m_isOld && serves(m_content.heights->lattice, lattice);
    return known ? std::nullopt : std::optional(lattice);
}

void MapScene::setBasinsShown(bool shown) {
    if (std::exchange(m_content.showsBasins, shown) == shown) return;
    colour();
    mark(everything);
}

void MapScene::setBasins(insight::SharedBasins basins) {
    if (!basins || !isSamePlane(basins->lattice.slice, m_content.slice)) return;
    m_content.basins = std::move(basins);
    if (!m_content.showsBasins) return;
    m_basinsImage = basinImage(*m_content.basins, m_content.theme);
    mark(Relief | Overlays);
}

std::optional<insight::Lattice> MapScene::wantedBasins() {
    if (!m_content.showsBasins || !m_content.analysis) return std::nullopt;
    const QSizeF pixels = frame().area.size();
    return insight::basinLattice(m_content.slice, area(), pixels.width(), pixels.height());
}

void MapScene::setComputing(bool sparing) {
    m_computes = true;
    if (sparing && m_content.analysis)
        m_most = static_cast<double>(
            formula::evaluationsPerFrame((*m_content.analysis)->functionProgram) / 2);
}

void MapScene::compute() {
    const auto lattice = wanted();
    if (!lattice || !m_objective) return;
    setHeights(std::make_shared<insight::Heights>(insight::heights(*m_objective, *lattice)));
}

/// Takes a slice of three variables or more along with the ball; true when it lies elsewhere now.
bool MapScene::follow() {
    const descent::Trajectory& run = m_content.trajectory;
    if (m_content.slice.through.size() < 3 || run.empty()) return false;
    const auto last = static_cast<double>(run.size() - 1);
    const auto n = static_cast<std::size_t>(std::clamp(m_content.position, 0.0, last));
    const insight::Slice before = m_content.slice;
    setSlice({run[n].at, before.across, before.up});
    return m_content.slice != before;
}

void MapScene::setTrajectory(const descent::Trajectory& trajectory,
                             const descent::Settings& settings) {
    const bool turns = settings.direction != m_content.settings.direction;
    m_content.settings = settings;
    const bool suits = isOf(m_content.slice.through.size(), trajectory);
    m_content.trajectory = suits ? trajectory : descent::Trajectory();
    m_trails.setTrajectory(m_content.place, m_content.trajectory);
    if (turns && m_content.analysis) m_objective.emplace(*m_content.analysis, settings.direction);
    mark(Marks | Overlays | Ball);
}

void MapScene::setRivals(std::size_t place, std::vector<Rival> rivals) {
    m_content.place = place;
    m_content.rivals = std::move(rivals);
    std::erase_if(m_content.rivals, [this](const Rival& rival) {
        return !isOf(m_content.slice.through.size(), rival.trajectory);
    });
    m_trails.setRivals(m_content.rivals);
    mark(Marks | Overlays | Ball);
}

void MapScene::setPlaces(std::vector<insight::StationaryPlace> places) {
    if (m_content.places == places) return;
    m_content.places = std::move(places);
    mark(Overlays);
}

void MapScene::setStale(bool stale) {
    if (std::exchange(m_content.stale, stale) != stale) mark(Relief);
}

void MapScene::setVeiled(bool veiled) {
    if (std::exchange(m_content.veiled, veiled) != veiled) mark(Marks | Overlays | Ball);
}

void MapScene::setWatched(bool watched) {
    if (std::exchange(m_content.watched, watched) != watched) mark(Marks | Ball);
}

void MapScene::setNumbered(bool numbered) {
    if (std::exchange(m_content.numbered, numbered) != numbered) mark(Overlays);
}

void MapScene::setEqualScale(bool equal) {
    if (std::exchange(m_content.equalScale, equal) == equal) return;
    setRanges(m_asked.across, m_asked.up);
}

bool MapScene::setRanges(insight::Range x, insight::Range value) {
    if (!showable(x) || !showable(value)) return false;
    m_asked = {x, value};
    return Showing::setRanges(x, value);
}

void MapScene::resized() {
    Showing::resized();
    if (!m_equalising) equalise();
}

/// Wider numbers beside the axes make the area another: the second time it is the same.
void MapScene::equalise() {
    if (!m_content.equalScale) return;
    m_equalising = true;
    for (int time = 0; time < 2; ++time) {
        const insight::Rectangle equal = equalScaled(m_asked, frame().area.size());
        Showing::setRanges(equal.across, equal.up);
    }
    m_equalising = false;
}

std::optional<QPointF> MapScene::start() const {
    if (m_content.trajectory.empty()) return std::nullopt;
    return placeOnMap(m_content.trajectory, 0, m_content.slice);
}

std::optional<QPointF> MapScene::ball() {
    if (m_content.trajectory.empty()) return std::nullopt;
    return MapMotion(m_content, objective(), frame()).ball();
}

}  // namespace plot
