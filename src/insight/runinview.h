// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "descent/descent.h"
#include "descent/objective.h"
#include "insight/range.h"

namespace core {

/// A run, step after step, and what of it has to be in view.
class RunInView {
public:
    /// `objective` and `settings` outlive this.
    RunInView(const Objective& objective, const Settings& settings, double start);

    void take(const Step& step);

    /// What has to be in view, and the extremum that the run came to or nears, if it does.
    struct Sight {
        Range extent;
        std::optional<double> goal;
        bool isBeginning = false;  ///< of a run that gets far away
    };
    Sight sight() const;

    bool moved() const { return m_whole.low < m_whole.high; }
    /// Whether f is level about the place, too.
    bool isFlat(double x) const;

    /// f, or −f when ascending.
    double height(double x) const;
    /// f', or −f' when ascending.
    double uphill(double x) const;

private:
    static constexpr std::size_t mostFirst = 64;

    std::optional<double> goal(const std::optional<Outcome>& end) const;
    std::optional<double> marchesTo() const;
    bool isExtremum(double x) const;
    bool growsFast() const;
    Range withWayOut() const;
    std::optional<double> firstTurn(double from, double to) const;
    std::optional<double> leaptOver() const;
    Range beginning() const;

    const Objective& m_objective;
    const Settings& m_settings;
    Range m_whole;  ///< of all places where f has a value
    std::vector<Step> m_first;
    Step m_last;
    Step m_before;
    double m_longest = 0;  ///< step
};

}  // namespace core
