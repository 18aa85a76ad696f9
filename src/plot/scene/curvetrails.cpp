// SPDX-License-Identifier: GPL-3.0-or-later
//
// The trails of a CurveScene, as far as they are shown.
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "plot/paint/landmarks.h"
#include "plot/scene/curvescene.h"

namespace plot {

namespace {

/// So many chords, of all runners together, are added to their layer at a time.
constexpr std::size_t block = 32;

/// Later than every iteration.
constexpr std::size_t never = std::numeric_limits<std::size_t>::max();

}  // namespace

/// Whether there is more of trails than is shown.
bool CurveScene::follows() const {
    return m_content.watched || !m_content.rivals.empty();
}

/// The first iteration that is not reached yet.
std::size_t CurveScene::watchedUntil() const {
    return follows() ? static_cast<std::size_t>(std::max(0.0, m_content.position)) + 1 : never;
}

/// The iterations before which whole blocks of the trails end.
const std::vector<std::size_t>& CurveScene::laps() {
    const Frame& in = frame();
    if (m_laps) return *m_laps;
    std::vector<std::size_t> steps;
    const auto add = [&](std::size_t place) {
        const std::vector<std::size_t>& own = m_trails[place].marks(in).chordSteps;
        steps.insert(steps.end(), own.begin(), own.end());
    };
    add(m_content.place);
    for (const Rival& rival : m_content.rivals) add(rival.place);
    std::ranges::sort(steps);
    m_laps.emplace();
    for (std::size_t i = block; i <= steps.size(); i += block) m_laps->push_back(steps[i - 1] + 1);
    return *m_laps;
}

CurveScene::Progress CurveScene::progress() {
    if (!follows()) return {never, mostNames};
    const std::size_t until = watchedUntil();
    const auto lap = std::ranges::upper_bound(laps(), until);
    return {lap == laps().begin() ? 0 : *(lap - 1),
            m_content.named ? std::min(until, mostNames) : 0};
}

bool CurveScene::restChanged() {
    const Progress now = progress();
    return std::exchange(m_still, now) != now;
}

void CurveScene::paintMarks(QPainter& painter) {
    const descent::Trajectory& trajectory = m_content.trajectory;
    m_names.clear();
    m_drawn = progress();
    if (!m_content.veiled) paintTrails(painter);
    paintStarts(painter);
    if (trajectory.empty() || !m_content.named || m_content.veiled) return;
    painter.setFont(canvas().font());
    m_names =
        paintNames(painter, trajectory, path().points(), frame(), m_content.theme, m_drawn.names);
}

/// The chosen runner's on top.
void CurveScene::paintTrails(QPainter& painter) {
    const auto paint = [&](std::size_t place, std::size_t from, std::size_t until, TrailLook look) {
        const Trail::Marks& marks = m_trails[place].marks(frame());
        paintTrail(painter, marks.part(from, until), marks.chords.size(), look,
                   m_content.theme.ofRunner(place));
    };
    for (const Rival& rival : m_content.rivals)
        paint(rival.place, 0, m_drawn.trails, TrailLook::Rival);
    if (m_content.trajectory.empty()) return;
    if (follows() && !m_content.watched) paint(m_content.place, 0, never, TrailLook::Ahead);
    paint(m_content.place, 0, m_drawn.trails, TrailLook::Ball);
}

/// What their layer does not show yet. Returns what it covers.
QRectF CurveScene::paintLatest(QPainter& painter) {
    if (!follows() || m_content.veiled) return {};
    const std::size_t from = progress().trails;
    const std::size_t until = watchedUntil();
    QRectF covered;
    const auto paint = [&](std::size_t place, TrailLook look) {
        const Trail::Marks& marks = m_trails[place].marks(frame());
        const Trail::Part part = marks.part(from, until);
        if (part.points.empty() && part.chords.empty()) return;
        paintTrail(painter, part, marks.chords.size(), look, m_content.theme.ofRunner(place));
        const double reach = 3 * m_content.theme.scale();
        const QRectF own = part.bounds().adjusted(-reach, -reach, reach, reach);
        m_parts += Showing::partsOf(own);
        covered |= own;
    };
    for (const Rival& rival : m_content.rivals) paint(rival.place, TrailLook::Rival);
    if (!m_content.trajectory.empty()) paint(m_content.place, TrailLook::Ball);
    return covered;
}

std::vector<QPointF> CurveScene::drawn() {
    std::vector<QPointF> points = path().points();
    const auto add = [&](std::size_t place) {
        const std::vector<QPointF>& own = m_trails[place].marks(frame()).points;
        points.insert(points.end(), own.begin(), own.end());
    };
    for (const Rival& rival : m_content.rivals) add(rival.place);
    if (!m_content.trajectory.empty()) add(m_content.place);
    // As much as a line through all of their letters.
    constexpr double apart = 4;  // pixels
    for (const QRectF& label : m_labels) {
        for (double y = label.top(); y < label.bottom(); y += apart) {
            for (double x = label.left(); x < label.right(); x += apart) points.emplace_back(x, y);
        }
    }
    return points;
}

}  // namespace plot
