// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>

namespace window {

/// A slider whose handle comes to the pointer at once, wherever the groove is pressed.
class Timeline : public QSlider {
    Q_OBJECT

public:
    explicit Timeline(QWidget* parent = nullptr) : QSlider(Qt::Horizontal, parent) {}

protected:
    void mousePressEvent(QMouseEvent* event) override;
};

}  // namespace window
