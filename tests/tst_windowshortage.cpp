// SPDX-License-Identifier: GPL-3.0-or-later
#include <QStatusBar>
#include <QTemporaryDir>
#include <new>

#include "person.h"
#include "plot/scene/picture.h"
#include "plot/scene/threads.h"
#include "plot/view/bifurcationview.h"
#include "reports.h"
#include "session/wording/wording.h"
#include "threads.h"
#include "window/application.h"

class TestWindowShortage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(plot::canDraw()); }

    void computesWithoutAThread() {
        const ThreadLimit none;
        Person person;
        person.waitForRun();
        QCOMPARE(person.experiment().verdict()->steps, 48);
        person.type(person.field("alpha"), QStringLiteral("0.01"));
        person.waitForRun();
        QVERIFY(person.experiment().verdict()->steps > 48);
        // In parts: to and fro between 2 and -2.
        person.paste(person.functionEdit(), QStringLiteral("x^2"));
        person.paste(person.field("maxIterations"), QStringLiteral("1000000"));
        person.paste(person.field("alpha"), QStringLiteral("1"));
        person.waitForRun();
        QCOMPARE(person.experiment().verdict()->steps, 1'000'000);
    }

    void drawsABifurcationWithoutAThread() {
        Person person;
        auto* view = person.window.findChild<plot::BifurcationView*>();
        const insight::Range unknown = view->alphaRange();
        const ThreadLimit none;
        person.trigger("showBifurcation");
        // With the density comes what it is drawn over.
        QTRY_VERIFY_WITH_TIMEOUT(view->alphaRange() != unknown, 60'000);
    }

    void anAnimationWithoutAThreadEndsInWords() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("run.mp4"));
        const ThreadLimit none;
        const QString fault = output::write(path, report("x^2", 4, {0.1, 200}));
        QCOMPARE(fault, QStringLiteral("Cannot write %1: the system gives no thread for the "
                                       "encoder.")
                            .arg(path));
        QVERIFY(!QFile::exists(path));
    }

    void livesOnAfterALackOfMemoryAndSaysSo() {
        Person person;
        QTimer::singleShot(0, [] { throw std::bad_alloc(); });
        QTRY_VERIFY(person.find<QStatusBar>("statusBar")
                        ->currentMessage()
                        .startsWith(QStringLiteral("There is not enough memory for that.")));
        person.type(person.field("alpha"), QStringLiteral("0.01"));
        person.waitForRun();
        QCOMPARE(person.experiment().session().settings.alpha, 0.01);
    }

    void tellsOfARunWithoutMemory() {
        insight::Verdict verdict;
        verdict.finding = insight::Shortage{};
        verdict.outcome = descent::Outcome::OutOfMemory;
        QCOMPARE(session::describe(verdict, {}),
                 QStringLiteral("There is not enough memory for this run. Close other programs and "
                                "try again."));
        verdict.steps = 4000;
        QCOMPARE(session::describe(verdict, {}),
                 QStringLiteral("There is not enough memory for more than the first 4,000 steps. "
                                "Choose fewer iterations, or close other programs."));
    }

    void aRunWithoutStepsIsJudgedAndDrawn() {
        session::Report empty = report("x^2", 4, {0.1, 200});
        empty.trajectory = {};
        empty.verdict = insight::judge(descent::Objective(empty.analysis()), {}, {},
                                       descent::Outcome::OutOfMemory, {});
        QVERIFY(std::holds_alternative<insight::Shortage>(empty.verdict.finding));
        for (const session::View view : {session::View::Curve, session::View::Cobweb,
                                         session::View::Convergence, session::View::Both}) {
            plot::Picture picture(
                {empty.analysis(), empty.trajectory, empty.session.settings, {-5, 5}},
                {view, plot::Theme::light(), true, true}, {640, 400});
            picture.setPosition(0);
            QVERIFY(!picture.image().isNull());
        }
        const QTemporaryDir folder;
        for (const QString& suffix : output::suffixes()) {
            const QString path = folder.filePath(QStringLiteral("run") + suffix);
            QCOMPARE(output::write(path, empty),
                     QStringLiteral("Cannot write %1: there is not enough memory.").arg(path));
        }
    }
};

int main(int argc, char** argv) {
    window::Application application(argc, argv);
    TestWindowShortage test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_windowshortage.moc"
