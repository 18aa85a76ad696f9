// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QString>

namespace cli {

/// What is wrong when an option took the next one for its value; empty where none did.
QString missingValue(const QCommandLineParser& parser, const QList<QCommandLineOption>& options);

}  // namespace cli
