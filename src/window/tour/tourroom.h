// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QScrollArea;

namespace window {

class Controls;
class Tour;

/// Watches whether a panel is too low for the tour below all controls: some lesson would have to be
/// scrolled once it is explained; and too low even for the answers below the few controls that stay
/// then. Where the answers need more than all of it, the tour has smaller letters.
class TourRoom : public QObject {
    Q_OBJECT

public:
    /// `panel` holds a column of the controls, a line and `tour`.
    TourRoom(QScrollArea& panel, Controls& controls, Tour& tour);

Q_SIGNALS:
    /// The tour is shown, and needs room that the controls have; or it no longer is, or does.
    void scarce(bool isScarce);
    /// It needs all the room of the controls, which have been told that room is scarce; or it no
    /// longer does.
    void lacking(bool isLacking);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void measure();
    int needed();
    bool lacksAnswers() const;
    void setCramped(bool isCramped);

    QScrollArea& m_panel;
    Controls& m_controls;
    Tour& m_tour;
    int m_width = 0;  ///< of the tour; 0: not measured
    int m_tourHeight = 0;
    int m_questionHeight = 0;
    bool m_scarce = false;
    bool m_lacking = false;
    bool m_cramped = false;
    bool m_changing = false;  ///< the letters
};

}  // namespace window
