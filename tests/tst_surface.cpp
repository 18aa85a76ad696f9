// SPDX-License-Identifier: GPL-3.0-or-later
#include <QBuffer>
#include <QPainter>
#include <QSignalSpy>
#include <QSvgGenerator>
#include <QtTest>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <memory>

#include "pixels.h"
#include "plot/scene/picture.h"
#include "plot/surface/roundnumbers.h"
#include "plot/surface/surfacescene.h"
#include "plot/view/surfaceview.h"
#include "runs.h"
#include "session/camera.h"
#include "session/session.h"
#include "session/view.h"
#include "svg.h"

namespace {

using descent::Direction;
using plot::Rise;

constexpr insight::Rectangle area{{-5, 5}, {-5, 5}};
const QRectF room(0, 0, 800, 600);
const char* const bowl = "x^2+y^2";
const char* const rosenbrock = "(1-x)^2+100*(y-x^2)^2";
/// A wall across the plane, along the axis of x.
const char* const ridge = "exp(-4*y^2)+0*x";
const session::Camera fromTheSouth{.azimuth = -90, .elevation = 20};

descent::Point at(double x, double y) {
    return descent::Point(std::array{x, y});
}

insight::Heights heightsOf(const char* text, insight::Rectangle over = area, int nodes = 81) {
    return insight::heights(descent::Objective(analysed(text)), {{at(0, 0)}, over, nodes, nodes});
}

/// A surface without a scene.
struct Land {
    explicit Land(const char* text, session::Camera camera = {}, insight::Rectangle over = area)
        : heights(heightsOf(text, over)),
          scale(heights.values),
          rise(heights.values, camera.logarithmic ? Rise::Kind::Logarithmic : Rise::Kind::Even,
               Direction::Descend),
          mesh(heights, scale, rise),
          projection(camera, room),
          raster(mesh, projection, plot::Shades(plot::Theme::light(), {}), room.size().toSize(), 1,
                 1),
          ground{over, mesh, projection, raster} {}

    QRgb colourAt(QPointF place) const {
        return raster.image().pixel(projection.pixel(ground.spot(place)).toPoint());
    }

    insight::Heights heights;
    plot::HeightScale scale;
    Rise rise;
    plot::Mesh mesh;
    plot::Projection projection;
    plot::Raster raster;
    plot::Ground ground;
};

struct Run {
    explicit Run(const char* text, const descent::Point& start, double alpha = 0.02,
                 std::int64_t iterations = 40)
        : function(analysed(text)) {
        settings.alpha = alpha;
        settings.maxIterations = iterations;
        trajectory = descent::whole(descent::Objective(function), settings, start).trajectory;
    }

    formula::Valued function;
    descent::Settings settings;
    descent::Trajectory trajectory;
};

plot::Subject subjectOf(const Run& run, const session::Camera& camera = {}) {
    plot::Subject subject;
    subject.analysis = run.function;
    subject.trajectory = run.trajectory;
    subject.settings = run.settings;
    subject.range = area.across;
    subject.values = area.up;
    subject.camera = camera;
    return subject;
}

plot::Look surfaceLook() {
    plot::Look look;
    look.view = session::View::Surface;
    return look;
}

/// A view on the screen with a run, and heights as soon as they are wanted.
struct Shown {
    explicit Shown(const Run& run, const session::Camera& camera = {}) : objective(run.function) {
        view.resize(800, 600);
        view.setAnalysis(run.function);
        view.setRanges(area.across, area.up);
        view.setTrajectory(run.trajectory, run.settings);
        view.setCamera(camera);
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
    QPoint pixel(double x, double y) const { return view.pixelOn({x, y}).toPoint(); }
    QImage image() {
        hand.settle();
        return view.grab().toImage();
    }
    int ballPixels(int tolerance = 60) {
        return pixelsLike(image(), plot::Theme::light().ball, around(view.ballCentre(), 10),
                          tolerance);
    }

    descent::Objective objective;
    plot::SurfaceView view;
    Hand<plot::SurfaceView> hand{view};
};

}  // namespace

class TestSurface : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theCameraTurnsRoundTheBox() {
        const plot::Projection south({.azimuth = -90, .elevation = 0}, room);
        const QPointF left = south.pixel({0, 0.5, 0.5});
        const QPointF right = south.pixel({1, 0.5, 0.5});
        QVERIFY(std::abs(left.y() - right.y()) < 1e-9 && right.x() > left.x() + 100);
        QVERIFY(south.depth({0.5, 0, 0.5}) > south.depth({0.5, 1, 0.5}) + 100);
        QVERIFY(south.pixel({0.5, 0.5, 1}).y() < south.pixel({0.5, 0.5, 0}).y() - 50);
        const plot::Projection east({.azimuth = 0, .elevation = 0}, room);
        QVERIFY(east.pixel({0.5, 1, 0.5}).x() > east.pixel({0.5, 0, 0.5}).x() + 100);
        const plot::Projection above({.azimuth = -90, .elevation = 90}, room);
        QVERIFY(above.pixel({0.5, 1, 0}).y() < above.pixel({0.5, 0, 0}).y() - 100);
        QVERIFY(QLineF(above.pixel({0.5, 0.5, 0}), above.pixel({0.5, 0.5, 1})).length() < 1e-9);
    }

