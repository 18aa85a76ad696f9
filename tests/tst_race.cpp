// SPDX-License-Identifier: GPL-3.0-or-later
// Several runners in what the program writes, and in its pictures.
#include <QHelpEvent>
#include <QImage>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <limits>

#include "pixels.h"
#include "plot/look/runnerlook.h"
#include "plot/scene/picture.h"
#include "plot/scene/picturerows.h"
#include "plot/scene/series.h"
#include "plot/shape/fan.h"
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

/// Momentum and plain descent from 2, as pictures take them.
plot::Subject twoRunners(std::size_t chosen) {
    const formula::Analysis analysis = analysed("x^4-4*x^2+x");
    descent::Settings plain{0.02, 60};
    descent::Settings carrying = plain;
    carrying.method = descent::Momentum{0.8};
    const std::vector<Rival> runners{{0, finished(analysis, 2, carrying).trajectory, carrying},
                                     {1, finished(analysis, 2, plain).trajectory, plain}};
    plot::Subject subject{
        analysis, runners[chosen].trajectory, runners[chosen].settings, {-2.4, 2.4}};
    subject.place = chosen;
    subject.rivals = {runners[1 - chosen]};
    return subject;
}

const plot::LegendEntry* entryOf(const std::vector<plot::LegendEntry>& legend,
                                 plot::LegendEntry::Sign sign) {
    const auto entry = std::ranges::find(legend, sign, &plot::LegendEntry::sign);
    return entry == legend.end() ? nullptr : &*entry;
}

/// A view of runners from each of the starts, or all from one.
struct Racing {
    explicit Racing(double start) : Racing() {
        from.fill(start);
        choose(0);
    }
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
        return finished(analysis, from[place], settings).trajectory;
    }
    void go(double position) {
        view.setPosition(position);
        view.draw();
        QApplication::processEvents();
    }
    /// Where step n of a runner is drawn.
    QPointF step(std::size_t place, std::size_t n) const {
        const descent::Trajectory trajectory = run(place);
        return view.pixel(trajectory.x(n), trajectory.value(n));
    }
    QPoint ball(std::size_t place) const {
        return view.pixel(from[place], view.value(from[place])).toPoint() - QPoint(0, 5);
    }
    QImage picture() const { return view.picture(view.size()); }
    /// Where the marks of those are that start where the first one does.
    QRect fan() const { return around(ball(0), 50); }

    std::array<double, starts.size()> from = starts;
    formula::Analysis analysis;
    descent::Settings settings;
    plot::CurveView view;
};

int like(const QImage& image, const QColor& colour) {
    return pixelsLike(image, colour, image.rect(), 30);
}

