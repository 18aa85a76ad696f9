// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/fields.h"

#include <QCoreApplication>
#include <cmath>

#include "formula/analysis.h"
#include "session/limits.h"
#include "session/wording.h"

namespace session {

namespace {

struct Fields {
    Q_DECLARE_TR_FUNCTIONS(Fields)
};

/// The shortest text that reads back as the same bits: Qt drops the sign of -0.
QString exact(double value) {
    return value == 0 && std::signbit(value) ? QStringLiteral("-0") : typedNumber(value);
}

template <typename Value>
QString take(const Typed<Value>& typed, Value& into) {
    if (!typed) return typed.error();
    into = *typed;
    return {};
}

QString readFunction(const QString& text, Session& into) {
    const auto analysis = formula::analyse(text.toStdString());
    if (!analysis) return describe(analysis.error());
    into.function = text;
    return {};
}

QString directionText(const Session& session) {
    return session.settings.direction == descent::Direction::Ascend ? QStringLiteral("maximize")
                                                                    : QStringLiteral("minimize");
}

QString readDirection(const QString& text, Session& into) {
    for (const auto direction : {descent::Direction::Descend, descent::Direction::Ascend}) {
        into.settings.direction = direction;
        if (text == directionText(into)) return {};
    }
    return Fields::tr("The direction is minimize or maximize, not “%1”.").arg(shortened(text));
}

QString methodText(const Session&) {
    return QStringLiteral("gradient");
}

QString readMethod(const QString& text, Session& into) {
    if (text == methodText(into)) return {};
    return Fields::tr("The method “%1” is not known. It is gradient.").arg(shortened(text));
}

QString rangeText(const Session& session) {
    return exact(session.range.low) + QLatin1Char(':') + exact(session.range.high);
}

}  // namespace

const std::vector<Field>& fields() {
    static const std::vector<Field> all = {
        {QStringLiteral("function"), QStringLiteral("f"), FieldKind::Text,
         [](const Session& session) { return session.function; }, readFunction},
        {QStringLiteral("initial_guess"), QStringLiteral("x0"), FieldKind::Number,
         [](const Session& session) { return exact(session.initialGuess); },
         [](const QString& text, Session& into) {
             return take(initialGuessFrom(text), into.initialGuess);
         }},
        {QStringLiteral("alpha"), QStringLiteral("alpha"), FieldKind::Number,
         [](const Session& session) { return exact(session.settings.alpha); },
         [](const QString& text, Session& into) {
             return take(alphaFrom(text), into.settings.alpha);
         }},
        {QStringLiteral("max_iterations"), QStringLiteral("n"), FieldKind::Number,
         [](const Session& session) { return QString::number(session.settings.maxIterations); },
         [](const QString& text, Session& into) {
             return take(maxIterationsFrom(text), into.settings.maxIterations);
         }},
        {QStringLiteral("tolerance"), QStringLiteral("tolerance"), FieldKind::Number,
         [](const Session& session) { return exact(session.settings.tolerance); },
         [](const QString& text, Session& into) {
             return take(toleranceFrom(text), into.settings.tolerance);
         }},
        {QStringLiteral("direction"), QStringLiteral("direction"), FieldKind::Text, directionText,
         readDirection},
        {QStringLiteral("method"), QStringLiteral("method"), FieldKind::Text, methodText,
         readMethod},
        {QStringLiteral("range"), QStringLiteral("range"), FieldKind::TwoNumbers, rangeText,
         [](const QString& text, Session& into) { return take(rangeFrom(text), into.range); }},
    };
    return all;
}

}  // namespace session
