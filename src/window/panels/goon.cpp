// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/goon.h"

#include <algorithm>

#include "plot/paint/tip.h"
#include "session/wording/wording.h"

namespace window {

GoOn::GoOn(QWidget* parent) : QToolButton(parent) {
    setText(tr("G&o on"));
    setFocusPolicy(Qt::TabFocus);
    hide();
    connect(this, &QToolButton::clicked, this, [this] { Q_EMIT maxIterationsChosen(m_next); });
}

void GoOn::setVerdict(const insight::Verdict& verdict, std::int64_t maxIterations) {
    m_next = std::min(2 * maxIterations, descent::mostIterations);
    const int next = session::howMany(m_next);
    setAccessibleName(tr("Go on to %n steps", nullptr, next));
    setToolTip(plot::wrapped(
        tr("The limit of iterations ended this run. Let it go on to %n steps.", nullptr, next)));
    setVisible(insight::isCutShort(verdict) && m_next > maxIterations);
}

}  // namespace window
