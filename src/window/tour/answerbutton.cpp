// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/tour/answerbutton.h"

#include <QKeyEvent>
#include <QStyleOptionButton>
#include <QStylePainter>
#include <algorithm>

#include "window/widgets/icons.h"

namespace window {

namespace {

constexpr int wrapped = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap;
constexpr int farDown = 1 << 20;

}  // namespace

AnswerButton::AnswerButton(QWidget* parent) : QPushButton(parent) {
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    // With the mouse it takes no focus, so that the space bar goes on playing and pausing.
    setFocusPolicy(Qt::TabFocus);
}

void AnswerButton::setAnswer(const QString& text) {
    setText(text);
    setMarks(false, false);
    updateGeometry();
}

void AnswerButton::setMarks(bool chosen, bool right) {
    m_chosen = chosen;
    m_right = right;
    QString name = text();
    if (chosen) name = tr("%1 (your answer)").arg(name);
    if (right) name = tr("%1 (right)").arg(name);
    setAccessibleName(name);
    update();
}

int AnswerButton::margin() const {
    return fontMetrics().height() / 3;
}

QRect AnswerButton::textRect(const QRect& button) const {
    const int mark = fontMetrics().height() + margin();
    return button.adjusted(margin() + mark, margin(), -margin() - mark, -margin());
}

int AnswerButton::heightForWidth(int width) const {
    const QRect room = textRect({0, 0, width, farDown});
    return fontMetrics().boundingRect(room, wrapped, text()).height() + 2 * margin();
}

QSize AnswerButton::sizeHint() const {
    const QRect one = textRect({0, 0, 0, 0});
    const int width = fontMetrics().horizontalAdvance(text()) + 1 - one.width();
    return {width, fontMetrics().height() + 2 * margin()};
}

QSize AnswerButton::minimumSizeHint() const {
    int longest = 0;
    for (const QString& word : text().split(QLatin1Char(' ')))
        longest = std::max(longest, fontMetrics().horizontalAdvance(word));
    const QRect one = textRect({0, 0, 0, 0});
    return {longest + 1 - one.width(), fontMetrics().height() + 2 * margin()};
}

void AnswerButton::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    painter.drawControl(QStyle::CE_PushButton, option);
    painter.setPen(palette().color(QPalette::ButtonText));
    painter.drawText(textRect(rect()), wrapped, text());
    painter.setRenderHint(QPainter::Antialiasing);
    drawChoice(painter);
    if (m_right) drawCheck(painter);
}

void AnswerButton::drawChoice(QPainter& painter) const {
    const QColor colour = palette().color(QPalette::ButtonText);
    const double radius = fontMetrics().height() * 0.3;
    const QPointF centre(margin() + fontMetrics().height() / 2.0, rect().center().y() + 0.5);
    painter.setPen(QPen(colour, radius / 4));
    painter.drawEllipse(centre, radius, radius);
    if (!m_chosen) return;
    painter.setBrush(colour);
    painter.drawEllipse(centre, radius / 2, radius / 2);
}

void AnswerButton::drawCheck(QPainter& painter) const {
    const double unit = fontMetrics().height() * 0.3;
    const QPointF left(textRect(rect()).right() + margin(), rect().center().y());
    painter.setPen(
        QPen(rightColour(palette()), unit / 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF({left + QPointF(0.5, 0) * unit, left + QPointF(1.2, 0.8) * unit,
                                    left + QPointF(2.4, -0.9) * unit}));
}

void AnswerButton::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
    } else {
        QPushButton::keyPressEvent(event);
    }
}

void AnswerButton::changeEvent(QEvent* event) {
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::FontChange) updateGeometry();
}

}  // namespace window
