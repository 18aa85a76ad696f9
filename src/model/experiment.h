// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>
#include <vector>

#include "descent/point.h"
#include "insight/plane/stationaryplace.h"
#include "insight/stationary.h"
#include "insight/verdict/verdict.h"
#include "model/course.h"
#include "model/player.h"
#include "model/survey.h"
#include "session/constants.h"
#include "session/session.h"

namespace model {

/// What the window shows: the session, the runs of its runners, and the player that moves along
/// them all. A change of the session replaces the runs that it makes others, and no more. One clock
/// ticks while something moves or is awaited, and only then.
class Experiment : public QObject {
    Q_OBJECT

public:
    explicit Experiment(const session::Session& session, QObject* parent = nullptr);
    ~Experiment() override;

    /// Without its standing: where the ball is the player knows.
    const session::Session& session() const { return m_session; }
    const formula::Analysis& analysis() const { return m_session.function.analysis(); }
    /// With the values of its constants.
    formula::Valued valued() const { return session::valued(m_session); }
    /// Of the chosen runner, as are verdict() and position().
    const descent::Trajectory& trajectory() const { return chosen().trajectory(); }
    /// The runs of all runners, in their order.
    const std::vector<std::unique_ptr<Course>>& courses() const { return m_courses; }
    /// The stationary points of the range in view. While they are looked for, those of a wider view
    /// that are in it; none when it shows more than was seen before.
    const std::vector<insight::StationaryPoint>& points() const { return m_survey.found().points; }
    /// The same of a function of two variables.
    const std::vector<insight::StationaryPlace>& places() const { return m_survey.found().places; }
    /// The minimum (ascending: maximum) that explains the run; see insight::landmark().
    std::optional<insight::StationaryPoint> extremum() const;
    /// The same of a function of several variables.
    std::optional<insight::StationaryPlace> goal() const;
    /// Nothing while the run goes on or is judged.
    const std::optional<insight::Verdict>& verdict() const { return chosen().verdict(); }
    /// Moves along the longest run.
    const Player& player() const { return m_player; }
    /// Where in its run the ball is: at its end, once the player has gone on beyond.
    double position() const;
    /// True when nothing is being computed: all runs are over and judged, and the points are known.
    bool complete() const { return judged() && m_survey.over(); }

    /// The session is now this one. A run is replaced only where it is another: choosing a runner
    /// replaces none. The ball stays where it is then, but a new function puts it at the start, and
    /// a new initial guess at rest there.
    void change(const session::Session& session);
    /// change() of the initial guess, each coordinate clamped to what a run may reach without being
    /// called divergent; those that are not given stay. The ball goes to the start also when that
    /// is the same.
    void startAt(const descent::Point& at);
    /// Loads a whole set-up, with the ball at rest where it stands in it.
    void load(const session::Session& session);
    /// As load(), but with the ball at this place of the run, see Player::place(); one that rolls
    /// rolls on.
    void restore(const session::Session& session, double place);

    void togglePlay();
    void play();
    void setPosition(double position);
    /// Back to a Player::place(); a ball that rolls rolls on.
    void returnTo(double place);
    void setSpeed(double stepsPerSecond);
    void goToEnd();
    void stepForward();
    void stepBack();

Q_SIGNALS:
    void functionChanged();
    /// change() brought the function that is shown now; its run comes next.
    void functionTyped();
    /// The function is the same with other values of its constants; its run comes next.
    void constantsChanged();
    /// A whole set-up takes the place of the one before.
    void loaded();
    /// session() is another.
    void sessionChanged();
    /// A setting or the initial guess changed; the function may have changed before.
    void settingsChanged();
    /// The run was replaced, grew or ended.
    void runChanged();
    /// The stationary points in view have been found.
    void pointsChanged();
    /// What is said of the run may have changed.
    void verdictChanged();
    void positionChanged();
    void playingChanged();

private:
    void adoptFunction();
    void adoptConstants();
    void restart();
    void survey(bool another);
    void compare();
    void collect();
    bool collectSteps();
    bool judge();
    bool judged() const;
    const Course& chosen() const { return *m_courses[m_chosen]; }
    void tick();
    void movedByHand();
    void keepClock();

    session::Session m_session;
    std::vector<std::unique_ptr<Course>> m_courses;  ///< of the runners, in order
    std::size_t m_chosen = 0;                        ///< its place among them
    Survey m_survey;
    std::size_t m_mostAtOnce = 25'000;  ///< steps that are taken over in a frame
    Player m_player;
    QTimer m_clock;
    QElapsedTimer m_sinceTick;
};

}  // namespace model
