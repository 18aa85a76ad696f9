// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <algorithm>
#include <cmath>

#include "planes.h"

using insight::Rectangle;
using insight::StationaryPlace;
using Kind = StationaryPlace::Kind;

namespace {

Kind kindNamed(const QString& name) {
    if (name == QLatin1String("minimum")) return Kind::Minimum;
    if (name == QLatin1String("maximum")) return Kind::Maximum;
    return name == QLatin1String("saddle") ? Kind::Saddle : Kind::Degenerate;
}

double at(const QJsonValue& object, const char* key) {
    return object[QLatin1String(key)].toDouble();
}

insight::Range rangeIn(const QJsonObject& row, const char* key) {
    const QJsonArray ends = row[QLatin1String(key)].toArray();
    return {ends[0].toDouble(), ends[1].toDouble()};
}

bool near(double one, double other, double slack = 1e-9) {
    return std::abs(one - other) <= slack * std::max(1.0, std::abs(other));
}

std::ptrdiff_t count(const std::vector<StationaryPlace>& places, Kind kind) {
    return std::ranges::count(places, kind, &StationaryPlace::kind);
}

}  // namespace

class TestPlaces : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreeWithTheReference_data() {
        QTest::addColumn<QJsonObject>("row");
        QFile file(QStringLiteral(TEST_DATA "/plane.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray rows = QJsonDocument::fromJson(file.readAll()).array();
        for (const QJsonValue& row : rows) {
            if (row[QStringLiteral("stationary_points")].isArray())
                QTest::newRow(qPrintable(row[QStringLiteral("id")].toString())) << row.toObject();
        }
    }
    void agreeWithTheReference() {
        QFETCH(QJsonObject, row);
        const auto places = placesOf(row[QStringLiteral("function")].toString().toStdString(),
                                     {rangeIn(row, "range_x"), rangeIn(row, "range_y")});
        const QJsonArray expected = row[QStringLiteral("stationary_points")].toArray();
        QCOMPARE(qsizetype(places.size()), expected.size());
        for (qsizetype i = 0; i < expected.size(); ++i) {
            const QJsonValue point = expected[i];
            const StationaryPlace& place = places[std::size_t(i)];
            QVERIFY(near(place.at[0], at(point, "x")) && near(place.at[1], at(point, "y")));
            QVERIFY(near(place.value, at(point, "f")));
            QCOMPARE(place.kind, kindNamed(point[QStringLiteral("kind")].toString()));
            QVERIFY(!place.isLine);
            const QJsonArray curvatures = point[QStringLiteral("curvatures")].toArray();
            for (std::size_t k = 0; k < 2; ++k)
                QVERIFY(near(place.curvatures[k], curvatures[qsizetype(k)].toDouble(), 1e-6));
        }
    }

    void whereACurvatureIsZeroFDecides_data() {
        QTest::addColumn<QByteArray>("function");
        QTest::addColumn<Kind>("kind");
        const auto row = [](const char* function, Kind kind) {
            QTest::newRow(function) << QByteArray(function) << kind;
        };
        row("x^4+y^4", Kind::Minimum);
        row("-(x^4)-y^2", Kind::Maximum);
        row("x^2+y^4+7", Kind::Minimum);
        row("x^10+y^2", Kind::Minimum);
        row("(x-1/3)^4+(x-1/3)^2*(y-0.7)^2+(y-0.7)^4", Kind::Minimum);
        row("(y-x^2)^2+x^4", Kind::Minimum);
        row("(y-x^2)*(y-3*x^2)", Kind::Saddle);
        row("x^2-y^4", Kind::Saddle);
        row("x^4-y^4", Kind::Saddle);
        row("x^3+y^2", Kind::Degenerate);
        row("x^3-3*x*y^2", Kind::Degenerate);
        row("x^3+y^3", Kind::Degenerate);
    }
    void whereACurvatureIsZeroFDecides() {
        QFETCH(QByteArray, function);
        QFETCH(Kind, kind);
        for (const double off : {0.0, 0.317}) {
            const auto places =
                placesOf(function.toStdString(), {{-2 + off, 2 + off}, {-2, 2 - off}});
            QCOMPARE(places.size(), 1);
            QCOMPARE(places[0].kind, kind);
            QVERIFY(!places[0].isLine);
            QCOMPARE(std::ranges::count(places[0].curvatures, 0.0) > 0, true);
        }
    }

    void linesAreToldAsOne_data() {
        QTest::addColumn<QByteArray>("function");
        QTest::addColumn<int>("lines");
        QTest::addColumn<int>("points");
        QTest::addColumn<Kind>("kind");
        const auto row = [](const char* function, int lines, int points, Kind kind) {
            QTest::newRow(function) << QByteArray(function) << lines << points << kind;
        };
        row("(x+y)^2", 1, 0, Kind::Minimum);
        row("-(x+2*y-1)^2", 1, 0, Kind::Maximum);
        row("x^2+0*y", 1, 0, Kind::Minimum);
        row("(y-x^2)^2", 1, 0, Kind::Minimum);
        row("(x^2+y^2-1)^2", 1, 1, Kind::Minimum);
        row("(x^2-1)^2+0*y", 3, 0, Kind::Minimum);
        row("(x+y)^4", 1, 0, Kind::Minimum);
        row("(0.3*x+0.7*y-0.1)^2", 1, 0, Kind::Minimum);
        row("(sin(1)*x+cos(1)*y)^2*(x^2+y^2+1)", 1, 0, Kind::Minimum);
        row("exp(-(0.3*x+0.7*y)^2)", 1, 0, Kind::Maximum);
        row("(0.64*x-1.74*y)^2*(x^2+y^2+1.05)", 1, 0, Kind::Minimum);
        row("(0.34*x+0.12*y)^2*(x^2+y^2+1.1)", 1, 0, Kind::Minimum);
    }
    void linesAreToldAsOne() {
        QFETCH(QByteArray, function);
        QFETCH(int, lines);
        QFETCH(int, points);
        QFETCH(Kind, kind);
        const auto places = placesOf(function.toStdString(), {{-3, 3.1}, {-3, 3.1}});
        QCOMPARE(std::ranges::count(places, true, &StationaryPlace::isLine), lines);
        QCOMPARE(std::ranges::count(places, false, &StationaryPlace::isLine), points);
        QVERIFY(std::ranges::any_of(places, [&](const StationaryPlace& place) {
            return place.isLine && place.kind == kind;
        }));
    }

    void liesNoneOutsideOfTheRectangle() {
        const std::vector<Rectangle> rectangles = {
            {{2.5, 4}, {-5, 5}}, {{3, 4}, {2, 5}}, {{-3, -2.9}, {3, 3.3}}, {{0, 1}, {0, 1}}};
        for (const Rectangle& rectangle : rectangles) {
            for (const auto& place : placesOf("(x^2+y-11)^2+(x+y^2-7)^2", rectangle)) {
                QVERIFY(rectangle.across.contains(place.at[0]));
                QVERIFY(rectangle.up.contains(place.at[1]));
            }
        }
        const auto corner = placesOf("(x^2+y-11)^2+(x+y^2-7)^2", {{3, 4}, {2, 5}});
        QCOMPARE(corner.size(), 1);
        QCOMPARE(corner[0].kind, Kind::Minimum);
        QCOMPARE(corner[0].at, pointOf({3, 2}));
    }

    void hardFunctionsAreRightOrSilent_data() {
        QTest::addColumn<QByteArray>("function");
        QTest::addColumn<int>("least");
        QTest::addColumn<int>("most");
        const auto row = [](const char* function, int least, int most) {
            QTest::newRow(function) << QByteArray(function) << least << most;
        };
        row("ln(x)^2+y^2", 1, 1);
        row("sqrt(x)+y^2", 0, 0);
        row("1/(x^2+y^2)", 0, 0);
        row("1/x+1/y", 0, 0);
        row("5+0*x+0*y", 0, 0);
        row("x+2*y", 0, 0);
        row("1e308*x*y", 1, 1);
        row("1e-300*(x^2+y^2)", 1, 1);
        row("abs(x)+abs(y)", 0, 0);
        row("floor(x)+floor(y)", 0, 0);
        row("max(x^2+y^2-1,0)", 0, 1);
        row("exp(-x^2-y^2)", 1, 1);
        row("exp(-20*(x^2+y^2))", 1, 1);
        row("x*y*exp(-x^2-y^2)", 5, 5);
    }
    void hardFunctionsAreRightOrSilent() {
        QFETCH(QByteArray, function);
        QFETCH(int, least);
        QFETCH(int, most);
        const auto places = placesOf(function.toStdString());
        QVERIFY2(int(places.size()) >= least && int(places.size()) <= most,
                 qPrintable(QString::number(places.size())));
    }

    void manyAreFoundWithoutDuplicates() {
        const auto places =
            placesOf("20+x^2-10*cos(2*pi*x)+y^2-10*cos(2*pi*y)", {{-5.12, 5.12}, {-5.12, 5.12}});
        QCOMPARE(count(places, Kind::Minimum), 121);
        QCOMPARE(count(places, Kind::Maximum), 100);
        QCOMPARE(count(places, Kind::Saddle), 220);
        QCOMPARE(places.size(), 441);
    }

    void rectanglesOfAllSizesServe() {
        const auto tiny =
            placesOf("(x-1)^2+3*(y-2)^2", {{1 - 5e-13, 1 + 5e-13}, {2 - 5e-13, 2 + 5e-13}});
        QCOMPARE(tiny.size(), 1);
        QVERIFY(near(tiny[0].at[0], 1, 1e-15) && near(tiny[0].at[1], 2, 1e-15));
        const auto wide = placesOf("(x-1)^2+3*(y-2)^2", {{-5e11, 5e11}, {-5e11, 5e11}});
        QCOMPARE(wide.size(), 1);
        QCOMPARE(wide[0].at, pointOf({1, 2}));
        const auto flat = placesOf("(x-1)^2+3*(y-2)^2", {{-5e11, 5e11}, {1, 4}});
        QCOMPARE(flat.size(), 1);
        QVERIFY(placesOf("x^2+y^2", {{1, 1}, {0, 1}}).empty());
        QVERIFY(placesOf("x^2+y^2", {{-1, INFINITY}, {0, 1}}).empty());
    }

    void whatIsSmallInTheRectangleIsFound_data() {
        QTest::addColumn<double>("half");
        for (const double half : {5.0, 40.0, 1e3, 1e6, 1e9, 1e12})
            QTest::addRow("%g", half) << half;
    }
    void whatIsSmallInTheRectangleIsFound() {
        QFETCH(double, half);
        const Rectangle wide{{-half, half}, {-half * 0.7, half}};
        const auto places = placesOf("(x^2+y-11)^2+(x+y^2-7)^2", wide);
        QCOMPARE(count(places, Kind::Minimum), 4);
        QCOMPARE(count(places, Kind::Maximum), 1);
        QCOMPARE(count(places, Kind::Saddle), 4);
        const auto monkey = placesOf("(x-1)^3-3*(x-1)*(y-2)^2", wide);
        QCOMPARE(monkey.size(), 1);
        QCOMPARE(monkey[0].kind, Kind::Degenerate);
    }

    void whatIsNarrowerThanItsCellsIsNotToldFalsely() {
        for (const double half : {1e4, 1e6, 1e9}) {
            for (const auto& place : placesOf("sin(x)+sin(y)", {{-half, half}, {-half, half}}))
                QVERIFY(place.kind != Kind::Degenerate);
        }
    }

    void ofAnAscentTheyAreThoseOfF() {
        const std::string function = "x^2-3*y^2+y^4/4+x^2*y/9";
        const auto down = placesOf(function);
        const auto up = placesOf(function, {{-5, 5}, {-5, 5}}, descent::Direction::Ascend);
        QVERIFY(down.size() > 2);
        QCOMPARE(up.size(), down.size());
        for (std::size_t i = 0; i < up.size(); ++i) {
            QVERIFY(near(up[i].value, down[i].value));
            QCOMPARE(up[i].kind, down[i].kind);
            for (std::size_t k = 0; k < 2; ++k)
                QVERIFY(near(up[i].curvatures[k], down[i].curvatures[k]));
        }
    }

    void directionsAreThoseOfTheCurvatures() {
        const auto places = placesOf("x*y");
        QCOMPARE(places.size(), 1);
        QVERIFY(near(places[0].curvatures[0], -1) && near(places[0].curvatures[1], 1));
        QVERIFY(places[0].directions[0][0] * places[0].directions[0][1] < 0);
        QVERIFY(places[0].directions[1][0] * places[0].directions[1][1] > 0);
    }

    void theNearestIsFoundInUpToEightVariables() {
        const descent::Objective three(analysed("(x-1)^2+2*(y-2)^2-3*(z-3)^2+x*y*z/50"));
        const auto saddle = insight::stationaryPlaceNear(three, pointOf({1, 2, 3.1}));
        QVERIFY(saddle);
        QCOMPARE(saddle->kind, Kind::Saddle);
        QVERIFY(descent::norm(three.gradient(saddle->at)) < 1e-12);
        QCOMPARE(saddle->curvatures.size(), 3);
        const descent::Objective eight(
            analysed("x1^2+2*x2^2+3*x3^2+4*x4^2+5*x5^2+6*x6^2+7*x7^4+8*x8^4"));
        const auto minimum = insight::stationaryPlaceNear(
            eight, pointOf({0.01, 0.02, -0.01, 0, 0.03, 0.01, 0.02, -0.01}));
        QVERIFY(minimum);
        QCOMPARE(minimum->kind, Kind::Minimum);
        QVERIFY(!minimum->isLine);
    }

    void theNearestIsNoneFarAway() {
        const descent::Objective bowl(analysed("(x-1)^2+2*(y-2)^2"));
        QVERIFY(!insight::stationaryPlaceNear(bowl, pointOf({3, 2})));
        QVERIFY(insight::stationaryPlaceNear(bowl, pointOf({1.1, 2.1})));
        const descent::Objective hill(analysed("exp(-x^2-y^2)"));
        QVERIFY(!insight::stationaryPlaceNear(hill, pointOf({2.4, 1.6})));
        QVERIFY(!insight::stationaryPlaceNear(hill, pointOf({40, 40})));
    }

    void whenAskedToStopItStops() {
        std::stop_source stop;
        stop.request_stop();
        const descent::Objective objective(analysed("(x^2+y-11)^2+(x+y^2-7)^2"));
        QVERIFY(insight::stationaryPlaces(objective, {{-5, 5}, {-5, 5}}, stop.get_token()).empty());
    }
};

QTEST_APPLESS_MAIN(TestPlaces)
#include "tst_places.moc"
