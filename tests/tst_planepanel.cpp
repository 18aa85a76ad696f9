// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside the picture of a function of several variables.
#include <QAbstractItemModel>
#include <QMenu>
#include <QSlider>
#include <QTabWidget>
#include <QTableView>
#include <QTextDocumentFragment>

#include "insight/plane/stationaryplace.h"
#include "person.h"
#include "session/axes.h"
#include "session/fitting.h"
#include "session/method.h"
#include "window/runner/alphareach.h"
#include "window/runner/alpharuler.h"
#include "window/runner/approach.h"
#include "window/runner/controls.h"
#include "window/widgets/parameter.h"

namespace {

using descent::Point;

Point pointOf(std::initializer_list<double> coordinates) {
    return Point(std::span(coordinates.begin(), coordinates.size()));
}

/// With this function in its window.
struct PlanePerson : Person {
    explicit PlanePerson(const char* function) {
        type(functionEdit(), QString::fromLatin1(function));
        waitForRun();
    }
    window::Parameter* row(const char* name) { return find<window::Parameter>(name); }
    QString label(const char* name) {
        return row(name)->findChild<QLabel*>(QStringLiteral("label"))->text();
    }
    Point start() { return experiment().session().initialGuess; }
    QString step() {
        return QTextDocumentFragment::fromHtml(find<window::TextCard>("stepCard")->text())
            .toPlainText()
            .replace(QChar(0x00a0), u' ');
    }
};

/// A bowl with its lowest place at (1, −2).
insight::StationaryPlace placeWith(std::initializer_list<double> curvatures,
                                   insight::StationaryPlace::Kind kind) {
    insight::StationaryPlace place;
    place.at = pointOf({1, -2});
    place.kind = kind;
    place.curvatures = pointOf(curvatures);
    return place;
}

using Kind = insight::StationaryPlace::Kind;

/// The card of a run, with a place that explains it.
struct Ruled {
    explicit Ruled(const std::optional<insight::StationaryPlace>& place, double alpha = 0.06,
                   descent::Direction direction = descent::Direction::Descend) {
        session.function = *session::Function::from(QStringLiteral("x^2+10*y^2"));
        session.initialGuess = pointOf({3, 4});
        session.settings.alpha = alpha;
        session.settings.direction = direction;
        controls.setSession(session);
        controls.setPlace(place);
        controls.resize(320, controls.sizeHint().height());
        controls.show();
        (void)QTest::qWaitForWindowExposed(&controls);
    }
    QString words(double alpha) { return ruler->explanation(alpha).replace(QChar(0xa0), u' '); }
    QColor colourAt(double alpha) {
        auto* parameter = controls.findChild<window::Parameter*>(QStringLiteral("alpha"));
        const double column = parameter->column(alpha) - ruler->x();
        return ruler->grab().toImage().pixelColor(static_cast<int>(column), 1);
    }

    session::Session session;
    window::Controls controls;
    window::AlphaRuler* ruler = controls.findChild<window::AlphaRuler*>();
};

}  // namespace

class TestPlanePanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachVariableHasItsStart() {
        PlanePerson person("x^2+10*y^2");
        QCOMPARE(person.label("initialGuess"), QStringLiteral("&Start x₀"));
        QCOMPARE(person.label("initialGuess2"), QStringLiteral("y₀"));
        QCOMPARE(person.field("initialGuess2")->accessibleName(),
                 QStringLiteral("Initial guess of y"));
        const double x = person.start()[0];
        person.type(person.field("initialGuess2"), QStringLiteral("-1.5"));
        QCOMPARE(person.start(), pointOf({x, -1.5}));
        person.type(person.field("initialGuess"), QStringLiteral("0.25"));
        QCOMPARE(person.start(), pointOf({0.25, -1.5}));
    }

    void slidersSpanWhatTheMapShows() {
        PlanePerson person("x^2+10*y^2");
        const auto spansTheMap = [&] {
            const auto shown = session::rectangleOf(person.experiment().session());
            const insight::Range x = person.row("initialGuess")->range();
            const insight::Range y = person.row("initialGuess2")->range();
            const double slack = 2e-3 * std::max(shown.across.width(), shown.up.width());
            return std::abs(x.low - shown.across.low) < slack &&
                   std::abs(x.high - shown.across.high) < slack &&
                   std::abs(y.low - shown.up.low) < slack &&
                   std::abs(y.high - shown.up.high) < slack;
        };
        QVERIFY(spansTheMap());
        person.trigger("zoomIn");
        Person::settle();
        QVERIFY(spansTheMap());
    }

    void theSliderMovesItsVariableAlone() {
        PlanePerson person("x^2+10*y^2");
        const Point before = person.start();
        QSlider* slider = person.slider("initialGuess2");
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_PageDown);
        Person::settle();
        QCOMPARE(person.start()[0], before[0]);
        QVERIFY(person.start()[1] < before[1]);
    }

    void aPlaceInOneFieldIsRefused() {
        PlanePerson person("x^2+10*y^2");
        const Point before = person.start();
        person.type(person.field("initialGuess2"), QStringLiteral("1,2"));
        person.press(Qt::Key_Return);
        QCOMPARE(person.fault("initialGuess2"),
                 QStringLiteral("“1,2” is more than one number, and this field is that of y alone. "
                                "Type one number here, with a point as decimal mark."));
        QCOMPARE(person.start()[0], before[0]);
        person.type(person.field("initialGuess2"), QStringLiteral("2"));
        QCOMPARE(person.fault("initialGuess2"), QString());
    }

    void tabLeadsFromStartToStart() {
        PlanePerson person("x^2+10*y^2");
        person.field("initialGuess")->setFocus();
        const QList<QWidget*> order{person.slider("initialGuess"), person.field("initialGuess2"),
                                    person.slider("initialGuess2"), person.field("alpha")};
        for (QWidget* next : order) {
            person.press(Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget(), next);
        }
    }

    void eachOfManyVariablesHasItsSlider() {
        PlanePerson person("x1^2+x2^2+x3^2+x4^2+x5^2");
        QCOMPARE(person.label("initialGuess"), QStringLiteral("&Start x₁"));
        QCOMPARE(person.label("initialGuess5"), QStringLiteral("x₅"));
        QVERIFY(person.slider("initialGuess3")->isVisible());
        QVERIFY(person.row("initialGuess2")->y() > person.row("initialGuess")->y());
        person.type(person.field("initialGuess4"), QStringLiteral("-3"));
        QCOMPARE(person.start()[3], -3.0);
        person.type(person.field("initialGuess5"), QStringLiteral("4"));
        QCOMPARE(person.start()[4], 4.0);
        QSlider* held = person.slider("initialGuess3");
        const double before = person.start()[2];
        held->setFocus();
        QTest::keyClick(held, Qt::Key_PageDown);
        Person::settle();
        QVERIFY(person.start()[2] < before);
        QCOMPARE(person.start()[3], -3.0);
        person.type(person.field("initialGuess3"), QStringLiteral("400"));
        const insight::Range range = person.row("initialGuess3")->range();
        QVERIFY(range.low < 400 && range.high > 400);
    }

    void theCardIsAsHighAsItsRows_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<QString>("method");
        for (const char* function : {"x^2+10*y^2", "x1^2+x2^2+x3^2+x4^2+x5^2"}) {
            for (const descent::Method& method : descent::methods())
                QTest::addRow("%s %s", function, descent::name(method).data())
                    << QString::fromLatin1(function) << session::methodText(method);
        }
    }
    void theCardIsAsHighAsItsRows() {
        QFETCH(QString, function);
        QFETCH(QString, method);
        session::Session session;
        session.function = *session::Function::from(function);
        session.initialGuess = Point(std::vector<double>(session.function.dimension(), 2));
        session.settings.method = *session::methodFrom(method);
        session.view = session::View::Map;
        window::MainWindow window(session::fitted(session, false));
        window.resize(1280, 800);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(QTest::qWaitFor([&] { return window.experiment().verdict().has_value(); }, 20000));
        Person::settle();
        const auto* card = window.findChild<QWidget*>(QStringLiteral("controls"));
        QTRY_COMPARE(card->height(), card->sizeHint().height());
    }

    void oneVariableHasItsRowBack() {
        PlanePerson person("x1^2+x2^2+x3^2+x4^2+x5^2");
        person.type(person.functionEdit(), QStringLiteral("w^2"));
        person.waitForRun();
        QCOMPARE(person.label("initialGuess"), QStringLiteral("&Start w₀"));
        QVERIFY(person.slider("initialGuess")->isVisible());
        QVERIFY(!person.row("initialGuess2"));
        QVERIFY(person.step().startsWith(QStringLiteral("w1 = w0 − α f")));
    }

    void theStepIsToldWithVectors() {
        PlanePerson person("f(u, v) = u^2+10*v^2");
        person.type(person.field("initialGuess"), QStringLiteral("2"));
        person.type(person.field("initialGuess2"), QStringLiteral("1"));
        person.type(person.field("alpha"), QStringLiteral("0.1"));
        person.waitForRun();
        QCOMPARE(person.step().split(u'\n')[0], QStringLiteral("x1 = x0 − α ∇f(x0)"));
        QVERIFY2(person.step().contains(QStringLiteral("u: 2 − 0.1 · 4 = 1.6")),
                 qPrintable(person.step()));
        QVERIFY2(person.step().contains(QStringLiteral("v: 1 − 0.1 · 20 = −1")),
                 qPrintable(person.step()));
        QVERIFY(!person.step().contains(u'′'));
    }

    void theTableNamesItsColumns() {
        PlanePerson person("x^2+10*y^2");
        auto* charts = person.find<QTabWidget>("charts");
        charts->setCurrentWidget(person.find<QWidget>("iterationPage"));
        Person::settle();
        auto* table = person.find<QTableView>("iterations");
        QStringList headings;
        for (int column = 0; column < table->model()->columnCount(); ++column)
            headings += table->model()->headerData(column, Qt::Horizontal).toString();
        QCOMPARE(headings.join(u' '), QStringLiteral("n x y f ∂f/∂x ∂f/∂y"));
        const Point start = person.start();
        QCOMPARE(table->model()->index(0, 2).data(Qt::ToolTipRole).toString(),
                 session::exactNumber(start[1]));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(table->model()->index(0, 2)).center());
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        Person::settle();
        const QString copied = QApplication::clipboard()->text();
        QVERIFY2(
            copied.startsWith(QStringLiteral("iteration\tx\ty\tf\tgradient_x\tgradient_y\n0\t")),
            qPrintable(copied.left(80)));
    }

    void theChartOffersWhatThereIsOfSeveralVariables() {
        PlanePerson person("x^2+10*y^2");
        auto* menu = person.find<QMenu>("quantityMenu");
        Q_EMIT menu->aboutToShow();
        QStringList texts;
        for (const QAction* action : menu->actions()) texts += action->text();
        const QString all = texts.join(u';');
        QVERIFY2(all.contains(QStringLiteral("|∇f|")), qPrintable(all));
        QVERIFY2(all.contains(QStringLiteral("‖x − x*‖")), qPrintable(all));
        QVERIFY2(!all.contains(u'′'), qPrintable(all));
    }

    /// Of several variables there is no f′.
    void nothingBesideTheMapTellsOfTheSlopeOfOneVariable() {
        PlanePerson person("x^2+10*y^2");
        for (const QWidget* widget : person.find<QWidget>("controls")->findChildren<QWidget*>()) {
            for (QString words :
                 {widget->toolTip(), widget->accessibleDescription(), widget->accessibleName()}) {
                words.remove(QChar(0x2060));  // which keeps a formula in one line
                QVERIFY2(
                    !words.contains(QStringLiteral("f′")) && !words.contains(QStringLiteral("f″")),
                    qPrintable(words));
            }
        }
    }

    void theRulerFollowsTheSteepestDirection() {
        Ruled ruled(placeWith({2, 20}, Kind::Minimum));
        const auto colour = [](descent::Approach approach) { return window::colourOf(approach); };
        QCOMPARE(ruled.colourAt(0.004), colour(descent::Approach::Creeps));
        QCOMPARE(ruled.colourAt(0.02), colour(descent::Approach::Leaps));
        QCOMPARE(ruled.colourAt(0.07), colour(descent::Approach::Swings));
        QCOMPARE(ruled.colourAt(0.13), colour(descent::Approach::CannotStay));
        QCOMPARE(window::reachedAlphas(ruled.session.settings, placeWith({2, 20}, Kind::Minimum)),
                 (insight::Range{1e-6, 10}));
    }

    void theRulerTellsBothCurvatures() {
        Ruled ruled(placeWith({2, 20}, Kind::Minimum));
        QCOMPARE(ruled.words(0.06),
                 QStringLiteral(
                     "Close to the minimum (1, −2) the curvatures go from λmin = 2 to λmax = 20, "
                     "so κ = λmax/λmin = 10. At α = 0.06 the ball swings across the steepest "
                     "direction: there a step lands on the other side, with 20 % of the distance "
                     "left (1 − α λmax = −0.2). In the flattest direction a step leaves 88 % of "
                     "the distance (1 − α λmin = 0.88). The best α is 2/(λmin + λmax) = "
                     "0.0909091: with it a step leaves (κ − 1)/(κ + 1) = 81.8182 % in either. The "
                     "limit is 2/λmax = 0.1."));
        QVERIFY(
            ruled.words(0.11).contains(QStringLiteral("can’t stay: in the steepest direction a "
                                                      "step lands on the other side, 1.2 "
                                                      "times as far away")));
        QVERIFY(ruled.words(0.001).contains(QStringLiteral("removes only 2 % of the distance")));
    }

    void theRulerTellsOfAMaximumWhereTheRunAscends() {
        Ruled ruled(placeWith({-20, -2}, Kind::Maximum), 0.06, descent::Direction::Ascend);
        QVERIFY2(ruled.words(0.06).startsWith(QStringLiteral(
                     "Close to the maximum (1, −2) the curvatures, without their "
                     "signs, go from λmin = 2 to λmax = 20, so κ = λmax/λmin = 10.")),
                 qPrintable(ruled.words(0.06)));
    }

    void theRulerHasNoZonesWhereTheCurvaturesTellOfNone_data() {
        QTest::addColumn<std::optional<insight::StationaryPlace>>("place");
        QTest::addColumn<QString>("reason");
        using Place = std::optional<insight::StationaryPlace>;
        QTest::newRow("none") << Place() << QStringLiteral("no single minimum with ∇f = 0");
        QTest::newRow("saddle") << Place(placeWith({-2, 20}, Kind::Saddle))
                                << QStringLiteral("no single minimum with ∇f = 0");
        QTest::newRow("degenerate") << Place(placeWith({0, 20}, Kind::Degenerate))
                                    << QStringLiteral("no single minimum with ∇f = 0");
        QTest::newRow("flat") << Place(placeWith({0, 20}, Kind::Minimum))
                              << QStringLiteral("a curvature is 0 at the minimum, (1, −2)");
        insight::StationaryPlace floor = placeWith({0, 20}, Kind::Minimum);
        floor.isLine = true;
        QTest::newRow("valley floor")
            << Place(floor) << QStringLiteral("a valley floor: a curvature is 0, (1, −2)");
    }
    void theRulerHasNoZonesWhereTheCurvaturesTellOfNone() {
        QFETCH(std::optional<insight::StationaryPlace>, place);
        QFETCH(QString, reason);
        Ruled ruled(place);
        QVERIFY2(ruled.words(0.06).startsWith(QStringLiteral("No zones of α: ")) &&
                     ruled.words(0.06).contains(reason),
                 qPrintable(ruled.words(0.06)));
        QVERIFY(ruled.colourAt(0.004) != window::colourOf(descent::Approach::Creeps));
    }

    /// Momentum has another limit: 2(1 + β)/λmax.
    void otherMethodsTellTheirLimit() {
        Ruled ruled(placeWith({2, 20}, Kind::Minimum));
        ruled.session.settings.method = descent::Momentum{0.9};
        ruled.controls.setSession(ruled.session);
        QVERIFY2(ruled.words(0.06).endsWith(QStringLiteral("The limit is α = 0.19.")),
                 qPrintable(ruled.words(0.06)));
        QVERIFY2(ruled.words(0.06).contains(QStringLiteral("a step leaves 94.8683 % of")),
                 qPrintable(ruled.words(0.06)));
    }

    /// Found by the program itself.
    void theRulerOfTheWindowIsThatOfTheMinimum() {
        PlanePerson person("(x-1)^2+10*(y+2)^2");
        auto* ruler = person.window.findChild<window::AlphaRuler*>();
        const QString words = ruler->explanation(0.06);
        QVERIFY2(words.contains(QStringLiteral("(1, −2)")) &&
                     words.contains(QStringLiteral("λmin = 2 to λmax = 20")),
                 qPrintable(words));
    }
};

QTEST_MAIN(TestPlanePanel)
#include "tst_planepanel.moc"
