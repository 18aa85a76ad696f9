// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSlider>
#include <QSplitter>
#include <QTest>
#include <QTimer>

#include "model/experiment.h"
#include "output/formats.h"
#include "plot/view/curveview.h"
#include "session/examples.h"
#include "window/mainwindow.h"
#include "window/text/textcard.h"

/// The window of a person: found by name, used with keys and mouse.
class Person {
public:
    explicit Person(model::Preferences preferences = {},
                    const output::Formats& formats = output::formats())
        : window(session::examples().front().session, std::move(preferences), formats) {
        window.resize(1280, 800);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        settle();
    }

    template <typename Widget>
    Widget* find(const char* name) {
        return window.findChild<Widget*>(QString::fromLatin1(name));
    }
    plot::CurveView* curve() { return find<plot::CurveView>("curve"); }
    QLineEdit* functionEdit() { return find<QWidget>("function")->findChild<QLineEdit*>(); }
    QSlider* slider(const char* parameter) {
        return find<QWidget>(parameter)->findChild<QSlider*>(QStringLiteral("slider"));
    }
    QLineEdit* field(const char* parameter) {
        return find<QWidget>(parameter)->findChild<QLineEdit*>(QStringLiteral("field"));
    }
    /// What is wrong with a parameter, as long as it is told.
    QLabel* faultNote(const QByteArray& parameter) {
        return find<QLabel>(QByteArray(parameter + "Fault").constData());
    }
    QString fault(const QByteArray& parameter) {
        QLabel* note = faultNote(parameter);
        return note->isVisible() ? note->text() : QString();
    }
    /// As rich text, without the letter that gives its line room.
    QString message() {
        return find<QLabel>("message")->text().remove(QStringLiteral("<big>\u200b</big>"));
    }
    /// With the reasons, whether they are unfolded or not.
    QString verdict() {
        const QString reasons = find<window::TextCard>("reasons")->text();
        const QString sentence = find<window::TextCard>("verdict")->text();
        return reasons.isEmpty() ? sentence : sentence + QLatin1Char(' ') + reasons;
    }
    const model::Experiment& experiment() { return window.experiment(); }
    double position() { return experiment().player().position(); }

    void type(QLineEdit* line, const QString& text) {
        line->setFocus();
        line->selectAll();
        if (text.isEmpty()) {
            QTest::keyClick(line, Qt::Key_Delete);
        } else {
            QTest::keyClicks(line, text);
        }
        settle();
    }
    /// Pulls the edge of the panel by the mouse.
    void pullPanel(int by) {
        QWidget* handle = find<QSplitter>("splitter")->handle(1);
        const QPoint from = handle->rect().center();
        QTest::mousePress(handle, Qt::LeftButton, {}, from);
        QTest::mouseMove(handle, from + QPoint(by / 2, 0));
        QTest::mouseMove(handle, from + QPoint(by / 2, 0));
        QTest::mouseRelease(handle, Qt::LeftButton, {}, from);
        settle();
    }
    void paste(QLineEdit* line, const QString& text) {
        QApplication::clipboard()->setText(text);
        line->setFocus();
        line->selectAll();
        QTest::keyClick(line, Qt::Key_V, Qt::ControlModifier);
        settle();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        settle();
    }
    void trigger(const char* action) { find<QAction>(action)->trigger(); }
    /// Of the Examples menu, in their order.
    QList<QAction*> exampleActions() {
        QList<QAction*> all;
        for (const QAction* group : find<QMenu>("examplesMenu")->actions())
            all += group->menu()->actions();
        return all;
    }
    void chooseExample(std::size_t example) {
        exampleActions()[static_cast<qsizetype>(example)]->trigger();
    }
    void waitForRun() {
        QVERIFY(QTest::qWaitFor([this] { return experiment().verdict().has_value(); }, 20000));
        settle();
    }
    void waitForBasins() {
        QVERIFY(QTest::qWaitFor([this] { return curve()->basins()->complete; }, 20000));
        settle();
    }
    /// The part of the plot that receives the mouse.
    QWidget* stage() {
        QWidget* child = curve()->childAt(curve()->rect().center());
        return child ? child : curve();
    }
    /// Until what has been asked for is done, however slow the machine is.
    static void settle() {
        QTest::qWait(30);
        const QDeadlineTimer deadline(1000);
        QElapsedTimer clock;
        do {
            clock.start();
            QTest::qWait(10);
        } while (clock.elapsed() > 20 && !deadline.hasExpired());
    }

    window::MainWindow window;
};

/// Answers the next message box with this button and tells what it said.
class Answer : public QObject {
public:
    explicit Answer(QMessageBox::StandardButton button) : m_button(button) {
        m_clock.start(20);
        connect(&m_clock, &QTimer::timeout, this, &Answer::answer);
    }
    bool given() const { return !text.isEmpty(); }
    QString text;

private:
    void answer() {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        if (!box) return;
        m_clock.stop();
        text = box->text();
        box->button(m_button)->click();
    }
    QMessageBox::StandardButton m_button;
    QTimer m_clock;
};
