// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/scene/picture.h"

#include <cmath>

#include "plot/scene/bifurcationscene.h"
#include "plot/scene/canvas.h"
#include "plot/scene/cobwebscene.h"
#include "plot/scene/convergencescene.h"
#include "plot/scene/curvescene.h"

namespace plot {

/// A plot somewhere in a picture.
class Pane {
public:
    explicit Pane(const QRect& rect) : m_rect(rect) {}
    virtual ~Pane() = default;
    Q_DISABLE_COPY_MOVE(Pane)

    virtual void setPosition(double position) = 0;
    /// Whether paint() draws what moves.
    virtual void setMovingShown(bool shown) = 0;
    /// Whether the rest is another than at the last call.
    virtual bool restChanged() { return false; }
    /// What moves and nothing else; returns what it covers, in pixels of the picture.
    QRectF paintMoving(QImage& image) {
        QCPPainter painter(&image);
        painter.translate(m_rect.topLeft());
        // As QCustomPlot clips a layer.
        painter.setClipRect(m_canvas.axisRect()->rect().translated(0, -1));
        painter.setAntialiasing(true);
        return drawMoving(painter).translated(m_rect.topLeft());
    }
    QSize resolution() {
        m_canvas.layOut();
        return m_canvas.axisRect()->size();
    }
    void paint(QCPPainter& painter) {
        painter.save();
        painter.translate(m_rect.topLeft());
        m_canvas.toPainter(&painter, m_rect.width(), m_rect.height());
        painter.restore();
    }

protected:
    virtual QRectF drawMoving(QPainter& painter) = 0;
    /// Once the scene has made its layers: each would allocate buffers as large as the picture,
    /// which are for windows.
    void open() { m_canvas.setViewport({{0, 0}, m_rect.size()}); }

    Canvas m_canvas;

private:
    QRect m_rect;
};

namespace {

class CurvePane : public Pane {
public:
    CurvePane(const QRect& rect, const Subject& subject, const Look& look)
        : Pane(rect), m_scene(m_canvas) {
        open();
        if (look.sparing) m_scene.setSparing();
        m_scene.setTheme(look.theme);
        m_scene.setAnalysis(subject.analysis);
        m_scene.setTrajectory(subject.trajectory, subject.settings);
        m_scene.setHome(subject.range);
        if (subject.values) m_scene.setRanges(subject.range, *subject.values);
        m_scene.setPoints(subject.landmarks.points);
        m_scene.setBasins(subject.landmarks.basins);
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
        open();
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

class CobwebPane : public Pane {
public:
    CobwebPane(const QRect& rect, const Subject& subject, const Look& look)
        : Pane(rect), m_scene(m_canvas) {
        open();
        if (look.sparing) m_scene.setSparing();
        m_scene.setTheme(look.theme);
        m_scene.setAnalysis(subject.analysis);
        m_scene.setHome(subject.range);
        m_scene.setTrajectory(subject.trajectory, subject.settings);
        m_scene.setExtremum(subject.extremum);
    }
    void setPosition(double position) override { m_scene.setPosition(position); }
    void setMovingShown(bool shown) override { m_scene.setTipShown(shown); }
    bool restChanged() override {
        const std::size_t stairs = m_scene.wholeBlocks();
        return std::exchange(m_stairs, stairs) != stairs;
    }

protected:
    QRectF drawMoving(QPainter& painter) override { return m_scene.paintMoving(painter); }

private:
    CobwebScene m_scene;
    std::size_t m_stairs = 0;  ///< that the rest had at the last restChanged()
};

class BifurcationPane : public Pane {
public:
    BifurcationPane(const QRect& rect, const Subject& subject, const Theme& theme)
        : Pane(rect), m_scene(m_canvas) {
        open();
        m_scene.setTheme(theme);
        m_scene.setRanges(subject.density.alpha, subject.density.x);
        m_scene.setDensity(subject.density);
        m_scene.setPresent(subject.settings.alpha);
        m_scene.setExtremum(subject.extremum);
    }
    void setPosition(double) override {}
    void setMovingShown(bool) override {}

protected:
    QRectF drawMoving(QPainter&) override { return {}; }

private:
    BifurcationScene m_scene;
};

std::unique_ptr<Pane> paneOf(session::View view, const QRect& rect, const Subject& subject,
                             const Look& look) {
    switch (view) {
        case session::View::Convergence:
            return std::make_unique<ConvergencePane>(rect, subject, look.theme);
        case session::View::Cobweb:
            return std::make_unique<CobwebPane>(rect, subject, look);
        case session::View::Bifurcation:
            return std::make_unique<BifurcationPane>(rect, subject, look.theme);
        case session::View::Curve:
        case session::View::Both:
            break;
    }
    return std::make_unique<CurvePane>(rect, subject, look);
}

}  // namespace

Picture::Picture(const Subject& subject, const Look& look, QSize size)
    : m_look(look), m_size(size), m_caption(look.theme) {
    const descent::Trajectory& trajectory = subject.trajectory;
    if (look.title && !trajectory.empty()) {
        m_caption.setTitle(subject.analysis, trajectory.x(0), subject.settings.alpha);
    }
    if (look.legend) m_caption.showLegend(look.view, subject.landmarks, subject.settings.direction);
    const int top =
        std::min(static_cast<int>(std::ceil(m_caption.height(size.width()))), size.height() / 2);
    QRect rest(0, top, size.width(), size.height() - top);
    if (look.view == session::View::Both) {
        constexpr double curvePart = 0.58;
        const int width = static_cast<int>(curvePart * size.width());
        const QRect left(0, top, width, rest.height());
        m_panes.push_back(paneOf(session::View::Curve, left, subject, look));
        rest.setLeft(width);
    }
    const session::View last =
        look.view == session::View::Both ? session::View::Convergence : look.view;
    m_panes.push_back(paneOf(last, rest, subject, look));
    if (!trajectory.empty()) setPosition(static_cast<double>(trajectory.size() - 1));
}

Picture::Picture(Picture&&) noexcept = default;
Picture::~Picture() = default;

QSize Picture::resolution() {
    return m_panes.front()->resolution();
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
    auto painter = std::make_unique<QCPPainter>();
    if (!painter->begin(&device)) return false;
    try {
        printBy(*painter);
        return painter->end();
    } catch (...) {
        // Its destructor would end it once more, throw again for want of memory, and end us all.
        static_cast<void>(painter.release());
        throw;
    }
}

void Picture::printBy(QCPPainter& painter) {
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setMode(QCPPainter::pmNonCosmetic);
    painter.setRenderHint(QPainter::LosslessImageRendering);
    if (m_look.theme.opaque()) painter.fillRect(painter.window(), m_look.theme.ground);
    m_caption.paint(painter, m_size.width());
    for (const auto& pane : m_panes) pane->paint(painter);
}

const QImage& Picture::frame() {
    bool changed = m_still.isNull();
    for (const auto& pane : m_panes) changed |= pane->restChanged();
    if (changed) {
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
