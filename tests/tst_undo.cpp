// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo lead back to the step where the person was.
#include <QWindow>

#include "person.h"
#include "window/tour/tour.h"

namespace {

std::size_t steps(Person& person) {
    return person.experiment().player().steps();
}

/// Goes to the ninth of 48 steps, with the keys.
void goToTheNinthStep(Person& person) {
    QCOMPARE(steps(person), 48U);
    person.curve()->setFocus();
    for (int step = 0; step < 9; ++step) person.press(Qt::Key_Right);
    QCOMPARE(person.position(), 9.0);
}

void undo(Person& person) {
    person.curve()->setFocus();
    person.press(Qt::Key_Z, Qt::ControlModifier);
}

void redo(Person& person) {
    person.curve()->setFocus();
    person.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
}

}  // namespace

class TestUndo : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leadsBackToTheStep_data() {
        QTest::addColumn<QByteArray>("parameter");
        QTest::addColumn<QString>("text");
        QTest::newRow("a shorter run") << QByteArray("maxIterations") << QStringLiteral("7");
        QTest::newRow("as short as that") << QByteArray("maxIterations") << QStringLiteral("9");
        QTest::newRow("another start") << QByteArray("initialGuess") << QStringLiteral("-1");
        QTest::newRow("another function") << QByteArray() << QStringLiteral("x^2");
    }
    void leadsBackToTheStep() {
        QFETCH(QByteArray, parameter);
        QFETCH(QString, text);
        Person person;
        goToTheNinthStep(person);
        person.type(
            parameter.isEmpty() ? person.functionEdit() : person.field(parameter.constData()),
            text);
        QVERIFY(steps(person) != 48);
        undo(person);
        QCOMPARE(steps(person), 48U);
        QCOMPARE(person.position(), 9.0);
    }

    void redoLeadsToTheStepAfterTheChange() {
        Person person;
        goToTheNinthStep(person);
        person.type(person.field("maxIterations"), QStringLiteral("7"));
        QCOMPARE(person.position(), 7.0);
        person.curve()->setFocus();
        person.press(Qt::Key_Home);
        person.press(Qt::Key_Right);
        undo(person);
        QCOMPARE(person.position(), 9.0);
        person.press(Qt::Key_Right);
        redo(person);
        QCOMPARE(steps(person), 7U);
        QCOMPARE(person.position(), 1.0);
        undo(person);
        QCOMPARE(person.position(), 10.0);
    }

    void theEndIsTheEndOfEachRun() {
        Person person;
        person.press(Qt::Key_End);
        person.type(person.field("maxIterations"), QStringLiteral("7"));
        QCOMPARE(person.position(), 7.0);
        undo(person);
        QCOMPARE(person.position(), 48.0);
        redo(person);
        QCOMPARE(person.position(), 7.0);
    }

    void aMovedViewLeavesTheBallAlone() {
        Person person;
        goToTheNinthStep(person);
        person.press(Qt::Key_Plus, Qt::ControlModifier);
        person.press(Qt::Key_Right);
        undo(person);
        QCOMPARE(person.position(), 10.0);
        redo(person);
        QCOMPARE(person.position(), 10.0);
    }

    /// The view that fits it comes when the run is known.
    void aTypedFunctionOfSeveralVariablesIsOneStep() {
        Person person;
        const session::Session before = person.experiment().session();
        person.type(person.functionEdit(), QStringLiteral("x^2+3*y^2"));
        person.waitForRun();
        QVERIFY(QTest::qWaitFor(
            [&] { return !(person.experiment().session().range == before.range); }, 10'000));
        QTest::qWait(1500);
        person.press(Qt::Key_Return);
        person.trigger("undo");
        QCOMPARE(person.experiment().session().function.text(), before.function.text());
        QVERIFY(person.experiment().session().range == before.range);
    }

    void aShorterRunInBetweenLosesNoStep() {
        Person person;
        goToTheNinthStep(person);
        QSlider* slider = person.slider("maxIterations");
        slider->setFocus();
        person.press(Qt::Key_Home);
        QVERIFY(steps(person) < 9);
        person.press(Qt::Key_End);
        QCOMPARE(steps(person), 48U);
        QCOMPARE(person.position(), 9.0);
    }

    void textThatIsTakenBackLeadsBackToTheStep() {
        Person person;
        goToTheNinthStep(person);
        QLineEdit* line = person.functionEdit();
        line->setFocus();
        line->setCursorPosition(static_cast<int>(line->text().size()));
        QTest::keyClicks(line, QStringLiteral("+x"));
        Person::settle();
        QCOMPARE(person.position(), 0.0);
        while (line->isUndoAvailable()) person.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(steps(person), 48U);
        QCOMPARE(person.position(), 9.0);
    }

    void aDoubleClickLeavesTheStep() {
        Person person;
        goToTheNinthStep(person);
        person.press(Qt::Key_2, Qt::ControlModifier);
        auto* cobweb = person.find<QWidget>("cobweb");
        const QPoint place =
            cobweb->mapTo(&person.window, cobweb->rect().center() + QPoint(60, 40));
        QWindow* window = person.window.windowHandle();
        QTest::mouseDClick(window, Qt::LeftButton, {}, place);
        Person::settle();
        QCOMPARE(person.experiment().session().initialGuess[0], 2.0);
        QCOMPARE(person.position(), 9.0);
    }

    void theTourLeadsBackToTheStep() {
        Person person;
        person.type(person.field("tolerance"), QStringLiteral("1e-5"));
        person.curve()->setFocus();
        person.press(Qt::Key_Right);
        person.press(Qt::Key_Right);
        person.trigger("tour");
        Person::settle();
        person.curve()->setFocus();
        person.press(Qt::Key_Space);
        QVERIFY(person.experiment().player().playing());
        auto* tour = person.window.findChild<window::Tour*>();
        QTest::mouseClick(tour->findChild<QAbstractButton*>(QStringLiteral("close")),
                          Qt::LeftButton);
        QTRY_COMPARE(person.position(), 2.0);  // the run may come a frame later
        QVERIFY(!person.experiment().player().playing());
    }
};

QTEST_MAIN(TestUndo)
#include "tst_undo.moc"
