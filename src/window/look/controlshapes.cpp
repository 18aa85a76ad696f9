// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/look/controlshapes.h"

#include <QPainter>
#include <QStyle>
#include <algorithm>

#include "plot/look/theme.h"
#include "window/look/look.h"
#include "window/look/shapes.h"

namespace window::look {

namespace {

constexpr QStyle::State byKey = QStyle::State_HasFocus | QStyle::State_KeyboardFocusChange;

/// That of a card at most, less in what is low.
double cornerOf(const QRectF& rect) {
    return std::min(cardCorner, rect.height() / 4);
}

QColor tinted(const QPalette& palette, QPalette::ColorRole role, double part) {
    return plot::mixed(palette.color(role), palette.color(QPalette::WindowText), part);
}

}  // namespace

void drawField(QPainter& painter, const QStyleOption& field) {
    const bool enabled = field.state & QStyle::State_Enabled;
    const bool focused = field.state & QStyle::State_HasFocus && enabled;
    const QPalette& palette = field.palette;
    drawBox(painter, field.rect, cornerOf(field.rect),
            palette.color(enabled ? QPalette::Base : QPalette::Window),
            focused   ? palette.color(QPalette::Highlight)
            : enabled ? edgeColour(palette)
                      : roles().line,
            focused ? 2 : 1);
}

void drawButton(QPainter& painter, const QStyleOption& button) {
    const QPalette& palette = button.palette;
    const bool down = button.state & (QStyle::State_Sunken | QStyle::State_On);
    const bool over =
        button.state & QStyle::State_MouseOver && button.state & QStyle::State_Enabled;
    const bool raised = !(button.state & QStyle::State_AutoRaise);
    if (raised || down || over) {
        const QColor fill = tinted(palette, QPalette::Button, down ? 0.14 : over ? 0.07 : 0);
        drawBox(painter, button.rect, cornerOf(button.rect), fill,
                raised ? plot::mixed(roles().line, palette.color(QPalette::WindowText), 0.15)
                       : QColor(Qt::transparent));
    }
    const auto* command = qstyleoption_cast<const QStyleOptionButton*>(&button);
    const bool usual = command && command->features & QStyleOptionButton::DefaultButton;
    if (usual && button.state & QStyle::State_Enabled)
        drawFocus(painter, button.rect, cornerOf(button.rect), palette);
}

void drawIndicator(QPainter& painter, const QStyleOption& indicator, bool round) {
    const QPalette& palette = indicator.palette;
    const bool enabled = indicator.state & QStyle::State_Enabled;
    const bool on = indicator.state & QStyle::State_On;
    const QRectF box = QRectF(indicator.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const double rounding = round ? box.height() / 2 : look::near;
    const QColor ring = plot::mixed(palette.color(QPalette::Window),
                                    palette.color(QPalette::WindowText), enabled ? 0.6 : 0.3);
    const QColor accent = enabled ? palette.color(QPalette::Highlight) : ring;
    drawBox(painter, box, rounding, on ? accent : palette.color(QPalette::Base), on ? accent : ring,
            1.4);
    if (!on) return;
    const QColor sign = palette.color(QPalette::HighlightedText);
    if (!round) return drawTick(painter, box, sign);
    const double inner = box.width() * 0.3;
    drawBox(painter, box.adjusted(inner, inner, -inner, -inner), box.height(), sign,
            Qt::transparent);
}

void drawTab(QPainter& painter, const QStyleOptionTab& tab, bool segmented) {
    constexpr double mark = 3;  // pixels
    const bool open = tab.state & QStyle::State_Selected;
    const QColor accent = tab.palette.color(QPalette::Highlight);
    if (!segmented) {
        const QRectF rect(tab.rect);
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), roles().line);
        const double aside = near;
        if (open) {
            drawBox(painter, rect.adjusted(aside, rect.height() - mark, -aside, 0), mark / 2,
                    accent, Qt::transparent);
        }
        return;
    }
    const bool first =
        tab.position == QStyleOptionTab::Beginning || tab.position == QStyleOptionTab::OnlyOneTab;
    const bool last =
        tab.position == QStyleOptionTab::End || tab.position == QStyleOptionTab::OnlyOneTab;
    const QRectF whole =
        QRectF(tab.rect).adjusted(first ? 0 : -2 * cardCorner, 0, last ? 0 : 2 * cardCorner, 0);
    const bool over = tab.state & QStyle::State_MouseOver;
    painter.save();
    painter.setClipRect(tab.rect);
    drawBox(painter, whole, cardCorner,
            open ? accent : tinted(tab.palette, QPalette::Button, over ? 0.07 : 0),
            open ? accent : roles().line);
    painter.restore();
}

