// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <QToolButton>

#include "model/experiment.h"
#include "session/lessons.h"
#include "window/tour/answerbutton.h"
#include "window/tour/tour.h"

Q_DECLARE_METATYPE(session::Session)

namespace {

std::vector<session::Lesson> lessons() {
    auto all = session::lessons();
    if (!all) qFatal("%s", qPrintable(all.error()));
    return std::move(all).value();
}

/// A person who takes the tour with mouse and keys, and what the tour asked for, in order.
class Person {
public:
    explicit Person(QSize size = {320, 700}, double letters = 1) : tour(lessons()) {
        QFont font = tour.font();
        font.setPointSizeF(font.pointSizeF() * letters);
        tour.setFont(font);
        QObject::connect(&tour, &window::Tour::setUpWanted, [this](const session::Session& setUp) {
            asked << QStringLiteral("set up ") + setUp.function.text();
            loaded = setUp;
        });
        QObject::connect(&tour, &window::Tour::playWanted,
                         [this] { asked << QStringLiteral("play"); });
        QObject::connect(&tour, &window::Tour::finished,
                         [this] { asked << QStringLiteral("finished"); });
        QObject::connect(&tour, &window::Tour::closed,
                         [this] { asked << QStringLiteral("closed"); });
        tour.resize(size);
        tour.show();
        tour.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&tour));
    }

    template <typename Widget>
    Widget* find(const char* name) {
        return tour.findChild<Widget*>(QString::fromLatin1(name));
    }
    std::vector<window::AnswerButton*> choices() {
        std::vector<window::AnswerButton*> shown;
        for (window::AnswerButton* choice : tour.findChildren<window::AnswerButton*>())
            if (choice->isVisible()) shown.push_back(choice);
        return shown;
    }
    /// The text of a label as it is read; empty when it is not shown.
    QString read(const char* label) {
        auto* shown = find<QLabel>(label);
        if (!shown->isVisible()) return {};
        QTextDocument document;
        document.setHtml(shown->text());
        return document.toPlainText();
    }
    void click(QWidget* button) {
        find<QScrollArea>("scroll")->ensureWidgetVisible(button);
        QTest::mouseClick(button, Qt::LeftButton);
        settle();
    }
    void click(const char* button) { click(find<QAbstractButton>(button)); }
    void choose(std::size_t answer) { click(choices()[answer]); }
    void press(Qt::Key key) {
        QTest::keyClick(QApplication::focusWidget(), key);
        settle();
    }
    /// Goes on with the tabulator key to a widget.
    void tabTo(const QWidget* wanted) {
        if (!QApplication::focusWidget()) tour.setFocus();
        for (int i = 0; i < 20 && QApplication::focusWidget() != wanted; ++i) press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), wanted);
    }
    static void settle() { QTest::qWait(20); }

    window::Tour tour;
    QStringList asked;
    session::Session loaded;
};

/// Without what keeps a formula on one line.
QString plain(const QString& richText) {
    QTextDocument document;
    document.setHtml(richText);
    return document.toPlainText();
}

QStringList linesOf(const QString& richText, int width) {
    QTextDocument document;
    document.setHtml(richText);
    document.setTextWidth(width);
    document.size();  // lays it out
    QStringList lines;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (int i = 0; i < block.layout()->lineCount(); ++i) {
            const QTextLine line = block.layout()->lineAt(i);
            lines << block.text().mid(line.textStart(), line.textLength());
        }
    }
    return lines;
}

QString unjoined(QString text) {
    return text.remove(QChar(0x2060)).remove(QChar(0x202f));
}

}  // namespace

