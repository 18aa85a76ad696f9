// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSizeF>
#include <optional>

#include "insight/plane/slice.h"

namespace plot {

struct MapContent;

/// The rectangle with one of its ranges widened about its middle until a unit of both is as long on
/// an area of this size.
insight::Rectangle equalScaled(insight::Rectangle rectangle, QSizeF area);

/// See MapScene::fitting(). Of a long run a few thousand iterations are looked at.
std::optional<insight::Rectangle> fittingRectangle(const MapContent& content);

}  // namespace plot
