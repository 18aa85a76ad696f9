// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QVBoxLayout>
#include <QWidget>
#include <vector>

#include "descent/point.h"
#include "insight/range.h"
#include "session/wording/wording.h"

namespace window {

class Parameter;

/// Where the ball starts: a row for each variable, with a slider.
class StartFields : public QWidget {
    Q_OBJECT

public:
    explicit StartFields(QWidget* parent = nullptr);

    /// What the variables are called; at least one.
    void setVariables(const QStringList& variables);
    /// As many coordinates as there are variables.
    void setStart(const descent::Point& start);
    /// What the slider of a variable spans, unless it is held.
    void setRange(std::size_t variable, insight::Range range);
    /// Significant digits from now on.
    void setDigits(int digits);
    /// Between its rows, in pixels.
    void setSpacing(int spacing) { m_column->setSpacing(spacing); }
    /// Rows whose labels are equally wide lie in columns.
    int labelWidth() const;
    void setLabelWidth(int width);

Q_SIGNALS:
    /// A person chose another start.
    void startChosen(const descent::Point& start);

private:
    void addRow(std::size_t variable);
    void nameRow(std::size_t variable);
    void layRows();
    void choose(std::size_t variable, double value);

    QVBoxLayout* m_column;
    QStringList m_variables;
    std::vector<Parameter*> m_rows;
    descent::Point m_start = 0;
    int m_digits = session::usualDigits;
    Parameter* m_held = nullptr;  ///< whose slider a person holds
};

}  // namespace window
