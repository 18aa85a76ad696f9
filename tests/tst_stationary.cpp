// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <stop_token>

#include "insight/stationary.h"
#include "runs.h"

using descent::Objective;
using insight::Range;
using insight::Shape;
using insight::StationaryKind;
using insight::StationaryPoint;

namespace {

constexpr double pi = std::numbers::pi;
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr auto minimum = StationaryKind::Minimum;
constexpr auto maximum = StationaryKind::Maximum;
constexpr auto inflection = StationaryKind::Inflection;

struct Case {
    const char* function;
    Range x;
    std::vector<StationaryPoint> points;
};

const std::vector<Case>& cases() {
    static const std::vector<Case> all = {
        {"x^2", {-5, 5}, {{0, 0, 2, minimum}}},
        {"x^2", {-1, 4.7}, {{0, 0, 2, minimum}}},
        {"x^2", {0, 4}, {{0, 0, 2, minimum}}},
        {"x^2", {1, 4}, {}},
        {"-3*(x-1e6)^2", {-5e6, 5e6}, {{1e6, 0, -6, maximum}}},
        {"(x-1/3)^2", {1.0 / 3 - 1e-7, 1.0 / 3 + 2e-7}, {{1.0 / 3, 0, 2, minimum}}},
        {"1e-20*x^2", {-5, 6}, {{0, 0, 2e-20, minimum}}},
        {"cos(x)", {-1, 4}, {{0, 1, -1, maximum}, {pi, -1, 1, minimum}}},
        {"x^4-4*x^2+x",
         {-3, 3},
         {{-1.4729976011140301, -5.4441920666108975, 18.036663194652249, minimum},
          {0.12600019258625611, 0.062748047376144825, -7.8094874176187164, maximum},
          {1.346997408527774, -2.6185559807652474, 13.772824222966467, minimum}}},
        {"x+2*x^2+0.4*x^3",
         {-4, 2},
         {{-3.0611000442234592, 4.2061556243476033, -3.3466401061363022, maximum},
          {-0.27223328910987409, -0.1320815502735292, 3.3466401061363022, minimum}}},
        // The double root of f' is an inflection beside the minimum at 9/4.
        {"x^4-3*x^3+2", {-2, 4}, {{0, 2, 0, inflection}, {2.25, -6.54296875, 20.25, minimum}}},
        // Two close points in one column: f' = x² - 10⁻⁶.
        {"x^3/3-1e-6*x",
         {-5, 5.3},
         {{-1e-3, 2e-9 / 3, -2e-3, maximum}, {1e-3, -2e-9 / 3, 2e-3, minimum}}},
        {"x^3", {-1, 1}, {{0, 0, 0, inflection}}},
        {"x^3", {-1, 1.7}, {{0, 0, 0, inflection}}},
        {"x^3-3*x^2+3*x", {-1, 2.3}, {{1, 1, 0, inflection}}},
        {"x-sin(x)", {-1, 7}, {{0, 0, 0, inflection}, {2 * pi, 2 * pi, 0, inflection}}},
        {"x^4", {-1, 1}, {{0, 0, 0, minimum}}},
        {"x^4", {-1, 1.7}, {{0, 0, 0, minimum}}},
        {"-x^6", {-1, 1.7}, {{0, 0, 0, maximum}}},
        {"abs(x)", {-3, 3}, {{0, 0, 0, minimum, Shape::Corner}}},
        {"abs(x)", {-3, 2}, {{0, 0, 0, minimum, Shape::Corner}}},
        {"abs(3*x-1)", {-3, 2}, {{1.0 / 3, 0, 0, minimum, Shape::Corner}}},
        {"-abs(x)+1e10", {-3, 2}, {{0, 1e10, 0, maximum, Shape::Corner}}},
        {"x^2+abs(x)", {-3, 3}, {{0, 0, 0, minimum, Shape::Corner}}},
        {"abs(x^2-2)",
         {-1, 2},
         {{0, 2, -2, maximum}, {std::numbers::sqrt2, 0, 0, minimum, Shape::Corner}}},
        {"max(x,-2*x)", {-1, 1}, {{0, 0, 0, minimum, Shape::Corner}}},
        {"x<1 ? x : 2-x", {-1, 2.2}, {{1, 1, 0, maximum, Shape::Corner}}},
        {"sqrt(abs(x))", {-1, 1}, {{0, 0, 0, minimum, Shape::Corner}}},
        {"sqrt(abs(x))", {-1, 1.7}, {{0, 0, 0, minimum, Shape::Corner}}},
        {"cbrt(x^2)", {-1, 1.7}, {{0, 0, 0, minimum, Shape::Corner}}},
        {"x<0 ? -x : x^2", {-3, 3}, {{0, 0, 0, minimum, Shape::HalfCorner}}},
        {"x<1/3 ? (x-1/3)^2 : x-1/3", {-3, 2}, {{1.0 / 3, 0, 0, minimum, Shape::HalfCorner}}},
        {"x<0 ? -x : 0.01*x", {-3, 2}, {{0, 0, 0, minimum, Shape::Corner}}},
        {"abs(x)^1.2", {-3, 2}, {{0, 0, infinity, minimum, Shape::Steep}}},
        {"abs(x)^1.5", {-3, 2}, {{0, 0, infinity, minimum, Shape::Steep}}},
        {"abs(x-1)^1.9", {-3, 2}, {{1, 0, infinity, minimum, Shape::Steep}}},
        {"-cbrt(x)^4", {-3, 2}, {{0, 0, -infinity, maximum, Shape::Steep}}},
        {"abs(sin(x))^1.5", {-1, 1.3}, {{0, 0, infinity, minimum, Shape::Steep}}},
        {"abs(x)^3", {-3, 2}, {{0, 0, 0, minimum}}},
        {"x^10", {-3, 2}, {{0, 0, 0, minimum}}},
        {"x<0 ? x^2 : 3*x^2", {-3, 2}, {{0, 0, 6, minimum, Shape::Bent}}},
        {"abs(x-1)^0.1", {-3, 2}, {{1, 0, 0, minimum, Shape::Corner}}},
        {"1e-6*abs(x)+x^2", {-3, 2}, {{0, 0, 0, minimum, Shape::Corner}}},
        // Where f is small beside its terms, and where a column meets the point but for rounding.
        {"x^2-4*x+4", {-2.4, 2.4}, {{2, 0, 2, minimum}}},
        {"x^4-8*x^2+16", {-1, 3}, {{0, 16, -16, maximum}, {2, 0, 32, minimum}}},
        {"x==0 ? 1 : x^2", {-3, 2}, {}},
        {"x==0 ? 1 : x^2", {-100, 100}, {}},
        {"x*ln(x)",
         {-3, 3},
         {{1 / std::numbers::e, -1 / std::numbers::e, std::numbers::e, minimum}}},
        {"x-ln(x)", {-3, 3}, {{1, 1, 1, minimum}}},
        {"ln(x)-x^2", {-3, 3}, {{std::sqrt(0.5), -0.5 * std::log(2) - 0.5, -4, maximum}}},
        {"sqrt(x)-x", {-3, 3}, {{0.25, 0.25, -2, maximum}}},
        {"x+1/x", {-3, 3}, {{-1, -2, -2, maximum}, {1, 2, 2, minimum}}},
        {"1-exp(-x^2)", {-50, 50}, {{0, 0, 2, minimum}}},
        // Roots of f' of higher order, which rounding hides.
        {"x^2-x-x^3/3", {-2, 4}, {{1, -1.0 / 3, 0, inflection}}},
        {"x^2-x-x^3/3", {1 - 1e-3, 1 + 1.1e-3}, {{1, -1.0 / 3, 0, inflection}}},
        {"3*x^4-4*x^3-48*x^2+144*x", {-5, 5}, {{-3, -513, 300, minimum}, {2, 112, 0, inflection}}},
        {"sin(x)-x", {-1, 7}, {{0, 0, 0, inflection}, {2 * pi, -2 * pi, 0, inflection}}},
        {"exp(x)-x-x^2/2", {-2, 2.3}, {{0, 1, 0, inflection}}},
        {"atan(x)-x", {-2, 2.3}, {{0, 0, 0, inflection}}},
        {"tanh(x)-x", {-1e-4, 1.2e-4}, {{0, 0, 0, inflection}}},
        {"x*ln(x)-x^2/2", {-1, 3}, {{1, -0.5, 0, inflection}}},
        {"x^5/5-3*x^4/2+9*x^3/2-27*x^2/4+81*x/16", {-1, 3.3}, {{1.5, 1.51875, 0, inflection}}},
        {"0.25*x^4-2.1*x^3+6.615*x^2-9.261*x", {-5, 5.2}, {{2.1, -4.862025, 0, minimum}}},
        {"x^4-4*x^3+6*x^2-4*x+1", {-3, 4}, {{1, 0, 0, minimum}}},
        {"cosh(x)-x^2/2", {-2, 2.3}, {{0, 1, 0, minimum}}},
        {"cos(x)+x^2/2", {-2, 2.3}, {{0, 1, 0, minimum}}},
        // f is missing at the point alone, and unknown close by.
        {"abs(2*(x-1.5)^2)", {-7, 10}, {{1.5, 0, 4, minimum}}},  // f'' comes out as 0 there
        {"x/atan(x)", {-1, 1}, {{0, 1, 2.0 / 3, minimum}}},
        {"x/tanh(x)", {-1, 1.3}, {{0, 1, 2.0 / 3, minimum}}},
        {"tan(x)/x", {-1, 1.3}, {{0, 1, 2.0 / 3, minimum}}},
        {"sin(x-0.19)/(x-0.19)", {-3, 3}, {{0.19, 1, -1.0 / 3, maximum}}},
    };
    return all;
}

bool near(double actual, double expected, double tolerance) {
    return std::abs(actual - expected) <= tolerance * std::max(1.0, std::abs(expected));
}

std::vector<StationaryPoint> pointsOf(const char* function, Range x, int columns = 1200) {
    const Objective objective(analysed(function));
    return insight::stationaryPoints(objective, x, columns);
}

}  // namespace

