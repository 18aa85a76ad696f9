// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a step of gradient descent costs where many go at once: f and f' by the tape, with the
// kernels for this processor and with those for any, by muParser, and by compiled C++. Prints the
// ratios, muParser to the tape with their bars:
//   x^4-4*x^2+x      at least 10
//   sin(x)*exp(-x^2) at least 5

#include <benchmark/benchmark.h>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "formula/analysis.h"
#include "formula/expression.h"
#include "formula/tape.h"

namespace {

using formula::Tape;

constexpr double alpha = 1e-3;
constexpr int steps = 100;

struct alignas(64) Lanes {
    std::array<double, Tape::lanes> at{};
};

Lanes starts() {
    Lanes lanes;
    for (std::size_t i = 0; i < Tape::lanes; ++i)
        lanes.at[i] = -2 + 4 * static_cast<double>(i) / Tape::lanes;
    return lanes;
}

void countSteps(benchmark::State& state) {
    const auto places = static_cast<std::int64_t>(Tape::lanes);
    state.SetItemsProcessed(state.iterations() * steps * places);
}

void byTape(benchmark::State& state, const char* text, const formula::Kernels& kernels) {
    const formula::Analysis analysis = formula::analyse(text).value();
    const Tape tape(std::array{analysis.function, analysis.derivative()}, analysis.variables, {},
                    {}, kernels);
    Tape::Registers registers;
    Lanes value;
    Lanes slope;
    for (auto _ : state) {
        Lanes x = starts();
        const double* const in[] = {x.at.data()};
        double* const out[] = {value.at.data(), slope.at.data()};
        for (int step = 0; step < steps; ++step) {
            tape.evaluate(registers, in, out, Tape::lanes);
            for (std::size_t i = 0; i < Tape::lanes; ++i) x.at[i] -= alpha * slope.at[i];
        }
        benchmark::DoNotOptimize(x);
        benchmark::DoNotOptimize(value);
    }
    countSteps(state);
}

template <typename Value, typename Slope>
void oneByOne(benchmark::State& state, const Value& value, const Slope& slope) {
    for (auto _ : state) {
        Lanes all = starts();
        for (double& x : all.at) {
            double f = 0;
            for (int step = 0; step < steps; ++step) {
                f += value(x);
                x -= alpha * slope(x);
            }
            benchmark::DoNotOptimize(f);
        }
        benchmark::DoNotOptimize(all);
    }
    countSteps(state);
}

void byMuParser(benchmark::State& state, const char* text) {
    const formula::Analysis analysis = formula::analyse(text).value();
    oneByOne(state, formula::Expression(analysis.functionProgram),
             formula::Expression(analysis.derivativeProgram()));
}

struct Case {
    const char* text;
    double bar;
    double (*value)(double);
    double (*slope)(double);
};

constexpr Case cases[] = {
    {"x^4-4*x^2+x", 10, [](double x) { return x * x * x * x - 4 * x * x + x; },
     [](double x) { return 4 * x * x * x - 8 * x + 1; }},
    {"sin(x)*exp(-x^2)", 5, [](double x) { return std::sin(x) * std::exp(-x * x); },
     [](double x) { return (std::cos(x) - 2 * x * std::sin(x)) * std::exp(-x * x); }},
};

/// Keeps the median of what a step takes in each benchmark.
class Medians : public benchmark::ConsoleReporter {
public:
    void ReportRuns(const std::vector<Run>& runs) override {
        ConsoleReporter::ReportRuns(runs);
        for (const Run& run : runs) {
            if (run.aggregate_name == "median")
                m_times[run.run_name.function_name] =
                    1e9 / run.counters.at("items_per_second").value;
        }
    }
    double of(const std::string& what) const { return m_times.at(what); }
    bool has(const std::string& what) const { return m_times.contains(what); }

private:
    std::map<std::string, double> m_times;
};

template <typename Work>
void add(const std::string& name, const Work& work) {
    benchmark::RegisterBenchmark(name.c_str(), work)
        ->Repetitions(7)
        ->ReportAggregatesOnly()
        ->MinTime(0.05);
}

void addAll() {
    for (const Case& each : cases) {
        const std::string name = each.text;
        add("tape " + name, [each](benchmark::State& state) {
            byTape(state, each.text, formula::quickestKernels());
        });
        add("tape anywhere " + name,
            [each](benchmark::State& state) { byTape(state, each.text, formula::twoLanes); });
        add("muParser " + name, [each](benchmark::State& state) { byMuParser(state, each.text); });
        add("compiled " + name,
            [each](benchmark::State& state) { oneByOne(state, each.value, each.slope); });
    }
}

void printBars(const Medians& medians) {
    for (const Case& each : cases) {
        const std::string name = each.text;
        if (!medians.has("tape " + name) || !medians.has("muParser " + name)) continue;
        const double tape = medians.of("tape " + name);
        const double ratio = medians.of("muParser " + name) / tape;
        std::printf("%-20s %6.2f ns a step, muParser / tape %5.1f (bar %g: %s)\n", each.text, tape,
                    ratio, each.bar, ratio >= each.bar ? "held" : "MISSED");
    }
}

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    addAll();
    Medians medians;
    benchmark::RunSpecifiedBenchmarks(&medians);
    printBars(medians);
}
