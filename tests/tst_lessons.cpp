// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <set>

#include "lessontexts.h"
#include "loops.h"
#include "runs.h"
#include "session/lessons.h"
#include "session/runners.h"

Q_DECLARE_METATYPE(descent::Outcome)

namespace {

using loops::Function;
using loops::Places;

/// A function and its derivative, written down once more by hand.
struct Curve {
    const char* text;
    Function f;
    Function slope;
};

const Curve parabola{"x^2", [](double x) { return x * x; }, [](double x) { return 2 * x; }};
const Curve doubleWell{"x^4-4*x^2+x", [](double x) { return x * x * x * x - 4 * x * x + x; },
                       [](double x) { return 4 * x * x * x - 8 * x + 1; }};
const Curve convex{"x^4+4*x^2+x", [](double x) { return x * x * x * x + 4 * x * x + x; },
                   [](double x) { return 4 * x * x * x + 8 * x + 1; }};
const Curve valleys{"0.01*x^2-cos(3*x)", [](double x) { return 0.01 * x * x - std::cos(3 * x); },
                    [](double x) { return 0.02 * x + 3 * std::sin(3 * x); }};
const Curve steep{"1e6*x^2", [](double x) { return 1e6 * x * x; },
                  [](double x) { return 2e6 * x; }};
const Curve corner{"abs(x)", [](double x) { return std::abs(x); },
                   [](double x) { return x > 0   ? 1.0
                                         : x < 0 ? -1.0
                                                 : 0.0; }};
const std::vector<Curve> curves{parabola,   parabola,   parabola, parabola, doubleWell, convex,
                                doubleWell, doubleWell, steep,    corner,   valleys};

/// The iterates of the rule, in a plain loop that shares nothing with the program.
std::vector<double> iterates(const Curve& curve, double x, double signedAlpha, int most = 200) {
    std::vector<double> all{x};
    while (std::abs(curve.slope(x)) >= 1e-6 && std::abs(x) <= 1e12 && int(all.size()) <= most) {
        x = x + signedAlpha * curve.slope(x);
        all.push_back(x);
    }
    return all;
}

// The lessons on methods and schedules, which end at their limit of iterations.
const Places overTheHill = loops::momentum(doubleWell.slope, 2, 0.06, 0.7, 60);
const Places stepsOfAlpha = loops::adam(steep.slope, 2, 0.1, 60);
const Places everShorter = loops::shrinking(corner.slope, 2.3, 0.8, 40);

/// The run of a lesson, done by hand.
Places byHand(std::size_t lesson, const session::Session& setUp) {
    switch (lesson) {
        case 7:
            return overTheHill;
        case 8:
            return stepsOfAlpha;
        case 9:
            return everShorter;
        default:
            break;
    }
    const bool up = setUp.settings.direction == descent::Direction::Ascend;
    return iterates(curves[lesson], setUp.initialGuess[0],
                    up ? setUp.settings.alpha : -setUp.settings.alpha,
                    static_cast<int>(setUp.settings.maxIterations));
}

double steps(const std::vector<double>& run) {
    return static_cast<double>(run.size()) - 1;
}

/// Those of one variable; those of several have a test of their own.
std::vector<session::Lesson> onALine() {
    auto lessons = builtIn();
    std::erase_if(lessons, [](const session::Lesson& lesson) {
        return lesson.setUp.function.dimension() > 1;
    });
    return lessons;
}

QByteArray builtInJson() {
    session::lessons();
    QFile file(QStringLiteral(":/tour/lessons.json"));
    if (!file.open(QIODevice::ReadOnly)) qFatal("no lessons");
    return file.readAll();
}

std::vector<std::vector<Fact>> facts() {
    const auto slope = [](const Curve& curve, double x) { return curve.slope(x); };
    const auto bend = [](double x) {
        return (convex.slope(x + 1e-3) - convex.slope(x - 1e-3)) / 2e-3;
    };
    const auto right = iterates(parabola, -3, -0.2);
    const auto halving = iterates(parabola, 4, -0.25);
    const auto leaping = iterates(parabola, 2, -1.1, 7);
    const auto slowing = iterates(parabola, 4, -0.15);
    const auto caught = iterates(doubleWell, 2, -0.02);
    const auto deeper = iterates(doubleWell, 0.1, -0.02);
    const auto climbing = iterates(doubleWell, 1, 0.05);
    const auto only = iterates(convex, 2, -0.03);
    const auto near = iterates(valleys, 2.9, -0.05);
    const auto endless = loops::gradient(corner.slope, 2.3, 0.8, 103);
    const double tolerance = descent::Settings{}.tolerance;
    return {
        {{"−3", right[0]}, {"−6", slope(parabola, -3)}, {"−1.8", right[1]}, {"0", right.back()}},
        {{"2", halving[1]},
         {"4", halving[0]},
         {"0.25", 0.25},
         {"3.75", 4 - 0.25},
         {"−4", 4 - slope(parabola, 4)},
         {"8", slope(parabola, 4)},
         {"1", halving[2]},
         {"0", halving.back()},
         {"23", steps(halving)},
         {"0.000001", tolerance}},
        {{"2", leaping[0]},
         {"1.1", 1.1},
         {"0", 0},
         {"0.5", 0.5},
         {"1", 1},
         {"−2", iterates(parabola, 2, -1)[1]},
         {"4", slope(parabola, 2)},
         {"−2.4", leaping[1]},
         {"1.2", -leaping[6] / leaping[5]},
         {"7", steps(leaping)},
         {"−7.17", leaping.back()},
         {"0.01", 0.01},
         {"1.74", iterates(parabola, 2, -0.01, 7).back()}},
        {{"4", slowing[0]},
         {"1.2", slowing[0] - slowing[1]},
         {"0.7", (slowing[5] - slowing[6]) / (slowing[4] - slowing[5])},
         {"10", 10},
         {"0.048", slowing[9] - slowing[10]},
         {"45", steps(slowing)},
         {"0.000001", tolerance}},
        {{"2", caught[0]},
         {"48", steps(caught)},
         {"1.347", caught.back()},
         {"−2.619", doubleWell.f(caught.back())},
         {"−5.444", doubleWell.f(deeper.back())},
         {"−1.473", deeper.back()},
         {"0.126", climbing.back()},
         {"0.1", deeper[0]},
         {"0.000001", tolerance}},
        {{"2", only[0]},
         {"4", 4},
         {"−0.124", only.back()},
         {"56", steps(only)},
         {"−2", iterates(convex, -2, -0.03)[0]},
         {"12", bend(1) - bend(0)},
         {"8", bend(0)}},
        {{"1", climbing[0]},
         {"2", doubleWell.f(2)},
         {"−3", slope(doubleWell, 1)},
         {"34", steps(climbing)},
         {"0.126", climbing.back()},
         {"0.063", doubleWell.f(climbing.back())}},
        {{"2", overTheHill[0]},
         {"0", 0},  // the β of plain descent
         {"0.7", 0.7},
         {"0.6", 0.6},
         {"0.214", overTheHill[3]},
         {"0.089", overTheHill[4]},
         {"0.126", climbing.back()},
         {"−1.473", deeper.back()},
         {"60", steps(overTheHill)},
         {"0.0001", std::abs(overTheHill.back() - deeper.back())}},
        {{"2", stepsOfAlpha[0]},
         {"10", 10},
         {"4", slope(steep, 2) / 1e6},
         {"0.1", stepsOfAlpha[0] - stepsOfAlpha[1]},
         {"1.9", stepsOfAlpha[1]},
         {"−399998", 2 - 0.1 * slope(steep, 2)},
         {"1", slope(steep, 2) / std::abs(slope(steep, 2))},
         {"0", 0},
         {"24",
          static_cast<double>(std::ranges::find_if(stepsOfAlpha, [](double x) { return x < 0; }) -
                              stepsOfAlpha.begin())},
         {"−0.26", *std::ranges::min_element(stepsOfAlpha)},
         {"60", steps(stepsOfAlpha)},
         {"0.04", stepsOfAlpha.back()}},
        {{"1", slope(corner, 2)},
         {"−1", slope(corner, -2)},
         {"0.8", everShorter[0] - everShorter[1]},
         {"0", 0},
         {"0.7", endless[endless.size() - 2]},
         {"−0.1", endless.back()},
         {"1.6", 2.3 - loops::halving(corner.slope, 2.3, 0.8, 100).back()},
         {"10",
          static_cast<double>(std::ranges::find_if(everShorter, [](double x) { return x < 0; }) -
                              everShorter.begin())},
         {"40", steps(everShorter)},
         {"0.02", 0.8 / 40},
         {"0.4", everShorter[1] - everShorter[2]},
         {"0.267", everShorter[2] - everShorter[3]}},
        {{"2.9", near[0]},
         {"0", iterates(valleys, 0.5, -0.05).back()},
         {"2.09", near.back()},
         {"−0.956", valleys.f(near.back())},
         {"−1", valleys.f(0)},
         {"2014", 2014},
         {"2015", 2015}},
    };
}

/// The built-in lessons with the member at a path replaced, or removed when `value` is undefined.
QJsonValue replaced(const QJsonValue& in, QStringList path, const QJsonValue& value) {
    if (path.isEmpty()) return value;
    const QString step = path.takeFirst();
    if (in.isArray()) {
        QJsonArray array = in.toArray();
        const int place = step.toInt();
        array[place] = replaced(array[place], path, value);
        return array;
    }
    QJsonObject object = in.toObject();
    const QJsonValue changed = replaced(object.value(step), path, value);
    if (changed.isUndefined()) {
        object.remove(step);
    } else {
        object[step] = changed;
    }
    return object;
}

}  // namespace

