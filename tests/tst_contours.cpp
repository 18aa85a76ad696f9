// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include "plot/shape/contours.h"
#include "plot/shape/heightscale.h"
#include "python.h"

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();

struct Field {
    int columns = 0;
    int rows = 0;
    std::vector<double> values;

    plot::Grid grid() const { return {values, columns, rows}; }
    double& at(int column, int row) {
        return values[static_cast<std::size_t>(row * columns + column)];
    }
};

template <typename Height>
Field sampled(int columns, int rows, const Height& height) {
    Field field{columns, rows, {}};
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column)
            field.values.push_back(height(column, row));
    }
    return field;
}

/// Neighbours have little to do with each other: many cells have a saddle.
Field rough() {
    return sampled(31, 23, [](double x, double y) {
        return std::sin(2.1 * x + 0.3 * y) + std::cos(1.7 * y - 0.4 * x) + 0.1 * std::sin(x * y);
    });
}

Field himmelblau() {
    return sampled(40, 30, [](double column, double row) {
        const double x = -6 + 12 * column / 39;
        const double y = -5 + 10 * row / 29;
        return std::pow(x * x + y - 11, 2) + std::pow(x + y * y - 7, 2);
    });
}

Field withHoles() {
    Field field = rough();
    for (int i = 0; i < 6; ++i) field.at(5 * i, (7 * i) % 23) = none;
    for (int row = 8; row < 14; ++row) {
        for (int column = 11; column < 17; ++column) field.at(column, row) = none;
    }
    field.at(0, 22) = infinite;
    field.at(30, 0) = -infinite;
    return field;
}

/// A piece of a contour without its direction, in units far below those of the grid.
using Piece = std::array<qint64, 4>;

Piece pieceOf(double x1, double y1, double x2, double y2) {
    constexpr double unit = 1e-7;
    const std::array one{std::llround(x1 / unit), std::llround(y1 / unit)};
    const std::array other{std::llround(x2 / unit), std::llround(y2 / unit)};
    const auto& [first, last] = std::minmax(one, other);
    return {first[0], first[1], last[0], last[1]};
}

/// The lines of a level, as far as their pieces tell them.
struct Drawn {
    std::vector<Piece> pieces;
    int lines = 0;
    int closed = 0;
};

Drawn sorted(Drawn drawn) {
    std::ranges::sort(drawn.pieces);
    return drawn;
}

Drawn drawnByUs(const Field& field, double level) {
    Drawn drawn;
    for (const plot::Contour& contour : plot::contours(field.grid(), std::array{level})) {
        ++drawn.lines;
        if (contour.isClosed()) ++drawn.closed;
        for (std::size_t i = 1; i < contour.points.size(); ++i) {
            const QPointF from = contour.points[i - 1];
            const QPointF to = contour.points[i];
            drawn.pieces.push_back(pieceOf(from.x(), from.y(), to.x(), to.y()));
        }
    }
    return sorted(std::move(drawn));
}

QByteArray listOf(const std::vector<double>& values) {
    QByteArray text;
    for (const double value : values)
        text += std::isfinite(value) ? QByteArray::number(value, 'g', 17) + ',' : "float('nan'),";
    return '[' + text + ']';
}

