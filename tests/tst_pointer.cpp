// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the pointer reads in the pictures, in the line at the bottom and in tips.
#include <QHelpEvent>
#include <QLabel>
#include <QLocale>
#include <QToolTip>
#include <QtTest>
#include <cmath>

#include "person.h"
#include "plot/view/bifurcationview.h"
#include "plot/view/cobwebview.h"
#include "plot/view/convergenceview.h"
#include "session/wording/wording.h"

namespace {

constexpr QChar wide(0x2003);

/// Moves the pointer to a pixel of a picture.
void hover(QWidget& picture, QPoint at) {
    QWidget* stage = picture.childAt(at);
    for (const QPoint place : {at + QPoint(0, 1), at}) {  // it may be there from before
        QTest::mouseMove(stage ? stage : &picture, stage ? stage->mapFrom(&picture, place) : place);
        Person::settle();
    }
}

QString told(Person& person) {
    return person.find<QLabel>("pointer")->text();
}

QStringList facts(Person& person) {
    return told(person).split(wide);
}

double numberIn(const QString& fact) {
    return fact.section(QStringLiteral(" = "), 1).replace(QChar(0x2212), u'-').toDouble();
}

QString tipOver(QWidget& picture, QPoint at) {
    QHelpEvent help(QEvent::ToolTip, at, picture.mapToGlobal(at));
    QApplication::sendEvent(&picture, &help);
    const QString text = QToolTip::text().remove(QChar(0x2060)).replace(QChar::Nbsp, u' ');
    QToolTip::hideText();
    return text;
}

template <typename View>
View& shown(Person& person, const char* name, Qt::Key key) {
    person.press(key, Qt::ControlModifier);
    return *person.find<View>(name);
}
plot::CobwebView& cobweb(Person& person) {
    return shown<plot::CobwebView>(person, "cobweb", Qt::Key_2);
}
plot::BifurcationView& forks(Person& person) {
    auto& view = shown<plot::BifurcationView>(person, "bifurcation", Qt::Key_3);
    // Once some columns have arrived, the ranges fit.
    (void)QTest::qWaitFor([&] { return view.alphaRange().low < 0.02; }, 20'000);
    QTest::qWait(200);
    return view;
}

}  // namespace

class TestPointer : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void whatIsTooLongEndsInAnEllipsis() {
        Person person;
        person.window.resize(700, 600);
        person.paste(person.functionEdit(), QStringLiteral("0.01*x^2+1000*y^2+sin(x*y)"));
        person.waitForRun();
        auto* map = person.find<QWidget>("map");
        hover(*map, map->rect().center());
        const QString words = told(person);
        const auto* line = person.find<QLabel>("pointer");
        QVERIFY2(words.endsWith(QChar(u'\u2026')), qPrintable(words));
        QVERIFY(line->fontMetrics().horizontalAdvance(words) <= line->width());
    }
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void theConvergenceTellsTheIterationThatAClickGoesTo_data() {
        QTest::addColumn<int>("language");
        QTest::addColumn<int>("digits");
        QTest::newRow("usual") << int(QLocale::C) << session::usualDigits;
        QTest::newRow("German") << int(QLocale::German) << session::usualDigits;
        QTest::newRow("ten digits") << int(QLocale::C) << 10;
    }
    void theConvergenceTellsTheIterationThatAClickGoesTo() {
        QFETCH(int, language);
        QFETCH(int, digits);
        QLocale::setDefault(QLocale(QLocale::Language(language)));
        model::Preferences preferences;
        preferences.digits = digits;
        Person person(preferences);
        person.waitForRun();
        auto& chart = *person.find<plot::ConvergenceView>("convergence");
        QVERIFY(chart.isVisible());
        for (const double part : {0.35, 0.5, 0.65}) {
            const QPoint at(static_cast<int>(part * chart.width()), chart.height() / 2);
            hover(chart, at);
            const QString words = told(person);
            QTest::mouseClick(chart.childAt(at), Qt::LeftButton, {},
                              chart.childAt(at)->mapFrom(&chart, at));
            const auto n = static_cast<std::size_t>(person.position());
            QVERIFY(n > 0);
            const descent::Step step = person.experiment().trajectory()[n];
            const auto worded = [&](double value) { return session::number(value, digits); };
            QCOMPARE(words, QStringLiteral("n = %1\u2003xₙ = %2\u2003f(xₙ) = %3\u2003|f′(xₙ)| = %4")
                                .arg(n)
                                .arg(worded(step.at[0]), worded(step.value),
                                     worded(std::abs(step.gradient[0]))));
        }
        hover(chart, {1, chart.height() / 2});
        QCOMPARE(told(person), QString());
    }