class TestLessons : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thereAreFourteenThatCanBeReadAloud() {
        const auto lessons = builtIn();
        QCOMPARE(lessons.size(), std::size_t(14));
        for (const session::Lesson& lesson : lessons) {
            QVERIFY2(words(lesson.idea) <= 60, qPrintable(lesson.title));
            QVERIFY2(words(lesson.explanation) <= 70, qPrintable(lesson.title));
            QVERIFY2(words(lesson.question) <= 30, qPrintable(lesson.title));
            QVERIFY2(plain(lesson.question).endsWith(QLatin1Char('?')), qPrintable(lesson.title));
            QVERIFY(lesson.answers.size() == 2 || lesson.answers.size() == 3);
            QVERIFY(lesson.right < lesson.answers.size());
            for (const session::Answer& answer : lesson.answers) {
                QVERIFY2(answer.text.size() <= 40, qPrintable(answer.text));
                QVERIFY2(answer.remark.endsWith(QLatin1Char('.')), qPrintable(answer.remark));
            }
        }
    }

    void theRightAnswerIsNotAlwaysInTheSamePlace() {
        std::set<std::size_t> places;
        for (const session::Lesson& lesson : builtIn()) places.insert(lesson.right);
        QCOMPARE(places.size(), std::size_t(3));
    }

    void textsAreTypeset() {
        for (const session::Lesson& lesson : builtIn()) {
            for (const QString& text : texts(lesson)) {
                const QString shown = plain(text);
                for (const char* typed : {"^", "*", "'", " - ", "alpha", "<", ">", "&"})
                    QVERIFY2(!shown.contains(QLatin1String(typed)), qPrintable(shown));
                QVERIFY2(!shown.contains(QRegularExpression(QStringLiteral("-\\d"))),
                         qPrintable(shown));
                QCOMPARE(text.count(QStringLiteral("<i>")), text.count(QStringLiteral("</i>")));
                QCOMPARE(text.count(QStringLiteral("<sub>")), text.count(QStringLiteral("</sub>")));
            }
        }
    }

    void setUpsAreInView() {
        const auto lessons = onALine();
        for (std::size_t i = 0; i < lessons.size(); ++i) {
            const session::Session& setUp = lessons[i].setUp;
            QCOMPARE(setUp.function.text(), QString::fromLatin1(curves[i].text));
            const descent::Objective objective(setUp.function.analysis());
            for (double x = setUp.range.low; x <= setUp.range.high; x += setUp.range.width() / 16) {
                const double scale = std::max(1.0, curves[i].f(setUp.range.high));
                QVERIFY(std::abs(objective.value(x) - curves[i].f(x)) < 1e-9 * scale);
                QVERIFY(std::abs(objective.slope(x) - curves[i].slope(x)) < 1e-9 * scale);
            }
            for (const double x : byHand(i, setUp))
                QVERIFY2(setUp.range.contains(x), qPrintable(lessons[i].title));
        }
    }

    void runsEndAsALoopByHandDoes_data() {
        QTest::addColumn<int>("lesson");
        QTest::addColumn<descent::Outcome>("outcome");
        QTest::addColumn<int>("steps");
        QTest::addColumn<double>("x");
        using descent::Outcome;
        QTest::newRow("why minus") << 0 << Outcome::Converged << 31 << 0.0;
        QTest::newRow("the rule") << 1 << Outcome::Converged << 23 << 0.0;
        QTest::newRow("learning rate") << 2 << Outcome::MaxIterations << 7 << -7.1663616;
        QTest::newRow("steepness") << 3 << Outcome::Converged << 45 << 0.0;
        QTest::newRow("local minimum") << 4 << Outcome::Converged << 48 << 1.3469974;
        QTest::newRow("convex") << 5 << Outcome::Converged << 56 << -0.1240455;
        QTest::newRow("ascent") << 6 << Outcome::Converged << 34 << 0.1260003;
        QTest::newRow("momentum") << 7 << Outcome::MaxIterations << 60 << -1.4729416;
        QTest::newRow("adaptive steps") << 8 << Outcome::MaxIterations << 60 << 0.0429277;
        QTest::newRow("schedule") << 9 << Outcome::MaxIterations << 40 << -0.0150398;
        QTest::newRow("many valleys") << 10 << Outcome::Converged << 29 << 2.0897512;
    }
    void runsEndAsALoopByHandDoes() {
        QFETCH(int, lesson);
        QFETCH(descent::Outcome, outcome);
        QFETCH(int, steps);
        QFETCH(double, x);
        const auto place = static_cast<std::size_t>(lesson);
        const session::Session setUp = onALine()[place].setUp;
        const FinishedRun run =
            finished(setUp.function.analysis(), setUp.initialGuess[0], setUp.settings);
        const Places places = byHand(place, setUp);
        QCOMPARE(run.outcome, outcome);
        QCOMPARE(run.verdict.steps, steps);
        QCOMPARE(places.size(), static_cast<std::size_t>(steps) + 1);
        for (std::size_t n = 0; n < places.size(); ++n)
            QVERIFY(std::abs(run.trajectory.x(n) - places[n]) < 1e-9);
        QVERIFY(std::abs(places.back() - x) < 2e-6);
        // No one should have to wait longer than 12 seconds at the speed of the start.
        QVERIFY(steps <= 60);
    }

    void everyNumberIsTrue() {
        const auto lessons = onALine();
        const auto all = facts();
        QCOMPARE(all.size(), lessons.size());
        for (std::size_t i = 0; i < lessons.size(); ++i) {
            const QString fault = faultIn(lessons[i], all[i]);
            QVERIFY2(fault.isEmpty(), qPrintable(fault));
        }
    }

    void whatIsSaidWithoutNumbersIsTrueToo() {
        // Against the gradient; each step of the second lesson halves the distance.
        QVERIFY(iterates(parabola, -3, -0.2)[1] > -3);
        const auto halving = iterates(parabola, 4, -0.25);
        for (std::size_t n = 1; n < halving.size(); ++n) QCOMPARE(halving[n], halving[n - 1] / 2);
        // x² with α = 0.5: there in one step; between 0.5 and 1: it swings and settles; with 1: to
        // and fro for ever.
        QCOMPARE(iterates(parabola, 2, -0.5), (std::vector<double>{2, 0}));
        for (const double alpha : {0.51, 0.75, 0.98}) {
            const auto swinging = iterates(parabola, 2, -alpha, 10000);
            QVERIFY(swinging[1] < 0 && swinging[2] > 0 && std::abs(swinging.back()) < 1e-6);
        }
        const auto endless = iterates(parabola, 2, -1.0, 1000);
        QCOMPARE(endless.back(), 2.0);
        QCOMPARE(endless.size(), std::size_t(1001));
        // The global minimum is on the left, and every step of the fifth lesson goes downhill.
        const auto caught = iterates(doubleWell, 2, -0.02);
        for (std::size_t n = 1; n < caught.size(); ++n)
            QVERIFY(doubleWell.f(caught[n]) < doubleWell.f(caught[n - 1]));
        QVERIFY(caught.back() > 0.126);
    }

    void theBallWithMomentumCrossesTheHilltopAgainstTheSlope() {
        // Plain descent with the same α ends in the right valley, and so does β = 0.6.
        for (const double beta : {0.0, 0.6}) {
            const auto run = loops::momentum(doubleWell.slope, 2, 0.06, beta, 200);
            QVERIFY(std::abs(run.back() - 1.347) < 1e-3);
            for (const double x : run) QVERIFY(x > 0.126);
        }
        // The slope there pulls to the right, and what is left of the velocity is the larger part.
        const double velocity = (overTheHill[2] - overTheHill[3]) / 0.06;
        const double pull = doubleWell.slope(overTheHill[3]);
        QVERIFY(pull < 0 && 0.7 * velocity > -pull);
        // It swings less and less: each turn is nearer to the minimum than the one before.
        const double minimum = iterates(doubleWell, 0.1, -0.02).back();
        double width = 1;
        for (std::size_t n = 10; n + 1 < overTheHill.size(); ++n) {
            const double before = overTheHill[n] - overTheHill[n - 1];
            if (before * (overTheHill[n + 1] - overTheHill[n]) > 0) continue;
            const double turn = std::abs(overTheHill[n] - minimum);
            QVERIFY2(turn < width, qPrintable(QString::number(n)));
            width = turn;
        }
        QVERIFY(std::abs(overTheHill.back() - minimum) < 0.0001);
    }

    /// The square is the mark of the second runner.
    void theBallWithoutMomentumEndsInTheNearerValley() {
        for (const session::Lesson& lesson : onALine()) {
            const bool races = lesson.title == QLatin1String("Momentum");
            QCOMPARE(lesson.setUp.others.size(), std::size_t{races ? 1U : 0U});
            if (!races) continue;
            QCOMPARE(lesson.setUp.chosen, std::size_t{0});
            const session::Session square = session::choosing(lesson.setUp, 1);
            QVERIFY(descent::isPlain(square.settings));
            const FinishedRun run =
                finished(square.function.analysis(), square.initialGuess[0], square.settings);
            const Places byHand = loops::momentum(doubleWell.slope, 2, 0.06, 0, 60);
            QCOMPARE(run.outcome, descent::Outcome::Converged);
            QVERIFY(run.trajectory.size() < overTheHill.size());
            for (std::size_t n = 0; n < run.trajectory.size(); ++n) {
                QVERIFY(std::abs(run.trajectory.x(n) - byHand[n]) < 1e-9);
                QVERIFY(square.range.contains(byHand[n]));
            }
            QVERIFY(std::abs(run.trajectory.last().at[0] - 1.347) < 1e-3);
        }
    }

    void momentumCanLeaveTheDeepestValley() {
        const auto f = [](double x) {
            return 0.1 * x * x - 0.6 * std::exp(-8 * (x - 2) * (x - 2));
        };
        const Function slope = [](double x) {
            return 0.2 * x + 9.6 * (x - 2) * std::exp(-8 * (x - 2) * (x - 2));
        };
        const double deepest = loops::gradient(slope, 1.8, 0.1, 1000).back();
        for (double x = -5; x <= 5; x += 0.001) QVERIFY(f(x) >= f(deepest));
        const auto run = loops::momentum(slope, 4, 0.1, 0.8, 500);
        QVERIFY(std::ranges::any_of(run, [&](double x) { return std::abs(x - deepest) < 0.1; }));
        QVERIFY(std::abs(run.back()) < 1e-6);
    }

    void adamGoesTheSameWayOnAParabolaOfAnyScale() {
        const auto gentle = loops::adam(parabola.slope, 2, 0.1, 60);
        for (std::size_t n = 0; n < gentle.size(); ++n)
            QVERIFY(std::abs(gentle[n] - stepsOfAlpha[n]) < 1e-7);
        // It turns once it has passed 0, and is on its way back.
        QVERIFY(stepsOfAlpha[35] > stepsOfAlpha[36] && stepsOfAlpha[37] > stepsOfAlpha[36]);
    }

    void theRateOfAdagradOnlyShrinks() {
        for (const Curve& curve : {parabola, doubleWell, steep}) {
            const auto run = loops::adagrad(curve.slope, 2, 0.1, 100);
            double before = std::numeric_limits<double>::infinity();
            for (std::size_t n = 0; n + 1 < run.size(); ++n) {
                const double rate = (run[n] - run[n + 1]) / curve.slope(run[n]);
                QVERIFY(rate <= before * (1 + 1e-9));
                before = rate;
            }
        }
    }

    void aRateThatShrinksClosesInOnACornerFromAnywhere() {
        for (std::size_t n = 10; n < everShorter.size(); ++n)
            QVERIFY(std::abs(everShorter[n]) < 0.8 / static_cast<double>(n));
        const auto farther = loops::shrinking(corner.slope, 8, 0.8, 100'000);
        QVERIFY(std::abs(farther.back()) < 1e-4);
        const auto halved = loops::halving(corner.slope, 2.3, 0.8, 100);
        QVERIFY(halved.back() > 0.6 && halved[99] == halved[100]);
    }

    void theConvexLessonHasOneMinimumWhereverTheBallStarts() {
        for (double x = -2.4; x <= 2.4; x += 0.1)
            QVERIFY(std::abs(iterates(convex, x, -0.03).back() + 0.12404) < 1e-4);
        for (double x = -5; x < 5; x += 0.01) QVERIFY(convex.slope(x) < convex.slope(x + 0.01));
    }

    void theAscentHasAHilltopOnOneSideAndNoneOnTheOther() {
        QVERIFY(iterates(doubleWell, 2, 0.05).back() > 1e12);
        const auto descent = iterates(doubleWell, 1, -0.05);
        QVERIFY(std::abs(descent.back() - 1.347) < 1e-3);
    }

    void theValleysOfTheLastLessonAreAlikeAndTheDeepestIsAtZero() {
        for (const double start : {-4.5, -2.0, 0.3, 2.0, 4.5}) {
            const double depth = valleys.f(iterates(valleys, start, -0.05).back());
            QVERIFY(depth >= -1 && depth < -0.8);
        }
        for (double x = -5; x <= 5; x += 0.01) QVERIFY(valleys.f(x) >= -1);
    }

    void anotherLanguageFallsBackToEnglish() {
        const QString title = builtIn().front().title;
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::German));
        const QString inGermany = builtIn().front().title;
        QLocale::setDefault(before);
        QCOMPARE(inGermany, title);
    }

    void aBrokenFieldIsNamed_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char* path, const QJsonValue& value) {
            static int number = 0;
            QTest::addRow("%d %s", number++, path) << QString::fromLatin1(path) << value;
        };
        const QJsonValue absent(QJsonValue::Undefined);
        for (const char* field :
             {"title", "idea", "setUp", "question", "answers", "right", "explanation",
              "setUp.function", "setUp.initial_guess", "setUp.alpha", "setUp.max_iterations",
              "setUp.direction", "setUp.range", "answers[1]", "answers[1].text",
              "answers[1].remark"}) {
            const QByteArray path = QByteArray("lessons[2].") + field;
            if (!path.endsWith(']')) row(path.constData(), absent);
            row(path.constData(), QJsonValue::Null);
            row(path.constData(), true);
        }
        row("lessons", absent);
        row("lessons", 8);
        row("lessons", QJsonArray());
        row("lessons[7]", 8);
        row("lessons[0].title", QStringLiteral(" "));
        row("lessons[0].title", 3);
        row("lessons[0].setUp.function", QStringLiteral("x^"));
        row("lessons[0].setUp.initial_guess", QStringLiteral("2"));
        row("lessons[0].setUp.initial_guess", 1e300);
        row("lessons[0].setUp.alpha", 0);
        row("lessons[0].setUp.alpha", -0.1);
        row("lessons[0].setUp.alpha", 1001);
        row("lessons[0].setUp.max_iterations", 0);
        row("lessons[0].setUp.max_iterations", 1.5);
        row("lessons[0].setUp.max_iterations", 1e18);
        row("lessons[0].setUp.direction", QStringLiteral("sideways"));
        row("lessons[0].setUp.range", QJsonArray{1});
        row("lessons[0].setUp.range", QJsonArray{1, 1});
        row("lessons[0].setUp.range", QJsonArray{1, QStringLiteral("2")});
        row("lessons[0].answers", QJsonArray{QJsonObject()});
        row("lessons[0].right", 3);
        row("lessons[0].right", -1);
        row("lessons[0].right", 0.5);
    }
    void aBrokenFieldIsNamed() {
        QFETCH(QString, path);
        QFETCH(QJsonValue, value);
        const QJsonObject whole = QJsonDocument::fromJson(builtInJson()).object();
        const QStringList steps = QString(path)
                                      .remove(QLatin1Char(']'))
                                      .split(QRegularExpression(QStringLiteral("[.[]")));
        const QJsonObject broken = replaced(whole, steps, value).toObject();
        QVERIFY(broken != whole);
        const auto lessons = session::lessonsFrom(QJsonDocument(broken).toJson());
        QVERIFY(!lessons);
        QVERIFY2(lessons.error().startsWith(path + QStringLiteral(": ")),
                 qPrintable(lessons.error()));
    }

    void aTruncatedTextIsRefused() {
        const QByteArray whole = builtInJson().trimmed();
        QVERIFY(session::lessonsFrom(whole));
        for (qsizetype size = 0; size < whole.size(); size += 97) {
            const auto lessons = session::lessonsFrom(whole.left(size));
            QVERIFY2(!lessons && lessons.error().startsWith(QLatin1String("at byte")),
                     qPrintable(QString::number(size)));
        }
        for (const char* text : {"[]", "{}", "{\"lessons\":{}}"}) {
            const auto lessons = session::lessonsFrom(text);
            QVERIFY2(!lessons && lessons.error().startsWith(QLatin1String("lessons: ")), text);
        }
    }
};

QTEST_GUILESS_MAIN(TestLessons)
#include "tst_lessons.moc"
