// SPDX-License-Identifier: GPL-3.0-or-later
// The frame of the program: where its window lies, how files are called, what its menus offer.
#include <QScreen>
#include <QScrollArea>
#include <QStatusBar>

#include "person.h"

namespace {

QRect room() {
    return QGuiApplication::primaryScreen()->availableGeometry();
}

bool waitForPlace(window::MainWindow& window) {
    window.show();
    window.activateWindow();
    return QTest::qWaitForWindowActive(&window);
}

}  // namespace

class TestFrame : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstWindowLiesOnTheScreen() {
        window::MainWindow window(session::examples().front().session);
        QVERIFY(waitForPlace(window));
        Person::settle();
        QVERIFY2(room().contains(window.frameGeometry()),
                 qPrintable(QStringLiteral("%1x%2").arg(window.width()).arg(window.height())));
        for (const char* name : {"transport", "statusBar", "side"}) {
            const auto* part = window.findChild<QWidget*>(QString::fromLatin1(name));
            const QRect place(part->mapToGlobal(QPoint(0, 0)), part->size());
            QVERIFY2(room().contains(place), name);
        }
    }

    void aPlaceOnALargerScreenIsFittedIntoThisOne() {
        window::Preferences preferences;
        {
            window::MainWindow large(session::examples().front().session);
            large.resize(room().width() - 50, room().height() + 300);
            large.move(80, 60);
            QVERIFY(waitForPlace(large));
            preferences = large.preferences();
        }
        window::MainWindow again(session::examples().front().session, preferences);
        QVERIFY(waitForPlace(again));
        Person::settle();
        QVERIFY(room().contains(again.frameGeometry()));
    }

    void isUsableAt520Pixels() {
        Person person;
        person.window.resize(960, 520);
        Person::settle();
        QCOMPARE(person.window.size(), QSize(960, 520));
        for (const char* name : {"transport", "statusBar", "views", "controls"}) {
            auto* part = person.find<QWidget>(name);
            const QRect place(part->mapTo(&person.window, QPoint(0, 0)), part->size());
            QVERIFY2(person.window.rect().contains(place), name);
            QVERIFY2(part->height() >= part->minimumSizeHint().height(), name);
        }
    }
};

QTEST_MAIN(TestFrame)
#include "tst_frame.moc"
