// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "session/lessons.h"
#include "window/widgets/card.h"

class QActionGroup;
class QMenu;

namespace Ui {
class Tour;
}

namespace window {

class AnswerButton;

/// The guided tour: a lesson tells its idea and asks what will happen; an answer starts the run,
/// and when the ball has come to rest, or when it is asked for, the explanation follows. A lesson
/// may be answered again; one that was answered is shown as answered until the tour is started
/// again.
class Tour : public Card {
    Q_OBJECT

public:
    /// There is at least one lesson. Shows the first, and asks for nothing before start().
    explicit Tour(std::vector<session::Lesson> lessons, QWidget* parent = nullptr);
    ~Tour() override;

    /// Which lesson is shown, from 0: where to start next time. 0 after the last one was finished.
    int lesson() const { return static_cast<int>(m_lesson); }

    /// How high this has to be, so wide, to show its longest lesson up to the answers, and answered
    /// and explained; in pixels.
    int questionHeight(int width) const;
    int wholeHeight(int width) const;
    /// In smaller letters, or in those of the panel.
    void setSmall(bool small);
    /// A lesson scrolls in any height.
    bool hasHeightForWidth() const override { return false; }

public Q_SLOTS:
    /// Begins at a lesson, without answers; a number that there is not means the nearest that there
    /// is.
    void start(int lesson);
    /// The ball has come to rest at the end of the run.
    void runFinished();

Q_SIGNALS:
    /// A lesson was opened, or is about to play: its set-up should be loaded, the ball at its
    /// start.
    void setUpWanted(const session::Session& setUp);
    /// The run should be played from its start.
    void playWanted();
    /// The person leaves the tour.
    void closed();
    /// The same, after the last lesson.
    void finished();

protected:
    void changeEvent(QEvent* event) override;

private:
    void connectButtons();
    /// The present one of them is marked.
    void listLessons(QMenu& menu, QActionGroup& one);
    int heightWith(int width, bool explained) const;
    void open(std::size_t lesson);
    void answer(std::size_t choice);
    void explain();
    void goOn();
    void showLesson();
    void showAnswer();
    /// Scrolls as far as needed to show both, and at least the first.
    void scrollTo(QWidget* from, QWidget* to);
    void fitProgress();

    std::unique_ptr<Ui::Tour> m_ui;
    std::vector<session::Lesson> m_lessons;
    std::vector<std::optional<std::size_t>> m_answers;  ///< of each lesson
    std::vector<AnswerButton*> m_choices;
    std::size_t m_lesson = 0;
    bool m_running = false;  ///< answered, and the explanation is still to come
};

}  // namespace window
