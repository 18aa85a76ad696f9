// SPDX-License-Identifier: GPL-3.0-or-later
//
// How fast a surface of 100 x 100 nodes is drawn at 1000 x 700. Prints the
// bars:
//   a frame while it turns                in 33 ms: 30 a second
//   a frame with a moving ball            in 5 ms: 200 a second

#include <benchmark/benchmark.h>

#include <QApplication>
#include <array>
#include <cstdio>
#include <map>
#include <memory>
#include <string>

#include "../runs.h"
#include "plot/view/surfaceview.h"

namespace {

constexpr insight::Rectangle area{{-6, 6}, {-5, 5}};
const char* const himmelblau = "(x^2+y-11)^2+(x+y^2-7)^2";

/// On the screen, with a run.
class Scene {
public:
    Scene() : m_analysis(analysed(himmelblau)) {
        descent::Settings settings;
        settings.alpha = 0.001;
        settings.maxIterations = 1000;
        const descent::Objective objective(m_analysis);
        m_trajectory =
            descent::whole(objective, settings, descent::Point(std::array{0.2, -1.3})).trajectory;
        view.resize(1000, 700);
        view.setAnalysis(m_analysis);
        view.setRanges(area.across, area.up);
        view.setTrajectory(m_trajectory, settings);
        view.show();
        view.setHeights(std::make_shared<insight::Heights>(
            insight::heights(objective, {{descent::Point(std::array{0.0, 0.0})}, area, 100, 100})));
        show();
        show();
    }

    void turn() {
        view.setCamera(session::turned(view.camera(), 3, 0));
        show();
    }
    void move() {
        m_position = m_position + 1 < static_cast<double>(m_trajectory.size()) ? m_position + 1 : 0;
        view.setPosition(m_position);
        show();
    }

    plot::SurfaceView view;

private:
    void show() {
        view.draw();
        QApplication::processEvents();
    }

    formula::Valued m_analysis;
    descent::Trajectory m_trajectory;
    double m_position = 0;
};

void turning(benchmark::State& state) {
    Scene scene;
    for (auto _ : state) scene.turn();
}

void moving(benchmark::State& state) {
    Scene scene;
    for (auto _ : state) scene.move();
}

/// Keeps the median of every benchmark.
class Medians : public benchmark::ConsoleReporter {
public:
    void ReportRuns(const std::vector<Run>& runs) override {
        ConsoleReporter::ReportRuns(runs);
        for (const Run& run : runs) {
            if (run.aggregate_name == "median")
                m_times[run.run_name.function_name] = run.GetAdjustedRealTime();
        }
    }
    void within(const std::string& what, double bar) const {
        if (!m_times.contains(what)) return;
        const double time = m_times.at(what);
        std::printf("%-44s %8.3f ms (bar %g: %s)\n", what.c_str(), time, bar,
                    time <= bar ? "held" : "MISSED");
    }

private:
    std::map<std::string, double> m_times;
};

template <typename Work>
void add(const std::string& name, const Work& work) {
    benchmark::RegisterBenchmark(name.c_str(), work)
        ->Repetitions(7)
        ->ReportAggregatesOnly()
        ->MinTime(0.1)
        ->UseRealTime()
        ->Unit(benchmark::kMillisecond);
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    add("turning", turning);
    add("moving", moving);
    Medians medians;
    benchmark::RunSpecifiedBenchmarks(&medians);
    std::printf("\n");
    medians.within("turning", 33);
    medians.within("moving", 5);
}
