// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/look/theme.h"

#include <algorithm>
#include <cmath>

#include "plot/look/runnerlook.h"

namespace plot {

namespace {

/// Of sRGB, from 0 to 1.
double luminance(const QColor& colour) {
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

}  // namespace

double contrast(const QColor& one, const QColor& other) {
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor mixed(const QColor& one, const QColor& other, double part) {
    const auto mix = [part](int from, int to) { return qRound(from + part * (to - from)); };
    return {mix(one.red(), other.red()), mix(one.green(), other.green()),
            mix(one.blue(), other.blue())};
}

void Theme::takeRoles(const Roles& roles) {
    ground = roles.card;
    text = roles.ink;
    grid = roles.line;
    curve = roles.accent;
}

Theme Theme::light() {
    Theme theme;
    theme.takeRoles(Roles::light());
    theme.zero = QColor(0xb9c0c8);
    theme.faded = QColor(0xb5c9d6);
    theme.ball = QColor(0xd55e00);
    theme.start = QColor(0x009e73);
    theme.trail = QColor(0xd55e00);
    theme.tangent = QColor(0x56b4e9);
    theme.minimum = QColor(0xcc79a7);
    theme.diverges = QColor(0xb9c0c8);
    theme.unsettled = QColor(0x2b2f36);
    theme.depths = {QColor(0x0b3c5d), QColor(0x2c6e8f), QColor(0x6aa5b8), QColor(0xb5cfd2),
                    QColor(0xeef0ea)};
    theme.goals = {QColor(0x6f9fc4), QColor(0xd8ab57), QColor(0x4d8a78), QColor(0xab7fa3),
                   QColor(0xa9b6dc), QColor(0x86745c), QColor(0xcfc796), QColor(0x8fb9a8)};
    return theme;
}

Theme Theme::dark() {
    Theme theme = light();
    theme.takeRoles(Roles::dark());
    theme.zero = QColor(0x4b545f);
    theme.tangent = QColor(0xf0e442);
    theme.faded = QColor(0x2b4556);
    theme.diverges = QColor(0x6b7480);
    theme.unsettled = QColor(0, 0, 0);
    theme.depths = {QColor(0x05121c), QColor(0x0d3049), QColor(0x1f5672), QColor(0x457c90),
                    QColor(0x86a6ab)};
    theme.goals = {QColor(0x2f5f86), QColor(0x8a6520), QColor(0x1d5245), QColor(0x6b4566),
                   QColor(0x55618c), QColor(0x4c3f2e), QColor(0x77704a), QColor(0x47695c)};
    return theme;
}

Theme Theme::transparent() {
    Theme theme = light();
    theme.ground = QColor(Qt::transparent);
    theme.text = QColor(0x6e7781);
    theme.grid = QColor(0x80, 0x88, 0x90, 0x38);
    theme.zero = QColor(0x80, 0x88, 0x90, 0xa0);
    theme.curve = QColor(0x1a86c8);
    return theme;
}

Theme Theme::matching(const QPalette& palette) {
    const bool isDark = plot::isDark(palette);
    Theme theme = isDark ? dark() : light();
    if (!hasHighContrast(palette)) return theme;
    theme.ground = palette.color(QPalette::Window);
    theme.text = palette.color(QPalette::WindowText);
    theme.grid = isDark ? QColor(0x606060) : QColor(0x909090);
    theme.zero = theme.text;
    theme.faded = QColor(0x808080);
    theme.diverges = QColor(0x808080);
    theme.unsettled = theme.text;
    if (isDark) {
        theme.ball = theme.trail = QColor(0xff7f2a);
    } else {
        theme.tangent = QColor(0x2a7fb8);
        theme.minimum = QColor(0xa3487a);
    }
    return theme;
}

const std::array<QColor, insight::Valleys::hues>& Theme::basins() {
    static const std::array colours = {QColor(0x56b4e9), QColor(0xe69f00), QColor(0x009e73),
                                       QColor(0xcc79a7), QColor(0x0072b2), QColor(0xf0e442),
                                       QColor(0xd55e00)};
    return colours;
}

QColor Theme::depth(double part) const {
    const double place = std::clamp(part, 0.0, 1.0) * static_cast<double>(depths.size() - 1);
    const std::size_t lower = std::min(static_cast<std::size_t>(place), depths.size() - 2);
    return mixed(depths[lower], depths[lower + 1], place - static_cast<double>(lower));
}

QColor Theme::runner(std::size_t place) const {
    if (place == 0) return ball;
    const RunnerLook& look = runnerLooks()[place];
    return QColor(opaque() && ground.lightnessF() < 0.5F ? look.dark : look.light);
}

Theme Theme::ofRunner(std::size_t place) const {
    Theme theme = *this;
    if (place > 0) theme.ball = theme.trail = runner(place);
    return theme;
}

QColor Theme::ink(const QColor& colour) const {
    constexpr double readable = 4.5;
    if (!opaque()) return colour;
    QColor ink = colour;
    for (int part = 1; part <= 100 && contrast(ink, ground) < readable; ++part) {
        ink = mixed(colour, ground.lightnessF() < 0.5F ? Qt::white : Qt::black, part / 100.0);
    }
    return ink;
}

Theme Theme::scaled(double factor) const {
    Theme theme = *this;
    theme.line *= factor;
    theme.points = std::max(9.0, points * factor);
    return theme;
}

}  // namespace plot
