// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "functions.h"
#include "model/experiment.h"
#include "session/examples.h"
#include "session/runners.h"

namespace {

using session::Session;

using Edit = void (*)(Session&);

/// An experiment that is over, and what it tells from then on, in order.
struct Told {
    Told() : experiment(session::examples().front().session) {
        QVERIFY(QTest::qWaitFor([this] { return experiment.complete(); }, 20'000));
        const auto note = [this](auto signal, const char* name) {
            QObject::connect(&experiment, signal, &experiment,
                             [this, name] { told += QLatin1String(name); });
        };
        using model::Experiment;
        note(&Experiment::functionChanged, "function");
        note(&Experiment::functionTyped, "typed");
        note(&Experiment::loaded, "loaded");
        note(&Experiment::sessionChanged, "session");
        note(&Experiment::settingsChanged, "settings");
        note(&Experiment::runChanged, "run");
        note(&Experiment::verdictChanged, "verdict");
    }
    void change(Edit edit) {
        Session next = experiment.session();
        edit(next);
        experiment.change(next);
    }

    model::Experiment experiment;
    QStringList told;
};

std::vector<descent::Trajectory> trajectories(const model::Experiment& experiment) {
    std::vector<descent::Trajectory> all;
    for (const auto& course : experiment.courses()) all.push_back(course->trajectory());
    return all;
}

QList<bool> restarted(const std::vector<descent::Trajectory>& before,
                      const std::vector<descent::Trajectory>& after) {
    QList<bool> all;
    for (std::size_t i = 0; i < after.size(); ++i) all += !after[i].continues(before[i]);
    return all;
}

const QStringList newRun{QStringLiteral("session"), QStringLiteral("settings"),
                         QStringLiteral("run"), QStringLiteral("verdict")};

}  // namespace

Q_DECLARE_METATYPE(Edit)

class TestExperiment : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatAChangeHasTouched_data() {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QStringList>("told");
        const auto row = [](const char* name, Edit edit, const QStringList& told) {
            QTest::newRow(name) << edit << told;
        };
        row("nothing", [](Session&) {}, {});
        row(
            "function", [](Session& next) { next.function = functionOf(QStringLiteral("x^2")); },
            QStringList{QStringLiteral("function"), QStringLiteral("typed")} + newRun);
        row(
            "initial guess", [](Session& next) { next.initialGuess = 1; }, newRun);
        row(
            "alpha", [](Session& next) { next.settings.alpha = 0.01; }, newRun);
        row(
            "max iterations", [](Session& next) { next.settings.maxIterations = 3; }, newRun);
        row(
            "tolerance", [](Session& next) { next.settings.tolerance = 0.1; }, newRun);
        row(
            "direction",
            [](Session& next) { next.settings.direction = descent::Direction::Ascend; }, newRun);
        row(
            "method", [](Session& next) { next.settings.method = descent::methods()[1]; }, newRun);
        row("range",
            [](Session& next) {
                next.range = {-1, 1};
            },
            {QStringLiteral("verdict"), QStringLiteral("session")});
        row(
            "range and alpha",
            [](Session& next) {
                next.range = {-1, 1};
                next.settings.alpha = 0.01;
            },
            newRun);
    }
    void tellsWhatAChangeHasTouched() {
        QFETCH(Edit, edit);
        QFETCH(QStringList, told);
        Told shown;
        Session expected = shown.experiment.session();
        edit(expected);
        shown.change(edit);
        QCOMPARE(shown.experiment.session(), expected);
        // A run or a verdict may need another frame.
        QVERIFY(QTest::qWaitFor([&] { return shown.experiment.complete(); }, 20'000));
        shown.told.removeDuplicates();
        QCOMPARE(shown.told, told);
    }

    void theBallKeepsItsPlaceUnlessItStartsAnew() {
        Told shown;
        QTRY_VERIFY(shown.experiment.complete());
        shown.experiment.setPosition(9);
        shown.change([](Session& next) { next.settings.tolerance = 1e-5; });
        QTRY_COMPARE(shown.experiment.player().position(), 9.0);
        shown.change([](Session& next) { next.range = {-1, 1}; });
        QTRY_COMPARE(shown.experiment.player().position(), 9.0);
        shown.change([](Session& next) { next.initialGuess = 1.5; });
        QCOMPARE(shown.experiment.player().position(), 0.0);
        QTRY_VERIFY(shown.experiment.complete());
        shown.experiment.setPosition(9);
        shown.change([](Session& next) { next.function = functionOf(QStringLiteral("x^2")); });
        QCOMPARE(shown.experiment.player().position(), 0.0);
    }

    void aStartIsOneThatARunMayHave() {
        Told shown;
        shown.experiment.startAt(1e300);
        QCOMPARE(shown.experiment.session().initialGuess[0], descent::divergenceBound);
        shown.experiment.startAt(-1e300);
        QCOMPARE(shown.experiment.session().initialGuess[0], -descent::divergenceBound);
    }

    void startsAnewWhereItStarted() {
        Told shown;
        QTRY_VERIFY(shown.experiment.complete());
        shown.experiment.setPosition(9);
        shown.experiment.startAt(shown.experiment.session().initialGuess[0]);
        QCOMPARE(shown.experiment.player().position(), 0.0);
        QVERIFY(!shown.told.contains(QStringLiteral("session")));
    }

    /// A run that was restarted has other rows.
    void choosingRestartsNoRunAndMovesNothing() {
        Told told;
        told.change([](Session& next) {
            next = *session::adding(next, {-1, 0.03, descent::methods()[1], {}});
            next = *session::adding(next, {1.5, 0.01, {}, {}});
        });
        QTRY_VERIFY(told.experiment.complete());
        told.experiment.setPosition(7.5);
        const auto before = trajectories(told.experiment);
        for (const std::size_t place : {0, 2, 1}) {
            told.told.clear();
            Session next = session::choosing(told.experiment.session(), place);
            told.experiment.change(next);
            QCOMPARE(told.told, newRun);
            QVERIFY(told.experiment.complete());
            QCOMPARE(restarted(before, trajectories(told.experiment)), QList<bool>({0, 0, 0}));
            QCOMPARE(told.experiment.player().position(), 7.5);
            QCOMPARE(told.experiment.trajectory().x(0), next.initialGuess[0]);
            QVERIFY(told.experiment.trajectory().continues(before[place]));
        }
    }

    void aChangeOfTheChosenOneRestartsItAlone() {
        Told told;
        told.change([](Session& next) {
            next = *session::adding(next, {-1, 0.03, descent::methods()[1], {}});
            next = *session::adding(next, {1.5, 0.01, {}, {}});
            next = session::choosing(next, 1);
        });
        QTRY_VERIFY(told.experiment.complete());
        const auto before = trajectories(told.experiment);
        told.change([](Session& next) { next.settings.alpha = 0.07; });
        QTRY_VERIFY(told.experiment.complete());
        QCOMPARE(restarted(before, trajectories(told.experiment)), QList<bool>({0, 1, 0}));
        const auto changed = trajectories(told.experiment);
        told.change([](Session& next) { next = session::removing(next, 0); });
        QTRY_VERIFY(told.experiment.complete());
        QCOMPARE(told.experiment.courses().size(), std::size_t{2});
        QVERIFY(told.experiment.trajectory().continues(changed[1]));
        told.change([](Session& next) { next.settings.tolerance = 0.01; });
        QTRY_VERIFY(told.experiment.complete());
        QVERIFY(!told.experiment.trajectory().continues(changed[1]));
    }

    /// All share the player, which is as long as the longest run.
    void aRunnerThatHasEndedStandsAtItsEnd() {
        Told told;
        told.change([](Session& next) {
            next = *session::adding(next, {1.5, 1e-5, {}, {}});
            next = session::choosing(next, 0);
        });
        QTRY_VERIFY(told.experiment.complete());
        const std::size_t own = told.experiment.trajectory().size() - 1;
        QCOMPARE(own, std::size_t{48});
        QCOMPARE(told.experiment.player().steps(), std::size_t{200});
        told.experiment.setPosition(100);
        QCOMPARE(told.experiment.position(), 48.0);
        told.experiment.change(session::choosing(told.experiment.session(), 1));
        QCOMPARE(told.experiment.position(), 100.0);
        for (const auto& course : told.experiment.courses()) QVERIFY(course->verdict());
    }

    void eightThatAllDivergeAndARaceOnAConstantAreJudged() {
        for (const char* function : {"-x^2", "5"}) {
            Session eight = session::examples().front().session;
            eight.function = functionOf(QString::fromLatin1(function));
            eight.settings.alpha = 1;
            for (int more = 1; more < 8; ++more)
                eight = *session::adding(eight, {0.5 * more, 1, {}, {}});
            model::Experiment experiment(eight);
            QTRY_VERIFY(experiment.complete());
            for (const auto& course : experiment.courses()) {
                QCOMPARE(course->verdict()->outcome, *function == '5' ? descent::Outcome::Converged
                                                                      : descent::Outcome::Diverged);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestExperiment)
#include "tst_experiment.moc"
