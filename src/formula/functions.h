// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <variant>
#include <vector>

#include "formula/formula.h"
#include "formula/writing/pythonform.h"

namespace formula {

/// The code that computes a function: of one argument, of two, or of an array and its length. NaN
/// in gives NaN out.
using Code =
    std::variant<double (*)(double), double (*)(double, double), double (*)(const double*, int)>;

/// The derivative of a function of one argument x: a formula in x that reads.
struct Slope {
    constexpr explicit Slope(std::string_view inX) : formula(inX) {}
    std::string_view formula;
};
/// The partial derivatives of a function of two arguments at these.
struct Partials {
    Formula (*byFirst)(const Formula& first, const Formula& second);
    Formula (*bySecond)(const Formula& first, const Formula& second);
};
/// The derivatives of one function: of a constant order, a whole number from 0 to largestOrder, and
/// of x.
struct Orders {
    Formula (*next)(const Formula& order, const Formula& argument);
};
/// Constant in steps: the derivative is 0.
struct Steps {};
/// To this base. Unlike a Slope its derivative keeps no w/w where ln(w) has nothing to lose.
struct Logarithm {
    double base;
};
/// Of atan2(y, x): (x y' - y x') / (x^2 + y^2).
struct Angle {};
/// The argument that compares so with all the others.
struct Extremum {
    Kind wins;
};
/// Another writing of ^.
struct Raise {};
/// How a function is differentiated. A row without it does not compile.
using Derivative = std::variant<Slope, Partials, Orders, Steps, Logarithm, Angle, Extremum, Raise>;

/// How a call is written for people: with a name, between two signs, behind a radical, as a power
/// of e, as ^, or as a letter with its first argument raised in brackets.
struct Named {
    constexpr explicit Named(std::string_view before) : name(before) {}
    std::string_view name;
};
struct Enclosed {
    std::string_view left;
    std::string_view right;
};
struct Radical {
    std::string_view sign;
};
struct Exponential {};
struct Superscript {};
struct Indexed {
    std::string_view letter;
};
using Typesetting = std::variant<Named, Enclosed, Radical, Exponential, Superscript, Indexed>;

/// Whether a function has a finite value, at most about as large as its arguments, wherever these
/// are finite.
enum class Growth { AtMostLinear, Any };

/// A function that formulas may call: a row of the table that reading, differentiating, evaluating
/// and printing go by.
struct Function {
    std::string_view name;  ///< for readers and printers
    int minArguments;
    int maxArguments;  ///< 0 means any number from minArguments on
    Code value;
    Derivative derivative;
    Growth growth;
    /// What a call takes beyond what its letters in a Program stand for: so many letters more.
    int effort;
    Typesetting typesetting;
    Python python;
    std::string_view alias = {};  ///< read as another name
    char32_t sign = 0;            ///< read as this, too, such as √
};

/// Every function, the likelier ones first.
const std::vector<Function>& functions();
/// The function of that name or alias, or null.
const Function* functionNamed(std::string_view name);
/// The function of that name, which must be there.
const Function& function(std::string_view name);

}  // namespace formula
