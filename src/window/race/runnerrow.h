// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QButtonGroup>
#include <QList>
#include <QToolButton>
#include <QWidget>
#include <cstddef>
#include <vector>

#include "session/session.h"
#include "window/race/runnerchip.h"

class QMenu;

namespace model {
class Experiment;
}

namespace window {

/// The runners of an experiment, a chip each: a click chooses one, its cross removes it, + adds a
/// copy of the chosen one. With one runner nothing is shown.
class RunnerRow : public QWidget {
    Q_OBJECT

public:
    explicit RunnerRow(QWidget* parent = nullptr);

    /// Shows this experiment from now on. Once.
    void follow(model::Experiment& experiment);
    void setTheme(const plot::Theme& theme);
    /// Hides how they stand, which would give an answer away.
    void setVeiled(bool veiled);
    /// Fills a menu with the copies of the chosen runner that can be added.
    void fillAdding(QMenu& menu);
    void addCopy();
    /// Without the chosen one, where there are others.
    void removeChosen();
    /// The first one after the last.
    void chooseNext();

Q_SIGNALS:
    /// Why nothing was added, in a sentence.
    void refused(const QString& why);
    /// A copy was added that is to have another α.
    void alphaWanted();
    /// The same, with another value of this knob.
    void knobWanted(const std::string& knob);
    /// Nothing is shown any more of what had the focus.
    void focusGone();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void addChip();
    void refresh();
    bool updateChip(const std::vector<session::Runner>& runners, std::size_t place);
    void arrange();
    bool fits(RunnerChip::Detail detail, int rows) const;
    void lay(RunnerChip::Detail detail);
    void laySqueezed();
    void fillChipMenu(QMenu& menu, std::size_t place);
    void offerCopies(QMenu& menu, const session::Runner& own);
    void choose(std::size_t place);
    void remove(std::size_t place);
    void gather(std::size_t place);
    bool add(const session::Runner& runner);

    model::Experiment* m_experiment = nullptr;
    plot::Theme m_theme = plot::Theme::light();
    bool m_veiled = false;
    bool m_isOneMethod = false;  ///< all of them step alike
    QButtonGroup m_group;
    QList<RunnerChip*> m_chips;
    QToolButton* m_plus;
};

}  // namespace window
