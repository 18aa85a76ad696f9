// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace plot {

/// How many threads, up to this number, the system would give at once right now.
int threadsToBeHad(int most);

/// Whether anything may be drawn: false when the system gives no threads. Qt draws large areas on
/// threads of its pool and waits for ever for one that it does not get, so the first call makes all
/// that it may have, and they stay. It also loads the fonts, for which there must be memory: call
/// it before that is used up, in the thread of the QApplication.
bool canDraw();

}  // namespace plot
