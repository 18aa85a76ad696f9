// SPDX-License-Identifier: GPL-3.0-or-later
// Verdicts in five words.
#include <QMap>
#include <QRegularExpression>
#include <QTest>

#include "findings.h"
#include "randomruns.h"
#include "runs.h"
#include "session/wording/briefwording.h"
#include "session/wording/endingwording.h"

namespace {

using descent::Settings;

QString told(const char* function, double start, const Settings& settings) {
    return session::brief(finished(analysed(function), start, settings).verdict, settings);
}

/// What the words may begin with, by what was found.
QRegularExpression beginningOf(const insight::Verdict& verdict) {
    static const QMap<Told, const char*> beginnings{
        {Told::Minimum,
         "(reached|came close to|stopped close to|began at|began close to|met) a min"},
        {Told::Maximum,
         "(reached|came close to|stopped close to|began at|began close to|met) a max"},
        {Told::Inflection, "((stopped|began) close to|met) an inflection"},
        {Told::Edge, "((stopped|began) beside the domain’s|met the) edge"},
        {Told::Jump, "((stopped|began) close beside|met) a jump"},
        {Told::Flat, "((stopped|began) where f is|met) flat"},
        {Told::Motion, "(will|seems|rolls on, f|moves on, (not|f)) "},
        {Told::Cycle, "(swings|will swing)"},
        {Told::Drift, "swings between \\d drifting"},
        {Told::Wandering, "(wanders|drifts) without"},
        {Told::Rattle, "rattles about"},
        {Told::Growth, "swings wider"},
        {Told::March, "marches on"},
        {Told::Crawl, "(crawls|rolls) (on )?to"},
        {Told::Stall, "stuck: "},
        {Told::Divergence, "(diverged: |starts )"},
        {Told::Exit, "(left the|went where|stopped: |starts )"},
    };
    return QRegularExpression(QStringLiteral("^") +
                              QString::fromUtf8(beginnings.value(wordFor(verdict), "never")));
}

}  // namespace

