// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/heightlegend.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLinearGradient>
#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "plot/paint/corner.h"
#include "session/wording/wording.h"

namespace plot {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(MapView)
};

/// Of the lowest, the middle and the highest height.
using Values = std::array<QString, 3>;

/// The lowest height, and by how much others are higher, where they are so little that the same
/// digits would tell of both.
Values asOffsets(const HeightScale& scale, const QString& lowest) {
    const double low = scale.height(0);
    const auto above = [&](double part) {
        return QStringLiteral("+ ") + session::number(scale.height(part) - low, 2);
    };
    return {lowest, above(0.5), above(1)};
}

/// To a hundredth of the extent, or to as many digits as are written, and never within it.
double roundedOut(double end, const insight::Range& extent, int digits, bool up) {
    if (end == 0) return 0;
    const auto powerBelow = [](double size) { return std::floor(std::log10(size)); };
    const double step = std::pow(
        10, std::max(powerBelow(extent.width()) - 2, powerBelow(std::abs(end)) - digits + 1));
    const double steps = end / step;
    const double whole = (up ? std::ceil(steps) : std::floor(steps)) * step;
    return std::isfinite(whole) ? whole : end;
}

Values valuesOf(const HeightScale& scale) {
    constexpr double large = 1e5;
    constexpr int shortest = 3;
    const auto digitsOf = [](double height) {
        return std::abs(height) < large ? session::usualDigits : shortest;
    };
    const auto text = [&](double height) { return session::number(height, digitsOf(height)); };
    const Values values{text(scale.toldHeight(0)), text(scale.toldHeight(0.5)),
                        text(scale.toldHeight(1))};
    const bool areApart = values[0] != values[1] && values[1] != values[2];
    if (!areApart) return asOffsets(scale, values[0]);
    const auto endOf = [&](double end, bool up) {
        return text(roundedOut(end, scale.extent(), digitsOf(end), up));
    };
    return {endOf(scale.extent().low, false), values[1], endOf(scale.extent().high, true)};
}

/// One sentence where there are no colours to explain; empty where there are.
QString noteOn(const HeightScale& scale, const QString& name, const Theme& theme) {
    if (scale.isEmpty()) return Text::tr("f has no value anywhere in view.");
    if (!scale.isLevel()) return {};
    return Text::tr("%1 = %2 everywhere in view")
        .arg(name, session::number(scale.extent().low, theme.digits));
}

/// The largest part of an area that it may take.
constexpr double widest = 0.5;
constexpr double tallest = 0.35;

void paintStrip(QPainter& painter, const QRectF& strip, const Theme& theme) {
    QLinearGradient gradient(strip.topLeft(), strip.topRight());
    const double last = static_cast<double>(theme.depths.size() - 1);
    for (std::size_t i = 0; i < theme.depths.size(); ++i)
        gradient.setColorAt(static_cast<double>(i) / last, theme.depths[i]);
    painter.setPen(QPen(theme.zero, 0.75 * theme.scale()));
    painter.setBrush(gradient);
    painter.drawRect(strip);
}

/// How large the legend is.
struct Measures {
    Measures(const QFontMetricsF& metrics, const Values& values, const Theme& theme)
        : pad(6 * theme.scale()), line(metrics.height()), strip(8 * theme.scale()) {
        const auto wide = [&](const QString& text) { return metrics.horizontalAdvance(text); };
        const double side = std::max(wide(values[0]), wide(values[2]));
        const double words = 2 * side + wide(values[1]) + 4 * pad;
        size = {std::max(words, 130 * theme.scale()) + 2 * pad, 2 * line + strip + 1.5 * pad};
    }

    double pad;    ///< about what is in it
    double line;   ///< of text
    double strip;  ///< how thick it is
    QSizeF size;
};

}  // namespace

QRectF paintHeightLegend(QPainter& painter, const HeightScale& scale, const QString& name,
                         const QRectF& area, const Obstacles& obstacles, const Theme& theme) {
    setLabelFont(painter, theme);
    if (const QString note = noteOn(scale, name, theme); !note.isEmpty())
        return paintInCorner(painter, note, area, obstacles, theme);
    const Values values = valuesOf(scale);
    const Measures measures(QFontMetricsF(painter.font()), values, theme);
    const QSizeF size = measures.size;
    if (size.width() > widest * area.width() || size.height() > tallest * area.height()) return {};
    const auto corner = cornerFor(size, area, obstacles, theme);
    if (!corner) return {};
    const QRectF box = *corner;
    paintPatch(painter, box, measures.pad, theme);
    const double pad = measures.pad;
    const QRectF inner = box.adjusted(pad, 0.5 * pad, -pad, -0.5 * pad);
    const QRectF strip(inner.left(), inner.top() + measures.line, inner.width(), measures.strip);
    paintStrip(painter, strip, theme);
    painter.setPen(theme.text);
    painter.drawText(inner, Qt::AlignHCenter | Qt::AlignTop, name);
    constexpr std::array<int, 3> sides{Qt::AlignLeft, Qt::AlignHCenter, Qt::AlignRight};
    for (std::size_t i = 0; i < values.size(); ++i)
        painter.drawText(inner, sides[i] | Qt::AlignBottom, values[i]);
    return box;
}

}  // namespace plot
