// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is said of runs of other methods than plain gradient descent, with schedules and noise.
#include <QTest>

#include "insight/survey.h"
#include "runs.h"
#include "sentence.h"
#include "session/method.h"
#include "session/wording/endingwording.h"
#include "session/wording/wording.h"

namespace {

QString said(const QString& function, double start, const descent::Settings& settings) {
    const formula::Analysis analysis = analysed(function.toStdString());
    const descent::Objective objective(analysis, settings.direction);
    const auto inView = insight::survey(objective, {-5, 5}, 1200);
    return session::describe(finished(analysis, start, settings, inView).verdict, settings);
}

descent::Settings settingsOf(double alpha, int most, const char* method, const char* schedule = "",
                             double noise = 0, double tolerance = 1e-6) {
    descent::Settings settings{.alpha = alpha, .maxIterations = most};
    settings.tolerance = tolerance;
    settings.method = session::methodFrom(QString::fromLatin1(method)).value();
    if (*schedule) settings.schedule = session::scheduleFrom(QString::fromLatin1(schedule)).value();
    settings.noise.sigma = noise;
    return settings;
}

descent::Settings ascending(descent::Settings settings) {
    settings.direction = descent::Direction::Ascend;
    return settings;
}

}  // namespace

class TestMethodWording : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatMethodsSchedulesAndNoiseDo_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("start");
        QTest::addColumn<descent::Settings>("settings");
        QTest::addColumn<QString>("says");
        QTest::addColumn<QString>("silent");
        const auto row = [](const char* name, const char* function, double start,
                            const descent::Settings& settings, const char* says,
                            const char* silent = "never said") {
            QTest::newRow(name) << QString::fromLatin1(function) << start << settings
                                << QString::fromUtf8(says) << QString::fromUtf8(silent);
        };
        row("starvation", "sqrt(1+x^2)", 100, settingsOf(0.1, 2000, "adagrad"),
            "The step of AdaGrad, divided by all slopes so far, has shrunk to 2.2 % of its first: "
            "it crawls.");
        row("first step", "1e6*x^2", 4, settingsOf(0.1, 200, "adam"),
            "The first step of Adam is α long whatever the slope; plain gradient descent’s would "
            "have been 8×10⁵.");
        row("longer first step", "1e6*x^2", 4, settingsOf(0.1, 200, "rmsprop"),
            "The first step of RMSprop is 10 α long whatever the slope;");
        row("undivided", "x^4-4*x^2+x", 2, settingsOf(0.1, 200, "radam"),
            "RAdam does not divide its first 5 steps by the size of the slope, so with step 2 it "
            "leapt over the hilltop at 0.126");
        row("carried", "x^4-4*x^2+x", 2, settingsOf(0.03, 500, "momentum"),
            "Momentum carried it over the hilltop at 0.126");
        row("carried and back", "(x-1)^2+0.5*sin(5*x)", 3, settingsOf(0.05, 300, "momentum"),
            "Momentum carried it over the hilltop at 1.68721, in step 4. Momentum carried it over "
            "the hilltop at 0.168636 in step ");
        row("swings", "x^4-4*x^2+x", 2, settingsOf(0.03, 500, "momentum"),
            " times. Near it each step keeps √β = 0.949 of the swing, with every α from ");
        row("overshoots", "x^4-4*x^2+x", 2, settingsOf(0.1, 500, "adam"),
            "Adam overshot: it passed the minimum, at 1.347, ");
        row("passes 0 twice in a turn", "abs(x)", 3, settingsOf(0.5, 200, "lion"),
            "Swings forever between 3 points, from x = −0.5 to x = 0.5.");
        row("stands still in a turn", "x^2", -3.46, settingsOf(10, 200, "rprop:grow=2"),
            "Swings forever between 4 points");
        row("looks ahead and swings", "x^2", 4, settingsOf(0.01, 500, "nesterov"),
            "Near it each step keeps √(β(1 − α·f″)) = 0.939 of the swing. The best α is 1/f″ = "
            "0.5.");
        row("at its limit", "x^2", 4, settingsOf(1.9, 200, "momentum"),
            "α = 1.9 is the limit of Momentum at x* = 0, 2(1+β)/f″(x*) = 1.9: near it, each step "
            "lands as far on the other side. The best α are those from ",
            "diverge");
        row("beyond its limit", "x^2", 4, settingsOf(1.95, 200, "momentum"),
            "α = 1.95 is beyond the limit of Momentum, 2(1+β)/f″ = 1.9: each of its last steps "
            "was ");
        row("Nesterov’s limit", "x^2", 4, settingsOf(0.7, 200, "nesterov"),
            "α = 0.7 is beyond the limit of Nesterov momentum, 2(1+β)/((1+2β)·f″) = 0.678571");
        row("below its limit", "x^2", 4, settingsOf(1.899, 500, "momentum"),
            "of the distance, on the other side: α is below the limit, 2(1+β)/f″(x*) = 1.9, but "
            "above the best.");
        row("warm-up", "x^2", 4, settingsOf(0.1, 200, "gradient", "warmup:steps=20"),
            "The warm-up shortened its first 19 steps: α was below 0.1 there. With α = 0.1 at "
            "every step it would have converged after 72 steps.");
        row("cosine", "x^2", 4, settingsOf(0.1, 200, "gradient", "cosine"),
            "The schedule had brought α down to 0.0");
        row("step decay", "x^2", 4, settingsOf(0.1, 500, "gradient", "step:every=20,gamma=0.8"),
            "The schedule cut α ", "Still");
        row("saved", "x^2", 4, settingsOf(1.2, 200, "gradient", "exponential:gamma=0.9"),
            "With α = 1.2 at every step it would have diverged after ");
        row("rattles", "x^2", 4, settingsOf(0.1, 200, "adam", "", 0.5),
            "Rattles about the minimum at x = 0: its last 100 steps went between x = ",
            "did not fall");
        row("rattles on", "x^2", 4, settingsOf(0.1, 200, "gradient", "", 0.5),
            "The noise on f′, σ = 0.5, keeps it going, and more steps bring it no closer: x "
            "spreads by 0.");
        row("noise named", "x^2", 4, settingsOf(0.1, 200, "gradient", "inverse:rate=0.1", 0.5),
            "f did not fall at every step: each took f′ with noise, σ = 0.5.", "Rattles");
        row("leaves again", "x^2", 4, settingsOf(0.1, 200, "rmsprop"),
            "Came within the tolerance at a minimum, x ≈ 0, f ≈ 0, after 78 steps, but leaves "
            "again. 791 steps on, |f′| would be 1.3 again. In the next 5,000 steps x would get up "
            "to 0.64 away. It would end swinging between 2 points, from x = −0.05 to x = 0.05. "
            "With a constant α, "
            "RMSprop ends swinging by ±α/2 = ±0.05.",
            "Reached");
        row("leaves again gently", "1e-5*x^2", 4, settingsOf(0.1, 200, "rmsprop"),
            "but leaves again.", "Reached");
        row("leaves for another valley", "cos(3*x)+x^2/4", 4.377,
            settingsOf(1e-3, 2000, "momentum:beta=0.99", "", 0, 0.1),
            "it would be back within the tolerance, but at x = ", "Reached");
        row("would diverge", "exp(-x^2)", 4.941, settingsOf(0.3, 200, "barzilai-borwein"),
            "It would not stay there. With 999 more steps it would diverge.", "∞");
        row("in balance", "x^2", 1, ascending(settingsOf(1, 100'000, "adamw:beta2=0.9")),
            "Stalled after 3,234 steps at x = 100, f = 10000: the decay of AdamW and f′ hold each "
            "other in balance there. |f′| = 200 there.",
            "lost");
        row("comes to a standstill", "0.1*x^2-0.6*exp(-8*(x-2)^2)", 2,
            settingsOf(0.05, 200, "adamax:beta1=0.95", "exponential:gamma=0.9"),
            "88 more steps would bring it to a standstill.");
        row("stood still long ago", "x^6/1000", -1,
            settingsOf(1e-12, 1000, "adam", "step:every=1,gamma=0.5"),
            "Stalled after 15 steps at x = −1, f = 0.001: the schedule has brought α down to "
            "3.05176×10⁻¹⁷, and no step moves it any more.");
        row("too far out to move", "x^2", 1e12, settingsOf(1e-5, 200, "lion"),
            "Stalled right at the start", "Every step");
        row("steep", "1e160*x^2", 1, settingsOf(0.1, 2000, "backtracking"),
            "Stalled after 189 steps at x = −2.94006×10⁻¹⁶³, f = 0: no step lowers f enough there");
        row("begins on a hilltop", "x^4/4-x^2/2", 0, settingsOf(0.1, 200, "radam"),
            "Stopped at a maximum, x = 0, f = 0, right at the start: the gradient is zero there "
            "and f″ = −1 < 0, so the descent cannot leave it.");
        row("far out", "1/(1+exp(-x))", 0, settingsOf(5.2, 3000, "rprop", "", 0, 1e-3),
            "Stopped on flat ground at x = −402.182", "jump");
        row("a smaller rate", "x^2", 1, settingsOf(1000, 200, "momentum"),
            "With α = 1 and more iterations it comes to rest at x = 0 after 275 steps.");
        row("held off", "x^4-4*x^2+x", 2, settingsOf(0.1, 200, "adamw"),
            "The decay of AdamW pulls it towards 0 as much as f′ pulls it on, and holds it 0.0017 "
            "off the minimum at 1.347");
        row("shortest", "1e4*(x-1.3)^2", 4, settingsOf(0.1, 2000, "rprop"),
            "Its steps are as short as those of Rprop can be: 10⁻⁶.", "Still moving");
        row("all of a length", "x^2", 4, settingsOf(0.1, 500, "lion"),
            "Every step of Lion is α long, however small the slope.", "Still moving");
        row("overflow", "1e170*x^2", 4, settingsOf(0.1, 2000, "adam"),
            "Stalled right at the start at x = 4, f = 1.6×10¹⁷¹: the squares of its slopes are "
            "beyond 1.8×10³⁰⁸, so the steps that Adam divides by their root are 0.",
            "Still moving");
        row("shrunk to nothing", "x^2", 4,
            settingsOf(0.1, 200, "gradient", "exponential:gamma=0.5"),
            "the schedule has brought α down to 2.22045×10⁻¹⁷, and no step moves it any more.",
            "comes to rest");
        row("over", "x^2", 4, settingsOf(0.01, 200, "momentum", "cosine"),
            "The schedule ended after 200 steps with α = 0, at x = ", "more step");
        row("fading", "x^2", 4, settingsOf(0.01, 60, "gradient", "exponential:gamma=0.9"),
            "of the first: ");
        row("rising", "x^2", 4, settingsOf(0.1, 200, "gradient", "warmup:steps=1000"),
            "The run ended in the warm-up of 1,000 steps: α had come to 0.02.");
        row("waiting", "x^2", 4, settingsOf(0.3, 900, "gradient", "warmup:steps=1000"),
            "|f′| is below 10⁻⁶, but no run converges while α rises.");
        row("unchanged", "x^2", 4, settingsOf(0.01, 200, "gradient", "step:every=1000"),
            "α was the same all the time: the schedule changes it only after 1,000 steps.");
        row("noise", "x^2", 4, settingsOf(0.1, 200, "gradient", "", 0.1),
            "In its last 32 steps |f′| was below the noise, 0.1, so that chance led them.");
        row("no digit changes", "x^4+1e9", 0.01, settingsOf(1e-6, 200, "gradient", "", 1e-3),
            "No digit of f changed at the end, nor would one in the next ", "falling");
        row("exact for all its rounding", "(x-2)^2*1000+12345", 4,
            settingsOf(0.9, 200, "backtracking"), "Reached a minimum at x = 2, f = 12345");
        row("lost in rounding", "(x-2)^2+(x+1e16)-x-1e16", 4, settingsOf(0.9, 200, "backtracking"),
            "what a step would lower f by is hidden, as rounding alone may change f by ");
    }
    void tellsWhatMethodsSchedulesAndNoiseDo() {
        QFETCH(QString, function);
        QFETCH(double, start);
        QFETCH(descent::Settings, settings);
        QFETCH(QString, says);
        QFETCH(QString, silent);
        const QString text = said(function, start, settings);
        QVERIFY2(isSentence(text), qPrintable(text));
        QVERIFY2(text.contains(says), qPrintable(text));
        QVERIFY2(!text.contains(silent), qPrintable(text));
    }

    /// α is the length of Rprop's first step only, of a line search the first one that is tried.
    void advisesNoOtherRateWhereThatDoesNotHelp_data() {
        QTest::addColumn<QByteArray>("method");
        QTest::newRow("Rprop") << QByteArray("rprop");
        QTest::newRow("line search") << QByteArray("backtracking");
        QTest::newRow("measured") << QByteArray("barzilai-borwein");
        QTest::newRow("always α") << QByteArray("lion");
    }
    void advisesNoOtherRateWhereThatDoesNotHelp() {
        QFETCH(QByteArray, method);
        for (const char* function : {"abs(x^2-2)", "x^2", "-exp(-x^2)", "x^4-4*x^2+x", "-cos(4*x)",
                                     "1e4*(x-1.3)^2", "cbrt(x)", "sqrt(1+x^2)"}) {
            for (const double alpha : {0.01, 0.1, 1.0, 10.0}) {
                const QString text =
                    said(QString::fromLatin1(function), 1.7, settingsOf(alpha, 300, method));
                QVERIFY2(!text.contains(QStringLiteral("With α = ")) &&
                             !text.contains(QStringLiteral("Try an α")),
                         qPrintable(text));
            }
        }
    }

    /// More iterations let it go on, unlike one that has shrunk α to nothing.
    void aScheduleThatEndsWithTheRunIsNoStandstill() {
        const auto verdict = [](const descent::Settings& settings) {
            return finished(analysed("x^2"), 4, settings).verdict;
        };
        const auto over = verdict(settingsOf(0.01, 200, "momentum", "cosine"));
        QVERIFY(session::endingOf(over, descent::Direction::Descend) == session::Ending::Going &&
                insight::isCutShort(over));
        const auto lost = verdict(settingsOf(0.1, 200, "gradient", "exponential:gamma=0.5"));
        QVERIFY(session::endingOf(lost, descent::Direction::Descend) ==
                    session::Ending::Unsettled &&
                !insight::isCutShort(lost));
    }

    /// More steps do not bring it closer: they are not offered.
    void whatNoiseLeadsCannotSettle() {
        for (const char* method : {"gradient", "adam", "momentum"}) {
            const auto settings = settingsOf(0.05, 500, method, "", 0.5);
            const auto rattling = finished(analysed("x^2"), 4, settings).verdict;
            QVERIFY(session::endingOf(rattling, descent::Direction::Descend) ==
                    session::Ending::Unsettled);
            QVERIFY(!insight::isCutShort(rattling));
        }
        const auto onItsWay =
            finished(analysed("x^2"), 400, settingsOf(0.001, 200, "gradient", "", 0.5)).verdict;
        QVERIFY(session::endingOf(onItsWay, descent::Direction::Descend) == session::Ending::Going);
        QVERIFY(insight::isCutShort(onItsWay));
    }

    /// What theory says of plain gradient descent is said of no other.
    void saysNoTheoryOfOthers() {
        for (const descent::Method& method : descent::methods()) {
            if (descent::isPlain(method)) continue;
            for (const char* function : {"x^2", "abs(x)", "x^4-4*x^2+x", "-cos(4*x)", "x^4"}) {
                for (const double alpha : {0.01, 0.3, 2.0}) {
                    descent::Settings settings{.alpha = alpha, .maxIterations = 300};
                    settings.method = method;
                    const QString text = said(QString::fromLatin1(function), 1.7, settings);
                    const bool has = descent::response(method, alpha, 1).has_value();
                    for (const char* theory : {"m = 1", "2/f″", "A smaller α", "f″(x*)"})
                        QVERIFY2((has && text.contains(QStringLiteral("(1+β)/"))) ||
                                     !text.contains(QString::fromUtf8(theory)),
                                 qPrintable(text));
                    QVERIFY2(isSentence(text), qPrintable(text));
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestMethodWording)
#include "tst_methodwording.moc"
