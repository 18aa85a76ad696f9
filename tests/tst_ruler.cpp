// SPDX-License-Identifier: GPL-3.0-or-later

#include <QApplication>
#include <QHelpEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPicture>
#include <QSignalSpy>
#include <QSlider>
#include <QStringConverter>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleOptionSlider>
#include <QToolTip>
#include <QtTest>
#include <cmath>
#include <limits>
#include <memory>
#include <optional>

#include "model/experiment.h"
#include "plot/view/curveview.h"
#include "session/examples.h"
#include "window/mainwindow.h"
#include "window/runner/alphareach.h"
#include "window/runner/alpharuler.h"
#include "window/runner/approach.h"
#include "window/runner/controls.h"

namespace {

constexpr double inf = std::numeric_limits<double>::infinity();

/// A minimum at 1.25 with this f″.
std::optional<insight::StationaryPoint> minimum(const std::optional<double>& curvature) {
    if (!curvature) return std::nullopt;
    return insight::StationaryPoint{1.25, 0, *curvature, insight::StationaryKind::Minimum};
}

insight::StationaryPoint corner(bool fades) {
    return {1.25, 0, 0, insight::StationaryKind::Minimum,
            fades ? insight::Shape::HalfCorner : insight::Shape::Corner};
}

/// The middle of the handle of a slider as its style draws it now.
double handleCentre(const QSlider* slider) {
    struct Opened : QSlider {
        using QSlider::initStyleOption;
    };
    QStyleOptionSlider option;
    (slider->*&Opened::initStyleOption)(&option);
    const QRect handle = slider->style()->subControlRect(QStyle::CC_Slider, &option,
                                                         QStyle::SC_SliderHandle, slider);
    return slider->mapToParent(handle.topLeft()).x() + handle.width() / 2.0;
}

/// What the slider spans at this curvature.
insight::Range reachedAt(const std::optional<double>& curvature) {
    descent::Settings settings;
    settings.alpha = 1e-6;
    if (curvature) settings.alpha = std::clamp(1 / *curvature, 1e-12, 1e3);
    return window::reachedAlphas(settings, minimum(curvature));
}

/// The controls on the screen.
struct Shown {
    explicit Shown(const std::optional<double>& curvature, int width = 320, double enlarged = 1,
                   Qt::LayoutDirection direction = Qt::LeftToRight) {
        QFont font = controls.font();
        font.setPointSizeF(font.pointSizeF() * enlarged);
        controls.setFont(font);
        controls.setLayoutDirection(direction);
        slider = controls.findChild<QWidget*>(QStringLiteral("alpha"))->findChild<QSlider*>();
        ruler = controls.findChild<window::AlphaRuler*>();
        controls.setExtremum(minimum(curvature));
        reached = reachedAt(curvature);
        setAlpha(reached.contains(0.02) ? 0.02 : std::sqrt(reached.low * reached.high));
        controls.resize(width, controls.sizeHint().height());
        controls.show();
        (void)QTest::qWaitForWindowExposed(&controls);
    }
    void setAlpha(double alpha) {
        session.settings.alpha = alpha;
        controls.setSession(session);
    }
    /// Where the handle stands at α, in pixels of the ruler.
    double column(double alpha) {
        const double before = session.settings.alpha;
        setAlpha(alpha);
        const double centre = handleCentre(slider) - ruler->x();
        setAlpha(before);
        return centre;
    }
    int textHeight() const { return ruler->fontMetrics().height(); }
    QColor colour(const QImage& image, double alpha) {
        return image.pixelColor(static_cast<int>(column(alpha)), 1);
    }
    QImage image() { return ruler->grab().toImage(); }
    /// Where the colour of the strip changes, but for the ticks.
    std::vector<int> edges() {
        const QImage image = this->image();
        const int first = static_cast<int>(column(reached.low)) + 2;
        const int last = static_cast<int>(column(reached.high)) - 2;
        std::vector<int> found;
        QColor before = image.pixelColor(first, 1);
        for (int x = first; x <= last; ++x) {
            const QColor here = image.pixelColor(x, 1);
            if (here == before || here == QColor(Qt::black)) continue;
            found.push_back(x);
            before = here;
        }
        return found;
    }

