// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "descent/settings.h"
#include "descent/trajectory.h"
#include "insight/foresight.h"
#include "insight/plane/planefinding.h"
#include "insight/range.h"

namespace insight {

/// The places of a run of several variables. The trajectory, which is not empty, outlives it.
class Path {
public:
    explicit Path(const descent::Trajectory& run) : m_run(&run), m_variables(run[0].at.size()) {}

    std::size_t size() const { return m_run->size(); }
    std::size_t variables() const { return m_variables; }
    const descent::Trajectory& run() const { return *m_run; }

    /// The coordinates of an iteration.
    std::span<const double> place(std::size_t n) const { return {m_run->row(n), m_variables}; }
    descent::Point point(std::size_t n) const { return descent::Point(place(n)); }
    /// The norm of the gradient.
    double slope(std::size_t n) const;
    double distance(std::size_t from, std::size_t to) const;
    double distance(std::size_t n, const descent::Point& place) const;
    /// Whether iteration n lies where the path turns by more than 90°; 0 < n < size() - 1.
    bool turns(std::size_t n) const;
    /// Of each coordinate over the last `steps` iterations.
    std::vector<Range> extents(std::size_t steps) const;

private:
    const descent::Trajectory* m_run;
    std::size_t m_variables;
};

/// Whether each of the last `steps` steps (3 at least) turned back, was longer than the one before
/// and raised the cost.
bool growsAside(const descent::Objective& objective, const Path& path, std::size_t steps);

/// The places that a run goes round, if their extent has not changed for so long that it will not.
std::optional<PlaneSwing> swingInPlane(const descent::Settings& settings, const Continuation& run);
/// How many different places a turn of a swing comes to, which is over its period: a method may
/// stand still in it, or pass a place twice. Places closer than 1e-9 of its width are one.
int placesIn(const descent::Trajectory& run, const PlaneSwing& swing);
/// Whether the last iterate is the same as one turn before to the last digit, with all that the
/// method remembers.
bool comesBackExactly(const descent::Settings& settings, const descent::Trajectory& run,
                      int period);

}  // namespace insight
