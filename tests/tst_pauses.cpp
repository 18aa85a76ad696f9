// SPDX-License-Identifier: GPL-3.0-or-later
#include <QThread>

#include "formula/analysis.h"
#include "formula/expression.h"
#include "person.h"
#include "slowfunctions.h"

namespace {

int evaluations = 0;  ///< of polygamma in the window's thread, while one event is handled

/// Notes the most that one event has cost.
class Costs : public QObject {
public:
    Costs() { qApp->installEventFilter(this); }
    ~Costs() override { qApp->removeEventFilter(this); }

    int most() const { return std::max(m_most, evaluations); }
    void forget() { m_most = evaluations = 0; }

    bool eventFilter(QObject*, QEvent*) override {
        m_most = std::max(m_most, std::exchange(evaluations, 0));
        return false;
    }

private:
    int m_most = 0;
};

}  // namespace

// The linker puts the second in the place of the first.
extern "C" double __real__ZN7formula9polygammaEdd(double order, double x);
extern "C" double __wrap__ZN7formula9polygammaEdd(double order, double x);
double __wrap__ZN7formula9polygammaEdd(double order, double x) {
    if (qApp && QThread::currentThread() == qApp->thread()) ++evaluations;
    return __real__ZN7formula9polygammaEdd(order, x);
}

class TestPauses : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSlowFunctionCostsNoFrame_data() {
        QTest::addColumn<QString>("function");
        QTest::newRow("high order") << "polygamma(90,x)";
        QTest::newRow("sum") << "polygamma(3,x)+lgamma(x)+sec(x)";
        QTest::newRow("digamma") << "x^2+polygamma(0,x^2)";
    }
    void aSlowFunctionCostsNoFrame() {
        QFETCH(QString, function);
        constexpr double calls = 8e6 / 600;  // of some 600 nanoseconds in half a frame
        Person person;
        Costs costs;
        const auto did = [&](const char* what) {
            const int most = costs.most();
            if (most >= calls)
                QFAIL(
                    qPrintable(QStringLiteral("%1: %2").arg(QString::fromLatin1(what)).arg(most)));
            costs.forget();
        };
        person.type(person.functionEdit(), function);
        person.waitForRun();
        did("typing");
        person.press(Qt::Key_0, Qt::ControlModifier);
        did("fitting");
        person.type(person.field("initialGuess"), QStringLiteral("7.5"));
        person.waitForRun();
        did("another start");
        person.press(Qt::Key_2, Qt::ControlModifier);
        did("cobweb");
        person.press(Qt::Key_0, Qt::ControlModifier);
        did("fitting the cobweb");
        person.press(Qt::Key_3, Qt::ControlModifier);
        QTest::mouseMove(&person.window, person.window.rect().center());
        Person::settle();
        did("bifurcation");
        person.press(Qt::Key_1, Qt::ControlModifier);
        person.press(Qt::Key_Plus, Qt::ControlModifier);
        did("zooming");
        person.window.resize(960, 600);
        Person::settle();
        did("another size");
        QApplication::clipboard()->setText(
            QStringLiteral("thalweg --function '%1' --initial-guess 3").arg(function));
        const Answer answer(QMessageBox::Discard);
        person.press(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        did("pasting a command");
    }

    void oneStepIsOneStep_data() {
        QTest::addColumn<int>("most");
        QTest::addColumn<QString>("said");
        QTest::newRow("one") << 1 << QStringLiteral("Computing: 1 step so far …");
        QTest::newRow("two") << 2 << QStringLiteral("Computing: 2 steps so far …");
    }
    void oneStepIsOneStep() {
        QFETCH(int, most);
        QFETCH(QString, said);
        Person person;
        QApplication::clipboard()->setText(
            QStringLiteral("thalweg --function '%1' --initial-guess 3 --max-iterations %2")
                .arg(ruggedFunction())
                .arg(most));
        person.press(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        // The run is over, but what there is in view is still looked for.
        QTRY_COMPARE(person.verdict(), said);
    }

    void theEffortOfAFunctionCounts() {
        const auto affordable = [](const char* text) {
            return formula::evaluationsPerFrame(formula::analyse(text)->functionProgram);
        };
        QVERIFY(affordable("polygamma(1,x)") < affordable("sin(1+x+x+x)") / 4);
        QVERIFY(affordable("2*polygamma(1,x)") > affordable("polygamma(2,x)+polygamma(1,x)"));
    }
};

QTEST_MAIN(TestPauses)
#include "tst_pauses.moc"
