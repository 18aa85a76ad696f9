// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace model {

/// Where in a run the ball is: a real position t in [0, steps], moved by time, by hand or not at
/// all. Knows nothing of the run but how many steps have arrived.
class Player {
public:
    static constexpr double slowest = 1;     ///< steps a second
    static constexpr double fastest = 1000;  ///< steps a second

    double position() const { return m_position; }
    std::size_t steps() const { return m_steps; }
    bool playing() const { return m_playing; }
    double speed() const { return m_speed; }
    /// The position as a person chose it: where the ball is as soon as a run comes that far;
    /// infinite for the end of whatever run.
    double place() const { return m_place; }
    bool atEnd() const { return m_position >= static_cast<double>(m_steps); }

    /// A run that grew, or another one. A place past its end waits at the end, to be taken up again
    /// by a run that comes that far.
    void setSteps(std::size_t steps, bool growing);
    /// Clamped to [0, steps]. The end of a run that grows no longer is the end of the next one,
    /// too.
    void setPosition(double position);
    /// To the end, and along with it while the run grows.
    void goToEnd();
    /// Goes to a place() as far as the run has come, and there when it comes farther.
    void returnTo(double place);
    /// To the next or previous whole step; stops playing.
    void stepForward();
    void stepBack();
    /// Steps a second, clamped to [slowest, fastest].
    void setSpeed(double speed);
    /// From the end, starts again at 0.
    void play();
    void pause() { m_playing = false; }
    /// Time has passed. Waits at the end of what has arrived while `growing`, else stops there.
    void advance(double seconds, bool growing);

private:
    double m_position = 0;
    double m_place = 0;
    std::size_t m_steps = 0;
    double m_speed = 5;
    bool m_growing = false;
    bool m_playing = false;
};

}  // namespace model
