// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing beside the picture moves while a run plays, while α is dragged, or from one runner to the
// next.
#include <QComboBox>
#include <QDebug>
#include <QMap>
#include <QStandardPaths>
#include <QTabWidget>
#include <QToolButton>

#include "person.h"

namespace {

/// Where everything that is seen beside the picture begins, and how wide it is, by name.
QMap<QString, QRect> places(Person& person) {
    QMap<QString, QRect> all;
    for (const char* name : {"verdictCard", "controls", "alpha", "maxIterations", "more",
                             "stepCard", "charts", "side", "views", "transport", "play"}) {
        auto* part = person.find<QWidget>(name);
        if (part && part->isVisible())
            all[QString::fromLatin1(name)] = {part->mapToGlobal(QPoint()), QSize(part->width(), 1)};
    }
    all[QStringLiteral("pages")] = QRect(0, 0, person.find<QTabWidget>("charts")->count(), 1);
    return all;
}

QByteArray moved(const QMap<QString, QRect>& before, const QMap<QString, QRect>& after) {
    QStringList names;
    for (const QString& name : before.keys() + after.keys()) {
        QString words;
        QDebug(&words) << name << before.value(name) << after.value(name);
        if (before.value(name) != after.value(name)) names += words;
    }
    return names.join(u' ').toUtf8();
}

void choose(Person& person, int method) {
    auto* methods = person.find<QComboBox>("method");
    methods->setFocus();
    QTest::keyClick(methods, Qt::Key_Home);
    for (int i = 0; i < method; ++i) QTest::keyClick(methods, Qt::Key_Down);
    person.waitForRun();
    Person::settle();
}

}  // namespace

class SteadyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void nothingMovesWhileARunPlays_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<QSize>("size");
        for (const char* function : {"x^2", "x^2+y^2"})
            for (const QSize size : {QSize(1280, 800), QSize(1366, 768)})
                QTest::newRow(QByteArray(function) + ' ' + QByteArray::number(size.width()))
                    << QString::fromLatin1(function) << size;
    }
    void nothingMovesWhileARunPlays() {
        QFETCH(QString, function);
        QFETCH(QSize, size);
        Person person;
        person.window.resize(size);
        person.paste(person.functionEdit(), function);
        person.waitForRun();
        for (int method = 0; method < person.find<QComboBox>("method")->count(); ++method) {
            choose(person, method);
            person.trigger("first");
            Person::settle();
            const QMap<QString, QRect> before = places(person);
            for (const char* way : {"forward", "last"}) {
                person.trigger(way);
                Person::settle();
                QVERIFY2(moved(before, places(person)).isEmpty(),
                         person.find<QComboBox>("method")->currentText().toUtf8() + ": " +
                             moved(before, places(person)));
            }
        }
    }

    void nothingMovesWhileAlphaIsDragged_data() {
        QTest::addColumn<QString>("function");
        for (const char* function : {"x^4-4*x^2+x", "x^2", "(1-x)^2+100*(y-x^2)^2"})
            QTest::newRow(function) << QString::fromLatin1(function);
    }
    void nothingMovesWhileAlphaIsDragged() {
        QFETCH(QString, function);
        Person person;
        person.paste(person.functionEdit(), function);
        person.waitForRun();
        person.find<QToolButton>("why")->click();
        auto* slider = person.slider("alpha");
        slider->setSliderDown(true);
        Person::settle();
        const QMap<QString, QRect> before = places(person);
        for (int place = 0; place <= 1000; place += 50) {
            slider->setSliderPosition(place);
            person.waitForRun();
            QVERIFY2(moved(before, places(person)).isEmpty(), moved(before, places(person)));
        }
        slider->setSliderDown(false);
        Person::settle();
        const auto* reasons = person.find<QWidget>("reasons");
        QVERIFY(reasons->height() >= reasons->sizeHint().height());
    }

    void theNoteOnANewAlphaLeavesItsPlaceWhenTheDragEnds() {
        Person person;
        choose(person, person.find<QComboBox>("method")->findText(QStringLiteral("AdaDelta")));
        auto* note = person.find<QWidget>("alphaNote");
        QVERIFY(note->isVisible());
        auto* slider = person.slider("alpha");
        const int below = person.find<QWidget>("more")->y();
        slider->setSliderDown(true);
        slider->setSliderPosition(slider->sliderPosition() - 100);
        person.waitForRun();
        QVERIFY(!note->isVisible());
        QCOMPARE(person.find<QWidget>("more")->y(), below);
        slider->setSliderDown(false);
        Person::settle();
        QVERIFY(person.find<QWidget>("more")->y() < below);
    }

    void thePanelIsAsWideForEveryRunner() {
        Person person;
        const int wide = person.find<QWidget>("side")->width();
        for (int method = 1; method < person.find<QComboBox>("method")->count(); ++method) {
            choose(person, method);
            QVERIFY2(person.find<QWidget>("side")->width() == wide,
                     person.find<QComboBox>("method")->currentText().toUtf8());
        }
        person.trigger("addCopy");
        Person::settle();
        QCOMPARE(person.find<QWidget>("side")->width(), wide);
    }
};

QTEST_MAIN(SteadyTest)
#include "tst_steady.moc"
