// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a MapScene is painted, layer by layer.
#include <QPainter>
#include <algorithm>
#include <utility>

#include "plot/paint/basinlegend.h"
#include "plot/paint/curveline.h"
#include "plot/paint/heightlegend.h"
#include "plot/paint/label.h"
#include "plot/paint/mapmotion.h"
#include "plot/paint/places.h"
#include "plot/paint/reliefimage.h"
#include "plot/scene/mapscene.h"
#include "session/wording/slicewording.h"

namespace plot {

Trails::Runs MapScene::runs() const {
    return {m_content.trajectory, m_content.place, m_content.rivals, m_content.watched,
            m_content.position};
}

int MapScene::implied(int marks) {
    if (follow()) marks |= everything;
    if (marks & Marks) marks |= Overlays;  // labels keep clear of those below
    if (marks & Overlays) marks |= Ball;
    if (!(marks & everything) && m_trails.progress(runs(), frame()) != m_drawn) marks |= Marks;
    return marks;
}

bool MapScene::restChanged() {
    const bool turned = follow();
    const std::size_t now = m_trails.progress(runs(), frame());
    return std::exchange(m_still, now) != now || turned;
}

void MapScene::paintRelief(QPainter& painter) {
    if (m_computes) compute();
    if (!m_content.heights) return;
    const double strength = m_content.stale || m_isOfAnother ? 0.35 : 1;
    painter.setOpacity(strength);
    const insight::Lattice& lattice =
        m_basinsImage.isNull() ? m_content.heights->lattice : m_content.basins->lattice;
    plot::paintRelief(painter, m_basinsImage.isNull() ? m_image : m_basinsImage, lattice, frame(),
                      m_content.theme);
    if (m_content.showsBasins) painter.setOpacity(0.5 * strength);
    m_lines.paint(painter, frame(), m_content.theme);
    painter.setOpacity(1);
}

void MapScene::paintMarks(QPainter& painter) {
    m_drawn = m_trails.progress(runs(), frame());
    if (!m_content.veiled) m_trails.paint(painter, runs(), frame(), m_drawn, m_content.theme);
    paintStarts(painter);
}

void MapScene::paintStarts(QPainter& painter) {
    const Theme& theme = m_content.theme;
    std::vector<Start> starts;
    const auto add = [&](const descent::Trajectory& run, const QColor& colour) {
        if (run.empty()) return;
        const QPointF start = placeOnMap(run, 0, m_content.slice);
        const QPointF pixel = frame().pixel(start.x(), start.y());
        if (contains(frame().area, pixel)) addStart(starts, pixel, colour);
    };
    for (const Rival& rival : m_content.rivals) add(rival.trajectory, theme.runner(rival.place));
    add(m_content.trajectory,
        m_content.rivals.empty() ? theme.start : theme.runner(m_content.place));
    for (const Start& start : starts) paintStart(painter, start, theme);
}

void MapScene::paintOverlays(QPainter& painter) {
    painter.setFont(canvas().font());
    Obstacles obstacles;
    if (!m_content.veiled) obstacles.chords = m_trails.marks(m_content.place, frame()).chords;
    m_covered = paintPlaces(painter, m_content.places, m_content.slice,
                            m_content.settings.direction, obstacles, frame(), m_content.theme);
    paintSliceBest(painter, obstacles.chords);
    if (m_content.heights) paintWords(painter, std::move(obstacles.chords));
}

/// To a pixel, as the heights tell it: a slice moves along with every step.
void MapScene::paintSliceBest(QPainter& painter, const std::vector<QLineF>& chords) {
    if (m_content.slice.through.size() < 3 || !m_best || m_isOld || m_content.veiled) return;
    const QPointF at = frame().pixel(m_best->x(), m_best->y());
    const std::vector<QRectF> covered = plot::paintSliceBest(
        painter, at, m_content.places, m_content.slice, m_content.settings.direction,
        {{}, chords, m_covered}, frame(), m_content.theme);
    m_covered.insert(m_covered.end(), covered.begin(), covered.end());
}

/// The legend, the note on the slice and the numbers of contours, which cover nothing that matters.
void MapScene::paintWords(QPainter& painter, std::vector<QLineF> chords) {
    const Theme& theme = m_content.theme;
    const QRectF& area = frame().area;
    const Obstacles around{{}, std::move(chords), m_covered};
    const QRectF legend = paintLegend(painter, around);
    if (!legend.isNull()) m_covered.push_back(legend);
    if (m_content.analysis && m_content.slice.through.size() > 2) {
        const QString note =
            session::describeSlice((*m_content.analysis)->variables, m_content.slice, theme.digits);
        m_covered.push_back(
            paintInCorner(painter, note, area, {{}, around.chords, m_covered}, theme));
    }
    if (!m_content.numbered) return;
    const std::vector<QRectF> numbers = m_lines.paintNumbers(painter, frame(), m_covered, theme);
    m_covered.insert(m_covered.end(), numbers.begin(), numbers.end());
}

QRectF MapScene::paintLegend(QPainter& painter, const Obstacles& around) {
    const Theme& theme = m_content.theme;
    if (m_basinsImage.isNull())
        return paintHeightLegend(painter, m_scale, heightName(), frame().area, around, theme);
    return paintBasinLegend(painter, *m_content.basins, area(), frame().area, around, theme);
}

QString MapScene::heightName() const {
    return m_content.analysis ? session::valueName((*m_content.analysis)->variables)
                              : QStringLiteral("f");
}

QRectF MapScene::paintMoving(QPainter& painter) {
    m_parts = {};
    if (m_content.trajectory.empty()) return {};
    painter.setFont(canvas().font());
    const MapMotion motion(m_content, objective(), frame());
    QRectF covered;
    const auto add = [&](const std::vector<QRectF>& parts) {
        for (const QRectF& part : parts) {
            m_parts += Showing::partsOf(part);
            covered |= part;
        }
    };
    if (!m_content.veiled) add(m_trails.paintLatest(painter, runs(), frame(), m_content.theme));
    add(motion.paintRivals(painter));
    add(motion.paint(painter, m_covered));
    return covered;
}

/// Balls lie far apart: what is between them need not be brought to the screen.
QRegion MapScene::partsOf(const QRectF& covered) {
    return covered.isNull() ? QRegion() : m_parts;
}

std::vector<QPointF> MapScene::drawn() {
    std::vector<QPointF> points;
    const auto add = [&](std::size_t place) {
        const Trail::Marks& own = m_trails.marks(place, frame());
        points.insert(points.end(), own.points.begin(), own.points.end());
        for (const QLineF& chord : own.chords) addAlong(points, chord, frame().area);
    };
    for (const Rival& rival : m_content.rivals) add(rival.place);
    if (!m_content.trajectory.empty()) add(m_content.place);
    for (const QRectF& part : m_covered) points.push_back(part.center());
    return points;
}

}  // namespace plot
