// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/legend.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "plot/look/runnerlook.h"
#include "plot/paint/ball.h"
#include "plot/paint/casing.h"
#include "plot/paint/landmarks.h"
#include "plot/paint/places.h"
#include "plot/paint/trail.h"

namespace plot {

namespace {

constexpr double smallestPoints = 9;  ///< of letters

QFont letters(const Theme& theme, double size) {
    QFont font = QGuiApplication::font();
    font.setPointSizeF(std::max(smallestPoints, theme.points * size));
    return font;
}

double lineWidth(const Theme& theme) {
    return 20 * theme.scale();
}

double dotWidth(const Theme& theme) {
    return 11 * theme.scale();
}

bool isLong(LegendEntry::Sign sign) {
    using enum LegendEntry::Sign;
    return sign == Line || sign == Trail || sign == Arrow || sign == Dashes || sign == Slope;
}

void paintMarks(QPainter& painter, const LegendEntry& entry, double dot, const Theme& theme) {
    QPointF at = entry.place + QPointF(dot / 2, 0);
    for (const LegendEntry::Mark& mark : entry.marks) {
        paintMark(painter, at, mark.point, mark.colour, theme);
        at += QPointF(dot, 0);
    }
}

insight::StationaryPlace placeOf(insight::StationaryPlace::Kind kind) {
    insight::StationaryPlace place;
    place.kind = kind;
    return place;
}

/// As those of the ball.
void paintSteps(QPainter& painter, const QLineF& line, const Theme& theme) {
    const std::array points{line.p1(), line.center(), line.p2()};
    const std::array chords{QLineF(points[0], points[1]), QLineF(points[1], points[2])};
    paintTrail(painter, {points, chords}, chords.size(), TrailLook::Ball, theme);
}

/// Smaller than on the curve, with its hand a little turned.
void paintSmallBall(QPainter& painter, QPointF middle, double radius, const Theme& theme) {
    constexpr double turned = 0.6;  // radians
    const Theme small = theme.scaled(radius / ballRadius(theme));
    const Pose pose{middle + QPointF(0, radius), {0, -1}, turned};
    paintBall(painter, pose, false, small);
}

}  // namespace

Legend::Legend(std::vector<LegendEntry> entries, const Theme& theme)
    : m_theme(theme),
      m_entries(std::move(entries)),
      m_gap(6 * theme.scale()),
      m_font(letters(theme, 1)) {}

double Legend::signOf(const LegendEntry& entry) const {
    const double dot = dotWidth(m_theme);
    if (entry.sign == LegendEntry::Sign::Marks)
        return dot * static_cast<double>(entry.marks.size());
    return isLong(entry.sign) ? lineWidth(m_theme) : dot;
}

double Legend::widthOf(const LegendEntry& entry) const {
    return signOf(entry) + m_gap + QFontMetricsF(m_font).horizontalAdvance(entry.text);
}

double Legend::rowHeight() const {
    return 1.3 * QFontMetricsF(m_font).height();
}

void Legend::flow(double width) {
    const double smallest = std::max(0.75, smallestPoints / m_theme.points);
    for (const double size : {1.0, std::max(0.87, smallest), smallest}) {
        m_font = letters(m_theme, size);
        if (lay(width) <= 2) break;
    }
}

/// Returns the number of rows.
int Legend::lay(double width) {
    const double height = QFontMetricsF(m_font).height();
    double x = 0;
    int rows = 1;
    m_size = {};
    for (LegendEntry& entry : m_entries) {
        const double needed = widthOf(entry);
        if (x > 0 && x + needed > width) {
            x = 0;
            ++rows;
        }
        entry.place = {x, (rows - 1) * rowHeight() + height / 2};
        m_size.setWidth(std::max(m_size.width(), x + needed));
        x += needed + 2.5 * m_gap;
    }
    m_size.setHeight((rows - 1) * rowHeight() + height);
    return rows;
}

void Legend::stack(double height, double size) {
    m_font = letters(m_theme, size);
    const double line = QFontMetricsF(m_font).height();
    const auto most = static_cast<std::size_t>(std::max(0.0, (height - line) / rowHeight())) + 1;
    const std::size_t columns = (m_entries.size() + most - 1) / most;
    const std::size_t rows = columns == 0 ? 0 : (m_entries.size() + columns - 1) / columns;
    double x = 0;
    m_size = {0, rows == 0 ? 0 : static_cast<double>(rows - 1) * rowHeight() + line};
    for (std::size_t first = 0; first < m_entries.size(); first += rows) {
        double widest = 0;
        for (std::size_t i = first; i < std::min(first + rows, m_entries.size()); ++i) {
            const auto row = static_cast<double>(i - first);
            m_entries[i].place = {x, row * rowHeight() + line / 2};
            widest = std::max(widest, widthOf(m_entries[i]));
        }
        m_size.setWidth(x + widest);
        x += widest + 2.5 * m_gap;
    }
}

void Legend::paint(QPainter& painter) const {
    const QFontMetricsF metrics(m_font);
    painter.setFont(m_font);
    for (const LegendEntry& entry : m_entries) {
        paintSign(painter, entry);
        painter.setPen(m_theme.text);
        const QPointF baseline(signOf(entry) + m_gap, (metrics.ascent() - metrics.descent()) / 2);
        painter.drawText(entry.place + baseline, entry.text);
    }
}

void Legend::paintSign(QPainter& painter, const LegendEntry& entry) const {
    using enum LegendEntry::Sign;
    const double dot = dotWidth(m_theme);
    const QLineF line(entry.place, entry.place + QPointF(lineWidth(m_theme), 0));
    const QPointF middle = entry.place + QPointF(dot / 2, 0);
    Theme own = m_theme;
    own.start = own.ball = own.trail = entry.colour;
    double phase = 0;
    switch (entry.sign) {
        case Line:
            painter.setPen(QPen(entry.colour, m_theme.line));
            return painter.drawLine(line);
        case Dashes:
            painter.setPen(QPen(entry.colour, m_theme.line));
            return paintDashes(painter, line, phase, m_theme);
        case Trail:
            return paintSteps(painter, line, own);
        case Arrow:
            paintArrow(painter, line, entry.arrow, entry.colour, m_theme);
            return;
        case Cross:
            paintRefused(painter, middle, m_theme);
            return;
        case Marks:
            return paintMarks(painter, entry, dot, m_theme);
        case Runner:
            return paintRunnerMark(painter, middle, dot / 2, entry.runner.value_or(0), m_theme);
        case Start:
            return paintStart(painter, {middle, {own.start}}, own);
        case Ball:
            return paintSmallBall(painter, middle, dot / 2, own);
        case Contact:
            paintContact(painter, {middle}, m_theme);
            return;
        case Slope:
            paintCasedArrow(painter, line, true, slopeColour(), slopeEdge(), m_theme);
            return;
        case Place:
            return paintPlace(painter, middle, placeOf(entry.kind), {}, {}, m_theme.scaled(0.8));
        case Dot:
            painter.setPen(Qt::NoPen);
            painter.setBrush(entry.colour);
            return painter.drawEllipse(middle, dot / 2, dot / 2);
    }
}

}  // namespace plot
