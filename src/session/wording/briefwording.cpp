// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/wording/briefwording.h"

#include <QCoreApplication>
#include <cmath>

#include "insight/survey.h"
#include "session/wording/narrator.h"
#include "session/wording/planewording.h"

namespace session {

namespace {

using insight::Ground;
using insight::Lack;
using insight::StationaryKind;

/// Words one verdict, which must outlive it.
class Brief {
    Q_DECLARE_TR_FUNCTIONS(BriefWording)

public:
    Brief(const insight::Verdict& verdict, const descent::Settings& settings, int digits)
        : m_verdict(verdict),
          m_settings(settings),
          m_digits(digits),
          m_descends(settings.direction == descent::Direction::Descend) {}

    QString text() const {
        return std::visit([this](const auto& finding) { return tell(finding); }, m_verdict.finding);
    }

private:
    QString tell(const insight::Arrival& arrival) const;
    QString tell(const insight::Standstill& standstill) const;
    QString tell(const insight::Cycle& cycle) const;
    QString tell(const insight::Drift& drift) const;
    QString tell(const insight::Wandering& wandering) const;
    QString tell(const insight::Rattle& rattle) const;
    QString tell(const insight::Growth& growth) const;
    QString tell(const insight::March& march) const;
    QString tell(const insight::Crawl& crawl) const;
    QString tell(const insight::Motion& motion) const;
    QString tell(const insight::Stall& stall) const;
    QString tell(const insight::Divergence& divergence) const;
    QString tell(const insight::Exit& exit) const;
    QString tell(const insight::Shortage& shortage) const;

    static QString tellTheLeaving(StationaryKind kind);
    static QString tellTheLeaving(Ground ground);
    QString tellTheGoal(const insight::Arrival& arrival) const;
    QString tellTheSequel(const insight::Sequel& sequel) const;
    QString tellTheStart() const;

    QString either(const QString& descending, const QString& ascending) const {
        return m_descends ? descending : ascending;
    }
    bool begins() const { return m_verdict.steps == 0; }

