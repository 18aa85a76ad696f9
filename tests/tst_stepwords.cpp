// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRegularExpression>
#include <QTest>
#include <cmath>

#include "runs.h"
#include "session/method.h"
#include "session/stepwords.h"
#include "session/wording/alttext.h"

namespace {

/// Step n of a run from 4.
struct Told {
    Told(const char* method, std::size_t n, double alpha = 0.1, const char* function = "x^2",
         descent::Direction direction = descent::Direction::Descend) {
        settings = {alpha, 1200, 1e-300, direction};
        settings.method = *session::methodFrom(QString::fromLatin1(method));
        trajectory = finished(analysed(function), 4, settings).trajectory;
        from = trajectory.state(n);
        to = trajectory.state(n + 1);
    }
    session::TakenStep step() const { return {from, to, settings}; }
    QStringList labels() const {
        QStringList all;
        for (const descent::PartName& part : descent::partNames(settings.method))
            all += session::partLabel(part, step());
        return all;
    }
    QString alt(double position, bool parabola) const {
        const std::optional<insight::Verdict> none;
        return session::tellNextStep({trajectory, settings, none, position}, parabola);
    }

    descent::Settings settings;
    descent::Trajectory trajectory;
    descent::State from;
    descent::State to;
};

QString utf8(const char* text) {
    return QString::fromUtf8(text);
}

QString plain(QString text) {
    text.replace(QLatin1String("&nbsp;"), QLatin1String(" "));
    text.replace(QLatin1String("<br>"), QLatin1String(" | "));
    return text.remove(QRegularExpression(QStringLiteral("<[^>]*>")));
}

}  // namespace

class TestStepWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLabelHasTheSymbolsOfTheEquation_data() {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QStringList>("parts");
        const auto row = [](const char* method, const char* label, const QStringList& parts) {
            QTest::newRow(method) << QString::fromLatin1(method) << utf8(label) << parts;
        };
        row("gradient", "−α f′(x₁)", {});
        row("momentum", "−α v₂", {utf8("carried β v₁"), utf8("gradient f′(x₁)")});
        row("nesterov", "−α (f′(x₁) + β v₂)",
            {utf8("carried β² v₁"), utf8("gradient (1 + β) f′(x₁)")});
        row("rmsprop", "−α f′(x₁)/(√s₂ + ε)", {});
        row("adam", "−α m̂₂/(√v̂₂ + ε)", {utf8("carried 0.9 m₁"), utf8("gradient 0.1 f′(x₁)")});
        row("adam:correction=off", "−α m₂/(√v₂ + ε)",
            {utf8("carried 0.9 m₁"), utf8("gradient 0.1 f′(x₁)")});
        row("adamw", "x₂ − x₁",
            {utf8("carried 0.9 m₁"), utf8("gradient 0.1 f′(x₁)"), utf8("decay α · 0.01 x₁")});
        row("nadam", "x₂ − x₁", {utf8("carried 0.9 m₁"), utf8("gradient f′(x₁)")});
        row("lion", "−α sign(c)", {utf8("carried 0.9 m₁"), utf8("gradient 0.1 f′(x₁)")});
        row("rprop", "−sign(f′(x₁)) · Δ₂", {});
        row("newton", "−α f′(x₁)/|f″(x₁)|", {});
        row("backtracking", "−s f′(x₁)", {});
    }
    void aLabelHasTheSymbolsOfTheEquation() {
        QFETCH(QString, method);
        QFETCH(QString, label);
        QFETCH(QStringList, parts);
        const Told told(method.toLatin1(), 1, 0.01, "x^4");
        QCOMPARE(session::stepLabel(told.step()), label);
        QCOMPARE(told.labels(), parts);
        const QString card =
            plain(session::stepEquation(told.from, told.to, told.settings, session::usualDigits));
        for (const QString& part : parts) {
            const QString symbol = part.section(u' ', -1);
            QString onCard = symbol;
            onCard.replace(u'₁', u'1');
            QVERIFY2(card.contains(onCard), qPrintable(card));
        }
    }

    void thePlusOfAnAscentStands() {
        const Told up("gradient", 0, 0.1, "-x^2", descent::Direction::Ascend);
        QCOMPARE(session::stepLabel(up.step()), utf8("+α f′(x₀)"));
        QVERIFY(plain(session::parabolaEquation(up.step()))
                    .endsWith(utf8("parabola: curvature −1/α = −10")));
    }

    void anIterationOfManyDigitsKeepsThemAll() {
        const Told late("momentum:beta=0.99999", 1104, 1e-5);
        QCOMPARE(session::stepLabel(late.step()), utf8("−α v₁₁₀₅"));
    }

    void theCardTellsThePartsByTheirNames() {
        QCOMPARE(plain(session::partsEquation(Told("momentum", 1).step())),
                 utf8("x2 − x1 = −0.72 (carried) − 0.64 (gradient)"));
        QCOMPARE(plain(session::partsEquation(Told("adagrad", 0).step())),
                 utf8("plain step: −α f′(x0) = −0.8"));
        const Told adam("adam", 1);
        QCOMPARE(plain(session::partsEquation(adam.step())),
                 utf8("x2 − x1 = −0.0479645 (carried) − 0.0519615 (gradient) | "
                      "plain step: −α f′(x1) = −0.78"));
        QVERIFY(session::partsEquation(Told("gradient", 0).step()).isEmpty());
    }

    void theCardTellsTheCurvature() {
        const auto told = [](const char* method, double alpha, const char* function) {
            return plain(session::parabolaEquation(Told(method, 0, alpha, function).step()));
        };
        QCOMPARE(told("gradient", 0.1, "x^2"), utf8("parabola: curvature 1/α = 10"));
        QCOMPARE(told("newton", 0.5, "x^2"), utf8("parabola: curvature |f″(x0)|/α = 4"));
        QCOMPARE(told("newton", 1, "x"), utf8("parabola: curvature max(|f″(x0)|, 10⁻⁶)/α = 10⁻⁶"));
        QCOMPARE(told("backtracking", 2, "x^2"), utf8("parabola: curvature 1/s = 2"));
        QCOMPARE(told("barzilai-borwein", 0.1, "x^2"), utf8("parabola: curvature 1/α = 10"));
        QCOMPARE(told("momentum", 0.1, "x^2"), QString());
    }

    void screenReadersHearOfTheParts() {
        const Told momentum("momentum", 1);
        QCOMPARE(momentum.alt(1.5, true),
                 utf8("The step of −1.36 is made of −0.72 carried, −0.64 gradient."));
        QCOMPARE(Told("adagrad", 0).alt(0, false),
                 utf8("A plain step would be −0.8 instead of −0.1."));
        QCOMPARE(Told("backtracking", 0, 2).alt(0, true),
                 utf8("2 longer tries were refused. The parabola through the ball with the "
                      "curvature 2 has its vertex at x = 0."));
        QCOMPARE(Told("backtracking", 0, 1).alt(0, false), utf8("1 longer try was refused."));
        const auto last = static_cast<double>(momentum.trajectory.size() - 1);
        QCOMPARE(momentum.alt(last, true), QString());
        QCOMPARE(Told("gradient", 0).alt(0, false), QString());
    }

    void tipsHaveTheNumbers() {
        const Told told("momentum", 1);
        const auto parts = descent::stepParts(told.settings, told.from, told.to).parts;
        QCOMPARE(session::explainPart(parts[0], told.step()),
                 utf8("Carried on from earlier gradients (β v₁): −0.72 of the step −1.36.\n"
                      "Dotted: −0.8, before it shrank."));
        QCOMPARE(session::explainPart(parts[1], told.step()),
                 utf8("What the gradient here adds (f′(x₁)): −0.64 of the step −1.36."));
        QCOMPARE(session::explainParabola(10, Told("gradient", 0).step()),
                 utf8("The parabola through the ball with the slope that the step takes and the "
                      "curvature "
                      "1/α = 10.\nIts vertex is where the step leads: x = 3.2."));
    }
};

QTEST_GUILESS_MAIN(TestStepWords)
#include "tst_stepwords.moc"
