// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/race/racepage.h"

#include <QLabel>

#include "model/experiment.h"
#include "session/runners.h"
#include "window/look/look.h"
#include "window/race/racetable.h"
#include "window/race/rivals.h"

namespace window {

RacePage::RacePage(QWidget* parent)
    : QWidget(parent), m_table(new RaceTable(this)), m_note(new QLabel(this)) {
    setObjectName(QStringLiteral("racePage"));
    m_note->setObjectName(QStringLiteral("raceNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setMargin(2);
    m_note->hide();
    look::setLetters(*m_note, look::Letters::Note);
}

QSize RacePage::minimumSizeHint() const {
    return m_table->minimumSizeHint();
}

void RacePage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

/// The note takes its room from the table.
void RacePage::arrange() {
    const int below = m_note->isHidden() ? 0 : m_note->heightForWidth(width());
    m_note->setGeometry(0, height() - below, width(), below);
    m_table->setGeometry(0, 0, width(), height() - below);
}

void RacePage::follow(model::Experiment& experiment) {
    m_experiment = &experiment;
    for (const auto signal : {&model::Experiment::settingsChanged, &model::Experiment::runChanged,
                              &model::Experiment::verdictChanged})
        connect(m_experiment, signal, this, &RacePage::refresh);
    connect(m_table, &RaceTable::runnerPicked, m_experiment, [this](std::size_t runner) {
        m_experiment->change(session::choosing(m_experiment->session(), runner));
    });
}

void RacePage::setTheme(const plot::Theme& theme) {
    m_table->setTheme(theme);
    if (m_experiment) refresh();
}

void RacePage::setVeiled(bool veiled) {
    m_veiled = veiled;
    if (m_experiment) refresh();
}

void RacePage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

/// A table that nobody sees costs nothing.
void RacePage::refresh() {
    if (isVisible()) showRace();
}

std::vector<session::Racer> RacePage::racers() {
    showRace();
    return m_table->race().racers();
}

void RacePage::showRace() {
    m_table->setRace(m_experiment->session(), racersOf(*m_experiment), m_veiled);
    QStringList notes;
    if (m_table->race().anyComputed())
        notes += tr("Not all runs are over: places may still change.");
    if (m_table->race().anyLeaves()) notes += tr("* It left the tolerance again, or would.");
    m_note->setText(notes.join(QLatin1Char('\n')));
    m_note->setVisible(!notes.isEmpty());
    arrange();
}

}  // namespace window
