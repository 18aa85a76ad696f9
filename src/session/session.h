// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "descent/descent.h"
#include "descent/point.h"
#include "insight/range.h"
#include "session/camera.h"
#include "session/function.h"
#include "session/quantity.h"
#include "session/view.h"

namespace session {

/// Where in the run the ball stands, for a file or a link that is opened there. Watching a run
/// changes nothing that a person set: sessions that differ in this alone are equal.
struct Standing {
    /// Nothing: at the start, and in a picture that is exported at the end.
    std::optional<std::int64_t> step = {};

    bool operator==(const Standing&) const { return true; }
};

/// What one of several runners has of its own; the rest of the settings they share.
struct Runner {
    descent::Point start = 0;  ///< as Session::initialGuess
    double alpha = 0.02;
    descent::Method method{};
    descent::Schedule schedule{};
    descent::Noise noise{};

    bool operator==(const Runner&) const = default;
};

/// Which two variables of several are in view: their places among them.
struct Axes {
    std::size_t across = 0;  ///< lies below; not `up`
    std::size_t up = 1;      ///< beside it

    bool operator==(const Axes&) const = default;
};

/// A constant of a function.
struct Constant {
    std::string name;
    double value = 1;  ///< finite
    /// Of its slider, where a person set them; see sliderOf().
    std::optional<insight::Range> range = {};
    std::optional<double> step = {};  ///< over 0

    bool operator==(const Constant&) const = default;
};

/// Everything a person set, as one value.
struct Session {
    Function function;
    /// Of the chosen runner: as many coordinates as the function has variables, in their order,
    /// each finite.
    descent::Point initialGuess = 0;
    descent::Settings settings;   ///< of the chosen runner
    insight::Range range{-5, 5};  ///< of x, in view; of several variables of the first axis
    /// Of f, in view; of several variables of the second axis. Without it, what fits.
    std::optional<insight::Range> values = {};
    View view = View::Curve;
    Standing standing = {};
    QString title = {};               ///< plain, one line; may be empty
    QString note = {};                ///< plain; may be empty
    std::vector<Runner> others = {};  ///< all but the chosen one, in order; see runners.h
    std::size_t chosen = 0;           ///< its place among all
    bool parabola = false;            ///< whose vertex is the next step, in view
    /// That the convergence chart shows; nothing for f and the slope of one runner, and of several
    /// how far f is from its best value.
    std::optional<Quantity> quantity = {};
    /// Those of the function, in its order; one that is missing here is 1. See constants.h.
    std::vector<Constant> constants = {};
    Axes axes = {};      ///< of a function of several variables
    Camera camera = {};  ///< before its surface

    bool operator==(const Session&) const = default;
};

}  // namespace session
