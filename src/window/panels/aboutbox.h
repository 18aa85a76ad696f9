// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace window {

/// Tells what program this is, over the window, until it is closed.
void showAbout(QWidget& window);

}  // namespace window
