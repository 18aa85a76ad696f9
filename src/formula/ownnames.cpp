// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula/ownnames.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "formula/functions.h"
#include "formula/names.h"

namespace formula {

namespace {

constexpr std::array<std::string_view, 11> variables = {"x",  "y",  "z",  "x1", "x2", "x3",
                                                        "x4", "x5", "x6", "x7", "x8"};

constexpr std::array<std::string_view, 20> greek = {
    "alpha", "beta", "delta", "epsilon", "zeta", "eta", "theta", "iota",  "kappa", "lambda",
    "mu",    "nu",   "xi",    "rho",     "tau",  "phi", "chi",   "sigma", "omega", "upsilon"};

/// What other notations call something that has another name here, or none.
constexpr std::array<std::string_view, 45> foreign = {
    "arcsin",  "arccos", "arctan",   "arctg", "arsinh", "arcosh", "artanh",   "arcsinh", "arccosh",
    "arctanh", "tg",     "ctg",      "sh",    "ch",     "th",     "lb",       "ld",      "cosec",
    "coth",    "sech",   "csch",     "relu",  "ReLU",   "mod",    "root",     "int",     "if",
    "then",    "else",   "and",      "or",    "not",    "inf",    "infinity", "nan",     "psi",
    "Gamma",   "tgamma", "trigamma", "np",    "math",   "sum",    "prod",     "sqr",     "sgn"};

template <std::size_t Size>
bool contains(const std::array<std::string_view, Size>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

bool isVariableLetter(char letter) {
    return letter >= 'x' && letter <= 'z';
}

std::string lowered(std::string_view word) {
    std::string lower(word);
    for (char& letter : lower)
        letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return lower;
}

/// Not the other case of what has a meaning.
bool isOwnLetter(char letter) {
    const char lower = lowered({&letter, 1}).front();
    return letter == lower || (!isVariableLetter(lower) && lower != 'e');
}

/// One letter before or behind one or two variables.
bool isProduct(std::string_view word) {
    if (word.size() < 2 || word.size() > 3) return false;
    const auto others = std::ranges::count_if(word, [](char c) { return !isVariableLetter(c); });
    const char own = isVariableLetter(word.front()) ? word.back() : word.front();
    return others == 1 && !isVariableLetter(own) && isOwnLetter(own);
}

/// Words that may be a product as well.
bool isAmbiguous(std::string_view word) {
    return word.size() < 3 || (word.size() == 3 && std::ranges::any_of(word, isVariableLetter));
}

bool hasFunctionInIt(std::string_view word) {
    constexpr std::size_t shortest = 3;
    return std::ranges::any_of(functions(), [&](const Function& each) {
        return each.name.size() >= shortest && word.find(each.name) != word.npos;
    });
}

std::string asProduct(std::string_view word) {
    std::string product;
    for (const char letter : word) {
        const bool isDigit = letter >= '0' && letter <= '9';
        product.append(product.empty() || isDigit ? "" : "*") += letter;
    }
    return product;
}

/// A function with a letter that is its argument: "sinw".
std::string asCall(std::string_view word) {
    const std::string_view name = word.substr(0, word.size() - 1);
    const bool isCall = functionNamed(name) && isOwnLetter(word.back()) && word.back() != 'e';
    return isCall ? std::string(name) + '(' + word.back() + ')' : std::string();
}

/// A letter before what can be read: "k*sinx".
std::string asCoefficient(std::string_view word) {
    const std::string_view rest = word.substr(1);
    const bool isProduct = !isSlip(word) && isOwnLetter(word.front()) && rest.size() > 1 &&
                           namesIn(rest, {"x", "y", "z"});
    if (!isProduct) return {};
    std::string product(1, word.front());
    return product.append("*").append(rest);
}

}  // namespace

const std::vector<std::string>& usualNames() {
    static const std::vector<std::string> all = [] {
        std::vector<std::string> names(variables.begin(), variables.end());
        names.insert(names.end(), greek.begin(), greek.end());
        return names;
    }();
    return all;
}

bool isUsualVariable(std::string_view name) {
    return contains(variables, name);
}

std::vector<std::string_view> ownNames(std::string_view word, bool isCalled) {
    if (word.size() == 1) {
        const bool isFunctionItself = isCalled && word == "f";
        return isOwnLetter(word.front()) && !isFunctionItself ? std::vector<std::string_view>{word}
                                                              : std::vector<std::string_view>();
    }
    if (contains(foreign, word)) return {};
    if (isProduct(word)) {
        std::vector<std::string_view> letters;
        for (std::size_t i = 0; i < word.size(); ++i) letters.push_back(word.substr(i, 1));
        return letters;
    }
    const bool isRefused = isCalled || word.size() > longestName || isAmbiguous(word) ||
                           isSlip(word) || hasFunctionInIt(word);
    return isRefused ? std::vector<std::string_view>() : std::vector<std::string_view>{word};
}

bool takesDigits(std::string_view word) {
    if (std::ranges::find(usualNames(), word) != usualNames().end()) return true;
    if (functionNamed(word) || word == "e" || word == "pi") return false;
    const auto own = ownNames(word, false);
    return own.size() == 1;
}

bool isGreekName(char32_t letter) {
    constexpr std::u32string_view names = U"αβγδεζηθικλμνξρστυφχωΔΘΛΞΦΨΩµ";
    return names.find(letter) != names.npos;
}

bool beginsKnownName(std::string_view word) {
    const auto goesOn = [&](std::string_view name) {
        return name.size() > word.size() && name.starts_with(word);
    };
    const bool isOfFunction = std::ranges::any_of(
        functions(), [&](const Function& each) { return goesOn(each.name) || goesOn(each.alias); });
    return isOfFunction || goesOn("pi") || (word.size() > 1 && std::ranges::any_of(greek, goesOn));
}

std::string suggestionFor(std::string_view word) {
    const std::string near = nearestName(word, {"x"});
    if (word.size() == 1) return near;
    if (const std::string product = asCoefficient(word); !product.empty()) return product;
    if (const std::string call = asCall(word); !call.empty()) return call;
    if (!isSlip(word) && isAmbiguous(word) && std::ranges::all_of(word, isOwnLetter))
        return asProduct(word);
    return near;
}

}  // namespace formula
