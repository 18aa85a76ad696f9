// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRandomGenerator>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <limits>
#include <stop_token>

#include "insight/fitting.h"
#include "insight/landscape.h"
#include "runs.h"

using descent::Objective;
using insight::CurvePoint;
using insight::Range;
using insight::Viewport;

Q_DECLARE_METATYPE(insight::Range)

namespace {

constexpr int columns = 1100;
constexpr int rows = 600;

Objective objective(const QString& text) {
    return Objective(analysed(text.toStdString()));
}

std::vector<CurvePoint> curve(const char* text, Range x, Range value) {
    return insight::sample(objective(QString::fromUtf8(text)), {x, value, columns, rows});
}

/// The distance of a point from a segment.
double distance(double x, double y, double x1, double y1, double x2, double y2) {
    const double dx = x2 - x1;
    const double dy = y2 - y1;
    const double along = ((x - x1) * dx + (y - y1) * dy) / std::max(dx * dx + dy * dy, 1e-300);
    const double t = std::clamp(along, 0.0, 1.0);
    return std::hypot(x - (x1 + t * dx), y - (y1 + t * dy));
}

/// How far (x, value) is from the polyline, in pixels; looks a few columns around.
double distance(const std::vector<CurvePoint>& points, const Viewport& view, double x,
                double value) {
    const double perX = view.columns / view.x.width();
    const double perValue = view.rows / view.value.width();
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const CurvePoint& a = points[i];
        const CurvePoint& b = points[i + 1];
        if (std::isnan(a.value) || std::isnan(b.value)) continue;
        if ((b.x - x) * perX < -4 || (a.x - x) * perX > 4) continue;
        nearest = std::min(nearest, distance(x * perX, value * perValue, a.x * perX,
                                             a.value * perValue, b.x * perX, b.value * perValue));
    }
    return nearest;
}

/// How many lines the curve is broken into.
int pieces(const std::vector<CurvePoint>& points) {
    int count = 0;
    bool inside = false;
    for (const CurvePoint& point : points) {
        const bool defined = !std::isnan(point.value);
        count += defined && !inside;
        inside = defined;
    }
    return count;
}

/// The x of the defined points next to breaks: where pieces end and begin.
std::vector<double> ends(const std::vector<CurvePoint>& points) {
    std::vector<double> found;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        if (std::isnan(points[i].value) == std::isnan(points[i + 1].value)) continue;
        found.push_back(std::isnan(points[i].value) ? points[i + 1].x : points[i].x);
    }
    return found;
}

double lowest(const std::vector<CurvePoint>& points) {
    double value = std::numeric_limits<double>::infinity();
    for (const CurvePoint& point : points) value = std::fmin(value, point.value);
    return value;
}

}  // namespace

