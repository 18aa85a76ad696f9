// SPDX-License-Identifier: GPL-3.0-or-later
// How the ruler of α is drawn.
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "plot/look/theme.h"
#include "session/wording/wording.h"
#include "window/look/look.h"
#include "window/look/shapes.h"
#include "window/runner/alpharuler.h"
#include "window/runner/approach.h"
#include "window/widgets/parameter.h"

namespace window {

namespace {

constexpr int tickLength = 3;  // pixels below the strip
constexpr int frame = 3;       // pixels within the edges, where the focus shows
constexpr int fewestDigits = 2;

struct Tick {
    int column;
    double alpha;
    QString name;    ///< with %1 for the α
    QString symbol;  ///< the same, short
};

/// In the middle of the box, in smaller letters where it is narrow, or not at all.
void paintWord(QPainter& painter, const QRect& box, const QString& word,
               const QColor& ink = Qt::black) {
    constexpr double smallest = 0.8;  // that can be read
    constexpr double spared = 0.9;    // small letters are relatively wide
    const QFontMetrics metrics = painter.fontMetrics();
    const double room = box.width() - 1.5 * metrics.averageCharWidth();
    const double fitting = room / metrics.horizontalAdvance(word);
    const double factor = fitting < 1 ? spared * fitting : 1;
    if (factor < smallest || factor * metrics.height() > box.height()) return;
    painter.save();
    QFont letters = painter.font();
    letters.setPointSizeF(factor * letters.pointSizeF());
    painter.setFont(letters);
    painter.setPen(ink);
    painter.drawText(box, Qt::AlignCenter, word);
    painter.restore();
}

/// Labels of one or two ticks, from left to right: beside each other around the middle of the
/// ticks, shifted at most so far to stay in the row. False where there is no room.
bool paintLabels(QPainter& painter, const QStringList& labels, double middle, double farthest,
                 const QRect& row) {
    const QFontMetricsF metrics(painter.font());
    const double gap = metrics.averageCharWidth() * 2;
    const double first = metrics.horizontalAdvance(labels.front());
    const double last = metrics.horizontalAdvance(labels.back());
    const double width = labels.size() == 1 ? first : first + gap + last;
    if (width > row.width()) return false;
    const double wanted = middle - (labels.size() == 1 ? first / 2 : first + gap / 2);
    const double least = row.left();
    const double left = std::clamp(wanted, least, least + row.width() - width);
    if (std::abs(left - wanted) > farthest) return false;
    const double baseline = row.top() + metrics.ascent();
    painter.drawText(QPointF(left, baseline), labels.front());
    if (labels.size() > 1) painter.drawText(QPointF(left + first + gap, baseline), labels.back());
    return true;
}

}  // namespace

int AlphaRuler::column(double alpha) const {
    const insight::Range range = m_parameter.range();
    const double within = std::clamp(alpha, range.low, range.high);
    return static_cast<int>(std::floor(m_parameter.column(within))) - x();
}

QRect AlphaRuler::strip() const {
    const insight::Range range = m_parameter.range();
    const auto [left, right] = std::minmax({column(range.low), column(range.high)});
    return {QPoint(left, 0), QPoint(right, fontMetrics().height() + 1)};
}

QRect AlphaRuler::labelRow() const {
    return {frame, strip().bottom() + 1 + tickLength, width() - 2 * frame, fontMetrics().height()};
}

QSize AlphaRuler::sizeHint() const {
    const QFontMetrics metrics = fontMetrics();
    const int text = metrics.height();
    const int strip = text + 2;
    const bool labelled = descent::isPlain(m_settings);
    return {metrics.averageCharWidth() * 12,
            labelled ? strip + tickLength + text + frame : strip + frame};
}

void AlphaRuler::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (hasZones()) {
        paintZones(painter);
        paintTicks(painter);
        if (!tellsOfRun()) paintReach(painter);
    } else {
        const plot::Roles roles = look::roles();
        look::drawBox(painter, strip(), look::near, roles.line, Qt::transparent);
        paintWord(painter, strip(), reason(), roles.ink);
    }
}

