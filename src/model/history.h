// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QUndoGroup>
#include <QUndoStack>

#include "session/session.h"
#include "session/wording/wording.h"

namespace model {

/// Undo and redo of whatever a person sets. Changes of one thing that belong together, such as
/// those of one drag or of quick typing, are one step. A lesson has steps of its own, and undo does
/// not lead out of it; after the lessons it leads to what a person made of each.
class History : public QObject {
    Q_OBJECT

public:
    explicit History(const session::Session& session, QObject* parent = nullptr);

    QUndoGroup& steps() { return m_steps; }
    /// Significant digits in the names of the steps from now on.
    void setDigits(int digits) { m_digits = digits; }
    /// Where in the run the ball is now, see Player::place(); told after a change is recorded.
    void setPlace(double place) { m_place = place; }
    /// The session is now this one; a step unless it came by undo or redo. While a gesture
    /// `goesOn`, such as a drag, its changes belong together however slowly they follow each other.
    void record(const session::Session& session, bool goesOn);
    /// What changes from now on belongs to another step.
    void endGesture() { ++m_gesture; }
    /// Forgets all steps: this session was opened.
    void restart(const session::Session& session);
    /// The set-up of a lesson takes the place of the session, or of the lesson before.
    void beginLesson(const session::Session& setUp);
    /// After the last lesson, whose set-up may stay, the session is this one.
    void endLessons(const session::Session& session);

Q_SIGNALS:
    /// Undo or redo leads to this session, with the ball where it was when the session was left.
    void restored(const session::Session& session, double place);
    /// The last step was taken back by hand, so that it is none; the ball was here before it.
    void cameBack(double place);

private:
    class Change;
    void restore(const session::Session& session, double place);
    /// Remembers what the person made of the lesson.
    void leaveLesson();

    QUndoGroup m_steps;
    QUndoStack m_stack;
    QUndoStack m_lesson;
    session::Session m_setUp;          ///< of the lesson
    QList<session::Session> m_before;  ///< the session before the lessons, and what became of them
    session::Session m_session;
    double m_place = 0;
    int m_digits = session::usualDigits;
    bool m_restoring = false;
    int m_gesture = 0;  ///< which changes belong together
    QElapsedTimer m_clock;
    qint64 m_lastChange = 0;  ///< on m_clock
};

}  // namespace model
