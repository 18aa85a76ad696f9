// SPDX-License-Identifier: GPL-3.0-or-later
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <array>
#include <chrono>

#include "insight/landscape.h"
#include "output/writers.h"
#include "pixels.h"
#include "plot/paint/trail.h"
#include "plot/scene/picture.h"
#include "plot/shape/curvepath.h"
#include "plot/view/bifurcationview.h"
#include "plot/view/cobwebview.h"
#include "plot/view/curveview.h"
#include "reports.h"
#include "run/basins.h"
#include "run/bifurcation.h"
#include "svg.h"

namespace {

constexpr QSize size(801, 501);
constexpr insight::Range alphas{0.5, 1.6};
constexpr insight::Range places{-1.8, 1.8};
constexpr descent::Settings settings{.alpha = 1.1,
                                     .maxIterations = 60};  // swings between two places

/// The places it swings between.
std::array<double, 2> swingingPlaces() {
    double x = 0.3;
    const auto next = [](double at) { return at - settings.alpha * (at * at * at - at); };
    for (int n = 0; n < 1000; ++n) x = next(x);
    return {x, next(x)};
}

output::Options optionsOf(session::View view) {
    output::Options options;
    options.size = size;
    options.view = view;
    return options;
}

/// All that the views show of the double well from 0.3. The basins are those of a smaller α.
session::Report everything() {
    session::Report made = report("x^4/4-x^2/2", 0.3, settings, places);
    const descent::Objective objective(made.analysis());
    made.landmarks.points = insight::stationaryPoints(objective, places, size.width());
    const int columns = output::resolution(made, optionsOf(session::View::Curve)).width();
    run::Basins basins({made.analysis(), {0.2, 500}, places, columns});
    basins.wait(std::chrono::minutes(5));
    made.landmarks.basins = basins.take();
    const QSize pixels = output::resolution(made, optionsOf(session::View::Bifurcation));
    run::Bifurcation bifurcation(
        {made.analysis(), 0.3, {}, alphas, places, pixels.width(), pixels.height()});
    bifurcation.wait();
    made.density = bifurcation.take().value_or(insight::Density{});
    return made;
}

/// A view as the window shows it, to know where it draws what.
template <typename View>
struct Shown {
    Shown() {
        view.resize(size);
        view.show();
        (void)QTest::qWaitForWindowExposed(&view);
    }
    QRect at(double x, double y, int reach) { return around(view.pixel(x, y), reach); }
    View view;
};

}  // namespace

