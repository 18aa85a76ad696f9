// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/wording.h"

#include <QCoreApplication>
#include <QLocale>
#include <array>
#include <charconv>
#include <cmath>

namespace session {

namespace {

struct Wording {
    Q_DECLARE_TR_FUNCTIONS(Wording)
};

QString withTrueMinus(QString text) {
    return text.replace(QLatin1Char('-'), QChar(0x2212));
}

QString raised(int exponent) {
    constexpr std::array<char16_t, 10> digits = {u'⁰', u'¹', u'²', u'³', u'⁴',
                                                 u'⁵', u'⁶', u'⁷', u'⁸', u'⁹'};
    QString text = exponent < 0 ? QStringLiteral("⁻") : QString();
    for (const QChar digit : QString::number(std::abs(exponent))) {
        text += QChar(digits[static_cast<std::size_t>(digit.digitValue())]);
    }
    return text;
}

QString inQuotes(const std::string& text) {
    return QStringLiteral("“%1”").arg(shortened(QString::fromStdString(text)));
}

QString unknownName(const core::ReadError& error) {
    if (error.suggestion.empty()) {
        return Wording::tr(
                   "%1 is not known here. The variable is x; functions are sin, exp, ln, sqrt ….")
            .arg(inQuotes(error.subject));
    }
    return Wording::tr("%1 is not known here. Did you mean %2?")
        .arg(inQuotes(error.subject), inQuotes(error.suggestion));
}

QString wrongArgumentCount(const core::ReadError& error) {
    const QString wanted = error.expected == 1 ? Wording::tr("1 argument")
                                               : Wording::tr("%1 arguments").arg(error.expected);
    return Wording::tr("%1 takes %2, not %3.")
        .arg(inQuotes(error.subject), wanted)
        .arg(error.found);
}

QString afterSteps(const core::Verdict& verdict) {
    if (verdict.steps == 1) return Wording::tr("after 1 step");
    return Wording::tr("after %1 steps").arg(count(verdict.steps));
}

QString place(const core::Verdict& verdict) {
    return Wording::tr("x = %1, f = %2").arg(number(verdict.last.at.x), number(verdict.last.value));
}

QString converged(const core::Verdict& verdict, const core::Settings& settings) {
    const bool descending = settings.direction == core::Direction::Descend;
    const QString where = place(verdict);
    const QString when = afterSteps(verdict);
    switch (verdict.finding) {
        case core::Finding::Minimum:
            return descending ? Wording::tr("Reached a local minimum at %1 %2.").arg(where, when)
                              : Wording::tr(
                                    "Stopped at a minimum, %1, %2: the gradient is zero "
                                    "there, so the ascent cannot leave it.")
                                    .arg(where, when);
        case core::Finding::Maximum:
            return descending ? Wording::tr(
                                    "Stopped at a maximum, %1, %2: the gradient is zero "
                                    "there, so the descent cannot leave it.")
                                    .arg(where, when)
                              : Wording::tr("Reached a local maximum at %1 %2.").arg(where, when);
        case core::Finding::Inflection:
            return Wording::tr(
                       "Stopped at an inflection, %1, %2: the gradient is zero there, but it "
                       "is no extremum.")
                .arg(where, when);
        default:
            return Wording::tr(
                       "Stopped on flat ground at %1 %2: the gradient is below %3 all around, "
                       "which does not prove an extremum.")
                .arg(where, when, number(settings.tolerance));
    }
}

QString stillMoving(const core::Verdict& verdict) {
    const QString state =
        verdict.improving
            ? Wording::tr(
                  "Still moving %1, at %2, where |f′| = %3. It would go on with more "
                  "iterations.")
            : Wording::tr(
                  "Jumps about without settling: %1 at %2, where |f′| = %3. Try a smaller α.");
    return state.arg(afterSteps(verdict), place(verdict),
                     number(core::norm(verdict.last.gradient)));
}

QString diverged(const core::Verdict& verdict, const core::Settings& settings) {
    const QString x = number(verdict.last.at.x);
    const bool infinite = std::isinf(verdict.last.value) || std::isinf(verdict.last.gradient.x);
    if (infinite && verdict.steps == 0) {
        return Wording::tr(
                   "At the initial guess x₀ = %1, f or its slope is infinite, so there is no first "
                   "step. Choose another x₀, or check the function.")
            .arg(x);
    }
    const QString end =
        (infinite ? Wording::tr("Diverged %1: f or its slope is infinite at x = %2.")
                  : Wording::tr("Diverged %1: x = %2."))
            .arg(afterSteps(verdict), x);
    if (verdict.improving && verdict.steps > 0) {
        return end + QLatin1Char(' ') +
               (settings.direction == core::Direction::Descend
                    ? Wording::tr("f fell all the way: there is no minimum in this direction.")
                    : Wording::tr("f rose all the way: there is no maximum in this direction."));
    }
    if (std::isfinite(verdict.growth) && verdict.growth > 1) {
        return end + QLatin1Char(' ') +
               Wording::tr("The last step was %1 times as long as the one before. Try a smaller α.")
                   .arg(number(verdict.growth));
    }
    return end;
}

QString leftDomain(const core::Verdict& verdict) {
    if (verdict.steps == 0) {
        return Wording::tr(
                   "The initial guess x₀ = %1 lies outside the domain of f: there is no real "
                   "value there. Choose another x₀, or check the function.")
            .arg(number(verdict.last.at.x));
    }
    return Wording::tr("Left the domain of f %1: there is no real value at x = %2.")
        .arg(afterSteps(verdict), number(verdict.last.at.x));
}

}  // namespace

QString number(double value) {
    if (std::isnan(value)) return Wording::tr("undefined");
    if (std::isinf(value)) return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    const QString text = QString::number(value, 'g', 6);
    const auto e = text.indexOf(QLatin1Char('e'));
    if (e < 0) return withTrueMinus(text);
    const QString mantissa = withTrueMinus(text.left(e));
    const QString power = QStringLiteral("10") + raised(text.mid(e + 1).toInt());
    if (mantissa == QLatin1String("1")) return power;
    if (mantissa == QStringLiteral("−1")) return QStringLiteral("−") + power;
    return mantissa + QStringLiteral("×") + power;
}

QString exactNumber(double value) {
    return QString::number(value, 'g', 17);
}

QString typedNumber(double value) {
    constexpr double largestExact = 1e15;
    if (value == std::round(value) && std::abs(value) < largestExact) {
        return QString::number(value, 'f', 0);
    }
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    return QString::fromLatin1(buffer.data(), end - buffer.data());
}

QString count(std::int64_t value) {
    return QLocale(QLocale::English).toString(qlonglong{value});
}

QString shortened(const QString& text) {
    constexpr qsizetype longest = 40;
    QString line = text.size() <= longest
                       ? text
                       : text.left(longest / 2) + QStringLiteral("…") + text.right(longest / 4);
    for (QChar& character : line) {
        if (character.isSpace()) character = QLatin1Char(' ');
        if (!character.isPrint() && !character.isSurrogate())
            character = QChar::ReplacementCharacter;
    }
    return line.simplified();
}

QString describe(const core::ReadError& error) {
    const QString subject = inQuotes(error.subject);
    switch (error.fault) {
        case core::Fault::Empty:
            return Wording::tr("Type a function of x, such as x^2.");
        case core::Fault::TooLong:
            return Wording::tr("The function is longer than 2,000 characters. Shorten it.");
        case core::Fault::TooDeep:
            return Wording::tr(
                "Brackets and functions are nested more than 100 deep here. Simplify it.");
        case core::Fault::TooComplex:
            return Wording::tr("The derivatives of this function grow too large. Simplify it.");
        case core::Fault::NotText:
            return Wording::tr("There is an invisible control character here. Delete it.");
        case core::Fault::StrayCharacter:
            return Wording::tr("%1 has no meaning in a formula. Delete it.").arg(subject);
        case core::Fault::String:
            return Wording::tr("Text in quotes is no part of a formula. Delete it.");
        case core::Fault::UnknownName:
            return unknownName(error);
        case core::Fault::Assignment:
            return Wording::tr(
                "A single = assigns nothing here. Type only the right-hand side, or == "
                "to compare.");
        case core::Fault::StrayComma:
            return Wording::tr(
                "A comma stands only between the arguments of a function. Use a point as "
                "decimal mark: 0.5.");
        case core::Fault::NumberTooLarge:
            return Wording::tr("%1 is too large: numbers go up to 1.8×10³⁰⁸.").arg(subject);
        case core::Fault::BadNumber:
            return Wording::tr("%1 is not a number. Write it like 1.5 or 2e-3.").arg(subject);
        case core::Fault::MissingOperand:
            return Wording::tr("A value is missing here, such as x or 2.");
        case core::Fault::MissingOperator:
            return Wording::tr("An operator is missing here, such as + or *.");
        case core::Fault::UnclosedBracket:
            return Wording::tr("%1 is opened here and never closed.").arg(subject);
        case core::Fault::UnopenedBracket:
            return Wording::tr("%1 closes nothing here. Delete it, or open a bracket before it.")
                .arg(subject);
        case core::Fault::MissingArguments:
            return Wording::tr("%1 needs a value to work on, such as %2.")
                .arg(subject, QString::fromStdString(error.subject) + QStringLiteral("(x)"));
        case core::Fault::WrongArgumentCount:
            return wrongArgumentCount(error);
        case core::Fault::ChainedComparison:
            return Wording::tr("Comparisons cannot be chained. Join two with &&: 0 < x && x < 1.");
        case core::Fault::IncompleteConditional:
            return Wording::tr("A condition needs both branches: condition ? value : other value.");
    }
    Q_UNREACHABLE();
}

QString outcomeName(core::Outcome outcome) {
    switch (outcome) {
        case core::Outcome::Diverged:
            return QStringLiteral("diverged");
        case core::Outcome::LeftDomain:
            return QStringLiteral("left-domain");
        case core::Outcome::Converged:
            return QStringLiteral("converged");
        case core::Outcome::Stalled:
            return QStringLiteral("stalled");
        case core::Outcome::MaxIterations:
            return QStringLiteral("max-iterations");
    }
    Q_UNREACHABLE();
}

QString describe(const core::Verdict& verdict, const core::Settings& settings) {
    switch (verdict.finding) {
        case core::Finding::Cycle:
            return Wording::tr("Swings forever between %1 points, the last at %2. Try a smaller α.")
                .arg(verdict.period)
                .arg(place(verdict));
        case core::Finding::StillMoving:
            return stillMoving(verdict);
        case core::Finding::Stalled:
            return Wording::tr(
                       "Stalled %1 at %2: the step α·f′ is too small for a number of 16 digits. "
                       "Try a larger α.")
                .arg(afterSteps(verdict), place(verdict));
        case core::Finding::Diverged:
            return diverged(verdict, settings);
        case core::Finding::LeftDomain:
            return leftDomain(verdict);
        default:
            return converged(verdict, settings);
    }
}

}  // namespace session
