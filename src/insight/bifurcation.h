// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include "descent/descent.h"
#include "insight/range.h"

namespace insight {

/// What is to be seen of runs in the end.
enum class Stay : std::uint8_t {
    Unknown,
    Seen,      ///< they stay where it is looked
    Beyond,    ///< they stay, but elsewhere
    OnItsWay,  ///< they have not come to where they will end
    Diverges,
    Leaves  ///< the domain
};

/// Where the places that runs come to stay at leap from one valley of the cost to another: a little
/// above an α the run ends in another one than a little below.
struct Jump {
    double alpha = 0;
    Range before;  ///< the places just below it
    Range after;   ///< just above; apart from those before
};

/// How often the last iterates of runs with different α visit each part of the x axis: the
/// bifurcation diagram of a method.
struct Density {
    Range alpha;  ///< across, linear
    Range x;      ///< upwards
    descent::Direction goal = descent::Direction::Descend;
    int columns = 0;
    int rows = 0;
    std::vector<std::uint32_t> counts;  ///< rows x columns; row 0 is the lowest
    std::uint32_t largest = 0;
    std::vector<Stay> stays;  ///< of each column; may be empty
    /// Where nothing is seen in a complete diagram: a lower α at which a run stays in x.
    std::optional<double> lower;
    std::vector<Jump> jumps;  ///< of a complete diagram, ascending; see jumps()
    bool complete = false;
    int computed = 0;  ///< columns that do not just repeat a neighbour

    std::uint32_t count(int column, int row) const {
        return counts[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                      static_cast<std::size_t>(column)];
    }
    /// The α on which a column is centred.
    double centre(int column) const { return alpha.low + alpha.width() * (column + 0.5) / columns; }
};

/// Runs take this many steps, and the last of them are shown.
inline constexpr int bifurcationSteps = 1000;
inline constexpr int iteratesShown = 200;
/// A column shows the runs of this many α: with one, chaos is a thin scatter.
inline constexpr int alphasPerColumn = 8;

/// What the runs with different α have in common.
struct Launch {
    double start = 0;
    descent::Method method{};
};

/// The last iterates of a run, which no tolerance stops; none when it diverges, leaves the domain,
/// is still on its way to where it will end, or is asked to stop.
std::vector<double> lastIterates(const descent::Objective& objective, const Launch& launch,
                                 double alpha, const std::stop_token& stop = {});

/// The last iterates and, if there are none, why.
struct LastPlaces {
    std::vector<double> iterates;
    Stay stay = Stay::Seen;
};
LastPlaces lastPlaces(const descent::Objective& objective, const Launch& launch, double alpha,
                      const std::stop_token& stop = {});

/// How often each of the equal parts of an x axis is visited, upwards.
struct DensityColumn {
    std::vector<std::uint32_t> counts;
    Stay stay = Stay::Unknown;
    /// From the lowest to the highest place that the run with each α stays at, if it does.
    std::array<std::optional<Range>, alphasPerColumn> extents{};
};

/// One column of the diagram, for the α of `alpha`: how often each of `rows` equal parts of `x` is
/// visited. Nothing when asked to stop before.
std::optional<DensityColumn> densityColumn(const descent::Objective& objective,
                                           const Launch& launch, Range alpha, Range x, int rows,
                                           const std::stop_token& stop = {});

/// The diagram of the columns that are known; a column without counts looks like the nearest that
/// has some. `axes` says all but the counts. Of no use when asked to stop before the end.
Density density(Density axes, const std::vector<std::shared_ptr<const DensityColumn>>& columns,
                const std::stop_token& stop = {});

/// The largest of 1000, 500, 200, 100, 50, … below an α at which the run stays in x; nothing when
/// it does at none of them down to smallestAlpha.
std::optional<double> lowerAlpha(const descent::Objective& objective, const Launch& launch,
                                 double below, Range x, const std::stop_token& stop = {});

/// The jumps of a diagram all of whose columns are known: between the runs of neighbouring α that
/// stay in view, wholly apart by more than one of its rows, with a minimum of the cost among the
/// places of each. `axes` says all but the counts.
std::vector<Jump> jumps(const Density& axes,
                        const std::vector<std::shared_ptr<const DensityColumn>>& columns,
                        const descent::Objective& objective);

/// A range of x that holds what runs with the α of `alpha` visit in the end, as far as a few α
/// close to divergence do not go much farther than the others, and a margin. Always valid when the
/// start is finite.
Range fittingPlaces(const descent::Objective& objective, const Launch& launch, Range alpha,
                    const std::stop_token& stop = {});

/// The α to look at first where nothing is known.
inline constexpr Range usualAlphas{1e-6, 10};

/// The α worth seeing from this start, within (0, largestAlpha]: from below the first fork at
/// 2/f''(x*), Nesterov, Introductory Lectures on Convex Optimization, 1.2.3, to a little past where
/// runs stop being bounded. The usual ones where there is nothing to go by.
Range fittingAlphas(const descent::Objective& objective, const Launch& launch,
                    const std::stop_token& stop = {});

}  // namespace insight
