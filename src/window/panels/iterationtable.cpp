// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/iterationtable.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <algorithm>
#include <cmath>

#include "model/preferences.h"
#include "session/method.h"
#include "session/wording/wording.h"

namespace window {

void IterationModel::setTrajectory(const descent::Trajectory& trajectory) {
    const bool continues = trajectory.continues(m_trajectory);
    if (continues && trajectory.size() == m_trajectory.size()) return;
    if (continues) {
        beginInsertRows({}, rowCount(), static_cast<int>(trajectory.size()) - 1);
    } else {
        beginResetModel();
    }
    m_trajectory = trajectory;
    nameColumns();
    continues ? endInsertRows() : endResetModel();
}

/// A run of a function with another number of variables goes in a moment.
void IterationModel::nameColumns() {
    std::vector<std::string> names(m_trajectory.variables(), "x");
    const auto several = static_cast<std::size_t>(m_variables.size());
    if (several > 1 && several == names.size())
        std::ranges::transform(m_variables, names.begin(), &QString::toStdString);
    m_columns = m_trajectory.columns(names);
}

void IterationModel::setVariables(const QStringList& variables) {
    if (std::exchange(m_variables, variables) == variables) return;
    nameColumns();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void IterationModel::setDigits(int digits) {
    if (std::exchange(m_digits, digits) == digits || m_trajectory.empty()) return;
    Q_EMIT dataChanged(index(0, 1), index(rowCount() - 1, columnCount() - 1));
}

int IterationModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_trajectory.size());
}

int IterationModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size()) + 1;
}

QVariant IterationModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    if (role == Qt::TextAlignmentRole) return {Qt::AlignRight | Qt::AlignVCenter};
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    const auto n = static_cast<std::size_t>(index.row());
    if (index.column() == 0) return session::count(index.row());
    const double value = m_columns[static_cast<std::size_t>(index.column()) - 1][n];
    if (role == Qt::ToolTipRole) return session::exactNumber(value);
    return m_alike ? session::columnNumber(value, m_digits) : session::number(value, m_digits);
}

QVariant IterationModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    if (section == 0) return QStringLiteral("n");
    const std::string& name = m_columns[static_cast<std::size_t>(section) - 1].name();
    return m_variables.size() > 1
               ? session::columnLabel(name, m_variables)
               : session::inVariable(session::columnLabel(name), m_variables.front());
}

IterationTable::IterationTable(QWidget* parent) : QTableView(parent) {
    setModel(&m_model);
    setItemDelegate(&m_text);
    setAccessibleName(tr("Iterations"));
    setTabKeyNavigation(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ContiguousSelection);
    setEditTriggers(NoEditTriggers);
    setWordWrap(false);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setMinimumSectionSize(0);
    horizontalHeader()->setHighlightSections(false);
    fitFont();
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

void IterationTable::setTrajectory(const descent::Trajectory& trajectory) {
    // Nobody looks: let go of the steps of a run that is gone.
    if (!isVisible() && !trajectory.continues(m_awaited)) m_model.setTrajectory({});
    const bool another = !trajectory.continues(m_awaited);
    m_awaited = trajectory;
    if (another) widen();
    refresh();
}

void IterationTable::setVariables(const QStringList& variables) {
    m_model.setVariables(variables);
    widen();
    refresh();
}

void IterationTable::setDigits(int digits) {
    m_digits = digits;
    widen();
    refresh();
}

void IterationTable::widen() {
    m_model.setDigits(m_digits);
    m_model.setAlike(true);
    forgetParts();
    viewport()->update();
}

void IterationTable::forgetParts() {
    m_parts.assign(static_cast<std::size_t>(m_model.columnCount()), {});
}

void IterationTable::setPosition(double position) {
    m_position = position;
    refresh();
}

/// A table that nobody sees costs nothing.
void IterationTable::refresh() {
    if (!isVisible()) return;
    m_model.setTrajectory(m_awaited);
    if (m_parts.size() != static_cast<std::size_t>(m_model.columnCount())) forgetParts();
    const QModelIndex row = m_model.index(static_cast<int>(m_position), 0);
    if (row.isValid() && row.row() != currentIndex().row()) {
        const int place = horizontalScrollBar()->value();
        setCurrentIndex(row);
        scrollTo(row);
        horizontalScrollBar()->setValue(place);  // sideways it stays where it is
    }
    fitColumns();
}

void IterationTable::showEvent(QShowEvent* event) {
    QTableView::showEvent(event);
    refresh();
}

/// The scroll bars come to lie above all else.
void IterationTable::updateGeometries() {
    QTableView::updateGeometries();
    m_ring->raise();
}

void IterationTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    if (m_fitting) return;
    if (event->size().width() > event->oldSize().width()) widen();
    fitColumns();
    scrollTo(currentIndex());
}

