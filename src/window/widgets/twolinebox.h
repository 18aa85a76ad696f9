// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace window {

/// A box whose list says on a second line, in softer letters, what each entry does. The wheel turns
/// it only while it has the focus.
class TwoLineBox : public QComboBox {
    Q_OBJECT

public:
    explicit TwoLineBox(QWidget* parent = nullptr);

    void addEntry(const QString& name, const QString& explanation);

protected:
    void wheelEvent(QWheelEvent* event) override;
    void showPopup() override;
};

}  // namespace window
