// SPDX-License-Identifier: GPL-3.0-or-later
// What the menus of the plots and of the table offer, and that the table shows all of its columns.
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QTabWidget>
#include <QTableView>
#include <QWindow>

#include "dialogs.h"
#include "person.h"
#include "plot/view/bifurcationview.h"
#include "plot/view/cobwebview.h"
#include "plot/view/convergenceview.h"
#include "popups.h"
#include "session/wording/wording.h"
#include "window/export/exportdialog.h"

namespace {

QTableView* openTable(Person& person) {
    auto* charts = person.find<QTabWidget>("charts");
    auto* table = person.find<QTableView>("iterations");
    for (int page = 0; page < charts->count(); ++page) {
        if (charts->widget(page)->isAncestorOf(table)) charts->setCurrentIndex(page);
    }
    Person::settle();
    return table;
}

}  // namespace

class TestMenus : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setEffectEnabled(Qt::UI_AnimateMenu, false); }

    void startsWhereTheCurveIsClicked() {
        Person person;
        const QPoint place = person.curve()->pixel(-0.5, 5).toPoint();
        QMenu* menu = menuAt(person, person.curve(), place);
        QVERIFY(menu);
        QVERIFY2(entries(menu).first().startsWith(QStringLiteral("Start here, at x₀ = −0.5")),
                 qPrintable(entries(menu).first()));
        QVERIFY(entries(menu).contains(QStringLiteral("&Fit")));
        choose(menu, QStringLiteral("Start here"));
        QVERIFY(std::abs(person.experiment().session().initialGuess[0] + 0.5) < 0.01);
    }

    void aMarkOffersToSendTheBallThereAndTheRest() {
        Person person;
        const QPoint mark = person.curve()->pixel(-1.473, -5.444).toPoint();
        QMenu* menu = menuAt(person, person.curve(), mark);
        QVERIFY(menu);
        const QString first = entries(menu).first();
        QVERIFY2(first.startsWith(QStringLiteral("Start beside it, at x₀ = −1.2")),
                 qPrintable(first));
        QVERIFY(entries(menu).contains(QStringLiteral("Copy &picture")));
        choose(menu, QStringLiteral("Start beside it"));
        QVERIFY(first.endsWith(session::number(person.experiment().session().initialGuess[0])));
    }

    void sayWhereABallStartsBesideAPoint() {
        Person person;
        auto* menu = person.find<QMenu>("sendMenu");
        menu->popup(person.window.mapToGlobal(QPoint(50, 50)));
        Person::settle();
        const QString lowest = entries(menu).first();
        choose(menu, QStringLiteral("Lowest minimum in view at x = −1.473"));
        const double start = person.experiment().session().initialGuess[0];
        QVERIFY2(lowest.contains(QStringLiteral("x₀ = ") + session::number(start)),
                 qPrintable(lowest));
    }

    void saysThatThereAreMoreLikeIt() {
        Person person;
        person.type(person.functionEdit(), QStringLiteral("(x^2-1)^2"));
        person.press(Qt::Key_Return);
        person.waitForRun();
        auto* menu = person.find<QMenu>("sendMenu");
        menu->popup(person.window.mapToGlobal(QPoint(50, 50)));
        Person::settle();
        const QStringList all = entries(menu);
        menu->close();
        QCOMPARE(all.filter(QStringLiteral("One of the lowest minima in view at x = ")).size(), 2);
    }

    void theMenuKeyOpensEachMenu() {
        Person person;
        QMenu* menu = menuByKey(person.curve());
        QVERIFY(menu);
        QVERIFY(entries(menu).contains(QStringLiteral("S&tart beside")));
        choose(menu, QStringLiteral("Copy &picture"));
        QVERIFY(QApplication::clipboard()->mimeData()->hasImage());

        menu = menuByKey(person.find<QWidget>("convergence"));
        QVERIFY(menu);
        QVERIFY(entries(menu).contains(QStringLiteral("Copy &picture")));
        menu->close();

        menu = menuByKey(openTable(person));
        QVERIFY(menu);
        choose(menu, QStringLiteral("Copy &table"));
        QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("iteration")));
    }

    void fitsTheViewThatWasZoomed() {
        Person person;
        const insight::Range before = person.curve()->range();
        person.press(Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(person.curve()->range() != before);
        choose(menuByKey(person.curve()), QStringLiteral("&Fit"));
        QCOMPARE(person.curve()->range(), before);
    }

    void startsWhereTheCobwebIsClicked() {
        Person person;
        person.press(Qt::Key_2, Qt::ControlModifier);
        auto* cobweb = person.find<plot::CobwebView>("cobweb");
        QMenu* menu = menuAt(person, cobweb, cobweb->pixel(1, 0.5).toPoint());
        QVERIFY(menu);
        choose(menu, QStringLiteral("Start here"));
        QVERIFY(std::abs(person.experiment().session().initialGuess[0] - 1) < 0.02);
    }

    void choosesTheAlphaThatIsClicked() {
        Person person;
        person.press(Qt::Key_3, Qt::ControlModifier);
        auto* diagram = person.find<plot::BifurcationView>("bifurcation");
        const double alpha = diagram->alphaRange().centre();
        QMenu* menu = menuAt(person, diagram,
                             diagram->pixel(alpha, diagram->valueRange().centre()).toPoint());
        QVERIFY(menu);
        choose(menu, QStringLiteral("Choose α"));
        QVERIFY(std::abs(person.experiment().session().settings.alpha - alpha) < 0.01 * alpha);
    }

    void aRowOffersItsStepAsAStart() {
        Person person;
        QTableView* table = openTable(person);
        const QRect row = table->visualRect(table->model()->index(2, 1));
        QMenu* menu = menuAt(person, table->viewport(), row.center());
        QVERIFY(menu);
        QCOMPARE(entries(menu).first(), QStringLiteral("Go to step 2"));
        const double x = person.experiment().trajectory()[2].at[0];
        choose(menu, QStringLiteral("Start here"));
        QCOMPARE(person.experiment().session().initialGuess[0], x);
    }

    void theTableExportsATableAndTheChartItself() {
        Person person;
        QString format;
        QString view;
        const auto look = [&] {
            when<window::ExportDialog>([&](window::ExportDialog* dialog) {
                format = dialog->findChild<QComboBox*>(QStringLiteral("format"))->currentText();
                view = dialog->findChild<QComboBox*>(QStringLiteral("view"))->currentText();
                QTest::keyClick(dialog, Qt::Key_Escape);
            });
        };
        look();
        choose(menuByKey(person.find<QWidget>("convergence")), QStringLiteral("&Export"));
        QCOMPARE(format, QStringLiteral("PNG picture"));
        QCOMPARE(view, QStringLiteral("Convergence"));
        look();
        choose(menuByKey(openTable(person)), QStringLiteral("&Export the table"));
        QCOMPARE(format, QStringLiteral("CSV table"));
        QCOMPARE(person.window.preferences().exportSuffix, QStringLiteral(".png"));
    }

    void allColumnsOfTheTableAreInSight_data() {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("points");
        QTest::addColumn<int>("digits");
        for (const int width : {800, 1280, 1900}) {
            for (const int points : {9, 13}) {
                for (const int digits : {3, 6, 17}) {
                    QTest::addRow("%d pixels, %d points, %d digits", width, points, digits)
                        << width << points << digits;
                }
            }
        }
    }
    void allColumnsOfTheTableAreInSight() {
        QFETCH(int, width);
        QFETCH(int, points);
        QFETCH(int, digits);
        const QFont before = QApplication::font();
        QFont letters = before;
        letters.setPointSize(points);
        QApplication::setFont(letters);
        {
            model::Preferences preferences;
            preferences.digits = digits;
            Person person(preferences);
            person.window.resize(width, 700);
            person.type(person.functionEdit(), QStringLiteral("-exp(-x^2)/1000"));
            person.type(person.field("initialGuess"), QStringLiteral("-2.000001"));
            person.waitForRun();
            QTableView* table = openTable(person);
            table->setFocus();
            person.press(Qt::Key_End);
            QVERIFY(!table->horizontalScrollBar()->isVisible());
            QCOMPARE(table->horizontalHeader()->length(), table->viewport()->width());
            for (int column = 0; column < 4; ++column) {
                const QModelIndex cell = table->currentIndex().siblingAtColumn(column);
                const int needed = table->fontMetrics().horizontalAdvance(cell.data().toString());
                QVERIFY2(table->columnWidth(column) >= needed + 4,
                         qPrintable(cell.data().toString()));
                const QString exact = cell.data(Qt::ToolTipRole).toString();
                const double x = person.experiment().trajectory()[cell.row()].at[0];
                if (column == 1) QCOMPARE(exact, session::exactNumber(x));
            }
        }
        QApplication::setFont(before);
    }
};

QTEST_MAIN(TestMenus)
#include "tst_menus.moc"
