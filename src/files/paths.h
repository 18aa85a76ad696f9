// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace files {

/// The folder on the way to the file that may not be entered, whether or not the file is there;
/// empty when there is none.
QString closedFolder(const QString& path);

/// The text as one printable line, cut in the middle when it is longer.
QString printable(const QString& text, qsizetype longest);
/// The name of a file for a message: a printable line, cut only where nobody would read it to its
/// end.
QString pathName(const QString& path);

}  // namespace files
