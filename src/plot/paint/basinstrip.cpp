// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/basinstrip.h"

#include <QPainter>
#include <cmath>
#include <optional>

namespace plot {

namespace {

enum class Pattern { None, Stripes, Net, Dots };

struct Look {
    QColor fill;  ///< transparent: none
    Pattern pattern = Pattern::None;
    QColor ink = {};          ///< of the pattern
    std::int32_t basin = -1;  ///< where the runs rest, or will

    bool operator==(const Look&) const = default;
};

constexpr float pale = 0.4F;

QColor withAlpha(QColor colour, float alpha) {
    colour.setAlphaF(alpha);
    return colour;
}

/// Of text and ground the one that stands out from this colour more.
QColor standingOut(const QColor& from, const Theme& theme) {
    if (!theme.opaque()) return theme.text;
    const auto contrast = [&](const QColor& ink) {
        return std::abs(ink.lightnessF() - from.lightnessF());
    };
    return contrast(theme.text) > contrast(theme.ground) ? theme.text : theme.ground;
}

Look lookOf(const insight::Destination& destination, const std::vector<QColor>& colours,
            const Theme& theme) {
    const auto colour = [&] { return colours[static_cast<std::size_t>(destination.basin)]; };
    const QColor none = Qt::transparent;
    switch (destination.fate) {
        case insight::Fate::Settles:
            if (destination.steps == 0) return {none, Pattern::Dots, colour(), destination.basin};
            return {colour(), Pattern::None, {}, destination.basin};
        case insight::Fate::Approaches:
            return {withAlpha(colour(), pale), Pattern::None, {}, destination.basin};
        case insight::Fate::Swings:
            return {theme.unsettled, Pattern::Net, standingOut(theme.unsettled, theme)};
        case insight::Fate::Moves:
            return {none, Pattern::Stripes, theme.diverges};
        case insight::Fate::Stalls:
            return {none, Pattern::Dots, theme.diverges};
        case insight::Fate::Diverges:
            return {theme.diverges};
        case insight::Fate::Unknown:
        case insight::Fate::Leaves:
            break;
    }
    return {none};
}

/// Whether two places have the same colour, as may be where others between them have no basin in
/// view.
bool alikeButApart(const Look& a, const Look& b) {
    return a.basin != b.basin && a.basin >= 0 && b.basin >= 0 && a.fill.rgb() == b.fill.rgb() &&
           a.ink == b.ink;
}

/// Slanted lines that go on from band to band, and for a net those that cross them too.
void paintStripes(QPainter& painter, const QRectF& band, const QColor& ink, const Theme& theme,
                  bool crossed) {
    const double apart = 6 * theme.scale();
    painter.setPen(QPen(ink, theme.scale()));
    const double first = std::floor((band.left() - band.height()) / apart) * apart;
    for (double x = first; x < band.right(); x += apart) {
        QLineF line(x, band.bottom(), x + band.height(), band.top());
        if (clip(line, band)) painter.drawLine(line);
        QLineF across(x, band.top(), x + band.height(), band.bottom());
        if (crossed && clip(across, band)) painter.drawLine(across);
    }
}

/// In two rows, each between those of the other.
void paintDots(QPainter& painter, const QRectF& band, const QColor& ink, const Theme& theme) {
    const double apart = 3 * theme.scale();
    const double size = 1.5 * theme.scale();
    const auto first = static_cast<int>(std::floor(band.left() / apart));
    const auto last = static_cast<int>(std::ceil(band.right() / apart));
    for (int i = first; i <= last; ++i) {
        const double row = band.top() + band.height() * (i % 2 == 0 ? 0.3 : 0.7);
        const QRectF dot(i * apart - size / 2, row - size / 2, size, size);
        painter.fillRect(dot & band, ink);
    }
}

void paintLook(QPainter& painter, const QRectF& band, const Look& look, const Theme& theme) {
    if (look.fill.alpha() > 0) painter.fillRect(band, look.fill);
    if (look.pattern == Pattern::Stripes) paintStripes(painter, band, look.ink, theme, false);
    if (look.pattern == Pattern::Net) paintStripes(painter, band, look.ink, theme, true);
    if (look.pattern == Pattern::Dots) paintDots(painter, band, look.ink, theme);
}

}  // namespace

QRectF stripArea(const Frame& frame, const Theme& theme) {
    return {frame.area.left(), frame.area.bottom() + 3 * theme.scale(), frame.area.width(),
            9 * theme.scale()};
}

void paintBasins(QPainter& painter, const insight::BasinMap& basins,
                 const insight::Valleys& valleys, const Frame& frame, const Theme& theme) {
    std::vector<QColor> colours;
    for (const std::size_t hue : valleys.huesOf(basins)) colours.push_back(Theme::basins()[hue]);
    const QRectF strip = stripArea(frame, theme);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setClipRect(strip);
    const std::size_t size = basins.columns.size();
    const double part = basins.x.width() / static_cast<double>(size);
    std::optional<Look> before;
    for (std::size_t first = 0; first < size;) {
        const Look look = lookOf(basins.columns[first], colours, theme);
        std::size_t end = first + 1;
        while (end < size && lookOf(basins.columns[end], colours, theme) == look) ++end;
        const double left = frame.column(basins.x.low + part * static_cast<double>(first));
        const double right = frame.column(basins.x.low + part * static_cast<double>(end));
        const QRectF band(left, strip.top(), right - left, strip.height());
        paintLook(painter, band & strip, look, theme);
        if (before && alikeButApart(*before, look))
            painter.fillRect(QRectF(left, strip.top(), theme.scale(), strip.height()), theme.text);
        before = look;
        first = end;
    }
    painter.setPen(theme.zero);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(strip.adjusted(0, 0, -1, -1));
    painter.restore();
}

}  // namespace plot
