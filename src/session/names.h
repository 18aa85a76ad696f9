// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "session/function.h"

namespace session {

// What is said of the names in a function.

/// In quotes; cut in the middle where it is long.
QString quoted(const QString& text);
/// "x", "x and y", "x, y and z".
QString listed(const QStringList& names);

/// A function with its variables, "f(x)", "f(x, y)"; of more than three the first and the last.
QString headOf(const Function& function);

/// Why nothing in any function can have that name; empty where something can.
QString nameFault(const QString& name);
/// That a name does not stand in the function, and which one was probably meant.
QString strangerFault(const QString& name, const Function& function);
/// That something is told of a name twice.
QString doubledFault(const QString& name);

}  // namespace session
