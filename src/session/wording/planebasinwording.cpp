// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/wording/planebasinwording.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <array>
#include <cmath>

#include "session/wording/basinwording.h"

namespace session {

namespace {

using insight::Fate;
using insight::PlaneBasinMap;
using insight::PlaneFate;

struct BasinWords {
    Q_DECLARE_TR_FUNCTIONS(PlaneBasins)
};

struct Count {
    PlaneFate sample;
    std::size_t starts = 0;
};

QString shareOf(std::size_t starts, std::size_t all) {
    const double percent = 100 * static_cast<double>(starts) / static_cast<double>(all);
    if (percent < 1) return BasinWords::tr("< 1 %");
    if (percent > 99 && starts < all) return BasinWords::tr("> 99 %");
    return BasinWords::tr("%1 %").arg(std::lround(percent));
}

QString pairOf(const descent::Point& at, const insight::Slice& slice,
               const insight::Rectangle& view, int digits) {
    return QStringLiteral("(%1, %2)")
        .arg(placeIn(view.across, at[slice.across], digits),
             placeIn(view.up, at[slice.up], digits));
}

/// Of those that settle or will, by their goals.
std::vector<Count> goalsOf(const PlaneBasinMap& map) {
    std::vector<Count> counts(map.goals.size());
    for (const PlaneFate& fate : map.fates) {
        if (!insight::hasPlace(fate.fate) || fate.goal < 0) continue;
        Count& count = counts[static_cast<std::size_t>(fate.goal)];
        // One that settles shows the colour best.
        if (count.starts == 0 || count.sample.fate != Fate::Settles) count.sample = fate;
        ++count.starts;
    }
    std::erase_if(counts, [](const Count& count) { return count.starts == 0; });
    std::ranges::stable_sort(counts, std::greater(), &Count::starts);
    return counts;
}

std::array<Count, 8> fatesOf(const PlaneBasinMap& map) {
    std::array<Count, 8> counts{};
    for (const PlaneFate& fate : map.fates) {
        Count& count = counts[static_cast<std::size_t>(fate.fate)];
        count.sample = fate;
        ++count.starts;
    }
    return counts;
}

QString wordsOn(Fate fate) {
    switch (fate) {
        case Fate::Approaches:
            return BasinWords::tr("pale: on its way at the last step");
        case Fate::Swings:
            return BasinWords::tr("goes round in a cycle");
        case Fate::Moves:
            return BasinWords::tr("still moving");
        case Fate::Stalls:
            return BasinWords::tr("stands still");
        case Fate::Diverges:
            return BasinWords::tr("diverges");
        case Fate::Leaves:
            return BasinWords::tr("leaves the domain");
        case Fate::Unknown:
        case Fate::Settles:
            return {};
    }
    Q_UNREACHABLE();
}

/// The fate of the nearest node.
const PlaneFate& fateNear(const PlaneBasinMap& map, const descent::Point& start) {
    const insight::Lattice& lattice = map.lattice;
    const auto node = [](double at, insight::Range range, int count) {
        const double place = (at - range.low) / range.width() * (count - 1);
        return static_cast<int>(std::clamp(std::round(place), 0.0, count - 1.0));
    };
    return map.at(node(start[lattice.slice.across], lattice.area.across, lattice.columns),
                  node(start[lattice.slice.up], lattice.area.up, lattice.rows));
}

/// The place where it came to rest: by the name of its goal, if that is one place.
QString restOf(const FollowedStart& run, const PlaneBasinMap& map, const insight::Rectangle& view,
               int digits) {
    constexpr double near = 1e-2;  // of the view
    const insight::Slice& slice = map.lattice.slice;
    const double reach = near * std::max(view.across.width(), view.up.width());
    const insight::Goal* nearest = nullptr;
    double least = reach;
    for (const insight::Goal& goal : map.goals) {
        if (!goal.place || goal.place->isLine) continue;
        const double apart = descent::distance(goal.place->at, run.end.at);
        if (apart < least) {
            least = apart;
            nearest = &goal;
        }
    }
    return pairOf(nearest ? nearest->place->at : run.end.at, slice, view, digits);
}

QString tellUnfinished(const FollowedStart& run, const PlaneBasinMap& map,
                       const insight::Rectangle& view, const QString& steps, int digits) {
    const PlaneFate& fate = fateNear(map, run.start);
    if (fate.fate == Fate::Swings)
        return BasinWords::tr("A start here still goes round in a cycle %1.").arg(steps);
    if (fate.fate != Fate::Approaches || fate.goal < 0)
        return BasinWords::tr("A start here is still moving %1.").arg(steps);
    const insight::Goal& goal = map.goals[static_cast<std::size_t>(fate.goal)];
    return BasinWords::tr("A start here is still on its way to %1 %2.")
        .arg(nameOf(goal, map.lattice.slice, view, digits), steps);
}

}  // namespace

QString nameOf(const insight::Goal& goal, const insight::Slice& slice,
               const insight::Rectangle& view, int digits) {
    if (!goal.place) return BasinWords::tr("level ground");
    using Kind = insight::StationaryPlace::Kind;
    const Kind kind = goal.place->kind;
    if (goal.place->isLine && goal.isSought)
        return kind == Kind::Maximum ? BasinWords::tr("a line of maxima")
                                     : BasinWords::tr("a line of minima");
    if (goal.place->isLine) return BasinWords::tr("a line of level places");
    const QString at = pairOf(goal.place->at, slice, view, digits);
    if (goal.isSought) return at;
    if (kind == Kind::Saddle) return BasinWords::tr("saddle %1").arg(at);
    if (kind == Kind::Degenerate) return BasinWords::tr("level at %1").arg(at);
    return kind == Kind::Maximum ? BasinWords::tr("maximum %1").arg(at)
                                 : BasinWords::tr("minimum %1").arg(at);
}

std::vector<BasinRow> basinRows(const PlaneBasinMap& map, const insight::Rectangle& view,
                                int digits) {
    constexpr std::size_t most = 6;
    constexpr int fewDigits = 4;
    std::vector<BasinRow> rows;
    std::vector<Count> goals = goalsOf(map);
    std::size_t others = 0;
    for (std::size_t i = most; i < goals.size(); ++i) others += goals[i].starts;
    for (std::size_t i = 0; i < std::min(most, goals.size()); ++i) {
        const insight::Goal& goal = map.goals[static_cast<std::size_t>(goals[i].sample.goal)];
        rows.push_back({nameOf(goal, map.lattice.slice, view, std::min(digits, fewDigits)),
                        shareOf(goals[i].starts, map.fates.size()), goals[i].sample});
    }
    if (goals.size() > most) {
        rows.push_back(
            {BasinWords::tr("%n other places", nullptr, static_cast<int>(goals.size() - most)),
             shareOf(others, map.fates.size()), goals[most].sample});
    }
    for (const Count& count : fatesOf(map)) {
        const QString words = wordsOn(count.sample.fate);
        if (count.starts > 0 && !words.isEmpty())
            rows.push_back({words, shareOf(count.starts, map.fates.size()), count.sample});
    }
    return rows;
}

QString tellStart(const FollowedStart& run, const PlaneBasinMap& map,
                  const insight::Rectangle& view, int digits) {
    if (!run.outcome)
        return BasinWords::tr("A start here takes more steps than can be followed at once.");
    const std::int64_t n = run.end.iteration;
    const QString steps = BasinWords::tr("after %n steps", nullptr, howMany(n));
    switch (*run.outcome) {
        case descent::Outcome::Converged:
            if (n == 0) return BasinWords::tr("A start here stops at once: f is level here.");
            return BasinWords::tr("A start here ends near %1 %2.")
                .arg(restOf(run, map, view, digits), steps);
        case descent::Outcome::Diverged:
            return BasinWords::tr("A start here diverges %1.").arg(steps);
        case descent::Outcome::LeftDomain:
            if (n == 0) return BasinWords::tr("No run starts here: f has no value or no slope.");
            return BasinWords::tr("A start here leaves the domain of f %1.").arg(steps);
        case descent::Outcome::Stalled:
            return BasinWords::tr("A start here stands still %1: the next is lost to rounding.")
                .arg(steps);
        case descent::Outcome::MaxIterations:
        case descent::Outcome::OutOfMemory:
            return tellUnfinished(run, map, view, steps, digits);
    }
    Q_UNREACHABLE();
}

QString tellBasins(const PlaneBasinMap& map, const insight::Rectangle& view, int digits) {
    constexpr std::size_t most = 4;
    QStringList parts;
    for (const BasinRow& row : basinRows(map, view, digits)) {
        if (static_cast<std::size_t>(parts.size()) < most)
            parts += BasinWords::tr("%1 of the starts: %2").arg(row.share, row.text);
    }
    if (parts.isEmpty()) return {};
    return BasinWords::tr("Where runs from all places end: %1.")
        .arg(parts.join(QStringLiteral("; ")));
}

}  // namespace session
