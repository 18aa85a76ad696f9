// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace descent {

/// A number that a method or a schedule can be tuned by, or a switch.
template <typename Rule>
struct Knob {
    struct Whole {};  ///< a whole number from 1 to a million
    struct Part {};   ///< over 0, up to 1

    constexpr Knob(std::string_view called, double Rule::*what, bool mayBeZero, double below = 1)
        : name(called), number(what), high(below), includesLow(mayBeZero) {}
    constexpr Knob(std::string_view called, double Rule::*what, double least, double below)
        : name(called), number(what), low(least), high(below) {}
    constexpr Knob(std::string_view called, double Rule::*what, Whole)
        : name(called), number(what), low(1), high(1e6), includesHigh(true), isWhole(true) {}
    constexpr Knob(std::string_view called, double Rule::*what, Part)
        : name(called), number(what), includesLow(false), includesHigh(true) {}
    constexpr Knob(std::string_view called, bool Rule::*what) : name(called), flag(what) {}

    std::string_view name;
    double Rule::*number = nullptr;
    double low = 0;
    double high = 1;
    bool includesLow = true;
    bool includesHigh = false;
    bool isWhole = false;
    bool Rule::*flag = nullptr;
};

/// A knob as it is set.
struct Setting {
    std::string_view knob;
    double value = 0;  ///< of a switch 0 or 1
    bool isSwitch = false;
    double usual = 0;
    double low = 0;
    double high = 1;
    bool includesLow = true;
    bool includesHigh = false;
    bool isWhole = false;
};

/// One of each kind of a variant, with the usual knobs.
template <typename Variant>
std::vector<Variant> eachKind() {
    return []<std::size_t... index>(std::index_sequence<index...>) {
        return std::vector<Variant>{Variant(std::in_place_index<index>)...};
    }
    (std::make_index_sequence<std::variant_size_v<Variant>>());
}

/// The kind of that name with the usual knobs; nothing when there is none.
template <typename Variant>
std::optional<Variant> kindNamed(const std::vector<Variant>& kinds, std::string_view wanted) {
    for (const Variant& kind : kinds) {
        if (std::visit([](const auto& rule) { return rule.name; }, kind) == wanted) return kind;
    }
    return std::nullopt;
}

template <typename Variant>
std::vector<Setting> knobSettings(const Variant& variant) {
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
                                    knob.includesLow, knob.includesHigh, knob.isWhole});
            }
            return settings;
        },
        variant);
}

template <typename Variant>
Variant withKnob(Variant variant, std::string_view name, double value) {
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
        variant);
    return variant;
}

}  // namespace descent