    void theBoxIsInTheAreaFromEverySide() {
        for (int azimuth = -180; azimuth < 180; azimuth += 15) {
            for (const double elevation : {0.0, 20.0, 55.0, 90.0}) {
                for (const double steepness : {0.25, 1.0, 4.0}) {
                    const plot::Projection seen(
                        {static_cast<double>(azimuth), elevation, steepness}, room);
                    for (const int corner : {0, 1, 2, 3, 4, 5, 6, 7}) {
                        const plot::Spot spot{corner & 1 ? 1.0 : 0, corner & 2 ? 1.0 : 0,
                                              corner & 4 ? 1.0 : 0};
                        QVERIFY(room.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(seen.pixel(spot)));
                    }
                }
            }
        }
    }

    void aSpotComesBackFromItsPixelAndItsDepth() {
        const plot::Projection seen({.azimuth = 33, .elevation = 21, .steepness = 1.7}, room);
        const plot::Spot spot{0.2, 0.9, 0.35};
        const plot::Spot back = seen.spot(seen.pixel(spot), seen.depth(spot));
        QVERIFY(std::abs(back.x - spot.x) < 1e-12 && std::abs(back.y - spot.y) < 1e-12);
        QVERIFY(std::abs(back.height - spot.height) < 1e-12);
    }

    void aCameraTurnsFullyRoundAndStopsOverhead() {
        const session::Camera turned = session::turned({.azimuth = 170, .elevation = 80}, 20, 40);
        QCOMPARE(turned.azimuth, -170.0);
        QCOMPARE(turned.elevation, 90.0);
        QCOMPARE(session::turned(turned, 0, -500).elevation, 0.0);
        QCOMPARE(session::steepened({}, 100).steepness, session::Camera::steepest);
        QCOMPARE(session::steepened({}, 0.001).steepness, session::Camera::flattest);
    }

    void textsOfCamerasAreReadAndRefused() {
        session::Camera camera;
        QCOMPARE(session::cameraText(camera), QString());
        QVERIFY(session::readCamera(QStringLiteral("200, 10, 2"), camera).isEmpty());
        QVERIFY(camera == (session::Camera{-160, 10, 2}));
        QCOMPARE(session::cameraText(camera), QStringLiteral("-160,10,2"));
        for (const char* wrong : {"1", "1,2,3,4", "1,-1", "1,91", "1,2,0.2", "1,2,5", "x,y",
                                  "1e9,2", "nan,1", ",", "1,2,"}) {
            session::Camera same = camera;
            QVERIFY2(!session::readCamera(QString::fromLatin1(wrong), same).isEmpty(), wrong);
            QVERIFY(same == camera);
        }
    }

    void heightsFillTheBoxEvenly() {
        const std::vector<double> values{-1, 0, 3};
        const Rise rise(values, Rise::Kind::Even, Direction::Descend);
        QCOMPARE(rise.of(-1), 0.0);
        QCOMPARE(rise.of(0), 0.25);
        QCOMPARE(rise.of(3), 1.0);
        QVERIFY(std::isnan(rise.of(std::numeric_limits<double>::quiet_NaN())));
        const Rise level(std::vector<double>{7, 7, 7}, Rise::Kind::Even, Direction::Descend);
        QCOMPARE(level.of(7), 0.5);
    }