    window::Controls controls;
    session::Session session;
    insight::Range reached;
    QSlider* slider = nullptr;
    window::AlphaRuler* ruler = nullptr;
};

/// The window with the double well and its ball at the start.
struct WholeWindow {
    WholeWindow() : window(session::examples().front().session) {
        window.show();
        (void)QTest::qWaitForWindowExposed(&window);
        curve = window.findChild<plot::CurveView*>(QStringLiteral("curve"));
        parameter = window.findChild<QWidget*>(QStringLiteral("alpha"));
        slider = parameter->findChild<QSlider*>();
    }
    double alpha() const { return window.experiment().session().settings.alpha; }
    /// The picture just above the curve where the first step lands.
    QImage landing() {
        const descent::Step step = window.experiment().trajectory()[0];
        const double x = step.at[0] - alpha() * step.gradient[0];
        const QPoint at = curve->pixel(x, curve->value(x)).toPoint();
        return curve->picture(curve->size()).copy({at + QPoint(-12, -24), QSize(28, 18)});
    }

    window::MainWindow window;
    plot::CurveView* curve;
    QWidget* parameter;
    QSlider* slider;
};

double luminance(QColor colour) {
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

}  // namespace

class TestRuler : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void zonesEndWhereTheHandleStands_data() {
        QTest::addColumn<double>("curvature");
        QTest::addColumn<QList<double>>("edges");
        QTest::newRow("x^2") << 2.0 << QList<double>{0.05, 0.5, 1};
        QTest::newRow("double well") << 13.7728 << QList<double>{0.00726069, 0.0726069, 0.145214};
        QTest::newRow("sin(50*x)") << 2500.0 << QList<double>{4e-5, 4e-4, 8e-4};
        QTest::newRow("limit over 10") << 0.15 << QList<double>{0.666667, 6.66667, 13.3333};
        QTest::newRow("data in years") << 2e5 << QList<double>{5e-7, 5e-6, 1e-5};
        QTest::newRow("limit beyond the largest") << 2e-4 << QList<double>{500};
        QTest::newRow("very steep") << 1e9 << QList<double>{1e-10, 1e-9, 2e-9};
        QTest::newRow("limit below the smallest") << 2e13 << QList<double>{};
    }
    void zonesEndWhereTheHandleStands() {
        QFETCH(double, curvature);
        QFETCH(QList<double>, edges);
        for (const int width : {200, 320, 600}) {
            Shown shown(curvature, width);
            const std::vector<int> found = shown.edges();
            QCOMPARE(found.size(), static_cast<std::size_t>(edges.size()));
            for (std::size_t i = 0; i < found.size(); ++i) {
                const double wanted = shown.column(edges[static_cast<qsizetype>(i)]);
                QVERIFY2(std::abs(found[i] - wanted) <= 1.5,
                         qPrintable(QStringLiteral("%1, not %2").arg(found[i]).arg(wanted)));
            }
        }
    }

