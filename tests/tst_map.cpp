// SPDX-License-Identifier: GPL-3.0-or-later
#include <QBuffer>
#include <QHelpEvent>
#include <QPainter>
#include <QSignalSpy>
#include <QSvgGenerator>
#include <QToolTip>
#include <QtTest>
#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

#include "pixels.h"
#include "plot/paint/basinimage.h"
#include "plot/paint/casing.h"
#include "plot/paint/reliefimage.h"
#include "plot/paint/trail.h"
#include "plot/scene/picture.h"
#include "plot/step/arrows.h"
#include "plot/view/mapview.h"
#include "runs.h"
#include "session/session.h"
#include "session/view.h"
#include "session/wording/slicewording.h"
#include "svg.h"

namespace {

using Kind = insight::StationaryPlace::Kind;

constexpr insight::Range across{-6, 6};
constexpr insight::Range up{-5, 5};
const char* const himmelblau = "(x^2+y-11)^2+(x+y^2-7)^2";
const char* const bowl = "x^2+4*y^2";

descent::Point at(double x, double y) {
    return descent::Point(std::array{x, y});
}

insight::StationaryPlace place(Kind kind, double x, double y, double value = 0) {
    insight::StationaryPlace place;
    place.at = at(x, y);
    place.kind = kind;
    place.value = value;
    place.curvatures = at(kind == Kind::Minimum ? 1 : -1, kind == Kind::Maximum ? -1 : 1);
    place.directions = {at(1, 0), at(0, 1)};
    return place;
}

struct Run {
    explicit Run(const char* text, const descent::Point& start, double alpha = 0.02,
                 std::int64_t iterations = 40, const descent::Method& method = {})
        : function(analysed(text)) {
        settings.method = method;
        settings.alpha = alpha;
        settings.maxIterations = iterations;
        trajectory = descent::whole(descent::Objective(function), settings, start).trajectory;
    }

    formula::Valued function;
    descent::Settings settings;
    descent::Trajectory trajectory;
};

/// A view on the screen with a run, and heights as soon as they are wanted.
struct Shown {
    explicit Shown(const Run& run) : objective(run.function) {
        view.resize(900, 600);
        view.setAnalysis(run.function);
        view.setRanges(across, up);
        view.setTrajectory(run.trajectory, run.settings);
        view.show();
        (void)QTest::qWaitForWindowExposed(&view);
        compute();
    }
    void compute() {
        hand.settle();
        if (const auto lattice = view.unfinished())
            view.setHeights(
                std::make_shared<insight::Heights>(insight::heights(objective, *lattice)));
        hand.settle();
    }
    QPoint pixel(double x, double y) { return view.pixel(x, y).toPoint(); }
    QImage image() {
        hand.settle();
        return view.grab().toImage();
    }

    descent::Objective objective;
    plot::MapView view;
    Hand<plot::MapView> hand{view};
};

insight::Heights heightsOf(const char* text, insight::Rectangle area, int columns, int rows) {
    const insight::Slice slice{at(0, 0)};
    return insight::heights(descent::Objective(analysed(text)), {slice, area, columns, rows});
}

QImage reliefOf(const char* text, const plot::Theme& theme = plot::Theme::light()) {
    const insight::Heights heights = heightsOf(text, {{-2, 2}, {-2, 2}}, 81, 81);
    return plot::reliefImage(heights, plot::HeightScale(heights.values), theme);
}

/// How long one unit of a variable is on the screen.
QSizeF unitOf(const plot::MapView& view) {
    return {view.axes().width() / view.range().width(),
            view.axes().height() / view.valueRange().width()};
}

bool isEqual(const plot::MapView& view) {
    const QSizeF unit = unitOf(view);
    return std::abs(unit.width() / unit.height() - 1) < 1e-9;
}

plot::Subject subjectOf(const Run& run) {
    plot::Subject subject;
    subject.analysis = run.function;
    subject.trajectory = run.trajectory;
    subject.settings = run.settings;
    subject.range = across;
    subject.values = up;
    return subject;
}

plot::Look mapLook() {
    plot::Look look;
    look.view = session::View::Map;
    return look;
}

QByteArray svgOf(const plot::Subject& subject, const plot::Look& look) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator device;
    device.setOutputDevice(&buffer);
    device.setSize({800, 500});
    plot::Picture(subject, look, {800, 500}).print(device);
    return buffer.data();
}

}  // namespace

