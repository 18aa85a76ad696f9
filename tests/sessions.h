// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <random>

#include "functions.h"
#include "session/fields/fields.h"
#include "session/session.h"

/// Equal in all, zeros of the same sign.
inline bool sameBits(const session::Session& a, const session::Session& b) {
    return a == b && std::ranges::all_of(session::fields(), [&](const session::Field& field) {
               return field.text(a) == field.text(b);
           });
}

/// Sessions that a person could set, and odd ones; the same at every run of the test.
class RandomSessions {
public:
    session::Session next() {
        session::Session made;
        made.function = functionOf(QString::fromUtf8(pick(functions)));
        made.initialGuess = oneIn(4) ? pick(oddGuesses) : number(1e12);
        made.settings.alpha = std::abs(number(10));
        made.settings.maxIterations =
            std::uniform_int_distribution<std::int64_t>(1, descent::mostIterations)(m_random);
        if (oneIn(2)) made.settings.tolerance = std::abs(number(1));
        if (oneIn(2)) made.settings.direction = descent::Direction::Ascend;
        if (oneIn(2)) made.settings.method = method();
        if (oneIn(2)) made.settings.schedule = schedule();
        if (oneIn(2)) made.settings.noise = noise();
        made.range =
            oneIn(4) ? insight::Range{-0.0, 1e-240 + std::abs(number(1e200))} : wideRange();
        if (oneIn(2)) made.values = wideRange();
        if (oneIn(2)) made.view = pick(views);
        made.parabola = oneIn(2);
        if (oneIn(2)) made.standing.step = made.settings.maxIterations / 2;
        for (int more = oneIn(2) ? 7 : 0; more > 0; --more)
            made.others.push_back(
                {number(1e12), std::abs(number(10)), method(), schedule(), noise()});
        if (!made.others.empty() && oneIn(2)) made.chosen = 3;
        if (oneIn(2)) made.title = QString::fromUtf8(pick(titles));
        if (oneIn(2)) made.note = QString::fromUtf8(pick(titles)) + QStringLiteral("\n\n!");
        return made;
    }

private:
    /// Where a command has the range of x.
    static constexpr std::array views = {session::View::Curve, session::View::Convergence,
                                         session::View::Cobweb};
    static constexpr std::array titles = {"'",
                                          "a'b''c'",
                                          "\"x\"",
                                          "$HOME `id` $(id)",
                                          "!! !x",
                                          "\\ \\\\ \\'",
                                          "# x",
                                          "* ? [a] {a,b} ~",
                                          "; id & id | id > y < z",
                                          "--alpha",
                                          "-x",
                                          "<b>&amp;</b> %41",
                                          " ",
                                          "😀 π, “x”"};
    static constexpr std::array functions = {
        "x^4-4*x^2+x", "x²",       "−x·2 + √x",  "|x|",      "x<0 ? -x : x^2", "x>1 && x<2 || x==3",
        "-x^2",        "--x",      "  2 x ",     "x\n+\t1",  "sin²x + π÷2",    "x+1&&x!=2",
        "x**2",        "1e-300*x", "x\u00a0+ 1", "max(x, 1)"};
    static constexpr std::array oddGuesses = {0.0,
                                              -0.0,
                                              std::numeric_limits<double>::denorm_min(),
                                              2.2250738585072014e-308,
                                              1e12,
                                              -1e12,
                                              0.1,
                                              -1.0 / 3,
                                              123456789.12345678,
                                              1e-7};

    template <typename Value, std::size_t size>
    Value pick(const std::array<Value, size>& from) {
        return from[std::uniform_int_distribution<std::size_t>(0, size - 1)(m_random)];
    }
    bool oneIn(int cases) { return std::uniform_int_distribution<int>(1, cases)(m_random) == 1; }
    /// Not 0, of any size up to `most`, and of random digits.
    double number(double most) {
        for (;;) {
            const double value = std::bit_cast<double>(m_random());
            if (std::isfinite(value) && value != 0 && std::abs(value) <= most) return value;
        }
    }
    /// One with some of its knobs turned.
    descent::Method method() {
        const auto& all = descent::methods();
        const std::size_t last = all.size() - 1;
        descent::Method made = all[std::uniform_int_distribution<std::size_t>(0, last)(m_random)];
        for (const descent::Setting& setting : descent::settingsOf(made)) {
            const double part = std::fmod(std::abs(number(0.999)), 1);
            const double reach = std::min(setting.high, 2.0) - setting.low;
            const double value = setting.isSwitch ? 0 : setting.low + part * reach;
            if (oneIn(2)) made = descent::with(made, setting.knob, value);
        }
        return made;
    }
    descent::Schedule schedule() {
        if (oneIn(2)) return descent::Exponential{std::fmod(std::abs(number(0.999)), 1)};
        return oneIn(2) ? descent::Schedule(descent::Warmup{7}) : descent::Constant();
    }
    descent::Noise noise() {
        if (oneIn(2)) return {};
        return {std::abs(number(1e6)),
                std::uniform_int_distribution<std::uint64_t>(0, 99)(m_random)};
    }
    insight::Range wideRange() {
        const double low = std::uniform_real_distribution<double>(-1e3, 1e3)(m_random);
        return {low, low + std::uniform_real_distribution<double>(1e-6, 1e3)(m_random)};
    }

    std::mt19937_64 m_random{20240229};
};
