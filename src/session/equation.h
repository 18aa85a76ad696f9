// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string_view>
#include <vector>

#include "descent/descent.h"
#include "session/wording/wording.h"

namespace session {

/// A name as its symbol: "beta1" as β₁, "velocity" as v.
QString symbolFor(std::string_view name);

/// The symbols of descent::equation() and the numbers behind them, of one step in one coordinate.
class Equation {
public:
    /// What x and what a method remembers are typeset as.
    enum class Letters { Numbers, Vectors };
    /// The numbers that only the equation has.
    struct Terms {
        std::vector<std::string_view> names;
        std::vector<double> values;
        std::vector<std::string_view> vectors;  ///< those that are one for each coordinate
    };

    /// A step of a function of one variable.
    Equation(const descent::State& from, const descent::State& to,
             const descent::Settings& settings, int digits);
    /// One coordinate of a step of several: `seen` has the gradient that the step takes.
    Equation(const descent::State& there, const descent::State& seen, const descent::State& to,
             const descent::Settings& settings, descent::StepLength length, int digits);

    void setTerms(Terms terms) { m_terms = std::move(terms); }

    /// The lines that are about what the step takes, of all of them.
    std::vector<std::string_view> about(std::vector<std::string_view> lines) const;
    /// A line with its symbols in place. It breaks before a sign and nowhere else.
    QString typeset(std::string_view line) const;
    /// The number of what is on the left side of a line.
    QString resultText(std::string_view name) const;
    /// What has that name on a left side.
    static std::string_view leftSide(std::string_view line);

    bool isNoisy() const { return m_settings.noise.sigma > 0; }
    /// What the step takes for a derivative, in symbols and in numbers.
    QString noisyGradient() const;
    QString noisyNumbers() const;
    /// "f: 16 → 10.24".
    QString values() const;

    const descent::State& costFrom() const { return m_costFrom; }
    const descent::State& costTo() const { return m_costTo; }

private:
    QString piece(std::string_view name) const;
    QString symbol(std::string_view name, bool hat) const;
    QString derivativeAt(std::int64_t iteration) const;
    QString slopeAt(std::int64_t iteration) const;
    QString iterate(std::string_view name, std::int64_t iteration, bool hat = false) const;
    double value(std::string_view name) const;
    bool isTerm(std::string_view name) const;
    bool isCorrected() const;
    bool ascends() const { return m_settings.direction == descent::Direction::Ascend; }
    QString told(double number) const { return session::number(number, m_digits); }
    QString inBrackets(double number) const;
    QString signedNumber(double number) const;
    descent::State ofCost(descent::State state) const;

    Letters m_letters = Letters::Numbers;
    descent::State m_there;
    descent::State m_from;  ///< with the gradient that the step takes
    descent::State m_to;
    const descent::Settings& m_settings;
    descent::StepLength m_step;
    int m_digits;
    descent::State m_costFrom;
    descent::State m_costTo;
    std::vector<std::string_view> m_memory;
    std::vector<descent::Setting> m_knobs;
    Terms m_terms;
};

}  // namespace session
