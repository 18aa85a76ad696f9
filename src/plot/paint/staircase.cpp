// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/staircase.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace plot {

namespace {

QPointF between(QPointF a, QPointF b, double part) {
    return part == 0 ? a : a + part * (b - a);
}

/// The iteration a position has reached, and the part of the step from it, in [0, 1].
std::pair<std::size_t, double> parted(const descent::Trajectory& trajectory, double position) {
    const double bounded = std::clamp(position, 0.0, static_cast<double>(trajectory.size() - 1));
    return {static_cast<std::size_t>(bounded), bounded - std::floor(bounded)};
}

Stair stairFrom(const descent::Trajectory& trajectory, std::size_t n) {
    return {n, trajectory.x(n), trajectory.x(std::min(n + 1, trajectory.size() - 1))};
}

QColor faint(QColor colour, double opacity) {
    colour.setAlphaF(static_cast<float>(opacity));
    return colour;
}

bool reaches(const Stair& stair, const Frame& frame) {
    auto [upright, level] = stair.lines(frame);
    return clip(upright, frame.area) || clip(level, frame.area);
}

}  // namespace

std::array<QLineF, 2> Stair::lines(const Frame& frame, double part) const {
    const QPointF foot = frame.pixel(from, from);
    const QPointF corner = frame.pixel(from, to);
    const QPointF head = frame.pixel(to, to);
    const QPointF turn = between(foot, corner, std::min(2 * part, 1.0));
    return {QLineF(foot, turn), QLineF(turn, between(turn, head, std::max(2 * part - 1, 0.0)))};
}

void Staircase::setTrajectory(const descent::Trajectory& trajectory) {
    m_run.setTrajectory(trajectory);
    m_stale = true;
}

std::span<const Stair> Staircase::stairs(const Frame& frame) {
    if (!m_stale && frame == m_frame) return m_stairs;
    m_stale = false;
    m_frame = frame;
    const insight::Range both{std::min(frame.x.low, frame.value.low),
                              std::max(frame.x.high, frame.value.high)};
    const double pixel =
        std::min(frame.x.width() / frame.area.width(), frame.value.width() / frame.area.height());
    Thinning seen(both.low, pixel, mostStairs);
    for (const QLineF& kept : m_run.within(both, pixel).chords()) {
        if (reaches({0, kept.x1(), kept.x2()}, frame)) seen.addChord(kept);
    }
    m_stairs.clear();
    for (const QLineF& kept : seen.chords()) {
        m_stairs.push_back({static_cast<std::size_t>(kept.y1()), kept.x1(), kept.x2()});
    }
    return m_stairs;
}

std::size_t climbed(std::span<const Stair> stairs, double position) {
    const auto ended = [position](const Stair& stair) {
        return static_cast<double>(stair.iteration + 1) <= position;
    };
    return static_cast<std::size_t>(std::ranges::partition_point(stairs, ended) - stairs.begin());
}

QPointF tipAt(const descent::Trajectory& trajectory, double position) {
    const auto [n, part] = parted(trajectory, position);
    const Stair stair = stairFrom(trajectory, n);
    const QPointF foot(stair.from, stair.from);
    const QPointF corner(stair.from, stair.to);
    if (part <= 0.5) return between(foot, corner, 2 * part);
    return between(corner, {stair.to, stair.to}, 2 * part - 1);
}

void paintStairs(QPainter& painter, std::span<const Stair> stairs, const Frame& frame,
                 double opacity, const Theme& theme) {
    std::vector<QLineF> lines;
    lines.reserve(2 * stairs.size());
    for (const Stair& stair : stairs) {
        for (QLineF line : stair.lines(frame)) {
            if (clip(line, frame.area)) lines.push_back(line);
        }
    }
    // A pen of at most one pixel is drawn many times as fast as a wider one.
    painter.setPen(QPen(faint(theme.trail, opacity), theme.scale()));
    painter.drawLines(lines.data(), static_cast<int>(lines.size()));
}

QRectF paintRecentStairs(QPainter& painter, const descent::Trajectory& trajectory, double position,
                         const Frame& frame, const Theme& theme) {
    constexpr std::size_t shown = 6;
    const auto [last, part] = parted(trajectory, position);
    QRectF covered;
    const auto paint = [&](QLineF line) {
        if (line.isNull() || !clip(line, frame.area)) return;
        painter.drawLine(line);
        covered |= QRectF(line.p1(), line.p2()).normalized().adjusted(-1, -1, 1, 1);
    };
    if (last == 0) {
        painter.setPen(QPen(theme.trail, 0.5 * theme.line, Qt::DotLine));
        for (const QLineF& line : stairFrom(trajectory, 0).lines(frame)) paint(line);
    }
    for (std::size_t n = last - std::min(last, shown); n <= last; ++n) {
        const double freshness = 1 - static_cast<double>(last - n) / (shown + 1);
        painter.setPen(QPen(faint(theme.trail, freshness), theme.line, Qt::SolidLine, Qt::FlatCap));
        for (const QLineF& line : stairFrom(trajectory, n).lines(frame, n < last ? 1 : part))
            paint(line);
    }
    const double pen = theme.line;
    return covered.isNull() ? covered : covered.adjusted(-pen, -pen, pen, pen);
}

}  // namespace plot
