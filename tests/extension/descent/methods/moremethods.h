// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <variant>

#include "descent/methods/ahead.h"

namespace descent {

template <typename... Rules>
using WithMore = std::variant<Rules..., Ahead>;

}  // namespace descent
