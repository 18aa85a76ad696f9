// SPDX-License-Identifier: GPL-3.0-or-later
#include <QStandardPaths>
#include <QTabBar>
#include <QTabWidget>

#include "person.h"
#include "window/panels/goon.h"

namespace {

/// A person whose run creeps and is cut short after 200 steps.
class Creeping : public Person {
public:
    Creeping() {
        paste(functionEdit(), QStringLiteral("x^2"));
        paste(field("alpha"), QStringLiteral("0.001"));
        paste(field("initialGuess"), QStringLiteral("4"));
        waitForRun();
    }
    window::GoOn* goOn() { return find<window::GoOn>("goOn"); }
    std::int64_t limit() { return experiment().session().settings.maxIterations; }
    bool isOffered() { return goOn()->isVisible(); }
    void end(const char* function, const char* alpha, const char* limit = "200") {
        paste(functionEdit(), QString::fromLatin1(function));
        paste(field("alpha"), QString::fromLatin1(alpha));
        paste(field("maxIterations"), QString::fromLatin1(limit));
        waitForRun();
    }
};

}  // namespace

class TestGoOn : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void aClickDoublesTheLimitInOneStep() {
        Creeping person;
        QVERIFY(person.isOffered());
        person.trigger("last");
        QTest::mouseClick(person.goOn(), Qt::LeftButton);
        person.waitForRun();
        QCOMPARE(person.limit(), 400);
        QCOMPARE(person.experiment().verdict()->steps, 400);
        QCOMPARE(person.position(), 400.0);
        QCOMPARE(person.field("maxIterations")->text(), QStringLiteral("400"));
        person.trigger("undo");
        QCOMPARE(person.limit(), 200);
        person.trigger("redo");
        QCOMPARE(person.limit(), 400);
    }

    void theKeyboardReachesIt() {
        Creeping person;
        auto* charts = person.find<QTabWidget>("charts");
        charts->tabBar()->setFocus();
        bool reached = false;
        for (int i = 0; i < 30 && !reached; ++i) {
            person.press(Qt::Key_Tab);
            reached = person.goOn()->hasFocus();
        }
        QVERIFY(reached);
        person.press(Qt::Key_Space);
        person.waitForRun();
        QCOMPARE(person.limit(), 400);
        QVERIFY(person.goOn()->hasFocus());
        QTest::keyClick(&person.window, Qt::Key_O, Qt::AltModifier);
        QTRY_COMPARE(person.limit(), 800);
    }

    void saysWhatItDoes() {
        Creeping person;
        QCOMPARE(person.goOn()->accessibleName(), QStringLiteral("Go on to 400 steps"));
        QVERIFY(person.goOn()->toolTip().contains(QLatin1String("400 steps")));
        person.end("x^2", "1e-6", "600000");
        QCOMPARE(person.goOn()->accessibleName(), QStringLiteral("Go on to 1,000,000 steps"));
    }

    void isOfferedOnlyWhereMoreStepsTellMore_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<QString>("alpha");
        QTest::addColumn<QString>("limit");
        QTest::addColumn<bool>("offered");
        const auto row = [](const char* name, const char* function, const char* alpha,
                            const char* limit, bool offered) {
            QTest::newRow(name) << QString::fromLatin1(function) << QString::fromLatin1(alpha)
                                << QString::fromLatin1(limit) << offered;
        };
        row("crawls", "x^2", "0.001", "200", true);
        row("is on its way", "x^2-cos(x)", "0.01", "5", true);
        row("grows", "x^2", "1.001", "50", true);
        row("arrives", "x^2", "0.1", "200", false);
        row("swings for ever", "x^2", "1", "200", false);
        row("wanders", "x^4/4-x^2/2", "0.14e1", "400", false);
        row("marches on", "x-floor(x)", "0.1", "200", false);
        row("falls for ever", "x+atan(x)", "0.1", "200", false);
        row("would end past any limit", "1/x", "0.1", "200", false);
        row("diverges", "x^2", "2", "1000", false);
        row("leaves the domain", "sqrt(x)", "10", "200", false);
        row("has the most there are", "x^2", "1e-6", "1000000", false);
    }
    void isOfferedOnlyWhereMoreStepsTellMore() {
        QFETCH(QString, function);
        QFETCH(QString, alpha);
        QFETCH(QString, limit);
        Creeping person;
        if (function.contains(QLatin1String("x^4")))
            person.paste(person.field("initialGuess"), QStringLiteral("0.3"));
        person.end(qPrintable(function), qPrintable(alpha), qPrintable(limit));
        QTEST(person.isOffered(), "offered");
    }

    void givesTheFocusToThePictureWhenItIsDone() {
        Creeping person;
        person.end("x^2", "0.02", "200");
        person.goOn()->setFocus();
        QVERIFY(person.goOn()->hasFocus());
        person.press(Qt::Key_Space);
        person.waitForRun();
        QVERIFY(!person.isOffered());
        QVERIFY(person.curve()->hasFocus());
    }

    void movesNothingWhenItComesAndGoes() {
        Creeping person;
        const QRect before = person.find<QWidget>("charts")->geometry();
        person.end("x^2", "0.1");
        QVERIFY(!person.isOffered());
        QCOMPARE(person.find<QWidget>("charts")->geometry(), before);
    }
};

QTEST_MAIN(TestGoOn)
#include "tst_goon.moc"
