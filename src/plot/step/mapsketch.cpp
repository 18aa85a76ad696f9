// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/step/mapsketch.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "descent/stepparts.h"
#include "plot/step/stepsketch.h"
#include "session/stepwords.h"

namespace plot {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CurveView)
};

bool isFinite(const QLineF& line) {
    return std::isfinite(line.x1()) && std::isfinite(line.y1()) && std::isfinite(line.x2()) &&
           std::isfinite(line.y2());
}

QPointF normalOf(const QLineF& line) {
    return QPointF(-line.dy(), line.dx()) / line.length();
}

}  // namespace

std::optional<Explained> explained(const QLineF& line, QPointF pixel, const QString& tip,
                                   const Theme& theme) {
    const double reach = 6 * theme.scale();
    if (line.isNull() && line.p1().isNull()) return std::nullopt;
    const QPointF along = line.p2() - line.p1();
    const double square = QPointF::dotProduct(along, along);
    const double part =
        square > 0 ? std::clamp(QPointF::dotProduct(pixel - line.p1(), along) / square, 0.0, 1.0)
                   : 0;
    if (QLineF(line.pointAt(part), pixel).length() > reach) return std::nullopt;
    return Explained{
        tip, QRectF(line.p1(), line.p2()).normalized().adjusted(-reach, -reach, reach, reach)};
}

MapSketch::MapSketch(const MapContent& content, const Frame& frame, const descent::State& from,
                     const descent::State& to)
    : m_content(content), m_theme(content.theme.ofRunner(content.place)), m_frame(frame) {
    layParts(from, to);
    cut();
}

void MapSketch::layParts(const descent::State& from, const descent::State& to) {
    const std::size_t across = m_content.slice.across;
    const std::size_t up = m_content.slice.up;
    const descent::StepParts x = descent::stepParts(m_content.settings, from, to, across);
    const descent::StepParts y = descent::stepParts(m_content.settings, from, to, up);
    const QPointF start(from.at[across], from.at[up]);
    const auto pixel = [this](QPointF place) { return m_frame.pixel(place.x(), place.y()); };

    QPointF at = start;
    for (std::size_t i = 0; i < x.parts.size(); ++i) {
        const QPointF end = at + QPointF(x.parts[i].length, y.parts[i].length);
        const QPointF before = at + QPointF(x.parts[i].before, y.parts[i].before);
        const QLineF shrunk = before == end ? QLineF() : QLineF(pixel(end), pixel(before));
        m_arrows.push_back({styleOf(x.parts[i].origin), QLineF(pixel(at), pixel(end)), shrunk,
                            session::partName(x.parts[i].origin), end - at});
        at = end;
    }
    const auto isSeen = [this](const Arrow& arrow) {
        return isFinite(arrow.line) && arrow.line.length() >= shortestArrow(m_theme);
    };
    // One part alone is the step itself.
    if (std::ranges::count_if(m_arrows, isSeen) < 2) m_arrows.clear();
    const QPointF whole(to.at[across] - start.x(), to.at[up] - start.y());
    shiftParts({pixel(start), pixel(start + whole)});

    const auto toPlain = [&](const descent::StepParts& parts, double own) {
        return parts.plain.value_or(own);
    };
    if (x.plain || y.plain) {
        const QPointF end = start + QPointF(toPlain(x, whole.x()), toPlain(y, whole.y()));
        m_arrows.push_back({ArrowStyle::Plain,
                            {pixel(start), pixel(end)},
                            {},
                            Text::tr("plain step"),
                            end - start});
    }
    for (std::size_t i = 0; i < x.refused.size(); ++i)
        m_refused.push_back(m_frame.pixel(x.refused[i], y.refused[i]));
}

/// Parts that go there and back along the step would hide each other: they lie in rows beside it.
void MapSketch::shiftParts(const QLineF& step) {
    const double row = 11 * m_theme.scale();
    const bool isShort = !isFinite(step) || step.length() < shortestArrow(m_theme);
    if (m_arrows.empty() || !isFinite(m_arrows.front().line)) return;
    const QLineF& along = isShort ? m_arrows.front().line : step;
    if (along.length() < shortestArrow(m_theme)) return;
    const QPointF aside = normalOf(along);
    for (const Arrow& arrow : m_arrows) {
        const QPointF away = arrow.line.p2() - step.p1();
        if (std::abs(QPointF::dotProduct(away, aside)) > row) return;
    }
    QPointF last = step.p1();
    for (std::size_t i = 0; i < m_arrows.size(); ++i) {
        const QPointF shift = row * static_cast<double>(i + 1) * aside;
        m_arrows[i].line.translate(shift);
        if (!m_arrows[i].shrunk.isNull()) m_arrows[i].shrunk.translate(shift);
        m_links.emplace_back(last, m_arrows[i].line.p1());
        last = m_arrows[i].line.p2();
    }
    m_links.emplace_back(last, step.p2());
}

