// SPDX-License-Identifier: GPL-3.0-or-later
//
// What verdicts say of runs of several variables, against the runs simply continued.
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <cmath>
#include <map>

#include "insight/plane/path.h"
#include "insight/plane/rates.h"
#include "planeruns.h"

using descent::Outcome;
using insight::endAs;
using insight::Path;
using insight::StationaryPlace;
using Kind = StationaryPlace::Kind;

namespace {

constexpr int count = 300;
constexpr std::size_t known = 5000;  ///< steps that a verdict looks ahead, at most

#define HOLDS(claim) QVERIFY2(claim, run.name().c_str())

const std::vector<PlaneRunHere>& runs() {
    static const std::vector<PlaneRunHere> all = [] {
        std::vector<PlaneRunHere> made;
        PlaneRuns random(20261129);
        for (int i = 0; i < count; ++i) made.push_back(random.next(i % 3 == 0, i % 8 == 7));
        return made;
    }();
    return all;
}

template <typename Case>
std::vector<const PlaneRunHere*> runsThat() {
    std::vector<const PlaneRunHere*> some;
    for (const PlaneRunHere& run : runs()) {
        if (endAs<Case>(run.finding())) some.push_back(&run);
    }
    return some;
}

descent::Settings plain(double alpha, std::int64_t most) {
    return {.alpha = alpha, .maxIterations = most};
}

/// The largest gradient, and the same of the second half, and the farthest place.
struct Followed {
    double slope = 0;
    double late = 0;
    double far = 0;
};
Followed followed(const Path& path, std::size_t end) {
    Followed all;
    for (std::size_t n = end + 1; n < path.size(); ++n) {
        all.slope = std::fmax(all.slope, path.slope(n));
        if (2 * (n - end) > path.size() - end) all.late = std::fmax(all.late, path.slope(n));
        all.far = std::fmax(all.far, path.distance(end, n));
    }
    return all;
}

/// Whether each of these steps lowers the cost.
bool lowers(const PlaneRunHere& run, const descent::Trajectory& steps, std::size_t from,
            std::size_t to, bool strictly) {
    const descent::Objective objective = run.objective();
    for (std::size_t n = from + 1; n <= to; ++n) {
        const double before = objective.told(steps.value(n - 1));
        const double after = objective.told(steps.value(n));
        if (!(strictly ? after < before : after <= before)) return false;
    }
    return true;
}

/// Whether f is nowhere lower (higher) in a ring around a place.
bool isLowest(const PlaneRunHere& run, const StationaryPlace& place, double sign) {
    std::mt19937_64 random(7);
    const descent::Objective objective(run.analysis);
    for (const double far : {1e-3, 1e-2}) {
        for (int i = 0; i < 100; ++i) {
            descent::Point at = place.at;
            for (double& value : at)
                value += far * (2 * static_cast<double>(random() >> 11) * 0x1p-53 - 1);
            if (sign * (objective.value(at) - place.value) < -1e-12 * (1 + std::abs(place.value)))
                return false;
        }
    }
    return true;
}

const std::optional<insight::PlaneDeparture>* departureOf(const PlaneRunHere& run) {
    if (const auto* arrival = endAs<insight::PlaneArrival>(run.finding()))
        return &arrival->departure;
    if (const auto* still = endAs<insight::PlaneStandstill>(run.finding()))
        return &still->departure;
    return nullptr;
}

}  // namespace

