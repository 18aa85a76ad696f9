// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "formula/functions.h"
#include "formula/notation.h"
#include "formula/writing/printer.h"

namespace formula {

namespace {

/// What a piece begins or ends with, which decides how it stands beside another in a product.
enum class Edge { Digit, Pi, Letter, Variable, Bracket, Bar, Word, Radical };

struct Piece {
    std::string text;
    Level level = Level::Atom;
    Edge first = Edge::Letter;
    Edge last = Edge::Letter;
};

constexpr std::string_view minus = "−";
constexpr std::string_view thinSpace = "\u202F";

std::string_view productSign(Edge left, Edge right) {
    const bool alike = left == right && (left == Edge::Variable || left == Edge::Bar);
    if (right == Edge::Digit || left == Edge::Radical || alike) return "·";
    if (left == Edge::Word || right == Edge::Word) return thinSpace;
    if (left == Edge::Digit || left == Edge::Bracket || right == Edge::Bracket) return "";
    return left == Edge::Pi && right == Edge::Variable ? "" : thinSpace;
}

Piece bracketed(const Piece& inside) {
    return {'(' + inside.text + ')', Level::Atom, Edge::Bracket, Edge::Bracket};
}

/// Qt does not raise twice: within a <sup>, exponents are characters.
std::string raisedCharacters(std::string_view digits) {
    constexpr std::string_view raised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string text;
    for (const char digit : digits)
        text += digit == '-' ? "⁻" : raised[static_cast<std::size_t>(digit - '0')];
    return text;
}

/// A name in italics, the digits at its end lowered.
std::string variable(std::string_view name) {
    constexpr std::string_view lowered[] = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};
    const std::size_t letters = name.find_last_not_of("0123456789") + 1;
    std::string text = "<i>" + std::string(name.substr(0, letters)) + "</i>";
    for (const char digit : name.substr(letters))
        text += lowered[static_cast<std::size_t>(digit - '0')];
    return text;
}

std::string withTrueMinus(std::string_view digits) {
    if (!digits.starts_with('-')) return std::string(digits);
    return std::string(minus).append(digits.substr(1));
}

/// Numbers to 6 significant digits, as 1.5×10⁷ where that is shorter.
Piece number(double value, bool isRaised) {
    char buffer[32];
    const auto end =
        std::to_chars(std::begin(buffer), std::end(buffer), value, std::chars_format::general, 6)
            .ptr;
    const std::string_view digits(buffer, static_cast<std::size_t>(end - buffer));
    const std::size_t mark = digits.find('e');
    if (mark == digits.npos) return {std::string(digits), Level::Atom, Edge::Digit, Edge::Digit};
    int power = 0;
    const char* firstDigit = buffer + mark + (digits[mark + 1] == '+' ? 2 : 1);
    std::from_chars(firstDigit, end, power);
    const std::string exponent = std::to_string(power);
    const std::string ten = isRaised ? "10" + raisedCharacters(exponent)
                                     : "10<sup>" + withTrueMinus(exponent) + "</sup>";
    const std::string_view mantissa = digits.substr(0, mark);
    if (mantissa == "1") return {ten, Level::Power, Edge::Digit, Edge::Letter};
    return {std::string(mantissa) + "×" + ten, Level::Product, Edge::Digit, Edge::Letter};
}

bool isWholeNumber(const Formula& formula) {
    return formula.is(Kind::Number) && formula.value() == std::floor(formula.value()) &&
           formula.value() < 1e6;
}

/// Not with signs of its own.
bool isNamed(const Function& function) {
    return std::holds_alternative<Named>(function.typesetting);
}

std::string_view sign(Kind binary) {
    switch (binary) {
        case Kind::Less:
            return "&lt;";
        case Kind::LessEqual:
            return "≤";
        case Kind::Greater:
            return "&gt;";
        case Kind::GreaterEqual:
            return "≥";
        case Kind::Equal:
            return "=";
        case Kind::NotEqual:
            return "≠";
        case Kind::And:
            return "and";
        case Kind::Or:
            return "or";
        default:
            return symbol(binary);
    }
}

class Typesetter {
public:
    Piece piece(const Formula& formula) {
        switch (formula.kind()) {
            case Kind::Number:
                return number(formula.value(), m_isRaised);
            case Kind::Variable:
                return {variable(formula.name()), Level::Atom, Edge::Variable, Edge::Variable};
            case Kind::Pi:
                return {"π", Level::Atom, Edge::Pi, Edge::Pi};
            case Kind::E:
                return {"e"};
            case Kind::Negate:
                return {std::string(minus) + part(formula.operand(0), Level::Product).text,
                        Level::Sign};
            case Kind::Add:
            case Kind::Subtract:
                return sum(formula);
            case Kind::Multiply:
                return product(formula);
            case Kind::Divide:
                return quotient(formula);
            case Kind::Power:
                return power(formula.operand(0), formula.operand(1));
            case Kind::Conditional:
                return conditional(formula);
            case Kind::Call:
                return call(formula);
            default:
                return relation(formula);
        }
    }

private:
    Piece part(const Formula& formula, Level least) {
        Piece whole = piece(formula);
        return whole.level < least ? bracketed(whole) : whole;
    }

    Piece factor(const Formula& formula, Level least) {
        return formula.is(Kind::Divide) ? bracketed(piece(formula)) : part(formula, least);
    }

