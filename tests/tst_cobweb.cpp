// SPDX-License-Identifier: GPL-3.0-or-later

#include <QPaintEngine>
#include <QPainter>
#include <QSignalSpy>
#include <QtTest>
#include <cmath>
#include <limits>
#include <memory>

#include "pixels.h"
#include "plot/paint/label.h"
#include "plot/paint/staircase.h"
#include "plot/paint/stepmap.h"
#include "plot/view/cobwebview.h"
#include "runs.h"

namespace {

constexpr insight::Range wellRange{-1.8, 1.8};
const plot::Frame frame{{-1.8, 1.8}, {-1.8, 1.8}, QRectF(50, 10, 720, 540)};

plot::StepMap mapOf(const descent::Objective& objective, const descent::Settings& settings,
                    const plot::Frame& in) {
    const QSize pixels = in.area.size().toSize();
    const auto step = [&](double x) { return plot::StepMap::step(objective, settings, x); };
    return {objective, settings, in,
            insight::sample(step, {in.x, in.value, pixels.width(), pixels.height()})};
}
const QColor curve = plot::Theme::light().curve;
const QColor ball = plot::Theme::light().ball;

descent::Settings settings(double alpha, std::int64_t iterations = 200) {
    descent::Settings settings;
    settings.alpha = alpha;
    settings.maxIterations = iterations;
    return settings;
}

descent::Trajectory doubleWell(double alpha, std::int64_t iterations) {
    return finished(analysed("x^4/4-x^2/2"), 0.3, settings(alpha, iterations)).trajectory;
}

/// A view on the screen, with a run.
struct Shown {
    Shown(const char* function, insight::Range range, double start, double alpha)
        : analysis(analysed(function)), run(finished(analysis, start, settings(alpha))) {
        view.resize(900, 600);
        view.setAnalysis(analysis);
        view.setRange(range);
        view.setTrajectory(run.trajectory, settings(alpha));
        view.show();
        (void)QTest::qWaitForWindowExposed(&view);
        hand.settle();
    }
    double x(std::size_t n) const { return run.trajectory[n].at[0]; }
    QPoint at(double x, double next) { return view.pixel(x, next).toPoint(); }
    QImage image() {
        hand.settle();
        return view.grab().toImage();
    }

    formula::Analysis analysis;
    FinishedRun run;
    plot::CobwebView view;
    Hand<plot::CobwebView> hand{view};
};

/// Counts what a painter is told to draw.
class Counter : public QPaintDevice, public QPaintEngine {
public:
    Counter() : QPaintEngine(AllFeatures) {}
    int count = 0;

    QPaintEngine* paintEngine() const override { return const_cast<Counter*>(this); }
    int metric(PaintDeviceMetric metric) const override {
        return metric == PdmWidth || metric == PdmHeight ? 1000 : 96;
    }
    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    Type type() const override { return User; }
    void updateState(const QPaintEngineState&) override {}
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override { ++count; }
    void drawLines(const QLineF*, int lines) override { count += lines; }
    void drawPath(const QPainterPath&) override { ++count; }
    void drawPolygon(const QPointF*, int, PolygonDrawMode) override { ++count; }
};

/// The lines of a frame at the end of the run, and of all its stairs.
int linesDrawn(const descent::Trajectory& trajectory, const plot::Frame& in) {
    plot::Staircase staircase;
    staircase.setTrajectory(trajectory);
    Counter counter;
    QPainter painter(&counter);
    const plot::Theme theme = plot::Theme::light();
    plot::paintStairs(painter, staircase.stairs(in), in, 0.5, theme);
    plot::paintRecentStairs(painter, trajectory, static_cast<double>(trajectory.size() - 1), in,
                            theme);
    return counter.count;
}

}  // namespace

Q_DECLARE_METATYPE(insight::Range)

