// SPDX-License-Identifier: GPL-3.0-or-later
// Several runners in what the program writes, and in its pictures.
#include <QImage>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

#include "pixels.h"
#include "plot/look/runnerlook.h"
#include "plot/scene/series.h"
#include "plot/view/convergenceview.h"
#include "plot/view/curveview.h"
#include "program.h"
#include "runs.h"

namespace {

using plot::Rival;
using plot::Theme;
using Colour = std::array<double, 3>;

/// Linear sRGB.
Colour linear(const QColor& colour) {
    const auto part = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return {part(colour.redF()), part(colour.greenF()), part(colour.blueF())};
}

/// CIE L*a*b* of a linear colour.
Colour lab(const Colour& rgb) {
    const auto within = [](double value) { return std::clamp(value, 0.0, 1.0); };
    const double r = within(rgb[0]);
    const double g = within(rgb[1]);
    const double b = within(rgb[2]);
    const auto root = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = root((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
    const double y = root(0.2126 * r + 0.7152 * g + 0.0722 * b);
    const double z = root((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

/// As people without red or without green receptors see it: Machado, Oliveira and Fernandes, A
/// physiologically-based model for simulation of color vision deficiency, 2009.
Colour seen(const Colour& rgb, const std::array<Colour, 3>& by) {
    Colour made{};
    for (std::size_t i = 0; i < 3; ++i)
        made[i] = by[i][0] * rgb[0] + by[i][1] * rgb[1] + by[i][2] * rgb[2];
    return made;
}

constexpr std::array<std::array<Colour, 3>, 3> eyes{{{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
                                                     {{{0.152286, 1.052583, -0.204868},
                                                       {0.114503, 0.786281, 0.099216},
                                                       {-0.003882, -0.048116, 1.051998}}},
                                                     {{{0.367322, 0.860646, -0.227968},
                                                       {0.280085, 0.672501, 0.047413},
                                                       {-0.011820, 0.042940, 0.968881}}}}};

constexpr std::array starts{-2.0, -1.2, -0.8, -0.3, 0.3, 0.8, 1.3, 1.9};

QStringList eightOptions() {
    QStringList options = words({"--function", "x^4-4*x^2+x", "--alpha", "0.001"});
    options += QStringLiteral("--initial-guess=-2");
    for (std::size_t i = 1; i < starts.size(); ++i)
        options += QStringLiteral("--runner=gradient:start=%1").arg(starts[i]);
    return options;
}

/// A view of runners from each of the starts.
struct Racing {
    explicit Racing(const char* function = "x^4-4*x^2+x", double alpha = 0.001)
        : analysis(analysed(function)) {
        settings.alpha = alpha;
        view.resize(900, 600);
        view.setAnalysis(analysis);
        view.setRange({-2.4, 2.4});
        choose(0);
        view.show();
    }
    void choose(std::size_t chosen) {
        std::vector<Rival> rivals;
        for (std::size_t place = 0; place < starts.size(); ++place) {
            if (place != chosen) rivals.push_back({place, run(place), settings});
        }
        view.setRivals(chosen, std::move(rivals));
        view.setTrajectory(run(chosen), settings);
        view.draw();
        QApplication::processEvents();
    }
    descent::Trajectory run(std::size_t place) const {
        return finished(analysis, starts[place], settings).trajectory;
    }
    QPoint ball(std::size_t place) const {
        return view.pixel(starts[place], view.value(starts[place])).toPoint() - QPoint(0, 5);
    }

    formula::Analysis analysis;
    descent::Settings settings;
    plot::CurveView view;
};

int like(const QImage& image, const QColor& colour) {
    return pixelsLike(image, colour, image.rect(), 30);
}

}  // namespace

class TestRace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eightColoursAreToldApartByEveryEye() {
        for (const Theme& theme : {Theme::light(), Theme::dark()}) {
            for (std::size_t i = 0; i < session::mostRunners; ++i) {
                QVERIFY(plot::contrast(theme.runner(i), theme.ground) >= 3);
                for (std::size_t j = 0; j < i; ++j) {
                    for (const auto& eye : eyes) {
                        const Colour one = lab(seen(linear(theme.runner(i)), eye));
                        const Colour other = lab(seen(linear(theme.runner(j)), eye));
                        const double far =
                            std::hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
                        QVERIFY2(far > 14,
                                 qPrintable(QStringLiteral("%1 %2: %3").arg(i).arg(j).arg(far)));
                    }
                }
            }
        }
    }

    void noTwoMarksAreTheSame() {
        for (std::size_t i = 0; i < session::mostRunners; ++i) {
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(plot::runnerLooks()[i].shape != plot::runnerLooks()[j].shape);
        }
    }

    void aPictureHasEightBallsAndALegendInTheirColours() {
        for (const char* theme : {"light", "dark"}) {
            Program program;
            const Answer answer =
                program.run(eightOptions() + words({"--step", "0", "--theme", theme, "--export",
                                                    "a.png", "--view", "curve"}));
            QVERIFY2(answer.status == 0, qPrintable(answer.err));
            const QImage image(program.path("a.png"));
            const Theme colours = *theme == 'l' ? Theme::light() : Theme::dark();
            for (std::size_t place = 0; place < starts.size(); ++place) {
                const QColor colour = colours.runner(place);
                const QRect legend(0, 0, image.width(), 60);
                QVERIFY2(pixelsLike(image, colour, legend, 30) > 15, qPrintable(colour.name()));
                QVERIFY2(like(image, colour) - pixelsLike(image, colour, legend, 30) > 60,
                         qPrintable(colour.name()));
            }
        }
    }

    void theChosenBallIsTheLargestAndInItsColour() {
        Racing racing;
        for (std::size_t place = 0; place < starts.size(); ++place) {
            racing.choose(place);
            const QImage image = racing.view.picture(racing.view.size());
            const QColor colour = Theme::light().runner(place);
            QVERIFY(pixelsLike(image, colour, around(racing.ball(place), 14), 120) > 60);
            const std::size_t other = (place + 1) % starts.size();
            QVERIFY(pixelsLike(image, Theme::light().runner(other), around(racing.ball(other), 14),
                               30) > 40);
        }
    }

    void pressingABallPicksItsRunner() {
        Racing racing;
        QList<std::size_t> picked;
        connect(&racing.view, &plot::CurveView::runnerPicked, &racing.view,
                [&](std::size_t place) { picked += place; });
        QWidget* stage = racing.view.childAt(racing.view.rect().center());
        for (std::size_t place = 0; place < starts.size(); ++place) {
            QTest::mousePress(stage, Qt::LeftButton, {}, racing.ball(place));
            QTest::mouseRelease(stage, Qt::LeftButton, {}, racing.ball(place));
        }
        QCOMPARE(picked, QList<std::size_t>({1, 2, 3, 4, 5, 6, 7}));
    }

    /// Their heads lie beside each other at the edge.
    void eightThatAllDivergeAreStillShown() {
        Racing racing("-x^2", 1);
        racing.view.setPosition(20);
        racing.view.draw();
        const QImage image = racing.view.picture(racing.view.size());
        const QRect middle = image.rect().adjusted(110, 0, -40, 0);
        for (std::size_t place = 0; place < starts.size(); ++place) {
            const QColor colour = Theme::light().runner(place);
            QVERIFY(like(image, colour) - pixelsLike(image, colour, middle, 30) > 30);
        }
    }

    void theTableTellsWhoseRowItIs() {
        Program program;
        const Answer answer = program.run(words(
            {"--function", "x^2", "--max-iterations", "3", "--tolerance", "1e-9", "--runner",
             "momentum:beta=0.5", "--runner", "adam:alpha=0.2,start=2", "--export", "run.csv"}));
        QVERIFY2(answer.status == 0, qPrintable(answer.err));
        const QStringList rows =
            QString::fromUtf8(contentOf(program.path("run.csv"))).split(QLatin1Char('\n'));
        QCOMPARE(rows.size(), 14);
        QCOMPARE(rows[0], QStringLiteral("runner,iteration,x,f,gradient,velocity,m,v"));
        QCOMPARE(rows[1], QStringLiteral("1,0,1,1,2,,,"));
        QCOMPARE(rows[5], QStringLiteral("2,0,1,1,2,0,,"));
        QCOMPARE(rows[9], QStringLiteral("3,0,2,4,4,,0,0"));
        for (const QString& row : rows.mid(1, 12)) QCOMPARE(row.count(QLatin1Char(',')), 7);
        QCOMPARE(answer.out.count(QLatin1Char('\n')), 3);
        QVERIFY(answer.out.contains(QStringLiteral("Runner 2, momentum:beta=0.5: ")));
    }

    void theResultHasAllRunners() {
        Program program;
        const Answer answer = program.exported(
            {"--function", "x^2", "--runner", "momentum:alpha=0.3,start=2,chosen=on"});
        QVERIFY2(answer.status == 0, qPrintable(answer.err));
        const QJsonObject result = program.result();
        QCOMPARE(result[QStringLiteral("method")].toString(), QStringLiteral("momentum"));
        const QJsonArray runners = result[QStringLiteral("runners")].toArray();
        QCOMPARE(runners.size(), 2);
        QCOMPARE(runners[0][QStringLiteral("alpha")].toDouble(), 0.1);
        QCOMPARE(runners[0][QStringLiteral("chosen")].toBool(), false);
        QCOMPARE(runners[1][QStringLiteral("initial_guess")].toDouble(), 2.0);
        for (const char* key : {"outcome", "steps", "x", "f", "gradient", "verdict", "alpha"}) {
            const QString name = QString::fromLatin1(key);
            QCOMPARE(runners[1][name], result[name]);
        }
        program.exported({"--function", "x^2"});
        QVERIFY(!program.result().contains(QStringLiteral("runners")));
    }

    void aRaceOnAConstantIsTold() {
        Program program;
        const Answer answer = program.run(
            words({"--function", "5", "--runner", "adam", "--runner", "momentum", "--export",
                   "a.png", "--export", "b.csv", "--export", "c.gif", "--size", "200x150"}));
        QVERIFY2(answer.status == 0, qPrintable(answer.err));
        QCOMPARE(answer.out.count(QStringLiteral("Runner ")), 3);
    }

    /// From 4, 8/2ⁿ is below 10⁻⁶ at 23; Newton is there with its first step.
    void theRaceIsATableOfItsOwn() {
        Program program;
        const Answer answer = program.run(
            words({"--function", "x^2", "--initial-guess", "4", "--alpha", "0.25", "--runner",
                   "newton", "--runner", "rmsprop:rho=0.9,alpha=0.1", "--runner", "gradient",
                   "--runner", "gradient:alpha=1", "--view", "race", "--export", "race.csv"}));
        QVERIFY2(answer.status == 0, qPrintable(answer.err));
        const QStringList rows =
            QString::fromUtf8(contentOf(program.path("race.csv"))).split(QLatin1Char('\n'));
        QCOMPARE(rows.size(), 7);
        QCOMPARE(rows[0], QStringLiteral("place,runner,method,alpha,initial_guess,outcome,"
                                         "steps_to_tolerance,leaves_again,evaluations,f,verdict"));
        QCOMPARE(rows[1], QStringLiteral("1,2,newton,1,4,converged,1,no,5,0,"
                                         "reached a minimum at 0"));
        QVERIFY2(rows[2].startsWith(QStringLiteral("2,1,gradient,0.25,4,converged,23,no,48,")),
                 qPrintable(rows[2]));
        QVERIFY2(rows[3].startsWith(QStringLiteral("2,4,gradient,0.25,4,converged,23,no,48,")),
                 qPrintable(rows[3]));
        QVERIFY2(rows[4].startsWith(QStringLiteral("4,3,rmsprop:rho=0.9,")), qPrintable(rows[4]));
        QVERIFY2(rows[4].contains(QStringLiteral(",yes,")), qPrintable(rows[4]));
        QCOMPARE(rows[5], QStringLiteral("unfinished,5,gradient,1,4,max-iterations,,no,402,16,"
                                         "swings between 2 places forever"));
    }

    void theRaceIsAResultOfItsOwn() {
        Program program;
        const Answer answer =
            program.exported({"--function", "5-x^2", "--maximize", "--initial-guess", "1",
                              "--runner", "newton:start=3", "--runner",
                              "adam:beta1=0.8,beta2=0.9,alpha=1e-9", "--view", "race"});
        QVERIFY2(answer.status == 0, qPrintable(answer.err));
        const QJsonObject result = program.result();
        QCOMPARE(result[QStringLiteral("direction")].toString(), QStringLiteral("maximize"));
        QVERIFY(!result.contains(QStringLiteral("alpha")));
        const QJsonArray race = result[QStringLiteral("race")].toArray();
        QCOMPARE(race.size(), 3);
        QCOMPARE(race[0][QStringLiteral("place")].toInt(), 1);
        QCOMPARE(race[0][QStringLiteral("runner")].toInt(), 2);
        QCOMPARE(race[0][QStringLiteral("f")].toDouble(), 5.0);
        QCOMPARE(race[0][QStringLiteral("verdict")].toString(),
                 QStringLiteral("reached a maximum at 0"));
        QCOMPARE(race[2][QStringLiteral("place")].toString(), QStringLiteral("unfinished"));
        QVERIFY(race[2][QStringLiteral("steps_to_tolerance")].isNull());
        QCOMPARE(race[2][QStringLiteral("method")].toString(),
                 QStringLiteral("adam:beta1=0.8,beta2=0.9"));
    }

    void aCommaInACellIsInQuotes() {
        Program program;
        program.run(words({"--function", "x^2", "--method", "adam:beta1=0.8,beta2=0.9", "--view",
                           "race", "--export", "race.csv"}));
        const QStringList rows =
            QString::fromUtf8(contentOf(program.path("race.csv"))).split(QLatin1Char('\n'));
        QCOMPARE(rows.size(), 3);
        QVERIFY2(rows[1].contains(QStringLiteral(",1,\"adam:beta1=0.8,beta2=0.9\",0.1")),
                 qPrintable(rows[1]));
    }

    void eightThatAllDivergeShareThePlaceOfTheUnfinished() {
        Program program;
        QStringList options = words({"--function", "-x^2", "--alpha", "1", "--view", "race"});
        for (int more = 0; more < 7; ++more)
            options += QStringLiteral("--runner=gradient:start=%1").arg(more + 2);
        const Answer answer = program.run(options + words({"--export", "race.csv"}));
        QVERIFY2(answer.status == 0, qPrintable(answer.err));
        const QString table = QString::fromUtf8(contentOf(program.path("race.csv")));
        QCOMPARE(table.count(QStringLiteral("\nunfinished,")), 8);
        QCOMPARE(table.count(QStringLiteral(",diverged: |x| is beyond 10¹²\n")), 8);
    }

    void aRaceOnAConstantIsATie() {
        Program program;
        program.run(words({"--function", "5", "--runner", "adam", "--runner", "newton", "--view",
                           "race", "--export", "race.csv"}));
        const QString table = QString::fromUtf8(contentOf(program.path("race.csv")));
        QCOMPARE(table.count(QStringLiteral("\n1,")), 3);
        QCOMPARE(table.count(QStringLiteral(",converged,0,no,2,5,began where f is flat\n")), 3);
    }

    void aRaceHasNoPicture() {
        for (const char* file : {"a.png", "a.svg", "a.pdf", "a.gif", "a.mp4", "a.webm"}) {
            Program program;
            const Answer answer =
                program.run(words({"--function", "x^2", "--runner", "adam", "--view", "race",
                                   "--export", "a.csv", "--export", file}));
            QCOMPARE(answer.status, 2);
            QVERIFY2(answer.err.contains(QStringLiteral(
                         "The race is a table and has no picture. It can be written as .csv, "
                         ".json;")),
                     qPrintable(answer.err));
            QVERIFY(program.files().isEmpty());
        }
    }

    /// The best value is the lowest minimum in view, or what a run has reached.
    void aSeriesIsMeasuredFromTheBestValueKnown() {
        const formula::Analysis analysis = analysed("x^2+1");
        descent::Settings settings;
        settings.alpha = 0.25;
        const descent::Trajectory run = finished(analysis, 4, settings).trajectory;
        plot::Series series;
        series.set({{0, run, settings}}, plot::Goal{0, 1});
        QCOMPARE(series.lines().front().values.buckets()[0].first, 16.0);
        QCOMPARE(series.lines().front().values.buckets()[1].first, 4.0);
        QVERIFY(series.isLogarithmic());
        series.set({{0, run.prefix(3), settings}}, std::nullopt);
        QCOMPARE(series.lines().front().values.buckets()[0].first, 15.0);
        series.setQuantity(plot::Quantity::Distance);
        QCOMPARE(series.lines().front().values.buckets()[0].first, 3.0);
        series.setQuantity(plot::Quantity::Step);
        QCOMPARE(series.lines().front().values.buckets()[1].first, 1.0);
        QCOMPARE(series.lines().front().values.size(), std::size_t{2});
        series.setQuantity(plot::Quantity::Value);
        QVERIFY(!series.isLogarithmic());
    }

    void aChartHasALineForEachRunner() {
        const formula::Analysis analysis = analysed("x^4-4*x^2+x");
        descent::Settings settings;
        std::vector<Rival> runners;
        for (std::size_t place = 0; place < 3; ++place) {
            settings.alpha = 0.002 + 0.008 * static_cast<double>(place);
            runners.push_back({place, finished(analysis, 2, settings).trajectory, settings});
        }
        plot::ConvergenceView view;
        view.resize(500, 300);
        view.setTrajectory(runners.back().trajectory);
        view.setRunners(runners, std::nullopt);
        for (const auto quantity : {plot::Quantity::Gap, plot::Quantity::Value,
                                    plot::Quantity::Gradient, plot::Quantity::Step}) {
            view.setQuantity(quantity);
            const QImage image = view.picture(view.size());
            for (std::size_t place = 0; place < 3; ++place)
                QVERIFY(like(image, Theme::light().runner(place)) > 40);
        }
    }

    void theNamesOfALowChartAreCutNowhere() {
        descent::Settings settings;
        settings.alpha = 0.001;
        settings.maxIterations = 1000;
        const descent::Trajectory run = finished(analysed("x^2"), 1, settings).trajectory;
        plot::ConvergenceView view;
        view.setTrajectory(run);
        view.setRunners({{1, run, settings}, {0, run, settings}}, std::nullopt);
        for (const int height : {70, 100, 160, 300}) {
            const QSize size(280, height);
            view.resize(size);
            const QImage image = view.picture(size);
            const QColor ground = image.pixelColor(0, 0);
            const auto inkIn = [&](int x, int top, int bottom) {
                int ink = 0;
                for (int y = top; y < bottom; ++y) ink += image.pixelColor(x, y) != ground;
                return ink;
            };
            // The name of the upright axis begins below the edge,
            for (int x = 0; x < size.width(); ++x) QVERIFY2(inkIn(x, 0, 2) == 0, "cut");
            // and n, the last below, stands apart from the last number.
            const int numbers = height - 24;
            int x = size.width() - 1;
            while (inkIn(x, numbers, height) == 0) --x;
            while (inkIn(x, numbers, height) > 0) --x;
            const int beginning = x;
            while (inkIn(x, numbers, height) == 0) --x;
            QVERIFY2(beginning - x >= 5, qPrintable(QString::number(beginning - x)));
        }
    }

    /// Ink is what is as dark as the line itself.
    void aLongCycleIsABandAndNoBlockOfInk() {
        const formula::Analysis analysis = analysed("x^2");
        descent::Settings settings;
        settings.alpha = 1;
        settings.maxIterations = 20'000;
        const descent::Trajectory run = finished(analysis, 1, settings).trajectory;
        const auto inkOf = [&](plot::Quantity quantity, const char* function, double alpha) {
            settings.alpha = alpha;
            const descent::Trajectory other =
                finished(analysed(function), 0.3, settings).trajectory;
            plot::ConvergenceView view;
            view.resize(500, 300);
            view.setTrajectory(other);
            view.setRunners({{1, run, settings}, {0, other, settings}}, std::nullopt);
            view.setQuantity(quantity);
            return like(view.picture(view.size()), Theme::light().ball);
        };
        QVERIFY(inkOf(plot::Quantity::Value, "x^4/4-x^2/2", 1.4) < 2000);
    }
};

QTEST_MAIN(TestRace)
#include "tst_race.moc"
