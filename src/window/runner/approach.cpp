// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/runner/approach.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "session/wording/planewording.h"
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

/// %1 is α, %2 amount(), %3 m.
QString effectAlong(Approach approach) {
    switch (approach) {
        case Approach::Creeps:
            return Text::tr(
                "At α = %1 the ball crawls: in the steepest direction a step removes only "
                "%2\u00a0% "
                "of the distance (1 − α\u00a0λmax = %3).");
        case Approach::Leaps:
            return Text::tr(
                "At α = %1 the ball rolls down the steepest direction: there a step removes "
                "%2\u00a0% of the distance (1 − α\u00a0λmax = %3).");
        case Approach::Swings:
            return Text::tr(
                "At α = %1 the ball swings across the steepest direction: there a step lands on "
                "the other side, with %2\u00a0% of the distance left (1 − α\u00a0λmax = %3).");
        default:
            return Text::tr(
                "At α = %1 the ball can’t stay: in the steepest direction a step lands on the "
                "other side, %2 times as far away (1 − α\u00a0λmax = %3).");
    }
}

/// Where theory tells of the steps, and of which curvatures.
QString curvaturesAt(const insight::Rates& rates, const insight::StationaryPlace& place,
                     descent::Direction direction, int digits) {
    const double first = std::abs(place.curvatures[0]);
    const double last = std::abs(place.curvatures[place.curvatures.size() - 1]);
    const auto [least, most] = std::minmax(first, last);
    const QString text =
        direction == descent::Direction::Descend
            ? Text::tr(
                  "Close to the minimum %1 the curvatures go from λmin = %2 to λmax = %3, so "
                  "κ = λmax/λmin = %4.")
            : Text::tr(
                  "Close to the maximum %1 the curvatures, without their signs, go from λmin "
                  "= %2 to λmax = %3, so κ = λmax/λmin = %4.");
    return text.arg(session::placeText(place.at, digits), session::number(least, digits),
                    session::number(most, digits), session::number(rates.condition, digits));
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

QString explainInPlane(double alpha, const insight::StationaryPlace& place,
                       const descent::Settings& settings, int digits) {
    descent::Settings other = settings;
    other.alpha = alpha;
    const auto rates = insight::ratesAt(other, place);
    const auto worded = [=](double value) { return session::number(value, digits); };
    const descent::Response& fastest = rates->fastest;
    const descent::Response& slowest = rates->slowest;
    return curvaturesAt(*rates, place, settings.direction, digits) + QLatin1Char(' ') +
           effectAlong(fastest.approach)
               .arg(worded(alpha), worded(amount(fastest)), worded(fastest.factor)) +
           QLatin1Char(' ') +
           Text::tr(
               "In the flattest direction a step leaves %1\u00a0% of the distance (1 − α\u00a0λmin "
               "= "
               "%2).")
               .arg(session::besideLimit(100 * std::abs(slowest.factor), 100, digits),
                    session::besideLimit(slowest.factor, 1, digits)) +
           QLatin1Char(' ') +
           Text::tr(
               "The best α is 2/(λmin + λmax) = %1: with it a step leaves (κ − 1)/(κ + 1) = "
               "%2\u00a0% in either. The limit is 2/λmax = %3.")
               .arg(worded(*rates->bestAlpha),
                    session::besideLimit(100 * rates->bestFactor, 100, digits),
                    worded(rates->limit));
}

QString explainRates(const insight::Rates& rates, const insight::StationaryPlace& place,
                     const descent::Settings& settings, int digits) {
    const auto worded = [=](double value) { return session::number(value, digits); };
    const double left = insight::dominant(rates);
    const QString effect =
        left < 1 ? Text::tr("At α = %1 a step leaves %2\u00a0% of the distance in the end.")
                       .arg(worded(settings.alpha), session::besideLimit(100 * left, 100, digits))
                 : Text::tr("At α = %1 the ball can’t stay there.").arg(worded(settings.alpha));
    return curvaturesAt(rates, place, settings.direction, digits) + QLatin1Char(' ') + effect +
           QLatin1Char(' ') + Text::tr("The limit is α = %1.").arg(worded(rates.limit));
}

}  // namespace window
