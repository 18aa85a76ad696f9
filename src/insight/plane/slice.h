// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "descent/point.h"
#include "insight/range.h"

namespace insight {

/// A rectangle of the plane that two variables span.
struct Rectangle {
    Range across;  ///< of the variable below
    Range up;      ///< of the one beside it

    bool operator==(const Rectangle&) const = default;
};

/// A plane through the domain of a function of several variables: two of them vary, the others
/// stay as they are at a place.
struct Slice {
    descent::Point through;  ///< as many coordinates as the function has variables, 2 or more
    std::size_t across = 0;  ///< which variable lies below; not `up`
    std::size_t up = 1;      ///< which one beside it

    descent::Point at(double x, double y) const {
        descent::Point place = through;
        place[across] = x;
        place[up] = y;
        return place;
    }
    bool operator==(const Slice&) const = default;
};

}  // namespace insight