QStyleOptionTab coloured(QStyleOptionTab tab, bool segmented) {
    const bool open = tab.state & QStyle::State_Selected;
    const QColor onAccent = tab.palette.color(QPalette::HighlightedText);
    if (open && segmented) {
        tab.palette.setColor(QPalette::WindowText, onAccent);
        tab.palette.setColor(QPalette::Highlight, onAccent);  // of the ring about the text
    } else if (!open) {
        tab.palette.setColor(QPalette::WindowText, roles().soft);
    }
    return tab;
}

void drawSlider(QPainter& painter, const QStyleOptionSlider& slider, const QRectF& room) {
    constexpr double thickness = 4;
    const QPalette& palette = slider.palette;
    const bool enabled = slider.state & QStyle::State_Enabled;
    const QColor accent = enabled ? palette.color(QPalette::Highlight) : edgeColour(palette);
    const double side = std::min(room.width(), room.height());
    QRectF handle(0, 0, side, side);
    handle.moveCenter(room.center());
    const QRectF whole(slider.rect);
    const QRectF groove(whole.left() + side / 2, handle.center().y() - thickness / 2,
                        whole.width() - side, thickness);
    drawBox(painter, groove.adjusted(-handle.width() / 2 + 1, 0, handle.width() / 2 - 1, 0),
            thickness / 2, edgeColour(palette), Qt::transparent);
    QRectF done = groove.adjusted(-handle.width() / 2 + 1, 0, 0, 0);
    slider.upsideDown ? done.setLeft(handle.center().x()) : done.setRight(handle.center().x());
    if (slider.upsideDown) done.setRight(groove.right() + handle.width() / 2 - 1);
    drawBox(painter, done, thickness / 2, accent, Qt::transparent);
    const bool focused = (slider.state & byKey) == byKey;
    drawBox(painter, handle.adjusted(0.5, 0.5, -0.5, -0.5), handle.height() / 2,
            focused ? accent : palette.color(QPalette::Base), accent, 2);
    if (!focused) return;
    const double inner = handle.width() * 0.36;
    drawBox(painter, handle.adjusted(inner, inner, -inner, -inner), handle.height() / 2,
            palette.color(QPalette::HighlightedText), Qt::transparent);
}

void drawGrip(QPainter& painter, const QStyleOption& handle) {
    constexpr double length = 32;
    constexpr double thickness = 4;
    const bool across = handle.rect.width() < handle.rect.height();
    QRectF grip(0, 0, across ? thickness : length, across ? length : thickness);
    grip.moveCenter(QRectF(handle.rect).center());
    const bool used = handle.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    drawBox(painter, grip, thickness / 2,
            used ? handle.palette.color(QPalette::Highlight) : roles().line, Qt::transparent);
}

void drawHeader(QPainter& painter, const QStyleOption& section) {
    const QRectF rect(section.rect);
    painter.fillRect(rect, section.palette.color(QPalette::Base));
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), roles().line);
}

QRectF barOf(const QRectF& room) {
    constexpr double thickness = 6;
    QRectF bar = room;
    bar.setHeight(std::min(thickness, room.height()));
    bar.moveCenter(room.center());
    return bar;
}

void drawProgress(QPainter& painter, const QStyleOptionProgressBar& bar) {
    if (bar.maximum <= bar.minimum) return;
    QRectF done = barOf(bar.rect);
    const double share = double(bar.progress - bar.minimum) / (bar.maximum - bar.minimum);
    done.setWidth(done.width() * std::clamp(share, 0.0, 1.0));
    drawBox(painter, done, look::near, bar.palette.color(QPalette::Highlight), Qt::transparent);
}

}  // namespace window::look
