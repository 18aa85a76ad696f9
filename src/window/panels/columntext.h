// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetrics>
#include <QStyledItemDelegate>
#include <vector>

namespace window {

/// Widths in pixels of a text to both sides of where its decimal point is, or would be.
struct Parts {
    int whole = 0;
    int fraction = 0;  ///< from the point on
    int widest = 0;    ///< of a text as a whole

    /// What is needed to have the points below each other.
    int aligned() const { return whole + fraction; }
    /// Room for both.
    void include(const Parts& other);
};

Parts partsOf(const QString& number, const QFontMetrics& metrics);

/// Draws the numbers of a table so that the points of a column lie below each other, where there is
/// room for that; what is too wide ends in an ellipsis.
class ColumnText : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// What the texts of a column take at most.
    void setParts(std::vector<Parts> columns) { m_columns = std::move(columns); }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    std::vector<Parts> m_columns;
};

}  // namespace window
