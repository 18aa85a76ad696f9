// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>
#include <array>

#include "insight/range.h"
#include "session/session.h"

class QComboBox;
class QFormLayout;
class QLabel;

namespace window {

class NumberField;

/// The limits of the axes of a picture as numbers, and of more than two variables which two the map
/// has. What is typed holds at once where it reads and the lower limit lies below the upper one;
/// else a sentence says what is wrong, and the picture stays.
class AxesDialog : public QDialog {
    Q_OBJECT

public:
    /// What an axis shows, and how much of it.
    struct Axis {
        QString name;
        insight::Range range;
    };

    explicit AxesDialog(QWidget* parent = nullptr);

    /// The axis below, and the one beside it.
    void setAxes(const Axis& across, const Axis& up);
    /// Of a map, all variables and which two it has; no names where there is no choice.
    void setChoice(const QStringList& variables, const session::Axes& axes);
    /// Why the picture cannot show what was typed; empty where it does.
    void showFault(const QString& fault);

Q_SIGNALS:
    /// Both are valid.
    void rangesChosen(insight::Range across, insight::Range up);
    void axesChosen(const session::Axes& axes);

private:
    struct Row {
        QLabel* label = nullptr;
        QComboBox* variable = nullptr;
        NumberField* low = nullptr;
        NumberField* high = nullptr;
        insight::Range range;
        insight::Range wanted = {};  ///< as typed: not valid while one limit awaits the other
        QString name = {};
    };

    /// What the parts of a row are called.
    struct Words {
        QString variable;
        QString low;
        QString high;
    };

    Row newRow(const QString& name, const Words& words);
    void showNames();
    void typed(Row& row, double value, bool isLow);
    void choose(std::size_t changed);

    QFormLayout* m_form;
    std::array<Row, 2> m_rows;  ///< across, up
    session::Axes m_chosen;
    QLabel* m_fault;
};

}  // namespace window