class TestMap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void depthsGrowLighterWithTheHeights() {
        for (const plot::Theme& theme : {plot::Theme::light(), plot::Theme::dark()}) {
            const QImage image = reliefOf(bowl, theme);
            QCOMPARE(image.pixelColor(40, 40), theme.depths.front());
            QCOMPARE(image.pixelColor(0, 0), theme.depths.back());
            for (int column = 41; column < 81; ++column)
                QVERIFY(image.pixelColor(column, 40).lightness() >=
                        image.pixelColor(column - 1, 40).lightness());
        }
    }

    void basinsTellWhatBecomesOfRuns() {
        using insight::Fate;
        const plot::Theme theme = plot::Theme::light();
        insight::PlaneBasinMap map{
            {{descent::Point(std::array{0.0, 0.0})}, {{0, 1}, {0, 1}}, 4, 2},
            {{Fate::Settles, 0, 5},
             {Fate::Settles, 0, 90},
             {Fate::Settles, 1, 5},
             {Fate::Approaches, 0, 90},
             {Fate::Diverges, -1, 3},
             {Fate::Leaves, -1, 3},
             {Fate::Settles, 2, 5},
             {Fate::Unknown, -1, 0}},
            {{std::nullopt, true}, {std::nullopt, true}, {std::nullopt, false}},
            8};
        const QImage image = plot::basinImage(map, theme);
        const auto at = [&](int node) { return image.pixelColor(node % 4, 1 - node / 4); };
        QVERIFY(at(0).lightness() > at(1).lightness());  // the more steps the darker
        QVERIFY(std::abs(at(0).hue() - at(1).hue()) < 12);
        QVERIFY(std::abs(at(0).hue() - at(2).hue()) > 40);
        QVERIFY(at(3).saturation() < at(1).saturation());  // pale
        QCOMPARE(at(4), theme.diverges);
        QCOMPARE(at(5).alpha(), 0);
        QVERIFY(at(6).saturation() < 40);  // nothing that runs look for
        QCOMPARE(at(7), theme.ground);
    }

    void coloursAreTheSameForEverythingThatRisesAlike() {
        QVERIFY(reliefOf(bowl) == reliefOf("1024*(x^2+4*y^2)"));
        QVERIFY(reliefOf(bowl) != reliefOf("x^2+8*y^2"));
    }

    void theHighestRowIsAtTheTop() {
        const QImage image = reliefOf("x/100+y");
        QCOMPARE(image.pixelColor(80, 0), plot::Theme::light().depths.back());
        QCOMPARE(image.pixelColor(0, 80), plot::Theme::light().depths.front());
    }

    void whereFHasNoValueTheGroundShowsAndPolesAreTheEnds() {
        const QImage half = reliefOf("ln(x)+0*y");
        QCOMPARE(qAlpha(half.pixel(10, 40)), 0);
        QCOMPARE(qAlpha(half.pixel(60, 40)), 255);
        QCOMPARE(half.pixelColor(40, 40), plot::Theme::light().depths.front());
        QCOMPARE(reliefOf("1/(x^2+y^2)").pixelColor(40, 40), plot::Theme::light().depths.back());
        QVERIFY(reliefOf("sqrt(-1-x^2-y^2)").isNull());
    }

    void aConstantHasOneColour() {
        const QImage image = reliefOf("3+0*x+0*y");
        QCOMPARE(image.pixel(0, 0), image.pixel(40, 40));
        QVERIFY(plot::contrast(image.pixelColor(0, 0), plot::Theme::light().ball) > 1.2);
    }

    void aPathThatGoesStraightUpIsKept() {
        const Run run("0*x+y^2", at(1, 4), 0.05, 30);
        plot::Trail trail(0, 1);
        trail.setTrajectory(run.trajectory);
        const plot::Frame frame{across, up, {0, 0, 800, 600}};
        QVERIFY(trail.marks(frame).points.size() > 15);
        QVERIFY(trail.marks(frame).chords.size() > 15);
    }

    void aPathOfManyStepsIsThinned() {
        Run run("x^2+y^2", at(3, 2), 0.5);
        descent::Trajectory wild(2, run.settings);
        std::uint64_t random = 1;
        const auto next = [&random] {
            random = random * 6364136223846793005 + 1442695040888963407;
            return static_cast<double>(random >> 40) / (1 << 24) * 10 - 5;
        };
        for (int n = 0; n < 200'000; ++n) {
            descent::State state;
            state.iteration = n;
            state.at = at(next(), next());
            state.gradient = at(0, 0);
            wild.append(state);
        }
        plot::Trail trail(0, 1);
        trail.setTrajectory(wild);
        const plot::Trail::Marks& marks = trail.marks({across, up, {0, 0, 800, 600}});
        QVERIFY(marks.points.size() <= plot::Trail::mostPoints);
        QVERIFY(marks.chords.size() <= plot::Trail::mostChords);
        QVERIFY(marks.points.size() > plot::Trail::mostPoints / 8);
        QVERIFY(std::ranges::is_sorted(marks.pointSteps));
    }

    void theTrailIsSeenOnTheDarkestGround() {
        const Run run(bowl, at(4, 2), 0.02);
        Shown shown(run);
        shown.view.setPosition(40);
        const double* row = run.trajectory.row(25);
        const QRect about = around(shown.view.pixel(row[0], row[1]), 5);
        const plot::Theme theme = plot::Theme::light();
        QVERIFY(pixelsLike(shown.image(), theme.ground, about, 260) > 12);
        QVERIFY(pixelsLike(shown.image(), theme.trail, about, 160) > 12);
    }

    void theBallIsWhereItsIterateIs() {
        const Run run(himmelblau, at(0, 0), 0.01);
        Shown shown(run);
        for (const double position : {0.0, 3.0, 7.0}) {
            shown.view.setPosition(position);
            const double* row = run.trajectory.row(static_cast<std::size_t>(position));
            const QPointF where = shown.view.pixel(row[0], row[1]);
            QVERIFY(QLineF(shown.view.ballCentre(), where).length() < 1e-6);
            QVERIFY(pixelsLike(shown.image(), plot::Theme::light().ball, around(where, 6)) > 30);
        }
        shown.view.setPosition(0.5);
        const QPointF from = shown.view.pixel(0, 0);
        const QPointF to = shown.view.pixel(run.trajectory.row(1)[0], run.trajectory.row(1)[1]);
        QVERIFY(QLineF(shown.view.ballCentre(), (from + to) / 2).length() < 1e-6);
    }

    void theArrowPointsStraightDownAtARightAngleToTheContour() {
        const Run run("x+2*y", at(0, 0), 1e-6);
        Shown shown(run);
        shown.view.setEqualScale(true);
        shown.compute();
        shown.view.setPosition(0);
        const QPointF ball = shown.view.ballCentre();
        const QPointF along = QPointF(-1, 2) / std::sqrt(5);
        const QImage image = shown.image();
        const auto yellowAt = [&](QPointF way) {
            return pixelsLike(image, plot::slopeColour(), around(ball + 40 * way, 4), 60);
        };
        QVERIFY(yellowAt(along) > 4);
        QCOMPARE(yellowAt(-along), 0);
        QCOMPARE(yellowAt({1, 0}), 0);
        QCOMPARE(yellowAt({-2 / std::sqrt(5), 1 / std::sqrt(5)}), 0);
    }

    /// It would point past the minimum where the ball rests.
    void theArrowShrinksWithTheGradientAndGoes() {
        const Run run(bowl, at(4, 2), 0.1, 200);
        Shown shown(run);
        const auto yellowWithin = [&](double position, int reach) {
            shown.view.setPosition(position);
            return pixelsLike(shown.image(), plot::slopeColour(),
                              around(shown.view.ballCentre(), reach), 60);
        };
        QVERIFY(yellowWithin(0, 60) > yellowWithin(0, 32));
        QVERIFY(yellowWithin(10, 32) > 4);
        QCOMPARE(yellowWithin(10, 60), yellowWithin(10, 32));
        QCOMPARE(yellowWithin(static_cast<double>(run.trajectory.size() - 1), 60), 0);
    }

    void arrowsGoWithTheBall() {
        const Run run(bowl, at(-4, 3), 0.2);
        Shown shown(run);
        shown.view.setPosition(0);
        const QPoint start = shown.view.ballCentre().toPoint();
        const auto yellowAbout = [&](QPointF place) {
            return pixelsLike(shown.image(), plot::slopeColour(), around(place, 20), 60);
        };
        QVERIFY(yellowAbout(start) > 4);
        shown.view.setPosition(0.7);
        QVERIFY(QLineF(start, shown.view.ballCentre()).length() > 80);
        QCOMPARE(yellowAbout(start), 0);
        QVERIFY(yellowAbout(shown.view.ballCentre()) > 4);
    }

    /// Straight down from where it is, and not from where it came from.
    void theArrowOfARollingBallIsThatOfItsPlace() {
        const Run run("x^2+y^2", at(-4, 3), 0.9);  // it leaps to the other side
        Shown shown(run);
        shown.view.setEqualScale(true);
        shown.compute();
        shown.view.setPosition(0.9);
        const QPointF ball = shown.view.ballCentre();
        const QPointF back = QPointF(shown.pixel(-4, 3)) - ball;
        const QPointF tip = ball + 30 * back / std::hypot(back.x(), back.y());
        QVERIFY(pixelsLike(shown.image(), plot::slopeColour(), around(tip, 6), 60) > 4);
    }

    void theArrowsOfTheStepAndOfTheSlopeAreBothSeen() {
        for (const double length : {24.0, 40.0, 48.0, 60.0, 120.0}) {
            const Run whole("x+2*y", at(0, 0), 1);
            Shown probe(whole);
            const double unit =
                QLineF(probe.pixel(0, 0), probe.pixel(-1, -2)).length();  // of α = 1
            const Run run("x+2*y", at(0, 0), length / unit);
            Shown shown(run);
            shown.view.setPosition(0);
            const QPointF ball = shown.view.ballCentre();
            const QPointF step = QPointF(shown.pixel(-1, -2) - shown.pixel(0, 0)) / unit;
            const QImage image = shown.image();
            const auto along = [&](const QColor& colour, double from, double to) {
                int found = 0;
                for (double way = from; way < to; ++way)
                    found += pixelsLike(image, colour, around(ball + way * step, 0), 90) > 0;
                return found;
            };
            const QByteArray told = QByteArray::number(length);
            // The head of the step on its line, and the other shaft or head there.
            QVERIFY2(along(plot::Theme::light().text, length - 8, length - 2) > 3, told);
            QVERIFY2(along(plot::slopeColour(), 12, 140) > 6, told);
        }
    }

    void theVelocityIsAnArrowWithTheNewGradientAtItsTip() {
        descent::Momentum momentum;
        const Run run(bowl, at(-4, 2), 0.08, 40, momentum);
        Shown shown(run);
        shown.view.setPosition(3);
        const descent::State from = run.trajectory.state(3);
        const auto carried = [&](std::size_t i) {
            return from.at[i] - 0.08 * momentum.beta * from.memory[0][i];
        };
        const QPointF start = shown.view.ballCentre();
        const QPointF tip = shown.view.pixel(carried(0), carried(1));
        const QPointF end = shown.view.pixel(run.trajectory.row(4)[0], run.trajectory.row(4)[1]);
        const plot::Theme theme = plot::Theme::light();
        const auto seen = [&](plot::ArrowStyle style, QPointF place) {
            return pixelsLike(shown.image(), plot::arrowColour(style, theme), around(place, 3), 60);
        };
        QVERIFY(QLineF(start, tip).length() > 60 && QLineF(tip, end).length() > 30);
        QVERIFY(seen(plot::ArrowStyle::Carried, start + 0.7 * (tip - start)) > 4);
        // It is as blue as the map, but for its edges.
        const auto edges = [&] {
            return pixelsLike(shown.image(), theme.ground, around((tip + end) / 2, 4), 40);
        };
        QVERIFY2(edges() > 4, qPrintable(QString::number(edges())));
        // Not while the ball is on its way.
        shown.view.setPosition(3.5);
        QCOMPARE(edges(), 0);
        QCOMPARE(seen(plot::ArrowStyle::Carried, start + 0.7 * (tip - start)), 0);
    }

    void aScaledStepHasThePlainOneBesideIt() {
        const Run run(bowl, at(-4, 3), 0.5, 40, descent::RmsProp{});
        Shown shown(run);
        shown.view.setPosition(0);
        const descent::Point slope = run.trajectory[0].gradient;
        const QPointF plain = shown.view.pixel(-4 - 0.5 * slope[0], 3 - 0.5 * slope[1]);
        const QPointF ball = shown.view.ballCentre();
        int found = 0;
        for (double part = 0.3; part < 0.7; part += 0.02)
            found += pixelsLike(shown.image(), plot::Theme::light().text,
                                around(ball + part * (plain - ball), 1), 60);
        QVERIFY2(found > 10, qPrintable(QString::number(found)));
    }

    void refusedTriesAreMarked() {
        const Run run(bowl, at(-1, 1), 1, 40, descent::Backtracking{});
        Shown shown(run);
        shown.view.setPosition(0);
        // From (−1, 1) by α = 1/2 against (−2, 8).
        const QPointF refused = shown.view.pixel(0, -3);
        QVERIFY(pixelsLike(shown.image(), plot::Theme::light().text, around(refused, 4), 60) > 6);
    }

    void anAscentPointsUp() {
        Run run("x+2*y", at(0, 0), 1e-6);
        run.settings.direction = descent::Direction::Ascend;
        Shown shown(run);
        shown.view.setEqualScale(true);
        shown.compute();
        const QPointF ball = shown.view.ballCentre();
        const QPointF tip = ball + 40 * QPointF(1, -2) / std::sqrt(5);
        QVERIFY(pixelsLike(shown.image(), plot::slopeColour(), around(tip, 4), 60) > 4);
    }

    void aBallOutOfViewIsShownAtTheEdge() {
        const Run run(bowl, at(4, 2), 0.02);
        Shown shown(run);
        shown.view.setPosition(0);
        shown.view.setRanges({-1, 1}, {-1, 4});
        shown.compute();
        QVERIFY(shown.view.ballCentre().isNull());
        const QRectF area = shown.view.axes();
        const QRect edge(static_cast<int>(area.right()) - 30, static_cast<int>(area.top()), 30,
                         static_cast<int>(area.height()));
        QVERIFY(pixelsLike(shown.image(), plot::Theme::light().ball, edge) > 40);
    }

    void rivalsStandWhereTheyAreAndCanBePicked() {
        const Run run(himmelblau, at(0, 0), 0.01);
        const Run other(himmelblau, at(-2, -3), 0.001);
        Shown shown(run);
        shown.view.setRivals(0, {{3, other.trajectory, other.settings}});
        shown.view.setTrajectory(run.trajectory, run.settings);
        shown.view.setPosition(0);
        shown.hand.settle();
        const QColor colour = plot::Theme::light().runner(3);
        QVERIFY(pixelsLike(shown.image(), colour, around(shown.view.pixel(-2, -3), 6)) > 20);
        QSignalSpy picked(&shown.view, &plot::MapView::runnerPicked);
        QTest::mousePress(shown.hand.stage(), Qt::LeftButton, {}, shown.pixel(-2, -3));
        QCOMPARE(picked.size(), 1);
        QCOMPARE(picked.front().front().toULongLong(), 3ULL);
    }

    void aClickChoosesTheStart() {
        const Run run(himmelblau, at(0, 0), 0.01);
        Shown shown(run);
        QSignalSpy picked(&shown.view, &plot::MapView::startPicked);
        shown.hand.click(shown.pixel(-4.2, 3.1));
        QCOMPARE(picked.size(), 1);
        const QPointF start = picked.front().front().toPointF();
        QVERIFY(std::abs(start.x() + 4.2) < 0.02 && std::abs(start.y() - 3.1) < 0.02);
    }

    void draggingTheBallTakesTheStartAlong() {
        const Run run(himmelblau, at(0, 0), 0.01);
        Shown shown(run);
        shown.view.setPosition(0);
        shown.hand.settle();
        QSignalSpy picked(&shown.view, &plot::MapView::startPicked);
        QSignalSpy settled(&shown.view, &plot::MapView::startSettled);
        const auto before = shown.view.area();
        shown.hand.drag(shown.pixel(0, 0) + QPoint(3, 2), shown.pixel(2, -1) + QPoint(3, 2));
        QVERIFY(picked.size() >= 2);
        QCOMPARE(settled.size(), 1);
        const QPointF start = picked.back().front().toPointF();
        QVERIFY(std::abs(start.x() - 2) < 0.02 && std::abs(start.y() + 1) < 0.02);
        QCOMPARE(shown.view.area(), before);
    }

    void draggingTheBackgroundMovesTheView() {
        const Run run(himmelblau, at(0, 0), 0.01);
        Shown shown(run);
        QSignalSpy picked(&shown.view, &plot::MapView::startPicked);
        const auto before = shown.view.area();
        shown.hand.drag(shown.pixel(-4, 3), shown.pixel(-3, 2));
        QCOMPARE(picked.size(), 0);
        QVERIFY(std::abs(shown.view.range().low - before.across.low + 1) < 0.03);
        QVERIFY(std::abs(shown.view.valueRange().low - before.up.low - 1) < 0.03);
    }

    void keysMoveTheStartInBothVariables() {
        const Run run(himmelblau, at(1, 2), 0.01);
        Shown shown(run);
        QSignalSpy picked(&shown.view, &plot::MapView::startPicked);
        QTest::keyClick(&shown.view, Qt::Key_Right, Qt::ControlModifier);
        QTest::keyClick(&shown.view, Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(picked.size(), 2);
        const QPointF right = picked[0].front().toPointF();
        QVERIFY(std::abs(right.x() - 1 - 0.12) < 0.01);
        QCOMPARE(right.y(), 2.0);
        const QPointF up = picked[1].front().toPointF();
        QCOMPARE(up.x(), 1.0);
        QVERIFY(std::abs(up.y() - 2 - 0.1) < 0.01);
    }

    void theWheelZoomsAtThePointer() {
        const Run run(himmelblau, at(0, 0), 0.01);
        Shown shown(run);
        const QPoint pointer = shown.pixel(3, 2);
        shown.hand.wheel(pointer, 3);
        QVERIFY(shown.view.range().width() < 8);
        QVERIFY(QLineF(shown.view.pixel(3, 2), pointer).length() < 1.5);
    }

    void aDoubleClickAsksForTheStartBeforeAndForAFit() {
        const Run run(himmelblau, at(0, 0), 0.01);
        const Run other(himmelblau, at(1, 1), 0.01);
        Shown shown(run);
        connect(&shown.view, &plot::MapView::startPicked, &shown.view,
                [&] { shown.view.setTrajectory(other.trajectory, other.settings); });
        QSignalSpy picked(&shown.view, &plot::MapView::startPicked);
        QSignalSpy fit(&shown.view, &plot::MapView::fitWanted);
        shown.hand.doubleClick(shown.pixel(-4, 3));
        QCOMPARE(picked.back().front().toPointF(), QPointF(0, 0));
        QCOMPARE(fit.size(), 1);
    }

    void equalScaleHoldsThroughEverything() {
        const Run run(himmelblau, at(0, 0), 0.01);
        Shown shown(run);
        QVERIFY(!isEqual(shown.view));
        shown.view.setEqualScale(true);
        QVERIFY(isEqual(shown.view));
        QVERIFY(shown.view.range().low <= across.low && shown.view.range().high >= across.high);
        QVERIFY(shown.view.valueRange().low <= up.low && shown.view.valueRange().high >= up.high);
        shown.hand.wheel(shown.pixel(3, 2), 2);
        QVERIFY(isEqual(shown.view));
        shown.hand.drag(shown.pixel(-1, 3), shown.pixel(0, 2));
        QVERIFY(isEqual(shown.view));
        shown.view.resize(500, 700);
        shown.hand.settle();
        QVERIFY(isEqual(shown.view));
    }

    void heightsAreWantedUntilTheyAreThere() {
        const Run run(himmelblau, at(0, 0), 0.01);
        Shown shown(run);
        QVERIFY(!shown.view.unfinished());
        shown.view.setRanges({-3, 3}, up);
        QVERIFY(shown.view.unfinished());
        QCOMPARE(shown.view.unfinished()->area, shown.view.area());
        shown.compute();
        QVERIFY(!shown.view.unfinished());
        shown.view.setAnalysis(formula::Valued(analysed(bowl)));
        QVERIFY(shown.view.unfinished());
    }

    void thePointerTellsPlaceValueGradientAndCurvatures() {
        const Run run(bowl, at(4, 2), 0.01);
        Shown shown(run);
        QSignalSpy told(&shown.view, &plot::MapView::told);
        QTest::mouseMove(shown.hand.stage(), shown.pixel(-3, 1));
        QTRY_VERIFY(!told.isEmpty());
        const QString words = told.back().front().toString();
        for (const char* part : {"x = −3", "f(x, y) = 1", "∇f = (−6", "curvatures 2 and 8"})
            QVERIFY2(words.contains(QString::fromUtf8(part)), qPrintable(words));
    }

    void placesAreMarkedByTheirKinds() {
        const Run run(himmelblau, at(0, 0), 0.01);
        Shown shown(run);
        const plot::Theme theme = plot::Theme::light();
        const QImage before = shown.image();
        shown.view.setPlaces({place(Kind::Minimum, 3, 2), place(Kind::Maximum, -0.27, -0.92),
                              place(Kind::Saddle, 3.39, 0.07, 13),
                              place(Kind::Degenerate, -4, 4, 20)});
        const QImage marked = shown.image();
        const auto changed = [&](double x, double y, QColor colour) {
            const QRect part = around(shown.view.pixel(x, y), 6);
            return pixelsLike(marked, colour, part) - pixelsLike(before, colour, part);
        };
        QVERIFY(changed(3, 2, theme.minimum) > 20);
        QVERIFY(changed(-0.27, -0.92, theme.minimum) > 8);
        QVERIFY(changed(3.39, 0.07, Qt::white) > 8);
        QCOMPARE(changed(3.39, 0.07, theme.minimum), 0);
        QVERIFY(changed(-4, 4, theme.minimum) > 8);
        QCOMPARE(shown.view.placeAt(shown.view.pixel(3, 2))->kind, Kind::Minimum);
        QVERIFY(!shown.view.placeAt(shown.view.pixel(1, 2)));
    }

    void placesThatHaveNoRoomAreTold() {
        plot::Subject subject = subjectOf(Run(bowl, at(1, 1)));
        subject.landmarks.places = {place(Kind::Minimum, 0, 0), place(Kind::Saddle, 3, 0)};
        QVERIFY(!svgOf(subject, mapLook()).contains("zoom in"));
        subject.landmarks.places.push_back(place(Kind::Saddle, 3.02, 0));
        QVERIFY(svgOf(subject, mapLook()).contains("zoom in"));
    }

    void aSliceFollowsTheBallAndSaysSo() {
        const Run run("x^2+y^2+z^2+x*z", descent::Point(std::array{1.0, 2.0, 3.0}), 0.1);
        Shown shown(run);
        shown.view.setPosition(2);
        QCOMPARE(shown.view.unfinished()->slice.through[2], run.trajectory.row(2)[2]);
        shown.view.setPosition(5);
        QCOMPARE(shown.view.unfinished()->slice.through[2], run.trajectory.row(5)[2]);
        plot::Subject subject = subjectOf(run);
        QVERIFY(svgOf(subject, mapLook()).contains("A slice at z = "));
        QVERIFY(!svgOf(subjectOf(Run(bowl, at(1, 1))), mapLook()).contains("A slice"));
        subject.slice = insight::Slice{run.trajectory[0].at, 2, 0};
        QVERIFY(svgOf(subject, mapLook()).contains("A slice at y = "));
    }

    void theLowestOfASliceIsMarkedAndNotTakenForAnother() {
        const Run run("x^2+(z-x)^2+y^2", descent::Point(std::array{4.0, 3.0, -4.0}), 0.1);
        plot::Subject subject = subjectOf(run);
        insight::StationaryPlace minimum = place(Kind::Minimum, 0, 0);
        minimum.at = descent::Point(std::array{0.0, 0.0, 0.0});
        subject.landmarks.places = {minimum};
        QVERIFY(svgOf(subject, mapLook()).contains("lowest in this slice"));
        QVERIFY(svgOf(subject, mapLook()).contains("in another slice"));
        // In the slice z = −4 that is at x = −2.
        Shown shown(run);
        shown.view.setPosition(0);
        shown.compute();
        QVERIFY(pixelsLike(shown.image(), plot::Theme::light().minimum,
                           around(shown.pixel(-2, 0), 4), 40) > 8);
        const plot::Subject level = subjectOf(Run(bowl, at(1, 1)));
        QVERIFY(!svgOf(level, mapLook()).contains("in this slice"));
    }

    void theLegendTellsHeightsOfATinyViewApart() {
        plot::Subject subject = subjectOf(Run("x^2+y^2", at(1, 1), 1e-6));
        subject.range = {1 - 4e-12, 1 + 4e-12};
        subject.values = subject.range;
        const QByteArray svg = svgOf(subject, mapLook());
        QVERIFY(svg.contains(">2<"));
        QVERIFY2(svg.contains(">+ 3.2×10⁻¹¹<"), svg);
    }

    void arrowsAndTheContourAtTheBallTellWhatTheyMean() {
        descent::Momentum momentum;
        const Run run(bowl, at(-4, 2), 0.08, 40, momentum);
        Shown shown(run);
        shown.view.setPosition(3);
        shown.hand.settle();
        const auto tipAt = [&](QPointF place) {
            QToolTip::hideText();
            const QPoint pixel = place.toPoint();
            QHelpEvent help(QEvent::ToolTip, pixel, shown.view.mapToGlobal(pixel));
            QApplication::sendEvent(&shown.view, &help);
            return QToolTip::text();
        };
        const auto at = [&](double x, double y) { return shown.view.pixel(x, y); };
        const descent::State from = run.trajectory.state(3);
        const auto carried = [&](std::size_t i) {
            return from.at[i] - 0.08 * momentum.beta * from.memory[0][i];
        };
        const QPointF ball = shown.view.ballCentre();
        const QPointF end = at(run.trajectory.row(4)[0], run.trajectory.row(4)[1]);
        QVERIFY(tipAt(ball + 0.7 * (at(carried(0), carried(1)) - ball))
                    .contains(QStringLiteral("carries on")));
        QVERIFY2(tipAt(ball + 0.6 * (end - ball)).contains(QStringLiteral("next step")),
                 qPrintable(tipAt(ball + 0.6 * (end - ball))));
        const QPointF down(-from.gradient[0] * shown.view.axes().width() / across.width(),
                           from.gradient[1] * shown.view.axes().height() / up.width());
        const QPointF unit = down / std::hypot(down.x(), down.y());
        QVERIFY2(tipAt(ball + 24 * unit).contains(QStringLiteral("not to scale")),
                 qPrintable(tipAt(ball + 24 * unit)));
        QTRY_COMPARE(tipAt(at(5.5, -4.5)), QString());
    }

    void theLegendsEndsAreBeyondTheHeights() {
        plot::Subject subject = subjectOf(Run("x^2+y^2", at(1, 1)));
        const double corner = std::sqrt(8.5528 / 2);
        subject.range = {-corner, corner};
        subject.values = subject.range;
        QVERIFY(svgOf(subject, mapLook()).contains(">8.56<"));
        subject.analysis = Run("-(x^2+y^2)", at(1, 1)).function;
        QVERIFY(svgOf(subject, mapLook()).contains(">−8.56<"));
    }

    void aPlaceThatLiesNoPixelAsideIsInNoOtherSlice() {
        const Run run("x^2+y^2+z^2", descent::Point(std::array{4.0, 3.0, 0.001}), 1e-9);
        plot::Subject subject = subjectOf(run);
        insight::StationaryPlace minimum = place(Kind::Minimum, 0, 0);
        minimum.at = descent::Point(std::array{0.0, 0.0, 0.0});
        subject.landmarks.places = {minimum};
        QVERIFY(!svgOf(subject, mapLook()).contains("in another slice"));
        subject.trajectory =
            Run("x^2+y^2+z^2", descent::Point(std::array{4.0, 3.0, 0.1}), 1e-9).trajectory;
        QVERIFY(svgOf(subject, mapLook()).contains("in another slice"));
    }

    void theHeightsOfAnotherFormulaArePaleUntilTheNewAreThere() {
        const Run run(bowl, at(4, 2), 0.01);
        Shown shown(run);
        const QColor before = shown.image().pixelColor(shown.pixel(-5, 4));
        shown.view.setAnalysis(formula::Valued(analysed("x^2+4*y^2+y")));
        const QColor pale = shown.image().pixelColor(shown.pixel(-5, 4));
        QVERIFY(before != pale);
        shown.compute();
        QVERIFY(shown.image().pixelColor(shown.pixel(-5, 4)) != pale);
    }

    void whatIsAheadIsDimInTheDark() {
        const Run run(bowl, at(4, 2), 0.02);
        Shown shown(run);
        const Run other(bowl, at(-4, -4), 0.02);
        shown.view.setRivals(0, {{1, other.trajectory, other.settings}});
        shown.view.setTrajectory(run.trajectory, run.settings);
        shown.view.setTheme(plot::Theme::dark());
        const auto brightness = [&](double position) {
            shown.view.setPosition(position);
            const QImage image = shown.image();
            int brightest = 0;
            const QPointF at = shown.pixel(run.trajectory.row(12)[0], run.trajectory.row(12)[1]);
            const QRect part = around(at, 6);
            for (int x = part.left(); x <= part.right(); ++x)
                for (int y = part.top(); y <= part.bottom(); ++y)
                    brightest = std::max(brightest, image.pixelColor(x, y).lightness());
            return brightest;
        };
        const int behind = brightness(30);
        QVERIFY2(brightness(0) < behind - 40, qPrintable(QString::number(behind)));
    }

    void manyVariablesAreNamedAsFormulasAreSet() {
        const std::vector<std::string> many{"x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8"};
        QCOMPARE(session::valueName(many), QStringLiteral("f(x₁, …, x₈)"));
        QCOMPARE(session::valueName({"x1", "x2"}), QStringLiteral("f(x₁, x₂)"));
        const descent::Point at(std::array<double, 8>{1, 2, 3, 4, 5, 6, 7, 8});
        const QString told =
            session::tellPlace(many, {across, up}, {at}, {at, 1.5, at, std::nullopt});
        QVERIFY2(told.endsWith(QStringLiteral("|∇f| = 14.2829")), qPrintable(told));
    }

    void aPictureTellsItsColoursAndItsTitle() {
        plot::Look look = mapLook();
        look.title = look.legend = true;
        const QByteArray svg = svgOf(subjectOf(Run(himmelblau, at(0.2, -1.3), 0.01)), look);
        QCOMPARE(readSvg(svg).fault, QString());
        for (const char* words : {">f(x, y)<", ">0<", "next step", "straight down"})
            QVERIFY2(svg.contains(words), words);
        const QByteArray flat = svgOf(subjectOf(Run("3+0*x+0*y", at(1, 1))), mapLook());
        QVERIFY(flat.contains("f(x, y) = 3 everywhere in view"));
        const QByteArray none = svgOf(subjectOf(Run("sqrt(-1-x^2-y^2)", at(1, 1))), mapLook());
        QVERIFY(none.contains("f has no value anywhere in view."));
    }

    void framesOfAFilmAreThePicturesAtTheirPositions() {
        const Run run(himmelblau, at(0.2, -1.3), 0.01, 60);
        const Run other(himmelblau, at(0.3, -2), 0.002, 60);
        plot::Subject subject = subjectOf(run);
        subject.rivals = {{1, other.trajectory, other.settings}};
        plot::Picture film(subject, mapLook(), {500, 320});
        plot::Picture still(subject, mapLook(), {500, 320});
        for (const double position : {0.0, 0.5, 1.0, 7.25, 33.0, 60.0}) {
            film.setPosition(position);
            still.setPosition(position);
            QVERIFY2(film.frame() == still.image(), qPrintable(QString::number(position)));
        }
    }

    void aFunctionOfOneVariableHasNoMap() {
        const QString why = session::viewRow(session::View::Map).whyNot(session::Session());
        QVERIFY(why.contains(QStringLiteral("one")) && why.endsWith(QLatin1Char('.')));
        QVERIFY(session::viewRow(session::View::Curve).whyNot(session::Session()).isEmpty());
    }

    void aMapIsDrawnOfEveryFunction_data() {
        QTest::addColumn<QString>("function");
        for (const char* function :
             {himmelblau, "1/(x^2+y^2)", "1e308*x*y", "ln(x)+y", "0*x+0*y", "sqrt(-1-x^2)+y",
              "floor(x)+floor(y)", "tan(x*y)", "abs(x)+abs(y)"})
            QTest::newRow(function) << QString::fromLatin1(function);
    }
    void aMapIsDrawnOfEveryFunction() {
        QFETCH(QString, function);
        plot::Subject subject = subjectOf(Run(function.toUtf8().constData(), at(1, 1)));
        for (const double width : {1e-12, 1e-3, 10.0, 1e12}) {
            subject.range = {1 - width, 1 + width};
            subject.values = {1 - width, 1 + width};
            plot::Picture picture(subject, mapLook(), {400, 300});
            QVERIFY(!picture.image().isNull());
        }
    }
};

QTEST_MAIN(TestMap)
#include "tst_map.moc"
