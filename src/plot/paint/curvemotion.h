// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>
#include <vector>

#include "descent/objective.h"
#include "insight/landscape.h"
#include "plot/paint/label.h"
#include "plot/paint/trail.h"
#include "plot/scene/content.h"
#include "plot/shape/curvepath.h"
#include "plot/shape/frame.h"
#include "plot/shape/roll.h"
#include "plot/step/nextstep.h"

class QPainter;

namespace plot {

/// Whether the ball's contact is in view.
bool inView(const Frame& frame, const Pose& pose);

/// What moves along a curve with the runs: the marks of the rivals, the ball, its tangent, the last
/// steps, the arrow of the next step with what that is made of, and its ghost. Made for one
/// painting; the run is not empty.
class CurveMotion {
public:
    /// Without an objective no step is shown. `labels` are what those cover that lie there already;
    /// `names`, among them, stay over the arrows that cross them.
    CurveMotion(const Content& content, const descent::Objective* objective, const CurvePath& path,
                const Frame& frame, const std::vector<QRectF>& labels,
                const std::vector<Named>& names);

    /// The ball and what belongs to it. Returns what it covers.
    QRectF paint(QPainter& painter, const Pose& ball) const;
    /// The others, to lie under the ball. Returns what each covers.
    std::vector<QRectF> paintRivals(QPainter& painter, const Pose& ball) const;

private:
    QString beyondLabel(insight::CurvePoint point) const;
    bool hidesBehindBall(const NextStep& step) const;
    QRectF paintStepAlong(QPainter& painter, const NextStep& step,
                          const Obstacles& obstacles) const;
    QRectF paintNamesOver(QPainter& painter, const QRectF& crossed) const;
    QRectF paintGhostAt(QPainter& painter, insight::CurvePoint landing, const Pose& ball) const;
    QRectF paintBallAt(QPainter& painter, const Pose& pose) const;

    const Content& m_content;
    const Theme m_theme;  ///< of the runner
    const descent::Objective* m_objective;
    const CurvePath& m_path;
    const Frame& m_frame;
    const std::vector<QRectF>& m_labels;
    const std::vector<Named>& m_names;
    std::size_t m_iteration;  ///< the last that the ball has reached
};

}  // namespace plot
