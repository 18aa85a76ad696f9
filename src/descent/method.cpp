// SPDX-License-Identifier: GPL-3.0-or-later
#include "descent/method.h"

#include <span>
#include <utility>

namespace descent {

namespace {

template <std::size_t... index>
std::vector<Method> eachOf(std::index_sequence<index...>) {
    return {Method(std::in_place_index<index>)...};
}

}  // namespace

const std::vector<Method>& methods() {
    static const std::vector<Method> all =
        eachOf(std::make_index_sequence<std::variant_size_v<Method>>());
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

double usualAlpha(const Method& method) {
    return std::visit(
        [](const auto& rule) {
            if constexpr (requires { rule.usualAlpha; }) return rule.usualAlpha;
            return usualRate;
        },
        method);
}

std::optional<Method> methodNamed(std::string_view wanted) {
    for (const Method& method : methods()) {
        if (name(method) == wanted) return method;
    }
    return std::nullopt;
}

std::vector<std::string_view> memoryNames(const Method& method) {
    return std::visit(
        [](const auto& rule) {
            return std::vector<std::string_view>(rule.memory.begin(), rule.memory.end());
        },
        method);
}

bool isPlain(const Method& method) {
    if (const auto* momentum = std::get_if<Momentum>(&method)) return momentum->beta == 0;
    return std::holds_alternative<Gradient>(method);
}

bool stays(const Method& method) {
    return std::visit([](const auto& rule) { return rule.stays; }, method);
}

std::optional<Response> response(const Method& method, double alpha, double curvature) {
    return std::visit([=](const auto& rule) { return rule.response(alpha, curvature); }, method);
}

std::vector<Setting> settingsOf(const Method& method) {
    return std::visit(
        [](const auto& rule) {
            static constexpr std::decay_t<decltype(rule)> usual{};
            std::vector<Setting> settings;
            for (const auto& knob : rule.knobs) {
                const bool isSwitch = knob.flag != nullptr;
                const auto of = [&](const auto& one) {
                    return isSwitch ? static_cast<double>(one.*knob.flag) : one.*knob.number;
                };
                settings.push_back({knob.name, of(rule), isSwitch, of(usual), knob.low, knob.high,
                                    knob.includesLow});
            }
            return settings;
        },
        method);
}

Method with(Method method, std::string_view name, double value) {
    std::visit(
        [=](auto& rule) {
            for (const auto& knob : rule.knobs) {
                if (knob.name != name) continue;
                if (knob.flag) {
                    rule.*knob.flag = value != 0;
                } else {
                    rule.*knob.number = value;
                }
            }
        },
        method);
    return method;
}

}  // namespace descent
