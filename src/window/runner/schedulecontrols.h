// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QToolButton>
#include <QWidget>

#include "descent/settings.h"
#include "session/wording/wording.h"

namespace window {

class AlphaSketch;
class Knobs;
class NumberField;
class Parameter;
class ScheduleChooser;

/// How the learning rate changes over a run, with the keys that only this schedule has and a sketch
/// of it, and the noise on the gradient with its seed.
class ScheduleControls : public QWidget {
    Q_OBJECT

public:
    explicit ScheduleControls(QWidget* parent = nullptr);

    void setSettings(const descent::Settings& settings);
    /// Where the ball is, in steps from the start.
    void setPosition(double position);
    /// Significant digits from now on.
    void setDigits(int digits);
    /// Of the widest name; rows whose names are equally wide lie in columns.
    int labelWidth() const;
    void setLabelWidth(int width);
    /// Between its rows, in pixels.
    void setSpacing(int spacing);

Q_SIGNALS:
    void scheduleChosen(const descent::Schedule& schedule);
    void noiseChosen(const descent::Noise& noise);

private:
    void setUpNoise();
    void setUpSeed();
    QLayout* scheduleRow();
    QLayout* sketchRow();
    QLayout* seedRow();
    void chooseSeed(double seed);

    QLabel* m_scheduleLabel;
    ScheduleChooser* m_schedule;
    Knobs* m_keys;
    QLabel* m_sketchLabel;
    AlphaSketch* m_sketch;
    Parameter* m_noise;
    QWidget* m_seedRow;
    QLabel* m_seedLabel;
    NumberField* m_seed;
    QToolButton* m_newSeed;
    descent::Settings m_settings;
};

}  // namespace window