    const insight::Verdict& m_verdict;
    const descent::Settings& m_settings;
    int m_digits;
    bool m_descends;
};

QString Brief::tell(const insight::Arrival& arrival) const {
    if (arrival.point.kind == insight::sought(m_settings.direction)) return tellTheGoal(arrival);
    if (arrival.departure && arrival.departure->outside) return tellTheLeaving(arrival.point.kind);
    if (arrival.point.kind == StationaryKind::Inflection)
        return begins() ? tr("began close to an inflection") : tr("stopped close to an inflection");
    return begins() ? either(tr("began close to a maximum"), tr("began close to a minimum"))
                    : either(tr("stopped close to a maximum"), tr("stopped close to a minimum"));
}

QString Brief::tellTheLeaving(StationaryKind kind) {
    switch (kind) {
        case StationaryKind::Minimum:
            return tr("met a minimum, leaves again");
        case StationaryKind::Maximum:
            return tr("met a maximum, leaves again");
        case StationaryKind::Inflection:
            break;
    }
    return tr("met an inflection, leaves again");
}

QString Brief::tellTheLeaving(Ground ground) {
    switch (ground) {
        case Ground::Edge:
            return tr("met the edge, leaves again");
        case Ground::Jump:
            return tr("met a jump, leaves again");
        case Ground::Flat:
            break;
    }
    return tr("met flat ground, leaves again");
}

QString Brief::tellTheGoal(const insight::Arrival& arrival) const {
    if (arrival.departure && arrival.departure->outside)
        return either(tr("reached a minimum, leaves again"), tr("reached a maximum, leaves again"));
    if (Narrator(m_verdict, m_settings, m_digits).endsShort(arrival))
        return begins() ? either(tr("began close to a minimum"), tr("began close to a maximum"))
                        : either(tr("came close to a minimum"), tr("came close to a maximum"));
    if (!begins() && m_verdict.finish.leaves && !m_verdict.finish.stays)
        return either(tr("reached a minimum, wavers there"), tr("reached a maximum, wavers there"));
    const QString x = position(arrival.point.x, m_digits);
    return (begins() ? either(tr("began at a minimum: %1"), tr("began at a maximum: %1"))
                     : either(tr("reached a minimum at %1"), tr("reached a maximum at %1")))
        .arg(x);
}

QString Brief::tell(const insight::Standstill& standstill) const {
    if (standstill.departure && standstill.departure->outside)
        return tellTheLeaving(standstill.ground);
    switch (standstill.ground) {
        case Ground::Edge:
            return begins() ? tr("began beside the domain’s edge")
                            : tr("stopped beside the domain’s edge");
        case Ground::Jump:
            return begins() ? tr("began close beside a jump") : tr("stopped close beside a jump");
        case Ground::Flat:
            break;
    }
    return begins() ? tr("began where f is flat") : tr("stopped where f is flat");
}

QString Brief::tell(const insight::Cycle& cycle) const {
    if (cycle.inRounding)
        return cycle.toCome ? tr("will swing, only in rounding")
                            : tr("swings, but only in rounding");
    return cycle.toCome ? tr("will swing between %n places", nullptr, cycle.period)
                        : tr("swings between %n places forever", nullptr, cycle.period);
}

QString Brief::tell(const insight::Drift& drift) const {
    return tr("swings between %n drifting places", nullptr, drift.period);
}

QString Brief::tell(const insight::Wandering& wandering) const {
    return wandering.drifts ? tr("drifts without resting or repeating")
                            : tr("wanders without resting or repeating");
}

QString Brief::tell(const insight::Rattle&) const {
    return tr("rattles about, led by noise");
}

QString Brief::tell(const insight::Growth&) const {
    return tr("swings wider with each step");
}

QString Brief::tell(const insight::March& march) const {
    return march.left ? tr("marches on to smaller x") : tr("marches on to larger x");
}

QString Brief::tell(const insight::Crawl& crawl) const {
    if (const auto* point = std::get_if<insight::StationaryPoint>(&crawl.goal)) {
        switch (point->kind) {
            case StationaryKind::Minimum:
                return crawl.creeps ? tr("crawls on towards a minimum")
                                    : tr("rolls on towards a minimum");
            case StationaryKind::Maximum:
                return crawl.creeps ? tr("crawls on towards a maximum")
                                    : tr("rolls on towards a maximum");
            case StationaryKind::Inflection:
                return crawl.creeps ? tr("crawls on towards an inflection")
                                    : tr("rolls on towards an inflection");
        }
    }
    switch (std::get<Ground>(crawl.goal)) {
        case Ground::Edge:
            return crawl.creeps ? tr("crawls to the domain’s edge")
                                : tr("rolls to the domain’s edge");
        case Ground::Jump:
            return crawl.creeps ? tr("crawls on towards a jump") : tr("rolls on towards a jump");
        case Ground::Flat:
            break;
    }
    return crawl.creeps ? tr("crawls on towards flat ground") : tr("rolls on towards flat ground");
}

QString Brief::tell(const insight::Motion& motion) const {
    if (motion.sequel) return tellTheSequel(*motion.sequel);
    using enum insight::Motion::Trend;
    switch (motion.trend) {
        case Fading:
        case Endless:
            return either(tr("seems to fall for ever"), tr("seems to rise for ever"));
        case Improving:
            return either(tr("rolls on, f still falling"), tr("rolls on, f still rising"));
        case Turning:
            return either(tr("rolls on, f was falling"), tr("rolls on, f was rising"));
        case Easing:
            return either(tr("moves on, f never rose"), tr("moves on, f never fell"));
        case Level:
            return tr("moves on, f stays level");
        case Uneven:
            break;
    }
    return either(tr("moves on, not always downhill"), tr("moves on, not always uphill"));
}

QString Brief::tellTheSequel(const insight::Sequel& sequel) const {
    if (sequel.outcome == descent::Outcome::Stalled) return tr("will come to a standstill");
    if (sequel.outcome == descent::Outcome::Diverged) return tr("will diverge with more steps");
    switch (sequel.lack) {
        case Lack::Value:
            return tr("will leave the domain soon");
        case Lack::Slope:
            return tr("will lose the slope soon");
        case Lack::Numbers:
            break;
    }
    return tr("will meet too large numbers");
}

QString Brief::tell(const insight::Stall& stall) const {
    using enum insight::Stall::Cause;
    switch (stall.cause) {
        case Schedule:
            return tr("stuck: schedule shrank α away");
        case Overflow:
            return tr("stuck: its memory has overflowed");
        case Balance:
            return tr("stuck: decay balances the slope");
        case Refusal:
            return either(tr("stuck: no step lowers f"), tr("stuck: no step raises f"));
        case Hidden:
            return either(tr("stuck: rounding hides the fall"),
                          tr("stuck: rounding hides the rise"));
        case Rounding:
            break;
    }
    return tr("stuck: step lost in rounding");
}

/// Of a run that could not make a step.
QString Brief::tellTheStart() const {
    return std::isinf(m_verdict.last.value) ? tr("starts where f is infinite")
                                            : tr("starts where f′ is infinite");
}

QString Brief::tell(const insight::Divergence& divergence) const {
    using End = insight::Divergence::End;
    switch (divergence.end) {
        case End::Far:
            return tr("diverged: |x| is beyond 10¹²");
        case End::Beyond:
            return tr("diverged: |x| is beyond 10³⁰⁸");
        case End::Numbers:
            return begins() ? tr("starts with too large numbers")
                            : tr("diverged: numbers became too large");
        case End::Infinite:
            break;
    }
    if (begins()) return tellTheStart();
    return std::isinf(m_verdict.last.value) ? tr("diverged: f is infinite there")
                                            : tr("diverged: f′ is infinite there");
}

QString Brief::tell(const insight::Exit& exit) const {
    switch (exit.lack) {
        case Lack::Value:
            return begins() ? tr("starts where f is undefined") : tr("left the domain of f");
        case Lack::Slope:
            return begins() ? tr("starts where f′ is undefined") : tr("went where f′ is undefined");
        case Lack::Numbers:
            break;
    }
    return begins() ? tr("starts with too large numbers") : tr("stopped: numbers became too large");
}

QString Brief::tell(const insight::Shortage&) const {
    return begins() ? tr("not enough memory to start") : tr("no memory for more steps");
}

}  // namespace

QString brief(const insight::Verdict& verdict, const descent::Settings& settings, int digits) {
    if (verdict.inPlane) return briefInPlane(verdict, settings, digits);
    return Brief(verdict, settings, digits).text();
}

}  // namespace session
