// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/widgets/card.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QPainterPath>

#include "window/look/look.h"
#include "window/look/shapes.h"

namespace window {

Card::Card(QWidget* parent) : QWidget(parent) {
    adoptColours();
}

void Card::setEdge(const QColor& colour) {
    if (std::exchange(m_edge, colour) != colour) update();
}

void Card::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) adoptColours();
}

void Card::adoptColours() {
    const QColor card = look::roles().card;
    if (testAttribute(Qt::WA_SetPalette) && palette().color(QPalette::Window) == card) return;
    QPalette own;
    own.setColor(QPalette::Window, card);
    setPalette(own);
}

bool Card::isWithinAnother() const {
    const QWidget* around = parentWidget();
    while (around && !qobject_cast<const Card*>(around)) around = around->parentWidget();
    return around != nullptr;
}

void Card::paintEvent(QPaintEvent*) {
    if (isWithinAnother()) return;
    QPainter painter(this);
    const plot::Roles roles = look::roles();
    look::drawBox(painter, rect(), look::cardCorner, roles.card, roles.line);
    if (!m_edge.isValid()) return;
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath strip;
    strip.addRect(QRectF(0, 0, look::edge, height()));
    QPainterPath card;
    card.addRoundedRect(QRectF(rect()), look::cardCorner, look::cardCorner);
    painter.fillPath(strip.intersected(card), m_edge);
}

Heading::Heading(QWidget* parent) : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    look::setLetters(*this, look::Letters::Heading);
    adoptColours();
}

void Heading::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) adoptColours();
}

void Heading::adoptColours() {
    const QColor soft = look::roles().soft;
    if (palette().color(QPalette::WindowText) == soft) return;
    QPalette own;
    own.setColor(QPalette::WindowText, soft);
    setPalette(own);
}

RoundCorners::RoundCorners(QWidget* widget) : QWidget(widget) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    widget->installEventFilter(this);
}

bool RoundCorners::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show) {
        setGeometry(parentWidget()->rect());
        raise();
    }
    return QWidget::eventFilter(watched, event);
}

void RoundCorners::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const plot::Roles roles = look::roles();
    QPainterPath outside;
    outside.addRect(QRectF(rect()));
    QPainterPath inside;
    inside.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), look::cardCorner,
                          look::cardCorner);
    painter.fillPath(outside.subtracted(inside), roles.ground);
    painter.strokePath(inside, QPen(roles.line, 1));
}

}  // namespace window
