// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/scene/curvehits.h"

#include <QLineF>
#include <algorithm>

#include "plot/paint/ball.h"
#include "plot/paint/basinstrip.h"
#include "plot/paint/landmarks.h"
#include "plot/scene/curvescene.h"
#include "session/wording/basinwording.h"
#include "session/wording/mapwording.h"

namespace plot {

QPointF ballCentre(CurveScene& scene) {
    const std::optional<Pose> pose = scene.pose();
    if (!pose || !scene.inView(*pose)) return {};
    return pose->centre(ballRadius(scene.content().theme));
}

bool isOverBall(CurveScene& scene, QPointF pixel) {
    constexpr double reach = 5;  // beyond the edge
    const QPointF centre = ballCentre(scene);
    return !centre.isNull() &&
           QLineF(centre, pixel).length() <= ballRadius(scene.content().theme) + reach;
}

std::optional<std::size_t> rivalAt(CurveScene& scene, QPointF pixel) {
    constexpr double reach = 3;  // beyond the edge
    if (isOverBall(scene, pixel)) return std::nullopt;
    const Content& content = scene.content();
    const double radius = rivalRadius(content.theme);
    const std::vector<Stand> stands = standsOf(content.rivals, scene.pose(), scene.path(),
                                               scene.frame(), content.position, content.theme);
    std::optional<std::size_t> nearest;
    double least = radius + reach;
    for (const Stand& rival : stands) {
        const double apart = QLineF(rival.centre, pixel).length();
        if (!rival.inView || apart > least) continue;
        least = apart;
        nearest = rival.place;
    }
    return nearest;
}

std::optional<QPointF> curveAt(CurveScene& scene, QPointF pixel) {
    constexpr double reach = 8;
    return scene.path().nearest(pixel, reach);
}

const insight::StationaryPoint* markAt(CurveScene& scene, QPointF pixel) {
    if (isOverBall(scene, pixel) || rivalAt(scene, pixel)) return nullptr;
    return pointAt(pixel, scene.content().landmarks.points, scene.frame(), scene.content().theme);
}

std::optional<StepSketch::Explained> signAt(CurveScene& scene, QPointF pixel) {
    if (isOverBall(scene, pixel) || !contains(scene.frame().area, pixel)) return std::nullopt;
    const auto step = nextStep(scene.content(), scene.objective());
    if (!step) return std::nullopt;
    return StepSketch(scene.content(), *scene.objective(), scene.frame(), *step).at(pixel);
}

QRectF strip(CurveScene& scene) {
    if (!scene.content().landmarks.basins) return {};
    return stripArea(scene.frame(), scene.content().theme);
}

QString tipAt(CurveScene& scene, QPointF pixel) {
    const Content& content = scene.content();
    const insight::Landmarks& landmarks = content.landmarks;
    if (const insight::StationaryPoint* mark = markAt(scene, pixel)) {
        return session::describe(*mark, landmarks.points, content.settings, content.theme.digits);
    }
    if (const auto sign = signAt(scene, pixel)) return sign->tip;
    if (content.veiled || !strip(scene).contains(pixel)) return {};
    const int digits = content.theme.digits;
    const double clicked =
        std::clamp(scene.frame().writtenAt(pixel.x()), content.x.low, content.x.high);
    const double x = session::placeNamed(content.x, clicked);
    const QString fate = fateAt(scene, x);
    if (fate.isEmpty()) return {};
    const bool asDrawn = fate == session::describe(*landmarks.basins, x, digits);
    return QStringLiteral("x₀ = %1\n%2\n%3")
        .arg(session::placeIn(content.x, x, digits), fate,
             asDrawn ? session::explainLook(*landmarks.basins, x) : QString())
        .trimmed();
}

QString fateAt(const CurveScene& scene, double x) {
    const Content& content = scene.content();
    if (content.veiled || !content.landmarks.basins) return {};
    const descent::Objective* objective = scene.objective();
    const auto end = objective ? insight::endAtOnce(*objective, content.settings, x) : std::nullopt;
    return end ? session::describeStart(*end)
               : session::describe(*content.landmarks.basins, x, content.theme.digits);
}

QRectF explainedAt(CurveScene& scene, QPointF pixel) {
    const Theme& theme = scene.content().theme;
    if (const insight::StationaryPoint* mark = markAt(scene, pixel)) {
        const double radius = 8 * theme.scale();
        const QPointF at = scene.frame().pixel(mark->x, mark->value);
        return {at.x() - radius, at.y() - radius, 2 * radius, 2 * radius};
    }
    if (const auto sign = signAt(scene, pixel)) return sign->sign;
    const QRectF strip = plot::strip(scene);
    return strip.contains(pixel) ? QRectF(pixel.x(), strip.top(), 1, strip.height()) : QRectF();
}

QRectF ballArea(CurveScene& scene) {
    const QPointF centre = ballCentre(scene);
    const double radius = ballRadius(scene.content().theme);
    return centre.isNull()
               ? QRectF()
               : QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
}

double startBeside(const Content& content, const insight::StationaryPoint& point) {
    const insight::Range& x = content.x;
    double left = std::max(x.low, point.x - x.width());
    double right = std::min(x.high, point.x + x.width());
    for (const insight::StationaryPoint& other : content.landmarks.points) {
        if (other.x < point.x) left = std::max(left, other.x);
        if (other.x > point.x) right = std::min(right, other.x);
    }
    const double wanted = x.width() / 20;
    const bool toTheRight = right - point.x >= point.x - left;
    return toTheRight ? point.x + std::min(wanted, (right - point.x) / 2)
                      : point.x - std::min(wanted, (point.x - left) / 2);
}

}  // namespace plot
