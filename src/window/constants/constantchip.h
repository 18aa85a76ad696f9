// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>
#include <QWidget>

#include "session/constants.h"
#include "window/text/faultnote.h"
#include "window/widgets/numberfield.h"
#include "window/widgets/slider.h"

namespace window {

class SliderPopup;

/// A constant of the function: its name, which opens what its slider covers, the slider, and its
/// value as a number.
class ConstantChip : public QWidget {
    Q_OBJECT

public:
    /// `row` holds the chip; what is wrong with its number is told over it.
    explicit ConstantChip(QWidget* row);

    /// With the variables that there are beside it.
    void setConstant(const session::Constant& constant, const QStringList& variables);
    const session::Constant& constant() const { return m_constant; }
    void setDigits(int digits);
    /// The slider covers what it would of a constant that comes anew.
    void forgetRange();
    /// The name, the slider and the number, in the order of Tab.
    QList<QWidget*> stops() const { return {m_name, m_slider, m_field}; }

Q_SIGNALS:
    /// A person chose a value, or what the slider covers.
    void valueChosen(double value);
    void sliderChosen(const session::Constant& constant);
    /// The constant shall be one more variable, or the only one.
    void variableWanted();
    void onlyVariableWanted();

private:
    void nameParts();
    void openPopup();
    void adoptSlider(const session::Slider& slider);
    void moveSlider();
    double valueAt(int place) const;
    void choose(double value);

    session::Constant m_constant;
    QStringList m_variables;
    session::Slider m_covers{{-5, 5}, 0.1};
    bool m_isNew = true;
    QToolButton* m_name;
    Slider* m_slider;
    NumberField* m_field;
    FaultNote* m_fault;
};

}  // namespace window
