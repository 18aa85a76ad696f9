// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/player.h"

#include <algorithm>
#include <cmath>

namespace window {

void Player::setSteps(std::size_t steps) {
    m_steps = steps;
    setPosition(m_position);
}

void Player::setPosition(double position) {
    m_position = std::clamp(position, 0.0, static_cast<double>(m_steps));
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
    if (atEnd()) m_position = 0;
    m_playing = true;
}

void Player::advance(double seconds, bool growing) {
    if (!m_playing) return;
    setPosition(m_position + seconds * m_speed);
    if (atEnd() && !growing) m_playing = false;
}

}  // namespace window
