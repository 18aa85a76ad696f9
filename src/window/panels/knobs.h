// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>
#include <QGridLayout>
#include <QWidget>
#include <vector>

#include "descent/method.h"
#include "window/widgets/faultnote.h"
#include "window/widgets/numberfield.h"

namespace window {

/// What a method can be tuned by, two in a row; nothing for a method that has no knobs.
class Knobs : public QWidget {
    Q_OBJECT

public:
    explicit Knobs(QWidget* parent = nullptr);

    void setMethod(const descent::Method& method);
    /// Tab leads from there to the knobs, and on to where it led before.
    void setTabAfter(QWidget* widget) { m_tabAfter = widget; }
    /// Lines the first column of names up with other rows.
    void setLabelWidth(int width);
    /// Out of sight, while something else needs the room.
    void setShort(bool isShort);
    /// Significant digits from now on.
    void setDigits(int digits);

Q_SIGNALS:
    /// The same method with another value of a knob.
    void methodChosen(const descent::Method& method);

private:
    /// A number or a switch; the other is null.
    struct Knob {
        std::string name;
        NumberField* field = nullptr;
        QCheckBox* box = nullptr;
    };

    void rebuild();
    void addNumber(const descent::Setting& setting, int place);
    void addSwitch(const descent::Setting& setting, int place);
    void showValues();

    QGridLayout* m_grid;
    descent::Method m_method;
    std::vector<Knob> m_knobs;
    QWidget* m_tabAfter = nullptr;
    bool m_short = false;
    int m_digits = session::usualDigits;
};

}  // namespace window
