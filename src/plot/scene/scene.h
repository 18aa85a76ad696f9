// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QRectF>
#include <QRegion>
#include <functional>
#include <memory>
#include <vector>

#include "plot/look/theme.h"
#include "plot/scene/canvas.h"
#include "plot/scene/content.h"
#include "plot/shape/frame.h"

namespace plot {

/// A picture as layers of a canvas, the last of which holds what moves with the position. Setters
/// mark what they change; draw() draws what is marked.
class Scene {
public:
    virtual ~Scene() = default;
    Q_DISABLE_COPY_MOVE(Scene)

    const Theme& theme() const { return shown().theme; }
    void setTheme(const Theme& theme);
    /// Only what moves is drawn again.
    void setPosition(double position);
    /// The canvas has another size.
    virtual void resized();
    void draw();
    /// Draws everything, marked or not.
    void drawAll();

    /// Whether what moves is drawn along with the rest.
    void setMovingShown(bool shown) { m_layers.back()->setVisible(shown); }
    /// What moves, alone. Returns what it covers.
    virtual QRectF paintMoving(QPainter& painter) = 0;
    /// Whether the position has made the rest another since the last call.
    virtual bool restChanged() { return false; }

    const Frame& frame();
    /// The same picture on another canvas, `scale` times as large.
    virtual std::unique_ptr<Scene> copy(Canvas& canvas, double scale) const = 0;

protected:
    using Paint = std::function<void(QPainter&)>;
    static constexpr int everything = 1 << 16;

    explicit Scene(Canvas& canvas);

    Canvas& canvas() const { return m_canvas; }
    virtual Shown& shown() = 0;
    virtual const Shown& shown() const = 0;

    /// A layer over those before. The n-th, from 0, has the mark 1 << n.
    void addLayer(const QString& name, Paint paint, Canvas::Reach reach = Canvas::Reach::Axes);
    /// The last layer: what moves.
    void addMoving(const QString& name);
    void mark(int marks) { m_marked |= marks; }
    void markMoving() { mark(moving()); }

    /// Lays the canvas out as the theme wants it.
    virtual void dress();
    /// The marks that follow from these.
    virtual int implied(int marks) { return marks; }
    /// What layers other than the last cover, in pixels of the canvas.
    virtual QRect reach(int marks);
    /// The parts of what paintMoving() has just covered, in whole pixels.
    virtual QRegion partsOf(const QRectF& covered);
    /// frame() is another.
    virtual void reframed() {}

private:
    int moving() const { return 1 << (m_layers.size() - 1); }
    void laidOut();

    Canvas& m_canvas;
    std::vector<QCPLayer*> m_layers;
    Frame m_frame;
    bool m_layoutStale = true;
    int m_marked = everything;
    QRegion m_moving;  ///< what the last layer covers
};

/// A scene over two axes that show any part of the plane.
class PlaneScene : public Scene {
public:
    insight::Range x() const { return shown().x; }
    insight::Range value() const { return shown().value; }
    /// Shows this part of the plane; false, and nothing changes, unless a double can divide it into
    /// pixels.
    virtual bool setRanges(insight::Range x, insight::Range value);
    /// Points of what is drawn inside the axes, spread over it.
    virtual std::vector<QPointF> drawn() { return {}; }

protected:
    PlaneScene(Canvas& canvas, const QString& x, const QString& value);

    Plane& shown() override = 0;
    const Plane& shown() const override = 0;

    void showRanges();
};

/// A scene with what it shows.
template <typename Self, typename Base, typename Held>
class Showing : public Base {
public:
    const Held& content() const { return m_content; }
    std::unique_ptr<Scene> copy(Canvas& canvas, double scale) const final {
        Held content = m_content;
        content.theme = content.theme.scaled(scale);
        return std::make_unique<Self>(canvas, content);
    }

protected:
    using Base::Base;

    Held& shown() final { return m_content; }
    const Held& shown() const final { return m_content; }

    Held m_content;
};

}  // namespace plot
