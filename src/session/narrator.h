// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QStringList>

#include "insight/verdict.h"
#include "session/wording.h"

namespace session {

/// Words one verdict: its sentences come one by one, in the order of reading. Used by describe()
/// alone; the verdict and the settings must outlive it.
class Narrator {
    Q_DECLARE_TR_FUNCTIONS(VerdictWording)

public:
    /// Numbers have so many significant digits.
    Narrator(const insight::Verdict& verdict, const descent::Settings& settings, int digits);
    QString text();
    /// The first sentence alone: what became of the run.
    QString outcome();

private:
    void tellTheEnd();
    void tellTheCrossing();

    // Runs that came to rest.
    void tellTheArrival();
    void tellTheStandstill();
    void tellTheOtherExtremum();
    void tellTheGround();
    void tellWhereItStopped();
    void tellTheStall();
    QString stalledStep() const;
    /// Of a method that does not stay where it came within the tolerance.
    void tellTheDeparture();
    void tellTheStart();
    void tellTheBetterOne();
    QString extremum() const;
    QString approach() const;
    QString approachByFactor() const;
    /// x and f of a point, in as many digits as tell them from those of another.
    QPair<QString, QString> told(const insight::StationaryPoint& point,
                                 const std::optional<insight::StationaryPoint>& other) const;
    /// x* and f there, as what the run came to.
    QString goal() const;
    /// From the last x to x*.
    QString distance() const;
    /// Whether the run ended visibly away from x*.
    bool endsShort() const;

    // Runs that did not.
    void tellTheCycle();
    /// One that rounding alone keeps going.
    void tellTheFinestSwing();
    /// A swing that would have ended, had it not missed a corner by as good as nothing.
    void tellTheNearMiss();
    void tellTheDrift();
    void tellTheWandering();
    void tellTheMarch();
    void tellTheGrowth();
    void tellTheCrawl();
    /// What a crawl goes toward, where that is not what it looks for.
    void tellTheGoal();
    void tellTheMotion();
    void tellWhereItIs();
    void tellTheFate();
    void tellTheDivergence();
    void tellTheWayOut();
    void tellTheOverflow();
    void tellTheShortage();
    /// Why steps about x* do not fade, and which α would let them.
    void tellTheOvershoot();
    void tellTheLimit();
    void tellTheAdvice();
    void tellTheTolerance();
    void tellTheLongStep();
    void tellTheGrowthPerStep();

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
    /// Whether all that theory says of plain gradient descent holds.
    bool isPlain() const { return descent::isPlain(m_settings.method); }
    insight::Shape shape() const {
        return m_verdict.point ? m_verdict.point->shape : insight::Shape::Smooth;
    }
    /// α·f″(x*), as a term whose value is positive at the extremum that the run looks for.
    QString sharpnessTerm() const;
    double sharpness() const { return 1 - m_verdict.factor; }

    const insight::Verdict& m_verdict;
    const descent::Settings& m_settings;
    int m_digits;
    bool m_descends;
    QStringList m_sentences;
};

}  // namespace session
