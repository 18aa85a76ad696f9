// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemView>
#include <QHelpEvent>
#include <QMenu>
#include <QRadioButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QToolTip>
#include <QWheelEvent>
#include <QWindow>
#include <algorithm>
#include <map>

#include "model/preferences.h"
#include "person.h"
#include "session/sessionfile.h"
#include "window/runner/alpharuler.h"
#include "window/widgets/scrollcolumn.h"

namespace {

/// The most significant digits that a number of the text has.
qsizetype mostDigits(const QString& text) {
    static const QRegularExpression number(QStringLiteral("[0-9][0-9,]*(\\.[0-9]+)?"));
    qsizetype most = 0;
    for (auto found = number.globalMatch(text); found.hasNext();) {
        QString digits = found.next().captured();
        digits.remove(QLatin1Char(',')).remove(QLatin1Char('.'));
        while (digits.startsWith(QLatin1Char('0'))) digits.remove(0, 1);
        most = std::max(most, digits.size());
    }
    return most;
}

QString tipAt(QWidget* widget, QPoint place) {
    QToolTip::hideText();
    QHelpEvent event(QEvent::ToolTip, place, widget->mapToGlobal(place));
    QApplication::sendEvent(widget, &event);
    return QToolTip::text();
}

/// One click of the wheel, as the window system reports it.
void turnWheel(QWidget* widget, int direction) {
    const QPoint middle = widget->rect().center();
    QWheelEvent event(widget->mapTo(widget->window(), middle), widget->mapToGlobal(middle), {},
                      {0, 120 * direction}, {}, {}, Qt::NoScrollPhase, false);
    QSpontaneKeyEvent::setSpontaneous(&event);
    // Not sendEvent(), which would make it an event of the program's own.
    qApp->notify(widget->window()->windowHandle(), &event);
    Person::settle();
}

void unfold(Person& person) {
    QTest::mouseClick(person.find<QToolButton>("more"), Qt::LeftButton);
    Person::settle();
}

}  // namespace

