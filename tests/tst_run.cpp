// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <limits>
#include <new>
#include <optional>
#include <thread>

#include "run/run.h"
#include "runs.h"
#include "threads.h"

using run::Problem;
using run::Run;
using namespace std::chrono_literals;

namespace {

/// How many more large blocks of memory there are to be had.
std::atomic<int> largeBlocks = std::numeric_limits<int>::max();

constexpr std::size_t large = 40'000;

}  // namespace

void* operator new(std::size_t size) {
    if (size >= large && --largeBlocks < 0) throw std::bad_alloc();
    if (void* block = std::malloc(size)) return block;
    throw std::bad_alloc();
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    return std::malloc(size);
}
void operator delete(void* block) noexcept {
    std::free(block);
}
void operator delete(void* block, std::size_t) noexcept {
    std::free(block);
}

namespace {

/// Never ends by itself before the limit: it swings between 4 and -4.
Problem endless(std::int64_t iterations) {
    return {analysed("x^2"), 4, {1, iterations}};
}

/// Longer than any test lasts.
constexpr std::int64_t forEver = 1'000'000'000'000;

void waitForSteps(const Run& run, std::size_t steps) {
    QTRY_VERIFY_WITH_TIMEOUT(run.progress().trajectory.size() > steps, 10'000);
}

}  // namespace

class TestRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void computesWhatTheEngineComputes() {
        const Problem problem{analysed("x^4-4*x^2+x"), 2, {0.02, 200}};
        const Run run(problem);
        run.wait();
        const run::Progress progress = run.progress();
        const FinishedRun expected = finished(*problem.analysis, 2, problem.settings);
        QVERIFY(progress.outcome.has_value());
        QCOMPARE(*progress.outcome, expected.outcome);
        QCOMPARE(progress.trajectory.size(), expected.trajectory.size());
        for (std::size_t n = 0; n < expected.trajectory.size(); ++n) {
            QCOMPARE(progress.trajectory[n].at, expected.trajectory[n].at);
        }
    }

    void waitTellsWhetherTheRunIsOver() {
        const Run running(endless(forEver));
        QVERIFY(!running.wait(1ms));
        const Run brief(endless(10));
        QVERIFY(brief.wait(10s));
    }

    void showsItsStepsWhileItRuns() {
        const Run run(endless(forEver));
        waitForSteps(run, 0);
        const std::size_t early = run.progress().trajectory.size();
        waitForSteps(run, early);
        const run::Progress later = run.progress();
        QVERIFY(!later.outcome.has_value());
        QCOMPARE(later.trajectory.last().iteration,
                 static_cast<std::int64_t>(later.trajectory.size()) - 1);
    }

    void aSnapshotOutlivesItsRunUnchanged() {
        std::optional<Run> run(std::in_place, endless(forEver));
        waitForSteps(*run, 10'000);
        const descent::Trajectory snapshot = run->progress().trajectory;
        const std::size_t size = snapshot.size();
        waitForSteps(*run, size);
        run.reset();
        QCOMPARE(snapshot.size(), size);
        for (std::size_t n = 0; n < size; ++n) {
            QCOMPARE(snapshot[n].at[0], n % 2 == 0 ? 4.0 : -4.0);
            QCOMPARE(snapshot[n].value, 16.0);
        }
    }

    void laterSnapshotsContinueEarlierOnes() {
        const Run run(endless(forEver));
        waitForSteps(run, 0);
        const descent::Trajectory early = run.progress().trajectory;
        waitForSteps(run, early.size());
        QVERIFY(run.progress().trajectory.continues(early));
        const Run other(endless(10));
        other.wait();
        QVERIFY(!other.progress().trajectory.continues(early));
    }

    void aReplacedRunStops() {
        // Endless: to wait for the end of one would be to wait for ever.
        std::optional<Run> run(std::in_place, endless(forEver));
        for (int i = 0; i < 100; ++i) run.emplace(endless(forEver));
        waitForSteps(*run, 100'000);
        run.reset();
        const int left = largeBlocks;
        std::this_thread::sleep_for(20ms);
        QCOMPARE(largeBlocks.load(), left);  // nobody goes on in secret
    }

    void finishesAMillionSteps() {
        const Run run(endless(1'000'000));
        QVERIFY(run.wait(60s));
        const run::Progress progress = run.progress();
        QCOMPARE(progress.trajectory.size(), std::size_t{1'000'001});
        QCOMPARE(*progress.outcome, descent::Outcome::MaxIterations);
    }

    void endsWithTheStepsThatMemoryHolds() {
        largeBlocks = 3;
        const Run run(endless(1'000'000));
        const bool over = run.wait(60s);
        largeBlocks = std::numeric_limits<int>::max();
        QVERIFY(over);
        const run::Progress progress = run.progress();
        QCOMPARE(*progress.outcome, descent::Outcome::OutOfMemory);
        QVERIFY(progress.trajectory.size() > 1000);
        QVERIFY(progress.trajectory.size() < 100'000);
        QCOMPARE(progress.trajectory.last().iteration,
                 static_cast<std::int64_t>(progress.trajectory.size()) - 1);
    }

    void endsEmptyWithoutMemoryForItsStart() {
        largeBlocks = 0;
        const Run run(endless(10));
        const bool over = run.wait(60s);
        largeBlocks = std::numeric_limits<int>::max();
        QVERIFY(over);
        const run::Progress progress = run.progress();
        QCOMPARE(*progress.outcome, descent::Outcome::OutOfMemory);
        QVERIFY(progress.trajectory.empty());
    }

    void whoWaitsComputesWhereThereIsNoThread() {
        const Problem problem{analysed("x^4-4*x^2+x"), 2, {0.02, 100'000, 1e-300}};
        const FinishedRun expected = finished(*problem.analysis, 2, problem.settings);
        const ThreadLimit none;
        const Run run(problem);
        QVERIFY(run.progress().trajectory.empty());
        run.wait();
        const run::Progress progress = run.progress();
        QCOMPARE(*progress.outcome, expected.outcome);
        QCOMPARE(progress.trajectory.size(), expected.trajectory.size());
        QCOMPARE(progress.trajectory.last().at, expected.trajectory.last().at);
    }

    void aShortWaitComputesAPartWhereThereIsNoThread() {
        const ThreadLimit none;
        const Run run(endless(forEver));
        std::size_t steps = 0;
        for (int i = 0; i < 3; ++i) {
            QVERIFY(!run.wait(0us));
            QVERIFY(run.progress().trajectory.size() > steps);
            steps = run.progress().trajectory.size();
        }
    }

    void severalRunsDoNotDisturbEachOther() {
        const Problem problem{analysed("sin(x)+sin(10*x/3)"), 3, {1e-6, 20'000}};
        const Run first(problem);
        const Run second(problem);
        const Run third(problem);
        for (const Run* each : {&first, &second, &third}) each->wait();
        const auto last = first.progress().trajectory.last();
        QCOMPARE(second.progress().trajectory.last().at, last.at);
        QCOMPARE(third.progress().trajectory.last().at, last.at);
        QCOMPARE(last.iteration, std::int64_t{20'000});
    }
};

QTEST_APPLESS_MAIN(TestRun)
#include "tst_run.moc"
