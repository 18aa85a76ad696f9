// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/camera.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "session/limits.h"
#include "session/wording/wording.h"

namespace session {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Camera)
};

constexpr double highest = 90;  // degrees

/// From −180 on, below 180.
double turnedBack(double degrees) {
    const double round = std::fmod(degrees + 180, 360);
    return (round < 0 ? round + 360 : round) - 180;
}

std::optional<std::vector<double>> numbersFrom(const QString& text) {
    std::vector<double> numbers;
    for (const QString& part : text.split(QLatin1Char(','))) {
        const auto number = numberFrom(part.trimmed());
        if (!number) return std::nullopt;
        numbers.push_back(*number);
    }
    return numbers;
}

bool isPossible(const std::vector<double>& numbers) {
    const auto isWithin = [](double number, double least, double most) {
        return least <= number && number <= most;
    };
    if (numbers.size() < 2 || numbers.size() > 3) return false;
    if (!isWithin(numbers[0], -360, 360) || !isWithin(numbers[1], 0, highest)) return false;
    return numbers.size() == 2 || isWithin(numbers[2], Camera::flattest, Camera::steepest);
}

}  // namespace

QString cameraText(const Camera& camera) {
    const Camera usual;
    QStringList parts{typedNumber(camera.azimuth), typedNumber(camera.elevation)};
    if (camera.steepness != usual.steepness) parts += typedNumber(camera.steepness);
    const bool isUsual =
        parts.size() == 2 && camera.azimuth == usual.azimuth && camera.elevation == usual.elevation;
    return isUsual ? QString() : parts.join(QLatin1Char(','));
}

QString readCamera(const QString& text, Camera& into) {
    Camera read;
    read.logarithmic = into.logarithmic;
    if (!text.isEmpty()) {
        const auto numbers = numbersFrom(text);
        if (!numbers || !isPossible(*numbers)) {
            return Text::tr(
                       "“%1” must be two angles in degrees, the second from 0 to 90, such as "
                       "-60,35; a third number, from 0.25 to 4, makes heights as many times "
                       "as steep.")
                .arg(shortened(text));
        }
        read.azimuth = turnedBack((*numbers)[0]);
        read.elevation = (*numbers)[1];
        if (numbers->size() == 3) read.steepness = (*numbers)[2];
    }
    into = read;
    return {};
}

Camera turned(Camera camera, double azimuth, double elevation) {
    camera.azimuth = turnedBack(camera.azimuth + azimuth);
    camera.elevation = std::clamp(camera.elevation + elevation, 0.0, highest);
    return camera;
}

Camera steepened(Camera camera, double times) {
    camera.steepness = std::clamp(camera.steepness * times, Camera::flattest, Camera::steepest);
    return camera;
}

}  // namespace session
