// SPDX-License-Identifier: GPL-3.0-or-later
// Starts of functions of several variables: in a session, and in files, links and commands.
#include <QTest>
#include <initializer_list>
#include <vector>

#include "functions.h"
#include "sentence.h"
#include "session/axes.h"
#include "session/command.h"
#include "session/constants.h"
#include "session/fields/fields.h"
#include "session/fitting.h"
#include "session/link.h"
#include "session/place.h"
#include "session/runners.h"
#include "session/sessionfile.h"
#include "sessions.h"

using session::Session;

namespace {

descent::Point at(std::initializer_list<double> values) {
    return descent::Point(std::vector<double>(values));
}

Session sessionOf(const char* function, const descent::Point& start = 1) {
    Session made;
    made = session::withFunction(made, functionOf(QString::fromUtf8(function)));
    if (start.size() == made.initialGuess.size()) made.initialGuess = start;
    return made;
}

/// What is told of a text that does not read.
QString faultOf(const char* function, const char* start) {
    Session made = sessionOf(function);
    const Session before = made;
    const QString fault = session::readStart(QString::fromUtf8(start), made);
    if (!fault.isEmpty() && !(made == before)) return QStringLiteral("It was changed.");
    return fault;
}

Session reading(const char* function, const char* start) {
    Session made = sessionOf(function);
    const QString fault = session::readStart(QString::fromUtf8(start), made);
    if (!fault.isEmpty()) qFatal("%s", qPrintable(fault));
    return made;
}

/// Two of three variables, other numbers than usual, and others beside.
Session odd() {
    Session made = sessionOf("x^2+10*y^2+a*z^2", at({-1.0 / 3, 1e-300, -0.0}));
    made.axes = {2, 0};
    made.range = {-0.1, 0.30000000000000004};
    made.values = insight::Range{-2, 1e-3};
    session::Runner other = session::chosenRunner(made);
    other.start = at({1, 2, 1.0 / 3});
    made = *session::adding(made, other);
    return made;
}

}  // namespace