class TestStationary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsAndTellsApart_data() {
        QTest::addColumn<std::size_t>("index");
        for (std::size_t i = 0; i < cases().size(); ++i) {
            QTest::addRow("%s in %g:%g", cases()[i].function, cases()[i].x.low, cases()[i].x.high)
                << i;
        }
    }
    void findsAndTellsApart() {
        QFETCH(std::size_t, index);
        const Case& expected = cases()[index];
        for (const int columns : {300, 719, 1200, 3001}) {
            const auto points = pointsOf(expected.function, expected.x, columns);
            QCOMPARE(points.size(), expected.points.size());
            for (std::size_t i = 0; i < points.size(); ++i) {
                const StationaryPoint& known = expected.points[i];
                QCOMPARE(points[i].kind, known.kind);
                QCOMPARE(points[i].shape, known.shape);
                QVERIFY2(near(points[i].x, known.x, 1e-10), qPrintable(shown(points[i].x)));
                QVERIFY2(near(points[i].value, known.value, 1e-9),
                         qPrintable(shown(points[i].value)));
                QVERIFY2(points[i].curvature == known.curvature ||
                             near(points[i].curvature, known.curvature, 1e-6),
                         qPrintable(shown(points[i].curvature)));
            }
        }
    }

    void findsNoneWhereThereIsNone_data() {
        QTest::addColumn<QString>("function");
        for (const char* function : {"5",
                                     "0",
                                     "x",
                                     "2*x+1",
                                     "exp(x)",
                                     "ln(x)",
                                     "sqrt(x)",
                                     "x^1.5",
                                     "cbrt(x)",
                                     "1/x",
                                     "1/x^2",
                                     "1/(3*x-1)^2",
                                     "x/(x^2-2)",
                                     "tan(x)",
                                     "ln(abs(x))",
                                     "ln(abs(3*x-1))",
                                     "floor(x)",
                                     "ceil(x)",
                                     "round(x)",
                                     "sign(x)",
                                     "max(x,0)",
                                     "min(x,0)",
                                     "max(abs(x)-1,0)",
                                     "x>1 ? 3 : x",
                                     "x^2+3*floor(x)",
                                     "abs(x)+sign(x)",
                                     "abs(3*x-1)-sign(3*x-1)",
                                     "sin(x)^2+cos(x)^2",
                                     "(x+1)^2-x^2-2*x",
                                     "sqrt(-1-x^2)",
                                     "asin(x)",
                                     "1/0",
                                     "x<0 ? 0.75*x-x^2 : x^2"}) {  // f' is 0 on one side only
            QTest::newRow(function) << QString::fromLatin1(function);
        }
    }
    void findsNoneWhereThereIsNone() {
        QFETCH(QString, function);
        for (const Range x : {Range{-4.4, 4.4}, Range{-1.4, 1.3}}) {
            for (const int columns : {300, 1200}) {
                for (const StationaryPoint& point :
                     pointsOf(function.toUtf8().constData(), x, columns)) {
                    QFAIL(qPrintable(shown(point.x)));
                }
            }
        }
    }

    void findsEveryPointOfASine() {
        for (const char* function : {"sin(50*x)", "1000*sin(50*x)"}) {
            const auto points = pointsOf(function, {-5, 5});
            QCOMPARE(points.size(), std::size_t{160});
            for (std::size_t i = 0; i < points.size(); ++i) {
                const double x = (static_cast<double>(i) - 79.5) * pi / 50;
                QVERIFY2(near(points[i].x, x, 1e-10), qPrintable(shown(points[i].x)));
                QCOMPARE(points[i].kind, i % 2 == 0 ? maximum : minimum);
            }
        }
        QCOMPARE(pointsOf("sin(50*x)", {-4 * pi, 4 * pi}).size(), std::size_t{400});
    }

    /// The view is so wide that a column holds many waves.
    void knowsTheCurvatureOfFastWaves() {
        for (const int wave : {342, 431, 527}) {
            const QByteArray function = QStringLiteral("sin(%1*x)").arg(wave).toLatin1();
            const auto points = pointsOf(function.constData(), {-6400, 5310}, 400);
            QVERIFY(points.size() > 100);
            for (const StationaryPoint& point : points) {
                const double curvature = (point.kind == minimum ? 1 : -1) * wave * wave;
                QCOMPARE(point.shape, Shape::Smooth);
                QVERIFY2(near(point.curvature, curvature, 1e-6), qPrintable(shown(point.x)));
                QVERIFY2(near(point.value, point.kind == minimum ? -1 : 1, 1e-9),
                         qPrintable(shown(point.x)));
            }
        }
    }

    void findsEveryInflectionOfASlope() {
        for (const int columns : {400, 1200, 5000})
            QCOMPARE(pointsOf("x-sin(x)", {-300, 300}, columns).size(), std::size_t{95});
    }

    /// However coarsely it is seen.
    void aLevelStretchIsNoPoint() {
        for (const char* function :
             {"max(x^2,1)", "max(abs(x),1)", "abs(x-1)+abs(x+1)", "max(0,abs(x)-1)",
              "max(0,abs(x)-1)^2", "round(x)*x", "x<0 ? x^3 : (x<1 ? 0 : (x-1)^3)"}) {
            for (const int columns : {8, 32, 33, 300}) {
                for (const StationaryPoint& point : pointsOf(function, {-20, 21}, columns))
                    QFAIL(qPrintable(QString::fromLatin1(function) + QStringLiteral(" at ") +
                                     shown(point.x)));
            }
        }
        QVERIFY(pointsOf("max(abs(x-3e8),1e8)", {-2e9, 2.1e9}, 33).empty());
        QCOMPARE(pointsOf("x^100", {-5, 5.1}).size(), std::size_t{1});  // underflow is none
    }

    void pointsHaveNoSlopeOrASignChange_data() {
        QTest::addColumn<QString>("function");
        for (const char* function :
             {"sin(x)+sin(10*x/3)", "0.05*x^2-exp(-(x-2)^2)-2*exp(-4*(x+2)^2)", "abs(sin(x))",
              "x*sin(20*x)", "abs(x^2-2)+cos(7*x)", "x^5/5-x^3/3", "max(sin(x),cos(x))",
              "exp(sin(3*x))*x", "sin(x)/x", "x^2*sin(1/x)", "sin(1000000*x)", "tan(x)-2*x",
              "x^3-3*x^2+3*x-1", "floor(x)+sin(9*x)"}) {
            QTest::newRow(function) << QString::fromLatin1(function);
        }
    }
    void pointsHaveNoSlopeOrASignChange() {
        QFETCH(QString, function);
        const Objective objective(analysed(function.toStdString()));
        const auto slope = [&](double x) { return objective.slope(x); };
        for (const Range view : {Range{-6, 6}, Range{-2.3, 7.7}, Range{0.1, 0.3}}) {
            const auto points = insight::stationaryPoints(objective, view, 1000);
            QVERIFY(points.size() <= 2 * 1002);
            for (std::size_t i = 0; i < points.size(); ++i) {
                const double x = points[i].x;
                const double reach = 1e-10 * std::max(1.0, std::abs(x));
                const bool crosses = slope(x - reach) * slope(x + reach) <= 0;
                QVERIFY2(crosses || std::abs(slope(x)) < 1e-12, qPrintable(shown(x)));
                QVERIFY(view.contains(x) && std::isfinite(points[i].value));
                QVERIFY(i == 0 || points[i - 1].x < x);
            }
        }
    }

    void extremaLieBesideHigherOrLowerGround() {
        const Objective objective(analysed("sin(x)+sin(10*x/3)"));
        const auto points = insight::stationaryPoints(objective, {0, 9}, 900);
        QVERIFY(points.size() > 6);
        for (const StationaryPoint& point : points) {
            QVERIFY(point.kind != inflection);
            const double sign = point.kind == minimum ? 1 : -1;
            for (const double x : {point.x - 1e-4, point.x + 1e-4})
                QVERIFY(sign * (objective.value(x) - point.value) > 0);
        }
    }

    void picksTheNearestExtremum() {
        const auto points = pointsOf("x^4-4*x^2+x", {-3, 3});
        QVERIFY(near(insight::nearestExtremum(points, minimum, 2)->x, 1.346997408527774, 1e-10));
        QVERIFY(
            near(insight::nearestExtremum(points, minimum, -0.5)->x, -1.4729976011140301, 1e-10));
        QVERIFY(near(insight::nearestExtremum(points, maximum, 2)->x, 0.12600019258625611, 1e-10));
        QVERIFY(!insight::nearestExtremum(points, inflection, 2));
        QVERIFY(!insight::nearestExtremum({}, minimum, 2));
        for (const double x :
             {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()})
            QVERIFY(!insight::nearestExtremum(points, minimum, x));
    }

    /// Its f' is known to few digits beside the minimum, its f'' to all.
    void knowsTheCurvatureOfALongFunction() {
        QFile file(QStringLiteral(TEST_DATA "/slow-run.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Objective objective(analysed(file.readAll().trimmed().toStdString()));
        const auto points = insight::stationaryPoints(objective, {1.5, 2.5}, 1200);
        QVERIFY(!points.empty());
        for (const StationaryPoint& point : points)
            QCOMPARE(point.curvature, objective.curvature(point.x));
    }

    void forksWhereStepsOvershoot() {
        const auto points = pointsOf("x^4/4-x^2/2", {-2, 2});
        QCOMPARE(points.size(), std::size_t{3});
        QVERIFY(near(insight::fork(points[0]).value(), 1, 1e-9));  // f'' = 2
        QVERIFY(near(insight::fork(points[1]).value(), 2, 1e-9));  // f'' = -1, a maximum
        QVERIFY2(!insight::fork(pointsOf("abs(x)", {-2, 2}).front()), "a corner");
        QVERIFY2(!insight::fork({0, 0, 0, minimum}), "flat");
    }

private:
    static QString shown(double value) { return QString::number(value, 'g', 17); }

    void endsWhenItIsAskedTo() {
        std::stop_source stop;
        const Objective objective(analysed("sin(x)"));
        QVERIFY(!insight::stationaryPoints(objective, {-9, 9}, 500, stop.get_token()).empty());
        stop.request_stop();
        QVERIFY(insight::stationaryPoints(objective, {-9, 9}, 500, stop.get_token()).empty());
    }
};

QTEST_APPLESS_MAIN(TestStationary)
#include "tst_stationary.moc"
