// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <cstddef>
#include <optional>

#include "formula/result.h"

namespace session {

/// What a convergence chart can show of each iteration.
enum class Quantity {
    Gap,       ///< how far f is from the best value known, over 0
    Value,     ///< f
    Gradient,  ///< the size of the slope
    Distance,  ///< how far x is from the place of the best value known
    Step       ///< how far the next iterate is
};

/// Their names in files, links and on the command line.
QStringList quantityNames();
/// The name; empty for none, which is what a chart shows unless it is asked for something else.
QString quantityText(const std::optional<Quantity>& quantity);
/// The quantity of such a name, or one sentence that says what is wrong.
formula::Result<Quantity, QString> quantityFrom(const QString& name);

/// As an axis has it: "|f′(xₙ)|", of several variables "|∇f(xₙ)|".
QString quantitySymbol(Quantity quantity, std::size_t variables = 1);

}  // namespace session
