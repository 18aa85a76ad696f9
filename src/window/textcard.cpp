// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/textcard.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QPainter>

namespace window {

TextCard::TextCard(QWidget* parent) : QWidget(parent) {
    m_document.setDocumentMargin(0);
    m_document.setUndoRedoEnabled(false);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void TextCard::setLines(int lines) {
    m_lines = lines;
    updateGeometry();
}

void TextCard::setText(const QString& richText) {
    if (richText == m_text) return;
    m_text = richText;
    m_document.setHtml(richText);
    setAccessibleDescription(m_document.toPlainText());
    update();
}

QSize TextCard::sizeHint() const {
    return {fontMetrics().averageCharWidth() * 30, fontMetrics().lineSpacing() * m_lines};
}

void TextCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    m_document.setDefaultFont(font());
    m_document.setTextWidth(width());
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette = palette();
    context.palette.setColor(QPalette::Text, palette().color(QPalette::WindowText));
    m_document.documentLayout()->draw(&painter, context);
}

void TextCard::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) updateGeometry();
}

}  // namespace window
