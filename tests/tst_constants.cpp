// SPDX-License-Identifier: GPL-3.0-or-later
// Constants of a function: in a session, in files, links and commands, and on the command line.
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "descent/objective.h"
#include "functions.h"
#include "program.h"
#include "sentence.h"
#include "session/command.h"
#include "session/constants.h"
#include "session/fields/fields.h"
#include "session/link.h"
#include "session/sessionfile.h"
#include "session/wording/wording.h"

using session::Constant;
using session::Session;

namespace {

Session sessionOf(const QString& function, const QString& constants = {}) {
    Session made;
    session::announceConstants(constants, made);
    const auto read = session::editedFunction(made, function);
    if (!read) qFatal("%s does not read", qPrintable(function));
    made = session::withFunction(made, *read);
    const QString fault = session::readConstants(constants, made);
    if (!fault.isEmpty()) qFatal("%s", qPrintable(fault));
    return made;
}

}  // namespace

class TestConstants : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aConstantWithoutAValueIsOne() {
        const Session made = sessionOf(QStringLiteral("a*x^2+b"));
        QCOMPARE(session::constantsText(made), QStringLiteral("a=1 b=1"));
        QCOMPARE(descent::Objective(session::valued(made)).value(3), 10.0);
        Session bare;
        bare.function = made.function;
        QCOMPARE(descent::Objective(session::valued(bare)).value(3), 10.0);
    }

    void valuesStayWhereTheNamesStay() {
        Session made = sessionOf(QStringLiteral("a*x^2+b"), QStringLiteral("a=2 b=3"));
        const auto edited = session::editedFunction(made, QStringLiteral("c*x+b"));
        made = session::withFunction(made, *edited);
        QCOMPARE(session::constantsText(made), QStringLiteral("c=1 b=3"));
    }

    void whatVariesStaysTheVariable() {
        Session made = sessionOf(QStringLiteral("(w-3)^2"));
        QCOMPARE(made.function.variable(), QStringLiteral("w"));
        const auto edited = session::editedFunction(made, QStringLiteral("a*(w-3)^2"));
        QVERIFY(edited);
        made = session::withFunction(made, *edited);
        QCOMPARE(made.function.variable(), QStringLiteral("w"));
        QCOMPARE(session::constantsText(made), QStringLiteral("a=1"));
        const auto alone = session::editedFunction(made, QStringLiteral("(a-3)^2"));
        QVERIFY(alone);
        QCOMPARE(alone->variable(), QStringLiteral("a"));
    }

    void movingAConstantKeepsTheAnalysis() {
        const Session made = sessionOf(QStringLiteral("a*x^2"), QStringLiteral("a=2"));
        const Session moved = session::withConstant(made, "a", 3.5);
        QCOMPARE(moved.function.shared().get(), made.function.shared().get());
        QCOMPARE(&*session::valued(moved), made.function.shared().get());
        QCOMPARE(descent::Objective(session::valued(moved)).slope(1), 7.0);
        QVERIFY(moved != made);
        QVERIFY(!session::sameRun(made, moved));
    }

    void comesBackWithItsRole_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<QString>("constants");
        const auto row = [](const char* function, const char* constants) {
            QTest::newRow(function) << QString::fromUtf8(function) << QString::fromUtf8(constants);
        };
        row("a*w^2", "a=2");
        row("a*x^2+b", "a=0.1 b=-3,range=-10:10,step=0.5");
        row("x*y", "y=1e-300");
        row("α*x^2", "α=2,step=0.001");
        row("f(a) = a*x^2", "x=4");
        row("a*x", "a=1");
    }
    void comesBackWithItsRole() {
        QFETCH(QString, function);
        QFETCH(QString, constants);
        const Session made = sessionOf(function, constants);
        QCOMPARE(session::constantsText(made), constants);
        QCOMPARE(session::versionFor(made), 2);
        const auto file = session::fromFile(session::toFile(made));
        QVERIFY2(file, file ? "" : qPrintable(file.error()));
        QVERIFY(*file == made);
        const auto link = session::fromLink(session::toLink(made));
        QVERIFY2(link, link ? "" : qPrintable(link.error()));
        QVERIFY(*link == made);
        const auto command = session::fromCommand(session::toCommand(made));
        QVERIFY2(command, command ? "" : qPrintable(command.error()));
        QCOMPARE(session::constantsText(*command), constants);
        QCOMPARE(command->function, made.function);
    }

    void saysInOneSentenceWhatIsWrong_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<QString>("constants");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* function, const char* constants, const char* said) {
            QTest::addRow("%s, %s", function, constants)
                << QString::fromUtf8(function) << QString::fromUtf8(constants)
                << QString::fromUtf8(said);
        };
        row("x^2", "x=1", "“x” is the only variable of the function");
        row("a*x^2", "x=1", "“x” is the only variable of the function");
        row("a*x^2", "b=1", "“b” does not occur in the function");
        row("rate*x", "rat=1", "Did you mean “rate”?");
        row("a*x", "sin=1", "“sin” is a function");
        row("a*x", "e=1", "“e” is a number of its own");
        row("a*x", "pi=1", "“pi” is a number of its own");
        row("a*x", "π=1", "“π” is a number of its own");
        row("a*x", "a=b", "cannot be read as a number");
        row("a*x", "a=", "Type a number");
        row("a*x", "a=x", "depends on x");
        row("a*x", "a=1e999", "too large");
        row("a*x", "a=0,5", "use a point as decimal mark");
        row("a*x", "a", "write a name and its value, such as a=2");
        row("a*x", "=2", "write a name and its value, such as a=2");
        row("a*x", "a=1 a=2", "“a” has a value twice");
        row("a*x", "a=1,range=2:1", "from a smaller to a larger");
        row("a*x", "a=1,step=0", "greater than 0");
        row("a*x", "a=1,size=3", "“size” is not known");
        row("a*x", "a=1 b=1 c=1 d=1 g=1 h=1 i=1 j=1 k=1", "at most 8 constants");
    }
    void saysInOneSentenceWhatIsWrong() {
        QFETCH(QString, function);
        QFETCH(QString, constants);
        QFETCH(QString, said);
        Session made = sessionOf(function);
        const Session before = made;
        const QString fault = session::readConstants(constants, made);
        QVERIFY2(fault.contains(said), qPrintable(fault));
        QVERIFY2(isSentenceOrStartsWithAQuote(fault), qPrintable(fault));
        QVERIFY(made == before);
        Program program;
        const Answer answer = program.run({QStringLiteral("--function"), function,
                                           QStringLiteral("--constant=") + constants,
                                           QStringLiteral("--export"), QStringLiteral("a.csv")});
        if (constants.contains(u' ')) return;
        QCOMPARE(answer.status, 2);
        QVERIFY2(answer.err.contains(said), qPrintable(answer.err));
        QCOMPARE(answer.err.count(u'\n'), 1);
    }

    void aSliderHoldsItsValue() {
        QCOMPARE(session::sliderOf({"a"}).range, (insight::Range{-5, 5}));
        QCOMPARE(session::sliderOf({"a"}).step, 0.1);
        QCOMPARE(session::sliderOf({"a", 0}).range, (insight::Range{-5, 5}));
        QCOMPARE(session::sliderOf({"a", 0.3}).range, (insight::Range{-1, 1}));
        QCOMPARE(session::sliderOf({"a", -0.01}).range, (insight::Range{-0.1, 0.1}));
        QVERIFY(session::sliderOf({"a", 5e-324}).step > 0);
        QCOMPARE(session::sliderOf({"a", 70}).range, (insight::Range{-100, 100}));
        QCOMPARE(session::sliderOf({"a", -1000}).range, (insight::Range{-1000, 1000}));
        const session::Slider huge = session::sliderOf({"a", 1.7e308});
        QVERIFY(huge.range.contains(1.7e308) && std::isfinite(huge.step));
        Session made = sessionOf(QStringLiteral("a*x"), QStringLiteral("a=2,range=0:3"));
        made = session::withConstant(made, "a", 7);
        QCOMPARE(session::sliderOf(made.constants[0]).range, (insight::Range{0, 7}));
    }

    void aChangeIsNamed() {
        const Session made = sessionOf(QStringLiteral("a*x^2+b"), QStringLiteral("a=2"));
        const Session moved = session::withConstant(made, "a", 1.5);
        QCOMPARE(session::changeName(made, moved, 6), QStringLiteral("Change a to 1.5"));
        Session wider = made;
        wider.constants[1].range = insight::Range{0, 2};
        QCOMPARE(session::changeName(made, wider, 6), QStringLiteral("Change the slider of b"));
        const Session typed = session::withFunction(made, functionOf(QStringLiteral("c*x")));
        QCOMPARE(session::changeName(made, typed, 6), QStringLiteral("Change f to c*x"));
    }

    void theCommandLineSaysWhichAreOne() {
        Program program;
        const Answer told = program.run(
            words({"--function", "a*x^2+b*x", "--constant", "b=2", "--export", "a.json"}));
        QCOMPARE(told.status, 0);
        QCOMPARE(told.err, QStringLiteral("thalweg: The constant a has no value and is 1. Give it "
                                          "one with --constant a=2.\n"));
        const Answer given =
            program.run(words({"--function", "a*w^2-2*w", "--constant", "a=2", "--initial-guess",
                               "3", "--export", "a.json", "--export", "a.csv"}));
        QCOMPARE(given.status, 0);
        QVERIFY2(given.err.isEmpty(), qPrintable(given.err));
        const QJsonObject result =
            QJsonDocument::fromJson(contentOf(program.path("a.json"))).object();
        QCOMPARE(result[QStringLiteral("constants")].toObject()[QStringLiteral("a")].toDouble(),
                 2.0);
        QVERIFY(std::abs(result[QStringLiteral("w")].toDouble() - 0.5) < 1e-6);
        QVERIFY(!result.contains(QStringLiteral("x")));
        QVERIFY(contentOf(program.path("a.csv")).startsWith("iteration,w,f,gradient\n0,3,12,10\n"));
    }

    void aNameInFrontVariesAlone() {
        Program program;
        const Answer both = program.run(words({"--function", "a*w^2", "--export", "a.csv"}));
        QVERIFY2(both.status == 0, qPrintable(both.err));
        QVERIFY(contentOf(program.path("a.csv")).startsWith("iteration,a,w,f,"));
        const Answer said = program.run(words({"--function", "f(w) = a*w^2", "--export", "a.csv"}));
        QCOMPARE(said.status, 0);
    }

    void optionsBesideALinkKeepTheOtherValues() {
        const Session made = sessionOf(QStringLiteral("a*x^2+b*x"), QStringLiteral("a=2 b=3"));
        Program program;
        const Answer answer =
            program.run({session::toLink(made), QStringLiteral("--constant"), QStringLiteral("b=4"),
                         QStringLiteral("--export"), QStringLiteral("a.json")});
        QCOMPARE(answer.status, 0);
        QVERIFY(answer.err.isEmpty());
        const QJsonObject constants = QJsonDocument::fromJson(contentOf(program.path("a.json")))
                                          .object()[QStringLiteral("constants")]
                                          .toObject();
        QCOMPARE(constants[QStringLiteral("a")].toDouble(), 2.0);
        QCOMPARE(constants[QStringLiteral("b")].toDouble(), 4.0);
    }
};

QTEST_GUILESS_MAIN(TestConstants)
#include "tst_constants.moc"
