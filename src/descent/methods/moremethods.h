// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <variant>

namespace descent {

/// The methods of the program, and others behind them: here none. A build that finds a header of
/// this name in another folder first has those of that one.
template <typename... Rules>
using WithMore = std::variant<Rules...>;

}  // namespace descent
