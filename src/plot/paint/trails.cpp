// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/trails.h"

#include <algorithm>
#include <limits>

namespace plot {

namespace {

/// So many chords, of all runners together, are added to their layer at a time.
constexpr std::size_t block = 32;

/// Later than every iteration.
constexpr std::size_t never = std::numeric_limits<std::size_t>::max();

}  // namespace

Trails::Trails(std::size_t across, std::size_t up) : m_ground(TrailGround::Map) {
    m_trails.fill(Trail(across, up));
}

std::size_t Trails::Runs::watchedUntil() const {
    return follow() ? static_cast<std::size_t>(std::max(0.0, position)) + 1 : never;
}

void Trails::setTrajectory(std::size_t place, const descent::Trajectory& trajectory) {
    m_trails[place].setTrajectory(trajectory);
    m_laps.reset();
}

void Trails::setRivals(const std::vector<Rival>& rivals) {
    for (const Rival& rival : rivals) m_trails[rival.place].setTrajectory(rival.trajectory);
    m_laps.reset();
}

const Trail::Marks& Trails::marks(std::size_t place, const Frame& frame) {
    return m_trails[place].marks(frame);
}

/// The iterations before which whole blocks of the trails end.
const std::vector<std::size_t>& Trails::laps(const Runs& runs, const Frame& frame) {
    if (m_laps && m_frame == frame) return *m_laps;
    m_frame = frame;
    std::vector<std::size_t> steps;
    const auto add = [&](std::size_t place) {
        const std::vector<std::size_t>& own = marks(place, frame).chordSteps;
        steps.insert(steps.end(), own.begin(), own.end());
    };
    add(runs.place);
    for (const Rival& rival : runs.rivals) add(rival.place);
    std::ranges::sort(steps);
    m_laps.emplace();
    for (std::size_t i = block; i <= steps.size(); i += block) m_laps->push_back(steps[i - 1] + 1);
    return *m_laps;
}

std::size_t Trails::progress(const Runs& runs, const Frame& frame) {
    if (!runs.follow()) return never;
    const std::vector<std::size_t>& ends = laps(runs, frame);
    const auto lap = std::ranges::upper_bound(ends, runs.watchedUntil());
    return lap == ends.begin() ? 0 : *(lap - 1);
}

/// Returns what it covers.
QRectF Trails::paintPart(QPainter& painter, const Trail::Part& part, std::size_t chords,
                         TrailLook look, const Frame& frame, const Theme& theme) const {
    if (!m_drape) {
        paintTrail(painter, part, chords, look, theme, m_ground);
        return part.bounds();
    }
    const Trail::Marks draped = m_drape(part, frame);
    paintTrail(painter, draped.all(), chords, look, theme, m_ground);
    return draped.all().bounds();
}

void Trails::paint(QPainter& painter, const Runs& runs, const Frame& frame, std::size_t until,
                   const Theme& theme) {
    const auto paint = [&](std::size_t place, std::size_t end, TrailLook look) {
        const Trail::Marks& marks = this->marks(place, frame);
        paintPart(painter, marks.part(0, end), marks.chords.size(), look, frame,
                  theme.ofRunner(place));
    };
    for (const Rival& rival : runs.rivals) paint(rival.place, until, TrailLook::Rival);
    if (runs.trajectory.empty()) return;
    if (runs.follow() && !runs.watched) paint(runs.place, never, TrailLook::Ahead);
    paint(runs.place, until, TrailLook::Ball);
}

std::vector<QRectF> Trails::paintLatest(QPainter& painter, const Runs& runs, const Frame& frame,
                                        const Theme& theme) {
    std::vector<QRectF> covered;
    if (!runs.follow()) return covered;
    const std::size_t from = progress(runs, frame);
    const auto paint = [&](std::size_t place, TrailLook look) {
        const Trail::Marks& marks = this->marks(place, frame);
        const Trail::Part part = marks.part(from, runs.watchedUntil());
        if (part.points.empty() && part.chords.empty()) return;
        const double reach = 4 * theme.scale();
        const QRectF bounds =
            paintPart(painter, part, marks.chords.size(), look, frame, theme.ofRunner(place));
        covered.push_back(bounds.adjusted(-reach, -reach, reach, reach));
    };
    for (const Rival& rival : runs.rivals) paint(rival.place, TrailLook::Rival);
    if (!runs.trajectory.empty()) paint(runs.place, TrailLook::Ball);
    return covered;
}

}  // namespace plot
