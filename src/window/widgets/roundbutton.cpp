// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/widgets/roundbutton.h"

#include <QPainter>
#include <QStyleOptionToolButton>
#include <cmath>

#include "plot/look/theme.h"
#include "window/look/look.h"
#include "window/look/shapes.h"

namespace window {

namespace {

constexpr double outer = 3;  // pixels about the disc, for the ring of the focus

QRectF discOf(const QWidget& button) {
    const double side = std::min(button.width(), button.height()) - 2 * outer;
    QRectF disc(0, 0, side, side);
    disc.moveCenter(QRectF(button.rect()).center());
    return disc;
}

/// The shape of the icon in one colour.
QPixmap tinted(const QIcon& icon, int side, double resolution, const QColor& colour) {
    QPixmap pixmap = icon.pixmap(QSize(side, side), resolution);
    QPainter painter(&pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), colour);
    return pixmap;
}

}  // namespace

RoundButton::RoundButton(QWidget* parent) : QToolButton(parent) {
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize RoundButton::sizeHint() const {
    constexpr double around = 1.5;  // of the icon
    const int side = static_cast<int>(std::lround(around * iconSize().height())) + look::apart;
    return {side, side};
}

bool RoundButton::hitButton(const QPoint& place) const {
    const QPointF from = QPointF(place) - QRectF(rect()).center();
    return std::hypot(from.x(), from.y()) <= std::min(width(), height()) / 2.0;
}

void RoundButton::paintEvent(QPaintEvent*) {
    QStyleOptionToolButton option;
    initStyleOption(&option);
    QPainter painter(this);
    const auto group = isEnabled() ? QPalette::Active : QPalette::Disabled;
    const QColor accent = palette().color(group, QPalette::Highlight);
    const QColor sign = palette().color(group, QPalette::HighlightedText);
    const double dim = isDown() ? 0.2 : option.state & QStyle::State_MouseOver ? 0.1 : 0;
    const QRectF disc = discOf(*this);
    look::drawBox(painter, disc, disc.height() / 2,
                  isEnabled() ? plot::mixed(accent, palette().color(QPalette::WindowText), dim)
                              : look::edgeColour(palette()),
                  Qt::transparent);
    const int side = static_cast<int>(std::lround(disc.height() / 2));
    QRectF box(0, 0, side, side);
    box.moveCenter(disc.center());
    painter.drawPixmap(box.topLeft(), tinted(icon(), side, devicePixelRatioF(), sign));
    const bool focused = hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange);
    if (!focused) return;
    look::drawBox(painter, disc.adjusted(-outer, -outer, outer, outer), disc.height(),
                  Qt::transparent, palette().color(QPalette::WindowText), 2);
}

}  // namespace window
