// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "insight/bifurcation.h"
#include "insight/landmarks.h"
#include "run/bifurcation.h"
#include "run/planebasins.h"
#include "session/report.h"
#include "session/view.h"

namespace model {

class BasinWatch;
class BifurcationWatch;
class Experiment;

/// Gathers what a file or a sheet of paper tells of the present run: waits for the run, and
/// computes what a view needs beyond it, while the window lives on. Its clock ticks only while
/// something is awaited. Basins that take too long stay coarse.
class ReportWatch : public QObject {
    Q_OBJECT

public:
    /// The run, what computes the basins about it, a bifurcation diagram to compute for a picture,
    /// and what else is known of the curve; all of them outlive this.
    ReportWatch(const Experiment& experiment, const BasinWatch& basins,
                const BifurcationWatch& bifurcations, std::function<insight::Landmarks()> landmarks,
                QObject* parent = nullptr);
    ~ReportWatch() override;

    /// Gathers the present run anew, for a picture of this view.
    void begin(session::View view);
    /// Goes on for another view of the same run.
    void setView(session::View view);
    /// Nothing is wanted any more.
    void end();

    /// Nothing until all is there.
    const std::optional<session::Report>& report() const { return m_report; }

Q_SIGNALS:
    /// What is being computed, in a few words, and the part of it that is done, in [0, 1].
    void awaited(const QString& words, double part);
    /// The report is there.
    void completed();

private:
    void tick();
    std::vector<session::Result> others() const;
    bool awaitsRun();
    bool awaitsBasins();
    bool awaitsPlaneBasins();
    bool awaitsDensity();

    const Experiment& m_experiment;
    const BasinWatch& m_basins;
    const BifurcationWatch& m_bifurcations;
    const std::function<insight::Landmarks()> m_landmarks;
    session::View m_view = session::View::Curve;
    std::unique_ptr<run::PlaneBasins> m_planeBasins;
    insight::SharedBasins m_basinsOfPlane;
    std::unique_ptr<run::Bifurcation> m_bifurcation;
    std::optional<insight::Density> m_density;
    std::optional<session::Report> m_report;
    QElapsedTimer m_sinceRun;  ///< since the run was complete
    QTimer m_clock;
};

}  // namespace model
