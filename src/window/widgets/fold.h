// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QWidgetList>

class QTabWidget;

namespace window {

class ScrollColumn;

/// Where a column is too low for its cards and the charts below them, the cards become the first
/// page of the charts: all is one click away. A page of the charts that a person has chosen stays
/// in sight; else the cards do. Where there is room again, they stand above the charts as before.
/// The page is as high as its cards, so that what surrounds the column scrolls where even that is
/// too much, and nothing scrolls within what scrolls.
class Fold : public QObject {
    Q_OBJECT

public:
    /// `column` has a page with a vertical layout, which begins with the cards and ends with the
    /// charts.
    Fold(ScrollColumn& column, QWidgetList cards, QTabWidget& charts);

    /// While steady, what was folded for want of room stays so until the column has room for the
    /// highest cards seen: other contents, which come and go, move nothing about.
    void setSteady(bool steady) { m_steady = steady; }

Q_SIGNALS:
    /// The cards are a page of the charts now, or stand above them again.
    void folded(bool isFolded);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool isFolded() const;
    int heightOfCards() const;
    /// Finds the least height, in pixels, of the cards above charts that can be read.
    void measure();
    void arrangeSoon();
    void arrange();
    void fold();
    /// Sees how much higher the column is once what is around it has folded, too.
    void settle(int before);
    void unfold();
    /// The charts are as low as they may be, below the cards as high as those are.
    void fitCharts();
    void moveCards(QWidget& page);

    ScrollColumn& m_column;
    QWidget* const m_content;  ///< of the column, which is asked for it no more once it goes
    QWidgetList m_cards;
    QTabWidget& m_charts;
    QWidget* m_page;  ///< of the charts, for the cards
    bool m_steady = false;
    bool m_arranging = false;  ///< soon
    int m_needed = 0;
    int m_chartsLeast = 0;       ///< when they stood below the cards last
    int m_spared = 0;            ///< of the cards' height, while they are folded
    int m_gained = 0;            ///< of the column's height, by folding
    bool m_settling = false;     ///< until that is known
    QWidget* m_chart = nullptr;  ///< that was shown below the cards
};

}  // namespace window
