// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula/writing/printer.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstdint>
#include <numbers>
#include <optional>
#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "formula/functions.h"
#include "formula/notation.h"
#include "formula/parts.h"

namespace formula {

namespace {

/// Writes the notation that read() and muParser have in common.
class InfixWriter {
public:
    virtual ~InfixWriter() = default;

    std::string written(const Formula& formula) {
        m_text.clear();
        write(formula, Level::Conditional);
        m_effort += m_text.size();
        return std::exchange(m_text, {});
    }

protected:
    /// Of all that was written; see Program.
    std::size_t effort() const { return m_effort; }
    /// The name or number that stands for the whole formula, if there is one.
    virtual std::optional<std::string> atom(const Formula& formula) = 0;
    virtual std::optional<std::string> exponent(const Formula& formula) { return atom(formula); }
    virtual std::string_view gap() const { return {}; }

private:
    void write(const Formula& formula, Level least) {
        if (const auto name = atom(formula)) {
            m_text += *name;
            return;
        }
        const bool bracketed = level(formula.kind()) < least;
        if (bracketed) m_text += '(';
        writeParts(formula);
        if (bracketed) m_text += ')';
    }

    void writeParts(const Formula& formula) {
        if (formula.is(Kind::Call)) return writeCall(formula);
        if (formula.is(Kind::Conditional)) return writeConditional(formula);
        if (formula.is(Kind::Negate)) {
            m_text += '-';
            return write(formula.operand(0), Level::Product);
        }
        const Kind kind = formula.kind();
        write(formula.operand(0), leftLevel(kind));
        const std::string_view around = level(kind) <= Level::Sum ? gap() : std::string_view();
        m_text.append(around).append(symbol(kind)).append(around);
        const auto name = kind == Kind::Power ? exponent(formula.operand(1)) : std::nullopt;
        if (name) {
            m_text += *name;
        } else {
            write(formula.operand(1), rightLevel(kind));
        }
    }

    void writeConditional(const Formula& formula) {
        write(formula.operand(0), Level::Or);
        m_text.append(gap()).append("?").append(gap());
        write(formula.operand(1), Level::Or);
        m_text.append(gap()).append(":").append(gap());
        write(formula.operand(2), Level::Or);
    }

    void writeCall(const Formula& formula) {
        m_text.append(formula.function().name);
        m_effort += static_cast<std::size_t>(formula.function().effort);
        char before = '(';
        for (const Formula& argument : formula.operands()) {
            m_text += std::exchange(before, ',');
            write(argument, Level::Conditional);
        }
        m_text += ')';
    }

    std::string m_text;
    std::size_t m_effort = 0;
};

class PlainWriter final : public InfixWriter {
    std::optional<std::string> atom(const Formula& formula) override {
        switch (formula.kind()) {
            case Kind::Number:
                return shortest(formula.value());
            case Kind::Variable:
                return formula.name();
            case Kind::Pi:
                return "pi";
            case Kind::E:
                return "e";
            default:
                return std::nullopt;
        }
    }

    std::string_view gap() const override { return " "; }

    static std::string shortest(double value) {
        char digits[32];
        const auto end = std::to_chars(std::begin(digits), std::end(digits), value).ptr;
        return {digits, end};
    }
};

/// A part of a program is this many nodes long at most, which keeps it below half of the 20,000
/// characters that muParser takes.
constexpr std::size_t largestPart = 500;

class ProgramWriter final : public InfixWriter {
public:
    ProgramWriter(const std::vector<std::string>& variables,
                  const std::vector<std::string>& parameters)
        : m_variables(variables), m_parameters(parameters) {
        m_program.variables = variables.size();
        m_program.parameters = parameters.size();
    }

    Program program(const Formula& formula) {
        for (const Formula& part : partsOf(formula, largestPart)) {
            m_program.helpers.push_back(written(part));
            m_helpers[part.identity()] = m_program.helpers.size();
        }
        m_program.text = written(formula);
        m_program.effort = effort();
        return std::move(m_program);
    }

private:
    std::optional<std::string> atom(const Formula& formula) override {
        const auto helper = m_helpers.find(formula.identity());
        if (helper != m_helpers.end()) return 't' + std::to_string(helper->second);
        switch (formula.kind()) {
            case Kind::Number:
                return constant(formula.value());
            case Kind::Variable:
                return variable(formula.name());
            case Kind::Pi:
                return constant(std::numbers::pi);
            case Kind::E:
                return constant(std::numbers::e);
            default:
                break;
        }
        if (isNegativeLiteral(formula)) return constant(-formula.operand(0).value());
        return std::nullopt;
    }

    std::optional<std::string> exponent(const Formula& formula) override {
        for (const int small : {2, 3, 4})
            if (formula.isNumber(small)) return std::to_string(small);
        return atom(formula);
    }

    std::string variable(const std::string& name) const {
        const auto found = std::ranges::find(m_variables, name);
        const auto number = found - m_variables.begin() + 1;
        if (found != m_variables.end()) return number == 1 ? "x" : 'x' + std::to_string(number);
        const auto parameter = std::ranges::find(m_parameters, name);
        if (parameter == m_parameters.end()) throw std::invalid_argument("unknown name: " + name);
        return 'c' + std::to_string(parameter - m_parameters.begin() + 1);
    }

    std::string constant(double value) {
        const auto [entry, isNew] =
            m_constants.try_emplace(std::bit_cast<std::uint64_t>(value), m_constants.size() + 1);
        if (isNew) m_program.constants.push_back(value);
        return 'k' + std::to_string(entry->second);
    }

    const std::vector<std::string>& m_variables;
    const std::vector<std::string>& m_parameters;
    Program m_program;
    std::unordered_map<std::uint64_t, std::size_t> m_constants;
    std::unordered_map<const void*, std::size_t> m_helpers;
};

}  // namespace

Program program(const Formula& formula, const std::vector<std::string>& variables,
                const std::vector<std::string>& parameters) {
    return ProgramWriter(variables, parameters).program(formula);
}

std::string plain(const Formula& formula) {
    return PlainWriter().written(formula);
}

}  // namespace formula
