// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/vectorequation.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "descent/vectorequation.h"
#include "session/equation.h"

namespace session {

namespace {

constexpr std::string_view equals = " = ";
constexpr QLatin1String same("&nbsp;=&nbsp;");

/// What is equal to a left side: symbols and, where there are any, numbers in their places.
struct Chain {
    std::string_view left;
    std::string_view symbols;
    std::string_view numbers;
};

Chain chainOf(std::string_view line) {
    const std::string_view left = Equation::leftSide(line);
    const std::size_t right = line.find(equals) + equals.size();
    const std::size_t numbers = line.find(equals, right);
    if (numbers == std::string_view::npos) return {left, line, {}};
    return {left, line.substr(0, numbers), line.substr(numbers + equals.size())};
}

std::vector<Chain> chainsOf(const std::vector<std::string_view>& lines) {
    std::vector<Chain> chains;
    for (const std::string_view line : lines) {
        if (!line.starts_with('=')) {
            chains.push_back(chainOf(line));
        } else if (line.starts_with("= ")) {
            chains.back().numbers = line.substr(2);
        }
    }
    return chains;
}

class VectorEquation {
public:
    VectorEquation(const descent::State& from, const descent::State& to,
                   const descent::Settings& settings, int digits, const QStringList& variables)
        : m_settings(settings), m_variables(variables) {
        const descent::State seen = descent::asSeen(settings, from);
        const descent::StepLength length = descent::stepLength(settings, seen, to);
        for (std::size_t i = 0; i < from.at.size(); ++i)
            m_coordinates.emplace_back(descent::coordinateOf(from, i),
                                       descent::coordinateOf(seen, i), descent::coordinateOf(to, i),
                                       settings, length, digits);
        readLines(seen, to, length.alpha);
    }

    QString text() const {
        QStringList written;
        if (first().isNoisy()) written += noise();
        for (std::size_t chain = 0; chain < m_chains[0].size(); ++chain) written += lines(chain);
        written += first().values();
        return written.join(QStringLiteral("<br>"));
    }

private:
    const Equation& first() const { return m_coordinates.front(); }

    void readLines(descent::State seen, const descent::State& to, double alpha) {
        if (m_settings.direction == descent::Direction::Ascend)
            for (double& slope : seen.gradient) slope = -slope;
        const descent::VectorStep step{m_settings.method, seen, to, alpha};
        Equation::Terms terms{step.termNames(), {}, {}};
        for (const std::string_view name : terms.names)
            if (!step.isOneNumber(name)) terms.vectors.push_back(name);
        for (std::size_t i = 0; i < m_coordinates.size(); ++i) {
            terms.values.clear();
            for (std::size_t term = 0; term < terms.names.size(); ++term)
                terms.values.push_back(step.term(term, i));
            m_coordinates[i].setTerms(terms);
            m_chains.push_back(chainsOf(m_coordinates[i].about(step.equation(i))));
        }
        for (const Chain& chain : m_chains.front()) m_isOne.push_back(step.isOneNumber(chain.left));
    }

    /// Those of all coordinates that have one.
    QStringList lines(std::size_t chain) const {
        if (m_isOne[chain]) return {oneNumber(chain)};
        if (!isAlike(chain)) return apart(chain);
        const Chain& all = m_chains.front()[chain];
        const QString symbols = first().typeset(all.symbols);
        if (all.numbers.empty() || isSpared(all.left)) return {symbols + same + results(all.left)};
        return QStringList{symbols} + numbers(chain);
    }

    QString oneNumber(std::size_t chain) const {
        const Chain& only = m_chains.front()[chain];
        QString line = first().typeset(only.symbols);
        if (!only.numbers.empty())
            line += QStringLiteral(" =&nbsp;") + first().typeset(only.numbers);
        return line + same + first().resultText(only.left);
    }

    /// Whether a step is made in the same way in all coordinates.
    bool isAlike(std::size_t chain) const {
        return std::ranges::all_of(m_chains, [&](const std::vector<Chain>& other) {
            return other[chain].symbols == m_chains.front()[chain].symbols;
        });
    }

    /// Of many variables what is on the way to the step would fill more than a window.
    bool isSpared(std::string_view left) const {
        constexpr std::size_t most = 3;
        return m_coordinates.size() > most && left != "x'";
    }

    QString results(std::string_view left) const {
        QStringList all;
        for (const Equation& coordinate : m_coordinates) all += coordinate.resultText(left);
        return QStringLiteral("(%1)").arg(all.join(QStringLiteral(", ")));
    }

    QString label(std::size_t coordinate) const {
        const QString name = m_variables.value(static_cast<qsizetype>(coordinate));
        return QStringLiteral("&nbsp;&nbsp;&nbsp;%1:&nbsp;").arg(typesetName(name.toStdString()));
    }

    /// The numbers of a coordinate up to the last one.
    QString numbersOf(std::size_t coordinate, std::size_t chain) const {
        const Chain& here = m_chains[coordinate][chain];
        const QString numbers = m_coordinates[coordinate].typeset(here.numbers);
        const QString result = m_coordinates[coordinate].resultText(here.left);
        const bool isOne = result == numbers || result == QStringLiteral("<b>%1</b>").arg(numbers);
        return isOne ? result : numbers + same + result;
    }

    QStringList numbers(std::size_t chain) const {
        QStringList lines;
        for (std::size_t i = 0; i < m_coordinates.size(); ++i)
            lines += label(i) + numbersOf(i, chain);
        return lines;
    }

    QStringList apart(std::size_t chain) const {
        QStringList lines;
        for (std::size_t i = 0; i < m_coordinates.size(); ++i)
            lines += label(i) + m_coordinates[i].typeset(m_chains[i][chain].symbols) +
                     QStringLiteral(" =&nbsp;") + numbersOf(i, chain);
        return lines;
    }

    QStringList noise() const {
        QStringList lines{first().noisyGradient()};
        for (std::size_t i = 0; i < m_coordinates.size(); ++i)
            lines += label(i) + m_coordinates[i].noisyNumbers();
        return lines;
    }

    const descent::Settings& m_settings;
    QStringList m_variables;
    std::vector<Equation> m_coordinates;
    std::vector<std::vector<Chain>> m_chains;  ///< of each coordinate
    std::vector<bool> m_isOne;                 ///< of each chain, for all coordinates
};

}  // namespace

QString vectorEquation(const descent::State& from, const descent::State& to,
                       const descent::Settings& settings, int digits,
                       const QStringList& variables) {
    return VectorEquation(from, to, settings, digits, variables).text();
}

}  // namespace session
