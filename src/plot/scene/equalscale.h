// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSizeF>

#include "insight/plane/slice.h"

namespace plot {

/// The rectangle with one of its ranges widened about its middle until a unit of both is as long on
/// an area of this size.
insight::Rectangle equalScaled(insight::Rectangle rectangle, QSizeF area);

}  // namespace plot
