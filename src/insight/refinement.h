// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace insight {

/// The columns 0 to `columns` - 1, each once, in an order that soon covers them all: the multiples
/// of a large power of two first, then those of its half between them, down to the odd ones.
std::vector<std::size_t> coarseToFine(std::size_t columns);

/// The last place that is like `near` on the way to `far`, to rounding.
template <typename Like>
double lastLike(double near, double far, const Like& like) {
    for (int halving = 0; halving < 64; ++halving) {
        const double middle = near + (far - near) / 2;
        if (middle == near || middle == far) break;
        (like(middle) ? near : far) = middle;
    }
    return near;
}

/// For each column the nearest one that is done, to the left when two are as near. One is done.
std::vector<std::size_t> nearestDone(const std::vector<bool>& done);

}  // namespace insight
