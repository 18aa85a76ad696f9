// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "functions.h"
#include "session/constants.h"
#include "session/formernames.h"
#include "session/runners.h"

using session::FormerNames;
using session::Session;

class TestFormerNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aConstantThatComesBackHasItsValueAndItsSlider() {
        FormerNames former;
        Session made = session::withFunction({}, functionOf(QStringLiteral("a*x^2")));
        made.constants[0].value = 3;
        made.constants[0].range = insight::Range{0, 4};
        const Session without = typed(former, made, "x^2");
        QVERIFY(without.constants.empty());
        QVERIFY(typed(former, without, "a*x^2").constants[0] == made.constants[0]);
        QCOMPARE(typed(former, without, "b*x^2").constants[0].value, 1.0);
    }

    void aVariableThatComesBackStartsWhereItDid() {
        FormerNames former;
        Session made = session::withFunction({}, functionOf(QStringLiteral("x^2+y^2")));
        made.initialGuess[0] = 3;
        made.initialGuess[1] = -2;
        session::Runner other = session::chosenRunner(made);
        other.start[1] = 7;
        made = *session::adding(made, other);
        const Session alone = typed(former, made, "x^2");
        const Session again = typed(former, alone, "x^2+y^2");
        QVERIFY(session::runners(again) == session::runners(made));
    }

    /// While one types "a*x^2", a alone varies first.
    void theValueOfAConstantIsNoStart() {
        FormerNames former;
        Session made = session::withFunction({}, functionOf(QStringLiteral("a*x^2+y^2")));
        made.constants[0].value = 3;
        made.initialGuess[0] = 2.5;
        made.initialGuess[1] = 1;
        Session last = made;
        for (const char* text : {"a", "a*x", "a*x^2", "a*x^2+y", "a*x^2+2*y^2"})
            last = typed(former, last, text);
        QVERIFY(last.initialGuess == made.initialGuess);
        QCOMPARE(last.constants[0].value, 3.0);
    }

    void whatIsForgottenBeginsAnew() {
        FormerNames former;
        Session made = session::withFunction({}, functionOf(QStringLiteral("a*x^2")));
        made.constants[0].value = 3;
        const Session without = typed(former, made, "x^2");
        former.clear();
        QCOMPARE(typed(former, without, "a*x^2").constants[0].value, 1.0);
    }

private:
    static Session typed(FormerNames& former, const Session& from, const char* text) {
        former.note(from);
        return former.withFunction(from, functionOf(QString::fromUtf8(text)));
    }
};

QTEST_GUILESS_MAIN(TestFormerNames)
#include "tst_formernames.moc"