/// The largest difference of two pictures in a channel of a pixel.
int unlike(const QImage& one, const QImage& other) {
    int most = one.size() == other.size() ? 0 : 255;
    for (int y = 0; y < std::min(one.height(), other.height()); ++y) {
        for (int x = 0; x < std::min(one.width(), other.width()); ++x) {
            const QColor a = one.pixelColor(x, y);
            const QColor b = other.pixelColor(x, y);
            most = std::max({most, std::abs(a.red() - b.red()), std::abs(a.green() - b.green()),
                             std::abs(a.blue() - b.blue())});
        }
    }
    return most;
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

    void theLegendHasTheSignsOfTheChosenRunner_data() {
        QTest::addColumn<std::size_t>("chosen");
        QTest::newRow("first") << std::size_t{0};
        QTest::newRow("second") << std::size_t{1};
    }
    void theLegendHasTheSignsOfTheChosenRunner() {
        using enum plot::LegendEntry::Sign;
        QFETCH(std::size_t, chosen);
        const Theme theme = Theme::dark();
        const plot::Subject subject = twoRunners(chosen);
        const auto legend = plot::pictureRow(session::View::Curve).legend(subject, theme);
        for (const auto sign : {Start, Ball, Trail})
            QCOMPARE(entryOf(legend, sign)->colour, theme.runner(chosen));
        if (chosen == 0) QCOMPARE(entryOf(legend, Arrow)->colour, theme.ink(theme.runner(chosen)));
        // The ball is the sign of the chosen runner, and of nothing else.
        for (std::size_t place = 0; place < 2; ++place) {
            const auto named = std::ranges::find_if(
                legend, [&](const plot::LegendEntry& entry) { return entry.runner == place; });
            QCOMPARE(named->sign, place == chosen ? Ball : Runner);
        }
        QCOMPARE(std::ranges::count(legend, Ball, &plot::LegendEntry::sign), 1);
    }

    /// As while a session is read.
    void theLegendNamesTheRunnersThatHaveARun() {
        plot::Subject subject = twoRunners(1);
        subject.place = 7;
        subject.rivals.front().place = 2;
        const Theme theme = Theme::light();
        const auto legend = plot::pictureRow(session::View::Convergence).legend(subject, theme);
        QCOMPARE(legend.size(), std::size_t{2});
        QCOMPARE(legend[0].runner, std::optional<std::size_t>(2));
        QCOMPARE(legend[0].colour, theme.runner(2));
        QCOMPARE(legend[1].runner, std::optional<std::size_t>(7));
        QCOMPARE(legend[1].colour, theme.runner(7));
    }

    /// With plain descent chosen, that of the other runner is all there is of its colour.
    void noSignOfTheLegendIsInTheColourOfAnotherRunner() {
        plot::Look look;
        look.legend = true;
        plot::Picture picture(twoRunners(1), look, {900, 600});
        const Theme theme = Theme::light();
        const QRect legend(0, 0, 900, 36);
        const QImage image = picture.image();
        const int orange = pixelsLike(image, theme.runner(0), legend, 60);
        QVERIFY2(orange > 60 && orange < 121, qPrintable(QString::number(orange)));
        QVERIFY(pixelsLike(image, theme.runner(1), legend, 60) > 90);
    }

    void aChartHasLinesInItsLegend() {
        const auto legend =
            plot::pictureRow(session::View::Convergence).legend(twoRunners(1), Theme::light());
        QCOMPARE(legend.size(), std::size_t{2});
        for (const plot::LegendEntry& entry : legend)
            QCOMPARE(entry.sign, plot::LegendEntry::Sign::Line);
    }

    void trailsShowNoMoreThanHasBeenWatched() {
        Racing racing("x^4-4*x^2+x", 0.005);
        for (const std::size_t place : {0, 1, 7}) {
            const QRect ahead = around(racing.step(place, 14), 3);
            const auto seen = [&](double position) {
                racing.go(position);
                return racing.view.grab(ahead).toImage();
            };
            const QImage beginning = seen(0);
            const QImage end = seen(40);
            QVERIFY(end != beginning);
            QCOMPARE(seen(7.9) == beginning, place != 0);  // the chosen one hints at it
            QCOMPARE(seen(40), end);
            QCOMPARE(seen(3), seen(0));
            if (place != 0) QCOMPARE(seen(3), beginning);
        }
    }

    void aRunThatIsAloneShowsItsWholeTrail() {
        Racing racing("x^4-4*x^2+x", 0.02);
        const QPointF ahead = racing.step(0, 4);
        racing.view.setRivals(0, {});
        racing.go(0);
        QVERIFY(pixelsLike(racing.view.grab().toImage(), Theme::light().trail, around(ahead, 3),
                           120) > 8);
    }

    /// Whatever was shown before.
    void aTrailThatIsWatchedIsThatOfAPictureOfItsOwn_data() {
        QTest::addColumn<session::View>("view");
        QTest::newRow("curve") << session::View::Curve;
        QTest::newRow("convergence") << session::View::Convergence;
        QTest::newRow("both") << session::View::Both;
    }
    void aTrailThatIsWatchedIsThatOfAPictureOfItsOwn() {
        QFETCH(session::View, view);
        plot::Look look;
        look.view = view;
        look.steps = 60;
        plot::Picture film(twoRunners(0), look, {700, 500});
        for (const double position : {0.0, 3.0, 7.4, 40.0, 8.0, 60.0, 0.0}) {
            film.setPosition(position);
            plot::Picture still(twoRunners(0), look, {700, 500});
            still.setPosition(position);
            QCOMPARE(film.frame().convertToFormat(QImage::Format_RGB32),
                     still.image().convertToFormat(QImage::Format_RGB32));
        }
    }

    void chartsInPicturesShowNothingOfTheFuture() {
        plot::Look look;
        look.view = session::View::Convergence;
        plot::Picture picture(twoRunners(0), look, {900, 600});
        const QRect right(460, 60, 440, 480);
        for (std::size_t place = 0; place < 2; ++place) {
            const QColor colour = Theme::light().runner(place);
            picture.setPosition(29);
            QVERIFY(pixelsLike(picture.image(), colour, right, 30) < 20);
            picture.setPosition(60);
            QVERIFY(pixelsLike(picture.image(), colour, right, 30) > 200);
        }
    }

    void picturesShowNothingOfTheFuture() {
        plot::Subject alone = twoRunners(0);
        alone.rivals.clear();
        for (plot::Subject subject : {twoRunners(0), twoRunners(1), alone}) {
            subject.values = insight::Range{-7, 8};
            plot::Picture picture(subject, {}, {900, 600});
            const QImage end = picture.image();
            for (const std::size_t n : {0, 3, 20}) {
                plot::Subject shorter = subject;
                shorter.trajectory = subject.trajectory.prefix(n + 1);
                for (Rival& rival : shorter.rivals)
                    rival.trajectory = rival.trajectory.prefix(n + 1);
                picture.setPosition(static_cast<double>(n));
                QVERIFY(picture.image() != end);
                plot::Picture known(shorter, {}, {900, 600});
                QVERIFY2(unlike(picture.image(), known.image()) < 40,
                         qPrintable(QString::number(n)));
            }
        }
    }

    void aFilmTellsTheStep() {
        plot::Look look;
        plot::Picture untold(twoRunners(0), look, {700, 500});
        look.steps = 288;
        plot::Picture film(twoRunners(0), look, {700, 500});
        const auto counter = [&](double position) {
            film.setPosition(position);
            const QImage& frame = film.frame();
            return frame.copy(frame.width() - 150, 24, 150, 16);
        };
        const QImage third = counter(3);
        QVERIFY(pixelsLike(third, Theme::light().text, third.rect(), 200) > 60);
        QCOMPARE(counter(3.8), third);
        QVERIFY(counter(4) != third);
        QCOMPARE(counter(3), third);
    }

    /// However near its steps lie.
    void theTrailOfAnotherRunnerLeavesWhatItCrossesInSight() {
        Racing racing("x^4-4*x^2+x", 0.0008);
        const QRect along = around(racing.step(7, 20), 12);
        const auto ink = [&](int tolerance) {
            racing.go(300);
            return pixelsLike(racing.view.grab().toImage(), Theme::light().runner(7), along,
                              tolerance);
        };
        constexpr int strong = 300;
        constexpr int any = 600;
        const int other = ink(strong);
        QVERIFY2(ink(any) > 40, qPrintable(QString::number(ink(any))));
        racing.choose(7);
        QVERIFY2(2 * other < ink(strong), qPrintable(QString::number(other)));
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

    void noneHidesAnotherWhereAllStartAtOnePlace() {
        for (const double start : {-1.9, 1.0, 2.2}) {
            Racing racing(start);
            for (const std::size_t chosen : {std::size_t{0}, std::size_t{5}}) {
                racing.choose(chosen);
                for (std::size_t place = 0; place < starts.size(); ++place) {
                    const QColor colour = Theme::light().runner(place);
                    const int seen = pixelsLike(racing.picture(), colour, racing.fan(), 30);
                    QVERIFY2(seen > 60, qPrintable(QStringLiteral("%1: %2").arg(place).arg(seen)));
                }
            }
        }
    }

    void eachOfThoseCanBePressed() {
        Racing racing(1.0);
        QList<std::size_t> picked;
        connect(&racing.view, &plot::CurveView::runnerPicked, &racing.view,
                [&](std::size_t place) { picked += place; });
        QWidget* stage = racing.view.childAt(racing.view.rect().center());
        for (std::size_t place = 1; place < starts.size(); ++place) {
            const QPoint mark =
                middleOf(racing.picture(), Theme::light().runner(place), racing.fan());
            QTest::mousePress(stage, Qt::LeftButton, {}, mark);
            QTest::mouseRelease(stage, Qt::LeftButton, {}, mark);
        }
        QCOMPARE(picked, QList<std::size_t>({1, 2, 3, 4, 5, 6, 7}));
    }

    void anExportedPictureShowsAllThatStartAtOnePlace() {
        Program program;
        QStringList options = words({"--function", "x^2", "--alpha", "0.001", "--initial-guess",
                                     "1", "--step", "0", "--steps", "0:0", "--export", "a.png"});
        for (std::size_t more = 1; more < starts.size(); ++more)
            options += QStringLiteral("--runner=adam:alpha=0.00%1").arg(more);
        const Answer answer = program.run(options);
        QVERIFY2(answer.status == 0, qPrintable(answer.err));
        const QImage image(program.path("a.png"));
        const QRect below = image.rect().adjusted(0, 100, 0, 0);  // the legend
        for (std::size_t place = 0; place < starts.size(); ++place)
            QVERIFY(pixelsLike(image, Theme::light().runner(place), below, 30) > 60);
    }

    /// From its place in the fan to its place on the curve.
    void oneThatRollsAwayLeavesTheOthersWithoutALeap() {
        const QRectF area(0, 0, 400, 300);
        const auto centres = [&](double apart) {
            std::vector<plot::Disc> discs{{{{200, 200}}, 9}};
            for (const double x : {200.0, 200 + apart, 200.0}) discs.push_back({{{x, 200}}, 7});
            return plot::fanned(discs, area, 1);
        };
        std::vector<QPointF> before = centres(0);
        QCOMPARE(before.front(), QPointF(200, 191));
        for (double apart = 0.25; apart < 20; apart += 0.25) {
            const std::vector<QPointF> now = centres(apart);
            for (std::size_t i = 0; i < now.size(); ++i)
                QVERIFY(QLineF(now[i], before[i]).length() < 1);
            before = now;
        }
        QCOMPARE(before[2], QPointF(219.75, 193));
    }

    void aFanLiesWithinThePictureWhereThatHasRoom() {
        const QRectF area(0, 0, 400, 300);
        for (const QPointF contact : {QPointF(200, 150), QPointF(200, 3), QPointF(5, 150)}) {
            std::vector<plot::Disc> discs{{{contact}, 9}};
            for (int more = 0; more < 7; ++more) discs.push_back({{contact}, 7});
            const std::vector<QPointF> centres = plot::fanned(discs, area, 1);
            int inside = 0;
            for (std::size_t i = 0; i < centres.size(); ++i) {
                inside += area.contains(centres[i]) ? 1 : 0;
                for (std::size_t j = 1; j < i; ++j)
                    QVERIFY(QLineF(centres[i], centres[j]).length() > 14.5);
                QVERIFY(i == 0 || QLineF(centres[i], centres[0]).length() > 16.5);
            }
            QVERIFY2(inside >= 5, qPrintable(QString::number(inside)));
        }
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
                                         "steps_to_tolerance,leaves_again,stays_from,"
                                         "evaluations,f,verdict"));
        QCOMPARE(rows[1], QStringLiteral("1,2,newton,1,4,converged,1,no,1,5,0,"
                                         "reached a minimum at 0"));
        QVERIFY2(rows[2].startsWith(QStringLiteral("2,1,gradient,0.25,4,converged,23,no,23,48,")),
                 qPrintable(rows[2]));
        QVERIFY2(rows[3].startsWith(QStringLiteral("2,4,gradient,0.25,4,converged,23,no,23,48,")),
                 qPrintable(rows[3]));
        QVERIFY2(rows[4].startsWith(QStringLiteral("4,3,rmsprop:rho=0.9,")), qPrintable(rows[4]));
        QVERIFY2(rows[4].contains(QStringLiteral(",yes,,")), qPrintable(rows[4]));
        QCOMPARE(rows[5], QStringLiteral("unfinished,5,gradient,1,4,max-iterations,,no,,402,16,"
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
        QCOMPARE(race[0][QStringLiteral("outcome")].toString(), QStringLiteral("converged"));
        QCOMPARE(race[0][QStringLiteral("initial_guess")].toDouble(), 3.0);
        QCOMPARE(race[0][QStringLiteral("alpha")].toDouble(), 1.0);
        QCOMPARE(race[0][QStringLiteral("steps_to_tolerance")].toInt(), 1);
        QCOMPARE(race[0][QStringLiteral("evaluations")].toInt(), 5);
        QCOMPARE(race[0][QStringLiteral("leaves_again")], QJsonValue(false));
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
        QCOMPARE(table.count(QStringLiteral(",converged,0,no,0,2,5,began where f is flat\n")), 3);
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
    /// It may with every step of a long race: then nothing of it may have to be gone through again.
    void aSeriesFollowsAGoalThatMoves() {
        descent::Settings settings{1e-5, 9000, 1e-300};
        const auto run = finished(analysed("x^2+sin(9*x)"), 4, settings).trajectory;
        QCOMPARE(run.size(), std::size_t{9001});
        for (const plot::Quantity quantity : {plot::Quantity::Gap, plot::Quantity::Value,
                                              plot::Quantity::Gradient, plot::Quantity::Step}) {
            plot::Series series;
            series.setQuantity(quantity);
            for (std::size_t size = 1; size <= run.size(); size += 500)
                series.set({{0, run.prefix(size), settings}}, std::nullopt);
            const auto& line = series.lines().front();
            const plot::Goal goal{0, run.last().value};
            const std::size_t width = line.values.width();
            QVERIFY(width > 1);
            for (std::size_t bucket = 0; bucket < line.values.buckets().size(); ++bucket) {
                double low = std::numeric_limits<double>::infinity();
                double high = -low;
                const std::size_t end = std::min((bucket + 1) * width, line.values.size());
                for (std::size_t n = bucket * width; n < end; ++n) {
                    const double number = plot::numberOf(quantity, run, n, goal);
                    const double value = plot::measured(quantity, number, goal);
                    low = std::min(low, value);
                    high = std::max(high, value);
                }
                QCOMPARE(line.values.buckets()[bucket].low, low);
                QCOMPARE(line.values.buckets()[bucket].high, high);
            }
        }
    }

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

    void aChartTellsWhatTheStarMeans_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<bool>("known");
        QTest::addColumn<bool>("descends");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("place");
        const auto row = [](const char* name, const char* function, bool known, bool descends,
                            const char* value, const char* place) {
            QTest::newRow(name) << QString::fromUtf8(function) << known << descends
                                << QString::fromUtf8(value) << QString::fromUtf8(place);
        };
        row("minimum", "(x-1)^2-5.5", true, true, "f* = −5.5, the lowest minimum in view",
            "x* = 1, at the lowest minimum in view");
        row("maximum", "5.5-(x-1)^2", true, false, "f* = 5.5, the highest maximum in view",
            "x* = 1, at the highest maximum in view");
        row("low", "(x-1)^2-5.5", false, true, "f* = −5.25, the lowest value reached",
            "x* = 1.5, where the lowest value was reached");
        row("high", "5.5-(x-1)^2", false, false, "f* = 5.25, the highest value reached",
            "x* = 1.5, where the highest value was reached");
    }
    void aChartTellsWhatTheStarMeans() {
        QFETCH(QString, function);
        QFETCH(bool, known);
        QFETCH(bool, descends);
        const formula::Analysis analysis = analysed(function.toStdString());
        // From 2 to 1.5 and on, or no farther.
        descent::Settings settings{0.25, known ? 60 : 1};
        if (!descends) settings.direction = descent::Direction::Ascend;
        const descent::Trajectory run = finished(analysis, 2, settings).trajectory;
        const plot::Goal goal{1, descends ? -5.5 : 5.5};
        plot::ConvergenceView view;
        view.resize(600, 300);
        view.setTrajectory(run);
        view.setRunners({{1, run, settings}, {0, run, settings}},
                        known ? std::optional(goal) : std::nullopt);
        QFETCH(QString, value);
        QVERIFY2(view.accessibleDescription().contains(value),
                 qPrintable(view.accessibleDescription()));
        QHelpEvent help(QEvent::ToolTip, {8, 100}, view.mapToGlobal(QPoint(8, 100)));
        QApplication::sendEvent(&view, &help);
        QVERIFY2(QToolTip::text().remove(QChar(0x2060)).replace(QChar::Nbsp, u' ').contains(value),
                 qPrintable(QToolTip::text()));
        view.setQuantity(plot::Quantity::Distance);
        QTEST(view.accessibleDescription().section(QStringLiteral("iteration. "), -1).chopped(1),
              "place");
        view.setQuantity(plot::Quantity::Gradient);
        QVERIFY(!view.accessibleDescription().contains(u'*'));
    }

    void aPictureOfAChartTellsWhatTheStarMeans() {
        Program program;
        const Answer answer =
            program.run(eightOptions() + words({"--view", "convergence", "--export", "a.svg"}));
        QVERIFY2(answer.status == 0, qPrintable(answer.err));
        const QString svg = QString::fromUtf8(contentOf(program.path("a.svg")));
        QVERIFY(svg.contains(QStringLiteral("f* = −5.44419, the lowest minimum in view")));
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

    void anExportedChartShowsTheQuantityOfTheSession() {
        const auto chart = [](const QStringList& more) {
            Program program;
            const Answer answer =
                program.run(words({"--function", "x^2", "--alpha", "0.1", "--view", "convergence",
                                   "--export", "a.svg"}) +
                            more);
            return answer.status == 0 ? QString::fromUtf8(contentOf(program.path("a.svg")))
                                      : answer.err;
        };
        const QString distance = QStringLiteral("|xₙ − x*|");
        const QString slope = QStringLiteral("|f′(xₙ)|");
        QVERIFY(chart({}).contains(slope));
        const QString asked = chart(words({"--quantity", "distance"}));
        QVERIFY(asked.contains(distance));
        QVERIFY(!asked.contains(slope));
        QVERIFY(!chart(words({"--runner", "adam"})).contains(distance));
        QVERIFY(chart(words({"--runner", "adam", "--quantity", "distance"})).contains(distance));
        QVERIFY(chart(words({"--quantity", "speed"})).contains(QStringLiteral("distance or step")));
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

    /// In a ravine it goes up and down within each column, but hardly leaves its way.
    void aSmallSwingIsOneLine() {
        descent::Settings settings;
        settings.alpha = 0.03;
        settings.method = descent::Momentum{};
        settings.maxIterations = 290;
        const descent::Objective ravine(analysed("x^2+25*y^2"));
        const descent::Trajectory run =
            descent::whole(ravine, settings, descent::Point(std::array{4.0, 1.0})).trajectory;
        plot::ConvergenceView view;
        view.resize(290, 180);
        view.setTrajectory(run);
        view.setRunners({{1, run, settings}, {0, run, settings}}, std::nullopt);
        const QImage image = view.picture(view.size());
        int inked = 0;
        for (int x = 80; x < 240; ++x)
            inked += pixelsLike(image, Theme::light().runner(0), {x, 0, 1, 150}, 240) > 0;
        QVERIFY2(inked > 150, qPrintable(QString::number(inked)));
    }
};

QTEST_MAIN(TestRace)
#include "tst_race.moc"
