// SPDX-License-Identifier: GPL-3.0-or-later
//
// How fast a map of 800 x 600 is computed and drawn. Prints the bars:
//   first picture, Himmelblau             in 50 ms
//   whole, Himmelblau                     in 300 ms
//   20 contours of 200 x 200 nodes        in 5 ms
//   a frame with a moving ball            in 1 ms, at 1e6 iterations at most 1.5 times one at 1e3

#include <benchmark/benchmark.h>

#include <QApplication>
#include <array>
#include <chrono>
#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <thread>

#include "../runs.h"
#include "plot/shape/contours.h"
#include "plot/shape/heightscale.h"
#include "plot/view/mapview.h"
#include "run/relief.h"

namespace {

using namespace std::chrono_literals;

constexpr insight::Rectangle area{{-6, 6}, {-5, 5}};
const char* const himmelblau = "(x^2+y-11)^2+(x+y^2-7)^2";

insight::Lattice lattice(int columns, int rows) {
    return {{descent::Point(std::array{0.0, 0.0})}, area, columns, rows};
}

run::ReliefProblem problem() {
    return {analysed(himmelblau), lattice(801, 601)};
}

void first(benchmark::State& state) {
    for (auto _ : state) {
        run::Relief relief(problem());
        while (!relief.take()) std::this_thread::sleep_for(100us);
    }
}

void whole(benchmark::State& state) {
    for (auto _ : state) {
        run::Relief relief(problem());
        relief.wait(100s);
        benchmark::DoNotOptimize(relief.take());
    }
}

void contours(benchmark::State& state) {
    const auto nodes = static_cast<int>(state.range(0));
    const insight::Heights heights =
        insight::heights(descent::Objective(analysed(himmelblau)), lattice(nodes, nodes));
    const std::vector<double> levels = plot::HeightScale(heights.values).levels(20);
    for (auto _ : state)
        benchmark::DoNotOptimize(plot::contours({heights.values, nodes, nodes}, levels));
}

/// A map on the screen with a run of as many iterations, which creeps or goes about for ever.
class Scene {
public:
    Scene(double alpha, std::int64_t iterations) : m_analysis(analysed(himmelblau)) {
        descent::Settings settings;
        settings.alpha = alpha;
        settings.maxIterations = iterations;
        settings.tolerance = 1e-300;
        const descent::Objective objective(m_analysis);
        m_trajectory =
            descent::whole(objective, settings, descent::Point(std::array{0.2, -1.3})).trajectory;
        view.resize(900, 680);
        view.setAnalysis(m_analysis);
        view.setRanges(area.across, area.up);
        view.setTrajectory(m_trajectory, settings);
        view.show();
        show();
        if (const auto wanted = view.unfinished())
            view.setHeights(
                std::make_shared<insight::Heights>(insight::heights(objective, *wanted)));
        for (int i = 0; i < 3; ++i) replot();
    }

    void frame() {
        m_position = m_position + 1 < static_cast<double>(m_trajectory.size()) ? m_position + 1 : 0;
        view.setPosition(m_position);
        show();
    }
    void replot() {
        view.drawAll();
        QApplication::processEvents();
    }

    plot::MapView view;

private:
    void show() {
        view.draw();
        QApplication::processEvents();
    }

    formula::Valued m_analysis;
    descent::Trajectory m_trajectory;
    double m_position = 0;
};

constexpr double creeping = 1e-7;
constexpr double wandering = 0.0175;

void frame(benchmark::State& state, double alpha) {
    Scene scene(alpha, state.range(0));
    for (auto _ : state) scene.frame();
}

void replot(benchmark::State& state, double alpha) {
    Scene scene(alpha, state.range(0));
    for (auto _ : state) scene.replot();
}

/// Keeps the median of every benchmark.
class Medians : public benchmark::ConsoleReporter {
public:
    void ReportRuns(const std::vector<Run>& runs) override {
        ConsoleReporter::ReportRuns(runs);
        for (const Run& run : runs) {
            if (run.aggregate_name != "median") continue;
            std::string name = run.run_name.function_name;
            if (!run.run_name.args.empty()) name += "/" + run.run_name.args;
            m_times[name] = run.GetAdjustedRealTime();
        }
    }
    void within(const std::string& what, double bar) const {
        if (!m_times.contains(what)) return;
        const double time = m_times.at(what);
        std::printf("%-44s %8.3f ms (bar %g: %s)\n", what.c_str(), time, bar,
                    time <= bar ? "held" : "MISSED");
    }
    void ratio(const std::string& one, const std::string& other, double bar) const {
        if (!m_times.contains(one) || !m_times.contains(other)) return;
        const double ratio = m_times.at(one) / m_times.at(other);
        std::printf("%-44s %8.3f    (bar %g: %s)\n", (one + " / 1000").c_str(), ratio, bar,
                    ratio <= bar ? "held" : "MISSED");
    }

private:
    std::map<std::string, double> m_times;
};

template <typename Work>
auto* add(const std::string& name, const Work& work) {
    return benchmark::RegisterBenchmark(name.c_str(), work)
        ->Repetitions(7)
        ->ReportAggregatesOnly()
        ->MinTime(0.05)
        ->UseRealTime()
        ->Unit(benchmark::kMillisecond);
}

void addAll() {
    add("first picture", first);
    add("whole", whole);
    add("contours", contours)->Arg(200)->Arg(800);
    for (const auto& [name, alpha] : {std::pair{"creeping", creeping}, {"wandering", wandering}}) {
        add("frame " + std::string(name), [alpha](benchmark::State& state) { frame(state, alpha); })
            ->Arg(1000)
            ->Arg(1'000'000);
        add("replot " + std::string(name),
            [alpha](benchmark::State& state) { replot(state, alpha); })
            ->Arg(1000)
            ->Arg(1'000'000);
    }
}

void printBars(const Medians& medians) {
    std::printf("\n");
    medians.within("first picture", 50);
    medians.within("whole", 300);
    medians.within("contours/200", 5);
    for (const std::string name : {"creeping", "wandering"}) {
        medians.within("frame " + name + "/1000000", 1);
        medians.ratio("frame " + name + "/1000000", "frame " + name + "/1000", 1.5);
    }
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    addAll();
    Medians medians;
    benchmark::RunSpecifiedBenchmarks(&medians);
    printBars(medians);
}
