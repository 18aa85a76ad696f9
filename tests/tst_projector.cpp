// SPDX-License-Identifier: GPL-3.0-or-later
// Projector mode through its key: everything is larger, and leaving it brings everything back.
#include <QComboBox>
#include <QMenuBar>
#include <QRadioButton>
#include <QSplitter>
#include <QStyle>
#include <QStyleOptionSlider>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

#include "person.h"
#include "pixels.h"
#include "plot/look/theme.h"

namespace {

/// How large things are, by name.
QMap<QString, int> lengths(Person& person) {
    auto* table = person.find<QTableView>("iterations");
    auto* menu = person.find<QMenu>("fileMenu");
    auto* slider = person.slider("alpha");
    QStyleOptionSlider option;
    option.initFrom(slider);
    option.maximum = slider->maximum();
    option.orientation = Qt::Horizontal;
    const QRect knob = slider->style()->subControlRect(QStyle::CC_Slider, &option,
                                                       QStyle::SC_SliderHandle, slider);
    return {
        {QStringLiteral("row"), table->rowHeight(0)},
        {QStringLiteral("menu bar"), person.window.menuBar()->sizeHint().height()},
        {QStringLiteral("menu"), menu->sizeHint().height()},
        {QStringLiteral("knob"), knob.height()},
        {QStringLiteral("icon"), person.find<QToolButton>("play")->iconSize().height()},
        {QStringLiteral("field"), person.field("alpha")->sizeHint().height()},
        {QStringLiteral("choice"), person.find<QRadioButton>("descend")->sizeHint().height()},
        {QStringLiteral("tabs"), person.find<QTabBar>("tabs")->sizeHint().height()},
        {QStringLiteral("status"), person.find<QLabel>("pointer")->fontMetrics().height()},
    };
}

struct Look {
    QMap<QString, int> lengths;
    QRect place;
    QList<int> sizes;
    QFont letters;
    QFont menuLetters;
    QString style;
    insight::Range x;
    insight::Range value;
    QImage picture;  ///< without the table, whose columns only grow

    explicit Look(Person& person)
        : lengths(::lengths(person)),
          place(person.window.geometry()),
          sizes(person.find<QSplitter>("splitter")->sizes()),
          letters(QApplication::font()),
          menuLetters(QApplication::font("QMenu")),
          style(QApplication::style()->objectName()),
          x(person.curve()->range()),
          value(person.curve()->valueRange()),
          picture(person.find<QWidget>("stage")->grab().toImage()) {}
};

QString headline(Person& person) {
    auto* card = person.find<window::TextCard>("headline");
    if (!card->isVisible()) return {};
    QTextDocument text;
    text.setHtml(card->text());
    return text.toPlainText().remove(QChar(0x2060)).simplified();
}

}  // namespace

