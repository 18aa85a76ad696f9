// SPDX-License-Identifier: GPL-3.0-or-later
// How α changes over a run, noise on its gradient, and the α that goes with a method, as a person
// sets them in the window.
#include <QAbstractItemView>
#include <QComboBox>
#include <QStandardPaths>
#include <QToolButton>

#include "person.h"
#include "plot/paint/tip.h"
#include "session/link.h"
#include "session/method.h"
#include "session/methodwords.h"
#include "window/runner/alphasketch.h"

namespace {

class Scheduler : public Person {
public:
    using Person::Person;

    const descent::Settings& settings() { return experiment().session().settings; }
    QString schedule() { return session::scheduleText(settings().schedule); }
    QToolButton* fold() { return find<QToolButton>("rates"); }
    /// As it is shown while they are folded, and told at all times.
    QString summary() { return fold()->accessibleDescription(); }
    void unfold() {
        QTest::mouseClick(fold(), Qt::LeftButton, {}, QPoint(10, fold()->height() / 2));
        settle();
    }
    /// By keys, from the first one down.
    void choose(const char* list, const QString& name) {
        auto* box = find<QComboBox>(list);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int i = 0; i < box->count() && box->currentText() != name; ++i)
            QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(box->currentText(), name);
        settle();
        waitForRun();
    }
    /// From the list, without what lies between.
    void pick(const char* list, const QString& name) {
        auto* box = find<QComboBox>(list);
        QTest::mouseClick(box, Qt::LeftButton);
        box->view()->setCurrentIndex(box->model()->index(box->findText(name), 0));
        QTest::keyClick(box->view(), Qt::Key_Return);
        settle();
        QCOMPARE(box->currentText(), name);
        waitForRun();
    }
    void chooseSchedule(const char* name) { choose("schedule", QString::fromUtf8(name)); }
    void chooseMethod(const char* name) { choose("method", QString::fromUtf8(name)); }
    QLineEdit* key(const char* name) {
        return find<QWidget>("keys")->findChild<QLineEdit*>(QString::fromLatin1(name));
    }
    QString alphaNote() {
        auto* note = find<QLabel>("alphaNote");
        return note->isVisible() ? note->text() : QString();
    }
    QString undoText() { return find<QAction>("undo")->text(); }
};

}  // namespace

