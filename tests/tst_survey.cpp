// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <algorithm>
#include <cmath>
#include <limits>

#include "insight/survey.h"
#include "runs.h"

using descent::Direction;
using insight::Range;
using insight::Shape;
using insight::StationaryKind;
using insight::StationaryPoint;

namespace {

std::vector<StationaryPoint> surveyed(const QString& function, Range x = {-5, 5}) {
    return insight::survey(descent::Objective(analysed(function.toStdString())), x, 1200);
}

std::vector<StationaryPoint> breaksOf(const QString& function, StationaryKind kind) {
    std::vector<StationaryPoint> points = surveyed(function);
    std::erase_if(points, [kind](const StationaryPoint& point) {
        return point.kind != kind || point.shape != Shape::Break;
    });
    return points;
}

}  // namespace

class TestSurvey : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsMinimaWhereFBreaksOff_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("value");
        const auto row = [](const char* function, double x, double value) {
            QTest::newRow(function) << QString::fromLatin1(function) << x << value;
        };
        row("(x-2)^2*sqrt(x)+0.1*x", 0, 0);
        row("sqrt(x)", 0, 0);
        row("sqrt(x-1/3)", 1.0 / 3, 0);
        row("x^2+(x>=1?-5:0)", 1, -4);
        row("x^2+(x<1?0:-5)", 1, -4);
        row("asin(x)", -1, std::asin(-1));
    }
    void findsMinimaWhereFBreaksOff() {
        QFETCH(QString, function);
        QFETCH(double, x);
        QFETCH(double, value);
        const auto found = breaksOf(function, StationaryKind::Minimum);
        QCOMPARE(found.size(), std::size_t{1});
        QVERIFY(std::abs(found.front().x - x) < 1e-12);
        QVERIFY(std::abs(found.front().value - value) < 1e-7);
        const auto points = surveyed(function);
        const StationaryPoint* lowest = insight::best(points, Direction::Descend);
        QVERIFY(lowest && lowest->x == found.front().x);
    }

    /// Rounding of x may carry it over the jump, but f is known on both sides.
    void breaksAreToldApartByTheirValues_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("value");
        const auto row = [](const char* function, double x, double value) {
            QTest::newRow(function) << QString::fromLatin1(function) << x << value;
        };
        row("ceil(x-3.53)+(x-0.8)^2", 0.53, -2.9271);
        row("floor(3x)+(x-3.1)^2", 5.0 / 3, 4 + std::pow(5.0 / 3 - 3.1, 2));
        row("floor(0.7*x-3.97)+2(x-0.4)^2", -0.03 / 0.7, -5 + 2 * std::pow(0.03 / 0.7 + 0.4, 2));
    }
    void breaksAreToldApartByTheirValues() {
        QFETCH(QString, function);
        QFETCH(double, x);
        QFETCH(double, value);
        const auto points = surveyed(function);
        std::vector<StationaryPoint> minima = points;
        std::erase_if(minima, [](const StationaryPoint& point) {
            return point.kind != StationaryKind::Minimum;
        });
        const auto lowest = std::ranges::min_element(minima, {}, &StationaryPoint::value);
        QVERIFY(lowest != minima.end() && !insight::isLevel(lowest->shape));
        QVERIFY2(std::abs(lowest->x - x) < 1e-9, qPrintable(QString::number(lowest->x, 'g', 17)));
        QVERIFY(std::abs(lowest->value - value) < 1e-7);
        QVERIFY(std::ranges::count_if(points, [&](const StationaryPoint& point) {
                    return insight::isBest(point, points, Direction::Descend);
                }) <= 1);
    }

    /// f comes down to a value at a jump, and has another there.
    void aValueThatIsNotTakenIsALimit_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("value");
        QTest::addColumn<bool>("fromLeft");
        const auto row = [](const char* function, double x, double value, bool fromLeft) {
            QTest::newRow(function) << QString::fromLatin1(function) << x << value << fromLeft;
        };
        row("floor(x)+x^2", -4, 11, true);
        row("floor(x)+x^2", -1, -1, true);
        row("x^2+(x>1?-5:0)", 1, -4, false);
        row("x^2+(x<=-0.3?0:x-7)", -0.3, 0.09 - 7.3, false);
        row("floor(3x)+(x-3.1)^2", 5.0 / 3, 4 + std::pow(5.0 / 3 - 3.1, 2), true);
    }
    void aValueThatIsNotTakenIsALimit() {
        QFETCH(QString, function);
        QFETCH(double, x);
        QFETCH(double, value);
        QFETCH(bool, fromLeft);
        const auto points = surveyed(function);
        const auto found = std::ranges::find_if(points, [&](const StationaryPoint& point) {
            return point.kind == StationaryKind::Minimum && std::abs(point.x - x) < 1e-9;
        });
        QVERIFY(found != points.end());
        QVERIFY(found->shape == (fromLeft ? Shape::LimitFromLeft : Shape::LimitFromRight));
        QVERIFY(std::abs(found->value - value) < 1e-7);
        QVERIFY(!insight::isBest(*found, points, Direction::Descend));
        const StationaryPoint* lowest = insight::best(points, Direction::Descend);
        QVERIFY(!lowest || !insight::isLimit(lowest->shape));
    }

    /// What is told of f at a mark is so.
    void fTakesItsValueAtEveryMinimum() {
        std::uint32_t seed = 1;
        const auto next = [&](int most) {
            seed = seed * 1664525U + 1013904223U;
            return static_cast<int>(seed >> 8) % most;
        };
        for (int i = 0; i < 60; ++i) {
            const char* jump[] = {"floor", "ceil", "round", "sign"};
            const QString function = QStringLiteral("%1*%2(%3*x-%4)+(x-%5)^2/%6")
                                         .arg(next(9) - 4)
                                         .arg(QLatin1String(jump[next(4)]))
                                         .arg(1 + next(3))
                                         .arg(next(30) / 10.0)
                                         .arg(next(40) / 10.0 - 2)
                                         .arg(1 + next(9));
            const descent::Objective objective(analysed(function.toStdString()));
            for (const StationaryPoint& point : surveyed(function)) {
                if (insight::isLimit(point.shape)) continue;
                QVERIFY2(std::abs(objective.value(point.x) - point.value) < 1e-9,
                         qPrintable(function + u' ' + QString::number(point.x, 'g', 17)));
            }
        }
    }

    void aLoneValueIsNoMinimum() {
        const auto points = surveyed(QStringLiteral("x^x^x"));
        QVERIFY(std::ranges::none_of(points, [](const auto& point) { return point.x < -0.5; }));
        const StationaryPoint* lowest = insight::best(points, Direction::Descend);
        QVERIFY(lowest && insight::isAlone(*lowest, points));
        QVERIFY(!insight::isBest(*lowest, points, Direction::Descend));
    }

    void findsNoBreakWhereThereIsNone_data() {
        QTest::addColumn<QString>("function");
        for (const char* function : {"x^2",
                                     "x^4-4*x^2+x",
                                     "abs(x)",
                                     "sqrt(abs(x))",
                                     "1/x",
                                     "1/x^2",
                                     "tan(x)",
                                     "ln(x)",
                                     "-ln(x)",
                                     "ln(abs(x-1))",
                                     "sin(50*x)",
                                     "sin(1e6*x)",
                                     "floor(x)",
                                     "sign(x)",
                                     "exp(x)",
                                     "x^2-4*x+4",
                                     "(1-cos(x))/x^2",
                                     "abs(x-1)^0.1",
                                     "5",
                                     "1/0"}) {
            QTest::newRow(function) << QString::fromLatin1(function);
        }
    }
    void findsNoBreakWhereThereIsNone() {
        QFETCH(QString, function);
        for (const auto kind : {StationaryKind::Minimum, StationaryKind::Maximum}) {
            for (const StationaryPoint& point : breaksOf(function, kind))
                QFAIL(qPrintable(QString::number(point.x, 'g', 17)));
        }
    }

    /// Beside the vertical tangent at 0 a maximum and a minimum share a column.
    void findsMinimaThatShareAColumn() {
        const auto points = surveyed(
            QStringLiteral(
                "0.541*(0.177*x-0.319)^2*cbrt(-0.631*x)+0.275*x-0.152*x^2+0.184*abs(2.16*x)^2.5"),
            {-10, 10});
        const insight::StationaryPoint* lowest = insight::best(points, Direction::Descend);
        QVERIFY(lowest && std::abs(lowest->x - 0.0125) < 1e-4);
        for (const StationaryPoint& point : points) QVERIFY(std::abs(point.x) > 1e-3);
    }

    void aPoleBeatsEveryMinimum_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("x");
        QTest::newRow("1/x") << "x^2+1/x" << 0.0;
        QTest::newRow("-1/x^2") << "x^2-1/(x-1/3)^2" << 1.0 / 3;
        QTest::newRow("in the middle of two samples") << "x^2-1/(x-1/7)^2" << 1.0 / 7;
        QTest::newRow("ln at 0") << "x^2+ln(x)" << 0.0;
        QTest::newRow("ln at 1") << "x^2+ln(abs(x-1))" << 1.0;
    }
    void findsAWellBetweenTwoColumns() {
        const auto function = QStringLiteral("x^2/100-exp(-(1000*(x-1))^2)");
        for (double half = 3; half < 5; half += 0.05) {
            const auto points = surveyed(function, {-half, half});
            const StationaryPoint* lowest = insight::best(points, Direction::Descend);
            QVERIFY(lowest);
            QVERIFY2(std::abs(lowest->x - 1) < 1e-6, qPrintable(QString::number(half)));
            QVERIFY(std::abs(lowest->value + 0.99) < 1e-9);
        }
    }

    void aPoleBeatsEveryMinimum() {
        QFETCH(QString, function);
        QFETCH(double, x);
        const auto points = surveyed(function);
        const StationaryPoint* lowest = insight::best(points, Direction::Descend);
        QVERIFY(lowest && lowest->shape == Shape::Pole);
        QVERIFY2(std::abs(lowest->x - x) < 1e-6, qPrintable(QString::number(lowest->x, 'g', 17)));
        QVERIFY(!insight::nearestExtremum(points, StationaryKind::Minimum, x) ||
                std::abs(insight::nearestExtremum(points, StationaryKind::Minimum, x)->x - x) >
                    0.1);
    }

    /// Where there are few numbers between two columns.
    void seesAPoleFarFromZero() {
        const auto points = surveyed(QStringLiteral("1/(x-1e7)+(x-1e7)^2"), {9999995, 10000005});
        const StationaryPoint* lowest = insight::best(points, Direction::Descend);
        QVERIFY(lowest && lowest->shape == Shape::Pole);
        QVERIFY(std::abs(lowest->x - 1e7) < 1e-6);
        for (const char* function : {"(x-1e7)^2", "abs(x-1e7)^0.1", "1/(1+1e4*(x-1e7)^2)"}) {
            for (const auto& point : surveyed(QLatin1String(function), {9999995, 10000005.3}))
                QVERIFY2(point.shape != Shape::Pole, function);
        }
    }

    void aBreakIsNoPlaceToSettle() {
        const auto points = surveyed(QStringLiteral("sqrt(x)"));
        QVERIFY(!points.empty());
        QVERIFY(!insight::nearestExtremum(points, StationaryKind::Minimum, 0));
        QVERIFY(!insight::fork(points.front()));
    }

    void severalMayBeBest() {
        const auto points = surveyed(QStringLiteral("sin(x)+cos(2*x)"), {-8, 8});
        int lowest = 0;
        for (const StationaryPoint& point : points) {
            if (!insight::isBest(point, points, Direction::Descend)) continue;
            QVERIFY(std::abs(point.value + 2) < 1e-12);
            ++lowest;
        }
        QCOMPARE(lowest, 3);
    }

    void theBestOfAnAscentIsTheHighest() {
        const auto points = surveyed(QStringLiteral("x^4/4-x^3/3-x^2+sin(3*x)"));
        const StationaryPoint* highest = insight::best(points, Direction::Ascend);
        QVERIFY(highest && highest->kind == StationaryKind::Maximum);
        for (const StationaryPoint& point : points) {
            if (point.kind == StationaryKind::Maximum) QVERIFY(point.value <= highest->value);
            if (point.kind == StationaryKind::Minimum)
                QVERIFY(!insight::isBest(point, points, Direction::Ascend));
        }
    }

    void pointsAreInOrder() {
        const auto points = surveyed(QStringLiteral("x-floor(x)+sin(5*x)"));
        QVERIFY(points.size() > 8);
        for (std::size_t i = 1; i < points.size(); ++i) {
            QVERIFY(points[i - 1].x <= points[i].x);  // a value at a jump, and a limit
            if (points[i - 1].x == points[i].x)
                QVERIFY(insight::isLimit(points[i - 1].shape) || insight::isLimit(points[i].shape));
        }
    }

    void stopsWhenAsked() {
        std::stop_source source;
        source.request_stop();
        const descent::Objective objective(analysed("x^2"));
        QVERIFY(insight::survey(objective, {-5, 5}, 1200, source.get_token()).empty());
    }
};

QTEST_APPLESS_MAIN(TestSurvey)
#include "tst_survey.moc"
