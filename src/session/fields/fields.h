// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "session/session.h"

namespace session {

/// One of the fields that make up a session, with its names and its text. Files, links, commands,
/// the options of the command line, the result as JSON, the lessons of the tour and the steps of
/// the history are lists of these.
struct Field {
    /// What a value is in a file; in a link and on the command line all are text.
    enum class Kind {
        Text,
        Number,
        WholeNumber,
        TwoNumbers,
        Place  ///< a number, or of several variables one for each by its name
    };
    /// What depends on it: the run, what is seen of it, or what is said of it.
    enum class Concern { Run, Sight, Words };
    enum class Presence {
        Always,   ///< it depends on the function, or differs where it is left out
        Usual,    ///< a command and a lesson leave out what Session{} has
        Optional  ///< everything leaves that out
    };

    QString name;    ///< in a file; as an option of the command line with hyphens
    QString letter;  ///< in a link
    Kind kind = Kind::Text;
    Concern concern = Concern::Run;
    Presence presence = Presence::Always;
    /// The first version of files and links that can hold another than Session{} has.
    int since = 1;
    /// Exact; of two numbers "LO:HI". Empty for what is absent.
    QString (*text)(const Session&) = nullptr;
    /// Reads a text into the session: an empty string, or one sentence that says what is wrong.
    QString (*read)(const QString& text, Session& into) = nullptr;
    /// What a change of it did, for the menu: "Change α to 0.5". Numbers in so many digits.
    QString (*change)(const Session& after, int digits) = nullptr;
    QString help = {};   ///< of the command line
    QString value = {};  ///< what the help calls its value; empty for an option that takes none
    /// The text that an option without a value stands for; its option is named so, too.
    QString flag = {};
    /// Its name among what each runner has of its own; empty for what all share. Text and read are
    /// those of the chosen runner.
    QString key = {};
    /// Reads as what has an empty text, for where that cannot be left out.
    QString usual = {};
    /// The option that may be repeated, each with one of the words of the text.
    QString repeated = {};
};

/// All fields, in the order in which they are written.
const std::vector<Field>& fields();

/// The versions of files and links that are read, up to this; the oldest that can hold a session is
/// written. The first has functions of one variable.
inline constexpr int newestVersion = 2;
int versionFor(const Session& session);

/// The text as files, links and commands have it: that of the first runner, where each has its own.
QString writtenText(const Field& field, const Session& session);
/// The text that the values of a repeated option make.
QString joinedText(const QStringList& values);

/// Its name as an option of the command line, without the hyphens before it.
QString optionOf(const Field& field);

/// Whether a session has what Session{} has.
bool isUsual(const Field& field, const Session& session);
/// Whether a file or a link of the session holds it.
bool isWritten(const Field& field, const Session& session);

/// The field in which two sessions differ; null when there is none or more than one. A function can
/// bring a view with it, and a method its usual α, and what is seen, as what is said, is one thing,
/// called after the first of its fields.
const Field* changedField(const Session& before, const Session& after);
/// What that change did, for the menu; empty when it is in no one field.
QString changeName(const Session& before, const Session& after, int digits);

/// Whether two sessions have the same run, however they show it.
bool sameRun(const Session& a, const Session& b);
/// The session seen as another is.
Session seenAs(const Session& session, const Session& other);

}  // namespace session
