// SPDX-License-Identifier: GPL-3.0-or-later
// The names of a function in the window: several variables at the field, chips that make them
// constants, and what is said of functions that cannot be.
#include <QTabBar>
#include <QToolButton>

#include "model/history.h"
#include "person.h"
#include "plot/view/mapview.h"
#include "popups.h"
#include "sentence.h"
#include "window/panels/functionfield.h"
#include "window/panels/gallery.h"

namespace {

/// Somebody who has typed a function.
struct Typist : Person {
    explicit Typist(const char* function) { typeFunction(function); }

    void typeFunction(const char* function) {
        type(functionEdit(), QString::fromUtf8(function));
        press(Qt::Key_Return);
        waitForRun();
    }
    const session::Session& session() { return experiment().session(); }
    QStringList variables() { return session().function.variables(); }
    QToolButton* chip(const char* name) {
        return find<QToolButton>(qPrintable(QStringLiteral("variable_") + QLatin1String(name)));
    }
    QToolButton* constant(const char* name) {
        return find<QToolButton>(qPrintable(QStringLiteral("constant_") + QLatin1String(name)));
    }
    bool shows(const char* view) {
        return find<QTabBar>("tabs")->tabText(find<QTabBar>("tabs")->currentIndex()) ==
               QLatin1String(view);
    }
    /// "f(x, y) =", without the marks of rich text.
    QString head() {
        for (const QLabel* label : find<QWidget>("function")->findChildren<QLabel*>())
            if (label->buddy() == functionEdit()) return plain(label->text());
        return {};
    }
    QString told() { return plain(message()); }
    static QString plain(QString richText) {
        return richText.remove(QRegularExpression(QStringLiteral("<[^>]*>")));
    }
    bool isFault() { return find<QLabel>("message")->property("fault").toBool(); }
    void makeConstant(const char* name) {
        QTest::mouseClick(chip(name), Qt::LeftButton);
        settle();
        QVERIFY(openMenu());
        choose(openMenu(), QStringLiteral("Hold %1").arg(QLatin1String(name)));
    }
};

}  // namespace

