// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QToolButton>
#include <QWidget>
#include <string>
#include <vector>

namespace window {

/// The variables of a function of several, a chip each, whose menu makes it a constant. Of one
/// variable nothing is shown.
class VariableChips : public QWidget {
    Q_OBJECT

public:
    explicit VariableChips(QWidget* parent = nullptr);

    void setVariables(const std::vector<std::string>& names);
    /// Spared: none are shown.
    void setSpared(bool isSpared);
    /// All that there can be, in the order of Tab; some are hidden.
    const QList<QToolButton*>& stops() const { return m_chips; }

Q_SIGNALS:
    /// This variable shall be a constant.
    void constantWanted(const std::string& variable);
    /// A chip that had the focus is no longer shown.
    void focusGone();

private:
    void addChip();
    void showChips();
    static void nameChip(QToolButton& chip, const std::string& variable);

    QList<QToolButton*> m_chips;
    std::vector<std::string> m_names;
    bool m_isSpared = false;
};

}  // namespace window
