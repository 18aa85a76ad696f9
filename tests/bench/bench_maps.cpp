// SPDX-License-Identifier: GPL-3.0-or-later
//
// How fast the maps are computed, against the rate at which muParser evaluates the same f and f' on
// as many threads with nothing around it, and how soon there is something to see. Prints the bars:
//   evaluations of a map on two threads   at least 90 % of muParser's own
//   two threads against one               at least 1.8 times as fast
//   basins, 1200 columns, 500 iterations  complete in 100 ms
//   bifurcation, 1000 x 600               first picture in 150 ms, complete in 2 s

#include <benchmark/benchmark.h>
#include <muParser.h>

#include <chrono>
#include <cstdio>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "run/basins.h"
#include "run/bifurcation.h"

namespace {

using namespace std::chrono_literals;

formula::Analysis analysis(const char* function) {
    return formula::analyse(function).value();
}

/// A program as muParser sees it, without anything of ours around.
class Parser {
public:
    explicit Parser(const formula::Program& program) : m_constants(program.constants) {
        m_parser.DefineVar("x", &m_x);
        for (std::size_t i = 0; i < m_constants.size(); ++i)
            m_parser.DefineVar("k" + std::to_string(i + 1), &m_constants[i]);
        m_parser.SetExpr(program.text);
        m_parser.Eval();
    }

    double operator()(double x) {
        m_x = x;
        return m_parser.Eval();
    }

private:
    double m_x = 0;
    std::vector<double> m_constants;
    mu::Parser m_parser;
};

/// Evaluates f and f' along a descent `pairs` times, over and over the same thousand steps.
void evaluate(const formula::Analysis& analysed, double alpha, std::int64_t pairs) {
    Parser value(analysed.functionProgram);
    Parser slope(analysed.derivativeProgram());
    double sum = 0;
    for (std::int64_t run = 0; run < pairs; run += 1000) {
        double x = 0.3;
        for (int n = 0; n < 1000; ++n) {
            sum += value(x);
            x -= alpha * slope(x);
        }
    }
    benchmark::DoNotOptimize(sum);
}

void evaluateOn(int threads, const formula::Analysis& analysed, double alpha, std::int64_t pairs) {
    std::vector<std::jthread> crew;
    for (int i = 0; i < threads; ++i)
        crew.emplace_back([&] { evaluate(analysed, alpha, pairs / threads); });
}

/// Creeps, so that no run ends early: the work is known.
constexpr descent::Settings creeping{1e-5, 5000};
constexpr int basinColumns = 1200;
constexpr double bifurcationAlpha = 1.4;

run::BasinProblem basinProblem(const descent::Settings& settings, int threads) {
    return {analysis("x^4-4*x^2+x"), settings, {-2.4, 2.4}, basinColumns, threads};
}

run::BifurcationProblem bifurcationProblem(int threads) {
    run::BifurcationProblem problem{analysis("x^4/4-x^2/2"), 0.3};
    problem.alpha = {1.3, 1.9};
    problem.x = insight::Range{-1.6, 1.6};
    problem.columns = 1000;
    problem.rows = 600;
    problem.threads = threads;
    return problem;
}

/// How many times f and f' are evaluated for the whole map: once a step, though a map need not take
/// the whole turns of a run that goes round in circles.
std::int64_t basinPairs() {
    return std::int64_t{basinColumns} * (creeping.maxIterations + 1);
}

std::int64_t bifurcationPairs() {
    const run::BifurcationProblem problem = bifurcationProblem(0);
    run::Bifurcation bifurcation(problem);
    bifurcation.wait(100s);
    std::int64_t visits = 0;
    const insight::Density density = bifurcation.take().value();
    for (const std::uint32_t count : density.counts) visits += count;
    return visits / insight::iteratesShown * (insight::bifurcationSteps + 1);
}

template <typename Map, typename Problem>
void whole(const Problem& problem) {
    Map map(problem);
    map.wait(100s);
    benchmark::DoNotOptimize(map.take());
}

template <typename Map, typename Problem>
void first(const Problem& problem) {
    Map map(problem);
    while (!map.take()) std::this_thread::sleep_for(100us);
}

/// Prints as usual and keeps the medians, for the bars.
class Medians : public benchmark::ConsoleReporter {
public:
    void ReportRuns(const std::vector<Run>& runs) override {
        for (const Run& run : runs) {
            if (run.aggregate_name != "median") continue;
            m_milliseconds[run.run_name.function_name] = run.GetAdjustedRealTime();
            m_busy[run.run_name.function_name] = run.GetAdjustedCPUTime();
        }
        ConsoleReporter::ReportRuns(runs);
    }

