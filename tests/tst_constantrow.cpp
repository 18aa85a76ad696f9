// SPDX-License-Identifier: GPL-3.0-or-later
// The row of constants, as a person uses it with mouse and keys.
#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QStyle>
#include <QStyleOptionSlider>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QUndoGroup>

#include "model/history.h"
#include "person.h"
#include "session/constants.h"
#include "window/constants/constantrow.h"
#include "window/text/textcard.h"
#include "window/widgets/numberfield.h"
#include "window/widgets/slider.h"

namespace {

using session::Session;

const Session& sessionOf(Person& person) {
    return person.experiment().session();
}
QWidget* row(Person& person) {
    return person.find<QWidget>("constants");
}
QSlider* slider(Person& person, const char* name) {
    return person.find<QSlider>(
        qPrintable(QStringLiteral("slider_%1").arg(QString::fromUtf8(name))));
}
QLineEdit* value(Person& person, const char* name) {
    return person.find<QLineEdit>(
        qPrintable(QStringLiteral("value_%1").arg(QString::fromUtf8(name))));
}
QToolButton* nameOf(Person& person, const char* name) {
    return person.find<QToolButton>(
        qPrintable(QStringLiteral("constant_%1").arg(QString::fromUtf8(name))));
}
double valueOf(Person& person, std::size_t place) {
    return sessionOf(person).constants.at(place).value;
}
void undo(Person& person) {
    person.press(Qt::Key_Z, Qt::ControlModifier);
}

/// Drags the handle of a slider by so many pixels, in several moves.
void drag(QSlider* slider, int by, const std::function<void()>& between = {}) {
    QStyleOptionSlider option;
    option.initFrom(slider);
    option.orientation = Qt::Horizontal;
    option.minimum = slider->minimum();
    option.maximum = slider->maximum();
    option.sliderPosition = option.sliderValue = slider->value();
    const QRect handle = slider->style()->subControlRect(QStyle::CC_Slider, &option,
                                                         QStyle::SC_SliderHandle, slider);
    const QPoint from = handle.center();
    QTest::mousePress(slider, Qt::LeftButton, {}, from);
    constexpr int moves = 5;
    for (int i = 1; i <= moves; ++i) {
        QTest::mouseMove(slider, from + QPoint(by * i / moves, 0));
        Person::settle();
        if (between) between();
    }
    QTest::mouseRelease(slider, Qt::LeftButton, {}, from + QPoint(by, 0));
    Person::settle();
}

}  // namespace

