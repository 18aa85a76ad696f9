// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTimer>
#include <functional>

#include "session/limits.h"
#include "session/wording/wording.h"

namespace window {

/// Reads a text with that function of session/limits.h, in the marks of the person's locale, too.
template <auto from>
auto own(const QString& text) {
    return from(text, QLocale());
}

/// A line for one number. Reads while a person types: each valid text is a value at once. What does
/// not read is called a fault after a moment, so that nobody is interrupted at "0." on the way to
/// 0.05; when the person is done (Enter, Esc, leaving the field) the value from before the typing
/// comes back. An Enter that the field has no more use for is left to its parents.
class NumberField : public QLineEdit {
    Q_OBJECT

public:
    using Reader = std::function<session::Typed<double>(const QString&)>;
    using Wording = std::function<QString(double)>;

    explicit NumberField(QWidget* parent = nullptr);

    /// What its tool tip says besides the exact value.
    void setExplanation(const QString& words);
    void setReader(Reader reader) { m_reader = std::move(reader); }
    /// How the value is shown at rest; with the focus all of its digits are shown.
    void setWording(Wording wording);
    /// The value as it is shown at rest.
    QString worded() const { return m_wording(m_value); }
    /// Shows the value unless the person is typing one that reads the same.
    void setValue(double value);
    /// The next text takes the place of all that is there, whose beginning is what is in sight.
    void selectWhole();
    /// Where room is short, it needs no more than this number takes.
    void setLeast(const QString& number);
    /// Room for a usual number, in any font.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A person typed another value.
    void valueTyped(double value);
    /// What is wrong with the text; empty when it is right again.
    void faultChanged(const QString& fault);
    /// Up or Down was pressed, or the wheel turned while the field has the focus: +1 or -1.
    void stepped(int direction);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void read(const QString& text);
    void accept();
    void takeBack();
    bool reads(double value) const;
    void showValue();
    void showTip();
    void setFault(const QString& fault);

    Reader m_reader = own<session::numberFrom>;
    Wording m_wording = [](double value) { return session::number(value); };
    double m_value = 0;
    double m_before = 0;  ///< what was set when the person began to type
    QString m_least;      ///< empty where it is a usual number
    QString m_fault;
    QString m_explanation;
    QTimer m_patience;
    int m_turned = 0;  ///< of the wheel, since its last click, in eighths of a degree
};

}  // namespace window
