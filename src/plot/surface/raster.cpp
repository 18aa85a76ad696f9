// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/surface/raster.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>

namespace plot {

namespace {

constexpr float nowhere = -std::numeric_limits<float>::infinity();

/// A corner in pixels of the raster, with what varies over a triangle.
struct Corner {
    float x = 0;
    float y = 0;
    float depth = 0;
    float height = 0;
    float part = 0;
    float light = 0;
};

Corner between(const Corner& from, const Corner& to, float way) {
    const auto mix = [way](float a, float b) { return a + way * (b - a); };
    return {mix(from.x, to.x),           mix(from.y, to.y),       mix(from.depth, to.depth),
            mix(from.height, to.height), mix(from.part, to.part), mix(from.light, to.light)};
}

/// What the box holds of a triangle: up to 5 corners.
struct Cut {
    explicit Cut(const std::array<Corner, 3>& triangle) {
        std::ranges::copy(triangle, corners.begin());
        keep(1, -1);
        keep(0, 1);
    }
    /// What lies beyond an edge goes, on its side.
    void keep(float edge, float side) {
        const std::array<Corner, 7> before = corners;
        const std::size_t all = count;
        count = 0;
        for (std::size_t i = 0; i < all; ++i) {
            const Corner& here = before[i];
            const Corner& next = before[(i + 1) % all];
            const float in = side * (here.height - edge);
            const float nextIn = side * (next.height - edge);
            if (in >= 0) corners[count++] = here;
            if ((in < 0) != (nextIn < 0))
                corners[count++] = between(here, next, in / (in - nextIn));
        }
    }

    std::array<Corner, 7> corners{};
    std::size_t count = 3;
};

/// From the upper left of who looks, softer on what is seen from below.
float lightOn(Bearing normal) {
    constexpr float shadow = 0.7F;
    constexpr float most = 1.06F;
    const bool isUnderside = normal.near < 0;
    if (isUnderside) normal = {-normal.right, -normal.down, -normal.near};
    const auto facing =
        static_cast<float>(-0.38 * normal.right - 0.62 * normal.down + 0.69 * normal.near);
    const float light = shadow + 0.4F * std::max(facing, 0.0F);
    return std::min(light, most) * (isUnderside ? 0.9F : 1.0F);
}

/// Where the pixels of a row begin whose centres lie past a place.
int firstPast(float place) {
    return static_cast<int>(std::ceil(place - 0.5F));
}

class Rasteriser {
public:
    Rasteriser(const Shades& shades, QImage& image, std::vector<float>& depths, float line)
        : m_shades(shades),
          m_columns(image.width()),
          m_rows(image.height()),
          m_pixels(reinterpret_cast<QRgb*>(image.bits())),
          m_depths(depths.data()),
          m_half(line / 2) {}

    void draw(Corner a, Corner b, Corner c) {
        const float area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
        if (!(std::abs(area) > 1e-6F)) return;
        slope(a, b, c, area);
        if (b.y < a.y) std::swap(a, b);
        if (c.y < a.y) std::swap(a, c);
        if (c.y < b.y) std::swap(b, c);
        const int first = std::max(firstPast(a.y), 0);
        const int last = std::min(firstPast(c.y), m_rows);
        for (int row = first; row < last; ++row) {
            const float at = static_cast<float>(row) + 0.5F;
            const float one = crossing(a, c, at);
            const float other = at < b.y ? crossing(a, b, at) : crossing(b, c, at);
            drawRow(row, a, std::min(one, other), std::max(one, other));
        }
    }

private:
    /// How depth, part, height and light change from pixel to pixel of the triangle.
    struct Change {
        float x = 0;
        float y = 0;
    };

    void slope(const Corner& a, const Corner& b, const Corner& c, float area) {
        const auto change = [&](float atA, float atB, float atC) {
            return Change{((atB - atA) * (c.y - a.y) - (atC - atA) * (b.y - a.y)) / area,
                          ((atC - atA) * (b.x - a.x) - (atB - atA) * (c.x - a.x)) / area};
        };
        m_depth = change(a.depth, b.depth, c.depth);
        m_part = change(a.part, b.part, c.part);
        m_height = change(a.height, b.height, c.height);
        m_light = change(a.light, b.light, c.light);
        constexpr float dense = 6;  // widths of contours
        m_reach = pixelsFor(m_height);
        const float apart = m_shades.apart() * pixelsFor(m_part);
        m_strength = std::clamp((apart - 2 * m_half) / (dense * m_half), 0.0F, 1.0F);
    }

    /// How many pixels it takes to change by 1; 0 where it is level.
    static float pixelsFor(const Change& change) {
        constexpr float level = 1e-9F;
        const float steep = std::sqrt(change.x * change.x + change.y * change.y);
        return steep > level ? 1 / steep : 0;
    }

    static float crossing(const Corner& from, const Corner& to, float y) {
        return from.x + (to.x - from.x) * (y - from.y) / (to.y - from.y);
    }

