// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace window {

/// What is wrong with the text of a field, laid over whatever is below it, so that nothing has to
/// move. Lets the mouse through.
class FaultNote : public QLabel {
    Q_OBJECT

public:
    /// Lies right below `field`, as wide as `row`, which holds it and outlives this.
    FaultNote(QWidget* field, QWidget* row);

    /// An empty text hides it.
    void tell(const QString& fault);

protected:
    /// Keeps its place while anything moves that holds the row.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    QWidget* m_field;
    QWidget* m_row;
};

}  // namespace window
