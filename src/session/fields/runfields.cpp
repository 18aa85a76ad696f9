// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "session/constants.h"
#include "session/fields/fieldrows.h"
#include "session/fields/fieldtext.h"
#include "session/fields/runnertext.h"
#include "session/limits.h"
#include "session/method.h"
#include "session/place.h"
#include "session/runners.h"

namespace session {

namespace {

struct Fields {
    Q_DECLARE_TR_FUNCTIONS(Fields)
};

Field function() {
    return {.name = QStringLiteral("function"),
            .letter = QStringLiteral("f"),
            .text = [](const Session& session) { return session.function.text(); },
            .read = [](const QString& text, Session& into) -> QString {
                const auto function = editedFunction(into, text);
                if (!function) return describe(function.error());
                into = withFunction(into, *function);
                return {};
            },
            .change =
                [](const Session& after, int) {
                    return Fields::tr("Change f to %1").arg(shortened(after.function.text()));
                },
            .help = Fields::tr("The function to descend, such as \"x^4-4*x^2+x\" or "
                               "\"x^2+10*y^2\". Names beside x, y, z and x1 to x8 are "
                               "constants, as in \"a*x^2+b\"."),
            .value = QStringLiteral("TEXT")};
}

Field constants() {
    return {.name = QStringLiteral("constants"),
            .letter = QStringLiteral("constants"),
            .presence = Field::Presence::Optional,
            .since = 2,
            .text = constantsText,
            .read = readConstants,
            .change = [](const Session&, int) { return Fields::tr("Change the constants"); },
            .help = Fields::tr("The value of a constant of the function, such as a=2, perhaps with "
                               "what its slider covers: a=2,range=0:10,step=0.5. May be repeated. "
                               "A constant without a value is 1."),
            .value = QStringLiteral("NAME=VALUE"),
            .repeated = QStringLiteral("constant")};
}

Field initialGuess() {
    return {
        .name = QStringLiteral("initial_guess"),
        .letter = QStringLiteral("x0"),
        .kind = Field::Kind::Place,
        .text = startText,
        .read = readStart,
        .change =
            [](const Session& after, int digits) {
                const QString place = shownPlace(after.initialGuess, digits);
                if (after.function.dimension() > 1)
                    return Fields::tr("Change the start to %1").arg(place);
                return inVariable(Fields::tr("Change x₀ to %1"), after.function.variable())
                    .arg(place);
            },
        .help = Fields::tr("Where the ball starts, x₀: a number for each variable, such as 2, or "
                           "1,2, or x=1,y=2, where each name that is given is a variable. Default "
                           "1; without --function, the example's."),
        .value = QStringLiteral("NUMBER[,…]"),
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
        .kind = Field::Kind::WholeNumber,
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
            .key = QStringLiteral("schedule"),
            .usual = QStringLiteral("constant")};
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
            .value = QStringLiteral("NUMBER"),
            .key = QStringLiteral("noise"),
            .usual = QStringLiteral("0")};
}

Field seed() {
    return {.name = QStringLiteral("seed"),
            .letter = QStringLiteral("seed"),
            .kind = Field::Kind::WholeNumber,
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
            .value = QStringLiteral("NUMBER"),
            .key = QStringLiteral("seed"),
            .usual = QStringLiteral("1")};
}

}  // namespace

std::vector<Field> runFields() {
    return {function(),  constants(), initialGuess(), alpha(), maxIterations(), tolerance(),
            direction(), method(),    schedule(),     noise(), seed(),          others()};
}

}  // namespace session
