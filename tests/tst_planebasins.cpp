// SPDX-License-Identifier: GPL-3.0-or-later
//
// What becomes of runs from the nodes of a lattice, against the runs themselves.
#include <QElapsedTimer>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <set>

#include "descent/method.h"
#include "insight/plane/nodeorder.h"
#include "planes.h"
#include "run/planebasins.h"

using insight::Fate;
using insight::PlaneBasinMap;
using insight::PlaneFate;
using insight::Rectangle;

namespace {

using namespace std::chrono_literals;

constexpr Rectangle around{{-6, 6}, {-5, 5}};
const char* const himmelblau = "(x^2+y-11)^2+(x+y^2-7)^2";

descent::Settings settingsOf(double alpha, std::int64_t most = 200,
                             const char* method = "gradient") {
    descent::Settings settings{alpha, most, 1e-6};
    settings.method = descent::methodNamed(method).value();
    return settings;
}

formula::Valued plane(const char* function) {
    return formula::analyse(function, std::vector<std::string>{"x", "y"}).value();
}

run::PlaneBasinProblem problemOf(const char* function, const descent::Settings& settings,
                                 const Rectangle& area = around, int columns = 40, int rows = 30) {
    const formula::Valued analysis = plane(function);
    const descent::Objective objective(analysis, settings.direction);
    return {analysis,
            settings,
            {{pointOf({0, 0})}, area, columns, rows},
            insight::stationaryPlaces(objective, area)};
}

insight::SharedBasins mapOf(run::PlaneBasinProblem problem) {
    run::PlaneBasins basins(std::move(problem));
    if (!basins.wait(100s)) qFatal("the map is not complete");
    return basins.take();
}

std::size_t count(const PlaneBasinMap& map, Fate fate) {
    return static_cast<std::size_t>(std::ranges::count(map.fates, fate, &PlaneFate::fate));
}

/// What the run itself tells.
Fate fateOf(const descent::Objective& objective, const descent::Settings& settings,
            const descent::Point& start, std::int64_t& steps, descent::Point& end) {
    descent::Descent run(objective, settings, start);
    run.advance(settings.maxIterations);
    steps = run.state().iteration;
    end = run.state().at;
    switch (*run.outcome()) {
        case descent::Outcome::Diverged:
            return Fate::Diverges;
        case descent::Outcome::LeftDomain:
            return Fate::Leaves;
        case descent::Outcome::Converged:
            return Fate::Settles;
        case descent::Outcome::Stalled:
            return Fate::Stalls;
        default:
            return Fate::Moves;
    }
}

}  // namespace

