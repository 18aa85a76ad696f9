// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/iterationtable.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <algorithm>
#include <cmath>

#include "session/wording.h"

namespace window {

void IterationModel::setTrajectory(const core::Trajectory& trajectory) {
    if (trajectory.continues(m_trajectory)) {
        if (trajectory.size() == m_trajectory.size()) return;
        beginInsertRows({}, rowCount(), static_cast<int>(trajectory.size()) - 1);
        m_trajectory = trajectory;
        endInsertRows();
    } else {
        beginResetModel();
        m_trajectory = trajectory;
        endResetModel();
    }
}

void IterationModel::setDigits(int digits) {
    beginResetModel();
    m_digits = digits;
    endResetModel();
}

int IterationModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_trajectory.size());
}

int IterationModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant IterationModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    if (role == Qt::TextAlignmentRole) return {Qt::AlignRight | Qt::AlignVCenter};
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    const core::Step step = m_trajectory[static_cast<std::size_t>(index.row())];
    const auto worded = [&](double value) {
        return role == Qt::DisplayRole ? session::number(value, m_digits)
                                       : session::exactNumber(value);
    };
    switch (index.column()) {
        case Iteration:
            return session::count(step.iteration);
        case X:
            return worded(step.at.x);
        case Value:
            return worded(step.value);
        default:
            return worded(step.gradient.x);
    }
}

QVariant IterationModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case Iteration:
            return QStringLiteral("n");
        case X:
            return QStringLiteral("xₙ");
        case Value:
            return QStringLiteral("f(xₙ)");
        default:
            return QStringLiteral("f′(xₙ)");
    }
}

IterationTable::IterationTable(QWidget* parent) : QTableView(parent) {
    setModel(&m_model);
    setAccessibleName(tr("Iterations"));
    setTabKeyNavigation(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setWordWrap(false);
    setFrameShape(NoFrame);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() + 4);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &IterationTable::fitColumns);
    connect(this, &QTableView::clicked, this,
            [this](const QModelIndex& index) { Q_EMIT iterationPicked(index.row()); });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                const bool byHand = current.isValid() && hasFocus();
                if (byHand && current.row() != std::floor(m_position)) {
                    Q_EMIT iterationPicked(current.row());
                }
            });
}

void IterationTable::setTrajectory(const core::Trajectory& trajectory) {
    // Nobody looks: let go of the steps of a run that is gone.
    if (!isVisible() && !trajectory.continues(m_awaited)) m_model.setTrajectory({});
    if (!trajectory.continues(m_awaited)) m_needed = {};
    m_awaited = trajectory;
    refresh();
}

void IterationTable::setDigits(int digits) {
    m_model.setDigits(digits);
    m_needed = {};
    refresh();
}

void IterationTable::setPosition(double position) {
    m_position = position;
    refresh();
}

/// A table that nobody sees costs nothing.
void IterationTable::refresh() {
    if (!isVisible()) return;
    m_model.setTrajectory(m_awaited);
    const QModelIndex row = m_model.index(static_cast<int>(m_position), 0);
    if (row.isValid() && row != currentIndex()) {
        setCurrentIndex(row);
        scrollTo(row);
    }
    fitColumns();
}

void IterationTable::showEvent(QShowEvent* event) {
    QTableView::showEvent(event);
    refresh();
}

/// Also when the horizontal bar comes, which would cover the present row.
void IterationTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fitColumns();
    scrollTo(currentIndex());
}

/// Home and End go to the first and the last row, not along the one row that is marked.
void IterationTable::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Home) {
        setCurrentIndex(m_model.index(0, 0));
    } else if (event->key() == Qt::Key_End) {
        setCurrentIndex(m_model.index(m_model.rowCount() - 1, 0));
    } else {
        QTableView::keyPressEvent(event);
    }
}

/// As wide as the numbers that were in sight need; what is left is shared out. Widths of a run only
/// grow, so that columns do not jitter while it plays.
void IterationTable::fitColumns() {
    int spare = viewport()->width();
    for (int column = 0; column < IterationModel::ColumnCount; ++column) {
        int& needed = m_needed[static_cast<std::size_t>(column)];
        needed = std::max(needed, sizeHintForColumn(column) + 6);
        spare -= needed;
    }
    const int share = std::max(0, spare / IterationModel::ColumnCount);
    for (int column = 0; column < IterationModel::ColumnCount; ++column) {
        const int needed = m_needed[static_cast<std::size_t>(column)];
        horizontalHeader()->resizeSection(column, needed + share);
    }
}

}  // namespace window
