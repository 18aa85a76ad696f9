// SPDX-License-Identifier: GPL-3.0-or-later
//
// What it takes to write 10 seconds of a run as an animation at 1280 x 720 and 30 frames a second,
// by the clock: less than the 10 seconds it plays. And what one frame of it costs to draw, against
// a whole picture.

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QFileInfo>
#include <QTemporaryDir>

#include "../reports.h"
#include "output/writers.h"
#include "plot/scene/picture.h"

namespace {

const session::Report& run() {
    static const session::Report made = report("x^4-4*x^2+x", 2, {0.02, 200}, {-2.4, 2.4});
    return made;
}

void film(benchmark::State& state, const char* suffix) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("run.") + QLatin1String(suffix));
    output::Options options;
    options.seconds = 10;
    for (auto _ : state) {
        const QString fault = output::write(path, run(), options);
        if (!fault.isEmpty()) state.SkipWithError(qPrintable(fault));
    }
    state.counters["of playing time"] =
        benchmark::Counter(10 * static_cast<double>(state.iterations()),
                           benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
    state.counters["KiB"] = static_cast<double>(QFileInfo(path).size()) / 1024;
}

plot::Picture picture() {
    return {{run().analysis(), run().trajectory, run().session.settings, run().session.range},
            {},
            QSize(1280, 720)};
}

void frame(benchmark::State& state) {
    plot::Picture drawn = picture();
    double position = 0;
    for (auto _ : state) {
        drawn.setPosition(position = position < 47 ? position + 0.16 : 0);
        benchmark::DoNotOptimize(drawn.frame());
    }
}

void whole(benchmark::State& state) {
    plot::Picture drawn = picture();
    for (auto _ : state) benchmark::DoNotOptimize(drawn.image());
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    for (const char* suffix : {"gif", "mp4", "webm"}) {
        benchmark::RegisterBenchmark(suffix, film, suffix)
            ->Unit(benchmark::kMillisecond)
            ->UseRealTime()
            ->MeasureProcessCPUTime();
    }
    benchmark::RegisterBenchmark("frame", frame)->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("picture", whole)->Unit(benchmark::kMillisecond);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
