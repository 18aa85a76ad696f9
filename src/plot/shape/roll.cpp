// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/shape/roll.h"

#include <algorithm>
#include <cmath>

namespace plot {

namespace {

struct Contact {
    double length = 0;
    bool onPath = false;
    QPointF at;
    QPointF direction{1, 0};
};

/// The disc lies above the curve: to the left of a direction that points right.
QPointF upward(QPointF direction) {
    return {direction.y(), -direction.x()};
}

QPointF between(QPointF a, QPointF b, double part) {
    return a + part * (b - a);
}

Contact contact(const CurvePath& path, const Frame& frame, insight::CurvePoint point) {
    Contact contact;
    contact.at = frame.pixel(point.x, point.value);
    if (std::isnan(contact.at.y())) contact.at.setY(frame.area.bottom());
    contact.length = path.length(contact.at.x());
    if (!frame.x.contains(point.x) || !path.unbroken(contact.length, contact.length))
        return contact;
    // At a jump the column holds the ends of two pieces of curve, and the point may lie on the
    // other.
    constexpr double nearby = 1.5;  // pixels across the curve
    const QPointF found = path.at(contact.length);
    const QPointF direction = path.direction(contact.length);
    contact.onPath = std::abs((found.y() - contact.at.y()) * direction.x()) < nearby;
    if (contact.onPath) {
        contact.at = found;
        contact.direction = direction;
    }
    return contact;
}

}  // namespace

Pose roll(const CurvePath& path, const Frame& frame, insight::CurvePoint from,
          insight::CurvePoint to, double part, double radius) {
    const Contact start = contact(path, frame, from);
    const Contact end = contact(path, frame, to);
    const double length = start.length + part * (end.length - start.length);
    if (start.onPath && end.onPath && path.unbroken(start.length, end.length)) {
        return {path.at(length), upward(path.direction(length)), length / radius, true};
    }
    const QPointF direction = between(start.direction, end.direction, part);
    const double size = std::hypot(direction.x(), direction.y());
    const QPointF normal = size > 0 ? upward(direction) / size : QPointF(0, -1);
    const bool landed = part == 0 && start.onPath;
    return {between(start.at, end.at, part), normal, length / radius, landed};
}

insight::CurvePoint place(const descent::Trajectory& trajectory, std::size_t n) {
    const double value = trajectory.value(n);
    const bool level = std::isnan(value) && n > 0;
    return {trajectory.x(n), level ? trajectory.value(n - 1) : value};
}

Pose poseAt(const CurvePath& path, const Frame& frame, const descent::Trajectory& trajectory,
            double position, double radius) {
    const auto last = static_cast<double>(trajectory.size() - 1);
    const double within = std::clamp(position, 0.0, last);
    const auto n = static_cast<std::size_t>(within);
    const std::size_t next = std::min(n + 1, trajectory.size() - 1);
    return roll(path, frame, place(trajectory, n), place(trajectory, next),
                within - std::floor(within), radius);
}

}  // namespace plot
