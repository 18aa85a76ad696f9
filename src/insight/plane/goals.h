// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

#include "descent/objective.h"
#include "descent/settings.h"
#include "insight/plane/slice.h"
#include "insight/plane/stationaryplace.h"

namespace insight {

/// Where runs of several variables come to rest: one place, one line of them, or ground that is
/// level as far as the tolerance tells.
struct Goal {
    std::optional<StationaryPlace> place;  ///< of a line one of its places; nothing on level ground
    /// Whether runs look for it: a minimum, or of an ascent a maximum.
    bool isSought = false;

    bool operator==(const Goal&) const = default;
};

/// Gathers the ends of runs that have settled: those that no picture of the rectangle can tell
/// apart are one, and so are those between which the ground is level, those from which Newton's
/// method finds the same stationary place, and all on lines of the same height. All members may be
/// called from any thread.
class Goals {
public:
    /// The most that are told apart.
    static constexpr std::size_t most = 1000;

    /// Those that are `known` are goals from the beginning on.
    Goals(const Rectangle& area, const descent::Settings& settings,
          const std::vector<StationaryPlace>& known);

    /// The number of the goal of a run that converged there; nothing where there are too many.
    std::optional<std::int16_t> at(const descent::Objective& objective, const descent::Point& end);

    /// A goal that runs look for, from where Newton's method finds it.
    struct Near {
        std::int16_t number = 0;
        descent::Point at;
    };
    std::optional<Near> near(const descent::Objective& objective, const descent::Point& from);

    /// In an order that does not depend on that of the runs: those that were known, then the others
    /// from left to right, and for each number its place in this order.
    struct Sorted {
        std::vector<Goal> goals;
        std::vector<std::int16_t> order;
    };
    Sorted sorted() const;

private:
    using Cell = std::uint64_t;
    /// An end and its goal.
    struct Witness {
        descent::Point at;
        std::int16_t goal = 0;
    };

    Cell cell(const descent::Point& at, double parts) const;
    bool isLevelBetween(const descent::Objective& objective, const descent::Point& one,
                        const descent::Point& other) const;
    std::optional<std::int16_t> beside(const descent::Objective& objective,
                                       const descent::Point& end) const;
    std::optional<std::int16_t> numberOf(const std::optional<StationaryPlace>& place,
                                         descent::Direction direction);
    bool isSame(const StationaryPlace& one, const StationaryPlace& other) const;

    Rectangle m_area;
    descent::Direction m_direction;
    double m_tolerance;
    std::size_t m_known = 0;
    mutable std::mutex m_mutex;  ///< guards the rest
    std::vector<Goal> m_goals;
    std::unordered_map<Cell, std::int16_t> m_fine;
    std::unordered_map<Cell, std::vector<Witness>> m_coarse;
    std::unordered_map<Cell, std::optional<Near>> m_near;
};

}  // namespace insight
