// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSize>

#include "output/options.h"
#include "plot/scene/picture.h"
#include "session/report.h"

namespace output {

/// The picture of a run as the options want it, `size` being in pixels; see plot::Look::sparing.
plot::Picture pictureOf(const session::Report& report, const Options& options, QSize size,
                        bool sparing = false);

/// The same for a film, which tells the step of each frame.
plot::Picture filmOf(const session::Report& report, const Options& options, QSize size);

// The content of a file; empty when it cannot be drawn.

QByteArray png(const session::Report& report, const Options& options);
/// Lines and text, as sharp on paper as on a projector; only a density and a surface are
/// bitmaps.
QByteArray svg(const session::Report& report, const Options& options);
QByteArray pdf(const session::Report& report, const Options& options);

}  // namespace output
