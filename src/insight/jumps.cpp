// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "insight/bifurcation.h"

namespace insight {

namespace {

/// The rows from the lowest to the highest that the places of a run lie in.
struct Rows {
    int low = 0;
    int high = 0;

    bool apartFrom(const Rows& other) const { return high + 1 < other.low || other.high + 1 < low; }
};

/// Nothing unless all of them are in view.
std::optional<Rows> rowsOf(const Density& axes, const std::optional<Range>& extent) {
    if (!extent || extent->low < axes.x.low || !(extent->high < axes.x.high)) return std::nullopt;
    const auto row = [&](double place) {
        return std::min(static_cast<int>((place - axes.x.low) / axes.x.width() * axes.rows),
                        axes.rows - 1);
    };
    return Rows{row(extent->low), row(extent->high)};
}

/// Whether f' tells that an extremum which attracts lies among these places: their lowest is on its
/// way up and their highest on its way down.
bool holdExtremum(const Density& axes, Rows rows, const descent::Objective& objective) {
    const auto edge = [&](int row) { return axes.x.low + axes.x.width() * row / axes.rows; };
    const auto goesUp = [&](int row, double sign) { return sign * objective.slope(edge(row)) < 0; };
    return (goesUp(rows.low, 1) || (rows.low < rows.high && goesUp(rows.low + 1, 1))) &&
           (goesUp(rows.high + 1, -1) || (rows.low < rows.high && goesUp(rows.high, -1)));
}

/// The places of a run that stays in view.
struct Seen {
    int number;  ///< of its α
    Rows rows;
};

/// The last before `after` whose places lie apart from those; nothing where another has come to lie
/// apart from it since.
const Seen* beforeJump(const std::vector<Seen>& seen, const Seen& after) {
    constexpr int farthest = 8 * alphasPerColumn;  // between which it is one place
    const auto isApart = [&](const Seen& each) { return each.rows.apartFrom(after.rows); };
    const auto last = std::find_if(seen.rbegin(), seen.rend(), [&](const Seen& each) {
        return isApart(each) || after.number - each.number > farthest;
    });
    if (last == seen.rend() || after.number - last->number > farthest) return nullptr;
    const bool jumped = std::any_of(
        seen.rbegin(), last, [&](const Seen& each) { return each.rows.apartFrom(last->rows); });
    return jumped ? nullptr : &*last;
}

}  // namespace

std::vector<Jump> jumps(const Density& axes,
                        const std::vector<std::shared_ptr<const DensityColumn>>& columns,
                        const descent::Objective& objective) {
    const double unit = axes.x.width() / axes.rows;
    const double step = axes.alpha.width() / (axes.columns * alphasPerColumn);
    const auto places = [&](const Rows& rows) {
        return Range{axes.x.low + unit * rows.low, axes.x.low + unit * (rows.high + 1)};
    };
    std::vector<Jump> found;
    std::vector<Seen> seen;
    int number = 0;
    for (const auto& column : columns) {
        for (const auto& extent : column->extents) {
            const auto rows = rowsOf(axes, extent);
            if (rows && holdExtremum(axes, *rows, objective)) {
                const Seen after{number, *rows};
                if (const Seen* before = beforeJump(seen, after)) {
                    const double alpha = axes.alpha.low + step * (before->number + number + 1) / 2;
                    found.push_back({alpha, places(before->rows), places(*rows)});
                }
                seen.push_back(after);
            }
            ++number;
        }
    }
    return found;
}

}  // namespace insight
