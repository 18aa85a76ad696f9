// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "descent/descent.h"

/// Random formulas, starts and settings, the same ones with every library.
class RandomRuns {
public:
    explicit RandomRuns(std::uint64_t seed) : m_random(seed) {}

    std::string function() { return sum(2); }
    double start() { return rounded(between(-8, 8)); }
    descent::Settings settings() {
        return {rounded(logarithmic(1e-4, 3)), std::llround(logarithmic(20, 2000)), 1e-6,
                part() < 0.2 ? descent::Direction::Ascend : descent::Direction::Descend};
    }

private:
    double part() { return static_cast<double>(m_random() >> 11) * 0x1p-53; }
    double between(double low, double high) { return low + part() * (high - low); }
    double logarithmic(double low, double high) {
        return std::exp(between(std::log(low), std::log(high)));
    }
    int upTo(int most) { return static_cast<int>(part() * (most + 1)); }

    static std::string text(double value) {
        char buffer[32];
        std::snprintf(buffer, sizeof buffer, "%.3g", value);
        return buffer;
    }
    static double rounded(double value) { return std::stod(text(value)); }

    /// Appended piece by piece: GCC 12 warns of a string that is put behind a literal.
    static std::string inBrackets(const std::string& inside) {
        return std::string("(").append(inside).append(")");
    }

    std::string coefficient() {
        const double size = logarithmic(0.1, 5);
        return inBrackets(text(part() < 0.4 ? -size : size));
    }
    std::string linear() {
        switch (upTo(3)) {
            case 0:
                return "x";
            case 1:
                return coefficient() + "*x";
            case 2:
                return inBrackets(std::string("x+").append(coefficient()));
            default:
                return inBrackets(coefficient() + "*x+" + coefficient());
        }
    }
    std::string polynomial() {
        std::string sum = coefficient() + "*x";
        const int degree = 2 + upTo(2);
        for (int power = 2; power <= degree; ++power) {
            if (power < degree && part() < 0.5) continue;
            const std::string factor =
                power == degree && part() < 0.7 ? text(logarithmic(0.1, 2)) : coefficient();
            sum.append("+").append(factor).append("*x^").append(std::to_string(power));
        }
        return inBrackets(sum);
    }
    std::string call(int depth) {
        static const std::vector<std::string> names = {"exp", "sin",  "cos",  "ln",   "sqrt",
                                                       "abs", "atan", "tanh", "cosh", "cbrt"};
        const std::string& name = names[static_cast<std::size_t>(upTo(9))];
        const bool needsPositive = name == "ln" || name == "sqrt";
        const std::string inner = depth > 0 && part() < 0.3 ? sum(depth - 1) : linear();
        if (needsPositive && part() < 0.7)
            return name + "(" + text(logarithmic(0.1, 5)) + "+" + inner + "^2)";
        return name + "(" + inner + ")";
    }
    std::string power() {
        static const std::vector<std::string> exponents = {"2",  "3",  "4",   "6",  "1.5",
                                                           "-1", "-2", "2.5", "0.5"};
        const std::string exponent = exponents[static_cast<std::size_t>(upTo(8))];
        const bool whole = exponent.find('.') == std::string::npos;
        const std::string base = whole ? linear() : std::string("abs").append(inBrackets(linear()));
        return base + "^(" + exponent + ")";
    }
    std::string term(int depth) {
        const double kind = part();
        if (kind < 0.25) return polynomial();
        if (kind < 0.45) return coefficient() + "*" + power();
        if (kind < 0.75) return coefficient() + "*" + call(depth);
        if (kind < 0.9) return coefficient() + "*" + power() + "*" + call(depth);
        return coefficient() + "*exp(-" + linear() + "^2)";
    }
    std::string sum(int depth) {
        std::string all = term(depth);
        for (int more = upTo(2); more > 0; --more) all.append("+").append(term(depth));
        return inBrackets(all);
    }

    std::mt19937_64 m_random;
};
