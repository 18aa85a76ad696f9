// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRegularExpression>
#include <QTest>
#include <algorithm>

#include "equations.h"
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
            "v1 = β v0 + f′(x0) |    = 0.9 · 0 + 8 = 8 | x1 = x0 − α v1 |    = 4 − 0.1 · 8 = 3.2 | "
            "f: 16 → 10.24",
            "v1 = β v0 − f′(x0) |    = 0.9 · 0 + 8 = 8 | x1 = x0 − α v1 |    = 4 − 0.1 · 8 = 3.2 | "
            "f: −16 → −10.24");
        row("momentum:beta=0.5", 1, 1,
            "v2 = β v1 + f′(x1) |    = 0.5 · 8 − 8 = −4 | x2 = x1 − α v2 |    = −4 − 1 · (−4) = 0 "
            "| "
            "f: 16 → 0",
            "v2 = β v1 − f′(x1) |    = 0.5 · 8 − 8 = −4 | x2 = x1 − α v2 |    = −4 − 1 · (−4) = 0 "
            "| "
            "f: −16 → 0");
        row("adam", 0.1, 0,
            "m1 = 0.9 m0 + 0.1 f′(x0) |    = 0.9 · 0 + 0.1 · 8 = 0.8 | "
            "v1 = 0.999 v0 + 0.001 f′(x0)² |    = 0.999 · 0 + 0.001 · 8² = 0.064 | "
            "m̂1 = m1/(1 − 0.9¹) = 8 | v̂1 = v1/(1 − 0.999¹) = 64 | "
            "x1 = x0 − α m̂1/(√v̂1 + ε) |    = 4 − 0.1 · 8/(√64 + 10⁻⁸) = 3.9 | f: 16 → 15.21",
            "m1 = 0.9 m0 − 0.1 f′(x0) |    = 0.9 · 0 − 0.1 · (−8) = 0.8 | "
            "v1 = 0.999 v0 + 0.001 f′(x0)² |    = 0.999 · 0 + 0.001 · (−8)² = 0.064 | "
            "m̂1 = m1/(1 − 0.9¹) = 8 | v̂1 = v1/(1 − 0.999¹) = 64 | "
            "x1 = x0 − α m̂1/(√v̂1 + ε) |    = 4 − 0.1 · 8/(√64 + 10⁻⁸) = 3.9 | f: −16 → −15.21");
        // By hand: m₂ = 0.72 + 0.78, m̂₂ = 1.5/0.19, v₂ = 0.063936 + 0.06084, v̂₂ = v₂/0.001999.
        row("adam", 0.1, 1,
            "m2 = 0.9 m1 + 0.1 f′(x1) |    = 0.9 · 0.8 + 0.1 · 7.8 = 1.5 | "
            "v2 = 0.999 v1 + 0.001 f′(x1)² |    = 0.999 · 0.064 + 0.001 · 7.8² = 0.124776 | "
            "m̂2 = m2/(1 − 0.9²) = 7.89474 | v̂2 = v2/(1 − 0.999²) = 62.4192 | "
            "x2 = x1 − α m̂2/(√v̂2 + ε) |    = 3.9 − 0.1 · 7.89474/(√62.4192 + 10⁻⁸) = 3.80007 | "
            "f: 15.21 → 14.4406",
            "m2 = 0.9 m1 − 0.1 f′(x1) |    = 0.9 · 0.8 − 0.1 · (−7.8) = 1.5 | "
            "v2 = 0.999 v1 + 0.001 f′(x1)² |    = 0.999 · 0.064 + 0.001 · (−7.8)² = 0.124776 | "
            "m̂2 = m2/(1 − 0.9²) = 7.89474 | v̂2 = v2/(1 − 0.999²) = 62.4192 | "
            "x2 = x1 − α m̂2/(√v̂2 + ε) |    = 3.9 − 0.1 · 7.89474/(√62.4192 + 10⁻⁸) = 3.80007 | "
            "f: −15.21 → −14.4406");
        // Powers of ten keep together under a root and an exponent.
        row("adam:beta1=1e-5", 0.1, 0,
            "m1 = 10⁻⁵ m0 + 0.99999 f′(x0) |    = 10⁻⁵ · 0 + 0.99999 · 8 = 7.99992 | "
            "v1 = 0.999 v0 + 0.001 f′(x0)² |    = 0.999 · 0 + 0.001 · 8² = 0.064 | "
            "m̂1 = m1/(1 − (10⁻⁵)¹) = 8 | v̂1 = v1/(1 − 0.999¹) = 64 | "
            "x1 = x0 − α m̂1/(√v̂1 + ε) |    = 4 − 0.1 · 8/(√64 + 10⁻⁸) = 3.9 | f: 16 → 15.21",
            "m1 = 10⁻⁵ m0 − 0.99999 f′(x0) |    = 10⁻⁵ · 0 − 0.99999 · (−8) = 7.99992 | "
            "v1 = 0.999 v0 + 0.001 f′(x0)² |    = 0.999 · 0 + 0.001 · (−8)² = 0.064 | "
            "m̂1 = m1/(1 − (10⁻⁵)¹) = 8 | v̂1 = v1/(1 − 0.999¹) = 64 | "
            "x1 = x0 − α m̂1/(√v̂1 + ε) |    = 4 − 0.1 · 8/(√64 + 10⁻⁸) = 3.9 | f: −16 → −15.21");
        row("adam:correction=off", 0.1, 0,
            "m1 = 0.9 m0 + 0.1 f′(x0) |    = 0.9 · 0 + 0.1 · 8 = 0.8 | "
            "v1 = 0.999 v0 + 0.001 f′(x0)² |    = 0.999 · 0 + 0.001 · 8² = 0.064 | "
            "x1 = x0 − α m1/(√v1 + ε) |    = 4 − 0.1 · 0.8/(√0.064 + 10⁻⁸) = 3.68377 | "
            "f: 16 → 13.5702",
            "m1 = 0.9 m0 − 0.1 f′(x0) |    = 0.9 · 0 − 0.1 · (−8) = 0.8 | "
            "v1 = 0.999 v0 + 0.001 f′(x0)² |    = 0.999 · 0 + 0.001 · (−8)² = 0.064 | "
            "x1 = x0 − α m1/(√v1 + ε) |    = 4 − 0.1 · 0.8/(√0.064 + 10⁻⁸) = 3.68377 | "
            "f: −16 → −13.5702");
        row("backtracking", 2, 0,
            "s = α · 0.5² = 2 · 0.5² = 0.5 | x1 = x0 − s f′(x0) |    = 4 − 0.5 · 8 |    = 0 | "
            "f: 16 → 0",
            "s = α · 0.5² = 2 · 0.5² = 0.5 | x1 = x0 + s f′(x0) |    = 4 + 0.5 · (−8) |    = 0 | "
            "f: −16 → 0");
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

    /// So that a person can do the step by hand.
    void everySymbolHasItsNumber_data() {
        QTest::addColumn<QString>("method");
        for (const descent::Method& method : descent::methods())
            QTest::newRow(descent::name(method).data()) << session::methodText(method);
    }
    void everySymbolHasItsNumber() {
        QFETCH(QString, method);
        // Of all its forms: a leap over the minimum, level ground, and ten steps from there.
        for (const char* function : {"x^2", "(x-3.9)^4", "x/4"}) {
            descent::Settings settings{0.3, 12, 1e-300};
            settings.method = *session::methodFrom(method);
            const auto run = finished(analysed(function), 4, settings).trajectory;
            QVERIFY(run.size() > 1);
            for (std::size_t n = 0; n + 1 < run.size(); ++n)
                checkSymbols(descent::equation(settings.method, run.state(n), run.state(n + 1)));
        }
    }

    /// The numbers told are those of the step: what they give is where the run goes.
    void numbersGiveTheStep_data() {
        QTest::addColumn<QString>("method");
        for (const descent::Method& method : descent::methods()) {
            for (const char* goal : {"down", "up", "noisy down", "noisy up"})
                QTest::addRow("%s %s", descent::name(method).data(), goal)
                    << session::methodText(method);
        }
    }
    void numbersGiveTheStep() {
        QFETCH(QString, method);
        const bool ascends = QString::fromLatin1(QTest::currentDataTag()).endsWith(u"up"_qs);
        descent::Settings settings{0.2, 12, 1e-300};
        settings.method = *session::methodFrom(method);
        if (ascends) settings.direction = descent::Direction::Ascend;
        if (QString::fromLatin1(QTest::currentDataTag()).contains(u"noisy"_qs))
            settings.noise = {0.3, 2};
        const descent::Objective objective(analysed(ascends ? "-x^4+2x^2" : "x^4-2x^2"),
                                           settings.direction);
        const auto run = descent::whole(objective, settings, 1.7).trajectory;
        QVERIFY(run.size() > 3);
        for (std::size_t n = 0; n + 1 < run.size(); ++n) {
            constexpr int digits = 17;
            const QString text =
                session::stepEquation(run.state(n), run.state(n + 1), settings, digits);
            QStringList chains = equations::computable(text).split(u';');
            chains.removeLast();  // of f
            for (const QString& chain : chains) equations::checkChain(chain);
            const auto end = equations::valueOf(chains.last().section(u'=', -1));
            QVERIFY2(end && equations::isClose(*end, run.x(n + 1)), qPrintable(text));
        }
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
    static void checkSymbols(const std::vector<std::string_view>& equation) {
        QStringList symbols;
        QStringList told;
        for (const std::string_view line : equation) {
            static const QRegularExpression name(QStringLiteral("\\{([^}]*)\\}"));
            const QString text = QString::fromUtf8(line.data(), int(line.size()));
            auto names = name.globalMatch(text);
            for (bool isResult = !text.startsWith(u'='); names.hasNext(); isResult = false) {
                QString piece = names.next().captured(1);
                static const QRegularExpression number(QStringLiteral("^(=|\\(|±|1-)(.+?)\\)?$"));
                const auto match = number.match(piece);
                if (match.hasMatch()) piece = match.captured(2);
                const bool isSign = piece == u'+' || piece == u'-';
                if (!isSign) (isResult || match.hasMatch() ? told : symbols) += piece;
            }
        }
        // G is g, or −g where the run ascends; exponents are numbers.
        if (told.contains(QStringLiteral("G"))) told += QStringLiteral("g");
        told += {QStringLiteral("refused"), QStringLiteral("n'"), QStringLiteral("^fading"),
                 QStringLiteral("^fading_next")};
        QVERIFY(!symbols.isEmpty());
        for (const QString& symbol : symbols) QVERIFY2(told.contains(symbol), qPrintable(symbol));
    }

    /// The lines, without their marks.
    static QString told(const char* function, descent::Direction direction, const QString& method,
                        double alpha, int from) {
        descent::Settings settings{alpha, 10, 1e-6, direction, *session::methodFrom(method)};
        const auto run = finished(analysed(function), 4, settings).trajectory;
        const auto n = static_cast<std::size_t>(from);
        return plainText(
            session::stepEquation(run.state(n), run.state(n + 1), settings, session::usualDigits));
    }

    static QString plainText(QString text) {
        text.replace(QLatin1String("&nbsp;"), QLatin1String(" "));
        text.replace(QLatin1String("<sup>1</sup>"), QStringLiteral("¹"));
        text.replace(QLatin1String("<sup>2</sup>"), QStringLiteral("²"));
        text.replace(QLatin1String("<br>"), QLatin1String(" | "));
        return text.remove(QRegularExpression(QStringLiteral("<[^>]*>")));
    }
};

QTEST_APPLESS_MAIN(TestStepEquation)
#include "tst_stepequation.moc"
