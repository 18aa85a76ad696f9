// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRegularExpression>
#include <QTest>
#include <algorithm>

#include "equations.h"
#include "runs.h"
#include "session/method.h"
#include "session/wording/wording.h"

using descent::Point;

class TestVectorEquation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepsAreToldWithVectorsAndTheNumbersOfEachCoordinate_data() {
        QTest::addColumn<QString>("method");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<int>("from");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* method, double alpha, int from, const char* words) {
            QTest::addRow("%s, step %d", method, from)
                << QString::fromLatin1(method) << alpha << from << QString::fromUtf8(words);
        };
        // x² + 4xy + 10y² from (1, 2): the gradient is (2x + 4y, 4x + 20y) = (10, 44).
        row("gradient", 0.1, 0,
            "x1 = x0 − α ∇f(x0) | x: 1 − 0.1 · 10 = 0 | y: 2 − 0.1 · 44 = −2.4 | f: 49 → 57.6");
        row("momentum", 0.1, 0,
            "v1 = β v0 + ∇f(x0) | x: 0.9 · 0 + 10 = 10 | y: 0.9 · 0 + 44 = 44 | "
            "x1 = x0 − α v1 | x: 1 − 0.1 · 10 = 0 | y: 2 − 0.1 · 44 = −2.4 | f: 49 → 57.6");
        row("adam", 0.1, 0,
            "m1 = 0.9 m0 + 0.1 ∇f(x0) | x: 0.9 · 0 + 0.1 · 10 = 1 | y: 0.9 · 0 + 0.1 · 44 = 4.4 | "
            "v1 = 0.999 v0 + 0.001 ∇f(x0)² | x: 0.999 · 0 + 0.001 · 10² = 0.1 | "
            "y: 0.999 · 0 + 0.001 · 44² = 1.936 | m̂1 = m1/(1 − 0.9¹) = (10, 44) | "
            "v̂1 = v1/(1 − 0.999¹) = (100, 1936) | x1 = x0 − α m̂1/(√v̂1 + ε) | "
            "x: 1 − 0.1 · 10/(√100 + 10⁻⁸) = 0.9 | y: 2 − 0.1 · 44/(√1936 + 10⁻⁸) = 1.9 | "
            "f: 49 → 43.75");
        // |H|⁻¹∇f leads to the bottom of the bowl, (0, 0).
        row("newton", 0.5, 0,
            "d = |H0|⁻¹ ∇f(x0) = (1, 2) | x1 = x0 − α d | x: 1 − 0.5 · 1 = 0.5 | "
            "y: 2 − 0.5 · 2 = 1 | f: 49 → 12.25");
        row("rprop", 2, 0,
            "Δ1 = min(max(α, 10⁻⁶), 50) | x: min(max(2, 10⁻⁶), 50) = 2 | "
            "y: min(max(2, 10⁻⁶), 50) = 2 | x1 = x0 − sign(∇f(x0)) · Δ1 | "
            "x: 1 − sign(10) · 2 = −1 | y: 2 − sign(44) · 2 = 0 | f: 49 → 1");
        row("backtracking", 0.4, 0,
            "s = α · 0.5³ = 0.4 · 0.5³ = 0.05 | x1 = x0 − s ∇f(x0) | x: 1 − 0.05 · 10 = 0.5 | "
            "y: 2 − 0.05 · 44 = −0.2 | f: 49 → 0.25");
        // Δx = (−1, −4.4), Δg = (−19.6, −92): 20.36/424.4 from (0, −2.4), where ∇f = (−9.6, −48).
        row("barzilai-borwein", 0.1, 1,
            "s = |x1 − x0|²/((x1 − x0) · (∇f(x1) − ∇f(x0))) = 20.36/424.4 = 0.0479736 | "
            "x2 = x1 − s ∇f(x1) | x: 0 − 0.0479736 · (−9.6) = 0.460547 | "
            "y: −2.4 − 0.0479736 · (−48) = −0.0972667 | f: 57.6 → 0.127528");
    }
    void stepsAreToldWithVectorsAndTheNumbersOfEachCoordinate() {
        QFETCH(QString, method);
        QFETCH(double, alpha);
        QFETCH(int, from);
        QFETCH(QString, words);
        descent::Settings settings{alpha, 10, 1e-6};
        settings.method = *session::methodFrom(method);
        const auto run = runOf("x^2+4*x*y+10*y^2", two(1, 2), settings);
        const auto n = static_cast<std::size_t>(from);
        QCOMPARE(plainText(told(run, n, settings, session::usualDigits, names("x y"))), words);
    }

    /// A coordinate in which Rprop does something else has an equation of its own.
    void coordinatesThatGoTheirOwnWayAreToldApart() {
        descent::Settings settings{0.6, 10, 1e-6};
        settings.method = *session::methodFrom(QStringLiteral("rprop"));
        const auto run = runOf("(x-9)^2+y^2", two(1, 0.5), settings);
        QCOMPARE(plainText(told(run, 1, settings, session::usualDigits, names("x y"))),
                 QStringLiteral("x: Δ2 = min(grow Δ1, 50) = min(1.2 · 0.6, 50) = 0.72 | "
                                "y: Δ2 = max(shrink Δ1, 10⁻⁶) = max(0.5 · 0.6, 10⁻⁶) = 0.3 | "
                                "x: x2 = x1 − sign(∇f(x1)) · Δ2 = 1.6 − sign(−14.8) · 0.72 = 2.32 "
                                "| y: x2 = x1 = −0.1 | f: 54.77 → 44.6324"));
    }

    /// The numbers told are those of the step: what they give is where the run goes.
    void numbersGiveTheStepOfEveryCoordinate_data() {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("function");
        QTest::addColumn<QStringList>("variables");
        for (const descent::Method& method : descent::methods()) {
            for (const char* goal : {"down", "up", "noisy down", "noisy up"}) {
                QTest::addRow("%s %s, two", descent::name(method).data(), goal)
                    << session::methodText(method) << QStringLiteral("(x^4-2x^2+x*y+3*y^2)")
                    << names("x y");
                QTest::addRow("%s %s, three", descent::name(method).data(), goal)
                    << session::methodText(method) << QStringLiteral("(u^2+u*v+2*v^2+w^4-v*w)")
                    << names("u v w");
            }
        }
    }
    void numbersGiveTheStepOfEveryCoordinate() {
        QFETCH(QString, method);
        QFETCH(QString, function);
        QFETCH(QStringList, variables);
        const QString tag = QString::fromLatin1(QTest::currentDataTag());
        descent::Settings settings{0.2, 12, 1e-300};
        settings.method = *session::methodFrom(method);
        if (tag.contains(u"up"_qs)) settings.direction = descent::Direction::Ascend;
        if (tag.contains(u"noisy"_qs)) settings.noise = {0.3, 2};
        const QString sign = tag.contains(u"up"_qs) ? QStringLiteral("-") : QString();
        const std::vector<double> start{1.2, -0.7, 0.4};
        const auto run = runOf(
            (sign + function).toStdString(),
            Point(std::span(start).first(static_cast<std::size_t>(variables.size()))), settings);
        QVERIFY(run.size() > 3);
        for (std::size_t n = 0; n + 1 < run.size(); ++n) checkStep(run, n, settings, variables);
    }

    void newtonTellsTheSolvedStep() {
        descent::Settings settings{0.5, 10, 1e-9};
        settings.method = descent::Newton{};
        const formula::Analysis analysis = analysed("x^4+x*y+3*y^2-x");
        const descent::Objective objective(analysis, settings.direction);
        const auto run = descent::whole(objective, settings, two(1.5, -2)).trajectory;
        const descent::Step at = run[2];
        const Point step = descent::solvedBySteepness(objective.hessian(at.at), at.gradient).step;
        const QString text = plainText(told(run, 2, settings, 9, names("x y")));
        QVERIFY2(text.contains(QStringLiteral("∇f(x2) = (%1, %2)")
                                   .arg(session::number(step[0], 9), session::number(step[1], 9))),
                 qPrintable(text));
    }

    /// It would be false to speak of curvatures there.
    void newtonWithoutCurvatureIsToldAsGradientDescent() {
        descent::Settings settings{0.1, 10, 1e-9};
        settings.method = descent::Newton{};
        const auto run = runOf("abs(x)^1.5+y^2", two(0, 1), settings);
        const QString text = plainText(told(run, 0, settings, 6, names("x y")));
        QVERIFY2(text.startsWith(QStringLiteral("x1 = x0 − α ∇f(x0) | ")), qPrintable(text));
    }

    /// Of many variables only the step itself is told coordinate by coordinate.
    void manyVariablesTakeALineEach() {
        descent::Settings settings{0.1, 10, 1e-6};
        settings.method = *session::methodFrom(QStringLiteral("adam"));
        const std::vector<double> start(8, 1.0);
        const auto run = runOf("x1^2+x2^2+x3^2+x4^2+x5^2+x6^2+x7^2+x8^2", Point(start), settings);
        const QString text = told(run, 0, settings, 6, names("x1 x2 x3 x4 x5 x6 x7 x8"));
        QCOMPARE(text.count(QStringLiteral("<br>")) + 1, 5 + 8 + 1);
        QVERIFY2(text.contains(QStringLiteral("<i>x</i>₈:&nbsp;1 ")), qPrintable(text));
    }

    void columnsAreNamedAfterTheVariables() {
        const QStringList all = names("x y a_x");
        QCOMPARE(session::columnLabel("y", all), QStringLiteral("y"));
        QCOMPARE(session::columnLabel("f", all), QStringLiteral("f"));
        QCOMPARE(session::columnLabel("gradient_y", all), QStringLiteral("∂f/∂y"));
        QCOMPARE(session::columnLabel("gradient_a_x", all), QStringLiteral("∂f/∂a_x"));
        QCOMPARE(session::columnLabel("velocity_x", all), QStringLiteral("v_x"));
        QCOMPARE(session::columnLabel("x_before_y", all), QStringLiteral("yₙ₋₁"));
        QCOMPARE(session::columnLabel("alpha", all), QStringLiteral("α"));
    }

