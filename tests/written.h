// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>
#include <set>

/// Numbers as texts for people have them.

/// With as many decimals as that text.
inline QString asWritten(double value, const QString& text) {
    const auto point = text.indexOf(QLatin1Char('.'));
    QString written =
        QString::number(value, 'f', point < 0 ? 0 : static_cast<int>(text.size() - point - 1));
    if (written.toDouble() == 0) written.remove(QLatin1Char('-'));
    return written.replace(QLatin1Char('-'), QChar(0x2212));
}

/// But for exponents, which are raised.
inline std::set<QString> numbersIn(QString text) {
    text.remove(QStringLiteral("10⁶x²"));
    static const QRegularExpression number(QStringLiteral("−?\\d+(\\.\\d+)?"));
    std::set<QString> found;
    for (auto match = number.globalMatch(text); match.hasNext();)
        found.insert(match.next().captured());
    return found;
}
