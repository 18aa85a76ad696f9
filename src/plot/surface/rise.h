// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <span>
#include <vector>

#include "descent/descent.h"
#include "insight/range.h"

namespace plot {

/// How high the values of f lie in the box of a surface: those that it holds from 0 to 1, others,
/// as near a pole, beyond.
class Rise {
public:
    enum class Kind { Even, Logarithmic };

    Rise() = default;
    /// Of so many values of f, of which some may be no numbers. The box holds all but those that
    /// lie several times as far out as nearly all do. Logarithmic heights grow with the way from
    /// the best value, and evenly up to where a few are better.
    Rise(std::span<const double> values, Kind kind, descent::Direction direction);

    /// The height of a value in the box. Finite, also of an infinite one; NaN for NaN.
    double of(double value) const;
    /// The values at the foot and at the top of the box.
    const insight::Range& range() const { return m_range; }

    /// A number beside the box.
    struct Tick {
        double height = 0;
        QString text;
    };
    /// Round numbers, about so many; none without a value.
    std::vector<Tick> ticks(int count) const;

private:
    double eased(double value) const;
    std::vector<double> decades() const;

    bool m_isEmpty = true;
    insight::Range m_range{0, 1};
    insight::Range m_eased{0, 1};  ///< the same after eased()
    double m_best = 0;
    double m_unit = 0;  ///< up to which it is even; 0: it is even everywhere
};

}  // namespace plot
