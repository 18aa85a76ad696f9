// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <optional>

#include "descent/response.h"
#include "descent/settings.h"
#include "session/wording/wording.h"

namespace session {

/// Of plain gradient descent: the α from which on no run stays, and how that is computed, "2/f″".
struct PlainLimit {
    QString term;
    double alpha = 0;
};

/// Lines on the α up to which runs stay at an extremum that they look for, and whether they do at
/// the α of the settings. `response` is that of their method in the direction of the largest
/// curvature; without one, nothing is said of the method.
QStringList tellStability(const descent::Settings& settings,
                          const std::optional<descent::Response>& response, const PlainLimit& plain,
                          int digits = usualDigits);

}  // namespace session
