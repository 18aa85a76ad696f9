// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <optional>
#include <vector>

#include "descent/state.h"
#include "plot/paint/label.h"
#include "plot/scene/mapcontent.h"
#include "plot/shape/frame.h"
#include "plot/step/arrows.h"

class QPainter;

namespace plot {

/// What a sign on a map means.
struct Explained {
    QString tip;  ///< plain text, a line for each fact
    QRectF sign;  ///< where it is, in pixels
};
/// Nothing where the pixel is not beside the line.
std::optional<Explained> explained(const QLineF& line, QPointF pixel, const QString& tip,
                                   const Theme& theme);

/// What a map shows of a step beside its arrow, as StepSketch does on a curve: its parts as arrows
/// one after the other from the ball, beside the step where they would lie on it; the step of plain
/// gradient descent; and tries that were refused. Of more than two variables it is their part in
/// the slice. Made for one painting.
class MapSketch {
public:
    /// The content and the frame outlive this.
    MapSketch(const MapContent& content, const Frame& frame, const descent::State& from,
              const descent::State& to);

    /// Names what has room. Takes the place of its arrows into the obstacles. Returns what it
    /// covers, part by part.
    std::vector<QRectF> paint(QPainter& painter, Obstacles& obstacles) const;

    /// What one of its signs means, and where it is.
    std::optional<Explained> at(QPointF pixel) const;

private:
    struct Arrow {
        ArrowStyle style;
        QLineF line;    ///< in pixels, in the area
        QLineF shrunk;  ///< beyond its tip; null where it did not shrink
        QString label;
        QPointF length;  ///< in the two variables
    };
    QString tellOf(const Arrow& arrow) const;

    void layParts(const descent::State& from, const descent::State& to);
    void shiftParts(const QLineF& step);
    void cut();
    QRectF paintSigns(QPainter& painter) const;
    QRectF name(QPainter& painter, QPointF at, const QString& label, double away,
                Obstacles& obstacles) const;

    const MapContent& m_content;
    const Theme m_theme;  ///< of the runner
    const Frame& m_frame;
    std::vector<Arrow> m_arrows;
    std::vector<QLineF> m_links;  ///< between arrows that lie beside the step
    std::vector<QPointF> m_refused;
};

}  // namespace plot
