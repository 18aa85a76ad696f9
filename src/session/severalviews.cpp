// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/severalviews.h"

#include <QCoreApplication>

#include "session/names.h"

namespace session {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SeveralViews)
};

QString whyNot(View view, const QString& names) {
    switch (view) {
        case View::Curve:
        case View::Both:
            return Text::tr("A curve is that of one variable, and this function has %1.")
                .arg(names);
        case View::Convergence:
            return Text::tr(
                       "The convergence of one variable alone is drawn, and this function "
                       "has %1.")
                .arg(names);
        case View::Cobweb:
            return Text::tr("A cobweb climbs the map of one variable, and this function has %1.")
                .arg(names);
        case View::Bifurcation:
            return Text::tr(
                       "A bifurcation diagram has one variable over α, and this function has "
                       "%1.")
                .arg(names);
        default:
            return {};
    }
}

}  // namespace

QString whyNotOfSeveral(View view, const Function& function) {
    return function.dimension() == 1 ? QString() : whyNot(view, listed(function.variables()));
}

}  // namespace session
