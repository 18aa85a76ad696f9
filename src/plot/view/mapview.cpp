// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/view/mapview.h"

#include <utility>

#include "plot/paint/places.h"
#include "plot/scene/mapscene.h"

namespace plot {

MapView::MapView(QWidget* parent)
    : PlaneView(session::View::Map, parent), m_scene(std::make_unique<MapScene>(canvas())) {
    setAccessibleDescription(
        tr("The function from above, with contours, the places where it is level, the path of the "
           "run, and the ball at the present iteration. Drag the ball or click to choose the "
           "initial guess, or press Ctrl and an arrow; drag the background or press Shift and an "
           "arrow to move the view; turn the wheel or press Ctrl and Plus or Minus to zoom; "
           "double-click or press Ctrl and 0 to see all of the run."));
}

MapView::~MapView() = default;

/// Its variables have names of their own.
void MapView::setTheme(const Theme& theme) {
    Theme plain = theme;
    plain.variable = QStringLiteral("x");
    PlaneView::setTheme(plain);
}

PlaneScene& MapView::plane() const {
    return *m_scene;
}

void MapView::setAnalysis(const formula::Valued& function) {
    m_scene->setAnalysis(function);
    changed();
}

void MapView::setSlice(const insight::Slice& slice) {
    m_scene->setSlice(slice);
    changed();
}

const insight::Slice& MapView::slice() const {
    return m_scene->content().slice;
}

void MapView::setTrajectory(const descent::Trajectory& trajectory,
                            const descent::Settings& settings) {
    m_scene->setTrajectory(trajectory, settings);
    changed();
}

void MapView::setRivals(std::size_t place, std::vector<Rival> rivals) {
    m_scene->setRivals(place, std::move(rivals));
    changed();
}

void MapView::setPlaces(std::vector<insight::StationaryPlace> places) {
    m_scene->setPlaces(std::move(places));
    changed();
}

void MapView::setHeights(insight::SharedHeights heights, bool present) {
    m_scene->setHeights(std::move(heights), present);
    changed();
}

std::optional<insight::Lattice> MapView::unfinished() const {
    return m_scene->wanted();
}

void MapView::setBasinsShown(bool shown) {
    m_scene->setBasinsShown(shown);
    changed();
}

void MapView::setBasins(insight::SharedBasins basins) {
    m_scene->setBasins(std::move(basins));
    changed();
}

std::optional<insight::Lattice> MapView::wantedBasins() const {
    return m_scene->wantedBasins();
}

const insight::SharedBasins& MapView::basins() const {
    return m_scene->content().basins;
}

void MapView::setStale(bool stale) {
    m_scene->setStale(stale);
    changed();
}

void MapView::setVeiled(bool veiled) {
    m_scene->setVeiled(veiled);
    changed();
}

void MapView::setNumbered(bool numbered) {
    m_scene->setNumbered(numbered);
    changed();
}

bool MapView::isNumbered() const {
    return m_scene->content().numbered;
}

void MapView::setEqualScale(bool equal) {
    m_scene->setEqualScale(equal);
    moved(true);
}

bool MapView::hasEqualScale() const {
    return m_scene->content().equalScale;
}

std::optional<QPointF> MapView::startAt(QPointF point) const {
    if (!contains(frame().area, point)) return std::nullopt;
    return choiceAt(point);
}

QPointF MapView::ballCentre() const {
    const auto ball = m_scene->ball();
    return ball && contains(frame().area, *ball) ? *ball : QPointF();
}

const insight::StationaryPlace* MapView::placeAt(QPointF point) const {
    if (isOverBall(point) || rivalAt(point)) return nullptr;
    const MapContent& shown = m_scene->content();
    return plot::placeAt(point, shown.places, shown.slice, frame(), shown.theme);
}

QPointF MapView::startBeside(const insight::StationaryPlace& place) const {
    constexpr double part = 0.06;
    const QRectF room = frame().area;
    const insight::Slice& shown = slice();
    const QPointF at = pixel(place.at[shown.across], place.at[shown.up]);
    const auto aside = [](double from, double size, double end) {
        return from + part * size < end ? from + part * size : from - part * size;
    };
    return choiceAt({aside(at.x(), room.width(), room.right()),
                     aside(at.y(), 0.7 * room.height(), room.bottom())});
}

void MapView::centre(const insight::StationaryPlace& place) {
    const auto about = [](const insight::Range& range, double middle) {
        return insight::Range{middle - range.width() / 2, middle + range.width() / 2};
    };
    const insight::Slice& shown = slice();
    moved(plane().setRanges(about(range(), place.at[shown.across]),
                            about(valueRange(), place.at[shown.up])));
}

void MapView::drawMarked() {
    PlaneView::drawMarked();
    if (unfinished() || wantedBasins()) Q_EMIT sketched();
}

std::optional<QPointF> MapView::chosen() const {
    return m_scene->start();
}

void MapView::pick(QPointF chosen) {
    Q_EMIT startPicked(chosen);
}

}  // namespace plot
