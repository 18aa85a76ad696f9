// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>
#include <functional>
#include <stop_token>

#include "output/formats.h"
#include "output/options.h"
#include "session/report.h"

namespace output {

/// How whoever waits for a file follows and ends the work. Called now and then in the caller's
/// thread.
struct Monitor {
    std::function<void(double)> progressed = {};  ///< a part of the work in [0, 1] is done
    std::stop_token stop = {};
    /// The file is begun: before, nothing is lost when the program just ends.
    std::function<void()> begun = {};
};

/// The suffixes of the formats, each with its point: ".csv" and so on.
QStringList suffixes(const Formats& among = formats());
/// An empty string when the file's suffix is that of a format, else one sentence that lists them.
QString suffixFault(const QString& path, const Formats& among = formats());
/// An empty string when a file of this suffix can be as the options want it, else one sentence.
QString optionFault(const QString& path, const Options& options, const Formats& among = formats());

/// Whether a file of this suffix shows Options::view.
bool isDrawn(const QString& path, const Formats& among = formats());
/// The pixels inside the axes of a picture with these options, the curve's when there are two
/// plots: so many columns of basins and of density, and rows of the latter, can be seen.
QSize resolution(const session::Report& report, const Options& options);

/// Writes the run in the format that the suffix names. An empty string when all is well, else one
/// sentence with the file and the reason; what was there before is then still there, also when the
/// work was stopped. Pictures need a QApplication; the offscreen platform will do.
QString write(const QString& path, const session::Report& report, const Options& options = {},
              const Monitor& monitor = {}, const Formats& among = formats());

}  // namespace output
