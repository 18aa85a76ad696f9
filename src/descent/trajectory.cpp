// SPDX-License-Identifier: GPL-3.0-or-later
#include "descent/trajectory.h"

#include <sys/mman.h>

#include <algorithm>
#include <new>
#include <span>

namespace descent {

namespace {

std::size_t vectorsOf(const Method& method) {
    return std::visit([](const auto& rule) { return rule.memory.size(); }, method);
}

std::size_t keptNumbersOf(const Method& method) {
    return std::visit([]<typename Rule>(const Rule&) { return keptNumbers<Rule>; }, method);
}

/// Which a table has, too: the equation of its steps has them.
std::vector<std::string_view> keptNamesOf(const Method& method) {
    return std::visit(
        []<typename Rule>(const Rule&) {
            std::vector<std::string_view> names;
            if constexpr (keptNumbers < Rule >> 0) {
                static_assert(Rule::terms.size() == keptNumbers<Rule>);
                names.assign(Rule::terms.begin(), Rule::terms.end());
            }
            return names;
        },
        method);
}

/// The numbers of a rule after so many steps, to the last bit as the steps made them. Mostly they
/// come to their last values long before a run ends.
template <Counts Rule>
auto numbersAfter(const Rule& rule, std::size_t steps) {
    auto numbers = Rule::first;
    for (std::size_t n = 0; n < steps; ++n) {
        const auto next = rule.following(numbers);
        if (next == numbers) break;
        numbers = next;
    }
    return numbers;
}

/// Memory that is not set to 0, as most of it may never be needed. Of large blocks what costs is
/// that the system provides page after page: it is asked for large ones.
std::shared_ptr<double[]> fresh(std::size_t numbers) {
    constexpr std::size_t hugePage = std::size_t{2} << 20;
    const std::size_t bytes = numbers * sizeof(double);
    if (bytes < hugePage) return std::make_shared_for_overwrite<double[]>(numbers);
    constexpr std::align_val_t alignment{hugePage};
    auto* const memory = static_cast<double*>(::operator new(bytes, alignment));
    std::shared_ptr<double[]> block(memory, [](double* own) { ::operator delete(own, alignment); });
#ifdef MADV_HUGEPAGE
    ::madvise(memory, bytes, MADV_HUGEPAGE);
#endif
    return block;
}

}  // namespace

Trajectory::Trajectory(std::size_t variables, const Settings& settings)
    : m_variables(variables),
      m_settings(settings),
      m_width(variables * (2 + vectorsOf(settings.method)) + 1 + keptNumbersOf(settings.method)) {}

void Trajectory::append(const State& state) {
    double* row = appended();
    row = std::copy_n(state.at.begin(), m_variables, row);
    *row++ = state.value;
    row = std::copy_n(state.gradient.begin(), m_variables, row);
    for (std::size_t i = 0; i < vectorsOf(m_settings.method); ++i)
        row = std::copy_n(state.memory[i].begin(), m_variables, row);
    std::copy_n(state.numbers.begin(), keptNumbersOf(m_settings.method), row);
}

Step Trajectory::operator[](std::size_t n) const {
    const double* const numbers = row(n);
    return {static_cast<std::int64_t>(n), Point(std::span(numbers, m_variables)),
            numbers[m_variables], Point(std::span(numbers + m_variables + 1, m_variables))};
}

State Trajectory::state(std::size_t n) const {
    State state{(*this)[n]};
    const double* memory = row(n) + 2 * m_variables + 1;
    for (std::size_t i = 0; i < vectorsOf(m_settings.method); ++i, memory += m_variables)
        state.memory[i] = Point(std::span(memory, m_variables));
    std::visit(
        [&]<typename Rule>(const Rule& rule) {
            if constexpr (Counts<Rule>) {
                std::ranges::copy(numbersAfter(rule, n), state.numbers.begin());
            } else {
                std::copy_n(memory, keptNumbers<Rule>, state.numbers.begin());
            }
        },
        m_settings.method);
    state.begins = false;
    return state;
}

std::vector<Trajectory::Column> Trajectory::columns(
    const std::vector<std::string>& variables) const {
    std::vector<std::string> others = {"f"};
    const auto addVector = [&](const std::string& name) {
        for (const std::string& variable : variables)
            others.push_back(variables.size() == 1 ? name : name + '_' + variable);
    };
    addVector("gradient");
    for (const std::string_view name : memoryNames(m_settings.method)) addVector(std::string(name));
    for (const std::string_view name : keptNamesOf(m_settings.method)) others.emplace_back(name);
    const bool varies = !isConstant(m_settings.schedule);
    std::vector<Column> all;
    for (const std::string& variable : variables) {
        const bool isTaken = variable == "iteration" || (varies && variable == "alpha") ||
                             std::ranges::count(others, variable) > 0;
        all.emplace_back(*this, isTaken ? variable + '_' : variable, all.size());
    }
    for (std::string& name : others) all.emplace_back(*this, std::move(name), all.size());
    if (varies) all.emplace_back(*this, "alpha", std::nullopt);
    return all;
}

Trajectory Trajectory::prefix(std::size_t size) const {
    Trajectory first = *this;
    if (size >= m_size) return first;
    first.m_blocks.resize(size == 0 ? 0 : placeOf(size - 1).block + 1);
    first.m_size = size;
    first.m_next = first.m_end = nullptr;
    return first;
}

bool Trajectory::continues(const Trajectory& earlier) const {
    return m_size >= earlier.m_size && !earlier.empty() &&
           m_blocks.front() == earlier.m_blocks.front();
}

void Trajectory::grow() {
    const std::size_t block = m_blocks.size();
    const std::size_t bits = block >= smallBlocks ? largeBits
                             : block == 0         ? firstBits
                                                  : firstBits + block - 1;
    const std::size_t numbers = (std::size_t{1} << bits) * m_width;
    m_blocks.push_back(fresh(numbers));
    m_next = m_blocks.back().get();
    m_end = m_next + numbers;
}

}  // namespace descent
