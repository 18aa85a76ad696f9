// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/text/hint.h"

#include <QPainter>
#include <QTextLayout>
#include <algorithm>

#include "plot/paint/tip.h"

namespace window {

namespace {

constexpr int mostLines = 4;

/// The text in lines of this width; the last has all that is left.
QStringList linesOf(const QString& text, const QFont& font, int width) {
    const QString whole = plot::unbroken(text);
    QTextLayout layout(whole, font);
    QStringList lines;
    layout.beginLayout();
    while (lines.size() < mostLines) {
        QTextLine line = layout.createLine();
        if (!line.isValid()) break;
        line.setLineWidth(width);
        const bool last = lines.size() + 1 == mostLines;
        lines += whole.mid(line.textStart(), last ? -1 : line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

/// The same in lines that are about as long as each other, lest a word is left alone in the last.
QStringList balanced(const QString& text, const QFont& font, int width) {
    QStringList lines = linesOf(text, font, width);
    const QFontMetrics metrics(font);
    if (lines.size() < 2 || metrics.horizontalAdvance(lines.last()) > width) return lines;
    int tooNarrow = metrics.horizontalAdvance(lines.last());
    int wide = width;
    while (wide - tooNarrow > 1) {
        const int middle = (tooNarrow + wide) / 2;
        const QStringList other = linesOf(text, font, middle);
        const bool fits =
            other.size() == lines.size() && metrics.horizontalAdvance(other.last()) <= middle;
        (fits ? wide : tooNarrow) = middle;
    }
    return linesOf(text, font, wide);
}

}  // namespace

Hint::Hint(QWidget* parent) : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setForegroundRole(QPalette::PlaceholderText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void Hint::setHint(const QString& text) {
    setText(text);
    setToolTip(text.isEmpty() ? QString() : plot::wrapped(text));
}

QSize Hint::sizeHint() const {
    return {fontMetrics().horizontalAdvance(text()), fontMetrics().lineSpacing()};
}

QSize Hint::minimumSizeHint() const {
    return {0, fontMetrics().lineSpacing()};
}

int Hint::heightForWidth(int width) const {
    const auto lines = static_cast<int>(linesOf(text(), font(), width).size());
    return std::max(1, lines) * fontMetrics().lineSpacing();
}

void Hint::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const QRect room = contentsRect();
    QStringList lines = balanced(text(), font(), room.width());
    if (lines.isEmpty()) return;
    lines.last() = fontMetrics().elidedText(lines.last(), Qt::ElideRight, room.width());
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeading, lines.join(QLatin1Char('\n')));
}

}  // namespace window
