// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <stop_token>

#include "descent/trajectory.h"
#include "formula/analysis.h"
#include "insight/verdict.h"
#include "plot/paint/theme.h"
#include "plot/scene/picture.h"
#include "session/session.h"

namespace output {

/// A finished (or unfinished) run with all that a file may tell about it.
struct Report {
    session::Session session;
    formula::Analysis analysis;
    descent::Trajectory trajectory;
    insight::Verdict verdict;
    plot::Landmarks landmarks = {};  ///< of the curve, over session.range
    /// For View::Bifurcation, over the axes to show; see resolution().
    insight::Density density = {};
};

/// A part of a run: the iterations from one to another, both included.
struct Steps {
    std::int64_t from = 0;
    std::int64_t to = std::numeric_limits<std::int64_t>::max();  ///< may lie past the run's end
};

/// What a person may choose about a file. Each format takes what concerns it.
struct Options {
    /// In pixels, at most largestPicture in all; in a PDF or SVG 96 of them are an inch. Without
    /// it, 1200 x 700; an animation 1280 x 720, and at most longestSide in either direction.
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
    int framesPerSecond = 30;  ///< of an animation, 1 to mostFrames; a GIF's up to mostGifFrames
    /// Length of an animation, over 0, up to longestAnimation; without it, usualSeconds().
    std::optional<double> seconds = {};
};

/// How whoever waits for a file follows and ends the work. Called now and then in the caller's
/// thread.
struct Monitor {
    std::function<void(double)> progressed = {};  ///< a part of the work in [0, 1] is done
    std::stop_token stop = {};
    /// The file is begun: before, nothing is lost when the program just ends.
    std::function<void()> begun = {};
};

inline constexpr qint64 largestPicture = 64'000'000;
inline constexpr int longestSide = 4096;
inline constexpr int mostFrames = 60;            ///< a second
inline constexpr double longestAnimation = 600;  ///< in seconds
/// Where viewers of GIFs stop to obey: they show shorter delays than 2/100 s as long ones.
inline constexpr int mostGifFrames = 50;

/// The suffixes that have a writer, each with its point: ".csv" and so on.
QStringList suffixes();
/// An empty string when the file's suffix has a writer, else one sentence that lists those that
/// have.
QString suffixFault(const QString& path);
/// An empty string when a file of this suffix can be as the options want it, else one sentence.
QString optionFault(const QString& path, const Options& options);

/// Whether a file of this suffix shows Options::view.
bool isDrawn(const QString& path);
/// The pixels inside the axes of a picture with these options, the curve's when there are two
/// plots: so many columns of basins and of density, and rows of the latter, can be seen.
QSize resolution(const Report& report, const Options& options);

/// Writes the run in the format that the suffix names: a table (.csv), the result (.json), the
/// picture (.png, .svg, .pdf) or the animation (.gif, .mp4, .webm). An empty string when all is
/// well, else one sentence with the file and the reason; what was there before is then still there,
/// also when the work was stopped. Pictures need a QApplication; the offscreen platform will do.
QString write(const QString& path, const Report& report, const Options& options = {},
              const Monitor& monitor = {});

}  // namespace output
