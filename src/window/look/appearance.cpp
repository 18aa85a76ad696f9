// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/look/appearance.h"

#include <QApplication>
#include <QPalette>

#include "plot/look/roles.h"
#include "plot/look/theme.h"

namespace window {

namespace {

QPalette paletteOf(const plot::Roles& roles) {
    const QColor shade = plot::mixed(roles.line, roles.ink, 0.3);
    QPalette colours(roles.ink, roles.ground, roles.card, shade, roles.line, roles.ink,
                     roles.field);
    colours.setColor(QPalette::Button, roles.card);
    colours.setColor(QPalette::ButtonText, roles.ink);
    colours.setColor(QPalette::BrightText, roles.ink);
    colours.setColor(QPalette::AlternateBase, roles.ground);
    colours.setColor(QPalette::ToolTipBase, roles.card);
    colours.setColor(QPalette::ToolTipText, roles.ink);
    colours.setColor(QPalette::PlaceholderText, roles.soft);
    colours.setColor(QPalette::Link, roles.accent);
    colours.setColor(QPalette::Highlight, roles.accent);
    colours.setColor(QPalette::HighlightedText, roles.onAccent);
    const QColor faint = plot::mixed(roles.ink, roles.card, 0.5);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText}) {
        colours.setColor(QPalette::Disabled, role, faint);
    }
    return colours;
}

}  // namespace

void applyColours(model::Colours colours) {
    QApplication::setPalette(QPalette());
    if (colours == model::Colours::System) {
        const QPalette system = QApplication::palette();
        if (plot::hasHighContrast(system)) return;
        const bool dark = plot::isDark(system);
        colours = dark ? model::Colours::Dark : model::Colours::Light;
    }
    const bool dark = colours == model::Colours::Dark;
    QApplication::setPalette(paletteOf(dark ? plot::Roles::dark() : plot::Roles::light()));
}

}  // namespace window