class TestProjector : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QApplication::setPalette(QPalette()); }

    /// Its letters grow, and it still covers no number of the axes.
    void theLegendStaysWithinTheAxes() {
        for (const int runners : {1, 2, 8}) {
            Person person;
            for (int more = 1; more < runners; ++more) person.press(Qt::Key_D, Qt::ControlModifier);
            person.trigger("legend");
            QVERIFY(QTest::qWaitFor([&] { return person.experiment().complete(); }, 20000));
            const auto* legend = person.curve()->findChild<QWidget*>(QStringLiteral("legendCard"));
            const QRectF usual = legend->geometry();
            const QString told = legend->accessibleDescription();
            person.press(Qt::Key_F11);
            QTest::qWait(100);
            QVERIFY(legend->isVisible());
            QCOMPARE(legend->accessibleDescription(), told);
            const QRectF axes = person.curve()->axes();
            QVERIFY(axes.adjusted(-1, -1, 1, 1).contains(legend->geometry()));
            if (runners == 1) QVERIFY(legend->height() > 1.2 * usual.height());
            person.press(Qt::Key_F11);
        }
    }

    void enlargesAllByOneKeyAndBringsItBackExactly() {
        Person person;
        person.window.resize(1000, 640);
        person.find<QTabWidget>("charts")->setCurrentIndex(1);
        person.waitForRun();
        person.waitForBasins();
        person.curve()->setFocus();
        QTest::qWait(200);
        const Look before(person);
        person.press(Qt::Key_F11);
        QTest::qWait(100);
        QVERIFY(person.window.isFullScreen());
        const QMap<QString, int> large = lengths(person);
        for (auto it = large.begin(); it != large.end(); ++it) {
            // On this narrow screen the letters of the panel stay nearly as they are.
            QVERIFY2(it.value() >= 1.25 * before.lengths[it.key()], qPrintable(it.key()));
        }
        person.press(Qt::Key_F11);
        person.waitForBasins();
        QTest::qWait(200);
        QVERIFY(!person.window.isFullScreen());
        const Look after(person);
        for (auto it = after.lengths.begin(); it != after.lengths.end(); ++it) {
            QVERIFY2(it.value() == before.lengths[it.key()], qPrintable(it.key()));
        }
        QCOMPARE(after.place, before.place);
        QCOMPARE(after.sizes, before.sizes);
        QCOMPARE(after.letters, before.letters);
        QCOMPARE(after.menuLetters, before.menuLetters);
        QCOMPARE(after.style, before.style);
        QVERIFY(after.x == before.x && after.value == before.value);
        QCOMPARE(after.picture, before.picture);
    }

    void aWindowThatIsClosedInProjectorModeLeavesTheProgramAsItWas() {
        const QFont letters = QApplication::font();
        const QString style = QApplication::style()->objectName();
        model::Preferences preferences;
        {
            Person person;
            const QList<int> sizes = person.find<QSplitter>("splitter")->sizes();
            person.press(Qt::Key_F11);
            preferences = person.window.preferences();
            QCOMPARE(preferences.splitter, sizes);
        }
        QCOMPARE(QApplication::font(), letters);
        QCOMPARE(QApplication::style()->objectName(), style);
        {
            Person person(preferences);
            QVERIFY(person.window.isFullScreen());
            person.curve()->setFocus();
            person.press(Qt::Key_F11);
            QVERIFY(!person.window.isFullScreen());
            QCOMPARE(QApplication::font(), letters);
        }
    }

    void cutsNoTab() {
        Person person;
        person.press(Qt::Key_F11);
        QTest::qWait(100);
        for (const auto* bar : person.window.findChildren<QTabBar*>()) {
            QVERIFY(bar->width() >= bar->sizeHint().width());
            for (int i = 0; i < bar->count(); ++i)
                QVERIFY(!bar->isTabVisible(i) || bar->rect().contains(bar->tabRect(i)));
        }
        person.press(Qt::Key_F11);
    }

    void tellsOfTheRunOnThePicture() {
        Person person;
        QCOMPARE(headline(person), QString());
        person.waitForRun();
        person.press(Qt::Key_F11);
        QVERIFY2(headline(person).startsWith(QStringLiteral("α = 0.02")),
                 qPrintable(headline(person)));
        QVERIFY(headline(person).contains(QStringLiteral("n = 0 of 48")));
        QVERIFY(headline(person).contains(QStringLiteral("Reached a local minimum")));
        person.press(Qt::Key_Right);
        person.press(Qt::Key_Right);
        QVERIFY(headline(person).contains(QStringLiteral("n = 2 of 48")));
        person.window.showNormal();
        person.window.resize(800, 520);
        QTRY_VERIFY(headline(person).contains(QStringLiteral("reached a minimum at 1.347")));
        QVERIFY(headline(person).contains(QStringLiteral("n = 2 of 48")));
        person.press(Qt::Key_F11);
        QCOMPARE(headline(person), QString());
    }

    void tellsWhichRunnerItIsAndItsKnobs() {
        Person person;
        auto* method = person.find<QComboBox>("method");
        method->setCurrentIndex(method->findText(QStringLiteral("Momentum")));
        Q_EMIT method->activated(method->currentIndex());
        person.waitForRun();
        person.press(Qt::Key_F11);
        QVERIFY2(headline(person).contains(QStringLiteral("β = 0.9")),
                 qPrintable(headline(person)));
        QVERIFY(!headline(person).contains(QStringLiteral("Momentum")));
        person.press(Qt::Key_D, Qt::ControlModifier);
        person.waitForRun();
        QVERIFY2(headline(person).startsWith(QStringLiteral("Momentum")),
                 qPrintable(headline(person)));
        person.press(Qt::Key_F11);
    }

    void thePictureIsTheLargestThingAtEverySize_data() {
        QTest::addColumn<int>("runners");
        QTest::newRow("one runner") << 1;
        QTest::newRow("three runners") << 3;
    }
    void thePictureIsTheLargestThingAtEverySize() {
        QFETCH(int, runners);
        for (const QSize size : {QSize(960, 540), QSize(1280, 800), QSize(1366, 768)}) {
            Person person;
            person.type(person.functionEdit(), QStringLiteral("(1-x)^2+100*(y-x^2)^2"));
            person.waitForRun();
            for (int more = 1; more < runners; ++more) person.trigger("addCopy");
            person.press(Qt::Key_F11);
            person.window.showNormal();
            person.window.resize(size);
            QTest::qWait(200);
            const QSize picture = person.find<QWidget>("map")->size();
            QVERIFY2(picture.width() >= 0.65 * size.width(),
                     qPrintable(QString::number(picture.width())));
            QVERIFY2(picture.height() >= 0.6 * size.height(),
                     qPrintable(QString::number(picture.height())));
            person.press(Qt::Key_F11);
        }
    }

    /// They come after the size does where the window has filled its screen before.
    void aWindowIsLowOnceItsLettersAreLarge() {
        Person person;
        person.press(Qt::Key_F11);
        QTest::qWait(100);
        QVERIFY(person.find<QTabBar>("tabs")->isVisible());
        QFont letters = QApplication::font();
        letters.setPointSizeF(1.3 * letters.pointSizeF());
        QApplication::setFont(letters);
        QTRY_VERIFY(!person.find<QTabBar>("tabs")->isVisible());
        person.press(Qt::Key_F11);
        QVERIFY(person.find<QTabBar>("tabs")->isVisible());
    }

    void thePictureKeepsMostOfALowWindow_data() {
        QTest::addColumn<QByteArray>("colours");
        QTest::newRow("light") << QByteArray("lightColours");
        QTest::newRow("dark") << QByteArray("darkColours");
    }
    void thePictureKeepsMostOfALowWindow() {
        QFETCH(QByteArray, colours);
        Person person;
        person.trigger(colours);
        person.type(person.functionEdit(), QStringLiteral("x^4/4-x^2/2"));
        person.type(person.field("initialGuess"), QStringLiteral("0.3"));
        person.type(person.field("alpha"), QStringLiteral("1.1"));
        person.waitForRun();
        person.press(Qt::Key_F11);
        person.window.showNormal();
        for (const bool side : {true, false}) {
            if (!side) person.press(Qt::Key_F9);
            person.window.resize(960, 540);
            QTest::qWait(200);
            QVERIFY2(headline(person).contains(QStringLiteral("swings between 2 places forever")),
                     qPrintable(headline(person)));
            QVERIFY2(headline(person).contains(QStringLiteral("of 200")),
                     qPrintable(headline(person)));
            QVERIFY2(person.curve()->width() >= 0.6 * 960,
                     qPrintable(QString::number(person.curve()->width())));
            const int height = person.curve()->height();
            QVERIFY2(height >= 0.6 * 540, qPrintable(QString::number(height)));
            const double curve = person.curve()->strip().top();
            QVERIFY2(curve >= 0.4 * 540, qPrintable(QString::number(curve)));
            // The headline is as high as its words.
            auto* card = person.find<window::TextCard>("headline");
            const QImage words = card->grab().toImage();
            const QRgb ground = words.pixel(2, words.height() - 1);
            int bottom = words.height();
            const auto blank = [&](int y) {
                for (int x = 0; x < words.width(); ++x)
                    if (words.pixel(x, y) != ground) return false;
                return true;
            };
            while (bottom > 0 && blank(bottom - 1)) --bottom;
            QVERIFY2(words.height() - bottom < card->fontMetrics().height(),
                     qPrintable(QString::number(words.height() - bottom)));
        }
        person.press(Qt::Key_F9);
        person.press(Qt::Key_F11);
        QVERIFY(person.find<QTabBar>("tabs")->isVisible());
        QVERIFY(person.find<QLabel>("message")->isVisible());
    }

    void namesTheHorizontalAxisInALowWindow() {
        Person person;
        person.waitForRun();
        person.press(Qt::Key_F11);
        person.window.showNormal();
        person.window.resize(960, 540);
        QTest::qWait(200);
        const plot::Theme theme = plot::Theme::light();
        for (const auto& [name, key] :
             {std::pair("curve", Qt::Key_1), std::pair("cobweb", Qt::Key_2),
              std::pair("bifurcation", Qt::Key_3)}) {
            auto* view = person.find<QWidget>(name);
            person.press(key, Qt::ControlModifier);
            QTest::qWait(100);
            const QImage image = view->grab().toImage();
            const int letter = view->fontMetrics().height();
            const QRect corner(image.width() - letter - 8, image.height() - letter - 8, letter,
                               letter);
            QVERIFY2(pixelsLike(image, theme.text, corner, 120) > 10, name);
        }
        person.press(Qt::Key_F11);
    }

    /// On the picture; before the reasons it is whole.
    void theVerdictStandsOnceUntilTheReasonsAreAskedFor() {
        Person person;
        person.waitForRun();
        person.press(Qt::Key_F11);
        person.window.showNormal();
        person.window.resize(960, 540);
        QTest::qWait(200);
        const auto* card = person.find<QWidget>("verdict");
        QVERIFY(headline(person).contains(QStringLiteral("minimum")));
        QVERIFY(!card->isVisible());
        QCOMPARE(person.find<QLabel>("ending")->text(), QStringLiteral("Arrived"));
        person.find<QToolButton>("why")->click();
        QTest::qWait(200);
        QCOMPARE(card->visibleRegion().boundingRect(), card->rect());
        QVERIFY(card->height() >= 2 * card->fontMetrics().lineSpacing());
        person.find<QToolButton>("why")->click();
        person.press(Qt::Key_F11);
        QVERIFY(card->isVisible());
    }

    void noPartOfTheTransportCoversAnother() {
        Person person;
        person.type(person.functionEdit(), QStringLiteral("x^2"));
        person.type(person.field("alpha"), QStringLiteral("1e-6"));
        const auto* transport = person.find<QWidget>("transport");
        const auto apart = [&] {
            QTest::qWait(50);
            QList<const QWidget*> seen;
            for (const auto* part : transport->findChildren<const QWidget*>())
                if (part->isVisible()) seen += part;
            for (const auto* one : seen) {
                for (const auto* other : seen)
                    QVERIFY2(one == other || !one->geometry().intersects(other->geometry()),
                             qPrintable(one->objectName() + u' ' + other->objectName()));
            }
        };
        for (const bool projector : {false, true}) {
            if (projector) person.press(Qt::Key_F11);
            person.window.showNormal();
            for (const int width : {960, 1100, 1280, 1366}) {
                person.window.resize(width, 540);
                for (int turn = 0; turn < 2; ++turn) {
                    person.trigger("showSide");
                    for (const char* most : {"200", "1000000"}) {
                        person.type(person.field("maxIterations"), QString::fromLatin1(most));
                        person.waitForRun();
                        person.press(Qt::Key_Return);
                        person.press(Qt::Key_Home);
                        apart();
                        person.press(Qt::Key_Space);
                        QTest::qWait(300);
                        person.press(Qt::Key_Space);
                        apart();
                        person.press(Qt::Key_End);
                        apart();
                    }
                }
            }
        }
        person.press(Qt::Key_F11);
    }

    void theTimelineStaysLongInSmallWindows() {
        Person person;
        person.waitForRun();
        person.press(Qt::Key_F11);
        person.window.showNormal();
        for (const QSize size : {QSize(960, 600), QSize(1000, 640), QSize(1366, 768)}) {
            person.window.resize(size);
            QTest::qWait(100);
            auto* timeline = person.find<QSlider>("timeline");
            const int knob = timeline->style()->pixelMetric(QStyle::PM_SliderLength);
            QVERIFY2(timeline->width() >= 6 * knob, qPrintable(QString::number(timeline->width())));
            const auto* transport = person.find<QWidget>("transport");
            for (const auto* part : transport->findChildren<QWidget*>())
                if (part->isVisible()) QVERIFY(transport->rect().contains(part->geometry()));
        }
        QVERIFY(person.find<QWidget>("speed")->isVisible());
        person.press(Qt::Key_F11);
    }

    void theChartsLieInSightInSmallWindows() {
        Person person;
        person.waitForRun();
        person.press(Qt::Key_F11);
        person.window.showNormal();
        person.window.resize(960, 600);
        QTest::qWait(200);
        auto* charts = person.find<QTabWidget>("charts");
        charts->setCurrentWidget(person.find<QWidget>("convergence"));
        QTest::qWait(50);
        const auto placeOf = [](const QWidget* widget) {
            return QRect(widget->mapToGlobal(QPoint(0, 0)), widget->size());
        };
        const auto* headline = person.find<QWidget>("headline");
        QVERIFY2(headline->height() <= 3 * headline->fontMetrics().lineSpacing() + 4,
                 qPrintable(QString::number(headline->height())));
        const QRect chart = placeOf(person.find<QWidget>("convergence"));
        QVERIFY2(chart.height() >= 2 * charts->fontMetrics().height(),
                 qPrintable(QString::number(chart.height())));
        QVERIFY(placeOf(person.find<QWidget>("side")).contains(chart));
        QVERIFY(placeOf(person.find<QWidget>("account")).contains(chart));
        person.press(Qt::Key_F11);
    }

    void theBallIsWholeAtTheUpperEdge() {
        for (const bool projector : {false, true}) {
            Person person;
            person.waitForRun();
            if (projector) person.press(Qt::Key_F11);
            QTest::qWait(100);
            person.curve()->setFocus();
            for (int i = 0; i < 3; ++i) person.press(Qt::Key_Down, Qt::ShiftModifier);
            // As high as the view goes.
            const double top = person.curve()->valueRange().high;
            double x = person.curve()->range().high;
            QVERIFY(person.curve()->value(x) > top);
            while (x > 1 && person.curve()->value(x) > top) x -= 1e-3;
            person.type(person.field("initialGuess"), QString::number(x, 'g', 9));
            person.waitForRun();
            const QPointF at = person.curve()->pixel(x, person.curve()->value(x));
            const double diameter = 18 * (projector ? plot::Theme::projectorFactor : 1);
            QVERIFY2(at.y() >= diameter, qPrintable(QString::number(at.y())));
            if (projector) person.press(Qt::Key_F11);
        }
    }

    void theNameOfTheStartHidesNothingOfTheCurve_data() {
        QTest::addColumn<QString>("start");
        for (const char* start : {"0.1", "0.2", "1", "2"})
            QTest::newRow(start) << QString::fromLatin1(start);
    }
    void theNameOfTheStartHidesNothingOfTheCurve() {
        QFETCH(QString, start);
        Person person;
        person.type(person.field("initialGuess"), start);
        person.press(Qt::Key_Return);
        person.press(Qt::Key_F11);
        person.window.showNormal();
        person.window.resize(960, 540);
        person.waitForRun();
        person.waitForBasins();
        const auto line = [&] {
            const QImage picture = person.curve()->picture(person.curve()->size());
            return pixelsLike(picture, plot::Theme::light().curve, picture.rect(), 60);
        };
        const int named = line();
        person.curve()->setStepsNamed(false);
        QCOMPARE(named, line());
        person.press(Qt::Key_F11);
    }

    void noWordsStandOverAnotherMark() {
        Person person;
        person.press(Qt::Key_F11);
        person.window.showNormal();
        person.window.resize(960, 540);
        person.waitForRun();
        person.waitForBasins();
        const QImage picture = person.curve()->picture(person.curve()->size());
        const auto& points = person.experiment().points();
        const auto hill = std::ranges::find(points, insight::StationaryKind::Maximum,
                                            &insight::StationaryPoint::kind);
        QVERIFY(hill != points.end());
        const QPoint at = person.curve()->pixel(hill->x, hill->value).toPoint();
        const int top = person.curve()->pixel(0, person.curve()->valueRange().high).toPoint().y();
        const QRect words(at.x() - 5, top, 60, at.y() - 12 - top);
        QCOMPARE(pixelsLike(picture, plot::Theme::light().text, words, 60), 0);
        person.press(Qt::Key_F11);
    }

    void namesTheFirstSteps() {
        Person person;
        person.trigger("showSide");  // the screen of a test is small
        person.press(Qt::Key_F11);
        person.press(Qt::Key_End);
        QTest::qWait(100);
        // The ink of the name of step 1, right below its place.
        const auto ink = [&] {
            const QImage picture = person.curve()->picture(person.curve()->size());
            const descent::Step step = person.experiment().trajectory()[1];
            const QPoint at = person.curve()->pixel(step.at[0], step.value).toPoint();
            const QColor text = plot::Theme::light().text;
            int found = 0;
            for (int x = at.x() + 5; x < at.x() + 40; ++x) {
                for (int y = at.y(); y < at.y() + 40; ++y) {
                    if (!picture.rect().contains(x, y)) continue;
                    const QColor seen = picture.pixelColor(x, y);
                    if (std::abs(seen.red() - text.red()) + std::abs(seen.green() - text.green()) +
                            std::abs(seen.blue() - text.blue()) <
                        40) {
                        ++found;
                    }
                }
            }
            return found;
        };
        const int named = ink();
        person.curve()->setStepsNamed(false);
        QVERIFY2(named > ink() + 10, qPrintable(QString::number(named)));
    }
};

QTEST_MAIN(TestProjector)
#include "tst_projector.moc"