class TestTour : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksForNothingBeforeItIsStarted() {
        Person person;
        QVERIFY(person.asked.isEmpty());
        person.tour.start(0);
        QCOMPARE(person.asked, QStringList{QStringLiteral("set up x^2")});
    }

    void showsEveryLesson() {
        Person person;
        person.tour.start(0);
        const auto all = lessons();
        for (std::size_t i = 0; i < all.size(); ++i) {
            const session::Lesson& lesson = all[i];
            const int number = static_cast<int>(i) + 1;
            QCOMPARE(person.tour.lesson(), static_cast<int>(i));
            QCOMPARE(person.find<QToolButton>("counter")->text(),
                     QStringLiteral("%1 of 14").arg(number));
            QCOMPARE(person.find<QProgressBar>("progress")->value(), number);
            QCOMPARE(person.read("title"), lesson.title);
            QCOMPARE(unjoined(person.read("idea")), plain(lesson.idea));
            QCOMPARE(unjoined(person.read("question")), plain(lesson.question));
            QCOMPARE(person.choices().size(), lesson.answers.size());
            for (std::size_t a = 0; a < lesson.answers.size(); ++a)
                QCOMPARE(person.choices()[a]->text(), lesson.answers[a].text);
            QVERIFY(person.read("explanation").isEmpty());
            QVERIFY(person.loaded == lesson.setUp);
            QCOMPARE(person.find<QPushButton>("back")->isEnabled(), i > 0);
            person.click("next");
        }
    }

    void answersStartTheRunAndItsEndBringsTheExplanation_data() {
        QTest::addColumn<int>("lesson");
        QTest::addColumn<int>("answer");
        const auto all = lessons();
        for (std::size_t i = 0; i < all.size(); ++i)
            for (std::size_t a = 0; a < all[i].answers.size(); ++a)
                QTest::addRow("lesson %zu, answer %zu", i + 1, a + 1)
                    << static_cast<int>(i) << static_cast<int>(a);
    }
    void answersStartTheRunAndItsEndBringsTheExplanation() {
        QFETCH(int, lesson);
        QFETCH(int, answer);
        const session::Lesson expected = lessons()[static_cast<std::size_t>(lesson)];
        const auto choice = static_cast<std::size_t>(answer);
        Person person;
        person.tour.start(lesson);
        person.asked.clear();
        person.choose(choice);
        QCOMPARE(person.asked,
                 (QStringList{QStringLiteral("set up ") + expected.setUp.function.text(),
                              QStringLiteral("play")}));
        QVERIFY(!person.read("watch").isEmpty());
        QVERIFY(person.read("explanation").isEmpty());
        person.tour.runFinished();
        const bool right = choice == expected.right;
        QCOMPARE(person.read("remark"),
                 (right ? QStringLiteral("Right. ") : QStringLiteral("Not quite. ")) +
                     expected.answers[choice].remark);
        QCOMPARE(unjoined(person.read("explanation")), plain(expected.explanation));
        QVERIFY(person.read("watch").isEmpty());
        for (std::size_t a = 0; a < expected.answers.size(); ++a) {
            QString name = expected.answers[a].text;
            if (a == choice) name += QStringLiteral(" (your answer)");
            if (a == expected.right) name += QStringLiteral(" (right)");
            QCOMPARE(person.choices()[a]->accessibleName(), name);
        }
    }

    void theRightAnswerIsNotGivenAwayBefore() {
        Person person;
        person.tour.start(0);
        person.choose(0);
        for (const window::AnswerButton* choice : person.choices())
            QVERIFY(!choice->accessibleName().contains(QStringLiteral("(right)")));
        const QImage before = person.choices()[1]->grab().toImage();
        person.tour.runFinished();
        QVERIFY(person.choices()[1]->grab().toImage() != before);
    }

    void theExplanationCanBeHadAtOnce() {
        Person person;
        person.tour.start(2);
        QVERIFY(!person.find<QPushButton>("showExplanation")->isVisible());
        person.choose(2);
        person.click("showExplanation");
        QVERIFY(!person.read("explanation").isEmpty());
        QVERIFY(!person.find<QPushButton>("showExplanation")->isVisible());
        person.tour.runFinished();
        QVERIFY(person.read("remark").startsWith(QStringLiteral("Right.")));
    }

    void aRunThatEndsUnaskedExplainsNothing() {
        Person person;
        person.tour.start(0);
        person.tour.runFinished();
        QVERIFY(person.read("explanation").isEmpty());
        person.choose(0);
        person.click("next");
        person.tour.runFinished();
        QVERIFY(person.read("explanation").isEmpty());
    }

    void aRunThatIsPlayedAgainLeavesThePageWhereItIs() {
        Person person({320, 300});
        auto* bar = person.find<QScrollArea>("scroll")->verticalScrollBar();
        person.tour.start(0);
        person.choose(0);
        person.tour.runFinished();
        person.settle();
        QVERIFY(bar->value() > 0);
        bar->setValue(0);
        person.tour.runFinished();
        person.settle();
        QCOMPARE(bar->value(), 0);
    }

    void aQuestionCanBeAnsweredAgain() {
        Person person;
        person.tour.start(0);
        person.choose(0);
        person.tour.runFinished();
        person.asked.clear();
        person.choose(1);
        QCOMPARE(person.asked.last(), QStringLiteral("play"));
        QVERIFY(person.read("explanation").isEmpty());
        person.tour.runFinished();
        QVERIFY(person.read("remark").startsWith(QStringLiteral("Right.")));
        person.choose(1);
        QCOMPARE(person.asked.count(QStringLiteral("play")), 2);
    }

    void anAnswerStandsWhileTheBallRolls() {
        Person person;
        person.tour.start(0);
        person.choose(0);
        QVERIFY(person.choices()[0]->isEnabled() && !person.choices()[1]->isEnabled());
        person.asked.clear();
        person.choose(1);
        QVERIFY(person.asked.isEmpty());
        person.tour.runFinished();
        QVERIFY(person.choices()[1]->isEnabled());
    }

    void goingBackShowsTheAnswerAndStartingAgainForgetsIt() {
        Person person;
        person.tour.start(0);
        person.choose(0);
        person.tour.runFinished();
        person.click("next");
        QVERIFY(person.read("remark").isEmpty());
        person.click("back");
        QVERIFY(person.read("remark").startsWith(QStringLiteral("Not quite.")));
        QVERIFY(!person.read("explanation").isEmpty());
        QCOMPARE(person.asked.last(), QStringLiteral("set up x^2"));
        person.tour.start(0);
        QVERIFY(person.read("remark").isEmpty());
        for (const window::AnswerButton* choice : person.choices())
            QCOMPARE(choice->accessibleName(), choice->text());
    }

    void canBeLeftAndResumed() {
        Person person;
        person.tour.start(3);
        person.click("next");
        person.click("close");
        QCOMPARE(person.asked.last(), QStringLiteral("closed"));
        QCOMPARE(person.tour.lesson(), 4);
        Person later;
        later.tour.start(person.tour.lesson());
        QCOMPARE(later.find<QToolButton>("counter")->text(), QStringLiteral("5 of 14"));
        QCOMPARE(later.asked, QStringList{QStringLiteral("set up x^4-4*x^2+x")});
    }

    void aNumberFromABrokenSettingsFileIsHarmless() {
        Person person;
        person.tour.start(-7);
        QCOMPARE(person.tour.lesson(), 0);
        person.tour.start(1000);
        QCOMPARE(person.tour.lesson(), 13);
    }

    void theEndClosesTheTourAndTheNextBeginsAnew() {
        Person person;
        person.tour.start(13);
        QCOMPARE(person.find<QPushButton>("next")->text(), QStringLiteral("Fi&nish"));
        person.click("next");
        QCOMPARE(person.asked.last(), QStringLiteral("finished"));
        QCOMPARE(person.asked.count(QStringLiteral("closed")), 1);
        QCOMPARE(person.tour.lesson(), 0);
    }

    void theWholeTourCanBeTakenWithKeys() {
        Person person;
        person.tour.start(0);
        for (int lesson = 0; lesson < 14; ++lesson) {
            QCOMPARE(person.tour.lesson(), lesson);
            person.tabTo(person.choices()[static_cast<std::size_t>(lesson % 2)]);
            person.press(lesson % 2 == 0 ? Qt::Key_Space : Qt::Key_Return);
            QCOMPARE(person.asked.count(QStringLiteral("play")), lesson + 1);
            person.tabTo(person.find<QWidget>("showExplanation"));
            person.press(Qt::Key_Space);
            QVERIFY(!person.read("explanation").isEmpty());
            QCOMPARE(QApplication::focusWidget(), person.find<QWidget>("next"));
            person.press(Qt::Key_Space);
        }
        QCOMPARE(person.asked.last(), QStringLiteral("finished"));
        person.tabTo(person.find<QWidget>("close"));
        person.press(Qt::Key_Space);
        QCOMPARE(person.asked.count(QStringLiteral("closed")), 2);
    }

    void tabVisitsTheAnswersInTheirOrder() {
        Person person;
        person.tour.start(1);
        person.tabTo(person.find<QWidget>("scroll"));
        for (const window::AnswerButton* choice : person.choices()) {
            person.press(Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget(), choice);
        }
        person.press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), person.find<QWidget>("back"));
        person.press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), person.find<QWidget>("counter"));
    }

    void theListOfLessonsGoesToOne() {
        Person person;
        person.tour.start(1);
        QMenu* list = person.find<QToolButton>("counter")->menu();
        Q_EMIT list->aboutToShow();
        QCOMPARE(list->actions().size(), 14);
        for (int i = 0; i < 14; ++i) QCOMPARE(list->actions()[i]->isChecked(), i == 1);
        QVERIFY(list->actions()[7]->text().startsWith(QStringLiteral("8. ")));
        list->actions()[7]->trigger();
        QCOMPARE(person.tour.lesson(), 7);
        QCOMPARE(person.asked.last(),
                 QStringLiteral("set up ") + lessons()[7].setUp.function.text());
    }

    void theMouseLeavesTheKeysToTheWindow() {
        Person person;
        person.tour.start(1);
        person.choose(0);
        QVERIFY(!qobject_cast<QAbstractButton*>(QApplication::focusWidget()));
        person.click("showExplanation");
        QVERIFY(!qobject_cast<QAbstractButton*>(QApplication::focusWidget()));
        person.click("next");
        QVERIFY(!qobject_cast<QAbstractButton*>(QApplication::focusWidget()));
    }

    void everythingThatIsUsedHasAName() {
        Person person;
        person.tour.start(1);
        QVERIFY(!person.tour.accessibleName().isEmpty());
        for (const char* name : {"back", "next", "showExplanation", "close"}) {
            const auto* button = person.find<QAbstractButton>(name);
            QVERIFY2(!button->text().isEmpty() && !button->toolTip().isEmpty(), name);
        }
        QVERIFY(!person.find<QToolButton>("close")->accessibleName().isEmpty());
        QVERIFY(!person.find<QWidget>("progress")->accessibleName().isEmpty());
        QVERIFY(!person.find<QWidget>("scroll")->accessibleName().isEmpty());
    }

    void nothingIsCutOffInANarrowPanel_data() {
        QTest::addColumn<int>("height");
        QTest::addColumn<double>("letters");
        QTest::newRow("usual") << 700 << 1.0;
        QTest::newRow("low") << 450 << 1.0;
        QTest::newRow("projector") << 700 << 1.6;
        QTest::newRow("low projector") << 450 << 1.6;
    }
    void nothingIsCutOffInANarrowPanel() {
        QFETCH(int, height);
        QFETCH(double, letters);
        Person person({320, height}, letters);
        auto* scroll = person.find<QScrollArea>("scroll");
        for (int lesson = 0; lesson < 14; ++lesson) {
            person.tour.start(lesson);
            person.choose(0);
            person.tour.runFinished();
            person.settle();
            QCOMPARE(person.tour.size(), QSize(320, height));
            QCOMPARE(scroll->widget()->width(), scroll->viewport()->width());
            QVERIFY(scroll->widget()->minimumSizeHint().width() <= scroll->viewport()->width());
            for (const char* name : {"title", "idea", "question", "remark", "explanation"}) {
                const auto* label = person.find<QLabel>(name);
                QVERIFY2(label->height() >= label->heightForWidth(label->width()), name);
            }
            for (const window::AnswerButton* choice : person.choices())
                QVERIFY(choice->height() >= choice->heightForWidth(choice->width()));
            // The explanation has been scrolled to.
            const auto* remark = person.find<QLabel>("remark");
            const QPoint place = remark->mapTo(scroll->viewport(), QPoint(0, 0));
            QVERIFY(scroll->viewport()->rect().contains(QRect(place, remark->size())));
        }
    }

    void theFrameOfTheFocusLiesOnNoLetter() {
        Person person({320, 180});
        person.tour.start(2);
        person.settle();
        auto* scroll = person.find<QScrollArea>("scroll");
        person.tabTo(person.find<QWidget>("close"));
        person.tabTo(scroll);
        const QScrollBar* bar = scroll->verticalScrollBar();
        const QRect scrollBar(bar->mapTo(scroll, QPoint(0, 0)), bar->size());
        const QColor frame = scroll->palette().color(QPalette::Highlight);
        for (int step = 0; step < 6; ++step) {
            const QImage focused = scroll->grab().toImage();
            QCOMPARE(focused.pixelColor(1, 1), frame);
            person.tabTo(person.find<QWidget>("close"));
            const QImage bare = scroll->grab().toImage();
            const QColor ground = bare.pixelColor(0, 0);
            for (int y = 0; y < bare.height(); ++y) {
                for (int x = 0; x < bare.width(); ++x) {
                    if (focused.pixelColor(x, y) != frame || scrollBar.contains(x, y)) continue;
                    QCOMPARE(bare.pixelColor(x, y), ground);
                }
            }
            person.tabTo(scroll);
            person.press(Qt::Key_Down);
        }
        QVERIFY(scroll->verticalScrollBar()->value() > 0);
    }

    void aFormulaIsNotBrokenAtItsPrimes() {
        Person person;
        for (const int lesson : {0, 1, 3, 5, 6, 7}) {
            person.tour.start(lesson);
            for (const char* name : {"idea", "question", "explanation"}) {
                for (int width = 180; width < 400; width += 7) {
                    for (const QString& line : linesOf(person.find<QLabel>(name)->text(), width)) {
                        const QString shown = unjoined(line);
                        QVERIFY2(!shown.startsWith(QChar(0x2032)) &&
                                     !shown.startsWith(QChar(0x2033)) &&
                                     !shown.startsWith(QLatin1Char('(')),
                                 qPrintable(line));
                    }
                }
            }
        }
    }

    void aLessonBeginsAtItsTop() {
        Person person({320, 300});
        person.tour.start(4);
        person.choose(0);
        person.tour.runFinished();
        person.settle();
        QVERIFY(person.find<QScrollArea>("scroll")->verticalScrollBar()->value() > 0);
        person.click("next");
        QCOMPARE(person.find<QScrollArea>("scroll")->verticalScrollBar()->value(), 0);
    }

    void aRealRunLeadsToTheExplanation() {
        Person person;
        model::Experiment experiment(lessons().front().setUp);
        connect(&person.tour, &window::Tour::setUpWanted, &experiment, &model::Experiment::load);
        connect(&person.tour, &window::Tour::playWanted, &experiment, &model::Experiment::play);
        connect(&experiment, &model::Experiment::playingChanged, &person.tour, [&] {
            if (experiment.verdict() && experiment.player().atEnd()) person.tour.runFinished();
        });
        experiment.setSpeed(1000);
        person.tour.start(4);
        QTRY_VERIFY_WITH_TIMEOUT(experiment.verdict(), 20000);
        QVERIFY(person.read("explanation").isEmpty());
        person.choose(2);
        QTRY_VERIFY_WITH_TIMEOUT(!person.read("explanation").isEmpty(), 20000);
        QCOMPARE(experiment.player().steps(), std::size_t(48));
        QVERIFY(experiment.player().atEnd());
    }
};

QTEST_MAIN(TestTour)
#include "tst_tour.moc"
