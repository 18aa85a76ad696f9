// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>

#include "insight/stationary.h"

class QMenu;

namespace model {
class Experiment;
}

namespace window {

/// Fills a menu with the stationary points in view, each with what `worded` makes of its name, and
/// calls `chosen` with the one that is chosen. Numbers in so many significant digits.
void listPoints(
    QMenu& menu, const model::Experiment& experiment, int digits,
    const std::function<QString(const QString&, const insight::StationaryPoint&)>& worded,
    const std::function<void(const insight::StationaryPoint&)>& chosen);

}  // namespace window
