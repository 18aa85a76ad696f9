// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/widgets/clearof.h"

#include <QApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QScreen>
#include <QStyle>
#include <QToolTip>
#include <QWidget>
#include <algorithm>
#include <array>
#include <limits>

namespace window {

namespace {

constexpr int gap = 6;  // pixels
/// Where Qt puts a tip, seen from the place that it is told: below the arrow of the pointer.
constexpr QPoint belowPointer(2, 16);

/// As large as Qt will make it.
QSize sizeOf(const QString& tip) {
    QLabel label(tip);
    const bool rich = Qt::mightBeRichText(tip);
    label.setTextFormat(rich ? Qt::RichText : Qt::PlainText);
    label.setWordWrap(rich);
    label.setFont(QToolTip::font());
    label.setMargin(1 + label.style()->pixelMetric(QStyle::PM_ToolTipLabelFrameWidth));
    label.setIndent(1);
    return label.sizeHint() + QSize(1, 1);
}

int distance(const QRect& box, QPoint place) {
    const int across = std::max({box.left() - place.x(), place.x() - box.right(), 0});
    const int along = std::max({box.top() - place.y(), place.y() - box.bottom(), 0});
    return across + along;
}

const QWidget& areaOf(const QWidget& widget) {
    for (const QWidget* area = &widget; area; area = area->parentWidget())
        if (area->findChild<const ClearOf*>({}, Qt::FindDirectChildrenOnly)) return *area;
    return widget;
}

}  // namespace

ClearOf::ClearOf(QWidget* area) : QObject(area) {
    QCoreApplication::instance()->installEventFilter(this);
}

void ClearOf::show(QWidget& widget, QPoint pointer, const QString& tip) {
    const QWidget& area = areaOf(widget);
    const QRect taken(area.mapToGlobal(QPoint(0, 0)), area.size());
    const QRect screen = area.screen()->availableGeometry();
    const QSize size = sizeOf(tip);
    const int left = std::max(screen.left(), std::min(pointer.x(), screen.right() - size.width()));
    const int top = std::max(
        screen.top(), std::min(pointer.y() - size.height() / 2, screen.bottom() - size.height()));
    const std::array places{
        QPoint(left, taken.bottom() + gap), QPoint(taken.left() - gap - size.width(), top),
        QPoint(taken.right() + gap, top), QPoint(left, taken.top() - gap - size.height())};
    QPoint best = pointer + belowPointer;
    int nearest = std::numeric_limits<int>::max();
    for (const QPoint place : places) {
        const QRect box(place, size);
        if (!screen.contains(box) || distance(box, pointer) >= nearest) continue;
        nearest = distance(box, pointer);
        best = place;
    }
    QToolTip::showText(best - belowPointer, tip, &widget);
}

bool ClearOf::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ToolTip) return false;
    auto* widget = qobject_cast<QWidget*>(watched);
    if (!widget || widget->toolTip().isEmpty() || &areaOf(*widget) != parent()) return false;
    show(*widget, static_cast<QHelpEvent*>(event)->globalPos(), widget->toolTip());
    return true;
}

}  // namespace window
