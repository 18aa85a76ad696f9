// SPDX-License-Identifier: GPL-3.0-or-later
// The examples of several variables do what their sentences say.
#include <QTest>
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <vector>

#include "planeloops.h"
#include "planeruns.h"
#include "session/axes.h"
#include "session/examples.h"
#include "session/fields/fields.h"
#include "session/runners.h"
#include "written.h"

namespace {

using planeloops::Height;
using planeloops::Place;
using planeloops::Places;
using planeloops::Slope;
using Kind = insight::StationaryPlace::Kind;

/// A function and its gradient, written down once more by hand.
struct Landscape {
    const char* text;
    Height f;
    Slope slope;
};

const Landscape rosenbrock{"(1-x)^2+100*(y-x^2)^2",
                           [](Place p) {
                               const double bend = p[1] - p[0] * p[0];
                               return (1 - p[0]) * (1 - p[0]) + 100 * bend * bend;
                           },
                           [](Place p) {
                               const double bend = p[1] - p[0] * p[0];
                               return Place{-2 * (1 - p[0]) - 400 * p[0] * bend, 200 * bend};
                           }};
const Landscape himmelblau{"(x^2+y-11)^2+(x+y^2-7)^2",
                           [](Place p) {
                               const double a = p[0] * p[0] + p[1] - 11;
                               const double b = p[0] + p[1] * p[1] - 7;
                               return a * a + b * b;
                           },
                           [](Place p) {
                               const double a = p[0] * p[0] + p[1] - 11;
                               const double b = p[0] + p[1] * p[1] - 7;
                               return Place{4 * p[0] * a + 2 * b, 2 * a + 4 * p[1] * b};
                           }};
const Landscape bowl{"(x^2+25*y^2)/2", [](Place p) { return (p[0] * p[0] + 25 * p[1] * p[1]) / 2; },
                     [](Place p) {
                         return Place{p[0], 25 * p[1]};
                     }};
const Landscape saddle{
    "x^2/2+y^4/4-y^2/2",
    [](Place p) { return p[0] * p[0] / 2 + std::pow(p[1], 4) / 4 - p[1] * p[1] / 2; },
    [](Place p) {
        return Place{p[0], std::pow(p[1], 3) - p[1]};
    }};
const Landscape monkey{"x^3-3*x*y^2",
                       [](Place p) { return std::pow(p[0], 3) - 3 * p[0] * p[1] * p[1]; },
                       [](Place p) {
                           return Place{3 * p[0] * p[0] - 3 * p[1] * p[1], -6 * p[0] * p[1]};
                       }};
const Landscape camel{"(4-2.1*x^2+x^4/3)*x^2+x*y+(4*y^2-4)*y^2",
                      [](Place p) {
                          const double x = p[0] * p[0];
                          const double y = p[1] * p[1];
                          return 4 * x - 2.1 * x * x + x * x * x / 3 + p[0] * p[1] + 4 * y * y -
                                 4 * y;
                      },
                      [](Place p) {
                          const double x = p[0];
                          const double y = p[1];
                          return Place{8 * x - 8.4 * std::pow(x, 3) + 2 * std::pow(x, 5) + y,
                                       x + 16 * std::pow(y, 3) - 8 * y};
                      }};
/// Styblinski and Tang's in one variable.
double well(double x) {
    return (std::pow(x, 4) - 16 * x * x + 5 * x) / 2;
}
const Landscape wells{
    "(x^4-16*x^2+5*x+y^4-16*y^2+5*y)/2", [](Place p) { return well(p[0]) + well(p[1]); },
    [](Place p) {
        const auto slope = [](double x) { return (4 * std::pow(x, 3) - 32 * x + 5) / 2; };
        return Place{slope(p[0]), slope(p[1])};
    }};
double hollowsSlope(double x) {
    return 2 * x + 20 * std::numbers::pi * std::sin(2 * std::numbers::pi * x);
}
const Landscape hollows{"20+x^2-10*cos(2*pi*x)+y^2-10*cos(2*pi*y)",
                        [](Place p) {
                            const double turn = 2 * std::numbers::pi;
                            return 20 + p[0] * p[0] - 10 * std::cos(turn * p[0]) + p[1] * p[1] -
                                   10 * std::cos(turn * p[1]);
                        },
                        [](Place p) {
                            return Place{hollowsSlope(p[0]), hollowsSlope(p[1])};
                        }};
const Landscape ravine{
    "25*(x-y)^2+(x+y)^2/4",
    [](Place p) { return 25 * std::pow(p[0] - p[1], 2) + std::pow(p[0] + p[1], 2) / 4; },
    [](Place p) {
        const double across = 50 * (p[0] - p[1]);
        const double along = (p[0] + p[1]) / 2;
        return Place{along + across, along - across};
    }};
const Landscape corridor{"0.005*x^2+10*y^2",
                         [](Place p) { return 0.005 * p[0] * p[0] + 10 * p[1] * p[1]; },
                         [](Place p) {
                             return Place{0.01 * p[0], 20 * p[1]};
                         }};

/// What an example shows, told by loops by hand.
struct Known {
    const Landscape& landscape;
    Places run;
    Places rival = {};
};

const std::map<QString, Known>& known() {
    using namespace planeloops;
    static const std::map<QString, Known> all{
        {QStringLiteral("Rosenbrock: a bent valley"),
         {rosenbrock, gradient(rosenbrock.slope, {-1.2, 1}, 0.001, 1000)}},
        {QStringLiteral("Himmelblau: four valleys"),
         {himmelblau, gradient(himmelblau.slope, {-0.2, -1}, 0.01, 200)}},
        {QStringLiteral("An elongated bowl: α just below the limit"),
         {bowl, gradient(bowl.slope, {4, 1}, 0.078, 500)}},
        {QStringLiteral("An elongated bowl: α just above the limit"),
         {bowl, gradient(bowl.slope, {4, 1}, 0.082, 40)}},
        {QStringLiteral("Six-hump camel"), {camel, gradient(camel.slope, {-1.9, 0.9}, 0.02, 200)}},
        {QStringLiteral("Styblinski–Tang: each its own way"),
         {wells, gradient(wells.slope, {0.5, -1}, 0.01, 200)}},
        {QStringLiteral("Rastrigin: hollow beside hollow"),
         {hollows, gradient(hollows.slope, {2.3, -1.4}, 0.001, 200)}},
        {QStringLiteral("A saddle: on the line that leads to it"),
         {saddle, gradient(saddle.slope, {2, 0}, 0.1, 500)}},
        {QStringLiteral("A saddle: a little beside the line"),
         {saddle, gradient(saddle.slope, {2, 0.0001}, 0.1, 500)}},
        {QStringLiteral("Monkey saddle"), {monkey, gradient(monkey.slope, {1, 0}, 0.05, 500)}},
        {QStringLiteral("A ravine: momentum wins"),
         {ravine, momentum(ravine.slope, {3, 2}, 0.019, 0.8, 1000),
          gradient(ravine.slope, {3, 2}, 0.019, 1000)}},
        {QStringLiteral("A corridor: Adam wins"),
         {corridor, adam(corridor.slope, {4, 1}, 0.1, 1000),
          gradient(corridor.slope, {4, 1}, 0.05, 1000)}}};
    return all;
}
const Known& knownOf(const char* title) {
    return known().at(QString::fromUtf8(title));
}

std::vector<session::Example> examples() {
    std::vector<session::Example> all = session::examples();
    std::erase_if(all, [](const session::Example& example) {
        return example.session.function.dimension() != 2;
    });
    return all;
}
session::Session exampleCalled(const char* title) {
    const auto all = examples();
    const auto found = std::ranges::find(all, QString::fromUtf8(title), &session::Example::title);
    if (found == all.end()) qFatal("no example called \"%s\"", title);
    return found->session;
}
PlaneRunHere runOf(const session::Session& session) {
    return planeRun(session.function.text().toStdString(), session.initialGuess, session.settings,
                    session::rectangleOf(session));
}
PlaneRunHere runOf(const char* title) {
    return runOf(exampleCalled(title));
}
Place placeIn(const descent::Trajectory& steps, std::size_t n) {
    return {steps.row(n)[0], steps.row(n)[1]};
}
double apart(Place one, Place other) {
    return planeloops::length(planeloops::between(one, other));
}

/// Whether the run goes as the one by hand, to where it ended.
bool goesAs(const PlaneRunHere& run, const Places& places) {
    if (run.steps.size() > places.size()) return false;
    for (std::size_t n = 0; n < run.steps.size(); ++n)
        if (!(apart(placeIn(run.steps, n), places[n]) < 1e-6)) return false;
    return run.steps.size() > 3;
}

std::vector<insight::StationaryPlace> minima(const char* title) {
    const session::Session session = exampleCalled(title);
    auto places = insight::stationaryPlaces(descent::Objective(session.function.analysis()),
                                            session::rectangleOf(session));
    std::erase_if(
        places, [](const insight::StationaryPlace& place) { return place.kind != Kind::Minimum; });
    return places;
}

}  // namespace

