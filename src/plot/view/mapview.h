// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QString>
#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "descent/descent.h"
#include "descent/trajectory.h"
#include "formula/valued.h"
#include "insight/plane/heights.h"
#include "insight/plane/planebasins.h"
#include "insight/plane/slice.h"
#include "insight/plane/stationaryplace.h"
#include "plot/paint/rival.h"
#include "plot/view/planeview.h"

namespace plot {

class MapScene;

/// A function of several variables from above, with the paths of its runs; see MapScene. A person
/// chooses where the run starts.
class MapView : public PlaneView {
    Q_OBJECT

public:
    explicit MapView(QWidget* parent = nullptr);
    ~MapView() override;

    void setTheme(const Theme& theme) override;

    /// The function of the run. The view compiles an objective of its own.
    void setAnalysis(const formula::Valued& function);
    /// Which two variables are shown, and where the others stay.
    void setSlice(const insight::Slice& slice);
    /// The run to show; cheap, also for one that has grown a little. An empty one leaves no path.
    void setTrajectory(const descent::Trajectory& trajectory, const descent::Settings& settings);
    /// The other runners, and the place of this one among all. To be set before its trajectory.
    void setRivals(std::size_t place, std::vector<Rival> rivals);
    /// The stationary places in view. Hovering one tells about it.
    void setPlaces(std::vector<insight::StationaryPlace> places);
    /// The heights for which unfinished() asks, also coarser ones first; see
    /// MapScene::setHeights().
    void setHeights(insight::SharedHeights heights, bool present = true);
    /// The nodes at which heights are wanted; nothing when they are there.
    std::optional<insight::Lattice> unfinished() const;

    /// See MapScene.
    void setBasinsShown(bool shown);
    void setBasins(insight::SharedBasins basins);
    std::optional<insight::Lattice> wantedBasins() const;
    const insight::SharedBasins& basins() const;

    /// Dims the map while what is typed does not read.
    void setStale(bool stale);
    /// Hides what tells how the run will go: its path and its arrows.
    void setVeiled(bool veiled);
    /// Whether contours tell their values.
    void setNumbered(bool numbered);
    bool isNumbered() const;
    /// Whether a unit of both variables is as long, so that right angles look like ones.
    void setEqualScale(bool equal);
    bool hasEqualScale() const;

    /// What it shows; see setSlice().
    const insight::Slice& slice() const;
    insight::Rectangle area() const { return {range(), valueRange()}; }
    /// The start that a click at one of this widget's pixels is about; nothing where there is none.
    std::optional<QPointF> startAt(QPointF point) const;
    /// Where the ball is drawn, in this widget's pixels; null while there is none in view.
    QPointF ballCentre() const;
    /// The place whose mark is at one of this widget's pixels; null without one, and where the ball
    /// is before it.
    const insight::StationaryPlace* placeAt(QPointF point) const;

    /// A start near a place in view, a small part of the view aside.
    QPointF startBeside(const insight::StationaryPlace& place) const;
    /// Shows as much as now, about a place.
    void centre(const insight::StationaryPlace& place);

    QSize sizeHint() const override { return {800, 500}; }

Q_SIGNALS:
    /// A person chose a start in the two variables that are shown, which is finite and in view, by
    /// a click, a step of a drag, or a key. A double click asks for the one before its first click
    /// again.
    void startPicked(QPointF start);
    /// The ball was let go after dragging.
    void startSettled();
    /// The ball of another runner was pressed. Once that is the chosen one, a drag takes it along.
    void runnerPicked(std::size_t place);
    /// A frame was drawn for which other heights or basins may be wanted; see unfinished() and
    /// wantedBasins().
    void sketched();

protected:
    PlaneScene& plane() const override;
    Choice choice() const override { return Choice::Point; }
    std::optional<QPointF> chosen() const override;
    void pick(QPointF chosen) override;
    std::optional<QPointF> gripAt(QPointF point) const override;
    std::optional<Qt::CursorShape> cursorAt(QPointF point) const override;
    QString wordsAt(QPointF at) const override;
    std::optional<Tip> tipAt(QPoint at) const override;
    /// Of the arrows at the ball.
    Tip tipOfMotion(QPointF at) const;
    void drawMarked() override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    bool isOverBall(QPointF point) const;
    std::optional<std::size_t> rivalAt(QPointF point) const;
    QString tellBasin(QPointF at) const;

    std::unique_ptr<MapScene> m_scene;
};

}  // namespace plot
