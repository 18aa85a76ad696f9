// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <functional>
#include <memory>

#include "window/text/faultnote.h"
#include "window/widgets/numberfield.h"

namespace Ui {
class Parameter;
}

namespace window {

class Slider;

/// How a slider's place in [0, 1] and a value belong together.
struct Scale {
    std::function<double(double place)> value;
    std::function<double(double value)> place;
    /// The next round value up (direction 1) or down (-1).
    std::function<double(double value, int direction)> next;

    static Scale linear(double low, double high);
    /// 0 < low < high; values are rounded to `digits` significant digits.
    static Scale logarithmic(double low, double high, int digits);
};

/// A labelled value with a slider and a number field that agree, and a note on what is wrong with
/// the text.
class Parameter : public QWidget {
    Q_OBJECT

public:
    /// The note on what is wrong is as wide as `noted`, which holds this; without it as this.
    explicit Parameter(QWidget* parent = nullptr, QWidget* noted = nullptr);
    ~Parameter() override;

    /// `name` is rich text for the label, `spoken` is what a screen reader says.
    /// With an & before the letter that leads to the field.
    void setUp(const QString& name, const QString& spoken, const QString& toolTip,
               NumberField::Reader reader);
    /// What a screen reader tells about the present value.
    void setDescription(const QString& description);
    void setWording(NumberField::Wording wording);
    void setScale(Scale scale);
    /// Of the values that the slider reaches.
    insight::Range range() const { return {m_scale.value(0), m_scale.value(1)}; }
    void setValue(double value);
    /// Takes a widget in, right under the slider, which gets a line of its own for it; Tab leads
    /// there from the slider.
    void addUnderSlider(QWidget* widget);
    /// Rows whose labels are equally wide lie in columns.
    int labelWidth() const;
    void setLabelWidth(int width);
    Slider& slider() const;
    NumberField& field() const;

    /// The column, in pixels of this widget, under the middle of the handle when the slider is at
    /// `value`; values beyond the scale lie beyond the slider's ends.
    double column(double value) const;
    /// The value whose column it is, or else the nearest on the scale.
    double valueAt(double column) const;

Q_SIGNALS:
    /// A person chose another value, with the slider or by typing.
    void valueChosen(double value);
    /// A person took the slider's handle (true) or let it go (false).
    void dragChanged(bool dragging);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void choose(double value);
    void showFault(const QString& fault);
    void moveSlider();
    double handleCentre(int step) const;
    void nudge(int direction);

    std::unique_ptr<Ui::Parameter> m_ui;
    FaultNote* m_fault;
    Scale m_scale;
    QString m_description;
    double m_value = 0;
};

}  // namespace window
