// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace window {

/// One line of plain text that takes what width there is: where it is too long it ends in an
/// ellipsis, and the tool tip has all of it.
class Hint : public QLabel {
    Q_OBJECT

public:
    explicit Hint(QWidget* parent = nullptr);

    /// May be empty.
    void setHint(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace window
