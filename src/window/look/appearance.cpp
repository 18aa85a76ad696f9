// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/look/appearance.h"

#include <QApplication>
#include <QPalette>
#include <QStyle>

namespace window {

namespace {

/// A palette made of a ground, the text on it, a field, and an accent with the text on it.
QPalette palette(const QColor& ground, const QColor& text, const QColor& field,
                 const QColor& accent, const QColor& onAccent) {
    QPalette colours(text, ground, ground.lighter(130), ground.darker(150), ground.darker(115),
                     text, field);
    QColor faint = text;
    faint.setAlphaF(0.5F);
    colours.setColor(QPalette::Button, ground.lighter(112));
    colours.setColor(QPalette::ButtonText, text);
    colours.setColor(QPalette::BrightText, text);
    colours.setColor(QPalette::AlternateBase, ground);
    colours.setColor(QPalette::ToolTipBase, field);
    colours.setColor(QPalette::ToolTipText, text);
    colours.setColor(QPalette::PlaceholderText, faint);
    colours.setColor(QPalette::Link, accent);
    colours.setColor(QPalette::Highlight, accent);
    colours.setColor(QPalette::HighlightedText, onAccent);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText}) {
        colours.setColor(QPalette::Disabled, role, faint);
    }
    return colours;
}

}  // namespace

void applyColours(model::Colours colours) {
    switch (colours) {
        case model::Colours::System:
            QApplication::setPalette(QPalette());
            return;
        case model::Colours::Light:
            QApplication::setPalette(palette(QColor(0xefefef), QColor(0x1b1e20), Qt::white,
                                             QColor(0x0072b2), Qt::white));
            return;
        case model::Colours::Dark:
            QApplication::setPalette(palette(QColor(0x24282d), QColor(0xe6e8ea), QColor(0x15181c),
                                             QColor(0x56b4e9), QColor(0x15181c)));
            return;
    }
}

}  // namespace window
