// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

#include "window/constants/constantchip.h"

namespace model {
class Experiment;
}

namespace window {

/// The constants of the function, a chip each, in as many rows as they need. Without constants
/// nothing is shown.
class ConstantRow : public QWidget {
    Q_OBJECT

public:
    explicit ConstantRow(QWidget* parent = nullptr);

    /// Shows this experiment from now on. Once.
    void follow(model::Experiment& experiment);
    void setDigits(int digits);
    /// Tab leads from that widget to the first chip.
    void setTabAfter(QWidget* widget) { m_tabAfter = widget; }

Q_SIGNALS:
    /// This text is the function from now on: a constant of it is the variable.
    void functionWanted(const QString& text);
    /// This constant shall be one more variable.
    void variableWanted(const std::string& constant);
    /// Nothing is shown any more of what had the focus.
    void focusGone();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void addChip();
    void refresh();
    void arrange();
    void setConstant(const session::Constant& constant);

    model::Experiment* m_experiment = nullptr;
    QList<ConstantChip*> m_chips;
    int m_digits = session::usualDigits;
    QWidget* m_tabAfter = nullptr;
};

}  // namespace window
