// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QSize>
#include <optional>

#include "insight/range.h"
#include "plot/shape/frame.h"
#include "plot/view/navigation.h"
#include "plot/view/pictureview.h"

class QKeyEvent;

namespace plot {

class PlaneScene;

/// A picture over two axes that a person can move, and in which they choose a point of the plane,
/// or of the axis below alone: by a click, by dragging what shows it, or with keys.
class PlaneView : public PictureView {
    Q_OBJECT

public:
    /// Shows this part of the plane, as panning and zooming do. Ignored unless valid.
    void setRanges(insight::Range x, insight::Range value);
    /// What is in view of the axis below, and of the one beside.
    insight::Range range() const;
    insight::Range valueRange() const;
    /// Shows 1/factor of both ranges around the centre.
    void zoom(double factor);
    /// Where a point of the plane is drawn, in this widget's pixels.
    QPointF pixel(double x, double value) const;

    /// What the axes enclose, in this widget's pixels.
    QRectF axes() const;
    /// Points of what is drawn there, spread over it; for what wants to cover little of it.
    std::vector<QPointF> drawn() const;

    QSize sizeHint() const override { return {600, 500}; }
    QSize minimumSizeHint() const override { return {320, 200}; }

Q_SIGNALS:
    /// A person has panned or zoomed.
    void rangesChanged();
    /// A double click asks for the ranges that fit.
    void fitWanted();

protected:
    using PictureView::PictureView;

    virtual PlaneScene& plane() const = 0;
    Scene& scene() const override;

    /// What there is to choose.
    enum class Choice {
        Across,  ///< a value of the axis below: of a point the other coordinate is ignored
        Point
    };
    virtual Choice choice() const { return Choice::Across; }
    /// What a person has chosen here; nothing while there is nothing to choose.
    virtual std::optional<QPointF> chosen() const = 0;
    /// A person chooses another.
    virtual void pick(QPointF chosen) = 0;
    /// The one at a pixel of the frame: in view, and rounded as a person would write it.
    virtual QPointF choiceAt(QPointF pixel) const;
    /// The pixel of the frame for what is seen at a pixel.
    virtual QPointF onPlane(QPointF pixel) const { return pixel; }
    /// Whether a click at a pixel chooses one.
    virtual bool canChooseAt(QPointF pixel) const;
    /// The background is dragged to a pixel.
    virtual void dragGround(QPointF to);
    /// From a pixel to what shows the chosen one, where that can be dragged.
    virtual std::optional<QPointF> gripAt(QPointF) const { return std::nullopt; }
    /// The pointer over a pixel; nothing for the usual one.
    virtual std::optional<Qt::CursorShape> cursorAt(QPointF) const { return std::nullopt; }

    const Frame& frame() const;
    /// Draws and tells of another part of the plane.
    void moved(bool changes);
    /// The left button goes down: on what shows the chosen one, or on the background, which is a
    /// drag `atOnce` or when the pointer has gone a little way.
    void drag(std::optional<QPointF> grip, QPointF at, bool atOnce);
    /// From the pointer to what it drags, in pixels; nothing while it drags nothing chosen.
    std::optional<QPointF> grip() const { return m_grip; }
    /// What is dragged is taken to a pixel.
    void dragTo(QPointF at);
    void showCursor(QPointF at);

    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    std::optional<QPointF> nudged(const QKeyEvent& event) const;

    Press m_press;                    ///< of the background
    std::optional<QPointF> m_grip;    ///< see grip()
    std::optional<QPointF> m_before;  ///< what was chosen before the press
};

}  // namespace plot
