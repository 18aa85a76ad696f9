// SPDX-License-Identifier: GPL-3.0-or-later
// The lessons on functions of several variables say what is true of their runs.
#include <QTest>
#include <algorithm>
#include <cmath>

#include "lessontexts.h"
#include "planeloops.h"
#include "planeruns.h"
#include "session/axes.h"

namespace {

using planeloops::angle;
using planeloops::between;
using planeloops::Place;
using planeloops::Places;
using planeloops::Slope;

const Slope bowlSlope = [](Place p) { return Place{p[0], 3 * p[1]}; };
const Slope valleySlope = [](Place p) { return Place{p[0], 10 * p[1]}; };
const Slope saddleSlope = [](Place p) { return Place{p[0], p[1] * p[1] * p[1] - p[1]}; };

const Places bowl = planeloops::gradient(bowlSlope, {3, 2}, 0.25, 200);
const Places valley = planeloops::gradient(valleySlope, {5, 1}, 0.19, 40);
const Places saddle = planeloops::gradient(saddleSlope, {2, 0.0001}, 0.3, 200);

std::vector<session::Lesson> inThePlane() {
    auto lessons = builtIn();
    std::erase_if(lessons, [](const session::Lesson& lesson) {
        return lesson.setUp.function.dimension() == 1;
    });
    return lessons;
}

PlaneRunHere runOf(const session::Session& setUp) {
    return planeRun(setUp.function.text().toStdString(), setUp.initialGuess, setUp.settings,
                    session::rectangleOf(setUp));
}

auto nearTheSaddle(const Places& run) {
    return std::ranges::count_if(run, [](Place at) { return planeloops::length(at) <= 0.1; });
}

}  // namespace