class TestViewPictures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noNameOfAnIterateIsNearerToAnother_data() {
        QTest::addColumn<double>("scale");
        QTest::newRow("usual") << 1.0;
        QTest::newRow("projected") << plot::Theme::projectorFactor;
    }
    /// Nor far from its own.
    void noNameOfAnIterateIsNearerToAnother() {
        QFETCH(double, scale);
        const plot::Theme theme = plot::Theme::light().scaled(scale);
        const insight::Range x{-2, 2};
        const insight::Range value{-0.5, 1.5};
        const plot::Frame frame{x, value, QRectF(50, 10, 1000, 600)};
        const descent::Objective objective(analysed("x^4/4-x^2/2"));
        const plot::CurvePath path(insight::sample(objective, {x, value, 1000, 600}), frame,
                                   frame.column(0));
        QImage picture(1100, 700, QImage::Format_RGB32);
        QPainter painter(&picture);
        int names = 0;
        for (int i = 1; i < 40; ++i) {
            const descent::Settings settings{0.05 * i, 9};
            const auto run = finished(analysed("x^4/4-x^2/2"), 1.7 - 0.03 * i, settings).trajectory;
            std::size_t next = 0;
            for (const auto& [text, baseline, name] :
                 plot::paintNames(painter, run, path.points(), frame, theme)) {
                std::vector<double> far;
                for (std::size_t n = 0; n < run.size(); ++n)
                    far.push_back(
                        QLineF(name.center(), frame.pixel(run.x(n), run.value(n))).length());
                // They are written in order; places may be less than a few pixels apart.
                const double least = *std::ranges::min_element(far) + 3;
                while (next < far.size() && far[next] > least) ++next;
                QVERIFY2(next < far.size(), qPrintable(QString::number(i)));
                const QPointF own = frame.pixel(run.x(next), run.value(next));
                const double reach = 14 * scale;
                QVERIFY2(name.adjusted(-reach, -reach, reach, reach).contains(own),
                         qPrintable(QString::number(i)));
                ++next;
                ++names;
            }
        }
        QVERIFY2(names > 60, qPrintable(QString::number(names)));
    }

    void showsForkLineAndDensityOfABifurcation_data() { everyFormat(); }
    void showsForkLineAndDensityOfABifurcation() {
        Shown<plot::BifurcationView> shown;
        shown.view.setRanges(alphas, places);
        const plot::Theme theme = plot::Theme::light();
        const QImage image = pixels(session::View::Bifurcation);
        for (const double place : swingingPlaces()) {
            QVERIFY(pixelsLike(image, theme.curve, shown.at(1.08, place, 8), 120) > 5);
        }
        QVERIFY(pixelsLike(image, theme.curve, shown.at(0.7, 1, 3), 120) > 5);
        QCOMPARE(pixelsLike(image, theme.curve, shown.at(1.08, 1, 8), 120), 0);
        QVERIFY(pixelsLike(image, theme.ball, shown.at(1.1, 0, 6), 60) >= 12);
        QCOMPARE(pixelsLike(image, theme.ball, shown.at(1.05, 0, 6), 60), 0);
        const QRect fork(shown.at(1, 0.9, 0).topLeft() - QPoint(1, 0),
                         shown.at(1, 0.1, 0).bottomRight() + QPoint(1, 0));
        QVERIFY2(pixelsLike(image, theme.text, fork, 330) > 25, "no ticks at 2/f″ = 1");
        QCOMPARE(pixelsLike(image, theme.text, fork.translated(-30, 0), 330), 0);
    }

    void saysWhyABifurcationIsEmpty_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("start");
        QTest::addColumn<insight::Range>("alpha");
        QTest::addColumn<insight::Range>("x");
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char* name, const char* function, double start,
                            insight::Range alpha, insight::Range x, const QStringList& words) {
            QTest::newRow(name) << QString::fromLatin1(function) << start << alpha << x << words;
        };
        const char* well = "x^4/4-x^2/2";
        const QString at = QStringLiteral("At each of these ");  // a font of its own has the α
        const QString lower = QStringLiteral("It stays in view at ");
        row("diverges", well, 0.3, {0.5, 4}, {-3, 3}, {QStringLiteral("diverges")});
        row("leaves", "x-ln(x)", 2, {0.5, 8}, {0, 3}, {QStringLiteral("leaves the domain of f")});
        row("on its way", "x^2/1000", 1, {0.1, 12}, {-1, 1}, {QStringLiteral("still on its way")});
        row("beyond", well, 0.3, {0.5, 1.1}, {0.5, 0.9},
            {QStringLiteral("outside this view"), QStringLiteral("outside this view")});
        row("all diverge", "x^2", 1, {1.5, 3}, {-1, 1},
            {at, lower, QStringLiteral("the run diverges.")});
        row("all leave", "x-ln(x)", 2, {5, 8}, {0, 3},
            {at, lower, QStringLiteral("the run leaves the domain of f.")});
        row("all on their way", "x^2/1000", 1, {0.1, 1}, {-1, 1},
            {at, QStringLiteral("the run is still on its way after 1,000 steps.")});
        row("all beyond", well, 0.3, {0.1, 0.9}, {2, 3},
            {QStringLiteral("The places that runs end up at lie outside this view.")});
        const QString valley = QStringLiteral("into another valley");
        row("two valleys", "x^4-4*x^2+x", 2, {0.02, 0.25}, {-2.2, 2},
            {QStringLiteral("diverges"), valley, valley});
        row("one valley", "x^2", 1, {0.1, 0.9}, {-1, 1}, {});
    }
    /// Every word in the axes that is no number, and no other.
    void saysWhyABifurcationIsEmpty() {
        QFETCH(QString, function);
        QFETCH(double, start);
        QFETCH(insight::Range, alpha);
        QFETCH(insight::Range, x);
        QFETCH(QStringList, words);
        const QStringList said =
            wordsIn(function, start, {.alpha = alpha.centre(), .maxIterations = 60}, alpha, x);
        QCOMPARE(said.join(QLatin1Char('|')), words.join(QLatin1Char('|')));
    }

    void theForkOfPlainDescentIsNoneOfAnotherMethod() {
        const auto forks = [&](const descent::Method& method) {
            const descent::Settings chosen{.alpha = 0.8, .maxIterations = 60, .method = method};
            session::Report made = report("x^4/4-x^2/2", 0.3, chosen, places);
            made.density.alpha = alphas;
            made.density.x = places;
            const QString path = m_folder.filePath(QStringLiteral("fork.svg"));
            if (!output::write(path, made, optionsOf(session::View::Bifurcation)).isEmpty())
                return -1;
            return static_cast<int>(contentOf(path).count("x* = 1"));
        };
        QCOMPARE(forks(descent::Gradient()), 1);
        QCOMPARE(forks(descent::Momentum{0}), 1);
        QCOMPARE(forks(descent::Momentum{0.5}), 0);
    }

    void manyJumpsShareAWord() {
        QStringList words =
            wordsIn(QStringLiteral("x^4-4*x^2+x"), 2, {.alpha = 0.1, .method = descent::Momentum()},
                    {0.035, 0.1}, {-2.2, 2.2});
        words.removeAll(QStringLiteral("diverges"));
        QCOMPARE(words.filter(QStringLiteral("as at each tick")).size(), 1);
        QVERIFY2(words.size() <= 2, qPrintable(words.join(QLatin1Char('|'))));
    }

    void ascentsJumpOntoAnotherHill() {
        QCOMPARE(wordsIn(QStringLiteral("-x^4+4*x^2-x"), 2,
                         {.alpha = 0.1, .direction = descent::Direction::Ascend}, {0.02, 0.17},
                         {-2.2, 2}),
                 QStringList(QStringLiteral("onto another hill")));
    }

    void showsDiagonalMapAndStairsOfACobweb_data() { everyFormat(); }
    void showsDiagonalMapAndStairsOfACobweb() {
        Shown<plot::CobwebView> shown;
        shown.view.setRange(places);
        const plot::Theme theme = plot::Theme::light();
        const QImage image = pixels(session::View::Cobweb);
        for (const double x : {-1.5, -0.4, 1.6}) {
            QVERIFY(pixelsLike(image, theme.text, shown.at(x, x, 4), 300) >= 5);
        }
        QVERIFY(pixelsLike(image, theme.curve, shown.at(-0.3, -0.6003, 3)) >= 5);
        QVERIFY(pixelsLike(image, theme.start, shown.at(0.3, 0.3, 4)) > 20);
        const auto [one, other] = swingingPlaces();
        const QRect stair = shown.at(one, (one + other) / 2, 3);
        QVERIFY(pixelsLike(image, theme.trail, stair, 60) >= 5);
    }

    void showsMarksAndBasinsOfTheCurve_data() { everyFormat(); }
    void showsMarksAndBasinsOfTheCurve() {
        const plot::Theme theme = plot::Theme::light();
        Shown<plot::CurveView> shown;
        shown.view.setAnalysis(m_run.analysis());
        shown.view.setTrajectory(m_run.trajectory, m_run.session.settings);
        shown.view.setRange(places);
        shown.view.setBasins(m_run.landmarks.basins);
        const QImage image = pixels(session::View::Curve);
        QVERIFY(pixelsLike(image, plot::Theme::basins()[0], shown.at(-1, -0.25, 2)) > 8);
        const QRect maximum = shown.at(0, 0, 5);
        QVERIFY(pixelsLike(image, theme.minimum, maximum, 90) >= 8);
        QVERIFY(pixelsLike(image, theme.ground, shown.at(0, 0, 1)) >= 8);
        const double row = shown.view.strip().center().y();
        const auto colour = [&](double x) {
            return image.pixelColor(QPointF(shown.view.pixel(x, 0).x(), row).toPoint());
        };
        QVERIFY(isNear(colour(-0.5), plot::Theme::basins()[0]));
        QVERIFY(isNear(colour(0.5), plot::Theme::basins()[1]));
    }

    void labelsLieNeitherOnEachOtherNorOnTheCurve_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("start");
        QTest::addColumn<double>("alpha");
        const auto row = [](const char* function, double start, double alpha) {
            QTest::addRow("%s from %g, %g", function, start, alpha)
                << QString::fromLatin1(function) << start << alpha;
        };
        row("x^4-4*x^2+x", 2, 0.02);
        row("x^4-4*x^2+x", 2, 0.14);
        row("x^4/4-x^2/2", 0.3, 1.1);
        row("x^4/4-x^2/2", 1.7, 0.6);
        row("x^2", -1.5, 0.9);
        row("x^2/4-cos(3*x)", 1.9, 0.2);
    }
    void labelsLieNeitherOnEachOtherNorOnTheCurve() {
        QFETCH(QString, function);
        QFETCH(double, start);
        QFETCH(double, alpha);
        session::Report run = report(qUtf8Printable(function), start, {alpha, 60}, {-2.2, 2.2});
        const descent::Objective objective(run.analysis());
        run.landmarks.points = insight::stationaryPoints(objective, run.session.range, 1000);
        int labels = 0;
        int steps = 0;
        for (const QSize pixels : {QSize(480, 300), QSize(610, 450), QSize(960, 1080)}) {
            plot::CurveView view;
            view.resize(pixels);
            view.show();
            QVERIFY(QTest::qWaitForWindowExposed(&view));
            view.setAnalysis(run.analysis());
            view.setTrajectory(run.trajectory, run.session.settings);
            view.setRange(run.session.range);
            for (const double position : {0.0, 1.0, 1.5, 2.0, 3.0}) {
                output::Options options = optionsOf(session::View::Curve);
                options.size = pixels;
                options.position = position;
                options.values = view.valueRange();
                const QString path = m_folder.filePath(QStringLiteral("labels.svg"));
                QCOMPARE(output::write(path, run, options), QString());
                const std::vector<Label> all = labelsIn(path);
                for (std::size_t i = 0; i < all.size(); ++i) {
                    const Label& label = all[i];
                    const bool names = label.text.contains(QStringLiteral(" in view"));
                    const bool step = label.text.contains(QStringLiteral("f′(x"));
                    labels += names;
                    steps += step;
                    for (std::size_t j = 0; j < i; ++j) {
                        QVERIFY2(!label.box.intersects(all[j].box),
                                 qPrintable(label.text + u'|' + all[j].text));
                    }
                    if (!names && !step) continue;
                    for (double x = -2.2; x < 2.2; x += 0.002) {
                        const QPointF place = view.pixel(x, objective.value(x));
                        QVERIFY2(!label.box.contains(place), qPrintable(label.text));
                    }
                    // Its line to the mark is short.
                    if (!names) continue;
                    double nearest = 1e9;
                    for (const insight::StationaryPoint& point : run.landmarks.points) {
                        const QPointF mark = view.pixel(point.x, point.value);
                        nearest = std::min(nearest, std::max(label.box.top() - mark.y(),
                                                             mark.y() - label.box.bottom()));
                    }
                    QVERIFY2(nearest < 90, qPrintable(QString::number(nearest)));
                }
            }
        }
        const auto minima =
            std::ranges::count(run.landmarks.points, insight::StationaryKind::Minimum,
                               &insight::StationaryPoint::kind);
        QCOMPARE(labels > 0, minima > 1);
        QVERIFY(steps > 0 || alpha < 0.5 || std::abs(start) < 0.5);  // short arrows have no name
    }

    void hasNoStripWithoutBasins() {
        session::Report bare = m_run;
        bare.landmarks = {};
        const QImage image = pixels(session::View::Curve, QStringLiteral("png"), bare);
        const QRect below(0, size.height() - 36, size.width(), 36);
        QCOMPARE(pixelsLike(image, plot::Theme::basins()[0], below), 0);
        QCOMPARE(pixelsLike(image, plot::Theme::light().minimum, image.rect()), 0);
    }

    void tellsItsResolution_data() {
        QTest::addColumn<session::View>("view");
        QTest::addColumn<double>("scale");
        QTest::newRow("curve") << session::View::Curve << 1.0;
        QTest::newRow("bifurcation") << session::View::Bifurcation << 1.0;
        QTest::newRow("twice as large") << session::View::Bifurcation << 2.0;
    }
    /// A pixel of density is a pixel of the picture.
    void tellsItsResolution() {
        QFETCH(session::View, view);
        QFETCH(double, scale);
        Shown<plot::BifurcationView> shown;
        shown.view.setTheme(plot::Theme::light().scaled(scale));
        output::Options options = optionsOf(view);
        options.scale = scale;
        QCOMPARE(output::resolution(m_run, options).width(), shown.view.resolution().width());
        if (view == session::View::Bifurcation) {
            QCOMPARE(output::resolution(m_run, options), shown.view.resolution());
        }
    }

    void playsTheStairsOfALongRun() {
        const session::Report run = report("x^4/4-x^2/2", 0.3, {1.9, 2000}, places);
        plot::Look look;
        look.view = session::View::Cobweb;
        plot::Picture picture(
            {run.analysis(), run.trajectory, run.session.settings, run.session.range}, look,
            QSize(400, 300));
        for (const double position : {0.0, 100.5, 1999.0, 30.0, 1000.0}) {
            picture.setPosition(position);
            const QImage frame = picture.frame();
            const QImage whole = picture.image();
            int unlike = 0;
            for (int y = 0; y < whole.height(); ++y) {
                for (int x = 0; x < whole.width(); ++x) {
                    const QColor one = frame.pixelColor(x, y);
                    const QColor other = whole.pixelColor(x, y);
                    unlike = std::max({unlike, std::abs(one.red() - other.red()),
                                       std::abs(one.blue() - other.blue())});
                }
            }
            QVERIFY2(unlike < 3, qPrintable(QString::number(position)));
            picture.setPosition(0);
            (void)picture.image();
        }
    }

