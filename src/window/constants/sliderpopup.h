// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFormLayout>
#include <QFrame>

#include "session/constants.h"
#include "window/widgets/numberfield.h"

class QPushButton;

namespace window {

/// What the slider of a constant covers, to be set, and whether the constant shall be a variable.
/// A small window that closes with a click elsewhere, with Enter or with Escape.
class SliderPopup : public QFrame {
    Q_OBJECT

public:
    /// `variables` are those of the function.
    SliderPopup(const session::Constant& constant, const session::Slider& covers,
                const QStringList& variables, QWidget* parent);

    /// Shows it under a widget, with the first number ready to be typed.
    void dropDownFrom(const QWidget& widget);

Q_SIGNALS:
    /// The constant with another range or step of its slider.
    void chosen(const session::Constant& constant);
    /// The constant shall be one more variable, or the only one.
    void variableWanted();
    void onlyVariableWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    NumberField* addField(QFormLayout& form, const QString& label, const char* name, double value,
                          NumberField::Reader reader);
    void addRoles(const QStringList& variables);
    QPushButton* addButton(const QString& text, const QString& tip, const char* name);
    void choose();

    session::Constant m_constant;
    insight::Range m_range;
    double m_step;
    NumberField* m_low;
    NumberField* m_high;
    QLabel* m_fault;
};

}  // namespace window
