// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/goon.h"

#include <algorithm>

#include "plot/paint/tip.h"
#include "session/wording.h"

namespace window {

GoOn::GoOn(QWidget* parent) : QToolButton(parent) {
    setText(tr("G&o on"));
    setFocusPolicy(Qt::TabFocus);
    hide();
    connect(this, &QToolButton::clicked, this, [this] { Q_EMIT maxIterationsChosen(m_next); });
}

namespace {

/// Whether more steps would tell nothing more of a run: it goes on for ever, or past any limit.
bool goesOnForEver(const insight::Verdict& verdict) {
    return verdict.finding == insight::Finding::Cycle ||
           verdict.finding == insight::Finding::Wandering ||
           verdict.finding == insight::Finding::Marching || verdict.endless ||
           static_cast<double>(verdict.steps) + verdict.remaining >
               static_cast<double>(descent::mostIterations);
}

}  // namespace

void GoOn::setVerdict(const insight::Verdict& verdict, std::int64_t maxIterations) {
    const bool cutShort =
        verdict.outcome == descent::Outcome::MaxIterations && !goesOnForEver(verdict);
    m_next = std::min(2 * maxIterations, descent::mostIterations);
    const QString next = session::count(m_next);
    setAccessibleName(tr("Go on to %1 steps").arg(next));
    setToolTip(plot::wrapped(
        tr("The limit of iterations ended this run. Let it go on to %1 steps.").arg(next)));
    setVisible(cutShort && m_next > maxIterations);
}

}  // namespace window
