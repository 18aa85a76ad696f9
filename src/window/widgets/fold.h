// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QWidgetList>

class QTabWidget;

namespace window {

class ScrollColumn;

/// Where a column is too low for its cards and the charts below them, the cards become the first
/// page of the charts: all is one click away, and nothing lies out of sight. A page of the charts
/// that a person has chosen stays in sight; else the cards do. Where there is room again, they
/// stand above the charts as before.
class Fold : public QObject {
    Q_OBJECT

public:
    /// `column` has a page with a vertical layout, which begins with the cards and ends with the
    /// charts.
    Fold(ScrollColumn& column, QWidgetList cards, QTabWidget& charts);

Q_SIGNALS:
    /// The cards are a page of the charts now, or stand above them again.
    void folded(bool isFolded);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool isFolded() const;
    /// The least height, in pixels, of the cards above charts that can be read.
    int needed() const;
    void arrange();
    void moveCards(QWidget& page);

    ScrollColumn& m_column;
    QWidgetList m_cards;
    QTabWidget& m_charts;
    ScrollColumn* m_page;        ///< of the charts, for the cards
    int m_needed = 0;            ///< when they stood above the charts last
    QWidget* m_chart = nullptr;  ///< that was shown below the cards
};

}  // namespace window
