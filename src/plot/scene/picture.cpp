// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/scene/picture.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "plot/scene/canvas.h"
#include "plot/scene/picturerows.h"
#include "plot/scene/scene.h"
#include "session/wording/wording.h"

namespace plot {

/// A plot somewhere in a picture.
class Pane {
public:
    /// The canvas takes its size once the scene has made its layers: each would allocate buffers as
    /// large as the picture, which are for windows.
    Pane(const QRect& rect, const PictureRow::Pane& pane, const Subject& subject, const Look& look)
        : m_rect(rect), m_scene(pane.make(m_canvas, subject, look)) {
        m_canvas.setViewport({{0, 0}, rect.size()});
        m_scene->resized();
    }

    Scene& scene() { return *m_scene; }
    /// What moves and nothing else; returns what it covers, in pixels of the picture.
    QRectF paintMoving(QImage& image) {
        QCPPainter painter(&image);
        painter.translate(m_rect.topLeft());
        // As QCustomPlot clips a layer.
        painter.setClipRect(m_canvas.axisRect()->rect().translated(0, -1));
        painter.setAntialiasing(true);
        return m_scene->paintMoving(painter).translated(m_rect.topLeft());
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

private:
    QRect m_rect;
    Canvas m_canvas;
    std::unique_ptr<Scene> m_scene;
};

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Picture)
};

/// That of the runners, where there are several, also where no other is wanted.
std::vector<LegendEntry> legendOf(const PictureRow& row, const Subject& subject, const Look& look) {
    std::vector<LegendEntry> legend = row.legend(subject, look.theme);
    const auto isOfSigns = [](const LegendEntry& entry) { return !entry.runner; };
    if (!look.legend) std::erase_if(legend, isOfSigns);
    return legend;
}

/// Of the number of the step.
QFont counterFont(const Theme& theme) {
    QFont font = QGuiApplication::font();
    font.setPointSizeF(theme.points);
    return font;
}

/// Where the longest run ends.
double lastPosition(const Subject& subject) {
    std::size_t longest = subject.trajectory.size();
    for (const Rival& rival : subject.rivals) longest = std::max(longest, rival.trajectory.size());
    return static_cast<double>(std::max<std::size_t>(longest, 1) - 1);
}

}  // namespace

Picture::Picture(const Subject& subject, const Look& look, QSize size)
    : m_look(look), m_size(size), m_caption(look.theme) {
    const PictureRow& row = pictureRow(look.view);
    const descent::Trajectory& trajectory = subject.trajectory;
    if (look.title && !subject.title.isEmpty()) {
        m_caption.setTitle(subject.title);
    } else if (look.title && !trajectory.empty()) {
        m_caption.setTitle(subject.analysis, trajectory[0].at, subject.settings);
    }
    if (look.legend || !subject.rivals.empty()) m_caption.setLegend(legendOf(row, subject, look));
    int top =
        std::min(static_cast<int>(std::ceil(m_caption.height(size.width()))), size.height() / 2);
    if (look.steps) {
        const double line = 1.3 * QFontMetricsF(counterFont(look.theme)).height();
        m_counter = QRect(0, top, size.width(), static_cast<int>(std::ceil(line)));
        m_counter.setHeight(std::min(m_counter.height(), size.height() / 4));
    }
    top += m_counter.height();
    int left = 0;
    double share = 0;
    for (const PictureRow::Pane& pane : row.panes) {
        share += pane.share;
        const int right = static_cast<int>(share * size.width());
        m_panes.push_back(std::make_unique<Pane>(
            QRect(left, top, right - left, size.height() - top), pane, subject, look));
        left = right;
    }
    setPosition(lastPosition(subject));
}

Picture::Picture(Picture&&) noexcept = default;
Picture::~Picture() = default;

QSize Picture::resolution() {
    return m_panes.front()->resolution();
}

void Picture::setPosition(double position) {
    m_position = position;
    for (const auto& pane : m_panes) pane->scene().setPosition(position);
}

/// Pixels can be copied without blending when none is transparent.
QImage Picture::ground() const {
    QImage image(
        m_size, m_look.theme.opaque() ? QImage::Format_RGB32 : QImage::Format_ARGB32_Premultiplied);
    image.fill(m_look.theme.ground);
    return image;
}

/// At the end of its line.
void Picture::paintStep(QPainter& painter) const {
    if (m_counter.isEmpty()) return;
    const int edge = static_cast<int>(14 * m_look.theme.scale());
    painter.setFont(counterFont(m_look.theme));
    painter.setPen(m_look.theme.text);
    painter.drawText(m_counter.adjusted(edge, 0, -edge, 0), Qt::AlignRight | Qt::AlignBottom,
                     Text::tr("step %1 of %2")
                         .arg(session::count(static_cast<std::int64_t>(m_position)),
                              session::count(*m_look.steps)));
}

QImage Picture::image() {
    QImage image = still();
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paintStep(painter);
    return image;
}

/// Without the number of the step.
QImage Picture::still() {
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
    for (const auto& pane : m_panes) changed |= pane->scene().restChanged();
    if (changed) {
        for (const auto& pane : m_panes) pane->scene().setMovingShown(false);
        m_still = still();
        for (const auto& pane : m_panes) pane->scene().setMovingShown(true);
        m_frame = m_still;
    }
    QPainter restored(&m_frame);
    restored.setCompositionMode(QPainter::CompositionMode_Source);
    restored.drawImage(m_moving.topLeft(), m_still, m_moving);
    restored.end();
    QRectF moving = m_counter;
    for (const auto& pane : m_panes) moving |= pane->paintMoving(m_frame);
    QPainter counter(&m_frame);
    counter.setRenderHint(QPainter::Antialiasing);
    paintStep(counter);
    counter.end();
    m_moving = moving.toAlignedRect().adjusted(-2, -2, 2, 2) & m_frame.rect();
    return m_frame;
}

}  // namespace plot
