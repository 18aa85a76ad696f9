// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/surface/rise.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "plot/paint/axes.h"
#include "plot/surface/roundnumbers.h"
#include "session/wording/wording.h"

namespace plot {

namespace {

/// Beyond every box, and yet a number to reckon with.
constexpr double farthest = 1000;

std::vector<double> sortedFinite(std::span<const double> values) {
    std::vector<double> finite;
    for (const double value : values) {
        if (std::isfinite(value)) finite.push_back(value);
    }
    std::ranges::sort(finite);
    return finite;
}

double quantile(const std::vector<double>& sorted, double part) {
    return sorted[static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1))];
}

/// All of them, unless some lie several times as far out as nearly all do.
insight::Range robust(const std::vector<double>& sorted) {
    constexpr double few = 0.02;
    constexpr double reach = 3;
    const double low = quantile(sorted, few);
    const double high = quantile(sorted, 1 - few);
    const double more = reach * (high - low);
    if (!(more > 0) || !std::isfinite(more)) return {sorted.front(), sorted.back()};
    return {std::max(sorted.front(), low - more), std::min(sorted.back(), high + more)};
}

}  // namespace

Rise::Rise(std::span<const double> values, Kind kind, descent::Direction direction) {
    const std::vector<double> sorted = sortedFinite(values);
    m_isEmpty = sorted.empty();
    if (m_isEmpty) return;
    m_range = m_eased = robust(sorted);
    if (m_range.low == m_range.high) {
        const double half = std::max(std::abs(m_range.low), 1.0) / 2;
        m_range = m_eased = {m_range.low - half, m_range.high + half};
    } else if (kind == Kind::Logarithmic) {
        constexpr double few = 0.05;
        const bool descends = direction == descent::Direction::Descend;
        m_best = descends ? m_range.low : m_range.high;
        m_unit = std::abs(quantile(sorted, descends ? few : 1 - few) - m_best);
        if (!(m_unit > 0)) m_unit = m_range.high / 1000 - m_range.low / 1000;
        m_eased = {eased(m_range.low), eased(m_range.high)};
    }
}

double Rise::eased(double value) const {
    if (m_unit == 0) return value;
    const double away = value - m_best;
    return std::copysign(std::log1p(std::abs(away) / m_unit), away);
}

double Rise::of(double value) const {
    if (std::isnan(value)) return value;
    const double at = eased(value);
    const double height = (at / 2 - m_eased.low / 2) / (m_eased.high / 2 - m_eased.low / 2);
    return std::clamp(height, -farthest, farthest);
}

/// The best value, and the powers of ten in the range with either sign.
std::vector<double> Rise::decades() const {
    std::vector<double> values{m_best};
    for (int power = -300; power <= 300; ++power) {
        const double size = std::pow(10, power);
        for (const double value : {-size, size}) {
            if (m_range.contains(value)) values.push_back(value);
        }
    }
    std::ranges::sort(values);
    return values;
}

std::vector<Rise::Tick> Rise::ticks(int count) const {
    std::vector<Tick> ticks;
    if (m_isEmpty) return ticks;
    if (m_unit == 0) {
        for (const RoundNumber& number : roundNumbers(m_range, count))
            ticks.push_back({of(number.value), number.text});
        return ticks;
    }
    const double apart = 0.7 / count;
    ticks.push_back({of(m_best), session::number(m_best, 3)});
    const auto isFree = [&](double height) {
        return std::ranges::none_of(
            ticks, [&](const Tick& other) { return std::abs(other.height - height) < apart; });
    };
    for (const double value : decades()) {
        if (isFree(of(value))) ticks.push_back({of(value), session::number(value, 3)});
    }
    return ticks;
}

}  // namespace plot
