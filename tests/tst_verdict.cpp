// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <cmath>
#include <numbers>

#include "findings.h"
#include "insight/survey.h"
#include "runs.h"

using descent::Direction;
using insight::Arrival;

Q_DECLARE_METATYPE(descent::Direction)
Q_DECLARE_METATYPE(insight::Range)
Q_DECLARE_METATYPE(insight::Arrival::Rank)

namespace {

constexpr double any = std::numeric_limits<double>::quiet_NaN();

/// A run and what its verdict must say; `any` where it does not matter.
struct Case {
    const char* function;
    double start;
    double alpha;
    std::int64_t maxIterations;
    Direction direction;
    Told finding;
    std::int64_t steps;
    double x;
    double curvature;
    double factor;
};

constexpr Direction down = Direction::Descend;
constexpr Direction up = Direction::Ascend;
constexpr double pi = std::numbers::pi;

const Case cases[] = {
    {"x^2", 4, 0.1, 200, down, Told::Minimum, 72, 4.21e-7, 2, 0.8},
    {"x^2", 4, 0.9, 200, down, Told::Minimum, 72, 4.21e-7, 2, -0.8},
    {"x^2", 4, 0.5, 200, down, Told::Minimum, 1, 0, 2, 0},
    {"x^4-4*x^2+x", 2, 0.02, 200, down, Told::Minimum, 48, 1.346997, 13.772824, 0.7245435},
    {"x^4", 1, 0.1, 100'000, down, Told::Minimum, 31489, 0.00629957, 0, 1},
    {"abs(x)", 0, 0.1, 200, down, Told::Minimum, 0, 0, 0, 1},
    {"sin(100000*x)", 5e-6, 1e-12, 10'000, down, Told::Minimum, -1, -pi / 2e5, 1e10, 0.99},
    {"x^2", 0, 0.1, 200, up, Told::Minimum, 0, 0, 2, 1.2},
    {"sin(x)", pi / 2, 0.1, 200, down, Told::Maximum, 0, pi / 2, -1, 1.1},
    {"-x^4", 0, 0.1, 200, down, Told::Maximum, 0, 0, 0, 1},
    {"sin(x)", 4e8, 0.5, 1000, down, Told::Minimum, -1, any, 1, 0.5},
    {"sin(x)", 1, 0.1, 200, up, Told::Maximum, -1, pi / 2, -1, 0.9},
    {"-x^2", 4, 0.1, 200, up, Told::Maximum, 72, 4.21e-7, -2, 0.8},
    {"x^3", 0, 0.1, 200, down, Told::Inflection, 0, 0, 0, 1},
    {"x^3", 0.7, 0.1, 20'000, down, Told::Inflection, 5762, 5.77302e-4, 0, 1},
    {"x^4-3*x^3+2", 0, 0.01, 200, down, Told::Inflection, 0, 0, 0, 1},
    {"x-sin(x)", 0, 0.01, 200, up, Told::Inflection, 0, 0, 0, 1},
    {"x^2-x-x^3/3", -0.5, 0.1, 100'000, down, Told::Inflection, 9986, 0.999000, 0, 1},
    {"3*x^4-4*x^3-48*x^2+144*x", 2, 0.1, 200, down, Told::Inflection, 0, 2, 0, 1},
    {"0.25*x^4+(7/15)*x^3-1.275*x^2-3.6*x", -1.5, 1, 200, up, Told::Inflection, 0, -1.5, 0, 1},
    {"sin(x)-x", 0, 0.1, 200, down, Told::Inflection, 0, 0, 0, 1},
    {"exp(x)-x-x^2/2", 0, 0.1, 200, down, Told::Inflection, 0, 0, 0, 1},
    {"tanh(x)-x", 0, 0.1, 200, down, Told::Inflection, 0, 0, 0, 1},
    {"x*ln(x)-x^2/2", 1, 0.1, 200, down, Told::Inflection, 0, 1, 0, 1},
    {"cosh(x)-x^2/2", 0.1, 0.1, 100'000, down, Told::Minimum, -1, 0.0181711, 0, 1},
    {"x/atan(x)", -0.48, 1, 200, down, Told::Minimum, -1, any, 2.0 / 3, 1.0 / 3},
    {"x/tanh(x)", -0.35, 1, 200, down, Told::Minimum, -1, any, 2.0 / 3, 1.0 / 3},
    {"tan(x)/x", 0.75, 0.5, 200, down, Told::Minimum, -1, any, 2.0 / 3, 2.0 / 3},
    {"x^1.5", 0, 0.5, 200, down, Told::Edge, 0, 0, any, any},
    {"x^2.5", 1, 0.1, 20'000, down, Told::Edge, 1071, 5.42142e-5, any, any},
    {"-x^1.5", 0, 0.5, 200, up, Told::Edge, 0, 0, any, any},
    {"x^2+3*floor(x)", 3.5, 0.1, 200, down, Told::Jump, -1, any, any, any},
    {"x^2+sign(x)", 1, 0.1, 200, down, Told::Jump, -1, any, any, any},
    {"-x^2-ceil(x)", -1.5, 0.1, 200, up, Told::Jump, -1, any, any, any},
    {"floor(x^2)", 1, 0.1, 200, down, Told::Jump, 0, 1, any, any},
    {"floor(4x)+(x-0.5)^2", 0.5, 0.1, 200, down, Told::Jump, 0, 0.5, any, any},
    {"max(x^2,1)", 2.05, 0.1, 200, down, Told::Flat, 4, any, any, any},
    {"max(abs(x),1)", 2, 0.15, 200, down, Told::Flat, -1, any, any, any},
    {"abs(x-1)+abs(x+1)", 2, 0.1, 200, down, Told::Flat, 6, 0.8, any, any},
    {"round(x)*x", 3, 0.3, 200, down, Told::Flat, 5, 0.3, any, any},
    {"x*ceil(x)/4", 2.18, 1, 200, down, Told::Flat, 6, -0.07, any, any},
    // The nearest point is a maximum, at 7.09.
    {"1000+(cosh(x-2)-2.99*(x-2)^2)*x^3*exp(-x^2)", 5, 1e-11, 200, down, Told::Flat, 0, 5, any,
     any},
    {"cos(1/(x-1))", -0.94, 10, 20'000, down, Told::Flat, 9082, any, any, any},
    {"-exp(-x^2)", 30, 0.5, 200, down, Told::Flat, 0, 30, any, any},
    {"floor(x)", 0.5, 0.5, 200, down, Told::Flat, 0, 0.5, any, any},
    {"tanh(50*x)", 1.3, 0.5, 200, up, Told::Flat, 0, 1.3, any, any},
    {"x^2", 4, 1, 200, down, Told::Cycle, 200, 4, 2, -1},
    {"-x^2", 4, 1, 200, up, Told::Cycle, 200, 4, -2, -1},
    {"x^4/4-x^2/2", 0.3, 1.25, 2000, down, Told::Cycle, 2000, any, 2, -1.5},
    {"abs(x)", 2.3, 0.2, 200, down, Told::Cycle, 200, -0.1, 0, 1},
    {"x^2", 4, 0.01, 200, down, Told::Crawl, 200, 0.0703518, 2, any},
    {"x^3", 0.7, 0.1, 1000, down, Told::Crawl, 1000, 0.00329954, 0, any},
    {"-x^2", 4, 0.99, 200, up, Told::Crawl, 200, 0.0703518, -2, any},
    {"1-exp(-x^2)", 3, 0.5, 300, down, Told::Crawl, 300, 2.82769, any, any},
    {"exp(x)-2*x", 6, 0.1, 100, down, Told::Crawl, 100, -14.34288, any, any},
    {"x^2", 4, 0.01, 5, down, Told::Crawl, 5, 3.615683, 2, any},
    {"x^4/4-x^2/2", 0.3, 1.4, 2000, down, Told::Wandering, 2000, any, 2, -1.8},
    {"sqrt(abs(x))", 1, 0.1, 200, down, Told::Wandering, 200, any, 0, 1},
    {"-abs(x^2-2)", 1.3, 0.05, 500, up, Told::Wandering, 500, any, 0, 1},
    {"-abs(x^2-2)", 1.3, 0.05, 64, up, Told::Wandering, 64, any, 0, 1},
    {"x^2", 4, 1.05, 200, down, Told::Growth, 200, 7.596210e8, 2, -1.1},
    {"3*x^2-x", 4, 0.4, 20, down, Told::Growth, 20, any, 6, -1.4},
    {"-x^2", 4, 1.05, 100, up, Told::Growth, 100, any, -2, -1.1},
    {"x^2", 4, 1e-17, 200, down, Told::Stall, 0, 4, any, any},
    {"1e-5*x", 1e11, 0.1, 200, down, Told::Stall, 0, 1e11, any, any},
    {"sin(x)", 1, 1e-17, 200, up, Told::Stall, 0, 1, any, any},
    {"x^2", 4, 1.05, 2000, down, Told::Divergence, 276, 1.062774e12, any, -1.1},
    {"1/x", 0, 0.1, 200, down, Told::Divergence, 0, 0, any, any},
    {"x^2", 4, 0.05, 2000, up, Told::Divergence, 276, 1.062774e12, any, 1.1},
    {"sqrt(x)", 0.1, 0.5, 50, down, Told::Exit, 1, -0.690569, any, any},
    {"ln(x)", -1, 0.4, 50, down, Told::Exit, 0, -1, any, any},
    {"x^1.5", 1, 0.5, 200, down, Told::Exit, 2, -0.125, any, any},
};

bool agrees(double actual, double expected) {
    return std::isnan(expected) ||
           std::abs(actual - expected) <= 1e-5 * std::max(std::abs(expected), 0.01);
}

constexpr double missing = std::numeric_limits<double>::infinity();

/// m, where the verdict has it.
std::optional<double> factorIn(const insight::Verdict& verdict) {
    const auto factor = [](const auto& finding) -> std::optional<double> {
        if constexpr (requires { finding.factor; }) return finding.factor;
        if constexpr (requires { finding.steady; }) {
            if (finding.steady) return finding.steady->factor;
        }
        if constexpr (requires { finding.overshoot; }) {
            if (finding.overshoot.point) return finding.overshoot.response.factor;
        }
        return std::nullopt;
    };
    return std::visit(factor, verdict.finding);
}

/// The α that it advises, if any.
std::optional<insight::Advice> adviceIn(const insight::Verdict& verdict) {
    const auto advice = [](const auto& finding) -> std::optional<insight::Advice> {
        if constexpr (requires { finding.advice; }) return finding.advice;
        if constexpr (requires { finding.overshoot; }) return finding.overshoot.advice;
        return std::nullopt;
    };
    return std::visit(advice, verdict.finding);
}

FinishedRun runOf(const Case& run) {
    return finished(analysed(run.function), run.start,
                    {run.alpha, run.maxIterations, 1e-6, run.direction});
}

}  // namespace

class TestVerdict : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesWhatBecameOfTheRun_data() {
        QTest::addColumn<std::size_t>("index");
        for (std::size_t i = 0; i < std::size(cases); ++i) {
            const Case& run = cases[i];
            QTest::addRow("%s from %g, alpha %g, %s", run.function, run.start, run.alpha,
                          run.direction == down ? "down" : "up")
                << i;
        }
    }
    void namesWhatBecameOfTheRun() {
        QFETCH(std::size_t, index);
        const Case& expected = cases[index];
        const FinishedRun run = runOf(expected);
        const insight::Verdict& verdict = run.verdict;
        QCOMPARE(wordFor(verdict), expected.finding);
        QCOMPARE(verdict.outcome, run.outcome);
        QCOMPARE(verdict.steps, run.trajectory.last().iteration);
        QCOMPARE(verdict.last.iteration, verdict.steps);
        if (expected.steps >= 0) QCOMPARE(verdict.steps, expected.steps);
        QVERIFY2(agrees(verdict.last.at[0], expected.x), qPrintable(shown(verdict.last.at[0])));
        const auto point = insight::pointOf(verdict);
        const double curvature = point ? point->curvature : missing;
        QVERIFY2(agrees(curvature, expected.curvature), qPrintable(shown(curvature)));
        const double factor = factorIn(verdict).value_or(missing);
        QVERIFY2(agrees(factor, expected.factor), qPrintable(shown(factor)));
    }

    void countsThePointsOfACycle_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("start");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<int>("period");
        QTest::newRow("bowl") << "x^2" << 4.0 << 1.0 << 2;
        QTest::newRow("corner") << "abs(x)" << 2.3 << 0.2 << 2;
        QTest::newRow("two") << "x^4/4-x^2/2" << 0.3 << 1.1 << 2;
        QTest::newRow("four") << "x^4/4-x^2/2" << 0.3 << 1.25 << 4;
        QTest::newRow("irregular") << "x^4/4-x^2/2" << 0.3 << 1.4 << 0;
        QTest::newRow("creeping") << "x^3" << 0.7 << 0.1 << 0;
    }
    void countsThePointsOfACycle() {
        QFETCH(QString, function);
        QFETCH(double, start);
        QFETCH(double, alpha);
        const FinishedRun run =
            finished(analysed(function.toStdString()), start, {alpha, 2000, 1e-6, down});
        const auto* cycle = found<insight::Cycle>(run.verdict);
        QTEST(cycle ? cycle->period : 0, "period");
    }

    void measuresHowADivergenceGrows() {
        const auto judged = [](const char* function, double start, double alpha) {
            return std::get<insight::Divergence>(
                finished(analysed(function), start, {alpha, 2000, 1e-6, down}).verdict.finding);
        };
        const auto bowl = judged("x^2", 4, 1.05);
        QVERIFY(bowl.steady && agrees(bowl.growth.value(), 1.1) && !bowl.improving);
        const auto squares = judged("((x-2)^2+(2*x-3.9)^2+(3*x-6.1)^2)/3", -1, 0.22);
        QVERIFY(squares.steady && agrees(squares.growth.value(), 1.0533333));
        const auto hill = judged("-x^2", 4, 0.1);
        QVERIFY(hill.steady && agrees(hill.growth.value(), 1.2) && hill.improving);
        const auto quartic = judged("x^4-3*x^3+2", 6, 0.05);
        QVERIFY(!quartic.steady && quartic.growth.value() > 1e6);
        QVERIFY(!judged("1/x", 0, 0.1).growth);
        QVERIFY(judged("x^3", -1, 0.1).improving);
    }

    void comparesWithTheOthersInView_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("start");
        QTest::addColumn<Direction>("direction");
        QTest::addColumn<insight::Range>("view");
        QTest::addColumn<Arrival::Rank>("rank");
        QTest::addColumn<double>("better");
        const auto row = [](const char* function, double start, Direction direction,
                            insight::Range view, Arrival::Rank rank, double better = any) {
            QTest::addRow("%s from %g in %g:%g", function, start, view.low, view.high)
                << QString::fromLatin1(function) << start << direction << view << rank << better;
        };
        using Rank = Arrival::Rank;
        row("x^2", 4, down, {-5, 5}, Rank::Alone);
        row("x^2", 4, down, {1, 5}, Rank::Unknown);
        row("x^4-4*x^2+x", 0.1, down, {-3, 3}, Rank::Best);
        row("x^4-4*x^2+x", 2, down, {-3, 3}, Rank::Beaten, -1.4729976011);
        row("x^4-4*x^2+x", 2, down, {0, 3}, Rank::Alone);
        row("x^4-4*x^2+x", 2, down, {-3, 0}, Rank::Unknown);
        row("sin(x)", 1, down, {-5, 3}, Rank::Alone);
        row("sin(x)", 1, down, {-5, 9}, Rank::Tied);
        row("sin(x)+sin(10*x/3)", 3, down, {0, 9}, Rank::Beaten, 5.1457353);
        row("sin(x)+sin(10*x/3)", 3, up, {0, 9}, Rank::Beaten, 7.9981298);
        row("sin(x)+sin(10*x/3)", 3, up, {0, 5}, Rank::Best);
        row("-abs(x)+x/2", 0, up, {-5, 5}, Rank::Unknown);
        row("abs(x)", 0, down, {-5, 5}, Rank::Alone);
        row("sin(x)", pi / 2, down, {-5, 5}, Rank::Unknown);
        row("-exp(-x^2)", 30, down, {-5, 50}, Rank::Unknown);
    }
    void comparesWithTheOthersInView() {
        QFETCH(QString, function);
        QFETCH(double, start);
        QFETCH(Direction, direction);
        QFETCH(insight::Range, view);
        QFETCH(double, better);
        const formula::Analysis analysis = analysed(function.toStdString());
        const auto inView = insight::stationaryPoints(descent::Objective(analysis), view, 1200);
        const descent::Settings settings{0.05, 2000, 1e-6, direction};
        insight::Verdict verdict = finished(analysis, start, settings, inView).verdict;
        const auto* arrival = found<Arrival>(verdict);
        const auto nowhere = std::optional<insight::StationaryPoint>();
        QTEST(arrival ? arrival->rank : Arrival::Rank::Unknown, "rank");
        const auto other = arrival ? arrival->better : nowhere;
        QCOMPARE(other.has_value(), !std::isnan(better));
        if (other) QVERIFY(agrees(other->x, better));
        insight::compare(verdict, direction, {});
        QVERIFY(!arrival || (arrival->rank == Arrival::Rank::Unknown && !arrival->better));
    }

    void findsTheLandmarkOfARun_data() {
        QTest::addColumn<double>("start");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<descent::Direction>("direction");
        QTest::addColumn<double>("place");
        const auto descend = descent::Direction::Descend;
        const auto ascend = descent::Direction::Ascend;
        const double left = -1.4729976011140301;
        const double right = 1.346997408527774;
        QTest::newRow("where it ends") << 2.0 << 0.02 << descend << right;
        QTest::newRow("across the hill") << 2.2 << 0.1 << descend << left;
        QTest::newRow("a maximum") << 0.5 << 0.05 << ascend << 0.12600019258625611;
        QTest::newRow("diverged") << 3.0 << 1.0 << descend << right;
    }
    void findsTheLandmarkOfARun() {
        QFETCH(double, start);
        QFETCH(double, alpha);
        QFETCH(descent::Direction, direction);
        QFETCH(double, place);
        const formula::Analysis analysis = analysed("x^4-4*x^2+x");
        const auto inView = insight::stationaryPoints(descent::Objective(analysis), {-3, 3}, 1200);
        const insight::Verdict verdict =
            finished(analysis, start, {alpha, 2000, 1e-6, direction}, inView).verdict;
        QVERIFY(agrees(insight::landmark(inView, direction, start, verdict)->x, place));
        const auto before = insight::landmark(inView, direction, start, std::nullopt);
        const double nearStart =
            direction == descent::Direction::Descend ? 1.346997408527774 : place;
        QVERIFY2(agrees(before->x, nearStart), "before its end the nearest to the start");
        const auto unseen = insight::landmark({}, direction, start, verdict);
        QVERIFY2(unseen && agrees(unseen->x, place), "in view or not");
    }

    /// The ruler of α and the marks of the fork keep to what the verdict tells of.
    void keepsToThePlaceThatTheVerdictNames() {
        const formula::Analysis analysis = analysed("x^4-4*x^2+x");
        const auto inView = insight::stationaryPoints(descent::Objective(analysis), {-3, 0}, 1200);
        const auto verdict = finished(analysis, 2, {0.02, 200}, inView).verdict;
        QVERIFY(agrees(insight::landmark(inView, down, 2, verdict)->x, 1.346997408527774));
        const auto cut = finished(analysis, 2, {0.02, 3}, inView).verdict;
        QVERIFY2(agrees(insight::landmark(inView, down, 2, cut)->x, 1.346997408527774),
                 "on its way there");
        const formula::Analysis waves = analysed("sin(3*x)+x^2/5");
        const auto partInView = insight::stationaryPoints(descent::Objective(waves), {-1, 1}, 1200);
        const auto swing = finished(waves, 2, {0.223, 200}, partInView).verdict;
        QVERIFY(agrees(insight::pointOf(swing)->x, 1.50352));
        QVERIFY(agrees(insight::landmark(partInView, down, 2, swing)->x, 1.50352));
        const formula::Analysis well = analysed("x^2/100-exp(-(1000*(x-1))^2)");
        const auto needle = insight::stationaryPoints(descent::Objective(well), {0.99, 1.01}, 1200);
        const auto crawl = finished(well, 3, {1, 200}, needle).verdict;
        QVERIFY(agrees(insight::landmark(needle, down, 3, crawl)->x, 0));
    }

    void advisesWhatWasTried_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("start");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<Direction>("direction");
        QTest::addColumn<bool>("advises");
        const auto row = [](const char* function, double start, double alpha, bool advises,
                            Direction direction = down) {
            QTest::addRow("%s from %g, alpha %g", function, start, alpha)
                << QString::fromLatin1(function) << start << alpha << direction << advises;
        };
        row("x^4/4-x^2+x/3", 2.1865, 0.8, true);
        row("x^4/4-x^2+x/3", 2.1865, 0.6, true);
        row("x^4-4*x^2+x", 3, 1, true);
        row("ln(1+(x/1e-6)^2)", 1e-5, 1e-12, true);
        row("sin(1e6*x)+x^2", 1, 5e-12, false);  // rounding does not let |f'| fall below 10^-6
        row("sin(1e6*x)+x^2", 1, 1e-13, false);
        row("x^2", 4, 1e-17, true);
        row("-x^2", 4, 1, true, up);
        row("2*x^2+2*exp(x)", 5, 0.3, true);
        row("exp(-x)", -30, 1, false);   // no minimum
        row("abs(x)", 2.3, 0.2, false);  // a corner
        row("x<0?-x:x^2", 1, 1.5, true);
        row("x^2", 4, 0.1, false);  // it rests
    }
    void advisesWhatWasTried() {
        QFETCH(QString, function);
        QFETCH(double, start);
        QFETCH(double, alpha);
        QFETCH(Direction, direction);
        const formula::Analysis analysis = analysed(function.toStdString());
        descent::Settings settings{alpha, 1000, 1e-6, direction};
        const auto advice = adviceIn(finished(analysis, start, settings).verdict);
        QTEST(advice.has_value(), "advises");
        if (!advice) return;
        settings.alpha = advice->alpha;
        settings.maxIterations = 5000;
        const insight::Verdict tried = finished(analysis, start, settings).verdict;
        QCOMPARE(wordFor(tried), direction == down ? Told::Minimum : Told::Maximum);
        QCOMPARE(tried.steps, advice->steps);
        QVERIFY(std::abs(tried.last.at[0] - advice->x) < 1e-4);
    }

    void tellsADriftFromAWandering_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("start");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<int>("limit");
        QTest::addColumn<bool>("drifts");
        const auto row = [](const char* function, double start, double alpha, int limit,
                            bool drifts) {
            QTest::addRow("%s from %g, %d steps", function, start, limit)
                << QString::fromLatin1(function) << start << alpha << limit << drifts;
        };
        row("sin(50*x)", 0.7, 0.1, 200, true);
        row("sin(50*x)", 0.7, 0.1, 100'000, true);
        row("x^4/4-x^2/2", 0.3, 1.4, 64, false);
        row("x^4/4-x^2/2", 0.3, 1.4, 100'000, false);
        row("sqrt(abs(x))", 1, 0.1, 100, false);
        row("sqrt(abs(x))", 9, 0.5, 2000, false);
    }
    void tellsADriftFromAWandering() {
        QFETCH(QString, function);
        QFETCH(double, start);
        QFETCH(double, alpha);
        QFETCH(int, limit);
        const FinishedRun run =
            finished(analysed(function.toStdString()), start, {alpha, limit, 1e-6, down});
        const auto* wandering = found<insight::Wandering>(run.verdict);
        QVERIFY(wandering);
        QTEST(wandering->drifts, "drifts");
        QCOMPARE(wandering->tail, std::int64_t{std::min(1000, (limit + 1) / 2)});
        double low = start;
        double high = start;
        for (std::size_t n = 0; n < run.trajectory.size(); ++n) {
            low = std::min(low, run.trajectory[n].at[0]);
            high = std::max(high, run.trajectory[n].at[0]);
        }
        QVERIFY(wandering->journey.value_or(wandering->extent) == (insight::Range{low, high}));
    }

    void foretellsTheStepsThatAreMissing_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("start");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<int>("limit");
        const auto row = [](const char* function, double start, double alpha, int limit) {
            QTest::addRow("%s, alpha %g", function, alpha)
                << QString::fromLatin1(function) << start << alpha << limit;
        };
        row("x^2", 4, 0.01, 200);
        row("x^2", 4, 0.0001, 200);
        row("x^2", 4, 0.99, 200);
        row("x^2", 4, 0.1, 40);
        row("x^3", 0.7, 0.1, 1000);
        row("x^4", 1, 0.1, 1000);
        row("x^4-3*x^3+2", -1, 0.01, 200);
        row("sin(x)/x", 1.3, 0.05, 500);
        row("x-ln(x)", 3, 0.01, 900);
        row("exp(-x)", 1, 1, 5000);
        row("(1-cos(x))/x^2", 1, 0.1, 200);
        row("exp(x)-x", -6, 0.05, 110);
        row("x-ln(x)", 8, 0.05, 120);
        row("x*sin(x)", -2, 0.01, 200);
        row("x^4/4-x^2/2", 1.9, 0.01, 100);
    }
    void foretellsTheStepsThatAreMissing() {
        QFETCH(QString, function);
        QFETCH(double, start);
        QFETCH(double, alpha);
        QFETCH(int, limit);
        const formula::Analysis analysis = analysed(function.toStdString());
        const insight::Verdict cut = finished(analysis, start, {alpha, limit}).verdict;
        const auto* crawl = found<insight::Crawl>(cut);
        QVERIFY(crawl);
        const auto full = finished(analysis, start, {alpha, 2'000'000});
        QCOMPARE(full.outcome, descent::Outcome::Converged);
        const double missing = static_cast<double>(full.verdict.steps - limit);
        QVERIFY2(std::abs(crawl->remaining / missing - 1) < 0.15,
                 qPrintable(QStringLiteral("%1, not %2").arg(crawl->remaining).arg(missing)));
        const auto slope = [&](int n) {
            return descent::norm(full.trajectory[static_cast<std::size_t>(n)].gradient);
        };
        QVERIFY(crawl->rate == 0 || std::abs(crawl->rate - slope(limit) / slope(limit - 1)) < 1e-3);
    }

    void seesTheStepThatCrossesADiscontinuity_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("start");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<int>("step");
        QTest::addColumn<double>("x");
        QTest::addColumn<bool>("gap");
        const auto row = [](const char* function, double start, double alpha, int step, double x,
                            bool gap = false) {
            QTest::newRow(function)
                << QString::fromLatin1(function) << start << alpha << step << x << gap;
        };
        row("1/x", -1, 0.1, 4, 0);
        row("1/(x^2-2)", 1.3, 0.05, 0, std::numbers::sqrt2);
        row("ln(abs(x))", 1, 0.3, 2, 0);
        row("1/(x-0.3)^2-90*x", 0, 0.05, 0, 0.3);
        row("x^2+sign(x-1)", 3, 0.4, 0, 1);
        row("floor(x)-x", 0.1, 0.5, 1, 1);
        row("tan(x)", 1.2, 0.1, 14, -5 * pi / 2);
        row("-0.993*tan(x)", -0.0147, 1.58, 1, pi / 2);
        row("x^2+ln((x-1)*(x-2))*0.01", 3, 0.4, 0, 1.5, true);
        row("x^2+0*sqrt(x^2-1)", 2, 0.9, 0, 0, true);
    }
    void seesTheStepThatCrossesADiscontinuity() {
        QFETCH(QString, function);
        QFETCH(double, start);
        QFETCH(double, alpha);
        QFETCH(double, x);
        QFETCH(bool, gap);
        const auto run = finished(analysed(function.toStdString()), start, {alpha, 200});
        QVERIFY(run.verdict.crossing.has_value());
        const insight::Crossing& crossing = *run.verdict.crossing;

        QTEST(static_cast<int>(crossing.step), "step");
        QCOMPARE(crossing.gap, gap);
        const auto n = static_cast<std::size_t>(crossing.step);
        const auto [low, high] =
            std::minmax({run.trajectory[n].at[0], run.trajectory[n + 1].at[0]});
        QVERIFY(low < crossing.x && crossing.x < high);
        if (!gap) QVERIFY2(std::abs(crossing.x - x) < 1e-6, qPrintable(shown(crossing.x)));
    }

    void crossesNothingWhereFIsContinuous_data() {
        QTest::addColumn<QString>("function");
        for (const char* function :
             {"x^2", "x^4-4*x^2+x", "abs(x)", "sqrt(abs(x))", "cbrt(x)", "tanh(50*x)", "sin(x)/x",
              "1000*sin(50*x)", "exp(x)-2*x", "x^2+1e10", "abs(x^2-2)", "max(x,-2*x)", "x-ln(x)",
              "x^2*sin(1/x)", "x*ln(abs(x))", "(x-1)^4-4*(x-1)^2+1e6", "-x^3"}) {
            QTest::newRow(function) << QString::fromLatin1(function);
        }
    }
    void crossesNothingWhereFIsContinuous() {
        QFETCH(QString, function);
        const formula::Analysis analysis = analysed(function.toStdString());
        for (const double start : {1.3, 3.0}) {
            for (const double alpha : {0.01, 0.2, 1.1}) {
                const auto crossing = finished(analysis, start, {alpha, 300}).verdict.crossing;
                QVERIFY2(!crossing, qPrintable(crossing ? shown(crossing->x) : QString()));
            }
        }
    }

    /// Where f is small beside the terms that it is made of, what rounding leaves looks like jumps.
    void takesNoRoundingForADiscontinuity_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("start");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<int>("limit");
        const auto row = [](const char* function, double start, double alpha, int limit) {
            QTest::newRow(function) << QString::fromLatin1(function) << start << alpha << limit;
        };
        row("x^2-4*x+4", 0, 0.1, 200);
        row("x^2+6*x+9", 1, 0.1, 200);
        row("4*x^2-12*x+9", 1, 0.05, 200);
        row("x^4-8*x^2+16", 1, 0.02, 200);
        row("exp(x)-1-x", -1, 0.3, 200);
        row("x^2*(1+sin(x))", 4, 0.01, 1000);
        row("(x-1e7)^2", 10000001, 0.1, 200);
        row("sin(x)", 1e9, 0.1, 200);
        row("(1-cos(x))/x^2", 1e-4, 0.1, 200);
        row("(tan(x)-sin(x))/x^3", 0.01, 0.1, 200);
        row("cosh(x)^2-sinh(x)^2+x^2", 1, 0.1, 200);
        row("abs(x-1)^0.1+sin(2*x)", 1.4, 0.1, 200);
        row("cbrt(x-1e6)", 1e6 + 0.5, 0.1, 100);
    }
    void takesNoRoundingForADiscontinuity() {
        QFETCH(QString, function);
        QFETCH(double, start);
        QFETCH(double, alpha);
        QFETCH(int, limit);
        const auto crossing =
            finished(analysed(function.toStdString()), start, {alpha, limit}).verdict.crossing;
        QVERIFY2(!crossing, qPrintable(crossing ? shown(crossing->x) : QString()));
    }

    /// A step may be so long that f changes over a part of it only that is tiny beside the rest, or
    /// end where the numbers are too coarse for f.
    void takesNoLongStepForADiscontinuity_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("start");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<int>("limit");
        const auto row = [](const char* function, double start, double alpha, int limit) {
            QTest::newRow(function) << QString::fromLatin1(function) << start << alpha << limit;
        };
        row("exp(-x)", -80, 1, 50);
        row("exp(x)", 80, 1, 50);
        row("exp(x)-x", 100, 0.1, 50);
        row("1/x^4", 1e-6, 1, 50);
        row("0.179*x^2+0.286*x^4+0.232*(x+2.84)^4*cos(1.44*x+0.491)", 2.19, 3.18, 26);
        row("0.0265*sin(x^2)", -3.7e10, 9.83, 200);
        row("1.6*tanh(-1.07*x+0.0943)+4.35*sin((-2.18*x)^2)", -6.66e9, 0.00243, 200);
        row("0.662*sin((0.0114*x)^2)+1.04/(x^2+0.00761)", -7.16e11, 1.52, 200);
        row("-26.6/((95.4*x-0.0935)^2+9.13)+0.0979*exp(35.4*x)", 1.94, 0.0261, 200);
    }
    void takesNoLongStepForADiscontinuity() { takesNoRoundingForADiscontinuity(); }

