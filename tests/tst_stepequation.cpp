// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRegularExpression>
#include <QTest>

#include "runs.h"
#include "session/method.h"
#include "session/wording/wording.h"

class TestStepEquation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepsAreToldInTheEquationOfTheirMethod_data() {
        QTest::addColumn<QString>("method");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<int>("from");
        QTest::addColumn<QString>("down");
        QTest::addColumn<QString>("up");
        const auto row = [](const char* method, double alpha, int from, const char* down,
                            const char* up) {
            QTest::addRow("%s, step %d", method, from)
                << QString::fromLatin1(method) << alpha << from << QString::fromUtf8(down)
                << QString::fromUtf8(up);
        };
        row("gradient", 0.1, 0, "x1 = x0 − α f′(x0) |    = 4 − 0.1 · 8 |    = 3.2 | f: 16 → 10.24",
            "x1 = x0 + α f′(x0) |    = 4 + 0.1 · (−8) |    = 3.2 | f: −16 → −10.24");
        row("momentum", 0.1, 0,
            "v1 = β v0 + f′(x0) |    = 0.9 · 0 + 8 = 8 | x1 = x0 − α v1 = 3.2 | f: 16 → 10.24",
            "v1 = β v0 − f′(x0) |    = 0.9 · 0 + 8 = 8 | x1 = x0 − α v1 = 3.2 | f: −16 → −10.24");
        row("momentum:beta=0.5", 1, 1,
            "v2 = β v1 + f′(x1) |    = 0.5 · 8 − 8 = −4 | x2 = x1 − α v2 = 0 | f: 16 → 0",
            "v2 = β v1 − f′(x1) |    = 0.5 · 8 − 8 = −4 | x2 = x1 − α v2 = 0 | f: −16 → 0");
        row("adam", 0.1, 0,
            "m1 = 0.9 m0 + 0.1 f′(x0) = 0.8 | v1 = 0.999 v0 + 0.001 f′(x0)² = 0.064 | "
            "x1 = x0 − α m̂1/(√v̂1 + ε) = 3.9 | f: 16 → 15.21",
            "m1 = 0.9 m0 − 0.1 f′(x0) = 0.8 | v1 = 0.999 v0 + 0.001 f′(x0)² = 0.064 | "
            "x1 = x0 − α m̂1/(√v̂1 + ε) = 3.9 | f: −16 → −15.21");
        row("adam:correction=off", 0.1, 0,
            "m1 = 0.9 m0 + 0.1 f′(x0) = 0.8 | v1 = 0.999 v0 + 0.001 f′(x0)² = 0.064 | "
            "x1 = x0 − α m1/(√v1 + ε) = 3.68377 | f: 16 → 13.5702",
            "m1 = 0.9 m0 − 0.1 f′(x0) = 0.8 | v1 = 0.999 v0 + 0.001 f′(x0)² = 0.064 | "
            "x1 = x0 − α m1/(√v1 + ε) = 3.68377 | f: −16 → −13.5702");
        row("backtracking", 2, 0,
            "s = α · 0.5² = 0.5 | x1 = x0 − s f′(x0) |    = 4 − 0.5 · 8 |    = 0 | f: 16 → 0",
            "s = α · 0.5² = 0.5 | x1 = x0 + s f′(x0) |    = 4 + 0.5 · (−8) |    = 0 | f: −16 → 0");
    }
    void stepsAreToldInTheEquationOfTheirMethod() {
        QFETCH(QString, method);
        QFETCH(double, alpha);
        QFETCH(int, from);
        QFETCH(QString, down);
        QFETCH(QString, up);
        QCOMPARE(told("x^2", descent::Direction::Descend, method, alpha, from), down);
        QCOMPARE(told("-x^2", descent::Direction::Ascend, method, alpha, from), up);
    }

    void aScheduleCounts() {
        descent::Settings settings{0.1, 10, 1e-6};
        settings.schedule = descent::Exponential{0.5};
        const auto run = finished(analysed("x^2"), 4, settings).trajectory;
        const QString text =
            session::stepEquation(run.state(1), run.state(2), settings, session::usualDigits);
        QVERIFY2(text.contains(QStringLiteral("0.05&nbsp;·&nbsp;6.4")), qPrintable(text));
    }

private:
    /// The lines, without their marks.
    static QString told(const char* function, descent::Direction direction, const QString& method,
                        double alpha, int from) {
        descent::Settings settings{alpha, 10, 1e-6, direction, *session::methodFrom(method)};
        const auto run = finished(analysed(function), 4, settings).trajectory;
        const auto n = static_cast<std::size_t>(from);
        QString text =
            session::stepEquation(run.state(n), run.state(n + 1), settings, session::usualDigits);
        text.replace(QLatin1String("&nbsp;"), QLatin1String(" "));
        text.replace(QLatin1String("<sup>2</sup>"), QStringLiteral("²"));
        text.replace(QLatin1String("<br>"), QLatin1String(" | "));
        return text.remove(QRegularExpression(QStringLiteral("<[^>]*>")));
    }
};

QTEST_APPLESS_MAIN(TestStepEquation)
#include "tst_stepequation.moc"