class TestPlaneVerdicts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRunHasAVerdictInItsSpace() {
        std::map<std::size_t, int> kinds;
        for (const PlaneRunHere& run : runs()) {
            HOLDS(run.verdict.inPlane.has_value());
            ++kinds[run.finding().end.index()];
        }
        for (const auto& [kind, times] : kinds) qInfo("%zu: %d", kind, times);
        QVERIFY(kinds.size() >= 8);
    }

    void arrivalsAreWhatTheyAreCalled() {
        for (const PlaneRunHere* each : runsThat<insight::PlaneArrival>()) {
            const PlaneRunHere& run = *each;
            const auto& arrival = *endAs<insight::PlaneArrival>(run.finding());
            const descent::Objective objective = run.objective();
            HOLDS(descent::norm(objective.gradient(arrival.place.at)) <= run.settings.tolerance);
            HOLDS(std::abs(descent::distance(run.verdict.last.at, arrival.place.at) -
                           arrival.distance) < 1e-15);
            if (arrival.place.kind == Kind::Minimum) HOLDS(isLowest(run, arrival.place, 1));
            if (arrival.place.kind == Kind::Maximum) HOLDS(isLowest(run, arrival.place, -1));
            if (arrival.place.kind == Kind::Saddle)
                HOLDS(!isLowest(run, arrival.place, 1) && !isLowest(run, arrival.place, -1));
        }
        QVERIFY(runsThat<insight::PlaneArrival>().size() > 40);
    }

    void factorsAreThoseOfRunsFromCloseBy() {
        int told = 0;
        for (const PlaneRunHere* each : runsThat<insight::PlaneArrival>()) {
            const PlaneRunHere& run = *each;
            const auto& arrival = *endAs<insight::PlaneArrival>(run.finding());
            if (!arrival.rates || !descent::isPlain(run.settings)) continue;
            const descent::Objective objective = run.objective();
            const auto after = [&](const descent::Point& way) {
                constexpr double far = 1e-5;
                descent::Point at = arrival.place.at;
                for (std::size_t i = 0; i < at.size(); ++i) at[i] += far * way[i];
                const descent::Point slope = objective.gradient(at);
                double left = 0;
                for (std::size_t i = 0; i < at.size(); ++i)
                    left += (at[i] - run.settings.alpha * slope[i] - arrival.place.at[i]) * way[i];
                return left / far;
            };
            auto directions = arrival.place.directions;
            if (run.settings.direction == descent::Direction::Ascend)
                std::ranges::reverse(directions);
            HOLDS(std::abs(after(directions.front()) - arrival.rates->slowest.factor) < 1e-3);
            HOLDS(std::abs(after(directions.back()) - arrival.rates->fastest.factor) < 1e-3);
            ++told;
        }
        qInfo("%d told", told);
        QVERIFY(told > 8);
    }

    void theBestRateIsBest() {
        const PlaneRunHere run = planeRun("x^2/2+25*y^2/2", pointOf({5, 0.2}), plain(0.04, 2000));
        const auto* arrival = endAs<insight::PlaneArrival>(run.finding());
        QVERIFY(arrival && arrival->rates && arrival->rates->bestAlpha);
        QCOMPARE(arrival->rates->condition, 25.0);
        QCOMPARE(arrival->rates->limit, 2.0 / 25);
        QCOMPARE(*arrival->rates->bestAlpha, 2.0 / 26);
        QCOMPARE(arrival->rates->bestFactor, 24.0 / 26);
        const auto stepsWith = [](double alpha) {
            return planeRun("x^2/2+25*y^2/2", pointOf({5, 0.2}), plain(alpha, 5000)).verdict.steps;
        };
        const double best = *arrival->rates->bestAlpha;
        QVERIFY(stepsWith(best) < stepsWith(0.97 * best));
        QVERIFY(stepsWith(best) < stepsWith(1.03 * best));
    }

    void runsThatLeaveAgainAreTold() {
        int told = 0;
        int stayed = 0;
        for (const PlaneRunHere& run : runs()) {
            const auto* departure = departureOf(run);
            if (!departure) continue;
            const descent::Whole longer = run.continued(known);
            const Path path(longer.trajectory);
            const auto end = static_cast<std::size_t>(run.verdict.steps);
            const Followed after = followed(path, end);
            const double tolerance = run.settings.tolerance;
            if (!*departure) {
                HOLDS(longer.outcome == Outcome::MaxIterations ||
                      longer.outcome == Outcome::Stalled);
                HOLDS(after.slope <= 100 * tolerance);
                HOLDS((run.settings.noise.sigma > 0 ? after.slope : after.late) <= 2 * tolerance);
                ++stayed;
                continue;
            }
            ++told;
            const insight::PlaneDeparture& leaving = **departure;
            if (leaving.sequel) {
                HOLDS(longer.outcome == leaving.sequel->outcome);
                continue;
            }
            HOLDS(path.slope(end + static_cast<std::size_t>(leaving.steps)) == leaving.slope);
            HOLDS(std::abs(after.far - leaving.distance) <= 1e-9 * leaving.distance);
            HOLDS(leaving.outside == (after.slope >= tolerance));
            if (!leaving.back) continue;
            for (std::size_t n = end + static_cast<std::size_t>(leaving.back); n < path.size(); ++n)
                HOLDS(path.slope(n) < tolerance);
        }
        qInfo("%d leave, %d stay", told, stayed);
        QVERIFY(told > 3 && stayed > 30);
    }

    void cyclesGoOn() {
        for (const PlaneRunHere* each : runsThat<insight::PlaneCycle>()) {
            const PlaneRunHere& run = *each;
            const auto& cycle = *endAs<insight::PlaneCycle>(run.finding());
            const descent::Whole longer = run.continued(4 * known);
            HOLDS(longer.outcome == Outcome::MaxIterations);
            const Path path(longer.trajectory);
            const auto comesBack = [&](std::size_t turn) {
                for (std::size_t back = 1; back <= turn; ++back) {
                    const std::size_t n = path.size() - back;
                    if (!(path.distance(n, n - turn) <= 1e-3 * cycle.swing.width)) return false;
                }
                return true;
            };
            auto turn = static_cast<std::size_t>(cycle.swing.period);
            while (turn < path.size() / 4 && !comesBack(turn)) ++turn;
            const auto extents = path.extents(turn);
            for (std::size_t i = 0; i < extents.size(); ++i) {
                HOLDS(std::abs(extents[i].low - cycle.swing.extents[i].low) <=
                      1e-3 * cycle.swing.width);
                HOLDS(std::abs(extents[i].high - cycle.swing.extents[i].high) <=
                      1e-3 * cycle.swing.width);
            }
            HOLDS(path.distance(path.size() - 1, path.size() - 1 - turn) <=
                  1e-3 * cycle.swing.width);
            if (cycle.exact) HOLDS(path.distance(path.size() - 1, path.size() - 1 - turn) == 0);
            if (!cycle.toCome && static_cast<std::size_t>(run.verdict.steps) > turn) {
                const auto end = static_cast<std::size_t>(run.verdict.steps);
                HOLDS(path.distance(end, end - turn) <= 1e-3 * cycle.swing.width);
            }
        }
        QVERIFY(runsThat<insight::PlaneCycle>().size() > 3);
    }

    void crawlsComeThereInTime() {
        int counted = 0;
        int foretold = 0;
        for (const PlaneRunHere* each : runsThat<insight::PlaneCrawl>()) {
            const PlaneRunHere& run = *each;
            const auto& crawl = *endAs<insight::PlaneCrawl>(run.finding());
            const auto enough = static_cast<std::int64_t>(1.3 * crawl.remaining) + 2;
            if (enough > 900'000) continue;
            const descent::Whole longer = run.resumed(enough);
            HOLDS(longer.outcome == Outcome::Converged);
            const double took = static_cast<double>(longer.trajectory.size()) - 1 -
                                static_cast<double>(run.verdict.steps);
            HOLDS(std::abs(took - crawl.remaining) <=
                  (crawl.counted ? 0 : 0.1 * crawl.remaining + 1));
            if (crawl.goal)
                HOLDS(descent::distance(longer.trajectory.last().at, crawl.goal->at) < 0.2);
            if (crawl.rate > 0 && took > 60) {
                const Path path(longer.trajectory);
                const std::size_t last = path.size() - 1;
                const double seen = std::pow(path.slope(last) / path.slope(last - 20), 1.0 / 20);
                HOLDS(std::abs(std::log(seen) / std::log(crawl.rate) - 1) < 0.1);
            }
            (crawl.counted ? counted : foretold)++;
        }
        qInfo("%d counted, %d foretold", counted, foretold);
        QVERIFY(counted > 10);
    }

    void crawlsAreForetoldWhereTheSlowestDirectionIsLeft() {
        const PlaneRunHere run =
            planeRun("(1-x)^2+100*(y-x^2)^2", pointOf({-1.2, 1}), plain(0.001, 12000));
        const auto* crawl = endAs<insight::PlaneCrawl>(run.finding());
        QVERIFY(crawl && !crawl->counted && crawl->rate > 0.999 && crawl->rate < 1);
        const descent::Whole longer =
            run.resumed(static_cast<std::int64_t>(1.1 * crawl->remaining));
        QCOMPARE(longer.outcome, Outcome::Converged);
        const double took = static_cast<double>(longer.trajectory.size()) - 1 - 12000;
        QVERIFY(std::abs(took - crawl->remaining) < 0.05 * took);
    }

    void motionsDoAsTheyAreSaidTo() {
        using Trend = insight::PlaneMotion::Trend;
        for (const PlaneRunHere* each : runsThat<insight::PlaneMotion>()) {
            const PlaneRunHere& run = *each;
            const auto& motion = *endAs<insight::PlaneMotion>(run.finding());
            const descent::Whole longer = run.resumed(4 * known);
            const auto end = static_cast<std::size_t>(run.verdict.steps);
            if (motion.sequel) {
                if (motion.sequel->outcome == Outcome::Stalled) continue;
                HOLDS(longer.outcome == motion.sequel->outcome);
                HOLDS(longer.trajectory.size() - 1 ==
                      end + static_cast<std::size_t>(motion.sequel->steps));
                continue;
            }
            const std::size_t ahead = end + static_cast<std::size_t>(motion.ahead);
            HOLDS(longer.trajectory.size() > ahead);
            const std::size_t last = std::min<std::size_t>(16, end);
            if (motion.trend == Trend::Improving)
                HOLDS(lowers(run, longer.trajectory, end - last, ahead, true));
            if (motion.trend == Trend::Easing)
                HOLDS(lowers(run, longer.trajectory, end - last, ahead, false));
            if (motion.trend == Trend::Turning)
                HOLDS(!lowers(run, longer.trajectory, end, longer.trajectory.size() - 1, true));
            if (motion.trend == Trend::Uneven) HOLDS(!lowers(run, longer.trajectory, 0, end, true));
        }
        QVERIFY(runsThat<insight::PlaneMotion>().size() > 20);
    }

    void wanderersNeitherRestNorRepeat() {
        for (const PlaneRunHere* each : runsThat<insight::PlaneWandering>()) {
            const PlaneRunHere& run = *each;
            const auto& wandering = *endAs<insight::PlaneWandering>(run.finding());
            const descent::Whole longer = run.resumed(known);
            HOLDS(longer.outcome == Outcome::MaxIterations);
            const Path own(run.steps);
            HOLDS(own.extents(static_cast<std::size_t>(wandering.tail)) == wandering.extents);
            for (std::size_t back = 1; back < std::min<std::size_t>(64, own.size()); ++back)
                HOLDS(own.distance(own.size() - 1, own.size() - 1 - back) > 0);
        }
    }

    void rattlersRestWithoutNoise() {
        for (const PlaneRunHere* each : runsThat<insight::PlaneRattle>()) {
            const PlaneRunHere& run = *each;
            const auto& rattle = *endAs<insight::PlaneRattle>(run.finding());
            const descent::Whole longer = run.continued(known);
            const Path path(longer.trajectory);
            double squares = 0;
            for (std::size_t n = path.size() - known; n < path.size(); ++n)
                squares += std::pow(path.distance(n, rattle.mean), 2) / known;
            HOLDS(std::sqrt(squares) < 3 * rattle.spread &&
                  std::sqrt(squares) > 0.3 * rattle.spread);
        }
        QVERIFY(!runsThat<insight::PlaneRattle>().empty());
    }

    void whatStalledMovesNoMore() {
        for (const PlaneRunHere* each : runsThat<insight::PlaneStall>()) {
            const PlaneRunHere& run = *each;
            const auto& stall = *endAs<insight::PlaneStall>(run.finding());
            const descent::Whole longer = run.continued(known);
            const Path path(longer.trajectory);
            const auto since = static_cast<std::size_t>(stall.since);
            for (std::size_t n = since; n < path.size(); ++n) HOLDS(path.distance(n, since) == 0);
            if (since > 0) HOLDS(path.distance(since, since - 1) > 0);
        }
    }

    void whereDivergenceHasACauseRunsFromCloseByDiverge() {
        for (const PlaneRunHere* each : runsThat<insight::PlaneDivergence>()) {
            const PlaneRunHere& run = *each;
            const auto& divergence = *endAs<insight::PlaneDivergence>(run.finding());
            if (!divergence.about) continue;
            HOLDS(divergence.rates && run.settings.alpha >= divergence.rates->limit);
            descent::Point near = divergence.about->at;
            near[0] += 1e-4;
            near[1] += 1e-4;
            const auto other =
                descent::whole(run.objective(), descent::lasting(run.settings, 20000), near);
            HOLDS(other.outcome == Outcome::Diverged);
        }
    }

    void zigzagsTurnAsOftenAsIsTold() {
        int told = 0;
        for (const PlaneRunHere& run : runs()) {
            const auto& zigzag = run.finding().zigzag;
            if (!zigzag) continue;
            ++told;
            const Path path(run.steps);
            std::int64_t turns = 0;
            for (std::size_t n = 1; n + 1 < path.size(); ++n) {
                double product = 0;
                for (std::size_t i = 0; i < path.variables(); ++i)
                    product += (path.place(n)[i] - path.place(n - 1)[i]) *
                               (path.place(n + 1)[i] - path.place(n)[i]);
                turns += product < 0;
            }
            HOLDS(turns == zigzag->turns);
            HOLDS(zigzag->steps == run.verdict.steps - 1);
        }
        QVERIFY(told > 10);
    }

    void aRavineMakesItZigzag() {
        const PlaneRunHere run = planeRun("0.5*(x^2+25*y^2)", pointOf({-8, 1.5}), plain(0.079, 400),
                                          {{-10, 10}, {-3, 3}});
        QVERIFY(run.finding().zigzag && run.finding().zigzag->turns > 300);
        const auto smooth = planeRun("0.5*(x^2+25*y^2)", pointOf({-8, 1.5}), plain(0.03, 400));
        QVERIFY(!smooth.finding().zigzag);
    }

    void beyondTheLimitItSwingsWider() {
        const PlaneRunHere run = planeRun("0.5*(x^2+25*y^2)", pointOf({-8, 1.5}),
                                          plain(0.0801, 400), {{-10, 10}, {-3, 3}});
        const auto* growth = endAs<insight::PlaneGrowth>(run.finding());
        QVERIFY(growth);
        QVERIFY(std::abs(growth->growth - 1.0025) < 1e-6);
        QVERIFY(growth->about && growth->rates);
        QCOMPARE(growth->rates->limit, 0.08);
    }

    void atTheLimitItGoesRoundTwoPlaces() {
        const PlaneRunHere run = planeRun("0.5*(x^2+16*y^2)", pointOf({-4, 1}), plain(0.125, 900));
        const auto* cycle = endAs<insight::PlaneCycle>(run.finding());
        QVERIFY(cycle && !cycle->toCome);
        QCOMPARE(cycle->swing.period, 2);
        QVERIFY(std::abs(cycle->swing.width - 2) < 1e-6);
        QVERIFY(cycle->about && cycle->about->kind == Kind::Minimum);
    }

    void aSaddleHoldsWhatBeginsOnItsLine() {
        const PlaneRunHere run =
            planeRun("x^2-y^2+y^4/4", pointOf({1.5, 0}), plain(0.1, 400), {{-2, 2}, {-2, 2}});
        const auto* arrival = endAs<insight::PlaneArrival>(run.finding());
        QVERIFY(arrival);
        QCOMPARE(arrival->place.kind, Kind::Saddle);
        QVERIFY(arrival->nudge && arrival->nudge->end);
        QVERIFY(std::abs(std::abs((*arrival->nudge->end)[1]) - std::sqrt(2)) < 1e-5);
    }

    void aSaddleDelaysWhatBeginsBesideItsLine() {
        const PlaneRunHere run =
            planeRun("x^2-y^2+y^4/4", pointOf({1.5, 1e-6}), plain(0.1, 400), {{-2, 2}, {-2, 2}});
        const auto* arrival = endAs<insight::PlaneArrival>(run.finding());
        QVERIFY(arrival && arrival->place.kind == Kind::Minimum);
        const auto& delay = run.finding().delay;
        QVERIFY(delay && delay->steps > 40);
        const Path path(run.steps);
        for (std::int64_t i = 0; i < delay->steps; ++i)
            QVERIFY(path.distance(static_cast<std::size_t>(delay->first + i), delay->saddle.at) <=
                    delay->within);
        const auto direct =
            planeRun("x^2-y^2+y^4/4", pointOf({1.5, 1}), plain(0.1, 400), {{-2, 2}, {-2, 2}});
        QVERIFY(!direct.finding().delay);
    }

    void delaysAreSpentBesideTheSaddle() {
        for (const PlaneRunHere& run : runs()) {
            const auto& delay = run.finding().delay;
            if (!delay) continue;
            const Path path(run.steps);
            for (std::int64_t i = 0; i < delay->steps; ++i)
                HOLDS(path.distance(static_cast<std::size_t>(delay->first + i), delay->saddle.at) <=
                      delay->within);
            HOLDS(delay->saddle.kind == Kind::Saddle);
        }
    }

    void aValleyFloorIsNotOnePoint() {
        const PlaneRunHere run = planeRun("(x+y)^2", pointOf({2, -1}), plain(0.1, 300));
        const auto* arrival = endAs<insight::PlaneArrival>(run.finding());
        QVERIFY(arrival);
        QCOMPARE(arrival->place.kind, Kind::Minimum);
        QVERIFY(arrival->place.isLine);
        QVERIFY(!arrival->rates);
        QVERIFY(descent::distance(arrival->place.at, pointOf({1.5, -1.5})) < 1e-9);
    }

    void minimaInViewAreCompared() {
        using Rank = insight::PlaneArrival::Rank;
        const std::string function = "x^4-4*x^2+x+y^4-4*y^2+y";
        const auto rankFrom = [&](double x, double y) {
            const PlaneRunHere run = planeRun(function, pointOf({x, y}), plain(0.02, 2000));
            const auto* arrival = endAs<insight::PlaneArrival>(run.finding());
            return arrival ? arrival->rank : Rank::Unknown;
        };
        QCOMPARE(rankFrom(-2, -2), Rank::Best);
        QCOMPARE(rankFrom(2, -2), Rank::Beaten);
        QCOMPARE(rankFrom(2, 2), Rank::Beaten);
        PlaneRunHere run = planeRun(function, pointOf({2, 2}), plain(0.02, 2000));
        const auto* arrival = endAs<insight::PlaneArrival>(run.finding());
        QVERIFY(arrival->better);
        QVERIFY(arrival->better->at[0] < -1.4 && arrival->better->at[1] < -1.4);
        insight::compare(*run.verdict.inPlane, run.settings.direction, {});
        QCOMPARE(endAs<insight::PlaneArrival>(run.finding())->rank, Rank::Unknown);
        const PlaneRunHere himmelblau =
            planeRun("(x^2+y-11)^2+(x+y^2-7)^2", pointOf({0.5, -3}), plain(0.01, 300));
        QCOMPARE(endAs<insight::PlaneArrival>(himmelblau.finding())->rank, Rank::Tied);
        const PlaneRunHere bowl = planeRun("x^2+2*y^2", pointOf({2, 2}), plain(0.1, 300));
        QCOMPARE(endAs<insight::PlaneArrival>(bowl.finding())->rank, Rank::Alone);
    }

    void runsAgreeWithTheReference_data() {
        QTest::addColumn<QJsonObject>("row");
        QFile file(QStringLiteral(TEST_DATA "/plane.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray rows = QJsonDocument::fromJson(file.readAll()).array();
        for (const QJsonValue& row : rows)
            QTest::newRow(qPrintable(row[QStringLiteral("id")].toString())) << row.toObject();
    }
    void runsAgreeWithTheReference() {
        QFETCH(QJsonObject, row);
        const auto pair = [&](const QJsonValue& values) {
            return pointOf({values[0].toDouble(), values[1].toDouble()});
        };
        const auto near = [](const descent::Point& one, const descent::Point& other) {
            return descent::distance(one, other) <= 1e-9 * std::max(1.0, descent::norm(other));
        };
        const PlaneRunHere run = planeRun(row[QStringLiteral("function")].toString().toStdString(),
                                          pair(row[QStringLiteral("start")].toArray()),
                                          plain(row[QStringLiteral("alpha")].toDouble(),
                                                row[QStringLiteral("iterations")].toInteger()));
        const std::map<QString, Outcome> outcomes = {
            {QStringLiteral("converged"), Outcome::Converged},
            {QStringLiteral("max-iterations"), Outcome::MaxIterations},
            {QStringLiteral("diverged"), Outcome::Diverged},
            {QStringLiteral("left-domain"), Outcome::LeftDomain}};
        QCOMPARE(run.verdict.outcome, outcomes.at(row[QStringLiteral("outcome")].toString()));
        QCOMPARE(run.verdict.steps, row[QStringLiteral("steps")].toInteger());
        const QJsonObject points = row[QStringLiteral("points")].toObject();
        for (auto it = points.begin(); it != points.end(); ++it)
            QVERIFY(near(run.steps[it.key().toULongLong()].at, pair(it->toArray())));
        QVERIFY(near(run.verdict.last.at, pair(row[QStringLiteral("last")].toArray())));
    }

    void ofOneVariableNothingIsSaidInThePlane() {
        const auto run = finished(analysed("x^2"), 1, plain(0.1, 100));
        QVERIFY(!run.verdict.inPlane);
    }
};

QTEST_APPLESS_MAIN(TestPlaneVerdicts)
#include "tst_planeverdicts.moc"
