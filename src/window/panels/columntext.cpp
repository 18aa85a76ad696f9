// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/columntext.h"

#include <QPainter>
#include <QTableView>
#include <algorithm>

namespace window {

namespace {

/// Where the point is; in a number without one, where its digits end.
qsizetype pointOf(const QString& number) {
    const auto point = number.indexOf(QLatin1Char('.'));
    if (point >= 0) return point;
    const auto power = number.indexOf(QChar(u'×'));
    return power >= 0 ? power : number.size();
}

}  // namespace

void Parts::include(const Parts& other) {
    whole = std::max(whole, other.whole);
    fraction = std::max(fraction, other.fraction);
    widest = std::max(widest, other.widest);
}

Parts partsOf(const QString& number, const QFontMetrics& metrics) {
    const int whole = metrics.horizontalAdvance(number.left(pointOf(number)));
    const int width = metrics.horizontalAdvance(number);
    return {whole, width - whole, width};
}

void ColumnText::paint(QPainter* painter, const QStyleOptionViewItem& option,
                       const QModelIndex& index) const {
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString text = std::exchange(item.text, QString());
    const QStyle& style = *item.widget->style();
    style.drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const int margin = style.pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, item.widget) + 1;
    QRect room = item.rect.adjusted(margin, 0, -margin, 0);
    const auto column = static_cast<std::size_t>(index.column());
    const Parts parts = partsOf(text, item.fontMetrics);
    const bool aligned = column < m_columns.size() && m_columns[column].aligned() <= room.width();
    const int fraction = aligned ? m_columns[column].fraction : parts.fraction;
    const bool cut = parts.widest > room.width();
    if (!cut) room.setLeft(room.right() + 1 - fraction - parts.whole);
    const bool selected = item.state & QStyle::State_Selected;
    item.palette.setCurrentColorGroup(item.state & QStyle::State_Active ? QPalette::Active
                                                                        : QPalette::Inactive);
    painter->save();
    painter->setFont(item.font);
    // Widths are rounded: the last digit may reach into the margin.
    style.drawItemText(painter, room.adjusted(0, 0, margin, 0), Qt::AlignLeft | Qt::AlignVCenter,
                       item.palette, true,
                       cut ? item.fontMetrics.elidedText(text, Qt::ElideRight, room.width()) : text,
                       selected ? QPalette::HighlightedText : QPalette::Text);
    painter->restore();
}

}  // namespace window
