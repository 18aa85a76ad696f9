// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/refinement.h"

#include <bit>

namespace insight {

std::vector<std::size_t> coarseToFine(std::size_t columns) {
    std::vector<std::size_t> order;
    if (columns == 0) return order;
    order.reserve(columns);
    order.push_back(0);
    for (std::size_t stride = std::bit_floor(columns); stride > 0; stride /= 2) {
        for (std::size_t column = stride; column < columns; column += 2 * stride)
            order.push_back(column);
    }
    return order;
}

std::vector<std::size_t> nearestDone(const std::vector<bool>& done) {
    const std::size_t none = done.size();
    std::vector<std::size_t> nearest(done.size(), none);
    std::size_t left = none;
    for (std::size_t i = 0; i < done.size(); ++i) {
        if (done[i]) left = i;
        nearest[i] = left;
    }
    std::size_t right = none;
    for (std::size_t i = done.size(); i-- > 0;) {
        if (done[i]) right = i;
        if (right == none) continue;
        if (nearest[i] == none || right - i < i - nearest[i]) nearest[i] = right;
    }
    return nearest;
}

}  // namespace insight
