// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

/// True when it begins and ends as a sentence does and no gap is left open.
inline bool isSentence(const QString& text) {
    return text.size() > 10 &&
           (text.endsWith(QLatin1Char('.')) || text.endsWith(QLatin1Char('?'))) &&
           text.front().isUpper() &&
           !text.contains(QRegularExpression(QStringLiteral("%[0-9Ln]"))) &&
           !text.contains(QLatin1String("  ")) && !text.contains(QLatin1Char('\n'));
}

inline bool isSentenceOrStartsWithAQuote(const QString& text) {
    return isSentence(text.startsWith(QChar(0x201c)) ? QStringLiteral("The text ") + text : text);
}