class TestPlace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsNumbersInOrderAndByName() {
        QCOMPARE(reading("x^2+y^2", "1,2").initialGuess, at({1, 2}));
        QCOMPARE(reading("x^2+y^2", " -1 , pi/2 ").initialGuess, at({-1, std::acos(0.0)}));
        QCOMPARE(reading("x^2+y^2", "max(1,2),3").initialGuess, at({2, 3}));
        QCOMPARE(reading("x^2+y^2", "y=2,x=-1").initialGuess, at({-1, 2}));
        QCOMPARE(reading("x^2", "2").initialGuess, at({2}));
        QCOMPARE(reading("x^2", "x=2").initialGuess, at({2}));
        QCOMPARE(reading("w^2+v^2", "v = 2 , w = 1").initialGuess, at({1, 2}));
    }

    /// A name that is given is a variable, and no other than x, y, z and x1 … x8 is one then.
    void namesThatAreGivenVary() {
        const Session promoted = reading("a*x^2+b", "a=2,x=3");
        QCOMPARE(promoted.function.variables(),
                 (QStringList{QStringLiteral("x"), QStringLiteral("a")}));
        QCOMPARE(promoted.initialGuess, at({3, 2}));
        QCOMPARE(session::constantsText(promoted), QStringLiteral("b=1"));
        const Session alone = reading("a*w^2", "w=3");
        QCOMPARE(alone.function.variables(), QStringList{QStringLiteral("w")});
        QCOMPARE(session::constantsText(alone), QStringLiteral("a=1"));
    }

    void saysInOneSentenceWhatIsWrong_data() {
        QTest::addColumn<QByteArray>("function");
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* function, const char* start, const char* said) {
            QTest::addRow("%s from %s", function, start)
                << QByteArray(function) << QByteArray(start) << QString::fromUtf8(said);
        };
        row("x^2", "1,2", "the decimal mark is a point. Write 1.2.");
        row("x^2", "x=1,2", "The decimal mark is a point.");
        row("x^2+y^2", "1", "x and y: write 2 numbers, such as 1,2 or x=1,y=2, not 1.");
        row("x^2+y^2", "1,2,3", "not 3. The decimal mark is a point.");
        row("x^2+y^2", "", "not 1.");
        row("x^2+y^2", "1,", "y: Type a number");
        row("x^2+y^2", "1,two", "y: “two” cannot be read as a number.");
        row("x^2+y^2", "1e13,1", "x: The initial guess must lie between −10¹² and 10¹².");
        row("x^2+y^2", "x=1", "The variable y has no value: write x=1,y=2, or");
        row("x^2+y^2", "x=1,y=2,x=3", "“x” has a value twice.");
        row("x^2+y^2", "x=1,y=2,q=3", "“q” does not occur in the function");
        row("rate*x+y", "rat=1,x=1,y=1", "Did you mean “rate”?");
        row("x^2+y^2", "x=1,y=", "y: Type a number");
        row("x^2+y^2", "x=1,2", "“2” has no name");
        row("x^2+y^2", "sin=1,x=2", "“sin” is a function: use another name.");
        row("x^2+y^2", "e=1,x=2", "“e” is a number of its own: use another name.");
        row("x^2+y^2", "π=1,x=2", "“π” is a number of its own: use another name.");
        row("f(x,y)=a*x+y", "a=1,x=2,y=3", "“a” is a constant of the function");
    }
    void saysInOneSentenceWhatIsWrong() {
        QFETCH(QByteArray, function);
        QFETCH(QByteArray, start);
        QFETCH(QString, said);
        const QString fault = faultOf(function, start);
        QVERIFY2(fault.contains(said), qPrintable(fault));
        QVERIFY2(isSentenceOrStartsWithAQuote(fault[0].toUpper() + fault.mid(1)),
                 qPrintable(fault));
    }

    void coordinatesStayWhereTheNamesStay() {
        const auto changed = [](const Session& from, const char* to) {
            return session::withFunction(from, functionOf(QString::fromUtf8(to))).initialGuess;
        };
        const Session plane = sessionOf("x^2+y^2", at({3, 4}));
        QCOMPARE(changed(plane, "y^2+z*x"), at({3, 4, 1}));
        QCOMPARE(changed(plane, "y^2"), at({4}));
        QCOMPARE(changed(plane, "u^2+v^2"), at({3, 4}));
        QCOMPARE(changed(plane, "x*z"), at({3, 4}));
        QCOMPARE(changed(sessionOf("x^2", 7), "w^2"), at({7}));
        QCOMPARE(changed(sessionOf("x^2", 7), "x^2+y^2"), at({7, 1}));
        Session constant = sessionOf("a*x^2", 7);
        constant = session::withConstant(constant, "a", 2.5);
        QCOMPARE(session::withFunction(constant, functionOf(QStringLiteral("f(x,a)=a*x^2")))
                     .initialGuess,
                 at({7, 2.5}));
    }

    void aViewOfThemComesAlong() {
        Session made = sessionOf("x^2+y^2");
        QCOMPARE(int(made.view), int(session::View::Map));
        made.view = session::View::Race;
        made = session::withFunction(made, functionOf(QStringLiteral("x^2+z^2")));
        QCOMPARE(int(made.view), int(session::View::Race));
        made.values = insight::Range{0, 1};
        made = session::withFunction(made, functionOf(QStringLiteral("x^2")));
        QCOMPARE(int(made.view), int(session::View::Curve));
        QVERIFY(!made.values);
    }

    void allRunnersGoAlong() {
        const Session made = session::withFunction(odd(), functionOf(QStringLiteral("z^2+x*q")));
        QCOMPARE(made.initialGuess.size(), 2U);
        for (const session::Runner& runner : session::runners(made))
            QCOMPARE(runner.start.size(), 2U);
        QCOMPARE(made.axes, (session::Axes{1, 0}));
    }

    void comesBack() {
        const Session made = odd();
        QCOMPARE(session::versionFor(made), 2);
        const auto file = session::fromFile(session::toFile(made));
        QVERIFY2(file, file ? "" : qPrintable(file.error()));
        QVERIFY(sameBits(*file, made));
        const auto link = session::fromLink(session::toLink(made));
        QVERIFY2(link, link ? "" : qPrintable(link.error()));
        QVERIFY(sameBits(*link, made));
        const auto command = session::fromCommand(session::toCommand(made));
        QVERIFY2(command, command ? "" : qPrintable(command.error()));
        QVERIFY2(sameBits(*command, made), qPrintable(session::toCommand(made)));
    }

    void allRolesComeBack_data() {
        QTest::addColumn<QByteArray>("function");
        QTest::addColumn<QByteArray>("constants");
        QTest::addColumn<QByteArray>("start");
        const auto row = [](const char* function, const char* constants, const char* start) {
            QTest::addRow("%s, %s, %s", function, constants, start)
                << QByteArray(function) << QByteArray(constants) << QByteArray(start);
        };
        row("x*y", "y=2", "1e-300");
        row("a*w^2", "", "1,2");
        row("a*w^2", "a=3", "2");
        row("a*w^2", "", "w=2");
        row("a*x^2+b*y", "b=-0.5", "a=1,x=2,y=-0");
        row("a*x^2+b*y", "x=2 y=1", "a=1,b=0.1");
        row("f(y,x)=a*x*y+z", "z=7", "2,1");
        row("f(a)=a*x^2", "x=4", "2");
        row("α*β^2", "", "α=1,β=2");
        row("rate*speed+x1", "", "x1=1,rate=2,speed=3");
        row("x1+x2+x3+x4+x5+x6+x7+x8", "", "1,2,3,4,5,6,7,8");
        row("q+r+s+t+u+v+w+a+b", "", "q=1");
    }
    void allRolesComeBack() {
        QFETCH(QByteArray, function);
        QFETCH(QByteArray, constants);
        QFETCH(QByteArray, start);
        Session made;
        const QString given = QString::fromUtf8(constants);
        session::announceConstants(given, made);
        session::announceStart(QString::fromUtf8(start), made);
        const auto read = session::editedFunction(made, QString::fromUtf8(function));
        QVERIFY(read);
        made = session::withFunction(made, *read);
        QCOMPARE(session::readConstants(given, made), QString());
        QCOMPARE(session::readStart(QString::fromUtf8(start), made), QString());
        made.values = insight::Range{-1, 1};
        for (const auto& back :
             {session::fromFile(session::toFile(made)), session::fromLink(session::toLink(made)),
              session::fromCommand(session::toCommand(made))}) {
            QVERIFY2(back, back ? "" : qPrintable(back.error()));
            QVERIFY(sameBits(*back, made));
        }
    }

    void promotedNamesComeBack() {
        Session made = reading("a*x^2+b", "a=2,x=3");
        made.values = insight::Range{-1, 1};
        for (const auto& read :
             {session::fromFile(session::toFile(made)), session::fromLink(session::toLink(made)),
              session::fromCommand(session::toCommand(made))}) {
            QVERIFY2(read, read ? "" : qPrintable(read.error()));
            QVERIFY(*read == made);
        }
    }

    /// Though x occurs and is no variable, which the text does not say.
    void aChosenNameAloneComesBack() {
        Session made = reading("a*x^2", "a=2,x=3");
        QCOMPARE(session::readConstants(QStringLiteral("x=0.5"), made), QString());
        QCOMPARE(made.function.variables(), QStringList{QStringLiteral("a")});
        QCOMPARE(made.initialGuess, at({2}));
        for (const auto& read :
             {session::fromFile(session::toFile(made)), session::fromLink(session::toLink(made))}) {
            QVERIFY2(read, read ? "" : qPrintable(read.error()));
            QVERIFY(*read == made);
        }
        const auto command = session::fromCommand(session::toCommand(made));
        QVERIFY2(command, command ? "" : qPrintable(command.error()));
        QCOMPARE(command->function, made.function);
        QCOMPARE(command->initialGuess, made.initialGuess);
    }

    void aFileHasItByName() {
        const QByteArray file = session::toFile(sessionOf("x^2+y^2", at({1, -0.5})));
        QVERIFY2(file.contains("\"initial_guess\": {\"x\": 1, \"y\": -0.5}"), file.constData());
        QVERIFY(file.contains("\"version\": 2"));
        for (const char* wrong : {"[1, 2]", "{\"x\": \"1\", \"y\": 2}", "{}", "null"}) {
            const auto read =
                session::fromFile(QByteArray(file).replace("{\"x\": 1, \"y\": -0.5}", wrong));
            QVERIFY2(!read && read.error().contains(QStringLiteral("It must be a number")), wrong);
        }
    }

    void oneVariableIsWrittenAsBefore() {
        const Session made = sessionOf("x^2", 0.5);
        QCOMPARE(session::versionFor(made), 1);
        QVERIFY(session::toFile(made).contains("\"initial_guess\": 0.5,"));
        QVERIFY(session::toLink(made).contains(QStringLiteral("&x0=0.5&")));
        QVERIFY(session::toCommand(made).contains(QStringLiteral(" --initial-guess 0.5 ")));
    }

    void aRunnerHasNumbersAlone() {
        const QString command = session::toCommand(odd());
        QVERIFY2(command.contains(QStringLiteral("start=1;2;0.3333333333333333")),
                 qPrintable(command));
        const auto fault = session::fromCommand(QStringLiteral(
            "thalweg --function x^2+y^2 --initial-guess 1,2 --runner 'momentum:start=1'"));
        QVERIFY(!fault && fault.error().contains(QStringLiteral("x and y: write 2 numbers")));
    }

    void changesAreNamed() {
        const Session plane = sessionOf("x^2+y^2", at({3, 4}));
        Session moved = plane;
        moved.initialGuess = at({3, -1});
        QCOMPARE(session::changeName(plane, moved, 6),
                 QStringLiteral("Change the start to (3, −1)"));
        const Session typed = session::withFunction(odd(), functionOf(QStringLiteral("x^2+y^2+z")));
        QCOMPARE(session::changeName(odd(), typed, 6), QStringLiteral("Change f to x^2+y^2+z"));
        QCOMPARE(session::changeName(odd(), plane, 6), QString());
    }

    void axesAreTwoOfTheVariables() {
        Session made = sessionOf("x^2+a*y^2+z^2");
        const auto fault = [&](const char* text) {
            return session::readAxes(QString::fromUtf8(text), made);
        };
        QCOMPARE(fault("z, x"), QString());
        QCOMPARE(made.axes, (session::Axes{2, 0}));
        QCOMPARE(session::axesText(made), QStringLiteral("z,x"));
        QCOMPARE(fault("x,x"), QStringLiteral("Both axes are “x”. Choose two variables."));
        QVERIFY(fault("x").contains(QStringLiteral("such as x,y")));
        QVERIFY(fault("x,y,z").contains(QStringLiteral("such as x,y")));
        QVERIFY(fault("x,a").contains(QStringLiteral("“a” is a constant and no axis")));
        QVERIFY(fault("x,q").contains(QStringLiteral("“q” does not occur")));
        QCOMPARE(made.axes, (session::Axes{2, 0}));
        made = sessionOf("x^2");
        QVERIFY(fault("x,y").contains(QStringLiteral("one variable, “x”")));
    }

    void whatFitsHoldsTheRuns_data() {
        QTest::addColumn<QByteArray>("function");
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("y");
        QTest::addColumn<double>("alpha");
        QTest::newRow("valley") << QByteArray("(1-x)^2+100*(y-x^2)^2") << -1.2 << 1.0 << 0.001;
        QTest::newRow("bowl") << QByteArray("x^2+25*y^2") << -8.0 << 1.5 << 0.01;
        QTest::newRow("at rest") << QByteArray("x^2+y^2") << 0.0 << 0.0 << 0.1;
        QTest::newRow("far away") << QByteArray("x^2+y^2") << 1e12 << 1.0 << 0.1;
        QTest::newRow("along x") << QByteArray("x^2+y^2") << 3.0 << 0.0 << 0.1;
    }
    void whatFitsHoldsTheRuns() {
        QFETCH(QByteArray, function);
        QFETCH(double, x);
        QFETCH(double, y);
        QFETCH(double, alpha);
        Session made = sessionOf(function.constData(), at({x, y}));
        made.settings.alpha = alpha;
        made = session::fitted(made, false);
        QVERIFY(made.range.valid() && made.values && made.values->valid());
        const descent::Objective objective(session::valued(made));
        const auto run = descent::whole(objective, made.settings, made.initialGuess).trajectory;
        for (std::size_t n = 0; n < run.size(); ++n) {
            QVERIFY(made.range.contains(run.row(n)[0]));
            QVERIFY(made.values->contains(run.row(n)[1]));
        }
    }

    /// The run stops on its way.
    void whatFitsHoldsAMinimumCloseBy() {
        Session made = sessionOf("(x-1)^2+(y+2)^2", at({0, 0}));
        made.settings.maxIterations = 3;
        made.settings.alpha = 0.2;
        for (const session::Axes& axes : {session::Axes{0, 1}, session::Axes{1, 0}}) {
            made.axes = axes;
            made.values.reset();
            const Session fitted = session::fitted(made, false);
            QVERIFY(fitted.range.contains(axes.across == 0 ? 1 : -2));
            QVERIFY(fitted.values->contains(axes.across == 0 ? -2 : 1));
        }
    }

    /// A run that goes nearly along an axis makes no stripes of a landscape; but where one variable
    /// is far larger than the other, each has a scale of its own.
    void aNarrowRunStretchesNothing() {
        Session made = sessionOf("(x-1)^2+0.001*(y-2)^2", at({1.5, 2.01}));
        made.settings.alpha = 0.1;
        made = session::fitted(made, false);
        QVERIFY(made.range.width() < 1.5 * made.values->width());
        QVERIFY(made.values->width() < 1.5 * made.range.width());
        made = sessionOf("x^2+1000000*y^2", at({8, 0.001}));
        made.settings.method = descent::Newton{};
        made.settings.alpha = 0.5;
        made = session::fitted(made, false);
        QVERIFY(made.range.width() > 1);
        QVERIFY(made.values->width() < 0.1);
    }

    void aDivergingRunIsNoSpeck() {
        Session made = sessionOf("x^2+y^2", at({3, 2}));
        made.settings.alpha = 1.5;
        made = session::fitted(made, false);
        QVERIFY(made.range.contains(3) && made.values->contains(2));
        QVERIFY(made.range.width() < 100);
    }

    void whatIsSetStays() {
        Session made = sessionOf("x^2+y^2", at({3, 2}));
        made.range = {-1, 9};
        const Session fitted = session::fitted(made, true);
        QCOMPARE(fitted.range, made.range);
        QVERIFY(fitted.values->contains(2));
        made.values = insight::Range{1, 7};
        QCOMPARE(*session::fitted(made, false).values, *made.values);
    }

    void aRectangleWithoutASecondRangeIsAboutTheStart() {
        Session made = sessionOf("x^2+y^2", at({3, 2}));
        made.range = {0, 4};
        QCOMPARE(session::rectangleOf(made).up, (insight::Range{0, 4}));
        made.values = insight::Range{-7, 7};
        QCOMPARE(session::rectangleOf(made).up, (insight::Range{-7, 7}));
    }
};

QTEST_APPLESS_MAIN(TestPlace)
#include "tst_place.moc"