    void aPoleIsCutAndTheRestKeepsItsShape() {
        const insight::Heights heights = heightsOf("1/(x^2+y^2)");
        const Rise rise(heights.values, Rise::Kind::Even, Direction::Descend);
        QVERIFY(rise.range().high < 20);
        QVERIFY(rise.of(std::numeric_limits<double>::infinity()) > 1);
        QVERIFY(std::isfinite(rise.of(std::numeric_limits<double>::infinity())));
        // What only grows fast is not cut.
        const insight::Heights steep = heightsOf("exp(x)+0*y");
        QCOMPARE(Rise(steep.values, Rise::Kind::Even, Direction::Descend).range().high,
                 std::exp(5.0));
    }

    void logarithmicHeightsTellTheValleyFromItsWalls() {
        const insight::Heights heights = heightsOf(rosenbrock, {{-2, 2}, {-1, 3}});
        const Rise even(heights.values, Rise::Kind::Even, Direction::Descend);
        const Rise uneven(heights.values, Rise::Kind::Logarithmic, Direction::Descend);
        QVERIFY(even.of(30) - even.of(0) < 0.02);
        QVERIFY(uneven.of(30) - uneven.of(0) > 0.25);
        QVERIFY(std::abs(uneven.of(uneven.range().low)) < 1e-12);
        QVERIFY(std::abs(uneven.of(uneven.range().high) - 1) < 1e-12);
    }

    void withoutHeightsTheBoxHasNoNumbers() {
        constexpr double nan = std::numeric_limits<double>::quiet_NaN();
        for (const Rise::Kind kind : {Rise::Kind::Even, Rise::Kind::Logarithmic})
            QVERIFY(Rise(std::vector<double>{nan, nan}, kind, Direction::Descend).ticks(5).empty());
    }

    void inAnAscentTheyAreMeasuredFromTheHighest() {
        const insight::Heights heights = heightsOf("-(1-x)^2-100*(y-x^2)^2", {{-2, 2}, {-1, 3}});
        const Rise uneven(heights.values, Rise::Kind::Logarithmic, Direction::Ascend);
        QVERIFY(uneven.of(0) - uneven.of(-30) > 0.25);
        QVERIFY(uneven.of(-2000) < 0.1);
    }

    void numbersStandWhereTheirHeightIs() {
        const Rise rise(std::vector<double>{0, 50, 1000}, Rise::Kind::Even, Direction::Descend);
        for (const Rise::Tick& tick : rise.ticks(5))
            QCOMPARE(tick.height, rise.of(tick.text.toDouble()));
        QVERIFY(rise.ticks(5).size() >= 4);
        const insight::Heights heights = heightsOf(rosenbrock, {{-2, 2}, {-1, 3}});
        const Rise uneven(heights.values, Rise::Kind::Logarithmic, Direction::Descend);
        std::vector<Rise::Tick> ticks = uneven.ticks(6);
        const auto hundred = std::ranges::find(ticks, QStringLiteral("100"), &Rise::Tick::text);
        QVERIFY(hundred != ticks.end());
        QCOMPARE(hundred->height, uneven.of(100));
        std::ranges::sort(ticks, {}, &Rise::Tick::height);
        for (std::size_t i = 1; i < ticks.size(); ++i)
            QVERIFY(ticks[i].height - ticks[i - 1].height > 0.05);
    }

    void roundNumbersAreRoundAndFewAlsoOfOddRanges() {
        const auto texts = [](insight::Range range, int count) {
            QStringList all;
            for (const plot::RoundNumber& number : plot::roundNumbers(range, count))
                all += number.text;
            return all.join(u' ');
        };
        QCOMPARE(texts({-5, 5}, 5), QStringLiteral("−4 −2 0 2 4"));
        QCOMPARE(texts({0.1, 0.3}, 4), QStringLiteral("0.10 0.15 0.20 0.25 0.30"));
        for (const insight::Range range : {insight::Range{1, 1 + 1e-11},
                                           {-1e-12, 1e-12},
                                           {-1e12, 1e12},
                                           {1e-300, 2e-300},
                                           {-1e200, 1e200}}) {
            const std::size_t count = plot::roundNumbers(range, 5).size();
            QVERIFY(2 <= count && count <= 12);
        }
    }

