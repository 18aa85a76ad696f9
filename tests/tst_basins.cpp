// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDeadlineTimer>
#include <QTest>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>
#include <thread>

#include "insight/basins.h"
#include "insight/refinement.h"
#include "run/basins.h"
#include "runs.h"
#include "threads.h"

using descent::Outcome;
using insight::BasinMap;
using insight::Destination;
using insight::Fate;
using insight::Range;
using run::BasinProblem;
using run::Basins;
using namespace std::chrono_literals;

namespace {

constexpr const char* doubleWell = "x^4-4*x^2+x";
constexpr auto generous = 120s;

BasinProblem problem(const char* function, const descent::Settings& settings, Range x,
                     int columns) {
    return {analysed(function), settings, x, columns};
}

/// The whole map.
BasinMap mapOf(const BasinProblem& problem) {
    Basins basins(problem);
    if (!basins.wait(generous)) qFatal("the map does not end");
    return basins.take().value();
}

/// Would last for days: no start settles, and no run comes back to where it was.
BasinProblem endless(int columns) {
    return problem("x^2", {1e-11, descent::mostIterations * 1'000'000}, {1, 2}, columns);
}

Fate fateOf(Outcome outcome) {
    switch (outcome) {
        case Outcome::Diverged:
            return Fate::Diverges;
        case Outcome::LeftDomain:
            return Fate::Leaves;
        case Outcome::Converged:
            return Fate::Settles;
        case Outcome::Stalled:
            return Fate::Stalls;
        default:
            return Fate::Moves;
    }
}

/// The destination by a plain loop over the engine.
Destination plainly(const descent::Objective& objective, const descent::Settings& settings,
                    double start) {
    descent::Step step = byhand::begin(objective, start);
    auto end = byhand::outcome(settings, step);
    while (!end) {
        step = byhand::next(objective, settings, step);
        end = byhand::outcome(settings, step);
    }
    return {fateOf(*end), -1, step.iteration, step.at[0]};
}

/// What to say of a run that the limit has cut off at x, by what it does in a long time. Who goes
/// straight on for the next few steps does not swing yet.
Fate goingOn(const descent::Objective& objective, descent::Settings settings, double x) {
    constexpr int soon = 16;
    constexpr int followed = 20'000;
    settings.maxIterations = followed;
    descent::Step step = byhand::begin(objective, x);
    auto end = byhand::outcome(settings, step);
    double before = 0;
    bool turnsSoon = false;
    bool turnsOn = false;
    while (!end) {
        const descent::Step next = byhand::next(objective, settings, step);
        const double by = next.at[0] - step.at[0];
        if (next.iteration <= soon + 1) turnsSoon = turnsSoon || by * before < 0;
        if (next.iteration > followed / 2) turnsOn = turnsOn || by * before < 0;
        before = by;
        step = next;
        end = byhand::outcome(settings, step);
    }
    if (*end == Outcome::Converged) return Fate::Approaches;
    return *end == Outcome::MaxIterations && turnsSoon && turnsOn ? Fate::Swings : Fate::Moves;
}

/// The first map that arrives.
std::optional<BasinMap> awaited(Basins& basins) {
    QDeadlineTimer deadline(generous);
    while (!deadline.hasExpired()) {
        if (auto map = basins.take()) return map;
        std::this_thread::sleep_for(1ms);
    }
    return std::nullopt;
}

bool allHave(const BasinMap& map, Fate fate) {
    return std::all_of(map.columns.begin(), map.columns.end(),
                       [&](const Destination& column) { return column.fate == fate; });
}

}  // namespace

