// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula/reader.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "formula/calls.h"
#include "formula/functions.h"
#include "formula/names.h"
#include "formula/notation.h"
#include "formula/ownnames.h"
#include "formula/tokens.h"
#include "formula/utf8.h"

namespace formula {

namespace {

/// Recursive descent. The first error is kept and moves the parser to the end of the text, where
/// every rule returns at once; what the rules return from then on is not used.
class Parser {
public:
    /// `variables`: all names that there can be; null where the text brought its own.
    Parser(std::u32string_view text, const std::vector<std::string>* variables,
           const Tokens& tokens)
        : m_text(text), m_variables(variables), m_names(tokens.names), m_tokens(tokens.list) {}

    Result<Formula, ReadError> formula() {
        Formula whole = conditional();
        if (!at(Symbol::End)) failMissing(Fault::MissingOperator, peek());
        if (m_error) return *std::move(m_error);
        return whole;
    }

private:
    /// What the next token is directly inside of.
    enum class Inside { Nothing, Brackets, Arguments, Bars };

    class Nesting {
    public:
        Nesting(Parser& parser, const Token& token, Inside inside)
            : m_parser(parser), m_outer(std::exchange(parser.m_inside, inside)) {
            if (++parser.m_depth > deepestNesting) parser.fail(Fault::TooDeep, token);
        }
        Nesting(Parser& parser, const Token& token) : Nesting(parser, token, parser.m_inside) {}
        Nesting(const Nesting&) = delete;
        Nesting& operator=(const Nesting&) = delete;
        ~Nesting() {
            --m_parser.m_depth;
            m_parser.m_inside = m_outer;
        }

    private:
        Parser& m_parser;
        Inside m_outer;
    };

    const Token& peek() const { return m_tokens[m_next]; }
    bool at(Symbol symbol) const { return peek().symbol == symbol; }
    bool at(Kind kind) const { return at(Symbol::Operator) && peek().kind == kind; }
    bool atSign() const { return at(Kind::Add) || at(Kind::Subtract); }

    const Token& take() {
        const Token& token = peek();
        if (!at(Symbol::End)) ++m_next;
        return token;
    }

    void fail(Fault fault, const Token& token) { fail(fault, token, token); }

    /// Because of these tokens and those between them.
    void fail(Fault fault, const Token& first, const Token& last) {
        const std::size_t end = last.column + last.length;
        if (!m_error) m_error = readError(fault, m_text, first.column, end - first.column);
        m_next = m_tokens.size() - 1;
    }

    /// Fails because of what is missing before the next token, unless that token is itself the
    /// mistake.
    void failMissing(Fault fault, const Token& blamed) {
        if (at(Symbol::Comma) && m_inside != Inside::Arguments) {
            fail(Fault::StrayComma, peek());
        } else if (at(Symbol::Close) && m_inside == Inside::Nothing) {
            fail(Fault::UnopenedBracket, peek());
        } else if (at(Symbol::Colon)) {
            fail(Fault::IncompleteConditional, peek());
        } else {
            fail(fault, blamed);
        }
    }

    Formula conditional() {
        Formula condition = binary(Level::Or);
        if (!at(Symbol::Question)) return condition;
        const Token& question = take();
        const Nesting nesting(*this, question);
        Formula first = conditional();
        if (at(Symbol::Colon)) {
            take();
        } else {
            failMissing(Fault::IncompleteConditional, question);
        }
        return Formula::conditional(std::move(condition), std::move(first), conditional());
    }

    struct Operation {
        Kind kind;
        std::size_t tokens;  ///< that spell it: none for a multiplication without a sign
    };

    std::optional<Operation> operationAhead() {
        if (at(Symbol::Operator)) return Operation{peek().kind, 1};
        if (at(Symbol::Bar) && m_inside != Inside::Bars && atDoubleBar())
            return Operation{Kind::Or, 2};
        if (atFactor()) return Operation{Kind::Multiply, 0};
        if (at(Symbol::Number) || at(Symbol::Superscript)) fail(Fault::MissingOperator, peek());
        return std::nullopt;
    }

    /// Whether the next token, behind an operand, begins one that multiplies it.
    bool atFactor() const {
        switch (peek().symbol) {
            case Symbol::Variable:
            case Symbol::Pi:
            case Symbol::E:
            case Symbol::Function:
            case Symbol::Radical:
            case Symbol::UnknownName:
            case Symbol::Open:
                return true;
            case Symbol::Bar:
                return m_inside != Inside::Bars;
            default:
                return false;
        }
    }

