// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/fields.h"

#include <QCoreApplication>
#include <cmath>

#include "session/limits.h"
#include "session/method.h"
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
    const auto function = Function::from(text);
    if (!function) return describe(function.error());
    into.function = *function;
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

QString change(const QString& sentence, double value, int digits) {
    return sentence.arg(number(value, digits));
}

QString rangeText(const Session& session) {
    return exact(session.range.low) + QLatin1Char(':') + exact(session.range.high);
}

}  // namespace

const std::vector<Field>& fields() {
    static const std::vector<Field> all = {
        {QStringLiteral("function"), QStringLiteral("f"), FieldKind::Text,
         [](const Session& session) { return session.function.text(); }, readFunction,
         [](const Session& after, int) {
             return Fields::tr("Change f to %1").arg(shortened(after.function.text()));
         }},
        {QStringLiteral("initial_guess"), QStringLiteral("x0"), FieldKind::Number,
         [](const Session& session) { return exact(session.initialGuess); },
         [](const QString& text, Session& into) {
             return take(initialGuessFrom(text), into.initialGuess);
         },
         [](const Session& after, int digits) {
             return change(Fields::tr("Change x₀ to %1"), after.initialGuess, digits);
         }},
        {QStringLiteral("alpha"), QStringLiteral("alpha"), FieldKind::Number,
         [](const Session& session) { return exact(session.settings.alpha); },
         [](const QString& text, Session& into) {
             return take(alphaFrom(text), into.settings.alpha);
         },
         [](const Session& after, int digits) {
             return change(Fields::tr("Change α to %1"), after.settings.alpha, digits);
         }},
        {QStringLiteral("max_iterations"), QStringLiteral("n"), FieldKind::Number,
         [](const Session& session) { return QString::number(session.settings.maxIterations); },
         [](const QString& text, Session& into) {
             return take(maxIterationsFrom(text), into.settings.maxIterations);
         },
         [](const Session& after, int) {
             return Fields::tr("Change max iterations to %1")
                 .arg(count(after.settings.maxIterations));
         }},
        {QStringLiteral("tolerance"), QStringLiteral("tolerance"), FieldKind::Number,
         [](const Session& session) { return exact(session.settings.tolerance); },
         [](const QString& text, Session& into) {
             return take(toleranceFrom(text), into.settings.tolerance);
         },
         [](const Session& after, int digits) {
             return change(Fields::tr("Change the tolerance to %1"), after.settings.tolerance,
                           digits);
         },
         true, true},
        {QStringLiteral("direction"), QStringLiteral("direction"), FieldKind::Text, directionText,
         readDirection,
         [](const Session& after, int) {
             return after.settings.direction == descent::Direction::Descend ? Fields::tr("Descend")
                                                                            : Fields::tr("Ascend");
         }},
        {QStringLiteral("method"), QStringLiteral("method"), FieldKind::Text,
         [](const Session& session) { return methodText(session.settings.method); },
         [](const QString& text, Session& into) {
             return take(methodFrom(text), into.settings.method);
         },
         [](const Session& after, int) {
             return Fields::tr("Change the method to %1").arg(methodLabel(after.settings.method));
         },
         true, true},
        {QStringLiteral("range"), QStringLiteral("range"), FieldKind::TwoNumbers, rangeText,
         [](const QString& text, Session& into) { return take(rangeFrom(text), into.range); },
         [](const Session&, int) { return Fields::tr("Move the view"); }, false},
    };
    return all;
}

int versionFor(const Session& session) {
    return descent::isPlain(session.settings.method) ? 1 : newestVersion;
}

QString optionOf(const Field& field) {
    return QString(field.name).replace(QLatin1Char('_'), QLatin1Char('-'));
}

const Field* changedField(const Session& before, const Session& after) {
    const Field* changed = nullptr;
    for (const Field& field : fields()) {
        if (field.text(before) == field.text(after)) continue;
        const bool brought = changed == &fields().front() && !field.decidesRun;
        if (changed && !brought) return nullptr;
        if (!changed) changed = &field;
    }
    return changed;
}

}  // namespace session
