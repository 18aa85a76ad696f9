// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace window {

/// Watches whether a panel is too low for the tour below all controls: a lesson and its answers
/// would not fit.
class TourRoom : public QObject {
    Q_OBJECT

public:
    /// `panel` holds the controls and `tour`.
    TourRoom(QWidget& panel, QWidget& tour);

Q_SIGNALS:
    /// The tour is shown, and needs room that the controls have; or it no longer is, or does.
    void scarce(bool isScarce);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void measure();

    QWidget& m_panel;
    QWidget& m_tour;
    bool m_scarce = false;
};

}  // namespace window
