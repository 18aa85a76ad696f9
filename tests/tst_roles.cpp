// SPDX-License-Identifier: GPL-3.0-or-later
// What a person makes of the names of a function: variables or constants.
#include <QTest>

#include "functions.h"
#include "planes.h"
#include "sentence.h"
#include "session/constants.h"
#include "session/fields/fields.h"
#include "session/link.h"
#include "session/roles.h"
#include "session/sessionfile.h"

using session::Session;

namespace {

Session sessionOf(const char* function, const descent::Point& start = 2) {
    Session made;
    const auto read = session::editedFunction(made, QString::fromUtf8(function));
    if (!read) qFatal("%s does not read", function);
    made = session::withFunction(made, *read);
    made.initialGuess = start;
    return made;
}
Session varying(const Session& session, const char* name) {
    const auto made = session::withVariable(session, name);
    if (!made) qFatal("%s", qPrintable(made.error()));
    return *made;
}
Session holding(const Session& session, const char* name) {
    const auto made = session::withHeld(session, name);
    if (!made) qFatal("%s", qPrintable(made.error()));
    return *made;
}
QStringList words(const char* text) {
    return QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts);
}
QStringList constantsOf(const Session& session) {
    QStringList all;
    for (const auto& each : session.constants) all += QString::fromStdString(each.name);
    return all;
}

}  // namespace

