// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <array>
#include <chrono>
#include <cmath>
#include <thread>

#include "run/relief.h"
#include "runs.h"
#include "threads.h"

namespace {

using namespace std::chrono_literals;

constexpr insight::Rectangle view{{-6, 6}, {-5, 5}};

insight::Lattice lattice(int columns, int rows, insight::Rectangle area = view) {
    return {{descent::Point(std::array{0.0, 0.0})}, area, columns, rows};
}

/// But for the last digits.
bool isSame(double one, double other) {
    if (!std::isfinite(one) || !std::isfinite(other))
        return one == other || (std::isnan(one) && std::isnan(other));
    return std::abs(one - other) <= 1e-13 * (1 + std::abs(other));
}

/// Whether heights are those that are computed one by one.
bool isRight(const insight::Heights& heights, const formula::Analysis& analysis) {
    const descent::Objective objective(analysis);
    const insight::Lattice& lattice = heights.lattice;
    for (int row = 0; row < lattice.rows; ++row) {
        for (int column = 0; column < lattice.columns; ++column) {
            const double alone = objective.value(lattice.at(column, row));
            if (!isSame(heights.at(column, row), alone)) return false;
        }
    }
    return true;
}

insight::SharedHeights whole(const formula::Analysis& analysis, const insight::Lattice& lattice,
                             int threads = 0) {
    run::Relief relief({analysis, lattice, threads});
    return relief.wait(5min) ? relief.take() : nullptr;
}

const char* const himmelblau = "(x^2+y-11)^2+(x+y^2-7)^2";

}  // namespace

class TestRelief : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// No thread takes the whole away while another still thins it out.
    void smallOnesAreWholeHoweverTheirThreadsRace() {
        const formula::Analysis analysis = analysed(himmelblau);
        for (int i = 0; i < 3000; ++i) {
            const auto heights = whole(analysis, lattice(401, 9), 4);
            QVERIFY(heights && heights->lattice.columns == 401);
            QVERIFY(i % 100 > 0 || isRight(*heights, analysis));
        }
    }

    void everyNodeIsThatOfTheFunction_data() {
        QTest::addColumn<QString>("function");
        for (const char* function : {himmelblau, "ln(x)+y^2", "1/(x^2+y^2)", "-1/(x^2+y^2)",
                                     "1e308*x*y", "x+0*y", "sqrt(x*y)"})
            QTest::newRow(function) << QString::fromLatin1(function);
    }
    void everyNodeIsThatOfTheFunction() {
        QFETCH(QString, function);
        const formula::Analysis analysis = analysed(function.toStdString());
        for (const int threads : {1, 2, 5}) {
            const auto heights = whole(analysis, lattice(65, 49), threads);
            QVERIFY(heights);
            QCOMPARE(heights->lattice, lattice(65, 49));
            QVERIFY(isRight(*heights, analysis));
        }
    }

    void polesAreInfiniteAndGapsAreNoNumbers() {
        const auto pole = whole(analysed("1/(x^2+y^2)"), lattice(65, 65, {{-1, 1}, {-1, 1}}));
        QCOMPARE(pole->at(32, 32), std::numeric_limits<double>::infinity());
        const auto half = whole(analysed("ln(x)+y"), lattice(65, 65, {{-1, 1}, {-1, 1}}));
        QVERIFY(std::isnan(half->at(0, 10)) && std::isinf(half->at(32, 10)) &&
                std::isfinite(half->at(40, 10)));
    }

    void anyLatticeIsMadeALittleFiner() {
        const formula::Analysis analysis = analysed(himmelblau);
        for (const auto& [columns, rows] : {std::pair{2, 2}, {9, 10}, {100, 75}, {17, 16}}) {
            const auto heights = whole(analysis, lattice(columns, rows));
            QVERIFY(heights->lattice.columns >= columns && heights->lattice.columns < columns + 8);
            QVERIFY(heights->lattice.rows >= rows && heights->lattice.rows < rows + 8);
            QCOMPARE(heights->lattice.area, view);
            QVERIFY(isRight(*heights, analysis));
        }
    }

    void coarseOnesComeFirstAndAreRight() {
        const formula::Analysis analysis =
            analysed("sin(x)*cos(y)+exp(-x^2)*atan(y)+digamma(2+x^2)+polygamma(1,1+y^2)");
        run::Relief relief({analysis, lattice(1601, 1201), 1});
        std::vector<insight::SharedHeights> taken;
        while (!relief.over()) {
            std::this_thread::sleep_for(1ms);
            if (auto heights = relief.take()) taken.push_back(std::move(heights));
        }
        if (auto heights = relief.take()) taken.push_back(std::move(heights));
        QVERIFY(taken.size() >= 2);
        QVERIFY(taken.front()->lattice.columns < 1601);
        QCOMPARE(taken.back()->lattice.columns, 1601);
        for (std::size_t i = 0; i < taken.size(); ++i) {
            QCOMPARE(taken[i]->lattice.area, view);
            if (i > 0) QVERIFY(taken[i]->lattice.columns > taken[i - 1]->lattice.columns);
            if (taken[i]->lattice.columns <= 801) QVERIFY(isRight(*taken[i], analysis));
        }
        QVERIFY(!relief.take());
        QCOMPARE(relief.progress(), 1.0);
    }

    void oneThatIsNotWantedAnyLongerEnds() {
        const formula::Analysis analysis = analysed(himmelblau);
        for (int i = 0; i < 20; ++i) run::Relief({analysis, lattice(4001, 4001)});
    }

    void whereTheSystemGivesNoThreadTheOneThatWaitsComputes() {
        const ThreadLimit none;
        const formula::Analysis analysis = analysed(himmelblau);
        const auto heights = whole(analysis, lattice(65, 49));
        QVERIFY(heights);
        QVERIFY(isRight(*heights, analysis));
    }

    void aSliceKeepsTheOtherVariablesWhereTheyAre() {
        const formula::Analysis analysis = analysed("x+10*y+100*z");
        insight::Lattice sliced = lattice(9, 9, {{0, 1}, {0, 1}});
        sliced.slice = {descent::Point(std::array{5.0, 2.0, 5.0}), 2, 0};
        const auto heights = whole(analysis, sliced);
        QCOMPARE(heights->at(0, 0), 20.0);
        QCOMPARE(heights->at(8, 0), 120.0);
        QCOMPARE(heights->at(0, 8), 21.0);
    }
};

QTEST_GUILESS_MAIN(TestRelief)
#include "tst_relief.moc"
