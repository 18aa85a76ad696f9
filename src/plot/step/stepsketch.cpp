// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/step/stepsketch.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "plot/paint/ball.h"

namespace plot {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CurveView)
};

QRectF boxOf(const QLineF& line, double margin) {
    return QRectF(line.p1(), line.p2()).normalized().adjusted(-margin, -margin, margin, margin);
}

double distance(const QLineF& line, QPointF pixel) {
    const QPointF way = line.p2() - line.p1();
    const double square = QPointF::dotProduct(way, way);
    const double part = square > 0 ? QPointF::dotProduct(pixel - line.p1(), way) / square : 0;
    return QLineF(line.p1() + std::clamp(part, 0.0, 1.0) * way, pixel).length();
}

}  // namespace

ArrowStyle styleOf(descent::Origin origin) {
    switch (origin) {
        case descent::Origin::Memory:
            return ArrowStyle::Carried;
        case descent::Origin::Gradient:
            return ArrowStyle::Gradient;
        case descent::Origin::Decay:
            return ArrowStyle::Decay;
    }
    Q_UNREACHABLE();
}

StepSketch::StepSketch(const Content& content, const descent::Objective& objective,
                       const Frame& frame, const NextStep& step)
    : m_content(content),
      m_theme(content.theme.ofRunner(content.place)),
      m_frame(frame),
      m_step(step),
      m_contact(frame.pixel(step.from.at[0], step.from.value)) {
    if (contains(frame.area, m_contact)) {
        layParts();
        layPlain();
    }
    layRefused(objective);
    if (!content.parabola || !step.parts.curvature) return;
    const descent::State seen = descent::asSeen(content.settings, step.from);
    m_parabola.emplace(seen.at[0], seen.value, seen.gradient[0], *step.parts.curvature,
                       step.to.at[0] - seen.at[0]);
}

/// The row of the n-th part: clear of a ball that lies on the curve.
double StepSketch::laneOf(std::size_t part) const {
    const double scale = m_theme.scale();
    const double apart = 18 * scale;
    const double above = 2 * ballRadius(m_theme) + 12 * scale;
    const double needed = above + apart * static_cast<double>(m_step.parts.parts.size());
    const auto n = static_cast<double>(part);
    if (m_contact.y() - needed > m_frame.area.top()) return m_contact.y() - above - apart * n;
    return m_contact.y() + 26 * scale + apart * n;
}

/// Between two x; nothing where that is too short to be seen.
std::optional<QLineF> StepSketch::level(double from, double to, double row) const {
    QLineF line(m_frame.column(from), row, m_frame.column(to), row);
    if (!clip(line, m_frame.area) || line.length() < shortestArrow(m_theme)) return std::nullopt;
    return line;
}

void StepSketch::layParts() {
    double x = m_step.from.at[0];
    const session::TakenStep told = taken(m_step, m_content);
    for (std::size_t i = 0; i < m_step.parts.parts.size(); ++i) {
        const descent::StepParts::Part& part = m_step.parts.parts[i];
        const double row = laneOf(i);
        const double end = x + part.length;
        if (const auto line = level(x, end, row)) {
            const auto shrunk =
                part.before == part.length ? std::nullopt : level(end, x + part.before, row);
            m_arrows.push_back({styleOf(part.origin), *line, shrunk.value_or(QLineF()),
                                m_theme.named(session::partLabel(part, told)), i});
        }
        x = end;
    }
}

/// Right below the arrow of the step.
void StepSketch::layPlain() {
    if (!m_step.parts.plain) return;
    const double x = m_step.from.at[0];
    const double row = m_contact.y() + 9 * m_theme.scale();
    if (const auto line = level(x, x + *m_step.parts.plain, row))
        m_arrows.push_back({ArrowStyle::Plain, *line, {}, Text::tr("plain step"), 0});
}

/// On the curve, where they lay; as many as can be told apart.
void StepSketch::layRefused(const descent::Objective& objective) {
    constexpr std::size_t most = 40;
    const double apart = 5 * m_theme.scale();
    for (const double x : m_step.parts.refused) {
        if (m_refused.size() == most) return;
        const double column = m_frame.column(x);
        const bool isClose =
            !m_refused.empty() && std::abs(m_refused.back().at.x() - column) < apart;
        if (isClose || !m_frame.x.contains(x)) continue;
        const double value = objective.told(objective.value(x));
        const QPointF at = m_frame.pixel(x, value);
        if (contains(m_frame.area, at)) m_refused.push_back({at, x, value});
    }
}

QRectF StepSketch::paint(QPainter& painter, Obstacles& obstacles) const {
    const Theme& theme = m_theme;
    QRectF covered;
    if (m_parabola) covered |= paintParabola(painter, *m_parabola, m_frame, theme);
    covered |= paintLinks(painter);
    const double margin = 4 * theme.scale();
    for (const Arrow& arrow : m_arrows) {
        if (!arrow.shrunk.isNull()) covered |= paintShrunk(painter, arrow.shrunk, theme);
        covered |=
            paintArrow(painter, arrow.line, arrow.style, arrowColour(arrow.style, theme), theme);
        obstacles.boxes.push_back(boxOf(arrow.line, margin));
    }
    for (const Refused& mark : m_refused) covered |= paintRefused(painter, mark.at, theme);
    if (m_arrows.empty() && m_refused.empty()) return covered;

    setLabelFont(painter, theme);
    const double radius = ballRadius(theme);
    obstacles.boxes.emplace_back(m_contact.x() - radius, m_contact.y() - 2 * radius, 2 * radius,
                                 2 * radius);
    for (const Arrow& arrow : m_arrows) covered |= name(painter, arrow, obstacles);
    return covered | nameRefused(painter, obstacles);
}

