// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>
#include <QStringList>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "formula/expression.h"
#include "formula/reader.h"
#include "formula/writing/printer.h"

/// Typeset equations, to be computed.
namespace equations {

/// Chains of what is equal, with ; between them, in the language of the program.
inline QString computable(QString text) {
    text.replace(QLatin1String("&nbsp;"), QLatin1String(" "));
    text.replace(QRegularExpression(QStringLiteral("<br> *=")), QStringLiteral("="));
    text.replace(QLatin1String("<br>"), QLatin1String(";"));
    text.replace(QRegularExpression(QStringLiteral("<sup>([^<]*)</sup>")),
                 QStringLiteral("^(\\1)"));
    text.remove(QRegularExpression(QStringLiteral("<[^>]*>")));
    static const QRegularExpression raised(QStringLiteral("[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+"));
    for (auto match = raised.match(text); match.hasMatch(); match = raised.match(text)) {
        QString power = match.captured();
        for (QChar& letter : power)
            letter = QStringLiteral("-0123456789")[QStringLiteral("⁻⁰¹²³⁴⁵⁶⁷⁸⁹").indexOf(letter)];
        text.replace(match.capturedStart(), match.capturedLength(),
                     QStringLiteral("^(%1)").arg(power));
    }
    text.replace(QRegularExpression(QStringLiteral("√([0-9.]+)")), QStringLiteral("sqrt(\\1)"));
    text.replace(QRegularExpression(QStringLiteral("\\|([^|]*)\\|")), QStringLiteral("abs(\\1)"));
    return text.replace(u'√', QLatin1String("sqrt"))
        .replace(u'·', u'*')
        .replace(u'−', u'-')
        .replace(u'½', QLatin1String("0.5"))
        .replace(u'\u202f', QString())
        .replace(QLatin1String(") ("), QLatin1String(")*("));
}

/// Nothing for what has symbols in it.
inline std::optional<double> valueOf(const QString& text) {
    const auto formula = formula::read(text.toStdString());
    if (!formula || formula->varies()) return std::nullopt;
    return formula::Expression(formula::program(*formula))(0);
}

inline bool isClose(double a, double b, double largest = 1) {
    return std::abs(a - b) <= 1e-11 * std::max({1.0, std::abs(b), largest});
}

/// Of the numbers that the text is made of: those of a difference lose the more digits, the
/// larger they are.
inline double largestIn(const QString& text) {
    static const QRegularExpression digits(QStringLiteral("[0-9]+(\\.[0-9]+)?"));
    double largest = 0;
    for (auto match = digits.globalMatch(text); match.hasNext();)
        largest = std::max(largest, match.next().captured().toDouble());
    return largest;
}

/// All numbers of it are the same.
inline void checkChain(const QString& chain) {
    const QStringList parts = chain.split(u'=');
    std::vector<double> numbers;
    for (const QString& part : parts) {
        if (const auto number = valueOf(part)) numbers.push_back(*number);
    }
    QVERIFY2(!numbers.empty(), qPrintable(chain));
    for (const double number : numbers)
        QVERIFY2(isClose(number, numbers.back(), largestIn(chain)), qPrintable(chain));
}

}  // namespace equations
