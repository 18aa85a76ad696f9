// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/scene/picturerows.h"

#include <QCoreApplication>
#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "descent/method.h"
#include "plot/paint/landmarks.h"
#include "plot/scene/bifurcationscene.h"
#include "plot/scene/cobwebscene.h"
#include "plot/scene/convergencescene.h"
#include "plot/scene/curvescene.h"
#include "plot/scene/mapscene.h"
#include "plot/step/parabola.h"
#include "plot/step/stepsketch.h"
#include "plot/surface/surfacescene.h"
#include "session/wording/runnerwording.h"

namespace plot {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Caption)
};

using enum LegendEntry::Sign;

std::unique_ptr<Scene> curve(Canvas& canvas, const Subject& subject, const Look& look) {
    auto scene = std::make_unique<CurveScene>(canvas);
    if (look.sparing) scene->setSparing();
    scene->setWatched(true);
    scene->setTheme(look.theme);
    scene->setAnalysis(subject.analysis);
    scene->setRivals(subject.place, subject.rivals);
    scene->setTrajectory(subject.trajectory, subject.settings);
    scene->setHome(subject.range);
    if (subject.values) scene->setRanges(subject.range, *subject.values);
    scene->setPoints(subject.landmarks.points);
    scene->setBasins(subject.landmarks.basins);
    scene->setParabola(subject.parabola);
    return scene;
}

std::unique_ptr<Scene> convergence(Canvas& canvas, const Subject& subject, const Look& look) {
    auto scene = std::make_unique<ConvergenceScene>(canvas);
    scene->setWatched(true);
    scene->setTheme(look.theme);
    scene->setQuantity(subject.quantity);
    scene->setTrajectory(subject.trajectory);
    std::vector<Rival> runners = subject.rivals;
    runners.push_back({subject.place, subject.trajectory, subject.settings});
    const descent::Direction direction = subject.settings.direction;
    scene->setRunners(std::move(runners), subject.slice
                                              ? bestOf(subject.landmarks.places, direction)
                                              : bestOf(subject.landmarks.points, direction));
    return scene;
}

std::unique_ptr<Scene> cobweb(Canvas& canvas, const Subject& subject, const Look& look) {
    auto scene = std::make_unique<CobwebScene>(canvas);
    if (look.sparing) scene->setSparing();
    scene->setTheme(look.theme);
    scene->setAnalysis(subject.analysis);
    scene->setHome(subject.range);
    scene->setTrajectory(subject.trajectory, subject.settings);
    scene->setExtremum(subject.extremum);
    return scene;
}

std::unique_ptr<Scene> bifurcation(Canvas& canvas, const Subject& subject, const Look& look) {
    auto scene = std::make_unique<BifurcationScene>(canvas);
    scene->setTheme(look.theme);
    scene->setRanges(subject.density.alpha, subject.density.x);
    scene->setDensity(subject.density);
    scene->setPresent(subject.settings.alpha);
    // The fork that theory tells is that of plain gradient descent.
    if (descent::isPlain(subject.settings)) scene->setExtremum(subject.extremum);
    return scene;
}

std::unique_ptr<Scene> map(Canvas& canvas, const Subject& subject, const Look& look) {
    auto scene = std::make_unique<MapScene>(canvas);
    scene->setWatched(true);
    scene->setTheme(look.theme);
    scene->setAnalysis(subject.analysis);
    if (subject.slice) scene->setSlice(*subject.slice);
    scene->setComputing(look.sparing);
    scene->setRivals(subject.place, subject.rivals);
    scene->setTrajectory(subject.trajectory, subject.settings);
    scene->setPlaces(subject.landmarks.places);
    scene->setNumbered(subject.numbered);
    scene->setEqualScale(subject.equalScale);
    if (subject.values) scene->setRanges(subject.range, *subject.values);
    return scene;
}

std::unique_ptr<Scene> surface(Canvas& canvas, const Subject& subject, const Look& look) {
    auto scene = std::make_unique<SurfaceScene>(canvas);
    scene->setWatched(true);
    scene->setTheme(look.theme);
    scene->setAnalysis(subject.analysis);
    if (subject.slice) scene->setSlice(*subject.slice);
    scene->setComputing(look.sparing);
    scene->setRivals(subject.place, subject.rivals);
    scene->setTrajectory(subject.trajectory, subject.settings);
    scene->setPlaces(subject.landmarks.places);
    scene->setCamera(subject.camera);
    if (subject.values) scene->setRanges(subject.range, *subject.values);
    return scene;
}

