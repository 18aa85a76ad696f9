// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <variant>

#include "insight/verdict/verdict.h"

/// What a verdict says of a run, in one word.
enum class Told {
    Minimum,
    Maximum,
    Inflection,
    Edge,
    Jump,
    Flat,
    Motion,
    Cycle,
    Drift,
    Wandering,
    Rattle,
    Growth,
    March,
    Crawl,
    Stall,
    Divergence,
    Exit,
    Shortage
};

inline Told wordFor(const insight::Arrival& arrival) {
    switch (arrival.point.kind) {
        case insight::StationaryKind::Minimum:
            return Told::Minimum;
        case insight::StationaryKind::Maximum:
            return Told::Maximum;
        case insight::StationaryKind::Inflection:
            break;
    }
    return Told::Inflection;
}
inline Told wordFor(const insight::Standstill& standstill) {
    switch (standstill.ground) {
        case insight::Ground::Edge:
            return Told::Edge;
        case insight::Ground::Jump:
            return Told::Jump;
        case insight::Ground::Flat:
            break;
    }
    return Told::Flat;
}
inline Told wordFor(const insight::Motion&) {
    return Told::Motion;
}
inline Told wordFor(const insight::Cycle&) {
    return Told::Cycle;
}
inline Told wordFor(const insight::Drift&) {
    return Told::Drift;
}
inline Told wordFor(const insight::Wandering&) {
    return Told::Wandering;
}
inline Told wordFor(const insight::Rattle&) {
    return Told::Rattle;
}
inline Told wordFor(const insight::Growth&) {
    return Told::Growth;
}
inline Told wordFor(const insight::March&) {
    return Told::March;
}
inline Told wordFor(const insight::Crawl&) {
    return Told::Crawl;
}
inline Told wordFor(const insight::Stall&) {
    return Told::Stall;
}
inline Told wordFor(const insight::Divergence&) {
    return Told::Divergence;
}
inline Told wordFor(const insight::Exit&) {
    return Told::Exit;
}
inline Told wordFor(const insight::Shortage&) {
    return Told::Shortage;
}

inline Told wordFor(const insight::Verdict& verdict) {
    return std::visit([](const auto& finding) { return wordFor(finding); }, verdict.finding);
}

/// The finding if it is of that kind, else null.
template <typename Case>
const Case* found(const insight::Verdict& verdict) {
    return std::get_if<Case>(&verdict.finding);
}
