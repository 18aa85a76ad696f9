// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <unordered_set>

#include "core/calculus.h"

namespace core {

namespace {

bool isCorner(const Formula& formula) {
    switch (formula.kind()) {
        case Kind::Conditional:
        case Kind::Less:
        case Kind::LessEqual:
        case Kind::Greater:
        case Kind::GreaterEqual:
        case Kind::Equal:
        case Kind::NotEqual:
        case Kind::And:
        case Kind::Or:
            return true;
        case Kind::Call:
            break;
        default:
            return false;
    }
    switch (formula.function()) {
        case Function::Abs:
        case Function::Sign:
        case Function::Floor:
        case Function::Ceil:
        case Function::Round:
        case Function::Min:
        case Function::Max:
            return true;
        default:
            return false;
    }
}

bool hasCorners(const Formula& formula, std::unordered_set<const void*>& seen) {
    if (!formula.varies() || !seen.insert(formula.identity()).second) return false;
    return isCorner(formula) ||
           std::any_of(formula.operands().begin(), formula.operands().end(),
                       [&](const Formula& operand) { return hasCorners(operand, seen); });
}

}  // namespace

bool hasCorners(const Formula& formula) {
    std::unordered_set<const void*> seen;
    return hasCorners(formula, seen);
}

}  // namespace core
