// SPDX-License-Identifier: GPL-3.0-or-later
//
// How fast the window is, as ratios:
//   changed α -> repainted window     against  a full replot of its scene
//   the same with eight runners       against  the replot with one: at most 3
//   both again until all are judged: a verdict may come with the frame after
//   the longest event while eight runners make a million steps each: at most a frame, 16 ms
//   start -> first painted window     against  an empty window with an empty QCustomPlot
// Run without arguments; with --first-paint it is its own measured child.

#include <benchmark/benchmark.h>
#include <qcustomplot.h>
#include <unistd.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QMainWindow>
#include <QProcess>
#include <QSlider>
#include <algorithm>
#include <cstring>
#include <ctime>
#include <functional>
#include <utility>

#include "model/experiment.h"
#include "plot/view/curveview.h"
#include "session/examples.h"
#include "session/runners.h"
#include "window/mainwindow.h"

namespace {

/// Calls back after the window has been painted and nothing is left to do.
class PaintWatch : public QObject {
public:
    PaintWatch(QWidget* widget, std::function<void()> painted) : m_painted(std::move(painted)) {
        widget->installEventFilter(this);
    }
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint) QTimer::singleShot(0, this, m_painted);
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<void()> m_painted;
};

QWidget* innermost(QWidget* widget) {
    QWidget* child = widget->childAt(widget->rect().center());
    return child ? child : widget;
}

int firstPaint(int argc, char** argv, bool thalweg) {
    QApplication application(argc, argv);
    std::unique_ptr<QMainWindow> window;
    if (thalweg) {
        window = std::make_unique<window::MainWindow>(session::examples().front().session);
    } else {
        window = std::make_unique<QMainWindow>();
        window->setCentralWidget(new QCustomPlot);
        window->resize(1280, 800);
    }
    window->show();
    QWidget* plot = thalweg ? window->findChild<plot::CurveView*>() : window->centralWidget();
    PaintWatch watch(innermost(plot), [&] { QApplication::quit(); });
    return QApplication::exec();
}

void startOf(benchmark::State& state, const char* which) {
    for (auto _ : state) {
        QElapsedTimer timer;
        timer.start();
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--first-paint"), QString::fromLatin1(which)});
        child.waitForFinished();
        if (child.exitCode() != 0) state.SkipWithError("the window did not start");
        state.SetIterationTime(static_cast<double>(timer.nsecsElapsed()) / 1e9);
    }
}

/// Notes how long handling an event takes at most.
class Watched : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override {
        if (std::exchange(m_within, true)) return QApplication::notify(receiver, event);
        const double wall = now(CLOCK_MONOTONIC);
        const double processor = now(CLOCK_THREAD_CPUTIME_ID);
        const bool handled = QApplication::notify(receiver, event);
        m_within = false;
        longest = std::max(longest, now(CLOCK_MONOTONIC) - wall);
        longestOfProcessor = std::max(longestOfProcessor, now(CLOCK_THREAD_CPUTIME_ID) - processor);
        return handled;
    }

    double longest = 0;             ///< milliseconds
    double longestOfProcessor = 0;  ///< without what other threads and programs took

private:
    static double now(clockid_t clock) {
        timespec time{};
        clock_gettime(clock, &time);
        return 1e3 * static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_nsec);
    }

    bool m_within = false;
};

/// A window at 1280 x 800 with runs of 1,000 iterations.
class Scene {
public:
    explicit Scene(std::size_t runners = 1, const descent::Method& method = descent::Gradient())
        : m_window(session(runners, method)) {
        m_window.show();
        wait([this] { return m_window.experiment().complete(); });
        QApplication::processEvents();
    }

    plot::CurveView* curve() { return m_window.findChild<plot::CurveView*>(); }

    /// Moves the α slider by a step and returns when the plot has been painted and, if asked, the
    /// chosen run has been judged.
    void changeAlpha(bool judged) {
        auto* slider = m_window.findChild<QWidget*>(QStringLiteral("alpha"))->findChild<QSlider*>();
        bool painted = false;
        const PaintWatch watch(innermost(curve()), [&] { painted = true; });
        m_up = !m_up;
        slider->setValue(slider->value() + (m_up ? 1 : -1));
        wait([&] { return painted && (!judged || m_window.experiment().verdict()); });
    }