class TestPlaneBasins : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nodesHaveTheFateOfTheirRuns_data() {
        QTest::addColumn<QByteArray>("method");
        for (const char* function : {himmelblau, "(1-x)^2+100*(y-x^2)^2", "x^2-y^2+y^4/4",
                                     "sin(x)*cos(y)+0.05*x^2", "ln(x)*x+y^2"}) {
            for (const char* method : {"gradient", "momentum", "adam", "backtracking"})
                QTest::newRow(qPrintable(
                    QStringLiteral("%1, %2").arg(QLatin1String(function), QLatin1String(method))))
                    << QByteArray(method);
        }
    }
    void nodesHaveTheFateOfTheirRuns() {
        QFETCH(QByteArray, method);
        const QByteArray function = QByteArray(QTest::currentDataTag())
                                        .left(QByteArray(QTest::currentDataTag()).lastIndexOf(','));
        const descent::Settings settings = settingsOf(0.01, 200, method);
        const auto problem = problemOf(function, settings);
        const auto map = mapOf(problem);
        const descent::Objective objective(problem.analysis, settings.direction);
        std::size_t equal = 0;
        for (int row = 0; row < 30; ++row) {
            for (int column = 0; column < 40; ++column) {
                std::int64_t steps = 0;
                descent::Point end;
                const Fate fate =
                    fateOf(objective, settings, map->lattice.at(column, row), steps, end);
                const PlaneFate& told = map->at(column, row);
                const bool goesOn = told.fate == Fate::Approaches || told.fate == Fate::Swings;
                const bool same = (goesOn ? Fate::Moves : told.fate) == fate && told.steps == steps;
                const auto goal = static_cast<std::size_t>(told.goal);
                const bool isThere = told.fate != Fate::Settles || !map->goals[goal].place ||
                                     map->goals[goal].place->isLine ||
                                     descent::distance(map->goals[goal].place->at, end) < 1e-2;
                equal += same && isThere;
            }
        }
        QVERIFY2(equal >= 40 * 30 * 99 / 100, qPrintable(QString::number(equal)));
    }

    void himmelblauHasFourBasins() {
        const auto map = mapOf(problemOf(himmelblau, settingsOf(0.01), around, 81, 61));
        QCOMPARE(map->goals.size(), std::size_t(4));
        for (const insight::Goal& goal : map->goals) QVERIFY(goal.isSought && !goal.place->isLine);
        std::set<int> reached;
        for (const PlaneFate& fate : map->fates) {
            if (fate.fate == Fate::Settles) reached.insert(fate.goal);
        }
        QCOMPARE(reached, (std::set<int>{0, 1, 2, 3}));
        // (3, 2), from close by.
        const PlaneFate& near = map->at(60, 42);
        QVERIFY(near.fate == Fate::Settles);
        const auto& at = map->goals[static_cast<std::size_t>(near.goal)].place->at;
        QVERIFY(descent::distance(at, pointOf({3, 2})) < 1e-9);
    }

    void whatIsStillOnItsWayIsFollowed() {
        const auto map = mapOf(problemOf("(1-x)^2+100*(y-x^2)^2", settingsOf(0.001, 50)));
        QVERIFY(count(*map, Fate::Approaches) > 100);
        for (const PlaneFate& fate : map->fates) {
            if (fate.fate != Fate::Approaches) continue;
            QCOMPARE(fate.steps, 50);
            const auto& at = map->goals[static_cast<std::size_t>(fate.goal)].place->at;
            QVERIFY(descent::distance(at, pointOf({1, 1})) < 1e-9);
        }
    }

    void endsOfEveryKindAreTold() {
        const auto cycles = mapOf(problemOf("x^2+y^2", settingsOf(1)));
        QCOMPARE(count(*cycles, Fate::Swings), cycles->fates.size());
        const auto diverge = mapOf(problemOf("x^2+y^2", settingsOf(1.5)));
        QCOMPARE(count(*diverge, Fate::Diverges), diverge->fates.size());
        const auto leave = mapOf(problemOf("sqrt(x)+y^2", settingsOf(0.1)));
        QVERIFY(count(*leave, Fate::Leaves) > leave->fates.size() / 2);
        const auto stall = mapOf(problemOf("exp(x+y)", settingsOf(1e-12)));
        QVERIFY(count(*stall, Fate::Stalls) + count(*stall, Fate::Moves) > 0);
    }

    void whereNothingIsMinimalThereIsNoGoalThatRunsLookFor() {
        const auto map = mapOf(problemOf("x+y", settingsOf(0.1)));
        QVERIFY(map->goals.empty());
        QCOMPARE(count(*map, Fate::Moves), map->fates.size());
        const auto saddle =
            mapOf(problemOf("x^2-y^2", settingsOf(0.1), {{-1, 1}, {-1, 1}}, 41, 41));
        QVERIFY(saddle->at(20, 20).fate == Fate::Settles);
        QVERIFY(!saddle->goals[static_cast<std::size_t>(saddle->at(20, 20).goal)].isSought);
    }

    void levelGroundIsOneGoal() {
        const auto map =
            mapOf(problemOf("-exp(-x^2-y^2)", settingsOf(0.1), {{-9, 9}, {-9, 9}}, 61, 61));
        QCOMPARE(map->goals.size(), std::size_t(2));
        QVERIFY(map->goals[0].isSought && map->goals[0].place);
        QVERIFY(!map->goals[1].place && !map->goals[1].isSought);
    }

    void aLineOfMinimaIsOneGoal_data() {
        QTest::addColumn<int>("columns");
        for (const char* function : {"(x^2+y^2-4)^2", "x^2", "(x+y)^2", "x^2*y^2"})
            QTest::newRow(function) << 61;
    }
    void aLineOfMinimaIsOneGoal() {
        QFETCH(int, columns);
        const auto map = mapOf(problemOf(QTest::currentDataTag(), settingsOf(0.01, 3000),
                                         {{-3, 3}, {-3, 3}}, columns, columns));
        std::set<int> reached;
        for (const PlaneFate& fate : map->fates) {
            if (insight::hasPlace(fate.fate) &&
                map->goals[static_cast<std::size_t>(fate.goal)].isSought)
                reached.insert(fate.goal);
        }
        QCOMPARE(reached.size(), std::size_t(1));
        const insight::Goal& goal = map->goals[static_cast<std::size_t>(*reached.begin())];
        QVERIFY(goal.place->isLine);
    }

    void fiftyMinimaAreToldApart() {
        const auto map = mapOf(problemOf("20+x^2-10*cos(2*pi*x)+y^2-10*cos(2*pi*y)",
                                         settingsOf(0.002), {{-3.5, 3.5}, {-3.5, 3.5}}, 141, 141));
        std::set<int> reached;
        for (const PlaneFate& fate : map->fates) {
            if (fate.fate == Fate::Settles) reached.insert(fate.goal);
        }
        QVERIFY2(reached.size() >= 49, qPrintable(QString::number(reached.size())));
    }

    void goalsKeepTheirNumbersWhileTheMapGrows() {
        const auto problem = problemOf(himmelblau, settingsOf(0.01), around, 401, 301);
        run::PlaneBasins basins(problem);
        std::vector<insight::SharedBasins> maps;
        while (!basins.over()) {
            if (auto map = basins.take()) maps.push_back(map);
        }
        if (auto map = basins.take()) maps.push_back(map);
        QVERIFY(maps.back()->isComplete());
        for (const auto& map : maps) {
            QVERIFY(map->goals.size() >= 4);
            for (std::size_t i = 0; i < 4; ++i)
                QCOMPARE(map->goals[i].place->at, maps.back()->goals[i].place->at);
        }
    }

    void anAscentLooksForMaxima() {
        descent::Settings settings = settingsOf(0.02);
        settings.direction = descent::Direction::Ascend;
        const auto map = mapOf(problemOf("-(x^2+y^2)", settings));
        QCOMPARE(map->goals.size(), std::size_t(1));
        QVERIFY(map->goals[0].isSought);
        QCOMPARE(map->goals[0].place->kind, insight::StationaryPlace::Kind::Maximum);
    }

    void endsAreKeptWhereTheyAreWanted() {
        auto problem = problemOf(himmelblau, settingsOf(0.01));
        problem.keepsEnds = true;
        run::PlaneBasins basins(problem);
        QVERIFY(basins.wait(100s));
        const auto map = basins.take();
        QCOMPARE(map->ends.size(), problem.lattice.nodes());
        const descent::Objective objective(problem.analysis);
        for (const std::size_t node : {std::size_t(0), std::size_t(555), std::size_t(1199)}) {
            descent::Descent run(objective, problem.settings,
                                 problem.lattice.at(int(node % 40), int(node / 40)));
            run.advance(200);
            QCOMPARE(map->ends[node].first, run.state().at[0]);
            QCOMPARE(map->ends[node].second, run.state().at[1]);
        }
    }

    void everyNodeIsHandedOutOnceAndCoarseOnesFirst() {
        const insight::Lattice lattice{{pointOf({0, 0})}, around, 83, 41};
        insight::NodesByStrips nodes(lattice);
        insight::NodesByStrips::Part part;
        std::set<std::size_t> all;
        std::size_t coarse = 0;
        while (const auto node = nodes.next(part)) {
            if (all.size() < nodes.coarse()) coarse += nodes.isCoarse(*node);
            QVERIFY(all.insert(*node).second);
        }
        QCOMPARE(all.size(), lattice.nodes());
        QCOMPARE(coarse, nodes.coarse());
    }

    void unknownNodesHaveTheFateOfOneNearby() {
        PlaneBasinMap map{{{pointOf({0, 0})}, around, 33, 17}, std::vector<PlaneFate>(33 * 17), {}};
        map.fates[0] = {Fate::Settles, 0, 7};
        map.fates[16] = {Fate::Diverges, -1, 9};
        map.computed = 2;
        insight::fillIn(map);
        QCOMPARE(map.at(3, 3).steps, 7);
        QCOMPARE(map.at(12, 3).steps, 9);
        QCOMPARE(map.at(30, 15).fate, Fate::Unknown);
    }

    void aMapIsGivenUpAtOnce() {
        descent::Settings settings = settingsOf(1e-9, descent::mostIterations);
        QElapsedTimer timer;
        {
            run::PlaneBasins basins(problemOf(himmelblau, settings, around, 801, 601));
            QTest::qWait(60);
            QVERIFY(!basins.over());
            timer.start();
        }
        QVERIFY(timer.elapsed() < 5000);
    }

    void aRectangleMayBeTinyOrHuge_data() {
        QTest::addColumn<double>("side");
        QTest::newRow("tiny") << 1e-12;
        QTest::newRow("huge") << 1e12;
    }
    void aRectangleMayBeTinyOrHuge() {
        QFETCH(double, side);
        const auto map =
            mapOf(problemOf(himmelblau, settingsOf(0.01), {{3, 3 + side}, {2, 2 + side}}, 33, 17));
        QVERIFY(map->isComplete());
        if (side < 1)
            QCOMPARE(count(*map, Fate::Settles), map->fates.size());
        else
            QVERIFY(count(*map, Fate::Diverges) > 0);
    }

    void noiseIsThatOfItsSeed() {
        descent::Settings settings = settingsOf(0.01);
        settings.noise = {3, 5};
        const auto problem = problemOf(himmelblau, settings);
        QCOMPARE(mapOf(problem)->fates, mapOf(problem)->fates);
    }
};

QTEST_GUILESS_MAIN(TestPlaneBasins)
#include "tst_planebasins.moc"
