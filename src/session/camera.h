// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace session {

/// From where one looks at a surface, and how steep it looks.
struct Camera {
    static constexpr double flattest = 0.25;
    static constexpr double steepest = 4;

    /// In degrees, counterclockwise from the direction in which the variable across grows: −90 is
    /// before its axis. From −180 on, below 180.
    double azimuth = -60;
    double elevation = 35;  ///< in degrees over the plane, 0 to 90
    double steepness = 1;   ///< of heights against the usual, `flattest` to `steepest`
    /// Heights grow with the logarithm of the way from the lowest in view, or down from the highest
    /// in an ascent, so that a valley in a canyon is seen.
    bool logarithmic = false;

    bool operator==(const Camera&) const = default;
};

/// Where it stands and how steep it shows heights: "-60,35", or "-60,35,2" where these are not as
/// steep as usual. Empty for what is usual.
QString cameraText(const Camera& camera);
/// Reads such a text into a camera, an empty one as the usual one; an empty string, or one sentence
/// that says what is wrong, and then nothing changes.
QString readCamera(const QString& text, Camera& into);
/// The camera turned by so many degrees, as far as it can be raised.
Camera turned(Camera camera, double azimuth, double elevation);
/// With heights so many times as steep, as far as they can be.
Camera steepened(Camera camera, double times);

}  // namespace session
