// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/wording/wording.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "files/paths.h"
#include "formula/calls.h"
#include "formula/roles.h"
#include "formula/writing/printer.h"
#include "session/hints.h"

namespace session {

namespace {

struct Wording {
    Q_DECLARE_TR_FUNCTIONS(Wording)
};

constexpr int exactDigits = 17;
constexpr int alwaysTrue = 15;

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

/// 17 digits tell every value apart, but most need fewer: 0.1 is not 0.10000000000000001.
QString written(double value, int digits) {
    for (int fewer = alwaysTrue; fewer < digits; ++fewer) {
        const QString text = QString::number(value, 'g', fewer);
        if (text.toDouble() == value) return text;
    }
    return QString::number(value, 'g', digits);
}

/// From C's form, 1.5e-07, to 1.5×10⁻⁷.
QString typeset(const QString& text) {
    const auto e = text.indexOf(QLatin1Char('e'));
    if (e < 0) return withTrueMinus(text);
    const QString mantissa = withTrueMinus(text.left(e));
    const QString power = QStringLiteral("10") + raised(text.mid(e + 1).toInt());
    if (mantissa == QLatin1String("1")) return power;
    if (mantissa == QStringLiteral("−1")) return QStringLiteral("−") + power;
    return mantissa + QStringLiteral("×") + power;
}

QString inQuotes(const std::string& text) {
    return QStringLiteral("“%1”").arg(shortened(QString::fromStdString(text)));
}

QString stray(const formula::ReadError& error) {
    const QString todo = hint(error);
    if (!todo.isEmpty()) return todo;
    return Wording::tr("%1 has no meaning in a formula. Delete it.").arg(inQuotes(error.subject));
}

QString badNumber(const formula::ReadError& error) {
    if (const QString todo = hint(error); !todo.isEmpty()) return todo;
    return Wording::tr("%1 is not a number. Write it like 1.5 or 2e-3.")
        .arg(inQuotes(error.subject));
}

QString unknownName(const formula::ReadError& error) {
    if (const QString todo = hint(error); !todo.isEmpty()) return todo;
    if (error.suggestion.empty()) {
        return Wording::tr(
                   "%1 is not known here. Functions are sin, exp, ln, sqrt …; write a product with "
                   "a *, as in a*x.")
            .arg(inQuotes(error.subject));
    }
    return Wording::tr("%1 is not known here. Did you mean %2?")
        .arg(inQuotes(error.subject), inQuotes(error.suggestion));
}

QString tooManyVariables(const formula::ReadError& error) {
    const QStringList names = QString::fromStdString(error.subject).split(u' ');
    if (error.expected > 1) {
        return Wording::tr(
                   "At most %1 names can vary, and here are %2: %3. Say which in front, as in "
                   "f(%4) = …, and the others are constants.")
            .arg(QString::number(error.expected), QString::number(error.found),
                 shortened(names.join(QStringLiteral(", "))),
                 names.mid(0, 2).join(QStringLiteral(", ")));
    }
    return Wording::tr(
               "Only one name can vary: say which of %1 in front, as in f(%2) = …, "
               "and the others are constants.")
        .arg(shortened(names.join(QStringLiteral(", "))), names.back());
}

/// “log2x”.
QString numberedName(const formula::ReadError& error) {
    const formula::Function* function = formula::functionNamed(error.suggestion);
    const std::string_view arguments = function ? formula::exampleArguments(*function) : "(x)";
    const QString name = QString::fromStdString(error.suggestion);
    qsizetype letters = name.size();
    while (letters > 0 && name[letters - 1].isDigit()) --letters;
    return Wording::tr("%1 can be read in two ways: write %2, or %3.")
        .arg(inQuotes(error.subject),
             name + QLatin1String(arguments.data(), qsizetype(arguments.size())),
             name.left(letters) + u'(' + name.mid(letters) + QStringLiteral("x)"));
}

/// “sin^-1”.
QString inverse(const formula::ReadError& error) {
    const QString subject = QString::fromStdString(error.subject);
    qsizetype end = 0;
    while (end < subject.size() && subject[end].isLetterOrNumber()) ++end;
    const QString reciprocal = QStringLiteral("1/%1(x)").arg(subject.left(end));
    if (error.suggestion.empty())
        return Wording::tr("Write %1 as %2.").arg(inQuotes(error.subject), reciprocal);
    return Wording::tr("%1 can be read in two ways: write %2, or %3.")
        .arg(inQuotes(error.subject), QString::fromStdString(error.suggestion + "(x)"), reciprocal);
}

QString wrongArgumentCount(const formula::ReadError& error) {
    const QString wanted = Wording::tr("%n arguments", nullptr, howMany(error.expected));
    return Wording::tr("%1 takes %2, not %3.")
        .arg(inQuotes(error.subject), wanted)
        .arg(error.found);
}

}  // namespace

QString number(double value, int digits) {
    if (std::isnan(value)) return Wording::tr("undefined");
    if (std::isinf(value)) return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    return typeset(written(value, digits));
}

QString columnNumber(double value, int digits) {
    if (!std::isfinite(value) || value == 0 || digits > alwaysTrue) return number(value, digits);
    const QString text = QString::number(value, 'e', digits - 1);
    const int exponent = text.mid(text.indexOf(QLatin1Char('e')) + 1).toInt();
    constexpr int smallest = -4;  // of those that number() writes without a power
    const bool plain = exponent >= smallest && exponent < digits;
    return typeset(plain ? QString::number(value, 'f', digits - 1 - exponent) : text);
}

QString besideLimit(double value, double limit, int digits) {
    constexpr int fewDigits = 2;
    const QString text = number(value, digits);
    if (value == limit || text != number(limit, digits)) return text;
    const QString sign = value < limit ? QStringLiteral(" − ") : QStringLiteral(" + ");
    return text + sign + number(std::abs(value - limit), fewDigits);
}

QPair<QString, QString> apart(double one, double other, int digits) {
    QPair<QString, QString> texts{number(one, digits), number(other, digits)};
    const bool differ = one != other && digits < exactDigits;
    return differ && texts.first == texts.second ? apart(one, other, digits + 1) : texts;
}

QString position(double x, int digits) {
    constexpr int decimals = 10;
    if (std::abs(x) < 1e-10) return number(0);
    const int known = 1 + static_cast<int>(std::floor(std::log10(std::abs(x)))) + decimals;
    return number(x, std::min(digits, std::max(usualDigits, known)));
}

QString exactNumber(double value) {
    return std::isfinite(value) ? QString::number(value, 'g', QLocale::FloatingPointShortest)
                                : number(value);
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
    return files::printable(text, longest).simplified();
}

QString typesetShort(const formula::Formula& formula) {
    constexpr std::size_t longest = 150;  // in nodes written out
    return formula.size() <= longest ? QString::fromStdString(formula::typeset(formula))
                                     : Wording::tr("<i>a long formula</i>");
}

QString inVariable(QString text, const QString& variable) {
    static const QRegularExpression name(QStringLiteral("(?<![A-Za-z0-9_])x(?![A-Za-z0-9_])"));
    return variable == QLatin1String("x") ? text : text.replace(name, variable);
}

QString typesetName(const std::string& name) {
    return QString::fromStdString(formula::typeset(formula::Formula::variable(name)));
}

QString describe(const formula::ReadError& error) {
    const QString subject = inQuotes(error.subject);
    switch (error.fault) {
        case formula::Fault::Empty:
            return Wording::tr("Type a function, such as x^2 or x^2+10*y^2.");
        case formula::Fault::TooLong:
            return Wording::tr("The function is longer than 2,000 characters. Shorten it.");
        case formula::Fault::TooDeep:
            return Wording::tr(
                "Brackets and functions are nested more than 100 deep here. Simplify it.");
        case formula::Fault::TooComplex:
            return Wording::tr("The derivatives of this function grow too large. Simplify it.");
        case formula::Fault::NotText:
            return Wording::tr("There is an invisible control character here. Delete it.");
        case formula::Fault::StrayCharacter:
            return stray(error);
        case formula::Fault::String:
            return Wording::tr("Quotes have no meaning in a formula. Delete them.");
        case formula::Fault::UnknownName:
            return unknownName(error);
        case formula::Fault::TooManyVariables:
            return tooManyVariables(error);
        case formula::Fault::TooManyConstants:
            return Wording::tr("There can be at most %1 constants, and %2 would be one more.")
                .arg(formula::mostConstants)
                .arg(subject);
        case formula::Fault::OnlyVariable:
            return Wording::tr("%1 is the only variable of the function, so it is no constant.")
                .arg(subject);
        case formula::Fault::NumberedName:
            return numberedName(error);
        case formula::Fault::Assignment:
            return Wording::tr(
                "A single = assigns nothing here. Type only the right-hand side, or == "
                "to compare.");
        case formula::Fault::StrayComma:
            return Wording::tr(
                "A comma stands only between the arguments of a function. Use a point as "
                "decimal mark: 0.5.");
        case formula::Fault::NumberTooLarge:
            return Wording::tr("%1 is too large: numbers go up to 1.8×10³⁰⁸.").arg(subject);
        case formula::Fault::NumberTooSmall:
            return Wording::tr("%1 is too small: the smallest number over 0 is %2.")
                .arg(subject, number(std::numeric_limits<double>::denorm_min(), 1));
        case formula::Fault::BadNumber:
            return badNumber(error);
        case formula::Fault::MissingOperand:
            return Wording::tr("A value is missing here, such as x or 2.");
        case formula::Fault::MissingOperator:
            return Wording::tr("An operator is missing here, such as +, * or ^.");
        case formula::Fault::UnclosedBracket:
            return Wording::tr("%1 is opened here and never closed.").arg(subject);
        case formula::Fault::UnopenedBracket:
            return Wording::tr("%1 closes nothing here. Delete it, or open a bracket before it.")
                .arg(subject);
        case formula::Fault::MissingArguments:
            return Wording::tr("%1 needs a value to work on, such as %2.")
                .arg(subject, QString::fromStdString(error.suggestion));
        case formula::Fault::Inverse:
            return inverse(error);
        case formula::Fault::WrongArgumentCount:
            return wrongArgumentCount(error);
        case formula::Fault::BadOrder:
            return Wording::tr(
                       "The order of polygamma is a whole number from 0 to 1,000,000: %1 is none.")
                .arg(subject);
        case formula::Fault::VaryingOrder:
            return Wording::tr(
                       "The order of polygamma cannot vary: write a whole number in place "
                       "of %1, as in polygamma(1, x).")
                .arg(subject);
        case formula::Fault::ChainedComparison:
            return Wording::tr("Comparisons cannot be chained. Join two with &&: 0 < x && x < 1.");
        case formula::Fault::IncompleteConditional:
            return Wording::tr("A condition needs both branches: condition ? value : other value.");
    }
    Q_UNREACHABLE();
}

QString outcomeName(descent::Outcome outcome) {
    switch (outcome) {
        case descent::Outcome::Diverged:
            return QStringLiteral("diverged");
        case descent::Outcome::LeftDomain:
            return QStringLiteral("left-domain");
        case descent::Outcome::Converged:
            return QStringLiteral("converged");
        case descent::Outcome::Stalled:
            return QStringLiteral("stalled");
        case descent::Outcome::MaxIterations:
            return QStringLiteral("max-iterations");
        case descent::Outcome::OutOfMemory:
            return QStringLiteral("out-of-memory");
    }
    Q_UNREACHABLE();
}

}  // namespace session
