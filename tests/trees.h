// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <rapidcheck.h>

#include <vector>

#include "formula/formula.h"
#include "formula/functions.h"

/// Random formulas and places to evaluate them at.
namespace trees {

inline formula::Formula anyLeaf() {
    using formula::Formula;
    static const std::vector<Formula> leaves = {
        Formula::variable("x"),
        Formula::pi(),
        Formula::e(),
    };
    static const std::vector<double> numbers = {0,    1,   2,   3,   4,   5,    7,    10,
                                                0.25, 0.5, 1.5, 0.1, 0.4, 1e-3, 1000, 3.9};
    const auto leaf = rc::gen::weightedOneOf<Formula>({
        {6, rc::gen::just(leaves.front())},
        {4, rc::gen::map(rc::gen::elementOf(numbers), Formula::number)},
        {1, rc::gen::elementOf(leaves)},
    });
    return *leaf;
}

inline formula::Kind anyKind() {
    using formula::Kind;
    return *rc::gen::weightedElement<Kind>({
        {2, Kind::Negate},
        {6, Kind::Add},
        {6, Kind::Subtract},
        {8, Kind::Multiply},
        {5, Kind::Divide},
        {6, Kind::Power},
        {1, Kind::Less},
        {1, Kind::LessEqual},
        {1, Kind::Greater},
        {1, Kind::GreaterEqual},
        {1, Kind::Equal},
        {1, Kind::NotEqual},
        {1, Kind::And},
        {1, Kind::Or},
        {1, Kind::Conditional},
        {10, Kind::Call},
    });
}

/// A formula that the reader can produce, nested at most `depth` deep.
inline formula::Formula anyTree(int depth) {
    using formula::Formula;
    using formula::Kind;
    if (depth == 0) return anyLeaf();
    const auto part = [depth] { return anyTree(depth - *rc::gen::inRange(1, depth + 1)); };
    const Kind kind = anyKind();
    if (kind == Kind::Negate) return Formula::unary(kind, part());
    if (kind == Kind::Conditional) {
        const Formula condition = part();
        const Formula first = part();
        return Formula::conditional(condition, first, part());
    }
    if (kind == Kind::Call) {
        const auto& all = formula::functions();
        const auto& chosen = all[*rc::gen::inRange<std::size_t>(0, all.size())];
        const int most = chosen.maxArguments == 0 ? 3 : chosen.maxArguments;
        std::vector<Formula> arguments;
        for (int count = *rc::gen::inRange(chosen.minArguments, most + 1); count > 0; --count)
            arguments.push_back(part());
        if (std::holds_alternative<formula::Orders>(chosen.derivative))
            arguments.front() = Formula::number(*rc::gen::inRange(0, 8));
        return Formula::call(chosen, arguments);
    }
    const Formula left = part();
    return Formula::binary(kind, left, part());
}

inline rc::Gen<formula::Formula> tree(int depth) {
    return rc::gen::exec([depth] { return anyTree(depth); });
}

/// Where things happen: whole and half numbers as often as others.
inline rc::Gen<double> place() {
    const auto halves =
        rc::gen::map(rc::gen::inRange(-8, 9), [](int twice) { return twice / 2.0; });
    const auto others =
        rc::gen::map(rc::gen::inRange(-40000, 40001), [](int n) { return n * 1.0001e-4 + 3e-6; });
    return rc::gen::oneOf(halves, others);
}

/// Between the places where piecewise formulas usually have their corners.
inline rc::Gen<double> smoothPlace() {
    return rc::gen::map(rc::gen::inRange(-40000, 40001),
                        [](int n) { return n * 1.0001e-4 + 3e-6; });
}

}  // namespace trees
