// SPDX-License-Identifier: GPL-3.0-or-later
// What the main window says beside the picture is not covered, not cut and true.
#include <QComboBox>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QStatusBar>
#include <QTabWidget>
#include <QTableView>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <QToolTip>

#include "person.h"
#include "window/panels/gallery.h"
#include "window/runner/alpharuler.h"
#include "window/widgets/scrollcolumn.h"

namespace {

QRect placeOf(const QWidget* widget) {
    return {widget->mapToGlobal(QPoint(0, 0)), widget->size()};
}

/// The tip that shows when the pointer rests there.
QRect tipOver(QWidget* widget) {
    QToolTip::hideText();
    QTest::qWait(400);
    QTest::mouseMove(widget, QPoint(widget->width() / 3, widget->height() / 2));
    QTest::mouseMove(widget, QPoint(widget->width() / 2, widget->height() / 2));
    if (!QTest::qWaitFor([] { return QToolTip::isVisible(); }, 10000)) return {};
    for (const QWidget* top : QApplication::topLevelWidgets())
        if (top->inherits("QTipLabel") && top->isVisible()) return top->geometry();
    return {};
}

void resize(Person& person, QSize size) {
    person.window.resize(size);
    QTest::qWait(100);
}

/// The ink of a widget in a part of it, against its corner's colour.
int ink(QWidget* widget, QRect part) {
    const QImage image = widget->grab(part).toImage();
    const QColor ground = image.pixelColor(image.width() - 1, image.height() - 1);
    int found = 0;
    for (int x = 0; x < image.width(); ++x)
        for (int y = 0; y < image.height(); ++y) found += image.pixelColor(x, y) != ground;
    return found;
}

/// The lines of a card as they are laid out, each with whatever it ends in.
QStringList linesOf(const window::TextCard* card) {
    const auto* document = card->findChild<QTextDocument*>();
    QStringList lines;
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        const QTextLayout* layout = block.layout();
        for (int i = 0; i < layout->lineCount(); ++i) {
            const QTextLine line = layout->lineAt(i);
            lines << block.text().mid(line.textStart(), line.textLength());
            if (i + 1 == layout->lineCount()) lines.last() += u'\n';
        }
    }
    return lines;
}

void choose(Person& person, const char* method) {
    auto* methods = person.find<QComboBox>("method");
    methods->setFocus();
    QTest::qWait(QApplication::keyboardInputInterval() + 50);
    QTest::keyClicks(methods, QString::fromLatin1(method));
    person.waitForRun();
}

int visibleBarsSideBySide(Person& person) {
    QSet<int> columns;
    for (const QScrollBar* bar : person.window.findChildren<QScrollBar*>()) {
        if (bar->isVisible() && bar->orientation() == Qt::Vertical &&
            !bar->visibleRegion().isEmpty())
            columns.insert(placeOf(bar).left());
    }
    return static_cast<int>(columns.size());
}

/// Needs more height where a scroll bar leaves it its width, which brings the bar, which...
class Flipping : public QWidget {
protected:
    void resizeEvent(QResizeEvent*) override { setMinimumHeight(width() > 100 ? 300 : 50); }
};

}  // namespace

class TestPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tipsCoverNothingOfThePanel_data() {
        QTest::addColumn<QString>("owner");
        QTest::addColumn<QString>("part");
        for (const char* name : {"initialGuess", "alpha", "maxIterations"}) {
            QTest::addRow("%s slider", name)
                << QString::fromLatin1(name) << QStringLiteral("slider");
            QTest::addRow("%s field", name) << QString::fromLatin1(name) << QStringLiteral("field");
        }
        QTest::newRow("step") << QStringLiteral("stepCard") << QString();
        QTest::newRow("verdict") << QStringLiteral("verdict") << QString();
        QTest::newRow("ruler") << QStringLiteral("alpha") << QStringLiteral("ruler");
    }
    void tipsCoverNothingOfThePanel() {
        QFETCH(QString, owner);
        QFETCH(QString, part);
        Person person;
        resize(person, {780, 600});
        person.waitForRun();
        person.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&person.window));
        auto* widget = person.window.findChild<QWidget*>(owner);
        if (part == QStringLiteral("ruler"))
            widget = person.window.findChild<window::AlphaRuler*>();
        else if (!part.isEmpty())
            widget = widget->findChild<QWidget*>(part);
        const QRect tip = tipOver(widget);
        QVERIFY(!tip.isEmpty());
        QVERIFY2(!tip.intersects(placeOf(person.find<QWidget>("side"))), "covers the panel");
        QToolTip::hideText();
    }

    void theTipOfTheTimelineCoversNoNumber() {
        Person person;
        resize(person, {780, 560});
        // At the lower edge of the screen, where Qt would lay it over the row.
        const QRect screen = person.window.screen()->availableGeometry();
        person.window.move(screen.left(), screen.bottom() - person.window.height());
        person.waitForRun();
        person.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&person.window));
        const QRect tip = tipOver(person.find<QWidget>("timeline"));
        QVERIFY(!tip.isEmpty());
        QVERIFY(!tip.intersects(placeOf(person.find<QWidget>("transport"))));
        QToolTip::hideText();
    }

    void theRulerKeepsItsWordsAndNumbersInSmallWindows_data() {
        QTest::addColumn<QSize>("size");
        QTest::newRow("960x600") << QSize(960, 600);
        QTest::newRow("1920x1080 at 200 %") << QSize(960, 500);
        QTest::newRow("smallest") << QSize(800, 480);
    }
    void theRulerKeepsItsWordsAndNumbersInSmallWindows() {
        QFETCH(QSize, size);
        Person person;
        person.waitForRun();
        resize(person, size);
        auto* ruler = person.window.findChild<window::AlphaRuler*>();
        QCOMPARE(ruler->height(), ruler->sizeHint().height());
        QCOMPARE(ruler->visibleRegion().boundingRect(), ruler->rect());
        const int text = ruler->fontMetrics().height();
        QVERIFY(ink(ruler, QRect(0, ruler->height() - text, ruler->width(), text)) > 100);
    }

    void theRulerTellsThatARunWentOtherwise() {
        Person person;
        auto* ruler = person.window.findChild<window::AlphaRuler*>();
        const QString words = QStringLiteral("this run went otherwise");
        person.waitForRun();
        QVERIFY(!ruler->accessibleDescription().contains(words));
        const QImage before = ruler->grab().toImage();
        person.type(person.field("initialGuess"), QStringLiteral("50"));
        person.waitForRun();
        QCOMPARE(person.experiment().verdict()->outcome, descent::Outcome::Diverged);
        QVERIFY2(ruler->accessibleDescription().contains(words),
                 qPrintable(ruler->accessibleDescription()));
        const QImage diverged = ruler->grab().toImage();
        QVERIFY(diverged.pixelColor(ruler->width() / 2, 1) !=
                before.pixelColor(ruler->width() / 2, 1));
        person.type(person.field("initialGuess"), QStringLiteral("2"));
        person.waitForRun();
        QVERIFY(!ruler->accessibleDescription().contains(words));
        QVERIFY(ruler->grab().toImage() == before);
    }

    void theRulerIsPlainWhereTheRunGoesAsItTells_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("alpha");
        QTest::addColumn<bool>("otherwise");
        const auto row = [](const char* name, const char* function, const char* start,
                            const char* alpha, bool otherwise) {
            QTest::newRow(name) << QString::fromLatin1(function) << QString::fromLatin1(start)
                                << QString::fromLatin1(alpha) << otherwise;
        };
        row("settles", "x^2", "1", "0.3", false);
        row("crawls on", "x^2", "1", "0.001", false);
        row("swings for ever at the limit", "x^2", "1", "1", false);
        row("diverges beyond the limit", "x^2", "1", "1.2", false);
        row("rests on a hilltop", "x^4/4-x^2/2", "0", "0.3", true);
        row("swings wide below the limit", "x^4-x^2", "1", "0.45", false);
        row("leaps away below the limit", "x^4/4-x^2/2", "5", "0.3", true);
    }
    void theRulerIsPlainWhereTheRunGoesAsItTells() {
        QFETCH(QString, function);
        QFETCH(QString, start);
        QFETCH(QString, alpha);
        QFETCH(bool, otherwise);
        Person person;
        person.type(person.functionEdit(), function);
        person.type(person.field("initialGuess"), start);
        person.type(person.field("alpha"), alpha);
        person.waitForRun();
        const QString words =
            person.window.findChild<window::AlphaRuler*>()->accessibleDescription();
        QVERIFY2(words.contains(QStringLiteral("this run went otherwise")) == otherwise,
                 qPrintable(words + person.verdict()));
    }

    void theHintEndsInAnEllipsisWhereItIsLong() {
        Person person;
        auto* hint = person.find<QLabel>("note");
        QVERIFY(!hint->text().isEmpty());
        for (int width = 800; width <= 1100; width += 13) {
            resize(person, {width, 600});
            const QFontMetrics metrics = hint->fontMetrics();
            const QRect room(0, 0, hint->width(), 10'000);
            if (metrics.boundingRect(room, Qt::TextWordWrap, hint->text()).height() <=
                hint->height())
                continue;
            // Letters may begin anywhere, but an ellipsis leaves the last column free.
            QCOMPARE(ink(hint, QRect(hint->width() - 1, 0, 1, hint->height())), 0);
        }
        QVERIFY(hint->toolTip().contains(hint->text().toHtmlEscaped().left(20)));
    }

    void aColumnComesToRestThoughAPartIsHigherTheWiderItIs() {
        window::ScrollColumn column;
        column.setWidget(new Flipping);
        column.resize(110, 200);
        column.show();
        Person::settle();
        QCOMPARE(column.size(), QSize(110, 200));
        QVERIFY(column.widget()->height() >= 200);
    }

    /// The bar makes the card narrower; were the text of before forgotten then, the bar would go,
    /// and come again with the next one of its length.
    void theBarThatALongTextBroughtStaysAfterIt() {
        window::ScrollColumn column;
        auto* card = new window::TextCard;
        card->setLines(1);
        column.setWidget(card);
        column.show();
        const int line = card->fontMetrics().lineSpacing();
        column.resize(400, 3 * line);
        Person::settle();
        const int without = card->width();
        card->setText(QStringLiteral("1<br>2<br>3<br>4<br>5"));
        card->setText(QStringLiteral("1"));
        Person::settle();
        QVERIFY(card->width() < without);
        QVERIFY(card->height() > 3 * line);
        column.resize(600, 3 * line);
        Person::settle();
        QVERIFY(card->height() < 3 * line);
    }

    /// Its width changes before it hears of that, and a text may come between.
    void aCardThatBecomesWiderUnseenForgetsTheHeightOfLongTexts() {
        window::TextCard card;
        card.setLines(1);
        card.resize(100, 100);
        card.show();
        card.setText(QStringLiteral("1<br>2<br>3<br>4<br>5"));
        card.hide();
        const int high = card.sizeHint().height();
        card.resize(300, 100);
        card.setText(QStringLiteral("1"));
        card.show();
        QVERIFY(card.sizeHint().height() < high / 2);
    }

    /// The last of the lines that it needs has ink.
    void theNoteOfNoExampleIsCut() {
        Person person;
        resize(person, {960, 600});
        auto* note = person.find<QLabel>("note");
        const std::size_t all = session::examples().size();
        for (std::size_t i = 0; i < all; ++i) {
            QTest::mouseClick(person.find<QWidget>("gallery"), Qt::LeftButton);
            auto* gallery = person.window.findChild<window::Gallery*>();
            QTest::keyClick(gallery, Qt::Key_Home);
            for (std::size_t down = 0; down < i; ++down) QTest::keyClick(gallery, Qt::Key_Down);
            QTest::keyClick(gallery, Qt::Key_Return);
            Person::settle();
            QCOMPARE(note->text(), session::examples()[i].lookFor);
            const QFontMetrics metrics = note->fontMetrics();
            const QRect room(0, 0, note->width(), 10'000);
            const int needed = metrics.boundingRect(room, Qt::TextWordWrap, note->text()).height();
            QVERIFY2(needed <= note->height(), qPrintable(note->text()));
            const int lines = needed / metrics.lineSpacing();
            const int line = (note->height() - needed) / 2 + (lines - 1) * metrics.lineSpacing();
            QVERIFY2(ink(note, QRect(0, line, note->width(), metrics.ascent())) > 20,
                     qPrintable(note->text()));
        }
    }

    void noTwoScrollBarsStandSideBySide_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("tab");
        for (const QSize size : {QSize(960, 600), QSize(960, 500), QSize(1366, 700)})
            for (int tab = 0; tab < 3; ++tab)
                QTest::addRow("%dx%d tab %d", size.width(), size.height(), tab) << size << tab;
    }
    void noTwoScrollBarsStandSideBySide() {
        QFETCH(QSize, size);
        QFETCH(int, tab);
        Person person;
        person.waitForRun();
        resize(person, size);
        auto* charts = person.find<QTabWidget>("charts");
        if (tab >= charts->count()) return;
        QTest::mouseClick(charts->tabBar(), Qt::LeftButton, {},
                          charts->tabBar()->tabRect(tab).center());
        QTest::qWait(100);
        QVERIFY(visibleBarsSideBySide(person) <= 1);
        const QRect page = placeOf(charts->currentWidget());
        QVERIFY(placeOf(person.find<QWidget>("account")).contains(page));
        QVERIFY(placeOf(person.find<QWidget>("side")).contains(page));
    }

    void theStepIsReadWholeBesideOneScrollBar_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QByteArray>("fold");
        for (const QSize size :
             {QSize(960, 540), QSize(960, 600), QSize(1366, 768), QSize(1280, 800)}) {
            for (const char* fold : {"", "more", "rates", "why"})
                QTest::addRow("%dx%d %s", size.width(), size.height(), fold)
                    << size << QByteArray(fold);
        }
    }
    void theStepIsReadWholeBesideOneScrollBar() {
        QFETCH(QSize, size);
        QFETCH(QByteArray, fold);
        Person person;
        resize(person, size);
        if (!fold.isEmpty()) QTest::mouseClick(person.find<QWidget>(fold), Qt::LeftButton);
        auto* side = person.find<window::ScrollColumn>("side");
        auto* card = person.find<window::TextCard>("stepCard");
        auto* charts = person.find<QTabWidget>("charts");
        for (const char* method : {"Momentum", "Adam", "AdamW", "Gradient", "NAdam"}) {
            choose(person, method);
            for (int tab = 0; tab < charts->count(); ++tab) {
                QTest::mouseClick(charts->tabBar(), Qt::LeftButton, {},
                                  charts->tabBar()->tabRect(tab).center());
                Person::settle();
                Person::settle();
                // A table has its own.
                const bool isTable = person.find<QWidget>("iterations")->isVisible();
                QVERIFY2(isTable || visibleBarsSideBySide(person) <= 1, method);
                if (card->isVisible()) {
                    QVERIFY2(card->visibleRegion() == QRegion(card->rect()), method);
                }
                side->verticalScrollBar()->setValue(0);
            }
            const int lines = static_cast<int>(linesOf(card).size());
            QVERIFY2(card->height() >= lines * card->fontMetrics().height(), method);
        }
    }

    /// Nor does it need the room that another method took.
    void aPlainStepScrollsNothingAfterAHighOne() {
        Person person;
        resize(person, {960, 600});
        const auto* bar = person.find<window::ScrollColumn>("side")->verticalScrollBar();
        choose(person, "Adam");
        QTRY_VERIFY(bar->maximum() > 0);
        choose(person, "Gradient");
        QTRY_COMPARE(bar->maximum(), 0);
        QTRY_VERIFY(person.window.findChild<window::AlphaRuler*>()->isVisible());
    }

    void theStepStaysWhereItIsWhileRunnersAreChosen() {
        for (const QSize size : {QSize(960, 600), QSize(1366, 768), QSize(1280, 800)}) {
            Person person;
            resize(person, size);
            person.trigger("addCopy");
            choose(person, "Adam");
            const int pages = person.find<QTabWidget>("charts")->count();
            for (int turn = 0; turn < 4; ++turn) {
                person.trigger("nextRunner");
                Person::settle();
                QCOMPARE(person.find<QTabWidget>("charts")->count(), pages);
            }
        }
    }

    void anotherRunnerFoldsNothingWhereThereIsRoom() {
        Person person;
        auto* charts = person.find<QTabWidget>("charts");
        for (int runners = 2; runners <= 8; ++runners) {
            person.trigger("addCopy");
            person.waitForRun();
            QTest::qWait(50);
            QVERIFY2(!charts->isAncestorOf(person.find<QWidget>("stepCard")),
                     qPrintable(QString::number(runners)));
        }
    }

    void whatLiesBelowEachOtherKeepsApart() {
        Person person;
        person.trigger("wideChart");
        Person::settle();
        const QRect picture = placeOf(person.find<QWidget>("views"));
        const QRect chart = placeOf(person.find<QWidget>("wide"));
        QVERIFY2(chart.top() - picture.bottom() > 8, "picture and chart");
        QVERIFY2(placeOf(person.find<QWidget>("transport")).top() > chart.bottom(), "transport");
    }

    void theChartIsAllInSight_data() {
        QTest::addColumn<QString>("alpha");
        QTest::addColumn<bool>("more");
        for (const char* alpha : {"0.02", "0.2"}) {
            for (const bool more : {false, true}) {
                QTest::addRow("alpha %s%s", alpha, more ? ", more" : "")
                    << QString::fromLatin1(alpha) << more;
            }
        }
    }
    void theChartIsAllInSight() {
        QFETCH(QString, alpha);
        QFETCH(bool, more);
        Person person;
        person.type(person.field("alpha"), alpha);
        person.waitForRun();
        if (more) QTest::mouseClick(person.find<QWidget>("more"), Qt::LeftButton);
        auto* charts = person.find<QTabWidget>("charts");
        auto* chart = person.find<QWidget>("convergence");
        auto* account = person.find<QScrollArea>("account");
        for (int height = 700; height >= 540; height -= 4) {
            resize(person, {960, height});
            QTest::mouseClick(charts->tabBar(), Qt::LeftButton, {},
                              charts->tabBar()->tabRect(charts->count() - 2).center());
            QVERIFY(chart->isVisible());
            QVERIFY2(!account->verticalScrollBar()->isVisible(),
                     qPrintable(QStringLiteral("scrolls at %1").arg(height)));
            QVERIFY(placeOf(account).contains(placeOf(chart)));
        }
    }

    void theCounterKeepsApartFromTheSpeed_data() {
        QTest::addColumn<QString>("iterations");
        for (const char* iterations : {"200", "1000", "100000"})
            QTest::newRow(iterations) << QString::fromLatin1(iterations);
    }
    void theCounterKeepsApartFromTheSpeed() {
        QFETCH(QString, iterations);
        Person person;
        person.type(person.field("alpha"), QStringLiteral("0.2"));
        person.type(person.field("maxIterations"), iterations);
        person.waitForRun();
        person.trigger("last");
        for (const int width : {960, 1280}) {
            resize(person, {width, 600});
            auto* counter = person.find<QLabel>("counter");
            auto* speed = person.find<QLabel>("speedLabel");
            if (!speed->isVisible()) continue;
            const int words = counter->fontMetrics().horizontalAdvance(counter->text());
            const int end = placeOf(counter).center().x() + words / 2;
            const int left = placeOf(speed).right() -
                             speed->fontMetrics().horizontalAdvance(QStringLiteral("Speed"));
            QVERIFY2(left - end >= 2 * counter->fontMetrics().averageCharWidth(),
                     qPrintable(QString::number(left - end)));
        }
    }

    void whereThereIsRoomTheCardsStandAboveTheCharts() {
        Person person;
        auto* charts = person.find<QTabWidget>("charts");
        auto* verdict = person.find<QWidget>("verdict");
        QCOMPARE(charts->count(), 2);
        resize(person, {960, 500});
        QCOMPARE(charts->count(), 3);
        QCOMPARE(charts->currentIndex(), 0);
        auto* step = person.find<QWidget>("stepCard");
        QVERIFY(charts->isAncestorOf(step) && step->isVisible());
        QVERIFY(!charts->isAncestorOf(verdict) && verdict->isVisible());
        resize(person, {1280, 800});
        QCOMPARE(charts->count(), 2);
        QVERIFY(!charts->isAncestorOf(step) && step->isVisible());
        // What became of the run comes first, then what was set, then the step and the charts.
        QVERIFY(placeOf(verdict).bottom() < placeOf(person.find<QWidget>("controls")).top());
        QVERIFY(placeOf(person.find<QWidget>("controls")).bottom() < placeOf(step).top());
        QVERIFY(placeOf(step).bottom() < placeOf(charts).top());
    }

    void noNumberIsBroken_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("projector");
        QTest::newRow("960x600") << QSize(960, 600) << false;
        QTest::newRow("1280x800") << QSize(1280, 800) << false;
        QTest::newRow("projector") << QSize(1280, 800) << true;
        QTest::newRow("small projector") << QSize(960, 600) << true;
    }
    void noNumberIsBroken() {
        QFETCH(QSize, size);
        QFETCH(bool, projector);
        Person person;
        resize(person, size);
        if (projector) person.press(Qt::Key_F11);
        resize(person, size);
        person.type(person.functionEdit(), QStringLiteral("(x-1)^2/2"));
        person.type(person.field("initialGuess"), QStringLiteral("0.1"));
        for (const char* digits : {"6 ", "17 "}) {
            for (QAction* each : person.find<QMenu>("digitsMenu")->actions())
                if (each->text().startsWith(QLatin1String(digits))) each->trigger();
            for (const char* alpha : {"0.4", "0.12345678901234567"}) {
                person.type(person.field("alpha"), QString::fromLatin1(alpha));
                person.press(Qt::Key_Return);
                person.waitForRun();
                for (const Qt::Key key : {Qt::Key_Home, Qt::Key_End}) {
                    person.press(key);
                    const auto* card = person.find<window::TextCard>("stepCard");
                    for (const QString& line : linesOf(card)) {
                        QVERIFY2(line.endsWith(u' ') || line.endsWith(u'\n') ||
                                     line.endsWith(QChar::LineSeparator),
                                 qPrintable(line));
                    }
                }
            }
        }
        if (projector) person.press(Qt::Key_F11);
    }

    void noLineOfACardBeginsWithASign_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("projector");
        QTest::newRow("960x600") << QSize(960, 600) << false;
        QTest::newRow("1280x800") << QSize(1280, 800) << false;
        QTest::newRow("projector") << QSize(1280, 800) << true;
    }
    void noLineOfACardBeginsWithASign() {
        QFETCH(QSize, size);
        QFETCH(bool, projector);
        Person person;
        resize(person, size);
        if (projector) person.press(Qt::Key_F11);
        for (QAction* digits : person.find<QMenu>("digitsMenu")->actions())
            if (digits->text().contains(QStringLiteral("17"))) digits->trigger();
        for (const char* start : {"2", "-1.3", "0.12345678901234567", "50"}) {
            person.type(person.field("initialGuess"), QString::fromLatin1(start));
            person.waitForRun();
            for (const char* name : {"stepCard", "verdict"}) {
                auto* card = person.find<window::TextCard>(name);
                for (const QString& line : linesOf(card)) {
                    const QString begin = line.trimmed();
                    const bool indented = line.startsWith(QChar(0xa0));  // "= ..." of its own
                    for (const QChar sign : {u'=', u'≈', u'<', u'>', u'·'}) {
                        QVERIFY2(indented || !begin.startsWith(sign), qPrintable(line));
                        QVERIFY2(!begin.endsWith(sign), qPrintable(line));
                    }
                }
            }
        }
        if (projector) person.press(Qt::Key_F11);
    }

    void theQuestionAboutAnUnsavedSessionHasItsWholeTitle() {
        Person person;
        person.type(person.field("alpha"), QStringLiteral("0.07"));
        int width = 0;
        QString title;
        QTimer clock;
        connect(&clock, &QTimer::timeout, this, [&] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            if (!box) return;
            clock.stop();
            width = box->width();
            title = box->windowTitle();
            box->button(QMessageBox::Cancel)->click();
        });
        clock.start(20);
        person.press(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(!title.isEmpty());
        QFont bold = QApplication::font();
        bold.setBold(true);
        const QFontMetrics metrics(bold);
        const int buttons = 5 * (metrics.height() + 6);  // an icon and four buttons
        const QString whole = title + QStringLiteral(" — Thalweg");
        QVERIFY2(width >= metrics.horizontalAdvance(whole) + buttons,
                 qPrintable(QStringLiteral("%1 in %2").arg(whole).arg(width)));
    }
};

QTEST_MAIN(TestPanel)
#include "tst_panel.moc"
