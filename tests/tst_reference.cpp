// SPDX-License-Identifier: GPL-3.0-or-later
//
// The program against runs that an independent one computed: the derivative by SymPy, then a plain
// loop over 64-bit numbers; of methods by PyTorch, of two variables by NumPy.

#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QTest>
#include <algorithm>
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
            QTest::newRow(qPrintable(row[QStringLiteral("id")].toString())) << row.toObject();
        }
    }
    void methodsAgreeWithPyTorch() {
        QFETCH(QJsonObject, row);
        const QString schedule = row[QStringLiteral("schedule")].toString();
        const Answer answer = m_program->run(
            {QStringLiteral("--schedule"),
             schedule.isEmpty() ? QStringLiteral("constant") : schedule,
             QStringLiteral("--function"), row[QStringLiteral("function")].toString(),
             QStringLiteral("--initial-guess=") + numbers(row[QStringLiteral("start")]),
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
            // The reference knows no end and goes on from there.
            const bool isBehind =
                answer.out.startsWith(QStringLiteral("Diverged")) && it.key().toLongLong() > n;
            const QByteArrayList names{"x", "y"};
            const QJsonArray expected = it->toArray();
            for (qsizetype i = 0; i < expected.size(); ++i) {
                const double value = expected[i].toDouble();
                const double slack = 1e-9 * std::max(1.0, std::abs(value));
                const double found = steps[n][names[i]].toDouble();
                QVERIFY2(isBehind ? length(expected) > 1e12 : std::abs(found - value) <= slack,
                         qPrintable(it.key()));
            }
        }
    }

    void planesAgree_data() {
        QTest::addColumn<QJsonObject>("row");
        const QByteArray json = contentOf(QStringLiteral(TEST_DATA "/plane.json"));
        for (const QJsonValue& row : QJsonDocument::fromJson(json).array())
            QTest::newRow(qPrintable(row[QStringLiteral("id")].toString())) << row.toObject();
    }
    void planesAgree() {
        QFETCH(QJsonObject, row);
        const QJsonObject json = planeResult(row);
        QCOMPARE(json[QStringLiteral("outcome")], row[QStringLiteral("outcome")]);
        QCOMPARE(json[QStringLiteral("steps")], row[QStringLiteral("steps")]);
        const auto steps = rows(m_program->path("run.csv"));
        QCOMPARE(steps.size(), row[QStringLiteral("steps")].toInteger() + 1);
        const QJsonObject points = row[QStringLiteral("points")].toObject();
        for (auto it = points.begin(); it != points.end(); ++it)
            QVERIFY2(isAt(steps[it.key().toLongLong()], it->toArray()), qPrintable(it.key()));
        const QJsonArray last = row[QStringLiteral("last")].toArray();
        QVERIFY(isAt(steps.back(), last));
        const QJsonObject at = json[QStringLiteral("at")].toObject();
        QVERIFY(isClose(at[QStringLiteral("x")].toDouble(), last[0].toDouble()));
        QVERIFY(isClose(at[QStringLiteral("y")].toDouble(), last[1].toDouble()));
        comparePlaces(json, row);
        if (!row.contains(QStringLiteral("f_last"))) return;
        const double f = row[QStringLiteral("f_last")].toDouble(std::nan(""));
        QVERIFY(isClose(json[QStringLiteral("f")].toDouble(std::nan("")), f));
    }

private:
    static QString number(const QJsonValue& value) {
        return QString::number(value.toDouble(), 'g', 17);
    }
    /// "1,2".
    static QString numbers(const QJsonValue& values, QChar between = u',') {
        QStringList all;
        for (const QJsonValue& value : values.toArray()) all += number(value);
        return all.join(between);
    }
    static double length(const QJsonArray& at) {
        double square = 0;
        for (const QJsonValue& value : at) square += value.toDouble() * value.toDouble();
        return std::sqrt(square);
    }
    /// Numbers of the reference are of about 1, and have gone through thousands of steps.
    static bool isClose(double found, double expected) {
        return std::abs(found - expected) <= 1e-9 * std::max(1.0, std::abs(expected)) ||
               (std::isnan(found) && std::isnan(expected));
    }
    static bool isAt(const Row& step, const QJsonArray& at) {
        return isClose(step["x"].toDouble(), at[0].toDouble()) &&
               isClose(step["y"].toDouble(), at[1].toDouble());
    }
    /// Of a run as a row of the reference has it, which is written as a table, too.
    QJsonObject planeResult(const QJsonObject& row) {
        const Answer answer = m_program->run(
            {QStringLiteral("--function"), row[QStringLiteral("function")].toString(),
             QStringLiteral("--initial-guess=") + numbers(row[QStringLiteral("start")]),
             QStringLiteral("--alpha"), number(row[QStringLiteral("alpha")]),
             QStringLiteral("--max-iterations"), number(row[QStringLiteral("iterations")]),
             QStringLiteral("--range=") + numbers(row[QStringLiteral("range_x")], u':'),
             QStringLiteral("--range-y=") + numbers(row[QStringLiteral("range_y")], u':'),
             QStringLiteral("--export"), QStringLiteral("run.csv"), QStringLiteral("--export"),
             QStringLiteral("run.json")});
        return answer.status == 0 && answer.err.isEmpty() ? m_program->result() : QJsonObject();
    }

    /// A line has no points of its own, and the reference names none.
    static void comparePlaces(const QJsonObject& json, const QJsonObject& row) {
        const QString name = QStringLiteral("stationary_points");
        if (!row.contains(name)) return;
        const QJsonArray expected = row[name].toArray();
        QJsonArray found = json[name].toArray();
        QCOMPARE(found.size(), expected.size());
        for (const QJsonValue& each : expected) {
            const auto same = std::ranges::find_if(found, [&](const QJsonValue& other) {
                return isNear(other[QStringLiteral("x")], each[QStringLiteral("x")]) &&
                       isNear(other[QStringLiteral("y")], each[QStringLiteral("y")]);
            });
            QVERIFY(same != found.end());
            const QJsonObject point = same->toObject();
            QCOMPARE(point[QStringLiteral("kind")], each[QStringLiteral("kind")]);
            QVERIFY(isNear(point[QStringLiteral("f")], each[QStringLiteral("f")]));
            const QJsonArray curvatures = point[QStringLiteral("curvatures")].toArray();
            const QJsonArray wanted = each[QStringLiteral("curvatures")].toArray();
            QCOMPARE(curvatures.size(), 2);
            QVERIFY(isNear(curvatures[0], wanted[0]) && isNear(curvatures[1], wanted[1]));
            found.erase(same);
        }
    }
    static bool isNear(const QJsonValue& one, const QJsonValue& other) {
        const double size = std::max(1.0, std::abs(other.toDouble()));
        return std::abs(one.toDouble(std::nan("")) - other.toDouble()) <= 1e-7 * size;
    }

    static QString text(const QByteArray& bytes) { return QString::fromUtf8(bytes); }

    std::optional<Program> m_program;
};

QTEST_GUILESS_MAIN(TestReference)
#include "tst_reference.moc"
