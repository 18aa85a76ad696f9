// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace window {

/// A frame within the edges of a widget that shows no focus of its own, while it has the focus and
/// the keyboard is in use, as buttons show theirs.
class FocusRing : public QWidget {
    Q_OBJECT

public:
    explicit FocusRing(QWidget* widget);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();
};

}  // namespace window
