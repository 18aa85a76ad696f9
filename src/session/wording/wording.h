// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPair>
#include <QString>

#include "formula/formula.h"
#include "formula/reader.h"
#include "insight/verdict/verdict.h"

namespace session {

struct Report;

inline constexpr int usualDigits = 6;
/// A number for the screen: so many significant digits, but no more than its value needs, a true
/// minus, 1.5×10⁻⁷ instead of 1.5e-07.
QString number(double value, int digits = usualDigits);
/// A number for a column of numbers: so many significant digits in each, 1.50000 instead of 1.5,
/// but no more than are true.
QString columnNumber(double value, int digits = usualDigits);
/// The same as number(), but never as if it were `limit` when it is not: 1 − 2×10⁻¹⁰ instead of 1.
QString besideLimit(double value, double limit, int digits = usualDigits);
/// Two numbers of one sentence, with as many more digits as tell them apart when they differ.
QPair<QString, QString> apart(double one, double other, int digits = usualDigits);
/// A stationary point, which is known to 1e-10: more digits are not told.
QString position(double x, int digits = usualDigits);
/// A number for tool tips and files: 17 significant digits, a point, a hyphen as minus.
QString exactNumber(double value);
/// A number as a person would type it, exact: the shortest text that reads back as the same value.
QString typedNumber(double value);
/// A whole number in groups of thousands: 1,000,000.
QString count(std::int64_t value);
/// So many things, as tr() takes the number for a text with "%n". From the start of the
/// QCoreApplication on such texts have their plural, and the number in them is written as above.
int howMany(std::int64_t things);

/// The text as one printable line, cut in the middle when it is longer than a message can hold.
QString shortened(const QString& text);

/// A text that tells of x, for a variable of that name: x₀ and f′(x) are w₀ and f′(w). It may be
/// rich text; no words from outside may be in it.
QString inVariable(QString text, const QString& variable);

/// A name of a formula, as rich text.
QString typesetName(const std::string& name);
/// As rich text; of a formula that would fill the window or a picture only that it is long.
QString typesetShort(const formula::Formula& formula);

/// One sentence: what is wrong with the typed function and what to do.
QString describe(const formula::ReadError& error);

/// The word that files use: converged, max-iterations, diverged, left-domain, stalled,
/// out-of-memory.
QString outcomeName(descent::Outcome outcome);

/// Where a run ended, to the last digit, a line each.
QString exactEnd(const insight::Verdict& verdict);

/// One to four short sentences: what became of the run and why.
QString describe(const insight::Verdict& verdict, const descent::Settings& settings,
                 int digits = usualDigits);
/// The same where no view is seen: the range is told in which others were looked for.
QString describe(const Report& report);
/// The first of these sentences: what became of the run, without why.
QString describeOutcome(const insight::Verdict& verdict, const descent::Settings& settings,
                        int digits = usualDigits);

}  // namespace session
