// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/densityimage.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace plot {

namespace {

constexpr int shades = 255;
/// How much of the colour a single count gets: it must be seen.
constexpr double faintest = 0.3;

/// Entry 0 stands for no count. What lies behind shines through where few were counted.
QList<QRgb> colours(const Theme& theme) {
    // The colour of the curve is too near to a dark ground for shades between them.
    const bool dark = theme.opaque() && theme.ground.lightnessF() < 0.5F;
    const QColor& full = dark ? theme.tangent : theme.curve;
    QList<QRgb> table{qRgba(0, 0, 0, 0)};
    for (int shade = 1; shade <= shades; ++shade) {
        const double part = faintest + (1 - faintest) * (shade - 1) / (shades - 1);
        const auto alpha = static_cast<int>(std::lround(255 * part));
        table.append(qPremultiply(qRgba(full.red(), full.green(), full.blue(), alpha)));
    }
    return table;
}

/// For each count up to the largest; a logarithm for every pixel would take long.
QList<QRgb> coloursOfCounts(std::uint32_t largest, const Theme& theme) {
    const QList<QRgb> table = colours(theme);
    const double perLog = (shades - 1) / std::log1p(largest);
    QList<QRgb> ofCounts{table[0]};
    for (std::uint32_t count = 1; count <= largest; ++count) {
        ofCounts.append(table[1 + static_cast<int>(std::log1p(count) * perLog)]);
    }
    return ofCounts;
}

insight::Range overlap(insight::Range a, insight::Range b) {
    return {std::max(a.low, b.low), std::min(a.high, b.high)};
}

}  // namespace

QImage densityImage(const insight::Density& density, const Theme& theme) {
    if (density.largest == 0 || density.columns < 1 || density.rows < 1) return {};
    const QList<QRgb> table = coloursOfCounts(density.largest, theme);
    QImage image(density.columns, density.rows, QImage::Format_ARGB32_Premultiplied);
    for (int row = 0; row < density.rows; ++row) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(density.rows - 1 - row));
        for (int column = 0; column < density.columns; ++column) {
            line[column] = table[density.count(column, row)];
        }
    }
    return image;
}

void paintDensity(QPainter& painter, const QImage& image, const insight::Density& density,
                  const Frame& frame) {
    const insight::Range alpha = overlap(density.alpha, frame.x);
    const insight::Range x = overlap(density.x, frame.value);
    if (image.isNull() || !alpha.valid() || !x.valid()) return;
    const Frame source{density.alpha, density.x, image.rect()};
    const QRectF part(source.pixel(alpha.low, x.high), source.pixel(alpha.high, x.low));
    const QRectF target(frame.pixel(alpha.low, x.high), frame.pixel(alpha.high, x.low));
    if (target.width() >= part.width() && target.height() >= part.height()) {
        painter.drawImage(target, image, part);
        return;
    }
    // Lines of a pixel would be lost where only some of the pixels are shown.
    const QSize size = target.size().toSize().expandedTo({1, 1});
    painter.drawImage(target, image.copy(part.toAlignedRect())
                                  .scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
}

}  // namespace plot
