// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QTableView>
#include <array>

#include "core/trajectory.h"
#include "session/wording.h"

namespace window {

/// The iterations of a run; a row is worded when it is looked at.
class IterationModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Iteration, X, Value, Gradient, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Rows are added when it is the same run, farther on; else all are new.
    void setTrajectory(const core::Trajectory& trajectory);
    void setDigits(int digits);
    int digits() const { return m_digits; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    core::Trajectory m_trajectory;
    int m_digits = session::usualDigits;
};

/// The table of a run. All columns are always in sight: where they are too narrow for the digits
/// that are wanted, the numbers have fewer, and as a last resort end in an ellipsis. Their tool
/// tips are exact.
class IterationTable : public QTableView {
    Q_OBJECT

public:
    explicit IterationTable(QWidget* parent = nullptr);

    void setTrajectory(const core::Trajectory& trajectory);
    /// Significant digits from now on, where there is room.
    void setDigits(int digits);
    /// Marks the row of the present iteration and keeps it in sight.
    void setPosition(double position);

Q_SIGNALS:
    void iterationPicked(double position);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void refresh();
    void fitFont();
    /// As setDigits(), with all widths to be found anew.
    void widen();
    void fitColumns();
    int widthNeeded(int column) const;

    IterationModel m_model;
    core::Trajectory m_awaited;  ///< what the model gets as soon as the table is seen
    double m_position = 0;
    int m_digits = session::usualDigits;
    std::array<int, IterationModel::ColumnCount> m_needed{};  ///< widths, as far as rows were seen
};

}  // namespace window
