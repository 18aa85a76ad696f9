// SPDX-License-Identifier: GPL-3.0-or-later
#include "descent/script.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "descent/settings.h"

namespace descent {

namespace {

template <typename Rule>
std::int64_t settledFrom(const Rule& rule) {
    std::int64_t n = 0;
    if constexpr (Counts<Rule>) {
        auto numbers = Rule::first;
        for (auto next = rule.following(numbers); next != numbers && n < mostIterations; ++n) {
            numbers = next;
            next = rule.following(numbers);
        }
    }
    return n;
}

/// With the knobs in the place of their names in braces.
std::string withKnobs(std::string text, const Method& method) {
    for (const Setting& setting : settingsOf(method)) {
        const std::string name = '{' + std::string(setting.knob) + '}';
        const std::size_t at = text.find(name);
        if (at != text.npos) text.replace(at, name.size(), literal(setting.value));
    }
    return text;
}

}  // namespace

Script scriptOf(const Method& method, std::size_t variables) {
    Script script;
    std::visit(
        [&](const auto& rule) {
            script.lines.assign(rule.script.begin(), rule.script.end());
            if constexpr (requires { rule.arrayScript; }) {
                if (variables > 1)
                    script.lines.assign(rule.arrayScript.begin(), rule.arrayScript.end());
            }
            script.memory.assign(rule.memory.begin(), rule.memory.end());
            if constexpr (requires { rule.running; })
                script.running.assign(rule.running.begin(), rule.running.end());
            if constexpr (requires { rule.optimizer(); }) script.optimizer = rule.optimizer();
            script.settledFrom = settledFrom(rule);
        },
        method);
    script.optimizer = withKnobs(std::move(script.optimizer), method);
    return script;
}

std::string_view scriptOf(const Schedule& schedule) {
    return std::visit([](const auto& kind) { return kind.script; }, schedule);
}

std::string literal(double value) {
    char text[32];
    const auto end = std::to_chars(std::begin(text), std::end(text), value).ptr;
    const std::string digits(text, end);
    return digits == "-0" ? "-0.0" : digits;
}

}  // namespace descent
