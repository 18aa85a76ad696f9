// SPDX-License-Identifier: GPL-3.0-or-later

#include <QPainter>
#include <QSignalSpy>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <QWheelEvent>
#include <QtTest>
#include <cmath>
#include <limits>
#include <memory>

#include "cost.h"
#include "pixels.h"
#include "plot/paint/curveline.h"
#include "plot/paint/tip.h"
#include "plot/view/convergenceview.h"
#include "plot/view/curveview.h"
#include "runs.h"

namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr insight::Range wellRange{-2.4, 2.4};

/// A view on the screen, with a run.
struct Shown {
    Shown(const char* function, insight::Range range, double start, double alpha) {
        const formula::Analysis analysis = analysed(function);
        settings.alpha = alpha;
        trajectory = finished(analysis, start, settings).trajectory;
        view.resize(900, 600);
        view.setAnalysis(analysis);
        view.setRange(range);
        view.setTrajectory(trajectory, settings);
        view.show();
        (void)QTest::qWaitForWindowExposed(&view);
        settle();
    }
    void settle() {
        view.draw();
        QApplication::processEvents();
    }
    /// The plot's inside that receives the mouse, at the place of a point of the plane.
    QWidget* stage() { return view.childAt(view.rect().center()); }
    QPoint at(double x, double value) { return view.pixel(x, value).toPoint(); }
    QPoint onCurve(double x) { return at(x, view.value(x)); }
    void wheel(QPoint place, int notches) {
        QWheelEvent event(place, view.mapToGlobal(place), {}, {0, 120 * notches}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&view, &event);
        settle();
    }
    void drag(QPoint from, QPoint to) {
        QTest::mousePress(stage(), Qt::LeftButton, {}, from);
        QTest::mouseMove(stage(), (from + to) / 2);
        QTest::mouseMove(stage(), to);
        QTest::mouseRelease(stage(), Qt::LeftButton, {}, to);
        settle();
    }

    descent::Settings settings;
    descent::Trajectory trajectory;
    plot::CurveView view;
};

std::unique_ptr<Shown> well() {
    return std::make_unique<Shown>("x^4-4*x^2+x", wellRange, 2, 0.02);
}

bool resembles(QColor pixel, QColor colour, int tolerance = 40) {
    return std::abs(pixel.red() - colour.red()) + std::abs(pixel.green() - colour.green()) +
               std::abs(pixel.blue() - colour.blue()) <
           tolerance;
}

int count(const QImage& image, QColor colour, QRect part) {
    int found = 0;
    part &= image.rect();
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x) {
            found += resembles(image.pixelColor(x, y), colour) ? 1 : 0;
        }
    }
    return found;
}

int darkIn(const QImage& image, QRect part) {
    int found = 0;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x) {
            found += qGray(image.pixel(x, y)) < 160 ? 1 : 0;
        }
    }
    return found;
}

QRect middleOf(const QWidget& view) {
    return {view.rect().center() - QPoint(250, 50), QSize(500, 80)};
}

class Paints : public QObject {
public:
    explicit Paints(QWidget* widget) { widget->installEventFilter(this); }
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() != QEvent::Paint) return false;
        ++count;
        painted |= static_cast<QPaintEvent*>(event)->rect();
        return false;
    }
    int count = 0;
    QRect painted;
};

/// The least rectangle around what a ghost changes in the picture.
QRect ghostIn(plot::CurveView& view) {
    view.setGhost(false);
    const QImage without = view.picture(view.size());
    view.setGhost(true);
    const QImage with = view.picture(view.size());
    QRect found;
    for (int y = 0; y < with.height(); ++y) {
        for (int x = 0; x < with.width(); ++x) {
            if (with.pixel(x, y) != without.pixel(x, y)) found |= QRect(x, y, 1, 1);
        }
    }
    return found;
}

/// The x of the words that a view told last.
double placeTold(const QSignalSpy& told) {
    const QString words = told.last().first().toString();
    if (!words.startsWith(QStringLiteral("x = "))) qFatal("no place");
    QString number = words.mid(4).section(QChar(0x2003), 0, 0);
    return number.replace(QChar(0x2212), u'-').toDouble();
}

}  // namespace

