// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>
#include <QStringList>
#include <set>
#include <utility>
#include <vector>

#include "session/lessons.h"

// The lessons of the tour, and the numbers in their texts.

inline std::vector<session::Lesson> builtIn() {
    auto lessons = session::lessons();
    if (!lessons) qFatal("%s", qPrintable(lessons.error()));
    return std::move(lessons).value();
}

/// Without indices, exponents and tags.
inline QString plain(QString richText) {
    richText.remove(QRegularExpression(QStringLiteral("<(sub|sup)>.*?</\\1>(?=[^a-z]|$)")));
    richText.remove(QRegularExpression(QStringLiteral("</?(i|b|sub|sup|small)>")));
    richText.replace(QRegularExpression(QStringLiteral("<[^>]*>")), QStringLiteral(" "));
    return richText.replace(QStringLiteral("&nbsp;"), QStringLiteral(" "));
}

inline qsizetype words(const QString& richText) {
    return plain(richText)
        .split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts)
        .size();
}

/// Everything that a lesson tells.
inline QStringList texts(const session::Lesson& lesson) {
    QStringList all{lesson.title, lesson.idea, lesson.question, lesson.explanation};
    for (const session::Answer& answer : lesson.answers) all << answer.text << answer.remark;
    return all;
}

inline std::set<QString> numbersIn(const QString& richText) {
    static const QRegularExpression number(QStringLiteral("−?\\d+(\\.\\d+)?"));
    std::set<QString> found;
    for (auto match = number.globalMatch(plain(richText)); match.hasNext();)
        found.insert(match.next().captured());
    return found;
}

inline std::set<QString> numbersIn(const session::Lesson& lesson) {
    std::set<QString> found;
    for (const QString& text : texts(lesson)) found.merge(numbersIn(text));
    return found;
}

/// A number as a lesson writes it, and what it should be.
struct Fact {
    const char* written;
    double truth;
};

/// The truth, rounded to the decimals of the number as written.
inline QString rounded(const Fact& fact) {
    const QString written = QString::fromUtf8(fact.written);
    const auto point = written.indexOf(QLatin1Char('.'));
    const int decimals = point < 0 ? 0 : static_cast<int>(written.size() - point - 1);
    QString text = QString::number(fact.truth, 'f', decimals);
    if (text.toDouble() == 0) text.remove(QLatin1Char('-'));
    return text.replace(QLatin1Char('-'), QChar(0x2212));
}

/// What is wrong with the numbers of a lesson: each stands among the facts, as it is written there,
/// and each fact in it. Empty where all is well.
inline QString faultIn(const session::Lesson& lesson, const std::vector<Fact>& facts) {
    std::set<QString> known;
    for (const Fact& fact : facts) {
        const QString written = QString::fromUtf8(fact.written);
        if (written != rounded(fact))
            return QStringLiteral("%1: %2 is %3").arg(lesson.title, written, rounded(fact));
        known.insert(written);
    }
    for (const QString& number : numbersIn(lesson))
        if (!known.contains(number)) return QStringLiteral("%1: %2").arg(lesson.title, number);
    for (const QString& number : known)
        if (!numbersIn(lesson).contains(number))
            return QStringLiteral("%1: unused %2").arg(lesson.title, number);
    return {};
}
