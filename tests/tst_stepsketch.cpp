// SPDX-License-Identifier: GPL-3.0-or-later
#include <QHelpEvent>
#include <QRegularExpression>
#include <QTest>
#include <QToolTip>
#include <cmath>

#include "descent/stepparts.h"
#include "output/pictures.h"
#include "pixels.h"
#include "plot/step/arrows.h"
#include "plot/step/parabola.h"
#include "plot/view/curveview.h"
#include "reports.h"
#include "session/method.h"
#include "svg.h"

namespace {

constexpr int radius = 9;  // of the ball, in pixels

/// A view on the screen, with a run of x² from 4 unless it says otherwise.
struct Shown {
    explicit Shown(const char* method, double alpha = 0.1, const char* text = "x^2",
                   double start = 4, insight::Range range = {-5, 5}) {
        settings = {alpha, 40, 1e-9};
        settings.method = *session::methodFrom(QString::fromLatin1(method));
        analysis = analysed(text);
        trajectory = finished(*analysis, start, settings).trajectory;
        view.resize(900, 600);
        view.setAnalysis(*analysis);
        view.setRange(range);
        view.setTrajectory(trajectory, settings);
        view.show();
        (void)QTest::qWaitForWindowExposed(&view);
        go(1);
    }
    void go(double position) {
        view.setPosition(position);
        settle();
    }
    void settle() {
        view.draw();
        QApplication::processEvents();
    }
    QImage image() { return view.grab().toImage(); }
    QPointF at(double x, double value) { return view.pixel(x, value); }
    QPointF iterate(std::size_t n) { return at(trajectory.x(n), trajectory.value(n)); }
    descent::StepParts parts(std::size_t n) {
        return descent::stepParts(settings, trajectory.state(n), trajectory.state(n + 1));
    }
    /// How much of a level line at a row, between two x, has this colour, from 0 to 1.
    double share(const QColor& colour, double from, double to, double row, int tolerance = 60) {
        const QImage shot = image();
        const double left = std::min(at(from, 0).x(), at(to, 0).x());
        const double right = std::max(at(from, 0).x(), at(to, 0).x());
        int found = 0;
        int all = 0;
        for (double x = left + 3; x < right - 3; ++x, ++all)
            found += pixelsLike(shot, colour, around({x, row}, 1), tolerance) > 0;
        return all > 0 ? static_cast<double>(found) / all : 0;
    }
    /// The row of a part above the ball at iterate n.
    double lane(std::size_t n, int part) { return iterate(n).y() - 2 * radius - 12 - 18 * part; }

    QString tipAt(QPointF place) {
        QToolTip::hideText();
        QTest::mouseMove(&view, place.toPoint());
        QHelpEvent help(QEvent::ToolTip, place.toPoint(), view.mapToGlobal(place.toPoint()));
        QApplication::sendEvent(&view, &help);
        QString text = QToolTip::text();
        text.replace(QLatin1String("<br>"), QLatin1String("\n"));
        text.remove(QRegularExpression(QStringLiteral("<[^>]*>"))).remove(QChar(0x2060));
        return text.replace(QChar::Nbsp, QLatin1Char(' '));
    }

    descent::Settings settings;
    std::optional<formula::Analysis> analysis;
    descent::Trajectory trajectory;
    plot::CurveView view;
};

const plot::Theme light = plot::Theme::light();
const QColor carried = plot::arrowColour(plot::ArrowStyle::Carried, light);
const QColor gradient = plot::arrowColour(plot::ArrowStyle::Gradient, light);
const QColor parabola = plot::parabolaColour(light);

QByteArray svgOf(const char* method, bool shown, bool legend = false, double alpha = 0.1) {
    descent::Settings settings{alpha, 40, 1e-9};
    settings.method = *session::methodFrom(QString::fromLatin1(method));
    session::Report run = report("x^2", 4, settings);
    run.session.parabola = shown;
    output::Options options;
    options.position = 1;
    options.legend = legend;
    return output::svg(run, options);
}

QStringList textsIn(const QByteArray& svg) {
    static const QRegularExpression element(QStringLiteral("<text[^>]*>([^<]*)</text>"));
    QStringList texts;
    for (const auto& match : element.globalMatch(QString::fromUtf8(svg)))
        texts += match.captured(1);
    return texts;
}

QString utf8(const char* text) {
    return QString::fromUtf8(text);
}

}  // namespace

