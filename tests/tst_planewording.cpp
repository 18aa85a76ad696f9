// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRegularExpression>
#include <QTest>

#include "planeruns.h"
#include "session/wording/briefwording.h"
#include "session/wording/endingwording.h"
#include "session/wording/planewording.h"
#include "session/wording/slicewording.h"

namespace {

struct Said {
    QString all;
    QString first;
    QString brief;
    session::Ending ending;
    QString name;
};

Said said(const std::string& function, std::initializer_list<double> start,
          const descent::Settings& settings, const insight::Rectangle& view = {{-5, 5}, {-5, 5}}) {
    const PlaneRunHere run = planeRun(function, pointOf(start), settings, view);
    return {session::describe(run.verdict, settings),
            session::describeOutcome(run.verdict, settings), session::brief(run.verdict, settings),
            session::endingOf(run.verdict, settings.direction),
            session::endingName(run.verdict, settings.direction)};
}

descent::Settings plain(double alpha, std::int64_t most) {
    return {.alpha = alpha, .maxIterations = most};
}

#define CONTAINS(text, part) QVERIFY2((text).contains(QString::fromUtf8(part)), qPrintable(text))

}  // namespace

class TestPlaneWording : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anArrivalTellsPlaceCurvaturesAndCost() {
        const Said run = said("0.5*(x^2+25*y^2)", {-8, 1.5}, plain(0.03, 900));
        CONTAINS(run.first, "Reached a minimum at (0, 0), f = 0 after ");
        CONTAINS(run.all, "The curvatures there are 1 and 25.");
        CONTAINS(run.all,
                 "a step multiplies the distance by 0.97 in the flattest direction and by "
                 "0.25 in the steepest.");
        CONTAINS(run.all,
                 "κ = λmax/λmin = 25: at the best α, 2/(λmin + λmax) = 0.0769231, a step "
                 "leaves 0.923");
        CONTAINS(run.all, "From α = 2/λmax = 0.08 on, no run stays there.");
        QCOMPARE(run.brief, QStringLiteral("reached a minimum: (0, 0)"));
        QCOMPARE(run.ending, session::Ending::Arrived);
    }

    void aSaddleIsNoArrival() {
        const Said run = said("x^2-y^2", {3, 0}, plain(0.1, 400));
        QCOMPARE(run.brief, QStringLiteral("stopped at a saddle"));
        QCOMPARE(run.name, QStringLiteral("At a saddle"));
        QCOMPARE(run.ending, session::Ending::Stopped);
        const Said top = said("-x^2-y^2", {0, 0}, plain(0.1, 400));
        QCOMPARE(top.name, QStringLiteral("At a maximum"));
        QCOMPARE(said("5+0*x*y", {1, 1}, plain(0.1, 50)).ending, session::Ending::Stopped);
    }

    void whoLeavesAgainHasNotArrived() {
        descent::Settings settings = plain(0.1, 2000);
        settings.method = *descent::methodNamed("rmsprop");
        const Said run = said("x^2+y^2", {4, 4}, settings);
        QCOMPARE(run.brief, QStringLiteral("reached a minimum, leaves again"));
        QCOMPARE(run.name, QStringLiteral("Leaves again"));
        QCOMPARE(run.ending, session::Ending::Unsettled);
    }

    void flatGroundIsToldAsWhatItIs() {
        CONTAINS(said("x*0+y*0+3", {1, 1}, plain(0.1, 50)).all,
                 "Stopped on flat ground at (1, 1), f = 3 right at the start: ∇f is 0 there");
        CONTAINS(said("1e-9*x+1e-9*y", {1, 1}, plain(0.1, 50)).all,
                 "The initial guess, (1, 1), f = 2×10⁻⁹, is on flat ground: |∇f| = 1.41421×10⁻⁹ is "
                 "below 10⁻⁶, but no place where it is 0 was found close by.");
    }

    void placesAreRoundedToWhatIsKnown() {
        const Said run = said("(x^2+y-11)^2+(x+y^2-7)^2", {4, 3}, plain(0.01, 300));
        CONTAINS(run.first, "Reached one of the lowest minima in view at (3, 2), f = 0 after");
        QCOMPARE(session::placeText(pointOf({3.0000000000000004, -1e-17})),
                 QStringLiteral("(3, 0)"));
        QCOMPARE(session::placeText(pointOf({-1.5, 2, 3})), QStringLiteral("(−1.5, 2, 3)"));
    }

    void aSaddleIsToldWithWhatANudgeDoes() {
        const Said run = said("x^2-y^2+y^4/4", {1.5, 0}, plain(0.1, 400));
        CONTAINS(run.first,
                 "Stopped at a saddle, (0, 0), f = 0, after 67 steps: |∇f| is below 10⁻⁶.");
        CONTAINS(run.all, "Moved aside by 0.001, it would go on to (0, 1.414).");
        QVERIFY(run.all.count(QLatin1Char('%')) == 0);
        QCOMPARE(run.brief, QStringLiteral("stopped at a saddle"));
    }

    void aDelayIsToldInSteps() {
        const Said run = said("x^2-y^2+y^4/4", {1.5, 1e-6}, plain(0.1, 400));
        static const QRegularExpression sentence(
            QStringLiteral("From step \\d+ on, it spent \\d+ of its 107 steps within 0.1 of the "
                           "saddle \\(0, 0\\)"));
        QVERIFY2(sentence.match(run.all).hasMatch(), qPrintable(run.all));
    }

    void aZigzagIsToldInTurns() {
        const Said run = said("0.5*(x^2+25*y^2)", {-8, 1.5}, plain(0.079, 400));
        CONTAINS(run.all, "It zigzags: at 399 of 399 steps the path turned by more than 90°.");
    }

    void aValleyFloorIsNotOnePoint() {
        const Said run = said("(x+y)^2", {2, -1}, plain(0.1, 300));
        CONTAINS(run.first, "Reached a valley floor at (1.5, −1.5), f = 0 after 30 steps");
        CONTAINS(run.all, "It is not one point: f is as good all along it.");
        QCOMPARE(run.brief, QStringLiteral("reached a valley floor"));
    }

    /// Newton's steps to it slide along it.
    void aValleyFloorIsWhereTheBallIs() {
        CONTAINS(said("x^2*y^2", {2, 1}, plain(0.05, 2000)).first,
                 "Reached a valley floor at (1.679, 0)");
        CONTAINS(said("(x+y)^2*(x-2)^2", {1, 1.5}, plain(0.02, 4000)).first, "Reached a valley");
        CONTAINS(said("y^2*exp(x)", {2, 1}, plain(0.05, 4000)).first, "Reached a valley");
    }

    void aJumpOfACurvatureGivesNoFactors() {
        for (const char* function : {"max(x,0)^2+x^2+y^2", "x^2*(x>0?3:1)+y^2"}) {
            const Said run = said(function, {-1, 2}, plain(0.2, 400));
            CONTAINS(run.first, "Reached a minimum at (0, 0)");
            CONTAINS(run.all, "A curvature jumps there: it is another one on each side.");
            QVERIFY2(!run.all.contains(QStringLiteral("multiplies")), qPrintable(run.all));
        }
    }

    void withoutTheNoiseItRestsOnlyWhereItWould() {
        descent::Settings settings = plain(0.1, 3000);
        settings.noise = {0.3, 1};
        const QString calm = QStringLiteral("Without the noise it would come to rest.");
        QVERIFY(said("x^2+3*y^2", {1, 0.5}, settings).all.contains(calm));
        for (const char* method : {"rmsprop", "adam", "nadam", "adamax"}) {
            settings.method = *descent::methodNamed(method);
            const Said run = said("x^2+3*y^2", {1, 0.5}, settings);
            QVERIFY2(!run.all.contains(calm), qPrintable(run.all));
        }
    }

    void whereFNoLongerChangesItWasNotFalling() {
        descent::Settings settings = plain(0.05, 200);
        settings.method = *descent::methodNamed("adam");
        settings.schedule = descent::Exponential{0.9};
        CONTAINS(said("1e8+x^2+y^2", {2, 1}, settings).all, "No digit of f changed at the end");
    }

    void aRunThatEndsInTheWarmUpSaysSo() {
        descent::Settings settings = plain(0.1, 200);
        settings.schedule = descent::Warmup{300};
        const Said run = said("x^2+y^2", {0, 0}, settings);
        CONTAINS(run.all,
                 "The run ended in the warm-up of 300 steps: α had come to 0.0666667. |∇f| is "
                 "below 10⁻⁶, but no run converges while α rises.");
        QVERIFY2(!run.all.contains(QStringLiteral("on its way to a")), qPrintable(run.all));
    }

    void noSentenceHasAHoleOrAGap() {
        PlaneRuns random(11);
        for (int i = 0; i < 150; ++i) {
            const PlaneRunHere run = random.next(i % 2 == 0, i % 7 == 6);
            const QString all = session::describe(run.verdict, run.settings);
            QVERIFY2(!all.isEmpty() && !all.contains(u'%') && !all.contains(QLatin1String("  ")),
                     qPrintable(all));
            QVERIFY2(all.endsWith(u'.'), qPrintable(all));
            QVERIFY2(!all.contains(QLatin1String("nan")), qPrintable(all));
            const QString brief = session::brief(run.verdict, run.settings);
            QVERIFY2(!brief.isEmpty() && !brief.contains(u'%'), qPrintable(brief));
            QVERIFY(all.startsWith(session::describeOutcome(run.verdict, run.settings)));
        }
    }

    void aLimitIsNamedOnlyWhereItIsPassed() {
        const Said beyond = said("0.5*(x^2+25*y^2)", {-8, 1.5}, plain(0.0801, 400));
        CONTAINS(beyond.all, "Swings wider with each step: ");
        CONTAINS(beyond.all,
                 "At the minimum (0, 0), steps in the steepest direction, λmax = 25, do "
                 "not shrink from α = 0.08 on.");
        QCOMPARE(beyond.ending, session::Ending::Going);
        const Said within = said("0.5*(x^2+25*y^2)", {-8, 1.5}, plain(0.079, 50));
        QVERIFY2(!within.all.contains(QStringLiteral("do not shrink")), qPrintable(within.all));
    }

    void theEndsOfTheRoadAreTold() {
        const Said left = said("ln(x)+y^2", {0.5, 1}, plain(0.3, 100));
        CONTAINS(left.first, "Left the domain of f after 1 step: at (−0.1, 0.4) it has no value.");
        QCOMPARE(left.ending, session::Ending::Gone);
        const Said huge = said("x^2*y^4-x^4*y^2-exp(x)*exp(y)", {3, 2}, plain(1, 100));
        QVERIFY2(!huge.first.contains(QStringLiteral("Left the domain")), qPrintable(huge.first));
        const Said gone = said("x^3-3*x*y^2", {1, 0.5}, plain(0.05, 300));
        CONTAINS(gone.first, "Diverged after 15 steps");
        const Said away = said("x+2*y", {1, 1}, plain(0.1, 50));
        CONTAINS(away.all, "f was falling to the end, and would at each of the next ");
    }

    void ofAnAscentTheWordsAreTurned() {
        descent::Settings up = plain(0.1, 400);
        up.direction = descent::Direction::Ascend;
        const Said run = said("-(x^2)-3*y^2", {1, 2}, up);
        CONTAINS(run.first, "Reached a maximum at (0, 0), f = 0 after ");
        CONTAINS(run.all, "The curvatures there are −6 and −2.");
        CONTAINS(run.all, "κ = λmax/λmin = 3");
    }

    void aMinimumTellsWhetherRunsOfThisMethodStay_data() {
        QTest::addColumn<descent::Method>("method");
        QTest::addColumn<QString>("limit");
        QTest::newRow("gradient") << descent::Method(descent::Gradient())
                                  << QStringLiteral("a plain descent stays here while α < 2/λmax");
        QTest::newRow("momentum") << descent::Method(descent::Momentum{0.9})
                                  << QStringLiteral("runs of this method stay here while α < 0.04");
        QTest::newRow("nesterov") << descent::Method(descent::Nesterov{0.9})
                                  << QStringLiteral("runs of this method stay here while α < 0.01");
    }
    /// Against a run from close by; the Hessian there is (74 20; 20 34).
    void aMinimumTellsWhetherRunsOfThisMethodStay() {
        QFETCH(descent::Method, method);
        QFETCH(QString, limit);
        const std::string function = "(x^2+y-11)^2+(x+y^2-7)^2";
        int stay = 0;
        int leave = 0;
        for (const double alpha : {0.005, 0.012, 0.016, 0.02, 0.023, 0.03, 0.045, 0.05}) {
            descent::Settings settings = plain(alpha, 20'000);
            settings.method = method;
            const PlaneRunHere run = planeRun(function, pointOf({3.0001, 2}), settings,
                                              insight::Rectangle{{-5, 5}, {-5, 5}});
            insight::StationaryPlace place;
            place.at = pointOf({3, 2});
            const double half = std::hypot((74 - 34) / 2., 20.);
            place.curvatures = pointOf({54 - half, 54 + half});
            const QString told = session::describe(place, {"x", "y"}, settings);
            CONTAINS(told, limit.toUtf8().constData());
            const bool stays = told.contains(QStringLiteral("a run that is close comes closer"));
            QVERIFY(stays != told.contains(QStringLiteral("no run stays")));
            ++(stays ? stay : leave);
            QCOMPARE(descent::distance(run.steps[run.steps.size() - 1].at, place.at) < 1e-5, stays);
        }
        QVERIFY(stay > 0 && leave > 0);
    }

    void theExactEndHasAllCoordinates() {
        const PlaneRunHere run = planeRun("x^2+y^2", pointOf({0.1, 0.2}), plain(0.25, 1));
        QCOMPARE(
            session::exactEnd(run.verdict),
            QStringLiteral("Step 1:\nat (0.05, 0.1)\nf = 0.012500000000000002\n∇f = (0.1, 0.2)"));
    }
};

QTEST_GUILESS_MAIN(TestPlaneWording)
#include "tst_planewording.moc"
