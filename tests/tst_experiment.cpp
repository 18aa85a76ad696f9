// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "functions.h"
#include "model/experiment.h"
#include "session/examples.h"

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
        QCOMPARE(shown.experiment.session().initialGuess, descent::divergenceBound);
        shown.experiment.startAt(-1e300);
        QCOMPARE(shown.experiment.session().initialGuess, -descent::divergenceBound);
    }

    void startsAnewWhereItStarted() {
        Told shown;
        QTRY_VERIFY(shown.experiment.complete());
        shown.experiment.setPosition(9);
        shown.experiment.startAt(shown.experiment.session().initialGuess);
        QCOMPARE(shown.experiment.player().position(), 0.0);
        QVERIFY(!shown.told.contains(QStringLiteral("session")));
    }
};

QTEST_GUILESS_MAIN(TestExperiment)
#include "tst_experiment.moc"