    void aPlaneLiesWhereItMust() {
        for (const char* text : {"x+2*y", "x^2+y^2", "x*y"}) {
            const Land land(text);
            int seen = 0;
            for (double x = -4.5; x <= 4.5; x += 0.9) {
                for (double y = -4.5; y <= 4.5; y += 0.9) {
                    const plot::Spot spot = land.ground.spot({x, y});
                    const descent::Objective objective(analysed(text));
                    QVERIFY(std::abs(spot.height - land.rise.of(objective.value(at(x, y)))) <
                            0.002);
                    const auto [risingX, risingY] = land.mesh.risingAt(spot.x, spot.y);
                    // Where it is seen along itself a pixel is deep.
                    const bool isFacing = land.projection.normal(risingX, risingY).near > 0.3;
                    if (!isFacing || !land.ground.isSeen(spot)) continue;
                    ++seen;
                    const auto depth = land.raster.depthAt(land.projection.pixel(spot));
                    QVERIFY(depth && std::abs(*depth - land.projection.depth(spot)) < 12);
                    const auto place = land.ground.placeAt(land.projection.pixel(spot));
                    QVERIFY(place && QLineF(*place, {x, y}).length() < 0.3);
                }
            }
            QVERIFY(seen > 40);
        }
    }

    void whatLiesBehindAHillIsHidden() {
        const Land land(ridge, fromTheSouth);
        QVERIFY(land.ground.isSeen(land.ground.spot({1, -2})));
        QVERIFY(land.ground.isSeen(land.ground.spot({1, 0})));
        QVERIFY(!land.ground.isSeen(land.ground.spot({1, 1.2})));
        const Land behind(ridge, {.azimuth = 90, .elevation = 20});
        QVERIFY(behind.ground.isSeen(behind.ground.spot({1, 1.2})));
        QVERIFY(!behind.ground.isSeen(behind.ground.spot({1, -1.2})));
    }

    void whereFHasNoValueThereIsNoSurface() {
        const Land land("ln(x)+0*y", {.azimuth = -90, .elevation = 90});
        QVERIFY(!land.ground.placeAt(land.projection.pixel({0.25, 0.5, 0})));
        QVERIFY(land.ground.placeAt(land.projection.pixel({0.75, 0.5, 0})));
        QCOMPARE(qAlpha(land.raster.image().pixel(land.projection.pixel({0.25, 0.5, 0}).toPoint())),
                 0);
        const Land none("sqrt(-1-x^2-y^2)");
        QVERIFY(!none.ground.placeAt(none.projection.pixel({0.5, 0.5, 0.5})));
    }

    void edgesOfHolesAreAsSmoothAsTheDomain() {
        const insight::Heights heights = heightsOf("sqrt(9-x^2-y^2)", area, 41);
        const plot::HeightScale scale(heights.values);
        const Rise rise(heights.values, Rise::Kind::Even, Direction::Descend);
        const descent::Objective objective(analysed("sqrt(9-x^2-y^2)"));
        const plot::Mesh mesh(heights, scale, rise, &objective);
        int moved = 0;
        for (std::size_t i = 0; i < heights.values.size(); ++i) {
            const plot::Mesh::Node& node = mesh.nodes()[i];
            if (!std::isnan(heights.values[i]) || std::isnan(node.height)) continue;
            ++moved;
            const double distance = std::hypot(10 * node.x - 5, 10 * node.y - 5);
            QVERIFY(std::abs(distance - 3) < 0.01);
            QVERIFY(node.height < 0.1F);
        }
        QVERIFY(moved > 60);
        const plot::Mesh rough(heights, scale, rise);
        QVERIFY(std::isnan(rough.nodes().front().height));
    }

    void aPoleIsCutLevel() {
        const Land land("1/(x^2+y^2)", {.azimuth = -90, .elevation = 0});
        const QPointF top = land.projection.pixel({0.5, 0.5, 1});
        QVERIFY(!land.raster.depthAt(top - QPointF(0, 2)));
        QVERIFY(land.raster.depthAt(top + QPointF(0, 3)));
        for (int x = 0; x < 800; ++x)
            QVERIFY(!land.raster.depthAt({static_cast<double>(x), top.y() - 2}));
    }

    void noWallStandsWhereFLeapsFromBelowToAbove() {
        const Land land("1/x+0*y", {.azimuth = -90, .elevation = 90});
        // From above, a column of nodes left and right of the pole is part of
        // nothing.
        QVERIFY(!land.ground.placeAt(land.projection.pixel({0.4995, 0.5, 0.5})));
        QVERIFY(land.ground.placeAt(land.projection.pixel({0.6, 0.5, 0.5})));
        QVERIFY(land.ground.placeAt(land.projection.pixel({0.4, 0.5, 0.5})));
    }