    void theSliderReachesASmallAlpha() {
        Shown shown(2e12);
        shown.setAlpha(1e-13);
        const auto handle = [&] { return handleCentre(shown.slider) - shown.ruler->x(); };
        QVERIFY2(shown.slider->value() > shown.slider->minimum() + 20, "not at its end");
        QCOMPARE(shown.image().pixelColor(static_cast<int>(handle()), 1),
                 window::colourOf(descent::Approach::Leaps));
        // Dragged away, it stays under the pointer, whatever it comes to.
        QSignalSpy chosen(&shown.controls, &window::Controls::alphaChosen);
        const int row = shown.slider->height() / 2;
        const int from = static_cast<int>(handleCentre(shown.slider)) - shown.slider->x();
        const int to = shown.slider->width() * 3 / 4;
        QTest::mousePress(shown.slider, Qt::LeftButton, {}, {from, row});
        QTest::mouseMove(shown.slider, {(from + to) / 2, row});
        QTest::mouseMove(shown.slider, {to, row});
        QVERIFY(!chosen.isEmpty());
        const double alpha = chosen.last().first().toDouble();
        QVERIFY2(alpha > 1e-9, qPrintable(QString::number(alpha)));
        shown.setAlpha(alpha);
        QVERIFY(std::abs(handleCentre(shown.slider) - shown.slider->x() - to) < 4);
        QTest::mouseRelease(shown.slider, Qt::LeftButton, {}, {to, row});
        shown.setAlpha(alpha / 2);
        QVERIFY2(shown.ruler->explanation(alpha).contains(QStringLiteral("can’t stay")), "");
        shown.setAlpha(descent::smallestAlpha);
        QCOMPARE(shown.slider->value(), shown.slider->minimum());
    }

    void theSliderSpansSevenDecadesAboutTheLimit_data() {
        QTest::addColumn<descent::Method>("method");
        QTest::addColumn<double>("curvature");
        QTest::addColumn<double>("low");
        const descent::Method gradient;
        QTest::newRow("x^2") << gradient << 2.0 << 1e-5;
        QTest::newRow("double well") << gradient << 13.7728 << 1e-6;
        QTest::newRow("data in years") << gradient << 3e7 << 1e-12;
        QTest::newRow("flat") << gradient << 1e-9 << 1e-4;
        QTest::newRow("momentum") << descent::Method(descent::Momentum{0.9}) << 13.7728 << 1e-6;
        QTest::newRow("without theory") << descent::Method(descent::Adam()) << 3e7 << 1e-6;
    }
    void theSliderSpansSevenDecadesAboutTheLimit() {
        QFETCH(descent::Method, method);
        QFETCH(double, curvature);
        QFETCH(double, low);
        descent::Settings settings;
        settings.method = method;
        settings.alpha = std::sqrt(low * low * 1e7);
        const insight::Range reached = window::reachedAlphas(settings, minimum(curvature));
        QVERIFY(std::abs(std::log10(reached.low / low)) < 1e-9);
        QVERIFY(std::abs(std::log10(reached.high / reached.low) - 7) < 1e-9);
        settings.alpha = 200 * reached.high;
        const double high = window::reachedAlphas(settings, minimum(curvature)).high;
        QVERIFY(high >= std::min(settings.alpha, descent::largestAlpha));
    }

    void theSliderStandsStillWhileItIsDragged() {
        Shown shown(2.0);
        const int row = shown.slider->height() / 2;
        const QPoint handle(static_cast<int>(handleCentre(shown.slider)) - shown.slider->x(), row);
        QTest::mousePress(shown.slider, Qt::LeftButton, {}, handle);
        QTest::mouseMove(shown.slider, handle + QPoint(30, 0));
        const int dragged = shown.slider->value();
        shown.controls.setExtremum(minimum(2e6));
        shown.controls.setExtremum(minimum(std::nullopt));
        shown.controls.setExtremum(minimum(2e5));
        QCOMPARE(shown.slider->value(), dragged);
        QTest::mouseMove(shown.slider, handle + QPoint(31, 0));
        QVERIFY(std::abs(shown.slider->value() - dragged) < 10);
        QTest::mouseRelease(shown.slider, Qt::LeftButton, {}, handle + QPoint(31, 0));
        QVERIFY(std::abs(shown.slider->value() - dragged) > 50);
    }

    void theSliderWaitsForTheRunBeforeItForgetsALimit() {
        Shown shown(2e5);
        const int known = shown.slider->value();
        shown.controls.setExtremum(std::nullopt);
        QCOMPARE(shown.slider->value(), known);
        shown.controls.setVerdict(insight::Verdict());
        QVERIFY(shown.slider->value() != known);
    }

