// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula/expression.h"

#include <muParser.h>

#include <algorithm>
#include <charconv>
#include <list>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "formula/functions.h"

namespace formula {

namespace {

double negated(double value) {
    return -value;
}

/// The digits that Program leaves as literals; muParser's own reader of numbers copies the rest of
/// the text at every token, which makes compiling quadratic.
int readDigit(const char* text, int* position, double* value) {
    if (*text < '0' || *text > '9') return 0;
    *value = *text - '0';
    ++*position;
    return 1;
}

/// muParser with our functions in the place of its own, which lose precision or swallow NaN.
class Calculator final : public mu::ParserBase {
public:
    Calculator() {
        AddValIdent(readDigit);
        Init();
    }

private:
    void InitCharSets() override {
        DefineNameChars("0123456789abcdefghijklmnopqrstuvwxyz");
        DefineOprtChars("+-*^/?<>=!&|");
        DefineInfixOprtChars("-");
    }

    void InitConst() override {}

    void InitOprt() override { DefineInfixOprt("-", negated); }

    void InitFun() override {
        for (const Function& each : functions()) {
            const std::string name(each.name);
            std::visit([&](auto how) { DefineFun(name, how); }, each.value);
        }
    }
};

/// muParser refuses 20,000 characters; a single helper has at most half of that.
constexpr std::size_t longestPreparation = 10'000;

}  // namespace

struct Expression::Compiled {
    Compiled(const Program& program, std::span<const double> values)
        : constants(program.constants),
          parameters(values.begin(), values.end()),
          helpers(program.helpers.size(), 0),
          others(program.variables - 1, 0) {
        parameters.resize(program.parameters, 1);
        std::string assignments;
        for (std::size_t i = 0; i < program.helpers.size(); ++i) {
            if (!assignments.empty()) assignments += ',';
            assignments += 't' + std::to_string(i + 1) + "=(" + program.helpers[i] + ')';
            if (assignments.size() < longestPreparation && i + 1 < program.helpers.size()) continue;
            compile(preparations.emplace_back(), assignments);
            assignments.clear();
        }
        compile(formula, program.text);
    }

    void compile(Calculator& calculator, const std::string& text) {
        calculator.SetVarFactory(address, this);
        calculator.SetExpr(text);
        calculator.Eval();
    }

    static double* address(const char* name, void* compiled) {
        return static_cast<Compiled*>(compiled)->address(std::string_view(name));
    }

    /// The value of a formula with helpers. Inlined, it would slow down all the formulas without.
    [[gnu::noinline]] double prepared() const {
        for (const Calculator& preparation : preparations) preparation.Eval();
        return formula.Eval();
    }

    double* address(std::string_view name) {
        if (name == "x") return &x;
        std::vector<double>& table = name.front() == 'x'   ? others
                                     : name.front() == 'k' ? constants
                                     : name.front() == 'c' ? parameters
                                                           : helpers;
        std::size_t number = 0;
        std::from_chars(name.data() + 1, name.data() + name.size(), number);
        if (name.front() == 'x') --number;
        if (number < 1 || number > table.size())
            throw std::invalid_argument("unknown name: " + std::string(name));
        return &table[number - 1];
    }

    double x = 0;
    std::vector<double> constants;
    std::vector<double> parameters;
    std::vector<double> helpers;
    std::list<Calculator> preparations;  ///< these assign the helpers, in order
    Calculator formula;
    /// Not beside x: written together with it, one would delay the reading of x by 8 ns.
    std::vector<double> others;  ///< the variables but the first
};

Expression::Expression(const Program& program, std::span<const double> parameters) try
    : m_compiled(std::make_unique<Compiled>(program, parameters)) {
} catch (const mu::ParserError& error) {
    throw std::invalid_argument(error.GetMsg());
}

Expression::~Expression() = default;
Expression::Expression(Expression&&) noexcept = default;
Expression& Expression::operator=(Expression&&) noexcept = default;

double Expression::operator()(std::span<const double> at) const {
    double* other = m_compiled->others.data();
    for (std::size_t i = 1; i < at.size(); ++i) *other++ = at[i];
    return (*this)(at.front());
}

double Expression::operator()(double x) const {
    m_compiled->x = x;
    if (!m_compiled->preparations.empty()) return m_compiled->prepared();
    return m_compiled->formula.Eval();
}

std::int64_t evaluationsPerFrame(const Program& program) {
    constexpr double frame = 8e6;  // nanoseconds, as the next two
    constexpr double call = 20;
    constexpr double letter = 4;
    return static_cast<std::int64_t>(frame / (call + letter * static_cast<double>(program.effort)));
}

}  // namespace formula
