// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>
#include <memory>

#include "core/trajectory.h"
#include "plot/theme.h"

namespace plot {

/// f(xₙ) on a linear axis (left) and |f′(xₙ)| on a logarithmic one (right) over the iteration n,
/// with a line at the present position. A frame costs the same for a thousand and for a million
/// steps.
class ConvergenceView : public QWidget {
    Q_OBJECT

public:
    explicit ConvergenceView(QWidget* parent = nullptr);
    ~ConvergenceView() override;

    void setTheme(const Theme& theme);
    void setTrajectory(const core::Trajectory& trajectory);
    void setPosition(double position);
    QImage picture(QSize size, double scale = 1);

Q_SIGNALS:
    /// A click or drag asks for this iteration.
    void iterationPicked(double position);

private:
    struct Scene;
    std::unique_ptr<Scene> m_scene;
};

}  // namespace plot
