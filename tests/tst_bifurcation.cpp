// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDeadlineTimer>
#include <QTest>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <new>
#include <optional>
#include <thread>

#include "insight/bifurcation.h"
#include "insight/whereabouts.h"
#include "run/bifurcation.h"
#include "runs.h"
#include "threads.h"

using insight::Density;
using insight::Range;
using run::Bifurcation;
using run::BifurcationProblem;
using namespace std::chrono_literals;

namespace {

/// How many large blocks of memory this thread has asked for.
thread_local int largeBlocks = 0;

constexpr std::size_t large = 100'000;

}  // namespace

void* operator new(std::size_t size) {
    if (size >= large) ++largeBlocks;
    if (void* block = std::malloc(size)) return block;
    throw std::bad_alloc();
}
void operator delete(void* block) noexcept {
    std::free(block);
}
void operator delete(void* block, std::size_t) noexcept {
    std::free(block);
}

namespace {

constexpr const char* wells = "x^4/4-x^2/2";
constexpr auto generous = 120s;

BifurcationProblem problem(const char* function, double start, Range alpha, int columns, int rows) {
    BifurcationProblem problem{analysed(function), start};
    problem.alpha = alpha;
    problem.columns = columns;
    problem.rows = rows;
    return problem;
}

Density densityOf(const BifurcationProblem& problem) {
    Bifurcation bifurcation(problem);
    if (!bifurcation.wait(generous)) qFatal("the picture does not end");
    return bifurcation.take().value();
}

/// The first picture that arrives.
std::optional<Density> awaited(Bifurcation& bifurcation) {
    QDeadlineTimer deadline(generous);
    while (!deadline.hasExpired()) {
        if (auto density = bifurcation.take()) return density;
        std::this_thread::sleep_for(1ms);
    }
    return std::nullopt;
}

/// How many separate groups of rows a column visits.
int clusters(const Density& density, int column) {
    int found = 0;
    for (int row = 0; row < density.rows; ++row) {
        const bool above = density.count(column, row) > 0;
        const bool below = row > 0 && density.count(column, row - 1) > 0;
        if (above && !below) ++found;
    }
    return found;
}

std::uint32_t total(const Density& density, int column) {
    std::uint32_t sum = 0;
    for (int row = 0; row < density.rows; ++row) sum += density.count(column, row);
    return sum;
}

/// Each run takes its time, and there are many.
BifurcationProblem huge() {
    std::string text = "sin(x)";
    for (int i = 2; i < 60; ++i) text += "+sin(" + std::to_string(i) + "*x)";
    return problem(text.c_str(), 0.3, {0.001, 0.01}, 20'000, 100);
}

}  // namespace

class TestBifurcation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theProposedRangeHoldsThePresentAlpha() {
        run::BifurcationProblem problem{analysed("x^4-4*x^2+x"), 2};
        problem.columns = 50;
        problem.rows = 50;
        const auto range = [&](double alpha) {
            problem.present = alpha;
            Bifurcation bifurcation(problem);
            bifurcation.wait(60s);
            return bifurcation.take()->alpha;
        };
        QVERIFY(range(0.02).contains(0.02));
        QVERIFY(range(0.3).contains(0.3));
        QVERIFY(range(10).high < 1);
        QVERIFY(range(0.02).high < 0.3);
    }

    void forksWhereThePeriodDoubles_data() {
        QTest::addColumn<double>("alpha");
        QTest::addColumn<int>("expected");
        QTest::newRow("settles") << 0.9 << 1;
        QTest::newRow("period 2") << 1.1 << 2;
        QTest::newRow("period 4") << 1.25 << 4;
    }

    void forksWhereThePeriodDoubles() {
        QFETCH(double, alpha);
        QFETCH(int, expected);
        const Density density =
            densityOf(problem(wells, 0.3, {alpha - 5e-4, alpha + 5e-4}, 1, 600));
        QCOMPARE(clusters(density, 0), expected);
    }

    void chaosVisitsManyRows() {
        const Density density = densityOf(problem(wells, 0.3, {1.399, 1.401}, 1, 600));
        int visited = 0;
        for (int row = 0; row < density.rows; ++row) visited += density.count(0, row) > 0;
        QVERIFY2(visited > 200, qPrintable(QString::number(visited)));
    }

