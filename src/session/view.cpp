// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/view.h"

#include <QCoreApplication>
#include <algorithm>
#include <iterator>

namespace session {

namespace {

struct Named {
    Q_DECLARE_TR_FUNCTIONS(Views)
};

bool always(const Session&) {
    return true;
}

}  // namespace

const std::vector<ViewRow>& views() {
    using enum ViewRow::Needs;
    static const std::vector<ViewRow> all{
        {View::Curve, QStringLiteral("curve"), Named::tr("Curve"), Named::tr("C&urve"),
         Named::tr("The curve of f with the ball that rolls along it."), always, Basins},
        {View::Convergence,
         QStringLiteral("convergence"),
         Named::tr("Convergence"),
         {},
         {},
         always},
        {View::Both, {}, Named::tr("Curve and convergence"), {}, {}, always, Basins},
        {View::Cobweb, QStringLiteral("cobweb"), Named::tr("Cobweb"), Named::tr("Cob&web"),
         Named::tr("The run as stairs between the map x − α f′(x) and the diagonal."), always},
        {View::Bifurcation, QStringLiteral("bifurcation"), Named::tr("Bifurcation diagram"),
         Named::tr("&Bifurcation"),
         Named::tr("Where runs from this initial guess end up, for every learning rate."), always,
         Density, true,
         Named::tr("A bifurcation diagram cannot be animated: it shows every α at once.")},
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

}  // namespace session
