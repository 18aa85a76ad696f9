// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/history.h"

#include <QGuiApplication>
#include <QStyleHints>
#include <utility>

#include "model/plaintext.h"
#include "session/fields/fields.h"
#include "session/wording/wording.h"

namespace model {

namespace {

/// Changes outside a gesture belong together while they follow each other this fast.
constexpr qint64 pause = 1000;  // milliseconds

qint64 doubleClick() {
    return QGuiApplication::styleHints()->mouseDoubleClickInterval();
}

QString nameOf(const session::Session& before, const session::Session& after, int digits) {
    const QString name = session::changeName(before, after, digits);
    return name.isEmpty() ? History::tr("Load %1").arg(session::shortened(after.function.text()))
                          : name;
}

/// One runner more or fewer is a step of its own, however fast the next one follows.
bool standsAlone(const session::Session& before, const session::Session& after) {
    return before.others.size() != after.others.size();
}

}  // namespace

/// One step. It is done when it is pushed.
class History::Change : public QUndoCommand {
public:
    /// One that is `alone` belongs with no other.
    Change(History& history, session::Session before, session::Session after, bool alone = false)
        : m_history(history),
          m_before(std::move(before)),
          m_after(std::move(after)),
          m_placeBefore(history.m_place),
          m_field(session::changedField(m_before, m_after)),
          m_alone(alone || standsAlone(m_before, m_after)),
          m_gesture(history.m_gesture),
          m_moment(history.m_clock.elapsed()) {
        setText(inMenu(nameOf(m_before, m_after, m_history.m_digits)));
    }

    int id() const override { return m_alone ? -1 : 0; }
    bool mergeWith(const QUndoCommand* command) override {
        const auto* next = static_cast<const Change*>(command);
        // A view that a typed function brings comes with its run, perhaps a little later.
        const bool fitted = changesFunction() && next->movesView();
        const bool same = next->m_field == m_field || next->text() == text();
        if (!same && !fitted) return false;
        // A double click takes back what its first click has picked.
        const bool takesBack =
            next->m_after == m_before && next->m_moment - m_moment < doubleClick();
        const bool together = (m_field || fitted) && m_gesture == next->m_gesture;
        if (!together && !takesBack) return false;
        m_after = next->m_after;
        setText(inMenu(nameOf(m_before, m_after, m_history.m_digits)));
        setObsolete(m_before == m_after);
        if (isObsolete()) Q_EMIT m_history.cameBack(m_placeBefore);
        return true;
    }
    void undo() override {
        m_placeAfter = m_history.m_place;
        m_history.restore(m_before, isOfRun() ? m_placeBefore : m_placeAfter);
    }
    void redo() override {
        if (!std::exchange(m_pushed, true)) return;
        m_placeBefore = m_history.m_place;
        m_history.restore(m_after, isOfRun() ? m_placeAfter : m_placeBefore);
    }

private:
    /// Perhaps with what other variables have.
    bool changesFunction() const { return !(m_before.function == m_after.function); }
    bool movesView() const { return m_field && m_field->concern == session::Field::Concern::Sight; }
    bool isOfRun() const { return !m_field || m_field->concern == session::Field::Concern::Run; }

    History& m_history;
    session::Session m_before;
    session::Session m_after;
    double m_placeBefore;           ///< where the ball was when m_before was left
    double m_placeAfter = 0;        ///< where the ball was when m_after was left
    const session::Field* m_field;  ///< null for several
    bool m_alone;
    int m_gesture;
    qint64 m_moment;
    bool m_pushed = false;
};

History::History(const session::Session& session, QObject* parent)
    : QObject(parent), m_session(session) {
    constexpr int mostSteps = 500;
    for (QUndoStack* stack : {&m_stack, &m_lesson}) {
        stack->setUndoLimit(mostSteps);
        m_steps.addStack(stack);
    }
    m_steps.setActiveStack(&m_stack);
    m_clock.start();
}

void History::record(const session::Session& session, bool goesOn) {
    if (session == m_session) return;
    const session::Session before = std::exchange(m_session, session);
    if (m_restoring) return;
    if (!goesOn && m_clock.elapsed() - m_lastChange > pause) endGesture();
    m_lastChange = m_clock.elapsed();
    m_steps.activeStack()->push(new Change(*this, before, session));
}

void History::restart(const session::Session& session) {
    m_stack.clear();
    m_session = session;
}

void History::beginLesson(const session::Session& setUp) {
    leaveLesson();
    m_lesson.clear();
    m_steps.setActiveStack(&m_lesson);
    m_session = setUp;
    m_setUp = setUp;
}

void History::endLessons(const session::Session& session) {
    if (m_before.isEmpty()) return;
    leaveLesson();
    m_steps.setActiveStack(&m_stack);
    m_before.append(session);
    for (qsizetype i = 1; i < m_before.size(); ++i) {
        if (m_before[i] == m_before[i - 1]) continue;
        m_stack.push(new Change(*this, m_before[i - 1], m_before[i], true));
    }
    m_before.clear();
    m_session = session;
}

/// A view that was moved is nothing to keep.
void History::leaveLesson() {
    const bool made = session::seenAs(m_session, m_setUp) != m_setUp;
    if (m_before.isEmpty() || made) m_before.append(m_session);
}

void History::restore(const session::Session& session, double place) {
    m_restoring = true;
    Q_EMIT restored(session, place);
    m_session = session;
    m_restoring = false;
    endGesture();
}

}  // namespace model
