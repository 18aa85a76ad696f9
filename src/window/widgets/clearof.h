// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QPoint;
class QWidget;

namespace window {

/// Shows the tool tips of all that lies in an area beside the area, so that they cover nothing of
/// what they are about. A child of the area.
class ClearOf : public QObject {
    Q_OBJECT

public:
    explicit ClearOf(QWidget* area);

    /// Shows a tip of this widget beside its area, on the side that is nearest to the pointer (in
    /// global pixels) and has room on the screen; beside the widget alone if it is in no area.
    static void show(QWidget& widget, QPoint pointer, const QString& tip);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace window