    void whatIsToldGoesWithThePointer_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"curve", "cobweb", "bifurcation", "convergence"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void whatIsToldGoesWithThePointer() {
        QFETCH(QString, name);
        Person person;
        person.waitForRun();
        if (name == QLatin1String("cobweb")) cobweb(person);
        if (name == QLatin1String("bifurcation")) forks(person);
        auto& picture = *person.window.findChild<QWidget*>(name);
        hover(picture, picture.rect().center());
        QVERIFY(!told(person).isEmpty());
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(&picture, &leave);
        QCOMPARE(told(person), QString());
    }

    void theCobwebTellsWhereAStepLeads_data() {
        theConvergenceTellsTheIterationThatAClickGoesTo_data();
    }
    void theCobwebTellsWhereAStepLeads() {
        QFETCH(int, language);
        QFETCH(int, digits);
        QLocale::setDefault(QLocale(QLocale::Language(language)));
        model::Preferences preferences;
        preferences.digits = digits;
        Person person(preferences);
        person.waitForRun();
        auto& view = cobweb(person);
        hover(view, view.pixel(-0.61, 1).toPoint());
        QCOMPARE(facts(person).size(), 2);
        QVERIFY(facts(person)[0].startsWith(QStringLiteral("xₙ = −0.6")));
        const double x = numberIn(facts(person)[0]);
        const double next = x - 0.02 * (4 * x * x * x - 8 * x + 1);
        QCOMPARE(facts(person)[1], QStringLiteral("xₙ₊₁ = ") + session::number(next, digits));
    }

    void theCobwebTellsTheStepsOfTheRun() {
        Person person;
        person.waitForRun();
        auto& view = cobweb(person);
        const descent::Step first = person.experiment().trajectory()[0];
        const descent::Step second = person.experiment().trajectory()[1];
        const QPoint corner = view.pixel(first.at[0], second.at[0]).toPoint();
        hover(view, corner);
        QVERIFY2(told(person).startsWith(QStringLiteral("xₙ")), "not climbed yet");
        person.trigger("forward");
        QTRY_COMPARE(told(person), QStringLiteral("n = 0\u2003xₙ = 2\u2003xₙ₊₁ = 1.66"));
    }

