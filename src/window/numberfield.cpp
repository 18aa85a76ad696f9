// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/numberfield.h"

#include <QFocusEvent>
#include <QKeyEvent>

#include "session/wording.h"

namespace window {

NumberField::NumberField(QWidget* parent) : QLineEdit(parent) {
    setAlignment(Qt::AlignRight);
    setMaxLength(100);
    connect(this, &QLineEdit::textEdited, this, &NumberField::read);
    connect(this, &QLineEdit::returnPressed, this, [this] {
        if (m_fault.isEmpty()) showValue();
        selectAll();
    });
}

void NumberField::setValue(double value) {
    const auto typed = m_reader(text());
    m_value = value;
    setToolTip(session::exactNumber(value));
    if (hasFocus() && typed && *typed == value) return;
    showValue();
    setFault({});
}

void NumberField::read(const QString& text) {
    const auto typed = m_reader(text);
    setFault(typed ? QString() : typed.error());
    if (!typed || *typed == m_value) return;
    m_value = *typed;
    setToolTip(session::exactNumber(m_value));
    Q_EMIT valueTyped(m_value);
}

void NumberField::showValue() {
    setText(hasFocus() ? session::typedNumber(m_value) : session::number(m_value));
    setCursorPosition(hasFocus() ? static_cast<int>(text().size()) : 0);
}

void NumberField::setFault(const QString& fault) {
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
            showValue();
            setFault({});
            break;
        default:
            QLineEdit::keyPressEvent(event);
    }
}

void NumberField::focusInEvent(QFocusEvent* event) {
    QLineEdit::focusInEvent(event);
    if (m_fault.isEmpty()) showValue();
    if (event->reason() != Qt::MouseFocusReason) selectAll();
}

/// Whatever does not read makes way for the last good value.
void NumberField::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason) {
        return;
    }
    showValue();
    setFault({});
}

}  // namespace window
