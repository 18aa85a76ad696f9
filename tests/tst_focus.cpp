// SPDX-License-Identifier: GPL-3.0-or-later
// Where the keyboard leads: to what has the focus, and by the letters that are underlined.
#include <QComboBox>
#include <QFileDialog>
#include <QMenu>
#include <QMenuBar>
#include <QScopeGuard>
#include <QTabWidget>
#include <QTableView>
#include <QWindow>

#include "dialogs.h"
#include "person.h"
#include "window/export/exportdialog.h"
#include "window/tour/answerbutton.h"
#include "window/tour/tour.h"

namespace {

/// The letter that is underlined; null where none is.
QChar mnemonic(const QString& text) {
    const QKeySequence keys = QKeySequence::mnemonic(text);
    return keys.isEmpty() ? QChar() : QChar(static_cast<char16_t>(keys[0].key()));
}

/// What answers to a letter of a window with Alt: menus, buttons and labels of fields. In any state
/// of the main window, since all can be shown together; in a dialog what it shows.
QMap<QChar, QStringList> letters(const QWidget& window) {
    QMap<QChar, QStringList> found;
    const auto add = [&](const QString& text) {
        if (const QChar letter = mnemonic(text); !letter.isNull()) found[letter] += text;
    };
    const auto* bar = window.findChild<QMenuBar*>();
    if (bar)
        for (const QAction* action : bar->actions()) add(action->text());
    for (const auto* widget : window.findChildren<QWidget*>()) {
        if (widget->window() != &window || (!bar && !widget->isVisible())) continue;
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const auto* label = qobject_cast<const QLabel*>(widget);
        if (button) add(button->text());
        if (label && label->buddy()) add(label->text());
    }
    return found;
}

}  // namespace

