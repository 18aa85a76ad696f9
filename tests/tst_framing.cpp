// SPDX-License-Identifier: GPL-3.0-or-later
#include <QMenu>
#include <QWheelEvent>
#include <cmath>

#include "person.h"
#include "plot/view/bifurcationview.h"
#include "plot/view/cobwebview.h"
#include "session/examples.h"

namespace {

/// The first and the last place of the run, and its valley's other side.
bool showsRun(Person& person, double minimum) {
    const insight::Range range = person.curve()->range();
    const descent::Trajectory& run = person.experiment().trajectory();
    return range.contains(run[0].at[0]) && range.contains(run.last().at[0]) &&
           range.contains(minimum) && range.width() < 4 * std::abs(minimum);
}

void wheel(QWidget* view, int notches) {
    const QPointF at = view->rect().center();
    QWheelEvent event(at, view->mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(view, &event);
    Person::settle();
}

}  // namespace

class TestFraming : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRunThatLeavesTheViewIsFitted_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("minimum");
        QTest::newRow("50") << "(x-50)^2" << 50.0;
        QTest::newRow("1000") << "(x-1000)^2" << 1000.0;
        QTest::newRow("1e6") << "(x-1e6)^2" << 1e6;
        QTest::newRow("written out") << "x^2-200*x+10000" << 100.0;
    }
    void aRunThatLeavesTheViewIsFitted() {
        QFETCH(QString, function);
        QFETCH(double, minimum);
        Person person;
        person.type(person.field("initialGuess"), QStringLiteral("0"));
        person.type(person.functionEdit(), function);
        person.waitForRun();
        QVERIFY(showsRun(person, minimum));
        QVERIFY(person.experiment().session().range == person.curve()->range());
        QVERIFY(person.find<plot::CobwebView>("cobweb")->range() == person.curve()->range());
        // Fitting shows the same; so does a start that is new to the view.
        const insight::Range fitted = person.curve()->range();
        person.press(Qt::Key_Plus, Qt::ControlModifier);
        person.press(Qt::Key_0, Qt::ControlModifier);
        QVERIFY(person.curve()->range() == fitted);
    }

    void aRunThatStaysLeavesTheViewAlone() {
        Person person;
        const insight::Range before = person.curve()->range();
        person.type(person.functionEdit(), QStringLiteral("x^4-3*x^2+x"));
        person.waitForRun();
        QVERIFY(person.curve()->range() == before);
    }

    void whatIsTypedOnTheWayDoesNotStay() {
        Person person;
        person.type(person.field("initialGuess"), QStringLiteral("-2"));
        const insight::Range before = person.curve()->range();
        person.type(person.functionEdit(), QStringLiteral("x^2-100*x"));
        person.waitForRun();
        QVERIFY(showsRun(person, 50));
        QTest::keyClicks(person.functionEdit(), QStringLiteral("/100"));
        person.waitForRun();
        QVERIFY(person.curve()->range() == before);
    }

    void theFittedViewIsUndoneWithItsFunction() {
        Person person;
        const insight::Range before = person.curve()->range();
        person.type(person.functionEdit(), QStringLiteral("x^2-2000*x"));
        person.waitForRun();
        QVERIFY(showsRun(person, 1000));
        QTRY_VERIFY(showsRun(person, 1000));
        QVERIFY(person.find<QAction>("undo")->text().contains(QStringLiteral("x^2-2000*x")));
        QVERIFY(!person.find<QAction>("undo")->text().contains(QStringLiteral("Load")));
        person.trigger("undo");
        person.waitForRun();
        QCOMPARE(person.experiment().session().function.text(), QStringLiteral("x^4-4*x^2+x"));
        QVERIFY(person.curve()->range() == before);
        person.trigger("redo");
        person.waitForRun();
        QVERIFY(showsRun(person, 1000));
    }

    void aChosenZoomStaysWhileOnlyNumbersChange() {
        Person person;
        person.press(Qt::Key_Plus, Qt::ControlModifier);
        const insight::Range chosen = person.curve()->range();
        person.type(person.field("alpha"), QStringLiteral("0.3"));
        person.waitForRun();
        person.type(person.field("initialGuess"), QStringLiteral("40"));
        person.waitForRun();
        QVERIFY(person.curve()->range() == chosen);
        person.press(Qt::Key_0, Qt::ControlModifier);
        QVERIFY(person.curve()->range().contains(40));
    }

    void fittingAnExampleShowsARunThatLeavesIt() {
        Person person;
        person.type(person.field("alpha"), QStringLiteral("0.1"));
        person.type(person.field("initialGuess"), QStringLiteral("3"));
        person.waitForRun();
        person.press(Qt::Key_0, Qt::ControlModifier);
        const insight::Range range = person.curve()->range();
        QVERIFY(range.contains(3) && range.contains(person.experiment().trajectory()[1].at[0]));
    }

    void fittingKeepsTheLowerMinimumAndWhatIsSaidOfIt() {
        Person person;
        person.type(person.functionEdit(), QStringLiteral("x^4 - 3*x^2 + x + cos(7x)/3"));
        person.type(person.field("alpha"), QStringLiteral("0.0123"));
        person.type(person.field("initialGuess"), QStringLiteral("1.042"));
        person.waitForRun();
        const QString before = person.verdict();
        QVERIFY2(before.contains(QStringLiteral("1.32479")), qPrintable(before));
        person.press(Qt::Key_0, Qt::ControlModifier);
        person.waitForRun();
        QTRY_COMPARE(person.verdict(), before);
        const insight::Range x = person.curve()->range();
        const insight::Range values = person.curve()->valueRange();
        QVERIFY(x.contains(-1.325) && x.contains(1.256) && x.width() < 5);
        QVERIFY(values.contains(-3.84) && values.width() < 15);
    }

    void fittingShowsTheStartOfASteepRun_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("alpha");
        QTest::addColumn<QString>("most");
        QTest::addColumn<double>("highest");
        QTest::newRow("wall") << "exp(50*x)+exp(-x)"
                              << "-3"
                              << "0.02"
                              << "200" << 100.0;
        QTest::newRow("pole") << "1/x+x/1e6"
                              << "1"
                              << "10"
                              << "5000" << 3.0;
    }
    void fittingShowsTheStartOfASteepRun() {
        QFETCH(QString, function);
        QFETCH(QString, start);
        QFETCH(QString, alpha);
        QFETCH(QString, most);
        QFETCH(double, highest);
        Person person;
        person.type(person.functionEdit(), function);
        person.type(person.field("initialGuess"), start);
        person.type(person.field("alpha"), alpha);
        person.type(person.field("maxIterations"), most);
        person.waitForRun();
        person.press(Qt::Key_0, Qt::ControlModifier);
        const descent::Step first = person.experiment().trajectory()[0];
        QVERIFY(person.curve()->range().contains(first.at[0]));
        QVERIFY(person.curve()->valueRange().contains(first.value));
        QVERIFY(person.curve()->valueRange().high < highest);
    }

    void aZoomIsForTheFunctionThatItWasMadeFor() {
        Person person;
        person.type(person.field("initialGuess"), QStringLiteral("-0.5"));
        person.waitForRun();
        const QPointF place = person.curve()->pixel(-0.5, 0);
        QWheelEvent event(place, person.curve()->mapToGlobal(place), {}, {0, 120 * 38},
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(person.curve(), &event);
        Person::settle();
        QVERIFY(person.curve()->range().contains(-0.5) && person.curve()->range().width() < 0.01);
        person.press(Qt::Key_3, Qt::ControlModifier);
        person.type(person.functionEdit(), QStringLiteral("sin(3x)+x^2/5"));
        person.type(person.field("initialGuess"), QStringLiteral("2"));
        person.waitForRun();
        const auto showsRun = [&](insight::Range range) {
            return range.contains(2) &&
                   range.contains(person.experiment().trajectory().last().at[0]) &&
                   range.width() > 1 && range.width() < 20;
        };
        QVERIFY(showsRun(person.curve()->range()));
        QVERIFY(showsRun(person.find<plot::CobwebView>("cobweb")->range()));
    }

    void aStartOutsideTheViewOfATypedFunctionIsFitted() {
        Person person;
        person.type(person.functionEdit(), QStringLiteral("x^4-3*x^2+x"));
        person.waitForRun();
        person.type(person.field("initialGuess"), QStringLiteral("4"));
        person.waitForRun();
        QVERIFY(person.curve()->range().contains(4));
        QVERIFY(person.find<plot::CobwebView>("cobweb")->range().contains(4));
    }

    void aViewMuchTooWideIsFitted() {
        Person person;
        for (int i = 0; i < 10; ++i) person.press(Qt::Key_Minus, Qt::ControlModifier);
        QVERIFY(person.curve()->range().width() > 30);
        person.type(person.functionEdit(), QStringLiteral("x^4/4 - x^2 + x/3"));
        person.waitForRun();
        const insight::Range x = person.curve()->range();
        QVERIFY(x.contains(-1.5) && x.contains(1.5) && x.width() < 10);
        QVERIFY(person.curve()->valueRange().width() < 10);
    }

    void theReadOutIsOfWhatIsUnderThePointerNow() {
        Person person;
        person.waitForBasins();
        const auto told = [&] { return person.find<QLabel>("pointer")->text(); };
        const QPoint place = person.stage()->rect().center() + QPoint(200, -50);
        QTest::mouseMove(person.stage(), place);
        Person::settle();
        const QString first = told();
        QVERIFY(first.contains(QStringLiteral("A start here ends")));
        // Another view, another α, another function.
        person.press(Qt::Key_Minus, Qt::ControlModifier);
        QTRY_VERIFY(told() != first);
        const double x =
            person.curve()->startAt(person.stage()->mapTo(person.curve(), place)).value();
        QVERIFY2(told().contains(QString::number(x)), qPrintable(told()));
        person.type(person.field("alpha"), QStringLiteral("5"));
        person.waitForRun();
        QTRY_VERIFY2(told().contains(QStringLiteral("diverges")), qPrintable(told()));
        const QString diverging = told();
        person.type(person.functionEdit(), QStringLiteral("x^2+1"));
        person.waitForRun();
        QTRY_VERIFY(told() != diverging);
        person.trigger("undo");
        person.waitForRun();
        QTRY_COMPARE(told(), diverging);
    }

    void mapsAreFittedToAnotherFunction() {
        Person person;
        auto* cobweb = person.find<plot::CobwebView>("cobweb");
        person.press(Qt::Key_2, Qt::ControlModifier);
        wheel(cobweb, 20);
        QVERIFY(cobweb->range().width() < 1);
        person.type(person.functionEdit(), QStringLiteral("(x-50)^2"));
        person.waitForRun();
        QVERIFY(cobweb->range().contains(2) && cobweb->range().contains(50));
        // Its own zoom stays while only α changes, and is left by a fit.
        wheel(cobweb, 20);
        const insight::Range chosen = cobweb->range();
        person.type(person.field("alpha"), QStringLiteral("0.03"));
        person.waitForRun();
        QVERIFY(cobweb->range() == chosen);
        QTest::mouseDClick(cobweb->childAt(cobweb->rect().center()), Qt::LeftButton, {},
                           cobweb->rect().center());
        person.waitForRun();
        QVERIFY(cobweb->range().contains(2) && cobweb->range().contains(50));
    }

    void anExampleIsWatchedInSeconds() {
        Person person;
        for (std::size_t example = 0; example < session::examples().size(); example += 6) {
            person.chooseExample(example);
            person.waitForRun();
            const auto steps = static_cast<double>(person.experiment().trajectory().size() - 1);
            const double speed = person.experiment().player().speed();
            QVERIFY2(speed >= 5 && steps / speed < 17,
                     qPrintable(QStringLiteral("%1: %2 of %3").arg(example).arg(speed).arg(steps)));
            QVERIFY(speed == 5 || steps / speed > 12);
        }
    }

    void mapsAreFittedToAnotherExample() {
        Person person;
        auto* cobweb = person.find<plot::CobwebView>("cobweb");
        auto* forks = person.find<plot::BifurcationView>("bifurcation");
        person.press(Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(
            forks->alphaRange().contains(0.145) && forks->alphaRange().high < 1, 10'000);
        const insight::Range fitted = forks->alphaRange();
        wheel(forks, 20);
        QVERIFY(forks->alphaRange().width() < 0.1 * fitted.width());
        person.press(Qt::Key_2, Qt::ControlModifier);
        wheel(cobweb, 20);
        // The third example has the same function, but not the same start.
        person.chooseExample(1);
        person.waitForRun();
        QVERIFY(cobweb->range().width() > 4);
        person.press(Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(forks->alphaRange().width() > 0.5 * fitted.width(), 10'000);
        // And one with another function comes while another view is shown.
        wheel(forks, 20);
        person.press(Qt::Key_1, Qt::ControlModifier);
        person.type(person.functionEdit(), QStringLiteral("x^4/4-x^2/2"));
        person.waitForRun();
        person.press(Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(forks->alphaRange().contains(1), 10'000);
    }
};

QTEST_MAIN(TestFraming)
#include "tst_framing.moc"
