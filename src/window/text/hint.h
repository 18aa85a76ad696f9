// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace window {

/// Plain text that takes what width there is, and as many lines as it needs, up to four: where it
/// is too long even so it ends in an ellipsis, and the tool tip has all of it.
class Hint : public QLabel {
    Q_OBJECT

public:
    explicit Hint(QWidget* parent = nullptr);

    /// May be empty.
    void setHint(const QString& text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace window
