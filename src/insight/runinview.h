// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <stop_token>
#include <vector>

#include "descent/descent.h"
#include "descent/objective.h"
#include "insight/range.h"

namespace insight {

/// A run, step after step, and what of it has to be in view.
class RunInView {
public:
    /// `objective` and `settings` outlive this.
    RunInView(const descent::Objective& objective, const descent::Settings& settings, double start,
              std::stop_token stop = {});

    void take(const descent::Step& step);

    struct Sight {
        Range extent;  ///< what has to be in view
        /// The extremum of the valley to show: the run came to it, nears it, or leapt off it so far
        /// at once that nothing but the start is in view.
        std::optional<double> goal;
        bool isBeginning = false;  ///< of a run that gets far away
    };
    Sight sight() const;

    bool moved() const { return m_whole.low < m_whole.high; }
    /// Whether f is level about the place, too.
    bool isFlat(double x) const;

    /// The cost; undefined once a stop is asked for, so that whoever goes by it ends soon.
    double height(double x) const { return stopped() ? undefined : m_objective.value(x); }
    /// Its derivative, likewise.
    double uphill(double x) const { return stopped() ? undefined : m_objective.slope(x); }

private:
    static constexpr std::size_t mostFirst = 64;
    static constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

    bool stopped() const { return m_stop.stop_requested(); }

    std::optional<double> goal(const std::optional<descent::Outcome>& end) const;
    std::optional<double> marchesTo() const;
    bool isExtremum(double x) const;
    bool growsFast() const;
    Range withWayOut() const;
    std::optional<double> firstTurn(double from, double to) const;
    std::optional<double> leaptOver() const;
    Sight getsAway() const;
    Range beginning() const;

    const descent::Objective& m_objective;
    const descent::Settings& m_settings;
    std::stop_token m_stop;
    Range m_whole;  ///< of all places where f has a value
    std::vector<descent::Step> m_first;
    descent::Step m_last;
    descent::Step m_before;
    double m_longest = 0;  ///< step
};

}  // namespace insight
