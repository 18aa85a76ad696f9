// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/view/surfaceview.h"

#include <QKeyEvent>
#include <QLineF>
#include <QMouseEvent>
#include <chrono>
#include <utility>

#include "plot/paint/ball.h"
#include "plot/paint/places.h"
#include "plot/paint/tip.h"
#include "plot/surface/surfacescene.h"
#include "plot/view/lie.h"
#include "session/wording/slicewording.h"

namespace plot {

namespace {

/// What a key makes of a camera; nothing for other keys.
std::optional<session::Camera> turnedBy(const QKeyEvent& event, const session::Camera& camera) {
    constexpr double turn = 5;  // degrees
    constexpr double times = 1.1;
    const Qt::KeyboardModifiers held =
        event.modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier);
    const bool turns = held == Qt::ShiftModifier;
    switch (event.key()) {
        case Qt::Key_Left:
            return turns ? std::optional(session::turned(camera, -turn, 0)) : std::nullopt;
        case Qt::Key_Right:
            return turns ? std::optional(session::turned(camera, turn, 0)) : std::nullopt;
        case Qt::Key_Up:
            return turns ? std::optional(session::turned(camera, 0, turn)) : std::nullopt;
        case Qt::Key_Down:
            return turns ? std::optional(session::turned(camera, 0, -turn)) : std::nullopt;
        case Qt::Key_PageUp:
            return session::steepened(camera, times);
        case Qt::Key_PageDown:
            return session::steepened(camera, 1 / times);
        default:
            return std::nullopt;
    }
}

}  // namespace

SurfaceView::SurfaceView(QWidget* parent)
    : PlaneView(session::View::Surface, parent), m_scene(std::make_unique<SurfaceScene>(canvas())) {
    using namespace std::chrono_literals;
    setAccessibleDescription(
        tr("The function as a landscape, with contours, the places where it is level, the path of "
           "the run, and the ball at the present iteration. Drag it or press Shift and an arrow to "
           "turn it, press Page Up or Page Down to make it steeper or flatter; click or press Ctrl "
           "and an arrow to choose the initial guess; turn the wheel or press Ctrl and Plus or "
           "Minus to zoom; double-click or press Ctrl and "
           "0 to see all of the run from the usual side."));
    m_rest.setSingleShot(true);
    m_rest.setInterval(180ms);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        m_scene->setHasty(false);
        changed();
    });
}

SurfaceView::~SurfaceView() = default;

/// Its variables have names of their own.
void SurfaceView::setTheme(const Theme& theme) {
    Theme plain = theme;
    plain.variable = QStringLiteral("x");
    PlaneView::setTheme(plain);
}

PlaneScene& SurfaceView::plane() const {
    return *m_scene;
}

void SurfaceView::hurry() {
    if (isVisible()) {
        m_scene->setHasty(true);
        m_rest.start();
    }
    changed();
}

void SurfaceView::setAnalysis(const formula::Valued& function) {
    m_scene->setAnalysis(function);
    changed();
}

void SurfaceView::setSlice(const insight::Slice& slice) {
    m_scene->setSlice(slice);
    changed();
}

const insight::Slice& SurfaceView::slice() const {
    return m_scene->content().slice;
}

void SurfaceView::setTrajectory(const descent::Trajectory& trajectory,
                                const descent::Settings& settings) {
    m_scene->setTrajectory(trajectory, settings);
    changed();
}

void SurfaceView::setRivals(std::size_t place, std::vector<Rival> rivals) {
    m_scene->setRivals(place, std::move(rivals));
    changed();
}

void SurfaceView::setPlaces(std::vector<insight::StationaryPlace> places) {
    m_scene->setPlaces(std::move(places));
    changed();
}

void SurfaceView::setHeights(insight::SharedHeights heights, bool present) {
    m_scene->setHeights(std::move(heights), present);
    hurry();
}

std::optional<insight::Lattice> SurfaceView::unfinished() const {
    return m_scene->wanted();
}

void SurfaceView::setStale(bool stale) {
    m_scene->setStale(stale);
    changed();
}

void SurfaceView::setVeiled(bool veiled) {
    m_scene->setVeiled(veiled);
    changed();
}

void SurfaceView::setCamera(const session::Camera& camera) {
    if (camera == this->camera()) return;
    m_scene->setCamera(camera);
    hurry();
}

const session::Camera& SurfaceView::camera() const {
    return m_scene->content().camera;
}

void SurfaceView::turnTo(const session::Camera& camera) {
    if (camera == this->camera()) return;
    setCamera(camera);
    Q_EMIT cameraChanged(camera);
}

QPointF SurfaceView::pixelOn(QPointF place) const {
    const Ground ground = m_scene->ground();
    return ground.projection.pixel(ground.spot(place));
}

QPointF SurfaceView::ballCentre() const {
    return m_scene->ball().value_or(QPointF());
}

/// Beside the surface, the middle.
QPointF SurfaceView::onPlane(QPointF pixel) const {
    const auto place = m_scene->ground().placeAt(pixel);
    return place ? frame().pixel(place->x(), place->y()) : frame().area.center();
}

