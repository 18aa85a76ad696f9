// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a person does with the map: mouse and pointer.
#include <QElapsedTimer>
#include <QLineF>
#include <QMouseEvent>
#include <algorithm>
#include <utility>

#include "plot/paint/ball.h"
#include "plot/paint/mapmotion.h"
#include "plot/paint/places.h"
#include "plot/paint/tip.h"
#include "plot/scene/mapscene.h"
#include "plot/view/lie.h"
#include "plot/view/mapview.h"
#include "session/wording/planebasinwording.h"
#include "session/wording/slicewording.h"

namespace plot {

bool MapView::isOverBall(QPointF point) const {
    constexpr double reach = 5;  // beyond the edge
    const QPointF centre = ballCentre();
    return !centre.isNull() &&
           QLineF(centre, point).length() <= ballRadius(m_scene->content().theme) + reach;
}

std::optional<std::size_t> MapView::rivalAt(QPointF point) const {
    constexpr double reach = 3;  // beyond the edge
    const MapContent& shown = m_scene->content();
    if (shown.rivals.empty() || shown.trajectory.empty() || isOverBall(point)) return std::nullopt;
    std::optional<std::size_t> nearest;
    double least = rivalRadius(shown.theme) + reach;
    for (const Stand& rival : MapMotion(shown, m_scene->objective(), frame()).stands()) {
        const double apart = QLineF(rival.centre, point).length();
        if (!rival.inView || apart > least) continue;
        least = apart;
        nearest = rival.place;
    }
    return nearest;
}

/// The ball or the start, which lies below it.
std::optional<QPointF> MapView::gripAt(QPointF point) const {
    constexpr double reach = 8;
    if (isOverBall(point)) return ballCentre() - point;
    const auto start = chosen();
    if (!start) return std::nullopt;
    const QPointF at = pixel(start->x(), start->y());
    return QLineF(at, point).length() <= reach ? std::optional(at - point) : std::nullopt;
}

std::optional<Qt::CursorShape> MapView::cursorAt(QPointF point) const {
    if (grip()) return Qt::ClosedHandCursor;
    if (gripAt(point) || rivalAt(point)) return Qt::OpenHandCursor;
    if (contains(frame().area, point)) return Qt::PointingHandCursor;
    return std::nullopt;
}

void MapView::mousePressEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    if (const auto rival = rivalAt(at); rival && event->button() == Qt::LeftButton) {
        Q_EMIT runnerPicked(*rival);
        const QPointF ball = ballCentre();
        if (!ball.isNull() && m_scene->content().place == *rival) {
            drag(ball - at, at, true);  // it may have lain aside of its place
            return showCursor(at);
        }
    }
    PlaneView::mousePressEvent(event);
}

void MapView::mouseReleaseEvent(QMouseEvent* event) {
    const bool held = grip().has_value();
    PlaneView::mouseReleaseEvent(event);
    if (held && !grip()) Q_EMIT startSettled();
}

QString MapView::wordsAt(QPointF at) const {
    const MapContent& shown = m_scene->content();
    const descent::Objective* objective = m_scene->objective();
    if (!objective || !contains(frame().area, at)) return {};
    const insight::StationaryPlace* mark = grip() ? nullptr : placeAt(at);
    const QPointF chosen = choiceAt(at + grip().value_or(QPointF()));
    const descent::Point place = mark ? mark->at : shown.slice.at(chosen.x(), chosen.y());
    return session::tellPlace((*shown.analysis)->variables, area(), shown.slice,
                              lieAt(*objective, place), shown.theme.digits);
}

PictureView::Tip MapView::tipOfMotion(QPointF at) const {
    const MapContent& shown = m_scene->content();
    const bool moves = !shown.trajectory.empty() && !rivalAt(at);
    const auto sign = moves ? MapMotion(shown, m_scene->objective(), frame()).at(at) : std::nullopt;
    return sign ? Tip{wrapped(sign->tip), sign->sign, {}, frame().area}
                : Tip{{}, {}, {}, frame().area};
}

/// The run itself is followed for that, unless it takes too long for a frame.
QString MapView::tellBasin(QPointF at) const {
    const MapContent& shown = m_scene->content();
    const descent::Objective* objective = m_scene->objective();
    if (!objective || !shown.basins || !contains(frame().area, at) || isOverBall(at)) return {};
    const QPointF chosen = choiceAt(at);
    const descent::Point start = shown.slice.at(chosen.x(), chosen.y());
    QElapsedTimer timer;
    timer.start();
    descent::Descent run(*objective, shown.settings, start);
    constexpr qint64 longest = 8;  // milliseconds
    constexpr std::int64_t part = 500;
    std::int64_t until = 0;
    while (!run.outcome() && timer.elapsed() < longest && until < shown.settings.maxIterations) {
        until = std::min(until + part, shown.settings.maxIterations);
        run.advance(until);
    }
    return session::tellStart({start, run.outcome(), run.state()}, *shown.basins, area(),
                              shown.theme.digits);
}

std::optional<PictureView::Tip> MapView::tipAt(QPoint at) const {
    const MapContent& shown = m_scene->content();
    const insight::StationaryPlace* mark = placeAt(at);
    if (!mark && shown.analysis && shown.showsBasins)
        return Tip{wrapped(tellBasin(at)), {at.x() - 1.0, at.y() - 1.0, 2, 2}, {}, frame().area};
    if (!mark) return tipOfMotion(at);
    if (!shown.analysis) return Tip{{}, {}, {}, frame().area};
    const double reach = 8 * shown.theme.scale();
    const QPointF centre = pixel(mark->at[shown.slice.across], mark->at[shown.slice.up]);
    const std::vector<std::string>& variables = (*shown.analysis)->variables;
    QString text = session::describe(*mark, variables, shown.settings, shown.theme.digits);
    if (!isOn(shown.slice, *mark, frame()))
        text += u'\n' + session::tellOtherSlice(variables, shown.slice, *mark, shown.theme.digits);
    return Tip{wrapped(text),
               {centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach},
               {},
               frame().area};
}

}  // namespace plot
