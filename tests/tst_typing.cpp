// SPDX-License-Identifier: GPL-3.0-or-later
// What is shown while a text is typed that does not read, and how to get out of it.
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QTabBar>
#include <QTextDocument>
#include <QWindow>

#include "dialogs.h"
#include "person.h"
#include "pixels.h"

namespace {

/// So that what is typed stands still.
void standStill() {
    QTest::qWait(800);
}

/// The note of the view that is shown; empty while there is none.
QString note(Person& person) {
    for (const auto* label : person.window.findChildren<QLabel*>(QStringLiteral("staleNote"))) {
        if (label->isVisible()) return label->text();
    }
    return {};
}

/// How many pixels are other than that in the corner.
int inkIn(const QImage& image) {
    const QColor ground = image.pixelColor(image.width() - 1, 0);
    int found = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) found += image.pixelColor(x, y) != ground;
    return found;
}

/// How many pixels have the full colour of text: of the numbers along the axes, below the note.
int inked(Person& person) {
    QWidget* views = person.find<QWidget>("views");
    const QImage image = views->grab().toImage();
    const QRect lower = image.rect().adjusted(0, image.height() / 3, 0, 0);
    return pixelsLike(image, plot::Theme::matching(views->palette()).text, lower, 100);
}

}  // namespace

