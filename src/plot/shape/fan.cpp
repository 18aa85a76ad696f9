// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/shape/fan.h"

#include <QLineF>
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "plot/shape/frame.h"

namespace plot {

namespace {

/// A disc that others may lie about.
struct Hub {
    std::size_t disc = 0;
    double discs = 0;   ///< about it; one that is leaving counts a part
    double radius = 0;  ///< of the largest of them
};

struct Follower {
    std::size_t disc = 0;
    std::size_t hub = 0;
    double share = 0;   ///< of it that belongs to the fan: 1 at the place of the hub, 0 clear of it
    double before = 0;  ///< discs about the hub that come before it
};

QPointF turned(QPointF along, double angle) {
    const double cosine = std::cos(angle);
    const double sine = std::sin(angle);
    return {along.x() * cosine - along.y() * sine, along.x() * sine + along.y() * cosine};
}

struct Fans {
    std::vector<Hub> hubs;
    std::vector<Follower> followers;
};

/// Which discs would hide which.
Fans fansOf(const std::vector<Disc>& discs) {
    Fans fans;
    for (std::size_t i = 0; i < discs.size(); ++i) {
        Follower follower{i, 0, 0, 0};
        for (std::size_t j = 0; j < fans.hubs.size(); ++j) {
            const Disc& hub = discs[fans.hubs[j].disc];
            const double apart = QLineF(hub.pose.contact, discs[i].pose.contact).length();
            const double share = 1 - apart / (hub.radius + discs[i].radius);
            if (share > follower.share) follower = {i, j, share, fans.hubs[j].discs};
        }
        if (follower.share == 0) {
            fans.hubs.push_back({i});
            continue;
        }
        Hub& hub = fans.hubs[follower.hub];
        hub.discs += follower.share;
        hub.radius = std::max(hub.radius, discs[i].radius);
        fans.followers.push_back(follower);
    }
    return fans;
}

/// How far the discs about a hub lie from its centre, and the angle from one to the next.
struct Spread {
    double distance = 0;
    double angle = 0;
};

Spread spreadOf(const Hub& hub, const Disc& disc, double gap) {
    constexpr double widest = 1.1 * std::numbers::pi;  // from the first disc to the last
    const double wide = hub.radius + gap / 2;
    const double near = disc.radius + hub.radius + gap;
    const double angle = 2 * std::asin(wide / near);
    const double between = hub.discs - 1;
    if (between * angle <= widest) return {near, angle};
    return {wide / std::sin(widest / between / 2), widest / between};
}

/// From the hub to the middle of its fan: away from the curve, unless that leads out of the area.
QPointF middleOf(const Hub& hub, const Disc& disc, double distance, const QRectF& area) {
    for (const double turn : {0.0, 0.5, -0.5, 1.0}) {
        const QPointF along = turned(disc.pose.normal, turn * std::numbers::pi);
        const QPointF farthest = disc.centre() + (distance + hub.radius) * along;
        if (contains(area, farthest)) return along;
    }
    return disc.pose.normal;
}

}  // namespace

std::vector<QPointF> fanned(const std::vector<Disc>& discs, const QRectF& area, double gap) {
    std::vector<QPointF> centres;
    for (const Disc& disc : discs) centres.push_back(disc.centre());
    const Fans fans = fansOf(discs);
    for (const Follower& follower : fans.followers) {
        const Hub& hub = fans.hubs[follower.hub];
        const Disc& disc = discs[hub.disc];
        const Spread spread = spreadOf(hub, disc, gap);
        const double angle = spread.angle * (follower.before + (follower.share - hub.discs) / 2);
        const QPointF along = turned(middleOf(hub, disc, spread.distance, area), angle);
        QPointF& centre = centres[follower.disc];
        centre += follower.share * (disc.centre() + spread.distance * along - centre);
    }
    return centres;
}

}  // namespace plot
