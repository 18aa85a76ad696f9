// SPDX-License-Identifier: GPL-3.0-or-later
#include <QHelpEvent>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QTabBar>
#include <QToolTip>
#include <cmath>
#include <map>

#include "person.h"
#include "pixels.h"
#include "plot/view/bifurcationview.h"
#include "plot/view/cobwebview.h"
#include "window/panels/views.h"
#include "window/runner/alpharuler.h"

namespace {

/// Where the column of x crosses the strip under the axis.
QPoint onStrip(plot::CurveView& curve, double x) {
    return QPointF(curve.pixel(x, 0).x(), curve.strip().center().y()).toPoint();
}

QPoint onCurve(plot::CurveView& curve, double x) {
    return curve.pixel(x, curve.value(x)).toPoint();
}

bool near(double value, double expected, double tolerance = 1e-3) {
    return std::abs(value - expected) < tolerance;
}

/// Shows each view for a moment.
void visitAll(Person& person) {
    auto* tabs = person.find<QTabBar>("tabs");
    for (const int view : {4, 5, 0}) {
        tabs->setCurrentIndex(view);
        Person::settle();
        QVERIFY(!person.window.grab().isNull());
    }
}

QColor pixel(Person& person, QPoint at) {
    return person.curve()->grab().toImage().pixelColor(at);
}

/// Where the tip over a place of a view is, in the view's pixels.
QRect tipOver(QWidget& view, QPoint place) {
    QToolTip::hideText();
    QTest::mouseMove(&view, place);
    QHelpEvent help(QEvent::ToolTip, place, view.mapToGlobal(place));
    QApplication::sendEvent(&view, &help);
    for (const QWidget* tip : QApplication::topLevelWidgets()) {
        if (tip->inherits("QTipLabel") && tip->isVisible())
            return {view.mapFromGlobal(tip->pos()), tip->size()};
    }
    return {};
}

/// What the screen shows of the curve and its strip.
QImage onScreen(Person& person) {
    const QPoint corner = person.curve()->mapTo(&person.window, QPoint(0, 0));
    const QSize size = person.curve()->size();
    return person.window.screen()
        ->grabWindow(person.window.winId(), corner.x(), corner.y(), size.width(), size.height())
        .toImage();
}

/// What Qt says meanwhile.
QStringList remarks;

void waitForBasins(Person& person) {
    QVERIFY(QTest::qWaitFor(
        [&] { return person.curve()->basinAt(0.2).contains(QStringLiteral("1.347")); }, 10'000));
}

/// With plain spaces, too.
QString withoutJoiners(QString text) {
    return text.remove(QChar(0x2060)).replace(QChar::Nbsp, QLatin1Char(' '));
}

}  // namespace

class TestViews : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noLabelCoversTheCurve_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("projected");
        QTest::newRow("small") << QSize(960, 540) << false;
        QTest::newRow("low") << QSize(1280, 480) << false;
        QTest::newRow("projector") << QSize(1366, 700) << true;
    }
    void noLabelCoversTheCurve() {
        QFETCH(QSize, size);
        QFETCH(bool, projected);
        Person person;
        person.waitForRun();
        if (projected) person.press(Qt::Key_F11);
        person.window.resize(size);
        Person::settle();
        plot::CurveView& curve = *person.curve();
        curve.draw();
        const QImage image = curve.grab().toImage();
        // The valley without the run.
        for (double x = -2.1; x < 0; x += 0.02) {
            if (std::abs(x + 1.473) < 0.1) continue;  // the ring
            const QRect there = around(onCurve(curve, x), 2);
            QVERIFY2(pixelsLike(image, plot::Theme::light().curve, there, 120) > 0,
                     qPrintable(QString::number(x)));
        }
    }

    void theStripTellsWhereAStartEnds() {
        Person person;
        waitForBasins(person);
        QTest::mouseMove(person.stage(), onStrip(*person.curve(), -1));
        QTRY_VERIFY(person.find<QLabel>("pointer")->text().contains(QStringLiteral("−1.473")));
        QVERIFY(person.curve()->basinAt(0.05).contains(QStringLiteral("−1.473")));
        QVERIFY(person.curve()->basinAt(0.2).contains(QStringLiteral("1.347")));
        const QColor left = pixel(person, onStrip(*person.curve(), -1));
        QCOMPARE(left, plot::Theme::basins()[0]);
        QCOMPARE(pixel(person, onStrip(*person.curve(), 1)), plot::Theme::basins()[1]);
    }