std::unique_ptr<Scene> basins(Canvas& canvas, const Subject& subject, const Look& look) {
    auto scene = map(canvas, subject, look);
    auto& shown = static_cast<MapScene&>(*scene);
    shown.setBasinsShown(true);
    shown.setBasins(subject.landmarks.planeBasins);
    return scene;
}

/// One of each kind there is.
std::vector<LegendEntry::Mark> marksOf(const Subject& subject, const Theme& theme) {
    std::vector<LegendEntry::Mark> marks;
    for (const insight::StationaryPoint& point : subject.landmarks.points) {
        const bool known = std::ranges::any_of(
            marks, [&](const LegendEntry::Mark& mark) { return mark.point.kind == point.kind; });
        if (known || !insight::isLevel(point.shape)) continue;
        marks.push_back(
            {point, markColour(point, subject.landmarks, subject.settings.direction, theme)});
    }
    return marks;
}

session::Runner runnerOf(const descent::Trajectory& run, const descent::Settings& settings) {
    const descent::Point start = run.empty() ? descent::Point(0) : run[0].at;
    return {start, settings.alpha, settings.method, settings.schedule, settings.noise};
}

/// Nothing where there is one alone. `mark` is the sign of each, `chosen` that of the chosen one.
/// While a session changes, some runners may have no run yet.
std::vector<LegendEntry> legendOfRunners(LegendEntry::Sign mark, LegendEntry::Sign chosen,
                                         const Subject& subject, const Theme& theme) {
    if (subject.rivals.empty()) return {};
    std::map<std::size_t, session::Runner> known;
    known.emplace(subject.place, runnerOf(subject.trajectory, subject.settings));
    for (const Rival& rival : subject.rivals)
        known.emplace(rival.place, runnerOf(rival.trajectory, rival.settings));
    std::vector<session::Runner> runners;
    for (const auto& [place, runner] : known) runners.push_back(runner);
    std::vector<LegendEntry> legend;
    for (const auto& [place, runner] : known) {
        const session::RunnerName name = session::nameOf(runners, legend.size(), theme.digits);
        legend.push_back({place == subject.place ? chosen : mark,
                          theme.runner(place),
                          Text::tr("%1, %2").arg(name.method, name.rate),
                          {},
                          place});
    }
    return legend;
}

LegendEntry arrow(ArrowStyle style, const QString& text, const Theme& theme) {
    return {Arrow, arrowColour(style, theme), text, {}, {}, style};
}

/// `fresh` is what the gradient adds.
QString nameOf(descent::Origin origin, const QString& fresh) {
    return origin == descent::Origin::Gradient ? fresh : session::partName(origin);
}

/// What the steps of the method have beside their arrow.
void addSigns(std::vector<LegendEntry>& legend, const Subject& subject, const QString& fresh,
              const Theme& theme) {
    const descent::Method& method = subject.settings.method;
    for (const descent::PartName& part : descent::partNames(method))
        legend.push_back(arrow(styleOf(part.origin), nameOf(part.origin, fresh), theme));
    if (descent::scales(method))
        legend.push_back(arrow(ArrowStyle::Plain, Text::tr("plain step"), theme));
    if (descent::searches(method)) legend.push_back({Cross, {}, Text::tr("refused tries")});
}

/// As the ball and what belongs to it are drawn: in the colour of the chosen runner.
std::vector<LegendEntry> legendOfCurve(const Subject& subject, const Theme& theme) {
    const bool races = !subject.rivals.empty();
    const Theme own = theme.ofRunner(subject.place);
    std::vector<LegendEntry> legend{
        {Line, theme.curve, theme.named(Text::tr("f(x)"))},
        {Start, races ? own.ball : own.start, theme.named(Text::tr("initial guess x₀"))},
        races ? LegendEntry{Contact, {}, theme.named(Text::tr("xₙ, where the ball touches"))}
              : LegendEntry{Ball, own.ball, theme.named(Text::tr("ball touches at xₙ"))},
        {Trail, own.trail, Text::tr("steps")},
        {Line, theme.tangent, Text::tr("tangent")}};
    addSigns(legend, subject, theme.named(Text::tr("new, by f′(xₙ)")), own);
    if (subject.parabola && descent::hasParabola(subject.settings.method))
        legend.push_back({Dashes, parabolaColour(own), theme.named(Text::tr("parabola to xₙ₊₁"))});
    auto marks = marksOf(subject, theme);
    if (!marks.empty())
        legend.push_back({Marks, {}, theme.named(Text::tr("f′(x) = 0")), std::move(marks)});
    std::ranges::copy(legendOfRunners(Runner, Ball, subject, theme), std::back_inserter(legend));
    return legend;
}

