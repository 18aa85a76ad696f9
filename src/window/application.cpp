// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/application.h"

#include <new>

namespace window {

bool Application::notify(QObject* receiver, QEvent* event) {
    try {
        return QApplication::notify(receiver, event);
    } catch (const std::bad_alloc&) {
    }
    try {
        Q_EMIT ranOutOfMemory();
    } catch (const std::bad_alloc&) {
        // Not even for the words.
    }
    return false;
}

}  // namespace window
