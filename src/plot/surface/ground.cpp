// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/surface/ground.h"

#include <QImage>
#include <QPaintDevice>
#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace plot {

namespace {

/// The opacity of what is hidden.
constexpr double faint = 0.25;

/// Whether each pixel of a box shows a ball or the surface before it.
class Hiding {
public:
    Hiding(const Raster& raster, const Ground::Rest& rest, double radius)
        : m_raster(raster), m_rest(rest), m_radius(radius) {}

    bool at(QPointF pixel) const {
        constexpr double slack = 1;
        const QPointF way = pixel - m_rest.centre;
        const double left = m_radius * m_radius - QPointF::dotProduct(way, way);
        const auto there = m_raster.depthAt(pixel);
        return there && *there > m_rest.depth + std::sqrt(std::max(left, 0.0)) + slack;
    }
    bool anywhereIn(const QRect& box) const {
        for (int y = box.top(); y <= box.bottom(); ++y) {
            for (int x = box.left(); x <= box.right(); ++x) {
                if (at(QPointF(x + 0.5, y + 0.5))) return true;
            }
        }
        return false;
    }

private:
    const Raster& m_raster;
    const Ground::Rest& m_rest;
    double m_radius;
};

QRgb fainter(QRgb premultiplied) {
    const auto part = [](int value) { return static_cast<int>(faint * value); };
    return qRgba(part(qRed(premultiplied)), part(qGreen(premultiplied)), part(qBlue(premultiplied)),
                 part(qAlpha(premultiplied)));
}

}  // namespace

Spot Ground::spot(QPointF place) const {
    const auto part = [](insight::Range range, double at) {
        return (at / 2 - range.low / 2) / (range.high / 2 - range.low / 2);
    };
    Spot spot{part(area.across, place.x()), part(area.up, place.y()), 0};
    const double height = mesh.heightAt(spot.x, spot.y);
    if (!std::isnan(height)) spot.height = height;
    return spot;
}

bool Ground::isSeen(const Spot& spot) const {
    return raster.isSeen(projection.pixel(spot), projection.depth(spot));
}

std::optional<QPointF> Ground::placeAt(QPointF pixel) const {
    const auto depth = raster.depthAt(pixel);
    if (!depth) return std::nullopt;
    const Spot spot = projection.spot(pixel, *depth);
    const auto within = [](insight::Range range, double part) {
        return range.low + std::clamp(part, 0.0, 1.0) * range.width();
    };
    return QPointF(within(area.across, spot.x), within(area.up, spot.y));
}

Trail::Marks Ground::draped(const Trail::Part& part, const Frame& frame) const {
    constexpr double piece = 6;  // pixels
    Trail::Marks seen;
    for (const QPointF& point : part.points) {
        const Spot at = spot(frame.plane(point));
        if (isSeen(at)) seen.points.push_back(projection.pixel(at));
    }
    for (const QLineF& chord : part.chords) {
        const int pieces = std::max(1, static_cast<int>(chord.length() / piece));
        Spot from = spot(frame.plane(chord.p1()));
        bool wasSeen = isSeen(from);
        for (int i = 1; i <= pieces; ++i) {
            const Spot to = spot(frame.plane(chord.pointAt(static_cast<double>(i) / pieces)));
            const bool isNowSeen = isSeen(to);
            if (wasSeen && isNowSeen)
                seen.chords.emplace_back(projection.pixel(from), projection.pixel(to));
            from = to;
            wasSeen = isNowSeen;
        }
    }
    return seen;
}

Ground::Rest Ground::rest(QPointF place, double radius) const {
    const Spot at = spot(place);
    const std::array<double, 2> rising =
        mesh.isEmpty() ? std::array<double, 2>{} : mesh.risingAt(at.x, at.y);
    const Bearing normal = projection.normal(rising[0], rising[1]);
    const QPointF contact = projection.pixel(at);
    return {contact, contact + radius * QPointF(normal.right, normal.down),
            projection.depth(at) + radius * normal.near};
}

void Ground::paintStanding(QPainter& painter, const Rest& rest, double radius,
                           const std::function<void(QPainter&)>& paint) const {
    const double reach = 1.4 * radius + 3;
    const QRect box = QRectF(rest.centre.x() - reach, rest.centre.y() - reach, 2 * reach, 2 * reach)
                          .toAlignedRect();
    const Hiding hiding(raster, rest, radius);
    if (!hiding.anywhereIn(box)) return paint(painter);
    const double ratio = painter.device()->devicePixelRatioF();
    QImage layer(box.size() * ratio, QImage::Format_ARGB32_Premultiplied);
    layer.setDevicePixelRatio(ratio);
    layer.fill(Qt::transparent);
    QPainter own(&layer);
    own.setRenderHint(QPainter::Antialiasing);
    own.translate(-box.topLeft());
    paint(own);
    own.end();
    for (int y = 0; y < layer.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(layer.scanLine(y));
        for (int x = 0; x < layer.width(); ++x) {
            if (hiding.at(box.topLeft() + QPointF(x + 0.5, y + 0.5) / ratio))
                line[x] = fainter(line[x]);
        }
    }
    painter.drawImage(box.topLeft(), layer);
}

}  // namespace plot
