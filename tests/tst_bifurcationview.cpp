// SPDX-License-Identifier: GPL-3.0-or-later

#include <QPainter>
#include <QSignalSpy>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <limits>

#include "insight/bifurcation.h"
#include "pixels.h"
#include "plot/paint/densityimage.h"
#include "plot/view/bifurcationview.h"
#include "runs.h"

namespace {

constexpr insight::Range alphas{0.5, 1.6};
constexpr insight::Range places{-1.8, 1.8};
const QColor curve = plot::Theme::light().curve;
const QColor ball = plot::Theme::light().ball;

insight::Density empty(insight::Range alpha, insight::Range x, QSize size) {
    insight::Density density;
    density.alpha = alpha;
    density.x = x;
    density.columns = size.width();
    density.rows = size.height();
    density.counts.assign(static_cast<std::size_t>(size.width() * size.height()), 0);
    density.complete = true;
    return density;
}

void count(insight::Density& density, int column, int row, std::uint32_t times = 1) {
    std::uint32_t& counted =
        density.counts[static_cast<std::size_t>(row * density.columns + column)];
    counted += times;
    density.largest = std::max(density.largest, counted);
}

/// Where runs of the double well from 0.3 end up.
insight::Density doubleWell(insight::Range alpha, insight::Range x, QSize size) {
    insight::Density density = empty(alpha, x, size);
    for (int column = 0; column < size.width(); ++column) {
        const double rate = alpha.low + alpha.width() * (column + 0.5) / size.width();
        double place = 0.3;
        for (int n = 0; n < 600; ++n) {
            place -= rate * (place * place * place - place);
            if (n < 400 || !x.contains(place)) continue;
            const int row = static_cast<int>((place - x.low) / x.width() * size.height());
            count(density, column, std::min(row, size.height() - 1));
        }
    }
    return density;
}

/// A minimum at 1.5 that runs stop coming to rest at from this α on.
insight::StationaryPoint forkingAt(double alpha) {
    return {1.5, 0, 2 / alpha, insight::StationaryKind::Minimum};
}

/// A view on the screen.
struct Shown {
    Shown() {
        view.resize(900, 600);
        view.setRanges(alphas, places);
        view.setAlpha(1.1);
        view.show();
        (void)QTest::qWaitForWindowExposed(&view);
        hand.settle();
    }
    void compute() {
        view.setDensity(doubleWell(view.alphaRange(), view.valueRange(), view.resolution()));
    }
    QPoint at(double alpha, double x) { return view.pixel(alpha, x).toPoint(); }
    QImage image() {
        hand.settle();
        return view.grab().toImage();
    }
    /// Pixels of the density near a place.
    int counted(const QImage& image, double alpha, double x, int reach = 2) {
        return pixelsLike(image, curve, around(view.pixel(alpha, x), reach), 250);
    }

    plot::BifurcationView view;
    Hand<plot::BifurcationView> hand{view};
};

}  // namespace

