// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/pace.h"

#include <QCoreApplication>
#include <cmath>
#include <limits>

#include "session/wording.h"

namespace window {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Pace)
};

constexpr double crawling = 0.1;

/// %1 is α, %2 "minimum", %3 f″, %4 α f″, %5 amount(), %6 m.
QString effect(Pace pace) {
    switch (pace) {
        case Pace::Crawls:
            return Text::tr(
                "Close to the %2 the ball crawls at α = %1: α %3 = %4, so each step removes only "
                "%5\u00a0% of the distance to it (m = 1 − α %3 = %6).");
        case Pace::Rolls:
            return Text::tr(
                "Close to the %2 the ball rolls at α = %1: α %3 = %4, so each step removes "
                "%5\u00a0% of the distance to it (m = 1 − α %3 = %6).");
        case Pace::Swings:
            return Text::tr(
                "Close to the %2 the ball swings at α = %1: α %3 = %4, so each step lands on the "
                "other side, with %5\u00a0% of the distance left (m = 1 − α %3 = %6).");
        default:
            return Text::tr(
                "Close to the %2 the ball can’t stay at α = %1: α %3 = %4, so each step lands on "
                "the other side, %5 times as far away (m = 1 − α %3 = %6).");
    }
}

/// The number that the sentence of its pace gives: a percentage or a factor.
double amount(double product) {
    switch (paceAt(product)) {
        case Pace::Crawls:
        case Pace::Rolls:
            return 100 * product;
        case Pace::Swings:
            return 100 * (product - 1);
        default:
            return product - 1;
    }
}

}  // namespace

Pace paceAt(double product) {
    if (product < crawling) return Pace::Crawls;
    if (product <= oneLeap) return Pace::Rolls;
    return product <= limit ? Pace::Swings : Pace::CannotStay;
}

double fastest(Pace pace) {
    switch (pace) {
        case Pace::Crawls:
            return crawling;
        case Pace::Rolls:
            return oneLeap;
        case Pace::Swings:
            return limit;
        default:
            return std::numeric_limits<double>::infinity();
    }
}

bool goesAsTold(const insight::Verdict& verdict, double product, descent::Direction direction) {
    using insight::Finding;
    constexpr double slack = 1e-9;  // at the limit itself the ball swings for ever
    const Finding sought =
        direction == descent::Direction::Descend ? Finding::Minimum : Finding::Maximum;
    switch (verdict.finding) {
        case Finding::Minimum:
        case Finding::Maximum:
            return verdict.finding == sought && product <= limit;
        case Finding::Crawling:
            return verdict.goal == sought && product <= limit;
        case Finding::StillMoving:
            return !verdict.fate && !verdict.endless && product <= limit;
        case Finding::Cycle:
        case Finding::Drifting:
        case Finding::Wandering:
        case Finding::Growing:
        case Finding::Diverged:
        case Finding::LeftDomain:
            return product >= limit - slack;
        default:
            return false;
    }
}

QString word(Pace pace) {
    switch (pace) {
        case Pace::Crawls:
            return Text::tr("crawls");
        case Pace::Rolls:
            return Text::tr("rolls");
        case Pace::Swings:
            return Text::tr("swings");
        default:
            return Text::tr("can’t stay");
    }
}

QColor colourOf(Pace pace) {
    switch (pace) {
        case Pace::Crawls:
            return QColor(0x56b4e9);
        case Pace::Rolls:
            return QColor(0x009e73);
        case Pace::Swings:
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
    const double curvature = std::abs(extremum.curvature);
    const double product = alpha * curvature;
    const QString symbol = curvatureSymbol(direction);
    const QString goal =
        direction == descent::Direction::Descend ? Text::tr("minimum") : Text::tr("maximum");
    return effect(paceAt(product))
               .arg(worded(alpha), goal, symbol, worded(product), worded(amount(product)),
                    worded(1 - product)) +
           QLatin1Char(' ') +
           Text::tr("At the %1, x* = %2, one leap is α = 1/%3 = %4, the limit 2/%3 = %5.")
               .arg(goal, session::position(extremum.x, digits), symbol,
                    worded(oneLeap / curvature), worded(limit / curvature));
}

}  // namespace window
