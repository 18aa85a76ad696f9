// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "descent/descent.h"

namespace session {

/// What a step of a function of several variables did, as stepEquation(): each line of it with
/// vectors, and under it the numbers of each coordinate.
QString vectorEquation(const descent::State& from, const descent::State& to,
                       const descent::Settings& settings, int digits, const QStringList& variables);

}  // namespace session
