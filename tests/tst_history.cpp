// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "model/history.h"
#include "session/examples.h"

namespace {

session::Session withAlpha(double alpha) {
    session::Session session = session::examples().front().session;
    session.settings.alpha = alpha;
    return session;
}

}  // namespace

/// The history alone: what a person does in the window to make its steps is in tst_undo.
class TestHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsOneGestureTogetherHoweverSlow() {
        constexpr int longer = 1100;  // milliseconds, than changes without a gesture may be apart
        model::History history(withAlpha(0.1));
        history.endGesture();
        history.record(withAlpha(0.2), true);
        QTest::qWait(longer);
        history.record(withAlpha(0.3), true);
        QCOMPARE(undone(history), withAlpha(0.1));
        QVERIFY(!history.steps().canUndo());
    }

    void partsTwoGesturesHoweverFast() {
        model::History history(withAlpha(0.1));
        history.record(withAlpha(0.2), true);
        history.endGesture();
        history.record(withAlpha(0.3), true);
        QCOMPARE(undone(history), withAlpha(0.2));
        QCOMPARE(undone(history), withAlpha(0.1));
    }

    void partsWhatAPauseParts() {
        constexpr int longer = 1100;
        model::History history(withAlpha(0.1));
        history.record(withAlpha(0.2), false);
        QTest::qWait(longer);
        history.record(withAlpha(0.3), false);
        QCOMPARE(undone(history), withAlpha(0.2));
    }

    void bringsTheBallBackWithTheSession() {
        model::History history(withAlpha(0.1));
        history.setPlace(7);
        history.record(withAlpha(0.2), false);
        history.setPlace(3);
        QSignalSpy restored(&history, &model::History::restored);
        history.steps().undo();
        QCOMPARE(restored.takeFirst().at(1).toDouble(), 7.0);
        history.steps().redo();
        QCOMPARE(restored.takeFirst().at(1).toDouble(), 3.0);
    }

private:
    /// The session that undo leads to.
    static session::Session undone(model::History& history) {
        session::Session back;
        const auto connection =
            QObject::connect(&history, &model::History::restored,
                             [&](const session::Session& session) { back = session; });
        history.steps().undo();
        QObject::disconnect(connection);
        return back;
    }
};

QTEST_MAIN(TestHistory)
#include "tst_history.moc"
