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
        for (const auto& part : parts()) all += session::partLabel(part, step());
        return all;
    }
    std::vector<descent::StepParts::Part> parts() const {
        return descent::stepParts(settings, from, to).parts;
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

/// Of the formula of a part, as our reader of functions has it, with numbers for its symbols.
double valueOf(std::string_view formula, const Told& told) {
    static const QRegularExpression symbol(QStringLiteral("\\{([a-zA-Z^][^}]*)\\}"));
    static const QRegularExpression power(utf8("×10(⁻?)([⁰¹²³⁴⁵⁶⁷⁸⁹]+)"));
    QString text = QString::fromUtf8(formula.data(), static_cast<qsizetype>(formula.size()));
    text.replace(QLatin1String("{n'}"), QLatin1String("^({=n'})"));
    text.replace(symbol, QStringLiteral("({=\\1})"));
    const std::string numbers = text.toStdString();
    text = session::typesetPart(numbers, told.from, told.to, told.settings, 17);
    text = plain(text);
    for (auto match = power.match(text); match.hasMatch(); match = power.match(text)) {
        QString digits = match.captured(2);
        const QString raised = utf8("⁰¹²³⁴⁵⁶⁷⁸⁹");
        for (QChar& digit : digits) digit = QChar(u'0' + static_cast<int>(raised.indexOf(digit)));
        const QString sign = match.captured(1).isEmpty() ? QString() : QStringLiteral("-");
        text.replace(match.capturedStart(), match.capturedLength(), u'e' + sign + digits);
    }
    return descent::Objective(analysed(text.toUtf8().constData())).value(0);
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
        row("momentum", "−α v₂", {utf8("carried −α β v₁"), utf8("new −α f′(x₁)")});
        row("nesterov", "−α (f′(x₁) + β v₂)",
            {utf8("carried −α β² v₁"), utf8("new −α (1 + β) f′(x₁)")});
        row("rmsprop", "−α f′(x₁)/(√s₂ + ε)", {});
        row("adam", "−α m̂₂/(√v̂₂ + ε)",
            {utf8("carried, from 0.9 m₁"), utf8("new, from 0.1 f′(x₁)")});
        row("adam:correction=off", "−α m₂/(√v₂ + ε)",
            {utf8("carried −α · 0.9 m₁/(√v₂ + ε)"), utf8("new −α · 0.1 f′(x₁)/(√v₂ + ε)")});
        row("adamax", "−α m̂₂/u₂", {utf8("carried, from 0.9 m₁"), utf8("new, from 0.1 f′(x₁)")});
        row("radam", "−α m̂₂",
            {utf8("carried −α · 0.9 m₁/(1 − 0.9²)"), utf8("new −α · 0.1 f′(x₁)/(1 − 0.9²)")});
        row("adamw", "x₂ − x₁",
            {utf8("carried, from 0.9 m₁"), utf8("new, from 0.1 f′(x₁)"),
             utf8("decay −α · 0.01 x₁")});
        row("nadam", "x₂ − x₁", {utf8("carried, from 0.9 m₁"), utf8("new, from f′(x₁)")});
        row("lion", "−α sign(c)",
            {utf8("carried −α · 0.9 m₁/|c|"), utf8("new −α · 0.1 f′(x₁)/|c|")});
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
        static const QRegularExpression symbol(utf8("f′\\(x₁\\)|[mvx]₁"));
        const QString card =
            plain(session::stepEquation(told.from, told.to, told.settings, session::usualDigits));
        for (const QString& part : parts) {
            QString onCard = symbol.match(part).captured();
            onCard.replace(u'₁', u'1');
            QVERIFY2(card.contains(onCard), qPrintable(card));
        }
    }

    /// With its sign and its factor: the numbers put in make the arrow.
    void theFormulaOfAPartIsItsLength_data() {
        QTest::addColumn<QString>("method");
        for (const descent::Method& method : descent::methods()) {
            if (!descent::partNames(method).empty())
                QTest::newRow(descent::name(method).data()) << session::methodText(method);
        }
        for (const char* method :
             {"adam:correction=off", "amsgrad:correction=off", "adamw:correction=off"})
            QTest::newRow(method) << QString::fromLatin1(method);
    }
    void theFormulaOfAPartIsItsLength() {
        QFETCH(QString, method);
        for (const auto direction : {descent::Direction::Descend, descent::Direction::Ascend}) {
            for (const std::size_t n : {1, 2, 9}) {
                const Told told(method.toLatin1(), n, 0.013, "sin(2x)+x/3", direction);
                QVERIFY(!told.parts().empty());
                for (const auto& part : told.parts()) {
                    QVERIFY(part.length != 0);
                    const double value = valueOf(part.formula, told);
                    QVERIFY2(std::abs(value - part.length) <= 1e-9 * std::abs(part.length),
                             qPrintable(QStringLiteral("%1: %2 is %3, not %4")
                                            .arg(direction == descent::Direction::Ascend)
                                            .arg(utf8(std::string(part.formula).c_str()))
                                            .arg(value)
                                            .arg(part.length)));
                }
            }
        }
    }

    void thePlusOfAnAscentStands() {
        const Told up("gradient", 0, 0.1, "-x^2", descent::Direction::Ascend);
        QCOMPARE(session::stepLabel(up.step()), utf8("+α f′(x₀)"));
        const Told carrying("momentum", 1, 0.1, "-x^2", descent::Direction::Ascend);
        QCOMPARE(carrying.labels(), QStringList({utf8("carried −α β v₁"), utf8("new +α f′(x₁)")}));
        QVERIFY(plain(session::parabolaEquation(up.step()))
                    .endsWith(utf8("parabola: curvature −1/α = −10")));
    }

    void anIterationOfManyDigitsKeepsThemAll() {
        const Told late("momentum:beta=0.99999", 1104, 1e-5);
        QCOMPARE(session::stepLabel(late.step()), utf8("−α v₁₁₀₅"));
    }

    void theCardTellsThePartsByTheirNames() {
        QCOMPARE(plain(session::partsEquation(Told("momentum", 1).step())),
                 utf8("x2 − x1 = −0.72 (carried) − 0.64 (new)"));
        QCOMPARE(plain(session::partsEquation(Told("adagrad", 0).step())),
                 utf8("plain step: −α f′(x0) = −0.8"));
        const Told adam("adam", 1);
        QCOMPARE(plain(session::partsEquation(adam.step())),
                 utf8("x2 − x1 = −0.0479645 (carried) − 0.0519615 (new) | "
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
                 utf8("The step of −1.36 is made of −0.72 carried, −0.64 from the "
                      "gradient here."));
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
                 utf8("Carried on from earlier gradients (−α β v₁): −0.72 of the "
                      "step −1.36.\n"
                      "Dotted: −0.8, before it shrank."));
        QCOMPARE(session::explainPart(parts[1], told.step()),
                 utf8("What the gradient here adds (−α f′(x₁)): −0.64 of the step "
                      "−1.36."));
        QCOMPARE(session::explainParabola(10, Told("gradient", 0).step()),
                 utf8("The parabola through the ball with the slope that the step takes and the "
                      "curvature "
                      "1/α = 10.\nIts vertex is where the step leads: x = 3.2."));
    }
};

QTEST_GUILESS_MAIN(TestStepWords)
#include "tst_stepwords.moc"
