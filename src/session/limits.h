// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>
#include <cstdint>

#include "formula/result.h"
#include "insight/range.h"

namespace session {

/// What a person typed as a value, or one sentence that says what is wrong with it and what to do.
template <typename Value>
using Typed = formula::Result<Value, QString>;

/// A finite number: with a point whatever the locale, with the decimal mark of `own` (that of the
/// person who types into a window; files, links and commands mean the same everywhere), or as a
/// formula without x ("pi/2"). Blanks and apostrophes may set groups of three digits apart, and
/// commas where they can be no decimal marks: 1,234.5. One that is not 0 but too near to it for
/// any number is refused, as one that is too large.
Typed<double> numberFrom(const QString& text, const QLocale& own = QLocale::c());

/// x₀: any number from -descent::divergenceBound to descent::divergenceBound.
Typed<double> initialGuessFrom(const QString& text, const QLocale& own = QLocale::c());
/// α: a number over 0, at most descent::largestAlpha.
Typed<double> alphaFrom(const QString& text, const QLocale& own = QLocale::c());
/// A whole number from 1 to descent::mostIterations, also in groups of thousands: 12,000 as it is
/// shown, with blanks, or with the group mark of `own`.
Typed<std::int64_t> maxIterationsFrom(const QString& text, const QLocale& own = QLocale::c());
/// On |f′|, where a run has converged: a number over 0, at most 1.
Typed<double> toleranceFrom(const QString& text, const QLocale& own = QLocale::c());
/// Of the noise on a gradient, its standard deviation: a number from 0 to a million.
Typed<double> noiseFrom(const QString& text, const QLocale& own = QLocale::c());
/// What chooses the noise: a whole number from 0 to mostSeed.
Typed<std::uint64_t> seedFrom(const QString& text);
inline constexpr std::uint64_t mostSeed = 9'007'199'254'740'991;  ///< that a file holds exactly
/// Of a run, that the ball stands at: a whole number from 0 to descent::mostIterations.
Typed<std::int64_t> stepFrom(const QString& text);
/// "LO:HI" with LO < HI.
Typed<insight::Range> rangeFrom(const QString& text);

inline constexpr qsizetype longestTitle = 200;  ///< characters
inline constexpr qsizetype longestNote = 2000;  ///< characters

/// What is wrong with a title, one sentence: it is one line without control characters, at most
/// longestTitle, and may be empty.
QString titleFault(const QString& title);
/// The same of a note: lines without control characters, tabs apart, at most longestNote.
QString noteFault(const QString& note);

}  // namespace session
