// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <memory>
#include <optional>
#include <vector>

#include "descent/descent.h"
#include "descent/trajectory.h"
#include "formula/analysis.h"
#include "insight/basins.h"
#include "insight/landscape.h"
#include "insight/range.h"
#include "insight/stationary.h"
#include "plot/paint/landmarks.h"
#include "plot/paint/theme.h"
#include "plot/view/pictureview.h"

namespace plot {

class CurveScene;

/// The picture that is the program: the curve, the trail of a run, the ball that rolls along it
/// with its tangent and the arrow of its next step. The same scene serves the window and exported
/// pictures.
class CurveView : public PictureView {
    Q_OBJECT

public:
    explicit CurveView(QWidget* parent = nullptr);
    ~CurveView() override;

    /// The curve to show, in the same range of x; the range of f is fitted to another function. The
    /// view compiles an objective of its own.
    void setAnalysis(const formula::Analysis& analysis);
    /// Dims the curve while what is typed does not read.
    void setStale(bool stale);
    /// Shows this range of x, and of f the range that fits it. Ignored unless valid.
    void setRange(insight::Range x);
    /// Shows this part of the plane, as panning and zooming do; fit() leads back. Ignored unless
    /// valid.
    void setRanges(insight::Range x, insight::Range value);
    insight::Range range() const;
    insight::Range valueRange() const;
    /// Back to the range last set, as a double click does.
    void fit();
    /// Shows 1/factor of both ranges around the centre.
    void zoom(double factor);
    void setTheme(const Theme& theme);

    /// The run to show; cheap, also for a run that has grown a little. An empty one leaves no
    /// trail.
    void setTrajectory(const descent::Trajectory& trajectory, const descent::Settings& settings);
    /// The stationary points in view. Hovering one tells about it, a click centres it.
    void setPoints(const std::vector<insight::StationaryPoint>& points);
    /// The strip under the x axis that tells where each start ends; nothing takes it away. Hovering
    /// it tells, a click starts there.
    void setBasins(const std::optional<insight::BasinMap>& basins);
    /// Puts the ball at a real position in [0, N]: between whole numbers it rolls from one iterate
    /// to the next. Only the ball, its tangent and its arrow are drawn again.
    void setPosition(double position);
    /// Whether a ghost of the ball shows where its next step lands; at the end of a run, where the
    /// first one lands. Drawn with the ball.
    void setGhost(bool ghost);

    /// Hides what tells how the run will go: its trail, the arrow of the next step and the basins.
    void setVeiled(bool veiled);

    /// Names the first steps, 0, 1, 2 …, beside the trail.
    void setStepsNamed(bool named);

    /// From now on draws no longer than half a frame at the curve: of a function that takes longer
    /// a coarse one, until setCurve().
    void setSparing();
    /// The part of the plane for which a finer curve is wanted; nothing when none is.
    std::optional<insight::Viewport> unfinished() const;
    /// A finer curve; ignored when it is wanted no longer.
    void setCurve(const insight::Viewport& view, std::vector<insight::CurvePoint> points);

    /// Draws everything at once, changed or not.
    void drawAll();
    /// The scene as a picture of its own, `size` in pixels, everything in it `scale` times as
    /// large. Null when the size is empty or over 64 megapixels.
    QImage picture(QSize size, double scale = 1) const;

    /// The value under the pointer, NaN outside the domain; for read-outs.
    double value(double x) const;
    double slope(double x) const;
    const Landmarks& landmarks() const;
    const std::optional<insight::BasinMap>& basins() const { return landmarks().basins; }
    /// One sentence on where a start at x ends; empty while that is not known.
    QString basinAt(double x) const;
    /// Where the ball is drawn (its centre, in this widget's pixels); null while there is none.
    QPointF ballCentre() const;
    /// Where a point of the plane is drawn, in this widget's pixels.
    QPointF pixel(double x, double value) const;
    /// Where the strip of the basins is drawn; empty without basins.
    QRectF strip() const;
    /// The mark at one of this widget's pixels; null without one, and where the ball is before it.
    const insight::StationaryPoint* markAt(QPointF point) const;
    /// The start that a click at one of this widget's pixels is about; nothing outside the axes and
    /// the strip.
    std::optional<double> startAt(QPointF point) const;
    /// The width of the axes' area in pixels.
    int columns() const;
    /// Moves the view, without zooming, until the point is in its middle.
    void centre(const insight::StationaryPoint& point);
    /// A start a little beside the point, on the side with more room, from which a run shows
    /// whether it attracts.
    double startBeside(const insight::StationaryPoint& point) const;

    QSize sizeHint() const override { return {800, 500}; }
    QSize minimumSizeHint() const override { return {320, 200}; }

Q_SIGNALS:
    /// A person put the ball at x: a click on the curve, a step of dragging the ball, or a key. `x`
    /// is finite and in view.
    void startPicked(double x);
    /// The ball was let go after dragging.
    void startSettled();
    /// The curve was drawn anew; unfinished() tells how well.
    void sketched();
    /// columns() has changed, as of a frame that was drawn.
    void columnsChanged();
    /// A double click asks for the view that fits.
    void fitWanted();
    /// The visible range was changed by a person (pan, zoom, fit).
    void rangeChanged();

protected:
    void drawMarked() override;
    void resized() override;
    /// Inside the axes and on the strip: of x as startPicked() would tell it, over a mark that of
    /// the mark, of a ball that is dragged its own.
    QString wordsAt(QPointF at) const override;
    std::optional<Tip> tipAt(QPoint at) const override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    enum class Drag { None, Ball, Plane };

    void takeBallTo(QPointF at);
    void dragBall(QPointF to);
    double xAt(QPointF point) const;
    /// Draws and tells of another part of the plane.
    void moved(bool changes);
    void showCursor(QPointF at);

    std::unique_ptr<CurveScene> m_scene;
    Drag m_drag = Drag::None;
    QPointF m_grip;     ///< Ball: from the pointer to the contact; Plane: the point that is held
    int m_columns = 0;  ///< of the last frame
};

}  // namespace plot
