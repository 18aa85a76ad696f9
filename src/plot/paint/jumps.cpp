// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/jumps.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>

#include "plot/paint/label.h"
#include "session/wording/wording.h"

namespace plot {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(BifurcationView)
};

/// What a jump is, the longer first.
QStringList wordsFor(const insight::Density& density) {
    return density.goal == descent::Direction::Descend
               ? QStringList{Text::tr("into another valley, as at each tick"),
                             Text::tr("into another valley")}
               : QStringList{Text::tr("onto another hill, as at each tick"),
                             Text::tr("onto another hill")};
}

bool goesUp(const insight::Jump& jump) {
    return jump.after.low > jump.before.high;
}

/// From the places before to those after.
QLineF wayOf(const insight::Jump& jump, const Frame& frame) {
    const bool up = goesUp(jump);
    const double column = frame.column(jump.alpha);
    return {column, frame.row(up ? jump.before.high : jump.before.low), column,
            frame.row(up ? jump.after.low : jump.after.high)};
}

/// What of that is in view; null without any.
QLineF clippedWay(const insight::Jump& jump, const Frame& frame) {
    QLineF way = wayOf(jump, frame);
    return clip(way, frame.area) ? way : QLineF();
}

void paintArrow(QPainter& painter, const QLineF& way, const Theme& theme) {
    const double size = 4 * theme.scale();
    painter.setPen(QPen(theme.text, 0.5 * theme.line, Qt::DotLine));
    painter.drawLine(way);
    const double back = way.dy() > 0 ? -size : size;
    painter.setPen(QPen(theme.text, 0.5 * theme.line));
    for (const double aside : {-size, size}) {
        painter.drawLine(QLineF(way.p2(), way.p2() + QPointF(aside, back)));
    }
}

void paintTick(QPainter& painter, double column, const QRectF& area, const Theme& theme) {
    painter.setPen(QPen(theme.text, 0.75 * theme.line, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QLineF(column, area.top(), column, area.top() + 6 * theme.scale()));
}

/// A free place beside the way, near its middle if it can be.
std::optional<QRectF> placeBeside(const QLineF& way, QSizeF size, double gap,
                                  const std::function<bool(const QRectF&)>& isFree) {
    for (const double part : {0.5, 0.35, 0.65, 0.2, 0.8}) {
        const QPointF at = way.pointAt(part);
        for (const double left : {at.x() + gap, at.x() - gap - size.width()}) {
            const QRectF place({left, at.y() - size.height() / 2}, size);
            if (size.height() < way.length() && isFree(place)) return place;
        }
    }
    return std::nullopt;
}

/// An arrow and a word, if there is room for both.
bool paintNamedJump(QPainter& painter, const QLineF& way, const QString& word,
                    const insight::Density& density, const Frame& frame, std::vector<QRectF>& taken,
                    std::vector<QRectF>& marks, const Theme& theme) {
    const QFontMetricsF metrics(painter.font());
    const double gap = 8 * theme.scale();
    const QRectF arrow(way.x1() - gap, std::min(way.y1(), way.y2()), 2 * gap, way.length());
    const auto covers = [](const std::vector<QRectF>& boxes, const QRectF& place) {
        return std::ranges::any_of(boxes, [&](const QRectF& box) { return box.intersects(place); });
    };
    if (covers(marks, arrow)) return false;
    const QSizeF size(metrics.horizontalAdvance(word) + gap, 1.3 * metrics.height());
    const auto box = placeBeside(way, size, gap, [&](const QRectF& place) {
        return frame.area.contains(place) && !counted(density, frame, place) &&
               !covers(taken, place);
    });
    if (!box) return false;
    paintArrow(painter, way, theme);
    const QPointF baseline(box->left() + gap / 2,
                           box->center().y() + (metrics.ascent() - metrics.descent()) / 2);
    for (const QRectF& mark : {paintLabel(painter, baseline, word, theme), arrow}) {
        marks.push_back(mark);
        taken.push_back(mark);
    }
    return true;
}

}  // namespace

