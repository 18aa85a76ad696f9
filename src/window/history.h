// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QUndoStack>

#include "session/session.h"
#include "session/wording.h"

namespace window {

/// Undo and redo of whatever a person sets. Changes of one thing that belong together, such as
/// those of one drag or of quick typing, are one step.
class History : public QObject {
    Q_OBJECT

public:
    explicit History(const session::Session& session, QObject* parent = nullptr);

    QUndoStack& stack() { return m_stack; }
    /// Significant digits in the names of the steps from now on.
    void setDigits(int digits) { m_digits = digits; }
    /// The session is now this one; a step unless it came by undo or redo.
    void record(const session::Session& session);
    /// Forgets all steps: this session was opened.
    void restart(const session::Session& session);

Q_SIGNALS:
    /// Undo or redo leads to this session.
    void restored(const session::Session& session);

protected:
    /// Every press and release of a mouse button ends what belongs together, and leaving a field.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class Change;
    void restore(const session::Session& session);

    QUndoStack m_stack;
    session::Session m_session;
    int m_digits = session::usualDigits;
    bool m_restoring = false;
    bool m_held = false;  ///< a mouse button is down
    int m_gesture = 0;    ///< which changes belong together
    QElapsedTimer m_clock;
    qint64 m_lastChange = 0;  ///< on m_clock
};

}  // namespace window
