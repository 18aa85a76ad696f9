// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>
#include <vector>

#include "session/examples.h"

namespace window {

/// The examples as a sheet of small pictures, by what they are about, that drops down, is chosen
/// from and goes away.
class Gallery : public QListWidget {
    Q_OBJECT

public:
    explicit Gallery(std::vector<session::Example> examples, QWidget* parent = nullptr);

    /// Opens with its upper right corner here, in global coordinates.
    void dropDownFrom(QPoint corner);

Q_SIGNALS:
    void chosen(std::size_t example);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    void fill();
    void addHeading(const QString& group);
    void addExample(std::size_t example);
    void choose(const QListWidgetItem* item);
    /// From a row on, it included, in steps of 1 or -1; none past the ends.
    QModelIndex nextExample(int row, int step) const;

    const std::vector<session::Example> m_examples;
    std::size_t m_last = 0;  ///< the example that was chosen last
};

}  // namespace window