    void atLeast(const char* what, const char* time, const char* to, double bar) const {
        if (!m_milliseconds.contains(time) || !m_milliseconds.contains(to)) return;
        const double ratio = m_milliseconds.at(time) / m_milliseconds.at(to);
        const double busy = m_busy.at(time) / m_busy.at(to);
        std::printf("%-52s %8.3f   (bar %.2f: %s; processor time %.3f)\n", what, ratio, bar,
                    ratio >= bar ? "held" : "MISSED", busy);
    }
    void within(const char* what, double bar) const {
        if (!m_milliseconds.contains(what)) return;
        const double time = m_milliseconds.at(what);
        std::printf("%-52s %8.1f ms (bar %.0f: %s)\n", what, time, bar,
                    time <= bar ? "held" : "MISSED");
    }

private:
    std::map<std::string, double> m_milliseconds;
    std::map<std::string, double> m_busy;  ///< of all threads, less disturbed by other programs
};

template <typename Work>
void add(const char* name, const Work& work) {
    benchmark::RegisterBenchmark(name,
                                 [work](benchmark::State& state) {
                                     for (auto _ : state) work();
                                 })
        ->Repetitions(11)
        ->ReportAggregatesOnly()
        ->MinTime(0.02)
        ->MeasureProcessCPUTime()
        ->UseRealTime()
        ->Unit(benchmark::kMillisecond);
}

void addAll() {
    const formula::Analysis hills = analysis("x^4-4*x^2+x");
    const formula::Analysis wells = analysis("x^4/4-x^2/2");
    const std::int64_t inBasins = basinPairs();
    const std::int64_t inBifurcation = bifurcationPairs();
    add("basins' evaluations, 2 threads", [=] { evaluateOn(2, hills, creeping.alpha, inBasins); });
    add("basins, 1 thread", [] { whole<run::Basins>(basinProblem(creeping, 1)); });
    add("basins, 2 threads", [] { whole<run::Basins>(basinProblem(creeping, 2)); });
    add("bifurcation's evaluations, 2 threads",
        [=] { evaluateOn(2, wells, bifurcationAlpha, inBifurcation); });
    add("bifurcation, 1 thread", [] { whole<run::Bifurcation>(bifurcationProblem(1)); });
    add("bifurcation, 2 threads", [] { whole<run::Bifurcation>(bifurcationProblem(2)); });

    const descent::Settings everyday{0.02, 500};
    const descent::Settings slow{1e-5, 500};
    add("basins 1200 x 500, first", [=] { first<run::Basins>(basinProblem(everyday, 0)); });
    add("basins 1200 x 500", [=] { whole<run::Basins>(basinProblem(everyday, 0)); });
    add("basins 1200 x 500, none settles", [=] { whole<run::Basins>(basinProblem(slow, 0)); });
    run::BifurcationProblem free = bifurcationProblem(0);
    free.alpha = {};
    free.x.reset();
    add("bifurcation 1000 x 600, first", [=] { first<run::Bifurcation>(free); });
    add("bifurcation 1000 x 600", [=] { whole<run::Bifurcation>(free); });
}

}  // namespace

int main(int argc, char** argv) {
    addAll();
    std::vector<char*> arguments(argv, argv + argc);
    std::string interleaving = "--benchmark_enable_random_interleaving=true";
    arguments.push_back(interleaving.data());
    int count = static_cast<int>(arguments.size());
    benchmark::Initialize(&count, arguments.data());
    Medians medians;
    benchmark::RunSpecifiedBenchmarks(&medians);
    std::printf("\n");
    medians.atLeast("basins: rate / muParser's own, 2 threads", "basins' evaluations, 2 threads",
                    "basins, 2 threads", 0.9);
    medians.atLeast("basins: 2 threads / 1 thread", "basins, 1 thread", "basins, 2 threads", 1.8);
    medians.atLeast("bifurcation: rate / muParser's own, 2 threads",
                    "bifurcation's evaluations, 2 threads", "bifurcation, 2 threads", 0.9);
    medians.atLeast("bifurcation: 2 threads / 1 thread", "bifurcation, 1 thread",
                    "bifurcation, 2 threads", 1.8);
    medians.within("basins 1200 x 500, first", 100);
    medians.within("basins 1200 x 500", 100);
    medians.within("basins 1200 x 500, none settles", 100);
    medians.within("bifurcation 1000 x 600, first", 150);
    medians.within("bifurcation 1000 x 600", 2000);
}
