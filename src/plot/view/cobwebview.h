// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <memory>
#include <optional>
#include <vector>

#include "descent/descent.h"
#include "descent/trajectory.h"
#include "formula/analysis.h"
#include "insight/landscape.h"
#include "insight/range.h"
#include "insight/stationary.h"
#include "plot/paint/theme.h"
#include "plot/view/navigation.h"
#include "plot/view/pictureview.h"

namespace plot {

class CobwebScene;

/// A run as a cobweb: the map from xₙ to xₙ₊₁ = xₙ ∓ α f′(xₙ), the diagonal, and the stairs of the
/// run between them. Where the map crosses the diagonal it rests; its slope there decides whether
/// near starts come to rest too. A frame costs the same for a thousand and for a million steps.
class CobwebView : public PictureView {
    Q_OBJECT

public:
    explicit CobwebView(QWidget* parent = nullptr);
    ~CobwebView() override;

    /// The function that the map descends. The view compiles an objective of its own.
    void setAnalysis(const formula::Analysis& analysis);
    /// Shows this range on both axes; fit() leads back to it. Ignored unless valid.
    void setRange(insight::Range x);
    /// What is shown of xₙ and of xₙ₊₁.
    insight::Range range() const;
    insight::Range valueRange() const;
    /// Back to the range last set.
    void fit();
    /// Shows 1/factor of both ranges around the centre.
    void zoom(double factor);
    void setTheme(const Theme& theme);

    /// The run to show, and the α and direction of the map; cheap, also for a run that has grown a
    /// little. An empty run leaves the map alone.
    void setTrajectory(const descent::Trajectory& trajectory, const descent::Settings& settings);
    /// Shows the stairs up to a real position in [0, N]. Only the last few are drawn again.
    void setPosition(double position);
    /// The place whose slope is told when it is in view.
    void setExtremum(const std::optional<insight::StationaryPoint>& extremum);

    /// As of a CurveView, of the map and of the run's settings.
    void setSparing();
    std::optional<insight::Viewport> unfinished() const;
    void setMap(const insight::Viewport& view, std::vector<insight::CurvePoint> points);

    /// As CurveView::picture().
    QImage picture(QSize size, double scale = 1) const;

    /// The start that a click at one of this widget's pixels asks for; nothing outside the axes.
    std::optional<double> startAt(QPointF point) const;
    /// Where the end of the stairs is drawn, in this widget's pixels; null without a run and out of
    /// view.
    QPointF tip() const;
    /// Where a point of the plane is drawn, in this widget's pixels.
    QPointF pixel(double x, double next) const;

    QSize sizeHint() const override { return {600, 500}; }
    QSize minimumSizeHint() const override { return {320, 200}; }

Q_SIGNALS:
    /// The map was drawn anew; unfinished() tells how well.
    void sketched();
    /// A click asks for a run from x, which is finite and in view. A double click asks for the one
    /// before again.
    void startPicked(double x);
    /// A double click asks for the range that fits.
    void fitWanted();

protected:
    void drawMarked() override;
    void resized() override;
    QString wordsAt(QPointF at) const override;
    std::optional<Tip> tipAt(QPoint at) const override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    std::unique_ptr<CobwebScene> m_scene;
    Press m_press;
    std::optional<double> m_startBefore;  ///< the press
};

}  // namespace plot
