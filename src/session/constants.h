// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <string_view>

#include "formula/valued.h"
#include "session/limits.h"
#include "session/session.h"

namespace session {

// The constants of a session's function: names that stand for numbers. To change one reads and
// differentiates nothing.

/// The function with the values of its constants: what is computed.
formula::Valued valued(const Session& session);

/// The session with another function. Constants keep their values where the names stay; new ones
/// are 1. What becomes of the starts tells startingIn().
Session withFunction(Session session, const Function& function);
/// The function of a text that takes the place of another: what is a constant stays one while
/// something else varies, and what varies goes on varying.
formula::Result<Function, formula::ReadError> editedFunction(const Session& session,
                                                             const QString& text);

/// What the slider of a constant covers, and how far a key moves it: as a person set it, else from
/// -5 to 5, of a larger or a smaller value as far as the power of ten that is beyond it.
struct Slider {
    insight::Range range;
    double step;
};
Slider sliderOf(const Constant& constant);
/// The session with another value of a constant, by its name; the range that a person set grows to
/// hold it.
Session withConstant(Session session, std::string_view name, double value);

/// A finite number.
Typed<double> constantFrom(const QString& text, const QLocale& own = QLocale::c());
/// How far the keys move a slider: a number over 0.
Typed<double> sliderStepFrom(const QString& text, const QLocale& own = QLocale::c());

/// All of them, a word each, as files, links and the command line have them:
/// "a=2 b=0.5,range=0:1,step=0.1".
QString constantsText(const Session& session);
/// Reads such words: these names are constants from now on, with these values; the others stay as
/// they are. Without any, all are 1. Returns an empty string, or one sentence that says what is
/// wrong, and then nothing changes.
QString readConstants(const QString& text, Session& into);
/// The same before the function is read, which then takes the names for constants. What is wrong
/// readConstants() says.
void announceConstants(const QString& text, Session& into);

/// What was done to them, for the menu: "Change a to 1.5".
QString constantsChange(const Session& before, const Session& after, int digits);

/// That these constants, which nobody gave a value, are 1: one sentence; empty where there are
/// none.
QString usualConstantsNote(const QStringList& names);

}  // namespace session