    bool atDoubleBar() const {
        const Token& second = m_tokens[m_next + 1];
        return second.symbol == Symbol::Bar && second.column == peek().column + 1;
    }

    Formula binary(Level least) {
        Formula left = atSign() ? negated(least) : raised();
        bool isCompared = false;
        while (const auto operation = operationAhead()) {
            const Kind kind = operation->kind;
            if (level(kind) < least) break;
            const Token& token = peek();
            if (isCompared && isComparison(kind)) fail(Fault::ChainedComparison, token);
            isCompared = isComparison(kind);
            m_next = std::min(m_next + operation->tokens, m_tokens.size() - 1);
            std::optional<Nesting> nesting;
            if (kind == Kind::Power) nesting.emplace(*this, token);
            left = Formula::binary(kind, std::move(left), binary(rightLevel(kind)));
        }
        return left;
    }

    Formula negated(Level least) {
        const Token& sign = take();
        const Nesting nesting(*this, sign);
        Formula operand = binary(std::max(least, Level::Product));
        return sign.kind == Kind::Add ? operand : Formula::unary(Kind::Negate, std::move(operand));
    }

    Formula raised() {
        Formula base = primary();
        if (!at(Symbol::Superscript)) return base;
        return Formula::binary(Kind::Power, std::move(base), Formula::number(take().value));
    }

    Formula primary() {
        switch (peek().symbol) {
            case Symbol::Number:
                return Formula::number(take().value);
            case Symbol::Variable:
                return Formula::variable(m_names[take().variable]);
            case Symbol::Pi:
                return take(), Formula::pi();
            case Symbol::E:
                return take(), Formula::e();
            case Symbol::Function:
            case Symbol::Radical:
                return call();
            case Symbol::Open:
                return bracketed();
            case Symbol::Bar:
                return absolute();
            case Symbol::UnknownName:
                return failUnknown(), Formula();
            default:
                return failMissing(Fault::MissingOperand, peek()), Formula();
        }
    }

    Formula bracketed() {
        const Token& open = take();
        const Nesting nesting(*this, open, Inside::Brackets);
        return enclosed(open, Symbol::Close);
    }

    Formula absolute() {
        const Token& bar = take();
        const Nesting nesting(*this, bar, Inside::Bars);
        return Formula::call(function("abs"), {enclosed(bar, Symbol::Bar)});
    }

    Formula enclosed(const Token& opener, Symbol closer) {
        if (at(Symbol::End)) fail(Fault::UnclosedBracket, opener);
        Formula inside = conditional();
        close(opener, closer);
        return inside;
    }

    void close(const Token& opener, Symbol closer) {
        if (at(closer)) {
            take();
        } else {
            failMissing(Fault::UnclosedBracket, opener);
        }
    }

    Formula call() {
        const Token& name = take();
        const Nesting nesting(*this, name);
        const auto power = name.symbol == Symbol::Function ? powerOf(name) : std::nullopt;
        std::vector<Formula> arguments;
        if (at(Symbol::Open)) {
            arguments = bracketedArguments(name);
        } else if (atSign() || at(Symbol::Number) || at(Symbol::Bar) || atFactor()) {
            arguments.push_back(name.symbol == Symbol::Radical ? binary(Level::Power) : argument());
        }
        checkCount(name, static_cast<int>(arguments.size()));
        Formula called = Formula::call(*name.function, std::move(arguments));
        return power ? Formula::binary(Kind::Power, std::move(called), *power) : called;
    }

    /// The exponent in sin²(x) or sin^2(x). sin⁻¹ could be asin or 1/sin, so that it is refused.
    std::optional<Formula> powerOf(const Token& name) {
        const bool isRaised = at(Symbol::Superscript) && peek().value > 0;
        const bool isCaret = at(Kind::Power) && m_tokens[m_next + 1].symbol == Symbol::Number;
        if (isCaret) take();
        if (isRaised || isCaret) return Formula::number(take().value);
        if (at(Symbol::Superscript)) failInverse(name, 1);
        const bool isMinus = at(Kind::Power) && m_next + 2 < m_tokens.size() &&
                             m_tokens[m_next + 1].kind == Kind::Subtract &&
                             m_tokens[m_next + 1].symbol == Symbol::Operator &&
                             m_tokens[m_next + 2].symbol == Symbol::Number;
        if (isMinus) failInverse(name, 3);
        return std::nullopt;
    }