class TestCobweb : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noStepLeadsFromWhereTheFunctionHasNoValue() {
        const descent::Objective objective(analysed("ln(x)"));
        QVERIFY(std::isnan(plot::StepMap::step(objective, {0.05, 10}, -2)));
        QCOMPARE(plot::StepMap::step(objective, {0.05, 10}, 2), 1.975);
    }

    void stairsTurnOnTheMapAndOnTheDiagonal() {
        const descent::Trajectory run = doubleWell(0.9, 8);
        plot::Staircase staircase;
        staircase.setTrajectory(run);
        const auto stairs = staircase.stairs(frame);
        QCOMPARE(stairs.size(), std::size_t{8});
        for (std::size_t n = 0; n < stairs.size(); ++n) {
            const double here = run[n].at[0];
            const double next = run[n + 1].at[0];
            QCOMPARE(stairs[n].iteration, n);
            const auto [upright, level] = stairs[n].lines(frame);
            QCOMPARE(upright, QLineF(frame.pixel(here, here), frame.pixel(here, next)));
            QCOMPARE(level, QLineF(frame.pixel(here, next), frame.pixel(next, next)));
        }
    }

    void theTipClimbsWithTheBall_data() {
        QTest::addColumn<double>("part");
        QTest::addColumn<double>("across");
        QTest::addColumn<double>("up");
        QTest::newRow("at the iterate") << 0.0 << 0.0 << 0.0;
        QTest::newRow("on its way up") << 0.25 << 0.0 << 0.5;
        QTest::newRow("on the map") << 0.5 << 0.0 << 1.0;
        QTest::newRow("on its way across") << 0.75 << 0.5 << 1.0;
        QTest::newRow("nearly there") << 0.99 << 0.98 << 1.0;
    }
    void theTipClimbsWithTheBall() {
        QFETCH(double, part);
        QFETCH(double, across);
        QFETCH(double, up);
        Shown shown("x^4/4-x^2/2", wellRange, 0.3, 0.9);
        shown.view.setPosition(1 + part);
        const double here = shown.x(1);
        const double step = shown.x(2) - here;
        const QPointF wanted = shown.view.pixel(here + across * step, here + up * step);
        QVERIFY(QLineF(shown.view.tip(), wanted).length() < 1e-6);
        const QImage image = shown.image();
        QVERIFY(pixelsLike(image, ball, around(wanted, 3)) > 20);
    }

    void stairsAreDrawnAsFarAsTheyAreClimbed() {
        Shown shown("x^2", {-5, 5}, 4, 0.9);
        const auto middle = [&](std::size_t n) {
            return shown.at(shown.x(n) / 2 + shown.x(n + 1) / 2, shown.x(n + 1));
        };
        shown.view.setPosition(2.4);
        QImage image = shown.image();
        QVERIFY(pixelsLike(image, ball, around(middle(1), 3), 300) > 6);
        QCOMPARE(pixelsLike(image, ball, around(middle(2), 3), 300), 0);
        shown.view.setPosition(3);
        image = shown.image();
        QVERIFY(pixelsLike(image, ball, around(middle(2), 3), 300) > 6);
        shown.view.setPosition(0);
        image = shown.image();
        QCOMPARE(pixelsLike(image, ball, around(middle(1), 3), 300), 0);
    }

    void atTheStartTheFirstStairIsDotted() {
        Shown shown("x^2", {-5, 5}, 4, 0.9);
        const QColor trail = plot::Theme::light().trail;
        const auto drawn = [&](std::size_t n) {
            const QPointF from = shown.view.pixel(shown.x(n), shown.x(n + 1));
            const QPointF to = shown.view.pixel(shown.x(n + 1), shown.x(n + 1));
            const QRectF level = QRectF(from, to).normalized().adjusted(9, -2, -9, 2);
            return pixelsLike(shown.image(), trail, level.toRect(), 200);
        };
        shown.view.setPosition(1);
        const int climbed = drawn(0);
        QVERIFY(climbed > 100);
        shown.view.setPosition(0);
        const int dotted = drawn(0);
        QVERIFY2(dotted > climbed / 8 && dotted < 0.8 * climbed,
                 qPrintable(QStringLiteral("%1 of %2").arg(dotted).arg(climbed)));
        QCOMPARE(drawn(1), 0);
    }

    void playingLeavesTheSamePictureAsJumping() {
        Shown played("x^4/4-x^2/2", wellRange, 0.3, 1.4);
        for (double position = 0; position <= 150; position += 2.5) {
            played.view.setPosition(position);
            played.hand.settle();
        }
        played.view.setTheme(plot::Theme::light());
        played.hand.settle();
        for (double position = 150; position >= 70; position -= 2.5) {
            played.view.setPosition(position);
            played.hand.settle();
        }
        Shown jumped("x^4/4-x^2/2", wellRange, 0.3, 1.4);
        jumped.view.setPosition(70);
        QCOMPARE(played.image(), jumped.image());
    }

    void mapAndDiagonalAreWhereTheFormulaSays() {
        Shown shown("x^4/4-x^2/2", wellRange, 0.3, 0.9);
        shown.view.setPosition(0);
        const QImage image = shown.image();
        for (const double x : {-1.3, -0.5, 0.6, 1.4}) {
            const double next = x - 0.9 * (x * x * x - x);
            QVERIFY(pixelsLike(image, curve, around(shown.view.pixel(x, next), 2)) > 3);
            const QColor text = plot::Theme::light().text;
            QVERIFY(pixelsLike(image, text, around(shown.view.pixel(x, x), 2), 300) > 1);
        }
    }

    void ascendingGoesTheOtherWay() {
        descent::Settings ascending = settings(0.5);
        ascending.direction = descent::Direction::Ascend;
        const plot::StepMap map =
            mapOf(descent::Objective(analysed("x^2/2"), ascending.direction), ascending, frame);
        QCOMPARE(map.slope(-1), 1.5);
        const plot::StepMap down =
            mapOf(descent::Objective(analysed("x^2/2")), settings(0.5), frame);
        QCOMPARE(down.slope(1), 0.5);
        QVERIFY(map.points().back().y() < down.points().back().y());
    }

    void fixedPointsAreTheStationaryPoints_data() {
        QTest::addColumn<QByteArray>("function");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<QList<double>>("places");
        QTest::addColumn<QList<bool>>("stable");
        const QByteArray well("x^4/4-x^2/2");
        const QList<double> three{-1, 0, 1};
        QTest::newRow("settles") << well << 0.9 << three << QList<bool>{true, false, true};
        QTest::newRow("swings") << well << 1.1 << three << QList<bool>{false, false, false};
        QTest::newRow("tiny steps") << well << 1e-6 << three << QList<bool>{true, false, true};
        QTest::newRow("pole") << QByteArray("1/x") << 0.1 << QList<double>{} << QList<bool>{};
        QTest::newRow("level") << QByteArray("3") << 0.1 << QList<double>{} << QList<bool>{};
        QTest::newRow("jump") << QByteArray("abs(x-0.0123)") << 0.7 << QList<double>{}
                              << QList<bool>{};
    }
    void fixedPointsAreTheStationaryPoints() {
        QFETCH(QByteArray, function);
        QFETCH(double, alpha);
        QFETCH(QList<double>, places);
        QFETCH(QList<bool>, stable);
        const plot::StepMap map =
            mapOf(descent::Objective(analysed(function.constData())), settings(alpha), frame);
        QCOMPARE(qsizetype(map.fixedPoints().size()), places.size());
        for (qsizetype i = 0; i < places.size(); ++i) {
            const auto& point = map.fixedPoints()[static_cast<std::size_t>(i)];
            QVERIFY(std::abs(point.x - places[i]) < 0.005);
            QCOMPARE(point.stable, stable[i]);
        }
    }

    void stableFixedPointsAreFullAndOthersHollow() {
        Shown shown("x^4/4-x^2/2", wellRange, 0.3, 0.9);
        shown.view.setPosition(0);
        const QImage image = shown.image();
        QCOMPARE(pixelsLike(image, curve, around(shown.view.pixel(-1, -1), 2)), 25);
        QCOMPARE(pixelsLike(image, curve, around(shown.view.pixel(0, 0), 2)), 0);
    }

    void theSlopeAtTheExtremumIsTold_data() {
        QTest::addColumn<double>("slope");
        QTest::addColumn<QString>("text");
        QTest::newRow("creeps") << 0.72 << QStringLiteral("slope m = 0.72: stable, |m| < 1");
        QTest::newRow("swings") << -0.8 << QStringLiteral("slope m = −0.8: stable, |m| < 1");
        QTest::newRow("leaves") << -1.2 << QStringLiteral("slope m = −1.2: unstable, |m| > 1");
        QTest::newRow("grows") << 1.5 << QStringLiteral("slope m = 1.5: unstable, |m| > 1");
        QTest::newRow("at once") << -2e-17 << QStringLiteral("slope m = 0: stable, |m| < 1");
        QTest::newRow("edge") << -1.0
                              << QStringLiteral(
                                     "slope m = −1: |m| = 1 does not tell whether it is stable");
        QTest::newRow("just below 1")
            << 1 - 2e-10 << QStringLiteral("slope m = 1 − 2×10⁻¹⁰: stable, |m| < 1");
        QTest::newRow("just beyond -1")
            << -1 - 2e-10 << QStringLiteral("slope m = −1 − 2×10⁻¹⁰: unstable, |m| > 1");
    }
    void theSlopeAtTheExtremumIsTold() {
        QFETCH(double, slope);
        QFETCH(QString, text);
        QCOMPARE(plot::slopeNote(slope), text);
    }

    void theSlopeIsDrawnWhereTheExtremumIs() {
        Shown shown("x^4/4-x^2/2", wellRange, 0.3, 0.9);
        const QColor tangent = plot::Theme::light().tangent;
        QImage image = shown.image();
        QCOMPARE(pixelsLike(image, tangent, image.rect()), 0);
        shown.view.setExtremum(insight::StationaryPoint{1, -0.25, 2});
        image = shown.image();
        QVERIFY(pixelsLike(image, tangent, around(shown.view.pixel(1, 1), 60)) > 50);
        QVERIFY(pixelsLike(image, tangent, image.rect()) ==
                pixelsLike(image, tangent, around(shown.view.pixel(1, 1), 60)));
        shown.view.setRange({-0.9, 0.9});
        image = shown.image();
        QCOMPARE(pixelsLike(image, tangent, image.rect()), 0);
    }

    void notesLieBesideEachOther() {
        const plot::Frame small{{-2.4, 2.4}, {-2.4, 2.4}, QRectF(100, 20, 480, 220)};
        const descent::Objective well(analysed("x^4-4*x^2+x"));
        const plot::StepMap map = mapOf(well, settings(0.02), small);
        QImage image(600, 320, QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&image);
        const plot::Theme theme = plot::Theme::light().projected();
        const insight::StationaryPoint minimum{1.347, -2.6, well.curvature(1.347)};
        const QRectF formula = plot::paintFormula(painter, map, theme);
        const QRectF slope = plot::paintSlope(painter, map, minimum, formula, theme);
        QVERIFY(small.area.contains(slope));
        QVERIFY(!slope.intersects(formula));
        const QRectF beyond = plot::paintSlope(painter, map, {3, 0, 1}, formula, theme);
        QVERIFY(beyond.isNull());
    }

    void notesCoverNeitherTheMapNorTheDiagonal_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("alpha");
        for (const QString& function :
             QStringLiteral("x^2 x^4-4*x^2+x cos(3*x) -x^3 20*sin(x)").split(u' ')) {
            for (const double alpha : {0.02, 0.3, 0.9, 2.0})
                QTest::addRow("%s, %g", qPrintable(function), alpha) << function << alpha;
        }
    }
    void notesCoverNeitherTheMapNorTheDiagonal() {
        QFETCH(QString, function);
        QFETCH(double, alpha);
        const plot::Frame frame{{-2.4, 2.4}, {-2.4, 2.4}, QRectF(100, 20, 480, 420)};
        const descent::Objective objective(analysed(function.toStdString()));
        const plot::StepMap map = mapOf(objective, settings(alpha), frame);
        QImage image(620, 480, QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&image);
        const plot::Theme theme = plot::Theme::light();
        const QRectF formula = plot::paintFormula(painter, map, theme);
        const QRectF slope =
            plot::paintSlope(painter, map, {0.5, 0, objective.curvature(0.5)}, formula, theme);
        const plot::Obstacles lines{map.points(), {plot::diagonal(frame)}, {}};
        for (const QRectF& covered : {formula, slope})
            QVERIFY(covered.isNull() || lines.leaveFree(covered));
        QVERIFY(function != QLatin1String("x^2") || !(formula.isNull() || slope.isNull()));
    }

    void anotherLearningRateBendsTheMap() {
        Shown shown("x^2/2", {-5, 5}, 4, 0.5);
        const QImage before = shown.image();
        QVERIFY(pixelsLike(before, curve, around(shown.view.pixel(3, 1.5), 2)) > 3);
        shown.view.setTrajectory(shown.run.trajectory, settings(1.5));
        const QImage after = shown.image();
        QCOMPARE(pixelsLike(after, curve, around(shown.view.pixel(3, 1.5), 2)), 0);
        QVERIFY(pixelsLike(after, curve, around(shown.view.pixel(3, -1.5), 2)) > 3);
    }

    void aMillionStepsDrawWhatAThousandDo_data() {
        QTest::addColumn<double>("alpha");
        QTest::newRow("cycle of two") << 1.1;
        QTest::newRow("cycle of four") << 1.25;
    }
    void aMillionStepsDrawWhatAThousandDo() {
        QFETCH(double, alpha);
        const int thousand = linesDrawn(doubleWell(alpha, 1000), frame);
        QVERIFY(thousand > 8);
        QCOMPARE(linesDrawn(doubleWell(alpha, 1'000'000), frame), thousand);
    }

    void noRunDrawsMoreThanPixelsShow_data() {
        QTest::addColumn<double>("alpha");
        QTest::addColumn<insight::Range>("range");
        QTest::newRow("chaos") << 1.4 << insight::Range{-1.8, 1.8};
        QTest::newRow("chaos, closer") << 1.4 << insight::Range{0.4, 1.3};
        QTest::newRow("creeps") << 1e-6 << insight::Range{0.3, 0.7};
    }
    void noRunDrawsMoreThanPixelsShow() {
        QFETCH(double, alpha);
        QFETCH(insight::Range, range);
        const int lines = linesDrawn(doubleWell(alpha, 1'000'000), {range, range, frame.area});
        QVERIFY2(lines <= int(2 * plot::Staircase::mostStairs) + 14,
                 qPrintable(QString::number(lines)));
    }

    void aGrownRunIsThinnedAsIfItCameWhole() {
        const descent::Trajectory run = doubleWell(1.4, 5000);
        plot::Staircase whole;
        whole.setTrajectory(run);
        plot::Staircase grown;
        for (const std::size_t size : {10, 700, 5001}) {
            grown.setTrajectory(run.prefix(size));
            (void)grown.stairs(frame);
        }
        const auto same = [](const plot::Stair& a, const plot::Stair& b) {
            return a.iteration == b.iteration && a.from == b.from && a.to == b.to;
        };
        QVERIFY(std::ranges::equal(grown.stairs(frame), whole.stairs(frame), same));
    }

    void aRunThatDivergesIsClipped() {
        const descent::Trajectory run = finished(analysed("x^4"), 3, settings(1)).trajectory;
        QVERIFY(std::abs(run.last().at[0]) > 1e12);
        plot::Staircase staircase;
        staircase.setTrajectory(run);
        QVERIFY(staircase.stairs(frame).size() <= 2);
        Shown shown("x^2", {-5, 5}, 4, 1.05);
        const auto last = static_cast<double>(shown.run.trajectory.size() - 1);
        for (const double position : {3.3, last / 2, last}) {
            shown.view.setPosition(position);
            QVERIFY(shown.view.tip().isNull());
            const QImage image = shown.image();
            const QRect area(shown.at(-5, 5), shown.at(5, -5));
            QVERIFY(pixelsLike(image, ball, area) > 50);
        }
    }

    void clickingPicksTheStart() {
        Shown shown("x^2", {-5, 5}, 4, 0.9);
        QSignalSpy picked(&shown.view, &plot::CobwebView::startPicked);
        shown.hand.click(shown.at(-2, 3));
        QCOMPARE(picked.count(), 1);
        QVERIFY(std::abs(picked.last().first().toDouble() + 2) < 0.01);
        shown.hand.click({5, 5});
        QCOMPARE(picked.count(), 1);
    }

    void draggingPans() {
        Shown shown("x^2", {-5, 5}, 4, 0.9);
        QSignalSpy picked(&shown.view, &plot::CobwebView::startPicked);
        const QPoint from = shown.at(-2, 3);
        shown.hand.drag(from, from + QPoint(80, -40));
        QCOMPARE(picked.count(), 0);
        QVERIFY((shown.at(-2, 3) - from - QPoint(80, -40)).manhattanLength() <= 2);
        QVERIFY(std::abs(shown.view.range().width() - 10) < 1e-9);
    }

    void wheelZoomsAtThePointer() {
        Shown shown("x^2", {-5, 5}, 4, 0.9);
        const QPoint place = shown.at(-2, 3);
        shown.hand.wheel(place, 3);
        QVERIFY(shown.view.range().width() < 10 / 1.5);
        QVERIFY(shown.view.valueRange().width() < 10 / 1.5);
        QVERIFY((shown.at(-2, 3) - place).manhattanLength() <= 2);
    }

    void doubleClickFitsAndKeepsTheStart() {
        Shown shown("x^2", {-5, 5}, 4, 0.9);
        QObject::connect(&shown.view, &plot::CobwebView::startPicked, &shown.view, [&](double x) {
            shown.view.setTrajectory(finished(shown.analysis, x, settings(0.9)).trajectory,
                                     settings(0.9));
        });
        QSignalSpy picked(&shown.view, &plot::CobwebView::startPicked);
        QObject::connect(&shown.view, &plot::CobwebView::fitWanted, &shown.view,
                         &plot::CobwebView::fit);
        shown.hand.wheel(shown.at(1, 1), 5);
        shown.hand.doubleClick(shown.at(1, 1));
        QVERIFY(shown.view.range() == (insight::Range{-5, 5}));
        QVERIFY(shown.view.valueRange() == (insight::Range{-5, 5}));
        QCOMPARE(picked.last().first().toDouble(), 4.0);
    }

    void anyFunctionAndRunCanBeShown_data() {
        QTest::addColumn<QByteArray>("function");
        QTest::addColumn<double>("start");
        QTest::addColumn<double>("alpha");
        QTest::newRow("diverges") << QByteArray("x^4") << 3.0 << 1.0;
        QTest::newRow("leaves the domain") << QByteArray("x*sqrt(x)") << 1.0 << 3.0;
        QTest::newRow("starts outside") << QByteArray("ln(x)") << -1.0 << 1.0;
        QTest::newRow("starts at a pole") << QByteArray("1/x") << 0.0 << 1.0;
        QTest::newRow("defined nowhere") << QByteArray("sqrt(-1-x^2)") << 0.0 << 1.0;
        QTest::newRow("huge") << QByteArray("exp(exp(x^2))") << 2.0 << 1.0;
        QTest::newRow("steep") << QByteArray("1000*sin(50*x)") << 1.0 << 0.01;
        QTest::newRow("corner") << QByteArray("abs(x)") << 3.0 << 0.7;
    }
    void anyFunctionAndRunCanBeShown() {
        QFETCH(QByteArray, function);
        QFETCH(double, start);
        QFETCH(double, alpha);
        Shown shown(function.constData(), {-5, 5}, start, alpha);
        const double nan = std::numeric_limits<double>::quiet_NaN();
        shown.view.setExtremum(insight::StationaryPoint{0, 0, nan});
        const auto last = static_cast<double>(shown.run.trajectory.size() - 1);
        for (const double part : {0.0, 0.3, 0.99, 1.0}) {
            shown.view.setPosition(part * last);
            shown.hand.settle();
        }
        shown.view.setRange({nan, 1});
        QVERIFY(shown.view.range() == (insight::Range{-5, 5}));
        QVERIFY(!shown.view.picture({640, 400}).isNull());
        QVERIFY(shown.view.picture({0, 400}).isNull());
    }

    void aViewWithoutARunShowsItsMap() {
        plot::CobwebView view;
        view.resize(600, 320);
        QVERIFY(!view.picture({600, 320}).isNull());
        view.setAnalysis(analysed("x^2/2"));
        view.setTrajectory({}, settings(0.5));
        const QImage image = view.picture({600, 320});
        QVERIFY(pixelsLike(image, curve, image.rect()) > 300);
        QVERIFY(view.tip().isNull());
    }

    void picturesAreScaledAndFollowTheTheme() {
        Shown shown("x^4/4-x^2/2", wellRange, 0.3, 0.9);
        const QImage small = shown.view.picture({600, 400});
        const QImage large = shown.view.picture({1200, 800}, 2);
        const double ratio =
            double(pixelsLike(large, curve, large.rect())) / pixelsLike(small, curve, small.rect());
        QVERIFY2(ratio > 3 && ratio < 5.5, qPrintable(QString::number(ratio)));
        shown.view.setTheme(plot::Theme::dark());
        const QImage dark = shown.view.picture({600, 400});
        QCOMPARE(dark.pixelColor(2, 2), plot::Theme::dark().ground);
    }
};

QTEST_MAIN(TestCobweb)
#include "tst_cobweb.moc"
