// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/text/textcard.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QFontInfo>
#include <QPainter>
#include <QResizeEvent>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextLayout>
#include <QTextOption>
#include <algorithm>
#include <cmath>
#include <utility>

#include "window/text/screenreadertext.h"

namespace window {

namespace {

/// Otherwise a piece that is too wide would be broken anywhere, before it can be made smaller.
QTextOption wholeWords() {
    QTextOption option;
    option.setWrapMode(QTextOption::WordWrap);
    return option;
}

}  // namespace

TextCard::TextCard(QWidget* parent)
    : QWidget(parent),
      m_document(this),
      m_account(
          new ScreenReaderText(this, [this](ScreenReaderText::Part) { return plainText(); })) {
    m_document.setDocumentMargin(0);
    m_document.setUndoRedoEnabled(false);
    m_document.setDefaultTextOption(wholeWords());
    m_document.setDefaultFont(font());
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void TextCard::setLines(int lines) {
    if (std::exchange(m_lines, lines) != lines) fitAnew();
}

void TextCard::setText(const QString& richText) {
    if (richText == m_text) return;
    m_text = richText;
    m_document.setHtml(richText);
    m_account->changed();
    if (std::exchange(m_forgets, false)) {
        fitAnew();
    } else {
        fit();
    }
    update();
}

/// Without the characters that only keep lines together.
QString TextCard::plainText() const {
    return m_document.toPlainText().remove(QChar(0x2060)).remove(QChar(0x202f)).simplified();
}

QSize TextCard::sizeHint() const {
    return {fontMetrics().averageCharWidth() * 30,
            std::max(fontMetrics().lineSpacing() * m_lines, m_needed)};
}

void TextCard::fit() {
    if (m_document.textWidth() != width()) m_document.setTextWidth(width());
    const double wide = m_document.size().width();
    if (wide > width() && width() > 0) shrink(width() / wide);
    if (m_steady) keepLines();
    const int needed = static_cast<int>(std::ceil(m_document.size().height()));
    if (needed > std::exchange(m_needed, std::max(m_needed, needed))) updateGeometry();
}

void TextCard::keepLines() {
    std::size_t place = 0;
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next(), ++place) {
        if (place == m_taken.size()) m_taken.push_back(0);
        const int lines = block.layout()->lineCount();
        const int missing = std::max(m_taken[place], lines) - lines;
        m_taken[place] += std::max(0, lines - m_taken[place]);
        const double margin = missing == 0 ? 0 : missing * block.layout()->lineAt(0).height();
        QTextBlockFormat format = block.blockFormat();
        if (format.bottomMargin() == margin) continue;
        format.setBottomMargin(margin);
        QTextCursor(block).setBlockFormat(format);
    }
}

/// What may not be broken fits in smaller letters.
void TextCard::shrink(double factor) {
    constexpr double smallest = 0.6;
    constexpr double spared = 0.98;  // small letters are relatively wide
    QFont letters = m_document.defaultFont();
    const double least = smallest * QFontInfo(font()).pointSizeF();
    letters.setPointSizeF(std::max(least, spared * factor * QFontInfo(letters).pointSizeF()));
    m_document.setDefaultFont(letters);
}

void TextCard::fitAnew() {
    m_needed = 0;
    m_taken.clear();
    m_document.setDefaultFont(font());
    updateGeometry();
    fit();
}

void TextCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette = palette();
    context.palette.setColor(QPalette::Text, palette().color(QPalette::WindowText));
    m_document.documentLayout()->draw(&painter, context);
}

void TextCard::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const int before = std::exchange(m_width, width());
    if (width() > before) {
        fitAnew();
    } else if (width() < before) {
        fit();
    }
}

void TextCard::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) fitAnew();
}

}  // namespace window
