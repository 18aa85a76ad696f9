// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QString>
#include <QTimer>
#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "descent/descent.h"
#include "descent/trajectory.h"
#include "formula/valued.h"
#include "insight/plane/heights.h"
#include "insight/plane/slice.h"
#include "insight/plane/stationaryplace.h"
#include "plot/paint/rival.h"
#include "plot/view/planeview.h"
#include "session/camera.h"

namespace plot {

class SurfaceScene;

/// A function of several variables as a landscape, with the paths of its runs; see SurfaceScene. A
/// person turns it, and chooses where the run starts. While it turns or changes it is drawn less
/// finely.
class SurfaceView : public PlaneView {
    Q_OBJECT

public:
    explicit SurfaceView(QWidget* parent = nullptr);
    ~SurfaceView() override;

    /// See MapView for all of these.
    void setTheme(const Theme& theme) override;
    void setAnalysis(const formula::Valued& function);
    void setSlice(const insight::Slice& slice);
    void setTrajectory(const descent::Trajectory& trajectory, const descent::Settings& settings);
    void setRivals(std::size_t place, std::vector<Rival> rivals);
    void setPlaces(std::vector<insight::StationaryPlace> places);
    void setHeights(insight::SharedHeights heights, bool present = true);
    std::optional<insight::Lattice> unfinished() const;
    void setStale(bool stale);
    void setVeiled(bool veiled);
    const insight::Slice& slice() const;
    insight::Rectangle area() const { return {range(), valueRange()}; }
    QPointF ballCentre() const;
    const insight::StationaryPlace* placeAt(QPointF point) const;

    /// The start that a click at one of this widget's pixels is about; nothing beside the surface.
    std::optional<QPointF> startAt(QPointF point) const;
    /// Where a place of the plane is on the surface, in this widget's pixels.
    QPointF pixelOn(QPointF place) const;

    void setCamera(const session::Camera& camera);
    const session::Camera& camera() const;
    /// Whether it is drawn less finely for now.
    bool isHasty() const { return m_rest.isActive(); }

    QSize sizeHint() const override { return {800, 500}; }

Q_SIGNALS:
    /// See MapView for these.
    void startPicked(QPointF start);
    void startSettled();
    void runnerPicked(std::size_t place);
    void sketched();
    /// A person has turned it.
    void cameraChanged(const session::Camera& camera);

protected:
    PlaneScene& plane() const override;
    Choice choice() const override { return Choice::Point; }
    std::optional<QPointF> chosen() const override;
    void pick(QPointF chosen) override;
    QPointF onPlane(QPointF pixel) const override;
    bool canChooseAt(QPointF pixel) const override;
    void dragGround(QPointF to) override;
    std::optional<QPointF> gripAt(QPointF point) const override;
    std::optional<Qt::CursorShape> cursorAt(QPointF point) const override;
    QString wordsAt(QPointF at) const override;
    std::optional<Tip> tipAt(QPoint at) const override;
    void drawMarked() override;
    void resized() override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    bool isOverBall(QPointF point) const;
    std::optional<std::size_t> rivalAt(QPointF point) const;
    void turnTo(const session::Camera& camera);
    void hurry();

    std::unique_ptr<SurfaceScene> m_scene;
    QTimer m_rest;   ///< runs out when nothing has changed for a while
    QPointF m_last;  ///< where the pointer dragged the background to
};

}  // namespace plot