    /// The run goes over thousands of waves, and so does a column of the search.
    void knowsTheCurvatureOfFastWaves() {
        const auto curvature = [](const char* function, double start, double alpha) {
            const auto run = finished(analysed(function), start, {alpha, 200});
            return insight::pointOf(run.verdict).value().curvature;
        };
        QVERIFY(agrees(curvature("sin(431*x)", 6.23, 1.55), 431 * 431));
        QVERIFY(agrees(curvature("sin(527*x)", -6.08, 5.29), 527 * 527));
        const double waves = curvature("sin(342*x)+0.182*x^2", 7.96, 3.11);
        QVERIFY2(waves > 0.99 * 342 * 342 && waves < 1.01 * 342 * 342, qPrintable(shown(waves)));
    }

    void seesAMinimumWhereFIsMissing() {
        for (const char* function : {"x/atan(x)", "x/tanh(x)"}) {
            const formula::Analysis analysis = analysed(function);
            const auto inView = insight::survey(descent::Objective(analysis), {-2, 2}, 1200);
            const auto verdict = finished(analysis, -0.4, {1, 200}, inView).verdict;
            const auto* arrival = found<Arrival>(verdict);
            QVERIFY(arrival);
            QCOMPARE(arrival->point.x, 0.0);
            QCOMPARE(arrival->rank, Arrival::Rank::Alone);
        }
    }

