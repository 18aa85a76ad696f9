// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula/tokens.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "formula/functions.h"
#include "formula/literals.h"
#include "formula/names.h"
#include "formula/ownnames.h"
#include "formula/signs.h"
#include "formula/utf8.h"

namespace formula {

namespace {

bool isBlank(char32_t c) {
    constexpr std::u32string_view others = U"\t\n\r \u00A0\u1680\u202F\u205F\u2060\u3000\uFEFF";
    return (c >= 0x2000 && c <= 0x200B) || others.find(c) != others.npos;
}

bool isControl(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

bool isDigit(char32_t c) {
    return c >= U'0' && c <= U'9';
}

bool isLetter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

constexpr std::u32string_view raisedDigits = U"⁰¹²³⁴⁵⁶⁷⁸⁹";
constexpr char32_t raisedPlus = U'⁺';
constexpr char32_t raisedMinus = U'⁻';

bool isRaised(char32_t c) {
    return raisedDigits.find(c) != raisedDigits.npos || c == raisedPlus || c == raisedMinus;
}

class Lexer {
public:
    Lexer(std::u32string_view text, const std::vector<std::string>* variables)
        : m_text(text), m_isOpen(!variables), m_known(variables ? *variables : usualNames()) {
        if (variables) m_names = *variables;
    }

    Result<Tokens, ReadError> tokens() {
        m_next = behindName();
        while (m_next < m_text.size() && !m_error) readOne();
        if (m_error) return *std::move(m_error);
        const std::size_t end =
            m_tokens.empty() ? 0 : m_tokens.back().column + m_tokens.back().length;
        m_tokens.push_back({.symbol = Symbol::End, .column = end});
        return Tokens{std::move(m_tokens), std::move(m_names), std::move(m_declared)};
    }

private:
    char32_t at(std::size_t index) const { return index < m_text.size() ? m_text[index] : U'\0'; }

    template <typename Predicate>
    std::size_t endOf(std::size_t begin, Predicate belongs) const {
        while (begin < m_text.size() && belongs(m_text[begin])) ++begin;
        return begin;
    }

    /// Behind the name of the function that a text may begin with: f, y, z, a word of its own such
    /// as loss, or any name with its variables in brackets.
    std::size_t behindOwnName() const {
        constexpr std::size_t shortestWord = 3;
        const std::size_t begin = endOf(0, isBlank);
        const std::size_t end =
            endOf(isGreekName(at(begin)) ? begin + 1 : endOf(begin, isLetter), isDigit);
        const std::string name = encoded(m_text.substr(begin, end - begin));
        const bool isUsual = name == "f" || name == "y" || name == "z";
        // sinx = 0 and xyz = 3 are equations.
        if (end == begin || place(name) || (!isUsual && namesIn(name, m_known))) return 0;
        const bool isCalled = at(endOf(end, isBlank)) == U'(';
        return isUsual || isCalled || end - begin >= shortestWord ? end : 0;
    }

    /// Behind a leading "y =", "f(x) =" or "loss(w) =", which only names the function.
    std::size_t behindName() {
        std::size_t next = behindOwnName();
        if (next == 0) return 0;
        std::vector<std::string> declared;
        const auto takes = [&](char32_t wanted) {
            next = endOf(next, isBlank);
            return at(next) == wanted && ++next > 0;
        };
        const auto takesVariables = [&] {
            return std::ranges::all_of(m_names, [&](const std::string& name) {
                return (&name == &m_names.front() || takes(U',')) &&
                       std::ranges::all_of(name, takes);
            });
        };
        const auto takesNames = [&] {
            do {
                next = endOf(next, isBlank);
                const std::size_t end = endOfName(next);
                if (end == next) return false;
                declared.push_back(nameBetween(std::exchange(next, end), end));
            } while (takes(U','));
            return true;
        };
        const bool isWhole =
            !takes(U'(') || ((m_isOpen ? takesNames() : takesVariables()) && takes(U')'));
        (void)takes(U':');
        if (!isWhole || !takes(U'=') || at(next) == U'=') return 0;
        m_declared = std::move(declared);
        return next;
    }

    /// Of a name that a text may bring; where it begins if there is none.
    std::size_t endOfName(std::size_t begin) const {
        const bool isGreek = isGreekName(at(begin));
        const std::size_t letters = isGreek ? begin + 1 : endOf(begin, isLetter);
        const std::string word = encoded(m_text.substr(begin, letters - begin));
        const std::size_t end = endOf(letters, isDigit);
        return isGreek || (letters > begin && takesDigits(word)) ? end : begin;
    }

    /// The sign of the unit micro is a mu.
    std::string nameBetween(std::size_t begin, std::size_t end) const {
        std::u32string name(m_text.substr(begin, end - begin));
        std::ranges::replace(name, U'\u00B5', U'\u03BC');
        return encoded(name);
    }

    void fail(Fault fault, std::size_t end) {
        m_error = readError(fault, m_text, m_next, end - m_next);
    }

    void append(Token token, std::size_t end) {
        token.column = m_next;
        token.length = end - m_next;
        m_tokens.push_back(token);
        m_next = end;
    }

    void readOne() {
        const char32_t first = m_text[m_next];
        if (isBlank(first)) {
            ++m_next;
        } else if (isDigit(first) || first == U'.') {
            readNumber();
        } else if (isLetter(first)) {
            readWord();
        } else if (isRaised(first)) {
            readSuperscript();
        } else if (m_isOpen && isGreekName(first) && !(first == U'σ' && isCalled(m_next + 1))) {
            readGreek();
        } else {
            readSign();
        }
    }

    void readNumber() {
        const auto isMantissa = [](char32_t c) { return isDigit(c) || c == U'.'; };
        std::size_t end = endOf(m_next, isMantissa);
        if (at(end) == U'e' || at(end) == U'E') {
            const char32_t sign = at(end + 1);
            const bool isMinus = sign == U'-' || sign == U'−' || sign == U'–';
            const std::size_t digits = end + (isMinus || sign == U'+' ? 2 : 1);
            if (isDigit(at(digits))) {
                const std::string mantissa = textUntil(end);
                end = endOf(digits, isMantissa);
                const std::string exponent = encoded(m_text.substr(digits, end - digits));
                appendNumber(Symbol::Number, mantissa + (isMinus ? "e-" : "e") + exponent, end);
                return;
            }
        }
        appendNumber(Symbol::Number, textUntil(end), end);
    }

    void readSuperscript() {
        const std::size_t end = endOf(m_next, isRaised);
        std::string literal;
        for (const char32_t raised : m_text.substr(m_next, end - m_next)) {
            const std::size_t digit = raisedDigits.find(raised);
            if (digit != raisedDigits.npos) {
                literal += static_cast<char>('0' + digit);
            } else if (raised == raisedMinus) {
                literal += '-';
            } else if (!literal.empty()) {
                literal += '+';
            }
        }
        appendNumber(Symbol::Superscript, literal, end);
    }

    void appendNumber(Symbol symbol, std::string_view literal, std::size_t end) {
        const auto value = literalValue(literal);
        if (!value) return fail(Fault::BadNumber, end);
        if (std::isinf(*value)) return fail(Fault::NumberTooLarge, end);
        if (*value == 0 && !isZero(literal)) return fail(Fault::NumberTooSmall, end);
        append({.symbol = symbol, .value = *value}, end);
    }

    /// A word takes digits along when they make a name (log2); behind them it must not go on: log2x
    /// could be log2(x) or log(2x).
    void readWord() {
        std::size_t end = endOf(m_next, isLetter);
        const std::size_t behindDigits = endOf(end, isDigit);
        const bool isOwn = m_isOpen && takesDigits(textUntil(end));
        const bool isNumbered = behindDigits > end && at(behindDigits) != U'.' &&
                                (isOwn || endsInNumberedName(textUntil(behindDigits), m_known));
        if (isNumbered) end = behindDigits;
        const bool isAmbiguous = isNumbered && isLetter(at(end));
        const std::string word = textUntil(end);
        if (isAmbiguous) {
            m_error = readError(Fault::NumberedName, m_text, m_next, endOf(end, isLetter) - m_next);
            m_error->suggestion = word;
            return;
        }
        auto names = namesIn(word, m_known);
        if (!names && isOwn && isNumbered) names = {word};
        if (!names && m_isOpen) names = ownNames(word, isCalled(end));
        if (!names || names->empty())
            return append({.symbol = Symbol::UnknownName}, endOf(end, isLetter));
        for (const std::string_view name : *names) append(named(name), m_next + name.size());
    }

    /// A letter that is a name of its own, with the digits behind it.
    void readGreek() {
        const std::size_t digits = endOf(m_next + 1, isDigit);
        const std::size_t end = at(digits) == U'.' ? m_next + 1 : digits;
        append(variable(nameBetween(m_next, end)), end);
    }

    bool isCalled(std::size_t end) const { return at(endOf(end, isBlank)) == U'('; }

    std::optional<std::size_t> place(std::string_view variable) const {
        const auto found = std::ranges::find(m_names, variable);
        if (found == m_names.end()) return std::nullopt;
        return static_cast<std::size_t>(found - m_names.begin());
    }

    Token variable(std::string_view name) {
        if (!place(name)) m_names.emplace_back(name);
        return {.symbol = Symbol::Variable, .variable = *place(name)};
    }

    Token named(std::string_view name) {
        if (place(name)) return variable(name);
        if (name == "e") return {.symbol = Symbol::E};
        if (name == "pi") return {.symbol = Symbol::Pi};
        if (const Function* function = functionNamed(name))
            return {.symbol = Symbol::Function, .function = function};
        return variable(name);
    }

    void readSign() {
        const std::u32string_view rest = m_text.substr(m_next);
        for (const Sign& sign : signs) {
            if (!rest.starts_with(sign.spelling)) continue;
            return append({.symbol = sign.symbol, .kind = sign.kind},
                          m_next + sign.spelling.size());
        }
        const char32_t first = rest.front();
        if (isControl(first)) return fail(Fault::NotText, m_next + 1);
        for (const Function& function : functions()) {
            if (function.sign != first) continue;
            const bool isRadical = std::holds_alternative<Radical>(function.typesetting);
            return append(
                {.symbol = isRadical ? Symbol::Radical : Symbol::Function, .function = &function},
                m_next + 1);
        }
        if (first == U'=') return fail(Fault::Assignment, m_next + 1);
        if (first == U'"' || first == U'“') return fail(Fault::String, endOfString());
        fail(Fault::StrayCharacter, first == U'\\' ? endOfCommand() : m_next + 1);
    }

    /// Of LaTeX: a backslash with letters, or with one sign.
    std::size_t endOfCommand() const {
        const std::size_t behindLetters = endOf(m_next + 1, isLetter);
        const bool isSign = behindLetters == m_next + 1 && behindLetters < m_text.size() &&
                            !isBlank(m_text[behindLetters]);
        return isSign ? behindLetters + 1 : behindLetters;
    }

    std::size_t endOfString() const {
        const std::size_t close = m_text.find_first_of(U"\"”", m_next + 1);
        return close == m_text.npos ? m_text.size() : close + 1;
    }

    std::string textUntil(std::size_t end) const {
        return encoded(m_text.substr(m_next, end - m_next));
    }

    std::u32string_view m_text;
    bool m_isOpen;                            ///< takes the names that it meets
    const std::vector<std::string>& m_known;  ///< names that need not be told
    std::vector<std::string> m_names;
    std::vector<std::string> m_declared;
    std::size_t m_next = 0;
    std::vector<Token> m_tokens;
    std::optional<ReadError> m_error;
};

}  // namespace

Result<Tokens, ReadError> tokens(std::u32string_view text,
                                 const std::vector<std::string>* variables) {
    return Lexer(text, variables).tokens();
}

ReadError readError(Fault fault, std::u32string_view text, std::size_t column, std::size_t length) {
    ReadError error;
    error.fault = fault;
    error.column = column;
    error.length = length;
    if (column < text.size()) error.subject = encoded(text.substr(column, length));
    return error;
}

}  // namespace formula
