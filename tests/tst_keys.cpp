// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemView>
#include <QMenuBar>
#include <QSignalSpy>
#include <functional>

#include "person.h"

namespace {

/// The line of text with this name: of the function or of a number.
QLineEdit* line(Person& person, const QByteArray& name) {
    return name == "function" ? person.functionEdit() : person.field(name);
}

const QList<QByteArray> lines = {"function", "initialGuess", "alpha", "maxIterations"};

void collect(const QList<QAction*>& actions, const std::function<void(QAction*)>& found) {
    for (QAction* action : actions) {
        if (action->menu()) collect(action->menu()->actions(), found);
        if (!action->shortcuts().isEmpty()) found(action);
    }
}

bool movesTheCursor(const QKeySequence& keys) {
    const QList<QKeySequence> moves = {Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End};
    return moves.contains(keys);
}

void press(QWidget* widget, const QKeySequence& keys) {
    QTest::keyClick(widget, keys[0].key(), keys[0].keyboardModifiers());
}

/// The list of what was typed before, while it is there.
QWidget* proposals() {
    return QApplication::activePopupWidget();
}

/// Typed and settled, so that it is proposed from now on.
void settleFunction(Person& person, const QString& text) {
    person.type(person.functionEdit(), text);
    person.press(Qt::Key_Return);
}

}  // namespace

