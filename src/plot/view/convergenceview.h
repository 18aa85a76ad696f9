// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QSize>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "descent/trajectory.h"
#include "plot/look/theme.h"
#include "plot/paint/rival.h"
#include "plot/shape/quantity.h"
#include "plot/view/pictureview.h"

namespace plot {

class ConvergenceScene;

/// f(xₙ) on a linear axis (left) and |f′(xₙ)| on a logarithmic one (right) over the iteration n,
/// with a line at the present position; of several runners one quantity, a line for each. Where
/// |f′| is zero or a value is not finite, its line has a gap. A frame costs the same for a thousand
/// and for a million steps.
class ConvergenceView : public PictureView {
    Q_OBJECT

public:
    explicit ConvergenceView(QWidget* parent = nullptr);
    ~ConvergenceView() override;

    void setTheme(const Theme& theme) override;
    void setTrajectory(const descent::Trajectory& trajectory);
    /// All runners, the chosen one last, and the best value in view, where one is known.
    void setRunners(std::vector<Rival> runners, const std::optional<Goal>& known);
    /// What is shown of each runner; nothing for f and the slope of one, and of several how far f
    /// is from the best value.
    void setQuantity(std::optional<Quantity> quantity);
    std::optional<Quantity> quantity() const;
    /// What the star of f* or x* means in the chart; empty where it shows none.
    QString starred() const;

    QSize sizeHint() const override { return {600, 160}; }
    /// As much higher for larger text as its axes need.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A click or drag asks for this iteration, a whole number.
    void iterationPicked(double position);

protected:
    Scene& scene() const override;
    QString wordsAt(QPointF at) const override;
    std::optional<Tip> tipAt(QPoint at) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void pick(double column);
    void describe();

    std::unique_ptr<ConvergenceScene> m_scene;
};

}  // namespace plot
