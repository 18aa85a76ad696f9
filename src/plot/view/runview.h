// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "descent/descent.h"
#include "descent/trajectory.h"
#include "formula/valued.h"
#include "insight/landscape.h"
#include "insight/range.h"
#include "plot/view/planeview.h"

namespace plot {

class RunScene;

/// A picture of a function of x as a line, and of a run on it, in which a person chooses where the
/// run starts.
class RunView : public PlaneView {
    Q_OBJECT

public:
    /// The function of the run. The view compiles an objective of its own.
    void setAnalysis(const formula::Valued& function);
    /// The run to show; cheap, also for one that has grown a little. An empty one leaves no trail.
    void setTrajectory(const descent::Trajectory& trajectory, const descent::Settings& settings);
    /// Shows this range of x, and of the other axis the range that fits it. Ignored unless valid.
    void setRange(insight::Range x);
    /// Back to the range last set.
    void fit();

    /// From now on draws no longer than half a frame at the line: of a function that takes longer a
    /// coarse one, until setLine().
    void setSparing();
    /// The part of the plane for which a finer line is wanted; nothing when none is.
    std::optional<insight::Viewport> unfinished() const;
    /// A finer line; ignored when it is wanted no longer.
    void setLine(const insight::Viewport& view, std::vector<insight::CurvePoint> points);

    /// The start that a click at one of this widget's pixels is about; nothing where there is none.
    std::optional<double> startAt(QPointF point) const;

Q_SIGNALS:
    /// A person chose x, which is finite and in view, by a click, a step of a drag, or a key. A
    /// double click asks for the one before its first click again.
    void startPicked(double x);
    /// The line was drawn anew; unfinished() tells how well.
    void sketched();

protected:
    using PlaneView::PlaneView;

    virtual RunScene& run() const = 0;
    PlaneScene& plane() const override;

    /// Whether a start can be chosen at a pixel.
    virtual bool hasStartAt(QPointF point) const;

    void drawMarked() override;
    std::optional<QPointF> chosen() const override;
    void pick(QPointF chosen) override;
};

}  // namespace plot