/// From the ball to the first part, from each to the next, and from the last to the step's tip.
QRectF StepSketch::paintLinks(QPainter& painter) const {
    const Theme& theme = m_theme;
    QColor ink = theme.text;
    ink.setAlphaF(0.45F);
    painter.setPen(QPen(ink, theme.scale(), Qt::DotLine));
    QRectF covered;
    double x = m_step.from.at[0];
    double row = m_contact.y();
    const auto link = [&](double to) {
        QLineF line(m_frame.column(x), row, m_frame.column(x), to);
        row = to;
        if (!clip(line, m_frame.area)) return;
        painter.drawLine(line);
        covered |= boxOf(line, 2 * theme.scale());
    };
    if (m_arrows.empty() || !contains(m_frame.area, m_contact)) return covered;
    for (std::size_t i = 0; i < m_step.parts.parts.size(); ++i) {
        link(laneOf(i));
        x += m_step.parts.parts[i].length;
    }
    if (!m_step.parts.parts.empty()) link(m_contact.y());
    return covered;
}

/// Behind its beginning, before its tip, or over or under its middle.
QRectF StepSketch::name(QPainter& painter, const Arrow& arrow, Obstacles& obstacles) const {
    const double scale = m_theme.scale();
    const QFontMetricsF metrics(painter.font());
    const double width = metrics.horizontalAdvance(arrow.label);
    const bool isLeftward = arrow.line.dx() < 0;
    const double right = std::max(arrow.line.x1(), arrow.line.x2()) + 10 * scale;
    const double left = std::min(arrow.line.x1(), arrow.line.x2()) - 10 * scale - width;
    const double row = arrow.line.y1() + metrics.capHeight() / 2;
    const double middle = arrow.line.center().x() - width / 2;
    const std::vector<QPointF> baselines{{isLeftward ? right : left, row},
                                         {isLeftward ? left : right, row},
                                         {middle, arrow.line.y1() - 8 * scale - metrics.descent()},
                                         {middle, arrow.line.y1() + 8 * scale + metrics.ascent()}};
    const auto named = paintFree(painter, baselines, arrow.label, m_frame.area, obstacles, m_theme);
    if (named) obstacles.boxes.push_back(*named);
    return named.value_or(QRectF());
}

/// The first one.
QRectF StepSketch::nameRefused(QPainter& painter, Obstacles& obstacles) const {
    if (m_refused.empty()) return {};
    const double away = 9 * m_theme.scale();
    const QString label = Text::tr("refused");
    const QFontMetricsF metrics(painter.font());
    const double width = metrics.horizontalAdvance(label);
    const QPointF at = m_refused.front().at;
    const double row = at.y() + metrics.capHeight() / 2;
    const std::vector<QPointF> baselines{{at.x() + away, row},
                                         {at.x() - away - width, row},
                                         {at.x() - width / 2, at.y() - away},
                                         {at.x() - width / 2, at.y() + away + metrics.ascent()}};
    const auto named = paintFree(painter, baselines, label, m_frame.area, obstacles, m_theme);
    if (named) obstacles.boxes.push_back(*named);
    return named.value_or(QRectF());
}

std::optional<StepSketch::Explained> StepSketch::at(QPointF pixel) const {
    const double reach = 6 * m_theme.scale();
    const session::TakenStep told = taken(m_step, m_content);
    for (const Refused& mark : m_refused) {
        if (QLineF(mark.at, pixel).length() > reach) continue;
        return Explained{session::explainRefused(mark.x, mark.value, told.digits),
                         boxOf({mark.at, mark.at}, reach)};
    }
    for (const Arrow& arrow : m_arrows) {
        const bool isOver = distance(arrow.line, pixel) <= reach ||
                            (!arrow.shrunk.isNull() && distance(arrow.shrunk, pixel) <= reach);
        if (!isOver) continue;
        const QString tip = arrow.style == ArrowStyle::Plain
                                ? session::explainPlainStep(*m_step.parts.plain, told)
                                : session::explainPart(m_step.parts.parts[arrow.part], told);
        return Explained{tip, boxOf(arrow.line, reach)};
    }
    return parabolaAt(pixel);
}

std::optional<StepSketch::Explained> StepSketch::parabolaAt(QPointF pixel) const {
    if (!m_parabola) return std::nullopt;
    const double reach = 5 * m_theme.scale();
    const auto chords = m_parabola->chords(m_frame);
    const auto isOver = [&](const QLineF& chord) { return distance(chord, pixel) <= reach; };
    const bool isAtVertex = QLineF(m_parabola->vertex(m_frame), pixel).length() <= 1.5 * reach;
    if (!isAtVertex && std::ranges::none_of(chords, isOver)) return std::nullopt;
    return Explained{session::explainParabola(*m_step.parts.curvature, taken(m_step, m_content)),
                     boxOf({pixel, pixel}, reach)};
}

}  // namespace plot
