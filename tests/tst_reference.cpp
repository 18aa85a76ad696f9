// SPDX-License-Identifier: GPL-3.0-or-later
//
// The program against runs that an independent one computed: the derivative by SymPy, then a plain
// loop over 64-bit numbers.

#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QTest>
#include <cmath>
#include <optional>

#include "program.h"

namespace {

using Row = QMap<QByteArray, QByteArray>;

bool agrees(double actual, double expected) {
    return std::abs(actual - expected) <= 1e-9 * std::abs(expected) ||
           (std::isnan(actual) && std::isnan(expected));
}

/// The rows of a table of comma-separated values, each by the names in its first row.
QList<Row> rows(const QString& path) {
    QList<QByteArray> lines = contentOf(path).trimmed().split('\n');
    const QList<QByteArray> names = lines.takeFirst().split(',');
    QList<Row> table;
    for (const QByteArray& line : lines) {
        const QList<QByteArray> cells = line.split(',');
        Row row;
        for (qsizetype i = 0; i < names.size(); ++i) row[names[i]] = cells.value(i);
        table += row;
    }
    return table;
}

}  // namespace

class TestReference : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_program.emplace(); }

    void agreesWithTheReferenceRuns_data() {
        QTest::addColumn<Row>("row");
        for (const auto& row : rows(QStringLiteral(TEST_DATA "/descents.csv"))) {
            QTest::newRow(row["id"].constData()) << row;
        }
    }
    void agreesWithTheReferenceRuns() {
        QFETCH(Row, row);
        const Answer answer = m_program->run(
            {QStringLiteral("--function"), QString::fromUtf8(row["f"]),
             QStringLiteral("--initial-guess"), text(row["start"]), QStringLiteral("--alpha"),
             text(row["alpha"]), QStringLiteral("--max-iterations"), text(row["iterations"]),
             QStringLiteral("--export"), QStringLiteral("run.csv"), QStringLiteral("--export"),
             QStringLiteral("run.json")});
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.err, QString());

        const auto steps = rows(m_program->path("run.csv"));
        QCOMPARE(steps.size(), row["steps"].toLongLong() + 1);
        QVERIFY(agrees(steps[1]["x"].toDouble(), row["x_1"].toDouble()));
        if (steps.size() > 10) QVERIFY(agrees(steps[10]["x"].toDouble(), row["x_10"].toDouble()));

        const QJsonObject json = m_program->result();
        QCOMPARE(json[QStringLiteral("outcome")].toString(), text(row["outcome"]));
        QCOMPARE(json[QStringLiteral("steps")].toInteger(), row["steps"].toLongLong());
        if (row["id"] == "chaos-period-4" || row["id"] == "chaos-irregular") return;
        QVERIFY(agrees(steps.back()["x"].toDouble(), row["x_last"].toDouble()));
        QVERIFY(agrees(steps.back()["f"].toDouble(), row["f_last"].toDouble()));
        QVERIFY(agrees(json[QStringLiteral("x")].toDouble(), row["x_last"].toDouble()));
        const double f = json[QStringLiteral("f")].toDouble(std::nan(""));
        QVERIFY(agrees(f, row["f_last"].toDouble()));
    }

    void methodsAgreeWithPyTorch_data() {
        QTest::addColumn<QJsonObject>("row");
        const QByteArray json = contentOf(QStringLiteral(TEST_DATA "/methods.json"));
        for (const QJsonValue& row : QJsonDocument::fromJson(json).array()) {
            if (row[QStringLiteral("start")].toArray().size() != 1) continue;
            QTest::newRow(qPrintable(row[QStringLiteral("id")].toString())) << row.toObject();
        }
    }
    void methodsAgreeWithPyTorch() {
        QFETCH(QJsonObject, row);
        const auto number = [](const QJsonValue& value) {
            return QString::number(value.toDouble(), 'g', 17);
        };
        const QString schedule = row[QStringLiteral("schedule")].toString();
        const Answer answer = m_program->run(
            {QStringLiteral("--schedule"),
             schedule.isEmpty() ? QStringLiteral("constant") : schedule,
             QStringLiteral("--function"), row[QStringLiteral("function")].toString(),
             QStringLiteral("--initial-guess"), number(row[QStringLiteral("start")].toArray()[0]),
             QStringLiteral("--alpha"), number(row[QStringLiteral("alpha")]),
             QStringLiteral("--method"), row[QStringLiteral("method")].toString(),
             QStringLiteral("--max-iterations"), number(row[QStringLiteral("iterations")]),
             QStringLiteral("--tolerance"), QStringLiteral("1e-300"), QStringLiteral("--export"),
             QStringLiteral("run.csv")});
        QCOMPARE(answer.err, QString());
        QCOMPARE(answer.status, 0);
        const auto steps = rows(m_program->path("run.csv"));
        const QJsonObject points = row[QStringLiteral("points")].toObject();
        for (auto it = points.begin(); it != points.end(); ++it) {
            const qsizetype n = std::min<qsizetype>(it.key().toLongLong(), steps.size() - 1);
            const double expected = it->toArray()[0].toDouble();
            const double slack = 1e-9 * std::max(1.0, std::abs(expected));
            // The reference knows no end and goes on from there.
            if (answer.out.startsWith(QStringLiteral("Diverged")) && it.key().toLongLong() > n) {
                QVERIFY2(std::abs(expected) > 1e12, qPrintable(it.key()));
                continue;
            }
            QVERIFY2(std::abs(steps[n]["x"].toDouble() - expected) <= slack, qPrintable(it.key()));
        }
    }

private:
    static QString text(const QByteArray& bytes) { return QString::fromUtf8(bytes); }

    std::optional<Program> m_program;
};

QTEST_GUILESS_MAIN(TestReference)
#include "tst_reference.moc"
