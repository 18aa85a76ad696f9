// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/widgets/numberfield.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QWheelEvent>

#include "plot/paint/tip.h"
#include "window/look/look.h"

namespace window {

NumberField::NumberField(QWidget* parent) : QLineEdit(parent) {
    constexpr int patience = 600;  // milliseconds
    setAlignment(Qt::AlignRight);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setMaxLength(100);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        const auto typed = m_reader(text());
        if (!typed) setFault(typed.error());
    });
    connect(this, &QLineEdit::textEdited, this, &NumberField::read);
    connect(this, &QLineEdit::returnPressed, this, &NumberField::accept);
}

QSize NumberField::sizeHint() const {
    const int number = fontMetrics().horizontalAdvance(QStringLiteral("−0.000000"));
    return {number + 2 * look::gap, fontMetrics().height() + 2 * look::near + 2};
}

QSize NumberField::minimumSizeHint() const {
    if (m_least.isEmpty()) return sizeHint();
    return {fontMetrics().horizontalAdvance(m_least) + 2 * look::gap, sizeHint().height()};
}

void NumberField::setLeast(const QString& number) {
    m_least = number;
    updateGeometry();
}

void NumberField::setWording(Wording wording) {
    m_wording = std::move(wording);
    if (!hasFocus()) showValue();
}

void NumberField::setExplanation(const QString& words) {
    m_explanation = words;
    showTip();
}

void NumberField::showTip() {
    const QString exact = session::exactNumber(m_value);
    setToolTip(m_explanation.isEmpty() ? exact
                                       : plot::wrapped(exact + QLatin1Char('\n') + m_explanation));
}

void NumberField::setValue(double value) {
    if (value != m_value) m_before = value;
    m_value = value;
    showTip();
    if (hasFocus() && reads(value)) return;
    showValue();
    setFault({});
}

bool NumberField::reads(double value) const {
    const auto typed = m_reader(text());
    return typed && *typed == value;
}

void NumberField::read(const QString& text) {
    const auto typed = m_reader(text);
    if (!typed) {
        m_patience.start();
        return;
    }
    setFault({});
    if (*typed == m_value) return;
    m_value = *typed;
    showTip();
    Q_EMIT valueTyped(m_value);
}

/// A text that does not read stays, for the person to mend.
void NumberField::accept() {
    const auto typed = m_reader(text());
    if (!typed) {
        takeBack();
        setFault(typed.error());
        return;
    }
    m_before = m_value;
    showValue();
}

void NumberField::takeBack() {
    if (m_value == m_before) return;
    m_value = m_before;
    showTip();
    const QString typed = text();
    Q_EMIT valueTyped(m_value);
    setText(typed);
}

void NumberField::showValue() {
    const QString shown = hasFocus() ? session::typedNumber(m_value) : m_wording(m_value);
    // Setting it forgets what was typed before, and paints it again.
    if (shown != text() || isUndoAvailable()) setText(shown);
    setCursorPosition(0);
}

void NumberField::setFault(const QString& fault) {
    m_patience.stop();
    if (fault == m_fault) return;
    m_fault = fault;
    Q_EMIT faultChanged(fault);
}

void NumberField::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Up:
            Q_EMIT stepped(1);
            break;
        case Qt::Key_Down:
            Q_EMIT stepped(-1);
            break;
        case Qt::Key_Escape:
            // Where nothing was typed, it is for the window about the field.
            event->setAccepted(text() != session::typedNumber(m_value) || m_value != m_before);
            takeBack();
            showValue();
            selectWhole();
            setFault({});
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            QLineEdit::keyPressEvent(event);
            event->setAccepted(!m_fault.isEmpty());
            break;
        default:
            QLineEdit::keyPressEvent(event);
    }
}

void NumberField::wheelEvent(QWheelEvent* event) {
    if (!hasFocus()) {
        event->ignore();
        return;
    }
    constexpr int click = QWheelEvent::DefaultDeltasPerStep;
    m_turned += event->angleDelta().y();
    for (; m_turned >= click; m_turned -= click) Q_EMIT stepped(1);
    for (; m_turned <= -click; m_turned += click) Q_EMIT stepped(-1);
}

void NumberField::focusInEvent(QFocusEvent* event) {
    QLineEdit::focusInEvent(event);
    m_before = m_value;
    m_turned = 0;
    if (m_fault.isEmpty()) showValue();
    if (event->reason() == Qt::MouseFocusReason) return;
    selectWhole();
}

void NumberField::selectWhole() {
    const auto size = static_cast<int>(text().size());
    setSelection(size, -size);
}

void NumberField::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason) {
        return;
    }
    if (!m_reader(text())) takeBack();
    showValue();
    setFault({});
}

}  // namespace window
