// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/scene/equalscale.h"

namespace plot {

namespace {

insight::Range widenedTo(insight::Range range, double width) {
    return {range.centre() - width / 2, range.centre() + width / 2};
}

}  // namespace

insight::Rectangle equalScaled(insight::Rectangle rectangle, QSizeF area) {
    const double across = rectangle.across.width() / area.width();
    const double up = rectangle.up.width() / area.height();
    if (across > up) {
        rectangle.up = widenedTo(rectangle.up, across * area.height());
    } else if (up > across) {
        rectangle.across = widenedTo(rectangle.across, up * area.width());
    }
    return rectangle;
}

}  // namespace plot
