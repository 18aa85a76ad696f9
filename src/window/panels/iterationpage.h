// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace window {

class IterationTable;

/// Where the table of a run lies: so high that its last row is whole, and with a line below it
/// while it shows fewer digits than are wanted.
class IterationPage : public QWidget {
    Q_OBJECT

public:
    explicit IterationPage(QWidget* parent = nullptr);

    /// The table is its child. Once.
    void setTable(IterationTable& table);

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    IterationTable* m_table = nullptr;
    QLabel* m_note;
};

}  // namespace window
