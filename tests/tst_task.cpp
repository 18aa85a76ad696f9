// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <atomic>
#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>

#include "run/task.h"

using run::Task;
using namespace std::chrono_literals;

class TestTask : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesItsValueOnce() {
        Task<std::string> task([](const std::stop_token&) { return std::string("done"); });
        QVERIFY(task.wait(60s));
        QVERIFY(task.over());
        QCOMPARE(task.take().value(), std::string("done"));
        QVERIFY(!task.take());
    }

    void computesOnAThreadOfItsOwn() {
        Task<std::thread::id> task(
            [](const std::stop_token&) { return std::this_thread::get_id(); });
        QVERIFY(task.wait(60s));
        QVERIFY(task.take() != std::this_thread::get_id());
    }

    void hasNoValueBeforeTheEnd() {
        std::atomic<bool> held = true;
        Task<int> task([&](const std::stop_token&) {
            while (held) std::this_thread::sleep_for(1ms);
            return 1;
        });
        QVERIFY(!task.wait(1ms));
        QVERIFY(!task.over());
        QVERIFY(!task.take());
        held = false;
        QVERIFY(task.wait(60s));
        QCOMPARE(task.take().value(), 1);
    }

    void aTaskThatFailsHasNoValue() {
        Task<int> task([](const std::stop_token&) -> int { throw std::runtime_error("no"); });
        QVERIFY(task.wait(60s));
        QVERIFY(!task.take());
    }

    void isStoppedWhereItIsReplaced() {
        std::atomic<int> stopped = 0;
        const auto endless = [&](const std::stop_token& stop) {
            while (!stop.stop_requested()) std::this_thread::yield();
            return ++stopped;
        };
        auto task = std::make_unique<Task<int>>(endless);
        task = std::make_unique<Task<int>>(endless);
        QCOMPARE(stopped.load(), 1);
        task.reset();
        QCOMPARE(stopped.load(), 2);
    }
};

QTEST_APPLESS_MAIN(TestTask)
#include "tst_task.moc"
