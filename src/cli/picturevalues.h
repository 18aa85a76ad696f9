// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>

#include "formula/result.h"
#include "insight/range.h"
#include "output/options.h"
#include "plot/look/theme.h"

namespace cli {

// What options about a picture take. Each reads a typed text, or says in one sentence what is
// wrong.

/// "1200x700".
QString sidesOf(QSize size);

formula::Result<QSize, QString> sizeFrom(const QString& typed);
formula::Result<int, QString> framesFrom(const QString& typed);
formula::Result<plot::Theme, QString> themeFrom(const QString& typed);
/// The part of the α axis, where α can be.
formula::Result<insight::Range, QString> alphasFrom(const QString& typed);
formula::Result<output::Steps, QString> stepsFrom(const QString& typed);

}  // namespace cli
