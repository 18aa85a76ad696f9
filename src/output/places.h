// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include "descent/point.h"
#include "session/report.h"
#include "session/session.h"

namespace output {

// Places as JSON, where there is null for what is no number.

/// The coordinates by the names of the variables.
QJsonObject byName(const session::Function& function, const descent::Point& place);
/// The same, of one variable the number alone.
QJsonValue numberOrByName(const session::Function& function, const descent::Point& place);

/// Those in view, each with its coordinates by name, f, kind and curvatures, ascending; a curvature
/// that does not exist is null. A variable with the name of one of these has a _ behind it.
QJsonArray stationaryPointsOf(const session::Report& report);

}  // namespace output
