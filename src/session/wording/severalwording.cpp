// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/wording/severalwording.h"

#include <QCoreApplication>
#include <cmath>

#include "session/place.h"
#include "session/wording/narrator.h"

namespace session {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SeveralWording)
};

QString afterSteps(const insight::Verdict& verdict) {
    if (verdict.steps == 0) return Narrator::tr("right at the start");
    return Narrator::tr("after %n steps", nullptr, howMany(verdict.steps));
}

/// What is less than a run can tell from 0 is told so.
QString valueAt(const insight::Verdict& verdict, int digits) {
    constexpr double smallest = 1e-10;
    if (verdict.last.value != 0 && std::abs(verdict.last.value) < smallest)
        return Text::tr("f ≈ 0");
    return Text::tr("f = %1").arg(number(verdict.last.value, digits));
}

QString shortage(const insight::Verdict& verdict) {
    if (verdict.steps == 0) {
        return Narrator::tr(
            "There is not enough memory for this run. Close other programs and try again.");
    }
    return Narrator::tr(
        "There is not enough memory for more than the first %n steps. Choose fewer iterations, or "
        "close other programs.",
        nullptr, howMany(verdict.steps));
}

}  // namespace

QString describeEnd(const insight::Verdict& verdict, const descent::Settings& settings,
                    int digits) {
    const QString after = afterSteps(verdict);
    const QString place = shownPlace(verdict.last.at, digits);
    const QString value = valueAt(verdict, digits);
    const double slope = descent::norm(verdict.last.gradient);
    switch (verdict.outcome) {
        case descent::Outcome::Converged:
            return Text::tr("Converged %1 at %2, where %3.").arg(after, place, value);
        case descent::Outcome::MaxIterations:
            return Text::tr("Not there yet %1, at %2: %3, and |∇f| = %4 is not below %5.")
                .arg(after, place, value, besideLimit(slope, settings.tolerance, digits),
                     number(settings.tolerance));
        case descent::Outcome::Diverged:
            return Text::tr("Diverged %1, at %2: %3.").arg(after, place, value);
        case descent::Outcome::LeftDomain:
            return Text::tr("Left the domain %1, at %2, where f or its gradient is undefined.")
                .arg(after, place);
        case descent::Outcome::Stalled:
            return Text::tr(
                       "Stuck %1 at %2, where %3 and |∇f| = %4: the next step changes nothing.")
                .arg(after, place, value, number(slope, digits));
        case descent::Outcome::OutOfMemory:
            break;
    }
    return shortage(verdict);
}

QString briefEnd(const insight::Verdict& verdict) {
    switch (verdict.outcome) {
        case descent::Outcome::Converged:
            return Text::tr("came to rest");
        case descent::Outcome::MaxIterations:
            return Text::tr("not there yet");
        case descent::Outcome::Diverged:
            return Text::tr("diverged");
        case descent::Outcome::LeftDomain:
            return Text::tr("left the domain of f");
        case descent::Outcome::Stalled:
            return Text::tr("stuck: steps change nothing");
        case descent::Outcome::OutOfMemory:
            break;
    }
    return Text::tr("no memory for more steps");
}

}  // namespace session
