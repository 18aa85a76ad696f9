// SPDX-License-Identifier: GPL-3.0-or-later
//
// What became of runs of several variables, in five words.
#include <QCoreApplication>

#include "insight/plane/rates.h"
#include "session/wording/planewording.h"

namespace session {

namespace {

using Trend = insight::PlaneMotion::Trend;
using Cause = insight::PlaneStall::Cause;
using Kind = insight::StationaryPlace::Kind;

class PlaneBrief {
    Q_DECLARE_TR_FUNCTIONS(PlaneWording)

public:
    PlaneBrief(const insight::Verdict& verdict, const descent::Settings& settings, int digits)
        : m_verdict(verdict), m_settings(settings), m_digits(digits) {}

    QString text() const {
        return std::visit([this](const auto& found) { return tell(found); },
                          m_verdict.inPlane->end);
    }

private:
    QString either(const QString& descending, const QString& ascending) const {
        return m_settings.direction == descent::Direction::Descend ? descending : ascending;
    }
    bool begins() const { return m_verdict.steps == 0; }

    QString tell(const insight::PlaneArrival& arrival) const {
        if (!insight::isSought(arrival.place, m_settings.direction)) return tellTheStop(arrival);
        if (arrival.departure && arrival.departure->outside)
            return either(tr("reached a minimum, leaves again"),
                          tr("reached a maximum, leaves again"));
        if (!begins() && m_verdict.finish.leaves && !m_verdict.finish.stays)
            return either(tr("reached a minimum, wavers there"),
                          tr("reached a maximum, wavers there"));
        if (arrival.place.isLine)
            return either(tr("reached a valley floor"), tr("reached a ridge"));
        return (begins() ? either(tr("began at a minimum: %1"), tr("began at a maximum: %1"))
                         : either(tr("reached a minimum: %1"), tr("reached a maximum: %1")))
            .arg(placeText(arrival.place.at, std::min(m_digits, 4)));
    }
    static QString tellTheLeaving(Kind kind) {
        switch (kind) {
            case Kind::Minimum:
                return tr("met a minimum, leaves again");
            case Kind::Maximum:
                return tr("met a maximum, leaves again");
            case Kind::Saddle:
                return tr("met a saddle, leaves again");
            case Kind::Degenerate:
                break;
        }
        return tr("met flat ground, leaves again");
    }
    QString tellTheStop(const insight::PlaneArrival& arrival) const {
        if (arrival.departure && arrival.departure->outside)
            return tellTheLeaving(arrival.place.kind);
        if (arrival.place.kind == Kind::Saddle)
            return begins() ? tr("began at a saddle") : tr("stopped at a saddle");
        if (arrival.place.kind == Kind::Degenerate)
            return begins() ? tr("began where ∇f is 0") : tr("stopped where ∇f is 0");
        return begins() ? either(tr("began at a maximum"), tr("began at a minimum"))
                        : either(tr("stopped at a maximum"), tr("stopped at a minimum"));
    }
    QString tell(const insight::PlaneStandstill& standstill) const {
        if (standstill.departure && standstill.departure->outside)
            return tr("met flat ground, leaves again");
        return begins() ? tr("began where f is flat") : tr("stopped where f is flat");
    }
    QString tell(const insight::PlaneCycle& cycle) const {
        return cycle.toCome ? tr("will go round %n places", nullptr, cycle.swing.period)
                            : tr("goes round %n places", nullptr, cycle.swing.period);
    }
    QString tell(const insight::PlaneWandering&) const {
        return tr("wanders without resting or repeating");
    }
    QString tell(const insight::PlaneRattle&) const { return tr("rattles about, led by noise"); }
    QString tell(const insight::PlaneGrowth&) const { return tr("swings wider with each step"); }
    QString tell(const insight::PlaneCrawl& crawl) const {
        if (crawl.goal && insight::isSought(*crawl.goal, m_settings.direction))
            return either(tr("on its way to a minimum"), tr("on its way to a maximum"));
        return tr("still on its way");
    }
    QString tell(const insight::PlaneMotion& motion) const {
        if (motion.sequel) return tellTheSequel(*motion.sequel);
        switch (motion.trend) {
            case Trend::Improving:
                return either(tr("rolls on, f still falling"), tr("rolls on, f still rising"));
            case Trend::Turning:
                return either(tr("rolls on, f was falling"), tr("rolls on, f was rising"));
            case Trend::Easing:
                return either(tr("moves on, f never rose"), tr("moves on, f never fell"));
            case Trend::Level:
                return tr("moves on, f stays level");
            case Trend::Uneven:
                break;
        }
        return either(tr("moves on, not always downhill"), tr("moves on, not always uphill"));
    }
    static QString tellTheSequel(const insight::PlaneSequel& sequel) {
        if (sequel.outcome == descent::Outcome::Stalled) return tr("will come to a standstill");
        if (sequel.outcome == descent::Outcome::Diverged) return tr("will diverge with more steps");
        return tr("will leave the domain soon");
    }
    QString tell(const insight::PlaneStall& stall) const {
        switch (stall.cause) {
            case Cause::Schedule:
                return tr("stuck: schedule shrank α away");
            case Cause::Overflow:
                return tr("stuck: its memory has overflowed");
            case Cause::Balance:
                return tr("stuck: decay balances the slope");
            case Cause::Refusal:
                return either(tr("stuck: no step lowers f"), tr("stuck: no step raises f"));
            case Cause::Rounding:
                break;
        }
        return tr("stuck: step lost in rounding");
    }
    QString tell(const insight::PlaneDivergence&) const {
        return begins() ? tr("starts where f is infinite") : tr("diverged");
    }
    QString tell(const insight::PlaneExit& exit) const {
        if (begins()) return tr("starts where f is undefined");
        return exit.hasValue ? tr("went where ∇f is undefined") : tr("left the domain of f");
    }
    QString tell(const insight::PlaneShortage&) const {
        return begins() ? tr("not enough memory to start") : tr("no memory for more steps");
    }

    const insight::Verdict& m_verdict;
    const descent::Settings& m_settings;
    int m_digits;
};

}  // namespace

QString briefInPlane(const insight::Verdict& verdict, const descent::Settings& settings,
                     int digits) {
    return PlaneBrief(verdict, settings, digits).text();
}

}  // namespace session
