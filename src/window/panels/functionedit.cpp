// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/functionedit.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include "window/look/look.h"
#include "window/widgets/icons.h"

namespace window {

void FunctionEdit::markFault(qsizetype start, qsizetype length) {
    m_faultStart = start;
    m_faultLength = length;
    update();
}

void FunctionEdit::clearFault() {
    m_faultStart = -1;
    update();
}

/// Room about the letters, and under them for the caret.
QSize FunctionEdit::sizeHint() const {
    return {QLineEdit::sizeHint().width(), fontMetrics().height() + 2 * look::gap - 2};
}

QSize FunctionEdit::minimumSizeHint() const {
    return {QLineEdit::minimumSizeHint().width(), sizeHint().height()};
}

double FunctionEdit::placeOf(qsizetype index) const {
    // QLineEdit does not tell how far it has scrolled, but it tells where its cursor is.
    const QFontMetricsF metrics(font());
    const double fromCursor = metrics.horizontalAdvance(text().left(index)) -
                              metrics.horizontalAdvance(text().left(cursorPosition()));
    const QRect cursor = cursorRect();
    return cursor.x() + cursor.width() / 2.0 + fromCursor;
}

void FunctionEdit::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT escaped();
        return;
    }
    const QString before = text();
    QLineEdit::keyPressEvent(event);
    if (text() != before) {
        Q_EMIT keyed(!event->matches(QKeySequence::Undo) && !event->matches(QKeySequence::Redo));
    }
    const int key = event->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) event->setAccepted(hasFault());
}

/// Who comes back to the window goes on where they were.
void FunctionEdit::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    const bool comesBack = event->reason() == Qt::ActiveWindowFocusReason ||
                           event->reason() == Qt::PopupFocusReason ||
                           event->reason() == Qt::MenuBarFocusReason;
    if (!comesBack) home(false);
}

void FunctionEdit::showText(const QString& text) {
    setText(text);
    if (!hasFocus()) home(false);
}

bool FunctionEdit::isCut() const {
    const QMargins around = textMargins();
    constexpr int own = 2;  // of QLineEdit, to either side
    const int room = width() - around.left() - around.right() - 2 * own;
    return fontMetrics().horizontalAdvance(text()) > room;
}

void FunctionEdit::paintEllipsis() {
    const QString sign = QStringLiteral("…");
    const int wide = fontMetrics().horizontalAdvance(sign);
    const QRect end(width() - textMargins().right() - wide, 0, wide, height());
    QPainter painter(this);
    painter.fillRect(end.adjusted(0, 3, 0, -3), palette().base());
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(end, Qt::AlignVCenter | Qt::AlignLeft, sign);
}

void FunctionEdit::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    if (!hasFocus() && cursorPosition() == 0 && isCut()) paintEllipsis();
    if (!hasFault()) return;
    const double left = placeOf(m_faultStart);
    const double wanted = placeOf(std::min(m_faultStart + m_faultLength, text().size()));
    const double right = std::max(wanted, left + QFontMetricsF(font()).averageCharWidth());
    const double top = height() - 9.0;

    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(rect().adjusted(2, 0, -2, 0));
    painter.setPen(QPen(faultColour(palette()), 2));
    painter.drawLine(QPointF(left, top), QPointF(right, top));
    QPainterPath caret(QPointF(left - 4, top + 6));
    caret.lineTo(left, top);
    caret.lineTo(left + 4, top + 6);
    painter.fillPath(caret, faultColour(palette()));
}

}  // namespace window