    Piece raised(const Formula& formula) {
        const bool outer = std::exchange(m_isRaised, true);
        Piece whole = piece(formula);
        m_isRaised = outer;
        return whole;
    }

    Piece sum(const Formula& formula) {
        const bool isFlipped = formula.operand(1).is(Kind::Negate);
        const Formula& right = isFlipped ? formula.operand(1).operand(0) : formula.operand(1);
        const bool isPlus = formula.is(Kind::Add) != isFlipped;
        std::string text = part(formula.operand(0), Level::Sum).text;
        text.append(" ").append(isPlus ? "+" : minus).append(" ");
        return {text + part(right, Level::Product).text, Level::Sum};
    }

    Piece product(const Formula& formula) {
        const Piece left = factor(formula.operand(0), Level::Product);
        const Piece right = factor(formula.operand(1), Level::Power);
        std::string text = left.text;
        text.append(productSign(left.last, right.first)).append(right.text);
        return {std::move(text), Level::Product, left.first, right.last};
    }

    Piece quotient(const Formula& formula) {
        const Piece left = factor(formula.operand(0), Level::Product);
        const Piece right = part(formula.operand(1), Level::Power);
        return {left.text + '/' + right.text, Level::Product, left.first, right.last};
    }

    Piece power(const Formula& base, const Formula& exponent) {
        const bool isWhole = isWholeNumber(exponent);
        if (base.is(Kind::Call) && isNamed(base.function()) && isWhole && exponent.value() > 1) {
            const auto named = std::get<Named>(base.function().typesetting);
            return namedCall(named.name, base, exponentText(exponent));
        }
        const Piece below = part(base, Level::Atom);
        const Edge last = below.last == Edge::Digit ? Edge::Letter : below.last;
        return {below.text + exponentText(exponent), Level::Power, below.first, last};
    }

    std::string exponentText(const Formula& exponent) {
        if (!m_isRaised) return "<sup>" + raised(exponent).text + "</sup>";
        if (isWholeNumber(exponent)) return raisedCharacters(piece(exponent).text);
        return '^' + part(exponent, Level::Atom).text;
    }

    Piece relation(const Formula& formula) {
        const Kind kind = formula.kind();
        std::string text = part(formula.operand(0), leftLevel(kind)).text;
        text.append(" ").append(sign(kind)).append(" ");
        return {text + part(formula.operand(1), rightLevel(kind)).text, level(kind)};
    }

    Piece conditional(const Formula& formula) {
        return {part(formula.operand(1), Level::Or).text + " if " +
                    part(formula.operand(0), Level::Or).text + ", otherwise " +
                    part(formula.operand(2), Level::Or).text,
                Level::Conditional};
    }

    Piece call(const Formula& formula) {
        struct Forms {
            Typesetter& setter;
            const Formula& call;

            Piece operator()(Named named) const { return setter.namedCall(named.name, call, {}); }
            Piece operator()(Enclosed signs) const { return setter.enclosed(signs, call); }
            Piece operator()(Radical root) const { return setter.root(root.sign, call.operand(0)); }
            Piece operator()(Exponential) const { return setter.exponential(call); }
            Piece operator()(Superscript) const {
                return setter.power(call.operand(0), call.operand(1));
            }
            Piece operator()(Indexed indexed) const { return setter.indexed(indexed.letter, call); }
        };
        return std::visit(Forms{*this, formula}, formula.function().typesetting);
    }

    Piece enclosed(Enclosed signs, const Formula& call) {
        std::string text(signs.left);
        text.append(piece(call.operand(0)).text).append(signs.right);
        return {std::move(text), Level::Atom, Edge::Bar, Edge::Bar};
    }

    /// The first argument in brackets above the letter, where raising is possible.
    Piece indexed(std::string_view letter, const Formula& call) {
        if (m_isRaised) return namedCall(call.function().name, call, {});
        std::string text(letter);
        text.append("<sup>(").append(raised(call.operand(0)).text).append(")</sup>(");
        return {text + piece(call.operand(1)).text + ')', Level::Atom, Edge::Word, Edge::Word};
    }

    /// e with an exponent, unless that is long or would have to be raised twice.
    Piece exponential(const Formula& formula) {
        constexpr std::size_t largestExponent = 30;
        const Formula& exponent = formula.operand(0);
        if (m_isRaised || exponent.size() > largestExponent) return namedCall("exp", formula, {});
        return {std::string(1, 'e').append(exponentText(exponent)), Level::Power};
    }

    Piece root(std::string_view radical, const Formula& argument) {
        const Piece inside = part(argument, Level::Atom);
        const bool isLeaf = argument.operands().empty() && inside.level == Level::Atom;
        const std::string text = isLeaf ? inside.text : bracketed(piece(argument)).text;
        return {std::string(radical) + text, Level::Power, Edge::Radical,
                isLeaf ? Edge::Radical : Edge::Word};
    }

    Piece namedCall(std::string_view name, const Formula& formula, std::string_view exponent) {
        std::string text(name);
        text += exponent;
        std::string_view before = "(";
        for (const Formula& argument : formula.operands())
            text.append(std::exchange(before, ", ")).append(piece(argument).text);
        return {text + ')', exponent.empty() ? Level::Atom : Level::Power, Edge::Word, Edge::Word};
    }

    bool m_isRaised = false;
};

}  // namespace

std::string typeset(const Formula& formula) {
    return Typesetter().piece(formula).text;
}

}  // namespace formula