class TestTyping : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCobwebIsShadedWhereAStepIsNoMapOfX() {
        Person person;
        person.waitForRun();
        QGuiApplication::clipboard()->setText(QStringLiteral(
            "thalweg --function 'x^2' --initial-guess 4 --alpha 0.1 --method momentum"));
        person.press(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        person.waitForRun();
        QCOMPARE(note(person), QString());
        person.press(Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(note(person).contains(QStringLiteral("Momentum")));
        person.type(person.functionEdit(), QStringLiteral("x^2+"));
        QTRY_VERIFY(note(person).contains(QStringLiteral("Still f(x)")));
        person.type(person.functionEdit(), QStringLiteral("x^2+1"));
        QTRY_VERIFY(note(person).contains(QStringLiteral("Momentum")));
        QGuiApplication::clipboard()->setText(
            QStringLiteral("thalweg --function 'x^2' --initial-guess 4 --alpha 0.1"));
        Answer answer(QMessageBox::Discard);
        person.press(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(note(person), QString());
    }

    void aMomentumOfWhichNothingIsKeptIsPlainDescent() {
        Person person;
        const auto paste = [&](const QString& method) {
            QGuiApplication::clipboard()->setText(
                QStringLiteral("thalweg --function 'x^2' --initial-guess 4 --alpha 0.1 --method ") +
                method);
            person.press(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
            person.waitForRun();
        };
        paste(QStringLiteral("gradient"));
        const QString verdict = person.verdict();
        const QString zones = person.find<QWidget>("ruler")->accessibleDescription();
        QVERIFY(!zones.contains(QStringLiteral("No zones")));
        Answer answer(QMessageBox::Discard);
        paste(QStringLiteral("momentum:beta=0"));
        person.press(Qt::Key_2, Qt::ControlModifier);
        Person::settle();
        QCOMPARE(note(person), QString());
        QCOMPARE(person.verdict(), verdict);
        QCOMPARE(person.find<QWidget>("ruler")->accessibleDescription(), zones);
    }

    void theDerivativeIsShownWhole_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<bool>("projector");
        for (const char* function : {"exp(-x^(2^x))", "x^(x^x)", "(x^2+1)^(x^(1/x))", "x^4"}) {
            QTest::addRow("%s", function) << QString::fromLatin1(function) << false;
            QTest::addRow("%s for a projector", function) << QString::fromLatin1(function) << true;
        }
    }
    void theDerivativeIsShownWhole() {
        QFETCH(QString, function);
        QFETCH(bool, projector);
        Person person;
        if (projector) person.press(Qt::Key_F11);
        person.type(person.functionEdit(), function);
        QLabel* line = person.find<QLabel>("message");
        const QImage shown = line->grab().toImage();
        QImage whole(line->size() + QSize(0, 100), shown.format());
        whole.fill(shown.pixelColor(shown.width() - 1, 0));
        QPainter painter(&whole);
        QTextDocument document;
        document.setDocumentMargin(0);
        document.setDefaultFont(line->font());
        document.setHtml(line->text());
        painter.translate(0, 50);
        document.drawContents(&painter);
        painter.end();
        QVERIFY(inkIn(whole) > 100);
        QCOMPARE(inkIn(shown), inkIn(whole));
        if (projector) person.press(Qt::Key_F11);
    }

    void aPictureOfAnOlderFunctionIsDimmedAndSaysSo_data() {
        QTest::addColumn<Qt::Key>("view");
        QTest::newRow("curve") << Qt::Key_1;
        QTest::newRow("cobweb") << Qt::Key_2;
        QTest::newRow("bifurcation") << Qt::Key_3;
    }
    void aPictureOfAnOlderFunctionIsDimmedAndSaysSo() {
        QFETCH(Qt::Key, view);
        Person person;
        person.press(view, Qt::ControlModifier);
        person.type(person.functionEdit(), QStringLiteral("x^2"));
        standStill();
        QTest::keyClicks(person.functionEdit(), QStringLiteral("*sin(x"));
        QTRY_VERIFY2(note(person).contains(QStringLiteral("f(x) = x^2,")),
                     qPrintable(note(person)));
        const QList<QWidget*> shades =
            person.window.findChildren<QWidget*>(QStringLiteral("shade"));
        for (const QWidget* shade : shades) {
            if (shade->isVisible()) QCOMPARE(shade->size(), shade->parentWidget()->size());
        }
        const int dimmed = inked(person);
        QTest::keyClicks(person.functionEdit(), QStringLiteral(")"));
        Person::settle();
        QCOMPARE(note(person), QString());
        const int full = inked(person);
        QVERIFY2(full > 100 && dimmed == 0,
                 qPrintable(QStringLiteral("%1, %2").arg(full).arg(dimmed)));
    }

    void whatIsWrongIsReadToItsEndInASmallWindow() {
        Person person;
        person.window.resize(960, 600);
        QTest::qWait(50);
        person.type(person.functionEdit(), QStringLiteral("0,5*x^2"));
        const auto* message = person.find<QLabel>("message");
        QTextDocument words;
        words.setDefaultFont(message->font());
        words.setDocumentMargin(0);
        words.setHtml(message->text());
        words.setTextWidth(message->width());
        QVERIFY(words.toPlainText().contains(QStringLiteral("decimal")));
        QTRY_VERIFY2(
            words.size().height() <= message->height() && words.idealWidth() <= message->width(),
            qPrintable(
                QStringLiteral("%1 in %2").arg(words.size().height()).arg(message->height())));
    }

    void theNoteFitsIntoASmallWindow() {
        const QFont usual = QApplication::font();
        QFont large = usual;
        large.setPointSize(22);
        QApplication::setFont(large);
        Person person;
        person.window.resize(person.window.minimumSizeHint());
        person.type(person.functionEdit(),
                    QStringLiteral("x^2+sin(3*x)*cos(4*x)+exp(-x^2)+log(1+x^2)+sqrt(1+x^2)+"));
        QTRY_VERIFY(!note(person).isEmpty());
        for (const auto* label : person.window.findChildren<QLabel*>(QStringLiteral("staleNote"))) {
            if (!label->isVisible()) continue;
            const QRect room = label->parentWidget()->rect();
            QVERIFY2(room.contains(label->geometry()),
                     qPrintable(QStringLiteral("%1 high in %2")
                                    .arg(label->geometry().bottom())
                                    .arg(room.height())));
            const QRect needed = label->fontMetrics().boundingRect(label->contentsRect(),
                                                                   Qt::TextWordWrap, label->text());
            QVERIFY2(label->contentsRect().contains(needed), qPrintable(label->text()));
        }
        QApplication::setFont(usual);
    }

    void theDimmedPictureCanBeUsed() {
        Person person;
        person.type(person.functionEdit(), QStringLiteral("x^2"));
        standStill();
        QTest::keyClicks(person.functionEdit(), QStringLiteral("+"));
        QTRY_VERIFY(!note(person).isEmpty());
        const QPoint place = person.curve()->pixel(-1, 1).toPoint();
        QTest::mouseClick(person.window.windowHandle(), Qt::LeftButton, {},
                          person.curve()->mapTo(&person.window, place));
        Person::settle();
        QVERIFY(std::abs(person.experiment().session().initialGuess[0] + 1) < 0.02);
        QVERIFY(!note(person).isEmpty());
    }

    void whatIsLoadedIsNotDimmed() {
        Person person;
        person.type(person.functionEdit(), QStringLiteral("x^2+"));
        QTRY_VERIFY(!note(person).isEmpty());
        person.chooseExample(0);
        QCOMPARE(note(person), QString());
        QCOMPARE(person.functionEdit()->text(),
                 session::examples().front().session.function.text());
    }

    void escapeTakesBackWhatDoesNotReadAndThenWhatWasTyped() {
        Person person;
        const session::Session before = person.experiment().session();
        person.press(Qt::Key_Right);
        person.press(Qt::Key_Right);
        QLineEdit* line = person.functionEdit();
        person.type(line, QStringLiteral("x"));
        standStill();
        QTest::keyClicks(line, QStringLiteral("*sn(x"));
        QTRY_VERIFY(!note(person).isEmpty());
        person.press(Qt::Key_Escape);
        QCOMPARE(line->text(), QStringLiteral("x"));
        QCOMPARE(note(person), QString());
        QVERIFY(!person.find<QLabel>("message")->property("fault").toBool());
        person.press(Qt::Key_Escape);
        QCOMPARE(line->text(), before.function.text());
        person.waitForRun();
        QCOMPARE(person.experiment().session(), before);
        QCOMPARE(person.position(), 2.0);
        QVERIFY(!person.find<QAction>("undo")->isEnabled());
        person.press(Qt::Key_Escape);
        QCOMPARE(line->text(), before.function.text());
        QVERIFY(line->hasFocus());
    }

    void escapeCanBeUndone() {
        Person person;
        const QString before = person.functionEdit()->text();
        QLineEdit* line = person.functionEdit();
        person.type(line, QStringLiteral("x*sn(x"));
        person.press(Qt::Key_Escape);
        QCOMPARE(line->text(), QStringLiteral("x"));
        person.press(Qt::Key_Escape);
        QCOMPARE(line->text(), before);
        person.press(Qt::Key_Z, Qt::ControlModifier);
        person.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(line->text(), QStringLiteral("x*sn(x"));
        QVERIFY(person.find<QLabel>("message")->property("fault").toBool());
        while (line->isUndoAvailable()) person.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(line->text(), before);
    }

    void aNumberThatReadsOnlyInPassingIsNoPictureToFallBackOn() {
        Person person;
        const session::Session before = person.experiment().session();
        person.press(Qt::Key_Right);
        person.press(Qt::Key_Right);
        person.type(person.functionEdit(), QStringLiteral("0,5x^2"));
        QTRY_VERIFY(!note(person).isEmpty());
        QVERIFY2(note(person).contains(QStringLiteral("x^4")), qPrintable(note(person)));
        QCOMPARE(person.functionEdit()->text(), QStringLiteral("0,5x^2"));
        QVERIFY(person.find<QLabel>("message")->property("fault").toBool());
        person.waitForRun();
        QCOMPARE(person.experiment().session(), before);
        QCOMPARE(person.position(), 2.0);
        QVERIFY(!person.find<QAction>("undo")->isEnabled());
        QVERIFY2(person.verdict().contains(QStringLiteral("minimum")),
                 qPrintable(person.verdict()));
    }

    void theLastCurveThatReadStaysWhileTheRestIsTyped_data() {
        QTest::addColumn<bool>("pasted");
        QTest::addColumn<int>("pause");
        QTest::addColumn<QString>("stays");
        QTest::newRow("quickly") << false << 20 << QStringLiteral("x^4");
        QTest::newRow("at leisure") << false << 250 << QStringLiteral("x^4");
        QTest::newRow("slowly") << false << 700 << QStringLiteral("x^4");
        QTest::newRow("pasted") << true << 0 << QStringLiteral("x^2");
    }
    void theLastCurveThatReadStaysWhileTheRestIsTyped() {
        QFETCH(bool, pasted);
        QFETCH(int, pause);
        QFETCH(QString, stays);
        Person person;
        QLineEdit* line = person.functionEdit();
        person.type(line, QStringLiteral("x^2"));
        person.press(Qt::Key_Return);
        const QString typed = QStringLiteral("x^4+sin(");
        if (pasted) {
            person.paste(line, typed);
        } else {
            line->setFocus();
            line->selectAll();
            for (const QChar letter : typed) {
                QTest::keyClicks(line, QString(letter));
                QTest::qWait(pause);
            }
        }
        const auto shown = [&] { return person.experiment().session().function.text(); };
        QCOMPARE(shown(), stays);
        standStill();
        QCOMPARE(shown(), stays);
        QCOMPARE(person.curve()->value(2), stays == QLatin1String("x^4") ? 16.0 : 4.0);
        QTRY_VERIFY2(note(person).contains(QStringLiteral("f(x) = %1,").arg(stays)),
                     qPrintable(note(person)));
        QVERIFY(person.find<QLabel>("message")->isVisible());
        QVERIFY(person.find<QLabel>("message")->property("fault").toBool());
        QTest::keyClicks(line, QStringLiteral("x)"));
        QTRY_COMPARE(shown(), QStringLiteral("x^4+sin(x)"));
        QCOMPARE(note(person), QString());
    }

    void aTextThatReadsInPassingIsTheTextOnceItIsMended() {
        Person person;
        QLineEdit* line = person.functionEdit();
        person.type(line, QStringLiteral("0,5"));
        QTRY_VERIFY(!note(person).isEmpty());
        person.press(Qt::Key_Backspace);
        person.press(Qt::Key_Backspace);
        QTest::keyClicks(line, QStringLiteral(".5x^2"));
        QCOMPARE(person.experiment().session().function.text(), QStringLiteral("0.5x^2"));
        QCOMPARE(note(person), QString());
    }

    void aShorterDerivativeTakesLessRoomThanTheOneBefore() {
        Person person;
        const auto* message = person.find<QLabel>("message");
        person.type(person.functionEdit(), QStringLiteral("x^2"));
        const int narrow = message->width();
        person.type(person.functionEdit(), QStringLiteral("x^9-7*x^8+3*x^5-2*x^3+x^2"));
        QVERIFY(message->width() > 2 * narrow);
        person.type(person.functionEdit(), QStringLiteral("x^2"));
        QCOMPARE(message->width(), narrow);
    }

    void whatIsWrongIsInTheLettersOfTexts() {
        Person person;
        const auto* message = person.find<QLabel>("message");
        const QString maths = message->font().family();
        person.type(person.functionEdit(), QStringLiteral("x^"));
        QCOMPARE(message->font().family(), person.window.font().family());
        person.type(person.functionEdit(), QStringLiteral("x^2"));
        QCOMPARE(message->font().family(), maths);
        QVERIFY(maths != person.window.font().family());
    }

    void aNameThatDropsOutWhileTypingComesBackWithItsValue() {
        Person person;
        person.type(person.functionEdit(), QStringLiteral("a*x^2"));
        person.press(Qt::Key_Return);
        person.type(person.find<QLineEdit>("value_a"), QStringLiteral("3"));
        person.type(person.functionEdit(), QStringLiteral("*x^2"));
        person.type(person.functionEdit(), QStringLiteral("x^2"));
        QVERIFY(person.experiment().session().constants.empty());
        person.type(person.functionEdit(), QStringLiteral("a*x^2"));
        QCOMPARE(person.experiment().session().constants[0].value, 3.0);
    }

    void undoTakesBackAllOfWhatWasTypedSlowly() {
        model::Preferences preferences;
        preferences.recentFunctions = {QStringLiteral("x^3/3 - x + 1"), QStringLiteral("x^2")};
        Person person(preferences);
        const QString before = person.functionEdit()->text();
        QLineEdit* line = person.functionEdit();
        line->setFocus();
        line->selectAll();
        for (const QChar letter : QStringLiteral("x^3/3 - x")) {
            QTest::keyClicks(line, QString(letter));
            QTest::qWait(letter == QLatin1Char(' ') ? 1100 : 20);
        }
        person.press(Qt::Key_Return);
        QCOMPARE(person.experiment().session().function.text(), QStringLiteral("x^3/3 - x"));
        person.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(person.functionEdit()->text(), before);
    }

    void whatIsTypedWhileTextsAreProposedIsTakenBackAsAWhole() {
        model::Preferences preferences;
        preferences.recentFunctions = {QStringLiteral("x^3/3 - x + 1")};
        Person person(preferences);
        const QString before = person.functionEdit()->text();
        QLineEdit* line = person.functionEdit();
        person.type(line, QStringLiteral("x^3/3 - x"));
        person.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(line->text(), before);
    }

    void escapeKeepsWhatWasSettled() {
        Person person;
        QLineEdit* line = person.functionEdit();
        person.type(line, QStringLiteral("x^2"));
        person.press(Qt::Key_Return);
        line->setFocus();
        line->end(false);
        QTest::keyClicks(line, QStringLiteral("+sn"));
        person.press(Qt::Key_Escape);
        QCOMPARE(line->text(), QStringLiteral("x^2"));
        person.press(Qt::Key_Escape);
        QCOMPARE(line->text(), QStringLiteral("x^2"));
    }
};

QTEST_MAIN(TestTyping)
#include "tst_typing.moc"