/// What contourpy draws, a list of lines for each level.
std::vector<Drawn> drawnByContourpy(const Field& field, const std::vector<double>& levels) {
    const QByteArray script =
        "import json, numpy, contourpy\n"
        "z = numpy.ma.masked_invalid(numpy.array(" +
        listOf(field.values) + ").reshape(" + QByteArray::number(field.rows) + ", " +
        QByteArray::number(field.columns) +
        "))\n"
        "lines = contourpy.contour_generator(z=z, name='serial', corner_mask=False,\n"
        "    line_type=contourpy.LineType.Separate).lines\n"
        "print(json.dumps([[line.tolist() for line in lines(level)] for level in " +
        listOf(levels) + "]))\n";
    const PythonAnswer answer = answerOf(QStringLiteral(PYTHON_CONTOURPY), script);
    if (answer.status != 0) qFatal("%s", answer.err.constData());
    std::vector<Drawn> all;
    for (const QJsonValue& level : QJsonDocument::fromJson(answer.out).array()) {
        Drawn& drawn = all.emplace_back();
        for (const QJsonValue& line : level.toArray()) {
            const QJsonArray points = line.toArray();
            ++drawn.lines;
            if (points.first() == points.last()) ++drawn.closed;
            for (qsizetype i = 1; i < points.size(); ++i) {
                const QJsonArray from = points[i - 1].toArray();
                const QJsonArray to = points[i].toArray();
                drawn.pieces.push_back(pieceOf(from[0].toDouble(), from[1].toDouble(),
                                               to[0].toDouble(), to[1].toDouble()));
            }
        }
        drawn = sorted(std::move(drawn));
    }
    return all;
}

/// Twice what a ring encloses; positive when it goes round against the clock.
double turned(const std::vector<QPointF>& ring) {
    double area = 0;
    for (std::size_t i = 1; i < ring.size(); ++i)
        area += ring[i - 1].x() * ring[i].y() - ring[i].x() * ring[i - 1].y();
    return area;
}

Field bowl() {
    return sampled(21, 21,
                   [](double x, double y) { return (x - 10) * (x - 10) + (y - 10) * (y - 10); });
}

}  // namespace

