// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "session/session.h"

class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace window {

/// Asks what a session is called and what there is to say of it. What cannot be kept is told in a
/// sentence, and cannot be accepted.
class Properties : public QDialog {
    Q_OBJECT

public:
    explicit Properties(const session::Session& session, QWidget* parent = nullptr);

    /// The session with what is written here; it reads once the dialog is accepted.
    const session::Session& session() const { return m_session; }

private:
    void read();

    session::Session m_session;
    QLineEdit* m_title;
    QPlainTextEdit* m_note;
    QLabel* m_fault;
    QDialogButtonBox* m_buttons;
};

}  // namespace window