/// To what is in view and long enough to be seen; of tries as many as can be told apart.
void MapSketch::cut() {
    constexpr std::size_t most = 40;
    const double apart = 5 * m_theme.scale();
    const auto shows = [this](QLineF& line) {
        return isFinite(line) && clip(line, m_frame.area) &&
               line.length() >= shortestArrow(m_theme);
    };
    std::erase_if(m_arrows, [&](Arrow& arrow) {
        if (!shows(arrow.shrunk)) arrow.shrunk = {};
        return !shows(arrow.line);
    });
    std::erase_if(m_links,
                  [&](QLineF& link) { return !isFinite(link) || !clip(link, m_frame.area); });
    std::vector<QPointF> seen;
    for (const QPointF at : m_refused) {
        const bool isClose = !seen.empty() && QLineF(seen.back(), at).length() < apart;
        if (!isClose && seen.size() < most && contains(m_frame.area, at)) seen.push_back(at);
    }
    m_refused = std::move(seen);
}

std::vector<QRectF> MapSketch::paint(QPainter& painter, Obstacles& obstacles) const {
    std::vector<QRectF> covered{paintSigns(painter)};
    for (const Arrow& arrow : m_arrows) obstacles.chords.push_back(arrow.line);
    const double scale = m_theme.scale();
    setLabelFont(painter, m_theme);
    for (const Arrow& arrow : m_arrows)
        covered.push_back(name(painter, arrow.line.center(), arrow.label, 6 * scale, obstacles));
    if (!m_refused.empty())
        covered.push_back(
            name(painter, m_refused.front(), Text::tr("refused"), 9 * scale, obstacles));
    return covered;
}

QString MapSketch::tellOf(const Arrow& arrow) const {
    const auto told = [this](double length) { return session::number(length, m_theme.digits); };
    const QString length =
        QStringLiteral("(%1, %2)").arg(told(arrow.length.x()), told(arrow.length.y()));
    switch (arrow.style) {
        case ArrowStyle::Carried:
            return Text::tr("What the step carries on from earlier gradients: %1.").arg(length);
        case ArrowStyle::Gradient:
            return Text::tr("What the gradient here adds to the step: %1.").arg(length);
        case ArrowStyle::Decay:
            return Text::tr("The pull of the decay towards 0: %1.").arg(length);
        case ArrowStyle::Plain:
            return Text::tr("The step that plain gradient descent would make: %1.").arg(length);
    }
    Q_UNREACHABLE();
}

std::optional<Explained> MapSketch::at(QPointF pixel) const {
    for (const Arrow& arrow : m_arrows)
        if (const auto told = explained(arrow.line, pixel, tellOf(arrow), m_theme)) return told;
    for (const QPointF refused : m_refused)
        if (const auto told =
                explained({refused, refused}, pixel,
                          Text::tr("A try that was refused: the step was shortened."), m_theme))
            return told;
    return std::nullopt;
}

QRectF MapSketch::paintSigns(QPainter& painter) const {
    const Theme& theme = m_theme;
    QRectF covered;
    for (const QLineF& link : m_links) {
        painter.setPen(QPen(theme.text, theme.scale(), Qt::DotLine));
        painter.drawLine(link);
        covered |= QRectF(link.p1(), link.p2()).normalized().adjusted(-2, -2, 2, 2);
    }
    for (const Arrow& arrow : m_arrows) {
        if (!arrow.shrunk.isNull()) covered |= paintShrunk(painter, arrow.shrunk, theme);
        covered |= paintArrow(painter, arrow.line, arrow.style, arrowColour(arrow.style, theme),
                              theme, theme.ground);
    }
    for (const QPointF at : m_refused) covered |= paintRefused(painter, at, theme);
    return covered;
}

/// Right of a place, left of it, above or below, as near as it covers nothing.
QRectF MapSketch::name(QPainter& painter, QPointF at, const QString& label, double away,
                       Obstacles& obstacles) const {
    const QFontMetricsF metrics(painter.font());
    const double width = metrics.horizontalAdvance(label);
    const double row = at.y() + metrics.capHeight() / 2;
    std::vector<QPointF> baselines;
    for (const double far : {away, 2 * away, 4 * away}) {
        baselines.emplace_back(at.x() + far, row);
        baselines.emplace_back(at.x() - far - width, row);
        baselines.emplace_back(at.x() - width / 2, at.y() - far - metrics.descent());
        baselines.emplace_back(at.x() - width / 2, at.y() + far + metrics.ascent());
    }
    const auto named = paintFree(painter, baselines, label, m_frame.area, obstacles, m_theme);
    if (named) obstacles.boxes.push_back(*named);
    return named.value_or(QRectF());
}

}  // namespace plot