class TestContours : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreeWithContourpy_data() {
        QTest::addColumn<int>("field");
        QTest::newRow("smooth") << 0;
        QTest::newRow("saddles") << 1;
        QTest::newRow("holes") << 2;
    }
    void agreeWithContourpy() {
        QFETCH(int, field);
        if (QByteArrayLiteral(PYTHON_CONTOURPY).isEmpty()) QSKIP("no Python knows contourpy");
        const Field shown = field == 0 ? himmelblau() : field == 1 ? rough() : withHoles();
        const std::vector<double> levels = field == 0
                                               ? std::vector{1.0, 13.3, 60.5, 178.0, 400.25}
                                               : std::vector{-1.93, -0.77, -0.01, 0.02, 0.31, 1.24};
        const std::vector<Drawn> theirs = drawnByContourpy(shown, levels);
        QCOMPARE(theirs.size(), levels.size());
        for (std::size_t i = 0; i < levels.size(); ++i) {
            const Drawn ours = drawnByUs(shown, levels[i]);
            QVERIFY(!ours.pieces.empty());
            QCOMPARE(ours.pieces.size(), theirs[i].pieces.size());
            QVERIFY(ours.pieces == theirs[i].pieces);
            QCOMPARE(ours.lines, theirs[i].lines);
            QCOMPARE(ours.closed, theirs[i].closed);
        }
    }

    void severalLevelsAtOnceAreThoseOfEach() {
        const std::array levels{-1.2, 0.0, 0.4, 1.1};
        const Field field = withHoles();
        const std::vector<plot::Contour> all = plot::contours(field.grid(), levels);
        for (const double level : levels) {
            const auto alone = plot::contours(field.grid(), std::array{level});
            const auto among = std::ranges::count(all, level, &plot::Contour::level);
            QCOMPARE(among, static_cast<std::ptrdiff_t>(alone.size()));
        }
    }

    void aRingAboutALowPlaceIsClosedAndGoesRoundWithTheClock() {
        const auto contours = plot::contours(bowl().grid(), std::array{25.5});
        QCOMPARE(contours.size(), std::size_t{1});
        QVERIFY(contours.front().isClosed());
        QVERIFY(turned(contours.front().points) < 0);
        for (const QPointF point : contours.front().points) {
            const double radius = std::hypot(point.x() - 10, point.y() - 10);
            QVERIFY(std::abs(radius - std::sqrt(25.5)) < 0.03);
        }
    }

    void cellsWithoutFiniteCornersHaveNone() {
        for (const double missing : {none, infinite, -infinite}) {
            Field field = bowl();
            field.at(15, 10) = missing;
            for (const plot::Contour& contour : plot::contours(field.grid(), std::array{25.5})) {
                QVERIFY(!contour.isClosed());
                for (const QPointF point : contour.points) {
                    const bool near = std::abs(point.x() - 15) < 1 && std::abs(point.y() - 10) < 1;
                    QVERIFY(!near);
                }
            }
        }
    }

    void valuesAtTheEndsOfDoublesHaveFinitePlaces() {
        const Field field{2, 2, {-1.5e308, 1.5e308, -1.5e308, 1.5e308}};
        const auto contours = plot::contours(field.grid(), std::array{0.0});
        QCOMPARE(contours.size(), std::size_t{1});
        for (const QPointF point : contours.front().points) QCOMPARE(point.x(), 0.5);
    }

    void whatHasNoCellsHasNone() {
        QVERIFY(plot::contours({}, std::array{0.0}).empty());
        const Field row{3, 1, {0, 1, 2}};
        QVERIFY(plot::contours(row.grid(), std::array{0.5}).empty());
        QVERIFY(plot::contours(bowl().grid(), {}).empty());
    }

    void levelsAscendWithinTheHeightsAndAreRound() {
        const Field field = himmelblau();
        const plot::HeightScale scale(field.values);
        const std::vector<double> levels = scale.levels(20);
        QVERIFY(levels.size() >= 18);
        QVERIFY(std::ranges::is_sorted(levels, std::less_equal<>()));
        QVERIFY(levels.front() > scale.extent().low && levels.back() < scale.extent().high);
        for (const double level : levels)
            QVERIFY2(QByteArray::number(level, 'g', 3).toDouble() == level,
                     QByteArray::number(level, 'g', 17));
    }

    void aScaleIsTheSameForEverythingThatRisesAlike() {
        const Field field = himmelblau();
        std::vector<double> other = field.values;
        for (double& value : other) value = std::log(value + 1e-3);
        const plot::HeightScale one(field.values);
        const plot::HeightScale two(other);
        for (std::size_t i = 0; i < field.values.size(); i += 7) {
            // It knows a few hundred heights of each and takes what is between for straight.
            QVERIFY(std::abs(one.part(field.values[i]) - two.part(other[i])) < 0.02);
        }
    }

    void aPartOfTheScaleIsTheRootOfTheShareThatLiesLower() {
        std::vector<double> heights;
        for (int i = 0; i <= 10'000; ++i) heights.push_back(i);
        const plot::HeightScale scale(heights);
        for (const double part : {0.0, 0.1, 0.5, 0.9, 1.0}) {
            QVERIFY(std::abs(scale.height(part) - 10'000 * part * part) < 2);
            QVERIFY(std::abs(scale.part(10'000 * part * part) - part) < 1e-3);
        }
        QCOMPARE(scale.part(infinite), 1.0);
        QCOMPARE(scale.part(-infinite), 0.0);
        QVERIFY(std::isnan(scale.part(none)));
    }

    void aShadeIsFoundFromWherever() {
        const Field field = himmelblau();
        const plot::HeightScale scale(field.values);
        for (const double height : field.values) {
            const std::size_t shade = scale.shade(height, 0);
            QCOMPARE(scale.shade(height, 255), shade);
            QCOMPARE(scale.shade(height, 97), shade);
            QVERIFY(std::abs(scale.part(height) * 256 - static_cast<double>(shade) - 0.5) < 0.51);
        }
    }

    void withoutHeightsThereIsNoScaleAndOfOneHeightItIsLevel() {
        QVERIFY(plot::HeightScale().isEmpty());
        QVERIFY(plot::HeightScale(std::array{none, infinite, -infinite}).isEmpty());
        const plot::HeightScale flat(std::array{3.0, 3.0, none, 3.0});
        QVERIFY(!flat.isEmpty() && flat.isLevel());
        QCOMPARE(flat.part(3), 0.5);
        QVERIFY(flat.levels(20).empty());
    }
};

QTEST_GUILESS_MAIN(TestContours)
#include "tst_contours.moc"
