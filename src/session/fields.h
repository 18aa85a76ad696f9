// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "session/session.h"

namespace session {

/// What a value is in a file; in a link and on the command line all are text.
enum class FieldKind { Text, Number, TwoNumbers };

/// One of the fields that make up a session, with its names and its text. Files, links, commands,
/// the result as JSON, the lessons of the tour and the steps of the history are lists of these.
struct Field {
    QString name;    ///< in a file; as an option of the command line with hyphens
    QString letter;  ///< in a link
    FieldKind kind;
    QString (*text)(const Session&);  ///< exact; of two numbers "LO:HI"
    /// Reads a text into the session: an empty string, or one sentence that says what is wrong.
    QString (*read)(const QString& text, Session& into);
    /// What a change of it did, for the menu: "Change α to 0.5". Numbers in so many digits.
    QString (*change)(const Session& after, int digits);
    /// Whether the run depends on it; else only what is seen of it.
    bool decidesRun = true;
    /// Whether every run has that of Session{} unless it is told otherwise; the others depend on
    /// the function, or differ where they are left out.
    bool hasUsual = false;
};

/// All fields, in the order in which they are written.
const std::vector<Field>& fields();

/// The versions of files and links that are read, up to this; the oldest that can hold a session is
/// written: 2 where the method is not gradient descent.
inline constexpr int newestVersion = 2;
int versionFor(const Session& session);

/// Its name as an option of the command line, without the hyphens before it.
QString optionOf(const Field& field);

/// The field in which two sessions differ; null when there is none or more than one. A function can
/// bring a view with it.
const Field* changedField(const Session& before, const Session& after);

}  // namespace session