class TestPlotView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noLineBreaksWithinAFormula_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("formula");
        QTest::addColumn<QString>("after");
        const auto row = [](const char* before, const char* formula, const char* after) {
            QTest::newRow(formula) << QString::fromUtf8(before) << QString::fromUtf8(formula)
                                   << QString::fromUtf8(after);
        };
        row("Try an α below ", "2/f″(x*) = 1", ": from close by, it then settles.");
        row("Try an α below ", "2/|f″| = 0.5", ".");
        row("It came to ", "x ≈ 0", ", where it rests.");
        row("It came close to x, with ", "f ≈ 0", " there.");
        row("The step is ", "0.4 · 1.2×10⁻⁶", " and less.");
        row("Fastest at ", "1/f″", ", in one leap.");
        row("The distance is multiplied by ", "1 − α f″", " at each step.");
        row("A run ends when ", "|x|", " passes all bounds.");
        row("The map ", "x − α f′(x)", " and the diagonal.");
    }
    void noLineBreaksWithinAFormula() {
        QFETCH(QString, before);
        QFETCH(QString, formula);
        QFETCH(QString, after);
        QTextDocument document;
        QTextOption option;
        option.setWrapMode(QTextOption::WordWrap);
        document.setDefaultTextOption(option);
        document.setHtml(plot::wrapped(before + formula + after));
        const QString shown = document.firstBlock().text();
        const auto plain = [](QString text) {
            return text.remove(QChar(0x2060)).replace(QChar(0x00a0), u' ');
        };
        QCOMPARE(plain(shown), before + formula + after);
        for (int width = 20; width < 500; width += 3) {
            document.setTextWidth(width);
            document.size();
            const QTextLayout& layout = *document.firstBlock().layout();
            for (int i = 1; i < layout.lineCount(); ++i) {
                const auto start = plain(shown.left(layout.lineAt(i).textStart())).size();
                QVERIFY2(start <= before.size() || start >= before.size() + formula.size(),
                         qPrintable(plain(shown).insert(start, u'\n')));
            }
        }
    }

    void theLooksOfTheStripAreToldApart_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void theLooksOfTheStripAreToldApart() {
        QFETCH(bool, dark);
        Shown shown("x^2", {-3, 3}, 1, 0.1);
        const plot::Theme theme = dark ? plot::Theme::dark() : plot::Theme::light();
        shown.view.setTheme(theme);
        insight::BasinMap basins{{-3, 3}, std::vector<insight::Destination>(3), {}, true, 3};
        basins.columns[0].fate = insight::Fate::Swings;
        basins.columns[1].fate = insight::Fate::Moves;
        basins.columns[2].fate = insight::Fate::Diverges;
        shown.view.setBasins(basins);
        shown.settle();
        const QImage image = shown.view.grab().toImage();
        const QRect strip = shown.view.strip().toRect().adjusted(2, 2, -2, -2);
        // The part of a third that stands out from the ground.
        const auto inked = [&](int third) {
            int found = 0;
            const int width = strip.width() / 3 - 8;
            const QRect part(strip.left() + third * strip.width() / 3 + 4, strip.top(), width,
                             strip.height());
            for (int x = part.left(); x <= part.right(); ++x)
                for (int y = part.top(); y <= part.bottom(); ++y)
                    if (plot::contrast(image.pixelColor(x, y), theme.ground) >= 1.5) ++found;
            return double(found) / (part.width() * part.height());
        };
        QVERIFY2(inked(0) >= 1.5 * inked(1),
                 qPrintable(QStringLiteral("%1, %2").arg(inked(0)).arg(inked(1))));
        QVERIFY(inked(1) > 0.1 && inked(1) < 0.5);
        QCOMPARE(inked(2), 1.0);
    }

    /// Where many valleys without a basin in view lie between them, two may have one colour.
    void aLinePartsBasinsOfOneColour() {
        Shown shown("cos(6*x)", {-5, 5}, 1, 0.01);
        const std::size_t count = plot::Theme::basins().size();
        std::vector<insight::StationaryPoint> points;
        for (std::size_t i = 0; i <= count; ++i)
            points.push_back({static_cast<double>(i) - 4, -1, 36});
        shown.view.setPoints(points);
        insight::BasinMap basins{{-5, 5}, std::vector<insight::Destination>(2), {}, true, 2};
        basins.rests = {points.front().x, points.back().x};
        for (int i = 0; i < 2; ++i)
            basins.columns[static_cast<std::size_t>(i)] = {insight::Fate::Settles, i, 9, 0};
        shown.view.setBasins(basins);
        shown.settle();
        const QImage image = shown.view.grab().toImage();
        const QPointF middle = shown.view.strip().center();
        const QColor left = image.pixelColor(middle.toPoint() - QPoint(20, 0));
        QCOMPARE(left, image.pixelColor(middle.toPoint() + QPoint(20, 0)));
        const auto whole = [&](QPointF at) { return pixelsLike(image, left, around(at, 3)); };
        QVERIFY(whole(middle) < whole(middle + QPointF(20, 0)));
    }

    void discTouchesTheCurve() {
        const auto shown = well();
        const QPointF centre = shown->view.ballCentre();
        double nearest = inf;
        for (double x = 1.8; x < 2.2; x += 1e-4) {
            const QPointF point = shown->view.pixel(x, shown->view.value(x));
            nearest = std::min(nearest, QLineF(centre, point).length());
        }
        QVERIFY2(std::abs(nearest - 9) < 1, qPrintable(QString::number(nearest)));
        const QImage image = shown->view.grab().toImage();
        QVERIFY(resembles(image.pixelColor(centre.toPoint() + QPoint(-4, 5)),
                          plot::Theme::light().ball, 160));
    }

    void draggingTheBallPicksTheStart() {
        const auto shown = well();
        QSignalSpy picked(&shown->view, &plot::CurveView::startPicked);
        QSignalSpy settled(&shown->view, &plot::CurveView::startSettled);
        QSignalSpy moved(&shown->view, &plot::CurveView::rangesChanged);
        const QPoint grip = shown->view.ballCentre().toPoint() - shown->onCurve(2);
        QTest::mousePress(shown->stage(), Qt::LeftButton, {}, shown->onCurve(2) + grip);
        QCOMPARE(shown->view.cursor().shape(), Qt::ClosedHandCursor);
        QCOMPARE(picked.count(), 0);
        for (const double x : {1.5, 1.0, -0.5}) {
            QTest::mouseMove(shown->stage(), shown->onCurve(x) + grip);
            QVERIFY(std::abs(picked.last().first().toDouble() - x) < 0.01);
            QCOMPARE(settled.count(), 0);
        }
        QTest::mouseRelease(shown->stage(), Qt::LeftButton, {}, shown->onCurve(-0.5) + grip);
        QCOMPARE(settled.count(), 1);
        QCOMPARE(moved.count(), 0);
        QVERIFY(shown->view.range() == wellRange);
    }

    void draggingBeyondTheViewStopsAtItsEdge() {
        const auto shown = well();
        QSignalSpy picked(&shown->view, &plot::CurveView::startPicked);
        shown->drag(shown->view.ballCentre().toPoint(), {3000, 100});
        QCOMPARE(picked.last().first().toDouble(), wellRange.high);
    }

    void clickingTheCurvePicksTheStart() {
        const auto shown = well();
        QSignalSpy picked(&shown->view, &plot::CurveView::startPicked);
        QSignalSpy settled(&shown->view, &plot::CurveView::startSettled);
        QTest::mouseClick(shown->stage(), Qt::LeftButton, {}, shown->onCurve(-1) + QPoint(0, 3));
        QCOMPARE(picked.count(), 1);
        QVERIFY(std::abs(picked.first().first().toDouble() + 1) < 0.02);
        QCOMPARE(settled.count(), 1);
    }

    void draggingTheBackgroundPans() {
        const auto shown = well();
        QSignalSpy picked(&shown->view, &plot::CurveView::startPicked);
        const insight::Range before = shown->view.valueRange();
        const QPoint from = shown->at(-1, 6);
        shown->drag(from, from + QPoint(60, -30));
        QCOMPARE(picked.count(), 0);
        QVERIFY((shown->at(-1, 6) - from - QPoint(60, -30)).manhattanLength() <= 2);
        QCOMPARE(shown->view.range().width(), wellRange.width());
        QVERIFY(std::abs(shown->view.valueRange().width() - before.width()) < 1e-9);
    }

    void wheelZoomsAtThePointer() {
        const auto shown = well();
        const QPoint place = shown->at(-1, 6);
        shown->wheel(place, 3);
        QVERIFY(shown->view.range().width() < wellRange.width() / 1.5);
        QVERIFY((shown->at(-1, 6) - place).manhattanLength() <= 2);
    }

    void wheelOverTheNumbersZoomsOneAxis() {
        const auto shown = well();
        const insight::Range values = shown->view.valueRange();
        shown->wheel({shown->at(0, 0).x(), shown->view.height() - 8}, 3);
        QVERIFY(shown->view.range().width() < wellRange.width() / 1.5);
        QVERIFY(shown->view.valueRange() == values);
    }

    void doubleClickAsksForTheViewThatFits() {
        const auto shown = well();
        QObject::connect(&shown->view, &plot::CurveView::fitWanted, &shown->view,
                         &plot::CurveView::fit);
        shown->view.fit();
        shown->settle();
        const insight::Range values = shown->view.valueRange();
        shown->wheel(shown->at(-1, 6), 4);
        const QPoint place = shown->at(-1, 6);
        QTest::mouseDClick(shown->stage(), Qt::LeftButton, {}, place);
        QTest::mouseRelease(shown->stage(), Qt::LeftButton, {}, place);
        QVERIFY(shown->view.range() == wellRange);
        QVERIFY(shown->view.valueRange() == values);
    }

    void rangesStayDrawable_data() {
        QTest::addColumn<int>("notches");
        QTest::newRow("closer") << 20;
        QTest::newRow("farther") << -20;
    }
    void rangesStayDrawable() {
        QFETCH(int, notches);
        const auto shown = well();
        for (int i = 0; i < 200; ++i) shown->wheel(shown->at(1, 0), notches);
        QVERIFY(shown->view.range().valid());
        QVERIFY(shown->view.valueRange().valid());
        shown->view.setRange({undefined, 1});
        shown->view.setRange({1, 1});
        shown->view.setRanges({-1e300, 1e300}, {0, 1});
        QVERIFY(shown->view.range().valid());
        shown->view.fit();
        QVERIFY(shown->view.range() == wellRange);
    }

    void pointerTellsWhereItIs() {
        const auto shown = well();
        QSignalSpy told(&shown->view, &plot::CurveView::told);
        QTest::mouseMove(shown->stage(), shown->at(0.5, 8));
        QVERIFY(std::abs(placeTold(told) - 0.5) < 0.01);
        QCOMPARE(shown->view.cursor().shape(), Qt::ArrowCursor);
        QTest::mouseMove(shown->stage(), shown->onCurve(-1));
        QCOMPARE(shown->view.cursor().shape(), Qt::PointingHandCursor);
        QTest::mouseMove(shown->stage(), shown->view.ballCentre().toPoint());
        QCOMPARE(shown->view.cursor().shape(), Qt::OpenHandCursor);
        QTest::mouseMove(shown->stage(), {5, 5});
        QCOMPARE(told.last().first().toString(), QString());
    }

    void aClickTakesWhatThePointerTells() {
        const auto shown = well();
        QSignalSpy told(&shown->view, &plot::CurveView::told);
        QSignalSpy picked(&shown->view, &plot::CurveView::startPicked);
        for (const double x : {-2.1, -1.8, -0.9, 0.4, 1.7}) {
            for (const int beside : {-5, 0, 4}) {
                const QPoint place = shown->onCurve(x) + QPoint(beside, 2);
                QTest::mouseMove(shown->stage(), place);
                const double x0 = placeTold(told);
                QTest::mouseClick(shown->stage(), Qt::LeftButton, {}, place);
                QCOMPARE(picked.last().first().toDouble(), x0);
            }
        }
    }

    void aDraggedBallIsWhatThePointerTells() {
        const auto shown = well();
        QSignalSpy told(&shown->view, &plot::CurveView::told);
        QSignalSpy picked(&shown->view, &plot::CurveView::startPicked);
        const QPoint ball = shown->view.ballCentre().toPoint();
        QTest::mousePress(shown->stage(), Qt::LeftButton, {}, ball);
        QTest::mouseMove(shown->stage(), ball + QPoint(-50, 5));
        QCOMPARE(placeTold(told), picked.last().first().toDouble());
        QTest::mouseRelease(shown->stage(), Qt::LeftButton, {}, ball + QPoint(-50, 5));
    }

    void thePointerTellsWhatIsThereNow() {
        const auto shown = well();
        QSignalSpy told(&shown->view, &plot::CurveView::told);
        QTest::mouseMove(shown->stage(), shown->at(1, 5));
        shown->view.setRange({-24, 24});
        shown->settle();
        QVERIFY(std::abs(placeTold(told) - 10) < 0.1);
        const auto before = told.count();
        shown->view.setAnalysis(analysed("x^2"));
        shown->settle();
        QVERIFY(told.count() > before);
        QTest::mouseMove(shown->stage(), {5, 5});
        const auto outside = told.count();
        shown->view.setRange({-2, 2});
        shown->settle();
        QCOMPARE(told.count(), outside);
    }

    void aDotIsWhereTheBallTouchesTheCurve() {
        const auto shown = well();
        shown->view.setPosition(0);
        shown->settle();
        const QImage image = shown->view.picture(shown->view.size());
        const QPoint contact = shown->onCurve(2);
        QVERIFY(resembles(image.pixelColor(contact), plot::Theme::light().text));
        QVERIFY(count(image, plot::Theme::light().text,
                      QRect(contact, QSize(1, 1)).adjusted(-3, -3, 3, 3)) >= 8);
    }

    void aWellThatTheSurveyFoundIsDrawn() {
        Shown shown("x^2/100-exp(-(1e5*(x-1))^2)", {-5, 5}, 3, 0.5);
        shown.view.setRanges({-5, 5}, {-1.5, 0.5});
        shown.settle();
        const auto inWell = [&] {
            const QPoint place = shown.at(1, -0.5);
            return count(shown.view.grab().toImage(), plot::Theme::light().curve,
                         {place - QPoint(2, 2), QSize(5, 5)});
        };
        QCOMPARE(inWell(), 0);
        insight::StationaryPoint point;
        point.x = 1;
        point.value = -0.99;
        shown.view.setPoints({point});
        shown.settle();
        QVERIFY(inWell() > 3);
    }

    void valuesAreFittedToARunThatComesLater() {
        const formula::Analysis analysis = analysed("exp(50*x)+exp(-x)");
        descent::Settings settings;
        const descent::Trajectory run = finished(analysis, -3, settings).trajectory;
        plot::CurveView view;
        view.setAnalysis(analysis);
        view.setRange({-4, 4});
        QVERIFY(view.valueRange().high > 1e6);
        view.setTrajectory(run, settings);
        QVERIFY(view.valueRange().contains(run[0].value) && view.valueRange().high < 100);
        // What a person chose stays.
        view.setAnalysis(analysed("x^2"));
        view.setRanges({-4, 4}, {-1, 3});
        view.setTrajectory(run, settings);
        QVERIFY(view.valueRange() == (insight::Range{-1, 3}));
    }

    void adviceIsGivenWhereItHelps() {
        // Words in the middle: about the curve that fit() brings back, and about one that it can't.
        Shown outside("x^2", {-5, 5}, 1, 0.1);
        outside.view.setRanges({-5, 5}, {-20, -10});
        outside.settle();
        QVERIFY(darkIn(outside.view.grab().toImage(), middleOf(outside.view)) > 100);
        const QImage advice = outside.view.grab(middleOf(outside.view)).toImage();
        Shown large("1e300*x^2+1e300", {-5, 5}, 2, 0.1);
        const QImage told = large.view.grab(middleOf(large.view)).toImage();
        QVERIFY(darkIn(told, told.rect()) > 100);
        QVERIFY(told != advice);
        large.view.fit();
        large.settle();
        QVERIFY(large.view.grab(middleOf(large.view)).toImage() == told);
    }

    void manyChangesAreOneFrame() {
        const auto shown = well();
        Paints paints(shown->stage());
        for (int i = 0; i < 1000; ++i) shown->view.setPosition(i / 100.0);
        QCOMPARE(paints.count, 0);
        QTest::qWait(50);
        QVERIFY2(paints.count >= 1 && paints.count <= 2, qPrintable(QString::number(paints.count)));
        QTest::qWait(100);
        QVERIFY(paints.count <= 2);
    }

    void whatNobodySeesIsDrawnWhenItIsShown() {
        const auto shown = well();
        const QSignalSpy replots(shown->stage(), SIGNAL(afterReplot()));
        shown->view.hide();
        shown->view.setRange({-1, 1});
        QTest::qWait(50);
        QCOMPARE(replots.count(), 0);
        shown->view.show();
        QCOMPARE(replots.count(), 1);
    }

    void noLineJoinsTheSidesOfAPole() {
        Shown shown("1/x", {-3, 3}, -1, 0.1);
        const QImage image = shown.view.picture(shown.view.size());
        const int column = shown.at(0, 0).x();
        const QColor curve = plot::Theme::light().curve;
        QCOMPARE(count(image, curve, {column - 3, 0, 7, image.height()}), 0);
        QVERIFY(count(image, curve, image.rect()) > 500);
    }

    void anArrowShowsABallBeyondTheView() {
        Shown shown("x^2", {-5, 5}, 1, 1.3);
        shown.view.setPosition(5);
        shown.settle();
        QVERIFY(std::abs(shown.trajectory[5].at[0]) < 12 &&
                std::abs(shown.trajectory[5].at[0]) > 5);
        QVERIFY(shown.view.ballCentre().isNull());
        QVERIFY(shown.view.range() == (insight::Range{-5, 5}));
        const QImage image = shown.view.grab().toImage();
        const int left = shown.at(-5, 0).x();
        QVERIFY(count(image, plot::Theme::light().ball, {left, 0, 30, image.height()}) > 50);
    }

    void aGhostStandsWhereTheNextStepLands_data() {
        QTest::addColumn<double>("position");
        QTest::addColumn<std::int64_t>("most");
        QTest::addColumn<int>("from");
        const auto row = [](const char* name, double position, std::int64_t most, int from) {
            QTest::newRow(name) << position << most << from;
        };
        row("at the start", 0, 200, 0);
        row("rolling", 0.5, 200, 0);
        row("at an iterate", 1, 200, 1);
        row("rolling on", 1.25, 200, 1);
        row("at the limit of iterations", 1, 1, 1);
        row("ball covers it", 2.25, 200, 2);
    }
    void aGhostStandsWhereTheNextStepLands() {
        QFETCH(double, position);
        QFETCH(std::int64_t, most);
        QFETCH(int, from);
        Shown shown("x^4-4*x^2+x", wellRange, 2, 0.08);
        shown.settings.maxIterations = most;
        shown.view.setTrajectory(shown.trajectory.prefix(static_cast<std::size_t>(most) + 1),
                                 shown.settings);
        shown.view.setPosition(position);
        shown.settle();
        const descent::Step step = shown.trajectory[static_cast<std::size_t>(from)];
        const double landing = step.at[0] - 0.08 * step.gradient[0];
        const QRect ghost = ghostIn(shown.view);
        const QPointF contact = shown.view.pixel(landing, shown.view.value(landing));
        if (from == 2) {
            QVERIFY(QRectF(ghost).adjusted(-20, -20, 20, 20).contains(contact));
            return;
        }
        // A disc of radius 9 that touches the curve from above.
        QVERIFY2(std::abs(ghost.width() - 19) <= 2 && std::abs(ghost.height() - 19) <= 2,
                 qPrintable(QStringLiteral("%1x%2").arg(ghost.width()).arg(ghost.height())));
        const QLineF radius(contact, QRectF(ghost).center());
        QVERIFY2(std::abs(radius.length() - 9) < 1.5 && radius.dy() < 0,
                 qPrintable(QString::number(radius.length())));
    }

    void aGhostAtTheEndOfARunIsItsFirstStep() {
        Shown shown("x^4-4*x^2+x", wellRange, 2, 0.08);
        const auto last = static_cast<double>(shown.trajectory.size() - 1);
        shown.view.setPosition(last);
        shown.settle();
        const QRect changed = ghostIn(shown.view);
        const QPoint start = shown.onCurve(2);
        const QPoint landing = shown.onCurve(shown.trajectory[1].at[0]);
        QVERIFY(changed.adjusted(-3, -3, 3, 3).contains(start));  // the arrow of that step
        QVERIFY(changed.adjusted(0, 0, 0, 3).contains(landing));
        QVERIFY(changed.left() < landing.x() - 2 && changed.left() > landing.x() - 20);
    }

    void aGhostLeavesNothingBehind() {
        const auto shown = well();
        const QImage before = shown->view.grab().toImage();
        shown->view.setGhost(true);
        shown->settle();
        QVERIFY(shown->view.grab().toImage() != before);
        shown->view.setGhost(false);
        shown->settle();
        QVERIFY(shown->view.grab().toImage() == before);
    }

    void aGhostIsDrawnWithTheBall() {
        const auto shown = well();
        Paints paints(shown->stage());
        shown->view.setGhost(true);
        shown->settle();
        QVERIFY(paints.count > 0);
        const QSize painted = paints.painted.size();
        QVERIFY2(painted.width() < 300 && painted.height() < 300,
                 qPrintable(QStringLiteral("%1x%2").arg(painted.width()).arg(painted.height())));
        QVERIFY(paints.painted.contains(ghostIn(shown->view)));
    }

    void anArrowShowsAGhostBeyondTheView() {
        Shown shown("x^2", {-5, 5}, 4, 1.3);
        QVERIFY(shown.trajectory[1].at[0] < -5);
        const QRect ghost = ghostIn(shown.view);
        const QPoint corner = shown.at(-5, shown.view.valueRange().high);
        QVERIFY(QRect(corner, QSize(120, 60)).contains(ghost));
        QVERIFY(ghost.width() > 40);
        const QImage image = shown.view.picture(shown.view.size());
        QVERIFY(count(image, plot::Theme::light().ball, ghost) > 15);
    }

    void arrowsOfBallAndGhostShareNoEdge() {
        Shown shown("-x^3", {-3, 3}, 1, 0.3);
        shown.view.setPosition(3);
        shown.settle();
        QVERIFY(shown.view.ballCentre().isNull());
        QVERIFY(ghostIn(shown.view).isEmpty());
        Shown swinging("x^2", {-5, 5}, 4, 1.3);
        swinging.view.setPosition(1);
        swinging.settle();
        QVERIFY(swinging.view.ballCentre().isNull());
        QVERIFY(!ghostIn(swinging.view).isEmpty());
    }

    void wildRunsLeaveTheCurveInView_data() {
        QTest::addColumn<QByteArray>("function");
        QTest::addColumn<double>("start");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<bool>("drawn");
        const auto row = [](const char* name, const char* function, double start, double alpha,
                            bool drawn) {
            QTest::newRow(name) << QByteArray(function) << start << alpha << drawn;
        };
        row("diverges", "x^4", 3, 1, true);
        row("leaves the domain", "x*sqrt(x)", 1, 3, true);
        row("starts outside", "ln(x)", -1, 1, true);
        row("starts at a pole", "1/x", 0, 1, true);
        row("defined nowhere", "sqrt(-1-x^2)", 0, 1, false);
        row("huge", "exp(exp(x^2))", 2, 1, true);
        row("steep", "1000*sin(50*x)", 1, 0.01, true);
        row("constant", "1e200", 1, 0.01, true);
    }
    void wildRunsLeaveTheCurveInView() {
        QFETCH(QByteArray, function);
        QFETCH(double, start);
        QFETCH(double, alpha);
        QFETCH(bool, drawn);
        Shown shown(function.constData(), {-5, 5}, start, alpha);
        const auto last = static_cast<double>(shown.trajectory.size() - 1);
        shown.view.setGhost(true);
        for (const double part : {0.0, 0.3, 0.99, 1.0}) {
            shown.view.setPosition(part * last);
            shown.settle();
            const QPointF ball = shown.view.ballCentre();
            QVERIFY(ball.isNull() || shown.view.rect().contains(ball.toPoint()));
            const QImage picture = shown.view.picture(shown.view.size());
            const int ink = count(picture, plot::Theme::light().curve, picture.rect());
            QVERIFY2(drawn ? ink > 300 : ink == 0, qPrintable(QString::number(ink)));
        }
        QVERIFY(shown.view.valueRange().valid());
    }

    void aTallCurveTakesTimeByItsHeight() {
        const auto cost = [](int height) {
            QImage image(100, height, QImage::Format_RGB32);
            std::vector<QPointF> points;
            constexpr int columns = 100;
            for (int i = 0; i <= columns; ++i) {
                const double x = 2.0 * i / columns - 1;
                points.emplace_back(i, height * x * x);
            }
            return costOf([&] {
                QPainter painter(&image);
                painter.setRenderHint(QPainter::Antialiasing);
                painter.setPen(QPen(Qt::black, 2, Qt::SolidLine, Qt::RoundCap, Qt::BevelJoin));
                plot::paintPolyline(painter, points, image.rect());
            });
        };
        const double ratio = cost(160'000) / cost(20'000);
        QVERIFY2(ratio < 32, qPrintable(QString::number(ratio)));
    }

    void aSteepCurveTakesNoLongerThanOthers() {
        const auto cost = [](const char* function) {
            Shown shown(function, {-5, 5}, 1, 0.01);
            shown.view.setRanges({-5, 5}, {-1, 1});
            return costOf([&] {
                shown.settle();
                shown.view.picture({1200, 700});
            });
        };
        const double ratio = cost("1000*sin(50*x)") / cost("sin(x)");
        QVERIFY2(ratio < 20, qPrintable(QString::number(ratio)));
    }

    void pictureLeavesTheViewAlone() {
        const auto shown = well();
        shown->view.setPosition(1.5);
        shown->settle();
        const QPointF ball = shown->view.ballCentre();
        const QImage before = shown->view.grab().toImage();
        const QImage picture = shown->view.picture({1600, 500}, 2);
        QCOMPARE(picture.size(), QSize(1600, 500));
        QCOMPARE(shown->view.ballCentre(), ball);
        QCOMPARE(shown->view.grab().toImage(), before);
    }

    void pictureIsTheView() {
        const auto shown = well();
        shown->view.setPosition(3);
        shown->settle();
        const QImage seen = shown->view.grab().toImage().convertToFormat(QImage::Format_RGB32);
        const QImage picture =
            shown->view.picture(shown->view.size()).convertToFormat(QImage::Format_RGB32);
        int different = 0;
        // Inside the axes; letters may be placed differently by a fraction of a pixel.
        for (int y = 0; y < seen.height() - 60; ++y) {
            for (int x = 80; x < seen.width(); ++x) {
                different += resembles(seen.pixelColor(x, y), picture.pixelColor(x, y)) ? 0 : 1;
            }
        }
        QVERIFY2(different < 100, qPrintable(QString::number(different)));
    }

    void picturesHaveASensibleSize() {
        const auto shown = well();
        QVERIFY(shown->view.picture({0, 100}).isNull());
        QVERIFY(shown->view.picture({20000, 20000}).isNull());
        QVERIFY(!shown->view.picture({20, 10}).isNull());
        const QImage large = shown->view.picture({1800, 1200}, 2);
        const QImage small = shown->view.picture({900, 600});
        const QColor curve = plot::Theme::light().curve;
        const double ratio =
            double(count(large, curve, large.rect())) / count(small, curve, small.rect());
        QVERIFY2(ratio > 3 && ratio < 5.5, qPrintable(QString::number(ratio)));
    }

    void aStaleCurveIsDimmed() {
        const auto shown = well();
        shown->view.setStale(true);
        const QImage image = shown->view.picture({900, 600});
        QVERIFY(count(image, plot::Theme::light().faded, image.rect()) > 500);
        QCOMPARE(count(image, plot::Theme::light().curve, image.rect()), 0);
    }

    void anotherFunctionIsFitted() {
        const auto shown = well();
        shown->view.setAnalysis(analysed("1000+x^2"));
        QVERIFY(shown->view.range() == wellRange);
        QVERIFY(shown->view.valueRange().contains(1003));
        QVERIFY(!shown->view.valueRange().contains(0));
    }

    void clickingTheConvergenceAsksForTheIteration() {
        const auto shown = well();
        plot::ConvergenceView view;
        view.resize(600, 160);
        view.setTrajectory(shown->trajectory);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.draw();
        QSignalSpy picked(&view, &plot::ConvergenceView::iterationPicked);
        QWidget* stage = view.childAt(view.rect().center());
        QTest::mousePress(stage, Qt::LeftButton, {}, {300, 60});
        QTest::mouseMove(stage, {4000, 60});
        QTest::mouseRelease(stage, Qt::LeftButton, {}, {4000, 60});
        QCOMPARE(picked.count(), 2);
        const double n = picked.first().first().toDouble();
        QVERIFY(n > 15 && n < 33 && n == std::round(n));
        QCOMPARE(picked.last().first().toDouble(), 48.0);
        // The line of the position then stands where the pointer was.
        view.setPosition(n);
        view.draw();
        const QImage image = view.grab().toImage();
        int column = -1;
        int longest = 0;
        for (int x = 80; x < image.width() - 80; ++x) {
            const int length = darkIn(image, QRect(x, 0, 1, image.height()));
            if (length > longest) column = x;
            longest = std::max(longest, length);
        }
        QVERIFY(longest > image.height() / 2);
        QVERIFY2(std::abs(column - 300) <= 6, qPrintable(QString::number(column)));
    }

    void tickLabelsStandApart_data() {
        QTest::addColumn<int>("width");
        QTest::newRow("side panel") << 300;
        QTest::newRow("window") << 900;
    }
    void tickLabelsStandApart() {
        QFETCH(int, width);
        plot::ConvergenceView view;
        descent::Trajectory trajectory;
        for (int n = 0; n <= 1'000'000; ++n) trajectory.append({n, 1.0, 5, 1.0});
        view.setTrajectory(trajectory);
        const QImage picture = view.picture({width, 160});
        const int widest = view.fontMetrics().horizontalAdvance(QStringLiteral("1,000,000"));
        const int gap = view.fontMetrics().height() / 2;
        int first = -1;
        int last = -1;
        for (int x = 0; x < width; ++x) {
            if (darkIn(picture, QRect(x, 140, 1, 18)) == 0) continue;
            if (first < 0 || x - last > gap) first = x;
            last = x;
            QVERIFY2(last - first <= widest + 2, "labels run together");
        }
        QVERIFY(first > 0);
    }

    void aConstantHasAShortAxis() {
        plot::ConvergenceView view;
        view.resize(600, 160);
        descent::Trajectory trajectory;
        for (int n = 0; n <= 1000; ++n) trajectory.append({n, 1.0, 5, 0.0});
        view.setTrajectory(trajectory);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.draw();
        QSignalSpy picked(&view, &plot::ConvergenceView::iterationPicked);
        QTest::mouseClick(view.childAt(view.rect().center()), Qt::LeftButton, {}, {90, 60});
        QVERIFY2(picked.first().first().toDouble() > 25, "the axis leaves its labels little room");
    }

    void aStraightRunIsAnEvenLine_data() {
        QTest::addColumn<int>("steps");
        QTest::addColumn<double>("last");
        for (const int steps : {300, 600, 700, 1300, 5000}) {
            QTest::addRow("falls, %d", steps) << steps << 0.0;
            QTest::addRow("level, %d", steps) << steps << 5.0;
        }
    }
    void aStraightRunIsAnEvenLine() {
        QFETCH(int, steps);
        QFETCH(double, last);
        plot::ConvergenceView view;
        descent::Trajectory trajectory;
        for (int n = 0; n <= steps; ++n) {
            trajectory.append({n, 1.0, 5 + (last - 5) * n / steps, 0.0});
        }
        view.setTrajectory(trajectory);
        view.setPosition(-1e9);
        const QImage picture = view.picture({600, 160});
        const auto ink = [&](int column) {
            double sum = 0;
            for (int y = 0; y < 120; ++y) {
                const QColor pixel = picture.pixelColor(column, y);
                sum += std::max(0.0, pixel.blueF() - pixel.redF() - 0.05);
            }
            return sum;
        };
        double least = inf;
        double most = 0;
        for (int column = 100; column < 500; ++column) {
            least = std::min(least, ink(column));
            most = std::max(most, ink(column));
        }
        QVERIFY2(most < 1.3 * least, qPrintable(QStringLiteral("%1 %2").arg(least).arg(most)));
    }

    void convergenceTakesAnyRun() {
        plot::ConvergenceView view;
        view.resize(600, 160);
        QVERIFY(!view.picture({600, 160}).isNull());
        descent::Trajectory trajectory;
        for (const double value : {1.0, inf, undefined, -1e308, 1e308}) {
            trajectory.append({0, 1.0, value, value});
            trajectory.append({0, 1.0, 2, 0.0});
        }
        view.setTrajectory(trajectory);
        view.setPosition(3);
        view.draw();
        QVERIFY(!view.picture({600, 160}).isNull());
    }
};

QTEST_MAIN(TestPlotView)
#include "tst_plotview.moc"
