// SPDX-License-Identifier: GPL-3.0-or-later
// The row of runners, as a person uses it with mouse and keys.
#include <QMenu>
#include <QStatusBar>
#include <QTest>
#include <QToolButton>
#include <QUndoGroup>

#include "model/history.h"
#include "person.h"
#include "plot/view/convergenceview.h"
#include "session/method.h"
#include "session/runners.h"
#include "session/wording/runnerwording.h"
#include "window/race/runnerchip.h"

namespace {

using session::Session;
using window::RunnerChip;

const Session& sessionOf(Person& person) {
    return person.experiment().session();
}
std::size_t count(Person& person) {
    return session::runnerCount(sessionOf(person));
}
RunnerChip* chip(Person& person, int number) {
    return person.find<RunnerChip>(qPrintable(QStringLiteral("runner%1").arg(number)));
}
QWidget* row(Person& person) {
    return person.find<QWidget>("runners");
}

void add(Person& person, int runners) {
    for (int more = 0; more < runners; ++more) person.press(Qt::Key_D, Qt::ControlModifier);
}
void waitForAll(Person& person) {
    QVERIFY(QTest::qWaitFor([&] { return person.experiment().complete(); }, 20000));
    Person::settle();
}
void click(QWidget* widget) {
    const QPoint beginning(widget->height() / 2, widget->height() / 2);
    QTest::mouseClick(widget, Qt::LeftButton, {}, beginning);
    Person::settle();
}
/// Presses the right button there.
void askForMenu(Person& person, const QWidget* widget, QPoint place) {
    QTest::mouseClick(person.window.windowHandle(), Qt::RightButton, {},
                      widget->mapTo(&person.window, place));
    Person::settle();
}
/// Where the cross of a chip is.
void clickCross(RunnerChip* chip) {
    QTest::mouseClick(chip, Qt::LeftButton, {},
                      {chip->width() - chip->height() / 2, chip->height() / 2});
    Person::settle();
}

QMenu* openMenu() {
    return qobject_cast<QMenu*>(QApplication::activePopupWidget());
}
/// Chooses an entry of the menu that is open, and one of its own menu, with the keyboard.
void choose(const QStringList& path) {
    for (const QString& beginning : path) {
        QMenu* menu = openMenu();
        QVERIFY(menu);
        const QList<QAction*> actions = menu->actions();
        const auto entry = std::ranges::find_if(actions, [&](const QAction* action) {
            return QString(action->text()).remove(QLatin1Char('&')).startsWith(beginning);
        });
        QVERIFY2(entry != actions.end(), qPrintable(beginning));
        menu->setActiveAction(*entry);
        QTest::keyClick(menu, (*entry)->menu() ? Qt::Key_Right : Qt::Key_Return);
        Person::settle();
    }
}

/// All chips lie side by side within the row, which no other thing covers.
void verifyLaidOut(Person& person) {
    QList<QWidget*> parts{person.find<QToolButton>("addRunner")};
    for (RunnerChip* each : person.window.findChildren<RunnerChip*>())
        if (each->isVisible()) parts += each;
    for (const QWidget* part : parts) {
        QVERIFY2(row(person)->rect().contains(part->geometry()), qPrintable(part->objectName()));
        for (const QWidget* other : parts)
            QVERIFY(part == other || !part->geometry().intersects(other->geometry()));
    }
    const QWidget* picture = person.find<QWidget>("views");
    QVERIFY(row(person)->geometry().bottom() < picture->geometry().top());
}

/// Counts how often a widget is painted.
class Paints : public QObject {
public:
    explicit Paints(QWidget* widget) { widget->installEventFilter(this); }
    bool eventFilter(QObject*, QEvent* event) override {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
    int count = 0;
};

QString undoText(Person& person) {
    return person.window.findChild<model::History*>()->steps().undoText();
}

}  // namespace

class TestRunnerRow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setEffectEnabled(Qt::UI_AnimateMenu, false); }

    void withOneRunnerNobodySeesTheRow() {
        Person person;
        QVERIFY(!row(person)->isVisible());
        QVERIFY(person.find<QToolButton>("compare")->isVisible());
        QVERIFY(!person.find<QAction>("removeRunner")->isEnabled());
        QVERIFY(!person.find<QAction>("nextRunner")->isEnabled());
    }

    void aKeyAddsACopyThatIsChosenAndUndoTakesItAway() {
        Person person;
        person.waitForRun();
        add(person, 1);
        QCOMPARE(count(person), std::size_t{2});
        QCOMPARE(sessionOf(person).chosen, std::size_t{1});
        QVERIFY(row(person)->isVisible());
        QVERIFY(chip(person, 2)->isChecked());
        QVERIFY(!chip(person, 1)->isChecked());
        QVERIFY(!person.find<QToolButton>("compare")->isVisible());
        const auto runners = session::runners(sessionOf(person));
        QCOMPARE(runners[1], runners[0]);
        verifyLaidOut(person);
        QCOMPARE(undoText(person), QStringLiteral("Add a runner"));
        person.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(count(person), std::size_t{1});
        QVERIFY(!row(person)->isVisible());
        QVERIFY(person.find<QToolButton>("compare")->isVisible());
        person.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(count(person), std::size_t{2});
    }

    /// While α is turned there is no time for that.
    void aTurnOfAlphaPaintsNothingThatStaysAsItIs() {
        Person person;
        person.waitForRun();
        add(person, 1);
        waitForAll(person);
        Paints others(chip(person, 1));
        Paints chosen(chip(person, 2));
        Paints start(person.field("initialGuess"));
        Paints function(person.functionEdit());
        Paints rate(person.field("alpha"));
        QSlider* alpha = person.slider("alpha");
        for (int turn = 0; turn < 5; ++turn) {
            alpha->setValue(alpha->value() + 1);
            waitForAll(person);
        }
        QVERIFY(chosen.count >= 1 && rate.count >= 1);
        QCOMPARE(others.count, 0);
        QCOMPARE(start.count, 0);
        QCOMPARE(function.count, 0);
    }

    void compareOffersAnotherMethodWithItsUsualRate() {
        Person person;
        person.waitForRun();
        click(person.find<QToolButton>("compare"));
        choose({QStringLiteral("Another method"), QStringLiteral("Newton")});
        QCOMPARE(count(person), std::size_t{2});
        QCOMPARE(sessionOf(person).settings.method, *descent::methodNamed("newton"));
        QCOMPARE(sessionOf(person).settings.alpha, 1.0);
        waitForAll(person);
        QVERIFY2(chip(person, 2)->accessibleName().startsWith(QStringLiteral("Runner 2: Newton")),
                 qPrintable(chip(person, 2)->accessibleName()));
        QVERIFY(chip(person, 2)->accessibleName().endsWith(QStringLiteral("Arrived")));
    }

    void theArrowBesidePlusHasCopiesThatDiffer() {
        Person person;
        person.waitForRun();
        add(person, 1);
        const double alpha = sessionOf(person).settings.alpha;
        auto* plus = person.find<QToolButton>("addRunner");
        QTest::mouseClick(plus, Qt::LeftButton, {}, {plus->height() / 2, plus->height() / 2});
        Person::settle();
        QCOMPARE(count(person), std::size_t{3});
        QTimer::singleShot(50, plus, [] { choose({QStringLiteral("α doubled")}); });
        QTest::mouseClick(plus, Qt::LeftButton, {}, {plus->width() - 4, plus->height() / 2});
        Person::settle();
        QCOMPARE(count(person), std::size_t{4});
        QCOMPARE(sessionOf(person).settings.alpha, 2 * alpha);
    }

    void anotherRateIsReadyToBeTyped() {
        Person person;
        person.waitForRun();
        click(person.find<QToolButton>("compare"));
        choose({QStringLiteral("Another α")});
        QCOMPARE(count(person), std::size_t{2});
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(person.field("alpha")));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("0.005"));
        Person::settle();
        QCOMPARE(sessionOf(person).settings.alpha, 0.005);
        QCOMPARE(session::runners(sessionOf(person))[0].alpha, 0.02);
    }

    void anotherValueOfTheMainKnobIsReadyToBeTyped() {
        Person person;
        person.waitForRun();
        Session next = sessionOf(person);
        next.settings.method = descent::Momentum();
        person.window.findChild<model::Experiment*>()->change(next);
        click(person.find<QToolButton>("compare"));
        choose({QStringLiteral("Another β")});
        QCOMPARE(count(person), std::size_t{2});
        QCOMPARE(QApplication::focusWidget(),
                 static_cast<QWidget*>(person.find<QLineEdit>("beta")));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("0.5"));
        Person::settle();
        const auto runners = session::runners(sessionOf(person));
        QCOMPARE(session::methodText(runners[1].method), QStringLiteral("momentum:beta=0.5"));
        QCOMPARE(session::methodText(runners[0].method), QStringLiteral("momentum"));
    }

    void theMenuOfTheChartTellsWhatTheStarIs() {
        Person person;
        person.waitForRun();
        click(person.find<QToolButton>("compare"));
        choose({QStringLiteral("α halved")});
        waitForAll(person);
        auto* menu = person.find<QMenu>("quantityMenu");
        Q_EMIT menu->aboutToShow();
        const QAction* note = menu->actions().constLast();
        QVERIFY2(note->text().startsWith(QStringLiteral("f* = ")), qPrintable(note->text()));
        QVERIFY(note->text().endsWith(QStringLiteral("the lowest minimum in view")));
        QVERIFY(!note->isEnabled());
    }

    void allStartWhereTheOneOfTheMenuDoes() {
        Person person;
        person.waitForRun();
        click(person.find<QToolButton>("compare"));
        choose({QStringLiteral("Start a little beside")});
        const Session before = sessionOf(person);
        askForMenu(person, chip(person, 1), {10, 10});
        choose({QStringLiteral("All start here")});
        for (const session::Runner& runner : session::runners(sessionOf(person)))
            QVERIFY(runner.start == before.others[0].start);
        person.trigger("undo");
        QVERIFY(session::runners(sessionOf(person)) == session::runners(before));
    }

    void aClickChoosesTheRunnerOfWhichThePanelSpeaks() {
        Person person;
        person.waitForRun();
        click(person.find<QToolButton>("compare"));
        choose({QStringLiteral("α halved")});
        QCOMPARE(person.field("alpha")->text(), QStringLiteral("0.01"));
        click(chip(person, 1));
        QCOMPARE(sessionOf(person).chosen, std::size_t{0});
        QCOMPARE(person.field("alpha")->text(), QStringLiteral("0.02"));
        QVERIFY(chip(person, 1)->isChecked());
        QVERIFY(!chip(person, 2)->isChecked());
        QVERIFY(undoText(person).startsWith(QStringLiteral("Choose")));
        person.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(sessionOf(person).chosen, std::size_t{1});
        QVERIFY(chip(person, 2)->isChecked());
    }

    void arrowsWalkThroughTheRunnersAndDeleteRemovesOne() {
        Person person;
        person.waitForRun();
        add(person, 2);
        chip(person, 3)->setFocus(Qt::TabFocusReason);
        person.press(Qt::Key_Left);
        QCOMPARE(sessionOf(person).chosen, std::size_t{1});
        person.press(Qt::Key_Left);
        QCOMPARE(sessionOf(person).chosen, std::size_t{0});
        QCOMPARE(person.position(), 0.0);
        person.press(Qt::Key_Delete);
        QCOMPARE(count(person), std::size_t{2});
        QCOMPARE(undoText(person), QStringLiteral("Remove a runner"));
        person.press(Qt::Key_Delete);
        QCOMPARE(count(person), std::size_t{1});
        QVERIFY(person.curve()->isAncestorOf(QApplication::focusWidget()) ||
                person.curve() == QApplication::focusWidget());
        person.press(Qt::Key_Z, Qt::ControlModifier);
        person.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(count(person), std::size_t{3});
    }

    void tabLeadsFromTheViewsThroughTheRowToThePicture() {
        Person person;
        person.waitForRun();
        add(person, 3);
        person.find<QWidget>("tabs")->setFocus();
        QStringList visited;
        for (int tabs = 0; tabs < 3; ++tabs) {
            person.press(Qt::Key_Tab);
            visited += QApplication::focusWidget()->objectName();
        }
        QCOMPARE(visited, (QStringList{QStringLiteral("runner4"), QStringLiteral("addRunner"),
                                       QStringLiteral("curve")}));
    }

    void aCrossRemovesARunnerThatNeedNotBeTheChosenOne() {
        Person person;
        person.waitForRun();
        click(person.find<QToolButton>("compare"));
        choose({QStringLiteral("α halved")});
        clickCross(chip(person, 1));
        QCOMPARE(count(person), std::size_t{1});
        QCOMPARE(sessionOf(person).settings.alpha, 0.01);
        person.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(count(person), std::size_t{2});
        QCOMPARE(sessionOf(person).chosen, std::size_t{1});
    }

    void keysOfTheRunMenuChooseTheNextOneAndRemoveIt() {
        Person person;
        person.waitForRun();
        add(person, 2);
        person.press(Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(sessionOf(person).chosen, std::size_t{0});
        person.press(Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(sessionOf(person).chosen, std::size_t{1});
        person.press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(count(person), std::size_t{2});
    }

    void theMenuOfAChipIsAboutItsRunner() {
        Person person;
        person.waitForRun();
        click(person.find<QToolButton>("compare"));
        choose({QStringLiteral("α halved")});
        askForMenu(person, chip(person, 1), {10, 10});
        choose({QStringLiteral("Start a little beside")});
        QCOMPARE(count(person), std::size_t{3});
        const auto runners = session::runners(sessionOf(person));
        QCOMPARE(runners[2].alpha, 0.02);
        QVERIFY(runners[2].start[0] > runners[0].start[0]);
        askForMenu(person, chip(person, 2), {10, 10});
        choose({QStringLiteral("Remove this runner")});
        QCOMPARE(count(person), std::size_t{2});
    }

    void theNinthIsRefusedInOneSentence() {
        Person person;
        person.waitForRun();
        add(person, 7);
        QCOMPARE(count(person), session::mostRunners);
        verifyLaidOut(person);
        add(person, 1);
        QCOMPARE(count(person), session::mostRunners);
        QCOMPARE(person.find<QStatusBar>("statusBar")->currentMessage(),
                 QStringLiteral("There can be at most 8 runners. Remove one first."));
    }

    void eightThatAllDivergeSayThatTheyAreGone() {
        Person person;
        person.waitForRun();
        person.type(person.field("alpha"), QStringLiteral("10"));
        person.press(Qt::Key_Return);
        add(person, 7);
        waitForAll(person);
        for (int number = 1; number <= 8; ++number) {
            QVERIFY2(chip(person, number)->accessibleName().endsWith(QStringLiteral("Gone")),
                     qPrintable(chip(person, number)->accessibleName()));
        }
        person.press(Qt::Key_0, Qt::ControlModifier);
        QVERIFY(person.curve()->range().contains(2));
    }

    void aRaceOnAConstantEndsAtOnceForAll() {
        Person person;
        person.waitForRun();
        add(person, 3);
        person.type(person.functionEdit(), QStringLiteral("5"));
        waitForAll(person);
        for (int number = 1; number <= 4; ++number) {
            const QString name = chip(person, number)->accessibleName();
            QVERIFY2(name.endsWith(QStringLiteral("At rest")), qPrintable(name));
        }
    }

    void fitShowsTheRunsOfAll() {
        Person person;
        person.waitForRun();
        Session next = sessionOf(person);
        session::Runner far = session::chosenRunner(next);
        far.start = -40;
        far.alpha = 1e-6;
        next = session::choosing(*session::adding(next, far), 0);
        person.window.findChild<model::Experiment*>()->change(next);
        waitForAll(person);
        person.press(Qt::Key_0, Qt::ControlModifier);
        QTRY_VERIFY(person.curve()->range().contains(-40));
        QVERIFY(person.curve()->range().contains(2));
        QTRY_VERIFY(person.curve()->valueRange().contains(person.curve()->value(-40)));
    }

    void oneThatLeapsUpAWallLeavesTheOthersLarge() {
        Person person;
        person.waitForRun();
        person.press(Qt::Key_0, Qt::ControlModifier);
        const double before = person.curve()->valueRange().width();
        add(person, 1);
        person.type(person.field("alpha"), QStringLiteral("0.3"));
        person.press(Qt::Key_Return);
        person.press(Qt::Key_PageDown, Qt::ControlModifier);
        waitForAll(person);
        person.press(Qt::Key_0, Qt::ControlModifier);
        QTRY_VERIFY(person.curve()->range().contains(-3));
        QVERIFY2(person.curve()->valueRange().width() < 4 * before,
                 qPrintable(QString::number(person.curve()->valueRange().width())));
    }

    void whatTheChartShowsIsChosenBesideIt() {
        Person person;
        person.waitForRun();
        add(person, 1);
        auto* chart = person.find<plot::ConvergenceView>("convergence");
        auto* button = person.find<QToolButton>("quantities");
        QVERIFY(button->isVisible());
        click(button);
        choose({QStringLiteral("The length of a step")});
        QCOMPARE(chart->quantity(), std::optional(plot::Quantity::Step));
        QCOMPARE(sessionOf(person).quantity, std::optional(session::Quantity::Step));
        QVERIFY2(person.find<QAction>("undo")->text().contains(
                     QStringLiteral("Show |xₙ₊₁ − xₙ| in the chart")),
                 qPrintable(person.find<QAction>("undo")->text()));
        person.trigger("undo");
        QCOMPARE(chart->quantity(), std::optional<plot::Quantity>());
        person.trigger("redo");
        QCOMPARE(chart->quantity(), std::optional(plot::Quantity::Step));
        person.trigger("wideChart");
        QVERIFY(!button->isVisible());
        person.trigger("wideChart");
        QVERIFY(button->isVisible());
    }

    void aSessionBringsWhatItsChartShows() {
        Person person;
        person.waitForRun();
        auto* chart = person.find<plot::ConvergenceView>("convergence");
        Session next = sessionOf(person);
        next.quantity = session::Quantity::Gradient;
        person.window.findChild<model::Experiment*>()->load(next);
        waitForAll(person);
        QCOMPARE(chart->quantity(), std::optional(plot::Quantity::Gradient));
        person.chooseExample(3);
        QCOMPARE(chart->quantity(), std::optional(plot::Quantity::Gradient));
    }

    void theLegendOnThePictureNamesThem() {
        Person person;
        person.waitForRun();
        click(person.find<QToolButton>("compare"));
        choose({QStringLiteral("Another method"), QStringLiteral("Adam")});
        person.trigger("legend");
        const QString told = person.curve()
                                 ->findChild<QWidget*>(QStringLiteral("legendCard"))
                                 ->accessibleDescription();
        QVERIFY2(told.contains(QStringLiteral("Adam, α 0.02")), qPrintable(told));
        person.trigger("legend");
    }

    void theMenuOfTheCurveAddsARunnerThatStartsThere() {
        Person person;
        person.waitForRun();
        const QPoint at = person.curve()->pixel(-1, person.curve()->value(-1)).toPoint();
        askForMenu(person, person.curve(), at);
        choose({QStringLiteral("Add a runner that starts here")});
        QCOMPARE(count(person), std::size_t{2});
        QVERIFY(std::abs(sessionOf(person).initialGuess[0] + 1) < 0.05);
        QCOMPARE(session::runners(sessionOf(person))[0].start[0], 2.0);
    }

    void theTourHasItsOwnAndGivesThoseOfAPersonBack() {
        Person person;
        person.waitForRun();
        add(person, 2);
        person.trigger("tour");
        Person::settle();
        QCOMPARE(count(person), std::size_t{1});
        QVERIFY(!row(person)->isVisible());
        QVERIFY(!person.find<QToolButton>("compare")->isVisible());
        auto* close = person.find<QToolButton>("close");
        QTest::mouseClick(close, Qt::LeftButton);
        Person::settle();
        QCOMPARE(count(person), std::size_t{3});
        QVERIFY(row(person)->isVisible());
        QCOMPARE(sessionOf(person).chosen, std::size_t{2});
    }

    void whatDiffersIsNamed() {
        Person person;
        person.waitForRun();
        click(person.find<QToolButton>("compare"));
        choose({QStringLiteral("Start a little beside")});
        QVERIFY2(chip(person, 1)->accessibleName().contains(QStringLiteral("x₀ 2,")),
                 qPrintable(chip(person, 1)->accessibleName()));
        QVERIFY(!chip(person, 1)->toolTip().isEmpty());
    }

    void eightOfOneMethodTellWhatTellsThemApart() {
        std::vector<session::Runner> runners(8);
        for (std::size_t i = 0; i < runners.size(); ++i)
            runners[i].method = descent::Momentum{0.1 * static_cast<double>(i + 1)};
        QCOMPARE(session::nameOf(runners, 3, 6).own, QStringLiteral("β 0.4"));
        QCOMPARE(session::nameOf(runners, 7, 6).own, QStringLiteral("β 0.8"));
        for (std::size_t i = 0; i < runners.size(); ++i) {
            runners[i].method = descent::Momentum{};
            runners[i].alpha = 0.01 * static_cast<double>(i + 1);
        }
        QCOMPARE(session::nameOf(runners, 3, 6).own, QStringLiteral("α 0.04"));
        Person person;
        person.waitForRun();
        for (int runner = 2; runner <= 8; ++runner) {
            person.trigger("addCopy");
            person.type(person.field("alpha"), QString::number(0.001 * runner));
            person.waitForRun();
        }
        for (const int width : {1280, 960}) {
            person.window.resize(width, 600);
            Person::settle();
            for (int i = 1; i <= 8; ++i) {
                using enum RunnerChip::Detail;
                QVERIFY2(chip(person, i)->detail() < Name, qPrintable(QString::number(width)));
            }
        }
    }

    void isWholeInALowNarrowWindow_data() {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1280x800") << QSize(1280, 800);
        QTest::newRow("1366x768") << QSize(1366, 768);
        QTest::newRow("960x600") << QSize(960, 600);
        QTest::newRow("800x480") << QSize(800, 480);
    }
    void isWholeInALowNarrowWindow() {
        QFETCH(QSize, size);
        Person person;
        person.waitForRun();
        person.window.resize(size);
        for (int runners = 2; runners <= 8; ++runners) {
            add(person, 1);
            verifyLaidOut(person);
        }
        QCOMPARE(person.window.size(), size);
        QVERIFY(person.find<QWidget>("views")->height() > size.height() / 3);
    }
};

QTEST_MAIN(TestRunnerRow)
#include "tst_runnerrow.moc"
