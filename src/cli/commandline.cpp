// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"

#include <QCoreApplication>
#include <QTextStream>
#include <algorithm>
#include <chrono>
#include <stop_token>

#include "cli/interruption.h"
#include "plot/threads.h"
#include "run/basins.h"
#include "run/bifurcation.h"
#include "run/run.h"
#include "session/wording.h"

namespace cli {

namespace {

struct CommandLine {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

void print(FILE* stream, const QString& text) {
    QTextStream(stream) << text.trimmed() << Qt::endl;
}

output::Report computed(const Request& request) {
    const session::Session& session = request.session;
    const run::Run run({request.analysis, {session.initialGuess, 0}, session.settings});
    run.wait();
    const run::Progress progress = run.progress();
    const core::Objective objective(request.analysis);
    constexpr int columns = 1200;  // about as many as a picture has
    const auto inView = core::stationaryPoints(objective, session.range, columns);
    return {
        session,
        request.analysis,
        progress.trajectory,
        core::judge(objective, session.settings, progress.trajectory, *progress.outcome, inView),
        {inView}};
}

/// Adds what the asked view shows beyond the run itself.
void survey(const Request& request, output::Report& report) {
    const session::Session& session = request.session;
    const QSize pixels = output::resolution(report, request.options);
    if (request.options.view == plot::View::Curve) {
        constexpr std::chrono::seconds longest(5);
        run::Basins basins({request.analysis, session.settings, session.range, pixels.width()});
        basins.wait(longest);
        report.landmarks.basins = basins.take();
    }
    if (request.options.view == plot::View::Bifurcation) {
        run::BifurcationProblem problem{request.analysis,
                                        {session.initialGuess, 0},
                                        session.settings.direction,
                                        request.alphas.value_or(core::Range{}),
                                        {},
                                        pixels.width(),
                                        pixels.height()};
        problem.present = session.settings.alpha;
        run::Bifurcation bifurcation(problem);
        bifurcation.wait();
        report.density = bifurcation.take().value_or(core::Density{});
    }
}

/// The exit status.
int writeAll(const Request& request, const output::Report& report) {
    const Interruption interruption;
    std::stop_source stop;
    output::Watch watch;
    watch.stop = stop.get_token();
    watch.progressed = [&](double) {
        if (interruption.asked()) stop.request_stop();
    };
    int status = 0;
    for (const QString& path : request.exports) {
        const QString fault = output::write(path, report, request.options, watch);
        if (interruption.asked()) break;
        if (fault.isEmpty()) continue;
        print(stderr, QStringLiteral("thalweg: ") + fault);
        status = 1;
    }
    return status;
}

}  // namespace

int execute(const Request& request) {
    const bool drawn = std::ranges::any_of(request.exports, output::isDrawn) && plot::canDraw();
    output::Report report = computed(request);
    if (request.options.steps.from > report.verdict.steps) {
        return cli::report({CommandLine::tr("--steps: the run ends with step %1.")
                                .arg(session::count(report.verdict.steps))});
    }
    if (report.verdict.outcome == core::Outcome::OutOfMemory) {
        return cli::report({session::describe(report.verdict, report.session.settings), 1});
    }
    if (drawn) survey(request, report);
    const int status = writeAll(request, report);
    print(stdout, session::describe(report.verdict, report.session.settings));
    return status;
}

int report(const Refusal& refusal) {
    const bool asked = refusal.status == 0;
    print(asked ? stdout : stderr,
          asked ? refusal.message : QStringLiteral("thalweg: ") + refusal.message);
    return refusal.status;
}

}  // namespace cli
