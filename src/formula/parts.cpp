// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula/parts.h"

#include <unordered_map>
#include <unordered_set>

namespace formula {

namespace {

class Parts {
public:
    explicit Parts(std::size_t most) : m_most(most) {}

    std::vector<Formula> of(const Formula& formula) {
        countUses(formula);
        for (const Formula& operand : formula.operands()) gather(operand);
        return std::move(m_parts);
    }

private:
    void countUses(const Formula& formula) {
        if (isAtom(formula) || ++m_uses[formula.identity()] > 1) return;
        for (const Formula& operand : formula.operands()) countUses(operand);
    }

    /// Returns the number of nodes that are left to write for the formula.
    std::size_t gather(const Formula& formula) {
        if (isAtom(formula) || m_known.contains(formula.identity())) return 1;
        std::size_t size = 1;
        for (const Formula& operand : formula.operands()) size += gather(operand);
        if (m_uses[formula.identity()] == 1 && size <= m_most / 2) return size;
        m_parts.push_back(formula);
        m_known.insert(formula.identity());
        return 1;
    }

    std::size_t m_most;
    std::vector<Formula> m_parts;
    std::unordered_map<const void*, std::size_t> m_uses;
    std::unordered_set<const void*> m_known;
};

}  // namespace

bool isNegativeLiteral(const Formula& formula) {
    return formula.is(Kind::Negate) && formula.operand(0).is(Kind::Number);
}

bool isAtom(const Formula& formula) {
    return formula.operands().empty() || isNegativeLiteral(formula);
}

std::vector<Formula> partsOf(const Formula& formula, std::size_t most) {
    return formula.size() > most ? Parts(most).of(formula) : std::vector<Formula>();
}

}  // namespace formula
