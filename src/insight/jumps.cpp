// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "insight/bifurcation.h"

namespace insight {

namespace {

/// The rows from the lowest to the highest that a column has counts in.
struct Rows {
    int low = 0;
    int high = -1;

    bool apartFrom(const Rows& other) const { return high + 1 < other.low || other.high + 1 < low; }
};

/// Nothing unless all that the column's runs visit is in view.
std::optional<Rows> rowsOf(const Density& density, int column) {
    std::uint64_t counted = 0;
    Rows rows{density.rows, -1};
    for (int row = 0; row < density.rows; ++row) {
        const std::uint32_t count = density.count(column, row);
        if (count == 0) continue;
        counted += count;
        rows.low = std::min(rows.low, row);
        rows.high = row;
    }
    if (counted != std::uint64_t{alphasPerColumn} * iteratesShown) return std::nullopt;
    return rows;
}

/// Whether f' tells that an extremum which attracts lies among these places: their lowest is on its
/// way up and their highest on its way down.
bool holdExtremum(const Density& density, Rows rows, const descent::Objective& objective) {
    const auto edge = [&](int row) {
        return density.x.low + density.x.width() * row / density.rows;
    };
    const auto goesUp = [&](int row, double sign) { return sign * objective.slope(edge(row)) < 0; };
    return (goesUp(rows.low, 1) || (rows.low < rows.high && goesUp(rows.low + 1, 1))) &&
           (goesUp(rows.high + 1, -1) || (rows.low < rows.high && goesUp(rows.high, -1)));
}

/// A column with all that its runs visit.
struct Whole {
    int column;
    Rows rows;
};

/// The last of the columns before another, or the one before that where the runs of the last end
/// here and there, if its places lie apart from those of the other.
const Whole* beforeJump(const std::vector<Whole>& seen, const Whole& after) {
    if (seen.empty()) return nullptr;
    const Whole& last = seen.back();
    if (last.rows.apartFrom(after.rows)) return &last;
    if (seen.size() < 2) return nullptr;
    const Whole& earlier = seen[seen.size() - 2];
    return earlier.rows.apartFrom(after.rows) && !earlier.rows.apartFrom(last.rows) ? &earlier
                                                                                    : nullptr;
}

}  // namespace

std::vector<Jump> jumps(const Density& density, const descent::Objective& objective) {
    constexpr int farthest = 8;  // columns between which it is one place
    const double unit = density.x.width() / density.rows;
    const double alphas = density.alpha.width() / density.columns;
    const auto places = [&](const Rows& rows) {
        return Range{density.x.low + unit * rows.low, density.x.low + unit * (rows.high + 1)};
    };
    std::vector<Jump> found;
    std::vector<Whole> seen;
    for (int column = 0; column < density.columns; ++column) {
        const auto rows = rowsOf(density, column);
        if (!rows) continue;
        const Whole after{column, *rows};
        const Whole* before = beforeJump(seen, after);
        if (before && column - before->column <= farthest &&
            holdExtremum(density, before->rows, objective) &&
            holdExtremum(density, *rows, objective)) {
            found.push_back({density.alpha.low + alphas * (before->column + column + 1) / 2,
                             places(before->rows), places(*rows)});
        }
        seen.push_back(after);
    }
    return found;
}

}  // namespace insight
