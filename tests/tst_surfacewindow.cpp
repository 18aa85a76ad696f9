// SPDX-License-Identifier: GPL-3.0-or-later
// The surface in the window, used with keys and mouse.
#include <QMenu>
#include <QTabBar>
#include <cmath>

#include "model/history.h"
#include "person.h"
#include "pixels.h"
#include "plot/view/mapview.h"
#include "plot/view/surfaceview.h"
#include "popups.h"
#include "window/export/exportdialog.h"
#include "window/text/screenreadertext.h"

namespace {

/// Somebody who looks at the surface of a function of several variables.
struct Climber : Person {
    explicit Climber(const char* function = "x^2+3*y^2+x*y") {
        type(functionEdit(), QString::fromLatin1(function));
        press(Qt::Key_Return);
        waitForRun();
        trigger("showSurface");
        waitForHeights();
    }

    plot::SurfaceView* surface() { return find<plot::SurfaceView>("surface"); }
    const session::Session& session() { return experiment().session(); }
    void waitForHeights() {
        QVERIFY(QTest::qWaitFor(
            [this] { return !surface()->unfinished() && !surface()->isHasty(); }, 20000));
        settle();
    }
    QWidget* ground() { return surface()->childAt(surface()->rect().center()); }
    void drag(QPoint by) {
        const QPoint from(20, 20);
        QTest::mousePress(ground(), Qt::LeftButton, {}, from);
        for (int part = 1; part <= 4; ++part) QTest::mouseMove(ground(), from + by * part / 4);
        QTest::mouseRelease(ground(), Qt::LeftButton, {}, from + by);
        settle();
    }
};

}  // namespace

class TestSurfaceWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setEffectEnabled(Qt::UI_AnimateMenu, false); }

    void itIsOfferedOnlyOfSeveralVariables() {
        Person person;
        QVERIFY(!person.find<QAction>("showSurface")->isVisible());
        QVERIFY(!person.find<QAction>("logarithmic")->isVisible());
        Climber climber;
        QVERIFY(climber.find<QAction>("showSurface")->isVisible());
        QVERIFY(climber.find<QAction>("logarithmic")->isVisible());
        QVERIFY(climber.surface()->isVisible());
        QCOMPARE(int(climber.session().view), int(session::View::Surface));
        climber.type(climber.functionEdit(), QStringLiteral("x^2"));
        QVERIFY(climber.curve()->isVisible());
    }

    void itsKeyIsTheNextOneAndTheOthersKeepTheirs() {
        Climber climber;
        climber.press(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(!climber.surface()->isVisible());
        climber.press(Qt::Key_4, Qt::ControlModifier);
        QVERIFY(climber.surface()->isVisible());
        climber.press(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(climber.find<QWidget>("cobweb")->isVisible());
    }

    void itShowsTheFunctionWithTheConstantsOfNow() {
        Climber climber("a*x^2+y^2");
        const QImage before = climber.surface()->grab().toImage();
        climber.type(climber.find<QLineEdit>("value_a"), QStringLiteral("-3"));
        climber.waitForRun();
        climber.waitForHeights();
        QVERIFY(climber.surface()->grab().toImage() != before);
    }

    void aDragTurnsItAndCanBeUndone() {
        Climber climber;
        const session::Camera before = climber.session().camera;
        climber.drag({80, 60});
        QVERIFY(climber.session().camera != before);
        QVERIFY(climber.surface()->camera() == climber.session().camera);
        climber.press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(climber.session().camera == before);
        QVERIFY(climber.surface()->camera() == before);
    }

    void aClickStartsThere() {
        Climber climber;
        const insight::Rectangle area = climber.surface()->area();
        const QPointF place(area.across.centre() + area.across.width() / 5,
                            area.up.centre() - area.up.width() / 5);
        const QPointF pixel = climber.surface()->pixelOn(place);
        QTest::mouseClick(climber.ground(), Qt::LeftButton, {}, pixel.toPoint());
        Person::settle();
        const descent::Point start = climber.session().initialGuess;
        QVERIFY(std::abs(start[0] - place.x()) < area.across.width() / 50);
        QVERIFY(std::abs(start[1] - place.y()) < area.up.width() / 50);
    }

    void logarithmicHeightsAreSetAndShown() {
        Climber climber("(1-x)^2+100*(y-x^2)^2");
        const QImage even = climber.surface()->grab().toImage();
        climber.trigger("logarithmic");
        QVERIFY(climber.session().camera.logarithmic);
        climber.waitForHeights();
        QVERIFY(climber.surface()->grab().toImage() != even);
        climber.press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!climber.session().camera.logarithmic);
        QVERIFY(!climber.find<QAction>("logarithmic")->isChecked());
    }

    void fitShowsTheRunFromTheUsualSide() {
        Climber climber;
        const insight::Range fitted = climber.session().range;
        climber.drag({80, 60});
        climber.trigger("zoomIn");
        QVERIFY(climber.session().range != fitted);
        climber.trigger("fit");
        QVERIFY(climber.session().camera == session::Camera());
        QTRY_VERIFY(std::abs(climber.session().range.width() / fitted.width() - 1) < 0.1);
    }

    void theMapShowsTheSamePartOfThePlane() {
        Climber climber;
        climber.trigger("zoomIn");
        climber.press(Qt::Key_1, Qt::ControlModifier);
        auto* map = climber.find<plot::MapView>("map");
        QVERIFY(map->range() == climber.surface()->range());
        QVERIFY(map->valueRange() == climber.surface()->valueRange());
    }

    void itTellsWhereTheBallIs() {
        Climber climber;
        const QString words =
            climber.surface()->findChild<const window::ScreenReaderText*>()->words(
                window::ScreenReaderText::Part::Text);
        QVERIFY2(words.contains(QStringLiteral("the ball is at (x, y)")), qPrintable(words));
    }
};

QTEST_MAIN(TestSurfaceWindow)
#include "tst_surfacewindow.moc"
