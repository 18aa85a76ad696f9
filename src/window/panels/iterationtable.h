// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QStringList>
#include <QTableView>
#include <tuple>
#include <vector>

#include "descent/trajectory.h"
#include "output/writers.h"
#include "session/wording/wording.h"
#include "window/panels/columntext.h"
#include "window/widgets/focusring.h"

namespace window {

/// The iterations of a run: n and the columns of its trajectory. A row is worded when it is looked
/// at.
class IterationModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /// Rows are added when it is the same run, farther on; else all are new.
    void setTrajectory(const descent::Trajectory& trajectory);
    void setDigits(int digits);
    /// What the variables are called.
    void setVariables(const QStringList& variables);
    int digits() const { return m_digits; }
    /// Whether all numbers have so many digits, or only as many as each needs.
    void setAlike(bool alike) { m_alike = alike; }
    bool isAlike() const { return m_alike; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void nameColumns();

    descent::Trajectory m_trajectory;
    std::vector<descent::Trajectory::Column> m_columns = m_trajectory.columns();
    int m_digits = session::usualDigits;
    QStringList m_variables{QStringLiteral("x")};
    bool m_alike = true;
};

/// The table of a run. All columns are in sight as long as their numbers are whole: where they are
/// too narrow for the digits that are wanted, the numbers have fewer, then no zeros at their ends,
/// and as a last resort the table scrolls sideways. Their tool tips are exact.
class IterationTable : public QTableView {
    Q_OBJECT

public:
    explicit IterationTable(QWidget* parent = nullptr);

    void setTrajectory(const descent::Trajectory& trajectory);
    /// Significant digits from now on, where there is room.
    void setDigits(int digits);
    void setVariables(const QStringList& variables);
    int digits() const { return m_digits; }
    /// For as many there is room.
    int digitsShown() const { return m_model.digits(); }
    /// The greatest height up to this one in which the last row in sight is whole.
    int wholeRows(int height) const;
    /// The rows that are marked where they are more than one, else all.
    output::Steps chosen() const;
    /// Marks the row of the present iteration and keeps it in sight.
    void setPosition(double position);

Q_SIGNALS:
    void iterationPicked(double position);
    /// digitsShown(), digits(), the height of rows or whether the table scrolls sideways is
    /// another.
    void fitted();

protected:
    void showEvent(QShowEvent* event) override;
    void updateGeometries() override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void refresh();
    void fitFont();
    /// As setDigits(), with all widths to be found anew.
    void widen();
    void forgetParts();
    void fitColumns();
    bool layColumns();
    void measure(int column);
    int widthNeeded(int column, bool aligned) const;

    IterationModel m_model;
    descent::Trajectory m_awaited;  ///< what the model gets as soon as the table is seen
    double m_position = 0;
    int m_digits = session::usualDigits;
    std::vector<Parts> m_parts;  ///< of each column, as far as rows were seen
    ColumnText m_text;
    FocusRing* m_ring = new FocusRing(this);
    /// digitsShown(), digits() and whether it scrolls sideways, when fitted() was sent last.
    std::tuple<int, int, bool> m_fitted;
    bool m_fitting = false;  ///< the bar below comes and goes by itself
};

}  // namespace window