class TestStepSketch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsCarriedGetsTheGradientAtItsTip() {
        Shown shown("momentum");
        const double from = shown.trajectory.x(1);
        const double tip = from + shown.parts(1).parts[0].length;
        const double end = shown.trajectory.x(2);
        QVERIFY(shown.share(carried, from, tip, shown.lane(1, 0)) > 0.95);
        QVERIFY(shown.share(gradient, tip, end, shown.lane(1, 1)) > 0.95);
        QVERIFY(shown.share(gradient, from, tip, shown.lane(1, 1)) < 0.2);
        QVERIFY(shown.share(carried, tip, end, shown.lane(1, 0)) < 0.3);  // what it was before
    }

    void atTheStartNothingIsCarried() {
        Shown shown("momentum");
        shown.go(0);
        const double from = shown.trajectory.x(0);
        QVERIFY(shown.share(carried, from, shown.trajectory.x(1), shown.lane(0, 0)) < 0.1);
        QVERIFY(shown.share(gradient, from, shown.trajectory.x(1), shown.lane(0, 1)) > 0.95);
    }

    /// Beyond the valley the slope pulls back.
    void aGradientAgainstTheVelocityPointsBack() {
        Shown shown("momentum");
        std::size_t n = 1;
        while (shown.parts(n).parts[0].length * shown.parts(n).parts[1].length > 0) ++n;
        shown.go(static_cast<double>(n));
        const double from = shown.trajectory.x(n);
        const double tip = from + shown.parts(n).parts[0].length;
        const double end = shown.trajectory.x(n + 1);
        QVERIFY((tip - from) * (end - tip) < 0);
        QVERIFY(shown.share(carried, from, tip, shown.lane(n, 0)) > 0.95);
        QVERIFY(shown.share(gradient, tip, end, shown.lane(n, 1)) > 0.95);
    }

    void plainDescentHasNoParts() {
        Shown shown("gradient");
        QVERIFY(shown.share(carried, 5, -5, shown.lane(1, 0)) < 0.05);
        QVERIFY(shown.share(gradient, 5, -5, shown.lane(1, 1)) < 0.05);
        QVERIFY(!textsIn(svgOf("gradient", false)).join(u' ').contains(utf8("carried")));
    }

    /// Dashed: the ink has gaps where that of the step has none.
    void thePlainStepIsDashedBesideTheStepTaken() {
        constexpr int thin = 330;  // of a line that does not cover a pixel
        Shown shown("adagrad");
        shown.go(0);
        const double plain = 4 + *shown.parts(0).plain;
        const double row = shown.iterate(0).y() + 9;
        const double dashes = shown.share(light.text, 4, plain, row, thin);
        QVERIFY2(dashes > 0.5 && dashes < 0.97, qPrintable(QString::number(dashes)));
        QVERIFY(shown.share(light.text, plain, plain - 0.5, row, thin) < 0.2);
        Shown other("gradient");
        other.go(0);
        QVERIFY(other.share(light.text, 3.9, 3.3, other.iterate(0).y() + 9, thin) < 0.2);
    }

    void refusedTriesAreCrossesOnTheCurve() {
        Shown shown("backtracking", 0.5, "x^4-4*x^2+x", 2, {-2.4, 2.4});
        shown.go(0);
        const auto refused = shown.parts(0).refused;
        QVERIFY(!refused.empty());
        int seen = 0;
        for (const double x : refused) {
            if (std::abs(x) > 2.4) continue;
            const QPointF cross = shown.at(x, shown.view.value(x));
            QVERIFY(pixelsLike(shown.image(), light.text, around(cross, 4)) > 12);
            QVERIFY(shown.tipAt(cross).startsWith(utf8("A try that was refused: x = ")));
            ++seen;
        }
        QVERIFY(seen > 0);
    }

    void theParabolaComesAndGoesWithoutATrace() {
        Shown shown("gradient");
        const QImage before = shown.image();
        QCOMPARE(pixelsLike(before, parabola, before.rect()), 0);
        shown.view.setParabola(true);
        shown.settle();
        QVERIFY(pixelsLike(shown.image(), parabola, before.rect()) > 100);
        shown.view.setParabola(false);
        shown.settle();
        QCOMPARE(shown.image(), before);
    }

    void theVertexOfTheParabolaIsOverTheNextIterate_data() {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("alpha");
        QTest::newRow("gradient") << QStringLiteral("gradient") << QStringLiteral("x^2") << 0.1;
        QTest::newRow("newton") << QStringLiteral("newton") << QStringLiteral("x^4/16") << 1.0;
        QTest::newRow("part of newton")
            << QStringLiteral("newton") << QStringLiteral("x^4/16") << 0.5;
    }
    void theVertexOfTheParabolaIsOverTheNextIterate() {
        QFETCH(QString, method);
        QFETCH(QString, function);
        QFETCH(double, alpha);
        Shown shown(method.toLatin1(), alpha, function.toLatin1());
        shown.go(0);
        shown.view.setParabola(true);
        shown.settle();
        const descent::Step here = shown.trajectory[0];
        const double step = shown.trajectory.x(1) - 4;
        // Of f + f′d + cd²/2 with c = −f′/d.
        const QPointF vertex = shown.at(4 + step, here.value + here.gradient[0] * step / 2);
        QVERIFY(pixelsLike(shown.image(), parabola, around(vertex, 6), 60) > 15);
        QVERIFY(shown.tipAt(vertex).contains(utf8("Its vertex is where the step leads: x = ")));
        // As high a step behind the vertex as at the ball, and a dash is nowhere far.
        const QPointF behind = shown.at(4 + 2 * step, here.value);
        QVERIFY(pixelsLike(shown.image(), parabola, around(behind, 8), 60) > 3);
    }

    void aMethodThatCarriesHasNoParabola() {
        Shown shown("momentum");
        shown.view.setParabola(true);
        shown.settle();
        const QImage shot = shown.image();
        QCOMPARE(pixelsLike(shot, parabola, shot.rect()), 0);
    }

    void partsAreBelowWhereThereIsNoRoomAbove() {
        Shown shown("momentum");
        shown.view.setRanges({-5, 5}, {-2, shown.trajectory.value(1) * 1.02});
        shown.settle();
        const double tip = shown.trajectory.x(1) + shown.parts(1).parts[0].length;
        QVERIFY(shown.share(carried, shown.trajectory.x(1), tip, shown.iterate(1).y() + 26) > 0.95);
    }

    void whatTellsHowTheRunGoesOnIsVeiled() {
        Shown shown("momentum");
        shown.view.setVeiled(true);
        shown.settle();
        const double tip = shown.trajectory.x(1) + shown.parts(1).parts[0].length;
        QVERIFY(shown.share(carried, shown.trajectory.x(1), tip, shown.lane(1, 0)) < 0.05);
        QVERIFY(shown.tipAt({shown.at(tip, 0).x() + 9, shown.lane(1, 0)}).isEmpty());
    }

    void tipsTellWhatAnArrowIs() {
        Shown shown("momentum");
        const double from = shown.trajectory.x(1);
        const double tip = from + shown.parts(1).parts[0].length;
        const double end = shown.trajectory.x(2);
        QCOMPARE(shown.tipAt({shown.at((from + tip) / 2, 0).x(), shown.lane(1, 0)}),
                 utf8("Carried on from earlier gradients (−α β v₁): −0.72 of the "
                      "step −1.36.\n"
                      "Dotted: −0.8, before it shrank."));
        QVERIFY(shown.tipAt({shown.at((tip + end) / 2, 0).x(), shown.lane(1, 1)})
                    .startsWith(utf8("What the gradient here adds (−α f′(x₁)): −0.64")));
    }

    void exportedPicturesHaveTheSame() {
        const QByteArray momentum = svgOf("momentum", true);
        QVERIFY(readSvg(momentum).fault.isEmpty());
        // Letters of another font are a text of their own.
        const QString texts = textsIn(momentum).join(QString());
        for (const char* text : {"carried −α β v₁", "new −α f′(x₁)"})
            QVERIFY2(texts.contains(utf8(text)), qPrintable(texts));
        QVERIFY(textsIn(svgOf("adagrad", true)).contains(utf8("plain step")));
        QVERIFY(!svgOf("gradient", false).contains(parabola.name().toLatin1()) ||
                svgOf("gradient", true).size() > svgOf("gradient", false).size() + 1000);
        QVERIFY(svgOf("gradient", true).contains(parabola.name().toLatin1()));
    }

    void theLegendTellsWhatTheMethodHas() {
        const auto legend = [](const char* method, bool shown) {
            return textsIn(svgOf(method, shown, true)).join(u'|');
        };
        const QString momentum = legend("momentum", true);
        QVERIFY(momentum.contains(utf8("|carried|")) && momentum.contains(utf8("|new, by f′(x")));
        QVERIFY(!momentum.contains(utf8("plain step")) && !momentum.contains(utf8("parabola")));
        QVERIFY(legend("adam", false).contains(utf8("|plain step|")));
        QVERIFY(legend("adamw", false).contains(utf8("|decay|")));
        QVERIFY(legend("backtracking", false).contains(utf8("refused tries")));
        QVERIFY(legend("newton", true).contains(utf8("parabola to xₙ₊₁")));
        QVERIFY(!legend("newton", false).contains(utf8("parabola")));
        QVERIFY(!legend("gradient", false).contains(utf8("carried")));
    }

    /// A frame of an animation is that of a picture.
    void animationsHaveTheSame() {
        descent::Settings settings{0.1, 40, 1e-9};
        settings.method = *session::methodFrom(QStringLiteral("newton"));
        session::Report run = report("x^4/16", 4, settings);
        run.session.parabola = true;
        for (const double position : {0.0, 0.4, 3.0}) {
            output::Options options;
            options.position = position;
            plot::Picture whole = output::pictureOf(run, options, {640, 400});
            plot::Picture film = output::pictureOf(run, options, {640, 400});
            film.setPosition(1);
            (void)film.frame();
            film.setPosition(position);
            QCOMPARE(film.frame().convertToFormat(QImage::Format_RGB32),
                     whole.image().convertToFormat(QImage::Format_RGB32));
        }
    }
};

QTEST_MAIN(TestStepSketch)
#include "tst_stepsketch.moc"
