// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>
#include <cstddef>

#include "plot/paint/theme.h"
#include "session/session.h"

class QHBoxLayout;
class QMenu;
class QToolButton;

namespace model {
class Experiment;
}

namespace window {

/// The runners of an experiment, a chip each: its mark, its method, α, and how it stands. A click
/// chooses one, Delete removes it, + adds a copy of the chosen one. With one runner nothing is
/// shown.
class RunnerRow : public QWidget {
    Q_OBJECT

public:
    explicit RunnerRow(QWidget* parent = nullptr);

    /// Shows this experiment from now on. Once.
    void follow(model::Experiment& experiment);
    void setTheme(const plot::Theme& theme);
    /// Fills a menu with the copies of the chosen runner that can be added.
    void fillAdding(QMenu& menu);
    /// Without the chosen one, where there are others.
    void removeChosen();

Q_SIGNALS:
    /// Why nothing was added, in a sentence.
    void refused(const QString& why);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QToolButton* newChip();
    void update();
    void updateChip(std::size_t place);
    QString standing(std::size_t place) const;
    void fillChipMenu(QMenu& menu, std::size_t place);
    void choose(std::size_t place);
    void remove(std::size_t place);
    void add(const session::Runner& runner);

    model::Experiment* m_experiment = nullptr;
    plot::Theme m_theme = plot::Theme::light();
    QHBoxLayout* m_row;
    QList<QToolButton*> m_chips;
    QToolButton* m_plus;
};

}  // namespace window