    void runAMillionSteps() {
        auto* field =
            m_window.findChild<QWidget*>(QStringLiteral("maxIterations"))->findChild<QLineEdit*>();
        field->setText(QStringLiteral("1000000"));
        Q_EMIT field->textEdited(field->text());
        wait([this] { return m_window.experiment().complete(); });
        for (int frame = 0; frame < 20; ++frame) QApplication::processEvents();
    }

private:
    static session::Session session(std::size_t runners, const descent::Method& method) {
        session::Session session = session::examples().front().session;
        session.settings.method = method;
        session.settings.alpha = 1e-6;
        session.settings.maxIterations = 1000;
        const session::Runner first = session::chosenRunner(session);
        for (std::size_t place = 1; place < runners; ++place) {
            const double beside = -0.4 * static_cast<double>(place);
            session = session::adding(session, session::beside(first, beside)).value();
        }
        return session;
    }
    static void wait(const std::function<bool()>& done) {
        while (!done()) QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

    window::MainWindow m_window;
    bool m_up = false;
};

void changedAlphaToRepaint(benchmark::State& state, std::size_t runners, bool judged) {
    Scene scene(runners);
    for (auto _ : state) scene.changeAlpha(judged);
}

void fullReplot(benchmark::State& state) {
    Scene scene;
    for (auto _ : state) scene.curve()->drawAll();
}

double residentMegabytes() {
    QFile file(QStringLiteral("/proc/self/statm"));
    file.open(QIODevice::ReadOnly);
    const double pages = file.readAll().split(' ').value(1).toDouble();
    return pages * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

/// The bar is 64 MB above the idle program.
void memoryOfAMillionSteps(benchmark::State& state) {
    for (auto _ : state) {
        Scene scene;
        const double idle = residentMegabytes();
        scene.runAMillionSteps();
        state.counters["MB above idle"] = residentMegabytes() - idle;
    }
}

/// While eight runners of a method make a million steps each.
void longestEvent(benchmark::State& state, const descent::Method& method) {
    auto& application = static_cast<Watched&>(*qApp);
    for (auto _ : state) {
        Scene scene(session::mostRunners, method);
        application.longest = application.longestOfProcessor = 0;
        scene.runAMillionSteps();
        state.counters["longest event, ms"] = application.longest;
        state.counters["of processor time"] = application.longestOfProcessor;
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (!qEnvironmentVariableIsSet("DISPLAY")) qputenv("QT_QPA_PLATFORM", "offscreen");
    if (argc > 2 && std::strcmp(argv[1], "--first-paint") == 0) {
        return firstPaint(argc, argv, std::strcmp(argv[2], "thalweg") == 0);
    }
    const Watched application(argc, argv);
    const auto repeated = [](benchmark::internal::Benchmark* entry) {
        entry->Unit(benchmark::kMillisecond)->Repetitions(5)->ReportAggregatesOnly();
    };
    for (const char* which : {"empty", "thalweg"}) {
        repeated(
            benchmark::RegisterBenchmark((std::string("start/") + which).c_str(), startOf, which)
                ->UseManualTime()
                ->Iterations(10));
    }
    repeated(benchmark::RegisterBenchmark("full replot", fullReplot));
    for (const std::size_t runners : {std::size_t{1}, session::mostRunners}) {
        for (const bool judged : {false, true}) {
            const std::string name =
                (judged ? "changed alpha to verdict/" : "changed alpha to repaint/") +
                std::to_string(runners);
            repeated(
                benchmark::RegisterBenchmark(name.c_str(), changedAlphaToRepaint, runners, judged)
                    ->UseRealTime());
        }
    }
    benchmark::RegisterBenchmark("a million steps", memoryOfAMillionSteps)
        ->Iterations(1)
        ->Unit(benchmark::kMillisecond);
    for (const descent::Method& method : descent::methods()) {
        const std::string name = "longest event/" + std::string(descent::name(method));
        benchmark::RegisterBenchmark(name.c_str(), longestEvent, method)
            ->Iterations(1)
            ->Unit(benchmark::kMillisecond);
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
