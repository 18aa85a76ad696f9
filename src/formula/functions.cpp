// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula/functions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <stdexcept>
#include <string>

#include "formula/morefunctions.h"
#include "formula/special.h"
#include "formula/writing/pythonforms.h"

namespace formula {

namespace {

using Unary = double (*)(double);
using Binary = double (*)(double, double);

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

double sign(double value) {
    return std::isnan(value) ? value : (value > 0) - (value < 0);
}

bool anyUndefined(const double* values, int count) {
    return std::any_of(values, values + count, [](double value) { return std::isnan(value); });
}

double least(const double* values, int count) {
    return anyUndefined(values, count) ? undefined : *std::min_element(values, values + count);
}

double greatest(const double* values, int count) {
    return anyUndefined(values, count) ? undefined : *std::max_element(values, values + count);
}

double hypotenuse(double a, double b) {
    return std::isnan(a) || std::isnan(b) ? undefined : std::hypot(a, b);
}

double softplus(double value) {
    return std::isnan(value) ? value : std::fmax(value, 0) + std::log1p(std::exp(-std::abs(value)));
}

/// A function with limits at infinity. There it has no value: what is infinite is a pole, at whose
/// two sides the limits differ, or is too large for a double, as a divergence is.
template <double (*function)(double)>
double bounded(double value) {
    return std::isinf(value) ? undefined : function(value);
}

double angle(double y, double x) {
    return std::isinf(x) || std::isinf(y) ? undefined : std::atan2(y, x);
}

double sigmoid(double value) {
    const double small = std::exp(-std::abs(value));
    return (value < 0 ? small : 1) / (1 + small);
}

double cotangent(double value) {
    return 1 / std::tan(value);
}

double secant(double value) {
    return 1 / std::cos(value);
}

double cosecant(double value) {
    return 1 / std::sin(value);
}

Formula firstOfHypot(const Formula& first, const Formula& second) {
    return Formula::binary(Kind::Divide, first, Formula::call(function("hypot"), {first, second}));
}

Formula secondOfHypot(const Formula& first, const Formula& second) {
    return Formula::binary(Kind::Divide, second, Formula::call(function("hypot"), {first, second}));
}

Formula nextOrder(const Formula& order, const Formula& argument) {
    const Formula next = Formula::binary(Kind::Add, order, Formula::number(1));
    return Formula::call(function("polygamma"), {next, argument});
}

/// Of the same name in NumPy and PyTorch.
Python both(std::string_view name) {
    return Python(Ready(name));
}

Python called(std::string_view inNumpy, std::string_view inPytorch) {
    return {Ready(inNumpy), Ready(inPytorch)};
}

}  // namespace

/// Derivatives from the NIST Digital Library of Mathematical Functions, https://dlmf.nist.gov: 4.7
/// exponentials and powers, 4.20 circular, 4.24 inverse circular, 4.34 hyperbolic, 4.38 inverse
/// hyperbolic functions, 5.2 and 5.15 gamma functions, 7.2 error functions.
const std::vector<Function>& functions() {
    constexpr auto tame = Growth::AtMostLinear;
    constexpr auto wild = Growth::Any;
    constexpr int quick = 0;
    static const std::vector<Function> own = {
        {"sin", 1, 1, Unary(std::sin), Slope("cos(x)"), tame, quick, Named("sin"), both("sin")},
        {"cos", 1, 1, Unary(std::cos), Slope("-sin(x)"), tame, quick, Named("cos"), both("cos")},
        {"tan", 1, 1, Unary(std::tan), Slope("1/cos(x)^2"), wild, quick, Named("tan"), both("tan")},
        {"asin", 1, 1, Unary(std::asin), Slope("1/sqrt(1-x^2)"), wild, quick, Named("asin"),
         called("arcsin", "asin")},
        {"acos", 1, 1, Unary(std::acos), Slope("-1/sqrt(1-x^2)"), wild, quick, Named("acos"),
         called("arccos", "acos")},
        {"atan", 1, 1, bounded<std::atan>, Slope("1/(1+x^2)"), tame, quick, Named("atan"),
         called("arctan", "atan").withLimits()},
        {"sinh", 1, 1, Unary(std::sinh), Slope("cosh(x)"), wild, quick, Named("sinh"),
         both("sinh")},
        {"cosh", 1, 1, Unary(std::cosh), Slope("sinh(x)"), wild, quick, Named("cosh"),
         both("cosh")},
        {"tanh", 1, 1, bounded<std::tanh>, Slope("1/cosh(x)^2"), tame, quick, Named("tanh"),
         both("tanh").withLimits()},
        {"asinh", 1, 1, Unary(std::asinh), Slope("1/sqrt(1+x^2)"), tame, quick, Named("asinh"),
         called("arcsinh", "asinh")},
        // Two roots: undefined where acosh is.
        {"acosh", 1, 1, Unary(std::acosh), Slope("1/(sqrt(x-1)*sqrt(x+1))"), wild, quick,
         Named("acosh"), called("arccosh", "acosh")},
        {"atanh", 1, 1, Unary(std::atanh), Slope("1/(1-x^2)"), wild, quick, Named("atanh"),
         called("arctanh", "atanh")},
        {"exp", 1, 1, Unary(std::exp), Slope("exp(x)"), wild, quick, Exponential(), both("exp")},
        {"ln", 1, 1, Unary(std::log), Logarithm(std::numbers::e), wild, quick, Named("ln"),
         both("log"), "log"},
        {"log2", 1, 1, Unary(std::log2), Logarithm(2), wild, quick, Named("log₂"), both("log2")},
        {"log10", 1, 1, Unary(std::log10), Logarithm(10), wild, quick, Named("log₁₀"),
         both("log10")},
        {"lg", 1, 1, Unary(std::log10), Logarithm(10), wild, quick, Named("lg"), both("log10")},
        {"sqrt",
         1,
         1,
         Unary(std::sqrt),
         Slope("1/(2*sqrt(x))"),
         wild,
         quick,
         Radical("√"),
         both("sqrt"),
         {},
         U'√'},
        // Defined for negative x, as x^(-2/3) is not.
        {"cbrt",
         1,
         1,
         Unary(std::cbrt),
         Slope("1/(3*cbrt(x)^2)"),
         tame,
         quick,
         Radical("∛"),
         Python(Ready("cbrt"), Defined(python::cbrt)),
         {},
         U'∛'},
        {"abs", 1, 1, Unary(std::abs), Slope("sign(x)"), tame, quick, Enclosed("|", "|"),
         both("abs")},
        {"sign", 1, 1, bounded<sign>, Steps(), tame, quick, Named("sign"),
         both("sign").withLimits()},
        {"floor", 1, 1, Unary(std::floor), Steps(), tame, quick, Enclosed("⌊", "⌋"), both("floor")},
        {"ceil", 1, 1, Unary(std::ceil), Steps(), tame, quick, Enclosed("⌈", "⌉"), both("ceil")},
        {"round", 1, 1, Unary(std::round), Steps(), tame, quick, Named("round"),
         Python(Defined(python::rounded))},
        {"pow", 2, 2, Binary(std::pow), Raise(), wild, quick, Superscript(),
         called("power", "pow")},
        {"min", 1, 0, least, Extremum(Kind::LessEqual), tame, quick, Named("min"),
         Python(Ready("minimum"), Defined(python::smaller))},
        {"max", 1, 0, greatest, Extremum(Kind::GreaterEqual), tame, quick, Named("max"),
         Python(Ready("maximum"), Defined(python::larger))},
        {"atan2", 2, 2, angle, Angle(), wild, quick, Named("atan2"),
         called("arctan2", "atan2").withLimits()},
        {"hypot", 2, 2, hypotenuse, Partials(firstOfHypot, secondOfHypot), wild, quick,
         Named("hypot"), both("hypot")},
        {"softplus", 1, 1, softplus, Slope("sigmoid(x)"), tame, quick, Named("softplus"),
         Python(Defined(python::softplus), Defined(python::softplusInPyTorch))},
        {"sigmoid", 1, 1, bounded<sigmoid>, Slope("sigmoid(x)*sigmoid(-x)"), tame, quick,
         Named("sigmoid"), Python(Defined(python::sigmoid), Ready("sigmoid")).withLimits()},
        {"cot", 1, 1, cotangent, Slope("-1/sin(x)^2"), wild, quick, Named("cot"),
         Python(Defined(python::cot))},
        {"sec", 1, 1, secant, Slope("sec(x)*tan(x)"), wild, quick, Named("sec"),
         Python(Defined(python::sec))},
        {"csc", 1, 1, cosecant, Slope("-(csc(x)*cot(x))"), wild, quick, Named("csc"),
         Python(Defined(python::csc))},
        {"erf", 1, 1, bounded<std::erf>, Slope("2/sqrt(pi)*exp(-x^2)"), tame, quick, Named("erf"),
         Python(Defined(python::erf), Ready("erf")).withLimits()},
        {"erfc", 1, 1, bounded<std::erfc>, Slope("-2/sqrt(pi)*exp(-x^2)"), tame, quick,
         Named("erfc"), Python(Defined(python::erfc), Ready("erfc")).withLimits()},
        {"gamma",
         1,
         1,
         gamma,
         Slope("gamma(x)*digamma(x)"),
         wild,
         20,
         Named("Γ"),
         Python(Defined(python::gamma), Defined(python::gammaInPyTorch)),
         {},
         U'Γ'},
        {"lgamma", 1, 1, logarithmOfGamma, Slope("digamma(x)"), wild, 10, Named("ln\u202F|Γ|"),
         Python(Defined(python::lgamma), Ready("lgamma"))},
        {"digamma",
         1,
         1,
         digamma,
         Slope("polygamma(1,x)"),
         wild,
         20,
         Named("ψ"),
         Python(Defined(python::digamma), Ready("digamma")),
         {},
         U'ψ'},
        {"polygamma", 2, 2, polygamma, Orders(nextOrder), wild, 150, Indexed("ψ"),
         Python(Defined(python::polygamma), Ready("polygamma"))},
    };
    static const std::vector<Function> all = [] {
        std::vector<Function> joined = own;
        const std::vector<Function> more = moreFunctions();
        joined.insert(joined.end(), more.begin(), more.end());
        return joined;
    }();
    return all;
}

const Function* functionNamed(std::string_view name) {
    const auto& all = functions();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Function& each) {
        return each.name == name || (!each.alias.empty() && each.alias == name);
    });
    return found == all.end() ? nullptr : &*found;
}

const Function& function(std::string_view name) {
    if (const Function* known = functionNamed(name)) return *known;
    throw std::invalid_argument("unknown function: " + std::string(name));
}

}  // namespace formula