class TestKeys : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setEffectEnabled(Qt::UI_AnimateMenu, false); }

    void everyCommandWorksFromEveryField_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("action");
        QTest::addColumn<QKeySequence>("keys");
        Person person;
        int commands = 0;
        collect(person.find<QMenuBar>("menuBar")->actions(), [&](QAction* action) {
            if (!action->isVisible()) return;  // the map has the key of the curve
            for (const QKeySequence& keys : action->shortcuts()) {
                ++commands;
                for (const QByteArray& name : lines) {
                    QTest::addRow("%s, %s", name.constData(), qPrintable(keys.toString()))
                        << name << action->objectName() << keys;
                }
            }
        });
        QVERIFY(commands > 20);
    }
    void everyCommandWorksFromEveryField() {
        QFETCH(QByteArray, name);
        QFETCH(QString, action);
        QFETCH(QKeySequence, keys);
        Person person;
        auto* command = person.find<QAction>(action.toLatin1());
        QVERIFY(command);
        command->setEnabled(true);
        QObject::disconnect(command, &QAction::triggered, nullptr, nullptr);
        const QSignalSpy triggered(command, &QAction::triggered);
        QLineEdit* field = line(person, name);
        field->setFocus(Qt::TabFocusReason);
        const QString text = field->text();
        press(field, keys);
        const bool blank = name == "function" && keys == QKeySequence(Qt::Key_Space);
        QCOMPARE(triggered.count(), movesTheCursor(keys) || blank ? 0 : 1);
        if (!blank) QCOMPARE(field->text(), text);
    }

    void enterLeadsFromAnyFieldToThePictureWhereSpacePlays_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("text");
        QTest::newRow("function") << QByteArray("function") << QStringLiteral("x^2");
        QTest::newRow("guess") << QByteArray("initialGuess") << QStringLiteral("1.5");
        QTest::newRow("alpha") << QByteArray("alpha") << QStringLiteral("0.03");
        QTest::newRow("limit") << QByteArray("maxIterations") << QStringLiteral("70");
    }
    void enterLeadsFromAnyFieldToThePictureWhereSpacePlays() {
        QFETCH(QByteArray, name);
        QFETCH(QString, text);
        for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter}) {
            Person person;
            person.type(line(person, name), text);
            person.press(enter);
            QVERIFY(person.curve()->hasFocus());
            person.press(Qt::Key_Space);
            QVERIFY(person.experiment().player().playing());
            QCOMPARE(line(person, name)->text(), text);
        }
    }

    void enterLeadsToThePictureThatIsShown() {
        Person person;
        person.press(Qt::Key_2, Qt::ControlModifier);
        person.type(person.field("alpha"), QStringLiteral("0.03"));
        person.press(Qt::Key_Return);
        QVERIFY(person.find<QWidget>("cobweb")->hasFocus());
    }

    void enterStaysWithATextThatDoesNotRead_data() {
        QTest::addColumn<QByteArray>("name");
        for (const QByteArray& name : lines) QTest::newRow(name) << name;
    }
    void enterStaysWithATextThatDoesNotRead() {
        QFETCH(QByteArray, name);
        Person person;
        person.type(line(person, name), QStringLiteral("1+"));
        person.press(Qt::Key_Return);
        QVERIFY(line(person, name)->hasFocus());
        QCOMPARE(line(person, name)->text(), QStringLiteral("1+"));
    }

    void spacePlaysFromANumberThatNobodyTypes() {
        Person person;
        QLineEdit* field = person.field("alpha");
        field->setFocus(Qt::TabFocusReason);
        person.press(Qt::Key_Space);
        QVERIFY(person.experiment().player().playing());
        QCOMPARE(field->text(), QStringLiteral("0.02"));
        person.press(Qt::Key_Space);
        person.type(person.field("initialGuess"), QStringLiteral("1 + 1"));
        QVERIFY(!person.experiment().player().playing());
        QCOMPARE(person.experiment().session().initialGuess[0], 2.0);
    }

    void undoIsTheTextsWhileItIsTypedAndThenTheWindows_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("text");
        QTest::newRow("function") << QByteArray("function") << QStringLiteral("x^2");
        QTest::newRow("guess") << QByteArray("initialGuess") << QStringLiteral("1.5");
        QTest::newRow("alpha") << QByteArray("alpha") << QStringLiteral("0.03");
        QTest::newRow("limit") << QByteArray("maxIterations") << QStringLiteral("70");
    }
    void undoIsTheTextsWhileItIsTypedAndThenTheWindows() {
        QFETCH(QByteArray, name);
        QFETCH(QString, text);
        Person person;
        const session::Session start = person.experiment().session();
        QTest::mouseClick(person.find<QWidget>("ascend"), Qt::LeftButton);
        const session::Session before = person.experiment().session();
        QLineEdit* field = line(person, name);
        field->setFocus(Qt::TabFocusReason);
        const QString shown = field->text();
        person.type(field, text);
        person.waitForRun();
        QVERIFY(person.experiment().session() != before);
        while (field->isUndoAvailable()) person.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(field->text(), shown);
        person.waitForRun();
        QCOMPARE(person.experiment().session(), before);
        QVERIFY(field->hasFocus());
        person.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(person.experiment().session(), start);
    }

    /// What was typed is one step, however slowly it was.
    void textThatWasUndoneLeavesNoStep() {
        Person person;
        const session::Session before = person.experiment().session();
        QLineEdit* field = person.functionEdit();
        field->setFocus();
        field->end(false);
        QTest::keyClicks(field, QStringLiteral("+1"));
        QTest::qWait(1100);
        QTest::keyClicks(field, QStringLiteral("0"));
        while (field->isUndoAvailable()) person.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(person.experiment().session(), before);
        QVERIFY(!person.find<QAction>("undo")->isEnabled());
    }

    void afterEnterUndoIsTheWindows() {
        Person person;
        const session::Session before = person.experiment().session();
        settleFunction(person, QStringLiteral("x^2"));
        QVERIFY(before != person.experiment().session());
        person.functionEdit()->setFocus();
        person.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(person.experiment().session(), before);
        QCOMPARE(person.functionEdit()->text(), before.function.text());
        QVERIFY(!proposals());
    }

    void proposesWhatWasTypedButNotWhenTypingIsUndone() {
        Person person;
        settleFunction(person, QStringLiteral("x^3+7"));
        settleFunction(person, QStringLiteral("x^3"));
        QLineEdit* field = person.functionEdit();
        person.type(field, QStringLiteral("x"));
        QVERIFY(proposals());
        while (field->isUndoAvailable()) {
            person.press(Qt::Key_Z, Qt::ControlModifier);
            QVERIFY(!proposals());
        }
        person.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!proposals());
    }

    void aCommandWorksWhileTextsAreProposed() {
        Person person;
        settleFunction(person, QStringLiteral("x^2+7"));
        person.type(person.functionEdit(), QStringLiteral("x"));
        QVERIFY(proposals());
        auto* command = person.find<QAction>("exportRun");
        QObject::disconnect(command, &QAction::triggered, nullptr, nullptr);
        const QSignalSpy triggered(command, &QAction::triggered);
        press(proposals(), QKeySequence(Qt::CTRL | Qt::Key_E));
        QCOMPARE(triggered.count(), 1);
        QVERIFY(!proposals());
    }

    void enterEndsTheTypingWhileTextsAreProposed() {
        Person person;
        settleFunction(person, QStringLiteral("x^2+7"));
        person.type(person.functionEdit(), QStringLiteral("x^2"));
        QVERIFY(proposals());
        QTest::keyClick(proposals(), Qt::Key_Return);
        QVERIFY(!proposals());
        QVERIFY(person.curve()->hasFocus());
        QCOMPARE(person.experiment().session().function.text(), QStringLiteral("x^2"));
    }

    void enterTakesTheProposalThatIsMarked() {
        Person person;
        settleFunction(person, QStringLiteral("x^2+7"));
        person.type(person.functionEdit(), QStringLiteral("x^2"));
        QVERIFY(proposals());
        QTest::keyClick(proposals(), Qt::Key_Down);
        QTest::keyClick(proposals(), Qt::Key_Return);
        QVERIFY(!proposals());
        QCOMPARE(person.functionEdit()->text(), QStringLiteral("x^2+7"));
        QCOMPARE(person.experiment().session().function.text(), QStringLiteral("x^2+7"));
    }
};

QTEST_MAIN(TestKeys)
#include "tst_keys.moc"
