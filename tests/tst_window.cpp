// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QMenu>
#include <QRadioButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTextDocument>
#include <QToolButton>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <ctime>

#include "person.h"
#include "plot/view/cobwebview.h"
#include "plot/view/convergenceview.h"
#include "plot/view/mapview.h"
#include "session/wording/wording.h"
#include "slowfunctions.h"
#include "window/panels/gallery.h"
#include "window/panels/iterationtable.h"
#include "window/widgets/numberfield.h"

namespace {

QPoint rounded(QPointF point) {
    return point.toPoint();
}

/// One click of the wheel, towards the screen or (-1) away from it.
void turnWheel(QWidget* widget, QPoint at, int direction = 1) {
    QWheelEvent event(at, widget->mapToGlobal(at), {}, {0, 120 * direction}, {}, {}, {}, false);
    QApplication::sendEvent(widget, &event);
}

const QString longToRun = QStringLiteral("sin(cos(sin(cos(sin(cos(x))))))+atan(exp(sin(x)))+x^2");

double processorSeconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

}  // namespace

class TestWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setEffectEnabled(Qt::UI_AnimateMenu, false); }

    void startsWithTheDoubleWell() {
        Person person;
        QCOMPARE(person.functionEdit()->text(), QStringLiteral("x^4-4*x^2+x"));
        QVERIFY2(person.message().contains(QStringLiteral("4<i>x</i><sup>3</sup>")),
                 qPrintable(person.message()));
        QCOMPARE(person.experiment().verdict()->steps, 48);
        QVERIFY(person.verdict().contains(QStringLiteral("1.347")));
        QCOMPARE(person.position(), 0.0);
    }

    void givesThePictureMostOfTheWindow() {
        Person person;
        const QSize plot = person.curve()->size();
        const QSize whole = person.window.size();
        QVERIFY2(plot.width() * plot.height() >= 0.6 * whole.width() * whole.height(),
                 qPrintable(QStringLiteral("%1x%2").arg(plot.width()).arg(plot.height())));
    }

    void fitsASmallScreen() {
        Person person;
        person.window.resize(960, 600);
        Person::settle();
        QCOMPARE(person.window.size(), QSize(960, 600));
        for (const auto* widget : person.window.findChildren<QWidget*>()) {
            if (!widget->isVisible() || widget->isWindow()) continue;
            const QSize least = widget->minimumSizeHint();
            if (!least.isValid() || widget->inherits("QLabel")) continue;
            QVERIFY2(widget->height() >= std::min(least.height(), widget->maximumHeight()),
                     qPrintable(widget->objectName()));
        }
    }

    void showsANewFunctionAsItIsTyped() {
        Person person;
        person.type(person.functionEdit(), QStringLiteral("x^2"));
        QVERIFY(person.message().contains(QStringLiteral("2<i>x</i>")));
        QCOMPARE(person.experiment().session().function.text(), QStringLiteral("x^2"));
        QCOMPARE(person.experiment().trajectory()[1].at[0], 1.92);
        QCOMPARE(person.curve()->value(3), 9.0);
    }

    void saysWhatIsWrongAndKeepsTheLastCurve_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("operand") << QStringLiteral("2+");
        QTest::newRow("assignment") << QStringLiteral("x=3");
        QTest::newRow("comma") << QStringLiteral("x,1");
        QTest::newRow("unknown function") << QStringLiteral("foo(x)");
        QTest::newRow("nine variables") << QStringLiteral("a+b+c+d+g+h+j+k+w");
        QTest::newRow("quotes") << QStringLiteral("\"a\"");
        QTest::newRow("too large") << QStringLiteral("1e400");
        QTest::newRow("brackets") << QString(100'000, QLatin1Char('('));
        QTest::newRow("a million") << QString(1'000'000, QLatin1Char('x'));
        QTest::newRow("control") << QStringLiteral("x\u0007+1");
    }

    void saysWhatIsWrongAndKeepsTheLastCurve() {
        QFETCH(QString, text);
        Person person;
        const descent::Trajectory before = person.experiment().trajectory();
        if (text.isEmpty()) {
            person.type(person.functionEdit(), text);
        } else {
            person.paste(person.functionEdit(), text);
        }
        QVERIFY(person.find<QLabel>("message")->property("fault").toBool());
        const QString message = person.message();
        QVERIFY2(message.endsWith(QLatin1Char('.')) || message.endsWith(QLatin1Char('?')),
                 qPrintable(message));
        QVERIFY(message.size() < 200);
        QCOMPARE(person.experiment().session().function.text(), QStringLiteral("x^4-4*x^2+x"));
        QCOMPARE(person.experiment().trajectory().size(), before.size());
        QCOMPARE(person.curve()->value(2), 2.0);

        person.type(person.functionEdit(), QStringLiteral("x^4-4*x^2+x"));
        QVERIFY(!person.find<QLabel>("message")->property("fault").toBool());
    }

    void explainsAFunctionWithoutValues_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("1/0") << QStringLiteral("1/0");
        QTest::newRow("root") << QStringLiteral("sqrt(-1-x^2)");
        QTest::newRow("tower") << QStringLiteral("9^(9^9)");
        QTest::newRow("ln from -1") << QStringLiteral("ln(x-9)");
    }

    void explainsAFunctionWithoutValues() {
        QFETCH(QString, text);
        Person person;
        person.type(person.functionEdit(), text);
        person.waitForRun();
        QCOMPARE(person.experiment().verdict()->steps, 0);
        QVERIFY(!person.verdict().isEmpty());
        person.curve()->setFocus();
        person.press(Qt::Key_Space);
        person.press(Qt::Key_End);
        QCOMPARE(person.position(), 0.0);
    }

    void keepsTheLastGoodNumber_data() {
        QTest::addColumn<QByteArray>("parameter");
        QTest::addColumn<QString>("text");
        for (const char* text : {"0", "-1", "nan", "inf", "abc", "", "1001", "0,5"}) {
            QTest::addRow("alpha %s", text) << QByteArray("alpha") << QString::fromLatin1(text);
        }
        for (const char* text : {"nan", "inf", "abc", "", "1e400", "1e13"}) {
            QTest::addRow("x0 %s", text) << QByteArray("initialGuess") << QString::fromLatin1(text);
        }
        for (const char* text : {"0", "-3", "1.5", "1000000000000", "many"}) {
            QTest::addRow("max %s", text)
                << QByteArray("maxIterations") << QString::fromLatin1(text);
        }
    }

    void keepsTheLastGoodNumber() {
        QFETCH(QByteArray, parameter);
        QFETCH(QString, text);
        Person person;
        const session::Session before = person.experiment().session();
        QLineEdit* field = person.field(parameter);
        const QString shown = field->text();
        person.paste(field, text.isEmpty() ? QStringLiteral(" ") : text);
        QTRY_VERIFY(person.fault(parameter).endsWith(QLatin1Char('.')));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(person.experiment().session() == before);
        person.curve()->setFocus();
        Person::settle();
        QCOMPARE(person.fault(parameter), QString());
        QCOMPARE(field->text(), shown);
    }

    void aPrefixOfANumberIsNoFaultYet() {
        Person person;
        person.field("alpha")->setFocus();
        person.field("alpha")->selectAll();
        QTest::keyClicks(person.field("alpha"), QStringLiteral("0.0"));
        QCOMPARE(person.fault("alpha"), QString());
        QTest::keyClicks(person.field("alpha"), QStringLiteral("5"));
        QTest::qWait(700);
        QCOMPARE(person.fault("alpha"), QString());
        QCOMPARE(person.experiment().session().settings.alpha, 0.05);
    }

    void anInvalidNumberBringsBackTheOneBeforeTheTyping() {
        Person person;
        person.type(person.field("alpha"), QStringLiteral("1001"));
        QTest::keyClick(person.field("alpha"), Qt::Key_Return);
        QCOMPARE(person.experiment().session().settings.alpha, 0.02);
        QVERIFY(!person.fault("alpha").isEmpty());
        QTest::keyClick(person.field("alpha"), Qt::Key_Escape);
        QCOMPARE(person.field("alpha")->text(), QStringLiteral("0.02"));
        QCOMPARE(person.fault("alpha"), QString());
    }

    void acceptsAFormulaAsInitialGuess() {
        Person person;
        person.paste(person.field("initialGuess"), QStringLiteral("π/2"));
        QCOMPARE(person.experiment().session().initialGuess[0], std::acos(0.0));
    }

    void wordsEveryOutcome_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<QString>("guess");
        QTest::addColumn<QString>("alpha");
        QTest::addColumn<QString>("word");
        const auto row = [](const char* name, const char* function, const char* guess,
                            const char* alpha, const char* word) {
            QTest::newRow(name) << QString::fromLatin1(function) << QString::fromLatin1(guess)
                                << QString::fromLatin1(alpha) << QString::fromLatin1(word);
        };
        row("converged", "x^2", "4", "0.1", "minimum");
        row("on a maximum", "sin(x)", "pi/2", "0.1", "maximum");
        row("max-iterations", "x^3", "0.7", "0.1", "Crawls");
        row("cycle", "x^2", "4", "1", "2 points");
        row("diverged", "x^2", "4", "1.5", "Diverged");
        row("left-domain", "ln(x)", "0.5", "0.4", "Left the domain");
        row("starts outside", "ln(x)", "-1", "0.4", "outside the domain");
        row("stalled", "x/1000", "1e10", "1e-6", "is lost");
    }

    void wordsEveryOutcome() {
        QFETCH(QString, function);
        QFETCH(QString, guess);
        QFETCH(QString, alpha);
        QFETCH(QString, word);
        Person person;
        person.type(person.functionEdit(), function);
        person.type(person.field("initialGuess"), guess);
        person.type(person.field("alpha"), alpha);
        person.waitForRun();
        QVERIFY2(person.verdict().contains(word), qPrintable(person.verdict()));
    }

    void spacePlaysAndPauses() {
        Person person;
        person.press(Qt::Key_Space);
        QVERIFY(person.experiment().player().playing());
        QVERIFY(QTest::qWaitFor([&] { return person.position() > 0.5; }));
        person.press(Qt::Key_Space);
        const double held = person.position();
        QVERIFY(!person.experiment().player().playing());
        QTest::qWait(100);
        QCOMPARE(person.position(), held);
    }

    void playsToTheEndAndRests() {
        Person person;
        person.slider("alpha");
        person.find<QSlider>("speed")->setValue(300);
        person.press(Qt::Key_Space);
        QVERIFY(QTest::qWaitFor([&] { return !person.experiment().player().playing(); }));
        QCOMPARE(person.position(), 48.0);
    }

    void arrowsStep() {
        Person person;
        person.press(Qt::Key_Right);
        person.press(Qt::Key_Right);
        QCOMPARE(person.position(), 2.0);
        person.press(Qt::Key_Left);
        QCOMPARE(person.position(), 1.0);
        person.press(Qt::Key_End);
        QCOMPARE(person.position(), 48.0);
        person.press(Qt::Key_Home);
        QCOMPARE(person.position(), 0.0);
    }

    void aFocusedSliderKeepsItsKeys() {
        Person person;
        person.slider("alpha")->setFocus();
        const double before = person.experiment().session().settings.alpha;
        person.press(Qt::Key_Right);
        QCOMPARE(person.position(), 0.0);
        QVERIFY(person.experiment().session().settings.alpha > before);
        person.press(Qt::Key_Space);
        QVERIFY(person.experiment().player().playing());
    }

    void spaceInTheFunctionFieldIsABlank() {
        Person person;
        person.type(person.functionEdit(), QStringLiteral("x^2 + 1"));
        QVERIFY(!person.experiment().player().playing());
        QCOMPARE(person.experiment().session().function.text(), QStringLiteral("x^2 + 1"));
    }

    void draggingTheBallMovesTheStart() {
        Person person;
        QWidget* stage = person.stage();
        const auto at = [&](QPointF place) {
            return stage->mapFrom(person.curve(), rounded(place));
        };
        QTest::mousePress(stage, Qt::LeftButton, {}, at(person.curve()->ballCentre()));
        for (const double x : {1.8, 1.5, 1.0}) {
            QTest::mouseMove(stage, at(person.curve()->pixel(x, person.curve()->value(x))));
            Person::settle();
            QVERIFY(std::abs(person.experiment().session().initialGuess[0] - x) < 0.06);
        }
        QTest::mouseRelease(stage, Qt::LeftButton, {},
                            at(person.curve()->pixel(1, person.curve()->value(1))));
        Person::settle();
        QCOMPARE(person.position(), 0.0);
        QCOMPARE(person.experiment().trajectory()[0].at[0],
                 person.experiment().session().initialGuess[0]);
        QCOMPARE(person.field("initialGuess")->text(),
                 session::number(person.experiment().session().initialGuess[0]));
    }

    void clickingTheCurveSetsTheStart() {
        Person person;
        QWidget* stage = person.stage();
        const QPointF place = person.curve()->pixel(-1, person.curve()->value(-1));
        QTest::mouseClick(stage, Qt::LeftButton, {},
                          stage->mapFrom(person.curve(), rounded(place)));
        Person::settle();
        QVERIFY(std::abs(person.experiment().session().initialGuess[0] + 1) < 0.02);
        QVERIFY(person.experiment().verdict()->last.at[0] < -1.4);
    }

    void thePointerReadsTheCurve() {
        Person person;
        QWidget* stage = person.stage();
        const QPointF place = person.curve()->pixel(0.5, 5);
        QTest::mouseMove(stage, stage->mapFrom(person.curve(), rounded(place)));
        Person::settle();
        const QString text = person.window.findChild<QLabel*>(QStringLiteral("pointer"))->text();
        QVERIFY2(text.contains(QStringLiteral("f(x)")) && text.contains(QStringLiteral("f′(x)")),
                 qPrintable(text));
        QVERIFY2(!text.contains(QLatin1Char('&')), qPrintable(text));
    }

    void panZoomAndFit() {
        Person person;
        plot::CurveView* curve = person.curve();
        const insight::Range home = curve->range();
        person.press(Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(curve->range().width() < home.width());
        person.press(Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(curve->range().low, home.low);
        QCOMPARE(curve->range().high, home.high);

        QWidget* stage = person.stage();
        const QPoint from = stage->mapFrom(curve, rounded(curve->pixel(-2, 8)));
        QTest::mousePress(stage, Qt::LeftButton, {}, from);
        QTest::mouseMove(stage, from + QPoint(40, 20));
        QTest::mouseMove(stage, from + QPoint(80, 40));
        QTest::mouseRelease(stage, Qt::LeftButton, {}, from + QPoint(80, 40));
        Person::settle();
        QVERIFY(curve->range().low < home.low);
        QVERIFY(person.experiment().session().range == curve->range());
        QTest::mouseDClick(stage, Qt::LeftButton, {}, from);
        Person::settle();
        QCOMPARE(curve->range().low, home.low);
    }

    void theVerdictKnowsWhatIsInView() {
        Person person;
        const QString lower = QStringLiteral("A lower one lies");
        QVERIFY2(person.verdict().contains(lower), qPrintable(person.verdict()));
        for (int i = 0; i < 10; ++i) person.press(Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY2(!person.verdict().contains(QLatin1String("lower")), qPrintable(person.verdict()));
        person.press(Qt::Key_0, Qt::ControlModifier);
        QVERIFY(person.verdict().contains(lower));
    }

    void theTimelineScrubs() {
        Person person;
        auto* timeline = person.find<QSlider>("timeline");
        QTest::mouseClick(timeline, Qt::LeftButton, {},
                          QPoint(timeline->width() / 2, timeline->height() / 2));
        Person::settle();
        QVERIFY2(std::abs(person.position() - 24) < 1,
                 qPrintable(QString::number(person.position())));
        timeline->setFocus();
        person.press(Qt::Key_Right);
        QCOMPARE(person.position(), std::floor(person.position()));
    }

    void theStepCardShowsTheStepOfTheArrow() {
        Person person;
        const auto shows = [&](std::initializer_list<const char*> parts) {
            QString text = person.find<window::TextCard>("stepCard")->text();
            text.replace(QStringLiteral("&nbsp;"), QStringLiteral(" "));
            return std::all_of(parts.begin(), parts.end(), [&](const char* part) {
                return text.contains(QString::fromUtf8(part));
            });
        };
        // x₁ = 2 − 0.02 · 17 = 1.66, and x₂ = 1.66 − 0.02 · 6.01718
        QVERIFY(shows({"2 − 0.02 · 17", "<b>1.66</b>"}));
        person.press(Qt::Key_Right);
        QVERIFY(shows({"1.66 − 0.02 · 6.01718"}));
        person.press(Qt::Key_End);
        QVERIFY(shows({"<sub>48</sub>"}));
    }

    /// By hand: m₁ = 0.1 · 8, v₁ = 0.001 · 8², and their hats undo these factors.
    void theStepCardHasAllThatAStepOfAdamTakes() {
        QApplication::clipboard()->setText(
            QStringLiteral("thalweg --function x^2 --initial-guess 4 --alpha 0.1 --method adam"));
        Person person;
        person.press(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        person.waitForRun();
        person.press(Qt::Key_Home);
        const auto told = [&] {
            QTextDocument text;
            text.setHtml(person.find<window::TextCard>("stepCard")->text());
            return text.toPlainText().simplified();
        };
        for (const char* part :
             {"0.9 · 0 + 0.1 · 8 = 0.8", "0.999 · 0 + 0.001 · 8² = 0.064", "m̂1 = m1/(1 − 0.91) = 8",
              "v̂1 = v1/(1 − 0.9991) = 64", "4 − 0.1 · 8/(√64 + 10⁻⁸) = 3.9", "f: 16 → 15.21"}) {
            QVERIFY2(told().contains(QString::fromUtf8(part)), qPrintable(told()));
        }
        person.press(Qt::Key_Right);
        QVERIFY2(told().contains(QStringLiteral("m2/(1 − 0.92) = 7.89474")), qPrintable(told()));
    }

    void theTableGoesToAStep() {
        Person person;
        person.find<QTabWidget>("charts")->setCurrentIndex(1);
        Person::settle();
        auto* table = person.find<QTableView>("iterations");
        QCOMPARE(table->model()->rowCount(), 49);
        QCOMPARE(table->model()->index(1, 1).data().toString(), QStringLiteral("1.66000"));
        const QRect row = table->visualRect(table->model()->index(3, 1));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, row.center());
        Person::settle();
        QCOMPARE(person.position(), 3.0);
        table->setFocus();
        person.press(Qt::Key_End);
        QCOMPARE(person.position(), 48.0);
        QCOMPARE(table->currentIndex().row(), 48);
        for (int column = 0; column < 4; ++column) {
            const QString text = table->model()->index(48, column).data().toString();
            QVERIFY(table->columnWidth(column) > table->fontMetrics().horizontalAdvance(text));
        }
    }

    void wideNumbersHideNothingOfThePresentRow() {
        window::IterationTable table;
        descent::Trajectory trajectory;
        for (int n = 0; n < 60; ++n) {
            const double wide = n < 50 ? 1 : -1.234567890123456e-200;
            trajectory.append({n, wide, wide, wide});
        }
        table.setDigits(15);
        table.resize(320, 200);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        table.setTrajectory(trajectory);
        table.setPosition(59);
        Person::settle();
        QTRY_VERIFY(
            table.viewport()->rect().contains(table.visualRect(table.currentIndex()).center()));
        const QRect row = table.visualRect(table.model()->index(59, 0));
        QVERIFY(row.bottom() <= table.viewport()->rect().bottom());
    }

    void theCounterCountsWholeSteps() {
        Person person;
        auto* timeline = person.find<QSlider>("timeline");
        timeline->setValue(timeline->maximum() / 48 * 5 / 2);
        Person::settle();
        QVERIFY(person.position() > 2 && person.position() < 3);
        QCOMPARE(person.find<QLabel>("counter")->text(), QStringLiteral("2 / 48"));
    }

    void theConvergenceChartGoesToAStep() {
        Person person;
        auto* chart = person.find<plot::ConvergenceView>("convergence");
        QWidget* child = chart->childAt(chart->rect().center());
        QWidget* target = child ? child : chart;
        QTest::mouseClick(target, Qt::LeftButton, {}, target->rect().center());
        Person::settle();
        QVERIFY2(person.position() > 10 && person.position() < 40,
                 qPrintable(QString::number(person.position())));
    }

    void ascendsAndDescends() {
        Person person;
        person.type(person.field("initialGuess"), QStringLiteral("0.3"));
        QTest::mouseClick(person.find<QRadioButton>("ascend"), Qt::LeftButton, {}, QPoint(8, 8));
        person.waitForRun();
        QVERIFY2(person.verdict().contains(QStringLiteral("maximum")),
                 qPrintable(person.verdict()));
        QTest::mouseClick(person.find<QRadioButton>("descend"), Qt::LeftButton, {}, QPoint(8, 8));
        person.waitForRun();
        QVERIFY(person.verdict().contains(QStringLiteral("minimum")));
    }

    void everyExampleLoadsFromTheMenu() {
        Person person;
        const auto examples = session::examples();
        const auto actions = person.exampleActions();
        QCOMPARE(static_cast<std::size_t>(actions.size()), examples.size());
        for (std::size_t i = 0; i < examples.size(); ++i) {
            actions[static_cast<qsizetype>(i)]->trigger();
            person.waitForRun();
            QVERIFY(person.experiment().session() == examples[i].session);
            QCOMPARE(person.functionEdit()->text(), examples[i].session.function.text());
            QVERIFY(person.experiment().player().playing() || person.experiment().player().atEnd());
            const descent::Step start = person.experiment().trajectory()[0];
            if (start.at.size() == 1) {
                QVERIFY(person.curve()->valueRange().contains(start.value));
                continue;
            }
            const insight::Rectangle shown = person.find<plot::MapView>("map")->area();
            QVERIFY(shown.across.contains(start.at[0]) && shown.up.contains(start.at[1]));
        }
    }

    void theGalleryLoadsAnExample() {
        Person person;
        QTest::mouseClick(person.find<QToolButton>("gallery"), Qt::LeftButton);
        auto* gallery = person.window.findChild<window::Gallery*>();
        QVERIFY(gallery && gallery->isVisible());
        QTest::keyClick(gallery, Qt::Key_Down);
        QTest::keyClick(gallery, Qt::Key_Down);
        QTest::keyClick(gallery, Qt::Key_Down);
        QTest::keyClick(gallery, Qt::Key_Return);
        Person::settle();
        QVERIFY(!gallery->isVisible());
        QCOMPARE(person.experiment().session().function, session::examples()[3].session.function);
    }

    void aMillionStepsNeverBlockTheWindow() {
        Person person;
        person.type(person.functionEdit(), QStringLiteral("x^4/4-x^2/2"));
        person.type(person.field("initialGuess"), QStringLiteral("0.3"));
        person.type(person.field("alpha"), QStringLiteral("1.4"));
        person.find<QTabWidget>("charts")->setCurrentIndex(1);
        // In a frame it takes over no more steps than it can show without a pause.
        constexpr std::size_t mostAtOnce = 100'000;
        std::size_t taken = person.experiment().trajectory().size();
        std::size_t mostTaken = 0;
        int beats = 0;
        int beatsBefore = 0;
        int silentFrames = 0;
        connect(&person.experiment(), &model::Experiment::runChanged, this, [&] {
            const std::size_t size = person.experiment().trajectory().size();
            if (size < taken) taken = 0;  // another run
            mostTaken = std::max(mostTaken, size - taken);
            taken = size;
            silentFrames += std::exchange(beatsBefore, beats) == beats;
        });
        QTimer heart;
        connect(&heart, &QTimer::timeout, &heart, [&] { ++beats; });
        heart.start(0);
        // At once: typed digit by digit it would be seven runs.
        person.paste(person.field("maxIterations"), QStringLiteral("1000000"));
        QVERIFY(QTest::qWaitFor([&] { return person.experiment().verdict().has_value(); }, 60'000));
        heart.stop();
        const auto steps = person.experiment().verdict()->steps;
        QVERIFY(steps > 900'000);
        QCOMPARE(person.find<QTableView>("iterations")->model()->rowCount(), steps + 1);
        QVERIFY2(mostTaken <= mostAtOnce, qPrintable(QString::number(mostTaken)));
        // The first follows the change itself.
        QVERIFY2(silentFrames <= 1, qPrintable(QString::number(silentFrames)));
    }

    void aNewValueReplacesALongRunAtOnce() {
        Person person;
        // Slow to evaluate, so that it is far from done.
        person.paste(person.functionEdit(), longToRun);
        person.type(person.field("alpha"), QStringLiteral("1e-6"));
        person.paste(person.field("maxIterations"), QStringLiteral("1000000"));
        QVERIFY(!person.experiment().verdict());
        const run::Problem replaced{person.experiment().analysis(), 2, {1e-6, 1'000'000}};
        QElapsedTimer timer;
        timer.start();
        person.paste(person.field("alpha"), QStringLiteral("0.2"));
        person.waitForRun();
        const qint64 waited = timer.restart();
        QCOMPARE(person.experiment().verdict()->outcome, descent::Outcome::Converged);
        run::Run(replaced).wait();
        QVERIFY2(waited < timer.elapsed() / 2,
                 qPrintable(QStringLiteral("%1 of %2 ms").arg(waited).arg(timer.elapsed())));
    }

    void closesInTheMiddleOfAMillionSteps() {
        auto person = std::make_unique<Person>();
        // Slow to evaluate, so that it is far from done.
        person->paste(person->functionEdit(), longToRun);
        person->type(person->field("alpha"), QStringLiteral("1e-6"));
        person->field("maxIterations")->setFocus();
        person->field("maxIterations")->selectAll();
        QTest::keyClicks(person->field("maxIterations"), QStringLiteral("1000000"));
        QVERIFY(!person->experiment().verdict());
        const run::Problem problem{person->experiment().analysis(), 2, {1e-6, 1'000'000}};
        Answer answer(QMessageBox::Discard);
        QElapsedTimer timer;
        timer.start();
        person->window.close();
        person.reset();
        const qint64 closing = timer.restart();
        run::Run(problem).wait();
        QVERIFY2(closing < timer.elapsed() / 2,
                 qPrintable(QStringLiteral("%1 of %2 ms").arg(closing).arg(timer.elapsed())));
    }

    void answersWhilePointsAreLookedFor() {
        Person person;
        person.paste(person.functionEdit(), ruggedFunction());
        QSignalSpy found(&person.experiment(), &model::Experiment::pointsChanged);
        plot::CurveView* curve = person.curve();
        for (int i = 0; i < 5; ++i) {
            turnWheel(curve, curve->rect().center());
            QVERIFY(!person.experiment().complete());
            QCOMPARE(person.experiment().session().range, curve->range());
        }
        QVERIFY(QTest::qWaitFor([&] { return person.experiment().complete(); }, 60'000));
        // Only for the newest view.
        QCOMPARE(found.count(), 1);
        const auto& points = person.experiment().points();
        QVERIFY(points.size() > 100);
        for (const insight::StationaryPoint& point : points)
            QVERIFY(curve->range().contains(point.x));
    }

    void knowsThePointsOfAWiderViewAtOnce() {
        Person person;
        person.paste(person.functionEdit(), ruggedFunction());
        QVERIFY(QTest::qWaitFor([&] { return person.experiment().complete(); }, 60'000));
        plot::CurveView* curve = person.curve();
        turnWheel(curve, curve->rect().center());
        QVERIFY(!person.experiment().complete());
        QVERIFY(!person.experiment().points().empty());
        turnWheel(curve, curve->rect().center(), -1);
        turnWheel(curve, curve->rect().center(), -1);
        QVERIFY(!person.experiment().complete());
        // More is in view than was seen, so that the lowest is not known.
        QVERIFY(person.experiment().points().empty());
    }

    void drawsACoarseCurveFirstWhereAFineOneTakesLong() {
        Person person;
        person.paste(person.functionEdit(), ruggedFunction());
        plot::CurveView* curve = person.curve();
        turnWheel(curve, curve->rect().center());
        curve->draw();
        QVERIFY(curve->unfinished());
        QVERIFY(QTest::qWaitFor([&] { return !curve->unfinished(); }, 60'000));
        person.trigger("showCobweb");
        auto* cobweb = person.find<plot::CobwebView>("cobweb");
        cobweb->draw();
        QVERIFY(cobweb->unfinished());
        QVERIFY(QTest::qWaitFor([&] { return !cobweb->unfinished(); }, 60'000));
    }

    void aFineCurveIsOfTheFunctionThatIsShown() {
        Person person;
        plot::CurveView* curve = person.curve();
        person.paste(person.functionEdit(), ruggedFunction());
        QVERIFY(curve->unfinished());
        person.paste(person.functionEdit(), QStringLiteral("x^2"));
        QVERIFY(!curve->unfinished());
        person.waitForRun();
        person.waitForBasins();
        const QImage before = curve->grab().toImage();
        QTest::qWait(1500);  // longer than the other curve takes
        QVERIFY(curve->grab().toImage() == before);
    }

    void closesWhilePointsAreLookedFor() {
        auto person = std::make_unique<Person>();
        person->paste(person->functionEdit(), ruggedFunction());
        QVERIFY(QTest::qWaitFor([&] { return person->experiment().complete(); }, 60'000));
        const formula::Analysis analysis = person->experiment().analysis();
        const insight::Range range = person->experiment().session().range;
        turnWheel(person->curve(), person->curve()->rect().center());
        QVERIFY(!person->experiment().complete());
        Answer answer(QMessageBox::Discard);
        QElapsedTimer timer;
        timer.start();
        person.reset();
        const qint64 closing = timer.restart();
        insight::stationaryPoints(descent::Objective(analysis), range, 1200);
        QVERIFY2(closing < timer.elapsed() / 2,
                 qPrintable(QStringLiteral("%1 of %2 ms").arg(closing).arg(timer.elapsed())));
    }

    void anIdleWindowUsesNoProcessor() {
        Person person;
        person.curve()->setFocus();
        QTest::qWait(300);
        const double before = processorSeconds();
        QEventLoop loop;
        QTimer::singleShot(1000, &loop, &QEventLoop::quit);
        loop.exec();
        QVERIFY2(processorSeconds() - before < 0.05,
                 qPrintable(QString::number(processorSeconds() - before)));
    }

    void aBallAtTheEndStaysAtTheEndOfTheNextRun() {
        Person person;
        person.press(Qt::Key_End);
        person.type(person.field("alpha"), QStringLiteral("0.03"));
        QVERIFY(person.experiment().player().steps() != 48);
        QCOMPARE(person.position(), static_cast<double>(person.experiment().player().steps()));
    }

    void followsADarkPalette() {
        Person person;
        QPalette dark;
        dark.setColor(QPalette::Window, QColor(0x20, 0x22, 0x26));
        dark.setColor(QPalette::WindowText, Qt::white);
        QApplication::setPalette(dark);
        Person::settle();
        const QImage image = person.curve()->grab().toImage();
        QApplication::setPalette(QApplication::style()->standardPalette());
        QVERIFY(image.pixelColor(3, 3).lightness() < 100);
    }

    void theProjectorModeEnlargesText() {
        Person person;
        const double before = person.find<window::TextCard>("verdict")->font().pointSizeF();
        person.press(Qt::Key_F11);
        QVERIFY(person.find<window::TextCard>("verdict")->font().pointSizeF() > 1.4 * before);
        person.press(Qt::Key_F11);
        QCOMPARE(person.find<window::TextCard>("verdict")->font().pointSizeF(), before);
    }

    void everyControlHasANameAndATip() {
        Person person;
        for (const auto* widget : person.window.findChildren<QWidget*>()) {
            const bool control = qobject_cast<const QSlider*>(widget) ||
                                 qobject_cast<const QAbstractButton*>(widget) ||
                                 qobject_cast<const QLineEdit*>(widget);
            if (!control || !widget->isVisible() || widget->focusPolicy() == Qt::NoFocus) continue;
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            const bool named =
                !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            QVERIFY2(named, qPrintable(widget->objectName()));
            QVERIFY2(!widget->toolTip().isEmpty(), qPrintable(widget->objectName()));
        }
    }

    void longTipsBreakIntoLines() {
        Person person;
        for (const QWidget* widget :
             {person.find<QWidget>("cobweb"), person.find<QWidget>("bifurcation"),
              person.find<QWidget>("stepCard"), static_cast<QWidget*>(person.slider("alpha"))}) {
            QVERIFY(widget && Qt::mightBeRichText(widget->toolTip()));
        }
    }

    void aFieldShowsTheBeginningOfItsNumber_data() {
        QTest::addColumn<bool>("byMouse");
        QTest::newRow("Tab") << false;
        QTest::newRow("mouse") << true;
    }
    void aFieldShowsTheBeginningOfItsNumber() {
        QFETCH(bool, byMouse);
        window::NumberField field;
        field.resize(80, field.sizeHint().height());
        field.show();
        QVERIFY(QTest::qWaitForWindowExposed(&field));
        field.clearFocus();
        field.setValue(0.13041086988680536);
        field.grab();
        if (byMouse) {
            QTest::mouseClick(&field, Qt::LeftButton, {}, field.rect().center() + QPoint(30, 0));
        } else {
            field.setFocus(Qt::TabFocusReason);
        }
        QCOMPARE(field.text(), QStringLiteral("0.13041086988680536"));
        field.grab();
        QCOMPARE(field.cursorPositionAt({3, field.height() / 2}), 0);
    }
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
