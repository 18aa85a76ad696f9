// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "session/fields/fields.h"

namespace session {

// The rows of fields(), by what depends on them.

std::vector<Field> runFields();
std::vector<Field> sightFields();
std::vector<Field> wordFields();

}  // namespace session