void IterationTable::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::StyleChange) return;
    fitFont();
    widen();
    refresh();
}

void IterationTable::fitFont() {
    verticalHeader()->setMinimumSectionSize(0);
    verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() + 4);
    Q_EMIT fitted();
}

output::Steps IterationTable::chosen() const {
    const QModelIndexList rows = selectionModel()->selectedRows();
    if (rows.size() < 2) return {};
    const auto [first, last] = std::ranges::minmax(rows, {}, &QModelIndex::row);
    return {first.row(), last.row()};
}

int IterationTable::wholeRows(int height) const {
    const int beside = horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOn
                           ? horizontalScrollBar()->sizeHint().height()
                           : 0;
    const int above = horizontalHeader()->sizeHint().height() + beside + 2 * frameWidth();
    const int row = verticalHeader()->defaultSectionSize();
    return height < above + row ? height : height - (height - above) % row;
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

/// Another button asks for a menu, and goes nowhere by itself.
void IterationTable::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) QTableView::mousePressEvent(event);
}

/// Takes in the rows in sight.
void IterationTable::measure(int column) {
    const int first = std::max(0, rowAt(0));
    const int below = rowAt(viewport()->height() - 1);
    const int last = below < 0 ? m_model.rowCount() - 1 : below;
    for (int row = first; row <= last; ++row) {
        const QString text = m_model.data(m_model.index(row, column), Qt::DisplayRole).toString();
        m_parts[static_cast<std::size_t>(column)].include(partsOf(text, fontMetrics()));
    }
}

/// What the header and the rows that were in sight need.
int IterationTable::widthNeeded(int column, bool aligned) const {
    const int margin =
        2 * (style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, this) + 1) + 6;
    const QString title = m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    const Parts& parts = m_parts[static_cast<std::size_t>(column)];
    return std::max(horizontalHeader()->fontMetrics().horizontalAdvance(title),
                    aligned ? parts.aligned() : parts.widest) +
           margin;
}

/// As wide as the numbers that were in sight need, with as many digits as there is room for, at
/// least the fewest that can be chosen; what is left is shared out. Widths of a run only grow, so
/// that columns do not jitter while it plays.
void IterationTable::fitColumns() {
    if (m_fitting) return;
    m_fitting = true;
    const bool scrolls = layColumns();
    m_fitting = false;
    const std::tuple fit{m_model.digits(), m_digits, scrolls};
    if (std::exchange(m_fitted, fit) != fit) Q_EMIT fitted();
}

/// Whether they need more room than there is.
bool IterationTable::layColumns() {
    bool aligned = m_model.isAlike();
    const auto measured = [&] {
        int spare = viewport()->width();
        for (int column = 0; column < m_model.columnCount(); ++column) {
            measure(column);
            spare -= widthNeeded(column, aligned);
        }
        return spare;
    };
    int spare = measured();
    while (aligned && spare < 0 && m_model.digits() > model::Preferences::fewestDigits) {
        m_model.setDigits(m_model.digits() - 1);
        forgetParts();
        spare = measured();
    }
    if (aligned && spare < 0) {
        aligned = false;
        m_model.setAlike(false);
        forgetParts();
        spare = measured();
    }
    const bool scrolls = spare < 0;
    setHorizontalScrollBarPolicy(scrolls ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    int left = viewport()->width();
    for (int column = 0; column < m_model.columnCount(); ++column) {
        int width = widthNeeded(column, aligned);
        if (!scrolls) width += spare / m_model.columnCount();
        if (!scrolls && column + 1 == m_model.columnCount()) width = left;
        horizontalHeader()->resizeSection(column, width);
        left -= width;
    }
    m_text.setParts(m_parts);
    return scrolls;
}

}  // namespace window
