// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/widgets/slider.h"

#include <QWheelEvent>

namespace window {

Slider::Slider(QWidget* parent) : QSlider(Qt::Horizontal, parent) {
    setFocusPolicy(Qt::StrongFocus);  // the wheel gives no focus
}

void Slider::wheelEvent(QWheelEvent* event) {
    if (hasFocus()) {
        QSlider::wheelEvent(event);
    } else {
        event->ignore();
    }
}

}  // namespace window
