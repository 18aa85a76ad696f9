// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QSize>

class QWidget;

namespace window {

/// What of this size, in device-independent pixels, the screen of a window has room for inside a
/// frame with a title.
QSize withinScreen(const QWidget& window, QSize wanted);

/// Where a window lies when it is shown first: where it lay last time, else at its own size, and
/// always with its frame inside the present screen. As soon as a person or another part of the
/// program gives it another size, that is its place.
class Placement : public QObject {
public:
    /// `saved` is from QWidget::saveGeometry(), maybe on another screen, or empty.
    Placement(QWidget& window, const QByteArray& saved);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fit();

    QWidget& m_window;
    QSize m_given;  ///< the size it was placed with
};

}  // namespace window