class TestRoles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aConstantBecomesAVariableThatStartsAtItsValue() {
        Session made = session::withConstant(sessionOf("a*x^2+b"), "a", 1.5);
        made = varying(made, "a");
        QCOMPARE(made.function.variables(), words("x a"));
        QCOMPARE(constantsOf(made), words("b"));
        QCOMPARE(made.initialGuess, pointOf({2, 1.5}));
        QCOMPARE(made.view, session::View::Map);
        QCOMPARE(made.function.text(), QStringLiteral("a*x^2+b"));
    }

    void aVariableBecomesAConstantWithTheValueOfItsStart() {
        Session made = holding(sessionOf("x^2+y^2", pointOf({2, -3})), "y");
        QCOMPARE(made.function.variables(), words("x"));
        QCOMPARE(made.constants, (std::vector<session::Constant>{{"y", -3}}));
        QCOMPARE(made.initialGuess, pointOf({2}));
        QCOMPARE(made.view, session::View::Curve);
        made = holding(sessionOf("x^2+y^2", pointOf({2, -3})), "x");
        QCOMPARE(made.function.variables(), words("y"));
        QCOMPARE(made.initialGuess, pointOf({-3}));
    }

    void thereAndBackIsTheSame_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<QString>("variables");
        QTest::addColumn<QString>("name");
        const auto row = [](const char* function, const char* variables, const char* name) {
            QTest::addRow("%s, %s", function, name)
                << QString::fromUtf8(function) << QString::fromUtf8(variables)
                << QString::fromUtf8(name);
        };
        row("a*x^2+b", "x a", "a");
        row("a*x^2+b", "x b", "b");
        row("f(w) = w^2+k*x", "w k", "k");
        row("f(w) = w^2+k*x", "w x", "x");
        row("a*x+z", "x z a", "a");
    }
    void thereAndBackIsTheSame() {
        QFETCH(QString, function);
        QFETCH(QString, variables);
        QFETCH(QString, name);
        const Session before = sessionOf(qPrintable(function));
        const Session start = before.function.dimension() == 1
                                  ? before
                                  : sessionOf(qPrintable(function), pointOf({2, 3}));
        const Session there = varying(start, qPrintable(name));
        QCOMPARE(there.function.variables(), variables.split(u' '));
        const Session back = holding(there, qPrintable(name));
        QCOMPARE(back.function.variables(), start.function.variables());
        QCOMPARE(back.initialGuess, start.initialGuess);
        QCOMPARE(session::constantsText(back), session::constantsText(start));
        QCOMPARE(session::changeName(start, there, 6), QStringLiteral("Let %1 vary").arg(name));
        QCOMPARE(session::changeName(there, back, 6), QStringLiteral("Hold %1 constant").arg(name));
    }

    void whatTheTextSaysInFrontIsSaidAnew() {
        Session made = varying(sessionOf("f(w) = w^2+k*x"), "k");
        QCOMPARE(made.function.text(), QStringLiteral("f(w, k) = w^2+k*x"));
        made = holding(made, "w");
        QCOMPARE(made.function.text(), QStringLiteral("f(k) = w^2+k*x"));
        QCOMPARE(constantsOf(made), words("w x"));
    }

    void rolesAreKept_data() {
        QTest::addColumn<Session>("made");
        QTest::newRow("x and a of a*x^2+b") << varying(sessionOf("a*x^2+b"), "a");
        QTest::newRow("a of a*x^2") << holding(varying(sessionOf("a*x^2"), "a"), "x");
        QTest::newRow("x of x^2+y^2") << holding(sessionOf("x^2+y^2", pointOf({2, -3})), "y");
        QTest::newRow("x and z of x*y*z") << holding(sessionOf("x*y*z", pointOf({1, 2, 3})), "y");
        QTest::newRow("w of w*k") << holding(sessionOf("w*k", pointOf({1, 2})), "k");
        QTest::newRow("w and k of f(w) = w*k*x") << varying(sessionOf("f(w) = w*k*x"), "k");
    }
    void rolesAreKept() {
        QFETCH(Session, made);
        const auto file = session::fromFile(session::toFile(made));
        QVERIFY2(file, file ? "" : qPrintable(file.error()));
        QVERIFY(*file == made);
        const auto link = session::fromLink(session::toLink(made));
        QVERIFY2(link, link ? "" : qPrintable(link.error()));
        QVERIFY(*link == made);
    }

    void rolesOutliveWhatIsTyped() {
        const Session made = varying(sessionOf("a*x^2"), "a");
        const auto edited = session::editedFunction(made, QStringLiteral("a*x^2+b*x"));
        QVERIFY(edited);
        QCOMPARE(edited->variables(), words("x a"));
        const Session held = holding(sessionOf("x^2+y^2", pointOf({2, -3})), "y");
        const auto more = session::editedFunction(held, QStringLiteral("x^2+y^2+1"));
        QVERIFY(more);
        QCOMPARE(more->variables(), words("x"));
    }

    void everyRunnerKeepsAPlace() {
        Session made = sessionOf("a*x^2");
        made.others = {{-1, 0.1}};
        made = varying(made, "a");
        QCOMPARE(made.others.front().start, pointOf({-1, 1}));
        made = holding(made, "x");
        QCOMPARE(made.others.front().start, pointOf({1}));
        QCOMPARE(made.constants.front().value, 2.0);
    }

    void whatCannotBeIsSaidInOneSentence() {
        const Session full =
            sessionOf("x1+x2+x3+x4+x5+x6+x7+x8+a", pointOf({1, 2, 3, 4, 5, 6, 7, 8}));
        const auto ninth = session::withVariable(full, "a");
        QVERIFY(!ninth);
        QVERIFY2(isSentence(ninth.error()), qPrintable(ninth.error()));
        const auto none = session::withHeld(sessionOf("a*x^2"), "x");
        QVERIFY(!none);
        QVERIFY2(isSentenceOrStartsWithAQuote(none.error()), qPrintable(none.error()));
        const Session many = sessionOf("x*y+a+b+c+d+g+h+k+l", pointOf({1, 2}));
        QCOMPARE(many.constants.size(), std::size_t(8));
        const auto another = session::withHeld(many, "y");
        QVERIFY(!another);
        QVERIFY2(isSentence(another.error()), qPrintable(another.error()));
    }
};

QTEST_APPLESS_MAIN(TestRoles)
#include "tst_roles.moc"