    void lightTellsSlopesApart() {
        const Land land("abs(x)+0*y", {.azimuth = -90, .elevation = 60});
        const int left = qGray(land.colourAt({-3, 0}));
        const int right = qGray(land.colourAt({3, 0}));
        QVERIFY(std::abs(left - right) > 8);
        const Land level("3+0*x*y");
        QCOMPARE(level.colourAt({-3, 0}), level.colourAt({3, 2}));
    }

    void coloursAreThoseOfTheMap() {
        const Land land(bowl, {.azimuth = -90, .elevation = 90});
        const plot::Theme theme = plot::Theme::light();
        const QColor low(land.colourAt({0, 0}));
        const auto hue = [](const QColor& colour) { return colour.hueF(); };
        QVERIFY(std::abs(hue(low) - hue(theme.depths.front())) < 0.03);
        QVERIFY(QColor(land.colourAt({3, 3})).lightness() > low.lightness() + 40);
    }

    void contoursLieAtTheirLevelsAndAreThin() {
        const Land land("x+0*y", {.azimuth = -90, .elevation = 90});
        std::vector<plot::Shades::Level> levels;
        for (const double part : {0.25, 0.5, 0.75})
            levels.push_back({part, land.rise.of(land.scale.height(part))});
        const plot::Raster raster(land.mesh, land.projection,
                                  plot::Shades(plot::Theme::light(), levels), room.size().toSize(),
                                  1, 1.2);
        for (const plot::Shades::Level& level : levels) {
            const double x = land.scale.height(level.part);
            const QPoint on = land.projection.pixel(land.ground.spot({x, 0})).toPoint();
            const auto grey = [&](int aside) {
                return qGray(raster.image().pixel(on + QPoint(aside, 0)));
            };
            const int ink = std::min({grey(-1), grey(0), grey(1)});
            QVERIFY(grey(-6) > ink + 8 && grey(6) > ink + 8);
            QVERIFY(std::max(grey(-3), grey(3)) > ink + 8);
        }
    }

    void aRasterIsBoundedHoweverLargeThePicture() {
        QCOMPARE(plot::rasterFactor({1000, 700}, 2), 2.0);
        const double factor = plot::rasterFactor({8192, 7812}, 2);
        QVERIFY(factor * factor * 8192 * 7812 <= plot::Raster::mostPixels + 1);
        QVERIFY(factor > 0.5);
    }

    void theBallRestsOnTheSurface() {
        const Run run(bowl, at(-3, 3));
        Shown shown(run);
        for (const double position : {0.0, 5.0, 20.0}) {
            shown.view.setPosition(position);
            const double* row = run.trajectory.row(static_cast<std::size_t>(position));
            const QPointF contact = shown.view.pixelOn({row[0], row[1]});
            const double apart = QLineF(contact, shown.view.ballCentre()).length();
            QVERIFY(apart <= 9.01);
            QVERIFY(shown.view.ballCentre().y() <= contact.y() + 0.01);
            QVERIFY(shown.ballPixels() > 60);
        }
    }

    void aBallBehindAHillIsNoMoreThanAHint() {
        const Run run(ridge, at(1, 1.2), 1e-9, 3);
        Shown hidden(run, fromTheSouth);
        hidden.view.setPosition(0);
        QCOMPARE(hidden.ballPixels(), 0);
        Shown seen(run, {.azimuth = 90, .elevation = 20});
        seen.view.setPosition(0);
        QVERIFY(seen.ballPixels() > 60);
    }

    void trailsAreHiddenToo() {
        Run run("exp(-4*y^2)+0*x+0.05*x", at(4, 1.3), 1, 100);
        const auto trailPixels = [&](double azimuth) {
            Shown shown(run, {.azimuth = azimuth, .elevation = 15});
            shown.view.setPosition(100);
            const QRect box(shown.view.rect());
            return pixelsLike(shown.image(), plot::Theme::light().trail, box, 90);
        };
        QVERIFY(trailPixels(90) > 3 * std::max(trailPixels(-90), 40));
    }

