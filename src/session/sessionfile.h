// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include "formula/result.h"
#include "session/session.h"

namespace session {

/// With its point, as all files of sessions are named.
inline constexpr char sessionSuffix[] = ".thalweg";
inline constexpr qint64 largestSessionFile = 10'000'000;  ///< bytes

/// The session as a file: JSON in UTF-8 with a format name and a version. Every number reads back
/// as the same bits.
QByteArray toFile(const Session& session);

/// The session that a file holds, or one sentence that says what is wrong and in which line. What
/// the file holds besides is ignored.
formula::Result<Session, QString> fromFile(const QByteArray& content);

/// The session in the file of that name; the sentence names the file. Only regular files of at most
/// largestSessionFile are read.
formula::Result<Session, QString> openSession(const QString& path);

}  // namespace session
