// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHBoxLayout>
#include <QLabel>
#include <QTimer>
#include <QToolButton>
#include <QWidget>
#include <string>
#include <vector>

#include "formula/reader.h"
#include "session/function.h"
#include "window/panels/functionedit.h"
#include "window/panels/functionnotes.h"
#include "window/panels/recents.h"

namespace window {

/// Where the function is typed, with its derivative under it, or with what is wrong and where.
/// Escape takes back what does not read, and then what was typed.
class FunctionField : public QWidget {
    Q_OBJECT

public:
    explicit FunctionField(QWidget* parent = nullptr);
    ~FunctionField() override;

    QString text() const { return m_edit->text(); }
    /// Leaves the text alone while it is the same.
    void setFunction(const session::Function& function);
    void setError(const formula::ReadError& error);
    void setFocusToText();
    /// Height is short: the derivative and the note are not shown; what is wrong is.
    void setTerse(bool terse) { m_notes->setTerse(terse); }
    /// The function in letters of the usual size.
    void setSmall(bool small);
    /// See FunctionNotes::setNote().
    void setNote(const QString& note) { m_notes->setNote(note); }
    /// Takes a widget in at the end of the line; Tab leads there from the line, and on to the
    /// variables.
    void addBehind(QWidget* widget);
    /// The last that Tab reaches here.
    QWidget* lastStop() const { return m_notes->variables().stops().last(); }
    /// Takes a widget in below the derivative.
    void addBelow(QWidget* widget);
    /// What is proposed while a person types, the latest first.
    void setRecent(const QStringList& functions) { m_recents->setTexts(functions); }

Q_SIGNALS:
    void functionTyped(const QString& text);
    /// A text that does not read stands still: the function is this one again, the last that read,
    /// but no number in passing, as that before a decimal comma.
    void fellBack(const QString& text);
    /// The person is done with a text that reads.
    void functionSettled(const QString& text);
    /// Nothing is to be proposed any more.
    void recentsCleared();
    /// The gallery of examples is asked for; it belongs under `below`, in global coordinates.
    void galleryWanted(QPoint below);
    /// This variable of several shall be a constant.
    void constantWanted(const std::string& variable);
    /// Nothing is shown any more of what had the focus.
    void focusGone();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void read(const QString& text);
    void readHeld();
    bool mayGoOn() const;
    void pause();
    void settle();
    void takeBack();
    void fitName();
    void layOut();

    FunctionEdit* m_edit;
    QLabel* m_name;
    Recents* m_recents;
    QToolButton* m_gallery;
    FunctionNotes* m_notes;
    QTimer m_pause;                    ///< since the last key
    QTimer m_hold;                     ///< as long as the last name may be the beginning of another
    std::vector<std::string> m_names;  ///< of the function
    QString m_readable;  ///< the last text that could be read; a number only if it stood still
    QString m_settled;   ///< the text before this one was typed
    bool m_fallsBack = false;
    QString m_head;       ///< the name of the function with its variables
    QHBoxLayout* m_line;  ///< of the field and what is beside it
};

}  // namespace window
