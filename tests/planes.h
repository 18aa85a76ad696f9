// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <initializer_list>
#include <span>
#include <vector>

#include "descent/point.h"
#include "insight/plane/stationaryplace.h"
#include "insight/plane/survey.h"
#include "runs.h"

inline descent::Point pointOf(std::initializer_list<double> values) {
    return descent::Point(std::span(values.begin(), values.size()));
}

inline std::vector<insight::StationaryPlace> placesOf(
    const std::string& function, const insight::Rectangle& rectangle = {{-5, 5}, {-5, 5}},
    descent::Direction direction = descent::Direction::Descend) {
    const descent::Objective objective(analysed(function), direction);
    return insight::stationaryPlaces(objective, rectangle);
}
