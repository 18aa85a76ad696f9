// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace session {

/// The folder on the way to the file that may not be entered, whether or not the file is there;
/// empty when there is none.
QString closedFolder(const QString& path);

}  // namespace session