    void everyColumnCountsTheLastIteratesOfItsAlphas() {
        const Density density = densityOf(problem(wells, 0.3, {0.5, 1.5}, 40, 100));
        QVERIFY(density.complete);
        QCOMPARE(density.computed, 40);
        QCOMPARE(density.alpha, (Range{0.5, 1.5}));
        QCOMPARE(total(density, 0) % insight::iteratesShown, std::uint32_t{0});
        for (int column = 0; column < density.columns; ++column)
            QCOMPARE(total(density, column), total(density, 0));
        QCOMPARE(density.largest, *std::max_element(density.counts.begin(), density.counts.end()));
    }

    void runsOnTheirWayAreNoEnds() {
        const descent::Objective quartic(analysed("x^4"));
        QVERIFY2(insight::lastIterates(quartic, {0.5}, 0.1).empty(), "it creeps on");
        const descent::Objective bowl(analysed("x^2"));
        QVERIFY2(insight::lastIterates(bowl, {3}, 1e-3).empty(), "it is far from there");
        QVERIFY2(insight::lastIterates(bowl, {3}, 0.999).empty(), "from both sides");
        QVERIFY(!insight::lastIterates(bowl, {3}, 0.1).empty());
        QVERIFY(!insight::lastIterates(bowl, {3}, 1).empty());
    }

    void lastIteratesAreThoseOfTheEngine() {
        const descent::Objective objective(analysed(wells));
        const descent::Settings settings{1.4, 1000};
        const auto iterates = insight::lastIterates(objective, {0.3}, 1.4);
        QCOMPARE(iterates.size(), std::size_t{insight::iteratesShown});
        descent::Step step = byhand::begin(objective, 0.3);
        for (int n = 1; n <= insight::bifurcationSteps; ++n) {
            step = byhand::next(objective, settings, step);
            const int shown = n - (insight::bifurcationSteps - insight::iteratesShown) - 1;
            if (shown >= 0) QCOMPARE(iterates[static_cast<std::size_t>(shown)], step.at[0]);
        }
    }

    void aRunThatSettledExactlyStillCounts() {
        const descent::Objective objective(analysed("x^2"));
        const auto iterates = insight::lastIterates(objective, {3}, 0.5);
        QCOMPARE(iterates, std::vector<double>(insight::iteratesShown, 0.0));
    }

    void ascentGoesUp() {
        const auto hill = analysed("-(x-2)^2");
        const descent::Objective up(hill, descent::Direction::Ascend);
        QCOMPARE(insight::lastIterates(up, {3}, 0.25).back(), 2.0);
        QVERIFY(insight::lastIterates(descent::Objective(hill), {3}, 0.25).empty());
    }

    void divergingRunsLeaveTheirColumnEmpty() {
        const Density density = densityOf(problem("x^2", 2, {0.5, 1.5}, 20, 100));
        for (int column = 0; column < density.columns; ++column)
            QCOMPARE(total(density, column) == 0, density.centre(column) > 1);
    }

    void emptyColumnsKnowWhy() {
        const Density bowl = densityOf(problem("x^2", 2, {0.5, 1.5}, 20, 100));
        for (int column = 0; column < bowl.columns; ++column) {
            QCOMPARE(bowl.stays[static_cast<std::size_t>(column)],
                     bowl.centre(column) > 1 ? insight::Stay::Diverges : insight::Stay::Seen);
        }
        const Density quartic = densityOf(problem("x^4", 0.5, {0.01, 0.1}, 20, 100));
        QCOMPARE(quartic.stays.front(), insight::Stay::OnItsWay);
        const Density outside = densityOf(problem("ln(x)", -1, {0.5, 1.5}, 20, 100));
        QCOMPARE(outside.stays.back(), insight::Stay::Leaves);
        run::BifurcationProblem elsewhere = problem("x^2", 2, {0.1, 0.5}, 20, 100);
        elsewhere.x = Range{5, 6};
        QCOMPARE(densityOf(elsewhere).stays.back(), insight::Stay::Beyond);
    }