    void theCobwebTellsItsFixedPoints_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<double>("x");
        QTest::addColumn<QString>("told");
        const auto row = [](const char* function, double alpha, double x, const char* told) {
            QTest::newRow(function)
                << QString::fromUtf8(function) << alpha << x << QString::fromUtf8(told);
        };
        row("x^4-4*x^2+x", 0.02, -1.4729976,
            "fixed point x* = −1.473\u2003slope m = 0.639267: stable, |m| < 1");
        row("x^4-4*x^2+x+0", 0.02, 0.1258,
            "fixed point x* = 0.126\u2003slope m = 1.15619: unstable, |m| > 1");
        row("x^2", 1, 0,
            "fixed point x* = 0\u2003slope m = −1: |m| = 1 does not tell whether it is "
            "stable");
        row("x^4", 0.1, 0,
            "fixed point x* = 0\u2003slope m = 1: |m| = 1 does not tell whether it is stable");
        row("x*abs(x)+x^2+x^2/2", 0.1, 0, "fixed point x* = 0");
    }
    void theCobwebTellsItsFixedPoints() {
        QFETCH(QString, function);
        QFETCH(double, alpha);
        QFETCH(double, x);
        QFETCH(QString, told);
        Person person;
        person.paste(person.functionEdit(), function);
        person.type(person.field("alpha"), QString::number(alpha));
        person.type(person.field("initialGuess"), QStringLiteral("0.7"));
        person.waitForRun();
        auto& view = cobweb(person);
        const QPoint at = view.pixel(x, x).toPoint();
        hover(view, at + QPoint(2, 0));
        QCOMPARE(::told(person), told);
        const QString tip = tipOver(view, at);
        QVERIFY2(tip.contains(QStringLiteral("a step from here ends here")), qPrintable(tip));
        for (const QString& fact : told.section(QStringLiteral("fixed point "), 1).split(wide))
            QVERIFY2(tip.contains(fact.toHtmlEscaped()), qPrintable(tip));
    }

    void aLeapOverTheDiagonalIsNoFixedPoint() {
        Person person;
        person.paste(person.functionEdit(), QStringLiteral("abs(x)"));
        person.waitForRun();
        auto& view = cobweb(person);
        hover(view, view.pixel(0, 0).toPoint());
        QVERIFY2(told(person).startsWith(QStringLiteral("xₙ = ")), qPrintable(told(person)));
    }

    void theForksTellTheAlphaAndWhatARunDoes_data() {
        QTest::addColumn<double>("alpha");
        QTest::addColumn<QString>("begins");
        QTest::addColumn<bool>("german");
        QTest::newRow("rests") << 0.05 << QStringLiteral("comes to rest near x = 1.347.") << false;
        QTest::newRow("German") << 0.05 << QStringLiteral("comes to rest near x = 1.347.") << true;
        QTest::newRow("swings") << 0.12 << QStringLiteral("swings between x = −1.6") << false;
        QTest::newRow("chaos") << 0.2 << QStringLiteral("still goes about from x = 0.6") << false;
    }
    void theForksTellTheAlphaAndWhatARunDoes() {
        QFETCH(double, alpha);
        QFETCH(QString, begins);
        QFETCH(bool, german);
        if (german) QLocale::setDefault(QLocale::German);
        Person person;
        person.waitForRun();
        auto& view = forks(person);
        const QPoint at = view.pixel(alpha, 0.5).toPoint();
        hover(view, at);
        QCOMPARE(facts(person).size(), 3);
        QVERIFY2(std::abs(numberIn(facts(person)[0]) - alpha) < 1e-3, qPrintable(told(person)));
        QVERIFY2(std::abs(numberIn(facts(person)[1]) - 0.5) < 0.02, qPrintable(told(person)));
        QVERIFY2(facts(person)[2].startsWith(QStringLiteral("A run with this α ") + begins),
                 qPrintable(told(person)));
        const double named = numberIn(facts(person)[0]);
        QTest::mouseClick(view.childAt(at), Qt::LeftButton, {},
                          view.childAt(at)->mapFrom(&view, at));
        QCOMPARE(person.experiment().session().settings.alpha, named);
    }

    void theForksTellOfANewStartWhereThePointerStays() {
        Person person;
        person.waitForRun();
        auto& view = forks(person);
        person.type(person.field("alpha"), QStringLiteral("0.09"));
        view.setFocus();
        person.press(Qt::Key_Plus, Qt::ControlModifier);  // the view is the person's own
        const insight::Range alphas = view.alphaRange();
        const QPoint at = view.pixel(0.09, view.valueRange().centre()).toPoint();
        hover(view, at);
        QVERIFY2(told(person).contains(QStringLiteral("x = 1.347.")), qPrintable(told(person)));
        person.paste(person.field("initialGuess"), QStringLiteral("-1"));
        person.waitForRun();
        QCOMPARE(view.alphaRange(), alphas);
        hover(view, at);
        QVERIFY2(told(person).contains(QStringLiteral("x = −1.473.")), qPrintable(told(person)));
    }

    void theForksTellOfTheRunThatThereIs() {
        Person person;
        person.waitForRun();
        auto& view = forks(person);
        person.type(person.field("alpha"), QStringLiteral("0.09"));
        // The ranges fit anew once some columns have arrived.
        QTRY_VERIFY2((hover(view, view.pixel(0.09, 0.5).toPoint()),
                      told(person).startsWith(QStringLiteral("α = 0.09\u2003"))),
                     qPrintable(told(person)));
        QVERIFY2(told(person).contains(QStringLiteral("x = 1.347.")), qPrintable(told(person)));
        person.type(person.field("initialGuess"), QStringLiteral("-1"));
        QTRY_VERIFY2((hover(view, view.pixel(0.09, 0.4).toPoint()),
                      told(person).startsWith(QStringLiteral("α = 0.09\u2003"))),
                     qPrintable(told(person)));
        QVERIFY2(told(person).contains(QStringLiteral("x = −1.473.")), qPrintable(told(person)));
        person.paste(person.functionEdit(), QStringLiteral("x^2"));
        QTRY_VERIFY(view.alphaRange().high > 1);
        QTRY_VERIFY2(
            (hover(view, view.pixel(1.5 < view.alphaRange().high ? 1.5 : 1.02, 0).toPoint()),
             told(person).contains(QStringLiteral("A run with this α diverges."))),
            qPrintable(told(person)));
    }
};

QTEST_MAIN(TestPointer)
#include "tst_pointer.moc"
