// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QRectF>
#include <QSize>
#include <QString>
#include <optional>

#include "plot/paint/unbroken.h"

class QWidget;

namespace plot {

/// Plain text for a tool tip, whose lines stay lines and break where they are long: Qt leaves plain
/// text as it is. No line breaks within a formula.
inline QString wrapped(const QString& text) {
    QString escaped = unbroken(text).toHtmlEscaped();
    return QStringLiteral("<qt>%1</qt>").arg(escaped.replace(u'\n', QStringLiteral("<br>")));
}

/// Words from outside, such as the name of a file, for a tool tip: as they are.
inline QString verbatim(const QString& words) {
    return QStringLiteral("<qt>%1</qt>").arg(words.toHtmlEscaped());
}

/// Where a tip of this size lies in the room beside the pointer and what it explains, if possible
/// clear of another place, too; nothing where there is no room. All in pixels of a widget.
std::optional<QPoint> besidePlace(QSize tip, QPoint pointer, const QRectF& explained,
                                  const QRectF& other, const QRectF& room);
/// Shows a tool tip there, and where Qt shows tips where there is no room; an empty text hides it.
void showBeside(QWidget& view, const QString& text, QPoint pointer, const QRectF& explained,
                const QRectF& other, const QRectF& room);

}  // namespace plot
