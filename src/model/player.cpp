// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/player.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace model {

void Player::setSteps(std::size_t steps, bool growing) {
    m_steps = steps;
    m_growing = growing;
    returnTo(m_place);
}

void Player::setPosition(double position) {
    m_position = std::clamp(position, 0.0, static_cast<double>(m_steps));
    m_place = m_position;
    if (m_position > 0 && atEnd() && !m_growing && !m_playing) goToEnd();
}

void Player::goToEnd() {
    returnTo(std::numeric_limits<double>::infinity());
}

void Player::returnTo(double place) {
    m_place = place;
    m_position = std::min(place, static_cast<double>(m_steps));
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
    if (!atEnd() || growing) return;
    m_playing = false;
    goToEnd();
}

}  // namespace model
