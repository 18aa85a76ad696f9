// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "descent/descent.h"
#include "descent/objective.h"
#include "insight/basins.h"
#include "insight/range.h"

namespace insight {

/// Tells where cut-off runs of one function are going. What it has found out about one it knows of
/// the next, so that the runs of a map cost hardly more than one. Belongs to one thread.
class Approaches {
public:
    /// Looks at f in steps of `grain` (> 0) near a run and in longer ones far from it.
    Approaches(const descent::Objective& objective, const descent::Settings& settings,
               double grain);

    /// What a run does from then on, as far as the shape of f about it tells.
    struct Outlook {
        /// Approaches: each step, or every other, brings it nearer to a place where it will rest;
        /// Swings: it goes back and forth, and not ever farther, for some hundred steps at least;
        /// Moves: neither.
        Fate fate = Fate::Moves;
        double place = 0;  ///< that it approaches
    };
    Outlook from(double x);

private:
    /// A place where runs rest, or would if steps there did not lead away from it.
    struct Valley {
        double place;
        Range slopes;  ///< around it, down to it from both ends
        Range near;    ///< around it: from here runs near it
        bool repels;   ///< steps from close by lead away
    };
    struct Way {
        double place;  ///< the first ahead where a run can rest
        bool steady;   ///< no step from in between leads beyond it
    };

    double slopeAt(double x) const { return m_objective.slope(x); }
    double after(double x) const;
    std::optional<Way> wayFrom(double x) const;
    const Valley* nearing(double x) const;
    Valley& valleyAt(double place);
    double levelBetween(double from, double to) const;
    bool shrinks(double place, double away) const;
    bool shrinksWithin(double place, double distance) const;
    Outlook motion(double x) const;

    const descent::Objective& m_objective;
    const descent::Settings& m_settings;
    double m_grain;
    std::vector<Valley> m_valleys;
    Range m_last;  ///< from beyond these ends no place lies ahead
};

}  // namespace insight
