// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "model/basinwatch.h"
#include "model/bifurcationwatch.h"
#include "model/experiment.h"
#include "model/reportwatch.h"
#include "runs.h"
#include "session/examples.h"

namespace {

constexpr int columns = 64;
constexpr int rows = 32;
const insight::Range alphas{0.5, 2.5};
const insight::Range places{-2, 2};

void setProblem(model::BifurcationWatch& watch, const char* function) {
    watch.setProblem(analysed(function), 0.3, {});
}

}  // namespace

/// What the window waits for, without a window.
class TestWatches : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void computesBifurcationsOnlyWhileTheyAreSeen() {
        model::BifurcationWatch watch;
        keepLast(watch);
        watch.setResolution(columns, rows);
        setProblem(watch, "x^2");
        QTest::qWait(50);
        QCOMPARE(m_arrived, 0);
        watch.setSeen(true);
        QTRY_VERIFY(m_arrived > 0 && complete());
        QCOMPARE(m_last.columns, columns);
        QCOMPARE(m_last.rows, rows);
        const int before = m_arrived;
        watch.setSeen(false);
        watch.setRanges(alphas, places);
        QTest::qWait(50);
        QCOMPARE(m_arrived, before);
        watch.setSeen(true);
        QTRY_VERIFY(m_arrived > before && complete());
        QCOMPARE(m_last.alpha, alphas);
    }

    void anotherFunctionLeadsBackToTheRangesThatFit() {
        model::BifurcationWatch watch;
        keepLast(watch);
        watch.setResolution(columns, rows);
        setProblem(watch, "x^2");
        QVERIFY(watch.fits());
        watch.setRanges(alphas, places);
        QVERIFY(!watch.fits());
        watch.setSeen(true);
        QTRY_VERIFY(m_arrived > 0 && complete());
        QCOMPARE(m_last.x, places);
        const int before = m_arrived;
        setProblem(watch, "x^4-x^2");
        QVERIFY(watch.fits());
        QTRY_VERIFY(m_arrived > before && complete());
        QVERIFY(m_last.alpha != alphas);
    }

    void gathersAReportOfTheRunAndOfWhatAViewNeeds() {
        const session::Session session = session::examples().front().session;
        model::Experiment experiment(session);
        model::BasinWatch basins;
        model::BifurcationWatch bifurcations;
        setProblem(bifurcations, "x^2");
        insight::Landmarks known;
        known.basins = insight::BasinMap{places, {}, {}};
        model::ReportWatch watch(experiment, basins, bifurcations, [&] { return known; });
        const QSignalSpy completed(&watch, &model::ReportWatch::completed);
        watch.begin(session::View::Curve);
        QTRY_COMPARE(completed.size(), 1);
        QCOMPARE(watch.report()->session, session);
        QCOMPARE(watch.report()->verdict.outcome, descent::Outcome::Converged);
        QVERIFY(watch.report()->landmarks.basins);
        QCOMPARE(watch.report()->density.columns, 0);
        watch.setView(session::View::Bifurcation);
        QTRY_COMPARE(completed.size(), 2);
        QVERIFY(watch.report()->density.columns > 0);
    }

    void aReportOfTheCurveAwaitsItsBasins() {
        const model::Experiment experiment(session::examples().front().session);
        QTRY_VERIFY(experiment.complete());
        model::BasinWatch basins;
        QVERIFY(!basins.awaited());
        basins.setProblem({experiment.analysis(), experiment.session().settings, places, columns});
        QCOMPARE(basins.awaited(), std::optional(0.0));
        const model::BifurcationWatch bifurcations;
        model::ReportWatch watch(experiment, basins, bifurcations,
                                 [] { return insight::Landmarks(); });
        watch.begin(session::View::Curve);
        QVERIFY(!watch.report());
        QTRY_VERIFY(watch.report());
        QVERIFY(!basins.awaited());
    }

    void init() {
        m_arrived = 0;
        m_last = {};
    }

private:
    void keepLast(const model::BifurcationWatch& watch) {
        connect(&watch, &model::BifurcationWatch::advanced, this,
                [this](const insight::Density& density) {
                    ++m_arrived;
                    m_last = density;
                });
    }
    bool complete() const { return m_last.complete; }

    int m_arrived = 0;
    insight::Density m_last;
};

QTEST_GUILESS_MAIN(TestWatches)
#include "tst_watches.moc"
