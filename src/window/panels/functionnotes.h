// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QWidget>

#include "session/function.h"
#include "window/constants/variablechips.h"

namespace window {

class Hint;

/// What stands below the field of a function: its derivative, or what is wrong with what is typed;
/// a note; and the variables where there are several.
class FunctionNotes : public QWidget {
    Q_OBJECT

public:
    explicit FunctionNotes(QWidget* parent = nullptr);

    void setFunction(const session::Function& function);
    /// One sentence; `spoken` is what a screen reader says.
    void setFault(const QString& fault, const QString& spoken);
    /// One sentence on what to look for; may be empty. It gives way to what is wrong.
    void setNote(const QString& note);
    /// Height is short: only what is wrong is shown.
    void setTerse(bool terse);
    /// What a screen reader says of the function.
    QString spoken() const { return m_message->accessibleName(); }
    VariableChips& variables() { return *m_variables; }

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showMessage(const QString& richText, const QString& spoken, bool isFault);
    void colour();
    void fit();
    int roomForMessage() const;

    QLabel* m_message;
    QLabel* m_cut;  ///< an ellipsis behind a message that does not fit
    Hint* m_note;
    VariableChips* m_variables;
    bool m_isFault = false;
    bool m_isTerse = false;
};

}  // namespace window
