// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "formula/functions.h"
#include "formula/reader.h"

namespace formula {

/// Arguments with which a function reads, in brackets, such as (x).
std::string_view exampleArguments(const Function& function);

/// The name of the inverse function, as asin for sin; empty when there is none.
std::string inverseName(const Function& function);

/// The number that the order of a function with Orders is, or what is wrong with it.
Result<double, Fault> orderFrom(const Formula& typed);

}  // namespace formula
