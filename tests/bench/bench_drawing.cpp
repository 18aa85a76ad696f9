// SPDX-License-Identifier: GPL-3.0-or-later
//
// How fast the curve is drawn and brought to the screen, at 1200 x 700, and the ratios that must
// hold:
//   an animation frame            at most 1/10 of a full replot of the same scene
//   a frame at 1e6 iterations     at most 1.5 times one at 1e3
//   a full replot at 1e6          at most twice one at 1e3, also after a zoom
//   a frame with eight balls      at most 4 times one with one ball
//   a wild function, a divergence every frame and every picture under 100 ms

#include <benchmark/benchmark.h>

#include <QApplication>
#include <cstdio>
#include <map>
#include <utility>
#include <vector>

#include "../runs.h"
#include "plot/view/cobwebview.h"
#include "plot/view/convergenceview.h"
#include "plot/view/curveview.h"
#include "session/runners.h"

namespace {

constexpr QSize size(1200, 700);

struct Setup {
    const char* function;
    insight::Range range;
    double start;
    double alpha;
};

constexpr Setup slow{"x^4-4*x^2+x", {-2.4, 2.4}, 2, 1e-7};
constexpr Setup chaos{"x^4/4-x^2/2", {-1.8, 1.8}, 0.3, 1.4};
constexpr Setup wild{"1000*sin(50*x)", {-5, 5}, 1, 0.01};
constexpr Setup divergence{"x^2", {-5, 5}, 1, 1.1};

class Scene {
public:
    Scene(const Setup& setup, std::int64_t iterations) : m_analysis(analysed(setup.function)) {
        m_settings.alpha = setup.alpha;
        m_settings.maxIterations = iterations;
        m_trajectory = finished(m_analysis, setup.start, m_settings).trajectory;
        view.resize(size);
        view.setAnalysis(m_analysis);
        view.setRange(setup.range);
        view.setTrajectory(m_trajectory, m_settings);
        view.show();
        for (int i = 0; i < 3; ++i) replot();
    }

    void frame() {
        m_position = m_position + 1 < static_cast<double>(m_trajectory.size()) ? m_position + 1 : 0;
        view.setPosition(m_position);
        show();
    }
    void race() {
        std::vector<plot::Rival> rivals;
        for (std::size_t place = 1; place < session::mostRunners; ++place) {
            const double start = -2 + 0.5 * static_cast<double>(place);
            rivals.push_back(
                {place, finished(m_analysis, start, m_settings).trajectory, m_settings});
        }
        view.setRivals(0, std::move(rivals));
        for (int i = 0; i < 3; ++i) replot();
    }
    void replot() {
        view.drawAll();
        QApplication::processEvents();
    }
    void zoom(double factor) {
        view.zoom(factor);
        show();
    }
    void show() {
        view.draw();
        QApplication::processEvents();
    }
    const descent::Trajectory& trajectory() const { return m_trajectory; }

    plot::CurveView view;

private:
    formula::Analysis m_analysis;
    descent::Settings m_settings;
    descent::Trajectory m_trajectory;
    double m_position = 0;
};

void frame(benchmark::State& state, const Setup& setup) {
    Scene scene(setup, state.range(0));
    for (auto _ : state) scene.frame();
}

/// Eight runners from eight places.
void raceFrame(benchmark::State& state, const Setup& setup) {
    Scene scene(setup, state.range(0));
    scene.race();
    for (auto _ : state) scene.frame();
}

void replot(benchmark::State& state, const Setup& setup) {
    Scene scene(setup, state.range(0));
    for (auto _ : state) scene.replot();
}

void zoomed(benchmark::State& state, const Setup& setup) {
    Scene scene(setup, state.range(0));
    bool in = false;
    for (auto _ : state) scene.zoom((in = !in) ? 1.25 : 0.8);
}

void picture(benchmark::State& state, const Setup& setup) {
    const Scene scene(setup, state.range(0));
    for (auto _ : state) benchmark::DoNotOptimize(scene.view.picture(size));
}

void wildReplot(benchmark::State& state) {
    Scene scene(wild, 2000);
    scene.view.setRanges(wild.range, {-1, 1});
    for (auto _ : state) scene.replot();
}

void wildPicture(benchmark::State& state) {
    Scene scene(wild, 2000);
    scene.view.setRanges(wild.range, {-1, 1});
    for (auto _ : state) benchmark::DoNotOptimize(scene.view.picture(size));
}

void convergenceFrame(benchmark::State& state) {
    const Scene scene(chaos, state.range(0));
    plot::ConvergenceView view;
    view.resize(600, 160);
    view.setTrajectory(scene.trajectory());
    view.show();
    for (int i = 0; i < 3; ++i) {
        view.draw();
        QApplication::processEvents();
    }
    std::size_t n = 0;
    for (auto _ : state) {
        n = (n + 1) % scene.trajectory().size();
        view.setPosition(static_cast<double>(n));
        view.draw();
        QApplication::processEvents();
    }
}

/// A cobweb on the screen with a run of as many iterations.
struct Web {
    Web(const Setup& setup, std::int64_t iterations) {
        const formula::Analysis analysis = analysed(setup.function);
        descent::Settings settings;
        settings.alpha = setup.alpha;
        settings.maxIterations = iterations;
        trajectory = finished(analysis, setup.start, settings).trajectory;
        view.resize(size);
        view.setAnalysis(analysis);
        view.setRange(setup.range);
        view.setTrajectory(trajectory, settings);
        view.show();
        frame(0);
        frame(0);
    }
    void frame(double position) {
        view.setPosition(position);
        view.draw();
        QApplication::processEvents();
    }

