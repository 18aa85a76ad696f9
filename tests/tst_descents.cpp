// SPDX-License-Identifier: GPL-3.0-or-later
//
// Many runs side by side against the same ones followed one by one.
#include <QTest>
#include <array>
#include <cmath>
#include <optional>
#include <stop_token>
#include <vector>

#include "descent/descents.h"
#include "descent/evaluator.h"
#include "planes.h"

using descent::Course;
using descent::Outcome;
using descent::Point;
using descent::Settings;

namespace {

bool same(double a, double b) {
    return a == b || (std::isnan(a) && std::isnan(b));
}

bool same(const Point& a, const Point& b) {
    bool all = a.size() == b.size();
    for (std::size_t i = 0; all && i < a.size(); ++i) all = same(a[i], b[i]);
    return all;
}

descent::Objective objectiveOf(const QString& function, const std::vector<std::string>& variables) {
    return descent::Objective(*formula::analyse(function.toStdString(), variables));
}

/// Those of all starts, in their order.
std::vector<Course> coursesFrom(const descent::Objective& objective, const Settings& settings,
                                const std::vector<Point>& starts, std::int64_t further = 0) {
    descent::OneByOne evaluator(objective);
    descent::Descents descents(evaluator, objective.variables(), settings, further);
    std::vector<std::optional<Course>> courses(starts.size());
    std::size_t next = 0;
    descents.follow(
        [&]() -> std::optional<descent::Descents::Start> {
            if (next == starts.size()) return std::nullopt;
            return descent::Descents::Start{starts[next], next++};
        },
        [&](std::size_t number, const Course& course) {
            if (courses[number]) qFatal("a run ended twice");
            courses[number] = course;
        });
    std::vector<Course> all;
    for (const auto& course : courses) all.push_back(course.value());
    return all;
}

/// The end of the same run by itself, with so many steps.
descent::Endpoint endOf(const descent::Objective& objective, const Settings& settings,
                        const Point& start, std::int64_t further = 0) {
    const Settings longer = descent::lasting(settings, settings.maxIterations + further);
    descent::Descent run(objective, longer, start);
    run.advance(longer.maxIterations);
    return {run.outcome().value(), run.state().iteration, run.state().at};
}

bool same(const descent::Endpoint& a, const descent::Endpoint& b) {
    return a.outcome == b.outcome && a.iteration == b.iteration && same(a.at, b.at);
}

/// From 324 places about the origin: more than can be under way at once.
std::vector<Point> manyStarts(std::size_t variables) {
    std::vector<Point> starts;
    for (int i = -9; i < 9; ++i) {
        for (int j = -9; j < 9; ++j) {
            const std::array at{0.23 * i + 0.001 * j, 0.21 * j, 0.1 * i};
            starts.emplace_back(std::span(at.data(), variables));
        }
    }
    return starts;
}

std::vector<std::string> variables(std::size_t count) {
    std::vector<std::string> names{"x", "y", "z"};
    names.resize(count);
    return names;
}

}  // namespace

