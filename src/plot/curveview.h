// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>
#include <memory>

#include "core/analysis.h"
#include "core/descent.h"
#include "core/range.h"
#include "core/trajectory.h"
#include "plot/theme.h"

namespace plot {

/// The picture that is the program: the curve, the trail of a run, the ball that rolls along it
/// with its tangent and the arrow of its next step. The same scene serves the window and exported
/// pictures.
///
/// Nothing is drawn by the setters: they mark what changed, and the next frame draws it, once.
class CurveView : public QWidget {
    Q_OBJECT

public:
    explicit CurveView(QWidget* parent = nullptr);
    ~CurveView() override;

    /// The curve to show. The view compiles an objective of its own.
    void setAnalysis(const core::Analysis& analysis);
    /// Dims the curve while what is typed does not read.
    void setStale(bool stale);
    /// Shows this range of x, and of f the range that fits it. Ignored unless valid.
    void setRange(core::Range x);
    core::Range range() const;
    core::Range valueRange() const;
    /// Back to the range last set, as a double click does.
    void fit();
    void setTheme(const Theme& theme);

    /// The run to show; cheap, also for a run that has grown a little. An empty one leaves no
    /// trail.
    void setTrajectory(const core::Trajectory& trajectory, const core::Settings& settings);
    /// Puts the ball at a real position in [0, N]: between whole numbers it rolls from one iterate
    /// to the next. Only the ball, its tangent and its arrow are drawn again.
    void setPosition(double position);

    /// The scene as a picture of its own, `size` in pixels, everything in it `scale` times as
    /// large.
    QImage picture(QSize size, double scale = 1);

    /// The value under the pointer, NaN outside the domain; for read-outs.
    double value(double x) const;
    double slope(double x) const;
    /// Where the ball is drawn (its centre, in this widget's pixels); null while there is none.
    QPointF ballCentre() const;
    /// Where a point of the plane is drawn, in this widget's pixels.
    QPointF pixel(double x, double value) const;

Q_SIGNALS:
    /// A person put the ball at x: a click on the curve or a step of dragging the ball. `x` is
    /// finite.
    void startPicked(double x);
    /// The ball was let go after dragging.
    void startSettled();
    /// The pointer is at x, inside the axes.
    void pointed(double x);
    void pointerLeft();
    /// The visible range was changed by a person (pan, zoom, fit).
    void rangeChanged();

private:
    struct Scene;
    std::unique_ptr<Scene> m_scene;
};

}  // namespace plot
