// SPDX-License-Identifier: GPL-3.0-or-later
#include "descent/schedule.h"

namespace descent {

const std::vector<Schedule>& schedules() {
    static const std::vector<Schedule> all = eachKind<Schedule>();
    return all;
}

std::string_view name(const Schedule& schedule) {
    return std::visit([](const auto& kind) { return kind.name; }, schedule);
}

std::string_view label(const Schedule& schedule) {
    return std::visit([](const auto& kind) { return kind.label; }, schedule);
}

std::string_view formulaOf(const Schedule& schedule) {
    return std::visit([](const auto& kind) { return kind.formula; }, schedule);
}

std::optional<Schedule> scheduleNamed(std::string_view wanted) {
    return kindNamed(schedules(), wanted);
}

std::vector<Setting> settingsOf(const Schedule& schedule) {
    return knobSettings(schedule);
}

Schedule with(Schedule schedule, std::string_view knob, double value) {
    return withKnob(std::move(schedule), knob, value);
}

}  // namespace descent
