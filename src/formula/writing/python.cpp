// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula/writing/python.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <unordered_set>
#include <variant>

#include "formula/functions.h"
#include "formula/parts.h"
#include "formula/writing/pythonexpression.h"
#include "formula/writing/pythonforms.h"

namespace formula {

namespace {

/// In nodes.
constexpr std::size_t longestLine = 100;

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != text.npos; at += to.size())
        text.replace(at, from.size(), to);
    return text;
}

bool isPartOfName(char character) {
    return std::isalnum(static_cast<unsigned char>(character)) != 0 || character == '_';
}

/// What a dialect may have to define.
std::vector<Defined> definable(Dialect dialect) {
    std::vector<Defined> all = {Defined(python::finite)};
    for (const Function& each : functions()) {
        const PythonForm& form = formOf(each, dialect);
        if (const auto* own = std::get_if<Defined>(&form)) all.push_back(*own);
    }
    return all;
}

/// Whether a formula may be a mere number somewhere, of which autograd knows no derivative.
class ConstantPlaces {
public:
    bool in(const Formula& formula) {
        if (!m_seen.insert(formula.identity()).second) return false;
        const bool isExtremum = formula.is(Kind::Call) &&
                                std::holds_alternative<Extremum>(formula.function().derivative);
        return formula.is(Kind::Conditional) || isCondition(formula.kind()) || isExtremum ||
               std::ranges::any_of(formula.operands(),
                                   [this](const Formula& operand) { return in(operand); });
    }

private:
    std::unordered_set<const void*> m_seen;
};

}  // namespace

std::string inDialect(std::string_view numpy, Dialect dialect) {
    std::string text(numpy);
    if (dialect == Dialect::NumPy) return text;
    return replaced(replaced(std::move(text), "np.float64(", "number("), "np.", "torch.");
}

bool mentions(std::string_view python, std::string_view name) {
    for (std::size_t at = 0; (at = python.find(name, at)) != python.npos; ++at) {
        const bool begins = at == 0 || (!isPartOfName(python[at - 1]) && python[at - 1] != '.');
        const std::size_t end = at + name.size();
        if (begins && (end == python.size() || !isPartOfName(python[end]))) return true;
    }
    return false;
}

std::string called(const std::string& name, const Symbols& symbols) {
    const auto found = symbols.find(name);
    return found == symbols.end() ? name : found->second;
}

bool isPythonWord(std::string_view name) {
    static constexpr std::string_view words[] = {
        "False", "None",     "True",  "and",    "as",       "assert", "async",  "await",    "break",
        "class", "continue", "def",   "del",    "elif",     "else",   "except", "finally",  "for",
        "from",  "global",   "if",    "import", "in",       "is",     "lambda", "nonlocal", "not",
        "or",    "pass",     "raise", "return", "try",      "while",  "with",   "yield",    "abs",
        "float", "len",      "max",   "min",    "print",    "range",  "round",  "sum",      "math",
        "sys",   "np",       "torch", "number", "enumerate"};
    return std::ranges::find(words, name) != std::end(words);
}

std::string PythonWriter::defined(std::string_view name, const Formula& formula,
                                  const std::vector<std::string>& variables) {
    PythonExpression expression(m_dialect);
    expression.setSymbols(m_symbols);
    std::string text = "def " + std::string(name) + '(';
    for (const std::string& variable : variables)
        text.append(&variable == &variables.front() ? "" : ", ")
            .append(called(variable, m_symbols));
    text += "):\n";
    int parts = 0;
    for (const Formula& part : partsOf(formula, longestLine)) {
        const std::string own = "part" + std::to_string(++parts);
        text.append("    ").append(own).append(" = ").append(expression.written(part)) += '\n';
        expression.setName(part, own);
    }
    std::string value = expression.written(formula);
    if (m_dialect == Dialect::PyTorch &&
        (!formula.dependsOn(variables) || ConstantPlaces().in(formula))) {
        value = '(' + value + ')';
        for (const std::string& variable : variables)
            value += " + 0 * " + called(variable, m_symbols);
    }
    text.append("    return ").append(value) += '\n';
    m_written += text;
    return text;
}

std::vector<std::string> PythonWriter::definitions() const {
    std::vector<std::string> all;
    std::vector<Defined> left = definable(m_dialect);
    std::string calling = m_written;
    const auto isCalled = [&](const Defined& own) { return mentions(calling, own.name()); };
    for (;;) {
        const auto next = std::ranges::find_if(left, isCalled);
        if (next == left.end()) break;
        all.push_back(inDialect(next->definition, m_dialect));
        calling += all.back();
        left.erase(next);
    }
    std::ranges::reverse(all);
    return all;
}

}  // namespace formula
