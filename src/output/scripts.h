// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include "formula/writing/python.h"
#include "output/options.h"
#include "session/report.h"

namespace output {

/// A short script of Python that makes the steps of a run again and prints them: a line
/// iteration,x,f,gradient and one for each iteration, as a CSV table has them, with the outcome on
/// standard error. The steps agree up to rounding; of a noisy run only if it is short, for then the
/// script holds its noise. In it the words of a person are comments, and no more.
QString script(const session::Session& session, formula::Dialect dialect);

/// The content of a file: for NumPy.
QByteArray numpy(const session::Report& report, const Options& options);

}  // namespace output