class TestBrief : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatBecameOfARun_data() {
        QTest::addColumn<QByteArray>("function");
        QTest::addColumn<double>("start");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* words, const char* function, double start, double alpha,
                            const char* method = "gradient") {
            QTest::newRow(words) << QByteArray(function) << start << alpha << QByteArray(method)
                                 << QString::fromUtf8(words);
        };
        row("reached a minimum at 1.347", "x^4-4*x^2+x", 2, 0.02);
        row("began at a minimum: 0", "x^2", 0, 0.1);
        row("began close to a maximum", "cos(x)", 0, 0.1);
        row("reached a minimum, leaves again", "x^2", 4, 0.1, "rmsprop");
        row("swings between 2 places forever", "x^2", 1, 1);
        row("diverged: |x| is beyond 10¹²", "-x^2", 1, 1);
        row("left the domain of f", "ln(x)", 1, 2);
        row("began where f is flat", "5", 1, 0.1);
        row("wanders without resting or repeating", "x^4/4-x^2/2", 0.3, 1.9);
        row("seems to fall for ever", "-x", 0, 0.1);
        row("starts where f is undefined", "sqrt(x)", -1, 0.1);
        row("starts where f is infinite", "1/x", 0, 0.1);
        row("rolls on towards a minimum", "x^2", 1, 0.06);
        row("crawls on towards a minimum", "x^2", 1, 0.001);
    }
    void tellsWhatBecameOfARun() {
        QFETCH(QByteArray, function);
        QFETCH(double, start);
        QFETCH(double, alpha);
        QFETCH(QByteArray, method);
        QFETCH(QString, words);
        Settings settings;
        settings.alpha = alpha;
        settings.method = *descent::methodNamed(method.toStdString());
        if (words.startsWith(QStringLiteral("rolls"))) settings.maxIterations = 60;
        QCOMPARE(told(function.constData(), start, settings), words);
    }

    void anAscentIsToldAsOne() {
        Settings settings;
        settings.alpha = 0.1;
        settings.direction = descent::Direction::Ascend;
        QCOMPARE(told("-x^2", 2, settings), QStringLiteral("reached a maximum at 0"));
        QCOMPARE(told("x", 2, settings), QStringLiteral("seems to rise for ever"));
    }

    /// Only what rests at what it looks for has arrived.
    void theEndingAgreesWithTheWords_data() {
        QTest::addColumn<QByteArray>("function");
        QTest::addColumn<double>("start");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<bool>("ascends");
        QTest::addColumn<int>("ending");
        QTest::addColumn<QString>("name");
        const auto row = [](const char* name, const char* function, double start,
                            session::Ending ending, const char* method = "gradient",
                            bool ascends = false) {
            QTest::newRow(qPrintable(QString::fromUtf8(name) + QString::fromUtf8(function)))
                << QByteArray(function) << start << QByteArray(method) << ascends
                << static_cast<int>(ending) << QString::fromUtf8(name);
        };
        using enum session::Ending;
        row("Arrived", "x^2", 4, Arrived);
        row("Arrived", "-x^2", 4, Arrived, "gradient", true);
        row("At a maximum", "x^4/4-x^2/2", 0, Stopped);
        row("At a minimum", "x^2", 0, Stopped, "gradient", true);
        row("At an inflection", "x^3", 0, Stopped);
        row("At rest", "5", 1, Stopped);
        row("Leaves again", "x^2", 4, Unsettled, "rmsprop");
    }
    void theEndingAgreesWithTheWords() {
        QFETCH(QByteArray, function);
        QFETCH(double, start);
        QFETCH(QByteArray, method);
        QFETCH(bool, ascends);
        Settings settings{.alpha = 0.1};
        settings.method = *descent::methodNamed(method.toStdString());
        if (ascends) settings.direction = descent::Direction::Ascend;
        const auto verdict = finished(analysed(function.constData()), start, settings).verdict;
        QTEST(static_cast<int>(session::endingOf(verdict, settings.direction)), "ending");
        QTEST(session::endingName(verdict, settings.direction), "name");
    }

    /// |f′| rises above the tolerance again, but the ball stays by the minimum.
    void whoStaysCloseByWavers() {
        int wavering = 0;
        for (const char* method : {"adam", "momentum", "nadam", "rprop", "radam", "adamax"}) {
            for (const double alpha : {0.003, 0.01, 0.03, 0.1, 0.3}) {
                Settings settings{.alpha = alpha, .maxIterations = 3000};
                settings.method = *descent::methodNamed(method);
                const auto verdict = finished(analysed("x^2"), 4, settings).verdict;
                const QString words = session::brief(verdict, settings);
                if (!words.contains(u"wavers")) continue;
                ++wavering;
                QVERIFY(verdict.finish.leaves && !verdict.finish.stays);
                QCOMPARE(session::endingName(verdict, settings.direction),
                         QStringLiteral("Arrived"));
            }
        }
        QVERIFY(wavering > 0);
    }

    void areFiveWordsThatAgreeWithTheFinding() {
        RandomRuns random(20);
        QSet<Told> seen;
        std::size_t next = 0;
        for (int run = 0; run < 600; ++run) {
            const formula::Analysis analysis = analysed(random.function());
            const double start = random.start();
            Settings settings = random.settings();
            settings.method = descent::methods()[next++ % descent::methods().size()];
            const insight::Verdict verdict = finished(analysis, start, settings).verdict;
            const QString words = session::brief(verdict, settings);
            QVERIFY2(words.split(QLatin1Char(' ')).size() == 5, qPrintable(words));
            QVERIFY2(words.contains(beginningOf(verdict)), qPrintable(words));
            const session::Ending ending = session::endingOf(verdict, settings.direction);
            if (ending == session::Ending::Arrived)
                QVERIFY2(verdict.finish.step && !words.contains(u"leaves"), qPrintable(words));
            if (words.contains(u"leaves"))
                QVERIFY2(ending == session::Ending::Unsettled && verdict.finish.leaves &&
                             !verdict.finish.stays,
                         qPrintable(words));
            if (verdict.steps > 0)
                QVERIFY2(!words.startsWith(QStringLiteral("began")), qPrintable(words));
            seen += wordFor(verdict);
        }
        QVERIFY2(seen.size() >= 9, qPrintable(QString::number(seen.size())));
    }
};

QTEST_GUILESS_MAIN(TestBrief)
#include "tst_brief.moc"
