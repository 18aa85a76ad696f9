// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "formula/result.h"
#include "session/session.h"

namespace session {

/// The session as one line for a mail or a page: thalweg:?f=x%5E2&x0=4&alpha=0.1… Only letters,
/// digits and -._~:?=&% occur, and the last part tells a whole link from one that was cut.
QString toLink(const Session& session);

/// Whether a text begins as a link does, also one that does not read.
bool isLink(const QString& text);

/// The session of a link, or one sentence that says what is wrong. Blanks, line ends and quotes
/// that mail programs put in and around it do not matter; unknown parts are ignored.
formula::Result<Session, QString> fromLink(const QString& link);

}  // namespace session
