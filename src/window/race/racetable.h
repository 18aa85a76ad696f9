// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>
#include <QTableView>
#include <optional>
#include <vector>

#include "plot/look/theme.h"
#include "session/race.h"
#include "window/race/racemodel.h"
#include "window/widgets/focusring.h"

class QMenu;

namespace window {

/// Draws a cell of the race in the upper line of its row, a runner with its mark.
class RaceCell : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTheme(const plot::Theme& theme) { m_theme = theme; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    /// What it takes beside the text.
    static int widthBeside(int column);

private:
    plot::Theme m_theme = plot::Theme::light();
};

/// The table of a race. A heading sorts it, a row chooses its runner. Where it is too narrow for
/// all columns, what became of a runner stands in a second line of its row.
class RaceTable : public QTableView {
    Q_OBJECT

public:
    explicit RaceTable(QWidget* parent = nullptr);

    void setTheme(const plot::Theme& theme);
    void setRace(const session::Session& session, const std::vector<session::Racer>& race,
                 bool veiled);
    const RaceModel& race() const { return m_model; }
    /// Fills a menu with the columns to sort by.
    void offerOrders(QMenu& menu);

Q_SIGNALS:
    void runnerPicked(std::size_t runner);

protected:
    void paintEvent(QPaintEvent* event) override;
    void updateGeometries() override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    bool isTerse() const { return isColumnHidden(RaceModel::Words); }
    int lineHeight() const { return fontMetrics().lineSpacing() + 4; }
    int widthNeeded(int column) const;
    int widthNeeded() const;
    void setTerse(bool terse);
    void fitColumns();
    void giveWay();
    void spare(std::optional<RaceModel::Column> column);
    int roomForName() const;
    bool shortenValues();
    void markChosen();
    void pick(const QModelIndex& index);
    void paintWords(QPainter& painter, int row) const;

    RaceModel m_model;
    RaceCell m_cell;
    FocusRing* m_ring = new FocusRing(this);
    int m_digits = session::usualDigits;
    std::size_t m_chosen = 0;
};

}  // namespace window
