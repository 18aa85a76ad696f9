// SPDX-License-Identifier: GPL-3.0-or-later
#include <QMenu>
#include <QRegularExpression>

#include "model/changing.h"
#include "person.h"
#include "pixels.h"
#include "plot/step/parabola.h"
#include "session/method.h"
#include "session/sessionfile.h"
#include "window/panels/views.h"
#include "window/text/screenreadertext.h"

namespace {

const QColor parabola = plot::parabolaColour(plot::Theme::light());

QString utf8(const char* text) {
    return QString::fromUtf8(text);
}

bool isDrawn(Person& person) {
    person.curve()->draw();
    const QImage shot = person.curve()->grab().toImage();
    return pixelsLike(shot, parabola, shot.rect()) > 100;
}

QString card(Person& person) {
    QString text = person.find<window::TextCard>("stepCard")->text();
    text.replace(QLatin1String("&nbsp;"), QLatin1String(" "));
    return text.remove(QRegularExpression(QStringLiteral("<[^>]*>")));
}

QString accountOf(Person& person) {
    using window::ScreenReaderText;
    return ScreenReaderText::of(*person.curve())->words(ScreenReaderText::Part::Text);
}

void choose(Person& person, const char* method) {
    session::Session next = person.experiment().session();
    next.settings.method = *session::methodFrom(QString::fromLatin1(method));
    person.window.findChild<model::Experiment*>()->change(next);
    person.waitForRun();
}

}  // namespace

class TestParabola : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aKeyShowsAndHidesIt() {
        Person person;
        person.waitForRun();
        QVERIFY(!isDrawn(person));
        person.press(Qt::Key_B, Qt::ControlModifier);
        QVERIFY(person.experiment().session().parabola);
        QVERIFY(person.find<QAction>("parabola")->isChecked());
        QVERIFY(isDrawn(person));
        QVERIFY2(card(person).contains(utf8("parabola: curvature 1/α = 50")),
                 qPrintable(card(person)));
        person.press(Qt::Key_B, Qt::ControlModifier);
        QVERIFY(!isDrawn(person));
        QVERIFY(!card(person).contains(utf8("parabola")));
    }

    void itIsTakenBackAndComesAgain() {
        Person person;
        person.waitForRun();
        person.trigger("parabola");
        Person::settle();
        QVERIFY(person.find<QAction>("undo")->text().contains(utf8("Show the parabola")));
        person.press(Qt::Key_Z, Qt::ControlModifier);
        person.waitForRun();
        QVERIFY(!isDrawn(person));
        QVERIFY(!person.find<QAction>("parabola")->isChecked());
        person.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        person.waitForRun();
        QVERIFY(isDrawn(person));
        QVERIFY(person.find<QAction>("parabola")->isChecked());
    }

    void itFollowsTheMethod() {
        Person person;
        person.waitForRun();
        auto* action = person.find<QAction>("parabola");
        action->trigger();
        Person::settle();
        QVERIFY(action->isEnabled());
        choose(person, "newton");
        QVERIFY(action->isEnabled() && isDrawn(person));
        QVERIFY2(card(person).contains(utf8("(x0)|/α = 2000")), qPrintable(card(person)));
        choose(person, "momentum");
        QVERIFY(!action->isEnabled() && !isDrawn(person));
        QCOMPARE(
            action->toolTip(),
            utf8("Momentum has no such parabola: more than the gradient here makes its step."));
        QVERIFY(!card(person).contains(utf8("parabola")));
        choose(person, "gradient");
        QVERIFY(action->isChecked() && isDrawn(person));
    }

    void theCardAndTheScreenReaderTellThePartsOfAStep() {
        Person person;
        choose(person, "momentum");
        person.press(Qt::Key_Right);
        QVERIFY2(card(person).contains(utf8(" (carried) ")), qPrintable(card(person)));
        QVERIFY2(card(person).contains(utf8(" (new)")), qPrintable(card(person)));
        const QString told = accountOf(person);
        QVERIFY2(
            told.contains(QRegularExpression(utf8("The step of [−0-9.]+ is made of [−0-9.]+ "
                                                  "carried, [−0-9.]+ from the gradient here"))),
            qPrintable(told));
    }

    void theTourDoesNotGiveTheStepAway() {
        Person person;
        choose(person, "momentum");
        person.press(Qt::Key_Right);
        person.find<window::Views>("views")->setVeiled(true);
        const QString told = accountOf(person);
        QVERIFY2(!told.contains(utf8("made of")), qPrintable(told));
    }

    void theLegendOnThePictureTellsOfIt() {
        Person person;
        person.waitForRun();
        person.trigger("legend");
        auto* legend = person.curve()->findChild<QWidget*>(QStringLiteral("legendCard"));
        QVERIFY(!legend->accessibleDescription().contains(utf8("parabola")));
        person.trigger("parabola");
        QVERIFY(legend->accessibleDescription().contains(utf8("parabola to xₙ₊₁")));
        choose(person, "adam");
        QVERIFY(
            legend->accessibleDescription().contains(utf8("carried, new, by f′(xₙ), plain step")));
        QVERIFY(!legend->accessibleDescription().contains(utf8("parabola")));
    }
};

QTEST_MAIN(TestParabola)
#include "tst_parabola.moc"
