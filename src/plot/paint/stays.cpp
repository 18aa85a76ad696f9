// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/stays.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>

#include "plot/paint/label.h"
#include "session/wording/wording.h"

namespace plot {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(BifurcationView)
};

QString wordFor(insight::Stay stay) {
    switch (stay) {
        case insight::Stay::Diverges:
            return Text::tr("diverges");
        case insight::Stay::Leaves:
            return Text::tr("leaves the domain of f");
        case insight::Stay::OnItsWay:
            return Text::tr("still on its way");
        case insight::Stay::Beyond:
            return Text::tr("outside this view");
        case insight::Stay::Seen:
        case insight::Stay::Unknown:
            break;
    }
    return {};
}

/// In the middle of the band, upright where it is narrow; not at all where there is no room.
std::optional<QRectF> paintWord(QPainter& painter, const QRectF& band, const QString& word,
                                const Theme& theme) {
    const QFontMetricsF metrics(painter.font());
    const QSizeF size(metrics.horizontalAdvance(word) + metrics.height(), 1.5 * metrics.height());
    const bool level = size.width() <= band.width();
    if (!level && (size.height() > band.width() || size.width() > band.height()))
        return std::nullopt;
    painter.save();
    painter.translate(band.center());
    if (!level) painter.rotate(-90);
    const double left = -metrics.horizontalAdvance(word) / 2;
    paintLabel(painter, {left, (metrics.ascent() - metrics.descent()) / 2}, word, theme);
    painter.restore();
    QRectF covered(QPointF(), level ? size : size.transposed());
    covered.moveCenter(band.center());
    return covered;
}

std::vector<QRectF> paintBands(QPainter& painter, const insight::Density& density,
                               const Frame& frame, const Theme& theme) {
    std::vector<QRectF> covered;
    const auto& stays = density.stays;
    const double part = density.alpha.width() / density.columns;
    for (std::size_t first = 0; first < stays.size();) {
        std::size_t end = first + 1;
        while (end < stays.size() && stays[end] == stays[first]) ++end;
        const double left = frame.column(density.alpha.low + part * static_cast<double>(first));
        const double right = frame.column(density.alpha.low + part * static_cast<double>(end));
        const QRectF band(left, frame.area.top(), right - left, frame.area.height());
        const QString word = wordFor(stays[first]);
        const auto box =
            word.isEmpty() ? std::nullopt : paintWord(painter, band & frame.area, word, theme);
        if (box) covered.push_back(*box);
        first = end;
    }
    return covered;
}

/// Why nothing is seen.
QString reason(const insight::Density& density) {
    const auto has = [&](insight::Stay stay) {
        return std::ranges::find(density.stays, stay) != density.stays.end();
    };
    if (has(insight::Stay::Beyond)) {
        return Text::tr("The places that runs end up at lie outside this view.");
    }
    const bool diverges = has(insight::Stay::Diverges);
    const bool leaves = has(insight::Stay::Leaves);
    const bool onTheirWay = has(insight::Stay::OnItsWay);
    const int steps = session::howMany(insight::bifurcationSteps);
    if (diverges && !leaves && !onTheirWay) {
        return Text::tr("At each of these α the run diverges.");
    }
    if (leaves && !diverges && !onTheirWay) {
        return Text::tr("At each of these α the run leaves the domain of f.");
    }
    if (onTheirWay && !diverges && !leaves) {
        return Text::tr("At each of these α the run is still on its way after %n steps.", nullptr,
                        steps);
    }
    if (onTheirWay && diverges && !leaves) {
        return Text::tr(
            "At each of these α the run diverges or is still on its way after %n steps.", nullptr,
            steps);
    }
    return Text::tr("At none of these α does the run come to stay.");
}

std::vector<QRectF> paintReason(QPainter& painter, const insight::Density& density,
                                const Frame& frame, const Theme& theme) {
    std::vector<QRectF> covered;
    QStringList lines{reason(density)};
    if (density.lower) {
        lines += Text::tr("It stays in view at α = %1.")
                     .arg(session::number(*density.lower, theme.digits));
    }
    const QFontMetricsF metrics(painter.font());
    double row = frame.area.center().y();
    for (const QString& line : lines) {
        const double left = frame.area.center().x() - metrics.horizontalAdvance(line) / 2;
        covered.push_back(
            paintLabel(painter, {std::max(left, frame.area.left()), row}, line, theme));
        row += 1.6 * metrics.height();
    }
    return covered;
}

}  // namespace

std::vector<QRectF> paintStays(QPainter& painter, const insight::Density& density,
                               const Frame& frame, const Theme& theme) {
    setLabelFont(painter, theme);
    if (density.largest > 0) return paintBands(painter, density, frame, theme);
    if (density.complete) return paintReason(painter, density, frame, theme);
    return {};
}

}  // namespace plot
