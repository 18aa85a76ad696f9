// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFormLayout>
#include <QFrame>

#include "session/constants.h"
#include "window/widgets/numberfield.h"

namespace window {

/// What the slider of a constant covers, to be set, and whether the constant shall be the variable.
/// A small window that closes with a click elsewhere, with Enter or with Escape.
class SliderPopup : public QFrame {
    Q_OBJECT

public:
    SliderPopup(const session::Constant& constant, const session::Slider& covers, QWidget* parent);

    /// Shows it under a widget, with the first number ready to be typed.
    void dropDownFrom(const QWidget& widget);

Q_SIGNALS:
    /// The constant with another range or step of its slider.
    void chosen(const session::Constant& constant);
    void variableWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    NumberField* addField(QFormLayout& form, const QString& label, const char* name, double value,
                          NumberField::Reader reader);
    void choose();

    session::Constant m_constant;
    insight::Range m_range;
    double m_step;
    NumberField* m_low;
    NumberField* m_high;
    QLabel* m_fault;
};

}  // namespace window
