// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"

#include <QCoreApplication>
#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

#include "cli/interruption.h"
#include "insight/plane/survey.h"
#include "insight/survey.h"
#include "output/writers.h"
#include "plot/scene/threads.h"
#include "run/basins.h"
#include "run/bifurcation.h"
#include "run/planebasins.h"
#include "run/run.h"
#include "session/axes.h"
#include "session/constants.h"
#include "session/method.h"
#include "session/runners.h"
#include "session/view.h"
#include "session/wording/wording.h"

namespace cli {

namespace {

struct CommandLine {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// False when it did not arrive whole.
bool print(FILE* stream, const QString& text) {
    const QByteArray line = text.trimmed().toUtf8() + '\n';
    const auto size = static_cast<std::size_t>(line.size());
    return std::fwrite(line.constData(), 1, size, stream) == size && std::fflush(stream) == 0;
}

void complain(const QString& fault) {
    print(stderr, QStringLiteral("thalweg: ") + fault);
}

/// What was asked for. True when it arrived whole.
bool answer(const QString& text) {
    if (print(stdout, text)) return true;
    complain(CommandLine::tr("Cannot write to standard output: %1.")
                 .arg(QString::fromLocal8Bit(std::strerror(errno))));
    return false;
}

/// The runs of all runners, at once, and what became of each.
std::vector<session::Result> computed(const session::Session& session,
                                      const insight::Landmarks& inView) {
    std::vector<std::unique_ptr<run::Run>> runs;
    for (std::size_t place = 0; place < session::runnerCount(session); ++place) {
        const session::Session own = session::choosing(session, place);
        runs.push_back(std::make_unique<run::Run>(
            run::Problem{session::valued(own), own.initialGuess, own.settings}));
    }
    const descent::Objective objective(session::valued(session), session.settings.direction);
    std::vector<session::Result> results;
    for (std::size_t place = 0; place < runs.size(); ++place) {
        runs[place]->wait();
        const run::Progress progress = runs[place]->progress();
        const descent::Settings settings = session::choosing(session, place).settings;
        results.push_back({progress.trajectory,
                           insight::judge(objective, settings, progress.trajectory,
                                          *progress.outcome, inView.points, {}, inView.places)});
        runs[place].reset();
    }
    return results;
}

/// The stationary points of one variable, or the places of two.
insight::Landmarks inView(const session::Session& session) {
    const descent::Objective objective(session::valued(session));
    const std::size_t variables = session.function.dimension();
    insight::Landmarks landmarks;
    if (variables == 1)
        landmarks.points = insight::survey(objective, session.range, insight::usualColumns);
    if (variables == 2) {
        landmarks.places = insight::stationaryPlaces(
            objective, session::inOrder(session.axes, session::rectangleOf(session)));
    }
    return landmarks;
}

session::Report computed(const Request& request) {
    const session::Session& session = request.session;
    const insight::Landmarks landmarks = inView(session);
    std::vector<session::Result> results = computed(session, landmarks);
    const auto chosen = results.begin() + static_cast<std::ptrdiff_t>(session.chosen);
    session::Report report{session, chosen->trajectory, chosen->verdict, landmarks};
    results.erase(chosen);
    report.others = std::move(results);
    return report;
}

/// About as many as there are pixels, through the place where the run ends.
insight::Lattice basinNodes(const session::Report& report, QSize pixels) {
    const session::Session& session = report.session;
    return insight::basinLattice(session::sliceThrough(session, report.trajectory.last().at),
                                 session::rectangleOf(session), pixels.width(), pixels.height());
}

insight::SharedBasins planeBasinsOf(const session::Report& report, const insight::Lattice& nodes,
                                    bool keepsEnds) {
    constexpr std::chrono::seconds longest(60);
    const session::Session& session = report.session;
    run::PlaneBasins basins(
        {session::valued(session), session.settings, nodes, report.landmarks.places, keepsEnds});
    const bool isComplete = basins.wait(keepsEnds ? std::chrono::hours(24) : longest);
    return isComplete || !keepsEnds ? basins.take() : nullptr;
}

/// What a table tells: of the basins a row for each of so many places.
session::Report tabled(const Request& request, const session::Report& report) {
    session::Report table = report;
    if (request.options.view != session::View::Basins || report.trajectory.empty()) return table;
    const QSize size = request.options.size.value_or(output::usualTable);
    insight::Lattice nodes = basinNodes(report, size);
    nodes.columns = size.width();
    nodes.rows = size.height();
    table.landmarks.planeBasins = planeBasinsOf(report, nodes, true);
    return table;
}

/// Adds what the asked view shows beyond the run itself.
void survey(const Request& request, session::Report& report) {
    const session::Session& session = request.session;
    const formula::Valued function = session::valued(session);
    const QSize pixels = output::resolution(report, request.options);
    const auto needs = session::viewRow(request.options.view).needs;
    if (needs == session::ViewRow::Needs::Basins) {
        constexpr std::chrono::seconds longest(5);
        run::Basins basins({function, session.settings, session.range, pixels.width()});
        basins.wait(longest);
        report.landmarks.basins = basins.take();
    }
    if (needs == session::ViewRow::Needs::PlaneBasins)
        report.landmarks.planeBasins = planeBasinsOf(report, basinNodes(report, pixels), false);
    if (needs == session::ViewRow::Needs::Density) {
        run::BifurcationProblem problem{function,
                                        session.initialGuess,
                                        session.settings,
                                        request.alphas.value_or(insight::Range{}),
                                        {},
                                        pixels.width(),
                                        pixels.height()};
        problem.present = session.settings.alpha;
        run::Bifurcation bifurcation(problem);
        bifurcation.wait();
        report.density = bifurcation.take().value_or(insight::Density{});
    }
}

/// Where the session has the ball in a picture, as far as the run is shown.
std::optional<double> positionIn(const session::Report& report, const output::Options& options) {
    const auto& step = report.session.standing.step;
    if (!step) return std::nullopt;
    return static_cast<double>(std::min({*step, report.lastStep(), options.steps.to}));
}

bool outOfMemory(const session::Report& report) {
    const auto isShort = [](const auto& result) {
        return result.verdict.outcome == descent::Outcome::OutOfMemory;
    };
    return isShort(report) || std::ranges::any_of(report.others, isShort);
}

/// One line a runner.
QString told(const session::Report& report) {
    if (report.others.empty()) return session::describe(report);
    QStringList lines;
    for (std::size_t place = 0; place < session::runnerCount(report.session); ++place) {
        const session::Report own = report.of(place);
        lines += CommandLine::tr("Runner %1, %2: %3")
                     .arg(QString::number(place + 1),
                          session::methodText(own.session.settings.method), session::describe(own));
    }
    return lines.join(QLatin1Char('\n'));
}

/// The exit status.
int writeAll(const Request& request, const session::Report& report) {
    std::optional<Interruption> interruption;
    std::stop_source stop;
    output::Monitor monitor;
    monitor.stop = stop.get_token();
    monitor.begun = [&] { interruption.emplace(); };
    monitor.progressed = [&](double) {
        if (interruption->asked()) stop.request_stop();
    };
    int status = 0;
    for (const QString& path : request.exports) {
        const bool isTable = !output::isDrawn(path, request.formats);
        const QString fault = output::write(path, isTable ? tabled(request, report) : report,
                                            request.options, monitor, request.formats);
        interruption.reset();  // which ends the program if it was asked to
        if (fault.isEmpty()) continue;
        complain(fault);
        status = 1;
    }
    return status;
}

}  // namespace

int execute(const Request& asked) {
    Request request = asked;
    const auto isDrawn = [&](const QString& path) {
        return output::isDrawn(path, request.formats);
    };
    const bool drawn = std::ranges::any_of(request.exports, isDrawn) && plot::canDraw();
    if (!request.unvalued.isEmpty()) complain(session::usualConstantsNote(request.unvalued));
    session::Report report = computed(request);
    if (request.options.steps.from > report.lastStep()) {
        return cli::report({CommandLine::tr("--steps: the run ends with step %1.")
                                .arg(session::count(report.lastStep()))});
    }
    if (outOfMemory(report)) return cli::report({told(report), 1});
    request.options.position = positionIn(report, request.options);
    if (drawn) survey(request, report);
    const int status = writeAll(request, report);
    return answer(told(report)) ? status : 1;
}

int report(const Refusal& refusal) {
    if (refusal.status == 0) return answer(refusal.message) ? 0 : 1;
    complain(refusal.message);
    return refusal.status;
}

}  // namespace cli
