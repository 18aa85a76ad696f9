// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/runner/approach.h"

#include <QCoreApplication>
#include <cmath>

#include "session/wording/wording.h"

namespace window {

namespace {

using descent::Approach;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ApproachWording)
};

/// %1 is α, %2 "minimum", %3 f″, %4 α f″, %5 amount(), %6 m.
QString effect(Approach approach) {
    switch (approach) {
        case Approach::Creeps:
            return Text::tr(
                "Close to the %2 the ball crawls at α = %1: α %3 = %4, so each step removes only "
                "%5\u00a0% of the distance to it (m = 1 − α %3 = %6).");
        case Approach::Leaps:
            return Text::tr(
                "Close to the %2 the ball rolls at α = %1: α %3 = %4, so each step removes "
                "%5\u00a0% of the distance to it (m = 1 − α %3 = %6).");
        case Approach::Swings:
            return Text::tr(
                "Close to the %2 the ball swings at α = %1: α %3 = %4, so each step lands on the "
                "other side, with %5\u00a0% of the distance left (m = 1 − α %3 = %6).");
        default:
            return Text::tr(
                "Close to the %2 the ball can’t stay at α = %1: α %3 = %4, so each step lands on "
                "the other side, %5 times as far away (m = 1 − α %3 = %6).");
    }
}

/// The number that the sentence gives: a percentage or a factor.
double amount(const descent::Response& response) {
    switch (response.approach) {
        case Approach::Creeps:
        case Approach::Leaps:
            return 100 * response.sharpness;
        case Approach::Swings:
            return 100 * std::abs(response.factor);
        case Approach::CannotStay:
            break;
    }
    return std::abs(response.factor);
}

}  // namespace

descent::Response responseAt(const insight::StationaryPoint& extremum, double alpha) {
    return descent::gradientResponse(alpha, std::abs(extremum.curvature));
}

QString word(Approach approach) {
    switch (approach) {
        case Approach::Creeps:
            return Text::tr("crawls");
        case Approach::Leaps:
            return Text::tr("rolls");
        case Approach::Swings:
            return Text::tr("swings");
        default:
            return Text::tr("can’t stay");
    }
}

QColor colourOf(Approach approach) {
    switch (approach) {
        case Approach::Creeps:
            return QColor(0x56b4e9);
        case Approach::Leaps:
            return QColor(0x009e73);
        case Approach::Swings:
            return QColor(0xf0e442);
        default:
            return QColor(0xd55e00);
    }
}

QString curvatureSymbol(descent::Direction direction) {
    return direction == descent::Direction::Descend ? QStringLiteral("f″") : QStringLiteral("|f″|");
}

QString explain(double alpha, const insight::StationaryPoint& extremum,
                descent::Direction direction, int digits) {
    const auto worded = [=](double value) { return session::number(value, digits); };
    const descent::Response response = responseAt(extremum, alpha);
    const QString symbol = curvatureSymbol(direction);
    const QString goal =
        direction == descent::Direction::Descend ? Text::tr("minimum") : Text::tr("maximum");
    return effect(response.approach)
               .arg(worded(alpha), goal, symbol, worded(response.sharpness),
                    worded(amount(response)), worded(response.factor)) +
           QLatin1Char(' ') +
           Text::tr("At the %1, x* = %2, one leap is α = 1/%3 = %4, the limit 2/%3 = %5.")
               .arg(goal, session::position(extremum.x, digits), symbol, worded(response.bestHigh),
                    worded(response.limit));
}

}  // namespace window