class TestDescents : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMethodTakesTheSameSteps_data() {
        QTest::addColumn<std::size_t>("count");
        for (const char* function : {"x^4-4*x^2+x", "ln(x)", "abs(x)", "1/x"})
            QTest::newRow(function) << std::size_t(1);
        for (const char* function : {"(1-x)^2+100*(y-x^2)^2", "ln(x)+y^2", "abs(x)+abs(y)"})
            QTest::newRow(function) << std::size_t(2);
        QTest::newRow("x^2+2*y^2+z^4-x*z") << std::size_t(3);
    }
    void everyMethodTakesTheSameSteps() {
        QFETCH(std::size_t, count);
        const descent::Objective objective =
            objectiveOf(QString::fromLatin1(QTest::currentDataTag()), variables(count));
        const std::vector<Point> starts = manyStarts(count);
        for (const descent::Method& method : descent::methods()) {
            for (const double alpha : {0.02, 0.6}) {
                Settings settings{alpha, 40, 1e-6};
                settings.method = method;
                compare(objective, settings, starts);
                settings.noise = {0.1, 5};
                settings.schedule = descent::Exponential{0.97};
                compare(objective, settings, starts);
                settings.noise = {};
                settings.schedule = descent::Warmup{8};
                compare(objective, settings, starts);
            }
        }
    }

    void runsThatTheLimitEndsAreContinued() {
        const descent::Objective objective =
            objectiveOf(QStringLiteral("x^2-y^2+y^4/4"), variables(2));
        for (const descent::Schedule& schedule :
             {descent::Schedule(), descent::Schedule(descent::Inverse{0.01, 0.5}),
              descent::Schedule(descent::StepDecay{60, 0.9})}) {
            Settings settings{0.03, 50, 1e-6};
            settings.schedule = schedule;
            const std::vector<Point> starts = manyStarts(2);
            const std::vector<Course> courses = coursesFrom(objective, settings, starts, 2000);
            std::size_t later = 0;
            for (std::size_t i = 0; i < starts.size(); ++i) {
                QVERIFY(same(courses[i].end, endOf(objective, settings, starts[i])));
                const auto ahead = endOf(objective, settings, starts[i], 2000);
                const bool continues = courses[i].end.outcome == Outcome::MaxIterations;
                QCOMPARE(courses[i].later.has_value(), continues);
                if (continues) QVERIFY(same(*courses[i].later, ahead));
                later += continues && ahead.outcome != Outcome::MaxIterations;
            }
            QVERIFY(later > 10);
        }
    }

    void cyclesAreSeenAndNotFollowed() {
        const descent::Objective objective = objectiveOf(QStringLiteral("x^2+y^2"), variables(2));
        Settings settings{1, descent::mostIterations, 1e-6};
        const std::vector<Point> starts = manyStarts(2);
        const std::vector<Course> courses = coursesFrom(objective, settings, starts, 5000);
        for (std::size_t i = 0; i < starts.size(); ++i) {
            const bool rests = starts[i][0] == 0 && starts[i][1] == 0;
            QCOMPARE(courses[i].repeats, !rests);
            QCOMPARE(courses[i].end.iteration, rests ? 0 : descent::mostIterations);
            QVERIFY(!courses[i].later);
            QVERIFY(same(courses[i].end, endOf(objective, settings, starts[i])));
        }
    }

    void aCycleThatBeginsPastTheLimitIsSeen() {
        const descent::Objective objective =
            objectiveOf(QStringLiteral("abs(x)+y^2"), variables(2));
        const Point start = pointOf({2.125, 0});
        const Settings settings{0.25, 4, 1e-6};
        const auto courses = coursesFrom(objective, settings, {start}, 5000);
        QCOMPARE(courses[0].end.outcome, Outcome::MaxIterations);
        QVERIFY(courses[0].repeats);
        QVERIFY(same(courses[0].end, endOf(objective, settings, start)));
    }

    void aSearchThatFindsNoStepKnowsWhereItIs() {
        const descent::Objective objective = objectiveOf(QStringLiteral("x+y"), variables(2));
        Settings settings{0.01, 400, 1e-6};
        settings.method = descent::Backtracking();
        settings.noise = {1, 2};
        const auto run = descent::whole(objective, settings, pointOf({100, 0})).trajectory;
        std::size_t refused = 0;
        for (std::size_t n = 0; n < run.size(); ++n) {
            QCOMPARE(run[n].value, objective.value(run[n].at));
            QVERIFY(same(run[n].gradient, objective.gradient(run[n].at)));
            refused += n > 0 && run[n].at == run[n - 1].at;
        }
        QVERIFY(refused > 0);
    }

    void theyStopWhenAsked() {
        const descent::Objective objective = objectiveOf(QStringLiteral("x^2+y^2"), variables(2));
        descent::OneByOne evaluator(objective);
        descent::Descents descents(evaluator, 2, Settings{1e-9, descent::mostIterations, 1e-6});
        std::stop_source source;
        std::size_t begun = 0;
        descents.follow(
            [&]() -> std::optional<descent::Descents::Start> {
                if (++begun == 100) source.request_stop();
                return descent::Descents::Start{pointOf({1, 2}), begun};
            },
            [](std::size_t, const Course&) { qFatal("no run can have ended"); },
            source.get_token());
        QCOMPARE(begun, descent::Evaluator::lanes);
    }

private:
    static void compare(const descent::Objective& objective, const Settings& settings,
                        const std::vector<Point>& starts) {
        const std::vector<Course> courses = coursesFrom(objective, settings, starts);
        for (std::size_t i = 0; i < starts.size(); ++i) {
            const descent::Endpoint expected = endOf(objective, settings, starts[i]);
            QVERIFY2(same(courses[i].end, expected), descent::name(settings.method).data());
            QVERIFY(!courses[i].later);
        }
    }
};

QTEST_APPLESS_MAIN(TestDescents)
#include "tst_descents.moc"