class TestVariables : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFieldTellsItsVariablesAndTheGradient_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<QString>("head");
        QTest::addColumn<QString>("gradient");
        const auto row = [](const char* function, const char* head, const char* gradient) {
            QTest::newRow(function) << QString::fromUtf8(function) << QString::fromUtf8(head)
                                    << QString::fromUtf8(gradient);
        };
        row("x^2", "f(x) =", "f′(x) = 2x");
        row("x^2+10*y^2", "f(x, y) =", "∇f = (2x, 20y)");
        row("a*x^2+b*y", "f(x, y) =", "∇f = (2a·x, b)");
        row("f(u, w) = u*w", "f(u, w) =", "∇f = (w, u)");
        row("x*y*z", "f(x, y, z) =", "∇f = (y·z, x·z, x·y)");
        row("x1+x2+x3+x4+x5+x6+x7+x8", "f(x₁, …, x₈) =", "∇f = (1, 1, 1, 1, 1, 1, 1, 1)");
    }
    void theFieldTellsItsVariablesAndTheGradient() {
        QFETCH(QString, function);
        QFETCH(QString, head);
        QFETCH(QString, gradient);
        Typist person(qPrintable(function));
        QCOMPARE(person.head(), head);
        QString told = person.told();
        told.remove(QRegularExpression(QStringLiteral("[\u2060\u202f]")));
        QCOMPARE(told, gradient);
    }

    void whatScreenReadersSayNamesEachSlope() {
        Typist person("x^2+10*y^2");
        QCOMPARE(person.functionEdit()->accessibleName(), QStringLiteral("Function of x and y"));
        const auto* message = person.find<QLabel>("message");
        QCOMPARE(message->accessibleName(), QStringLiteral("∂f/∂x = 2*x\n∂f/∂y = 20*y"));
        QCOMPARE(message->accessibleDescription(), QStringLiteral("The gradient of the function"));
        QVERIFY(message->toolTip().contains(QStringLiteral("<br>")));
    }

    void longNamesLeaveTheFunctionItsRoom() {
        Typist person("x^2+1");
        person.window.resize(960, 600);
        person.typeFunction("f(learningrate, temperature) = learningrate^2+temperature^2");
        QCOMPARE(person.variables().size(), 2);
        QCOMPARE(person.head(), QStringLiteral("f(…) ="));
    }

    void aGradientThatDoesNotFitEndsInAnEllipsis() {
        Typist person("sin(x*y)*cos(x-y)*exp(x*y)*(1+x^2+y^2)^3");
        person.window.resize(960, 600);
        Person::settle();
        const auto* message = person.find<QLabel>("message");
        QVERIFY(message->sizeHint().width() > message->width());
        const auto* parent = message->parentWidget();
        bool isCut = false;
        for (const QLabel* label : parent->findChildren<QLabel*>())
            isCut = isCut || (label->text() == QStringLiteral("…") && label->isVisible());
        QVERIFY(isCut);
        QVERIFY(
            QString(message->toolTip()).remove(QChar(0x2060)).contains(QStringLiteral("∂f/∂y")));
        QVERIFY(person.chip("y")->geometry().right() <= person.chip("y")->parentWidget()->width());
    }

    void chipsAreThereOnlyForSeveralVariables() {
        Typist person("x^2");
        QVERIFY(!person.find<QWidget>("variables")->isVisible());
        person.typeFunction("x^2+y^2");
        QVERIFY(person.chip("x")->isVisible() && person.chip("y")->isVisible());
        person.typeFunction("x^2+3");
        QVERIFY(!person.find<QWidget>("variables")->isVisible());
    }

    void aVariableBecomesAConstantAndBack() {
        Typist person("x^2+x*y+y^2");
        QVERIFY(person.shows("Map"));
        person.makeConstant("y");
        person.waitForRun();
        QCOMPARE(person.variables(), QStringList{QStringLiteral("x")});
        QVERIFY(person.shows("Curve"));
        QVERIFY(person.constant("y")->isVisible());
        QCOMPARE(person.head(), QStringLiteral("f(x) ="));
        QVERIFY(!person.find<QWidget>("variables")->isVisible());
        QCOMPARE(person.find<QAction>("undo")->text(), QStringLiteral("&Undo Hold y constant"));
        QTest::mouseClick(person.constant("y"), Qt::LeftButton);
        Person::settle();
        auto* make = person.find<QPushButton>("makeVariable");
        QVERIFY(make && make->isVisible());
        QTest::mouseClick(make, Qt::LeftButton);
        Person::settle();
        person.waitForRun();
        QCOMPARE(person.variables(), (QStringList{QStringLiteral("x"), QStringLiteral("y")}));
        QVERIFY(person.shows("Map"));
        QCOMPARE(person.find<QAction>("undo")->text(), QStringLiteral("&Undo Let y vary"));
    }

    void theConstantHasTheValueOfTheStart() {
        Typist person("x^2+y^2");
        const descent::Point start = person.session().initialGuess;
        person.makeConstant("x");
        QCOMPARE(person.session().constants.front().value, start[0]);
        QCOMPARE(person.session().initialGuess[0], start[1]);
        QCOMPARE(person.head(), QStringLiteral("f(y) ="));
    }

    void aChangedRoleIsUndone() {
        Typist person("a*x^2");
        const session::Session before = person.session();
        QTest::mouseClick(person.constant("a"), Qt::LeftButton);
        Person::settle();
        QTest::mouseClick(person.find<QPushButton>("makeVariable"), Qt::LeftButton);
        Person::settle();
        QCOMPARE(person.variables(), (QStringList{QStringLiteral("x"), QStringLiteral("a")}));
        person.waitForRun();
        person.trigger("undo");
        Person::settle();
        QVERIFY(person.session().function == before.function);
        QCOMPARE(person.session().constants, before.constants);
        QVERIFY(person.shows("Curve"));
        QVERIFY(person.constant("a")->isVisible());
        person.trigger("redo");
        Person::settle();
        QCOMPARE(person.variables(), (QStringList{QStringLiteral("x"), QStringLiteral("a")}));
        QVERIFY(person.shows("Map"));
    }

    void keysReachTheChips() {
        Typist person("x^2+y^2+a");
        QWidget* tabs = person.find<QTabBar>("tabs");
        tabs->setFocus(Qt::TabFocusReason);
        QTest::keyClick(tabs, Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), person.chip("x"));
        QTest::keyClick(person.chip("x"), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), person.chip("y"));
        QCOMPARE(person.chip("y")->accessibleName(), QStringLiteral("Variable y"));
        QTest::keyClick(person.chip("y"), Qt::Key_Space);
        Person::settle();
        QVERIFY(openMenu());
        QTest::keyPress(openMenu(), Qt::Key_Return);
        Person::settle();
        QCOMPARE(person.variables(), QStringList{QStringLiteral("x")});
        // The next key goes to the picture, and erases no function.
        QVERIFY(QApplication::focusWidget() != person.functionEdit());
        QTest::keyClick(person.functionEdit(), Qt::Key_End);
        QCOMPARE(person.functionEdit()->text(), QStringLiteral("x^2+y^2+a"));
    }

    void whatIsInFrontIsWrittenAnew() {
        Typist person("f(w) = w^2+k*w");
        QTest::mouseClick(person.constant("k"), Qt::LeftButton);
        Person::settle();
        QTest::mouseClick(person.find<QPushButton>("makeVariable"), Qt::LeftButton);
        Person::settle();
        QCOMPARE(person.functionEdit()->text(), QStringLiteral("f(w, k) = w^2+k*w"));
    }

    void theMessageStandsAsideOfTheChips() {
        Typist person("x1+x2+x3+x4+x5+x6+x7+x8^2");
        for (const int width : {960, 1280}) {
            person.window.resize(width, 600);
            Person::settle();
            QCOMPARE(person.window.width(), width);
            const auto* message = person.find<QLabel>("message");
            const auto* chips = person.find<QWidget>("variables");
            QVERIFY(message->geometry().right() < chips->geometry().left());
            QVERIFY(chips->geometry().right() <= chips->parentWidget()->width());
        }
    }

    void aFunctionThatCannotBeIsToldInOneSentence_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* function, const char* said) {
            QTest::newRow(function) << QString::fromUtf8(function) << QString::fromUtf8(said);
        };
        row("x+y+z+x1+x2+x3+x4+x5+x6", "At most 8 names can vary, and here are 9");
        row("f(x, sin) = x^2", "Type only the right-hand side");
        row("f(x, e) = x^2", "Type only the right-hand side");
        row("f(x, π) = x^2", "Type only the right-hand side");
        row("x^2+y^2+", "A value is missing");
    }
    void aFunctionThatCannotBeIsToldInOneSentence() {
        QFETCH(QString, function);
        QFETCH(QString, said);
        Typist person("x^2+y^2");
        person.paste(person.functionEdit(), function);
        QVERIFY(person.isFault());
        QVERIFY2(person.told().contains(said), qPrintable(person.told()));
        QVERIFY2(isSentenceOrStartsWithAQuote(person.told()), qPrintable(person.told()));
        QVERIFY(person.chip("y")->isVisible());
        person.press(Qt::Key_Escape);
        QVERIFY(!person.isFault());
    }

    void aFunctionWithoutAVariableIsLevel() {
        Typist person("5");
        QVERIFY(!person.isFault());
        QCOMPARE(person.variables(), QStringList{QStringLiteral("x")});
        QVERIFY(person.shows("Curve"));
    }

    /// In eight names, and with a Hessian that is too large: no hang.
    void twoThousandCharactersAreReadOrRefused() {
        Typist person("x^2");
        QString sum;
        for (int i = 0; sum.size() < 1985; ++i)
            sum += QStringLiteral("%1x%2")
                       .arg(i == 0 ? QString() : QStringLiteral("+"))
                       .arg(1 + i % 8);
        QString product = sum;
        product.replace(u'+', u'*');
        QString nested = QStringLiteral("x1");
        for (int i = 2; nested.size() < 1900; ++i)
            nested = QStringLiteral("sin(%1*x%2)").arg(nested).arg(1 + i % 8);
        for (const QString& text : {sum, product, nested}) {
            person.paste(person.functionEdit(), text);
            QTRY_VERIFY(person.isFault() || person.variables().size() == 8);
            if (person.isFault()) {
                QVERIFY2(isSentence(person.told()), qPrintable(person.told()));
            } else {
                QCOMPARE(person.head(), QStringLiteral("f(x₁, …, x₈) ="));
            }
        }
        QVERIFY(person.isFault());
    }

    void theGalleryShowsMapsAndIsWalkedByKeys() {
        Person person;
        person.window.resize(960, 600);
        QTest::mouseClick(person.find<QToolButton>("gallery"), Qt::LeftButton);
        auto* gallery = person.window.findChild<window::Gallery*>();
        Person::settle();
        QTest::keyClick(gallery, Qt::Key_End);
        Person::settle();
        QVERIFY(gallery->currentItem()->text().startsWith(QStringLiteral("Three variables")));
        const QRect item = gallery->visualItemRect(gallery->currentItem());
        const QByteArray place = QByteArray::number(item.top()) + " to " +
                                 QByteArray::number(item.bottom()) + " of " +
                                 QByteArray::number(gallery->viewport()->height());
        QVERIFY2(item.top() >= 0 && item.bottom() < gallery->viewport()->height(), place);
        int maps = 0;
        while (gallery->currentItem()->text().contains(QStringLiteral("y"))) {
            const QImage picture =
                gallery->currentItem()->icon().pixmap(gallery->iconSize()).toImage();
            QSet<QRgb> colours;
            for (int x = 0; x < picture.width(); ++x)
                colours.insert(picture.pixel(x, picture.height() / 3));
            // Relief, not a line on a ground.
            if (colours.size() < 12) break;
            ++maps;
            QTest::keyClick(gallery, Qt::Key_Up);
        }
        QCOMPARE(maps, 13);
        QTest::keyClick(gallery, Qt::Key_Down);
        QTest::keyClick(gallery, Qt::Key_Return);
        Person::settle();
        QCOMPARE(person.experiment().session().function.text(),
                 QStringLiteral("(1-x)^2+100*(y-x^2)^2"));
        QVERIFY(person.find<plot::MapView>("map")->isVisible());
        QCOMPARE(person.experiment().session().range, (insight::Range{-1.8, 1.8}));
        // And back to one variable.
        QTest::mouseClick(person.find<QToolButton>("gallery"), Qt::LeftButton);
        QTest::keyClick(gallery, Qt::Key_Home);
        QTest::keyClick(gallery, Qt::Key_Return);
        Person::settle();
        QVERIFY(person.curve()->isVisible());
    }

    void racesOfOneAndOfSeveralVariablesFollowEachOther() {
        Person person;
        const auto examples = session::examples();
        for (const std::size_t example : {examples.size() - 1, std::size_t(0), examples.size() - 2,
                                          std::size_t(17), examples.size() - 3}) {
            person.chooseExample(example);
            Person::settle();
            person.waitForRun();
            const session::Session& session = person.experiment().session();
            QVERIFY(session.function == examples[example].session.function);
            QCOMPARE(session.others.size(), examples[example].session.others.size());
        }
    }

    void lessonsAreShownOnTheMap() {
        model::Preferences preferences;
        preferences.lesson = 10;
        Person person(preferences);
        person.trigger("tour");
        Person::settle();
        auto* map = person.find<plot::MapView>("map");
        QVERIFY(map->isVisible());
        QCOMPARE(person.experiment().session().function.text(), QStringLiteral("(x^2+3*y^2)/2"));
        QTest::mouseClick(person.find<QPushButton>("next"), Qt::LeftButton);
        Person::settle();
        QVERIFY(map->isVisible());
        QCOMPARE(person.experiment().session().function.text(), QStringLiteral("(x^2+10*y^2)/2"));
        QTest::mouseClick(person.find<QPushButton>("next"), Qt::LeftButton);
        QTest::mouseClick(person.find<QPushButton>("next"), Qt::LeftButton);
        Person::settle();
        QVERIFY(person.curve()->isVisible());
    }
};

QTEST_MAIN(TestVariables)
#include "tst_variables.moc"
