// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <cmath>
#include <limits>
#include <numbers>
#include <set>

#include "descent/objective.h"
#include "insight/landscape.h"
#include "insight/stationary.h"
#include "insight/valleys.h"
#include "plot/paint/axes.h"
#include "plot/paint/trail.h"
#include "plot/shape/curvepath.h"
#include "plot/shape/envelope.h"
#include "plot/shape/frame.h"
#include "plot/shape/roll.h"
#include "plot/shape/straightened.h"
#include "plot/shape/thinning.h"
#include "runs.h"

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double radius = 9;
const QRectF area(50, 10, 1000, 600);

/// A function as it is drawn in `area`.
struct Drawn {
    Drawn(const char* function, insight::Range x, insight::Range value)
        : objective(analysed(function)),
          frame{x, value, area},
          path(insight::sample(objective, {x, value, 1000, 600}), frame, frame.column(0)) {}

    insight::CurvePoint point(double x) const { return {x, objective.value(x)}; }
    plot::Pose roll(double from, double to, double part) const {
        return plot::roll(path, frame, point(from), point(to), part, radius);
    }

    descent::Objective objective;
    plot::Frame frame;
    plot::CurvePath path;
};

const Drawn& doubleWell() {
    static const Drawn drawn("x^4-4*x^2+x", {-2.4, 2.4}, {-7, 13});
    return drawn;
}

descent::Trajectory chaos(std::int64_t iterations) {
    descent::Settings settings;
    settings.alpha = 1.4;
    settings.maxIterations = iterations;
    return finished(analysed("x^4/4-x^2/2"), 0.3, settings).trajectory;
}

}  // namespace