class TestBasins : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void coarseOrderHoldsEachColumnOnceAndHalvesItsGaps() {
        for (const std::size_t columns : {0, 1, 2, 3, 16, 17, 1200}) {
            const auto order = insight::coarseToFine(columns);
            QCOMPARE(order.size(), columns);
            auto sorted = order;
            std::sort(sorted.begin(), sorted.end());
            for (std::size_t i = 0; i < columns; ++i) QCOMPARE(sorted[i], i);
            for (std::size_t stride = 1; stride < columns; stride *= 2) {
                const std::size_t coarse = (columns + stride - 1) / stride;
                for (std::size_t i = 0; i < coarse; ++i)
                    QCOMPARE(order[i] % stride, std::size_t{0});
            }
        }
    }

    void everyColumnLooksLikeTheNearestThatIsDone() {
        const std::vector<bool> done{false, true, false, false, false, true, false, true};
        const std::vector<std::size_t> expected{1, 1, 1, 1, 5, 5, 5, 7};
        QCOMPARE(insight::nearestDone(done), expected);
    }

    void startsOnBothSidesOfTheHillReachDifferentMinima() {
        const BasinMap map = mapOf(problem(doubleWell, {0.02, 500}, {0.05, 0.25}, 2));
        QCOMPARE(map.start(0), 0.1);
        QCOMPARE(map.start(1), 0.2);
        QCOMPARE(map.rests.size(), std::size_t{2});
        QVERIFY(std::abs(map.rests[0] + 1.4730) < 1e-4);
        QVERIFY(std::abs(map.rests[1] - 1.3470) < 1e-4);
        QCOMPARE(map.columns[0].basin, 0);
        QCOMPARE(map.columns[1].basin, 1);
    }

    void aRestingPlaceDoesNotDependOnTheSideFromWhichItIsReached_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<QList<double>>("places");
        QTest::newRow("double well") << "x^4-4*x^2+x" << 0.02 << -3.0 << 3.0
                                     << QList<double>{-1.4729976011140302, 1.346997408527774};
        QTest::newRow("parabola") << "(x-1)^2" << 0.1 << -5.0 << 5.0 << QList<double>{1};
        QTest::newRow("flat bottom") << "x^4" << 0.1 << -1.0 << 1.0 << QList<double>{0};
        QTest::newRow("flatter bottom") << "(x-0.3)^6" << 0.1 << -0.5 << 1.0 << QList<double>{0.3};
        QTest::newRow("wide flat bottom") << "x^4/10000" << 10.0 << -1.0 << 1.0 << QList<double>{0};
        QTest::newRow("steep") << "1000000*x^2" << 1e-7 << -1.0 << 1.0 << QList<double>{0};
        QTest::newRow("far away") << "(x-1000000)^2" << 0.1 << -5.0 << 5.0 << QList<double>{1e6};
    }

    void aRestingPlaceDoesNotDependOnTheSideFromWhichItIsReached() {
        QFETCH(QString, function);
        QFETCH(double, alpha);
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(QList<double>, places);
        const BasinMap map =
            mapOf(problem(qPrintable(function), {alpha, descent::mostIterations}, {low, high}, 40));
        QVERIFY(allHave(map, Fate::Settles));
        QCOMPARE(map.rests.size(), static_cast<std::size_t>(places.size()));
        for (std::size_t i = 0; i < map.rests.size(); ++i) {
            const double off = std::abs(map.rests[i] - places[static_cast<qsizetype>(i)]);
            QVERIFY2(off < 1e-6, qPrintable(QString::number(map.rests[i], 'g', 17)));
        }
    }

    void twoThousandStartsFallIntoTwoHundredMinima() {
        const double period = std::acos(-1.0) / 25;
        const Range hills{0.25 * period, 200.25 * period};
        const BasinMap map = mapOf(problem("sin(50*x)", {1e-4, 500}, hills, 2000));
        QVERIFY(allHave(map, Fate::Settles));
        QCOMPARE(map.rests.size(), std::size_t{200});
        for (std::size_t i = 0; i < map.columns.size(); ++i) {
            const double well = std::floor(map.start(i) / period - 0.25);
            QCOMPARE(map.columns[i].basin, static_cast<std::int32_t>(well));
        }
        for (std::size_t i = 0; i < map.rests.size(); ++i) {
            const double place = (static_cast<double>(i) + 0.75) * period;
            QVERIFY(std::abs(map.rests[i] - place) < 1e-9);
        }
    }

    void flatLandIsOnePlaceAndAHillParts() {
        const BasinMap constant = mapOf(problem("3", {0.1, 100}, {-2, 4}, 300));
        QVERIFY(allHave(constant, Fate::Settles));
        QCOMPARE(constant.rests.size(), std::size_t{1});
        QVERIFY(std::abs(constant.rests[0] - 1) < 0.1);

        const BasinMap hollow =
            mapOf(problem("-exp(-x^2)", {0.5, descent::mostIterations}, {-30, 30}, 300));
        QVERIFY(allHave(hollow, Fate::Settles));
        QCOMPARE(hollow.rests.size(), std::size_t{3});
        QVERIFY(hollow.rests[0] < -4);
        QVERIFY(std::abs(hollow.rests[1]) < 1e-6);
        QVERIFY(hollow.rests[2] > 4);
        QCOMPARE(hollow.columns.front().basin, 0);
        QCOMPARE(hollow.columns[150].basin, 1);
        QCOMPARE(hollow.columns.back().basin, 2);
    }

    void whereStartsMoveFlatLandIsParted() {
        // Thrown far into the plains on both sides of a hill that is out of sight from there.
        const BasinMap hill = mapOf(problem("exp(-x^2)", {1000, 500}, {-1, 1}, 100));
        QVERIFY(allHave(hill, Fate::Settles));
        QCOMPARE(hill.rests.size(), std::size_t{2});
        for (std::size_t i = 0; i < 100; ++i) QCOMPARE(hill.columns[i].basin, i < 50 ? 0 : 1);
    }

    void startsAtAMaximumOrAnInflectionSettleThere() {
        const BasinMap hill = mapOf(problem("-x^2", {0.1, 1000}, {-1, 1}, 3));
        QCOMPARE(hill.columns[1].fate, Fate::Settles);
        QCOMPARE(hill.columns[1].steps, std::int64_t{0});
        QCOMPARE(hill.columns[0].fate, Fate::Diverges);
        QCOMPARE(hill.rests.size(), std::size_t{1});
        QVERIFY(std::abs(hill.rests[0]) < 1e-6);
        const BasinMap inflection = mapOf(problem("x^3", {0.05, 20'000}, {-1, 1}, 101));
        QCOMPARE(inflection.columns[50].fate, Fate::Settles);
        QCOMPARE(inflection.columns[100].fate, Fate::Settles);
        QCOMPARE(inflection.rests.size(), std::size_t{1});
        QVERIFY(std::abs(inflection.rests[0]) < 1e-6);
    }

    void tooLargeALearningRateDivergesOrSwingsForEver() {
        QVERIFY(allHave(mapOf(problem("x^2", {1.05, 10'000}, {-3, 3}, 100)), Fate::Diverges));
        const BasinMap swinging = mapOf(problem("x^2", {1, descent::mostIterations}, {-3, 3}, 101));
        for (std::size_t i = 0; i < swinging.columns.size(); ++i) {
            QCOMPARE(swinging.columns[i].fate, i == 50 ? Fate::Settles : Fate::Swings);
        }
        QVERIFY(swinging.columns[10].steps == descent::mostIterations);
        const BasinMap outside = mapOf(problem("ln(x)", {0.1, 1000}, {-3, -1}, 100));
        QVERIFY(allHave(outside, Fate::Leaves));
        QVERIFY(outside.rests.empty());
    }

    void everyColumnAgreesWithAPlainLoop_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<int>("iterations");
        QTest::addColumn<bool>("ascends");
        QTest::newRow("creeps") << "x^4-4*x^2+x" << 0.02 << 500 << false;
        QTest::newRow("ends early") << "x^4-4*x^2+x" << 0.001 << 37 << false;
        QTest::newRow("chaos") << "x^4/4-x^2/2" << 1.4 << 3000 << false;
        for (const int iterations : {2998, 2999, 3000, 3001})
            QTest::addRow("period 4, %d", iterations)
                << "x^4/4-x^2/2" << 1.25 << iterations << false;
        for (const int iterations : {1, 2, 1000, 1001})
            QTest::addRow("period 2, %d", iterations) << "x^2" << 1.0 << iterations << false;
        QTest::newRow("long period") << "abs(x)" << 0.3 << 5001 << false;
        QTest::newRow("leaves") << "x*ln(x)" << 0.5 << 500 << false;
        QTest::newRow("pole") << "1/x" << 0.1 << 500 << false;
        QTest::newRow("stalls") << "x^2+100*x" << 1e-18 << 500 << false;
        QTest::newRow("ascends") << "sin(3*x)-x^2" << 0.05 << 500 << true;
    }

    void everyColumnAgreesWithAPlainLoop() {
        QFETCH(QString, function);
        QFETCH(double, alpha);
        QFETCH(int, iterations);
        QFETCH(bool, ascends);
        descent::Settings settings{alpha, iterations};
        if (ascends) settings.direction = descent::Direction::Ascend;
        const BasinMap map = mapOf(problem(qPrintable(function), settings, {-3, 3}, 101));
        const descent::Objective objective(analysed(function.toStdString()), settings.direction);
        QVERIFY(map.complete);
        QCOMPARE(map.computed, map.columns.size());
        for (std::size_t i = 0; i < map.columns.size(); ++i) {
            const Destination expected = plainly(objective, settings, map.start(i));
            Destination column = map.columns[i];
            QCOMPARE(column.basin >= 0, insight::hasPlace(column.fate));
            if (column.basin >= 0) QVERIFY(column.basin < static_cast<int>(map.rests.size()));
            column.basin = -1;
            if (column.fate == Fate::Approaches || column.fate == Fate::Swings)
                column.fate = Fate::Moves;  // what a plain loop tells
            QVERIFY2(column == expected, qPrintable(QString::number(map.start(i))));
        }
    }

    void whatIsCutOffIsToldAsItGoesOn_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<int>("iterations");
        QTest::addColumn<bool>("ascends");
        QTest::addColumn<double>("approaching");  // the least part of the columns
        QTest::addColumn<double>("swinging");
        const auto row = [](const char* function, double alpha, int iterations, double approaching,
                            double swinging, bool ascends = false) {
            QTest::addRow("%s, %g, %d", function, alpha, iterations)
                << QString::fromUtf8(function) << alpha << iterations << ascends << approaching
                << swinging;
        };
        row("x*sin(x)", 0.02, 200, 0.35, 0);
        row("x^2", 0.001, 200, 0.9, 0);
        row("x^2", 0.995, 100, 0.9, 0);
        row("x^4", 0.02, 200, 0.8, 0);
        row("x^4-4*x^2+x", 0.001, 100, 0.9, 0);
        row("x^4-4*x^2+x", 0.14, 20, 0, 0);
        row("x^4-4*x^2+x", 0.12, 20, 0, 0);
        row("1-exp(-x^2)", 0.1, 100, 0.3, 0);
        row("sin(5*x)-x^2", 0.01, 20, 0.5, 0, true);
        row("x+2*x^2+0.4*x^3", 0.25, 10, 0, 0);
        row("sin(x)+sin(10*x/3)", 0.05, 10, 0.5, 0);
        row("sin(x)+sin(10*x/3)", 0.17, 30, 0, 0);
        row("x^3", 0.05, 200, 0.3, 0);
        row("abs(x)", 0.3, 300, 0, 0.9);
        row("x^4/4-x^2/2", 1.25, 400, 0, 0.25);
        row("x^4/4-x^2/2", 1.4, 400, 0, 0.2);
        row("x^4/4-x^2/2", 0.99, 50, 0.25, 0);
        row("x", 0.01, 100, 0, 0);
        row("x^2", 1.001, 100, 0, 0);
    }
    void whatIsCutOffIsToldAsItGoesOn() {
        QFETCH(QString, function);
        QFETCH(double, alpha);
        QFETCH(int, iterations);
        QFETCH(bool, ascends);
        QFETCH(double, approaching);
        QFETCH(double, swinging);
        descent::Settings settings{alpha, iterations};
        if (ascends) settings.direction = descent::Direction::Ascend;
        const BasinMap map = mapOf(problem(qPrintable(function), settings, {-6, 6}, 300));
        const descent::Objective objective(analysed(function.toStdString()), settings.direction);
        descent::Settings patient = settings;
        int approaches = 0;
        int swings = 0;
        for (std::size_t i = 0; i < map.columns.size(); ++i) {
            const Destination& column = map.columns[i];
            if (column.fate != Fate::Approaches && column.fate != Fate::Swings) continue;
            // Chaos can hit a place by chance in the end.
            patient.maxIterations = column.fate == Fate::Swings ? iterations + 500 : 100'000;
            const auto end = insight::destination(objective, patient, map.start(i));
            const QString words = QStringLiteral("from %1 to %2").arg(map.start(i)).arg(end->x);
            if (column.fate == Fate::Approaches) {
                ++approaches;
                const double rest = map.rests[static_cast<std::size_t>(column.basin)];
                const double way = std::abs(column.x - rest);
                const bool rests = end->fate == Fate::Settles && std::abs(end->x - rest) < 0.05;
                const bool nears = end->fate == Fate::Moves && std::abs(end->x - rest) < way;
                QVERIFY2(rests || nears, qPrintable(words));
            } else {
                ++swings;
                QVERIFY2(end->fate == Fate::Moves, qPrintable(words));
            }
        }
        const auto size = static_cast<double>(map.columns.size());
        QVERIFY2(approaches >= approaching * size, qPrintable(QString::number(approaches)));
        QVERIFY2(swings >= swinging * size, qPrintable(QString::number(swings)));
    }

    /// Of a method with a memory only what a longer run does is known.
    void whatIsCutOffOfAnotherMethodIsOnItsWayWhereALongerRunRests() {
        for (const descent::Method& method :
             {descent::Method(descent::Momentum()), descent::Method(descent::Adam())}) {
            descent::Settings settings{0.02, 60};
            settings.method = method;
            const BasinMap map = mapOf(problem(doubleWell, settings, {-3, 3}, 61));
            const descent::Objective objective(analysed(doubleWell));
            descent::Settings patient = settings;
            patient.maxIterations += 5000;
            int approaches = 0;
            for (std::size_t i = 0; i < map.columns.size(); ++i) {
                const Destination& found = map.columns[i];
                if (found.fate != Fate::Approaches && found.fate != Fate::Moves) continue;
                const auto end = descent::whole(objective, patient, map.start(i));
                const bool rests = end.outcome == Outcome::Converged;
                QCOMPARE(found.fate == Fate::Approaches, rests);
                if (!rests) continue;
                ++approaches;
                const double place = map.rests[static_cast<std::size_t>(found.basin)];
                const double last = end.trajectory.x(end.trajectory.size() - 1);
                QVERIFY(std::abs(place - last) < 1e-3);
            }
            QVERIFY2(approaches > 20, qPrintable(QString::number(approaches)));
            QCOMPARE(map.rests.size(), std::size_t{2});
        }
    }

    /// Also where a method's own first step from there would be a long one.
    void endsOfAnotherMethodInOneValleyAreOnePlace() {
        for (const descent::Method& method :
             {descent::Method(descent::Momentum()), descent::Method(descent::Adam())}) {
            descent::Settings settings{0.01, 5000};
            settings.method = method;
            const BasinMap map = mapOf(problem(doubleWell, settings, {1.346, 1.3461}, 61));
            QCOMPARE(map.rests.size(), std::size_t{1});
        }
    }

    void whatIsCutOffIsClassedAsALongRunGoes_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<int>("iterations");
        const auto row = [](const char* function, double alpha, int iterations) {
            QTest::addRow("%s, %g, %d", function, alpha, iterations)
                << QString::fromUtf8(function) << alpha << iterations;
        };
        row("cos(x)", 2.14, 20);
        row("cos(3*x)", 0.24, 20);
        row("cos(x)+x/5", 2.12, 200);
        row("x*sin(x)", 0.401, 100);
        row("x*sin(x)", 3.43, 100);
        row("x^4-3*x^2+x", 0.152, 20);
        row("x^4-4*x^2+x", 0.111, 100);
        row("x^4/4-x^2/2", 1.001, 50);
        row("sin(x)+sin(10*x/3)", 0.175, 50);
        row("sin(x)+sin(10*x/3)", 0.199, 20);
        row("x^2/2+sin(5*x)", 0.0848, 20);
        row("abs(x)", 0.0621, 20);
        row("x^2", 1.002, 50);
        row("ln(x)", 0.05, 200);  // f′ has values where f has none
    }
    void whatIsCutOffIsClassedAsALongRunGoes() {
        QFETCH(QString, function);
        QFETCH(double, alpha);
        QFETCH(int, iterations);
        const descent::Settings settings{alpha, iterations};
        const BasinMap map = mapOf(problem(qPrintable(function), settings, {-6, 6}, 300));
        const descent::Objective objective(analysed(function.toStdString()));
        int cutOff = 0;
        for (std::size_t i = 0; i < map.columns.size(); ++i) {
            const Destination& column = map.columns[i];
            const bool onItsWay = column.fate == Fate::Approaches || column.fate == Fate::Swings ||
                                  column.fate == Fate::Moves;
            if (!onItsWay) continue;
            ++cutOff;
            const Fate expected = goingOn(objective, settings, column.x);
            QVERIFY2(column.fate == expected, qPrintable(QStringLiteral("from %1: %2, not %3")
                                                             .arg(map.start(i))
                                                             .arg(static_cast<int>(column.fate))
                                                             .arg(static_cast<int>(expected))));
        }
        QVERIFY(cutOff > 0);
    }

    void aCoarseMapCoversEveryColumn() {
        const descent::Settings settings{0.02, 500};
        const descent::Objective objective(analysed(doubleWell));
        std::vector<std::optional<insight::Ending>> columns(100);
        for (const std::size_t i : {3, 50, 90}) {
            const auto end = insight::destination(objective, settings, i < 50 ? -2.0 : 2.0);
            columns[i] = {*end, insight::restAround(objective, settings, end->x, 0.01)};
        }
        const BasinMap map = insight::basinMap({-3, 3}, columns);
        QVERIFY(!map.complete);
        QCOMPARE(map.computed, std::size_t{3});
        for (std::size_t i = 0; i < 100; ++i) {
            QCOMPARE(map.columns[i].fate, Fate::Settles);
            QCOMPARE(map.columns[i].basin, i <= 26 ? 0 : 1);
        }
    }

    void takesOnlyWhatIsNew() {
        Basins basins(problem(doubleWell, {0.02, 500}, {-3, 3}, 64));
        QVERIFY(basins.wait(generous));
        QVERIFY(basins.over());
        QVERIFY(basins.take()->complete);
        QVERIFY(!basins.take());
    }

    void showsWhatThereIsOfAMapThatWouldLastForDays() {
        // Starts in the flat part settle at once, the others creep.
        const descent::Settings slow{1e-11, descent::mostIterations * 1'000'000};
        Basins basins(problem("x<0 ? 0 : x", slow, {-3, 1}, 4000));
        const auto map = awaited(basins);
        QVERIFY(map);
        QVERIFY(!map->complete);
        QVERIFY(map->computed > 0);
        QVERIFY(allHave(*map, Fate::Settles));
    }

    void endsAtOnceInTheMiddleOfAHugeMap() {
        std::optional<Basins> basins(std::in_place, endless(4000));
        for (int i = 0; i < 20; ++i) {
            basins.emplace(endless(4000));
            QVERIFY(!basins->wait(1ms));
        }
        QVERIFY(!basins->take());
        QVERIFY(!basins->over());
        basins.reset();
    }

    void whoWaitsComputesWhereThereIsNoThread() {
        const BasinProblem wells = problem(doubleWell, {0.02, 500}, {-3, 3}, 64);
        Basins threaded(wells);
        QVERIFY(threaded.wait(generous));
        const ThreadLimit none;
        Basins basins(wells);
        QVERIFY(!basins.take());
        QVERIFY(basins.wait(generous));
        QVERIFY(basins.over());
        QVERIFY(basins.take()->columns == threaded.take()->columns);
    }

    void aWaitEndsInTimeWhereThereIsNoThread() {
        const ThreadLimit none;
        // The first places settle at once, others never.
        Basins basins(problem("x<0 ? 0 : x", {1e-11, 100'000}, {-3, 1}, 4000));
        QVERIFY(!basins.wait(1ms));
        QVERIFY(!basins.over());
    }

    void aComputationThatFailsEndsIncomplete() {
        BasinProblem broken = problem(doubleWell, {0.02, 500}, {-3, 3}, 64);
        formula::Analysis analysis = *broken.analysis;
        analysis.functionProgram.text = "nonsense(";
        broken.analysis = analysis;
        Basins basins(broken);
        QVERIFY(!basins.wait(generous));
        QVERIFY(basins.over());
        QVERIFY(!basins.take());
    }
};

QTEST_APPLESS_MAIN(TestBasins)
#include "tst_basins.moc"
