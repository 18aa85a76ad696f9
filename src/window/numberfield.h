// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <functional>

#include "session/limits.h"

namespace window {

/// A line for one number. Reads while a person types: each valid text is a value at once, an
/// invalid one is a fault and leaves the last value. Shows 6 digits at rest and all of them while
/// it has the focus.
class NumberField : public QLineEdit {
    Q_OBJECT

public:
    using Reader = std::function<session::Typed<double>(const QString&)>;

    explicit NumberField(QWidget* parent = nullptr);

    void setReader(Reader reader) { m_reader = std::move(reader); }
    /// Shows the value unless the person is typing one that reads the same.
    void setValue(double value);
    double value() const { return m_value; }

Q_SIGNALS:
    /// A person typed another value.
    void valueTyped(double value);
    /// What is wrong with the text; empty when it is right again.
    void faultChanged(const QString& fault);
    /// Up or Down was pressed: +1 or -1.
    void stepped(int direction);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void read(const QString& text);
    void showValue();
    void setFault(const QString& fault);

    Reader m_reader = session::numberFrom;
    double m_value = 0;
    QString m_fault;
};

}  // namespace window
