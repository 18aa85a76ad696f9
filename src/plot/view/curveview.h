// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QString>
#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "insight/basins.h"
#include "insight/landmarks.h"
#include "insight/stationary.h"
#include "plot/paint/rival.h"
#include "plot/view/runview.h"

namespace plot {

class CurveScene;

/// The picture that is the program: the curve, the trail of a run, the ball that rolls along it
/// with its tangent and the arrow of its next step. The same scene serves the window and exported
/// pictures.
class CurveView : public RunView {
    Q_OBJECT

public:
    explicit CurveView(QWidget* parent = nullptr);
    ~CurveView() override;

    /// Dims the curve while what is typed does not read.
    void setStale(bool stale);
    /// The other runners, and the place of this one among all. To be set before its trajectory.
    void setRivals(std::size_t place, std::vector<Rival> rivals);
    /// The stationary points in view. Hovering one tells about it, a click centres it.
    void setPoints(const std::vector<insight::StationaryPoint>& points);
    /// The strip under the x axis that tells where each start ends; nothing takes it away. Hovering
    /// it tells, a click starts there.
    void setBasins(const std::optional<insight::BasinMap>& basins);
    /// Whether a ghost of the ball shows where its next step lands; at the end of a run, where the
    /// first one lands. Drawn with the ball.
    void setGhost(bool ghost);

    /// Hides what tells how the run will go: its trail, the arrow of the next step and the basins.
    void setVeiled(bool veiled);

    /// Names the first steps, 0, 1, 2 …, beside the trail.
    void setStepsNamed(bool named);

    /// Shows the parabola through the ball whose vertex is the next step, where the method has one.
    void setParabola(bool shown);

    /// The value under the pointer, NaN outside the domain; for read-outs.
    double value(double x) const;
    double slope(double x) const;
    const insight::Landmarks& landmarks() const;
    const std::optional<insight::BasinMap>& basins() const { return landmarks().basins; }
    /// One sentence on where a start at x ends; empty while that is not known.
    QString basinAt(double x) const;
    /// Where the ball is drawn (its centre, in this widget's pixels); null while there is none.
    QPointF ballCentre() const;
    /// Where the strip of the basins is drawn; empty without basins.
    QRectF strip() const;
    /// The mark at one of this widget's pixels; null without one, and where the ball is before it.
    const insight::StationaryPoint* markAt(QPointF point) const;
    /// The width of the axes' area in pixels.
    int columns() const;
    /// Moves the view, without zooming, until the point is in its middle.
    void centre(const insight::StationaryPoint& point);
    /// A start a little beside the point, on the side with more room, from which a run shows
    /// whether it attracts.
    double startBeside(const insight::StationaryPoint& point) const;

    QSize sizeHint() const override { return {800, 500}; }

Q_SIGNALS:
    /// The ball of another runner was pressed. Once that is the chosen one, a drag takes it along.
    void runnerPicked(std::size_t place);
    /// The ball was let go after dragging.
    void startSettled();
    /// columns() has changed, as of a frame that was drawn.
    void columnsChanged();

protected:
    RunScene& run() const override;
    void drawMarked() override;
    /// Inside the axes and on the strip: of x as startPicked() would tell it, over a mark that of
    /// the mark, of a ball that is dragged its own.
    QString wordsAt(QPointF at) const override;
    std::optional<Tip> tipAt(QPoint at) const override;
    bool hasStartAt(QPointF point) const override;
    std::optional<QPointF> gripAt(QPointF point) const override;
    std::optional<Qt::CursorShape> cursorAt(QPointF point) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    std::unique_ptr<CurveScene> m_scene;
    int m_columns = 0;  ///< of the last frame
};

}  // namespace plot