    descent::Trajectory trajectory;
    plot::CobwebView view;
};

void cobwebFrame(benchmark::State& state) {
    Web web(chaos, state.range(0));
    std::size_t n = 0;
    for (auto _ : state) {
        n = (n + 1) % web.trajectory.size();
        web.frame(static_cast<double>(n));
    }
}

void cobwebPicture(benchmark::State& state, const Setup& setup) {
    Web web(setup, 1'000'000);
    web.frame(static_cast<double>(web.trajectory.size() - 1));
    for (auto _ : state) benchmark::DoNotOptimize(web.view.picture(size));
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
            times[name] = run.GetAdjustedCPUTime();
        }
    }
    void ratio(const char* what, const std::string& one, const std::string& other, double bar) {
        std::printf("%-52s %8.3f   at most %g\n", what, times[one] / times[other], bar);
    }
    void time(const char* what, const std::string& one) {
        std::printf("%-52s %8.1f ms at most 100\n", what, times[one]);
    }

    std::map<std::string, double> times;
};

void printBars(Medians& medians) {
    std::printf("\n");
    for (const char* name : {"slow", "chaos"}) {
        const std::string scene = name;
        std::printf("%s\n", name);
        medians.ratio("  frame / full replot, 1e3", "frame/" + scene + "/1000",
                      "replot/" + scene + "/1000", 0.1);
        medians.ratio("  frame / full replot, 1e6", "frame/" + scene + "/1000000",
                      "replot/" + scene + "/1000000", 0.1);
        medians.ratio("  frame 1e6 / 1e3", "frame/" + scene + "/1000000",
                      "frame/" + scene + "/1000", 1.5);
        medians.ratio("  full replot 1e6 / 1e3", "replot/" + scene + "/1000000",
                      "replot/" + scene + "/1000", 2);
        medians.ratio("  zoomed 1e6 / 1e3", "zoomed/" + scene + "/1000000",
                      "zoomed/" + scene + "/1000", 2);
    }
    for (const std::string scene : {"slow/1000", "chaos/1000"})
        medians.ratio(("frame with eight balls / one, " + scene).c_str(), "race/" + scene,
                      "frame/" + scene, 4);
    medians.ratio("convergence: frame 1e6 / 1e3", "convergence/1000000", "convergence/1000", 1.5);
    medians.ratio("cobweb: frame 1e6 / 1e3", "cobweb/1000000", "cobweb/1000", 1.5);
    medians.time("cobweb of a million steps, picture", "cobweb picture/chaos");
    medians.time("cobweb of a divergence to 1e12, picture", "cobweb picture/divergence");
    medians.time("1000*sin(50*x) with y in [-1, 1], full replot", "replot/wild");
    medians.time("1000*sin(50*x) with y in [-1, 1], picture", "picture/wild");
    medians.time("divergence to 1e12, full replot", "replot/divergence/2000");
    medians.time("divergence to 1e12, picture", "picture/divergence/2000");
}

benchmark::internal::Benchmark* measured(benchmark::internal::Benchmark* benchmark) {
    return benchmark->Unit(benchmark::kMillisecond)->Repetitions(5)->ReportAggregatesOnly();
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    for (const auto& [name, setup] : {std::pair{"slow", slow}, std::pair{"chaos", chaos}}) {
        const std::string scene = name;
        for (const auto& [kind, function] :
             {std::pair{"frame/", &frame}, std::pair{"replot/", &replot},
              std::pair{"zoomed/", &zoomed}}) {
            measured(benchmark::RegisterBenchmark((kind + scene).c_str(), function, setup))
                ->Arg(1000)
                ->Arg(1'000'000);
        }
        measured(benchmark::RegisterBenchmark(("race/" + scene).c_str(), raceFrame, setup))
            ->Arg(1000);
    }
    measured(benchmark::RegisterBenchmark("convergence", convergenceFrame))
        ->Arg(1000)
        ->Arg(1'000'000);
    measured(benchmark::RegisterBenchmark("cobweb", cobwebFrame))->Arg(1000)->Arg(1'000'000);
    measured(benchmark::RegisterBenchmark("cobweb picture/chaos", cobwebPicture, chaos));
    measured(benchmark::RegisterBenchmark("cobweb picture/divergence", cobwebPicture, divergence));
    measured(benchmark::RegisterBenchmark("replot/wild", wildReplot));
    measured(benchmark::RegisterBenchmark("picture/wild", wildPicture));
    measured(benchmark::RegisterBenchmark("replot/divergence", replot, divergence))->Arg(2000);
    measured(benchmark::RegisterBenchmark("picture/divergence", picture, divergence))->Arg(2000);
    benchmark::Initialize(&argc, argv);
    Medians medians;
    benchmark::RunSpecifiedBenchmarks(&medians);
    printBars(medians);
    return 0;
}