bool SurfaceView::canChooseAt(QPointF pixel) const {
    return m_scene->ground().placeAt(pixel).has_value();
}

std::optional<QPointF> SurfaceView::startAt(QPointF point) const {
    return canChooseAt(point) ? std::optional(choiceAt(onPlane(point))) : std::nullopt;
}

std::optional<QPointF> SurfaceView::chosen() const {
    return m_scene->start();
}

void SurfaceView::pick(QPointF chosen) {
    Q_EMIT startPicked(chosen);
}

bool SurfaceView::isOverBall(QPointF point) const {
    constexpr double reach = 5;  // beyond the edge
    const QPointF centre = ballCentre();
    return !centre.isNull() &&
           QLineF(centre, point).length() <= ballRadius(m_scene->content().theme) + reach;
}

std::optional<std::size_t> SurfaceView::rivalAt(QPointF point) const {
    constexpr double reach = 3;  // beyond the edge
    const double radius = rivalRadius(m_scene->content().theme) + reach;
    if (isOverBall(point)) return std::nullopt;
    for (const SurfaceScene::Stood& rival : m_scene->stood()) {
        if (QLineF(rival.centre, point).length() <= radius) return rival.place;
    }
    return std::nullopt;
}

/// By the place where the ball rests, as that is what is chosen.
std::optional<QPointF> SurfaceView::gripAt(QPointF point) const {
    const auto start = chosen();
    if (!start || !isOverBall(point)) return std::nullopt;
    const SurfaceContent& shown = m_scene->content();
    const auto rest = m_scene->ground().rest(m_scene->ballPlace(), ballRadius(shown.theme));
    return rest.contact - point;
}

std::optional<Qt::CursorShape> SurfaceView::cursorAt(QPointF point) const {
    if (grip()) return Qt::ClosedHandCursor;
    if (isOverBall(point) || rivalAt(point)) return Qt::OpenHandCursor;
    if (canChooseAt(point)) return Qt::PointingHandCursor;
    return std::nullopt;
}

/// The landscape follows the pointer: a turn takes about the width of the view.
void SurfaceView::dragGround(QPointF to) {
    constexpr double turn = 270;  // degrees over the width
    const QPointF way = to - m_last;
    const double scale = turn / std::max(frame().area.width(), 1.0);
    m_last = to;
    turnTo(session::turned(camera(), -way.x() * scale, way.y() * scale));
}

void SurfaceView::mousePressEvent(QMouseEvent* event) {
    m_last = event->position();
    const auto rival = rivalAt(event->position());
    if (rival && event->button() == Qt::LeftButton) return Q_EMIT runnerPicked(*rival);
    PlaneView::mousePressEvent(event);
}

void SurfaceView::mouseReleaseEvent(QMouseEvent* event) {
    const bool held = grip().has_value();
    PlaneView::mouseReleaseEvent(event);
    if (held && !grip()) Q_EMIT startSettled();
}

void SurfaceView::keyPressEvent(QKeyEvent* event) {
    // Plain arrows are the steps of the run, here as everywhere.
    const auto next = turnedBy(*event, camera());
    next ? turnTo(*next) : PlaneView::keyPressEvent(event);
}

const insight::StationaryPlace* SurfaceView::placeAt(QPointF point) const {
    if (isOverBall(point) || rivalAt(point)) return nullptr;
    const double reach = 8 * m_scene->content().theme.scale();
    for (const insight::StationaryPlace& place : m_scene->content().places) {
        const auto at = m_scene->pixelOf(place);
        if (at && QLineF(*at, point).length() <= reach) return &place;
    }
    return nullptr;
}

QString SurfaceView::wordsAt(QPointF at) const {
    const SurfaceContent& shown = m_scene->content();
    const descent::Objective* objective = m_scene->objective();
    const QPointF point = at + grip().value_or(QPointF());
    if (!objective || !canChooseAt(point)) return {};
    const insight::StationaryPlace* mark = grip() ? nullptr : placeAt(at);
    const QPointF chosen = choiceAt(onPlane(point));
    const descent::Point place = mark ? mark->at : shown.slice.at(chosen.x(), chosen.y());
    return session::tellPlace((*shown.analysis)->variables, area(), shown.slice,
                              lieAt(*objective, place), shown.theme.digits);
}

std::optional<PictureView::Tip> SurfaceView::tipAt(QPoint at) const {
    const SurfaceContent& shown = m_scene->content();
    const insight::StationaryPlace* mark = placeAt(at);
    if (!mark || !shown.analysis) return Tip{{}, {}, {}, frame().area};
    const double reach = 8 * shown.theme.scale();
    const QPointF centre = m_scene->pixelOf(*mark).value_or(QPointF(at));
    const QString text =
        session::describe(*mark, (*shown.analysis)->variables, shown.settings, shown.theme.digits);
    return Tip{wrapped(text),
               {centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach},
               {},
               frame().area};
}

void SurfaceView::resized() {
    PlaneView::resized();
    hurry();
}

void SurfaceView::drawMarked() {
    PlaneView::drawMarked();
    if (unfinished()) Q_EMIT sketched();
}

}  // namespace plot