    void marksOfPlacesAreSeenOnlyFromTheirSide() {
        const Run run(ridge, at(4, -4), 1e-9, 3);
        insight::StationaryPlace place;
        place.at = at(1, 1.3);
        place.kind = insight::StationaryPlace::Kind::Minimum;
        place.curvatures = at(1, 1);
        place.directions = {at(1, 0), at(0, 1)};
        for (const double azimuth : {-90.0, 90.0}) {
            Shown shown(run, {.azimuth = azimuth, .elevation = 20});
            shown.view.setPlaces({place});
            const QPointF mark = shown.view.pixelOn({1, 1.3});
            const int seen =
                pixelsLike(shown.image(), plot::Theme::light().minimum, around(mark, 5), 60);
            QCOMPARE(seen > 20, azimuth > 0);
            QCOMPARE(shown.view.placeAt(mark) != nullptr, azimuth > 0);
        }
    }

    void onlyTheBallIsDrawnAgainWhenOnlyItMoves() {
        const Run run(bowl, at(-3, 3));
        plot::Canvas canvas;
        plot::SurfaceScene scene(canvas);
        canvas.setViewport({0, 0, 800, 600});
        scene.setAnalysis(run.function);
        scene.setComputing(false);
        scene.setTrajectory(run.trajectory, run.settings);
        scene.setRanges(area.across, area.up);
        scene.setPosition(3);
        scene.drawAll();
        const qint64 key = scene.ground().raster.image().cacheKey();
        const QSignalSpy whole(&canvas, &QCustomPlot::afterReplot);
        scene.restChanged();
        scene.setPosition(3.5);
        scene.draw();
        QVERIFY(!scene.restChanged());
        QCOMPARE(whole.size(), 0);
        QCOMPARE(scene.ground().raster.image().cacheKey(), key);
        scene.setCamera({.azimuth = 10});
        scene.drawAll();
        QVERIFY(scene.ground().raster.image().cacheKey() != key);
    }

    void framesOfAFilmAreLikePictures() {
        const Run run("(x^2+y-11)^2+(x+y^2-7)^2", at(0, 0), 0.01);
        plot::Picture film(subjectOf(run), surfaceLook(), {500, 400});
        for (const double position : {0.0, 1.5, 4.0, 11.25, 2.0}) {
            film.setPosition(position);
            plot::Picture still(subjectOf(run), surfaceLook(), {500, 400});
            still.setPosition(position);
            QCOMPARE(film.frame().convertToFormat(QImage::Format_RGB32),
                     still.image().convertToFormat(QImage::Format_RGB32));
        }
    }

    void linesAndTextStayVectors() {
        const Run run(bowl, at(-3, 3));
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QSvgGenerator device;
        device.setOutputDevice(&buffer);
        device.setSize({800, 500});
        plot::Picture(subjectOf(run), surfaceLook(), {800, 500}).print(device);
        const QByteArray svg = buffer.data();
        QVERIFY(svg.contains("<image"));
        QVERIFY(svg.contains(">f(x, y)<") || svg.contains(">x<"));
        QVERIFY(svg.count("<text") > 8);
    }

    void withoutAValueAnywhereItSaysSo() {
        const Run run("sqrt(-1-x^2-y^2)", at(1, 1), 0.1, 3);
        plot::Picture picture(subjectOf(run), surfaceLook(), {600, 400});
        const QImage image = picture.image();
        QVERIFY(!image.isNull());
        QVERIFY(pixelsLike(image, plot::Theme::light().text, {300, 0, 300, 60}, 90) > 40);
    }

    void oddPartsOfThePlaneAreDrawn() {
        for (const insight::Range range :
             {insight::Range{-5e-13, 5e-13}, {-5e11, 5e11}, {1, 1 + 1e-11}}) {
            for (const char* text : {bowl, "1/(x^2+y^2)", "1e300*x+y", "sin(1000*x)*y"}) {
                const Run run(text, at(1, 1), 1e-3, 3);
                plot::Subject subject = subjectOf(run);
                subject.range = range;
                subject.values = range;
                for (const bool logarithmic : {false, true}) {
                    subject.camera.logarithmic = logarithmic;
                    plot::Picture picture(subject, surfaceLook(), {400, 300});
                    QVERIFY(!picture.image().isNull());
                }
            }
        }
    }

