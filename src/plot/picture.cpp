// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/picture.h"

#include <cmath>

#include "plot/canvas.h"
#include "plot/convergencescene.h"
#include "plot/curvescene.h"

namespace plot {

/// A plot somewhere in a picture.
class Pane {
public:
    explicit Pane(const QRect& rect) : m_rect(rect) { m_canvas.setViewport({{0, 0}, rect.size()}); }
    virtual ~Pane() = default;
    Q_DISABLE_COPY_MOVE(Pane)

    virtual void setPosition(double position) = 0;
    /// Whether paint() draws what moves.
    virtual void setMovingShown(bool shown) = 0;
    /// What moves and nothing else; returns what it covers, in pixels of the picture.
    QRectF paintMoving(QImage& image) {
        QCPPainter painter(&image);
        painter.translate(m_rect.topLeft());
        // As QCustomPlot clips a layer.
        painter.setClipRect(m_canvas.axisRect()->rect().translated(0, -1));
        painter.setAntialiasing(true);
        return drawMoving(painter).translated(m_rect.topLeft());
    }
    void paint(QCPPainter& painter) {
        painter.save();
        painter.translate(m_rect.topLeft());
        m_canvas.toPainter(&painter, m_rect.width(), m_rect.height());
        painter.restore();
    }

protected:
    virtual QRectF drawMoving(QPainter& painter) = 0;

    Canvas m_canvas;

private:
    QRect m_rect;
};

namespace {

class CurvePane : public Pane {
public:
    CurvePane(const QRect& rect, const Subject& subject, const Theme& theme)
        : Pane(rect), m_scene(m_canvas) {
        m_scene.setTheme(theme);
        m_scene.setAnalysis(subject.analysis);
        m_scene.setHome(subject.range);
        if (subject.values) m_scene.setRanges(subject.range, *subject.values);
        m_scene.setTrajectory(subject.trajectory, subject.settings);
    }
    void setPosition(double position) override { m_scene.setPosition(position); }
    void setMovingShown(bool shown) override { m_scene.setBallShown(shown); }

protected:
    QRectF drawMoving(QPainter& painter) override { return m_scene.paintMoving(painter); }

private:
    CurveScene m_scene;
};

class ConvergencePane : public Pane {
public:
    ConvergencePane(const QRect& rect, const Subject& subject, const Theme& theme)
        : Pane(rect), m_scene(m_canvas) {
        m_scene.setTheme(theme);
        m_scene.setTrajectory(subject.trajectory);
    }
    void setPosition(double position) override { m_scene.setPosition(position); }
    void setMovingShown(bool shown) override { m_scene.setLineShown(shown); }

protected:
    QRectF drawMoving(QPainter& painter) override { return m_scene.paintLine(painter); }

private:
    ConvergenceScene m_scene;
};

}  // namespace

Picture::Picture(const Subject& subject, const Look& look, QSize size)
    : m_look(look), m_size(size), m_caption(look.theme) {
    if (look.title) {
        m_caption.setTitle(subject.analysis, subject.trajectory[0].at.x, subject.settings.alpha);
    }
    if (look.legend && look.view != View::Convergence) m_caption.showLegend();
    const int top =
        std::min(static_cast<int>(std::ceil(m_caption.height(size.width()))), size.height() / 2);
    QRect rest(0, top, size.width(), size.height() - top);
    if (look.view == View::Both) {
        constexpr double curvePart = 0.58;
        const int width = static_cast<int>(curvePart * size.width());
        addPane(
            std::make_unique<CurvePane>(QRect(0, top, width, rest.height()), subject, look.theme));
        rest.setLeft(width);
    }
    if (look.view == View::Curve) {
        addPane(std::make_unique<CurvePane>(rest, subject, look.theme));
    } else {
        addPane(std::make_unique<ConvergencePane>(rest, subject, look.theme));
    }
    setPosition(static_cast<double>(subject.trajectory.size() - 1));
}

Picture::Picture(Picture&&) noexcept = default;
Picture::~Picture() = default;

void Picture::addPane(std::unique_ptr<Pane> pane) {
    m_panes.push_back(std::move(pane));
}

void Picture::setPosition(double position) {
    for (const auto& pane : m_panes) pane->setPosition(position);
}

/// Pixels can be copied without blending when none is transparent.
QImage Picture::ground() const {
    QImage image(
        m_size, m_look.theme.opaque() ? QImage::Format_RGB32 : QImage::Format_ARGB32_Premultiplied);
    image.fill(m_look.theme.ground);
    return image;
}

QImage Picture::image() {
    QImage image = ground();
    QCPPainter painter(&image);
    m_caption.paint(painter, m_size.width());
    for (const auto& pane : m_panes) pane->paint(painter);
    return image;
}

bool Picture::print(QPaintDevice& device) {
    QCPPainter painter;
    if (!painter.begin(&device)) return false;
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setMode(QCPPainter::pmNonCosmetic);
    if (m_look.theme.opaque()) painter.fillRect(painter.window(), m_look.theme.ground);
    m_caption.paint(painter, m_size.width());
    for (const auto& pane : m_panes) pane->paint(painter);
    return painter.end();
}

const QImage& Picture::frame() {
    if (m_still.isNull()) {
        for (const auto& pane : m_panes) pane->setMovingShown(false);
        m_still = image();
        for (const auto& pane : m_panes) pane->setMovingShown(true);
        m_frame = m_still;
    }
    QPainter restored(&m_frame);
    restored.setCompositionMode(QPainter::CompositionMode_Source);
    restored.drawImage(m_moving.topLeft(), m_still, m_moving);
    restored.end();
    QRectF moving;
    for (const auto& pane : m_panes) moving |= pane->paintMoving(m_frame);
    m_moving = moving.toAlignedRect().adjusted(-2, -2, 2, 2) & m_frame.rect();
    return m_frame;
}

}  // namespace plot
