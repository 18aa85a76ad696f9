// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula/tape/recording.h"

#include <algorithm>
#include <string>
#include <utility>

#include "formula/functions.h"
#include "formula/tape/numbering.h"

namespace formula {

namespace {

/// Gives each value that varies a place, and registers of values that nobody reads any more to the
/// next.
class Recorder {
public:
    Recorder(Recording& recording, const std::vector<Step>& steps, const Kernels& kernels)
        : m_recording(recording), m_steps(steps), m_kernels(kernels) {
        const std::size_t values = recording.variables + steps.size();
        m_places.resize(values, nowhere);
        for (std::uint32_t i = 0; i < recording.variables; ++i) m_places[i] = i;
        m_lastUses.resize(values, 0);
        for (std::size_t i = 0; i < steps.size(); ++i) {
            for (const Value value : steps[i].from)
                if (value.varies) m_lastUses[value.index] = i;
        }
    }

    void record(const std::vector<Value>& results) {
        const auto first = static_cast<std::uint32_t>(m_recording.variables);
        for (std::uint32_t i = 0; i < results.size(); ++i) {
            const bool isFree = results[i].varies && m_places[results[i].index] == nowhere;
            if (isFree) m_places[results[i].index] = first + i;
        }
        for (std::size_t i = 0; i < m_steps.size(); ++i) record(i);
        for (std::uint32_t i = 0; i < results.size(); ++i) {
            const bool isThere = results[i].varies && m_places[results[i].index] == first + i;
            const auto how = results[i].varies ? Operation::Copy : Operation::Fill;
            if (!isThere) write({how, nullptr, {results[i]}}, first + i);
        }
    }

private:
    static constexpr auto nowhere = static_cast<std::uint32_t>(-1);

    void record(std::size_t step) {
        const auto firstRegister =
            static_cast<std::uint32_t>(m_recording.variables + m_recording.results);
        for (const Value value : m_steps[step].from) {
            if (!value.varies || m_lastUses[value.index] != step) continue;
            const std::uint32_t place = m_places[value.index];
            const bool isFree = std::ranges::find(m_free, place) != m_free.end();
            if (place >= firstRegister && !isFree) m_free.push_back(place);
        }
        std::uint32_t& into = m_places[m_recording.variables + step];
        if (into == nowhere && m_free.empty()) {
            into = firstRegister + static_cast<std::uint32_t>(m_recording.registers++);
        } else if (into == nowhere) {
            into = m_free.back();
            m_free.pop_back();
        }
        write(m_steps[step], into);
    }

    void write(const Step& step, std::uint32_t into) {
        Instruction next;
        next.into = into;
        next.function = step.call;
        next.kernel = step.call == nullptr ? m_kernels.of(step.operation)
                                           : m_kernels.named(std::string(step.call->name).c_str());
        for (const Value value : step.from) {
            if (value.varies) {
                next.from.push_back(m_places[value.index]);
            } else {
                next.number = value.index;
            }
        }
        m_recording.instructions.push_back(std::move(next));
    }

    Recording& m_recording;
    const std::vector<Step>& m_steps;
    const Kernels& m_kernels;
    std::vector<std::uint32_t> m_places;  ///< of each value that varies
    std::vector<std::size_t> m_lastUses;  ///< the last step that reads it
    std::vector<std::uint32_t> m_free;
};

}  // namespace

Recording recorded(std::span<const Formula> results, std::span<const std::string> variables,
                   std::span<const std::string> constants, const Kernels& kernels) {
    Numbering numbering(variables, constants);
    std::vector<Value> values;
    for (const Formula& result : results) values.push_back(numbering.of(result));
    Recording recording;
    recording.variables = variables.size();
    recording.constants = constants.size();
    recording.results = results.size();
    recording.numbers = numbering.takeNumbers();
    recording.numbers.push_back(0);  // there is one to read for who needs none
    recording.preparations = numbering.takePreparations();
    Recorder(recording, numbering.steps(), kernels).record(values);
    return recording;
}

const Kernels& quickestKernels() {
#ifdef __x86_64__
    static const bool hasFour =
        __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0;
    if (hasFour) return fourLanes;
#endif
    return twoLanes;
}

}  // namespace formula
