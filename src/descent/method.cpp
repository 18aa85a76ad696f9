// SPDX-License-Identifier: GPL-3.0-or-later
#include "descent/method.h"

#include <span>
#include <utility>

namespace descent {

const std::vector<Method>& methods() {
    static const std::vector<Method> all = eachKind<Method>();
    return all;
}

std::string_view name(const Method& method) {
    return std::visit([](const auto& rule) { return rule.name; }, method);
}

std::string_view label(const Method& method) {
    return std::visit([](const auto& rule) { return rule.label; }, method);
}

std::vector<std::string_view> equation(const Method& method, const State& from, const State& to) {
    return std::visit(
        [&](const auto& rule) {
            std::span<const std::string_view> lines = rule.equation;
            if constexpr (requires { rule.equationOf(from, to); })
                lines = rule.equationOf(from, to);
            return std::vector<std::string_view>(lines.begin(), lines.end());
        },
        method);
}

std::vector<std::string_view> termNames(const Method& method) {
    return std::visit(
        [](const auto& rule) {
            std::vector<std::string_view> names;
            if constexpr (requires { rule.terms; })
                names.assign(rule.terms.begin(), rule.terms.end());
            return names;
        },
        method);
}

double term(const Method& method, std::size_t which, const State& from, const State& to) {
    return std::visit(
        [&](const auto& rule) {
            if constexpr (requires { rule.term(which, from, to); }) {
                return rule.term(which, from, to);
            } else {
                return 0.0;
            }
        },
        method);
}

bool isPlain(const Method& method) {
    if (const auto* momentum = std::get_if<Momentum>(&method)) return momentum->beta == 0;
    if (const auto* nesterov = std::get_if<Nesterov>(&method)) return nesterov->beta == 0;
    return std::holds_alternative<Gradient>(method);
}

double usualAlpha(const Method& method) {
    return std::visit(
        [](const auto& rule) {
            if constexpr (requires { rule.usualAlpha; }) return rule.usualAlpha;
            return usualRate;
        },
        method);
}

std::optional<Method> methodNamed(std::string_view wanted) {
    return kindNamed(methods(), wanted);
}

std::vector<std::string_view> memoryNames(const Method& method) {
    return std::visit(
        [](const auto& rule) {
            return std::vector<std::string_view>(rule.memory.begin(), rule.memory.end());
        },
        method);
}

std::optional<Response> response(const Method& method, double alpha, double curvature) {
    return std::visit([=](const auto& rule) { return rule.response(alpha, curvature); }, method);
}

std::vector<Setting> settingsOf(const Method& method) {
    return knobSettings(method);
}

Method with(Method method, std::string_view knob, double value) {
    return withKnob(std::move(method), knob, value);
}

}  // namespace descent
