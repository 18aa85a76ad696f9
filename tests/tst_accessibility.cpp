// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAccessible>
#include <QRadioButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>
#include <QtTest>
#include <functional>
#include <map>
#include <set>

#include "functions.h"
#include "person.h"
#include "plot/look/theme.h"
#include "plot/view/bifurcationview.h"
#include "plot/view/cobwebview.h"
#include "plot/view/convergenceview.h"
#include "window/panels/iterationtable.h"
#include "window/panels/views.h"
#include "window/text/screenreadertext.h"
#include "window/widgets/focusring.h"
#include "window/widgets/parameter.h"
#include "window/widgets/scrollcolumn.h"

namespace {

using Interface = QAccessibleInterface;

Interface& interfaceOf(QObject* object) {
    Interface* found = QAccessible::queryAccessibleInterface(object);
    if (!found) qFatal("no accessible interface");
    return *found;
}
QString nameOf(QObject* object) {
    return interfaceOf(object).text(QAccessible::Name);
}
QString valueOf(QObject* object) {
    return interfaceOf(object).text(QAccessible::Value);
}
QString descriptionOf(QObject* object) {
    return interfaceOf(object).text(QAccessible::Description);
}

void walk(Interface* at, const std::function<void(Interface&)>& look) {
    if (!at || !at->isValid()) return;
    look(*at);
    if (at->role() == QAccessible::Table) return;
    for (int i = 0; i < at->childCount(); ++i) walk(at->child(i), look);
}

/// Whether a number is missing in a text, or is none to people.
bool lacksANumber(const QString& text) {
    static const QRegularExpression lacking(
        QStringLiteral("\\b(nan|inf|infinity)\\b|=\\s*([,.;:)]|$)|\\b(at|near|from|to)\\s*[,.;:]"),
        QRegularExpression::CaseInsensitiveOption);
    return text != QStringLiteral("f(x) =") && text.contains(lacking);
}

/// What a screen reader is told in a window in which a number is missing, with whose it is.
QStringList unsaid(QWidget& window) {
    QStringList faults;
    const auto check = [&](const QObject& whose, const QString& text) {
        if (lacksANumber(text)) faults += QStringLiteral("%1: “%2”").arg(whose.objectName(), text);
    };
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        Interface& at = interfaceOf(widget);
        for (const auto kind :
             {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
            check(*widget, at.text(kind));
        if (auto* value = at.valueInterface()) check(*widget, value->currentValue().toString());
    }
    const auto* table = window.findChild<window::IterationTable*>();
    constexpr int rows = 5;
    for (int row = 0; row < std::min(rows, table->model()->rowCount()); ++row) {
        for (int column = 0; column < table->model()->columnCount(); ++column)
            check(*table, table->model()->index(row, column).data().toString());
    }
    return faults;
}

QString label(Interface& at) {
    const QObject* object = at.object();
    return QStringLiteral("%1 %2 role %3 name '%4'")
        .arg(object ? QString::fromLatin1(object->metaObject()->className()) : QString(),
             object ? object->objectName() : QString())
        .arg(at.role())
        .arg(at.text(QAccessible::Name));
}

bool isPressed(QAccessible::Role role) {
    static const std::set<int> roles{QAccessible::Button,   QAccessible::RadioButton,
                                     QAccessible::MenuItem, QAccessible::PageTab,
                                     QAccessible::CheckBox, QAccessible::ButtonMenu};
    return roles.contains(role);
}

/// What takes the focus: fields, sliders, lists and pictures.
bool isWorked(QAccessible::Role role) {
    static const std::set<int> roles{QAccessible::EditableText, QAccessible::Slider,
                                     QAccessible::Table,        QAccessible::PageTabList,
                                     QAccessible::Chart,        QAccessible::List,
                                     QAccessible::ScrollBar,    QAccessible::ComboBox};
    return roles.contains(role);
}

QPalette highContrast() {
    QPalette colours(Qt::black);
    for (const auto role : {QPalette::Window, QPalette::Base, QPalette::Button})
        colours.setColor(role, Qt::black);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        colours.setColor(role, Qt::white);
    colours.setColor(QPalette::Highlight, Qt::yellow);
    colours.setColor(QPalette::HighlightedText, Qt::black);
    return colours;
}

/// https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio
double contrast(const QColor& one, const QColor& other) {
    const auto channel = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    const auto luminance = [&](const QColor& colour) {
        return 0.2126 * channel(double(colour.redF())) + 0.7152 * channel(double(colour.greenF())) +
               0.0722 * channel(double(colour.blueF()));
    };
    const auto [low, high] = std::minmax({luminance(one), luminance(other)});
    return (high + 0.05) / (low + 0.05);
}

}  // namespace

class TestAccessibility : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setEffectEnabled(Qt::UI_AnimateMenu, false); }

    void givesEveryControlAFittingRoleAndAName_data() {
        QTest::addColumn<QString>("action");
        for (const char* action : {"showCurve", "showCobweb", "showBifurcation", "tour", "help"})
            QTest::newRow(action) << QString::fromLatin1(action);
    }

    void givesEveryControlAFittingRoleAndAName() {
        QFETCH(QString, action);
        Person person;
        person.trigger(action.toLatin1().constData());
        Person::settle();
        int controls = 0;
        walk(&interfaceOf(&person.window), [&](Interface& at) {
            const QAccessible::State state = at.state();
            const bool tabbed = at.object() && at.object()->isWidgetType() &&
                                (static_cast<QWidget*>(at.object())->focusPolicy() & Qt::TabFocus);
            if (state.invisible) return;
            if (isPressed(at.role()) || isWorked(at.role())) {
                QVERIFY2(!at.text(QAccessible::Name).trimmed().isEmpty(), qPrintable(label(at)));
                ++controls;
            } else if (tabbed) {
                const auto* widget = static_cast<QWidget*>(at.object());
                const bool passesOn = widget->focusProxy() != nullptr;
                const bool scrolls = qobject_cast<const QAbstractScrollArea*>(widget) != nullptr;
                QVERIFY2(passesOn || scrolls, qPrintable(label(at)));
                QVERIFY2(!at.text(QAccessible::Name).isEmpty(), qPrintable(label(at)));
            }
        });
        QVERIFY(controls > 30);
    }

    void givesEveryFieldSliderAndPictureAValue() {
        Person person;
        walk(&interfaceOf(&person.window), [&](Interface& at) {
            const bool has = at.role() == QAccessible::EditableText ||
                             at.role() == QAccessible::Slider ||
                             (at.role() == QAccessible::Chart && at.state().focusable);
            if (has && !at.state().invisible)
                QVERIFY2(!at.text(QAccessible::Value).isEmpty(), qPrintable(label(at)));
        });
    }

    void tellsWhatSlidersMean() {
        Person person;
        Interface& alpha = interfaceOf(person.slider("alpha"));
        QCOMPARE(alpha.role(), QAccessible::Slider);
        QCOMPARE(alpha.text(QAccessible::Value), QStringLiteral("0.02"));
        QCOMPARE(alpha.valueInterface()->currentValue().toDouble(), 0.02);
        QCOMPARE(alpha.valueInterface()->maximumValue().toDouble(), 10.0);
        alpha.valueInterface()->setCurrentValue(0.0314);
        QCOMPARE(person.experiment().session().settings.alpha, 0.0314);
        alpha.valueInterface()->setCurrentValue(1e9);
        QCOMPARE(person.experiment().session().settings.alpha, 10.0);
        QCOMPARE(valueOf(person.slider("maxIterations")), QStringLiteral("200"));
        QCOMPARE(valueOf(person.find<QSlider>("speed")), QStringLiteral("5 steps/s"));
    }

    void theRulerIsASlider() {
        Person person;
        auto* ruler = person.find<QWidget>("ruler");
        Interface& zones = interfaceOf(ruler);
        QCOMPARE(zones.role(), QAccessible::Slider);
        QCOMPARE(zones.text(QAccessible::Name), QStringLiteral("Zones of the learning rate"));
        QCOMPARE(zones.text(QAccessible::Value), QStringLiteral("0.02"));
        QVERIFY(zones.text(QAccessible::Description).contains(QStringLiteral("the ball rolls")));
        QCOMPARE(zones.valueInterface()->maximumValue().toDouble(), 10.0);
        zones.valueInterface()->setCurrentValue(0.2);
        QCOMPARE(person.experiment().session().settings.alpha, 0.2);
        QVERIFY(zones.text(QAccessible::Description).contains(QStringLiteral("can’t stay")));
        person.press(Qt::Key_Tab);
        for (int i = 0; i < 100 && !ruler->hasFocus(); ++i) person.press(Qt::Key_Tab);
        QVERIFY(zones.state().focused);
        person.press(Qt::Key_Right);
        QVERIFY(zones.valueInterface()->currentValue().toDouble() > 0.2);
    }

    void tellsWhereTheTimelineIs() {
        Person person;
        Interface& timeline = interfaceOf(person.find<QSlider>("timeline"));
        QCOMPARE(timeline.text(QAccessible::Value), QStringLiteral("Step 0 of 48"));
        QCOMPARE(timeline.valueInterface()->maximumValue().toDouble(), 48.0);
        timeline.valueInterface()->setCurrentValue(5);
        QCOMPARE(person.position(), 5.0);
        QCOMPARE(timeline.text(QAccessible::Value), QStringLiteral("Step 5 of 48"));
    }

    void tellsTheCurveInWords() {
        Person person;
        QCOMPARE(interfaceOf(person.curve()).role(), QAccessible::Chart);
        QCOMPARE(interfaceOf(person.curve()).childCount(), 0);
        const auto starts = [&](const char* words) {
            const QString told = descriptionOf(person.curve());
            return told.startsWith(QString::fromUtf8(words));
        };
        QVERIFY2(starts("Step 0 of 48: the ball is at x = 2, f = 2; slope 17. Reached a local "
                        "minimum at x = 1.347"),
                 qPrintable(descriptionOf(person.curve())));
        for (int i = 0; i < 5; ++i) person.trigger("forward");
        QVERIFY2(starts("Step 5 of 48: the ball is at x = "),
                 qPrintable(descriptionOf(person.curve())));
        person.trigger("last");
        QVERIFY2(
            starts("Step 48 of 48: the ball is at x = 1.347, f = −2.61856; slope 7.25632×10⁻⁷."),
            qPrintable(descriptionOf(person.curve())));
        QTRY_VERIFY_WITH_TIMEOUT(
            descriptionOf(person.curve()).contains(QStringLiteral("Of the starts in view, ")),
            60'000);
        QVERIFY(
            descriptionOf(person.curve()).contains(QStringLiteral("\u00a0% end near x = −1.473")));
    }

    void tellsTheOtherPicturesInWords() {
        Person person;
        const QString stair = descriptionOf(person.find<plot::CobwebView>("cobweb"));
        QVERIFY2(stair.contains(QStringLiteral("the stair leads from x = 2 to x = 1.66")) &&
                     stair.contains(QStringLiteral("m = 0.724544")),
                 qPrintable(stair));
        const QString forks = descriptionOf(person.find<plot::BifurcationView>("bifurcation"));
        QVERIFY2(forks.startsWith(QStringLiteral("At the present α = 0.02: Reached")) &&
                     forks.contains(QStringLiteral("where α passes 0.145")),
                 qPrintable(forks));
        const QString lines = descriptionOf(person.find<plot::ConvergenceView>("convergence"));
        QVERIFY2(lines.contains(QStringLiteral("f goes from 2 to −2.61856")), qPrintable(lines));
        const QString zones = descriptionOf(person.slider("alpha"));
        QVERIFY2(zones.contains(QStringLiteral("the ball rolls")) &&
                     zones.contains(QStringLiteral("the limit 2/f″ = 0.145")),
                 qPrintable(zones));
        QCOMPARE(descriptionOf(person.field("alpha")), zones);
    }

    void noNumberIsMissingInWhatIsTold_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("start");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<QString>("typed");
        const auto row = [](const char* state, const char* function, double start, double alpha,
                            const char* typed = "") {
            QTest::newRow(state) << QString::fromLatin1(function) << start << alpha
                                 << QString::fromLatin1(typed);
        };
        row("undefined at the start", "log(x)", 0, 0.1);
        row("a pole at the start", "1/x", 0, 0.1);
        row("undefined everywhere", "sqrt(-1-x^2)", 1, 0.1);
        row("an infinite slope", "sqrt(x)", 0, 0.1);
        row("an undefined slope", "x^x", 0, 0.1);
        row("leaves the domain", "sqrt(x)", 0.1, 0.5);
        row("crosses a pole", "1/x", -1, 0.5);
        row("diverges", "x^2", 1, 10);
        row("diverges at once", "exp(x^2)", 20, 1);
        row("no step", "x^2", 0, 0.1);
        row("flat", "3", 1, 0.1);
        row("a corner", "abs(x)", 1, 0.3);
        row("far away", "exp(-x^2)", 1e12, 0.1);
        row("stalled", "x^2+1e16", 1, 1e-12);
        row("does not read", "x^2", 1, 0.1, "x^2+sin(");
        row("nothing typed", "x^2", 1, 0.1, " ");
    }
    void noNumberIsMissingInWhatIsTold() {
        QFETCH(QString, function);
        QFETCH(double, start);
        QFETCH(double, alpha);
        QFETCH(QString, typed);
        const QList<descent::Method> methods{descent::Gradient(), descent::Adam(),
                                             descent::Momentum(), descent::Backtracking()};
        for (const auto direction : {descent::Direction::Descend, descent::Direction::Ascend}) {
            for (const descent::Method& method : methods) {
                session::Session session;
                session.function = functionOf(function);
                session.initialGuess = start;
                session.settings.alpha = alpha;
                session.settings.direction = direction;
                session.settings.method = method;
                window::MainWindow window(session);
                window.show();
                QVERIFY(QTest::qWaitForWindowExposed(&window));
                QTRY_VERIFY_WITH_TIMEOUT(window.experiment().verdict(), 20'000);
                if (!typed.isEmpty()) {
                    auto* line = window.findChild<QWidget*>(QStringLiteral("function"))
                                     ->findChild<QLineEdit*>();
                    line->selectAll();
                    QTest::keyClicks(line, typed);
                }
                Person::settle();
                for (const Qt::Key view : {Qt::Key_1, Qt::Key_2, Qt::Key_3}) {
                    QTest::keyClick(&window, view, Qt::ControlModifier);
                    Person::settle();
                    const QStringList faults = unsaid(window);
                    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
                }
                QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
                window.findChild<QAction*>(QStringLiteral("last"))->trigger();
                Person::settle();
                const QStringList faults = unsaid(window);
                QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
            }
        }
    }

    void readsTheCards() {
        Person person;
        auto* verdict = person.find<window::TextCard>("verdict");
        QCOMPARE(interfaceOf(verdict).role(), QAccessible::StaticText);
        QVERIFY2(nameOf(verdict).startsWith(
                     QStringLiteral("Verdict: Reached a local minimum at x = 1.347, f = −2.61856")),
                 qPrintable(nameOf(verdict)));
        QVERIFY(valueOf(verdict).startsWith(QStringLiteral("Reached")));
        auto* step = person.find<window::TextCard>("stepCard");
        QCOMPARE(valueOf(step),
                 QStringLiteral("x1 = x0 − α f′(x0) = 2 − 0.02 · 17 = 1.66 f: 2 → −1.76907"));
        QSignalSpy verdicts(verdict->findChild<window::ScreenReaderText*>(),
                            &window::ScreenReaderText::announced);
        QSignalSpy steps(step->findChild<window::ScreenReaderText*>(),
                         &window::ScreenReaderText::announced);
        person.type(person.field("alpha"), QStringLiteral("0.2"));
        QTRY_VERIFY(!verdicts.isEmpty());
        QTRY_VERIFY(!steps.isEmpty());
        QCOMPARE(verdicts.last().first().toString(), valueOf(verdict));
        QVERIFY(!nameOf(verdict).contains(QStringLiteral("Reached a local minimum at x = 1.347")));
    }

    void readsTheDerivativeAndTheFaultOfAFunction() {
        Person person;
        QCOMPARE(descriptionOf(person.functionEdit()), QStringLiteral("f′(x) = 4*x^3 - 8*x + 1"));
        person.type(person.functionEdit(), QStringLiteral("x^2 + foo(x)"));
        QCOMPARE(descriptionOf(person.functionEdit()),
                 QStringLiteral("At character 7: “foo” is not known here. Functions are sin, exp, "
                                "ln, sqrt …; write a product with a *, as in a*x."));
        QCOMPARE(nameOf(person.find<QLabel>("message")), descriptionOf(person.functionEdit()));
        person.type(person.functionEdit(), QStringLiteral("x^2"));
        QCOMPARE(descriptionOf(person.functionEdit()), QStringLiteral("f′(x) = 2*x"));
    }

    void readsTheFaultOfANumber() {
        Person person;
        const QString usual = descriptionOf(person.field("alpha"));
        person.type(person.field("alpha"), QStringLiteral("-1"));
        person.press(Qt::Key_Return);
        QVERIFY(!person.fault("alpha").isEmpty());
        QCOMPARE(descriptionOf(person.field("alpha")), person.fault("alpha"));
        person.press(Qt::Key_Escape);
        QCOMPARE(descriptionOf(person.field("alpha")), usual);
    }

    void keepsSilentWhileTheBallRolls() {
        Person person;
        auto* timeline = person.find<QSlider>("timeline");
        auto* counter = person.find<QLabel>("counter");
        QSignalSpy announced(person.curve()->findChild<window::ScreenReaderText*>(),
                             &window::ScreenReaderText::announced);
        person.trigger("play");
        QTRY_VERIFY_WITH_TIMEOUT(person.position() > 3, 20'000);
        QVERIFY(person.experiment().player().playing());
        QCOMPARE(announced.count(), 0);
        QCOMPARE(timeline->value(), 0);
        QVERIFY(timeline->sliderPosition() > 0);
        QCOMPARE(counter->accessibleName(), QStringLiteral("Step 0 of 48"));
        QVERIFY2(valueOf(timeline).startsWith(QStringLiteral("Between steps ")),
                 qPrintable(valueOf(timeline)));
        person.trigger("play");
        QTRY_COMPARE(announced.count(), 1);
        QVERIFY(announced.last().first().toString().contains(
            QStringLiteral("the ball rolls from x = ")));
        QCOMPARE(timeline->value(), timeline->sliderPosition());
        QCOMPARE(counter->accessibleName(), valueOf(timeline));
    }

    void announcesWhereStepsByHandEnd() {
        Person person;
        QSignalSpy announced(person.curve()->findChild<window::ScreenReaderText*>(),
                             &window::ScreenReaderText::announced);
        for (int i = 0; i < 4; ++i) person.trigger("forward");
        QTRY_COMPARE(announced.count(), 1);
        QVERIFY(announced.last().first().toString().startsWith(QStringLiteral("Step 4 of 48")));
    }

    void leadsTabThroughAllInTheOrderOfTheEye() {
        Person person;
        person.trigger("forward");  // all five buttons can be pressed
        person.functionEdit()->setFocus();
        std::vector<QWidget*> visited;
        QWidget* first = QApplication::focusWidget();
        do {
            visited.push_back(QApplication::focusWidget());
            QTest::keyClick(visited.back(), Qt::Key_Tab);
        } while (QApplication::focusWidget() != first && visited.size() < 100);
        const QStringList expected{QStringLiteral("function"),
                                   QStringLiteral("gallery"),
                                   QStringLiteral("compare"),
                                   QStringLiteral("tabs"),
                                   QStringLiteral("curve"),
                                   QStringLiteral("first"),
                                   QStringLiteral("back"),
                                   QStringLiteral("play"),
                                   QStringLiteral("forward"),
                                   QStringLiteral("last"),
                                   QStringLiteral("timeline"),
                                   QStringLiteral("speed"),
                                   QStringLiteral("why"),
                                   QStringLiteral("descend"),
                                   QStringLiteral("method"),
                                   QStringLiteral("initialGuess.field"),
                                   QStringLiteral("initialGuess.slider"),
                                   QStringLiteral("alpha.field"),
                                   QStringLiteral("alpha.slider"),
                                   QStringLiteral("alpha.ruler"),
                                   QStringLiteral("maxIterations.field"),
                                   QStringLiteral("maxIterations.slider"),
                                   QStringLiteral("more"),
                                   QStringLiteral("rates"),
                                   QStringLiteral("qt_tabwidget_tabbar"),
                                   QStringLiteral("quantities"),
                                   QStringLiteral("convergence")};
        QStringList names;
        for (const QWidget* widget : visited) {
            const QString own = widget->objectName();
            const bool part = qobject_cast<window::Parameter*>(widget->parentWidget());
            names += own.isEmpty() ? widget->parentWidget()->objectName()
                     : part        ? widget->parentWidget()->objectName() + QLatin1Char('.') + own
                                   : own;
        }
        QCOMPARE(names, expected);
        QTest::keyClick(first, Qt::Key_Backtab);
        QCOMPARE(QApplication::focusWidget(), visited.back());
    }

    void letsTabOutOfTheTable() {
        Person person;
        person.find<QTabWidget>("charts")->setCurrentIndex(1);
        auto* table = person.find<window::IterationTable>("iterations");
        table->setFocus();
        person.press(Qt::Key_Down);
        QCOMPARE(person.position(), 1.0);
        person.press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), person.functionEdit());
        person.press(Qt::Key_Backtab);
        QCOMPARE(QApplication::focusWidget(), table);
    }

    void showsTheFocusOfThePictures_data() {
        QTest::addColumn<QString>("name");
        for (const char* name :
             {"curve", "cobweb", "bifurcation", "convergence", "ruler", "iterations"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void showsTheFocusOfThePictures() {
        QFETCH(QString, name);
        Person person;
        if (name == QLatin1String("cobweb")) person.trigger("showCobweb");
        if (name == QLatin1String("bifurcation")) person.trigger("showBifurcation");
        if (name == QLatin1String("iterations"))
            person.find<QTabWidget>("charts")->setCurrentIndex(1);
        auto* picture = person.window.findChild<QWidget*>(name);
        auto* ring = picture->findChild<window::FocusRing*>();
        QVERIFY(ring);
        for (int i = 0; i < 100; ++i) {
            person.press(Qt::Key_Tab);
            if (picture->hasFocus()) break;
        }
        QVERIFY(picture->hasFocus());
        QVERIFY(ring->isVisible());
        QCOMPARE(ring->geometry(), picture->rect());
        const QColor highlight = picture->palette().color(QPalette::Highlight);
        const QImage seen = picture->grab().toImage();
        QCOMPARE(seen.pixelColor(0, 0), highlight);
        QCOMPARE(seen.pixelColor(seen.width() - 1, seen.height() - 1), highlight);
        person.press(Qt::Key_Tab);
        QVERIFY(!ring->isVisible());
    }

    void pansAndZoomsByKeyboard() {
        Person person;
        person.curve()->setFocus();
        const insight::Range before = person.curve()->range();
        person.press(Qt::Key_Right, Qt::ShiftModifier);
        const insight::Range right = person.curve()->range();
        QVERIFY(std::abs(right.low - before.low - before.width() / 10) < 0.01 * before.width());
        QVERIFY(std::abs(right.width() - before.width()) < 1e-9);
        const insight::Range values = person.curve()->valueRange();
        person.press(Qt::Key_Up, Qt::ShiftModifier);
        QVERIFY(person.curve()->valueRange().low > values.low);
        QCOMPARE(person.position(), 0.0);
        person.trigger("zoomIn");
        QVERIFY(person.curve()->range().width() < right.width());
        person.trigger("fit");
        QTRY_COMPARE(person.curve()->range().low, before.low);
    }

    void movesTheInitialGuessByKeyboard_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("curve") << QStringLiteral("curve");
        QTest::newRow("cobweb") << QStringLiteral("cobweb");
    }

    void movesTheInitialGuessByKeyboard() {
        QFETCH(QString, name);
        Person person;
        if (name == QLatin1String("cobweb")) person.trigger("showCobweb");
        auto* picture = person.window.findChild<QWidget*>(name);
        picture->setFocus();
        const double start = person.experiment().session().initialGuess[0];
        const double width = person.experiment().session().range.width();
        person.press(Qt::Key_Left, Qt::ControlModifier);
        const double moved = person.experiment().session().initialGuess[0];
        QVERIFY(moved < start && moved > start - 0.05 * width);
        person.press(Qt::Key_Right, Qt::ControlModifier);
        QVERIFY(std::abs(person.experiment().session().initialGuess[0] - start) < 1e-9);
        for (int i = 0; i < 300; ++i) QTest::keyClick(picture, Qt::Key_Right, Qt::ControlModifier);
        QVERIFY(person.experiment().session().initialGuess[0] <=
                person.curve()->range().high + 1e-9);
    }

    void movesAlphaInTheBifurcationDiagramByKeyboard() {
        Person person;
        person.trigger("showBifurcation");
        auto* picture = person.find<plot::BifurcationView>("bifurcation");
        picture->setFocus();
        const double alpha = person.experiment().session().settings.alpha;
        person.press(Qt::Key_Right, Qt::ControlModifier);
        QVERIFY(person.experiment().session().settings.alpha > alpha);
        const insight::Range before = picture->valueRange();
        person.press(Qt::Key_Down, Qt::ShiftModifier);
        QVERIFY(picture->valueRange().low < before.low);
    }

    void stepsTheTimelineByKeyboard() {
        Person person;
        auto* timeline = person.find<QSlider>("timeline");
        timeline->setFocus();
        person.press(Qt::Key_Up);
        QCOMPARE(person.position(), 1.0);
        person.press(Qt::Key_PageUp);
        QCOMPARE(person.position(), 5.0);
        person.press(Qt::Key_Down);
        QCOMPARE(person.position(), 4.0);
        person.press(Qt::Key_PageDown);
        QCOMPARE(person.position(), 0.0);
        person.press(Qt::Key_Down);
        QCOMPARE(person.position(), 0.0);
        person.trigger("last");
        person.press(Qt::Key_Up);
        QCOMPARE(person.position(), 48.0);
        QCOMPARE(timeline->value(), timeline->maximum());
    }

    void choosesViewsAndExamplesByKeyboard() {
        Person person;
        person.find<QTabBar>("tabs")->setFocus();
        person.press(Qt::Key_Right);
        QVERIFY(person.find<plot::CobwebView>("cobweb")->isVisible());
        QCOMPARE(person.position(), 0.0);
        person.find<QWidget>("gallery")->setFocus();
        person.press(Qt::Key_Space);
        QVERIFY(QApplication::activePopupWidget());
        QWidget* list = QApplication::activePopupWidget();
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(person.experiment().session().initialGuess[0],
                 session::examples()[1].session.initialGuess[0]);
    }

    void showsTheWholeVerdictInAShortWindow_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<QString>("alpha");
        QTest::newRow("double well") << QStringLiteral("x^4-4x^2+x") << QStringLiteral("0.02");
        QTest::newRow("swings") << QStringLiteral("x^4-4x^2+x") << QStringLiteral("0.15");
        QTest::newRow("diverges") << QStringLiteral("x^2") << QStringLiteral("1.5");
    }

    void showsTheWholeVerdictInAShortWindow() {
        QFETCH(QString, function);
        QFETCH(QString, alpha);
        Person person;
        person.trigger("projector");
        person.window.showNormal();
        person.window.resize(960, 600);
        Person::settle();
        QCOMPARE(person.window.size(), QSize(960, 600));
        person.type(person.functionEdit(), function);
        person.type(person.field("alpha"), alpha);
        person.waitForRun();
        auto* verdict = person.find<window::TextCard>("headline");
        QTextDocument text;
        text.setDocumentMargin(0);
        text.setDefaultFont(verdict->font());
        text.setHtml(verdict->text());
        text.setTextWidth(verdict->width());
        QVERIFY2(verdict->height() >= text.size().height(),
                 qPrintable(QString::number(text.size().height())));
        auto* chart = person.find<plot::ConvergenceView>("convergence");
        QVERIFY2(chart->height() >= 90, qPrintable(QString::number(chart->height())));
        auto* column = person.find<window::ScrollColumn>("account");
        chart->setFocus(Qt::TabFocusReason);
        Person::settle();
        const QRect seen(chart->mapTo(column->viewport(), QPoint()), chart->size());
        QVERIFY(column->viewport()->rect().intersects(seen));
        QVERIFY(column->verticalScrollBar()->maximum() == 0 || seen.bottom() <= column->height());
        QVERIFY(column->widget()->width() <= column->viewport()->width());
    }

    void followsAHighContrastPalette_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("white on black") << true;
        QTest::newRow("black on white") << false;
    }

    void followsAHighContrastPalette() {
        QFETCH(bool, dark);
        QPalette palette = highContrast();
        if (!dark) {
            palette.setColor(QPalette::Window, Qt::white);
            palette.setColor(QPalette::WindowText, Qt::black);
        }
        const plot::Theme theme = plot::Theme::matching(palette);
        QCOMPARE(theme.ground, palette.color(QPalette::Window));
        QCOMPARE(theme.text, palette.color(QPalette::WindowText));
        const std::map<const char*, QColor> inks{
            {"zero", theme.zero},         {"grid", theme.grid},          {"curve", theme.curve},
            {"faded", theme.faded},       {"ball", theme.ball},          {"start", theme.start},
            {"trail", theme.trail},       {"tangent", theme.tangent},    {"minimum", theme.minimum},
            {"diverges", theme.diverges}, {"unsettled", theme.unsettled}};
        for (const auto& [name, ink] : inks) {
            const double ratio = contrast(ink, theme.ground);
            QVERIFY2(ratio >= 3,
                     qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(name)).arg(ratio)));
        }
    }
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
