// SPDX-License-Identifier: GPL-3.0-or-later
//
// What it costs to read, differentiate twice and compile a typed function: the everyday ones and
// the largest that are accepted. The bar is 50 ms whatever the text.
#include <benchmark/benchmark.h>

#include <string>

#include "formula/analysis.h"

namespace {

std::string repeated(const std::string& before, const std::string& after,
                     const std::string& between, int count) {
    std::string text;
    for (int i = 1; i <= count; ++i)
        text += (i > 1 ? between : "") + before + std::to_string(i) + after;
    return text;
}

void analyse(benchmark::State& state, const std::string& text) {
    if (!formula::analyse(text)) state.SkipWithError("refused");
    for (auto run : state) benchmark::DoNotOptimize(formula::analyse(text));
}

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    const auto add = [](const char* name, const std::string& text) {
        benchmark::RegisterBenchmark(name, analyse, text)->Unit(benchmark::kMicrosecond);
    };
    add("x^4-4*x^2+x", "x^4-4*x^2+x");
    add("two Gaussians", "0.05*x^2-exp(-(x-2)^2)-2*exp(-4*(x+2)^2)");
    add("sum of 150 sines", repeated("sin(", "*x)", "+", 150));
    add("product of 250 brackets", repeated("(x+", ")", "*", 250));
    add("quotient of 250 brackets", repeated("(x+", ")", "/", 250));
    add("product of 200 logarithms", repeated("ln(x+", ")", "*", 200));
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
