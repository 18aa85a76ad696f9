// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace model {

// Words from outside, such as the name of a file or what a link holds, are shown as they are.

/// For the text of a menu's entry: one line, in which an & is no mnemonic and a tab begins no
/// shortcut.
QString inMenu(const QString& words);
/// For the title of a window: [*] is no mark of unsaved changes.
QString inTitle(const QString& words);

}  // namespace model
