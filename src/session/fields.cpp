// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/fields.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>

#include "session/limits.h"
#include "session/method.h"
#include "session/runners.h"
#include "session/runnertext.h"
#include "session/view.h"
#include "session/wording/wording.h"

namespace session {

namespace {

struct Fields {
    Q_DECLARE_TR_FUNCTIONS(Fields)
};

/// The shortest text that reads back as the same bits: Qt drops the sign of -0.
QString exact(double value) {
    return value == 0 && std::signbit(value) ? QStringLiteral("-0") : typedNumber(value);
}

QString exact(const insight::Range& range) {
    return exact(range.low) + QLatin1Char(':') + exact(range.high);
}

template <typename Value, typename Into>
QString take(const Typed<Value>& typed, Into& into) {
    if (!typed) return typed.error();
    into = *typed;
    return {};
}

/// An empty text is that of what is absent.
template <typename Value>
QString takeIfAny(const QString& text, Typed<Value> (*read)(const QString&),
                  std::optional<Value>& into) {
    into.reset();
    return text.isEmpty() ? QString() : take(read(text), into);
}

QString change(const QString& sentence, double value, int digits) {
    return sentence.arg(number(value, digits));
}

Field function() {
    return {.name = QStringLiteral("function"),
            .letter = QStringLiteral("f"),
            .text = [](const Session& session) { return session.function.text(); },
            .read = [](const QString& text, Session& into) -> QString {
                const auto function = Function::from(text);
                if (!function) return describe(function.error());
                into.function = *function;
                return {};
            },
            .change =
                [](const Session& after, int) {
                    return Fields::tr("Change f to %1").arg(shortened(after.function.text()));
                },
            .help = Fields::tr("The function of x to descend, such as \"x^4-4*x^2+x\"."),
            .value = QStringLiteral("TEXT")};
}

Field initialGuess() {
    return {.name = QStringLiteral("initial_guess"),
            .letter = QStringLiteral("x0"),
            .kind = Field::Kind::Number,
            .text = [](const Session& session) { return exact(session.initialGuess); },
            .read = [](const QString& text,
                       Session& into) { return take(initialGuessFrom(text), into.initialGuess); },
            .change =
                [](const Session& after, int digits) {
                    return change(Fields::tr("Change x₀ to %1"), after.initialGuess, digits);
                },
            .help = Fields::tr(
                "Where the ball starts, x₀. Default 1; without --function, the example's."),
            .value = QStringLiteral("NUMBER"),
            .key = QStringLiteral("start")};
}

Field alpha() {
    return {
        .name = QStringLiteral("alpha"),
        .letter = QStringLiteral("alpha"),
        .kind = Field::Kind::Number,
        .text = [](const Session& session) { return exact(session.settings.alpha); },
        .read = [](const QString& text,
                   Session& into) { return take(alphaFrom(text), into.settings.alpha); },
        .change =
            [](const Session& after, int digits) {
                return change(Fields::tr("Change α to %1"), after.settings.alpha, digits);
            },
        .help = Fields::tr("The learning rate α, over 0, up to 1000. Default 0.1, of adadelta and "
                           "newton 1; without --function, the example's."),
        .value = QStringLiteral("NUMBER"),
        .key = QStringLiteral("alpha")};
}

Field maxIterations() {
    return {
        .name = QStringLiteral("max_iterations"),
        .letter = QStringLiteral("n"),
        .kind = Field::Kind::Number,
        .text =
            [](const Session& session) { return QString::number(session.settings.maxIterations); },
        .read =
            [](const QString& text, Session& into) {
                return take(maxIterationsFrom(text), into.settings.maxIterations);
            },
        .change =
            [](const Session& after, int) {
                return Fields::tr("Change max iterations to %1")
                    .arg(count(after.settings.maxIterations));
            },
        .help = Fields::tr("1 to 1000000. Default 200."),
        .value = QStringLiteral("NUMBER")};
}

Field tolerance() {
    return {
        .name = QStringLiteral("tolerance"),
        .letter = QStringLiteral("tolerance"),
        .kind = Field::Kind::Number,
        .presence = Field::Presence::Usual,
        .text = [](const Session& session) { return exact(session.settings.tolerance); },
        .read = [](const QString& text,
                   Session& into) { return take(toleranceFrom(text), into.settings.tolerance); },
        .change =
            [](const Session& after, int digits) {
                return change(Fields::tr("Change the tolerance to %1"), after.settings.tolerance,
                              digits);
            },
        .help = Fields::tr("Where |f'| has converged, over 0, up to 1. Default 1e-6."),
        .value = QStringLiteral("NUMBER")};
}

QString directionText(const Session& session) {
    return session.settings.direction == descent::Direction::Ascend ? QStringLiteral("maximize")
                                                                    : QStringLiteral("minimize");
}

Field direction() {
    return {.name = QStringLiteral("direction"),
            .letter = QStringLiteral("direction"),
            .text = directionText,
            .read = [](const QString& text, Session& into) -> QString {
                for (const auto way : {descent::Direction::Descend, descent::Direction::Ascend}) {
                    into.settings.direction = way;
                    if (text == directionText(into)) return {};
                }
                return Fields::tr("The direction is minimize or maximize, not “%1”.")
                    .arg(shortened(text));
            },
            .change =
                [](const Session& after, int) {
                    return after.settings.direction == descent::Direction::Descend
                               ? Fields::tr("Descend")
                               : Fields::tr("Ascend");
                },
            .help = Fields::tr("Ascend instead of descending."),
            .flag = QStringLiteral("maximize")};
}

Field method() {
    return {
        .name = QStringLiteral("method"),
        .letter = QStringLiteral("method"),
        .presence = Field::Presence::Usual,
        .since = 2,
        .text = [](const Session& session) { return methodText(session.settings.method); },
        .read = [](const QString& text,
                   Session& into) { return take(methodFrom(text), into.settings.method); },
        .change =
            [](const Session& after, int) {
                return Fields::tr("Change the method to %1")
                    .arg(methodLabel(after.settings.method));
            },
        .help = Fields::tr("The rule of a step: %1 (the default), %2 or %3, with what is set "
                           "otherwise than usual, such as momentum:beta=0.8.")
                    .arg(methodNames().front(),
                         methodNames().mid(1, methodNames().size() - 2).join(QStringLiteral(", ")),
                         methodNames().back()),
        .value = QStringLiteral("NAME"),
        .key = QStringLiteral("method")};
}

Field schedule() {
    return {.name = QStringLiteral("schedule"),
            .letter = QStringLiteral("schedule"),
            .presence = Field::Presence::Optional,
            .since = 2,
            .text =
                [](const Session& session) {
                    const descent::Schedule& schedule = session.settings.schedule;
                    return descent::isConstant(schedule) ? QString() : scheduleText(schedule);
                },
            .read = [](const QString& text, Session& into) -> QString {
                into.settings.schedule = {};
                return text.isEmpty() ? QString()
                                      : take(scheduleFrom(text), into.settings.schedule);
            },
            .change =
                [](const Session& after, int) {
                    return Fields::tr("Change the schedule to %1")
                        .arg(scheduleLabel(after.settings.schedule));
                },
            .help = Fields::tr(
                "How α changes over the run: constant (the default), step, exponential, inverse, "
                "cosine or warmup, such as step:every=40,gamma=0.5."),
            .value = QStringLiteral("NAME"),
            .key = QStringLiteral("schedule")};
}

Field others() {
    return {.name = QStringLiteral("runners"),
            .letter = QStringLiteral("runners"),
            .presence = Field::Presence::Optional,
            .since = 2,
            .text = runnersText,
            .read = readRunners,
            .change = [](const Session&, int) { return Fields::tr("Change the runners"); },
            .help = Fields::tr("One more runner, up to %1 in all, such as "
                               "momentum:beta=0.8,alpha=0.01,start=2: a method with its knobs, "
                               "and what is otherwise than in the options, which make the first "
                               "runner. May be repeated.")
                        .arg(mostRunners),
            .value = QStringLiteral("METHOD"),
            .repeated = QStringLiteral("runner")};
}

Field noise() {
    return {.name = QStringLiteral("noise"),
            .letter = QStringLiteral("noise"),
            .kind = Field::Kind::Number,
            .presence = Field::Presence::Optional,
            .since = 2,
            .text =
                [](const Session& session) {
                    const double sigma = session.settings.noise.sigma;
                    return sigma > 0 ? exact(sigma) : QString();
                },
            .read = [](const QString& text, Session& into) -> QString {
                into.settings.noise.sigma = 0;
                return text.isEmpty() ? QString()
                                      : take(noiseFrom(text), into.settings.noise.sigma);
            },
            .change =
                [](const Session& after, int digits) {
                    return change(Fields::tr("Change the noise to %1"), after.settings.noise.sigma,
                                  digits);
                },
            .help = Fields::tr("The standard deviation of Gaussian noise on the gradient of each "
                               "step. Default 0."),
            .value = QStringLiteral("NUMBER")};
}

Field seed() {
    return {.name = QStringLiteral("seed"),
            .letter = QStringLiteral("seed"),
            .kind = Field::Kind::Number,
            .presence = Field::Presence::Optional,
            .since = 2,
            .text = [](const Session& session) -> QString {
                const std::uint64_t seed = session.settings.noise.seed;
                return seed == descent::Noise().seed ? QString() : QString::number(seed);
            },
            .read = [](const QString& text, Session& into) -> QString {
                into.settings.noise.seed = descent::Noise().seed;
                return text.isEmpty() ? QString() : take(seedFrom(text), into.settings.noise.seed);
            },
            .change =
                [](const Session& after, int) {
                    return Fields::tr("Change the seed to %1")
                        .arg(QString::number(after.settings.noise.seed));
                },
            .help = Fields::tr("A whole number that chooses the noise. Default 1."),
            .value = QStringLiteral("NUMBER")};
}

Field range() {
    return {.name = QStringLiteral("range"),
            .letter = QStringLiteral("range"),
            .kind = Field::Kind::TwoNumbers,
            .concern = Field::Concern::Sight,
            .text = [](const Session& session) { return exact(session.range); },
            .read = [](const QString& text,
                       Session& into) { return take(rangeFrom(text), into.range); },
            .change = [](const Session&, int) { return Fields::tr("Move the view"); },
            .help = Fields::tr("The part of the x axis to show, such as -2:3; in a bifurcation "
                               "diagram of the α axis."),
            .value = QStringLiteral("LO:HI")};
}

Field values() {
    return {.name = QStringLiteral("range_y"),
            .letter = QStringLiteral("y"),
            .kind = Field::Kind::TwoNumbers,
            .concern = Field::Concern::Sight,
            .presence = Field::Presence::Optional,
            .since = 2,
            .text =
                [](const Session& session) {
                    return session.values ? exact(*session.values) : QString();
                },
            .read = [](const QString& text,
                       Session& into) { return takeIfAny(text, rangeFrom, into.values); },
            .change = [](const Session&, int) { return Fields::tr("Move the view"); },
            .help = Fields::tr("The part of the axis of f that the curve is shown in, such as "
                               "-1:8. Without it, the part that fits."),
            .value = QStringLiteral("LO:HI")};
}

Field view() {
    const QStringList names = viewNames();
    return {
        .name = QStringLiteral("view"),
        .letter = QStringLiteral("view"),
        .concern = Field::Concern::Sight,
        .presence = Field::Presence::Optional,
        .since = 2,
        .text = [](const Session& session) { return viewRow(session.view).option; },
        .read = [](const QString& text, Session& into) { return take(viewFrom(text), into.view); },
        .change = [](const Session& after,
                     int) { return Fields::tr("Show: %1").arg(viewRow(after.view).name); },
        .help = Fields::tr("What is shown or drawn: %1 (the default), %2 or %3.")
                    .arg(names.front(), names.mid(1, names.size() - 2).join(QStringLiteral(", ")),
                         names.back()),
        .value = QStringLiteral("NAME")};
}

Field step() {
    return {.name = QStringLiteral("step"),
            .letter = QStringLiteral("step"),
            .kind = Field::Kind::Number,
            .concern = Field::Concern::Sight,
            .presence = Field::Presence::Optional,
            .since = 2,
            .text =
                [](const Session& session) {
                    const auto& step = session.standing.step;
                    return step ? QString::number(*step) : QString();
                },
            .read = [](const QString& text,
                       Session& into) { return takeIfAny(text, stepFrom, into.standing.step); },
            .change =
                [](const Session& after, int) {
                    return Fields::tr("Go to step %1").arg(count(after.standing.step.value_or(0)));
                },
            .help = Fields::tr("The step that the ball is at. Default 0; in a picture, the last."),
            .value = QStringLiteral("NUMBER")};
}

Field title() {
    return {.name = QStringLiteral("title"),
            .letter = QStringLiteral("title"),
            .concern = Field::Concern::Words,
            .presence = Field::Presence::Optional,
            .since = 2,
            .text = [](const Session& session) { return session.title; },
            .read =
                [](const QString& text, Session& into) {
                    into.title = text;
                    return titleFault(text);
                },
            .change = [](const Session&, int) { return Fields::tr("Change the title"); },
            .help = Fields::tr("A title, for the window and above pictures."),
            .value = QStringLiteral("TEXT")};
}

Field note() {
    return {.name = QStringLiteral("note"),
            .letter = QStringLiteral("note"),
            .concern = Field::Concern::Words,
            .presence = Field::Presence::Optional,
            .since = 2,
            .text = [](const Session& session) { return session.note; },
            .read =
                [](const QString& text, Session& into) {
                    into.note = text;
                    return noteFault(text);
                },
            .change = [](const Session&, int) { return Fields::tr("Change the note"); },
            .help = Fields::tr("A note to keep with the session."),
            .value = QStringLiteral("TEXT")};
}

}  // namespace

const std::vector<Field>& fields() {
    static const std::vector<Field> all = {function(),  initialGuess(), alpha(),  maxIterations(),
                                           tolerance(), direction(),    method(), schedule(),
                                           noise(),     seed(),         others(), range(),
                                           values(),    view(),         step(),   title(),
                                           note()};
    return all;
}

int versionFor(const Session& session) {
    int version = 1;
    for (const Field& field : fields()) {
        if (!isUsual(field, session)) version = std::max(version, field.since);
    }
    return version;
}

QString writtenText(const Field& field, const Session& session) {
    return field.text(field.key.isEmpty() ? session : choosing(session, 0));
}

QString joinedText(const QStringList& values) {
    static const QRegularExpression around(QStringLiteral("\\s*([:=,;])\\s*"));
    static const QRegularExpression grouping(QStringLiteral("(?<=[0-9])\\s+(?=[0-9])"));
    QString text = values.join(QLatin1Char(' ')).simplified();
    return text.replace(around, QStringLiteral("\\1")).remove(grouping);
}

QString optionOf(const Field& field) {
    if (!field.repeated.isEmpty()) return field.repeated;
    if (!field.flag.isEmpty()) return field.flag;
    return QString(field.name).replace(QLatin1Char('_'), QLatin1Char('-'));
}

bool isUsual(const Field& field, const Session& session) {
    static const Session usual;
    return writtenText(field, session) == writtenText(field, usual);
}

bool isWritten(const Field& field, const Session& session) {
    return field.presence != Field::Presence::Optional || !isUsual(field, session);
}

const Field* changedField(const Session& before, const Session& after) {
    const auto isOfRunners = [](const Field& field) { return field.text == runnersText; };
    const bool others = before.others != after.others || before.chosen != after.chosen;
    const Field* changed = others ? &*std::ranges::find_if(fields(), isOfRunners) : nullptr;
    for (const Field& field : fields()) {
        if (isOfRunners(field) || (others && !field.key.isEmpty())) continue;
        if (field.text(before) == field.text(after)) continue;
        const bool brought = changed == &fields().front() && field.concern == Field::Concern::Sight;
        const bool along =
            changed && changed->concern != Field::Concern::Run && changed->concern == field.concern;
        if (changed && !brought && !along) return nullptr;
        if (!changed) changed = &field;
    }
    return changed;
}

QString changeName(const Session& before, const Session& after, int digits) {
    const Field* const field = changedField(before, after);
    if (!field) return {};
    return field->text == runnersText ? runnersChange(before, after) : field->change(after, digits);
}

bool sameRun(const Session& a, const Session& b) {
    return std::ranges::all_of(fields(), [&](const Field& field) {
        return field.concern != Field::Concern::Run || field.text(a) == field.text(b);
    });
}

Session seenAs(const Session& session, const Session& other) {
    Session seen = session;
    for (const Field& field : fields()) {
        if (field.concern == Field::Concern::Sight) field.read(field.text(other), seen);
    }
    return seen;
}

}  // namespace session
