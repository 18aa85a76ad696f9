// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/reliefimage.h"

#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

namespace plot {

namespace {

constexpr std::size_t shades = HeightScale::shades;

std::array<QRgb, shades> coloursOf(const Theme& theme) {
    std::array<QRgb, shades> colours{};
    for (std::size_t shade = 0; shade < shades; ++shade)
        colours[shade] = theme.depth(static_cast<double>(shade) / (shades - 1)).rgb();
    return colours;
}

/// With half the way to the next node on every side, as pixels have it.
insight::Rectangle covered(const insight::Lattice& lattice) {
    const auto wider = [](insight::Range range, int nodes) {
        const double half = range.width() / (nodes - 1) / 2;
        return insight::Range{range.low - half, range.high + half};
    };
    return {wider(lattice.area.across, lattice.columns), wider(lattice.area.up, lattice.rows)};
}

insight::Range overlap(insight::Range a, insight::Range b) {
    return {std::max(a.low, b.low), std::min(a.high, b.high)};
}

/// Rising lines, as maps have them where nothing is known.
void hatch(QPainter& painter, const QRectF& area, const Theme& theme) {
    const double apart = 8 * theme.scale();
    std::vector<QLineF> lines;
    for (double x = area.left() - area.height(); x < area.right(); x += apart) {
        QLineF line(x, area.bottom(), x + area.height(), area.top());
        if (clip(line, area)) lines.push_back(line);
    }
    painter.setPen(QPen(theme.zero, 0.75 * theme.scale()));
    painter.drawLines(lines.data(), static_cast<int>(lines.size()));
}

}  // namespace

QImage reliefImage(const insight::Heights& heights, const HeightScale& scale, const Theme& theme) {
    if (scale.isEmpty()) return {};
    const std::array<QRgb, shades> colours = coloursOf(theme);
    const insight::Lattice& lattice = heights.lattice;
    const bool isWhole =
        std::ranges::none_of(heights.values, [](double value) { return std::isnan(value); });
    QImage image(lattice.columns, lattice.rows,
                 isWhole ? QImage::Format_RGB32 : QImage::Format_ARGB32_Premultiplied);
    const double* value = heights.values.data();
    std::size_t shade = 0;
    for (int row = 0; row < lattice.rows; ++row) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(lattice.rows - 1 - row));
        for (int column = 0; column < lattice.columns; ++column, ++value) {
            const bool missing = std::isnan(*value);
            if (!missing) shade = scale.shade(*value, shade);
            line[column] = missing ? qRgba(0, 0, 0, 0) : colours[shade];
        }
    }
    return image;
}

void paintRelief(QPainter& painter, const QImage& image, const insight::Lattice& lattice,
                 const Frame& frame, const Theme& theme) {
    const bool isWhole = !image.isNull() && !image.hasAlphaChannel();
    if (!isWhole) hatch(painter, frame.area, theme);
    if (image.isNull()) return;
    const insight::Rectangle all = covered(lattice);
    const insight::Range x = overlap(all.across, frame.x);
    const insight::Range y = overlap(all.up, frame.value);
    if (!x.valid() || !y.valid()) return;
    const Frame source{all.across, all.up, image.rect()};
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(frame.pixel(x.low, y.high), frame.pixel(x.high, y.low)), image,
                      QRectF(source.pixel(x.low, y.high), source.pixel(x.high, y.low)));
    painter.restore();
}

}  // namespace plot