class TestPlaneExamples : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allAreKnownHere() {
        QCOMPARE(examples().size(), known().size());
        for (const session::Example& example : examples())
            QVERIFY2(known().contains(example.title), qPrintable(example.title));
    }

    void eachIsAMapWithItsStartInView() {
        for (const session::Example& example : examples()) {
            QCOMPARE(example.session.view, session::View::Map);
            QVERIFY(example.session.values);
            const insight::Rectangle view = session::rectangleOf(example.session);
            QVERIFY(view.across.contains(example.session.initialGuess[0]));
            QVERIFY(view.up.contains(example.session.initialGuess[1]));
        }
    }

    void eachFunctionIsTheOneByHand() {
        for (const session::Example& example : examples()) {
            const Landscape& hand = known().at(example.title).landscape;
            QCOMPARE(example.session.function.text(), QString::fromUtf8(hand.text));
            const descent::Objective objective(example.session.function.analysis());
            const insight::Rectangle view = session::rectangleOf(example.session);
            for (int i = 0; i < 100; ++i) {
                const Place at{view.across.low + view.across.width() * (i % 10) / 9.0,
                               view.up.low + view.up.width() * (i / 10) / 9.0};
                const descent::Point place = pointOf({at[0], at[1]});
                const double scale = std::max(1.0, std::abs(hand.f(at)));
                QVERIFY(std::abs(objective.value(place) - hand.f(at)) < 1e-9 * scale);
                const descent::Point slope = objective.gradient(place);
                const Place own{slope[0], slope[1]};
                QVERIFY(apart(own, hand.slope(at)) < 1e-9 * std::max(1.0, planeloops::length(own)));
            }
        }
    }

    void eachRunGoesAsTheLoopByHand() {
        for (const session::Example& example : examples()) {
            const Known& hand = known().at(example.title);
            QVERIFY2(goesAs(runOf(example.session), hand.run), qPrintable(example.title));
            QCOMPARE(example.session.others.empty(), hand.rival.empty());
            if (hand.rival.empty()) continue;
            QVERIFY2(goesAs(runOf(session::choosing(example.session, 1)), hand.rival),
                     qPrintable(example.title));
        }
    }

    void thePathsStayInView() {
        for (const session::Example& example : examples()) {
            const insight::Rectangle view = session::rectangleOf(example.session);
            for (std::size_t place = 0; place < session::runnerCount(example.session); ++place) {
                const auto run = runOf(session::choosing(example.session, place));
                for (std::size_t n = 0; n < run.steps.size(); ++n) {
                    const Place at = placeIn(run.steps, n);
                    QVERIFY2(view.across.contains(at[0]) && view.up.contains(at[1]),
                             qPrintable(example.title));
                }
            }
        }
    }

    /// Each as it is written, of what the loops by hand have.
    void everyNumberOfTheTextsIsTrue() {
        const auto place = [](const char* title, int axis) {
            return knownOf(title).run.back()[axis];
        };
        const auto height = [](const char* title) {
            return knownOf(title).landscape.f(knownOf(title).run.back());
        };
        const auto steps = [](const char* title) {
            return planeloops::within(knownOf(title).landscape.slope, knownOf(title).run);
        };
        const auto alpha = [](const char* title) { return exampleCalled(title).settings.alpha; };
        const auto most = [](const char* title) {
            return static_cast<double>(exampleCalled(title).settings.maxIterations);
        };
        const char* const bent = "Rosenbrock: a bent valley";
        const char* const valleys = "Himmelblau: four valleys";
        const char* const below = "An elongated bowl: α just below the limit";
        const char* const above = "An elongated bowl: α just above the limit";
        const char* const humps = "Six-hump camel";
        const char* const ways = "Styblinski–Tang: each its own way";
        const char* const many = "Rastrigin: hollow beside hollow";
        const char* const beside = "A saddle: a little beside the line";
        const char* const three = "Monkey saddle";
        const char* const momentum = "A ravine: momentum wins";
        const char* const adam = "A corridor: Adam wins";
        const Places elsewhere = planeloops::gradient(himmelblau.slope, {-0.5, -1}, 0.01, 200);
        const Place lowest = planeloops::gradient(camel.slope, {0.1, -0.7}, 0.02, 500).back();
        const Places wide = knownOf(above).run;
        const auto across = [&](std::size_t n) { return std::abs(wide[n][1] - wide[n - 1][1]); };
        const Places held = knownOf(beside).run;
        const auto near = static_cast<double>(
            std::ranges::count_if(held, [](Place at) { return planeloops::length(at) <= 0.1; }));
        const auto hollowsWithin = [](double reach) {
            int found = 0;
            for (double x = -reach; x < reach; x += 1e-3)
                if (hollowsSlope(x) < 0 && hollowsSlope(x + 1e-3) >= 0) ++found;
            return found;
        };
        const std::map<QString, std::vector<std::pair<const char*, double>>> facts{
            {QString::fromUtf8(bent),
             {{"1000", most(bent)}, {"0.33", place(bent, 0)}, {"0.10", place(bent, 1)}, {"1", 1}}},
            {QString::fromUtf8(valleys),
             {{"3.58", place(valleys, 0)},
              {"−1.85", place(valleys, 1)},
              {"0", height(valleys)},
              {"0.3", -0.2 - elsewhere.front()[0]},
              {"−3.78", elsewhere.back()[0]},
              {"−3.28", elsewhere.back()[1]}}},
            {QString::fromUtf8(below),
             {{"1", bowl.slope({1, 0})[0]},
              {"25", bowl.slope({0, 1})[1]},
              {"2", 2},
              {"0.08", 2 / bowl.slope({0, 1})[1]},
              {"0.078", alpha(below)},
              {"333", steps(below)}}},
            {QString::fromUtf8(above),
             {{"0.082", alpha(above)}, {"1.05", across(20) / across(19)}, {"0", 0}}},
            {QString::fromUtf8(humps), {{"−1.032", camel.f(lowest)}, {"−0.215", height(humps)}}},
            {QString::fromUtf8(ways), {{"2.747", place(ways, 0)}, {"−2.904", place(ways, 1)}}},
            {QString::fromUtf8(many),
             {{"35", hollowsWithin(3.5) * hollowsWithin(2.6)},
              {"4.97", height(many)},
              {"0", hollows.f({0, 0})}}},
            {QStringLiteral("A saddle: on the line that leads to it"), {{"0", 0}}},
            {QString::fromUtf8(beside),
             {{"0.0001", held.front()[1]},
              {"44", near},
              {"159", steps(beside)},
              {"0.1", 0.1},
              {"0", place(beside, 0)},
              {"1", place(beside, 1)}}},
            {QString::fromUtf8(three),
             {{"0", 0}, {"500", most(three)}, {"0.013", place(three, 0)}}},
            {QString::fromUtf8(momentum),
             {{"0.8", 0.8},
              {"153", steps(momentum)},
              {"787", planeloops::within(ravine.slope, knownOf(momentum).rival)}}},
            {QString::fromUtf8(adam),
             {{"280", steps(adam)},
              {"4", knownOf(adam).rival.front()[0]},
              {"2.43", knownOf(adam).rival.back()[0]},
              {"1000", most(adam)}}}};
        for (const session::Example& example : examples()) {
            std::set<QString> written;
            for (const auto& [text, truth] : facts.at(example.title)) {
                QCOMPARE(QString::fromUtf8(text), asWritten(truth, QString::fromUtf8(text)));
                written.insert(QString::fromUtf8(text));
            }
            QCOMPARE(numbersIn(example.lookFor), written);
        }
    }

    /// By loops in three variables, and the normal equations of the fit.
    void theParabolaIsFittedAsIsSaid() {
        const auto all = session::examples();
        const auto found = std::ranges::find_if(all, [](const session::Example& example) {
            return example.session.function.dimension() == 3;
        });
        QVERIFY(found != all.end());
        using Three = std::array<double, 3>;
        const std::array<std::pair<double, double>, 4> points{{{0, 1}, {1, 2}, {2, 2}, {3, 5}}};
        const auto slope = [&](const Three& p) {
            Three sum{};
            for (const auto& [t, u] : points) {
                const double miss = 2 * (p[0] + p[1] * t + p[2] * t * t - u);
                sum = {sum[0] + miss, sum[1] + miss * t, sum[2] + miss * t * t};
            }
            return sum;
        };
        const auto length = [](const Three& of) { return std::hypot(of[0], of[1], of[2]); };
        QVERIFY(length(slope({1.2, -0.3, 0.5})) < 1e-12);
        for (const double beta : {0.85, 0.0}) {
            const auto own = session::choosing(found->session, beta > 0 ? 0 : 1);
            const PlaneRunHere run = runOf(own);
            Three at{};
            Three velocity{};
            std::size_t n = 0;
            for (; length(slope(at)) >= 1e-6; ++n) {
                QVERIFY(n + 1 < run.steps.size());
                const Three g = slope(at);
                for (std::size_t i = 0; i < 3; ++i) {
                    QVERIFY(std::abs(run.steps.row(n)[i] - at[i]) < 1e-9);
                    velocity[i] = beta * velocity[i] + g[i];
                    at[i] -= 0.007 * velocity[i];
                }
            }
            const QString steps = QString::number(n);
            QCOMPARE(steps, beta > 0 ? QStringLiteral("357") : QStringLiteral("3020"));
            QVERIFY(found->lookFor.contains(steps));
            QCOMPARE(run.steps.size(), n + 1);
        }
        QVERIFY(found->lookFor.contains(QStringLiteral("1.2 − 0.3t + 0.5t²")));
        QVERIFY(found->lookFor.contains(QStringLiteral("(0, 1), (1, 2), (2, 2) and (3, 5)")));
    }

    void theBentValleyIsReachedInTwoSteps() {
        const Places& run = knownOf("Rosenbrock: a bent valley").run;
        // Across the valley it is no farther from the floor y = x² than a manyth of the start.
        const auto aside = [](Place at) { return std::abs(at[1] - at[0] * at[0]); };
        QVERIFY(aside(run[1]) > 0.1 && aside(run[2]) < 0.01);
        for (std::size_t n = 2; n < run.size(); ++n) {
            QVERIFY(aside(run[n]) < 0.01);
            QVERIFY(planeloops::length(rosenbrock.slope(run[n])) < 5);
        }
    }

    void thereAreAsManyMinimaAsIsSaid() {
        const auto valleys = minima("Himmelblau: four valleys");
        QCOMPARE(valleys.size(), std::size_t(4));
        for (const auto& place : valleys) QVERIFY(place.value < 1e-12);
        auto humps = minima("Six-hump camel");
        QCOMPARE(humps.size(), std::size_t(6));
        std::ranges::sort(humps, {}, &insight::StationaryPlace::value);
        QVERIFY(std::abs(humps[0].value - humps[1].value) < 1e-9);
        QVERIFY(humps[2].value > humps[1].value + 0.1);
        QCOMPARE(minima("Rastrigin: hollow beside hollow").size(), std::size_t(35));
    }

    void theBowlZigzagsToTheMinimumOrAway() {
        const auto below = runOf("An elongated bowl: α just below the limit");
        QVERIFY(insight::endAs<insight::PlaneArrival>(below.finding()));
        QVERIFY(below.finding().zigzag);
        QCOMPARE(below.finding().zigzag->turns, below.finding().zigzag->steps);
        const Places& wide = knownOf("An elongated bowl: α just above the limit").run;
        for (std::size_t n = 1; n + 1 < wide.size(); ++n) {
            const double before = wide[n][1] - wide[n - 1][1];
            const double after = wide[n + 1][1] - wide[n][1];
            QVERIFY(std::abs(after / before + 1.05) < 1e-9);
            QVERIFY(wide[n][0] > 0 && wide[n][0] < wide[n - 1][0]);
        }
    }

    void theHilltopOfHimmelblauIsBesideTheStart() {
        const session::Session session = exampleCalled("Himmelblau: four valleys");
        const auto places = insight::stationaryPlaces(
            descent::Objective(session.function.analysis()), session::rectangleOf(session));
        const auto top = std::ranges::find(places, Kind::Maximum, &insight::StationaryPlace::kind);
        QVERIFY(top != places.end());
        QVERIFY(descent::distance(top->at, session.initialGuess) < 0.2);
    }

    void eachCoordinateOfStyblinskiAndTangGoesAlone() {
        const Places& run = knownOf("Styblinski–Tang: each its own way").run;
        const Places other = planeloops::gradient(wells.slope, {0.5, 3}, 0.01, 200);
        for (std::size_t n = 0; n < run.size(); ++n) QCOMPARE(run[n][0], other[n][0]);
        QVERIFY(well(run.back()[1]) < well(run.back()[0]));
    }

    void theHollowIsTheNearest() {
        const Places& run = knownOf("Rastrigin: hollow beside hollow").run;
        const double own = apart(run.front(), run.back());
        for (const auto& place : minima("Rastrigin: hollow beside hollow"))
            QVERIFY(apart(run.front(), {place.at[0], place.at[1]}) > own - 1e-6);
    }

    void theSaddleHoldsOrDelaysTheBall() {
        const auto on = runOf("A saddle: on the line that leads to it");
        const auto* held = insight::endAs<insight::PlaneArrival>(on.finding());
        QVERIFY(held && held->place.kind == Kind::Saddle);
        QVERIFY(saddle.f({0, 0.1}) < 0 && saddle.f({0, -0.1}) < 0);
        const auto beside = runOf("A saddle: a little beside the line");
        const auto* arrived = insight::endAs<insight::PlaneArrival>(beside.finding());
        QVERIFY(arrived && arrived->place.kind == Kind::Minimum);
        // The verdict tells the same.
        QVERIFY(beside.finding().delay);
        QCOMPARE(beside.finding().delay->steps, 44);
        QVERIFY(std::abs(beside.finding().delay->within - 0.1) < 1e-6);
    }

    void theMonkeySaddleHasThreeValleysAndNoCurvature() {
        int falls = 0;
        int changes = 0;
        bool before = monkey.f({std::cos(-0.01), std::sin(-0.01)}) < 0;
        for (int i = 0; i < 360; ++i) {
            const double turn = i * std::numbers::pi / 180 + 1e-3;
            const bool down = monkey.f({std::cos(turn), std::sin(turn)}) < 0;
            if (down != std::exchange(before, down)) ++changes;
            if (down) ++falls;
        }
        QCOMPARE(changes, 6);
        QCOMPARE(falls, 180);
        const descent::Objective objective(analysed(monkey.text));
        const auto place = insight::stationaryPlaceNear(objective, pointOf({0, 0}));
        QVERIFY(place && place->kind == Kind::Degenerate);
        for (const double curvature : place->curvatures) QCOMPARE(curvature, 0.0);
        // Down a ridge: to both sides f is lower.
        const Places& run = knownOf("Monkey saddle").run;
        for (const Place at : run) QVERIFY(monkey.f({at[0], 0.01}) < monkey.f(at));
        for (std::size_t n = 2; n < run.size(); ++n)
            QVERIFY(run[n - 1][0] - run[n][0] < run[n - 2][0] - run[n - 1][0]);
    }

    void momentumAddsUpAlongTheRavine() {
        const Known& race = knownOf("A ravine: momentum wins");
        QCOMPARE(exampleCalled("A ravine: momentum wins").settings.alpha,
                 exampleCalled("A ravine: momentum wins").others.front().alpha);
        const auto along = [](const Places& run, std::size_t n) { return run[n][0] + run[n][1]; };
        QVERIFY(along(race.run, 30) < 0.5 * along(race.rival, 30));
    }

    void adamIsAsFastAlongTheCorridorAsAcross() {
        const Places& run = knownOf("A corridor: Adam wins").run;
        for (std::size_t n = 1; n <= 5; ++n) {
            const Place step = planeloops::between(run[n - 1], run[n]);
            QVERIFY(std::abs(step[0] / step[1] - 1) < 0.05);
        }
    }
};

QTEST_APPLESS_MAIN(TestPlaneExamples)
#include "tst_planeexamples.moc"
