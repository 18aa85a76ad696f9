// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/race/legendcard.h"

#include <QEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <utility>

#include "plot/view/planeview.h"
#include "window/look/look.h"
#include "window/look/shapes.h"

namespace window {

LegendCard::LegendCard(plot::PlaneView* picture) : QWidget(picture), m_picture(picture) {
    setObjectName(QStringLiteral("legendCard"));
    setAccessibleName(tr("Legend"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    picture->installEventFilter(this);
    hide();
}

void LegendCard::showLegend(std::vector<plot::LegendEntry> legend, const plot::Theme& theme) {
    m_entries = std::move(legend);
    m_theme = theme;
    QStringList words;
    for (const plot::LegendEntry& entry : m_entries) words += entry.text;
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    fit();
    update();
}

void LegendCard::fit() {
    m_fits = true;
    setVisible(!m_entries.empty() && lay());
    if (!m_laid) return;
    const QSize size = sizeNeeded();
    setGeometry(QRect(emptiestPlace(size), size));
    raise();
}

QSize LegendCard::sizeNeeded() const {
    const QSizeF inner = m_laid ? m_laid->size() : QSizeF();
    return {static_cast<int>(std::ceil(inner.width())) + 2 * look::inset,
            static_cast<int>(std::ceil(inner.height())) + 2 * look::gap};
}

/// In one column or few, in letters as large as there is room for; false where there is none.
bool LegendCard::lay() {
    constexpr double mostOfAll = 0.12;  // of the axes, with the names of the runners
    struct Way {
        bool isAll;
        double letters;
        double most;  ///< of the axes, either way
    };
    const QSizeF area = m_picture->axes().size();
    std::vector<plot::LegendEntry> signs = m_entries;
    std::erase_if(signs, [](const plot::LegendEntry& entry) { return entry.runner.has_value(); });
    for (const auto [isAll, letters, most] :
         {Way{true, 1, 0.6}, Way{false, 1, 0.6}, Way{false, 0.87, 0.6}, Way{false, 0.75, 0.6},
          Way{false, 0.75, 1}}) {
        m_laid.emplace(isAll ? m_entries : signs, m_theme);
        m_laid->stack(most * area.height() - 2 * look::gap, letters);
        const QSize size = sizeNeeded();
        if (size.width() > most * area.width() || size.height() > area.height()) continue;
        const bool isSmall =
            size.width() * size.height() <= mostOfAll * area.width() * area.height();
        if (!isAll || isSmall || signs.size() == m_entries.size()) return true;
    }
    return false;
}

/// Upper right where all are alike.
QPoint LegendCard::emptiestPlace(QSize size) const {
    const QRectF axes = m_picture->axes();
    const double gap = std::clamp(axes.height() - size.height(), 0.0, double(look::gap));
    const QRectF room = axes.adjusted(gap, gap, -gap - size.width(), -gap - size.height());
    const std::vector<QPointF> drawn = m_picture->drawn();
    const auto covered = [&](QPointF corner) {
        const QRectF box(corner, size);
        return std::ranges::count_if(drawn, [&](QPointF point) { return box.contains(point); });
    };
    std::vector<QPointF> places;
    for (const double part : {1.0, 0.0, 0.5, 0.75, 0.25}) {
        const double left = room.left() + part * room.width();
        places.emplace_back(left, room.top());
        places.emplace_back(left, room.bottom());
    }
    return std::ranges::min(places, {}, covered).toPoint();
}

/// The axes have not followed yet.
bool LegendCard::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && !m_entries.empty() && std::exchange(m_fits, false))
        QMetaObject::invokeMethod(this, &LegendCard::fit, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

void LegendCard::paintEvent(QPaintEvent*) {
    if (!m_laid) return;
    QPainter painter(this);
    const plot::Roles roles = look::roles();
    look::drawBox(painter, rect(), look::corner, roles.card, roles.line);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(look::inset, look::gap);
    m_laid->paint(painter);
}

}  // namespace window
