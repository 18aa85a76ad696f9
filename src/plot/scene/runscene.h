// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "descent/descent.h"
#include "descent/objective.h"
#include "descent/trajectory.h"
#include "formula/valued.h"
#include "insight/landscape.h"
#include "plot/scene/scene.h"

namespace plot {

/// A function of x as a line, and a run on it.
class RunScene : public PlaneScene {
public:
    const descent::Objective* objective() const { return m_objective ? &*m_objective : nullptr; }
    /// Where the run starts.
    std::optional<double> start() const;

    /// See SampledLine.
    void setSparing() { shown().line.setSparing(); }
    const SampledLine& line() const { return shown().line; }
    bool takeNewsOfLine() { return shown().line.takeNews(); }
    /// Finer points of the line, for line().unfinished().
    void setLine(const insight::Viewport& view, std::vector<insight::CurvePoint> points);

    void setAnalysis(const formula::Valued& function);
    void setTrajectory(const descent::Trajectory& trajectory, const descent::Settings& settings);
    /// Shows this range of x, from now on home, and what fits it.
    bool setHome(insight::Range x);
    virtual bool fit() = 0;

protected:
    using PlaneScene::PlaneScene;

    RunPlane& shown() override = 0;
    const RunPlane& shown() const override = 0;

    /// The function, which must be there.
    const insight::Curve& curve();
    /// The line has other points.
    virtual void lineChanged() = 0;
    virtual void functionChanged(bool /*sameFormula*/) {}
    /// The run is another, and its settings are no longer these.
    virtual void runChanged(const descent::Settings& before) = 0;

private:
    void compile();

    std::optional<descent::Objective> m_objective;
    std::optional<insight::Curve> m_curve;  ///< none before it is asked for
};

}  // namespace plot
