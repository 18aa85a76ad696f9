// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>

/// A function as long as functions may be: a million steps take many seconds.
inline QString slowFunction() {
    QFile file(QStringLiteral(TEST_DATA "/slow-run.txt"));
    if (!file.open(QIODevice::ReadOnly)) qFatal("no slow function");
    return QString::fromUtf8(file.readAll()).trimmed();
}

/// Another, with so many extrema that finding those in view takes long.
inline QString ruggedFunction() {
    QFile file(QStringLiteral(TEST_DATA "/slow-survey.txt"));
    if (!file.open(QIODevice::ReadOnly)) qFatal("no rugged function");
    return QString::fromUtf8(file.readAll()).trimmed();
}
