// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/curvenote.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "insight/fitting.h"
#include "plot/paint/label.h"
#include "session/wording/wording.h"

namespace plot {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CurveView)
};

/// Whether an axis can show values of f over a good part of the range.
bool canBeShown(const descent::Objective& objective, insight::Range x) {
    constexpr int parts = 64;
    int small = 0;
    for (int i = 0; i <= parts; ++i) {
        const double value = objective.value(x.low + x.width() * i / parts);
        small += std::abs(value) < insight::largestShown;
    }
    return small > 1;  // 0 may be one of the places by chance
}

/// Whether f has a value at one of the places in view.
bool hasValue(const descent::Objective& objective, insight::Range x,
              std::span<const double> known) {
    return std::ranges::any_of(known, [&](double place) {
        return x.contains(place) && std::isfinite(objective.value(place));
    });
}

QString note(const Content& content, const descent::Objective& objective, const CurvePath& path,
             std::span<const double> known) {
    const auto [low, high] = session::apart(content.x.low, content.x.high, content.theme.digits);
    const auto defined = [](const QPointF& point) { return !std::isnan(point.y()); };
    if (std::ranges::none_of(path.points(), defined)) {
        return hasValue(objective, content.x, known)
                   ? content.theme
                         .named(Text::tr(
                             "At nearly all x from %1 to %2 f has no value that can be shown."))
                         .arg(low, high)
                   : content.theme
                         .named(Text::tr("No finite value of f was found for x from %1 to %2."))
                         .arg(low, high);
    }
    if (!canBeShown(objective, content.home)) {
        return Text::tr("The values of f are too large for the axis here.");
    }
    return Text::tr("The curve runs outside this view. Double-click to bring it back.");
}

}  // namespace

void paintCurveNote(QPainter& painter, const Content& content, const descent::Objective& objective,
                    const CurvePath& path, std::span<const double> known, const Frame& frame) {
    if (path.anyInView()) return;
    const QString words = note(content, objective, path, known);
    setLabelFont(painter, content.theme);
    const double width = QFontMetricsF(painter.font()).horizontalAdvance(words);
    paintLabel(painter, frame.area.center() - QPointF(width / 2, 0), words, content.theme);
}

}  // namespace plot
