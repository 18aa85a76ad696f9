// SPDX-License-Identifier: GPL-3.0-or-later
// The table of a race in the window, by mouse and keys.
#include <QClipboard>
#include <QHeaderView>
#include <QMenu>
#include <QRegularExpression>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTextDocumentFragment>

#include "person.h"
#include "session/runners.h"
#include "window/race/racepage.h"
#include "window/race/racetable.h"

namespace {

using session::Session;

enum Column { Place, Runner, Outcome, Steps, Evaluations, Value, Words };

model::Experiment& experimentOf(Person& person) {
    return *person.window.findChild<model::Experiment*>();
}

void change(Person& person, const Session& session) {
    experimentOf(person).change(session);
    QTRY_VERIFY_WITH_TIMEOUT(person.experiment().complete(), 20000);
    Person::settle();
}

/// x² from 4: gradient descent is second, Newton first, α = 1 swings for ever.
void race(Person& person) {
    Session next = person.experiment().session();
    next.function = *session::Function::from(QStringLiteral("x^2"));
    next.initialGuess = 4;
    next.settings.alpha = 0.25;
    next = *session::adding(next, {4, 1, *descent::methodNamed("newton")});
    next = *session::adding(next, {4, 1, {}});
    change(person, session::choosing(next, 0));
}

/// The page of the charts with this name, chosen by the mouse; false without one.
bool openTab(Person& person, const QString& name) {
    auto* charts = person.find<QTabWidget>("charts");
    for (int page = 0; page < charts->count(); ++page) {
        if (charts->tabText(page) != name) continue;
        QTest::mouseClick(charts->tabBar(), Qt::LeftButton, {},
                          charts->tabBar()->tabRect(page).center());
        Person::settle();
        return charts->currentIndex() == page;
    }
    return false;
}

QTableView* table(Person& person) {
    return person.find<QTableView>("race");
}

QString cell(const QTableView* table, int row, Column column) {
    return table->model()->index(row, column).data().toString();
}

QString runners(const QTableView* table) {
    QStringList order;
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        const QString whole =
            table->model()->index(row, Runner).data(Qt::AccessibleTextRole).toString();
        static const QRegularExpression runner(QStringLiteral(": (.).*, α ([0-9.]+):"));
        const auto found = runner.match(whole);
        order += found.captured(1) + found.captured(2);
    }
    return order.join(QLatin1Char(' '));
}

void clickHeading(QTableView* table, Column column) {
    QHeaderView* header = table->horizontalHeader();
    const int middle = header->sectionViewportPosition(column) + header->sectionSize(column) / 2;
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, {middle, header->height() / 2});
    Person::settle();
}

void clickRow(QTableView* table, int row) {
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(row, Steps)).center());
    Person::settle();
}

}  // namespace

class TestRaceTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isThereFromTheSecondRunnerOn() {
        Person person;
        person.waitForRun();
        QVERIFY(!openTab(person, QStringLiteral("Race")));
        race(person);
        QVERIFY(openTab(person, QStringLiteral("Race")));
        QVERIFY(table(person)->isVisible());
        table(person)->setFocus();
        change(person, session::alone(person.experiment().session()));
        QVERIFY(!table(person)->isVisible());
        QVERIFY(!openTab(person, QStringLiteral("Race")));
        QCOMPARE(person.find<QTabWidget>("charts")->count(), 2);
        QVERIFY(person.curve()->hasFocus());
        race(person);
        QVERIFY(openTab(person, QStringLiteral("Race")));
    }

    void tellsWhoIsFirst() {
        Person person;
        person.waitForRun();
        race(person);
        QVERIFY(openTab(person, QStringLiteral("Race")));
        QTableView* shown = table(person);
        QCOMPARE(shown->model()->rowCount(), 3);
        QCOMPARE(cell(shown, 0, Place), QStringLiteral("1"));
        QCOMPARE(cell(shown, 0, Runner), QStringLiteral("Newton’s method"));
        QCOMPARE(shown->model()->index(0, Runner).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Runner 2: Newton’s method, α 1: reached a minimum at 0"));
        QCOMPARE(cell(shown, 0, Outcome), QStringLiteral("Arrived"));
        QCOMPARE(cell(shown, 0, Steps), QStringLiteral("1"));
        QCOMPARE(cell(shown, 0, Evaluations), QStringLiteral("5"));
        QCOMPARE(cell(shown, 0, Value), QStringLiteral("0"));
        QCOMPARE(cell(shown, 0, Words), QStringLiteral("reached a minimum at 0"));
        QCOMPARE(cell(shown, 1, Steps), QStringLiteral("23"));
        QCOMPARE(cell(shown, 1, Evaluations), QStringLiteral("48"));
        QCOMPARE(cell(shown, 2, Outcome), QStringLiteral("Cannot settle"));
        QCOMPARE(cell(shown, 2, Words), QStringLiteral("swings between 2 places forever"));
        QVERIFY(shown->model()
                    ->index(2, Place)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .startsWith(QStringLiteral("Unfinished")));
    }

    void aClickOnAHeadingSorts() {
        Person person;
        person.waitForRun();
        race(person);
        QVERIFY(openTab(person, QStringLiteral("Race")));
        QTableView* shown = table(person);
        QCOMPARE(runners(shown), QStringLiteral("N1 G0.25 G1"));
        clickHeading(shown, Steps);
        QCOMPARE(runners(shown), QStringLiteral("N1 G0.25 G1"));
        clickHeading(shown, Steps);
        QCOMPARE(runners(shown), QStringLiteral("G0.25 N1 G1"));
        clickHeading(shown, Runner);
        QCOMPARE(runners(shown), QStringLiteral("G0.25 N1 G1"));
        clickHeading(shown, Evaluations);
        QCOMPARE(runners(shown), QStringLiteral("N1 G0.25 G1"));
        clickHeading(shown, Evaluations);
        QCOMPARE(runners(shown), QStringLiteral("G1 G0.25 N1"));
        shown->sortByColumn(Value, Qt::AscendingOrder);
        QCOMPARE(runners(shown), QStringLiteral("N1 G0.25 G1"));
        clickHeading(shown, Place);
        clickHeading(shown, Place);
        QCOMPARE(runners(shown), QStringLiteral("G0.25 N1 G1"));
    }

    void aClickOnARowChoosesItsRunner() {
        Person person;
        person.waitForRun();
        race(person);
        QVERIFY(openTab(person, QStringLiteral("Race")));
        QTableView* shown = table(person);
        clickRow(shown, 0);
        QCOMPARE(person.experiment().session().chosen, std::size_t{1});
        QCOMPARE(shown->currentIndex().row(), 0);
        clickHeading(shown, Evaluations);
        clickHeading(shown, Evaluations);
        QCOMPARE(shown->currentIndex().row(), 2);
        QCOMPARE(person.experiment().session().chosen, std::size_t{1});
        shown->setFocus();
        QTest::keyClick(shown, Qt::Key_Up);
        Person::settle();
        QCOMPARE(person.experiment().session().chosen, std::size_t{0});
        QVERIFY(shown->hasFocus());
    }

    void isCopiedAsItIsSorted() {
        Person person;
        person.waitForRun();
        race(person);
        QVERIFY(openTab(person, QStringLiteral("Race")));
        QTableView* shown = table(person);
        clickHeading(shown, Evaluations);
        clickHeading(shown, Evaluations);
        shown->setFocus();
        QTest::keyClick(shown, Qt::Key_C, Qt::ControlModifier);
        Person::settle();
        const QStringList rows =
            QApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(rows.size(), 4);
        QVERIFY(rows[0].startsWith(QStringLiteral("place\trunner\tmethod\t")));
        QCOMPARE(rows[1],
                 QStringLiteral("unfinished\t3\tgradient\t1\t4\tmax-iterations\t\tno\t\t402"
                                "\t16\tswings between 2 places forever"));
        QCOMPARE(rows[3], QStringLiteral("1\t2\tnewton\t1\t4\tconverged\t1\tno\t1\t5\t0\treached a "
                                         "minimum at 0"));
    }

    void isCopiedFromTheMenuWithoutHavingBeenSeen() {
        Person person;
        person.waitForRun();
        QVERIFY(!person.find<QAction>("copyRace")->isEnabled());
        race(person);
        person.trigger("copyRace");
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("\n1\t2\tnewton")));
    }

    void itsMenuSortsAndExports() {
        Person person;
        person.waitForRun();
        race(person);
        QVERIFY(openTab(person, QStringLiteral("Race")));
        QTableView* shown = table(person);
        QTest::mouseClick(person.window.windowHandle(), Qt::RightButton, {},
                          shown->viewport()->mapTo(&person.window, QPoint(60, 10)));
        Person::settle();
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QStringList entries;
        for (const QAction* action : menu->actions()) entries += action->text();
        QVERIFY2(entries.contains(QStringLiteral("&Export the race…")),
                 qPrintable(entries.join(QLatin1Char('|'))));
        const QList<QAction*> orders = menu->actions().first()->menu()->actions();
        QCOMPARE(orders.size(), 7);
        orders[Runner]->trigger();
        menu->close();
        QCOMPARE(runners(shown), QStringLiteral("G0.25 N1 G1"));
        QCOMPARE(person.experiment().session().chosen, std::size_t{0});
    }

    void followsWhatIsChanged() {
        Person person;
        person.waitForRun();
        race(person);
        QVERIFY(openTab(person, QStringLiteral("Race")));
        QTableView* shown = table(person);
        person.type(person.field("alpha"), QStringLiteral("0.5"));
        QTRY_VERIFY(person.experiment().complete());
        Person::settle();
        // One step, without a second derivative.
        QCOMPARE(runners(shown), QStringLiteral("G0.5 N1 G1"));
        QCOMPARE(cell(shown, 0, Evaluations), QStringLiteral("4"));
        QCOMPARE(cell(shown, 1, Place), QStringLiteral("2"));
    }

    void whatIsComputedSaysSo() {
        Person person;
        person.waitForRun();
        race(person);
        QVERIFY(openTab(person, QStringLiteral("Race")));
        QTableView* shown = table(person);
        auto* note = person.find<QLabel>("raceNote");
        QVERIFY(!note->isVisible());
        Session next = person.experiment().session();
        next.settings.maxIterations = descent::mostIterations;
        next = session::choosing(next, 2);
        next.settings.method = *descent::methodNamed("adam");
        next.settings.tolerance = 1e-300;
        experimentOf(person).change(next);
        QTRY_COMPARE(cell(shown, 2, Outcome), QStringLiteral("Computing"));
        QVERIFY(shown->isVisible());
        QCOMPARE(cell(shown, 2, Place), QString());
        QVERIFY2(note->text().contains(QStringLiteral("places may still change")),
                 qPrintable(note->text()));
        QTRY_VERIFY_WITH_TIMEOUT(person.experiment().complete(), 60000);
        Person::settle();
        // Its step is higher than there is room for, and becomes a page beside the race.
        QVERIFY(shown->isVisible());
        for (int row = 0; row < 3; ++row)
            QVERIFY2(cell(shown, row, Outcome) != QStringLiteral("Computing"),
                     qPrintable(QString::number(row)));
        QVERIFY(!note->text().contains(QStringLiteral("places may still change")));
    }

    void aStarMarksWhoLeavesAgain() {
        Person person;
        person.waitForRun();
        race(person);
        Session next = session::choosing(person.experiment().session(), 2);
        next.settings.method = *descent::methodNamed("rmsprop");
        next.settings.alpha = 0.1;
        change(person, next);
        QVERIFY(openTab(person, QStringLiteral("Race")));
        QTableView* shown = table(person);
        QCOMPARE(cell(shown, 2, Steps), QStringLiteral("78*"));
        QVERIFY(shown->model()
                    ->index(2, Steps)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("does not stay there")));
        QVERIFY(person.find<QLabel>("raceNote")->text().contains(QLatin1Char('*')));
    }

    void aLongValueHasFewerDigitsAndIsWhole() {
        model::Preferences exact;
        exact.digits = 12;
        Person person(exact);
        person.waitForRun();
        Session next = person.experiment().session();
        next = *session::adding(next, {2, 0.05, {}});
        change(person, session::choosing(next, 0));
        QVERIFY(openTab(person, QStringLiteral("Race")));
        QTableView* shown = table(person);
        clickRow(shown, 0);
        for (int row = 0; row < 2; ++row) {
            const int wide = shown->fontMetrics().horizontalAdvance(cell(shown, row, Value));
            QVERIFY(wide + 8 <= shown->columnWidth(Value));
        }
        QVERIFY(cell(shown, 0, Value).startsWith(QStringLiteral("−2.61")));
        QVERIFY(cell(shown, 0, Value).size() < 12);
        QVERIFY(shown->model()->index(0, Value).data(Qt::ToolTipRole).toString().size() > 16);
    }

    /// Narrow, what became of a runner stands below it; wide, in a column.
    void showsAllWhereThereIsRoom() {
        Person person;
        person.waitForRun();
        race(person);
        QVERIFY(openTab(person, QStringLiteral("Race")));
        QTableView* shown = table(person);
        QVERIFY(shown->isColumnHidden(Words));
        QVERIFY(shown->rowHeight(0) > 1.8 * shown->fontMetrics().height());
        person.pullPanel(-640);
        QVERIFY2(!shown->isColumnHidden(Words), qPrintable(QString::number(shown->width())));
        QVERIFY(!shown->isColumnHidden(Outcome));
        QVERIFY(shown->rowHeight(0) < 1.8 * shown->fontMetrics().height());
        QCOMPARE(cell(shown, 2, Place), QStringLiteral("Unfinished"));
        int width = 0;
        for (int column = 0; column < shown->model()->columnCount(); ++column)
            width += shown->columnWidth(column);
        QCOMPARE(width, shown->viewport()->width());
    }

    /// What there is no room for is told by the tip.
    void namesAreWholeInTheNarrowestPanel() {
        Person person;
        person.waitForRun();
        race(person);
        Session next = person.experiment().session();
        next = *session::adding(next, {4, 0.01, *descent::methodNamed("nesterov")});
        next = *session::adding(next, {4, 0.1, *descent::methodNamed("barzilai-borwein")});
        change(person, session::choosing(next, 0));
        QVERIFY(openTab(person, QStringLiteral("Race")));
        person.pullPanel(700);
        QTableView* shown = table(person);
        QVERIFY2(shown->width() < 300, qPrintable(QString::number(shown->width())));
        const auto areWhole = [&] {
            int width = 0;
            for (int column = 0; column < shown->model()->columnCount(); ++column)
                width += shown->columnWidth(column);
            QCOMPARE(width, shown->viewport()->width());
            for (int row = 0; row < shown->model()->rowCount(); ++row) {
                const QString name = cell(shown, row, Runner);
                const int needed = shown->fontMetrics().horizontalAdvance(name) +
                                   window::RaceCell::widthBeside(Runner);
                QVERIFY2(needed <= shown->columnWidth(Runner), qPrintable(name));
            }
        };
        const auto tip = [&](int row, Column column) {
            return QTextDocumentFragment::fromHtml(
                       shown->model()->index(row, column).data(Qt::ToolTipRole).toString())
                .toPlainText();
        };
        areWhole();
        QVERIFY(shown->isColumnHidden(Value));
        QVERIFY2(tip(0, Steps).contains(QStringLiteral("Final f: 0")), qPrintable(tip(0, Steps)));
        QVERIFY(tip(0, Runner).contains(QStringLiteral("Newton’s method, α 1: reached")));
        shown->sortByColumn(Value, Qt::AscendingOrder);
        Person::settle();
        areWhole();
        QVERIFY(!shown->isColumnHidden(Value));
        QVERIFY(tip(0, Steps).contains(QStringLiteral("Evaluations: ")));
        person.pullPanel(-700);
        QVERIFY(!shown->isColumnHidden(Value));
        QVERIFY(!shown->isColumnHidden(Evaluations));
        QVERIFY(!tip(0, Steps).contains(QStringLiteral("Evaluations: ")));
    }

    /// Where all columns have room beside them.
    void longNamesAreBrief() {
        Person person;
        person.waitForRun();
        Session next = person.experiment().session();
        next = *session::adding(next, {2, 0.03, *descent::methodNamed("nesterov")});
        change(person, session::choosing(next, 0));
        QVERIFY(openTab(person, QStringLiteral("Race")));
        QTableView* shown = table(person);
        QStringList names{cell(shown, 0, Runner), cell(shown, 1, Runner)};
        names.sort();
        QCOMPARE(names, (QStringList{QStringLiteral("Gradient"), QStringLiteral("Nesterov")}));
        QVERIFY(!shown->isColumnHidden(Value) && !shown->isColumnHidden(Evaluations));
    }

    void aVeilHidesWhoIsFirst() {
        Person person;
        person.waitForRun();
        race(person);
        QVERIFY(openTab(person, QStringLiteral("Race")));
        QTableView* shown = table(person);
        auto* page = person.find<window::RacePage>("racePage");
        page->setVeiled(true);
        QCOMPARE(cell(shown, 0, Runner), QStringLiteral("Gradient descent"));
        QCOMPARE(cell(shown, 1, Runner), QStringLiteral("Newton’s method"));
        for (int row = 0; row < 3; ++row) {
            for (const Column column : {Place, Outcome, Steps, Evaluations, Value, Words})
                QCOMPARE(cell(shown, row, column), QString());
            const auto racer = page->racers()[static_cast<std::size_t>(row)];
            QVERIFY(!racer.place && !racer.verdict);
        }
        page->setVeiled(false);
        QCOMPARE(cell(shown, 0, Runner), QStringLiteral("Newton’s method"));
    }

    void aSessionOfTheRaceOpensItsTab() {
        Person person;
        person.waitForRun();
        Session next = person.experiment().session();
        next.view = session::View::Race;
        next = *session::adding(next, session::chosenRunner(next));
        experimentOf(person).load(next);
        Person::settle();
        QVERIFY(table(person)->isVisible());
        QCOMPARE(person.experiment().session().view, session::View::Race);
    }
};

QTEST_MAIN(TestRaceTable)
#include "tst_racetable.moc"
