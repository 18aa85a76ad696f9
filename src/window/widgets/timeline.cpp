// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/widgets/timeline.h"

#include <QMouseEvent>
#include <QSignalBlocker>
#include <QStyle>
#include <QStyleOptionSlider>

namespace window {

void Timeline::moveHandle(int place) {
    setTracking(false);
    setSliderPosition(place);
    setTracking(true);
}

void Timeline::catchUp() {
    const QSignalBlocker blocker(this);
    setValue(sliderPosition());
}

void Timeline::wheelEvent(QWheelEvent* event) {
    catchUp();
    Slider::wheelEvent(event);
}

void Timeline::mousePressEvent(QMouseEvent* event) {
    catchUp();
    QStyleOptionSlider option;
    initStyleOption(&option);
    const QRect handle =
        style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, this);
    if (event->button() == Qt::LeftButton && !handle.contains(event->position().toPoint())) {
        const QRect groove =
            style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderGroove, this);
        const int along = qRound(event->position().x()) - groove.x() - handle.width() / 2;
        setValue(QStyle::sliderValueFromPosition(minimum(), maximum(), along,
                                                 groove.width() - handle.width()));
    }
    QSlider::mousePressEvent(event);
}

}  // namespace window
