// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/view.h"

#include <QCoreApplication>
#include <algorithm>
#include <iterator>

#include "descent/descent.h"
#include "session/method.h"
#include "session/session.h"
#include "session/wording/wording.h"

namespace session {

namespace {

struct Named {
    Q_DECLARE_TR_FUNCTIONS(Views)
};

/// What makes a step at the same place another one.
QString whatChanges(const descent::Settings& settings) {
    return descent::isConstant(settings.schedule) ? Named::tr("the noise")
                                                  : Named::tr("the schedule of α");
}

bool hasSeveralVariables(const Session& session) {
    return session.function.analysis().variables.size() > 1;
}

QString whyNoCurve(const Session& session) {
    if (!hasSeveralVariables(session)) return {};
    return Named::tr(
        "A curve is of a function of one variable, and this one has several: look at its map.");
}

QString whyNoLandscape(const Session& session) {
    if (hasSeveralVariables(session)) return {};
    return Named::tr(
        "A map is of a function of several variables, and this one has one: look at its curve.");
}

QString whyNoSurface(const Session& session) {
    if (hasSeveralVariables(session)) return {};
    return Named::tr(
        "A surface is of a function of several variables, and this one has one: look at its "
        "curve.");
}

QString whyNoBasins(const Session& session) {
    if (hasSeveralVariables(session)) return {};
    return Named::tr(
        "A picture of the basins is of a function of several variables. This one has one: its "
        "curve has them as a strip below it.");
}

/// A diagram is of one α for all steps.
QString whyNoDiagram(const Session& session) {
    if (hasSeveralVariables(session)) {
        return Named::tr(
            "A bifurcation diagram shows where runs end up on one axis, and here places have "
            "several coordinates.");
    }
    const descent::Settings& settings = session.settings;
    if (descent::isConstant(settings.schedule) && settings.noise.sigma == 0) return {};
    return Named::tr(
               "A bifurcation diagram shows where runs end up with a constant α and without noise, "
               "and here %1 changes their steps.")
        .arg(whatChanges(settings));
}

/// Only where a step depends on x alone there is a map to climb.
QString whyNoCobweb(const Session& session) {
    if (hasSeveralVariables(session)) {
        return Named::tr(
            "A cobweb climbs the map from one number to the next, and here places have several "
            "coordinates.");
    }
    if (descent::isPlain(session.settings)) return {};
    if (descent::isPlain(session.settings.method)) {
        return Named::tr("A cobweb climbs one map at every step, and here %1 changes it.")
            .arg(whatChanges(session.settings));
    }
    return Named::tr(
               "A cobweb is that of plain gradient descent. The method here is %1, whose "
               "steps are no map of x with the slope 1 − α f″(x).")
        .arg(methodLabel(session.settings.method));
}

}  // namespace

const std::vector<ViewRow>& views() {
    using enum ViewRow::Needs;
    static const std::vector<ViewRow> all{
        {View::Curve,
         QStringLiteral("curve"),
         Named::tr("Curve"),
         Named::tr("C&urve"),
         Named::tr("The curve of f with the ball that rolls along it."),
         Basins,
         false,
         {},
         whyNoCurve},
        {View::Map,
         QStringLiteral("map"),
         Named::tr("Map"),
         Named::tr("&Map"),
         Named::tr("The function from above, with contours and the paths of the runs."),
         Nothing,
         false,
         {},
         whyNoLandscape},
        {View::Surface,
         QStringLiteral("surface"),
         Named::tr("Surface"),
         Named::tr("S&urface"),
         Named::tr("The function as a landscape that you can turn, with the ball on it."),
         Nothing,
         false,
         {},
         whyNoSurface},
        {View::Basins,
         QStringLiteral("basins"),
         Named::tr("Basins of attraction"),
         Named::tr("Basi&ns"),
         Named::tr("Which minimum a run from each place ends at, and how soon."),
         PlaneBasins,
         false,
         {},
         whyNoBasins},
        {.view = View::Convergence,
         .option = QStringLiteral("convergence"),
         .name = Named::tr("Convergence"),
         .entry = {},
         .tip = {}},
        {View::Both, {}, Named::tr("Curve and convergence"), {}, {}, Basins, false, {}, whyNoCurve},
        {View::Cobweb,
         QStringLiteral("cobweb"),
         Named::tr("Cobweb"),
         Named::tr("Cob&web"),
         Named::tr("The run as stairs between the map x − α f′(x) and the diagonal."),
         Nothing,
         false,
         {},
         whyNoCobweb},
        {View::Bifurcation, QStringLiteral("bifurcation"), Named::tr("Bifurcation diagram"),
         Named::tr("&Bifurcation"),
         Named::tr("Where runs from this initial guess end up, for every learning rate."), Density,
         true, Named::tr("A bifurcation diagram cannot be animated: it shows every α at once."),
         whyNoDiagram},
        {.view = View::Race,
         .option = QStringLiteral("race"),
         .name = Named::tr("Race"),
         .entry = {},
         .tip = {},
         .isTable = true},
    };
    return all;
}

std::vector<ViewRow> largeViews() {
    std::vector<ViewRow> large;
    std::ranges::copy_if(views(), std::back_inserter(large),
                         [](const ViewRow& row) { return !row.entry.isEmpty(); });
    return large;
}

const ViewRow& viewRow(View view) {
    return *std::ranges::find(views(), view, &ViewRow::view);
}

QStringList viewNames() {
    QStringList names;
    for (const ViewRow& row : views()) {
        if (!row.option.isEmpty()) names += row.option;
    }
    return names;
}

formula::Result<View, QString> viewFrom(const QString& name) {
    const auto row = std::ranges::find(views(), name, &ViewRow::option);
    if (row != views().end() && !name.isEmpty()) return row->view;
    const QStringList names = viewNames();
    return Named::tr("“%1” is not known. The views are %2 and %3.")
        .arg(shortened(name), names.mid(0, names.size() - 1).join(QStringLiteral(", ")),
             names.back());
}

}  // namespace session