private:
    static QStringList names(const char* all) { return QString::fromLatin1(all).split(u' '); }

    static Point two(double x, double y) {
        const double both[] = {x, y};
        return Point(both);
    }

    static descent::Trajectory runOf(const std::string& function, const Point& start,
                                     const descent::Settings& settings) {
        const descent::Objective objective(analysed(function), settings.direction);
        return descent::whole(objective, settings, start).trajectory;
    }

    static QString told(const descent::Trajectory& run, std::size_t n,
                        const descent::Settings& settings, int digits,
                        const QStringList& variables) {
        return session::stepEquation(run.state(n), run.state(n + 1), settings, digits, variables);
    }

    static void checkStep(const descent::Trajectory& run, std::size_t n,
                          const descent::Settings& settings, const QStringList& variables) {
        const QString text = told(run, n, settings, 17, variables);
        QStringList lines = equations::computable(text).split(u';');
        lines.removeLast();  // of f
        const auto count = variables.size();
        for (const QString& line : lines) {
            const QString chain = line.section(u':', -1);
            const bool has = std::ranges::any_of(chain.split(u'='), [](const QString& part) {
                return equations::valueOf(part).has_value();
            });
            if (has) equations::checkChain(chain);
            if (QTest::currentTestFailed()) return;
        }
        for (qsizetype i = 0; i < count; ++i) {
            const QString line = lines[lines.size() - count + i];
            QVERIFY2(line.trimmed().startsWith(variables[i] + u':'), qPrintable(text));
            const auto end = equations::valueOf(line.section(u':', -1).section(u'=', -1));
            const double at = run.at(n + 1)[static_cast<std::size_t>(i)];
            QVERIFY2(end && equations::isClose(*end, at), qPrintable(text));
        }
    }

    static QString plainText(QString text) {
        text.replace(QLatin1String("&nbsp;"), QLatin1String(" "));
        text.replace(QLatin1String("<sup>1</sup>"), QStringLiteral("¹"));
        text.replace(QLatin1String("<sup>2</sup>"), QStringLiteral("²"));
        text.replace(QLatin1String("<sup>3</sup>"), QStringLiteral("³"));
        text.replace(QLatin1String("<br>"), QLatin1String(" | "));
        return text.remove(QRegularExpression(QStringLiteral("<[^>]*>"))).simplified();
    }
};

QTEST_APPLESS_MAIN(TestVectorEquation)
#include "tst_vectorequation.moc"
