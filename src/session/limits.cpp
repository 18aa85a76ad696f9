// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/limits.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>

#include "descent/descent.h"
#include "formula/analysis.h"
#include "formula/expression.h"
#include "formula/writing/printer.h"
#include "session/wording/wording.h"

namespace session {

namespace {

struct Limits {
    Q_DECLARE_TR_FUNCTIONS(Limits)
};

/// "y = 2" is one of a function.
bool isAssignment(const QString& text) {
    static const QRegularExpression alone(QStringLiteral("(?<![<>=!])=(?!=)"));
    return alone.match(text).hasMatch();
}

/// A formula without x, such as "pi/2", has a value of its own.
double constantValue(const QString& text) {
    if (isAssignment(text)) return std::nan("");
    const auto formula = formula::read(text.toStdString());
    if (!formula || formula->varies()) return std::nan("");
    return formula::Expression(formula::program(*formula))(0);
}

double parsed(const QString& text, const QLocale& own) {
    const QString trimmed = text.trimmed().replace(QChar(0x2212), QLatin1Char('-'));
    for (QLocale locale : {QLocale::c(), own}) {
        // By default 1,000 would be a thousand even in C.
        locale.setNumberOptions(QLocale::RejectGroupSeparator);
        bool read = false;
        const double value = locale.toDouble(trimmed, &read);
        if (read) return value;
    }
    return constantValue(trimmed);
}

/// What sets groups of three digits apart and can mean nothing else.
constexpr const char16_t* marks = u"' \u00a0\u2009\u2019\u202f";

/// The text without such marks where it is a number in groups of three digits, on either side of
/// the decimal mark; else the same.
QString joined(const QString& text) {
    constexpr qsizetype longest = 100;
    if (text.size() > longest) return text;
    for (const QChar mark : QString::fromUtf16(marks)) {
        if (!text.contains(mark)) continue;
        const QRegularExpression number(
            QStringLiteral("^[-+\u2212]?([0-9]{1,3}(%1[0-9]{3})+|[0-9]*)"
                           "([.,]([0-9]{3}%1)*[0-9]{0,3})?([eE][-+\u2212]?[0-9]+)?$")
                .arg(mark));
        if (number.match(text).hasMatch()) return QString(text).remove(mark);
    }
    return text;
}

/// Thousands set apart by commas: one comma alone may be a decimal mark.
bool hasThousands(const QString& text, bool certain) {
    static const QRegularExpression one(QStringLiteral("^[-+\u2212]?[0-9]{1,3},[0-9]{3}$"));
    static const QRegularExpression more(
        QStringLiteral("^[-+\u2212]?[0-9]{1,3}((,[0-9]{3}){2,}([.][0-9]*)?|,[0-9]{3}[.][0-9]*)$"));
    return (certain ? more : one).match(text).hasMatch();
}

/// With a point for that decimal mark.
QString pointed(const QString& text, const QString& mark) {
    return QString(text.trimmed()).replace(mark, QLatin1String("."));
}

/// Why the text is no number, and what to do.
QString faultOf(const QString& text, const QLocale& own) {
    const QString shown = shortened(text);
    const auto formula = formula::read(pointed(text, own.decimalPoint()).toStdString());
    const auto fails = [&](formula::Fault fault) {
        return !formula && formula.error().fault == fault;
    };
    if (fails(formula::Fault::NumberTooLarge) || fails(formula::Fault::NumberTooSmall))
        return describe(formula.error());
    if (hasThousands(text.trimmed(), false)) {
        return Limits::tr("“%1” may mean thousands or a fraction. Type the number without a comma.")
            .arg(shown);
    }
    const QString mended = pointed(text, QStringLiteral(","));
    if (text.count(QLatin1Char(',')) == 1 && std::isfinite(parsed(mended, own))) {
        return Limits::tr("“%1” is not a number: the decimal mark is a point. Write %2.")
            .arg(shown, shortened(mended));
    }
    if (text.contains(QLatin1Char(','))) {
        return Limits::tr("“%1” is not a number: use a point as decimal mark, such as 0.5.")
            .arg(shown);
    }
    if (!formula || isAssignment(text)) {
        return Limits::tr("“%1” cannot be read as a number. Type one such as 2, −0.5 or pi/2.")
            .arg(shown);
    }
    return (formula->varies()
                ? Limits::tr("“%1” depends on x. Type a number such as 2, −0.5 or pi/2.")
                : Limits::tr("“%1” has no finite value. Type a number such as 2, −0.5 or pi/2."))
        .arg(shown);
}

/// Whether all of the text can be written and shown: it is whole, and no character steers a device.
bool isShowable(const QString& text, const char16_t* allowed) {
    return text.isValidUtf16() && std::ranges::none_of(text, [&](QChar letter) {
               const auto category = letter.category();
               const bool steers = category == QChar::Other_Control ||
                                   category == QChar::Separator_Line ||
                                   category == QChar::Separator_Paragraph;
               return steers && !QStringView(allowed).contains(letter);
           });
}

/// Whether the text is in groups of thousands, all set apart by this mark.
bool isGrouped(const QString& text, QChar mark) {
    const QString escaped = QRegularExpression::escape(mark);
    const QRegularExpression groups(QStringLiteral("^[0-9]{1,3}(%1[0-9]{3})+$").arg(escaped));
    return groups.match(text).hasMatch();
}

/// The text without its group marks; the same where it has none.
QString ungrouped(const QString& text, const QLocale& own) {
    for (const QChar mark : QLatin1Char(',') + QString::fromUtf16(marks) + own.groupSeparator()) {
        if (isGrouped(text, mark)) return QString(text).remove(mark);
    }
    return text;
}

}  // namespace

Typed<double> numberFrom(const QString& text, const QLocale& own) {
    if (text.trimmed().isEmpty()) return Limits::tr("Type a number, such as 2 or −0.5.");
    QString number = joined(text.trimmed());
    if (hasThousands(number, true)) number.remove(QLatin1Char(','));
    const double value = parsed(number, own);
    if (std::isfinite(value)) return value;
    return faultOf(text, own);
}

Typed<double> initialGuessFrom(const QString& text, const QLocale& own) {
    const auto value = numberFrom(text, own);
    if (value && std::abs(*value) > descent::divergenceBound) {
        return Limits::tr("The initial guess must lie between −10¹² and 10¹².");
    }
    return value;
}

Typed<double> alphaFrom(const QString& text, const QLocale& own) {
    const auto value = numberFrom(text, own);
    if (!value) return value;
    if (*value <= 0) {
        return Limits::tr(
            "The learning rate α must be greater than 0. To go uphill, choose ascent.");
    }
    if (*value > descent::largestAlpha) {
        return Limits::tr("The learning rate α must be at most %1.")
            .arg(count(std::llround(descent::largestAlpha)));
    }
    return value;
}

Typed<std::int64_t> maxIterationsFrom(const QString& text, const QLocale& own) {
    const QString digits = ungrouped(text.trimmed(), own);
    if (isGrouped(digits, QLatin1Char('.'))) {
        return Limits::tr("“%1” may mean thousands or a fraction. Type the number without a point.")
            .arg(shortened(text));
    }
    const auto value = numberFrom(digits, own);
    if (!value || *value < 1 || *value > static_cast<double>(descent::mostIterations) ||
        *value != std::floor(*value)) {
        return Limits::tr("The maximum of iterations must be a whole number from 1 to 1,000,000.");
    }
    return static_cast<std::int64_t>(*value);
}

Typed<double> toleranceFrom(const QString& text, const QLocale& own) {
    const auto value = numberFrom(text, own);
    if (value && (*value <= 0 || *value > 1)) {
        return Limits::tr("The tolerance must be greater than 0 and at most 1.");
    }
    return value;
}

Typed<double> noiseFrom(const QString& text, const QLocale& own) {
    const auto value = numberFrom(text, own);
    if (value && (*value < 0 || *value > 1e6))
        return Limits::tr("The noise must be a number from 0 to %1.").arg(count(1'000'000));
    return value;
}

Typed<std::uint64_t> seedFrom(const QString& text) {
    bool read = false;
    const qulonglong seed = ungrouped(text.trimmed(), QLocale::c()).toULongLong(&read);
    if (read && seed <= mostSeed) return std::uint64_t{seed};
    return Limits::tr("The seed must be a whole number from 0 to %1, not “%2”.")
        .arg(count(static_cast<std::int64_t>(mostSeed)), shortened(text));
}

Typed<std::int64_t> stepFrom(const QString& text) {
    bool read = false;
    const qint64 step = ungrouped(text.trimmed(), QLocale::c()).toLongLong(&read);
    if (read && step >= 0 && step <= descent::mostIterations) return std::int64_t{step};
    return Limits::tr("The step must be a whole number from 0 to 1,000,000, not “%1”.")
        .arg(shortened(text));
}

Typed<insight::Range> rangeFrom(const QString& text) {
    const QStringList ends = text.split(QLatin1Char(':'));
    if (ends.size() != 2) {
        return Limits::tr("“%1” is not a range. Write LOW:HIGH, such as −2:3.")
            .arg(shortened(text));
    }
    const auto low = numberFrom(ends[0]);
    if (!low) return low.error();
    const auto high = numberFrom(ends[1]);
    if (!high) return high.error();
    const insight::Range range{*low, *high};
    if (!(range.low < range.high)) {
        return Limits::tr("The range must go from a smaller to a larger number, such as −2:3.");
    }
    const double size = std::max(std::abs(range.low), std::abs(range.high));
    if (size >= 1e250) return Limits::tr("The range must lie between −10²⁵⁰ and 10²⁵⁰.");
    if (range.width() <= 1e-12 * size || range.width() <= 1e-250) {
        return Limits::tr(
            "The ends of the range are too close together. Choose them farther apart.");
    }
    return range;
}

QString titleFault(const QString& title) {
    if (title.size() > longestTitle)
        return Limits::tr("The title can have at most %1 characters.").arg(count(longestTitle));
    if (isShowable(title, u"")) return {};
    return Limits::tr("The title must be one line without control characters.");
}

QString noteFault(const QString& note) {
    if (note.size() > longestNote)
        return Limits::tr("The note can have at most %1 characters.").arg(count(longestNote));
    if (isShowable(note, u"\n\t")) return {};
    return Limits::tr("The note can have line ends and tabs, but no other control characters.");
}

}  // namespace session