std::vector<LegendEntry> legendOfLines(const Subject& subject, const Theme& theme) {
    return legendOfRunners(Line, Line, subject, theme);
}

std::vector<LegendEntry> legendOfCobweb(const Subject&, const Theme& theme) {
    return {{Line, theme.curve, Text::tr("map")},
            {Line, theme.text, Text::tr("diagonal")},
            {Start, theme.start, theme.named(Text::tr("initial guess x₀"))},
            {Dot, theme.ball, theme.named(Text::tr("xₙ"))},
            {Line, theme.trail, Text::tr("steps")},
            {Line, theme.tangent, Text::tr("slope m")}};
}

QString nameOf(insight::StationaryPlace::Kind kind) {
    switch (kind) {
        case insight::StationaryPlace::Kind::Minimum:
            return Text::tr("minimum");
        case insight::StationaryPlace::Kind::Maximum:
            return Text::tr("maximum");
        case insight::StationaryPlace::Kind::Saddle:
            return Text::tr("saddle: falls along the arrows");
        case insight::StationaryPlace::Kind::Degenerate:
            return Text::tr("level and flat");
    }
    Q_UNREACHABLE();
}

std::vector<LegendEntry> legendOfMap(const Subject& subject, const Theme& theme) {
    const bool races = !subject.rivals.empty();
    const bool descends = subject.settings.direction == descent::Direction::Descend;
    const Theme own = theme.ofRunner(subject.place);
    std::vector<LegendEntry> legend{
        {Start, races ? own.ball : own.start, Text::tr("initial guess")},
        {Ball, own.ball, Text::tr("ball")},
        {Trail, own.trail, Text::tr("steps")},
        {Slope, {}, descends ? Text::tr("straight down, −∇f") : Text::tr("straight up, ∇f")},
        {Arrow, theme.text, Text::tr("next step")}};
    addSigns(legend, subject, Text::tr("new, by ∇f"), own);
    std::set<insight::StationaryPlace::Kind> kinds;
    for (const insight::StationaryPlace& place : subject.landmarks.places) {
        if (place.isLine || !kinds.insert(place.kind).second) continue;
        legend.push_back(
            {.sign = Place, .colour = {}, .text = nameOf(place.kind), .kind = place.kind});
    }
    std::ranges::copy(legendOfRunners(Runner, Ball, subject, theme), std::back_inserter(legend));
    return legend;
}

/// As legendOfMap(), without what its ball has beside it.
std::vector<LegendEntry> legendOfSurface(const Subject& subject, const Theme& theme) {
    std::vector<LegendEntry> legend = legendOfMap(subject, theme);
    std::erase_if(legend, [](const LegendEntry& entry) {
        return entry.sign == Slope || entry.sign == Arrow || entry.sign == Cross;
    });
    return legend;
}

std::vector<LegendEntry> noLegend(const Subject&, const Theme&) {
    return {};
}

}  // namespace

const PictureRow& pictureRow(session::View view) {
    using session::View;
    static const std::vector<PictureRow> all{
        {View::Curve, {{curve}}, legendOfCurve},
        {View::Convergence, {{convergence}}, legendOfLines},
        {View::Both, {{curve, 0.58}, {convergence, 0.42}}, legendOfCurve},
        {View::Cobweb, {{cobweb}}, legendOfCobweb},
        {View::Bifurcation, {{bifurcation}}, noLegend},
        {View::Map, {{map}}, legendOfMap},
        {View::Surface, {{surface}}, legendOfSurface},
        {View::Basins, {{basins}}, legendOfMap},
    };
    return *std::ranges::find(all, view, &PictureRow::view);
}

}  // namespace plot
