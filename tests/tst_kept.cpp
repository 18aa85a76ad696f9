// SPDX-License-Identifier: GPL-3.0-or-later
// What a person sees and says is kept with the session.
#include <QDialogButtonBox>
#include <QFile>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTemporaryDir>
#include <QWheelEvent>

#include "dialogs.h"
#include "functions.h"
#include "otherwise.h"
#include "person.h"
#include "session/link.h"
#include "session/sessionfile.h"
#include "window/panels/properties.h"
#include "window/panels/views.h"

namespace {

const session::Session& now(Person& person) {
    return person.experiment().session();
}

/// One click away from oneself, over the picture.
void turnWheel(Person& person) {
    const QPointF at = person.curve()->rect().center() + QPoint(40, 30);
    QWheelEvent event(at, person.curve()->mapToGlobal(at), {}, {0, 120}, {}, {}, Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(person.curve(), &event);
    Person::settle();
}

void undo(Person& person) {
    person.press(Qt::Key_Z, Qt::ControlModifier);
}

QString undoText(Person& person) {
    return person.find<QAction>("undo")->text();
}

/// A file that the window of the person is of.
class Filed : public Person {
public:
    explicit Filed(const session::Session& session = session::examples().front().session) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(session::toFile(session));
        file.close();
        open();
    }
    /// Opens it as the command line does.
    void open() {
        auto* experiment = window.findChild<model::Experiment*>();
        const auto saved = session::openSession(path);
        QVERIFY(saved);
        experiment->load(*saved);
        window.findChild<window::Views*>()->showSession(*saved);
        window.setFile(path);
        waitForRun();
    }
    session::Session saved() { return *session::openSession(path); }

private:
    QTemporaryDir m_folder;

public:
    const QString path = m_folder.filePath(QStringLiteral("a.thalweg"));
};

}  // namespace

class TestKept : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aZoomKeepsTheValuesInView() {
        Filed person;
        const insight::Range fitting = person.curve()->valueRange();
        QVERIFY(!now(person).values);
        turnWheel(person);
        const insight::Range zoomed = person.curve()->valueRange();
        QVERIFY(zoomed.width() < fitting.width());
        QCOMPARE(now(person).values, std::optional(zoomed));
        QVERIFY(undoText(person).contains(QStringLiteral("Move the view")));
        person.press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(!person.window.isWindowModified());

        undo(person);
        QVERIFY(!now(person).values);
        QCOMPARE(person.curve()->valueRange(), fitting);
        QVERIFY(person.window.isWindowModified());

