// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QStringList>

#include "insight/verdict/verdict.h"
#include "session/method.h"
#include "session/wording/wording.h"

namespace session {

/// Words one verdict: its sentences come one by one, in the order of reading. Used by describe()
/// and brief(); the verdict and the settings must outlive it.
class Narrator {
    Q_DECLARE_TR_FUNCTIONS(VerdictWording)

public:
    /// Numbers have so many significant digits. Who sees no view is told the range that was
    /// `searched` for extrema.
    Narrator(const insight::Verdict& verdict, const descent::Settings& settings, int digits,
             std::optional<insight::Range> searched = {});
    QString text();
    /// The first sentence alone: what became of the run.
    QString outcome();
    /// Whether the run ended visibly away from x*.
    bool endsShort(const insight::Arrival& arrival) const;

private:
    void tellTheCrossing();
    /// What the method, its schedule or noise did.
    void tell(const insight::FirstStep& first);
    void tell(const insight::EveryStep& every);
    void tell(const insight::Starvation& starvation);
    void tell(const insight::Passes& passes);
    void tell(const insight::Limit& limit);
    void tell(const insight::Carried& carried);
    void tell(const insight::Excursion& excursion);
    void tell(const insight::Leap& leap);
    void tell(const insight::HalfAlpha& half);
    void tell(const insight::Balance& balance);
    void tell(const insight::ShortestStep& shortest);
    void tell(const insight::Fading& fading);
    void tell(const insight::Rising& rising);
    void tell(const insight::Unchanged& unchanged);
    void tell(const insight::Unscheduled& unscheduled);
    void tellTheSchedule(const insight::Unscheduled& unscheduled);
    void tell(const insight::Noisy& noisy);
    /// What a swing keeps of itself, and the learning rates that suit the method best.
    void tellTheSwing(const descent::Response& response);
    void tellTheBest(const descent::Response& response);
    /// The limit of the learning rate with its formula, as far as the method is known for one.
    QString limitText(const descent::Response& response, bool atPoint) const;
    /// What became of the run, in one of these ways.
    void tellTheEnd();
    void tell(const insight::Arrival& arrival);
    void tell(const insight::Standstill& standstill);
    void tell(const insight::Stall& stall);
    void tell(const insight::Cycle& cycle);
    void tell(const insight::Drift& drift);
    void tell(const insight::Wandering& wandering);
    void tell(const insight::Rattle& rattle);
    void tell(const insight::Growth& growth);
    void tell(const insight::March& march);
    void tell(const insight::Crawl& crawl);
    void tell(const insight::Motion& motion);
    void tell(const insight::Divergence& divergence);
    void tell(const insight::Exit& exit);
    void tell(const insight::Shortage& shortage);

    /// At what the run looks for.
    void tellTheGoal(const insight::Arrival& arrival);
    /// The same when it was there from the start.
    void tellTheStart(const insight::Arrival& arrival);
    void tellTheBetterOne(const insight::Arrival& arrival);
    void tellTheInflection(const insight::Arrival& arrival);
    /// At an extremum of the other kind; of plain gradient descent, and of another method.
    void tellTheOtherExtremum(const insight::Arrival& arrival);
    void tellTheStopNear(const insight::Arrival& arrival);
    /// Of a method that does not stay where it came within the tolerance.
    void tellTheDeparture(const std::optional<insight::Departure>& departure);
    void tellTheEndOf(const insight::Departure& departure);
    void tellTheCause(const insight::Stall& stall);
    QString extremum(insight::Arrival::Rank rank) const;
    /// Words for who sees the view, or the others with the range that was searched.
    QString inSearched(const QString& seen, const QString& computed) const;
    /// "Stopped close to a maximum", or how far from it.
    QString stop(const insight::Arrival& arrival) const;
    QString approach(const insight::Arrival& arrival) const;
    QString approachByFactor(const insight::Arrival& arrival) const;
    /// x and f of a point, in as many digits as tell them from those of another.
    QPair<QString, QString> told(const insight::StationaryPoint& point,
                                 const std::optional<insight::StationaryPoint>& other) const;
    /// x* and f there, as what the run came to.
    QString goal(const insight::Arrival& arrival) const;
    void tellTheRounding(double slopeError);

    /// A cycle that rounding alone keeps going.
    void tellTheFinestSwing(const insight::Cycle& cycle);
    /// What a crawl goes toward, where that is not what it looks for.
    void tellWhereItStops(const insight::StationaryPoint& point);
    void tellWhereItStops(insight::Ground ground);
    void tellWhereItIs();
    void tellTheSequel(const insight::Sequel& sequel);
    void tellTheOverflow();
    /// What made each step longer, and by how much.
    void tellTheGrowth(const insight::Divergence& divergence);
    /// Why steps about x* do not fade, and which α would let them; `exactly` of a cycle.
    void tellTheOvershoot(const insight::Overshoot& overshoot, bool exactly = false);
    void tellTheSmoothOvershoot(const insight::Overshoot& overshoot, bool exactly);
    void tellTheLimit(const descent::Response& response, const insight::Overshoot& overshoot);
    /// An α that was tried, which the sentence before leads up to.
    void tellTheAdvice(const std::optional<insight::Advice>& advice);
    /// Which one would end the run where it ended.
    void tellTheTolerance(const std::optional<double>& tolerance);

    void say(const QString& sentence) { m_sentences.append(sentence); }
    QString either(const QString& descending, const QString& ascending) const {
        return m_descends ? descending : ascending;
    }
    QString number(double value) const { return session::number(value, m_digits); }
    /// Of what is only known, or only of interest, to one digit or two.
    static QString roughly(double value) { return session::number(value, 2); }
    QString position(double x) const { return session::position(x, m_digits); }
    QString besideLimit(double value, double limit) const {
        return session::besideLimit(value, limit, m_digits);
    }
    QPair<QString, QString> apart(double one, double other) const {
        return session::apart(one, other, m_digits);
    }
    QString afterSteps() const { return afterSteps(m_verdict.steps); }
    static QString afterSteps(std::int64_t steps);
    QString place() const;
    QString slope() const;
    /// The same where it is to be seen that it is below the tolerance.
    QString slopeBelow() const;
    QString method() const { return methodLabel(m_settings.method); }
    /// Whether all that theory says of plain gradient descent holds.
    bool isPlain() const { return descent::isPlain(m_settings); }
    const insight::Verdict& m_verdict;
    const descent::Settings& m_settings;
    int m_digits;
    std::optional<insight::Range> m_searched;
    bool m_descends;
    QStringList m_sentences;
};

}  // namespace session
