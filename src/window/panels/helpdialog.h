// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace window {

/// The help page: what is shown, what can be typed, keys and mouse.
class HelpDialog : public QDialog {
    Q_OBJECT

public:
    explicit HelpDialog(QWidget* parent = nullptr);
};

}  // namespace window