class TestPlot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void clipsSegments_data() {
        QTest::addColumn<QLineF>("segment");
        QTest::addColumn<bool>("visible");
        QTest::addColumn<QLineF>("inside");
        const QLineF level(100, 100, 900, 100);
        QTest::newRow("inside") << level << true << level;
        QTest::newRow("backwards")
            << QLineF(900, 100, 100, 100) << true << QLineF(900, 100, 100, 100);
        QTest::newRow("across") << QLineF(-950, 100, 2050, 100) << true
                                << QLineF(50, 100, 1050, 100);
        QTest::newRow("a steep one")
            << QLineF(500, 300, 500, -1e200) << true << QLineF(500, 300, 500, 10);
        QTest::newRow("from far away")
            << QLineF(500, 1e300, 500, 300) << true << QLineF(500, 610, 500, 300);
        QTest::newRow("above") << QLineF(0, 0, 2000, 0) << false << QLineF();
        QTest::newRow("past a corner") << QLineF(0, 50, 60, -20) << false << QLineF();
        QTest::newRow("both ends far away")
            << QLineF(-1e200, -1e250, 1e250, 1e200) << false << QLineF();
        QTest::newRow("a break") << QLineF(100, 100, 110, undefined) << false << QLineF();
        QTest::newRow("after a break") << QLineF(100, undefined, 110, 100) << false << QLineF();
    }
    void clipsSegments() {
        QFETCH(QLineF, segment);
        QFETCH(bool, visible);
        QFETCH(QLineF, inside);
        QCOMPARE(plot::clip(segment, area), visible);
        if (visible) QCOMPARE(segment, inside);
    }

    void writesAnXWithTheDigitsOfAPixel_data() {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<double>("column");
        QTest::addColumn<double>("written");
        QTest::newRow("within a digit") << 0.0 << 1.0 << 50 + 130.41086988680536 << 0.1304;
        QTest::newRow("negative") << -3.0 << 1.0 << 50 + 666.6 << -0.3336;
        QTest::newRow("zero") << -1.0 << 1.0 << 550.001 << 0.0;
        QTest::newRow("large") << 0.0 << 3e9 << 50 + 333.3333 << 1e9;
        QTest::newRow("far") << 1e9 << 1e9 + 1 << 50 + 333.3333 << 1000000000.3333;
        QTest::newRow("tiny") << 0.0 << 1e-100 << 50 + 777.77777 << 7.778e-101;
        QTest::newRow("huge") << 0.0 << 1e200 << 50 + 777.77777 << 7.778e199;
    }
    void writesAnXWithTheDigitsOfAPixel() {
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(double, column);
        QFETCH(double, written);
        const plot::Frame frame{{low, high}, {0, 1}, area};
        QVERIFY2(frame.writtenAt(column) == written,
                 qPrintable(QString::number(frame.writtenAt(column), 'g', 17)));
    }

    void ballTouchesTheCurve() {
        const Drawn& drawn = doubleWell();
        for (int i = 0; i <= 100; ++i) {
            const plot::Pose pose = drawn.roll(2.2, -2.2, i / 100.0);
            QVERIFY(pose.rolling);
            const QPointF centre = pose.centre(radius);
            const auto nearest = drawn.path.nearest(centre, 2 * radius);
            QVERIFY(nearest);
            QVERIFY2(std::abs(QLineF(*nearest, centre).length() - radius) < 1,
                     qPrintable(QString::number(i)));
            const double x = drawn.frame.xAt(centre.x());
            QVERIFY(centre.y() < drawn.frame.row(drawn.objective.value(x)));
        }
    }

    void ballTurnsByItsWayOverItsRadius() {
        const Drawn& drawn = doubleWell();
        QPointF before = drawn.roll(-1.5, 2, 0).contact;
        double way = 0;
        for (int i = 1; i <= 5000; ++i) {
            const QPointF here = drawn.roll(-1.5, 2, i / 5000.0).contact;
            way += QLineF(before, here).length();
            before = here;
        }
        const double turned = drawn.roll(-1.5, 2, 1).angle - drawn.roll(-1.5, 2, 0).angle;
        QVERIFY2(std::abs(turned * radius - way) < 1, qPrintable(QString::number(turned)));
        QCOMPARE(drawn.roll(2, -1.5, 1).angle, drawn.roll(-1.5, 2, 0).angle);
    }

    void ballCoversEqualLengthsInEqualTimes() {
        const Drawn& drawn = doubleWell();
        double shortest = inf;
        double longest = 0;
        for (int quarter = 0; quarter < 4; ++quarter) {
            const double from = drawn.path.length(drawn.roll(2.2, 0.5, quarter / 4.0).contact.x());
            const double to =
                drawn.path.length(drawn.roll(2.2, 0.5, (quarter + 1) / 4.0).contact.x());
            shortest = std::min(shortest, from - to);
            longest = std::max(longest, from - to);
        }
        QVERIFY(shortest > 50);
        QVERIFY(longest - shortest < 0.01);
    }

    void ballHopsOverAPole() {
        const Drawn drawn("1/x", {-3, 3}, {-5, 5});
        const QLineF straight(drawn.frame.pixel(-1, -1), drawn.frame.pixel(1, 1));
        for (const double part : {0.2, 0.5, 0.9}) {
            const plot::Pose pose = drawn.roll(-1, 1, part);
            QVERIFY(!pose.rolling);
            QVERIFY(QLineF(pose.contact, straight.pointAt(part)).length() < 1);
        }
        QVERIFY(drawn.roll(-2, -1, 0.5).rolling);
        QVERIFY(drawn.roll(1, 2, 0.5).rolling);
    }

    void ballStandsOnItsOwnSideOfAJump() {
        const Drawn drawn("floor(x)", {-2.2, 2.2}, {-3, 3});
        for (const double x : {-1.0, 1.0, 2.0}) {
            const plot::Pose pose = drawn.roll(x, x, 0);
            QVERIFY(QLineF(pose.contact, drawn.frame.pixel(x, x)).length() < 1.5);
        }
    }

    void ballHopsWhereTheCurveLeavesTheView() {
        const Drawn drawn("x^2", {-2, 2}, {0.25, 5});
        QVERIFY(!drawn.roll(-1, 1, 0.5).rolling);
        QVERIFY(drawn.roll(1, 1.5, 0.5).rolling);
        QVERIFY(!drawn.roll(1, 3, 0.5).rolling);
    }

    void ballStaysLevelWhereThereIsNoValue() {
        descent::Settings settings;
        settings.alpha = 3;
        const descent::Trajectory trajectory =
            finished(analysed("x*sqrt(x)"), 1, settings).trajectory;
        QVERIFY(std::isnan(trajectory.last().value));
        const insight::CurvePoint last = plot::place(trajectory, trajectory.size() - 1);
        QCOMPARE(last.x, trajectory.last().at[0]);
        QCOMPARE(last.value, trajectory[trajectory.size() - 2].value);
    }

    void ballRestsAtTheEdgeOfTheDomain() {
        const Drawn drawn("sqrt(x)", {-1, 4}, {-1, 3});
        QVERIFY(drawn.roll(0, 2, 0.5).rolling);
        const plot::Pose pose = drawn.roll(0, 2, 0);
        QVERIFY(QLineF(pose.contact, drawn.frame.pixel(0, 0)).length() < 1);
    }

    void posesAreFiniteWhateverTheNumbers_data() {
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("value");
        for (const double number : {0.0, 1e12, -1e300, inf}) {
            QTest::addRow("x %g", number) << number << 1.0;
            QTest::addRow("f %g", number) << 1.0 << number;
        }
    }
    void posesAreFiniteWhateverTheNumbers() {
        QFETCH(double, x);
        QFETCH(double, value);
        const Drawn& drawn = doubleWell();
        for (const double part : {0.0, 0.5, 1.0}) {
            const plot::Pose pose =
                plot::roll(drawn.path, drawn.frame, drawn.point(1), {x, value}, part, radius);
            QVERIFY(std::isfinite(pose.contact.x()) && std::isfinite(pose.contact.y()));
            QVERIFY(std::isfinite(pose.angle));
            QVERIFY(std::abs(std::hypot(pose.normal.x(), pose.normal.y()) - 1) < 1e-9);
        }
    }

    void ballStandsAtTheFootOfTheViewWhereNothingIsDefined() {
        const Drawn drawn("sqrt(-1-x^2)", {-5, 5}, {-1, 1});
        for (const double x : {-5.0, 0.0, 0.001, 5.0}) {
            const plot::Pose pose = drawn.roll(x, x, 0);
            QVERIFY(!pose.rolling);
            QCOMPARE(pose.contact, QPointF(drawn.frame.column(x), area.bottom()));
        }
    }

    void thinningKeepsOnePointPerColumn() {
        plot::Thinning thinning(0, 1, 100);
        for (int i = 0; i < 10'000; ++i) thinning.addPoint({std::fmod(i * 0.37, 50), 1});
        QCOMPARE(thinning.points().size(), 50U);
    }

    void thinningKeepsOneChordPerPairOfColumns() {
        plot::Thinning thinning(0, 1, 100);
        for (int i = 0; i < 1000; ++i) {
            thinning.addChord({i % 2 + 0.3, 0, 5.5, 1});
            thinning.addChord({5.5, 1, i % 2 + 0.6, 0});
        }
        QCOMPARE(thinning.chords().size(), 4U);
    }

    void thinningBoundsItsChords() {
        plot::Thinning thinning(0, 1, 100);
        for (int i = 0; i < 300; ++i) {
            for (int j = 0; j < 300; ++j) thinning.addChord(QLineF(i, 0, j, 0));
        }
        QVERIFY(thinning.chords().size() <= 100);
        QVERIFY(thinning.chords().size() > 20);
    }

    void trailOfAMillionIsAsLargeAsThatOfAThousand() {
        const plot::Frame frame{{-1.8, 1.8}, {-0.4, 1.1}, area};
        plot::Trail few;
        plot::Trail many;
        few.setTrajectory(chaos(1000));
        many.setTrajectory(chaos(1'000'000));
        QVERIFY(few.marks(frame).chords.size() > 100);
        QVERIFY(many.marks(frame).chords.size() <= plot::Trail::mostChords);
        QVERIFY(many.marks(frame).points.size() <= 1000);
    }

    void trailOfAGrowingRunIsThatOfTheWhole() {
        const plot::Frame frame{{-1.8, 1.8}, {-0.4, 1.1}, area};
        const descent::Trajectory whole = chaos(5000);
        descent::Trajectory growing;
        plot::Trail grown;
        for (std::size_t n = 0; n < whole.size(); ++n) {
            growing.append(whole.state(n));
            if (n % 700 != 0 && n + 1 != whole.size()) continue;
            grown.setTrajectory(growing);
            grown.marks(frame);
        }
        plot::Trail at;
        at.setTrajectory(whole);
        QCOMPARE(grown.marks(frame).points, at.marks(frame).points);
        QCOMPARE(grown.marks(frame).chords, at.marks(frame).chords);
    }

    /// What has been run of it is kept as a part of the whole.
    void aPartOfATrailIsThatOfAShorterRun() {
        const plot::Frame frame{{-1.8, 1.8}, {-0.4, 1.1}, area};
        const descent::Trajectory whole = chaos(400);
        plot::Trail trail;
        trail.setTrajectory(whole);
        for (const std::size_t until : {1U, 2U, 50U, 399U, 401U}) {
            plot::Trail shorter;
            shorter.setTrajectory(whole.prefix(until));
            const auto part = trail.marks(frame).part(0, until);
            QVERIFY(std::ranges::equal(part.points, shorter.marks(frame).points));
            QVERIFY(std::ranges::equal(part.chords, shorter.marks(frame).chords));
        }
        QCOMPARE(trail.marks(frame).part(7, 7).chords.size(), 0U);
    }

    void trailGainsDetailWhenZoomedIn() {
        plot::Trail trail;
        descent::Settings settings;
        settings.alpha = 1e-5;
        settings.maxIterations = 2000;
        trail.setTrajectory(finished(analysed("x^2"), 1, settings).trajectory);
        const auto wide = trail.marks({{-100, 100}, {-1, 2}, area}).points.size();
        const auto close = trail.marks({{0.95, 1.01}, {-1, 2}, area}).points.size();
        QCOMPARE(wide, 1U);
        QVERIFY(close > 100);
    }

    void trailLeavesOutWhatIsNotFinite() {
        descent::Trajectory trajectory;
        for (const double value : {1.0, inf, undefined, 2.0})
            trajectory.append({0, 0.5, value, 0.0});
        trajectory.append({0, inf, 1.0, 0.0});
        plot::Trail trail;
        trail.setTrajectory(trajectory);
        const auto marks = trail.marks({{-1, 1}, {-1, 3}, area});
        QCOMPARE(marks.points.size(), 1U);
        QCOMPARE(marks.chords.size(), 0U);
    }

    void envelopeKeepsExtremes() {
        plot::Envelope envelope;
        for (int i = 0; i < 100'000; ++i) envelope.append(i == 77'777 ? 1000 : std::sin(i));
        QVERIFY(envelope.buckets().size() <= plot::Envelope::most);
        QVERIFY(envelope.buckets().size() > plot::Envelope::most / 4);
        QCOMPARE(envelope.buckets()[77'777 / envelope.width()].high, 1000.0);
        QCOMPARE(envelope.buckets().front().first, 0.0);
    }

    void envelopeHasGaps() {
        plot::Envelope envelope;
        for (const double value : {1.0, -inf, undefined}) envelope.append(value);
        QVERIFY(std::isnan(envelope.buckets()[1].low));
        QVERIFY(std::isnan(envelope.buckets()[2].high));
    }

    void aStraightLineIsTwoPoints() {
        plot::Straightened line;
        for (int i = 0; i < 1000; ++i) line.append({0.5 * i, 300 - 0.25 * i + 0.04 * (i % 2)});
        QCOMPARE(line.points().size(), 2U);
        QCOMPARE(line.points().back(), QPointF(499.5, 50.29));
    }

    void straightenedLinesPassAllPoints() {
        plot::Straightened line;
        std::vector<QPointF> all;
        for (int i = 0; i < 2000; ++i) {
            all.emplace_back(0.4 * i, 300 + 200 * std::sin(1e-5 * i * i));
            line.append(all.back());
        }
        const auto kept = line.points();
        QVERIFY2(kept.size() < all.size() / 3, qPrintable(QString::number(kept.size())));
        std::size_t piece = 1;
        for (const QPointF& point : all) {
            while (kept[piece].x() < point.x()) ++piece;
            const QPointF from = kept[piece - 1];
            const QPointF way = kept[piece] - from;
            const double row = from.y() + way.y() / way.x() * (point.x() - from.x());
            QVERIFY(std::abs(row - point.y()) <= 0.1 + 1e-9);
        }
    }

    void straightenedLinesKeepTheirBreaks() {
        plot::Straightened line;
        for (const double row : {10.0, 20.0, undefined, 40.0, 50.0}) line.append({row, row});
        line.append({60, undefined});
        line.append({70, 70});
        line.interrupt();
        line.append({80, 80});
        QString rows;
        for (const QPointF& point : line.points()) rows += QString::number(point.y()) + u' ';
        QCOMPARE(rows, QStringLiteral("10 20 nan 40 50 nan 70 nan 80 "));
    }

    void upAndDownInAColumnIsKept() {
        plot::Straightened line;
        for (const double row : {10.0, 90.0, 10.0, 50.0}) line.append({5, row});
        QCOMPARE(line.points().size(), 4U);
    }

    /// In whatever order a person comes upon them.
    void neighbouringValleysDiffer() {
        std::uint32_t seed = 7;
        const auto next = [&] {
            seed = seed * 1664525U + 1013904223U;
            return static_cast<double>(seed >> 8) / (1 << 24);
        };
        for (int round = 0; round < 12; ++round) {
            const QString function = QStringLiteral("sin(%1*x)+%2*cos(%3*x+1)+%4*sin(x^2)")
                                         .arg(1 + 3 * next())
                                         .arg(next())
                                         .arg(5 * next())
                                         .arg(next());
            const descent::Objective objective(analysed(function.toStdString()));
            insight::Valleys valleys;
            for (int view = 0; view < 8; ++view) {
                const double centre = 10 * next() - 5;
                const double half = 0.5 + 5 * next() * next();
                const insight::Range x{centre - half, centre + half};
                const auto points = insight::stationaryPoints(objective, x, 400);
                valleys.add(points, descent::Direction::Descend);
                std::optional<std::size_t> before;
                insight::BasinMap basins;
                for (const insight::StationaryPoint& point : points) {
                    if (point.kind != insight::StationaryKind::Minimum) continue;
                    const std::size_t hue = valleys.hueOf(point);
                    QVERIFY2(before != hue, qPrintable(function));
                    before = hue;
                    basins.rests.push_back(point.x - 0.001);  // no known place
                    basins.rests.push_back(point.x);
                }
                const std::vector<std::size_t> strip = valleys.huesOf(basins);
                for (std::size_t i = 1; i < strip.size(); ++i) QVERIFY(strip[i] != strip[i - 1]);
            }
        }
    }

    void aHueDoesNotDependOnWhatWasSeenBefore() {
        const descent::Objective objective(analysed("x^2/40+sin(3*x)+cos(x)"));
        const auto seen = [&](insight::Valleys& valleys, insight::Range x) {
            const auto points = insight::stationaryPoints(objective, x, 400);
            valleys.add(points, descent::Direction::Descend);
            return points;
        };
        insight::Valleys afresh;
        const auto points = seen(afresh, {-5, 8});
        insight::Valleys zoomed;
        for (const insight::Range x :
             {insight::Range{1, 3}, insight::Range{-1, 6}, insight::Range{-9, -3}})
            seen(zoomed, x);
        seen(zoomed, {-5, 8});
        std::optional<std::size_t> before;
        for (const insight::StationaryPoint& point : points) {
            if (point.kind != insight::StationaryKind::Minimum) continue;
            const std::size_t hue = afresh.hueOf(point);
            QCOMPARE(zoomed.hueOf(point), hue);
            if (before) QCOMPARE(hue, (*before + 1) % insight::Valleys::hues);
            before = hue;
        }
    }

    void valleysCloseTogetherAreTwo() {
        const std::vector<insight::StationaryPoint> points{{0, 0, 1}, {1e-8, 0, 1}};
        insight::Valleys valleys;
        valleys.add(points, descent::Direction::Descend);
        QVERIFY(valleys.hueOf(points[0]) != valleys.hueOf(points[1]));
    }

    void labelsTicks_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("step");
        QTest::addColumn<double>("largest");
        QTest::addColumn<QString>("label");
        QTest::newRow("whole") << -2.0 << 1.0 << 5.0 << QStringLiteral("−2");
        QTest::newRow("zero") << 1e-17 << 0.5 << 5.0 << QStringLiteral("0");
        QTest::newRow("half") << 0.5 << 0.5 << 5.0 << QStringLiteral("0.5");
        QTest::newRow("quarter") << 1.0 << 0.25 << 5.0 << QStringLiteral("1.00");
        QTest::newRow("thousands") << 15000.0 << 2500.0 << 2e4 << QStringLiteral("15000");
        QTest::newRow("large") << -1.5e7 << 5e6 << 2e7 << QStringLiteral("−1.5×10⁷");
        QTest::newRow("among larger ones") << 5e7 << 5e7 << 2e8 << QStringLiteral("0.5×10⁸");
        QTest::newRow("small") << 2e-6 << 1e-6 << 5e-6 << QStringLiteral("2×10⁻⁶");
        QTest::newRow("huge") << 1e200 << 5e199 << 2e200 << QStringLiteral("1.0×10²⁰⁰");
        QTest::newRow("close-up") << 1.0000001 << 1e-7 << 1.000002 << QStringLiteral("1.0000001");
    }
    void labelsTicks() {
        QFETCH(double, value);
        QFETCH(double, step);
        QFETCH(double, largest);
        QTEST(plot::tickLabel(value, step, largest), "label");
    }
};

QTEST_GUILESS_MAIN(TestPlot)
#include "tst_plot.moc"
