// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <optional>
#include <vector>

#include "descent/objective.h"
#include "plot/paint/label.h"
#include "plot/shape/frame.h"
#include "plot/step/arrows.h"
#include "plot/step/nextstep.h"
#include "plot/step/parabola.h"

class QPainter;

namespace plot {

/// Of the arrow of a part.
ArrowStyle styleOf(descent::Origin origin);

/// What a picture shows of a step beside its arrow: its parts as arrows one after the other, above
/// the ball or, where there is no room, below; the step of plain gradient descent; tries that were
/// refused; and on demand the parabola whose vertex is the next place. Made for one painting.
class StepSketch {
public:
    /// All of them outlive this.
    StepSketch(const Content& content, const descent::Objective& objective, const Frame& frame,
               const NextStep& step);

    /// Names what has room. Takes the place of its arrows into the obstacles. Returns what it
    /// covers.
    QRectF paint(QPainter& painter, Obstacles& obstacles) const;

    /// What one of its signs means, and where it is.
    struct Explained {
        QString tip;
        QRectF sign;
    };
    std::optional<Explained> at(QPointF pixel) const;

private:
    struct Arrow {
        ArrowStyle style;
        QLineF line;    ///< in pixels, in the area
        QLineF shrunk;  ///< beyond its tip; null where it did not shrink
        QString label;
        std::size_t part;  ///< of the step, of others than the plain one
    };
    struct Refused {
        QPointF at;  ///< in pixels, in the area
        double x;
        double value;
    };

    void layParts();
    void layPlain();
    void layRefused(const descent::Objective& objective);
    double laneOf(std::size_t part) const;
    std::optional<QLineF> level(double from, double to, double row) const;
    QRectF name(QPainter& painter, const Arrow& arrow, Obstacles& obstacles) const;
    QRectF nameRefused(QPainter& painter, Obstacles& obstacles) const;
    QRectF paintLinks(QPainter& painter) const;
    std::optional<Explained> parabolaAt(QPointF pixel) const;

    const Content& m_content;
    const Theme m_theme;  ///< of the runner
    const Frame& m_frame;
    const NextStep& m_step;
    QPointF m_contact;  ///< where the step begins
    std::vector<Arrow> m_arrows;
    std::vector<Refused> m_refused;
    std::optional<Parabola> m_parabola;
};

}  // namespace plot
