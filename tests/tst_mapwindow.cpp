// SPDX-License-Identifier: GPL-3.0-or-later
// Functions of several variables in the window: their map, used with keys and mouse.
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QMenu>
#include <QTabBar>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "dialogs.h"
#include "model/history.h"
#include "person.h"
#include "pixels.h"
#include "plot/view/mapview.h"
#include "popups.h"
#include "session/axes.h"
#include "session/limits.h"
#include "window/export/exportdialog.h"
#include "window/text/screenreadertext.h"

namespace {

/// Somebody who has typed a function of several variables.
struct Explorer : Person {
    explicit Explorer(const char* function = "x^2+3*y^2+x*y") {
        type(functionEdit(), QString::fromLatin1(function));
        press(Qt::Key_Return);
        waitForRun();
        waitForHeights();
    }

    plot::MapView* map() { return find<plot::MapView>("map"); }
    QTabBar* tabs() { return find<QTabBar>("tabs"); }
    const session::Session& session() { return experiment().session(); }
    double start(std::size_t variable) { return session().initialGuess[variable]; }
    void waitForHeights() {
        QVERIFY(QTest::qWaitFor([this] { return !map()->unfinished(); }, 20000));
        settle();
    }
    QStringList shownTabs() {
        QStringList shown;
        for (int i = 0; i < tabs()->count(); ++i)
            if (tabs()->isTabVisible(i)) shown += tabs()->tabText(i);
        return shown;
    }
    QPoint pixel(double x, double y) { return map()->pixel(x, y).toPoint(); }
    QWidget* ground() {
        QWidget* child = map()->childAt(map()->rect().center());
        return child ? child : map();
    }
    void click(double x, double y) {
        QTest::mouseClick(ground(), Qt::LeftButton, {}, pixel(x, y));
        settle();
    }
    void drag(QPoint from, QPoint to) {
        QTest::mousePress(ground(), Qt::LeftButton, {}, from);
        for (int part = 1; part <= 4; ++part)
            QTest::mouseMove(ground(), from + (to - from) * part / 4);
        QTest::mouseRelease(ground(), Qt::LeftButton, {}, to);
        settle();
    }
    QString account() {
        return map()->findChild<const window::ScreenReaderText*>()->words(
            window::ScreenReaderText::Part::Text);
    }
};

bool near(double value, double expected, double tolerance) {
    return std::abs(value - expected) <= tolerance;
}

void typeInto(QDialog* dialog, const char* name, const QString& text) {
    auto* field = dialog->findChild<QLineEdit*>(QString::fromLatin1(name));
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
    QTest::qWait(50);
}

}  // namespace

class TestMapWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setEffectEnabled(Qt::UI_AnimateMenu, false); }

    void aSecondVariableBringsTheMapInThePlaceOfTheCurve() {
        Person person;
        auto* tabs = person.find<QTabBar>("tabs");
        QVERIFY(tabs->isTabVisible(0) && !tabs->isTabVisible(1));
        Explorer explorer;
        QCOMPARE(
            explorer.shownTabs(),
            QStringList({QStringLiteral("Map"), QStringLiteral("Surface"), QStringLiteral("Basins"),
                         QStringLiteral("Cobweb"), QStringLiteral("Bifurcation")}));
        QVERIFY(explorer.map()->isVisible());
        QCOMPARE(int(explorer.session().view), int(session::View::Map));
        QVERIFY2(explorer.verdict().contains(QStringLiteral("on its way to a minimum")),
                 qPrintable(explorer.verdict()));
        explorer.type(explorer.functionEdit(), QStringLiteral("x^2"));
        QVERIFY(explorer.curve()->isVisible());
        QVERIFY(!explorer.shownTabs().contains(QStringLiteral("Map")));
        QCOMPARE(int(explorer.session().view), int(session::View::Curve));
    }

    void basinsFollowTheLearningRate() {
        Explorer explorer("(x^2+y-11)^2+(x+y^2-7)^2");
        QVERIFY(!explorer.map()->wantedBasins());
        explorer.press(Qt::Key_4, Qt::ControlModifier);
        QCOMPARE(int(explorer.session().view), int(session::View::Basins));
        QVERIFY(explorer.map()->isVisible());
        const auto share = [&](insight::Fate fate) {
            const insight::SharedBasins& basins = explorer.map()->basins();
            const auto of = std::ranges::count(basins->fates, fate, &insight::PlaneFate::fate);
            return static_cast<double>(of) / static_cast<double>(basins->fates.size());
        };
        const auto isComplete = [&] {
            const insight::SharedBasins& basins = explorer.map()->basins();
            return basins && basins->isComplete();
        };
        session::Session next = explorer.session();
        next.settings.alpha = 0.005;
        explorer.experiment().change(next);
        QTest::qWait(50);
        QVERIFY(QTest::qWaitFor([&] { return isComplete() && share(insight::Fate::Settles) > 0.9; },
                                20000));
        QVERIFY(explorer.account().contains(QStringLiteral("of the starts: (")));
        next.settings.alpha = 0.5;
        explorer.experiment().change(next);
        QVERIFY(QTest::qWaitFor([&] { return share(insight::Fate::Diverges) > 0.9; }, 20000));
        explorer.click(1, 2);
        QVERIFY(near(explorer.start(0), 1, 0.1) && near(explorer.start(1), 2, 0.1));
        explorer.press(Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(int(explorer.session().view), int(session::View::Map));
        QVERIFY(!explorer.map()->wantedBasins());
    }

    /// A tab that went leaves no gap before the others.
    void theTabsAreWholeInTheirPlace() {
        Explorer explorer;
        QRect all;
        for (int i = 0; i < explorer.tabs()->count(); ++i)
            if (explorer.tabs()->isTabVisible(i)) all |= explorer.tabs()->tabRect(i);
        QVERIFY(explorer.tabs()->rect().adjusted(-1, -1, 1, 1).contains(all));
        QVERIFY(all.left() <= 2);
    }

    void theKeyOfTheCurveIsThatOfTheMap() {
        Explorer explorer;
        explorer.press(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(!explorer.map()->isVisible());
        explorer.press(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(explorer.map()->isVisible());
        QVERIFY(!explorer.find<QAction>("showCurve")->isVisible());
        QVERIFY(explorer.find<QAction>("showMap")->isChecked());
    }

    void viewsOfOneVariableSayWhyTheyShowNothing() {
        Explorer explorer;
        for (const auto& [key, name] :
             {std::pair(Qt::Key_2, "cobweb"), {Qt::Key_3, "bifurcation"}}) {
            explorer.press(key, Qt::ControlModifier);
            const auto* note =
                explorer.find<QWidget>(name)->findChild<QLabel*>(QStringLiteral("staleNote"));
            QTRY_VERIFY(note && note->isVisible());
            QVERIFY2(note->text().contains(QStringLiteral("several coordinates")),
                     qPrintable(note->text()));
            const QImage shown = explorer.find<QWidget>(name)->grab().toImage();
            const QRect below = shown.rect().adjusted(20, shown.height() / 3, -20, -20);
            QCOMPARE(pixelsLike(shown, shown.pixelColor(below.center()), below, 1),
                     below.width() * below.height());  // nothing of another function
            const auto* told =
                explorer.find<QWidget>(name)->findChild<const window::ScreenReaderText*>();
            QCOMPARE(told->words(window::ScreenReaderText::Part::Text), note->text());
        }
    }

    void aClickStartsThereAndUndoTakesItBack() {
        Explorer explorer;
        const double x = explorer.start(0);
        explorer.click(0.5, 0.25);
        QVERIFY(near(explorer.start(0), 0.5, 0.01) && near(explorer.start(1), 0.25, 0.01));
        explorer.waitForRun();
        QCOMPARE(explorer.experiment().trajectory()[0].at[0], explorer.start(0));
        explorer.trigger("undo");
        QCOMPARE(explorer.start(0), x);
    }

    void theBallIsDragged() {
        Explorer explorer;
        const QPoint ball = explorer.map()->ballCentre().toPoint();
        explorer.drag(ball, explorer.pixel(0.25, 0.75));
        QVERIFY(near(explorer.start(0), 0.25, 0.02) && near(explorer.start(1), 0.75, 0.02));
    }

    void keysMoveTheStartInBothDirections() {
        Explorer explorer;
        explorer.map()->setFocus();
        const double x = explorer.start(0);
        const double y = explorer.start(1);
        explorer.press(Qt::Key_Left, Qt::ControlModifier);
        QVERIFY(explorer.start(0) < x);
        QCOMPARE(explorer.start(1), y);
        explorer.press(Qt::Key_Down, Qt::ControlModifier);
        QVERIFY(explorer.start(1) < y);
    }

    void theBackgroundIsDraggedAndTheWheelZooms() {
        Explorer explorer;
        const insight::Rectangle before = explorer.map()->area();
        const QPoint middle = explorer.map()->axes().center().toPoint();
        explorer.drag(middle + QPoint(60, 60), middle + QPoint(160, 110));
        const insight::Rectangle dragged = explorer.map()->area();
        QVERIFY(dragged.across.low < before.across.low && dragged.up.low > before.up.low);
        QVERIFY(explorer.session().range == dragged.across);
        QVERIFY(explorer.session().values == dragged.up);
        QWheelEvent wheel(middle, explorer.map()->mapToGlobal(middle), {}, {0, 120}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(explorer.map(), &wheel);
        Person::settle();
        QVERIFY(explorer.map()->area().across.width() < dragged.across.width());
        explorer.press(Qt::Key_0, Qt::ControlModifier);
        QTRY_VERIFY(explorer.map()->area().across.contains(1) &&
                    explorer.map()->area().across.contains(0));
    }

    void stationaryPlacesInViewAreFoundAsTheViewMoves() {
        Explorer explorer("(x^2+y-11)^2+(x+y^2-7)^2");
        const auto shows = [&](std::size_t places) {
            return QTest::qWaitFor([&] { return explorer.experiment().places().size() == places; },
                                   10000);
        };
        explorer.trigger("axes");
        auto* dialog = explorer.window.findChild<QDialog*>();
        QVERIFY(dialog);
        typeInto(dialog, "acrossLow", QStringLiteral("-6"));
        typeInto(dialog, "acrossHigh", QStringLiteral("6"));
        typeInto(dialog, "upLow", QStringLiteral("-6"));
        typeInto(dialog, "upHigh", QStringLiteral("6"));
        QVERIFY(shows(9));  // four minima, four saddles and a maximum
        typeInto(dialog, "acrossLow", QStringLiteral("0"));
        typeInto(dialog, "upLow", QStringLiteral("0"));
        QVERIFY(shows(3));  // a minimum and two saddles
        dialog->close();
    }

    void placesAreOfferedAsStartsAndCentres() {
        Explorer explorer("(x^2+y-11)^2+(x+y^2-7)^2");
        auto* menu = explorer.find<QMenu>("centreMenu");
        menu->popup(explorer.window.mapToGlobal(QPoint(50, 50)));
        Person::settle();
        QVERIFY2(entries(menu).contains(QStringLiteral("Minimum at (3, 2)")),
                 qPrintable(entries(menu).join(u';')));
        choose(menu, QStringLiteral("Minimum at (3, 2)"));
        QVERIFY(near(explorer.map()->area().across.centre(), 3, 1e-6));
        QVERIFY(near(explorer.map()->area().up.centre(), 2, 1e-6));
        QMenu* starts = menuAt(explorer, explorer.map(), explorer.pixel(3, 2));
        QVERIFY(starts);
        choose(starts, QStringLiteral("Start beside it"));
        const double aside = std::hypot(explorer.start(0) - 3, explorer.start(1) - 2);
        QVERIFY(aside > 0.01 && aside < 1);
    }

    void aPlaceOffersToStartThere() {
        Explorer explorer;
        QMenu* menu = menuAt(explorer, explorer.map(), explorer.pixel(0.5, 0.5));
        QVERIFY(menu);
        QVERIFY2(entries(menu).first().startsWith(QStringLiteral("Start here, at (0.")),
                 qPrintable(entries(menu).first()));
        choose(menu, QStringLiteral("Add a runner that starts here"));
        QCOMPARE(int(explorer.experiment().courses().size()), 2);
        QVERIFY(near(explorer.start(1), 0.5, 0.01));
    }

    void anotherRunnerIsChosenByItsBall() {
        Explorer explorer;
        explorer.find<QAction>("addCopy")->trigger();
        Person::settle();
        explorer.click(0.5, 0.5);
        QCOMPARE(int(explorer.session().chosen), 1);
        const descent::Point start = explorer.session().others.front().start;
        QTest::mouseClick(explorer.ground(), Qt::LeftButton, {},
                          explorer.pixel(start[0], start[1]));
        Person::settle();
        QCOMPARE(int(explorer.session().chosen), 0);
    }

    void limitsThatDoNotFollowAreExplainedAndChangeNothing() {
        Explorer explorer;
        explorer.trigger("axes");
        auto* dialog = explorer.window.findChild<QDialog*>();
        const insight::Rectangle before = explorer.map()->area();
        typeInto(dialog, "acrossLow", QStringLiteral("70"));
        const auto* fault = dialog->findChild<QLabel*>(QStringLiteral("fault"));
        QTRY_VERIFY(fault->isVisible());
        QVERIFY2(fault->text().contains(QStringLiteral("70 does not lie below")),
                 qPrintable(fault->text()));
        QVERIFY(explorer.map()->area() == before);
        typeInto(dialog, "acrossLow", QStringLiteral("-3"));
        QTRY_VERIFY(!fault->isVisible());
        QCOMPARE(explorer.map()->area().across.low, -3.0);
        QCOMPARE(explorer.session().range.low, -3.0);
        dialog->close();
    }

    /// Enter ends the typing and not the dialog. A limit awaits the other one beyond it.
    void enterKeepsTheAxesOpen() {
        Explorer explorer;
        explorer.trigger("axes");
        auto* dialog = explorer.window.findChild<QDialog*>();
        const double high = explorer.map()->area().across.high;
        typeInto(dialog, "acrossHigh", QStringLiteral("-500"));
        auto* field = dialog->findChild<QLineEdit*>(QStringLiteral("acrossHigh"));
        QTest::keyClick(field, Qt::Key_Return);
        Person::settle();
        QVERIFY(dialog->isVisible());
        QCOMPARE(explorer.map()->area().across.high, high);
        dialog->findChild<QLineEdit*>(QStringLiteral("upLow"))->setFocus();
        QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("fault"))->isVisible());
        typeInto(dialog, "acrossLow", QStringLiteral("-600"));
        QVERIFY(explorer.map()->area().across == (insight::Range{-600, -500}));
        dialog->close();
    }

    void limitsThatNoPictureHasLeaveItAsItIs() {
        Explorer explorer;
        explorer.trigger("axes");
        auto* dialog = explorer.window.findChild<QDialog*>();
        const auto* fault = dialog->findChild<QLabel*>(QStringLiteral("fault"));
        typeInto(dialog, "acrossLow", QStringLiteral("0"));
        for (const char* high : {"1e30", "1e-30"}) {
            typeInto(dialog, "acrossHigh", QString::fromLatin1(high) + u'0');
            QVERIFY2(fault->text().contains(QStringLiteral("too close together or too far apart")),
                     qPrintable(fault->text()));
            // What could be shown of the typing stays.
            QCOMPARE(explorer.map()->area().across.high, std::strtod(high, nullptr));
        }
        dialog->close();
    }

    void aLongFunctionShowsItsBeginningAndThatItGoesOn() {
        QString text = QStringLiteral("x^2+y^2");
        while (text.size() < 200) text += QStringLiteral("+xy/7");
        Explorer explorer(qPrintable(text));
        QLineEdit* edit = explorer.functionEdit();
        QVERIFY(!edit->hasFocus());
        QCOMPARE(edit->cursorPosition(), 0);
        // Dots on the base line, and nothing above them.
        const QImage seen = edit->grab().toImage();
        const int wide = edit->fontMetrics().horizontalAdvance(QStringLiteral("…"));
        const QColor ink = edit->palette().color(QPalette::Text);
        const int left = seen.width() - edit->textMargins().right() - wide;
        QVERIFY(pixelsLike(seen, ink, {left, seen.height() / 2, wide, seen.height() / 3}, 120) > 4);
        QCOMPARE(pixelsLike(seen, ink, {left, 4, wide, seen.height() / 2 - 4}, 120), 0);
        // Who types is shown where.
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_End);
        QVERIFY(edit->inputMethodQuery(Qt::ImCursorRectangle).toRect().right() > edit->width() / 2);
    }

    void limitsAreTheShortestNumbersWithinAPixel() {
        Explorer explorer;
        explorer.map()->setRanges({-0.512696, 3.141592}, {-1.0000001, 2});
        explorer.trigger("axes");
        auto* dialog = explorer.window.findChild<QDialog*>();
        const auto text = [&](const char* name) {
            return dialog->findChild<QLineEdit*>(QString::fromLatin1(name))->text();
        };
        QCOMPARE(text("acrossLow"), QStringLiteral("−0.513"));
        QCOMPARE(text("acrossHigh"), QStringLiteral("3.14"));
        QCOMPARE(text("upLow"), QStringLiteral("−1"));
        typeInto(dialog, "acrossHigh", QStringLiteral("2.71828"));
        QCOMPARE(explorer.map()->area().across.high, 2.71828);
        QCOMPARE(explorer.map()->area().across.low, -0.512696);
        QCOMPARE(text("acrossHigh"), QStringLiteral("2.71828"));
        dialog->close();
    }

    void fittingAnExampleShowsItsOwnRectangle() {
        Explorer explorer;
        const std::vector<session::Example> examples = session::examples();
        for (std::size_t i = 0; i < examples.size(); ++i) {
            const session::Session& example = examples[i].session;
            if (example.function.dimension() < 2) continue;
            explorer.chooseExample(i);
            explorer.waitForRun();
            explorer.trigger("zoomIn");
            explorer.trigger("zoomIn");
            QVERIFY(explorer.map()->area() != session::rectangleOf(example));
            explorer.trigger("fit");
            QVERIFY2(QTest::qWaitFor(
                         [&] { return explorer.map()->area() == session::rectangleOf(example); }),
                     qPrintable(examples[i].title));
        }
    }

    void anExampleOpensInItsOwnViewAtTheUsualSpeed() {
        Explorer explorer;
        const double usual = explorer.experiment().player().speed();
        auto* speed = explorer.find<QSlider>("speed");
        speed->setValue(speed->maximum());
        QVERIFY(explorer.experiment().player().speed() > usual);
        explorer.chooseExample(0);
        explorer.waitForRun();
        QCOMPARE(explorer.experiment().player().speed(), usual);
        QVERIFY(explorer.curve()->isVisible());
        explorer.press(Qt::Key_3, Qt::ControlModifier);
        QVERIFY(!explorer.curve()->isVisible());
        explorer.chooseExample(1);
        explorer.waitForRun();
        QVERIFY(explorer.curve()->isVisible());
    }

    void theLimitsOfACurveAreNumbersToo() {
        Person person;
        person.trigger("axes");
        auto* dialog = person.window.findChild<QDialog*>();
        QVERIFY(dialog->findChild<QComboBox*>(QStringLiteral("acrossVariable"))->isHidden());
        typeInto(dialog, "upHigh", QStringLiteral("77"));
        QCOMPARE(person.curve()->valueRange().high, 77.0);
        QVERIFY(person.experiment().session().values);
        dialog->close();
    }

    void equalScalesMakeAUnitAsLong() {
        Explorer explorer("x^2+9*y^2");
        explorer.trigger("equalScale");
        Person::settle();
        const QPointF origin = explorer.map()->pixel(0, 0);
        const double across = explorer.map()->pixel(1, 0).x() - origin.x();
        const double up = origin.y() - explorer.map()->pixel(0, 1).y();
        QVERIFY(near(across / up, 1, 0.02));
        QVERIFY(explorer.window.preferences().equal);
    }

    void contoursTellTheirValuesOnDemand() {
        Explorer explorer;
        const QImage without = explorer.map()->grab().toImage();
        explorer.trigger("contourValues");
        Person::settle();
        QVERIFY(explorer.map()->grab().toImage() != without);
        QVERIFY(explorer.window.preferences().numbered);
    }

    void aSliceGoesThroughTheBall() {
        Explorer explorer("x^2+3*y^2+(z-x)^2");
        QCOMPARE(explorer.map()->slice().through[2], explorer.start(2));
        for (int i = 0; i < 3; ++i) explorer.find<QAction>("forward")->trigger();
        Person::settle();
        explorer.waitForHeights();
        QCOMPARE(explorer.map()->slice().through[2], explorer.experiment().trajectory()[3].at[2]);
    }

    void theAxesOfASliceAreChosen() {
        Explorer explorer("x^2+3*y^2+(z-x)^2");
        explorer.trigger("axes");
        auto* dialog = explorer.window.findChild<QDialog*>();
        auto* box = dialog->findChild<QComboBox*>(QStringLiteral("upVariable"));
        QVERIFY(box->isVisible());
        QCOMPARE(box->count(), 3);
        QStringList words;
        for (const QLabel* label : dialog->findChildren<QLabel*>()) words += label->text();
        QVERIFY(words.contains(QStringLiteral("Across")) && words.contains(QStringLiteral("Up")));
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Down);
        Person::settle();
        QCOMPARE(int(explorer.session().axes.up), 2);
        QCOMPARE(int(explorer.map()->slice().up), 2);
        auto* other = dialog->findChild<QComboBox*>(QStringLiteral("acrossVariable"));
        other->setFocus();
        QTest::keyClick(other, Qt::Key_End);  // both change places
        Person::settle();
        QCOMPARE(int(explorer.session().axes.across), 2);
        QCOMPARE(int(explorer.session().axes.up), 0);
        dialog->close();
        explorer.click(explorer.map()->area().across.centre(), explorer.map()->area().up.centre());
        QVERIFY(near(explorer.start(2), explorer.map()->area().across.centre(), 0.05));
        QCOMPARE(explorer.start(1), 1.0);
    }

    void theExportOffersTheMapInThePlaceOfTheCurve() {
        Explorer explorer;
        QStringList views;
        when<window::ExportDialog>([&](window::ExportDialog* dialog) {
            const auto* box = dialog->findChild<QComboBox*>(QStringLiteral("view"));
            for (int i = 0; i < box->count(); ++i) views += box->itemText(i);
            QCOMPARE(box->currentText(), QStringLiteral("Map"));
            dialog->reject();
        });
        explorer.trigger("exportRun");
        QVERIFY(!views.contains(QStringLiteral("Curve")));
        QVERIFY(!views.contains(QStringLiteral("Curve and convergence")));
        explorer.type(explorer.functionEdit(), QStringLiteral("x^2"));
        explorer.waitForRun();
        when<window::ExportDialog>([&](window::ExportDialog* dialog) {
            const auto* box = dialog->findChild<QComboBox*>(QStringLiteral("view"));
            QCOMPARE(box->currentText(), QStringLiteral("Curve"));
            QVERIFY(box->findText(QStringLiteral("Map")) < 0);
            dialog->reject();
        });
        explorer.trigger("exportRun");
    }

    void whoDoesNotSeeTheMapIsToldOfIt() {
        Explorer explorer;
        QVERIFY2(explorer.account().contains(QStringLiteral("the ball is at (x, y) = (2, 1)")),
                 qPrintable(explorer.account()));
        QVERIFY(explorer.account().contains(QStringLiteral("on its way to a minimum at (0, 0)")));
    }

    /// Heights are computed of the function that the map shows, of as many variables.
    void theNumberOfVariablesMayChangeAtAnyTime() {
        Person person;
        for (const char* text : {"x1+x2+x3+x4+x5+x6+x7+x8", "x^2+y^2", "x", "x1^2+x2^2+x3^2", "x^4",
                                 "a^2+x^2+y^2+z^2+x1^2", "x^2+y^2", "x"}) {
            QLineEdit* line = person.functionEdit();
            line->setFocus();
            line->selectAll();
            QTest::keyClicks(line, QString::fromLatin1(text));
            QTest::qWait(20);
        }
        person.waitForRun();
        QVERIFY(person.curve()->isVisible());
    }

    void moreRunnersMayComeWithOtherVariables() {
        Person person;
        person.find<QAction>("addCopy")->trigger();
        person.find<QAction>("addCopy")->trigger();
        for (const auto& [command, runners] :
             {std::pair("thalweg --function 'w^2+b^2' --initial-guess 1,2", 1),
              {"thalweg --function 'x^2+y^2+z^2' --initial-guess 1,2,3 --runner momentum --runner "
               "adam --runner rmsprop --runner newton",
               5},
              {"thalweg --function 't^2' --initial-guess 2 --runner adam", 2}}) {
            QApplication::clipboard()->setText(QString::fromLatin1(command));
            Answer answer(QMessageBox::Discard);
            person.window.activateWindow();
            QTRY_VERIFY(QApplication::focusWidget());
            person.press(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
            person.waitForRun();
            QCOMPARE(int(person.experiment().courses().size()), runners);
        }
    }

    void namesAreReadByTheFunctionBeforeTheTyping() {
        Explorer explorer("u^2+v^2+1");
        QCOMPARE(explorer.session().function.variables(),
                 QStringList({QStringLiteral("u"), QStringLiteral("v")}));
        explorer.type(explorer.functionEdit(), QStringLiteral("u^2+v^2+w"));
        explorer.press(Qt::Key_Return);
        QCOMPARE(explorer.session().function.dimension(), std::size_t(2));
        QCOMPARE(explorer.session().constants.front().name, std::string("w"));
    }

    void aMovedConstantChangesTheMap() {
        Explorer explorer("x^2+a*y^2");
        explorer.waitForHeights();
        const QImage before = explorer.map()->grab().toImage();
        explorer.type(explorer.find<QLineEdit>("value_a"), QStringLiteral("5"));
        QCOMPARE(explorer.session().constants.front().value, 5.0);
        explorer.waitForRun();
        explorer.waitForHeights();
        QVERIFY(explorer.map()->grab().toImage() != before);
    }
};

QTEST_MAIN(TestMapWindow)

#include "tst_mapwindow.moc"