    void drawRow(int row, const Corner& a, float left, float right) {
        const int first = std::max(firstPast(left), 0);
        const int last = std::min(firstPast(right), m_columns);
        const float x = static_cast<float>(first) + 0.5F - a.x;
        const float y = static_cast<float>(row) + 0.5F - a.y;
        float depth = a.depth + m_depth.x * x + m_depth.y * y;
        float part = a.part + m_part.x * x + m_part.y * y;
        float light = a.light + m_light.x * x + m_light.y * y;
        float height = a.height + m_height.x * x + m_height.y * y;
        std::size_t pixel = static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) +
                            static_cast<std::size_t>(first);
        for (int column = first; column < last; ++column, ++pixel) {
            if (depth > m_depths[pixel]) {
                m_depths[pixel] = depth;
                m_pixels[pixel] = colour(part, height, light);
            }
            depth += m_depth.x;
            part += m_part.x;
            light += m_light.x;
            height += m_height.x;
        }
    }

    QRgb colour(float part, float height, float light) const {
        const std::size_t place = Shades::placeOf(part);
        Shades::Colour colour = m_shades.fill(place);
        const float away = std::abs(height - m_shades.level(place)) * m_reach;
        const float cover = std::clamp(m_half + 0.5F - away, 0.0F, 1.0F) * m_strength;
        if (cover > 0) {
            const Shades::Colour& ink = m_shades.ink(place);
            colour = {colour.red + cover * (ink.red - colour.red),
                      colour.green + cover * (ink.green - colour.green),
                      colour.blue + cover * (ink.blue - colour.blue)};
        }
        const auto lit = [light](float value) {
            return static_cast<int>(std::clamp(value * light, 0.0F, 255.0F));
        };
        return qRgb(lit(colour.red), lit(colour.green), lit(colour.blue));
    }

    const Shades& m_shades;
    int m_columns;
    int m_rows;
    QRgb* m_pixels;
    float* m_depths;
    float m_half;  ///< of the width of contours
    Change m_depth;
    Change m_part;
    Change m_height;
    Change m_light;
    float m_reach = 0;     ///< pixels for the height of the box; 0: level
    float m_strength = 0;  ///< of contours, which fade where they are too dense
};

std::vector<Corner> corners(const Mesh& mesh, const Projection& projection, double factor) {
    std::vector<Corner> corners;
    corners.reserve(mesh.nodes().size());
    for (const Mesh::Node& node : mesh.nodes()) {
        const Spot spot{node.x, node.y, node.height};
        const QPointF pixel = factor * projection.pixel(spot);
        corners.push_back({static_cast<float>(pixel.x()), static_cast<float>(pixel.y()),
                           static_cast<float>(projection.depth(spot)), node.height, node.part,
                           lightOn(projection.normal(node.risingX, node.risingY))});
    }
    return corners;
}

bool isInside(float height) {
    return 0 <= height && height <= 1;
}

}  // namespace

Raster::Raster(const Mesh& mesh, const Projection& projection, const Shades& shades, QSize size,
               double factor, double line)
    : m_image(size * factor, QImage::Format_ARGB32_Premultiplied), m_factor(factor) {
    if (m_image.isNull()) return;
    m_image.fill(Qt::transparent);
    m_depths.assign(
        static_cast<std::size_t>(m_image.width()) * static_cast<std::size_t>(m_image.height()),
        nowhere);
    const std::vector<Corner> at = corners(mesh, projection, factor);
    Rasteriser rasteriser(shades, m_image, m_depths, static_cast<float>(line * factor));
    for (int row = 0; row + 1 < mesh.rows(); ++row) {
        for (int column = 0; column + 1 < mesh.columns(); ++column) {
            const std::size_t node =
                static_cast<std::size_t>(row) * static_cast<std::size_t>(mesh.columns()) +
                static_cast<std::size_t>(column);
            for (const Mesh::Triangle& triangle : mesh.triangles(node)) {
                if (!mesh.isThere(triangle)) continue;
                const std::array ends{at[triangle[0]], at[triangle[1]], at[triangle[2]]};
                if (std::ranges::all_of(ends, isInside, &Corner::height)) {
                    rasteriser.draw(ends[0], ends[1], ends[2]);
                    continue;
                }
                const Cut cut(ends);
                for (std::size_t i = 2; i < cut.count; ++i)
                    rasteriser.draw(cut.corners[0], cut.corners[i - 1], cut.corners[i]);
            }
        }
    }
}

std::optional<double> Raster::depthAt(QPointF pixel) const {
    const QPoint at(static_cast<int>(std::floor(pixel.x() * m_factor)),
                    static_cast<int>(std::floor(pixel.y() * m_factor)));
    if (!m_image.rect().contains(at)) return std::nullopt;
    const float depth =
        m_depths[static_cast<std::size_t>(at.y()) * static_cast<std::size_t>(m_image.width()) +
                 static_cast<std::size_t>(at.x())];
    return depth == nowhere ? std::nullopt : std::optional<double>(depth);
}

/// The surface may be steep: the farthest of the pixels around counts.
bool Raster::isSeen(QPointF pixel, double depth) const {
    constexpr double reach = 1.5;
    constexpr double slack = 1.5;  // pixels
    for (const double right : {-reach, 0.0, reach}) {
        for (const double down : {-reach, 0.0, reach}) {
            const auto there = depthAt(pixel + QPointF(right, down));
            if (!there || *there <= depth + slack) return true;
        }
    }
    return false;
}

double rasterFactor(QSizeF area, double wanted) {
    return std::min(wanted, std::sqrt(Raster::mostPixels / (area.width() * area.height())));
}

}  // namespace plot
