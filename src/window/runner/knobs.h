// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>
#include <QGridLayout>
#include <QWidget>
#include <string>
#include <vector>

#include "descent/knob.h"
#include "window/text/faultnote.h"
#include "window/widgets/numberfield.h"
#include "window/widgets/slider.h"

namespace window {

/// What a method or a schedule can be tuned by, two in a row; nothing for one that has no knobs.
/// One that has a row of its own gets a slider, where its usual value is a large part.
class Knobs : public QWidget {
    Q_OBJECT

public:
    explicit Knobs(QWidget* parent = nullptr);

    void setSettings(const std::vector<descent::Setting>& settings);
    /// Tab leads from there to the knobs, and on to where it led before.
    void setTabAfter(QWidget* widget) { m_tabAfter = widget; }
    /// Lines the first column of names up with other rows.
    void setLabelWidth(int width);
    /// Between its rows, in pixels.
    void setSpacing(int spacing) { m_grid->setVerticalSpacing(spacing); }
    /// Out of sight, while something else needs the room.
    void setShort(bool isShort);
    /// Significant digits from now on.
    void setDigits(int digits);

Q_SIGNALS:
    /// A person turned this knob; a switch is 0 or 1.
    void turned(const std::string& knob, double value);

private:
    /// A number, perhaps with a slider, or a switch; the others are null.
    struct Knob {
        std::string name;
        NumberField* field = nullptr;
        Slider* slider = nullptr;
        QCheckBox* box = nullptr;
    };

    void rebuild();
    void addNumber(const descent::Setting& setting, int place);
    void addSwitch(const descent::Setting& setting, int place);
    Slider* addSlider(const descent::Setting& setting, NumberField& field);
    void showValues();
    void nudge(const std::string& knob, int direction);

    QGridLayout* m_grid;
    std::vector<descent::Setting> m_settings;
    std::vector<Knob> m_knobs;
    QWidget* m_tabAfter = nullptr;
    bool m_short = false;
    int m_digits = session::usualDigits;
};

}  // namespace window