class TestFocus : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setEffectEnabled(Qt::UI_AnimateMenu, false); }

    void aPanelThatGoesLeavesTheFocusToThePicture_data() {
        QTest::addColumn<bool>("tour");
        QTest::newRow("a slider") << false;
        QTest::newRow("the tour") << true;
    }
    void aPanelThatGoesLeavesTheFocusToThePicture() {
        QFETCH(bool, tour);
        Person person;
        if (tour) {
            person.trigger("tour");
            person.window.findChild<window::AnswerButton*>()->setFocus();
        } else {
            person.slider("alpha")->setFocus();
        }
        const QString function = person.functionEdit()->text();
        person.press(Qt::Key_F9);
        QVERIFY(!person.find<QWidget>("side")->isVisible());
        QCOMPARE(QApplication::focusWidget(), person.curve());
        person.press(Qt::Key_Space);
        QCOMPARE(person.functionEdit()->text(), function);
        QVERIFY(person.experiment().player().playing());
    }

    void aPanelThatGoesLeavesTheFocusWhereItIs() {
        Person person;
        person.functionEdit()->setFocus();
        person.press(Qt::Key_F9);
        QVERIFY(!person.find<QWidget>("side")->isVisible());
        QVERIFY(person.functionEdit()->hasFocus());
    }

    void eachLetterHasOneMeaning() {
        Person person;
        person.trigger("tour");
        auto* tour = person.window.findChild<window::Tour*>();
        for (const int lesson : {0, 10}) {  // the last is finished
            tour->start(lesson);
            const auto found = letters(person.window);
            QVERIFY(found.size() > 10);
            for (const QStringList& texts : found) {
                QVERIFY2(texts.size() == 1, qPrintable(texts.join(QStringLiteral(", "))));
            }
        }
        // The curve and the surface are never there together.
        for (const char* function : {"x^2", "x^2+y^2"}) {
            person.type(person.functionEdit(), QString::fromLatin1(function));
            for (const QMenu* menu : person.window.findChildren<QMenu*>()) {
                QMap<QChar, QString> found;
                for (const QAction* action : menu->actions()) {
                    const QChar letter = mnemonic(action->text());
                    if (letter.isNull() || !action->isVisible()) continue;
                    QVERIFY2(
                        !found.contains(letter),
                        qPrintable(found.value(letter) + QStringLiteral(", ") + action->text()));
                    found[letter] = action->text();
                }
            }
        }
    }

    void eachLetterOfTheExportHasOneMeaning() {
        Person person;
        person.waitForRun();
        when<window::ExportDialog>([](window::ExportDialog* dialog) {
            const auto close = qScopeGuard([dialog] { dialog->reject(); });
            auto* format = dialog->findChild<QComboBox*>(QStringLiteral("format"));
            format->setFocus();
            QTest::keyClick(format, Qt::Key_Home);
            for (int i = 0; i < format->count(); ++i) {
                Person::settle();
                const auto found = letters(*dialog);
                for (const QStringList& texts : found) {
                    QVERIFY2(texts.size() == 1,
                             qPrintable(format->currentText() + QStringLiteral(": ") +
                                        texts.join(QStringLiteral(", "))));
                }
                QTest::keyClick(format, Qt::Key_Down);
            }
        });
        person.press(Qt::Key_E, Qt::ControlModifier);
    }

    void eachLetterOfAQuestionHasOneMeaning() {
        Person person;
        person.type(person.field("alpha"), QStringLiteral("0.05"));
        when<QMessageBox>([](QMessageBox* box) {
            for (const QStringList& texts : letters(*box))
                QVERIFY2(texts.size() == 1, qPrintable(texts.join(QStringLiteral(", "))));
            QTest::keyClick(box, Qt::Key_Escape);
        });
        person.press(Qt::Key_N, Qt::ControlModifier);
        QTest::qWait(100);
    }

    void theLettersOfTheQuestionAnswerIt_data() {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<bool>("saves");
        QTest::addColumn<bool>("leaves");
        QTest::newRow("save") << Qt::Key_S << true << false;
        QTest::newRow("don't save") << Qt::Key_D << false << true;
        QTest::newRow("cancel") << Qt::Key_C << false << false;
    }
    void theLettersOfTheQuestionAnswerIt() {
        QFETCH(Qt::Key, key);
        QFETCH(bool, saves);
        Person person;
        person.type(person.field("alpha"), QStringLiteral("0.05"));
        person.press(Qt::Key_Return);
        bool answered = false;
        bool asksForAName = false;
        when<QMessageBox>([&](QMessageBox* box) {
            if (saves) {
                when<QFileDialog>([&](QFileDialog* files) {
                    asksForAName = true;
                    files->reject();
                });
            }
            QTest::keyClick(box, key, Qt::AltModifier);
            answered = QTest::qWaitFor([box] { return !box->isVisible(); }, 1000);
            if (!answered) box->reject();
        });
        person.press(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(answered);
        QCOMPARE(asksForAName, saves);
        QTEST(person.experiment().session().settings.alpha != 0.05, "leaves");
    }

    void theLetterOfTheExplanationShowsIt() {
        Person person;
        person.trigger("tour");
        auto* tour = person.window.findChild<window::Tour*>();
        QTest::mouseClick(tour->findChild<window::AnswerButton*>(), Qt::LeftButton);
        auto* show = tour->findChild<QAbstractButton*>(QStringLiteral("showExplanation"));
        QVERIFY(show->isVisible());
        person.press(static_cast<Qt::Key>(mnemonic(show->text()).unicode()), Qt::AltModifier);
        QVERIFY(!QApplication::activePopupWidget());
        QTRY_VERIFY(tour->findChild<QLabel*>(QStringLiteral("explanation"))->isVisible());
    }

    void theLetterOfAFieldSelectsItAgain() {
        Person person;
        person.press(Qt::Key_L, Qt::AltModifier);
        QLineEdit* field = person.field("alpha");
        QVERIFY(field->hasFocus());
        QTest::keyClicks(field, QStringLiteral("abc"));
        person.press(Qt::Key_L, Qt::AltModifier);
        QCOMPARE(field->selectedText(), QStringLiteral("abc"));
        person.press(Qt::Key_Escape);
        person.press(Qt::Key_L, Qt::AltModifier);
        QTest::keyClicks(field, QStringLiteral("0.05"));
        QCOMPARE(field->text(), QStringLiteral("0.05"));
        QCOMPARE(person.experiment().session().settings.alpha, 0.05);
    }

    void aNumberThatIsTakenBackIsReplacedByTheNext() {
        Person person;
        person.press(Qt::Key_L, Qt::AltModifier);
        QLineEdit* field = person.field("alpha");
        QTest::keyClicks(field, QStringLiteral("abc"));
        person.press(Qt::Key_Escape);
        QTest::keyClicks(field, QStringLiteral("0.05"));
        QCOMPARE(field->text(), QStringLiteral("0.05"));
    }

    void theMenuOfARowLeavesTheBallWhereItIs() {
        Person person;
        person.find<QTabWidget>("charts")->setCurrentIndex(1);
        Person::settle();
        auto* table = person.find<QTableView>("iterations");
        const QRect row = table->visualRect(table->model()->index(2, 1));
        const QPoint place = table->viewport()->mapTo(&person.window, row.center());
        QTest::mouseClick(person.window.windowHandle(), Qt::RightButton, {}, place);
        Person::settle();
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QCOMPARE(menu->actions().first()->text(), QStringLiteral("Go to step 2"));
        QCOMPARE(person.position(), 0.0);
        QTest::keyClick(menu, Qt::Key_Escape);
        Person::settle();
        QCOMPARE(person.position(), 0.0);
        QTest::mouseClick(person.window.windowHandle(), Qt::LeftButton, {}, place);
        QCOMPARE(person.position(), 2.0);
    }
};

QTEST_MAIN(TestFocus)
#include "tst_focus.moc"