class TestLandscape : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anyFunctionIsSampledAsAnObjectiveIs() {
        const Objective f = objective(QStringLiteral("1/x+sqrt(x+2)"));
        const Viewport view{{-3, 3}, {-5, 5}, columns, rows};
        const auto same = [](const CurvePoint& a, const CurvePoint& b) {
            return std::isnan(a.value + b.value) ||
                   (a.x == b.x && std::abs(a.value - b.value) <= 1e-14 * std::abs(b.value));
        };
        const auto points = insight::sample([&](double x) { return f.value(x); }, view);
        QVERIFY(std::ranges::equal(points, insight::sample(f, view), same));
        QCOMPARE(pieces(points), 2);
        const auto line = insight::sample([](double x) { return 2 * x; }, view);
        QVERIFY(std::ranges::all_of(line, [](auto point) { return point.value == 2 * point.x; }));
    }

    void staysWithinHalfAPixelOfTheFunction_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<Range>("x");
        const auto row = [](const char* function, Range x) {
            QTest::newRow(function) << function << x;
        };
        row("x^4-4*x^2+x", {-2.4, 2.4});
        row("sin(x)+sin(10*x/3)", {0, 9});
        row("exp(x)-2*x", {-36, 7});
        row("0.1*x^2-0.6*exp(-8*(x-2)^2)", {-50, 50});
        row("abs(x)", {-3, 3.1});
        row("sin(30*x)", {-5, 5});
        row("sqrt(x)", {-1, 4});
        row("ln(x)", {-1, 4});
        row("cbrt(x)", {-1, 1.1});
        row("1/x", {-5, 5.1});
        row("tan(x)", {-5, 5});
        row("floor(x)", {-5.3, 5});
        row("x^3*1e12", {-5, 5});
        row("1e-9*cos(x)", {-5, 5});
    }
    void staysWithinHalfAPixelOfTheFunction() {
        QFETCH(QString, function);
        QFETCH(Range, x);
        const Objective f = objective(function);
        const Viewport view{x, insight::fittingValues(f, x), columns, rows};
        const auto points = insight::sample(f, view);
        QRandomGenerator random(1);
        for (int i = 0; i < 20'000; ++i) {
            const double at = x.low + random.generateDouble() * x.width();
            const double value = f.value(at);
            if (!view.value.contains(value)) continue;
            const double off = distance(points, view, at, value);
            QVERIFY2(off <= 0.5, qPrintable(QStringLiteral("%1 px off at %2").arg(off).arg(at)));
        }
    }

    void goesFromEdgeToEdgeInAscendingOrder_data() { someFunctions(); }
    void goesFromEdgeToEdgeInAscendingOrder() {
        QFETCH(QString, function);
        const auto points = insight::sample(objective(function), {{-5, 5}, {-1, 1}, columns, rows});
        QVERIFY(!points.empty());
        QCOMPARE(points.front().x, -5.0);
        QCOMPARE(points.back().x, 5.0);
        QVERIFY(
            std::is_sorted(points.begin(), points.end(), [](auto a, auto b) { return a.x < b.x; }));
        QVERIFY(std::none_of(points.begin(), points.end(),
                             [](auto point) { return std::isinf(point.value); }));
    }

    void takesABoundedNumberOfPoints_data() { someFunctions(); }
    void takesABoundedNumberOfPoints() {
        QFETCH(QString, function);
        const Objective f = objective(function);
        for (const Range value : {Range{-1, 1}, Range{-1e-9, 1e-9}, Range{-1e9, 1e9}}) {
            const auto points = insight::sample(f, {{-5, 5}, value, columns, rows});
            QVERIFY(points.size() <= 50 * columns);
        }
    }

    void findsANarrowHole() {
        const auto points = curve("0.1*x^2-0.6*exp(-8*(x-2)^2)", {-5, 5}, {-1, 3});
        const double pixel = 4.0 / rows;
        QVERIFY(std::abs(lowest(points) - -0.20821771) < pixel);
        const auto wide = curve("0.1*x^2-0.6*exp(-8*(x-2)^2)", {-100, 100}, {-1, 3});
        QVERIFY(std::abs(lowest(wide) - -0.20821771) < pixel);
    }

    void drawsANarrowWellToItsBottom() {
        constexpr double bottom = -0.99;
        const double pixel = 1.5 / rows;
        // Wherever the columns meet it.
        for (double half = 1.5; half < 2.5; half += 0.01) {
            const auto points = curve("x^2/100-exp(-(1000*(x-1))^2)", {-half, half}, {-1.2, 0.3});
            QVERIFY2(std::abs(lowest(points) - bottom) < pixel,
                     qPrintable(QStringLiteral("%1 in ±%2").arg(lowest(points)).arg(half)));
        }
    }

    void missesNothingAtAPlaceThatItKnows() {
        const Objective f = objective(QStringLiteral("x^2/100-exp(-(1e6*(x-1.0003))^2)"));
        Viewport view{{-5, 5}, {-1.2, 0.3}, columns, rows};
        QVERIFY(lowest(insight::sample(f, view)) >= 0);
        view.places = {1.0003, 7};
        const auto points = insight::sample(f, view);
        QVERIFY(std::abs(lowest(points) - -0.99) < 1.5 / rows);
        QVERIFY(
            std::is_sorted(points.begin(), points.end(), [](auto a, auto b) { return a.x < b.x; }));
        QCOMPARE(points.back().x, 5.0);
    }

    void aTameCurveTakesAFewEvaluationsAColumn() {
        for (const char* function : {"x^4-4*x^2+x", "sin(x)+sin(10*x/3)", "x^2", "exp(x)"}) {
            const Objective f = objective(QString::fromUtf8(function));
            int evaluations = 0;
            const auto counted = [&](double x) {
                ++evaluations;
                return f.value(x);
            };
            insight::sample(counted, {{-3, 3}, insight::fittingValues(f, {-3, 3}), columns, rows});
            QVERIFY2(evaluations < 3 * columns, qPrintable(QString::number(evaluations)));
        }
    }

    void breaksAtPolesAndJumps_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<QList<double>>("breaks");
        const double pi = std::acos(-1.0);
        QTest::newRow("1/x") << "1/x" << QList<double>{0};
        QTest::newRow("1/x^2") << "1/x^2" << QList<double>{0};
        QTest::newRow("1/(x-0.1)") << "1/(x-0.1)" << QList<double>{0.1};
        QTest::newRow("tan") << "tan(x)" << QList<double>{-3 * pi / 2, -pi / 2, pi / 2, 3 * pi / 2};
        QTest::newRow("floor") << "floor(x/2)" << QList<double>{-4, -2, 0, 2, 4};
        QTest::newRow("sign") << "sign(x-1)" << QList<double>{1};
        QTest::newRow("branch") << "x<2 ? x : -x" << QList<double>{2};
    }
    void breaksAtPolesAndJumps() {
        QFETCH(QString, function);
        QFETCH(QList<double>, breaks);
        const auto points = insight::sample(objective(function), {{-5, 5}, {-6, 6}, columns, rows});
        QCOMPARE(pieces(points), static_cast<int>(breaks.size()) + 1);
        const auto found = ends(points);
        QCOMPARE(found.size(), static_cast<std::size_t>(2 * breaks.size()));
        for (std::size_t i = 0; i < found.size(); ++i) {
            const double wanted = breaks[static_cast<qsizetype>(i / 2)];
            QVERIFY2(std::abs(found[i] - wanted) < 1e-6, qPrintable(QString::number(found[i])));
        }
    }

    void followsTheCurveToTheEdgeOfTheDomain() {
        const auto root = curve("sqrt(x)", {-5, 5}, {-1, 3});
        QCOMPARE(pieces(root), 1);
        QVERIFY(std::abs(ends(root).front()) < 1e-9);
        const auto arcs = curve("asin(x)", {-5, 5}, {-2, 2});
        QCOMPARE(pieces(arcs), 1);
        QVERIFY(std::abs(ends(arcs).front() + 1) < 1e-9);
        QVERIFY(std::abs(ends(arcs).back() - 1) < 1e-9);
    }

    void doesNotBreakAContinuousCurve_data() {
        QTest::addColumn<QString>("function");
        for (const char* function : {"1000*sin(50*x)", "x^9", "abs(x)", "cbrt(x)", "tanh(1000*x)",
                                     "x^2", "0.1*x^2-0.6*exp(-8*(x-2)^2)"}) {
            QTest::newRow(function) << function;
        }
    }
    void doesNotBreakAContinuousCurve() {
        QFETCH(QString, function);
        const Objective f = objective(function);
        QCOMPARE(pieces(insight::sample(f, {{-5, 5}, {-1, 1}, columns, rows})), 1);
    }

    void drawsNothingWhereNothingIsDefined() {
        const auto points = curve("sqrt(-1-x^2)", {-5, 5}, {-1, 1});
        QCOMPARE(pieces(points), 0);
        QVERIFY(points.size() <= 3 * columns);
    }

    void takesAnyViewWithoutHarm() {
        for (const char* function : {"x^2", "1/x", "exp(x)", "1/0", "5", "1.7e308*x"}) {
            const Objective f = objective(QString::fromUtf8(function));
            for (const Range x : {Range{-1e250, 1e250}, Range{1, 1 + 1e-12}, Range{-1e-300, 1e-300},
                                  Range{1e249, 1e250}, Range{-1, 1}}) {
                const Range value = insight::fittingValues(f, x);
                QVERIFY2(value.valid(), function);
                insight::sample(f, {x, value, columns, rows});
                insight::sample(f, {x, {-1e-300, 1e-300}, 1, 1});
            }
        }
    }

    void aSketchWithRoomEnoughIsTheWholeCurve_data() { someFunctions(); }
    void aSketchWithRoomEnoughIsTheWholeCurve() {
        QFETCH(QString, function);
        const Objective f = objective(function);
        const Viewport view{{-5, 5}, {-6, 6}, 500, 300};
        const auto whole = insight::sample(f, view);
        const auto sketch = insight::sketch([&](double x) { return f.value(x); }, view, 10'000'000);
        QVERIFY(sketch.complete);
        QCOMPARE(sketch.points.size(), whole.size());
        for (std::size_t i = 0; i < whole.size(); ++i) QCOMPARE(sketch.points[i].x, whole[i].x);
    }

    void aSketchTakesHardlyMoreEvaluationsThanItMay_data() { someFunctions(); }
    void aSketchTakesHardlyMoreEvaluationsThanItMay() {
        QFETCH(QString, function);
        const Objective f = objective(function);
        constexpr int longestSearch = 60;  // that is under way when there are no more
        for (const int most : {1, 100, 1500, 4000}) {
            int evaluations = 0;
            const auto counted = [&](double x) {
                ++evaluations;
                return f.value(x);
            };
            const auto sketch = insight::sketch(counted, {{-5, 5}, {-6, 6}, 500, 300}, most);
            QVERIFY2(evaluations <= most + longestSearch, qPrintable(QString::number(evaluations)));
            QVERIFY(sketch.points.size() >= 2);
            QCOMPARE(sketch.points.front().x, -5.0);
            QCOMPARE(sketch.points.back().x, 5.0);
        }
    }

    void aSketchEndsWhenItIsAskedTo() {
        std::stop_source stop;
        int evaluations = 0;
        const auto stopping = [&](double x) {
            if (++evaluations == 700) stop.request_stop();
            return std::sin(1e5 * x);
        };
        constexpr auto all = std::numeric_limits<std::int64_t>::max();
        const Viewport view{{-5, 5}, {-6, 6}, 500, 300};
        QVERIFY(!insight::sketch(stopping, view, all, stop.get_token()).complete);
        QVERIFY(evaluations < 800);
    }

private:
    static void someFunctions() {
        QTest::addColumn<QString>("function");
        for (const char* function :
             {"x^2", "1000*sin(50*x)", "sin(1e5*x)", "tan(100*x)", "floor(100*x)", "1/x", "sqrt(x)",
              "sin(1/x)", "sqrt(-1-x^2)", "7", "exp(-x^2*1e9)", "sqrt(sin(1000*x))"}) {
            QTest::newRow(function) << function;
        }
    }
};

QTEST_APPLESS_MAIN(TestLandscape)
#include "tst_landscape.moc"
