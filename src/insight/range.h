// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>

namespace insight {

/// An interval of the real line. Valid when both ends are finite and low < high.
struct Range {
    double low = 0;
    double high = 0;

    double width() const { return high - low; }
    double centre() const { return low + (high - low) / 2; }
    bool contains(double value) const { return low <= value && value <= high; }
    bool valid() const {
        return std::isfinite(low) && std::isfinite(high) && low < high && std::isfinite(high - low);
    }
    bool operator==(const Range&) const = default;
};

/// The smallest range that holds this place too.
inline Range widened(Range range, double x) {
    return {std::min(range.low, x), std::max(range.high, x)};
}

}  // namespace insight