    void aDragTurnsTheSurface() {
        const Run run(bowl, at(-3, 3));
        Shown shown(run);
        const QSignalSpy turned(&shown.view, &plot::SurfaceView::cameraChanged);
        const QSignalSpy started(&shown.view, &plot::SurfaceView::startPicked);
        const session::Camera before = shown.view.camera();
        shown.hand.drag({600, 400}, {500, 450});
        QVERIFY(turned.size() > 0);
        QCOMPARE(started.size(), 0);
        QVERIFY(shown.view.camera().azimuth > before.azimuth + 10);
        QVERIFY(shown.view.camera().elevation > before.elevation + 5);
    }

    void keysTurnAndSteepenIt() {
        const Run run(bowl, at(-3, 3));
        Shown shown(run);
        const session::Camera before = shown.view.camera();
        const auto press = [&](Qt::Key key) {
            QTest::keyClick(&shown.view, key, Qt::ShiftModifier);
            return shown.view.camera();
        };
        QVERIFY(press(Qt::Key_Left).azimuth != before.azimuth);
        QVERIFY(press(Qt::Key_Right) == before);
        QVERIFY(press(Qt::Key_Up).elevation > before.elevation);
        QVERIFY(press(Qt::Key_Down) == before);
        QTest::keyClick(&shown.view, Qt::Key_PageUp);
        QVERIFY(shown.view.camera().steepness > 1);
        QTest::keyClick(&shown.view, Qt::Key_PageDown);
        QCOMPARE(shown.view.camera().steepness, 1.0);
        // These are steps of the run.
        QTest::keyClick(&shown.view, Qt::Key_Left);
        QCOMPARE(shown.view.camera().azimuth, before.azimuth);
    }

    void aClickStartsAtThePlaceUnderIt() {
        const Run run(bowl, at(-3, 3));
        Shown shown(run);
        const QSignalSpy started(&shown.view, &plot::SurfaceView::startPicked);
        shown.hand.click(shown.pixel(1.5, 2));
        QCOMPARE(started.size(), 1);
        const QPointF chosen = started.front().front().toPointF();
        QVERIFY(QLineF(chosen, {1.5, 2}).length() < 0.15);
        // Beside the surface there is nothing to choose.
        shown.hand.click({5, 5});
        QCOMPARE(started.size(), 1);
    }

    void theWheelZoomsAtThePlaceUnderThePointer() {
        const Run run(bowl, at(-3, 3));
        Shown shown(run);
        const QPoint over = shown.pixel(2, 3);
        shown.hand.wheel(over, 2);
        QVERIFY(shown.view.range().width() < 8);
        const auto part = [](insight::Range range, double x) {
            return (x - range.low) / range.width();
        };
        QVERIFY(std::abs(part(shown.view.range(), 2) - 0.7) < 0.03);
        QVERIFY(std::abs(part(shown.view.valueRange(), 3) - 0.8) < 0.03);
    }

    void aDoubleClickAsksForAllOfTheRun() {
        const Run run(bowl, at(-3, 3));
        Shown shown(run);
        const QSignalSpy fit(&shown.view, &plot::SurfaceView::fitWanted);
        shown.hand.doubleClick(shown.pixel(1, 1));
        QCOMPARE(fit.size(), 1);
    }

    void aDraggedBallTakesTheStartAlong() {
        const Run run(bowl, at(-3, 3));
        Shown shown(run);
        shown.view.setPosition(0);
        shown.hand.settle();
        const QSignalSpy started(&shown.view, &plot::SurfaceView::startPicked);
        const QPoint ball = shown.view.ballCentre().toPoint();
        shown.hand.drag(ball, ball + (shown.pixel(-1, 2) - shown.pixel(-3, 3)));
        QVERIFY(started.size() > 0);
        QVERIFY(QLineF(started.back().front().toPointF(), {-1, 2}).length() < 0.4);
    }

    void whileItTurnsItIsDrawnLessFinely() {
        const Run run(bowl, at(-3, 3));
        Shown shown(run);
        QTRY_VERIFY(!shown.view.isHasty());
        QTest::keyClick(&shown.view, Qt::Key_PageUp);
        QVERIFY(shown.view.isHasty());
        QTRY_VERIFY(!shown.view.isHasty());
    }

    void ofOneVariableItSaysWhyThereIsNone() {
        const QString why = session::viewRow(session::View::Surface).whyNot(session::Session());
        QVERIFY(why.contains(QStringLiteral("several variables")));
    }
};

QTEST_MAIN(TestSurface)
#include "tst_surface.moc"
