// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/methodchooser.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QWheelEvent>
#include <algorithm>

#include "plot/paint/tip.h"
#include "session/method.h"
#include "session/methodwords.h"
#include "window/look/look.h"

namespace window {

namespace {

constexpr int tipRole = Qt::UserRole;

/// The name, and below it, in softer letters, what the method does.
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

MethodChooser::MethodChooser(QWidget* parent) : QComboBox(parent), m_methods(descent::methods()) {
    constexpr int mostRows = 12;
    setObjectName(QStringLiteral("method"));
    setAccessibleName(tr("Method"));
    setFocusPolicy(Qt::StrongFocus);  // the wheel gives no focus
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(1);
    setMaxVisibleItems(mostRows);
    setItemDelegate(new TwoLines(this));
    for (const descent::Method& method : m_methods) {
        addItem(session::methodLabel(method));
        setItemData(count() - 1, session::methodTip(method), tipRole);
        setItemData(count() - 1, session::methodTip(method), Qt::AccessibleDescriptionRole);
    }
    connect(this, &QComboBox::activated, this,
            [this](int row) { Q_EMIT methodChosen(m_methods[static_cast<std::size_t>(row)]); });
}

void MethodChooser::setMethod(const descent::Method& method) {
    const auto own = std::ranges::find(m_methods, method.index(), &descent::Method::index);
    *own = method;
    setCurrentIndex(static_cast<int>(own - m_methods.begin()));
    setToolTip(plot::wrapped(tr("The rule of a step. %1").arg(session::methodTip(method))));
}

void MethodChooser::wheelEvent(QWheelEvent* event) {
    hasFocus() ? QComboBox::wheelEvent(event) : event->ignore();
}

/// Wide enough for what the methods do, though the box itself is narrow.
void MethodChooser::showPopup() {
    view()->setMinimumWidth(view()->sizeHintForColumn(0) + 2 * look::inset);
    QComboBox::showPopup();
}

}  // namespace window
