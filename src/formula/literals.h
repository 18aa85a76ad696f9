// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace formula {

/// The number of a decimal literal such as 1.5e-3: infinite when it is too large for a double, 0
/// when it is too small; nothing when it is malformed.
std::optional<double> literalValue(std::string_view literal);

/// Whether it is 0, whatever its power of ten.
bool isZero(std::string_view literal);

}  // namespace formula
