// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a step of gradient descent costs: by the engine, by a loop written by hand over the same
// muParser programs, by such a loop over muParser's own grammar, and by compiled C++. Prints the
// ratios to the engine with their bars, and the memory that a long run holds.

#include <benchmark/benchmark.h>
#include <malloc.h>
#include <muParser.h>
#include <unistd.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "descent/descent.h"
#include "descent/trajectory.h"
#include "formula/analysis.h"
#include "run/run.h"

namespace {

constexpr const char* function = "x^4-4*x^2+x";
constexpr const char* derivative = "4*x^3-8*x+1";
constexpr double start = 2;
/// Small enough for the ball to be on its way to the very end.
const descent::Settings settings{1e-7, 100'000};

formula::Analysis analysis() {
    return formula::analyse(function).value();
}

/// The loop that one writes by hand: the same rules, nothing kept.
template <typename Value, typename Slope>
double descend(const Value& value, const Slope& slope) {
    double x = start;
    double f = value(x);
    double gradient = slope(x);
    for (std::int64_t n = 0; n < settings.maxIterations; ++n) {
        if (std::abs(x) > descent::divergenceBound || !std::isfinite(f) || !std::isfinite(gradient))
            break;
        if (std::abs(gradient) < settings.tolerance) break;
        const double target = x - settings.alpha * gradient;
        if (target == x) break;
        x = target;
        f = value(x);
        gradient = slope(x);
    }
    return x + f;
}

/// A muParser formula of x, with the constants of a Program when there are any.
class Parser {
public:
    explicit Parser(const std::string& text, std::vector<double> constants = {})
        : m_constants(std::move(constants)) {
        m_parser.DefineVar("x", &m_x);
        for (std::size_t i = 0; i < m_constants.size(); ++i)
            m_parser.DefineVar("k" + std::to_string(i + 1), &m_constants[i]);
        m_parser.SetExpr(text);
        m_parser.Eval();
    }
    explicit Parser(const formula::Program& program) : Parser(program.text, program.constants) {}

    double operator()(double x) const {
        m_x = x;
        return m_parser.Eval();
    }

private:
    mutable double m_x = 0;
    std::vector<double> m_constants;
    mu::Parser m_parser;
};

void countSteps(benchmark::State& state) {
    state.SetItemsProcessed(state.iterations() * settings.maxIterations);
}

/// A whole run that keeps nothing.
void step(benchmark::State& state, const descent::Method& method) {
    const descent::Objective objective(analysis());
    descent::Settings own = settings;
    own.method = method;
    for (auto _ : state) {
        descent::Descent run(objective, own, start);
        run.advance(own.maxIterations);
        benchmark::DoNotOptimize(run.state());
    }
    countSteps(state);
}

/// How many steps a method makes before it comes to rest, or goes round in circles: whole turns are
/// not taken.
std::int64_t stepsOf(const descent::Method& method) {
    constexpr std::int64_t most = 100;
    const descent::Objective objective(analysis());
    descent::Settings own = settings;
    own.method = method;
    descent::Descent run(objective, own, start);
    run.advance(most);
    return run.state().iteration;
}

/// As many steps of a method that soon comes to rest as settings allow, run after run.
void runs(benchmark::State& state, const descent::Method& method, std::int64_t steps) {
    const descent::Objective objective(analysis());
    descent::Settings own = settings;
    own.method = method;
    own.maxIterations = steps;
    for (auto _ : state) {
        for (std::int64_t made = 0; made < settings.maxIterations; made += steps) {
            descent::Descent run(objective, own, start);
            run.advance(steps);
            benchmark::DoNotOptimize(run.state());
        }
    }
    countSteps(state);
}

/// A whole run in two variables that keeps nothing.
void stepInThePlane(benchmark::State& state, const descent::Method& method, const char* text,
                    const std::array<double, 2>& from) {
    const descent::Objective objective(formula::analyse(text, {"x", "y"}).value());
    descent::Settings own = settings;
    own.method = method;
    for (auto _ : state) {
        descent::Descent run(objective, own, descent::Point(from));
        run.advance(own.maxIterations);
        benchmark::DoNotOptimize(run.state());
    }
    countSteps(state);
}

void curvatures(benchmark::State& state) {
    const descent::Objective objective(analysis());
    for (auto _ : state) {
        double x = start;
        for (std::int64_t n = 0; n < settings.maxIterations; ++n)
            x -= 1e-12 * objective.curvature(x);
        benchmark::DoNotOptimize(x);
    }
    countSteps(state);
}

/// The same with a trajectory, in memory that is fresh each time.
void keep(benchmark::State& state, std::int64_t steps, bool keeps) {
    const descent::Objective objective(analysis());
    const descent::Settings own{1e-12, steps, 1e-300};
    for (auto _ : state) {
        descent::Descent run(objective, own, start);
        descent::Trajectory trajectory;
        if (keeps) {
            run.keep(trajectory, steps);
        } else {
            run.advance(steps);
        }
        benchmark::DoNotOptimize(trajectory.size());
        benchmark::DoNotOptimize(run.outcome());
    }
}

void loopOverSamePrograms(benchmark::State& state) {
    const formula::Analysis analysed = analysis();
    const Parser value(analysed.functionProgram);
    const Parser slope(analysed.derivativeProgram());
    for (auto _ : state) benchmark::DoNotOptimize(descend(value, slope));
    countSteps(state);
}

void loopOverTypedText(benchmark::State& state) {
    const Parser value(function);
    const Parser slope(derivative);
    for (auto _ : state) benchmark::DoNotOptimize(descend(value, slope));
    countSteps(state);
}

void loopInCompiledCode(benchmark::State& state) {
    const auto value = [](double x) { return x * x * x * x - 4 * x * x + x; };
    const auto slope = [](double x) { return 4 * x * x * x - 8 * x + 1; };
    for (auto _ : state) benchmark::DoNotOptimize(descend(value, slope));
    countSteps(state);
}

/// Prints as usual and keeps the medians, for the ratios.
class Medians : public benchmark::ConsoleReporter {
public:
    void ReportRuns(const std::vector<Run>& runs) override {
        for (const Run& run : runs) {
            if (run.aggregate_name == "median")
                m_nanoseconds[run.run_name.function_name] = run.GetAdjustedCPUTime();
        }
        ConsoleReporter::ReportRuns(runs);
    }

    bool has(const std::string& what) const { return m_nanoseconds.contains(what); }
    double ratio(const std::string& what, const std::string& to) const {
        return m_nanoseconds.at(what) / m_nanoseconds.at(to);
    }
    void printRatio(const std::string& what, const std::string& to, double bar) const {
        if (!has(what) || !has(to)) return;
        std::printf("%s / %s = %.3f", what.c_str(), to.c_str(), ratio(what, to));
        std::printf(bar > 0 ? "  (bar %.2f: %s)\n" : "\n", bar,
                    ratio(what, to) <= bar ? "held" : "MISSED");
    }

private:
    std::map<std::string, double> m_nanoseconds;
};

/// The resident memory of this process, in megabytes.
double residentMemory() {
    std::ifstream statistics("/proc/self/statm");
    double all = 0;
    double resident = 0;
    statistics >> all >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

/// 28 MB, and 8 for each column that a table of such a run has more than x, f and f'.
void printMemoryOfALongRun(const descent::Method& method) {
    descent::Settings own{1e-7, descent::mostIterations};
    own.method = method;
    const double idle = residentMemory();
    const run::Run run({analysis(), 4, own});
    run.wait();
    const double held = residentMemory() - idle;
    const double bar = 4 + 8 * static_cast<double>(run.progress().trajectory.columns().size());
    std::printf("memory of %zu steps of %s = %.1f MB  (bar %.0f: %s)\n",
                run.progress().trajectory.size() - 1, descent::name(method).data(), held, bar,
                held <= bar ? "held" : "MISSED");
}

/// A step of a method against one of plain descent. Those that soon come to rest whatever α is are
/// measured in short runs.
bool soonRests(std::string_view method) {
    return method == "rprop" || method == "barzilai-borwein";
}

double barOf(std::string_view method) {
    if (method == "momentum" || method == "nesterov") return 1.1;
    return 1.5;
}

/// In two variables evaluating f and f' takes more of a step.
constexpr double barInThePlane = 1.3;
constexpr std::array<std::string_view, 7> inThePlane = {
    "gradient", "momentum", "adagrad", "rmsprop", "adam", "adamw", "nadam"};

}  // namespace

int main(int argc, char** argv) {
    // Otherwise glibc would hand out the pages of the run before again.
    ::mallopt(M_MMAP_THRESHOLD, 128 * 1024);
    ::mallopt(M_TRIM_THRESHOLD, 128 * 1024);
    for (const descent::Method& method : descent::methods()) {
        if (descent::name(method) != "barzilai-borwein") printMemoryOfALongRun(method);
    }
    const auto add = [](const std::string& name, const auto& loop) {
        benchmark::RegisterBenchmark(name.c_str(), loop)
            ->Repetitions(21)
            ->ReportAggregatesOnly()
            ->MinTime(0.05)
            ->Unit(benchmark::kMicrosecond);
    };
    add("engine", [](benchmark::State& state) { step(state, descent::Gradient()); });
    for (const descent::Method& method : descent::methods()) {
        const std::string name(descent::name(method));
        if (!soonRests(name)) {
            add(name, [method](benchmark::State& state) { step(state, method); });
            continue;
        }
        const std::int64_t steps = stepsOf(method);
        add(name, [=](benchmark::State& state) { runs(state, method, steps); });
        add("engine beside " + name,
            [=](benchmark::State& state) { runs(state, descent::Gradient(), steps); });
    }
    for (const std::string_view name : inThePlane) {
        const descent::Method method = descent::methodNamed(name).value();
        add(std::string(name) + " in x and y", [method](benchmark::State& state) {
            stepInThePlane(state, method, "(1-x)^2+100*(y-x^2)^2", {-1.2, 1});
        });
    }
    // Twice the function of the engine: what is added is to cost no more than once again.
    add("twice", [](benchmark::State& state) {
        stepInThePlane(state, descent::Gradient(), "x^4-4*x^2+x+y^4-4*y^2+y", {start, start});
    });
    add("curvature", curvatures);
    add("200 steps", [](benchmark::State& state) { keep(state, 200, false); });
    add("200 steps kept", [](benchmark::State& state) { keep(state, 200, true); });
    add("100,000 steps", [](benchmark::State& state) { keep(state, 100'000, false); });
    add("100,000 steps kept", [](benchmark::State& state) { keep(state, 100'000, true); });
    add("1,000,000 steps", [](benchmark::State& state) { keep(state, 1'000'000, false); });
    add("1,000,000 steps kept", [](benchmark::State& state) { keep(state, 1'000'000, true); });
    add("same programs", loopOverSamePrograms);
    add("typed text", loopOverTypedText);
    add("compiled", loopInCompiledCode);

    std::vector<char*> arguments(argv, argv + argc);
    std::string interleaving = "--benchmark_enable_random_interleaving=true";
    arguments.push_back(interleaving.data());
    int count = static_cast<int>(arguments.size());
    benchmark::Initialize(&count, arguments.data());
    Medians medians;
    benchmark::RunSpecifiedBenchmarks(&medians);
    medians.printRatio("engine", "same programs", 1.2);
    medians.printRatio("engine", "typed text", 1.35);
    for (const descent::Method& method : descent::methods()) {
        const std::string name(descent::name(method));
        const std::string plain = soonRests(name) ? "engine beside " + name : "engine";
        // Of Newton's method with the evaluation of f''.
        const double more =
            name == "newton" && medians.has(name) ? medians.ratio("curvature", "engine") : 0;
        medians.printRatio(name, plain, barOf(name) + more);
    }
    for (const std::string_view name : inThePlane) {
        medians.printRatio(std::string(name) + " in x and y", "gradient in x and y",
                           name == "gradient" ? 1 : barInThePlane);
    }
    medians.printRatio("twice", "engine", 2.2);
    medians.printRatio("200 steps kept", "200 steps", 1.2);
    medians.printRatio("100,000 steps kept", "100,000 steps", 1.35);
    medians.printRatio("1,000,000 steps kept", "1,000,000 steps", 1.35);
    medians.printRatio("engine", "compiled", 0);
    return 0;
}