    void coloursFollowTheProduct_data() {
        QTest::addColumn<double>("curvature");
        QTest::newRow("x^2") << 2.0;
        QTest::newRow("double well") << 13.7728;
        QTest::newRow("sin(50*x)") << 2500.0;
        QTest::newRow("1e-4*x^2") << 2e-4;
        QTest::newRow("very steep") << 1e9;
    }
    void coloursFollowTheProduct() {
        QFETCH(double, curvature);
        Shown shown(curvature, 400);
        const QImage image = shown.image();
        for (const double product : {0.03, 0.3, 1.4, 4.0}) {
            const double alpha = std::clamp(product / curvature, 1.05 * shown.reached.low,
                                            0.95 * shown.reached.high);
            QCOMPARE(shown.colour(image, alpha),
                     window::colourOf(descent::gradientResponse(alpha, curvature).approach));
        }
    }

    void ticksLieUnderTheMiddleOfTheHandle_data() {
        QTest::addColumn<QString>("style");
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("mirrored");
        for (const char* style : {"Fusion", "Windows"}) {
            for (const int width : {200, 320, 777}) {
                for (const bool mirrored : {false, true}) {
                    QTest::addRow("%s %d %s", style, width, mirrored ? "right to left" : "")
                        << QString::fromLatin1(style) << width << mirrored;
                }
            }
        }
    }
    void ticksLieUnderTheMiddleOfTheHandle() {
        QFETCH(QString, style);
        QFETCH(int, width);
        QFETCH(bool, mirrored);
        QApplication::setStyle(QStyleFactory::create(style));
        for (const double alpha : {3e-6, 1e-4, 0.0726, 0.5, 3.0}) {
            Shown shown(1 / alpha, width, 1, mirrored ? Qt::RightToLeft : Qt::LeftToRight);
            const QImage image = shown.image();
            const int below = shown.textHeight() + 3;
            const QColor ink = shown.ruler->palette().color(QPalette::WindowText);
            std::vector<int> ticks;
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, below) == ink) ticks.push_back(x);
            }
            QCOMPARE(ticks.size(), std::size_t{2});
            const int tick = mirrored ? ticks.back() : ticks.front();
            const double centre = shown.column(alpha);
            QVERIFY2(std::abs(tick + 0.5 - centre) <= 1,
                     qPrintable(QStringLiteral("%1, not %2").arg(tick + 0.5).arg(centre)));
        }
    }

    void greyTellsWhyThereAreNoZones_data() {
        QTest::addColumn<double>("curvature");  // infinite: none
        QTest::addColumn<bool>("ascends");
        QTest::addColumn<QString>("reason");
        QTest::newRow("none") << inf << false
                              << QStringLiteral("no single minimum with f′ = 0 found in view");
        QTest::newRow("none, ascending")
            << inf << true << QStringLiteral("no single maximum with f′ = 0 found in view");
        QTest::newRow("flat") << 0.0 << false << QStringLiteral("f″ = 0 at the minimum");
    }
    void greyTellsWhyThereAreNoZones() {
        QFETCH(double, curvature);
        QFETCH(bool, ascends);
        QFETCH(QString, reason);
        const auto given = std::isinf(curvature) ? std::nullopt : std::optional(curvature);
        Shown shown(given);
        if (ascends) shown.session.settings.direction = descent::Direction::Ascend;
        shown.setAlpha(0.3);
        QVERIFY(shown.edges().empty());
        const QColor grey = shown.image().pixelColor(20, 1);
        QVERIFY(grey.saturation() < 30);
        QVERIFY2(shown.ruler->explanation(0.3).contains(reason),
                 qPrintable(shown.ruler->explanation(0.3)));
        QCOMPARE(shown.ruler->accessibleDescription(), shown.ruler->explanation(0.3));
    }

    void anotherMethodHasNoZones() {
        Shown shown(3.0);
        QVERIFY(!shown.edges().empty());
        shown.session.settings.method = descent::Momentum();
        shown.setAlpha(0.3);
        QVERIFY(shown.edges().empty());
        QVERIFY(shown.ruler->explanation(0.3).contains(QStringLiteral("Momentum")));
    }

    void greyTellsWhatFIsLikeAtTheMinimum_data() {
        QTest::addColumn<int>("shape");
        QTest::addColumn<QString>("reason");
        QTest::newRow("steep") << static_cast<int>(insight::Shape::Steep)
                               << QStringLiteral(
                                      "f″ is infinite at the minimum, x* = 1.25, so steps "
                                      "from close enough leap past it at every α");
        QTest::newRow("bent") << static_cast<int>(insight::Shape::Bent)
                              << QStringLiteral("f″ jumps at the minimum");
    }
    void greyTellsWhatFIsLikeAtTheMinimum() {
        QFETCH(int, shape);
        QFETCH(QString, reason);
        Shown shown(2);
        shown.controls.setExtremum(insight::StationaryPoint{
            1.25, 0, 2, insight::StationaryKind::Minimum, static_cast<insight::Shape>(shape)});
        QVERIFY(shown.edges().empty());
        QVERIFY2(shown.ruler->explanation(0.3).contains(reason),
                 qPrintable(shown.ruler->explanation(0.3)));
    }

    void tellsACornerFromNothingInView_data() {
        QTest::addColumn<bool>("fades");
        QTest::addColumn<QString>("reason");
        QTest::newRow("both sides")
            << false << QStringLiteral("no α > 0 lets the ball come to rest");
        QTest::newRow("one side") << true << QStringLiteral("steps shrink on one side of it only");
    }
    void tellsACornerFromNothingInView() {
        QFETCH(bool, fades);
        QFETCH(QString, reason);
        Shown shown(std::nullopt);
        const QImage without = shown.image();
        shown.controls.setExtremum(corner(fades));
        QVERIFY(shown.edges().empty());
        QVERIFY2(shown.image() != without, "the strip says something else");
        const QString text = shown.ruler->explanation(0.3);
        QVERIFY2(text.contains(reason), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("a corner at x* = 1.25")));
    }

    void zonesMoveWithTheCurvature() {
        Shown shown(2.1);
        const std::vector<int> before = shown.edges();
        shown.controls.setExtremum(minimum(19));
        const std::vector<int> after = shown.edges();
        QCOMPARE(after.size(), before.size());
        for (std::size_t i = 0; i < after.size(); ++i) QVERIFY(after[i] < before[i] - 20);
        shown.controls.setExtremum(std::nullopt);
        QVERIFY(shown.edges().empty());
    }

    void explainsWithTheNumbers_data() {
        QTest::addColumn<double>("alpha");
        QTest::addColumn<double>("curvature");
        QTest::addColumn<bool>("ascends");
        QTest::addColumn<QStringList>("parts");
        QTest::newRow("crawls") << 0.02 << 2.0 << false
                                << QStringList{QStringLiteral("crawls"),
                                               QStringLiteral("α f″ = 0.04"),
                                               QStringLiteral("removes only 4\u00a0%"),
                                               QStringLiteral("m = 1 − α f″ = 0.96"),
                                               QStringLiteral("1/f″ = 0.5"),
                                               QStringLiteral("the minimum, x* = 1.25,"),
                                               QStringLiteral("2/f″ = 1.")};
        QTest::newRow("rolls") << 0.14 << 2.0 << false
                               << QStringList{QStringLiteral("rolls"),
                                              QStringLiteral("α f″ = 0.28"),
                                              QStringLiteral("removes 28\u00a0%"),
                                              QStringLiteral("= 0.72"), QStringLiteral("minimum")};
        QTest::newRow("leaps") << 0.5 << 2.0 << false
                               << QStringList{QStringLiteral("rolls"),
                                              QStringLiteral("removes 100\u00a0%"),
                                              QStringLiteral("= 0)")};
        QTest::newRow("swings") << 0.7 << 2.0 << true
                                << QStringList{QStringLiteral("swings"),
                                               QStringLiteral("α |f″| = 1.4"),
                                               QStringLiteral("40\u00a0% of the distance left"),
                                               QStringLiteral("= −0.4"), QStringLiteral("maximum")};
        QTest::newRow("limit") << 1.0 << 2.0 << false
                               << QStringList{QStringLiteral("swings"),
                                              QStringLiteral("100\u00a0% of the distance left"),
                                              QStringLiteral("= −1)")};
        QTest::newRow("can’t stay")
            << 1.5 << 2.0 << false
            << QStringList{QStringLiteral("can’t stay"), QStringLiteral("α f″ = 3"),
                           QStringLiteral("2 times as far away"), QStringLiteral("= −2")};
        QTest::newRow("double well")
            << 0.02 << 13.7728 << false
            << QStringList{QStringLiteral("0.275456"), QStringLiteral("27.5456\u00a0%"),
                           QStringLiteral("0.0726069"), QStringLiteral("0.145214.")};
    }
    void explainsWithTheNumbers() {
        QFETCH(double, alpha);
        QFETCH(double, curvature);
        QFETCH(bool, ascends);
        QFETCH(QStringList, parts);
        Shown shown(curvature);
        if (ascends) shown.session.settings.direction = descent::Direction::Ascend;
        shown.setAlpha(alpha);
        const QString text = shown.ruler->accessibleDescription();
        for (const QString& part : parts) {
            QVERIFY2(text.contains(part), qPrintable(part + QStringLiteral(" in: ") + text));
        }
        QVERIFY(!text.contains(QLatin1Char('%') + QString::number(1)));
        QCOMPARE(text, shown.ruler->explanation(alpha));
        QVERIFY(!shown.ruler->accessibleName().isEmpty());
    }

    void toolTipSpeaksOfTheAlphaUnderThePointer() {
        Shown shown(2.0, 700);
        const QPoint place(static_cast<int>(shown.column(1.5)), 4);
        QHelpEvent help(QEvent::ToolTip, place, shown.ruler->mapToGlobal(place));
        QApplication::sendEvent(shown.ruler, &help);
        QVERIFY2(QToolTip::text().contains(QStringLiteral("can’t stay")),
                 qPrintable(QToolTip::text()));
        QVERIFY(QToolTip::text().startsWith(QStringLiteral("<qt>")));
        QToolTip::hideText();
    }

    void clickPicksTheAlphaUnderThePointer_data() {
        QTest::addColumn<double>("alpha");
        for (const double alpha : {1e-5, 4e-4, 0.02, 1.3, 100.0})
            QTest::addRow("%g", alpha) << alpha;
    }
    void clickPicksTheAlphaUnderThePointer() {
        QFETCH(double, alpha);
        Shown shown(2.0, 320);
        QSignalSpy picked(&shown.controls, &window::Controls::alphaChosen);
        const QPoint place(static_cast<int>(shown.column(alpha)), 4);
        QTest::mouseClick(shown.ruler, Qt::RightButton, {}, place);
        QTest::mouseClick(shown.ruler, Qt::LeftButton, {}, {place.x(), shown.textHeight() + 8});
        QCOMPARE(picked.count(), 0);
        QTest::mouseClick(shown.ruler, Qt::LeftButton, {}, place);
        QCOMPARE(picked.count(), 1);
        const double chosen = picked.first().first().toDouble();
        QVERIFY2(shown.reached.contains(chosen) && std::abs(std::log(chosen / alpha)) < 0.06,
                 qPrintable(QString::number(chosen)));
    }

    void blackTextReadsOnEveryColour() {
        for (const double product : {0.01, 0.5, 1.5, 3.0}) {
            const double ratio =
                (luminance(window::colourOf(descent::gradientResponse(product, 1).approach)) +
                 0.05) /
                0.05;
            QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
        }
        Shown grey(std::nullopt);
        QVERIFY((luminance(grey.image().pixelColor(20, 1)) + 0.05) / 0.05 >= 4.5);
    }

    void wordsStayInTheirZones_data() {
        QTest::addColumn<double>("enlarged");
        QTest::newRow("normal") << 1.0;
        QTest::newRow("projector") << 1.6;
    }
    void wordsStayInTheirZones() {
        QFETCH(double, enlarged);
        for (double curvature = 1e-2; curvature < 1e6; curvature *= 3) {
            Shown shown(curvature, 320, enlarged);
            const QImage image = shown.image();
            for (const int edge : shown.edges()) {
                for (int y = 0; y < shown.textHeight(); ++y) {
                    for (const int x : {edge - 2, edge + 2}) {
                        QCOMPARE(image.pixelColor(x, y), image.pixelColor(x, 0));
                    }
                }
            }
        }
    }

    /// No number without what it is, however narrow the ruler is.
    void theNumbersAtTheTicksAreNamed_data() {
        QTest::addColumn<int>("width");
        for (const int width : {180, 220, 260, 320, 600}) QTest::addRow("%d", width) << width;
    }
    void theNumbersAtTheTicksAreNamed() {
        QFETCH(int, width);
        for (const double curvature : {2.0, 13.7728, 7.12345, 2500.0}) {
            Shown shown(curvature, width);
            QPicture picture;
            QPainter painter(&picture);
            shown.ruler->render(&painter);
            painter.end();
            const QByteArray drawn(picture.data(), static_cast<qsizetype>(picture.size()));
            QStringEncoder encode(QStringEncoder::Utf16BE, QStringEncoder::Flag::Default);
            const QByteArray words = encode(QStringLiteral("limit "));
            const QByteArray symbol = encode(QStringLiteral("2/f″ = "));
            QVERIFY2(drawn.contains(words) || drawn.contains(symbol),
                     qPrintable(QString::number(curvature)));
        }
    }

    void labelsOfTheTicksStayApart() {
        for (double curvature = 0.2; curvature < 1e6; curvature *= 1.7) {
            for (const double enlarged : {1.0, 1.6}) {
                Shown shown(curvature, 320, enlarged);
                const QImage image = shown.image();
                const QColor ground = image.pixelColor(0, image.height() - 1);
                const int top = shown.textHeight() + 6;
                // Columns of the labels' row without ink, longest run between inked ones.
                int longest = 0;
                int run = 0;
                int first = -1;
                int last = -1;
                for (int x = 0; x < image.width(); ++x) {
                    bool blank = true;
                    for (int y = top; y < image.height(); ++y) {
                        blank = blank && image.pixelColor(x, y) == ground;
                    }
                    if (!blank) {
                        if (first >= 0) longest = std::max(longest, run);
                        if (first < 0) first = x;
                        last = x;
                        run = 0;
                    } else {
                        ++run;
                    }
                }
                QVERIFY2(longest >= shown.ruler->fontMetrics().averageCharWidth(),
                         qPrintable(QString::number(curvature)));
                QVERIFY(first >= 0 && last < image.width());
            }
        }
    }

    void clickInTheWindowSetsTheLearningRate() {
        WholeWindow shown;
        auto* ruler = shown.window.findChild<window::AlphaRuler*>();
        QTest::mouseClick(ruler, Qt::LeftButton, {}, {ruler->width() / 2, 4});
        const double alpha = shown.alpha();
        QVERIFY2(std::abs(std::log(alpha / 0.00316)) < 0.1, qPrintable(QString::number(alpha)));
        QCOMPARE(shown.parameter->findChild<QLineEdit*>()->text().toDouble(), alpha);
        const double centre = handleCentre(shown.slider) - ruler->x();
        QVERIFY2(std::abs(centre - ruler->width() / 2.0) <= 1.5,
                 qPrintable(QString::number(centre)));
    }

    void keysTurnItAsTheSlider_data() {
        QTest::addColumn<int>("key");
        for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down,
                                  Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Home, Qt::Key_End})
            QTest::newRow(qPrintable(QKeySequence(key).toString())) << int(key);
    }
    void keysTurnItAsTheSlider() {
        QFETCH(int, key);
        double turned = 0;
        {
            WholeWindow shown;
            shown.slider->setFocus();
            QTest::keyClick(shown.slider, Qt::Key(key));
            QVERIFY(shown.alpha() != 0.02);
            QTest::keyClick(shown.slider, Qt::Key(key));
            turned = shown.alpha();
        }
        WholeWindow shown;
        auto* ruler = shown.window.findChild<window::AlphaRuler*>();
        shown.slider->setFocus();
        QTest::keyClick(shown.slider, Qt::Key_Tab);
        QVERIFY(ruler->hasFocus());
        QTest::keyClick(ruler, Qt::Key(key));
        QTest::keyClick(ruler, Qt::Key(key));
        QCOMPARE(shown.alpha(), turned);
        QCOMPARE(shown.window.experiment().player().position(), 0.0);
    }

    void otherKeysAreNotTheRulers() {
        WholeWindow shown;
        auto* ruler = shown.window.findChild<window::AlphaRuler*>();
        ruler->setFocus();
        QTest::keyClick(ruler, Qt::Key_Space);
        QVERIFY(shown.window.experiment().player().playing());
        QTest::keyClick(ruler, Qt::Key_Space);
        QVERIFY(!shown.window.experiment().player().playing());
        QCOMPARE(shown.alpha(), 0.02);
        QTest::keyClick(ruler, Qt::Key_Backtab, Qt::ShiftModifier);
        QVERIFY(shown.slider->hasFocus());
    }

    void draggingTheLearningRateShowsAGhost_data() {
        QTest::addColumn<bool>("hides");
        QTest::newRow("let go") << false;
        QTest::newRow("hidden") << true;
    }
    void draggingTheLearningRateShowsAGhost() {
        QFETCH(bool, hides);
        WholeWindow shown;
        const QPoint handle(static_cast<int>(handleCentre(shown.slider)) - shown.slider->x(),
                            shown.slider->height() / 2);
        QTest::mousePress(shown.slider, Qt::LeftButton, {}, handle);
        QTest::mouseMove(shown.slider, handle + QPoint(20, 0));
        const double alpha = shown.alpha();
        QVERIFY(alpha > 0.025);
        QTRY_VERIFY(shown.window.experiment().verdict());
        const QImage dragged = shown.landing();
        if (hides) {
            shown.parameter->hide();
        } else {
            QTest::mouseRelease(shown.slider, Qt::LeftButton, {}, handle + QPoint(20, 0));
        }
        QCOMPARE(shown.alpha(), alpha);
        const QImage released = shown.landing();
        QVERIFY(dragged != released);
        shown.curve->setGhost(true);
        QVERIFY(shown.landing() == dragged);
    }

    void keysShowNoGhost() {
        WholeWindow shown;
        shown.slider->setFocus();
        QTest::keyClick(shown.slider, Qt::Key_Right);
        QVERIFY(shown.alpha() > 0.02);
        QTRY_VERIFY(shown.window.experiment().verdict());
        const QImage without = shown.landing();
        shown.curve->setGhost(false);
        QVERIFY(shown.landing() == without);
        shown.curve->setGhost(true);
        QVERIFY(shown.landing() != without);
    }
};

QTEST_MAIN(TestRuler)
#include "tst_ruler.moc"
