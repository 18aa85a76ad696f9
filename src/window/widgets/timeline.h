// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/widgets/slider.h"

namespace window {

/// A slider whose handle comes to the pointer at once, wherever the groove is pressed.
class Timeline : public Slider {
    Q_OBJECT

public:
    explicit Timeline(QWidget* parent = nullptr) : Slider(parent) {}

    /// Moves the handle alone; setValue() tells screen readers too.
    void moveHandle(int place);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    /// The value follows a handle that was moved alone.
    void catchUp();
};

}  // namespace window
