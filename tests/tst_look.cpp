// SPDX-License-Identifier: GPL-3.0-or-later
// The cards beside the picture: methods and their knobs, the verdict, the legend, the wide chart.
#include <QCheckBox>
#include <QComboBox>
#include <QStandardPaths>
#include <QTabWidget>
#include <QToolButton>

#include "person.h"
#include "plot/paint/legend.h"
#include "plot/view/convergenceview.h"
#include "session/method.h"
#include "session/methodwords.h"
#include "window/look/look.h"
#include "window/text/textcard.h"

namespace {

class Chooser : public Person {
public:
    using Person::Person;

    QComboBox* methods() { return find<QComboBox>("method"); }
    /// By keys, from the first one down.
    void choose(const QString& name) {
        methods()->setFocus();
        QTest::keyClick(methods(), Qt::Key_Home);
        for (int i = 0; i < methods()->count() && methods()->currentText() != name; ++i)
            QTest::keyClick(methods(), Qt::Key_Down);
        settle();
        waitForRun();
    }
    QLineEdit* knob(const char* name) { return find<QLineEdit>(name); }
    QString method() { return session::methodText(experiment().session().settings.method); }
    double alpha() { return experiment().session().settings.alpha; }
};

}  // namespace

class TestLook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void lettersAreLargeEnoughToRead() {
        Chooser person;
        const auto pixels = [](const QWidget* widget) {
            return QFontInfo(widget->font()).pixelSize();
        };
        QCOMPARE(pixels(person.find<QLabel>("methodLabel")), 13);
        QCOMPARE(pixels(person.functionEdit()), 19);
        QCOMPARE(pixels(person.find<QWidget>("verdict")), 14);
        QCOMPARE(pixels(person.find<QLabel>("note")), 12);
        QCOMPARE(pixels(person.find<QLabel>("ending")), 12);
    }

    void lettersFollowTheSystemsWhereThoseAreLarger() {
        const QFont usual = QApplication::font();
        QFont large = usual;
        large.setPixelSize(26);
        QApplication::setFont(large);
        {
            Chooser person;
            QCOMPARE(QFontInfo(person.find<QLabel>("methodLabel")->font()).pixelSize(), 26);
            QCOMPARE(QFontInfo(person.functionEdit()->font()).pixelSize(), 38);
        }
        QApplication::setFont(usual);
    }

    void theListHasEveryMethodWithALine() {
        Chooser person;
        QCOMPARE(person.methods()->count(), static_cast<int>(descent::methods().size()));
        for (const descent::Method& method : descent::methods()) {
            QVERIFY(person.methods()->findText(session::methodLabel(method)) >= 0);
            QVERIFY2(!session::methodTip(method).isEmpty(),
                     qPrintable(session::methodText(method)));
        }
    }

    void anotherMethodKeepsAlphaAndIsOneStepToUndo() {
        Chooser person;
        person.type(person.field("alpha"), QStringLiteral("0.037"));
        person.press(Qt::Key_Return);
        person.choose(QStringLiteral("Momentum"));
        QCOMPARE(person.method(), QStringLiteral("momentum"));
        QCOMPARE(person.alpha(), 0.037);
        person.trigger("undo");
        QCOMPARE(person.method(), QStringLiteral("gradient"));
        QCOMPARE(person.methods()->currentText(), QStringLiteral("Gradient descent"));
        QCOMPARE(person.alpha(), 0.037);
        person.trigger("redo");
        QCOMPARE(person.method(), QStringLiteral("momentum"));
    }

    void onlyTheKnobsOfTheMethodAreThere() {
        Chooser person;
        QVERIFY(!person.find<QWidget>("knobs")->isVisible());
        person.choose(QStringLiteral("Momentum"));
        QVERIFY(person.knob("beta")->isVisible());
        QVERIFY(!person.knob("beta1"));
        person.choose(QStringLiteral("Adam"));
        QVERIFY(!person.knob("beta"));
        for (const char* name : {"beta1", "beta2", "epsilon"})
            QVERIFY(person.knob(name)->isVisible());
        QVERIFY(person.find<QCheckBox>("correction")->isChecked());
    }

    void aKnobIsTypedAndComesBackWithItsMethod() {
        Chooser person;
        person.choose(QStringLiteral("Momentum"));
        person.type(person.knob("beta"), QStringLiteral("0.5"));
        QCOMPARE(person.method(), QStringLiteral("momentum:beta=0.5"));
        person.choose(QStringLiteral("Adam"));
        QTest::mouseClick(person.find<QCheckBox>("correction"), Qt::LeftButton, {}, QPoint(8, 8));
        QCOMPARE(person.method(), QStringLiteral("adam:correction=off"));
        person.choose(QStringLiteral("Momentum"));
        QCOMPARE(person.method(), QStringLiteral("momentum:beta=0.5"));
    }

    void aKnobOutOfItsRangeIsToldAndChangesNothing() {
        Chooser person;
        person.choose(QStringLiteral("Momentum"));
        person.paste(person.knob("beta"), QStringLiteral("1"));
        QTRY_COMPARE(person.fault("beta"),
                     QStringLiteral("β must be at least 0 and below 1, not 1."));
        QCOMPARE(person.method(), QStringLiteral("momentum"));
    }

    void whyUnfoldsTheReasons() {
        Chooser person;
        person.waitForRun();
        auto* reasons = person.find<QWidget>("reasons");
        QVERIFY(!reasons->isVisible());
        QCOMPARE(person.find<QLabel>("ending")->text(), QStringLiteral("Arrived"));
        QTest::mouseClick(person.find<QToolButton>("why"), Qt::LeftButton);
        QVERIFY(reasons->isVisible());
        QVERIFY(person.window.preferences().why);
    }

    void linesStayWhereThoseAboveThemGetShorter() {
        window::TextCard card;
        card.setSteady(true);
        card.resize(200, 120);
        const auto top = [&card](const char* above) {
            card.setText(QStringLiteral("<p style='margin:0'>%1</p>"
                                        "<p style='margin:0; color:#ff0000'>below</p>")
                             .arg(QString::fromLatin1(above)));
            const QImage image = card.grab().toImage();
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    if (image.pixelColor(x, y).red() > 200 && image.pixelColor(x, y).green() < 100)
                        return y;
            return -1;
        };
        const int low = top("a line that takes two rows or more in so narrow a card");
        QVERIFY(low > 0);
        QCOMPARE(top("short"), low);
    }

    void theEndingIsNamed_data() {
        QTest::addColumn<QString>("alpha");
        QTest::addColumn<QString>("name");
        QTest::newRow("arrives") << QStringLiteral("0.1") << QStringLiteral("Arrived");
        QTest::newRow("crawls") << QStringLiteral("0.001") << QStringLiteral("Still going");
        QTest::newRow("swings") << QStringLiteral("1") << QStringLiteral("Cannot settle");
        QTest::newRow("diverges") << QStringLiteral("2") << QStringLiteral("Gone");
    }
    void theEndingIsNamed() {
        QFETCH(QString, alpha);
        Chooser person;
        person.paste(person.functionEdit(), QStringLiteral("x^2"));
        person.paste(person.field("alpha"), alpha);
        person.waitForRun();
        QTEST(person.find<QLabel>("ending")->text(), "name");
    }

    void theLineUnderTheTabsIsOne() {
        Chooser person;
        person.choose(QStringLiteral("Adam"));
        auto* charts = person.find<QTabWidget>("charts");
        charts->setCurrentIndex(0);
        Person::settle();
        QVERIFY(!charts->cornerWidget()->isVisible());
        const QImage seen = charts->grab().toImage();
        const QRect tabs = charts->tabBar()->geometry();
        const QRgb line = window::look::roles().line.rgb();
        const auto linesAt = [&](int x) {
            int lines = 0;
            for (int y = tabs.center().y(); y < tabs.bottom() + 8; ++y)
                lines += seen.pixel(x, y) == line ? 1 : 0;
            return lines;
        };
        QCOMPARE(linesAt(tabs.right() - 4), 1);
        for (int x = tabs.right() + 1; x < seen.width(); ++x) QCOMPARE(linesAt(x), 0);
    }

    void theLegendLiesOnThePicture() {
        Chooser person;
        auto* legend = person.curve()->findChild<QWidget*>(QStringLiteral("legendCard"));
        QVERIFY(!legend->isVisible());
        person.trigger("legend");
        QVERIFY(legend->isVisible());
        QVERIFY(person.curve()->rect().contains(legend->geometry()));
        QVERIFY(legend->accessibleDescription().contains(QStringLiteral("tangent")));
        person.trigger("legend");
        QVERIFY(!legend->isVisible());
    }

    /// The corners of a line do not tell where it lies between them.
    void theLegendKnowsOfAllOfALine() {
        Chooser person;
        person.paste(person.functionEdit(), QStringLiteral("x"));
        person.waitForRun();
        const QRectF axes = person.curve()->axes();
        const std::vector<QPointF> drawn = person.curve()->drawn();
        for (const double part : {0.2, 0.4, 0.6, 0.8}) {
            const double column = axes.left() + part * axes.width();
            QVERIFY(std::ranges::any_of(
                drawn, [&](QPointF point) { return std::abs(point.x() - column) < 5; }));
        }
    }

    void theLegendKeepsOffTheNumbersOfTheAxes_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("runners");
        for (const int runners : {1, 2, 6, 8}) {
            for (const QSize size : {QSize(960, 600), QSize(1280, 800)})
                QTest::addRow("%d at %d", runners, size.width()) << size << runners;
        }
    }
    void theLegendKeepsOffTheNumbersOfTheAxes() {
        QFETCH(QSize, size);
        QFETCH(int, runners);
        Chooser person;
        person.window.resize(size);
        for (int more = 1; more < runners; ++more) person.press(Qt::Key_D, Qt::ControlModifier);
        person.trigger("legend");
        QVERIFY(QTest::qWaitFor([&] { return person.experiment().complete(); }, 20000));
        Person::settle();
        const auto* legend = person.curve()->findChild<QWidget*>(QStringLiteral("legendCard"));
        QVERIFY(legend->isVisible());
        const QRectF axes = person.curve()->axes();
        QVERIFY(axes.adjusted(-1, -1, 1, 1).contains(legend->geometry()));
        // No other corner is emptier.
        const std::vector<QPointF> drawn = person.curve()->drawn();
        const auto covered = [&](const QRectF& box) {
            return std::ranges::count_if(drawn, [&](QPointF at) { return box.contains(at); });
        };
        QRectF box(legend->geometry());
        const auto least = covered(box);
        for (const QPointF corner : {axes.topLeft(), axes.topRight(), axes.bottomLeft()}) {
            box.moveTo(
                corner.x() > axes.center().x() ? axes.right() - box.width() - 8 : axes.left() + 8,
                corner.y() > axes.center().y() ? axes.bottom() - box.height() - 8 : axes.top() + 8);
            QVERIFY(covered(box) >= least);
        }
    }

    void theLegendGrowsWithTheProjectorsLetters() {
        const plot::Theme usual = plot::Theme::light();
        std::vector<plot::LegendEntry> entries(
            6, {plot::LegendEntry::Sign::Line, usual.curve, QStringLiteral("initial guess")});
        plot::Legend small(entries, usual);
        plot::Legend large(entries, usual.projected());
        small.stack(400);
        large.stack(400);
        QVERIFY(large.size().height() > 1.4 * small.size().height());
        QVERIFY(large.size().width() > 1.4 * small.size().width());
        large.stack(large.size().height() / 2);
        QVERIFY(large.size().height() < 1.2 * small.size().height());
    }

    void theChartGoesBelowThePictureAndComesBack() {
        Chooser person;
        auto* charts = person.find<QTabWidget>("charts");
        auto* chart = person.find<plot::ConvergenceView>("convergence");
        person.trigger("wideChart");
        Person::settle();
        QVERIFY(chart->isVisible() && !charts->isAncestorOf(chart));
        QVERIFY(chart->width() > person.curve()->width() * 0.95);
        person.trigger("wideChart");
        Person::settle();
        QVERIFY(chart->isVisible() && charts->isAncestorOf(chart));
        QCOMPARE(charts->indexOf(chart), 0);
    }
};

QTEST_MAIN(TestLook)
#include "tst_look.moc"