        Filed other(person.saved());
        QCOMPARE(other.curve()->valueRange(), zoomed);
        QVERIFY(!other.window.isWindowModified());
    }

    void movesOfTheViewAreOneStepWhicheverAxisTheyMove() {
        Person person;
        const session::Session before = now(person);
        person.curve()->setFocus();
        person.press(Qt::Key_Right, Qt::ShiftModifier);
        person.press(Qt::Key_Up, Qt::ShiftModifier);
        QVERIFY(now(person) != before);
        undo(person);
        QCOMPARE(now(person), before);
    }

    void whatFitsIsNotKept() {
        Person person;
        turnWheel(person);
        QVERIFY(now(person).values);
        person.press(Qt::Key_0, Qt::ControlModifier);
        QTRY_VERIFY(!now(person).values);
        turnWheel(person);
        QVERIFY(now(person).values);
        person.type(person.functionEdit(), QStringLiteral("1000x^2"));
        QVERIFY(!now(person).values);
        QTRY_VERIFY(person.curve()->valueRange().high > 1000);
    }

    void typingThatIsTakenBackBringsTheValuesBack() {
        Person person;
        turnWheel(person);
        const session::Session before = now(person);
        person.curve()->setFocus();
        person.press(Qt::Key_Right);
        const QString last = undoText(person);
        QLineEdit* line = person.functionEdit();
        line->setFocus();
        line->end(false);
        QTest::keyClicks(line, QStringLiteral("+9x"));
        Person::settle();
        QVERIFY(!now(person).values);
        while (line->isUndoAvailable()) person.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(now(person), before);
        QCOMPARE(person.curve()->valueRange(), *before.values);
        QCOMPARE(undoText(person), last);
        QCOMPARE(person.position(), 1.0);
    }

    void theOpenTabIsKept() {
        Filed person;
        QTabBar* tabs = person.find<QTabBar>("tabs");
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());
        QCOMPARE(now(person).view, session::View::Cobweb);
        QVERIFY2(undoText(person).contains(QStringLiteral("Show: Cobweb")),
                 qPrintable(undoText(person)));
        QVERIFY(person.window.isWindowModified());
        person.press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(!person.window.isWindowModified());
        QCOMPARE(person.saved().view, session::View::Cobweb);

        undo(person);
        QCOMPARE(tabs->currentIndex(), 0);
        QVERIFY(person.curve()->isVisible());
        QVERIFY(person.find<QAction>("showCurve")->isChecked());
        person.open();
        QCOMPARE(tabs->currentIndex(), 2);
        QVERIFY(person.find<QAction>("showCobweb")->isChecked());
    }

    void toLookAtAnExampleIsNoWork() {
        Person person;
        person.press(Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(now(person).view, session::View::Cobweb);
        QVERIFY(!person.window.isWindowModified());
        person.chooseExample(3);
        Person::settle();
        QCOMPARE(now(person).view, session::View::Curve);
        QVERIFY(!person.window.isWindowModified());
    }

    void theCurveStandsForAViewThatIsNotLarge() {
        session::Session session = session::examples().front().session;
        session.view = session::View::Convergence;
        Filed person(session);
        QVERIFY(person.curve()->isVisible());
        QVERIFY(!person.window.isWindowModified());
        person.press(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(person.window.isWindowModified());
    }

    void theStepIsKeptAndNobodyHasToSaveIt() {
        Filed person;
        person.curve()->setFocus();
        for (int step = 0; step < 9; ++step) person.press(Qt::Key_Right);
        QCOMPARE(person.position(), 9.0);
        QVERIFY(!person.window.isWindowModified());
        QVERIFY(!person.find<QAction>("undo")->isEnabled());
        QVERIFY(!person.saved().standing.step);
        person.press(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(person.saved().standing.step, std::optional<std::int64_t>(9));
        person.trigger("copyLink");
        const auto sent = session::fromLink(QApplication::clipboard()->text());
        QCOMPARE(sent->standing.step, std::optional<std::int64_t>(9));

        person.press(Qt::Key_Home);
        person.open();
        QCOMPARE(person.position(), 9.0);
        QVERIFY(!person.experiment().player().playing());
        person.press(Qt::Key_Space);
        QTRY_VERIFY(person.position() > 9);
        QVERIFY(!person.window.isWindowModified());
        person.press(Qt::Key_Home);
        person.press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(!person.saved().standing.step);
    }

    void aStepPastTheEndIsTheEnd() {
        session::Session session = session::examples().front().session;
        session.standing.step = 5000;
        Filed person(session);
        QCOMPARE(person.position(), 48.0);
    }

    void aTitleAndANoteAreWrittenInADialog() {
        Filed person;
        QCOMPARE(person.window.windowTitle(), QStringLiteral("a[*] — Thalweg"));
        bool accepts = false;
        when<window::Properties>([&](window::Properties* dialog) {
            auto* title = dialog->findChild<QLineEdit*>(QStringLiteral("title"));
            QVERIFY(title->hasFocus());
            QTest::keyClicks(title, QStringLiteral("<b>Valleys</b> & [*]"));
            QTest::keyClick(title, Qt::Key_Tab);
            auto* note = qobject_cast<QPlainTextEdit*>(dialog->focusWidget());
            QVERIFY(note);
            QTest::keyClicks(note, QStringLiteral("one"));
            QTest::keyClick(note, Qt::Key_Return);
            QTest::keyClicks(note, QStringLiteral("two"));
            auto* buttons = dialog->findChild<QDialogButtonBox*>();
            accepts = buttons->button(QDialogButtonBox::Ok)->isEnabled();
            QTest::mouseClick(buttons->button(QDialogButtonBox::Ok), Qt::LeftButton);
        });
        person.trigger("properties");
        QVERIFY(accepts);
        QCOMPARE(now(person).title, QStringLiteral("<b>Valleys</b> & [*]"));
        QCOMPARE(now(person).note, QStringLiteral("one\ntwo"));
        QVERIFY(person.window.windowTitle().startsWith(QStringLiteral("<b>Valleys</b> & ")));
        QVERIFY(person.window.isWindowModified());
        QVERIFY(undoText(person).contains(QStringLiteral("Change the title")));
        person.trigger("save");
        QCOMPARE(person.saved(), now(person));
        person.trigger("undo");
        QCOMPARE(now(person).title, QString());
        QCOMPARE(now(person).note, QString());
        QCOMPARE(person.window.windowTitle(), QStringLiteral("a[*] — Thalweg"));
    }

    void whatCannotBeKeptCannotBeAccepted() {
        Person person;
        const session::Session before = now(person);
        when<window::Properties>([&](window::Properties* dialog) {
            auto* note = dialog->findChild<QPlainTextEdit*>();
            auto* fault = dialog->findChild<QLabel*>(QStringLiteral("fault"));
            QPushButton* ok = dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
            QVERIFY(!fault->isVisible());
            note->setFocus();
            QApplication::clipboard()->setText(QString(2001, u'a'));
            QTest::keyClick(note, Qt::Key_V, Qt::ControlModifier);
            QVERIFY(fault->isVisible());
            QVERIFY(fault->text().contains(QStringLiteral("at most 2,000 characters")));
            QVERIFY(!ok->isEnabled());
            QTest::keyClick(note, Qt::Key_Backspace);
            QVERIFY(!fault->isVisible());
            QVERIFY(ok->isEnabled());
            QTest::keyClick(dialog, Qt::Key_Escape);
        });
        person.trigger("properties");
        QCOMPARE(now(person), before);
    }

    void undoNamesAndTakesBackEachField_data() {
        QTest::addColumn<int>("place");
        for (std::size_t i = 0; i < session::fields().size(); ++i) {
            const QString& name = session::fields()[i].name;
            // Watching is no change, and the window shows functions of one variable.
            if (name == QLatin1String("step") || name == QLatin1String("axes")) continue;
            QTest::newRow(qPrintable(name)) << static_cast<int>(i);
        }
    }
    void undoNamesAndTakesBackEachField() {
        QFETCH(int, place);
        const session::Field& field = session::fields()[static_cast<std::size_t>(place)];
        Person person;
        person.waitForRun();
        auto* experiment = person.window.findChild<model::Experiment*>();
        experiment->change(having(now(person), field));
        person.waitForRun();
        const session::Session before = now(person);
        const session::Session after = otherwise(before, field);
        experiment->change(after);
        const QString name = session::changeName(before, after, session::usualDigits);
        QVERIFY2(undoText(person).contains(name), qPrintable(undoText(person)));
        person.curve()->setFocus();
        undo(person);
        QCOMPARE(now(person), before);
        person.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(field.text(now(person)), field.text(after));
    }
};

QTEST_MAIN(TestKept)
#include "tst_kept.moc"
