// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/widgets/twolinebox.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QWheelEvent>
#include <algorithm>

#include "window/look/look.h"

namespace window {

namespace {

constexpr int tipRole = Qt::UserRole;

/// The name, and below it, in softer letters, what it does.
class TwoLines : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const QFontMetrics name(option.font);
        const QFontMetrics tip(look::letters(look::Letters::Note, option.font));
        const int wide = std::max(name.horizontalAdvance(index.data().toString()),
                                  tip.horizontalAdvance(index.data(tipRole).toString()));
        return {wide + 2 * look::inset, name.height() + tip.height() + look::gap};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const bool chosen = option.state & QStyle::State_Selected;
        const QPalette& colours = option.palette;
        painter->save();
        painter->fillRect(option.rect,
                          colours.color(chosen ? QPalette::Highlight : QPalette::Base));
        QRect room = option.rect.adjusted(look::inset, look::near, -look::inset, -look::near);
        painter->setFont(option.font);
        painter->setPen(colours.color(chosen ? QPalette::HighlightedText : QPalette::Text));
        painter->drawText(room, Qt::AlignTop | Qt::AlignLeading, index.data().toString());
        if (!chosen) painter->setPen(look::roles().soft);
        painter->setFont(look::letters(look::Letters::Note, option.font));
        painter->drawText(room, Qt::AlignBottom | Qt::AlignLeading, index.data(tipRole).toString());
        painter->restore();
    }
};

}  // namespace

TwoLineBox::TwoLineBox(QWidget* parent) : QComboBox(parent) {
    constexpr int mostRows = 12;
    setFocusPolicy(Qt::StrongFocus);  // the wheel gives no focus
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(1);
    setMaxVisibleItems(mostRows);
    setItemDelegate(new TwoLines(this));
}

void TwoLineBox::addEntry(const QString& name, const QString& explanation) {
    addItem(name);
    setItemData(count() - 1, explanation, tipRole);
    setItemData(count() - 1, explanation, Qt::AccessibleDescriptionRole);
}

void TwoLineBox::wheelEvent(QWheelEvent* event) {
    hasFocus() ? QComboBox::wheelEvent(event) : event->ignore();
}

/// Wide enough for what is explained, though the box itself is narrow.
void TwoLineBox::showPopup() {
    view()->setMinimumWidth(view()->sizeHintForColumn(0) + 2 * look::inset);
    QComboBox::showPopup();
}

}  // namespace window
