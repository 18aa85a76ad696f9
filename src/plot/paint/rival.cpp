// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/rival.h"

#include <QPainter>

#include "plot/look/runnerlook.h"
#include "plot/paint/ball.h"
#include "plot/paint/curvemotion.h"
#include "plot/shape/fan.h"

namespace plot {

std::vector<Stand> standsOf(const std::vector<Rival>& rivals, const std::optional<Pose>& chosen,
                            const CurvePath& path, const Frame& frame, double position,
                            const Theme& theme) {
    const double radius = rivalRadius(theme);
    std::vector<Stand> stands;
    std::vector<Disc> discs;
    if (chosen && inView(frame, *chosen)) discs.push_back({*chosen, ballRadius(theme)});
    const std::size_t first = discs.size();
    for (const Rival& rival : rivals) {
        if (rival.trajectory.empty()) continue;
        const Pose pose = poseAt(path, frame, rival.trajectory, position, radius);
        stands.push_back({rival.place, pose, pose.centre(radius), inView(frame, pose)});
        if (stands.back().inView) discs.push_back({pose, radius});
    }
    const std::vector<QPointF> centres = fanned(discs, frame.area, theme.scale());
    std::size_t next = first;
    for (Stand& stand : stands) {
        if (stand.inView) stand.centre = centres[next++];
    }
    return stands;
}

QRectF paintRival(QPainter& painter, const Stand& rival, const Frame& frame, const Theme& theme) {
    if (!rival.inView)
        return paintHeadBeyond(painter, frame.area, rival.pose.contact, rival.place, theme);
    const double radius = rivalRadius(theme);
    paintRunnerMark(painter, rival.centre, radius, rival.place, theme);
    const double reach = 1.3 * radius + 2;
    return {rival.centre.x() - reach, rival.centre.y() - reach, 2 * reach, 2 * reach};
}

}  // namespace plot
