// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace output {

/// Writes the file whole or leaves what was there, also on a full disk. An empty string when all is
/// well, else one sentence that names the file and the reason. Refuses a target that is no regular
/// file.
QString saveWhole(const QString& path, const QByteArray& content);

}  // namespace output
