// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula/tape.h"

#include <algorithm>
#include <variant>

#include "formula/functions.h"
#include "formula/tape/recording.h"
#include "formula/values.h"

namespace formula {

namespace {

/// A function called for each lane.
void loop(const Instruction& instruction, const std::vector<const double*>& from, double* into,
          std::size_t count) {
    const auto argument = [&](std::size_t which, std::size_t lane) {
        return from[instruction.from[which]][lane];
    };
    const Code& code = instruction.function->value;
    if (const auto* unary = std::get_if<double (*)(double)>(&code)) {
        for (std::size_t i = 0; i < count; ++i) into[i] = (*unary)(argument(0, i));
    } else if (const auto* binary = std::get_if<double (*)(double, double)>(&code)) {
        for (std::size_t i = 0; i < count; ++i) into[i] = (*binary)(argument(0, i), argument(1, i));
    } else {
        std::vector<double> arguments(instruction.from.size());
        for (std::size_t i = 0; i < count; ++i) {
            for (std::size_t each = 0; each < arguments.size(); ++each)
                arguments[each] = argument(each, i);
            into[i] = std::get<2>(code)(arguments.data(), static_cast<int>(arguments.size()));
        }
    }
}

Tape tape(std::span<const Formula> results, const Valued& function) {
    return Tape(results, function->variables, function->constants, function.constants());
}

}  // namespace

Tape::Tape(std::span<const Formula> results, std::span<const std::string> variables,
           std::span<const std::string> constants, std::span<const double> values,
           const Kernels& kernels)
    : m_recording(
          std::make_shared<const Recording>(recorded(results, variables, constants, kernels))),
      m_numbers(m_recording->numbers) {
    setConstants(values);
}

void Tape::setConstants(std::span<const double> values) {
    const std::size_t given = std::min(values.size(), m_recording->constants);
    std::copy_n(values.begin(), given, m_numbers.begin());
    prepare();
}

void Tape::prepare() {
    std::vector<double> operands;
    for (const Preparation& each : m_recording->preparations) {
        operands.clear();
        for (const std::uint32_t number : each.from) operands.push_back(m_numbers[number]);
        m_numbers[each.into] = applied(each.node, operands);
    }
}

std::size_t Tape::variables() const {
    return m_recording->variables;
}

std::size_t Tape::results() const {
    return m_recording->results;
}

std::size_t Tape::instructions() const {
    return m_recording->instructions.size();
}

void Tape::evaluate(Registers& registers, const double* const* in, double* const* out,
                    std::size_t count) const {
    registers.arrange(*m_recording, in, out);
    const std::vector<const double*>& from = registers.m_from;
    for (const Instruction& each : m_recording->instructions) {
        double* const into = registers.m_into[each.into];
        if (each.kernel == nullptr) {
            loop(each, from, into, count);
            continue;
        }
        const auto operand = [&](std::size_t which) {
            return which < each.from.size() ? from[each.from[which]] : nullptr;
        };
        each.kernel({into, operand(0), operand(1), operand(2), m_numbers[each.number], count});
    }
}

void Tape::Registers::arrange(const Recording& recording, const double* const* in,
                              double* const* out) {
    if (m_registers.size() < recording.registers) m_registers.resize(recording.registers);
    m_from.assign(in, in + recording.variables);
    m_from.insert(m_from.end(), out, out + recording.results);
    m_into.assign(recording.variables, nullptr);
    m_into.insert(m_into.end(), out, out + recording.results);
    for (std::size_t i = 0; i < recording.registers; ++i) {
        m_from.push_back(m_registers[i].lane);
        m_into.push_back(m_registers[i].lane);
    }
}

Tape tapeOfValue(const Valued& function) {
    return tape({&function->function, 1}, function);
}

Tape tapeOfGradient(const Valued& function) {
    return tape(function->gradient, function);
}

Tape tapeOfValueAndGradient(const Valued& function) {
    std::vector<Formula> all = {function->function};
    all.insert(all.end(), function->gradient.begin(), function->gradient.end());
    return tape(all, function);
}

Tape tapeOfHessian(const Valued& function) {
    return tape(function->hessian, function);
}

}  // namespace formula
