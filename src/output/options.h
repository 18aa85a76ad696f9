// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <cstdint>
#include <limits>
#include <optional>

#include "insight/range.h"
#include "plot/look/theme.h"
#include "session/view.h"

namespace output {

/// A part of a run: the iterations from one to another, both included.
struct Steps {
    std::int64_t from = 0;
    std::int64_t to = std::numeric_limits<std::int64_t>::max();  ///< may lie past the run's end
};

/// What a person may choose about a file. Each format takes what concerns it.
struct Options {
    /// In pixels, plot::drawable(); in a PDF or SVG plot::dotsPerInch of them are an inch. Without
    /// it, usualPicture; an animation usualAnimation, at most longestSide in either direction.
    std::optional<QSize> size = {};
    double scale = 1;                           ///< of lines and text
    std::optional<insight::Range> values = {};  ///< of f in view; without it, those that fit
    std::optional<double> position = {};        ///< of a picture's ball, in [0, steps]; without it,
                                                ///< the end of `steps`
    /// The rows of a table and what an animation shows; a picture has the trail up to the last.
    Steps steps = {};
    plot::Theme theme = plot::Theme::light();
    session::View view = session::View::Curve;
    bool title = false;
    bool legend = false;
    bool equalScale = false;   ///< of a map: a unit of both variables is as long
    bool numbered = false;     ///< of a map: contours tell their values
    int framesPerSecond = 30;  ///< of an animation, 1 to mostFrames; a GIF's up to mostGifFrames
    /// Length of an animation, over 0, up to longestAnimation; without it, usualSeconds().
    std::optional<double> seconds = {};
};

inline constexpr QSize usualPicture{1200, 700};
inline constexpr QSize usualAnimation{1280, 720};
inline constexpr QSize usualTable{120, 70};      ///< of basins, in places
inline constexpr qint64 mostPlaces = 4'000'000;  ///< in such a table
inline constexpr int shortestSide = 100;         ///< that a person can ask for
inline constexpr int longestSide = 4096;
inline constexpr int mostFrames = 60;            ///< a second
inline constexpr double longestAnimation = 600;  ///< in seconds
/// Where viewers of GIFs stop to obey: they show shorter delays than 2/100 s as long ones.
inline constexpr int mostGifFrames = 50;

}  // namespace output
