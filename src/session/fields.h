// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "session/session.h"

namespace session {

/// What a value is in a file; in a link and on the command line all are text.
enum class FieldKind { Text, Number, TwoNumbers };

/// One of the fields that make up a session, with its names and its text. Files, links and commands
/// are lists of these.
struct Field {
    QString name;    ///< in a file; as an option of the command line with hyphens
    QString letter;  ///< in a link
    FieldKind kind;
    QString (*text)(const Session&);  ///< exact; of two numbers "LO:HI"
    /// Reads a text into the session: an empty string, or one sentence that says what is wrong.
    QString (*read)(const QString& text, Session& into);
};

/// All fields, in the order in which they are written.
const std::vector<Field>& fields();

}  // namespace session