class TestFields : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void theToleranceIsFoldedAwayUntilItIsWanted() {
        Person person;
        QVERIFY(!person.field("tolerance")->isVisible());
        auto* more = person.find<QToolButton>("more");
        more->setFocus(Qt::TabFocusReason);
        person.press(Qt::Key_Space);
        QVERIFY(person.field("tolerance")->isVisible());
        person.press(Qt::Key_Tab);
        QVERIFY(person.field("tolerance")->hasFocus());
        more->setFocus(Qt::TabFocusReason);
        person.press(Qt::Key_Space);
        QVERIFY(!person.field("tolerance")->isVisible());
    }

    void theToleranceEndsTheRunIsUndoneAndSaved() {
        Person person;
        unfold(person);
        person.waitForRun();
        const auto steps = person.experiment().verdict()->steps;
        const session::Session before = person.experiment().session();
        person.type(person.field("tolerance"), QStringLiteral("0.01"));
        person.press(Qt::Key_Return);
        person.waitForRun();
        QCOMPARE(person.experiment().session().settings.tolerance, 0.01);
        QVERIFY(person.experiment().verdict()->steps < steps);
        const QAction* undo = person.find<QAction>("undo");
        QVERIFY2(undo->text().contains(QStringLiteral("Change the tolerance to 0.01")),
                 qPrintable(undo->text()));

        const QByteArray file = session::toFile(person.experiment().session());
        QCOMPARE(session::fromFile(file)->settings.tolerance, 0.01);

        person.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(person.experiment().session(), before);
    }

    void theToleranceHasASlider() {
        Person person;
        unfold(person);
        person.slider("tolerance")->setFocus();
        person.press(Qt::Key_Home);
        QCOMPARE(person.experiment().session().settings.tolerance, 1e-15);
        person.press(Qt::Key_End);
        QCOMPARE(person.experiment().session().settings.tolerance, 1.0);
    }

    void aRefusedToleranceChangesNothing() {
        Person person;
        unfold(person);
        person.type(person.field("tolerance"), QStringLiteral("2"));
        person.press(Qt::Key_Return);
        QVERIFY(person.fault("tolerance").contains(QStringLiteral("at most 1")));
        QCOMPARE(person.experiment().session().settings.tolerance, 1e-6);
    }

    void aSessionWithAnUnusualToleranceUnfoldsIt() {
        session::Session session = session::examples().front().session;
        session.settings.tolerance = 1e-3;
        window::MainWindow window(session);
        window.show();
        QVERIFY(window.findChild<QWidget*>(QStringLiteral("tolerance"))->isVisible());
        QVERIFY(!window.preferences().more);
    }

    void whatIsUnfoldedComesBackWithTheNextStart() {
        Person person;
        QVERIFY(!person.window.preferences().more);
        unfold(person);
        const model::Preferences kept = person.window.preferences();
        QVERIFY(kept.more);
        window::MainWindow next(session::examples().front().session, kept);
        next.show();
        QVERIFY(next.findChild<QWidget*>(QStringLiteral("tolerance"))->isVisible());
    }

    void takesWholeNumbersAsTheyAreShown_data() {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("text");
        const QLocale english(QLocale::English);
        const QLocale german(QLocale::German);
        const QLocale french(QLocale::French);
        QTest::newRow("plain") << english << QStringLiteral("12000");
        QTest::newRow("as shown") << english << QStringLiteral("12,000");
        QTest::newRow("as shown, German") << german << QStringLiteral("12,000");
        QTest::newRow("German") << german << QStringLiteral("12.000");
        QTest::newRow("French") << french << QStringLiteral("12\u202f000");
        QTest::newRow("no-break") << english << QStringLiteral("12\u00a0000");
        QTest::newRow("blank") << english << QStringLiteral("12 000");
        QTest::newRow("Swiss") << english << QStringLiteral("12’000");
    }
    void takesWholeNumbersAsTheyAreShown() {
        QFETCH(QLocale, locale);
        QFETCH(QString, text);
        QLocale::setDefault(locale);
        Person person;
        person.paste(person.field("maxIterations"), text);
        person.press(Qt::Key_Return);
        QCOMPARE(person.experiment().session().settings.maxIterations, 12'000);
        QCOMPARE(person.field("maxIterations")->text(), QStringLiteral("12,000"));
        // What it shows is what it takes.
        person.paste(person.field("maxIterations"), QStringLiteral("12,000"));
        person.press(Qt::Key_Return);
        QCOMPARE(person.experiment().session().settings.maxIterations, 12'000);
    }

    void takesTheDecimalMarkOfThePersonAndNothingTooSmall() {
        QLocale::setDefault(QLocale(QLocale::German));
        Person person;
        person.type(person.field("alpha"), QStringLiteral("0,05"));
        person.press(Qt::Key_Return);
        QCOMPARE(person.experiment().session().settings.alpha, 0.05);
        person.type(person.field("alpha"), QStringLiteral("1e-400"));
        person.press(Qt::Key_Return);
        QCOMPARE(person.experiment().session().settings.alpha, 0.05);
        QCOMPARE(person.fault("alpha"),
                 QStringLiteral("“1e-400” is too small: the smallest number over 0 is 5×10⁻³²⁴."));
    }

    void aPointThatMayMeanThousandsIsNoTwelve() {
        QLocale::setDefault(QLocale(QLocale::English));
        Person person;
        person.paste(person.field("maxIterations"), QStringLiteral("12.000"));
        person.press(Qt::Key_Return);
        QCOMPARE(person.experiment().session().settings.maxIterations, 200);
        QVERIFY2(person.fault("maxIterations").contains(QStringLiteral("thousands")),
                 qPrintable(person.fault("maxIterations")));
    }

    void showsAsManyDigitsAsArePreferred_data() {
        QTest::addColumn<int>("digits");
        for (const int digits : {3, 4, 8, 10}) QTest::addRow("%d", digits) << digits;
    }
    void showsAsManyDigitsAsArePreferred() {
        QFETCH(int, digits);
        Person person;
        unfold(person);
        for (QAction* action : person.find<QMenu>("digitsMenu")->actions()) {
            if (action->text() == QStringLiteral("%1 digits").arg(digits)) action->trigger();
        }
        person.type(person.field("initialGuess"), QStringLiteral("2.1/1.7"));
        person.type(person.field("tolerance"), QStringLiteral("1/7919"));
        person.type(person.field("alpha"), QStringLiteral("0.1/7"));
        person.press(Qt::Key_Return);
        person.waitForRun();
        const std::map<QString, QString> shown = read(person);
        for (const auto& [place, text] : shown) {
            // A place on the strip is as exact as a pixel tells it.
            const bool isExact = place != QLatin1String("basin") || digits < 4;
            QVERIFY2(isExact ? mostDigits(text) == digits : mostDigits(text) <= digits,
                     qPrintable(QStringLiteral("%1: %2").arg(place, text)));
        }
    }

    void aFaultMovesNothing_data() {
        QTest::addColumn<QByteArray>("parameter");
        for (const char* name : {"initialGuess", "alpha", "maxIterations", "tolerance"}) {
            QTest::newRow(name) << QByteArray(name);
        }
    }
    void aFaultMovesNothing() {
        QFETCH(QByteArray, parameter);
        Person person;
        unfold(person);
        const QList<QRect> before = places(person);
        person.type(person.field(parameter), QStringLiteral("-1e400"));
        person.press(Qt::Key_Return);
        QVERIFY(!person.fault(parameter).isEmpty());
        Person::settle();
        QCOMPARE(places(person), before);

        auto* note = person.faultNote(parameter);
        const QRect area(note->mapTo(&person.window, QPoint()), note->size());
        QVERIFY(person.window.rect().contains(area));
        QVERIFY(note->heightForWidth(note->width()) <= note->height());
        const QLineEdit* field = person.field(parameter);
        QVERIFY(!area.intersects({field->mapTo(&person.window, QPoint()), field->size()}));
        // It stays where its field is.
        const int beside = area.left() - field->mapTo(&person.window, QPoint()).x();
        person.window.resize(1100, 700);
        Person::settle();
        QCOMPARE(note->mapTo(&person.window, QPoint()).x() -
                     field->mapTo(&person.window, QPoint()).x() + field->width(),
                 beside + field->width());
    }

    void aFaultyFunctionMovesNothing_data() {
        QTest::addColumn<QString>("good");
        for (const char* text : {"x", "x^2", "x^4-4*x^2+x", "exp(-x^2)", "exp(exp(x^2))",
                                 "x^(x^(x^2))", "sqrt(x)/(x+1)", "1"}) {
            QTest::newRow(text) << QString::fromLatin1(text);
        }
    }
    void aFaultyFunctionMovesNothing() {
        QFETCH(QString, good);
        Person person;
        const QRect before = person.find<QWidget>("views")->geometry();
        person.type(person.functionEdit(), good);
        QCOMPARE(person.find<QWidget>("views")->geometry(), before);
        person.type(person.functionEdit(), good + QLatin1Char('+'));
        QCOMPARE(person.find<QWidget>("views")->geometry(), before);
    }

    void proposalsLieBelowTheMessage() {
        Person person;
        person.type(person.functionEdit(), QStringLiteral("x^2+7"));
        person.press(Qt::Key_Return);
        person.type(person.functionEdit(), QStringLiteral("x^2+"));
        const QWidget* list = QApplication::activePopupWidget();
        QVERIFY(list);
        const auto* message = person.find<QLabel>("message");
        QVERIFY(message->property("fault").toBool());
        QVERIFY(list->geometry().top() >=
                message->mapToGlobal(QPoint(0, message->height() - 1)).y());
    }

    void clearsWhatIsProposed() {
        Person person;
        person.type(person.functionEdit(), QStringLiteral("x^2+7"));
        person.press(Qt::Key_Return);
        person.type(person.functionEdit(), QStringLiteral("x^2"));
        auto* list = qobject_cast<QAbstractItemView*>(QApplication::activePopupWidget());
        QVERIFY(list);
        const QModelIndex last = list->model()->index(list->model()->rowCount() - 1, 0);
        QCOMPARE(last.data().toString(), QStringLiteral("Clear recents"));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(last).center());
        QVERIFY(!QApplication::activePopupWidget());
        QCOMPARE(person.functionEdit()->text(), QStringLiteral("x^2"));
        QVERIFY(person.window.preferences().recentFunctions.isEmpty());
        person.type(person.functionEdit(), QStringLiteral("x"));
        QVERIFY(!QApplication::activePopupWidget());
    }

    void theWheelTurnsOnlyASliderThatHasTheFocus_data() {
        QTest::addColumn<QByteArray>("name");
        for (const char* name : {"initialGuess", "alpha", "maxIterations", "tolerance"}) {
            QTest::newRow(name) << QByteArray(name);
        }
    }
    void theWheelTurnsOnlyASliderThatHasTheFocus() {
        QFETCH(QByteArray, name);
        Person person;
        unfold(person);
        person.curve()->setFocus();
        const session::Session before = person.experiment().session();
        for (QWidget* control : {static_cast<QWidget*>(person.slider(name)),
                                 static_cast<QWidget*>(person.field(name))}) {
            turnWheel(control, -1);
            QCOMPARE(person.experiment().session(), before);
            QVERIFY(person.curve()->hasFocus());
        }
        for (QWidget* control : {static_cast<QWidget*>(person.slider(name)),
                                 static_cast<QWidget*>(person.field(name))}) {
            const session::Session still = person.experiment().session();
            control->setFocus();
            turnWheel(control, -1);
            QVERIFY(person.experiment().session() != still);
        }
    }

    void theWheelLeavesTheOtherControlsAlone() {
        Person person;
        for (const char* name : {"timeline", "speed", "descend", "ascend"}) {
            turnWheel(person.find<QWidget>(name), -1);
            QVERIFY2(person.curve()->hasFocus(), name);
        }
        QCOMPARE(person.position(), 0.0);
        QCOMPARE(person.experiment().player().speed(), 5.0);
    }

    void theWheelScrollsThePanelFromAnywhereInIt() {
        Person person;
        unfold(person);
        auto* column = person.find<window::ScrollColumn>("account");
        column->setFixedHeight(40);
        Person::settle();
        QScrollBar* bar = column->verticalScrollBar();
        QVERIFY(bar->maximum() > 0);
        for (QWidget* control : {static_cast<QWidget*>(person.slider("alpha")),
                                 static_cast<QWidget*>(person.field("alpha")),
                                 static_cast<QWidget*>(person.find<QRadioButton>("descend"))}) {
            bar->setValue(0);
            turnWheel(control, -1);
            QVERIFY(bar->value() > 0);
        }
    }

private:
    /// All that shows numbers, by what it is.
    static std::map<QString, QString> read(Person& person) {
        std::map<QString, QString> shown;
        for (const char* name : {"initialGuess", "alpha", "tolerance"}) {
            shown[QString::fromLatin1(name)] = person.field(name)->text();
        }
        shown[QStringLiteral("step")] = person.find<window::TextCard>("stepCard")->text();
        shown[QStringLiteral("verdict")] = person.verdict();
        shown[QStringLiteral("undo")] = person.find<QAction>("undo")->text();
        shown[QStringLiteral("ruler")] = person.find<QWidget>("alpha")
                                             ->findChild<window::AlphaRuler*>()
                                             ->accessibleDescription();
        const auto* model = person.find<QTableView>("iterations")->model();
        person.find<QTabWidget>("charts")->setCurrentIndex(1);
        Person::settle();
        // As wide as long numbers need: a narrow table shows fewer digits.
        auto* splitter = person.find<QSplitter>("splitter");
        const QList<int> sizes = splitter->sizes();
        splitter->setSizes({300, 900});
        Person::settle();
        for (int column = 1; column < 4; ++column) {
            shown[QStringLiteral("table %1").arg(column)] =
                model->index(1, column).data().toString();
        }
        splitter->setSizes(sizes);
        Person::settle();
        const insight::StationaryPoint point = person.experiment().points().front();
        const QPoint mark = person.curve()->pixel(point.x, point.value).toPoint();
        shown[QStringLiteral("mark")] = tipAt(person.curve(), mark);
        person.waitForBasins();
        shown[QStringLiteral("basin")] =
            tipAt(person.curve(), person.curve()->strip().center().toPoint() + QPoint(31, 0));
        const QPoint pointed = person.curve()->pixel(0.51234, 5).toPoint();
        QTest::mouseMove(person.stage(), QPoint(9, 9));
        QTest::mouseMove(person.stage(), person.stage()->mapFrom(person.curve(), pointed));
        Person::settle();
        shown[QStringLiteral("pointer")] = person.find<QLabel>("pointer")->text();
        auto* menu = person.find<QMenu>("centreMenu");
        Q_EMIT menu->aboutToShow();
        shown[QStringLiteral("centre")] = menu->actions().constFirst()->text();
        shown[QStringLiteral("fork")] = person.find<QWidget>("bifurcation")->toolTip();
        return shown;
    }

    static QList<QRect> places(Person& person) {
        QList<QRect> places;
        for (const auto* widget : person.find<QWidget>("side")->findChildren<QWidget*>()) {
            if (!widget->isVisible()) continue;
            places += {widget->mapTo(&person.window, QPoint()), widget->size()};
        }
        return places;
    }
};

QTEST_MAIN(TestFields)
#include "tst_fields.moc"