    void theStripTellsWhatIsStillOnItsWay() {
        Person person;
        person.paste(person.functionEdit(), QStringLiteral("x^2"));
        person.type(person.field("alpha"), QStringLiteral("0.001"));
        QTRY_VERIFY(
            person.curve()->basinAt(-1).contains(QStringLiteral("still on its way to x = 0")));
        const QColor pale = pixel(person, onStrip(*person.curve(), -1));
        const QColor full = plot::Theme::basins()[0];
        QVERIFY(pale.lightnessF() > full.lightnessF() + 0.1F && pale.saturationF() > 0.05F);
        person.type(person.field("alpha"), QStringLiteral("0.3"));
        QTRY_COMPARE(pixel(person, onStrip(*person.curve(), -1)), full);
        person.type(person.field("alpha"), QStringLiteral("1"));
        QTRY_VERIFY(person.curve()->basinAt(-1).contains(QStringLiteral("back and forth")));
        person.paste(person.functionEdit(), QStringLiteral("1e-9*x^2"));
        QTRY_VERIFY(person.curve()->basinAt(-1).contains(QStringLiteral("stops at once")));
    }

    void thePointerReadsTheNumbersOfThePlaceThatItNames_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("mark");
        QTest::addColumn<QString>("told");
        const auto row = [](const char* function, double mark, const char* told) {
            QTest::newRow(function)
                << QString::fromUtf8(function) << mark << QString::fromUtf8(told);
        };
        row("x*ln(x)-sqrt(x)/10+1e-3*x^4", 0,
            "x = 0\u2003f(x) = undefined\u2003f′(x) = −∞\u2003No run starts here: f or its slope "
            "comes out as infinite.");
        row("x/tanh(x)", 0,
            "x = 0\u2003f(x) = undefined\u2003f′(x) = undefined\u2003No run starts here: f has no "
            "value or no slope.");
        row("x^4-4*x^2", 0, "x = 0\u2003f(x) = 0\u2003f′(x) = 0\u2003A start here stops at once.");
        row("x^4-2*x^2", 1, "x = 1\u2003f(x) = −1\u2003f′(x) = 0\u2003A start here stops at once.");
    }
    void thePointerReadsTheNumbersOfThePlaceThatItNames() {
        QFETCH(QString, function);
        QFETCH(double, mark);
        QFETCH(QString, told);
        Person person;
        person.type(person.field("alpha"), QStringLiteral("0.0001"));
        person.paste(person.functionEdit(), function);
        person.waitForRun();
        person.waitForBasins();
        const double value = person.curve()->value(mark);
        const double height = std::isnan(value) ? person.curve()->value(mark + 1e-6) : value;
        QTest::mouseMove(person.stage(), person.curve()->pixel(mark, height).toPoint());
        QTRY_COMPARE(person.find<QLabel>("pointer")->text(), told);
    }

    void noRunStartsBeyondTheBound() {
        Person person;
        person.paste(person.functionEdit(), QStringLiteral("x^2"));
        person.waitForRun();
        for (int i = 0; i < 300 && person.curve()->range().high < 2e12; ++i) {
            person.trigger("zoomOut");
        }
        person.waitForBasins();
        QTest::mouseMove(person.stage(),
                         onStrip(*person.curve(), person.curve()->range().high * 0.9));
        QTRY_VERIFY(person.find<QLabel>("pointer")->text().contains(
            QStringLiteral("No run starts here: it is beyond 10¹².")));
    }

    void theStripLeavesNothingBehind_data() {
        QTest::addColumn<QString>("change");
        for (const char* change : {"alpha", "ascend", "projector"})
            QTest::newRow(change) << QString::fromLatin1(change);
    }
    void theStripLeavesNothingBehind() {
        QFETCH(QString, change);
        Person person;
        waitForBasins(person);
        if (change == QLatin1String("alpha")) {
            person.type(person.field("alpha"), QStringLiteral("0.3"));
        } else if (change == QLatin1String("ascend")) {
            person.find<QAbstractButton>("ascend")->click();
        } else {
            person.trigger("projector");
            person.waitForBasins();
            QTest::qWait(100);
            person.trigger("projector");
        }
        person.waitForRun();
        person.waitForBasins();
        QTest::qWait(200);
        const QImage seen = onScreen(person);
        person.window.update();
        for (QWidget* child : person.curve()->findChildren<QWidget*>()) child->update();
        QTest::qWait(100);
        const QImage anew = onScreen(person);
        QVERIFY(!seen.isNull());
        QCOMPARE(seen, anew);
    }

    void tipsLieBesideWhatTheyExplain_data() {
        QTest::addColumn<QSize>("size");
        QTest::newRow("large") << QSize(1280, 800);
        QTest::newRow("small") << QSize(960, 600);
    }
    void tipsLieBesideWhatTheyExplain() {
        QFETCH(QSize, size);
        Person person;
        waitForBasins(person);
        person.window.resize(size);
        Person::settle();
        plot::CurveView& curve = *person.curve();
        const auto& points = person.experiment().points();
        QList<QPoint> places{onStrip(curve, -1), onStrip(curve, 2.3)};
        for (const insight::StationaryPoint& point : points) places += onCurve(curve, point.x);
        for (const QPoint place : places) {
            const QRect tip = tipOver(curve, place);
            QVERIFY(!tip.isEmpty());
            QVERIFY2(curve.rect().contains(tip), "outside the plot");
            QVERIFY2(!tip.intersects(around(place, 8)), "over the mark");
            QVERIFY2(!tip.intersects(QRect(place, QSize(16, 20))), "under the pointer");
            QVERIFY2(!tip.contains(curve.ballCentre().toPoint()), "over the ball");
        }
        person.press(Qt::Key_3, Qt::ControlModifier);
        auto& forks = *person.find<plot::BifurcationView>("bifurcation");
        for (const double alpha : {0.05, 0.2}) {
            const QPoint place = forks.pixel(alpha, 0.3).toPoint();
            const QRect tip = tipOver(forks, place);
            QVERIFY(forks.rect().contains(tip));
            QVERIFY2(!tip.intersects(QRect(place, QSize(16, 20))), "under the pointer");
        }
    }

    void aTipGoesWithWhatItTells_data() {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::newRow("new session") << Qt::Key_N << Qt::KeyboardModifiers(Qt::ControlModifier);
        QTest::newRow("another function") << Qt::Key_2 << Qt::KeyboardModifiers(Qt::NoModifier);
    }
    void aTipGoesWithWhatItTells() {
        QFETCH(Qt::Key, key);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        Person person;
        waitForBasins(person);
        person.functionEdit()->setFocus();
        person.functionEdit()->selectAll();
        QVERIFY(!tipOver(*person.curve(), onStrip(*person.curve(), -1)).isEmpty());
        Person::settle();
        QVERIFY(QToolTip::isVisible());
        person.press(key, modifiers);
        QTRY_VERIFY(!QToolTip::isVisible());
    }

    void aTipAtAJumpTellsWhatIsSeenThere() {
        Person person;
        person.press(Qt::Key_3, Qt::ControlModifier);
        auto& forks = *person.find<plot::BifurcationView>("bifurcation");
        const auto tipAt = [&](double alpha) {
            tipOver(forks, forks.pixel(alpha, 0.3).toPoint());
            return withoutJoiners(QToolTip::text());
        };
        QTRY_VERIFY_WITH_TIMEOUT(tipAt(0.1102).contains(QStringLiteral("another valley")), 20'000);
        QVERIFY2(tipAt(0.1102).contains(QStringLiteral("α ≈ 0.11")), qPrintable(tipAt(0.1102)));
        QVERIFY(tipAt(0.1788).contains(QStringLiteral("another valley")));
        for (const double alpha : {0.08, 0.15, 0.21}) {
            QVERIFY(!tipAt(alpha).contains(QStringLiteral("valley")));
        }
    }

    void aTipAtManyJumpsSpeaksOfMoreThanOne() {
        Person person;
        QGuiApplication::clipboard()->setText(
            QStringLiteral("thalweg --function 'x^4-4*x^2+x' --initial-guess 2 --method momentum"));
        person.press(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        person.press(Qt::Key_3, Qt::ControlModifier);
        auto& forks = *person.find<plot::BifurcationView>("bifurcation");
        const auto tipAt = [&](double alpha) {
            tipOver(forks, forks.pixel(alpha, 0.3).toPoint());
            return withoutJoiners(QToolTip::text());
        };
        QTRY_VERIFY_WITH_TIMEOUT(tipAt(0.0634).contains(QStringLiteral("a little above it")),
                                 20'000);
        int many = 0;
        for (double alpha = 0.075; alpha < 0.078; alpha += 0.0005)
            many += tipAt(alpha).contains(QStringLiteral("jump more than once"));
        QVERIFY(many > 2);
    }

    void tipsHaveALineAFactAndOneX() {
        Person person;
        waitForBasins(person);
        const auto tipAt = [&](QPoint at) {
            QHelpEvent help(QEvent::ToolTip, at, person.curve()->mapToGlobal(at));
            QApplication::sendEvent(person.curve(), &help);
            return withoutJoiners(QToolTip::text());
        };
        QString tip = tipAt(onCurve(*person.curve(), person.experiment().points()[0].x));
        QVERIFY2(tip.count(QStringLiteral("<br>")) >= 3, qPrintable(tip));
        QVERIFY2(tip.contains(QStringLiteral("x = −1.473<br>")), qPrintable(tip));
        tip = tipAt(onStrip(*person.curve(), -1));
        QCOMPARE(tip.count(QStringLiteral("<br>")), 2);
        QCOMPARE(tip.count(QStringLiteral("x₀")), 1);
        QVERIFY2(tip.contains(QStringLiteral("Full colour")), qPrintable(tip));
        // Over a mark the line below tells the place of the mark, not of the pixel.
        QTest::mouseMove(person.stage(), onCurve(*person.curve(), -1.4729976) + QPoint(2, 0));
        QTRY_VERIFY(
            person.find<QLabel>("pointer")->text().startsWith(QStringLiteral("x = −1.473\u2003")));
    }

    void aClickOnTheStripStartsThere() {
        Person person;
        waitForBasins(person);
        QTest::mouseClick(person.stage(), Qt::LeftButton, {}, onStrip(*person.curve(), -1));
        person.waitForRun();
        QVERIFY(near(person.experiment().session().initialGuess[0], -1, 0.01));
        QVERIFY(near(person.experiment().verdict()->last.at[0], -1.47301));
    }

    void theStripFollowsTheLearningRate() {
        Person person;
        waitForBasins(person);
        person.type(person.field("alpha"), QStringLiteral("0.3"));
        QTRY_VERIFY(person.curve()->basinAt(1.5).contains(QStringLiteral("diverges")));
        QCOMPARE(pixel(person, onStrip(*person.curve(), 1.5)), plot::Theme::light().diverges);
    }

    void marksTheStationaryPoints() {
        Person person;
        const auto& points = person.experiment().points();
        QCOMPARE(points.size(), std::size_t{3});
        QVERIFY(near(points[0].x, -1.4729976, 1e-6));
        QVERIFY(near(points[1].x, 0.1260002, 1e-6));
        QVERIFY(near(points[2].x, 1.3469974, 1e-6));
        const QPoint mark = person.curve()->pixel(points[0].x, points[0].value).toPoint();
        QCOMPARE(pixel(person, mark), plot::Theme::basins()[0]);
    }

    void aValleyKeepsItsColourAndSharesItWithItsMark() {
        Person person;
        person.waitForBasins();
        const auto look = [&](double x, double minimum) {
            QTest::qWait(50);
            person.waitForBasins();
            QTest::qWait(50);
            const QPoint mark =
                person.curve()->pixel(minimum, person.curve()->value(minimum)).toPoint();
            const QColor marked = pixel(person, mark);
            const QColor strip = pixel(person, onStrip(*person.curve(), x));
            return QStringLiteral("%1 %2").arg(strip.name(), marked.name());
        };
        const auto named = [](int colour) {
            const QString name = plot::Theme::basins()[static_cast<std::size_t>(colour)].name();
            return QStringLiteral("%1 %1").arg(name);
        };
        person.press(Qt::Key_End);
        QTest::qWait(50);
        // The ball lies on the minimum to the right.
        QCOMPARE(look(-1.3, -1.4729976), named(0));
        person.press(Qt::Key_F9);
        QCOMPARE(look(-1.3, -1.4729976), named(0));
        person.press(Qt::Key_F9);
        QCOMPARE(look(-1.3, -1.4729976), named(0));
        person.type(person.field("initialGuess"), QStringLiteral("-1"));
        person.press(Qt::Key_Return);
        person.waitForRun();
        person.press(Qt::Key_End);
        for (const char* alpha : {"0.02", "0.05", "0.09"}) {
            person.type(person.field("alpha"), QString::fromLatin1(alpha));
            person.press(Qt::Key_Return);
            person.waitForRun();
            person.press(Qt::Key_End);
            QCOMPARE(look(1.2, 1.3469974), named(1));
        }
        // Where the other valley is out of view.
        const QPoint mark =
            person.curve()->pixel(1.3469974, person.curve()->value(1.3469974)).toPoint();
        QTest::mouseClick(person.stage(), Qt::LeftButton, {}, mark);
        for (int i = 0; i < 10; ++i) person.trigger("zoomIn");
        QVERIFY(person.curve()->range().contains(1.3469974));
        QVERIFY(person.curve()->range().low > 1);
        QCOMPARE(look(1.25, 1.3469974), named(1));
    }

    void aClickOnAMarkCentresIt() {
        Person person;
        QTest::mouseClick(person.stage(), Qt::LeftButton, {}, onCurve(*person.curve(), -1.47301));
        Person::settle();
        QVERIFY(near(person.curve()->range().centre(), -1.473, 0.01));
        QCOMPARE(person.experiment().session().initialGuess[0], 2.0);
    }

    void sendsTheBallBesideAPoint() {
        Person person;
        auto* menu = person.find<QMenu>("sendMenu");
        Q_EMIT menu->aboutToShow();
        QCOMPARE(menu->actions().size(), 3);
        QVERIFY(menu->actions()[0]->text().contains(QStringLiteral("−1.473")));
        menu->actions()[1]->trigger();
        person.waitForRun();
        // Beside the hilltop, from which the ball rolls away.
        QVERIFY(!near(person.experiment().session().initialGuess[0], 0.126, 0.01));
        QVERIFY(near(person.experiment().session().initialGuess[0], 0.126, 0.5));
    }

    void keysSwitchTheViews() {
        Person person;
        auto* tabs = person.find<QTabBar>("tabs");
        person.press(Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(tabs->currentIndex(), 4);
        QVERIFY(person.find<plot::CobwebView>("cobweb")->isVisible());
        person.press(Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(tabs->currentIndex(), 5);
        QVERIFY(person.find<QAction>("showBifurcation")->isChecked());
        person.press(Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(tabs->currentIndex(), 0);
    }

    void theMenuHasTheViewsBetweenTwoLines() {
        Person person;
        QStringList entries;
        for (const QAction* action : person.find<QMenu>("viewMenu")->actions()) {
            if (!action->isVisible()) continue;  // the map and the surface, of several variables
            entries += action->isSeparator() ? QString() : action->text();
        }
        const QStringList first{QStringLiteral("&Type a function"), {},
                                QStringLiteral("C&urve"),           QStringLiteral("Cob&web"),
                                QStringLiteral("&Bifurcation"),     {}};
        QCOMPARE(entries.first(first.size()), first);
        const auto* tabs = person.find<QTabBar>("tabs");
        QCOMPARE(tabs->tabText(5), QStringLiteral("Bifurcation"));
        QVERIFY(person.find<QAction>("showBifurcation")->toolTip() == tabs->tabToolTip(4));
    }

    void noKeyIsAmbiguousWhileAMenuIsOpen() {
        Person person;
        std::map<QString, QString> owners;
        for (const auto* action : person.window.findChildren<QAction*>()) {
            if (!action->isVisible()) continue;  // the map has the key of the curve
            for (const QKeySequence& keys : action->shortcuts()) {
                const auto [known, isNew] = owners.try_emplace(keys.toString(), action->text());
                QVERIFY2(isNew, qPrintable(known->second + QLatin1String(", ") + action->text()));
            }
        }
        remarks.clear();
        const auto usual = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext&, const QString& text) { remarks += text; });
        QTest::keyClick(&person.window, Qt::Key_E, Qt::AltModifier);
        auto* menu = person.find<QMenu>("editMenu");
        const bool open = menu->isVisible() && person.window.menuBar()->hasFocus();
        QTest::keyClick(menu, Qt::Key_C, Qt::ControlModifier);
        qInstallMessageHandler(usual);
        QVERIFY(open);
        QCOMPARE(remarks.filter(QStringLiteral("mbiguous")), QStringList());
    }

    void theCobwebStepsWithTheBall() {
        Person person;
        person.press(Qt::Key_2, Qt::ControlModifier);
        auto* cobweb = person.find<plot::CobwebView>("cobweb");
        QTRY_VERIFY(near(cobweb->tip().x(), cobweb->pixel(2, 2).x(), 1));
        person.press(Qt::Key_End);
        QTRY_VERIFY(near(cobweb->tip().x(), cobweb->pixel(1.347, 1.347).x(), 1));
    }

    void theForksFollowADraggedLearningRate() {
        Person person;
        person.type(person.functionEdit(), QStringLiteral("x^4/4-x^2/2"));
        person.type(person.field("initialGuess"), QStringLiteral("0.3"));
        person.type(person.field("alpha"), QStringLiteral("0.9"));
        person.press(Qt::Key_3, Qt::ControlModifier);
        auto* forks = person.find<plot::BifurcationView>("bifurcation");
        // The range that fits holds the fork at 2/f″(1) = 1 and the chaos after it.
        QTRY_VERIFY_WITH_TIMEOUT(forks->alphaRange().contains(1.4), 10'000);
        QVERIFY(forks->alphaRange().high < 3);
        QWidget* stage = forks->childAt(forks->rect().center());
        const auto at = [&](double alpha) { return forks->pixel(alpha, 0.1).toPoint(); };
        QTest::mousePress(stage, Qt::LeftButton, {}, at(0.9));
        QTest::mouseMove(stage, at(1));
        QTest::mouseMove(stage, at(1.1));
        QTest::mouseRelease(stage, Qt::LeftButton, {}, at(1.1));
        person.waitForRun();
        QVERIFY(near(person.experiment().session().settings.alpha, 1.1, 0.02));
        const auto* cycle = std::get_if<insight::Cycle>(&person.experiment().verdict()->finding);
        QVERIFY(cycle && cycle->period == 2);
    }

    void theRulerFollowsTheBasin() {
        Person person;
        auto* ruler = person.window.findChild<window::AlphaRuler*>();
        person.waitForRun();
        // f″ = 12x² − 8: 13.77 at 1.347 and 18.04 at −1.473.
        QVERIFY(ruler->explanation(0.02).contains(QStringLiteral("0.145")));
        QVERIFY(ruler->explanation(0.02).contains(QStringLiteral("x* = 1.347,")));
        person.type(person.field("initialGuess"), QStringLiteral("-2"));
        person.waitForRun();
        QVERIFY(ruler->explanation(0.02).contains(QStringLiteral("0.1108")));
    }

    void theRulerExplainsWhereTheRunRestsOutOfView() {
        Person person;
        person.waitForRun();
        session::Session shown = person.experiment().session();
        shown.range = {-3, 0.5};
        person.window.findChild<window::Views*>()->showSession(shown);
        const QString text = person.window.findChild<window::AlphaRuler*>()->explanation(0.02);
        QVERIFY2(text.contains(QStringLiteral("x* = 1.347,")), qPrintable(text));
    }

    void theRulerKnowsACorner() {
        Person person;
        auto* ruler = person.window.findChild<window::AlphaRuler*>();
        person.paste(person.functionEdit(), QStringLiteral("abs(x)"));
        person.waitForRun();
        QVERIFY(ruler->explanation(0.02).contains(QStringLiteral("f has a corner at x* = 0:")));
    }

    void drawsWhatIsThere_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<QString>("start");
        QTest::newRow("no minimum") << QStringLiteral("x^3-x^2+5*x") << QStringLiteral("1");
        QTest::newRow("constant") << QStringLiteral("5") << QStringLiteral("1");
        QTest::newRow("piecewise") << QStringLiteral("x<0?-x:x^2") << QStringLiteral("-2");
        QTest::newRow("pole") << QStringLiteral("1/x+x^2") << QStringLiteral("2");
        QTest::newRow("flat tails") << QStringLiteral("-exp(-x^2)") << QStringLiteral("30");
        QTest::newRow("200 minima") << QStringLiteral("sin(50*x)") << QStringLiteral("1");
        QTest::newRow("half undefined") << QStringLiteral("x-ln(x)") << QStringLiteral("3");
        QTest::newRow("undefined") << QStringLiteral("sqrt(-1-x^2)") << QStringLiteral("1");
    }
    void drawsWhatIsThere() {
        QFETCH(QString, function);
        QFETCH(QString, start);
        Person person;
        person.paste(person.functionEdit(), function);
        person.type(person.field("initialGuess"), start);
        person.waitForRun();
        visitAll(person);
        QTRY_VERIFY(!person.curve()->basinAt(person.curve()->range().centre()).isEmpty());
        QVERIFY(!person.verdict().isEmpty());
        person.press(Qt::Key_Plus, Qt::ControlModifier);
        visitAll(person);
    }
};

QTEST_MAIN(TestViews)
#include "tst_views.moc"