    /// At the power of a function that so many tokens spell.
    void failInverse(const Token& name, std::size_t spelt) {
        const Token& last = m_tokens[m_next + spelt - 1];
        if (std::abs(last.value) != 1) return fail(Fault::MissingArguments, name);
        fail(Fault::Inverse, name, last);
        m_error->suggestion = inverseName(*name.function);
    }

    std::vector<Formula> bracketedArguments(const Token& name) {
        const Token& open = take();
        if (at(Symbol::Close)) fail(Fault::MissingArguments, name);
        const Inside outer = std::exchange(m_inside, Inside::Arguments);
        const Token& first = peek();
        std::vector<Formula> arguments = {conditional()};
        const bool isOrder = std::holds_alternative<Orders>(name.function->derivative);
        if (isOrder && at(Symbol::Comma)) arguments.front() = order(arguments.front(), first);
        while (at(Symbol::Comma)) {
            take();
            arguments.push_back(conditional());
        }
        close(open, Symbol::Close);
        m_inside = outer;
        return arguments;
    }

    /// The number that an argument is which begins with that token and has just ended.
    Formula order(const Formula& typed, const Token& first) {
        const auto order = orderFrom(typed);
        if (order) return Formula::number(*order);
        fail(order.error(), first, m_tokens[m_next - 1]);
        return typed;
    }

    /// The argument of a function without brackets: one factor with its numeric coefficient.
    Formula argument() {
        if (atSign()) {
            const Token& sign = take();
            const Nesting nesting(*this, sign);
            Formula operand = argument();
            return sign.kind == Kind::Add ? operand : Formula::unary(Kind::Negate, operand);
        }
        Formula factor = binary(Level::Power);
        Formula whole = factor;
        while (isCoefficient(factor) && !at(Symbol::Function) && atFactor()) {
            factor = binary(Level::Power);
            whole = Formula::binary(Kind::Multiply, std::move(whole), factor);
        }
        return whole;
    }

    static bool isCoefficient(const Formula& factor) {
        return factor.is(Kind::Number) || factor.is(Kind::Pi) || factor.is(Kind::E);
    }

    void checkCount(const Token& name, int found) {
        const Function& wanted = *name.function;
        const bool isTooMany = wanted.maxArguments > 0 && found > wanted.maxArguments;
        if (found == 0) fail(Fault::MissingArguments, name);
        if (m_error && m_error->fault == Fault::MissingArguments && m_error->suggestion.empty())
            m_error->suggestion = m_error->subject + std::string(exampleArguments(wanted));
        if (m_error || (found >= wanted.minArguments && !isTooMany)) return;
        fail(Fault::WrongArgumentCount, name);
        m_error->expected = isTooMany ? wanted.maxArguments : wanted.minArguments;
        m_error->found = found;
    }

    void failUnknown() {
        fail(Fault::UnknownName, peek());
        if (!m_error->suggestion.empty()) return;
        m_error->suggestion = m_variables ? nearestName(m_error->subject, *m_variables)
                                          : suggestionFor(m_error->subject);
    }

    std::u32string_view m_text;
    const std::vector<std::string>* m_variables;
    const std::vector<std::string>& m_names;
    const std::vector<Token>& m_tokens;
    std::size_t m_next = 0;
    int m_depth = 0;
    Inside m_inside = Inside::Nothing;
    std::optional<ReadError> m_error;
};

Result<Reading, ReadError> readText(std::string_view text,
                                    const std::vector<std::string>* variables) {
    const DecodedText whole = decoded(text, longestText + 1);
    const std::u32string_view points = whole.points;
    if (points.size() > longestText) return readError(Fault::TooLong, points, longestText, 1);
    if (!whole.valid) return readError(Fault::NotText, points, points.size(), 1);
    const auto pieces = tokens(points, variables);
    if (!pieces) return pieces.error();
    if (pieces->list.size() == 1) return readError(Fault::Empty, points, 0, 1);
    auto formula = Parser(points, variables, *pieces).formula();
    if (!formula) return formula.error();
    Reading reading{*formula, pieces->names, {}, pieces->declared};
    reading.columns.resize(reading.names.size(), points.size());
    for (const Token& token : pieces->list) {
        if (token.symbol != Symbol::Variable) continue;
        std::size_t& column = reading.columns[token.variable];
        column = std::min(column, token.column);
    }
    return reading;
}

}  // namespace

Result<Formula, ReadError> read(std::string_view text, const std::vector<std::string>& variables) {
    const auto reading = readText(text, &variables);
    if (!reading) return reading.error();
    return reading->formula;
}

Result<Reading, ReadError> readNamed(std::string_view text) {
    return readText(text, nullptr);
}

}  // namespace formula
