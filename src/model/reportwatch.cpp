// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reportwatch.h"

#include <chrono>
#include <utility>

#include "model/basinwatch.h"
#include "model/bifurcationwatch.h"
#include "model/experiment.h"
#include "session/axes.h"
#include "session/wording/wording.h"

namespace model {

using namespace std::chrono_literals;

ReportWatch::ReportWatch(const Experiment& experiment, const BasinWatch& basins,
                         const BifurcationWatch& bifurcations,
                         std::function<insight::Landmarks()> landmarks, QObject* parent)
    : QObject(parent),
      m_experiment(experiment),
      m_basins(basins),
      m_bifurcations(bifurcations),
      m_landmarks(std::move(landmarks)) {
    m_clock.setInterval(30ms);
    connect(&m_clock, &QTimer::timeout, this, &ReportWatch::tick);
}

ReportWatch::~ReportWatch() = default;

void ReportWatch::begin(session::View view) {
    m_planeBasins.reset();
    m_basinsOfPlane.reset();
    m_bifurcation.reset();
    m_density.reset();
    m_sinceRun.invalidate();
    setView(view);
}

void ReportWatch::setView(session::View view) {
    m_view = view;
    m_report.reset();
    m_clock.start();
    tick();
}

void ReportWatch::end() {
    m_clock.stop();
    m_planeBasins.reset();
    m_bifurcation.reset();
}

void ReportWatch::tick() {
    if (awaitsRun() || awaitsBasins() || awaitsPlaneBasins() || awaitsDensity()) return;
    m_clock.stop();
    m_report = session::Report{m_experiment.session(),
                               m_experiment.trajectory(),
                               *m_experiment.verdict(),
                               m_landmarks(),
                               m_density.value_or(insight::Density()),
                               others()};
    m_report->landmarks.planeBasins = m_basinsOfPlane;
    Q_EMIT completed();
}

std::vector<session::Result> ReportWatch::others() const {
    std::vector<session::Result> all;
    for (const auto& course : m_experiment.courses()) {
        if (&course->trajectory() != &m_experiment.trajectory())
            all.push_back({course->trajectory(), *course->verdict()});
    }
    return all;
}

bool ReportWatch::awaitsRun() {
    if (m_experiment.complete()) {
        if (!m_sinceRun.isValid()) m_sinceRun.start();
        return false;
    }
    m_sinceRun.invalidate();
    const auto steps = static_cast<std::int64_t>(m_experiment.player().steps());
    const std::int64_t most = m_experiment.session().settings.maxIterations;
    Q_EMIT awaited(tr("Computing the run: %n steps so far …", nullptr, session::howMany(steps)),
                   static_cast<double>(steps) / static_cast<double>(most));
    return true;
}

bool ReportWatch::awaitsBasins() {
    constexpr qint64 longest = 2000;  // milliseconds
    if (session::viewRow(m_view).needs != session::ViewRow::Needs::Basins) return false;
    if (m_sinceRun.hasExpired(longest)) return false;
    const auto part = m_basins.awaited();
    if (part) Q_EMIT awaited(tr("Computing where each start ends …"), *part);
    return part.has_value();
}

bool ReportWatch::awaitsPlaneBasins() {
    constexpr double columns = 1000;
    constexpr double rows = 600;
    const session::Session& session = m_experiment.session();
    const bool isWanted = session::viewRow(m_view).needs == session::ViewRow::Needs::PlaneBasins &&
                          session.function.dimension() > 1 && !m_experiment.trajectory().empty();
    if (!isWanted || m_basinsOfPlane) return false;
    if (!m_planeBasins) {
        const insight::Slice slice =
            session::sliceThrough(session, m_experiment.trajectory().last().at);
        m_planeBasins = std::make_unique<run::PlaneBasins>(run::PlaneBasinProblem{
            m_experiment.valued(), session.settings,
            insight::basinLattice(slice, session::rectangleOf(session), columns, rows),
            m_experiment.places()});
    }
    if (!m_planeBasins->over()) {
        Q_EMIT awaited(tr("Computing where each start ends …"), m_planeBasins->progress());
        return true;
    }
    m_basinsOfPlane = m_planeBasins->take();
    m_planeBasins.reset();
    return false;
}

bool ReportWatch::awaitsDensity() {
    constexpr int columns = 1000;
    constexpr int rows = 600;
    if (session::viewRow(m_view).needs != session::ViewRow::Needs::Density || m_density) {
        return false;
    }
    if (!m_bifurcation) {
        m_bifurcation = std::make_unique<run::Bifurcation>(m_bifurcations.problem(columns, rows));
    }
    if (!m_bifurcation->over()) {
        Q_EMIT awaited(tr("Computing the bifurcation diagram …"), m_bifurcation->progress());
        return true;
    }
    m_density = m_bifurcation->take().value_or(insight::Density());
    m_bifurcation.reset();
    return false;
}

}  // namespace model
