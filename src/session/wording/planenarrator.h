// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QStringList>

#include "insight/verdict/verdict.h"
#include "session/wording/planewording.h"

namespace session {

/// Words one verdict of several variables, which must outlive it.
class PlaneNarrator {
    Q_DECLARE_TR_FUNCTIONS(PlaneWording)

public:
    PlaneNarrator(const insight::Verdict& verdict, const descent::Settings& settings, int digits);

    /// All of it, and the first sentence.
    QString text();
    QString outcome();

private:
    void tell(const insight::PlaneArrival& arrival);
    void tell(const insight::PlaneStandstill& standstill);
    void tell(const insight::PlaneCycle& cycle);
    void tell(const insight::PlaneWandering& wandering);
    void tell(const insight::PlaneRattle& rattle);
    void tell(const insight::PlaneGrowth& growth);
    void tell(const insight::PlaneCrawl& crawl);
    void tell(const insight::PlaneMotion& motion);
    void tell(const insight::PlaneStall& stall);
    void tell(const insight::PlaneDivergence& divergence);
    void tell(const insight::PlaneExit& exit);
    void tell(const insight::PlaneShortage& shortage);

    /// At what the run looks for, and elsewhere.
    void tellTheGoal(const insight::PlaneArrival& arrival);
    void tellTheStop(const insight::PlaneArrival& arrival);
    void tellTheCurvatures(const insight::StationaryPlace& place);
    void tellTheBetterOne(const insight::PlaneArrival& arrival);
    /// How steps close by shrink, and what κ costs.
    void tellTheRates(const insight::Rates& rates);
    void tellTheCondition(const insight::Rates& rates);
    /// Why steps about a place do not shrink, where theory tells.
    void tellTheLimit(const std::optional<insight::StationaryPlace>& about,
                      const std::optional<insight::Rates>& rates);
    void tellTheNudge(const insight::Nudge& nudge);
    void tellTheDeparture(const insight::PlaneDeparture& departure);
    void tellTheSequel(const insight::PlaneSequel& sequel);
    void tellTheCause(const insight::PlaneStall& stall);
    void tellWhereItIs();
    void tellTheWarmUp();
    void tellTheZigzag();
    void tellTheDelay();
    void tellTheEnd();

    /// "a minimum", or how it compares with others in view.
    QString goalName(const insight::PlaneArrival& arrival) const;
    /// "(3, 2), f = 0", with as many digits as tell it from another.
    QString told(const insight::StationaryPlace& place) const;
    bool endsShort(const insight::PlaneArrival& arrival) const;

    void say(const QString& sentence) { m_sentences.append(sentence); }
    QString either(const QString& descending, const QString& ascending) const {
        return m_descends ? descending : ascending;
    }
    QString number(double value) const { return session::number(value, m_digits); }
    static QString roughly(double value) { return session::number(value, 2); }
    QString afterSteps() const { return afterSteps(m_verdict.steps); }
    static QString afterSteps(std::int64_t steps);
    /// Where the run is at its end: "(3, 2), f = 0".
    QString here() const;
    QString slope() const;
    QString tolerance() const { return number(m_settings.tolerance); }

    const insight::Verdict& m_verdict;
    const insight::PlaneFinding& m_finding;
    const descent::Settings& m_settings;
    int m_digits;
    bool m_descends;
    QStringList m_sentences;
};

}  // namespace session