bool counted(const insight::Density& density, const Frame& frame, const QRectF& part) {
    if (density.largest == 0) return false;
    const auto index = [](double place, insight::Range range, int count) {
        return static_cast<int>(
            std::clamp((place - range.low) / range.width() * count, 0.0, count - 1.0));
    };
    const int left = index(frame.xAt(part.left()), density.alpha, density.columns);
    const int right = index(frame.xAt(part.right()), density.alpha, density.columns);
    const int bottom = index(frame.valueAt(part.bottom()), density.x, density.rows);
    const int top = index(frame.valueAt(part.top()), density.x, density.rows);
    for (int row = bottom; row <= top; ++row) {
        for (int column = left; column <= right; ++column) {
            if (density.count(column, row) > 0) return true;
        }
    }
    return false;
}

void paintJumps(QPainter& painter, const insight::Density& density, const Frame& frame,
                std::vector<QRectF> taken, const Theme& theme) {
    setLabelFont(painter, theme);
    std::vector<const insight::Jump*> shown;
    for (const insight::Jump& jump : density.jumps) {
        if (!clippedWay(jump, frame).isNull()) shown.push_back(&jump);
    }
    const auto up = std::ranges::count_if(shown, [](const auto* jump) { return goesUp(*jump); });
    const bool hasTicks = up > 1 || std::ssize(shown) - up > 1;
    std::vector<QRectF> marks;
    const auto nameFirst = [&](const QString& word, const auto& isOne) {
        const auto named = std::ranges::find_if(shown, [&](const insight::Jump* jump) {
            return isOne(*jump) && paintNamedJump(painter, clippedWay(*jump, frame), word, density,
                                                  frame, taken, marks, theme);
        });
        const insight::Jump* const found = named == shown.end() ? nullptr : *named;
        if (found) shown.erase(named);
        return found;
    };
    const QStringList words = wordsFor(density);
    const insight::Jump* const key =
        hasTicks ? nameFirst(words.front(), [](const auto&) { return true; }) : nullptr;
    for (const bool upwards : {false, true}) {
        if (key && goesUp(*key) == upwards) continue;
        nameFirst(words.back(), [=](const auto& jump) { return goesUp(jump) == upwards; });
    }
    for (const insight::Jump* jump : shown)
        paintTick(painter, frame.column(jump->alpha), frame.area, theme);
}

QRectF jumpArea(const insight::Jump& jump, const Frame& frame) {
    const QLineF way = wayOf(jump, frame);
    return QRectF(way.x1(), std::min(way.y1(), way.y2()), 1, way.length()) & frame.area;
}

const insight::Jump* jumpAt(double column, const insight::Density& density, const Frame& frame,
                            const Theme& theme) {
    const double reach = 6 * theme.scale();
    const auto away = [&](const insight::Jump& jump) {
        return std::abs(frame.column(jump.alpha) - column);
    };
    const auto nearest = std::ranges::min_element(density.jumps, {}, away);
    return nearest != density.jumps.end() && away(*nearest) <= reach ? &*nearest : nullptr;
}

QString describe(const insight::Jump& jump, const insight::Density& density, const Frame& frame,
                 int digits) {
    constexpr double pixel = 1;
    const double column = frame.column(jump.alpha);
    const QString place = session::number(frame.writtenAt(column), digits);
    const auto near = std::ranges::count_if(density.jumps, [&](const insight::Jump& other) {
        return std::abs(frame.column(other.alpha) - column) <= pixel;
    });
    const bool descends = density.goal == descent::Direction::Descend;
    if (near > 1) {
        return (descends ? Text::tr("About α ≈ %1 the places jump more than once: the valley that "
                                    "the run comes to stay in changes with a small change of α.")
                         : Text::tr("About α ≈ %1 the places jump more than once: the hill that "
                                    "the run comes to stay on changes with a small change of α."))
            .arg(place);
    }
    return (descends ? Text::tr("At α ≈ %1 the places jump: a little above it the run comes to "
                                "stay in another valley than a little below.")
                     : Text::tr("At α ≈ %1 the places jump: a little above it the run comes to "
                                "stay on another hill than a little below."))
        .arg(place);
}

}  // namespace plot
