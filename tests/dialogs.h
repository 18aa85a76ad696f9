// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QTimer>
#include <functional>

/// What a person does in a dialog as soon as it is there and has the keyboard.
template <typename Dialog>
void when(std::function<void(Dialog*)> act) {
    auto* watch = new QTimer(qApp);
    QObject::connect(watch, &QTimer::timeout, watch, [watch, act = std::move(act)] {
        auto* dialog = qobject_cast<Dialog*>(QApplication::activeModalWidget());
        if (!dialog || !dialog->isVisible()) return;
        if (!dialog->isActiveWindow()) return dialog->activateWindow();
        watch->stop();
        watch->deleteLater();
        act(dialog);
    });
    watch->start(20);
}
