// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <string>
#include <vector>

#include "output/options.h"
#include "session/report.h"

namespace output {

/// 17 significant digits and a point in every locale; "nan" without a sign.
void appendNumber(QByteArray& text, double value);

/// A header and a row for each of these iterations of a run in these variables, as far as there are
/// any.
QByteArray table(const descent::Trajectory& trajectory, const Steps& steps, char separator,
                 const std::vector<std::string>& variables = {"x"});

// The content of a file.

QByteArray csv(const session::Report& report, const Options& options);
QByteArray json(const session::Report& report, const Options& options);

}  // namespace output
