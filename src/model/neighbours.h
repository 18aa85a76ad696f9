// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace model {

enum class Beside { Previous, Next };

/// The other sessions in the folder of a session file, the nearest first: those before it or after
/// it in the order in which people count, run 2 before run 10. The file itself need not be there.
QStringList neighbours(const QString& path, Beside side);

}  // namespace model
