// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/player.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace window {

void Player::setSteps(std::size_t steps, bool growing) {
    m_steps = steps;
    m_position = std::min(m_wanted, static_cast<double>(steps));
    if (!growing) m_wanted = m_position;
}

void Player::setPosition(double position) {
    m_position = std::clamp(position, 0.0, static_cast<double>(m_steps));
    m_wanted = m_position;
}

void Player::goToEnd() {
    m_position = static_cast<double>(m_steps);
    m_wanted = std::numeric_limits<double>::infinity();
}

void Player::stepForward() {
    pause();
    setPosition(std::floor(m_position) + 1);
}

void Player::stepBack() {
    pause();
    setPosition(std::ceil(m_position) - 1);
}

void Player::setSpeed(double speed) {
    m_speed = std::clamp(speed, slowest, fastest);
}

void Player::play() {
    if (atEnd()) setPosition(0);
    m_playing = true;
}

void Player::advance(double seconds, bool growing) {
    if (!m_playing) return;
    setPosition(m_position + seconds * m_speed);
    if (atEnd() && !growing) m_playing = false;
}

}  // namespace window
