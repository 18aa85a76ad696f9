// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/basintable.h"

#include "output/tables.h"
#include "session/wording/wording.h"

namespace output {

namespace {

descent::Outcome outcomeOf(insight::Fate fate) {
    switch (fate) {
        case insight::Fate::Settles:
            return descent::Outcome::Converged;
        case insight::Fate::Stalls:
            return descent::Outcome::Stalled;
        case insight::Fate::Diverges:
            return descent::Outcome::Diverged;
        case insight::Fate::Leaves:
            return descent::Outcome::LeftDomain;
        default:
            return descent::Outcome::MaxIterations;
    }
}

}  // namespace

QByteArray basinTable(const insight::PlaneBasinMap& map) {
    const insight::Lattice& lattice = map.lattice;
    QByteArray text = "x,y,outcome,steps,end_x,end_y\n";
    constexpr qsizetype perRow = 80;
    text.reserve(perRow * static_cast<qsizetype>(map.ends.size()));
    for (std::size_t node = 0; node < map.ends.size(); ++node) {
        const auto columns = static_cast<std::size_t>(lattice.columns);
        appendNumber(text, lattice.x(static_cast<int>(node % columns)));
        text += ',';
        appendNumber(text, lattice.y(static_cast<int>(node / columns)));
        text += ',';
        text += session::outcomeName(outcomeOf(map.fates[node].fate)).toUtf8();
        text += ',';
        text += QByteArray::number(map.fates[node].steps);
        text += ',';
        appendNumber(text, map.ends[node].first);
        text += ',';
        appendNumber(text, map.ends[node].second);
        text += '\n';
    }
    return text;
}

}  // namespace output
