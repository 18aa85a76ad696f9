// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include "window/widgets/focusring.h"

namespace window {

/// Scrolls a lesson in a frame of ground, where it shows that it has the focus: the ring lies on no
/// letter.
class LessonScroll : public QScrollArea {
    Q_OBJECT

public:
    static constexpr int clear = 4;  ///< pixels around the page: the ring and as much again

    explicit LessonScroll(QWidget* parent = nullptr) : QScrollArea(parent) {
        setViewportMargins(clear, clear, clear, clear);
        new FocusRing(this);
    }
};

}  // namespace window
