// SPDX-License-Identifier: GPL-3.0-or-later
//
// A function, a method and a suffix that the sources of the program do not have: a row and a header
// each, and what a person does with them.
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "cli/arguments.h"
#include "cli/commandline.h"
#include "output/formats.h"
#include "output/tables.h"
#include "runs.h"
#include "session/method.h"
#include "session/wording/wording.h"

namespace {

QByteArray tabs(const session::Report& report, const output::Options& options) {
    return output::table(report.trajectory, options.steps, '\t');
}

/// What the command line writes into a file of this suffix.
QByteArray exported(const QString& suffix) {
    output::Formats formats = output::formats();
    formats.push_back({QStringLiteral(".tab"), QStringLiteral("Table with tabs"),
                       output::Format::Kind::Table, tabs});
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("run") + suffix);
    const auto request = cli::parse(
        {QStringLiteral("thalweg"), QStringLiteral("--function"), QStringLiteral("cube(x)-3x"),
         QStringLiteral("--initial-guess"), QStringLiteral("2"), QStringLiteral("--alpha"),
         QStringLiteral("0.01"), QStringLiteral("--method"), QStringLiteral("ahead:beta=0.5"),
         QStringLiteral("--export"), path},
        formats);
    if (!request || cli::execute(*request) != 0) return {};
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class TestExtension : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFunctionIsARow() {
        const auto analysis = analysed("cube(2x)");
        QCOMPARE(formula::plain(analysis.function), std::string("cube(2*x)"));
        const descent::Objective objective(analysis);
        QCOMPARE(objective.value(1.5), 27.0);
        QCOMPARE(objective.slope(1.5), 54.0);
        QCOMPARE(objective.curvature(1.5), 72.0);
    }

    void aMethodIsAHeaderAndARow() {
        descent::Settings settings{0.1, 200, 1e-6};
        const auto method = session::methodFrom(QStringLiteral("ahead:beta=0.5"));
        QVERIFY(bool(method));
        settings.method = *method;
        QCOMPARE(session::methodLabel(*method), QStringLiteral("Momentum ahead"));
        const auto run = finished(analysed("x^2"), 4, settings);
        QCOMPARE(run.outcome, descent::Outcome::Converged);
        // v₁ = 8 and x₁ = 4 − 0.1 (0.5 · 8 + 8), by hand.
        QCOMPARE(run.trajectory.x(1), 2.8);
        QString step = session::stepEquation(run.trajectory.state(0), run.trajectory.state(1),
                                             settings, session::usualDigits);
        step.replace(QLatin1String("&nbsp;"), QLatin1String(" "));
        QVERIFY2(
            step.contains(QStringLiteral("<i>v</i><sub>1</sub> = <i>β</i> <i>v</i><sub>0</sub> "
                                         "+ <i>f</i>′(<i>x</i><sub>0</sub>)<br>")),
            qPrintable(step));
        QVERIFY2(step.contains(QStringLiteral("= 0.5 · 0 + 8 = 8<br>")), qPrintable(step));
        QVERIFY2(step.contains(QStringLiteral("= 4 − 0.1 · (0.5 · 8 + 8) = <b>2.8</b>")),
                 qPrintable(step));
    }

    void aSuffixIsARow() {
        const QByteArrayList lines = exported(QStringLiteral(".tab")).split('\n');
        QVERIFY(lines.size() > 20);
        QCOMPARE(lines[0], QByteArray("iteration\tx\tf\tgradient\tvelocity"));
        QCOMPARE(lines[1], QByteArray("0\t2\t2\t9\t0"));
        // v₁ = 9 and x₁ = 2 − 0.01 (0.5 · 9 + 9).
        const QByteArrayList second = lines[2].split('\t');
        QVERIFY(std::abs(second[1].toDouble() - 1.865) < 1e-12);
        QCOMPARE(second[4].toDouble(), 9.0);
        const QByteArrayList last = lines[lines.size() - 2].split('\t');
        QVERIFY(std::abs(last[1].toDouble() - 1) < 1e-6);
    }

    void allOfThemComeToTheTable() {
        QByteArray table = exported(QStringLiteral(".csv"));
        QCOMPARE(table, exported(QStringLiteral(".tab")).replace('\t', ','));
    }
};

QTEST_MAIN(TestExtension)
#include "tst_extension.moc"
