// SPDX-License-Identifier: GPL-3.0-or-later
//
// What became of runs of several variables that came to rest.
#include "session/wording/planenarrator.h"

#include <cmath>

#include "insight/plane/rates.h"

namespace session {

using insight::PlaneArrival;
using insight::StationaryPlace;
using Kind = StationaryPlace::Kind;
using Rank = PlaneArrival::Rank;

namespace {

double valueOf(const StationaryPlace& place) {
    return std::abs(place.value) <= place.error ? 0 : place.value;
}

/// To two digits, as one counts.
QString roughCount(double steps) {
    constexpr double mostCounted = 1e9;
    const double unit = std::pow(10, std::fmax(0, std::floor(std::log10(steps)) - 1));
    const double rounded = std::round(steps / unit) * unit;
    return rounded < mostCounted ? count(std::llround(rounded)) : session::number(rounded, 2);
}

}  // namespace

PlaneNarrator::PlaneNarrator(const insight::Verdict& verdict, const descent::Settings& settings,
                             int digits)
    : m_verdict(verdict),
      m_finding(*verdict.inPlane),
      m_settings(settings),
      m_digits(digits),
      m_descends(settings.direction == descent::Direction::Descend) {}

QString PlaneNarrator::text() {
    tellTheEnd();
    tellTheWarmUp();
    tellTheDelay();
    tellTheZigzag();
    return m_sentences.join(QLatin1Char(' '));
}

QString PlaneNarrator::outcome() {
    tellTheEnd();
    return m_sentences.value(0);
}

void PlaneNarrator::tellTheEnd() {
    std::visit([this](const auto& found) { tell(found); }, m_finding.end);
}

QString PlaneNarrator::afterSteps(std::int64_t steps) {
    if (steps == 0) return tr("right at the start");
    return tr("after %n steps", nullptr, howMany(steps));
}

QString PlaneNarrator::here() const {
    return tr("%1, f = %2").arg(placeText(m_verdict.last.at), number(m_verdict.last.value));
}

QString PlaneNarrator::slope() const {
    return number(descent::norm(m_verdict.last.gradient));
}

QString PlaneNarrator::told(const StationaryPlace& place) const {
    return tr("%1, f = %2").arg(placeText(place.at, m_digits), number(valueOf(place)));
}

bool PlaneNarrator::endsShort(const PlaneArrival& arrival) const {
    constexpr double visible = 1e-4;
    return arrival.distance > visible * std::fmax(1, descent::norm(arrival.place.at));
}

QString PlaneNarrator::goalName(const PlaneArrival& arrival) const {
    if (arrival.place.isLine) return kindName(arrival.place);
    switch (arrival.rank) {
        case Rank::Alone:
            return either(tr("a minimum"), tr("a maximum"));
        case Rank::Best:
            return either(tr("the lowest minimum in view"), tr("the highest maximum in view"));
        case Rank::Tied:
            return either(tr("one of the lowest minima in view"),
                          tr("one of the highest maxima in view"));
        case Rank::Unknown:
        case Rank::Beaten:
            break;
    }
    return either(tr("a local minimum"), tr("a local maximum"));
}

void PlaneNarrator::tell(const PlaneArrival& arrival) {
    if (insight::isSought(arrival.place, m_settings.direction)) return tellTheGoal(arrival);
    tellTheStop(arrival);
}

void PlaneNarrator::tellTheGoal(const PlaneArrival& arrival) {
    const QString name = goalName(arrival);
    const QString place = told(arrival.place);
    if (m_verdict.steps == 0) {
        say(tr("The initial guess is at %1, %2, already: |∇f| = %3 is below %4.")
                .arg(name, place,
                     besideLimit(descent::norm(m_verdict.last.gradient), m_settings.tolerance,
                                 m_digits),
                     tolerance()));
    } else if (arrival.departure && arrival.departure->outside) {
        say(tr("Came within the tolerance at %1, %2, %3, but leaves again.")
                .arg(name, place, afterSteps()));
    } else if (endsShort(arrival)) {
        say(tr("Came within %1 of %2, %3, %4: |∇f| is below %5 there.")
                .arg(roughly(arrival.distance), name, place, afterSteps(), tolerance()));
    } else {
        say(tr("Reached %1 at %2 %3: |∇f| is below %4.")
                .arg(name, place, afterSteps(), tolerance()));
    }
    if (arrival.place.isLine) say(tr("It is not one point: f is as good all along it."));
    if (arrival.departure) tellTheDeparture(*arrival.departure);
    tellTheBetterOne(arrival);
    tellTheCurvatures(arrival.place);
    if (arrival.rates && !arrival.departure) tellTheRates(*arrival.rates);
}

void PlaneNarrator::tellTheStop(const PlaneArrival& arrival) {
    const QString name = kindName(arrival.place);
    const QString place = told(arrival.place);
    if (m_verdict.steps == 0) {
        say(tr("The initial guess is at %1, %2: |∇f| is below %3.").arg(name, place, tolerance()));
    } else {
        say(tr("Stopped at %1, %2, %3: |∇f| is below %4.")
                .arg(name, place, afterSteps(), tolerance()));
    }
    tellTheCurvatures(arrival.place);
    if (arrival.departure) tellTheDeparture(*arrival.departure);
    if (arrival.nudge) tellTheNudge(*arrival.nudge);
}

void PlaneNarrator::tellTheCurvatures(const StationaryPlace& place) {
    const descent::Point& all = place.curvatures;
    if (place.bends) {
        say(tr("A curvature jumps there: it is another one on each side."));
    } else if (all.size() == 2) {
        say(tr("The curvatures there are %1 and %2.").arg(number(all[0]), number(all[1])));
    } else {
        say(tr("The curvatures there go from %1 to %2.")
                .arg(number(all[0]), number(all[all.size() - 1])));
    }
}

void PlaneNarrator::tellTheBetterOne(const PlaneArrival& arrival) {
    if (!arrival.better) return;
    const auto [value, own] = apart(valueOf(*arrival.better), valueOf(arrival.place), m_digits);
    say(either(tr("A lower one lies at %1 (f = %2)."), tr("A higher one lies at %1 (f = %2)."))
            .arg(placeText(arrival.better->at, m_digits), value));
}

void PlaneNarrator::tellTheRates(const insight::Rates& rates) {
    const auto [slow, fast] = apart(rates.slowest.factor, rates.fastest.factor, 3);
    if (!descent::shrinks(rates.slowest) || !descent::shrinks(rates.fastest)) return;
    if (rates.condition == 1) {
        say(tr("Close by, a step multiplies the distance by %1 in every direction.").arg(slow));
    } else {
        say(tr("Close by, a step multiplies the distance by %1 in the flattest direction and by %2 "
               "in the steepest.")
                .arg(besideLimit(rates.slowest.factor, 1, 3),
                     besideLimit(rates.fastest.factor, -1, 3)));
        tellTheCondition(rates);
    }
}

void PlaneNarrator::tellTheCondition(const insight::Rates& rates) {
    constexpr double costly = 2;
    const QString kappa = session::number(rates.condition, 3);
    if (!rates.bestAlpha || rates.condition < costly) {
        say(tr("κ = λmax/λmin = %1. From α = %2 on, no run stays there.")
                .arg(kappa, number(rates.limit)));
        return;
    }
    const double digit = std::log(10) / -std::log(rates.bestFactor);
    say(tr("κ = λmax/λmin = %1: at the best α, 2/(λmin + λmax) = %2, a step leaves %3, which takes "
           "about %4 steps for each further digit. From α = 2/λmax = %5 on, no run stays there.")
            .arg(kappa, number(*rates.bestAlpha), besideLimit(rates.bestFactor, 1, 3),
                 roughCount(std::fmax(1, digit)), number(rates.limit)));
}

void PlaneNarrator::tellTheNudge(const insight::Nudge& nudge) {
    const QString length = roughly(nudge.length);
    if (nudge.end) {
        say(tr("Moved aside by %1, it would go on to %2.").arg(length, roughPlaceText(*nudge.end)));
    } else {
        say(tr("Moved aside by %1, it would go away.").arg(length));
    }
}

void PlaneNarrator::tell(const insight::PlaneStandstill& standstill) {
    const double slope = descent::norm(m_verdict.last.gradient);
    const QString told = besideLimit(slope, m_settings.tolerance, m_digits);
    if (slope == 0) {
        say(tr("Stopped on flat ground at %1 %2: ∇f is 0 there, which does not prove an extremum.")
                .arg(here(), afterSteps()));
    } else if (m_verdict.steps == 0) {
        say(tr("The initial guess, %1, is on flat ground: |∇f| = %2 is below %3, but no place "
               "where "
               "it is 0 was found close by.")
                .arg(here(), told, tolerance()));
    } else {
        say(tr("Stopped at %1 %2: |∇f| = %3 is below %4, but no place where it is 0 was found "
               "close "
               "by.")
                .arg(here(), afterSteps(), told, tolerance()));
    }
    if (standstill.departure) tellTheDeparture(*standstill.departure);
}

void PlaneNarrator::tellTheDeparture(const insight::PlaneDeparture& departure) {
    const auto* arrival = insight::endAs<PlaneArrival>(m_finding);
    const bool isTold = arrival && m_verdict.steps > 0 && departure.outside &&
                        insight::isSought(arrival->place, m_settings.direction);
    if (!isTold) say(tr("It would not stay there."));
    if (departure.sequel) return tellTheSequel(*departure.sequel);
    if (departure.outside)
        say(tr("%n steps on, |∇f| would be %1 again.", nullptr, howMany(departure.steps))
                .arg(roughly(departure.slope)));
    say(tr("In the next %n steps it would get up to %1 away.", nullptr, howMany(departure.ahead))
            .arg(roughly(departure.distance)));
    if (departure.swing) {
        say(tr("It would end going round %n places.", nullptr, departure.swing->period));
    } else if (departure.place) {
        say(tr("After %n steps it would be back within the tolerance, but at %1.", nullptr,
               howMany(departure.back))
                .arg(roughPlaceText(*departure.place)));
    } else if (departure.back > 0) {
        say(tr("After %n steps it would be back within the tolerance.", nullptr,
               howMany(departure.back)));
    }
}

}  // namespace session
