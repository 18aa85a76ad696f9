// SPDX-License-Identifier: GPL-3.0-or-later
//
// What noise on the slope did.
#include "session/wording/narrator.h"

namespace session {

void Narrator::tell(const insight::Rattle& rattle) {
    const auto [low, high] = apart(rattle.extent.low, rattle.extent.high);
    const int tail = howMany(rattle.tail);
    if (rattle.point) {
        say(either(tr("Rattles about the minimum at x = %1: its last %n steps went between x = %2 "
                      "and x = %3.",
                      nullptr, tail),
                   tr("Rattles about the maximum at x = %1: its last %n steps went between x = %2 "
                      "and x = %3.",
                      nullptr, tail))
                .arg(position(rattle.point->x), low, high));
    } else {
        say(tr("Rattles on: its last %n steps went between x = %1 and x = %2.", nullptr, tail)
                .arg(low, high));
    }
    say(tr("The noise on f′, σ = %1, keeps it going, and more steps bring it no closer: x spreads "
           "by %2 (standard deviation).")
            .arg(number(m_settings.noise.sigma), roughly(rattle.spread)));
    if (rattle.calmer)
        say(tr("A smaller α, or one that shrinks, narrows that: with %1 it spreads by %2.")
                .arg(number(rattle.calmer->alpha), roughly(rattle.calmer->spread)));
}

void Narrator::tell(const insight::Noisy& noisy) {
    say(tr("In its last %n steps |f′| was below the noise, %1, so that chance led them.", nullptr,
           howMany(noisy.steps))
            .arg(number(m_settings.noise.sigma)));
}

}  // namespace session