void AlphaRuler::paintZones(QPainter& painter) const {
    constexpr double paleness = 0.65;
    const bool pale = !tellsOfRun();
    const QRect whole = strip();
    const descent::Response theory = response();
    const std::pair<descent::Approach, double> zones[] = {
        {descent::Approach::Creeps, theory.creeping},
        {descent::Approach::Leaps, theory.bestHigh},
        {descent::Approach::Swings, theory.limit},
        {descent::Approach::CannotStay, std::numeric_limits<double>::infinity()}};
    double from = 0;
    for (const auto& [approach, to] : zones) {
        const auto [left, right] = std::minmax({column(from), column(to)});
        const QRect zone(QPoint(left, whole.top()), QPoint(right, whole.bottom()));
        if (left < right) {
            painter.fillRect(zone, pale ? plot::mixed(colourOf(approach), Qt::white, paleness)
                                        : colourOf(approach));
            paintWord(painter, zone, word(approach));
        }
        from = to;
    }
}

void AlphaRuler::paintTicks(QPainter& painter) const {
    std::vector<Tick> ticks;
    const auto add = [&](double alpha, const QString& name, const QString& symbol) {
        if (!m_parameter.range().contains(alpha)) return;
        ticks.push_back({column(alpha), alpha, name, symbol});
    };
    const bool descends = m_settings.direction == descent::Direction::Descend;
    const descent::Response theory = response();
    if (const auto told = rates()) {
        add(*told->bestAlpha, tr("best %1"), tr("best %1"));
        add(told->limit, tr("limit %1"), tr("limit %1"));
    } else {
        add(theory.bestHigh, tr("one leap %1"), descends ? tr("1/f″ = %1") : tr("1/|f″| = %1"));
        add(theory.limit, tr("limit %1"), descends ? tr("2/f″ = %1") : tr("2/|f″| = %1"));
    }
    if (ticks.empty()) return;
    std::ranges::sort(ticks, {}, &Tick::column);

    const QRect whole = strip();
    for (const Tick& tick : ticks) {
        painter.fillRect(tick.column, whole.top(), 1, whole.height(), Qt::black);
        painter.fillRect(tick.column, whole.bottom() + 1, 1, tickLength,
                         palette().color(QPalette::WindowText));
    }
    if (!tellsOfRun()) return;  // what is said instead needs the room
    painter.setPen(palette().color(QPalette::WindowText));
    const QRect row = labelRow();
    const double middle = (ticks.front().column + ticks.back().column) / 2.0;
    const double near = ticks.size() == 1 ? row.width() : row.height();
    const auto labels = [&](QString Tick::*words, int digits) {
        QStringList all;
        for (const Tick& tick : ticks)
            all << (tick.*words).arg(session::number(tick.alpha, digits));
        return all;
    };
    if (paintLabels(painter, labels(&Tick::name, m_digits), middle, near, row)) return;
    constexpr double smallest = 0.8;  // that can be read
    for (const double size : {1.0, smallest}) {
        QFont letters = font();
        letters.setPointSizeF(size * letters.pointSizeF());
        painter.setFont(letters);
        for (int digits = m_digits; digits >= fewestDigits; --digits) {
            if (paintLabels(painter, labels(&Tick::symbol, digits), middle, row.width(), row))
                return;
        }
    }
}

/// Where the zones are true although the run went another way.
void AlphaRuler::paintReach(QPainter& painter) const {
    const QRect row = labelRow();
    painter.setPen(palette().color(QPalette::WindowText));
    const auto named = [&](const QString& words) {
        return isPlane() ? words : session::inVariable(words, m_variables.front());
    };
    const QString whole = named(tr("true only near %1").arg(place()));
    const QString shorter =
        isPlane() ? tr("true only near the minimum") : named(tr("true only near x*"));
    const double middle = row.center().x();
    if (!paintLabels(painter, {whole}, middle, row.width(), row))
        paintLabels(painter, {shorter}, middle, row.width(), row);
}

}  // namespace window