    void jumpsLeadFromOneValleyToAnother_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("start");
        QTest::addColumn<insight::Range>("alpha");
        QTest::addColumn<insight::Range>("x");
        QTest::addColumn<std::size_t>("least");
        QTest::addColumn<std::size_t>("most");
        const auto row = [](const char* function, double start, insight::Range alpha,
                            insight::Range x, std::size_t least, std::size_t most) {
            QTest::addRow("%s from %g in %g:%g", function, start, x.low, x.high)
                << QString::fromLatin1(function) << start << alpha << x << least << most;
        };
        row("x^4-4*x^2+x", 2, {0.02, 0.25}, {-2.2, 2}, 2, 2);

        // Within one valley, out of view, and where all of f is flat.
        row("x^4/4-x^2/2", 0.3, {0.5, 1.4}, {-1.8, 1.8}, 0, 0);
        row("x^4-4*x^2+x", 2, {0.02, 0.25}, {0.5, 2}, 0, 0);
        row("-exp(-x^2)", 30, {0.1, 10}, {-31, 31}, 0, 0);
        row("x-ln(x)", 2, {0.1, 8}, {0, 3}, 0, 0);
    }
    void jumpsLeadFromOneValleyToAnother() {
        QFETCH(QString, function);
        QFETCH(double, start);
        QFETCH(insight::Range, alpha);
        QFETCH(insight::Range, x);
        QFETCH(std::size_t, least);
        QFETCH(std::size_t, most);
        run::BifurcationProblem problem{analysed(function.toStdString()), descent::Point(start)};
        problem.alpha = alpha;
        problem.x = x;
        problem.columns = 500;
        problem.rows = 300;
        run::Bifurcation bifurcation(problem);
        bifurcation.wait();
        const insight::Density density = bifurcation.take().value_or(insight::Density());
        QVERIFY2(density.jumps.size() >= least && density.jumps.size() <= most,
                 qPrintable(QString::number(density.jumps.size())));
        const descent::Objective f(problem.analysis);
        for (const insight::Jump& jump : density.jumps) {
            const auto [left, right] = jump.before.high < jump.after.low
                                           ? std::pair(jump.before, jump.after)
                                           : std::pair(jump.after, jump.before);
            QVERIFY(left.high < right.low);
            // A top between the valleys is higher than what is visited on either side of it.
            double top = f.value(left.centre());
            for (double part = 0; part <= 1; part += 1.0 / 512) {
                const double at = left.centre() + part * (right.centre() - left.centre());
                top = std::max(top, f.value(at));
            }
            QVERIFY(top > f.value(left.centre()) && top > f.value(right.centre()));
        }
    }

    void everyMethodHasItsJumps_data() {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<insight::Range>("alpha");
        QTest::newRow("gradient") << QByteArray("gradient") << insight::Range{0.02, 0.25};
        QTest::newRow("momentum") << QByteArray("momentum") << insight::Range{0.035, 0.1};
        QTest::newRow("adam") << QByteArray("adam") << insight::Range{0.1, 10};
        QTest::newRow("backtracking") << QByteArray("backtracking") << insight::Range{0.02, 2};
    }
    /// All those, and no other, where one run rests left and the run with the next α right, or the
    /// other way about.
    void everyMethodHasItsJumps() {
        QFETCH(QByteArray, method);
        QFETCH(insight::Range, alpha);
        BifurcationProblem wanted = problem("x^4-4*x^2+x", 2, alpha, 120, 300);
        wanted.settings.method = *descent::methodNamed(method.toStdString());
        wanted.x = Range{-3, 3};
        const Density density = densityOf(wanted);
        const descent::Objective objective(wanted.analysis);
        const double step = alpha.width() / (120 * insight::alphasPerColumn);
        constexpr double top = 0.126;  // between the valleys
        int before = 0;
        std::vector<double> expected;
        for (int i = 0; i < 120 * insight::alphasPerColumn; ++i) {
            // To the last digit, which decides in chaos.
            const double width = alpha.width() / 120;
            const double low = alpha.low + width * (i / insight::alphasPerColumn);
            const Range column{low, low + width};
            const double at = column.low + column.width() * (i % insight::alphasPerColumn + 0.5) /
                                               insight::alphasPerColumn;
            const auto places = insight::lastIterates(objective, {2, wanted.settings.method}, at);
            const auto onSide = [&](double side) {
                return !places.empty() && std::ranges::all_of(places, [side](double x) {
                    return side * (x - top) > 0.05 && std::abs(x) < 2.9;
                });
            };
            const int side = onSide(1) ? 1 : onSide(-1) ? -1 : 0;
            if (side * before < 0) expected.push_back(at - step / 2);
            before = side;
        }
        for (const double at : expected) {
            const auto isThere = [&](const insight::Jump& jump) {
                return std::abs(jump.alpha - at) < 1e-3 * step;
            };
            QVERIFY2(std::ranges::any_of(density.jumps, isThere), qPrintable(QString::number(at)));
        }
        for (const insight::Jump& jump : density.jumps) {
            QVERIFY(alpha.contains(jump.alpha));
            constexpr double row = 6.0 / 300;
            QVERIFY(std::max(jump.before.low, jump.after.low) > top - row &&
                    std::min(jump.before.high, jump.after.high) < top + row);
        }
        QVERIFY(!expected.empty());
    }

    void aLowerAlphaIsToldOnlyWhereRunsStayThere() {
        run::BifurcationProblem high = problem("x^2", 2, {2, 5}, 20, 100);
        high.x = Range{-1, 1};
        QCOMPARE(densityOf(high).lower, std::optional(0.5));
        const descent::Objective bowl(analysed("x^2"));
        for (const double place : insight::lastIterates(bowl, {2}, 0.5))
            QVERIFY(high.x->contains(place));
        run::BifurcationProblem up = problem("x^4-4*x^2+x", -2.1433, {0.01, 0.1}, 20, 100);
        up.settings.direction = descent::Direction::Ascend;
        const Density none = densityOf(up);
        QCOMPARE(none.largest, std::uint32_t{0});
        QVERIFY(!none.lower);
    }

    void whereNoRunStaysTheAxisIsAboutThePresentAlpha() {
        run::BifurcationProblem up = problem("x^4-4*x^2+x", -2.1433, {}, 20, 100);
        up.settings.direction = descent::Direction::Ascend;
        up.present = 0.02;
        const Density density = densityOf(up);
        QVERIFY(density.alpha.contains(0.02) && density.alpha.high < 0.1);
    }

    void undefinedRunsLeaveTheirColumnEmpty() {
        const Density density = densityOf(problem("ln(x)", -1, {0.5, 1.5}, 20, 100));
        QCOMPARE(density.largest, std::uint32_t{0});
        QVERIFY(density.complete);
        QVERIFY(density.x.valid());
    }

    void rangeHoldsWhatIsVisited_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("start");
        QTest::addColumn<double>("lowAlpha");
        QTest::addColumn<double>("highAlpha");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("two wells") << wells << 0.3 << 0.5 << 1.9 << -1.5 << 1.5;
        QTest::newRow("one place") << "(x-3)^2" << 1.0 << 0.3 << 0.9 << 3.0 << 3.0;
        QTest::newRow("the origin") << "x^2" << 1.0 << 0.3 << 0.9 << 0.0 << 0.0;
        QTest::newRow("up to divergence") << "x^2" << 2.0 << 0.5 << 1.5 << 0.0 << 0.0;
        QTest::newRow("nothing") << "ln(x)" << -2.0 << 0.3 << 0.9 << -2.0 << -2.0;
    }

    void rangeHoldsWhatIsVisited() {
        QFETCH(QString, function);
        QFETCH(double, start);
        QFETCH(double, lowAlpha);
        QFETCH(double, highAlpha);
        QFETCH(double, low);
        QFETCH(double, high);
        const descent::Objective objective(analysed(function.toStdString()));
        const Range range = insight::fittingPlaces(objective, {start}, {lowAlpha, highAlpha});
        QVERIFY(range.valid());
        QVERIFY2(range.contains(low) && range.contains(high),
                 qPrintable(QStringLiteral("%1 %2").arg(range.low).arg(range.high)));
        QVERIFY(range.width() <= std::max(2 * (high - low), 0.1));
    }

    void aFewFarRunsDoNotSqueezeTheOthers() {
        // Only past α = 1.58 do iterates pass 1.27, and from there on they run away.
        const descent::Objective objective(analysed("abs(x)<1.27 ? x^4/4-x^2/2 : -1000*abs(x)"));
        const Range range = insight::fittingPlaces(objective, {0.3}, {0.5, 1.6});
        QVERIFY(range.contains(0.4) && range.contains(1.2));
        QVERIFY2(range.width() < 30, qPrintable(QString::number(range.width())));
    }

    void proposesTheAlphasWorthSeeing_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("start");
        QTest::addColumn<double>("fork");
        QTest::addColumn<double>("last");
        QTest::newRow("two wells") << wells << 0.3 << 1.0 << 1.5;
        QTest::newRow("parabola") << "x^2" << 2.0 << 1.0 << 1.0;
        QTest::newRow("flat parabola") << "x^2/4" << 2.0 << 4.0 << 4.0;
        QTest::newRow("steep parabola") << "1000*x^2" << 2.0 << 0.001 << 0.001;
        QTest::newRow("double well") << "x^4-4*x^2+x" << 2.0 << 0.1453 << 0.17;
        QTest::newRow("sine") << "sin(x)" << 0.3 << 2.0 << 4.0;
    }

    void proposesTheAlphasWorthSeeing() {
        QFETCH(QString, function);
        QFETCH(double, start);
        QFETCH(double, fork);
        QFETCH(double, last);
        const descent::Objective objective(analysed(function.toStdString()));
        const Range range = insight::fittingAlphas(objective, {start});
        const QString shown = QStringLiteral("%1 %2").arg(range.low).arg(range.high);
        QVERIFY2(range.valid() && range.low > 0 && range.high <= descent::largestAlpha,
                 qPrintable(shown));
        QVERIFY2(range.contains(fork) && range.contains(last), qPrintable(shown));
        QVERIFY2(range.low > fork / 5 && range.low < fork / 1.5, qPrintable(shown));
        QVERIFY2(range.high < 1.5 * last, qPrintable(shown));
    }

    void proposesAllAlphasWhereThereIsNothingToGoBy() {
        for (const char* function : {"3", "x", "ln(x)", "sqrt(x)", "x^2/1000"}) {
            const descent::Objective objective(analysed(function));
            const Range range = insight::fittingAlphas(objective, {-1});
            QCOMPARE(range, insight::usualAlphas);
        }
    }

    void takesTheProposedAlphasUnlessTold() {
        const Density density = densityOf(problem("x^2", 2, {}, 10, 10));
        const descent::Objective objective(analysed("x^2"));
        QCOMPARE(density.alpha, insight::fittingAlphas(objective, {2}));
    }

    void axesStayWhileThePictureRefines() {
        Bifurcation bifurcation(problem(wells, 0.3, {0.4, 1.8}, 500, 300));
        const auto first = awaited(bifurcation);
        QVERIFY(first);
        QVERIFY(bifurcation.wait(generous));
        while (const auto later = bifurcation.take()) {
            QCOMPARE(later->x, first->x);
            QCOMPARE(later->alpha, first->alpha);
        }
    }

    void aCoarsePictureCoversEveryColumn() {
        Bifurcation bifurcation(huge());
        const auto density = awaited(bifurcation);
        QVERIFY(density);
        QVERIFY(!density->complete);
        QVERIFY(density->computed < density->columns);
        for (int column = 0; column < density->columns; ++column)
            QVERIFY(total(*density, column) > 0);
    }

    void takesOnlyWhatIsNew() {
        Bifurcation bifurcation(problem(wells, 0.3, {0.4, 1.4}, 10, 10));
        QVERIFY(bifurcation.wait(generous));
        QVERIFY(bifurcation.over());
        QVERIFY(bifurcation.take()->complete);
        QVERIFY(!bifurcation.take());
    }

    void takingAPicturePutsNothingTogether() {
        Bifurcation bifurcation(problem(wells, 0.3, {0.4, 1.4}, 400, 400));
        QVERIFY(bifurcation.wait(generous));
        const int before = largeBlocks;
        const auto density = bifurcation.take();
        QCOMPARE(largeBlocks, before);
        QVERIFY(density->complete && density->counts.size() * sizeof(density->counts[0]) > large);
    }

    void progressGrowsToTheWhole() {
        Bifurcation started(huge());
        QVERIFY(started.progress() < 1);
        Bifurcation ended(problem(wells, 0.3, {0.4, 1.4}, 10, 10));
        QVERIFY(ended.wait(generous));
        QCOMPARE(ended.progress(), 1.0);
    }

    void aPictureThatIsNotWantedIsNotPutTogether() {
        std::stop_source stop;
        stop.request_stop();
        auto column = std::make_shared<const insight::DensityColumn>(insight::DensityColumn{{1}});
        Density axes;
        axes.columns = axes.rows = 1;
        QCOMPARE(insight::density(axes, {column}).largest, std::uint32_t{1});
        QCOMPARE(insight::density(axes, {column}, stop.get_token()).largest, std::uint32_t{0});
    }

    void endsAtOnceInTheMiddleOfAHugePicture() {
        std::optional<Bifurcation> bifurcation(std::in_place, huge());
        for (int i = 0; i < 10; ++i) {
            bifurcation.emplace(huge());
            QVERIFY(!bifurcation->wait(1ms));
        }
        QVERIFY(!bifurcation->over());
        bifurcation.reset();
    }

    void whoWaitsComputesWhereThereIsNoThread() {
        const BifurcationProblem forks = problem(wells, 0.3, {0.4, 1.4}, 10, 10);
        Bifurcation threaded(forks);
        QVERIFY(threaded.wait(generous));
        const ThreadLimit none;
        Bifurcation bifurcation(forks);
        QVERIFY(!bifurcation.take());
        QVERIFY(bifurcation.wait(generous));
        QVERIFY(bifurcation.over());
        QVERIFY(bifurcation.take()->counts == threaded.take()->counts);
    }

    void aComputationThatFailsEndsIncomplete() {
        BifurcationProblem broken = problem(wells, 0.3, {0.4, 1.4}, 10, 10);
        formula::Analysis analysis = *broken.analysis;
        analysis.gradientPrograms.front().text = "nonsense(";
        broken.analysis = analysis;
        Bifurcation bifurcation(broken);
        QVERIFY(!bifurcation.wait(generous));
        QVERIFY(bifurcation.over());
        QVERIFY(!bifurcation.take());
    }

    void whatARunDoesIsToldAsALongRunDoesIt_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("start");
        for (const double start : {0.3, -2.1, 30.0}) {
            for (const char* function : {"x^4/4-x^2/2", "x^4-4*x^2+x", "x*sin(x)", "x^2", "abs(x)",
                                         "cos(x)", "1-exp(-x^2)", "x^2/2+sin(5*x)", "ln(x)"})
                QTest::addRow("%s from %g", function, start)
                    << QString::fromUtf8(function) << start;
        }
    }
    void whatARunDoesIsToldAsALongRunDoesIt() {
        QFETCH(QString, function);
        QFETCH(double, start);
        const descent::Objective objective(analysed(function.toStdString()));
        const auto after = [&](double alpha, double x, int steps) {
            for (int i = 0; i < steps; ++i) x -= alpha * objective.slope(x);
            return x;
        };
        for (double alpha = 1e-4; alpha < 3; alpha *= 1.07) {
            const auto told = insight::whereabouts(objective, {start}, alpha);
            const double x = after(alpha, start, insight::bifurcationSteps);
            const QByteArray words =
                QByteArray::number(alpha, 'g', 17) + " period " + QByteArray::number(told.period);
            if (told.stay == insight::Stay::Leaves) {
                double at = start;
                for (int i = 0; i < insight::bifurcationSteps && !std::isnan(objective.value(at));
                     ++i)
                    at = after(alpha, at, 1);
                QVERIFY2(std::isnan(objective.value(at)), words);
            } else if (told.stay == insight::Stay::Diverges) {
                QVERIFY2(!(std::abs(x) <= descent::divergenceBound), words);
            } else if (told.stay == insight::Stay::Seen && told.period == 1) {
                const double width = std::max(told.extent.width(), 1e-9);
                QVERIFY2(std::abs(after(alpha, x, 20'000) - told.extent.centre()) <= 10 * width,
                         words);
            } else if (told.stay == insight::Stay::Seen && told.period > 1) {
                QVERIFY2(std::abs(after(alpha, x, told.period) - x) <= 1e-5 * told.extent.width(),
                         words);
                QVERIFY2(std::abs(after(alpha, x, 1) - x) > 1e-3 * told.extent.width(), words);
            } else if (told.stay == insight::Stay::Seen) {
                QVERIFY2(told.extent.contains(x) || told.extent.width() > 0, words);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestBifurcation)
#include "tst_bifurcation.moc"
