// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

namespace window {

/// An application that outlives a lack of memory: an event that cannot be handled for want of it is
/// dropped, and that is told.
class Application : public QApplication {
    Q_OBJECT

public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override;

Q_SIGNALS:
    void ranOutOfMemory();
};

}  // namespace window