class TestSchedule : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void theListHasEveryScheduleWithALine() {
        Scheduler person;
        auto* box = person.find<QComboBox>("schedule");
        QCOMPARE(box->count(), static_cast<int>(descent::schedules().size()));
        for (const descent::Schedule& schedule : descent::schedules()) {
            QVERIFY(box->findText(session::scheduleLabel(schedule)) >= 0);
            QVERIFY(!session::scheduleTip(schedule).isEmpty());
            for (const descent::Setting& key : descent::settingsOf(schedule))
                QVERIFY2(!session::knobTip(key.knob).isEmpty() &&
                             session::knobTip(key.knob) != session::knobLabel(key.knob),
                         std::string(key.knob).c_str());
        }
    }

    void theFoldShowsThemAndIsRemembered() {
        Scheduler person;
        QVERIFY(!person.find<QWidget>("schedule")->isVisible());
        QCOMPARE(person.fold()->text(), QStringLiteral("Schedule and noise"));
        person.unfold();
        QVERIFY(person.find<QWidget>("schedule")->isVisible());
        QVERIFY(person.find<QWidget>("noise")->isVisible());
        QVERIFY(!person.find<QWidget>("keys")->isVisible());
        QVERIFY(!person.find<QWidget>("sketch")->isVisible());
        QVERIFY(!person.find<QWidget>("seed")->isVisible());
        const model::Preferences kept = person.window.preferences();
        QVERIFY(kept.schedule);
        Scheduler next(kept);
        QVERIFY(next.find<QWidget>("schedule")->isVisible());
        next.unfold();
        QVERIFY(!next.window.preferences().schedule);
    }

    void onlyTheKeysOfTheScheduleAreThere() {
        Scheduler person;
        person.unfold();
        for (const descent::Schedule& schedule : descent::schedules()) {
            person.choose("schedule", session::scheduleLabel(schedule));
            QCOMPARE(person.settings().schedule, schedule);
            const auto keys = descent::settingsOf(schedule);
            const auto shown = person.find<QWidget>("keys")->findChildren<QLineEdit*>();
            QCOMPARE(shown.size(), static_cast<qsizetype>(keys.size()));
            for (const descent::Setting& key : keys)
                QVERIFY(person.key(std::string(key.knob).c_str())->isVisible());
            QCOMPARE(person.find<QWidget>("sketch")->isVisible(), !descent::isConstant(schedule));
        }
    }

    void aScheduleRunsAtOnceAndIsUndone() {
        Scheduler person;
        person.waitForRun();
        const std::size_t steps = person.experiment().player().steps();
        person.unfold();
        person.chooseSchedule("Exponential decay");
        QCOMPARE(person.schedule(), QStringLiteral("exponential"));
        QVERIFY(person.experiment().player().steps() > steps);
        QCOMPARE(person.undoText(),
                 QString::fromUtf8("&Undo Change the schedule to Exponential decay"));
        person.trigger("undo");
        QCOMPARE(person.schedule(), QStringLiteral("constant"));
        QCOMPARE(person.find<QComboBox>("schedule")->currentText(), QStringLiteral("Constant"));
        person.waitForRun();
        QCOMPARE(person.experiment().player().steps(), steps);
    }

    void aKeyIsTypedAndComesBackWithItsSchedule() {
        Scheduler person;
        person.unfold();
        person.chooseSchedule("Step decay");
        person.type(person.key("every"), QStringLiteral("40"));
        QCOMPARE(person.schedule(), QStringLiteral("step:every=40"));
        QCOMPARE(person.summary(), QString::fromUtf8("α · 0.5 every 40 steps"));
        person.chooseSchedule("Warm-up");
        QCOMPARE(person.summary(), QString::fromUtf8("α grows in 10 steps"));
        person.chooseSchedule("Step decay");
        QCOMPARE(person.schedule(), QStringLiteral("step:every=40"));
    }

    void theFoldTellsWhatItHides() {
        Scheduler person;
        person.unfold();
        person.chooseSchedule("Step decay");
        person.type(person.field("noise"), QStringLiteral("0.3"));
        QCOMPARE(person.fold()->text(), QStringLiteral("Schedule and noise"));
        person.unfold();
        const QString summary = QString::fromUtf8("σ = 0.3, α · 0.5 every 10 steps");
        QCOMPARE(person.fold()->text(), summary);
        QVERIFY(person.fold()->toolTip().startsWith(
            plot::wrapped(summary).chopped(QStringLiteral("</qt>").size())));
        QVERIFY(person.find<QWidget>("controls")
                    ->rect()
                    .contains(person.fold()->geometry().marginsAdded(QMargins(0, 0, 8, 0))));
    }

    void keysAreTurned() {
        Scheduler person;
        person.unfold();
        person.chooseSchedule("Step decay");
        person.key("every")->setFocus();
        person.press(Qt::Key_Up);
        QCOMPARE(person.schedule(), QStringLiteral("step:every=11"));
        person.press(Qt::Key_Down);
        QCOMPARE(person.schedule(), QStringLiteral("step"));
        person.type(person.key("every"), QStringLiteral("1"));
        person.press(Qt::Key_Down);
        QCOMPARE(person.schedule(), QStringLiteral("step:every=1"));
        person.type(person.key("gamma"), QStringLiteral("1"));
        person.press(Qt::Key_Up);
        QCOMPARE(person.schedule(), QStringLiteral("step:every=1,gamma=1"));
        person.press(Qt::Key_Down);
        QCOMPARE(person.schedule(), QStringLiteral("step:every=1,gamma=0.99"));
    }

    void aKnobLeavesNothingToo() {
        Scheduler person;
        person.chooseMethod("Momentum");
        person.type(person.find<QLineEdit>("beta"), QStringLiteral("0"));
        person.press(Qt::Key_Down);
        QCOMPARE(session::methodText(person.settings().method), QStringLiteral("momentum:beta=0"));
        person.press(Qt::Key_Up);
        QCOMPARE(session::methodText(person.settings().method),
                 QStringLiteral("momentum:beta=0.01"));
    }

    void aWrongKeyIsToldAndChangesNothing_data() {
        QTest::addColumn<QString>("schedule");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("fault");
        QTest::newRow("whole") << "Step decay" << QByteArray("every") << "2.5"
                               << QString::fromUtf8(
                                      "K must be a whole number from 1 to 1,000,000, not 2.5.");
        QTest::newRow("large") << "Exponential decay" << QByteArray("gamma") << "1.5"
                               << QString::fromUtf8("γ must be over 0 and at most 1, not 1.5.");
        QTest::newRow("none") << "Inverse decay" << QByteArray("rate") << "0"
                              << QString::fromUtf8("R must be over 0 and below 1000000, not 0.");
        QTest::newRow("rich") << "Warm-up" << QByteArray("steps") << "<b>2</b>"
                              << QString::fromUtf8(
                                     "“<b>2</b>” cannot be read as a number. Type "
                                     "one such as 2, −0.5 or pi/2.");
    }
    void aWrongKeyIsToldAndChangesNothing() {
        QFETCH(QString, schedule);
        QFETCH(QByteArray, key);
        QFETCH(QString, text);
        Scheduler person;
        person.unfold();
        person.choose("schedule", schedule);
        const descent::Settings before = person.settings();
        person.paste(person.key(key.constData()), text);
        QTRY_VERIFY(!person.fault(key).isEmpty());
        QTEST(person.fault(key), "fault");
        QCOMPARE(person.faultNote(key)->textFormat(), Qt::PlainText);
        QCOMPARE(person.settings(), before);
    }

    void noiseComesWithItsSeed() {
        Scheduler person;
        person.unfold();
        person.type(person.field("noise"), QStringLiteral("0.3"));
        QCOMPARE(person.settings().noise, (descent::Noise{0.3, 1}));
        QVERIFY(person.find<QWidget>("seed")->isVisible());
        QCOMPARE(person.summary(), QString::fromUtf8("Noise σ = 0.3"));
        person.waitForRun();
        const auto places = [&] {
            std::vector<double> x;
            for (std::size_t n = 0; n < 5; ++n) x.push_back(person.experiment().trajectory().x(n));
            return x;
        };
        const auto first = places();
        QTest::mouseClick(person.find<QToolButton>("newSeed"), Qt::LeftButton);
        person.waitForRun();
        QVERIFY(person.settings().noise.seed != 1);
        QVERIFY(places() != first);
        person.type(person.find<QLineEdit>("seed"), QStringLiteral("1"));
        person.waitForRun();
        QVERIFY(places() == first);
        person.type(person.find<QLineEdit>("seed"), QStringLiteral("7"));
        person.type(person.field("noise"), QStringLiteral("0.4"));
        QCOMPARE(person.settings().noise, (descent::Noise{0.4, 7}));
        person.type(person.field("noise"), QStringLiteral("0"));
        QVERIFY(!person.find<QWidget>("seed")->isVisible());
        QCOMPARE(person.summary(), QString());
    }

    void aNewSeedIsAnotherOne() {
        Scheduler person;
        person.unfold();
        person.type(person.field("noise"), QStringLiteral("1"));
        for (int i = 0; i < 20; ++i) {
            const std::uint64_t before = person.settings().noise.seed;
            QTest::mouseClick(person.find<QToolButton>("newSeed"), Qt::LeftButton);
            QVERIFY(person.settings().noise.seed != before);
        }
        for (int i = 0; i < 20; ++i) person.trigger("undo");
        QCOMPARE(person.settings().noise, (descent::Noise{1, 1}));
        person.trigger("undo");
        QCOMPARE(person.settings().noise.sigma, 0.0);
    }

    void aWrongSeedIsTold_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"2.5", "-1", "1e3", "9007199254740992"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void aWrongSeedIsTold() {
        QFETCH(QString, text);
        Scheduler person;
        person.unfold();
        person.type(person.field("noise"), QStringLiteral("1"));
        person.paste(person.find<QLineEdit>("seed"), text);
        QTRY_COMPARE(person.fault("seed"),
                     QString::fromUtf8("The seed must be a whole number from 0 to "
                                       "9,007,199,254,740,991, not “%1”.")
                         .arg(text));
        QCOMPARE(person.settings().noise.seed, std::uint64_t{1});
    }

    void theLargestSeedIsKept() {
        Scheduler person;
        person.unfold();
        person.type(person.field("noise"), QStringLiteral("1"));
        auto* seed = person.find<QLineEdit>("seed");
        person.paste(seed, QStringLiteral("9007199254740991"));
        QCOMPARE(person.settings().noise.seed, session::mostSeed);
        person.press(Qt::Key_Up);
        QCOMPARE(person.settings().noise.seed, session::mostSeed);
        person.press(Qt::Key_Return);
        seed->setFocus();
        QCOMPARE(seed->text(), QStringLiteral("9007199254740991"));
        QVERIFY(person.fault("seed").isEmpty());
    }

    void theSliderOfTheNoiseBeginsAtNone() {
        Scheduler person;
        person.unfold();
        person.slider("noise")->setFocus();
        person.press(Qt::Key_End);
        QCOMPARE(person.settings().noise.sigma, 100.0);
        person.press(Qt::Key_Home);
        QCOMPARE(person.settings().noise.sigma, 0.0);
        person.field("noise")->setFocus();
        person.press(Qt::Key_Up);
        QCOMPARE(person.settings().noise.sigma, 0.001);
        person.press(Qt::Key_Down);
        QCOMPARE(person.settings().noise.sigma, 0.0);
    }

    void aSessionWithAScheduleUnfoldsIt() {
        session::Session session = session::examples().front().session;
        session.settings.schedule = descent::Cosine();
        window::MainWindow window(session);
        window.show();
        QVERIFY(window.findChild<QWidget*>(QStringLiteral("schedule"))->isVisible());
        QVERIFY(!window.preferences().schedule);
    }

    void theSketchFollowsAlphaAndTheBall() {
        window::AlphaSketch sketch;
        descent::Settings settings;
        settings.alpha = 0.1;
        settings.schedule = descent::StepDecay{50, 0.5};
        settings.maxIterations = 100;
        sketch.setSettings(settings);
        sketch.resize(200, 40);
        const auto top = [&](double part) {
            const QImage image = sketch.grab().toImage();
            const int x = static_cast<int>(part * image.width());
            const QColor ground = image.pixelColor(0, 0);
            for (int y = 0; y < image.height(); ++y)
                if (image.pixelColor(x, y) != ground) return y;
            return image.height();
        };
        sketch.setPosition(100);
        QVERIFY(top(0.4) < 8);
        QVERIFY(top(0.6) > 14);
        QVERIFY2(sketch.accessibleDescription().startsWith(
                     QString::fromUtf8("α is 0.1 at the first step and 0.05 at step 100")),
                 qPrintable(sketch.accessibleDescription()));
        const QImage before = sketch.grab().toImage();
        sketch.setPosition(20);
        QVERIFY(sketch.grab().toImage() != before);
    }

    void theDotOfTheSketchMovesWithTheBall() {
        Scheduler person;
        person.unfold();
        person.chooseSchedule("Cosine decay");
        auto* sketch = person.find<QWidget>("sketch");
        const QImage before = sketch->grab().toImage();
        person.trigger("last");
        Person::settle();
        QVERIFY(sketch->grab().toImage() != before);
    }

    void theAlphaThatIsUsualComesWithTheMethod_data() {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("note");
        const auto row = [](const char* method) {
            QTest::newRow(method) << QString::fromUtf8(method)
                                  << QString::fromUtf8(
                                         "α is 1 now, as is usual for %1; it was 0.037.")
                                         .arg(QString::fromUtf8(method));
        };
        row("Newton’s method");
        row("AdaDelta");
    }
    void theAlphaThatIsUsualComesWithTheMethod() {
        QFETCH(QString, method);
        QFETCH(QString, note);
        Scheduler person;
        person.type(person.field("alpha"), QStringLiteral("0.037"));
        person.press(Qt::Key_Return);
        person.pick("method", method);
        QCOMPARE(person.settings().alpha, 1.0);
        QCOMPARE(person.alphaNote(), note);
        QVERIFY(person.undoText().contains(QStringLiteral("Change the method to ")));
        person.trigger("undo");
        QCOMPARE(person.settings().alpha, 0.037);
        QCOMPARE(person.settings().method, descent::Method());
        QCOMPARE(person.alphaNote(), QString());
        person.trigger("redo");
        QCOMPARE(person.settings().alpha, 1.0);
        person.chooseMethod("Gradient descent");
        QCOMPARE(person.settings().alpha, 0.037);
        QVERIFY2(person.alphaNote().contains(QString::fromUtf8("α is 0.037 again")),
                 qPrintable(person.alphaNote()));
        person.type(person.field("alpha"), QStringLiteral("0.1"));
        QCOMPARE(person.alphaNote(), QString());
    }

    void anOpenedSessionHasNoFormerAlpha() {
        Scheduler person;
        person.chooseMethod("Newton’s method");
        QApplication::clipboard()->setText(session::toLink(person.experiment().session()));
        const Answer answer(QMessageBox::Discard);
        person.trigger("openLink");
        Person::settle();
        person.chooseMethod("Gradient descent");
        QCOMPARE(person.settings().alpha, descent::usualRate);
        QVERIFY(person.alphaNote().contains(QStringLiteral("usual for Gradient descent")));
    }

    void methodsOfOneUsualAlphaKeepIt() {
        Scheduler person;
        person.type(person.field("alpha"), QStringLiteral("0.037"));
        person.chooseMethod("Lion");
        QCOMPARE(person.settings().alpha, 0.037);
        QCOMPARE(person.alphaNote(), QString());
    }

    void whatAnExampleUnfoldsIsFoldedWhenItGoes() {
        Scheduler person;
        std::size_t varied = 0;
        const std::vector<session::Example> all = session::examples();
        while (varied < all.size() && descent::isConstant(all[varied].session.settings.schedule))
            ++varied;
        QVERIFY(varied < all.size());
        person.chooseExample(varied);
        person.waitForRun();
        QVERIFY(person.fold()->isChecked());
        person.chooseExample(0);
        person.waitForRun();
        QVERIFY(!person.fold()->isChecked());
        person.chooseExample(varied);
        person.waitForRun();
        QVERIFY(person.fold()->isChecked());
        person.chooseExample(varied);
        person.waitForRun();
        QVERIFY(person.fold()->isChecked());
    }
};

QTEST_MAIN(TestSchedule)
#include "tst_schedule.moc"
