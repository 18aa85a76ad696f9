// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/look/runnerlook.h"

#include <QPainter>
#include <cmath>
#include <numbers>

#include "plot/look/theme.h"

namespace plot {

namespace {

/// Corners at equal angles, the first above, at these distances in turn.
QPolygonF star(int corners, double far, double near, double turned = 0) {
    QPolygonF shape;
    for (int i = 0; i < corners; ++i) {
        const double angle = turned + 2 * std::numbers::pi * i / corners;
        const double distance = i % 2 == 0 ? far : near;
        shape += QPointF(std::sin(angle), -std::cos(angle)) * distance;
    }
    return shape;
}

QPolygonF cross(double turned) {
    constexpr double arm = 0.36;
    const QPolygonF upright({{-arm, -1},
                             {arm, -1},
                             {arm, -arm},
                             {1, -arm},
                             {1, arm},
                             {arm, arm},
                             {arm, 1},
                             {-arm, 1},
                             {-arm, arm},
                             {-1, arm},
                             {-1, -arm},
                             {-arm, -arm}});
    return QTransform().rotate(turned).map(upright);
}

}  // namespace

const std::array<RunnerLook, session::mostRunners>& runnerLooks() {
    constexpr double quarter = std::numbers::pi / 4;
    static const std::array<RunnerLook, session::mostRunners> looks{{
        {0xd55e00, 0xd55e00, {}},
        {0x009e73, 0x009e73, star(4, 1.15, 1.15, quarter)},
        {0xcb6fa3, 0xcc79a7, star(4, 1.15, 1.15)},
        {0x3c95cc, 0x56b4e9, star(3, 1.2, 1.2)},
        {0x6c4e00, 0xe69f00, star(3, 1.2, 1.2, 4 * quarter)},
        {0x0b3d91, 0x3a78d8, cross(0)},
        {0x5a1010, 0xf0e442, star(10, 1.25, 0.55)},
        {0x000000, 0xffffff, cross(45)},
    }};
    return looks;
}

/// A pen of that width about the shape would take several times as long as to fill it twice.
void paintRunnerMark(QPainter& painter, QPointF centre, double radius, std::size_t place,
                     const Theme& theme) {
    const QPolygonF& shape = runnerLooks()[place].shape;
    painter.setPen(Qt::NoPen);
    const auto fill = [&](const QColor& colour, double reach) {
        painter.setBrush(colour);
        if (shape.isEmpty()) return painter.drawEllipse(centre, reach, reach);
        painter.drawPolygon(
            QTransform().translate(centre.x(), centre.y()).scale(reach, reach).map(shape));
    };
    fill(theme.ground, radius + theme.scale());
    fill(theme.runner(place), radius);
}

}  // namespace plot
