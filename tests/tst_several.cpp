// SPDX-License-Identifier: GPL-3.0-or-later
// Functions of several variables on the command line: what is written, and what is refused.
#include <QImage>
#include <QJsonArray>
#include <QSet>
#include <QTest>
#include <cmath>
#include <optional>

#include "program.h"

namespace {

QString latin(const char* text) {
    return QString::fromLatin1(text);
}

QByteArray headOf(const QByteArray& table) {
    return table.left(table.indexOf('\n'));
}

/// A function of 2,000 characters in 8 names.
QString longText() {
    QString text;
    for (int i = 0; text.size() < 1900; ++i)
        text +=
            QStringLiteral("%1x%2^2").arg(i == 0 ? QString() : QStringLiteral("+")).arg(i % 8 + 1);
    return text;
}

/// Whose Hessian is far larger than its text.
QString steepText() {
    QString text = QStringLiteral("sin(x1*x2*x3*x4*x5*x6*x7*x8)");
    for (int i = 1; i <= 8; ++i) text = QStringLiteral("exp(sin(%1)*cos(x%2))").arg(text).arg(i);
    return text;
}

}  // namespace

class TestSeveral : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_program.emplace(); }

    void tablesHaveAColumnForEachVariable() {
        const auto head = [&](std::initializer_list<const char*> arguments) {
            const Answer answer = m_program->run(
                words({"--max-iterations", "5", "--export", "run.csv"}) + words(arguments));
            if (answer.status != 0) return answer.err.toUtf8();
            return headOf(contentOf(m_program->path("run.csv")));
        };
        QCOMPARE(head({"--function", "x^2+y^2"}), QByteArray("iteration,x,y,f,gradient_x,"
                                                             "gradient_y"));
        QCOMPARE(head({"--function", "x^2+y^2", "--method", "adam"}),
                 QByteArray("iteration,x,y,f,gradient_x,gradient_y,m_x,m_y,v_x,v_y"));
        QCOMPARE(head({"--function", "f(f,m)=f^2+m^2", "--method", "momentum"}),
                 QByteArray("iteration,f_,m,f,gradient_f,gradient_m,velocity_f,velocity_m"));
        QCOMPARE(head({"--function", "m^2", "--runner", "adam"}),
                 QByteArray("runner,iteration,m_,f,gradient,m,v"));
        QCOMPARE(head({"--function", "f(runner,beta)=runner^2+beta^2", "--runner", "adam"}),
                 QByteArray("runner,iteration,runner_,beta,f,gradient_runner,gradient_beta,"
                            "m_runner,m_beta,v_runner,v_beta"));
        QCOMPARE(head({"--function", "x^2+y^2", "--runner", "momentum:start=3;4"}),
                 QByteArray("runner,iteration,x,y,f,gradient_x,gradient_y,velocity_x,velocity_y"));
    }

    void resultsAreByName() {
        const Answer answer =
            m_program->exported({"--function", "(x-1)^2+2*(y+3)^2+a", "--initial-guess",
                                 "y=2,x=1.5", "--constant", "a=7", "--max-iterations", "300"});
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.err, QString());
        const QJsonObject json = m_program->result();
        QCOMPARE(json[QStringLiteral("variables")].toArray(), (QJsonArray{latin("x"), latin("y")}));
        QCOMPARE(json[QStringLiteral("initial_guess")].toObject(),
                 (QJsonObject{{latin("x"), 1.5}, {latin("y"), 2}}));
        const QJsonObject at = json[QStringLiteral("at")].toObject();
        QVERIFY(std::abs(at[QStringLiteral("x")].toDouble() - 1) < 1e-6);
        QVERIFY(std::abs(at[QStringLiteral("y")].toDouble() + 3) < 1e-6);
        QCOMPARE(json[QStringLiteral("gradient")].toObject().keys(),
                 (QStringList{QStringLiteral("x"), QStringLiteral("y")}));
        QCOMPARE(json[QStringLiteral("derivative")].toObject()[QStringLiteral("x")].toString(),
                 QStringLiteral("2*(x - 1)"));
        QVERIFY(!json.contains(QStringLiteral("x")));
        QVERIFY2(answer.out.startsWith(QStringLiteral("Reached ")), qPrintable(answer.out));
        QVERIFY2(answer.out.contains(QStringLiteral("(1, −3)")), qPrintable(answer.out));
        QCOMPARE(json[QStringLiteral("verdict")].toString() + u'\n', answer.out);
    }

    void oneVariableIsToldAsBeforeAndByName() {
        QCOMPARE(m_program
                     ->exported({"--function", "w^4-4*w^2+w", "--initial-guess", "2", "--alpha",
                                 "0.02", "--range=-3:3"})
                     .status,
                 0);
        const QJsonObject json = m_program->result();
        QCOMPARE(json[QStringLiteral("initial_guess")].toDouble(), 2.0);
        QVERIFY(json[QStringLiteral("gradient")].isDouble());
        QCOMPARE(json[QStringLiteral("at")].toObject()[QStringLiteral("w")],
                 json[QStringLiteral("w")]);
        const QJsonArray points = json[QStringLiteral("stationary_points")].toArray();
        QCOMPARE(points.size(), 3);
        const char* kinds[] = {"minimum", "maximum", "minimum"};
        for (qsizetype i = 0; i < 3; ++i) {
            const QJsonObject point = points[i].toObject();
            const double w = point[QStringLiteral("w")].toDouble();
            QCOMPARE(point[QStringLiteral("kind")].toString(), QLatin1String(kinds[i]));
            QVERIFY(std::abs(4 * w * w * w - 8 * w + 1) < 1e-8);
            const double curvature = point[QStringLiteral("curvatures")].toArray()[0].toDouble();
            QVERIFY(std::abs(curvature - (12 * w * w - 8)) < 1e-8);
        }
    }

    void racesHaveTheirStartsByName() {
        const QStringList race = words({"--function", "x^2+y^2", "--initial-guess", "3,-4",
                                        "--runner", "momentum:start=1;2,alpha=0.01", "--view",
                                        "race", "--export", "race.csv", "--export", "run.json"});
        const Answer answer = m_program->run(race);
        QVERIFY2(answer.status == 0, qPrintable(answer.err));
        const QByteArrayList lines = contentOf(m_program->path("race.csv")).split('\n');
        QVERIFY(lines[0].startsWith("place,runner,method,alpha,initial_guess_x,initial_guess_y,"));
        QVERIFY(lines[1].contains(",3,-4,"));
        const QJsonObject second =
            m_program->result()[QStringLiteral("race")].toArray()[1].toObject();
        QCOMPARE(second[QStringLiteral("initial_guess")].toObject(),
                 (QJsonObject{{latin("x"), 1}, {latin("y"), 2}}));
        QCOMPARE(answer.out.count(u'\n'), 2);
    }

    /// Of the rectangle in view, whichever axis a variable has.
    void stationaryPointsAreThoseInView() {
        for (const char* axes : {"x,y", "y,x"}) {
            const bool isTurned = QByteArrayView(axes) == "y,x";
            const Answer answer = m_program->exported(
                {"--function", "x^2+(y-3)^2*(y+3)^2/9", "--axes", axes, "--range",
                 isTurned ? "1:5" : "-1:1", "--range-y", isTurned ? "-1:1" : "1:5"});
            QVERIFY2(answer.status == 0, qPrintable(answer.err));
            const QJsonArray points =
                m_program->result()[QStringLiteral("stationary_points")].toArray();
            QCOMPARE(points.size(), 1);
            const QJsonObject point = points[0].toObject();
            QVERIFY(std::abs(point[QStringLiteral("x")].toDouble()) < 1e-8);
            QVERIFY(std::abs(point[QStringLiteral("y")].toDouble() - 3) < 1e-8);
            QCOMPARE(point[QStringLiteral("kind")].toString(), QStringLiteral("minimum"));
            const QJsonArray curvatures = point[QStringLiteral("curvatures")].toArray();
            QVERIFY(std::abs(curvatures[0].toDouble() - 2) < 1e-6);
            QVERIFY(std::abs(curvatures[1].toDouble() - 8) < 1e-6);
        }
    }

    void picturesAreMaps() {
        for (const char* function : {"x^2+10*y^2", "x^2+10*y^2+z^2"}) {
            const Answer answer = m_program->run(
                {QStringLiteral("--function"), QLatin1String(function), QStringLiteral("--export"),
                 QStringLiteral("a.png"), QStringLiteral("--size=300x200")});
            QVERIFY2(answer.status == 0, qPrintable(answer.err));
            const QImage map(m_program->path("a.png"));
            QCOMPARE(map.size(), QSize(300, 200));
            QSet<QRgb> colours;
            for (int x = 0; x < map.width(); ++x) colours.insert(map.pixel(x, 100));
            QVERIFY(colours.size() > 10);
        }
    }

    void basinsAreAPictureAndATableOfItsSize() {
        const Answer answer = m_program->run(
            words({"--function", "x^2-y^2+y^4/4", "--initial-guess", "1,2", "--alpha", "0.1",
                   "--view", "basins", "--range=-3:3", "--range-y=-3:3", "--size", "110x101",
                   "--export", "run.png", "--export", "run.svg", "--export", "run.csv"}));
        QVERIFY2(answer.status == 0, qPrintable(answer.err));
        QCOMPARE(QImage(m_program->path("run.png")).size(), QSize(110, 101));
        const QList<QByteArray> rows = contentOf(m_program->path("run.csv")).trimmed().split('\n');
        QCOMPARE(rows[0], QByteArray("x,y,outcome,steps,end_x,end_y"));
        QCOMPARE(rows.size(), qsizetype(1 + 110 * 101));
        const QList<QByteArray> corner = rows[1].split(',');
        QCOMPARE(corner[0].toDouble(), -3.0);
        QCOMPARE(corner[1].toDouble(), -3.0);
        QCOMPARE(corner[2], QByteArray("converged"));
        QVERIFY(std::abs(corner[5].toDouble() + std::sqrt(2)) < 1e-5);
        QCOMPARE(rows[1 + 50 * 110].split(',')[5].toDouble(), 0.0);  // on the ridge
    }

    void everyEndIsOneSentenceWithItsPlace_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("said");
        const auto row = [](std::initializer_list<const char*> arguments, const char* said) {
            QTest::newRow(said) << words(arguments) << QString::fromUtf8(said);
        };
        row({"--function", "(x^2+y-11)^2+(x+y^2-7)^2", "--initial-guess", "0.5,-3", "--alpha",
             "0.01"},
            "Reached one of the lowest minima in view at (3.58443, −1.84813), f = 0 after 47 "
            "steps");
        row({"--function", "x+2*y", "--initial-guess", "1,1", "--max-iterations", "50"},
            "Still moving after 50 steps, at (−4, −9), f = −22, where |∇f| = 2.23607.");
        row({"--function", "x^2+y^2", "--alpha", "1.5"},
            "Diverged after 40 steps: it is more than 10¹² away from the origin.");
        row({"--function", "ln(x)+y^2", "--initial-guess", "0.5,1", "--alpha", "0.3"},
            "Left the domain of f after 1 step: at (−0.1, 0.4) it has no value.");
        row({"--function", "x^2+y^2", "--initial-guess", "0,0"},
            "The initial guess is at a minimum, (0, 0), f = 0, already");
        row({"--function", "1e-20*x+1e-20*y", "--tolerance", "1e-30"},
            "Stalled right at the start at (1, 1), f = 2×10⁻²⁰: the next step is lost");
    }
    void everyEndIsOneSentenceWithItsPlace() {
        QFETCH(QStringList, arguments);
        QFETCH(QString, said);
        const Answer answer = m_program->run(arguments + words({"--export", "run.csv"}));
        QCOMPARE(answer.err, QString());
        QCOMPARE(answer.status, 0);
        QVERIFY2(answer.out.startsWith(said), qPrintable(answer.out));
        QCOMPARE(answer.out.count(u'\n'), 1);
    }

    void moreThanTwoVariablesRunToo() {
        const Answer answer = m_program->exported(
            {"--function", "x1^2+x2^2+x3^2+x4^2+x5^2+x6^2+x7^2+x8^2", "--axes", "x3,x8"});
        QVERIFY2(answer.status == 0, qPrintable(answer.err));
        QCOMPARE(m_program->result()[QStringLiteral("variables")].toArray().size(), 8);
        QCOMPARE(m_program->result()[QStringLiteral("outcome")].toString(),
                 QStringLiteral("converged"));
    }

    void refusesInOneSentence_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("said");
        const auto row = [](std::initializer_list<const char*> arguments, const char* said) {
            const QStringList list = words(arguments);
            QTest::newRow(qPrintable(list.join(QLatin1Char(' '))))
                << list << QString::fromUtf8(said);
        };
        row({"--function", "x1+x2+x3+x4+x5+x6+x7+x8+x"},
            "At most 8 names can vary, and here are 9: x, x1, x2");
        row({"--function", "x^2", "--initial-guess", "1,2"},
            "--initial-guess: “1,2” is not a number: the decimal mark is a point. Write 1.2.");
        row({"--function", "5", "--initial-guess", "1,2"}, "Write 1.2.");
        row({"--function", "x^2+y^2", "--initial-guess", "1"},
            "--initial-guess: The function has the variables x and y: write 2 numbers");
        row({"--function", "x^2", "--constant", "x=1"}, "“x” is the only variable");
        row({"--function", "x^2+y^2", "--constant", "x=1", "--constant", "y=1"},
            "so it is no constant");
        row({"--function", "x^2+y^2", "--axes", "x,x"}, "--axes: Both axes are “x”.");
        row({"--function", "x^2", "--axes", "x,y"}, "--axes: The function has one variable");
        row({"--function", "x^2+y^2", "--range-y", "1:1"}, "from a smaller to a larger number");
        row({"--function", "x^2+y^2", "--initial-guess", "sin=1,x=1"}, "“sin” is a function");
        row({"--function", "x^2+y^2", "--initial-guess", "e=1,x=1"}, "“e” is a number of its own");
        row({"--function", "x^2+y^2", "--initial-guess", "π=1,x=1"}, "“π” is a number of its own");
        row({"--function", "x^2+y^2", "--runner", "adam:start=1"}, "start: The function has the");
        row({"--function", "x^2+y^2", "--runner", "adam:start=1,-2.5"},
            "A comma begins the next part of a runner. Write the place as start=1;-2.5.");
        row({"--function", "sin*x+y"}, "“sin” needs a value to work on");
        row({"--function", "x^2+y^2", "--view", "curve", "--export", "a.png"},
            "--view: A curve is of a function of one variable, and this one has several");
        row({"--function", "x^2", "--view", "map", "--export", "a.png"},
            "--view: A map is of a function of several variables, and this one has one");
        row({"--function", "x^2", "--view", "surface", "--export", "a.png"},
            "--view: A surface is of a function of several variables, and this one has one");
        row({"--function", "x^2+y^2", "--camera", "1"}, "must be two angles in degrees");
        row({"--function", "x^2", "--view", "basins", "--export", "a.png"},
            "--view: A picture of the basins is of a function of several variables. This one has "
            "one: its curve has them as a strip below it.");
        row({"--function", "x^2+y^2", "--view", "basins", "--size", "4000x4000", "--export",
             "a.csv"},
            "A table of basins has at most 4 million places.");
        row({"--function", "x^2+y^2", "--view", "cobweb", "--export", "a.csv"},
            "--view: A cobweb climbs the map from one number to the next, and here");
        row({"--function", "x^2+y^2", "--view", "bifurcation", "--export", "a.png"},
            "--view: A bifurcation diagram shows where runs end up on one axis, and here");
        QTest::newRow("a Hessian too large")
            << QStringList{QStringLiteral("--function"), steepText()}
            << QStringLiteral("The derivatives of this function grow too large. Simplify it.");
    }
    void refusesInOneSentence() {
        QFETCH(QStringList, arguments);
        QFETCH(QString, said);
        if (!arguments.contains(QStringLiteral("--export")))
            arguments += words({"--export", "run.csv"});
        const Answer answer = m_program->run(arguments);
        QCOMPARE(answer.status, 2);
        QVERIFY2(answer.err.contains(said), qPrintable(answer.err));
        const qsizetype lines = answer.err.count(u'\n');
        QVERIFY2(lines == 1 || (lines == 3 && answer.err.contains(u'^')), qPrintable(answer.err));
        QCOMPARE(answer.out, QString());
        QVERIFY(m_program->files().isEmpty());
    }

    void aLongTextOfEightNamesRuns() {
        const Answer answer = m_program->run(
            {QStringLiteral("--function"), longText(), QStringLiteral("--alpha"),
             QStringLiteral("0.001"), QStringLiteral("--export"), QStringLiteral("run.json")});
        QVERIFY2(answer.status == 0, qPrintable(answer.err));
        QCOMPARE(m_program->result()[QStringLiteral("at")].toObject().size(), 8);
    }

    void aConstantWithoutAValueIsTold() {
        const Answer answer = m_program->exported({"--function", "a*x^2+y^2"});
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.err, QStringLiteral("thalweg: The constant a has no value and is 1. Give "
                                            "it one with --constant a=2.\n"));
        const Answer named =
            m_program->exported({"--function", "a*x^2+y^2", "--initial-guess", "a=1,x=1,y=1"});
        QCOMPARE(named.err, QString());
        QCOMPARE(m_program->result()[QStringLiteral("variables")].toArray(),
                 (QJsonArray{latin("x"), latin("y"), latin("a")}));
    }

private:
    std::optional<Program> m_program;
};

QTEST_GUILESS_MAIN(TestSeveral)
#include "tst_several.moc"
