// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/framing.h"

#include <algorithm>
#include <utility>

#include "insight/fitting.h"
#include "model/experiment.h"

namespace model {

Framing::Framing(const Experiment& experiment, QObject* parent)
    : QObject(parent),
      m_experiment(experiment),
      m_examples(session::examples()),
      m_function(experiment.session().function) {
    connect(&m_experiment, &Experiment::functionChanged, this, [this] {
        m_awaitsRun = false;
        m_before = std::exchange(m_function, m_experiment.session().function);
    });
    connect(&m_experiment, &Experiment::functionTyped, this, &Framing::begin);
    connect(&m_experiment, &Experiment::verdictChanged, this, &Framing::frame);
}

insight::Range Framing::fitting() const {
    const session::Session& session = m_experiment.session();
    const auto known = std::ranges::find_if(m_examples, [&](const session::Example& example) {
        return example.session.function == session.function && holdsRun(example.session.range);
    });
    if (known != m_examples.end()) return known->session.range;
    return insight::fittingRange(
        descent::Objective(m_experiment.analysis(), session.settings.direction), session.settings,
        m_experiment.trajectory(), session.initialGuess);
}

void Framing::settle() {
    m_chosen.reset();
    m_awaitsRun = false;
}

void Framing::begin() {
    if (!m_chosen) {
        m_chosen = m_experiment.session().range;
        m_chosenFor = m_before;
    }
    m_typed = m_experiment.session();
    m_awaitsRun = true;
}

void Framing::frame() {
    if (!m_experiment.verdict()) return;
    const session::Session& session = m_experiment.session();
    // Otherwise it is another run by now: the view stays while values change.
    const bool typed = std::exchange(m_awaitsRun, false) && session.settings == m_typed.settings &&
                       session.initialGuess == m_typed.initialGuess;
    if (typed) {
        const bool back = m_function == m_chosenFor || suitsRun(*m_chosen);
        Q_EMIT framed(back ? *m_chosen : fitting());
    } else if (m_chosen && m_function != m_chosenFor &&
               !session.range.contains(session.initialGuess)) {
        Q_EMIT framed(fitting());
    }
}

bool Framing::suitsRun(insight::Range range) const {
    constexpr double widest = 2.5;  // times as wide as what fits
    constexpr double narrowest = 0.25;
    const double wanted = fitting().width();
    return holdsRun(range) && range.width() <= widest * wanted &&
           range.width() >= narrowest * wanted;
}

bool Framing::holdsRun(insight::Range range) const {
    const session::Session& session = m_experiment.session();
    const insight::Range extent = insight::extentOfRun(
        descent::Objective(m_experiment.analysis(), session.settings.direction), session.settings,
        m_experiment.trajectory(), session.initialGuess);
    return range.contains(extent.low) && range.contains(extent.high);
}

}  // namespace model
