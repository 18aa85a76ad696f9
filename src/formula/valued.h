// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "formula/analysis.h"

namespace formula {

/// An analysis with a value for each of its constants: what can be computed. An immutable value; a
/// copy costs a pointer and the numbers, and may go to another thread.
class Valued {
public:
    /// x ↦ 0.
    Valued() : Valued(Analysis()) {}
    /// All constants are 1.
    Valued(
        Analysis analysis)  // NOLINT(google-explicit-constructor): where there are none, the same
        : Valued(std::make_shared<const Analysis>(std::move(analysis)), {}) {}
    /// The constants that have no value here are 1.
    Valued(std::shared_ptr<const Analysis> analysis, std::vector<double> constants)
        : m_analysis(std::move(analysis)), m_constants(std::move(constants)) {
        m_constants.resize(m_analysis->constants.size(), 1);
    }

    const Analysis& operator*() const { return *m_analysis; }
    const Analysis* operator->() const { return m_analysis.get(); }
    std::span<const double> constants() const { return m_constants; }

    /// Whether it is the same function of the same variables.
    bool operator==(const Valued& other) const {
        return m_constants == other.m_constants &&
               (m_analysis == other.m_analysis ||
                (m_analysis->variables == other.m_analysis->variables &&
                 m_analysis->constants == other.m_analysis->constants &&
                 m_analysis->function == other.m_analysis->function));
    }

private:
    std::shared_ptr<const Analysis> m_analysis;
    std::vector<double> m_constants;
};

}  // namespace formula
