// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QString>
#include <QStringList>

namespace cli {

/// What is wrong when an option took the next one for its value; empty where none did. What is
/// joined to an option, as in --title=--alpha, is its value whatever it looks like.
QString missingValue(const QStringList& arguments, const QCommandLineParser& parser,
                     const QList<QCommandLineOption>& options);

}  // namespace cli
