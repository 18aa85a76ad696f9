// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/rival.h"

#include <QPainter>

#include "plot/look/runnerlook.h"
#include "plot/paint/ball.h"
#include "plot/paint/curvemotion.h"

namespace plot {

std::optional<Pose> poseOf(const Rival& rival, const CurvePath& path, const Frame& frame,
                           double position, const Theme& theme) {
    if (rival.trajectory.empty()) return std::nullopt;
    return poseAt(path, frame, rival.trajectory, position, rivalRadius(theme));
}

QRectF paintRival(QPainter& painter, const Rival& rival, const CurvePath& path, const Frame& frame,
                  double position, const Theme& theme) {
    const std::optional<Pose> pose = poseOf(rival, path, frame, position, theme);
    if (!pose) return {};
    if (!inView(frame, *pose))
        return paintHeadBeyond(painter, frame.area, pose->contact, rival.place, theme);
    const double radius = rivalRadius(theme);
    const QPointF centre = pose->centre(radius);
    paintRunnerMark(painter, centre, radius, rival.place, theme);
    const double reach = 1.3 * radius + 2;
    return {centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach};
}

}  // namespace plot