    void knowsWhatACycleGoesAbout() {
        const auto judged = [](const char* function, double start, double alpha,
                               Direction direction) {
            return std::get<insight::Cycle>(
                finished(analysed(function), start, {alpha, 2000, 1e-6, direction})
                    .verdict.finding);
        };
        const auto well = judged("x^4/4-x^2/2", 0.3, 1.1, down);
        QVERIFY(agrees(well.overshoot.point->x, 1) && agrees(well.overshoot.response.factor, -1.2));
        // The cycle of x -> x - 1.1 (x³ - x) about 1, by hand from its two equations.
        QVERIFY(agrees(well.extent.low, 0.8145522) && agrees(well.extent.high, 1.1160630));
        const auto bowl = judged("x^2", 4, 1, down);
        QVERIFY(agrees(bowl.overshoot.point->x, 0) && bowl.extent == (insight::Range{-4, 4}));
        const auto corner = judged("abs(x)", 2.3, 0.2, down);
        QVERIFY(insight::isCorner(corner.overshoot.point->shape) &&
                agrees(corner.extent.high, 0.1));
        const auto hill = judged("-(x-1)^2", 4, 1, up);
        QVERIFY(agrees(hill.overshoot.point->x, 1) &&
                hill.overshoot.point->kind == insight::StationaryKind::Maximum);
    }

    void measuresTheSpacingWhereItStalls() {
        const auto spacing = [](const char* function, double start) {
            return std::get<insight::Stall>(
                       finished(analysed(function), start, {1e-17, 200}).verdict.finding)
                .spacing;
        };
        QCOMPARE(spacing("x^2", 4), std::ldexp(1, -50));
        QCOMPARE(spacing("sin(x)", -1), std::ldexp(1, -52));
        QCOMPARE(spacing("x^2", 1e9), std::ldexp(1, -23));
    }

private:
    static QString shown(double value) { return QString::number(value, 'g', 10); }

    void endsWhenItIsAskedTo() {
        const formula::Analysis analysis = analysed("1/x");
        const descent::Settings settings{1, 20};
        const FinishedRun run = finished(analysis, -1, settings);
        QVERIFY(run.verdict.crossing);
        std::stop_source stop;
        stop.request_stop();
        const insight::Verdict verdict =
            insight::judge(descent::Objective(analysis), settings, run.trajectory, run.outcome, {},
                           stop.get_token());
        QVERIFY(!verdict.crossing);
    }
};

QTEST_APPLESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
