// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "formula/writing/python.h"
#include "session/session.h"

namespace output {

/// How a script writes places and gradients: of one variable as numbers, of several as arrays. The
/// text is for NumPy; see formula::inDialect().
class ScriptPlaces {
public:
    ScriptPlaces(const session::Session& session, formula::Dialect dialect);

    bool isOne() const { return m_variables == 1; }
    /// The start of the run.
    std::string start() const;
    /// What a method remembers at first.
    std::string zero() const;
    /// The function of this name at a place.
    std::string call(std::string_view name, std::string_view at) const;
    /// How large a gradient or a step is.
    std::string size(std::string_view vector) const;
    /// That it holds in any coordinate.
    std::string any(std::string_view test) const;
    /// That two places, or two lists of all that decides a step, are the same.
    std::string samePlace(std::string_view one, std::string_view other) const;
    std::string sameState(std::string_view one, std::string_view other) const;

    /// The head of what is printed, and how a line is printed.
    std::string head() const;
    std::string row(std::string_view at) const;

    /// What the optimizer remembers as numbers.
    std::string numbersOf(std::string_view tensor) const;
    /// The noise of a step, of standard deviation 1.
    std::string noiseAt(std::int64_t iteration) const;
    std::string noises(std::string_view rows) const;
    std::string freshNoise() const;

private:
    bool isForNumpy() const { return m_dialect == formula::Dialect::NumPy; }

    const session::Session& m_session;
    formula::Dialect m_dialect;
    std::size_t m_variables;
};

}  // namespace output