class TestBifurcationView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsBecomeShades() {
        insight::Density density = empty({0, 1}, {0, 1}, {3, 2});
        count(density, 0, 0, 1);
        count(density, 1, 0, 30);
        count(density, 2, 1, 900);
        for (const plot::Theme& theme : {plot::Theme::light(), plot::Theme::dark()}) {
            const QImage shades = plot::densityImage(density, theme);
            QCOMPARE(shades.size(), QSize(3, 2));
            QCOMPARE(qAlpha(shades.pixel(0, 0)), 0);
            QImage image(shades.size(), QImage::Format_RGB32);
            image.fill(theme.ground);
            QPainter(&image).drawImage(0, 0, shades);
            const auto off = [&](QPoint pixel) {
                return std::abs(image.pixelColor(pixel).lightness() - theme.ground.lightness());
            };
            QVERIFY(off({0, 1}) >= 20);
            QVERIFY(off({1, 1}) >= off({0, 1}) + 10);
            QVERIFY(off({2, 0}) >= off({1, 1}) + 10);
        }
        const QImage light = plot::densityImage(density, plot::Theme::light());
        QCOMPARE(light.pixelColor(2, 0), curve);
    }

    void aTransparentGroundShinesThroughShades() {
        insight::Density density = empty({0, 1}, {0, 1}, {2, 1});
        count(density, 0, 0, 1);
        count(density, 1, 0, 900);
        const QColor ink = plot::Theme::transparent().curve;
        const QImage image = plot::densityImage(density, plot::Theme::transparent());
        QCOMPARE(image.pixelColor(1, 0), ink);
        const QColor faint = image.pixelColor(0, 0);
        QVERIFY(faint.alpha() > 50 && faint.alpha() < 200);
        QVERIFY(std::abs(faint.red() - ink.red()) < 4 && std::abs(faint.blue() - ink.blue()) < 4);
    }

    void aDensityOfSingleCountsIsSeen() {
        insight::Density density = empty({0, 1}, {0, 1}, {1, 1});
        count(density, 0, 0);
        QVERIFY(qAlpha(plot::densityImage(density, plot::Theme::light()).pixel(0, 0)) > 0);
    }

    void theResolutionIsTheInsideOfTheAxes() {
        Shown shown;
        const QSize size = shown.view.resolution();
        QCOMPARE(size.width(), shown.at(1.6, 0).x() - shown.at(0.5, 0).x());
        QCOMPARE(size.height(), shown.at(1, -1.8).y() - shown.at(1, 1.8).y());
        QVERIFY(size.width() > 700 && size.width() < 900);
    }

    void countsAreDrawnWhereTheyBelong() {
        Shown shown;
        shown.compute();
        const QImage image = shown.image();
        QVERIFY(shown.counted(image, 0.7, 1) >= 3);
        QCOMPARE(shown.counted(image, 0.7, 0.8), 0);
        QCOMPARE(shown.counted(image, 1.2, 1), 0);
        // At α = 1.2 it swings between two places.
        double place = 0.3;
        for (int n = 0; n < 1000; ++n) place -= 1.2 * (place * place * place - place);
        QVERIFY(shown.counted(image, 1.2, place) >= 3);
        QVERIFY(shown.counted(image, 1.2, place - 1.2 * (place * place * place - place)) >= 3);
    }

    void anOldDensityIsStretchedToWhereItBelongs() {
        Shown shown;
        shown.compute();
        shown.view.setRanges({0.6, 0.8}, {0.9, 1.3});
        const QImage image = shown.image();
        QVERIFY(shown.counted(image, 0.7, 1, 12) > 60);
        QCOMPARE(shown.counted(image, 0.7, 1.1, 12), 0);
        shown.view.setRanges({0.5, 5}, places);
        const QImage outside = shown.image();
        QCOMPARE(pixelsLike(outside, curve, QRect(shown.at(1.7, 1.8), shown.at(5, -1.8)), 250), 0);
        shown.compute();
        shown.view.setRanges({0.7, 0.7 + 1e-9}, {1 - 1e-9, 1 + 1e-9});
        QVERIFY(!shown.image().isNull());
    }

    void aSmallPictureLosesNoLine() {
        Shown shown;
        shown.compute();
        shown.view.setAlpha(9);
        const QImage picture = shown.view.picture({400, 260});
        const QColor ground = plot::Theme::light().ground;
        int lineless = 0;
        // Where it swings between two places.
        for (int column = 222; column < 262; ++column) {
            int darkest = 255;
            for (int row = 12; row < 84; ++row) {
                darkest = std::min(darkest, picture.pixelColor(column, row).red());
            }
            lineless += darkest > ground.red() - 40 ? 1 : 0;
        }
        QCOMPARE(lineless, 0);
    }

    void theLineIsAtThePresentAlpha() {
        Shown shown;
        QImage image = shown.image();
        QVERIFY(pixelsLike(image, ball, around(shown.view.pixel(1.1, 0), 2)) >= 5);
        shown.view.setAlpha(1.3);
        image = shown.image();
        QVERIFY(pixelsLike(image, ball, around(shown.view.pixel(1.3, 0), 2)) >= 5);
        QCOMPARE(pixelsLike(image, ball, around(shown.view.pixel(1.1, 0), 2)), 0);
        shown.view.setAlpha(1.9);
        image = shown.image();
        QCOMPARE(pixelsLike(image, ball, around(shown.view.pixel(1.3, 0), 2)), 0);
        const QRect edge(shown.at(1.55, 1.8), shown.at(1.6, 1.5));
        QVERIFY2(pixelsLike(image, ball, edge) > 30, "an arrow shows where it is");
    }

    void theFirstForkIsMarked() {
        Shown shown;
        const QColor text = plot::Theme::light().text;
        const auto ticks = [&](double alpha) {
            const QRect strip(shown.at(alpha, 1.7) - QPoint(1, 0), shown.at(alpha, 0.2));
            return pixelsLike(shown.image(), text, strip, 200);
        };
        QCOMPARE(ticks(1), 0);
        shown.view.setExtremum(forkingAt(1));
        QVERIFY(ticks(1) > 30);
        shown.view.setExtremum(std::nullopt);
        QCOMPARE(ticks(1), 0);
        shown.view.setExtremum(forkingAt(4));
        QCOMPARE(ticks(1.59), 0);
    }

    void theToolTipNamesTheMinimumOfTheFork() {
        Shown shown;
        const QString general = shown.view.toolTip();
        QVERIFY2(general.startsWith(QLatin1String("<qt>")), "wrapped");
        QVERIFY(!general.contains(QStringLiteral("x*")));
        QVERIFY(general.contains(QStringLiteral("a few where it swings")));
        shown.view.setExtremum(forkingAt(1.0 / 7));
        const QString told = QStringLiteral(
            "At x* = 1.5 runs stop coming to rest where α passes 2/f″(x*) = 0.142857.");
        QVERIFY2(shown.view.toolTip()
                     .remove(QChar(0x2060))
                     .replace(QChar(0xa0), QChar(0x20))
                     .contains(told),
                 qPrintable(shown.view.toolTip()));
        shown.view.setExtremum(
            insight::StationaryPoint{-1, 0, -4, insight::StationaryKind::Maximum});
        QVERIFY(shown.view.toolTip()
                    .remove(QChar(0x2060))
                    .replace(QChar(0xa0), QChar(0x20))
                    .contains(QStringLiteral("2/|f″(x*)| = 0.5.")));
        shown.view.setExtremum(insight::StationaryPoint{0, 0, 0, insight::StationaryKind::Minimum,
                                                        insight::Shape::Corner});
        QCOMPARE(shown.view.toolTip(), general);
    }

    void theLabelsOfLineAndForkKeepApart() {
        Shown shown;
        const QColor text = plot::Theme::light().text;
        const auto said = [&](double from, double to, double x) {
            const QRect part(shown.at(from, x) + QPoint(4, 0),
                             shown.at(to, x - 0.2) - QPoint(4, 0));
            return pixelsLike(shown.image(), text, part, 200) > 20;
        };
        shown.view.setExtremum(forkingAt(1));
        shown.view.setAlpha(1.04);
        QVERIFY2(said(0.9, 1, -1.6) && !said(1.04, 1.14, -1.6), "the fork's, at the bottom left");
        QVERIFY2(said(1.04, 1.14, 1.8) && !said(0.9, 1, 1.8), "the line's, at the top right");
        shown.view.setAlpha(0.96);
        QVERIFY2(said(1, 1.1, -1.6) && !said(0.86, 0.96, -1.6), "the fork's, at the bottom right");
        QVERIFY2(said(0.86, 0.96, 1.8) && !said(1, 1.1, 1.8), "the line's, at the top left");
    }

    void theLabelOfTheLineCoversNoCounts() {
        Shown shown;
        insight::Density density =
            empty(shown.view.alphaRange(), shown.view.valueRange(), shown.view.resolution());
        for (int column = 0; column < density.columns; ++column)
            for (int row = 3 * density.rows / 4; row < density.rows; ++row)
                count(density, column, row);
        shown.view.setDensity(density);
        const QRect beside(shown.at(1.11, 1.75), shown.at(1.3, 1.2));
        const auto counts = [&] { return pixelsLike(shown.image(), curve, beside, 250); };
        shown.view.setAlpha(0.6);
        const int all = counts();
        QVERIFY(all > 1000);
        shown.view.setAlpha(1.1);
        QCOMPARE(counts(), all);
        const QRect below(shown.at(1.11, 0.9), shown.at(1.3, 0.2));
        QVERIFY(pixelsLike(shown.image(), plot::Theme::light().text, below, 200) > 20);
    }

    void theGroundOfALabelCoversNoCounts_data() {
        QTest::addColumn<bool>("projected");
        QTest::newRow("usual") << false;
        QTest::newRow("projected") << true;
    }
    void theGroundOfALabelCoversNoCounts() {
        QFETCH(bool, projected);
        Shown shown;
        const plot::Theme light = plot::Theme::light();
        shown.view.setTheme(projected ? light.projected() : light);
        const QSize size = shown.view.resolution();
        // Counts up to any height: also up to right below the label.
        for (int free = 10; free < 60; ++free) {
            insight::Density density =
                empty(shown.view.alphaRange(), shown.view.valueRange(), size);
            for (int column = 0; column < density.columns; ++column)
                for (int row = density.rows / 2; row < density.rows - free; ++row)
                    count(density, column, row);
            shown.view.setDensity(density);
            const QRect beside(shown.at(1.12, 1.75), shown.at(1.3, 0.1));
            const auto counts = [&] { return pixelsLike(shown.image(), curve, beside, 20); };
            shown.view.setAlpha(0.6);
            const int all = counts();
            shown.view.setAlpha(1.1);
            QVERIFY2(counts() == all, qPrintable(QStringLiteral("%1 rows").arg(free)));
        }
    }

    void theTermOfTheForkIsWholeInANarrowView() {
        Shown shown;
        shown.view.setAlpha(1.55);
        shown.view.setExtremum(forkingAt(1.0 / 0.987654));
        const QColor text = plot::Theme::light().text;
        for (const int width : {420, 330, 280}) {
            shown.view.resize(width, 400);
            shown.image();
            const QRect all(shown.at(alphas.low, 1.2), shown.at(alphas.high, -1.75));
            const QImage image = shown.image();
            const double column = shown.view.pixel(1.0 / 0.987654, 0).x();
            const auto ink = [&](int from, int to) {
                return pixelsLike(image, text,
                                  QRect(QPoint(from, all.top()), QPoint(to, all.bottom())), 200);
            };
            QVERIFY(ink(all.left() + 3, static_cast<int>(column) - 4) +
                        ink(static_cast<int>(column) + 4, all.right() - 3) >
                    40);
            QVERIFY2(ink(all.left() + 3, all.left() + 8) == 0 &&
                         ink(all.right() - 8, all.right() - 3) == 0,
                     qPrintable(QString::number(width)));
        }
    }

    void draggingTheLinePicksAlphas() {
        Shown shown;
        QObject::connect(&shown.view, &plot::BifurcationView::alphaPicked, &shown.view,
                         &plot::BifurcationView::setAlpha);
        QSignalSpy picked(&shown.view, &plot::BifurcationView::alphaPicked);
        QSignalSpy moved(&shown.view, &plot::BifurcationView::rangesChanged);
        shown.hand.drag(shown.at(1.1, 0) + QPoint(3, 0), shown.at(1.3, 1) + QPoint(3, 0));
        QCOMPARE(picked.count(), 4);
        QVERIFY(std::abs(picked.first().first().toDouble() - 1.15) < 0.002);
        QVERIFY(std::abs(picked.last().first().toDouble() - 1.3) < 0.002);
        QCOMPARE(moved.count(), 0);
        shown.hand.drag(shown.at(1.3, 0), {5000, 100});
        QCOMPARE(picked.last().first().toDouble(), alphas.high);
    }

    void pickedAlphasArePossible() {
        Shown shown;
        shown.view.setRanges({-3, 3000}, places);
        QVERIFY(shown.view.alphaRange() ==
                (insight::Range{descent::smallestAlpha, descent::largestAlpha}));
        QObject::connect(&shown.view, &plot::BifurcationView::alphaPicked, &shown.view,
                         &plot::BifurcationView::setAlpha);
        QSignalSpy picked(&shown.view, &plot::BifurcationView::alphaPicked);
        shown.hand.drag(shown.at(1.1, 0), {-4000, 100});
        QCOMPARE(picked.last().first().toDouble(), descent::smallestAlpha);
        shown.hand.drag(shown.at(descent::smallestAlpha, 0), {4000, 100});
        QCOMPARE(picked.last().first().toDouble(), descent::largestAlpha);
    }

    void clickingPicksAlpha() {
        Shown shown;
        QSignalSpy picked(&shown.view, &plot::BifurcationView::alphaPicked);
        shown.hand.click(shown.at(0.8, -1));
        QCOMPARE(picked.count(), 1);
        const double alpha = picked.last().first().toDouble();
        QVERIFY(std::abs(alpha - 0.8) < 0.002);
        QVERIFY2(QString::number(alpha, 'g', 6).toDouble() == alpha, "as short as can be typed");
        shown.hand.click({5, 5});
        QCOMPARE(picked.count(), 1);
    }

    void draggingTheBackgroundPans() {
        Shown shown;
        QSignalSpy picked(&shown.view, &plot::BifurcationView::alphaPicked);
        QSignalSpy moved(&shown.view, &plot::BifurcationView::rangesChanged);
        const QPoint from = shown.at(0.8, -1);
        shown.hand.drag(from, from + QPoint(-60, 40));
        QVERIFY((shown.at(0.8, -1) - from - QPoint(-60, 40)).manhattanLength() <= 2);
        QVERIFY(moved.count() > 0);
        QCOMPARE(picked.count(), 0);
    }

    void panningStopsWhereAlphaEnds() {
        Shown shown;
        const QPoint from = shown.at(0.8, -1);
        shown.hand.drag(from, from + QPoint(3000, 0));
        QCOMPARE(shown.view.alphaRange().low, descent::smallestAlpha);
        QVERIFY(std::abs(shown.view.alphaRange().width() - alphas.width()) < 1e-9);
        QSignalSpy moved(&shown.view, &plot::BifurcationView::rangesChanged);
        shown.hand.drag(from, from + QPoint(300, 0));
        QCOMPARE(moved.count(), 0);
    }

    void wheelZoomsAtThePointer() {
        Shown shown;
        QSignalSpy moved(&shown.view, &plot::BifurcationView::rangesChanged);
        const QPoint place = shown.at(1.3, 0.6);
        shown.hand.wheel(place, 3);
        QVERIFY(shown.view.alphaRange().width() < alphas.width() / 1.5);
        QVERIFY((shown.at(1.3, 0.6) - place).manhattanLength() <= 2);
        QCOMPARE(moved.count(), 1);
    }

    void rangesStayPossible_data() {
        QTest::addColumn<int>("notches");
        QTest::newRow("closer") << 20;
        QTest::newRow("farther") << -20;
    }
    void rangesStayPossible() {
        QFETCH(int, notches);
        Shown shown;
        shown.compute();
        for (int i = 0; i < 60; ++i) shown.hand.wheel({400, 200}, notches);
        const double undefined = std::numeric_limits<double>::quiet_NaN();
        shown.view.setRanges({undefined, 1}, places);
        shown.view.setRanges({2000, 3000}, places);
        QVERIFY(shown.view.alphaRange().valid());
        QVERIFY(shown.view.alphaRange().low >= descent::smallestAlpha);
        QVERIFY(shown.view.alphaRange().high <= descent::largestAlpha);
    }

    void doubleClickAsksForTheFitAndKeepsAlpha() {
        Shown shown;
        QObject::connect(&shown.view, &plot::BifurcationView::alphaPicked, &shown.view,
                         &plot::BifurcationView::setAlpha);
        QSignalSpy wanted(&shown.view, &plot::BifurcationView::fitWanted);
        QSignalSpy picked(&shown.view, &plot::BifurcationView::alphaPicked);
        shown.hand.doubleClick(shown.at(0.8, -1));
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(picked.last().first().toDouble(), 1.1);
    }

    void anotherSizeWantsAnotherDensity() {
        Shown shown;
        QSignalSpy changed(&shown.view, &plot::BifurcationView::resolutionChanged);
        const QSize before = shown.view.resolution();
        shown.view.resize(600, 320);
        QTRY_VERIFY(changed.count() > 0);
        QVERIFY(shown.view.resolution().width() < before.width());
    }

    void nothingBoundedIsSaid() {
        Shown shown;
        shown.view.setAlpha(0.6);
        const QColor text = plot::Theme::light().text;
        const auto words = [&](const insight::Density& density) {
            shown.view.setDensity(density);
            return pixelsLike(shown.image(), text, around(shown.view.pixel(1.05, 0), 60), 200);
        };
        insight::Density density = empty(alphas, places, shown.view.resolution());
        density.complete = false;
        const int silent = words(density);
        density.complete = true;
        QVERIFY(words(density) > silent + 50);
        QVERIFY(words({}) == silent);
        count(density, 0, 0);
        QVERIFY(words(density) == silent);
    }

    void aDensityThatArrivesReplacesThePicture() {
        Shown shown;
        const insight::Range ends{0.5, 1.6};
        insight::Density density = empty(ends, places, {11, 18});
        count(density, 2, 13);
        shown.view.setDensity(density);
        QVERIFY(shown.counted(shown.image(), 0.75, 0.9) > 20);
        density = empty(ends, places, {11, 18});
        count(density, 3, 13);
        shown.view.setDensity(density);
        const QImage image = shown.image();
        QCOMPARE(shown.counted(image, 0.75, 0.9), 0);
        QVERIFY(shown.counted(image, 0.85, 0.9) > 20);
    }

    void pictureIsTheView() {
        Shown shown;
        shown.compute();
        shown.view.setExtremum(forkingAt(1));
        const QImage seen = shown.image();
        const QImage picture = shown.view.picture(shown.view.size());
        for (const QColor& colour : {curve, ball}) {
            const int drawn = pixelsLike(seen, colour, seen.rect());
            const int pictured = pixelsLike(picture, colour, picture.rect());
            QVERIFY(drawn > 100 && std::abs(drawn - pictured) < 20);
        }
        QVERIFY(shown.view.picture({20000, 20000}).isNull());
        shown.view.setTheme(plot::Theme::dark().projected());
        QCOMPARE(shown.view.picture({600, 400}).pixelColor(2, 2), plot::Theme::dark().ground);
    }
};

QTEST_MAIN(TestBifurcationView)
#include "tst_bifurcationview.moc"
