// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include "insight/plane/planebasins.h"

namespace output {

/// A header and a row for each node, from the lowest row up and in each from the left: x and y of
/// the start, how the run from there ends and after how many steps, and where. Of a map that keeps
/// the ends.
QByteArray basinTable(const insight::PlaneBasinMap& map);

}  // namespace output
