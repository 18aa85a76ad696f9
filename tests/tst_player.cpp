// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "model/player.h"

using model::Player;

class TestPlayer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void movesWithTimeAndSpeed() {
        Player player;
        player.setSteps(100, false);
        player.setSpeed(10);
        player.play();
        player.advance(0.25, false);
        QCOMPARE(player.position(), 2.5);
        QVERIFY(player.playing());
    }

    void stopsAtTheEndOfAFinishedRun() {
        Player player;
        player.setSteps(3, false);
        player.play();
        player.advance(60, false);
        QCOMPARE(player.position(), 3.0);
        QVERIFY(!player.playing());
    }

    void waitsAtTheEndOfARunThatGrows() {
        Player player;
        player.setSteps(3, false);
        player.play();
        player.advance(60, true);
        QVERIFY(player.playing());
        player.setSteps(1000, true);
        player.advance(1, true);
        QCOMPARE(player.position(), 3.0 + player.speed());
    }

    void playsAgainFromTheStart() {
        Player player;
        player.setSteps(3, false);
        player.setPosition(3);
        player.play();
        QCOMPARE(player.position(), 0.0);
    }

    void stepsToWholeNumbersAndPauses() {
        Player player;
        player.setSteps(5, false);
        player.play();
        player.setPosition(2.5);
        player.stepForward();
        QCOMPARE(player.position(), 3.0);
        QVERIFY(!player.playing());
        player.setPosition(2.5);
        player.stepBack();
        QCOMPARE(player.position(), 2.0);
        player.setPosition(5);
        player.stepForward();
        QCOMPARE(player.position(), 5.0);
        player.setPosition(0);
        player.stepBack();
        QCOMPARE(player.position(), 0.0);
    }

    void staysInsideAShorterRun() {
        Player player;
        player.setSteps(50, false);
        player.setPosition(40);
        player.setSteps(10, false);
        QCOMPARE(player.position(), 10.0);
    }

    void takesItsPlaceAgainWhenTheRunHasComeThatFar() {
        Player player;
        player.setSteps(50, false);
        player.setPosition(40);
        player.setSteps(10, true);
        QCOMPARE(player.position(), 10.0);
        player.setSteps(60, true);
        QCOMPARE(player.position(), 40.0);
    }

    void takesItsPlaceAgainInALongerRun() {
        Player player;
        player.setSteps(50, false);
        player.setPosition(40);
        player.setSteps(40, false);
        player.setSteps(10, false);
        player.setSteps(60, false);
        QCOMPARE(player.position(), 40.0);
    }

    void theEndThatWasChosenIsTheEndOfTheNextRun() {
        Player player;
        player.setSteps(5, false);
        player.setPosition(4);
        player.stepForward();
        player.setSteps(50, false);
        QCOMPARE(player.position(), 50.0);
        player.setSteps(0, false);
        player.setSteps(8, false);
        QCOMPARE(player.position(), 8.0);
        player.setSteps(0, false);
        player.setPosition(0);
        player.setSteps(8, false);
        QCOMPARE(player.position(), 0.0);
    }

    void staysAtTheEndOfARunThatGrows() {
        Player player;
        player.setSteps(50, true);
        player.goToEnd();
        player.setSteps(60, true);
        QCOMPARE(player.position(), 60.0);
        player.setSteps(70, false);
        QCOMPARE(player.position(), 70.0);
    }

    void clampsTheSpeed() {
        Player player;
        player.setSpeed(0);
        QCOMPARE(player.speed(), Player::slowest);
        player.setSpeed(1e9);
        QCOMPARE(player.speed(), Player::fastest);
    }
};

QTEST_APPLESS_MAIN(TestPlayer)
#include "tst_player.moc"
