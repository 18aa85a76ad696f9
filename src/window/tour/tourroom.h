// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QScrollArea;

namespace window {

class Controls;
class Tour;

/// Watches whether a panel is too low for the tour below all controls: some lesson would have to be
/// scrolled once it is explained.
class TourRoom : public QObject {
    Q_OBJECT

public:
    /// `panel` holds a column of the controls, a line and `tour`.
    TourRoom(QScrollArea& panel, const Controls& controls, Tour& tour);

Q_SIGNALS:
    /// The tour is shown, and needs room that the controls have; or it no longer is, or does.
    void scarce(bool isScarce);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void measure();
    int needed();

    QScrollArea& m_panel;
    const Controls& m_controls;
    Tour& m_tour;
    int m_width = 0;  ///< of the tour; 0: not measured
    int m_tourHeight = 0;
    bool m_scarce = false;
};

}  // namespace window
