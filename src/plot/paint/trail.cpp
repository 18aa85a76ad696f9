// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/trail.h"

#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>

#include "plot/paint/ball.h"
#include "plot/paint/label.h"
#include "plot/shape/roll.h"

namespace plot {

namespace {

/// Marks and the ends of chords that lie nearer to each other look like one.
constexpr double pixelsApart = 3;

QPointF point(const descent::Trajectory& run, std::size_t n) {
    return {run.x(n), run.value(n)};
}

bool finite(QPointF point) {
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

QColor faint(QColor colour, double opacity) {
    colour.setAlphaF(static_cast<float>(opacity));
    return colour;
}

/// Where the name of an iterate may be written, the best first: on the side where the curve rises,
/// else on the other, a little lower, or right below.
std::array<QPointF, 5> beside(QPointF at, bool falls, QSizeF size, double ascent,
                              const Theme& theme) {
    const double away = 9 * theme.scale();
    const double left = at.x() - away - size.width();
    const double right = at.x() + away;
    const double near = falls ? left : right;
    const double far = falls ? right : left;
    const double level = at.y() + away + ascent / 2;
    const double below = at.y() + away + ascent;
    return {QPointF(near, level),
            {far, level},
            {near, below},
            {far, below},
            {at.x() - size.width() / 2, below}};
}

/// What lies in a sorted list from one value on to before another.
template <typename Item>
std::span<const Item> between(const std::vector<Item>& items, const std::vector<std::size_t>& steps,
                              std::size_t from, std::size_t until) {
    const auto first = std::ranges::lower_bound(steps, from) - steps.begin();
    const auto last = std::ranges::lower_bound(steps, std::max(from, until)) - steps.begin();
    return std::span(items).subspan(static_cast<std::size_t>(first),
                                    static_cast<std::size_t>(last - first));
}

}  // namespace

QRectF Trail::Part::bounds() const {
    QRectF bounds;
    const auto add = [&](QPointF a, QPointF b) {
        const QRectF box = QRectF(a, b).normalized().adjusted(-1, -1, 1, 1);
        bounds |= box;
    };
    for (const QPointF& point : points) add(point, point);
    for (const QLineF& chord : chords) add(chord.p1(), chord.p2());
    return bounds;
}

Trail::Part Trail::Marks::part(std::size_t from, std::size_t until) const {
    return {between(points, pointSteps, from, until), between(chords, chordSteps, from, until)};
}

Trail::Trail() : m_run(point), m_kind(ThinnedRun::Kind::Graph) {}

Trail::Trail(std::size_t across, std::size_t up)
    : m_run(
          [across, up](const descent::Trajectory& run, std::size_t n) {
              const double* at = run.row(n);
              return QPointF(at[across], at[up]);
          },
          ThinnedRun::Kind::Path),
      m_kind(ThinnedRun::Kind::Path) {}

void Trail::setTrajectory(const descent::Trajectory& trajectory) {
    m_run.setTrajectory(trajectory);
    m_marks.reset();
}

/// What pixels can show of nothing yet.
Thinning Trail::thinned(const Frame& frame) const {
    if (m_kind == ThinnedRun::Kind::Graph) return {frame.area.left(), pixelsApart, mostChords};
    return {{frame.area.topLeft(), pixelsApart, pixelsApart}, mostPoints, mostChords};
}

const Trail::Marks& Trail::marks(const Frame& frame) {
    if (m_marks && frame == m_frame) return *m_marks;
    m_frame = frame;
    const Thinning& fine = m_run.within(frame);
    Thinning seen = thinned(frame);
    for (std::size_t i = 0; i < fine.points().size(); ++i) {
        const QPointF pixel = frame.pixel(fine.points()[i].x(), fine.points()[i].y());
        if (contains(frame.area, pixel)) seen.addPoint(pixel, fine.pointSteps()[i]);
    }
    for (std::size_t i = 0; i < fine.chords().size(); ++i) {
        const QLineF& kept = fine.chords()[i];
        const QLineF chord(frame.pixel(kept.x1(), kept.y1()), frame.pixel(kept.x2(), kept.y2()));
        QLineF inside = chord;
        if (clip(inside, frame.area)) seen.addChord(chord, fine.chordSteps()[i]);
    }
    m_marks = {seen.points(), seen.chords(), seen.pointSteps(), seen.chordSteps()};
    for (QLineF& chord : m_marks->chords) clip(chord, frame.area);
    return *m_marks;
}

void paintTrail(QPainter& painter, const Trail::Part& part, std::size_t chords, TrailLook look,
                const Theme& theme, TrailGround ground) {
    struct Strength {
        double line;  ///< opacity, against that of the ball's
        double point;
        double radius;
    };
    static constexpr std::array<Strength, 3> strengths{
        {{1, 0.75, 2.5}, {1, 0.5, 1.5}, {0.5, 0.2, 1.5}}};
    const Strength& strength = strengths[static_cast<std::size_t>(look)];
    const bool onMap = ground == TrailGround::Map;
    const auto count = static_cast<double>(std::max<std::size_t>(chords, 1));
    const double opacity = std::clamp(2.5 / std::sqrt(count), 0.12, 0.45) * (onMap ? 2 : 1);
    const auto paint = [&](const QColor& colour, double rim) {
        painter.setPen(QPen(faint(colour, strength.line * opacity), theme.scale() + 2 * rim));
        painter.drawLines(part.chords.data(), static_cast<int>(part.chords.size()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(faint(colour, strength.point));
        const double radius = strength.radius * theme.scale() + rim;
        for (const QPointF& mark : part.points) painter.drawEllipse(mark, radius, radius);
    };
    // The colours of a map are dark where runs go, also in the dark.
    const bool isDark = theme.ground.lightness() < theme.text.lightness();
    const bool isDim = isDark && look == TrailLook::Ahead;  // lest it outshines what is behind
    if (onMap && !isDim) paint(isDark ? theme.text : theme.ground, theme.scale());
    paint(isDim ? mixed(theme.trail, theme.text, 0.35) : theme.trail, 0);
}

void addStart(std::vector<Start>& starts, QPointF at, const QColor& colour) {
    constexpr double same = 1;  // pixel
    const auto there = std::ranges::find_if(
        starts, [&](const Start& other) { return QLineF(other.at, at).length() < same; });
    if (there == starts.end()) {
        starts.push_back({at, {colour}});
    } else {
        there->colours.push_back(colour);
    }
}

void paintStart(QPainter& painter, const Start& start, const Theme& theme) {
    const auto count = static_cast<int>(start.colours.size());
    const double radius = (5 + 0.5 * count) * theme.scale();
    const double rim = 0.75 * theme.scale();
    painter.setPen(QPen(theme.ground, 2 * rim));
    painter.setBrush(start.colours.back());
    painter.drawEllipse(start.at, radius, radius);
    painter.setPen(Qt::NoPen);
    const QRectF inner(start.at.x() - radius + rim, start.at.y() - radius + rim, 2 * (radius - rim),
                       2 * (radius - rim));
    constexpr int round = 360 * 16;  // as QPainter counts
    for (int part = 0; part + 1 < count; ++part) {
        painter.setBrush(start.colours[static_cast<std::size_t>(part)]);
        painter.drawPie(inner, round / 4 + part * round / count, round / count);
    }
}

std::vector<Named> paintNames(QPainter& painter, const descent::Trajectory& trajectory,
                              std::span<const QPointF> curve, const Frame& frame,
                              const Theme& theme, std::size_t until) {
    setLabelFont(painter, theme);
    const QFontMetricsF metrics(painter.font());
    const double patch = 4 * theme.scale();
    Obstacles obstacles{curve};
    std::vector<Named> names;
    std::vector<QPointF> places;
    for (std::size_t n = 0; n < std::min(mostNames, trajectory.size()); ++n)
        places.push_back(frame.pixel(trajectory.x(n), trajectory.value(n)));
    for (std::size_t n = 0; n < places.size(); ++n) {
        const descent::Step step = trajectory[n];
        const QPointF at = places[n];
        if (!contains(frame.area, at)) continue;
        const QString name = theme.variable + QChar(0x2080 + static_cast<int>(n));
        const QSizeF size(metrics.horizontalAdvance(name), metrics.height());
        const auto boxAt = [&](QPointF baseline) {
            return QRectF(baseline - QPointF(0, metrics.ascent()), size);
        };
        const auto baselines = beside(at, step.gradient[0] < 0, size, metrics.ascent(), theme);
        if (!Obstacles{{}, {}, obstacles.boxes}.leaveFree(boxAt(baselines.front()))) break;
        const auto isOwn = [&](const QRectF& box) {
            const auto far = [&](QPointF place) { return QLineF(box.center(), place).length(); };
            return std::ranges::none_of(places,
                                        [&](QPointF other) { return far(other) < far(at); });
        };
        const auto free = std::ranges::find_if(baselines, [&](QPointF baseline) {
            const QRectF box = boxAt(baseline);
            return frame.area.contains(box) && isOwn(box) &&
                   obstacles.leaveFree(box.adjusted(-patch, -patch / 2, patch, patch / 2));
        });
        if (free == baselines.end()) continue;
        const bool painted = n < until;
        const QRectF box = painted ? paintLabel(painter, *free, name, theme) : boxAt(*free);
        obstacles.boxes.push_back(box);
        names.push_back({painted ? name : QString(), *free, box});
    }
    return names;
}

QRectF paintRecent(QPainter& painter, const descent::Trajectory& trajectory, std::size_t n,
                   const Frame& frame, const Theme& theme) {
    return paintRecent(painter, trajectory, n, frame, theme, point);
}

QRectF paintRecent(QPainter& painter, const descent::Trajectory& trajectory, std::size_t n,
                   const Frame& frame, const Theme& theme, const ThinnedRun::Place& place) {
    constexpr std::size_t shown = 6;
    QRectF covered;
    for (std::size_t i = n - std::min(n, shown); i < n; ++i) {
        const QPointF from = place(trajectory, i);
        const QPointF to = place(trajectory, i + 1);
        if (!finite(from) || !finite(to)) continue;
        QLineF chord(frame.pixel(from.x(), from.y()), frame.pixel(to.x(), to.y()));
        if (!clip(chord, frame.area)) continue;
        const double freshness = 1 - static_cast<double>(n - 1 - i) / shown;
        // A pen of at most one pixel is drawn many times as fast as a wider one.
        painter.setPen(QPen(faint(theme.trail, freshness), theme.scale()));
        painter.drawLine(chord);
        covered |= QRectF(chord.p1(), chord.p2()).normalized();
    }
    const double pen = 2 * theme.scale();
    return covered.isNull() ? covered : covered.adjusted(-pen, -pen, pen, pen);
}

}  // namespace plot