private:
    /// What an exported diagram says in words, sorted.
    QStringList wordsIn(const QString& function, double start, const descent::Settings& chosen,
                        insight::Range alpha, insight::Range x) const {
        session::Report made = report(qUtf8Printable(function), start, chosen, x);
        const QSize pixels = output::resolution(made, optionsOf(session::View::Bifurcation));
        run::BifurcationProblem problem{made.analysis(), start,          chosen, alpha, x,
                                        pixels.width(),  pixels.height()};
        run::Bifurcation bifurcation(problem);
        bifurcation.wait();
        made.density = bifurcation.take().value_or(insight::Density{});
        const QString path = m_folder.filePath(QStringLiteral("words.svg"));
        if (!output::write(path, made, optionsOf(session::View::Bifurcation)).isEmpty()) return {};
        static const QRegularExpression element(QStringLiteral("<text[^>]*>([^<]*)</text>"));
        static const QRegularExpression word(QStringLiteral("[a-z]{2}"));
        QStringList words;
        for (const auto& match : element.globalMatch(QString::fromUtf8(contentOf(path)))) {
            const QString text = match.captured(1);
            if (text.contains(word)) words += text;
        }
        words.sort();
        return words;
    }

    /// A text of a drawing and about what it covers.
    struct Label {
        QString text;
        QRectF box;
    };
    static std::vector<Label> labelsIn(const QString& path) {
        static const QRegularExpression moved(
            QStringLiteral("matrix\\(1,0,0,1,([^,]*),([^)]*)\\)"));
        std::vector<Label> labels;
        QXmlStreamReader reader(contentOf(path));
        QPointF origin;
        bool level = true;
        double size = 0;
        while (!reader.atEnd()) {
            reader.readNext();
            if (!reader.isStartElement()) continue;
            const QXmlStreamAttributes attributes = reader.attributes();
            const auto transform = attributes.value(QLatin1String("transform"));
            if (!transform.isEmpty()) {
                const auto match = moved.match(transform);
                level = match.hasMatch();
                origin = {match.captured(1).toDouble(), match.captured(2).toDouble()};
            }
            const auto letters = attributes.value(QLatin1String("font-size"));
            if (!letters.isEmpty()) size = letters.toDouble();
            if (reader.name() != QLatin1String("text")) continue;
            const QPointF baseline(attributes.value(QLatin1String("x")).toDouble(),
                                   attributes.value(QLatin1String("y")).toDouble());
            const QString text = reader.readElementText();
            if (!level) continue;
            QFont font = QGuiApplication::font();
            font.setPixelSize(qRound(size));
            labels.push_back(
                {text, QFontMetricsF(font).tightBoundingRect(text).translated(origin + baseline)});
        }
        return labels;
    }

    static void everyFormat() {
        QTest::addColumn<QString>("suffix");
        for (const char* suffix : {"png", "svg", "pdf"}) {
            QTest::newRow(suffix) << QString::fromLatin1(suffix);
        }
    }

    QImage pixels(session::View view) const {
        QFETCH(QString, suffix);
        return pixels(view, suffix, m_run);
    }

    /// The file as a viewer shows it.
    QImage pixels(session::View view, const QString& suffix, const session::Report& report) const {
        const QString path = m_folder.filePath(QStringLiteral("run.") + suffix);
        QString fault = output::write(path, report, optionsOf(view));
        if (suffix == QLatin1String("svg")) fault += readSvg(contentOf(path)).fault;
        if (!fault.isEmpty()) qFatal("%s", qPrintable(fault));
        if (suffix == QLatin1String("png")) return QImage(path);
        const QString shown = m_folder.filePath(QStringLiteral("shown"));
        if (suffix == QLatin1String("svg")) {
            show("rsvg-convert", {path, QStringLiteral("-o"), shown + QStringLiteral(".png")});
        } else {
            show("pdftoppm", {QStringLiteral("-r"), QStringLiteral("96"), QStringLiteral("-png"),
                              QStringLiteral("-singlefile"), path, shown});
        }
        return QImage(shown + QStringLiteral(".png"));
    }
    static void show(const char* program, const QStringList& arguments) {
        QProcess process;
        process.start(QString::fromLatin1(program), arguments);
        if (!process.waitForFinished(60'000) || process.exitCode() != 0)
            qFatal("%s does not run", program);
    }

    QTemporaryDir m_folder;
    session::Report m_run = everything();
};

QTEST_MAIN(TestViewPictures)
#include "tst_viewpictures.moc"
