// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <variant>

#include "descent/methods/nesterov.h"

namespace descent {

template <typename... Rules>
using WithMore = std::variant<Rules..., Nesterov>;

}  // namespace descent