class TestConstantRow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSmallValueThatIsTypedHasAFineSlider() {
        Person person;
        person.type(person.functionEdit(), QStringLiteral("a*x^2"));
        person.press(Qt::Key_Return);
        person.type(value(person, "a"), QStringLiteral("0.01"));
        auto* slider = person.find<QSlider>("slider_a");
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Right);
        Person::settle();
        QVERIFY(valueOf(person, 0) > 0.01 && valueOf(person, 0) < 0.015);
    }

    void aRowIsThereOnlyWithConstants() {
        Person person;
        QVERIFY(!row(person)->isVisible());
        person.type(person.functionEdit(), QStringLiteral("a*x^2+b"));
        QVERIFY(row(person)->isVisible());
        QVERIFY(slider(person, "a")->isVisible() && slider(person, "b")->isVisible());
        QCOMPARE(value(person, "a")->text(), QStringLiteral("1"));
        QCOMPARE(person.message().count(QStringLiteral("<i>a</i>")), 1);
        person.type(person.functionEdit(), QStringLiteral("x^2"));
        QVERIFY(!row(person)->isVisible());
    }

    void draggingIsLiveAndOneUndoAndReadsNothing() {
        Person person;
        person.type(person.functionEdit(), QStringLiteral("a*x^2+b"));
        person.press(Qt::Key_Return);
        person.waitForRun();
        const auto analysis = sessionOf(person).function.shared();
        const insight::Range range = person.curve()->range();
        const QRectF values(0, sessionOf(person).range.low, 1, sessionOf(person).range.width());
        QSet<double> seen;
        drag(slider(person, "a"), 40, [&] {
            seen += valueOf(person, 0);
            QCOMPARE(sessionOf(person).function.shared().get(), analysis.get());
            const double x = person.experiment().trajectory().x(0);
            const double f = person.experiment().trajectory().value(0);
            QCOMPARE(f, valueOf(person, 0) * x * x + 1);
        });
        QVERIFY(seen.size() >= 4);
        QVERIFY(valueOf(person, 0) > 1);
        QCOMPARE(person.curve()->range(), range);
        QCOMPARE(value(person, "a")->text(), session::number(valueOf(person, 0)));
        person.waitForRun();
        QCOMPARE(person.find<QAction>("undo")->text(),
                 QStringLiteral("&Undo Change a to %1").arg(session::number(valueOf(person, 0))));
        person.curve()->setFocus();
        undo(person);
        QCOMPARE(valueOf(person, 0), 1.0);
        QCOMPARE(slider(person, "a")->value(), 60);
        QCOMPARE(sessionOf(person).function.text(), QStringLiteral("a*x^2+b"));
        undo(person);
        QVERIFY(sessionOf(person).constants.empty());
    }

    void draggingReadsNothingOfSeveralVariablesEither() {
        Person person;
        person.type(person.functionEdit(), QStringLiteral("a*x^2+b*y^2"));
        person.press(Qt::Key_Return);
        person.waitForRun();
        const auto analysis = sessionOf(person).function.shared();
        QSet<double> seen;
        drag(slider(person, "a"), 40, [&] {
            seen += valueOf(person, 0);
            QCOMPARE(sessionOf(person).function.shared().get(), analysis.get());
            const descent::Step start = person.experiment().trajectory()[0];
            QCOMPARE(start.value,
                     valueOf(person, 0) * start.at[0] * start.at[0] + start.at[1] * start.at[1]);
        });
        QVERIFY(seen.size() >= 4);
    }

    void theCurveFollowsAndItsPoints() {
        Person person;
        person.type(person.functionEdit(), QStringLiteral("(x-a)^2"));
        person.type(value(person, "a"), QStringLiteral("1.5"));
        person.waitForRun();
        QVERIFY(QTest::qWaitFor([&] { return person.experiment().complete(); }));
        QCOMPARE(person.experiment().points().size(), std::size_t(1));
        QVERIFY(std::abs(person.experiment().points().front().x - 1.5) < 1e-9);
        QVERIFY(person.verdict().contains(QStringLiteral("1.5")));
    }

    void keysMoveTheSliderInItsSteps() {
        Person person;
        person.type(person.functionEdit(), QStringLiteral("a*x^2"));
        slider(person, "a")->setFocus();
        QTest::keyClick(slider(person, "a"), Qt::Key_Right);
        QCOMPARE(valueOf(person, 0), 1.1);
        QTest::keyClick(slider(person, "a"), Qt::Key_PageDown);
        QCOMPARE(valueOf(person, 0), 0.1);
        QTest::keyClick(slider(person, "a"), Qt::Key_End);
        QCOMPARE(valueOf(person, 0), 5.0);
        value(person, "a")->setFocus();
        QTest::keyClick(value(person, "a"), Qt::Key_Down);
        QCOMPARE(valueOf(person, 0), 4.9);
    }

    void tabLeadsFromTheFunctionThroughTheRow() {
        Person person;
        person.type(person.functionEdit(), QStringLiteral("a*x^2+b"));
        QList<QWidget*> order;
        person.functionEdit()->setFocus();
        for (int i = 0; i < 12; ++i) {
            person.press(Qt::Key_Tab);
            order += QApplication::focusWidget();
        }
        qsizetype last = -1;
        for (QWidget* wanted :
             QList<QWidget*>{nameOf(person, "a"), slider(person, "a"), value(person, "a"),
                             nameOf(person, "b"), slider(person, "b"), value(person, "b")}) {
            const qsizetype place = order.indexOf(wanted);
            QVERIFY2(place > last, qPrintable(wanted->objectName()));
            last = place;
        }
    }

    void aTypedValueThatIsNoNumberIsTold() {
        Person person;
        person.type(person.functionEdit(), QStringLiteral("a*x^2"));
        person.type(value(person, "a"), QStringLiteral("2"));
        person.press(Qt::Key_Return);
        person.type(value(person, "a"), QStringLiteral("b"));
        person.press(Qt::Key_Return);
        QLabel* fault = person.find<QLabel>("fault_a");
        QVERIFY(fault->isVisible());
        QVERIFY2(fault->text().contains(QStringLiteral("cannot be read")),
                 qPrintable(fault->text()));
        QCOMPARE(valueOf(person, 0), 2.0);
    }

    void theNameOpensWhatTheSliderCovers() {
        Person person;
        person.type(person.functionEdit(), QStringLiteral("a*x^2"));
        QTest::mouseClick(nameOf(person, "a"), Qt::LeftButton);
        Person::settle();
        QWidget* popup = QApplication::activePopupWidget();
        QVERIFY(popup);
        const auto field = [&](const char* name) {
            return popup->findChild<QLineEdit*>(QString::fromLatin1(name));
        };
        person.type(field("low"), QStringLiteral("0"));
        person.type(field("high"), QStringLiteral("2"));
        person.type(field("step"), QStringLiteral("0.25"));
        QTest::keyClick(field("step"), Qt::Key_Return);
        Person::settle();
        QVERIFY(!QApplication::activePopupWidget());
        const session::Constant& constant = sessionOf(person).constants.front();
        QCOMPARE(*constant.range, (insight::Range{0, 2}));
        QCOMPARE(*constant.step, 0.25);
        QCOMPARE(slider(person, "a")->maximum(), 8);
        slider(person, "a")->setFocus();
        QTest::keyClick(slider(person, "a"), Qt::Key_Left);
        QCOMPARE(valueOf(person, 0), 0.75);
    }

    void escapeTakesBackWhatWasTypedAndThenCloses() {
        Person person;
        person.type(person.functionEdit(), QStringLiteral("a*x^2"));
        QTest::mouseClick(nameOf(person, "a"), Qt::LeftButton);
        Person::settle();
        QWidget* popup = QApplication::activePopupWidget();
        QVERIFY(popup);
        auto* low = popup->findChild<QLineEdit*>(QStringLiteral("low"));
        const QString before = low->text();
        person.type(low, QStringLiteral("b"));
        QTest::keyClick(low, Qt::Key_Escape);
        QCOMPARE(low->text(), before);
        QCOMPARE(QApplication::activePopupWidget(), popup);
        QTest::keyClick(low, Qt::Key_Escape);
        QVERIFY(!QApplication::activePopupWidget());
    }

    void aConstantBecomesTheOnlyVariable() {
        Person person;
        person.type(person.functionEdit(), QStringLiteral("(x-a)^2"));
        QTest::mouseClick(nameOf(person, "a"), Qt::LeftButton);
        Person::settle();
        auto* make = person.find<QPushButton>("makeOnlyVariable");
        QVERIFY(make && make->isVisible());
        QTest::mouseClick(make, Qt::LeftButton);
        Person::settle();
        QCOMPARE(sessionOf(person).function.text(), QStringLiteral("f(a) = (x-a)^2"));
        QCOMPARE(sessionOf(person).function.variable(), QStringLiteral("a"));
        QCOMPARE(sessionOf(person).constants.front().name, std::string("x"));
        QVERIFY(slider(person, "x")->isVisible());
    }

    void aNameTypedToTheFunctionGetsASlider() {
        Person person;
        person.type(person.functionEdit(), QStringLiteral("(w-3)^2"));
        QCOMPARE(sessionOf(person).function.variable(), QStringLiteral("w"));
        QVERIFY(!row(person)->isVisible());
        person.press(Qt::Key_Return);
        person.functionEdit()->setFocus();
        person.press(Qt::Key_Home);
        QTest::keyClicks(person.functionEdit(), QStringLiteral("k*"));
        Person::settle();
        QCOMPARE(sessionOf(person).function.variable(), QStringLiteral("w"));
        QVERIFY(slider(person, "k")->isVisible());
    }

    void aVariableIsCalledByItsName() {
        Person person;
        person.type(person.functionEdit(), QStringLiteral("(w-1)^2"));
        person.press(Qt::Key_Return);
        person.type(person.field("alpha"), QStringLiteral("0.4"));
        person.press(Qt::Key_Return);
        person.waitForRun();
        static const QRegularExpression x(QStringLiteral("\\bx(?![A-Za-z0-9_])"));
        const auto names = [](const QString& text) {
            return text.contains(QLatin1Char('w')) && !text.contains(x);
        };
        const QString verdict = person.verdict().replace(QChar(0xa0), QLatin1Char(' '));
        QVERIFY2(verdict.contains(QStringLiteral("w = 1")), qPrintable(verdict));
        QVERIFY2(names(person.verdict()), qPrintable(person.verdict()));
        const QString step = person.find<window::TextCard>("stepCard")->text();
        QVERIFY2(names(step), qPrintable(step));
        const auto* table = person.find<QTableView>("iterations");
        QCOMPARE(table->model()->headerData(1, Qt::Horizontal).toString(), QStringLiteral("wₙ"));
        QCOMPARE(table->model()->headerData(2, Qt::Horizontal).toString(), QStringLiteral("f(wₙ)"));
        const QString label = person.find<QWidget>("initialGuess")
                                  ->findChild<QLabel*>(QStringLiteral("label"))
                                  ->text();
        QCOMPARE(label, QStringLiteral("&Start w₀"));
        QTest::mouseMove(person.stage(), person.stage()->rect().center());
        Person::settle();
        const QString told = person.find<QLabel>("pointer")->text();
        QVERIFY2(names(told), qPrintable(told));
        QVERIFY(names(person.message()));
        person.type(person.functionEdit(), QStringLiteral("(x-1)^2"));
        person.waitForRun();
        QVERIFY2(person.verdict()
                     .replace(QChar(0xa0), QLatin1Char(' '))
                     .contains(QStringLiteral("x = 1")),
                 qPrintable(person.verdict()));
    }

    void aLetterThatMayBecomeAFunctionIsNoConstantYet() {
        Person person;
        person.type(person.functionEdit(), QStringLiteral("x^2+s"));
        QVERIFY(!row(person)->isVisible());
        QTest::keyClicks(person.functionEdit(), QStringLiteral("in(x)"));
        QTRY_COMPARE(sessionOf(person).function.text(), QStringLiteral("x^2+sin(x)"));
        person.type(person.functionEdit(), QStringLiteral("x^2+s"));
        person.press(Qt::Key_Return);
        QCOMPARE(sessionOf(person).function.text(), QStringLiteral("x^2+s"));
        QVERIFY(slider(person, "s")->isVisible());
    }

    void whatStandsInFrontVaries() {
        Person person;
        person.type(person.functionEdit(), QStringLiteral("f(y) = x*y"));
        QCOMPARE(sessionOf(person).function.variable(), QStringLiteral("y"));
    }

    void sixConstantsFitIntoASmallWindow() {
        Person person;
        person.window.resize(960, 600);
        person.type(person.functionEdit(), QStringLiteral("a*x^4+b*x^3+c*x^2+d*x+g+h*sin(k1*x)"));
        Person::settle();
        QCOMPARE(person.window.width(), 960);
        QCOMPARE(person.window.height(), 600);
        const QRect room = row(person)->rect();
        QList<QRect> parts;
        for (const char* name : {"a", "b", "c", "d", "g", "h", "k1"}) {
            for (QWidget* part :
                 QList<QWidget*>{nameOf(person, name), slider(person, name), value(person, name)}) {
                const QRect at(part->mapTo(row(person), QPoint()), part->size());
                QVERIFY2(room.contains(at), name);
                for (const QRect& other : std::as_const(parts))
                    QVERIFY2(!at.intersects(other), name);
                parts += at;
            }
            QVERIFY(slider(person, name)->width() >= 60);
        }
        QVERIFY(person.curve()->height() > 200);
    }

    void everyPartIsNamed() {
        Person person;
        person.type(person.functionEdit(), QStringLiteral("rate*x^2"));
        for (QWidget* part : QList<QWidget*>{nameOf(person, "rate"), slider(person, "rate"),
                                             value(person, "rate")}) {
            QVERIFY(part->accessibleName().contains(QStringLiteral("rate")));
            QVERIFY(!part->toolTip().isEmpty());
        }
    }
};

QTEST_MAIN(TestConstantRow)
#include "tst_constantrow.moc"
