// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace window {

/// The one button that matters most: a disc in the accent's colour, with the icon of its action.
class RoundButton : public QToolButton {
    Q_OBJECT

public:
    explicit RoundButton(QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool hitButton(const QPoint& place) const override;
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace window
