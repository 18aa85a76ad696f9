// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "session/axes.h"
#include "session/fields/fieldrows.h"
#include "session/fields/fieldtext.h"
#include "session/limits.h"
#include "session/quantity.h"
#include "session/view.h"

namespace session {

namespace {

struct Fields {
    Q_DECLARE_TR_FUNCTIONS(Fields)
};

Field range() {
    return {.name = QStringLiteral("range"),
            .letter = QStringLiteral("range"),
            .kind = Field::Kind::TwoNumbers,
            .concern = Field::Concern::Sight,
            .text = [](const Session& session) { return exact(session.range); },
            .read = [](const QString& text,
                       Session& into) { return take(rangeFrom(text), into.range); },
            .change = [](const Session&, int) { return Fields::tr("Move the view"); },
            .help = Fields::tr("The part of the x axis to show, such as -2:3; of several "
                               "variables of the first axis, in a bifurcation diagram of that "
                               "of α."),
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
                               "-1:8; of several variables, of the second axis. Without it, the "
                               "part that fits."),
            .value = QStringLiteral("LO:HI")};
}

/// Of several variables.
Field axes() {
    return {.name = QStringLiteral("axes"),
            .letter = QStringLiteral("axes"),
            .concern = Field::Concern::Sight,
            .presence = Field::Presence::Optional,
            .since = 2,
            .text = axesText,
            .read = readAxes,
            .change = [](const Session& after,
                         int) { return Fields::tr("Show the axes %1").arg(axesShown(after)); },
            .help = Fields::tr("Which two of several variables are in view, such as x,z. Default "
                               "the first two."),
            .value = QStringLiteral("NAME,NAME")};
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

/// Before a surface.
Field camera() {
    return {
        .name = QStringLiteral("camera"),
        .letter = QStringLiteral("camera"),
        .concern = Field::Concern::Sight,
        .presence = Field::Presence::Optional,
        .since = 2,
        .text = [](const Session& session) { return cameraText(session.camera); },
        .read = [](const QString& text, Session& into) { return readCamera(text, into.camera); },
        .change = [](const Session&, int) { return Fields::tr("Turn the surface"); },
        .help = Fields::tr("From where the surface is seen: two angles in degrees, round it "
                           "counterclockwise from its first axis and up from the plane, such "
                           "as -60,35 (the default). A third number makes heights as many "
                           "times as steep."),
        .value = QStringLiteral("AZ,EL")};
}

/// Of a surface.
Field heights() {
    return {.name = QStringLiteral("heights"),
            .letter = QStringLiteral("heights"),
            .concern = Field::Concern::Sight,
            .presence = Field::Presence::Optional,
            .since = 2,
            .text =
                [](const Session& session) {
                    return session.camera.logarithmic ? QStringLiteral("logarithmic") : QString();
                },
            .read = [](const QString& text, Session& into) -> QString {
                const bool isLogarithmic = text == QLatin1String("logarithmic");
                if (!isLogarithmic && !text.isEmpty()) {
                    return Fields::tr("Heights can be logarithmic, not “%1”.").arg(shortened(text));
                }
                into.camera.logarithmic = isLogarithmic;
                return {};
            },
            .change =
                [](const Session& after, int) {
                    return after.camera.logarithmic ? Fields::tr("Show logarithmic heights")
                                                    : Fields::tr("Show even heights");
                },
            .help = Fields::tr("Heights of the surface grow with the logarithm of the way from the "
                               "lowest, so that a valley in a canyon is seen."),
            .flag = QStringLiteral("logarithmic")};
}

/// Of the chart beside the curve.
Field quantity() {
    const QStringList names = quantityNames();
    return {
        .name = QStringLiteral("quantity"),
        .letter = QStringLiteral("quantity"),
        .concern = Field::Concern::Sight,
        .presence = Field::Presence::Optional,
        .since = 2,
        .text = [](const Session& session) { return quantityText(session.quantity); },
        .read = [](const QString& text,
                   Session& into) { return takeIfAny(text, quantityFrom, into.quantity); },
        .change =
            [](const Session& after, int) {
                if (!after.quantity && after.others.empty())
                    return Fields::tr("Show f and its slope in the chart");
                return Fields::tr("Show %1 in the chart")
                    .arg(quantitySymbol(after.quantity.value_or(Quantity::Gap)));
            },
        .help = Fields::tr("What the convergence chart shows of each runner: %1 or %2. Without "
                           "it, f and the size of its slope, and of several runners the gap "
                           "from f to its best value.")
                    .arg(names.mid(0, names.size() - 1).join(QStringLiteral(", ")), names.back()),
        .value = QStringLiteral("NAME")};
}

/// What is drawn besides, where the method has it.
Field extras() {
    return {.name = QStringLiteral("show"),
            .letter = QStringLiteral("show"),
            .concern = Field::Concern::Sight,
            .presence = Field::Presence::Optional,
            .since = 2,
            .text =
                [](const Session& session) {
                    return session.parabola ? QStringLiteral("parabola") : QString();
                },
            .read = [](const QString& text, Session& into) -> QString {
                into.parabola = text == QLatin1String("parabola");
                if (into.parabola || text.isEmpty()) return {};
                return Fields::tr("What can be shown besides is a parabola, not “%1”.")
                    .arg(shortened(text));
            },
            .change =
                [](const Session& after, int) {
                    return after.parabola ? Fields::tr("Show the parabola")
                                          : Fields::tr("Hide the parabola");
                },
            .help = Fields::tr("Show the parabola through the ball whose vertex is the next step, "
                               "where the gradient alone makes the step."),
            .flag = QStringLiteral("parabola")};
}

Field step() {
    return {.name = QStringLiteral("step"),
            .letter = QStringLiteral("step"),
            .kind = Field::Kind::WholeNumber,
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

}  // namespace

std::vector<Field> sightFields() {
    return {range(), values(), axes(), view(), camera(), heights(), quantity(), extras(), step()};
}

}  // namespace session