class TestPlaneLessons : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thereAreThreeOnMaps() {
        const auto lessons = inThePlane();
        QCOMPARE(lessons.size(), std::size_t(3));
        for (const session::Lesson& lesson : lessons)
            QCOMPARE(lesson.setUp.view, session::View::Map);
    }

    void runsGoAsALoopByHandAndStayInView() {
        const auto lessons = inThePlane();
        const std::vector<const Places*> places{&bowl, &valley, &saddle};
        for (std::size_t i = 0; i < lessons.size(); ++i) {
            const session::Session& setUp = lessons[i].setUp;
            const PlaneRunHere run = runOf(setUp);
            const insight::Rectangle view = session::rectangleOf(setUp);
            QVERIFY(run.steps.size() > 3 && run.steps.size() <= places[i]->size());
            // No one should have to wait longer than 12 seconds at the speed of the start.
            QVERIFY(run.steps.size() <= 61);
            for (std::size_t n = 0; n < run.steps.size(); ++n) {
                const double* const at = run.steps.row(n);
                const Place byHand = (*places[i])[n];
                QVERIFY(std::abs(at[0] - byHand[0]) < 1e-9 && std::abs(at[1] - byHand[1]) < 1e-9);
                QVERIFY(view.across.contains(at[0]) && view.up.contains(at[1]));
            }
        }
    }

    void everyNumberIsTrue() {
        const Place gradient = bowlSlope({3, 2});
        const Place early = planeloops::gradient(valleySlope, {5, 1}, 0.1, 2)[1];
        const Places wide = planeloops::gradient(saddleSlope, {2, 0.01}, 0.3, 200);
        QCOMPARE(nearTheSaddle(Places(wide.begin(), wide.begin() + 12)), 0);
        const std::vector<std::vector<Fact>> facts{
            {{"3", gradient[0]},
             {"2", bowl[0][1]},
             {"0", planeloops::length(bowl.back())},
             {"6", gradient[1]},
             {"2.25", bowl[1][0]},
             {"0.5", bowl[1][1]},
             {"30", angle(between(bowl[0], bowl[1]), between(bowl[0], {0, 0}))}},
            {{"1", valleySlope({1, 0})[0]},
             {"10", valleySlope({0, 1})[1]},
             {"5", valley[0][0]},
             {"0.19", 0.19},
             {"−0.9", valley[1][1] / valley[0][1]},
             {"2", 2},
             {"0.2", 2 / valleySlope({0, 1})[1]},
             {"0.81", valley[1][0] / valley[0][0]},
             {"40", static_cast<double>(valley.size()) - 1},
             {"0.001", valley.back()[0]},
             {"0.015", valley.back()[1]},
             {"0.1", 1 / valleySlope({0, 1})[1]},
             {"0.9", early[0] / 5}},
            {{"0", 0},
             {"2", saddle[0][0]},
             {"0.0001", saddle[0][1]},
             {"1", saddleSlope({1, 0})[0]},
             {"−1", saddleSlope({0, 1e-6})[1] / 1e-6},
             {"0.3", 0.3},
             {"1.3", saddle[1][1] / saddle[0][1]},
             {"18", static_cast<double>(nearTheSaddle(saddle))},
             {"51", static_cast<double>(planeloops::within(saddleSlope, saddle))},
             {"0.1", 0.1},
             {"0.01", wide[0][1]}}};
        const auto lessons = inThePlane();
        QCOMPARE(lessons.size(), facts.size());
        for (std::size_t i = 0; i < facts.size(); ++i) {
            const QString fault = faultIn(lessons[i], facts[i]);
            QVERIFY2(fault.isEmpty(), qPrintable(fault));
        }
    }

    void everyStepCrossesTheContourAtARightAngle() {
        for (std::size_t n = 0; n + 1 < 20; ++n) {
            const Place step = between(bowl[n], bowl[n + 1]);
            const Place contour{-3 * bowl[n][1], bowl[n][0]};
            QVERIFY(std::abs(angle(step, contour) - 90) < 1e-6);
            // Along the contour f stays the same, and against the step it falls fastest.
            const double small = 1e-6 / planeloops::length(contour);
            const auto f = [](Place p) { return (p[0] * p[0] + 3 * p[1] * p[1]) / 2; };
            const Place beside{bowl[n][0] + small * contour[0], bowl[n][1] + small * contour[1]};
            QVERIFY(std::abs(f(beside) - f(bowl[n])) < 1e-11);
        }
        // On a round bowl it leads to the minimum.
        const Slope round = [](Place p) { return Place{p[0], p[1]}; };
        const Places straight = planeloops::gradient(round, {3, 2}, 0.25, 20);
        for (std::size_t n = 0; n + 1 < straight.size(); ++n)
            QVERIFY(angle(between(straight[n], straight[n + 1]), between(straight[n], {0, 0})) <
                    1e-5);
    }

    void theValleyIsCrossedAtEachStep() {
        for (std::size_t n = 0; n + 1 < valley.size(); ++n) {
            QVERIFY(valley[n][1] * valley[n + 1][1] < 0);
            QVERIFY(std::abs(valley[n + 1][1]) < std::abs(valley[n][1]));
        }
        QCOMPARE(planeloops::gradient(valleySlope, {5, 1}, 0.1, 1)[1][1], 0.0);
        const Places wider = planeloops::gradient(valleySlope, {5, 1}, 0.21, 40);
        for (std::size_t n = 0; n + 1 < wider.size(); ++n)
            QVERIFY(std::abs(wider[n + 1][1]) > std::abs(wider[n][1]));
        // The larger the ratio of the curvatures, the slower even the best α.
        const auto stepsAt = [](double ratio) {
            const Slope slope = [ratio](Place p) { return Place{p[0], ratio * p[1]}; };
            const auto run = planeloops::gradient(slope, {5, 1}, 2 / (1 + ratio), 2000);
            return planeloops::within(slope, run);
        };
        QVERIFY(stepsAt(2) < stepsAt(10) && stepsAt(10) < stepsAt(100));
        QVERIFY(runOf(inThePlane()[1].setUp).finding().zigzag);
    }

    void theSaddleDelaysTheBallAndHoldsOneThatIsOnItsLine() {
        const PlaneRunHere run = runOf(inThePlane()[2].setUp);
        QVERIFY(run.finding().delay);
        QCOMPARE(run.finding().delay->steps, 18);
        session::Session on = inThePlane()[2].setUp;
        on.initialGuess[1] = 0;
        const auto held = runOf(on);
        const auto* arrival = insight::endAs<insight::PlaneArrival>(held.finding());
        QVERIFY(arrival && arrival->place.kind == insight::StationaryPlace::Kind::Saddle);
    }
};

QTEST_GUILESS_MAIN(TestPlaneLessons)
#include "tst_planelessons.moc"
