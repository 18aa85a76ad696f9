// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/scriptplaces.h"

#include "descent/noise.h"
#include "descent/script.h"

namespace output {

namespace {

/// "[1, 2]".
template <typename Numbers>
std::string listOf(const Numbers& numbers) {
    std::string list;
    for (const double number : numbers)
        list += (list.empty() ? "[" : ", ") + descent::literal(number);
    return list + ']';
}

std::string calling(std::string_view function, std::string_view argument) {
    return std::string(function).append("(").append(argument).append(")");
}

}  // namespace

ScriptPlaces::ScriptPlaces(const session::Session& session, formula::Dialect dialect)
    : m_session(session), m_dialect(dialect), m_variables(session.function.dimension()) {}

std::string ScriptPlaces::start() const {
    const descent::Point& at = m_session.initialGuess;
    return calling("np.float64", isOne() ? descent::literal(at[0]) : listOf(at));
}

std::string ScriptPlaces::zero() const {
    return isOne() ? "0.0" : calling("np.zeros", std::to_string(m_variables));
}

std::string ScriptPlaces::call(std::string_view name, std::string_view at) const {
    return calling(name, isOne() ? std::string(at) : '*' + std::string(at));
}

std::string ScriptPlaces::size(std::string_view vector) const {
    return calling(isOne() ? "abs" : "np.linalg.norm", vector);
}

std::string ScriptPlaces::any(std::string_view test) const {
    return std::string(test) + (isOne() ? "" : ".any()");
}

std::string ScriptPlaces::samePlace(std::string_view one, std::string_view other) const {
    const std::string test = std::string(one).append(" == ").append(other);
    return isOne() ? test : '(' + test + ").all()";
}

std::string ScriptPlaces::sameState(std::string_view one, std::string_view other) const {
    if (isOne()) return std::string(one).append(" == ").append(other);
    const std::string same =
        isForNumpy() ? "np.array_equal(a, b)" : "torch.equal(number(a), number(b))";
    return "all(" + same + " for a, b in zip(" + std::string(one) + ", " + std::string(other) +
           "))";
}

std::string ScriptPlaces::head() const {
    const auto& variables = m_session.function.analysis().variables;
    std::string names;
    std::string slopes;
    for (const std::string& name : variables) {
        names += ',' + name;
        slopes += isOne() ? ",gradient" : ",gradient_" + name;
    }
    return "iteration" + names + ",f" + slopes;
}

std::string ScriptPlaces::row(std::string_view at) const {
    const std::string place(at);
    if (isOne()) return "print(f\"{n},{" + place + ":.17g},{value:.17g},{slope:.17g}\")";
    return "print(n, *(f\"{number:.17g}\" for number in [*" + place +
           ", value, *slope]), sep=\",\")";
}

std::string ScriptPlaces::numbersOf(std::string_view tensor) const {
    return isOne() ? calling("float", tensor) : calling("torch.as_tensor", tensor) + ".tolist()";
}

std::string ScriptPlaces::noiseAt(std::int64_t iteration) const {
    descent::Point noise = m_session.initialGuess;
    for (std::size_t i = 0; i < noise.size(); ++i)
        noise[i] = descent::gaussian(m_session.settings.noise.seed, iteration, i);
    return isOne() ? descent::literal(noise[0]) : listOf(noise);
}

std::string ScriptPlaces::noises(std::string_view rows) const {
    const std::string list = '[' + std::string(rows) + ']';
    return isOne() ? list : calling("np.float64", list);
}

std::string ScriptPlaces::freshNoise() const {
    const std::string size = isOne() ? "" : std::to_string(m_variables);
    if (isForNumpy()) return "random.standard_normal(" + size + ')';
    return "torch.randn(" + (isOne() ? "()" : size) + ", dtype=torch.float64)";
}

}  // namespace output
