// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "plot/look/theme.h"
#include "session/race.h"

class QLabel;

namespace model {
class Experiment;
}

namespace window {

class RaceTable;

/// The race of an experiment: its table, and below it what its signs mean.
class RacePage : public QWidget {
    Q_OBJECT

public:
    explicit RacePage(QWidget* parent = nullptr);

    RaceTable& table() const { return *m_table; }
    /// Shows this experiment from now on. Once.
    void follow(model::Experiment& experiment);
    void setTheme(const plot::Theme& theme);
    /// Hides what became of the runners, which would give an answer away.
    void setVeiled(bool veiled);
    /// All runners, as they are sorted.
    std::vector<session::Racer> racers();

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void showRace();
    void arrange();

    model::Experiment* m_experiment = nullptr;
    bool m_veiled = false;
    RaceTable* m_table;
    QLabel* m_note;
};

}  // namespace window
