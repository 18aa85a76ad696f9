// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/tour/tour.h"

#include <QActionGroup>
#include <QEvent>
#include <QMenu>
#include <QScrollBar>
#include <QTimer>
#include <algorithm>

#include "ui_tour.h"
#include "window/look/look.h"
#include "window/text/richtext.h"
#include "window/tour/answerbutton.h"

namespace window {

namespace {

/// The order in which QWidget::focusNextPrevChild() visits them.
void chain(QWidget* first, const std::vector<AnswerButton*>& choices, QWidget* last) {
    QWidget* before = first;
    for (AnswerButton* choice : choices) {
        QWidget::setTabOrder(before, choice);
        before = choice;
    }
    QWidget::setTabOrder(before, last);
}

QString titleOf(const session::Lesson& lesson) {
    return QStringLiteral("<big><b>%1</b></big>").arg(lesson.title.toHtmlEscaped());
}

QString questionOf(const session::Lesson& lesson) {
    return QStringLiteral("<b>%1</b>").arg(typeset(lesson.question));
}

QString remarkOn(const session::Lesson& lesson, std::size_t answer) {
    const QString verdict = answer == lesson.right ? Tour::tr("Right.") : Tour::tr("Not quite.");
    return QStringLiteral("<b>%1</b> %2")
        .arg(verdict, lesson.answers[answer].remark.toHtmlEscaped());
}

}  // namespace

Tour::Tour(std::vector<session::Lesson> lessons, QWidget* parent)
    : Card(parent),
      m_ui(std::make_unique<Ui::Tour>()),
      m_lessons(std::move(lessons)),
      m_answers(m_lessons.size()) {
    m_ui->setupUi(this);
    m_ui->progress->setMaximum(static_cast<int>(m_lessons.size()));
    std::size_t most = 0;
    for (const session::Lesson& lesson : m_lessons) most = std::max(most, lesson.answers.size());
    for (std::size_t i = 0; i < most; ++i) {
        auto* choice = new AnswerButton(m_ui->page);
        m_ui->answers->addWidget(choice);
        connect(choice, &QPushButton::clicked, this, [this, i] { answer(i); });
        m_choices.push_back(choice);
    }
    chain(m_ui->scroll, m_choices, m_ui->showExplanation);
    connectButtons();
    fitProgress();
    showLesson();
}

Tour::~Tour() = default;

void Tour::connectButtons() {
    connect(m_ui->close, &QAbstractButton::clicked, this, &Tour::closed);
    connect(m_ui->back, &QAbstractButton::clicked, this, [this] { open(m_lesson - 1); });
    connect(m_ui->next, &QAbstractButton::clicked, this, &Tour::goOn);
    connect(m_ui->showExplanation, &QAbstractButton::clicked, this, &Tour::explain);
    auto* lessons = new QMenu(m_ui->counter);
    auto* one = new QActionGroup(lessons);
    connect(lessons, &QMenu::aboutToShow, this,
            [this, lessons, one] { listLessons(*lessons, *one); });
    m_ui->counter->setMenu(lessons);
}

void Tour::listLessons(QMenu& menu, QActionGroup& one) {
    menu.clear();
    for (std::size_t i = 0; i < m_lessons.size(); ++i) {
        const QString title = QString(m_lessons[i].title).replace(u'&', QLatin1String("&&"));
        QAction* entry = menu.addAction(tr("%1. %2").arg(QString::number(i + 1), title), this,
                                        [this, i] { open(i); });
        one.addAction(entry);
        entry->setCheckable(true);
        entry->setChecked(i == m_lesson);
    }
}

void Tour::start(int lesson) {
    m_answers.assign(m_lessons.size(), std::nullopt);
    open(static_cast<std::size_t>(std::clamp(lesson, 0, m_ui->progress->maximum() - 1)));
}

void Tour::runFinished() {
    if (m_running) explain();
}

void Tour::open(std::size_t lesson) {
    m_lesson = lesson;
    m_running = false;
    showLesson();
    m_ui->scroll->verticalScrollBar()->setValue(0);
    m_ui->scroll->setFocus();  // the next keys read it and go to its answers
    Q_EMIT setUpWanted(m_lessons[m_lesson].setUp);
}

/// The set-up is loaded once more, so that what runs is what is explained, whatever was tried out
/// in between.
void Tour::answer(std::size_t choice) {
    m_answers[m_lesson] = choice;
    m_running = false;
    Q_EMIT setUpWanted(m_lessons[m_lesson].setUp);
    m_running = true;
    showAnswer();
    scrollTo(m_ui->watch, m_ui->showExplanation);
    Q_EMIT playWanted();
}

void Tour::explain() {
    m_running = false;
    if (m_ui->showExplanation->hasFocus()) m_ui->next->setFocus();
    showAnswer();
    scrollTo(m_ui->remark, m_ui->explanation);
}

void Tour::scrollTo(QWidget* from, QWidget* to) {
    // Once the layout has given them their places.
    QTimer::singleShot(0, this, [this, from, to] {
        m_ui->scroll->ensureWidgetVisible(to);
        m_ui->scroll->ensureWidgetVisible(from);
    });
}

void Tour::goOn() {
    if (m_lesson + 1 < m_lessons.size()) {
        open(m_lesson + 1);
        return;
    }
    m_lesson = 0;
    m_running = false;
    showLesson();
    Q_EMIT closed();
    Q_EMIT finished();
}

void Tour::showLesson() {
    const session::Lesson& lesson = m_lessons[m_lesson];
    const int number = static_cast<int>(m_lesson) + 1;
    m_ui->counter->setText(tr("%1 of %2").arg(number).arg(m_lessons.size()));
    m_ui->counter->setAccessibleName(tr("Lesson %1 of %2").arg(number).arg(m_lessons.size()));
    m_ui->progress->setValue(number);
    m_ui->title->setText(titleOf(lesson));
    m_ui->idea->setText(typeset(lesson.idea));
    m_ui->question->setText(questionOf(lesson));
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        const bool used = i < lesson.answers.size();
        m_choices[i]->setVisible(used);
        if (used) m_choices[i]->setAnswer(lesson.answers[i].text);
    }
    m_ui->explanation->setText(typeset(lesson.explanation));
    m_ui->back->setEnabled(m_lesson > 0);
    m_ui->next->setText(number < m_ui->progress->maximum() ? tr("&Next") : tr("Fi&nish"));
    showAnswer();
}

void Tour::showAnswer() {
    const session::Lesson& lesson = m_lessons[m_lesson];
    const std::optional<std::size_t> given = m_answers[m_lesson];
    const bool explained = given && !m_running;
    for (std::size_t i = 0; i < lesson.answers.size(); ++i) {
        m_choices[i]->setMarks(given == i, explained && i == lesson.right);
        m_choices[i]->setEnabled(!m_running || given == i);  // while it rolls, the answer stands
    }
    m_ui->watch->setVisible(m_running);
    m_ui->showExplanation->setVisible(m_running);
    m_ui->remark->setVisible(explained);
    m_ui->explanation->setVisible(explained);
    if (explained) m_ui->remark->setText(remarkOn(lesson, *given));
}

void Tour::setSmall(bool small) {
    look::setLetters(*this, small ? look::Letters::Note : look::Letters::Text);
}

int Tour::questionHeight(int width) const {
    return heightWith(width, false);
}

int Tour::wholeHeight(int width) const {
    return heightWith(width, true);
}

int Tour::heightWith(int width, bool explained) const {
    constexpr int ring = 2 * LessonScroll::clear;
    const QMargins margins = m_ui->column->contentsMargins();
    const int room = width - margins.left() - margins.right() - ring;
    const int beside = m_ui->close->sizeHint().width() + m_ui->head->spacing();
    QLabel label(m_ui->page);
    label.setWordWrap(true);
    label.setTextFormat(Qt::RichText);
    AnswerButton choice(m_ui->page);
    const auto height = [&](const QString& text, int broad) {
        label.setText(text);
        return label.heightForWidth(broad);
    };
    const auto heightInPage = [&](const QString& text) {
        return height(text, room) + m_ui->pageColumn->spacing();
    };
    int head = m_ui->close->sizeHint().height();
    int page = 0;
    for (const session::Lesson& lesson : m_lessons) {
        head = std::max(head, height(titleOf(lesson), room - beside));
        int whole = heightInPage(typeset(lesson.idea)) + heightInPage(questionOf(lesson));
        int remark = 0;
        for (std::size_t i = 0; i < lesson.answers.size(); ++i) {
            choice.setAnswer(lesson.answers[i].text);
            whole += choice.heightForWidth(room) + m_ui->answers->spacing();
            remark = std::max(remark, heightInPage(remarkOn(lesson, i)));
        }
        if (explained) whole += remark + heightInPage(typeset(lesson.explanation));
        page = std::max(page, whole);
    }
    return margins.top() + head + 2 * m_ui->column->spacing() + ring + page +
           m_ui->foot->sizeHint().height() + margins.bottom();
}

void Tour::fitProgress() {
    m_ui->progress->setFixedHeight(fontMetrics().height() / 4);
}

void Tour::changeEvent(QEvent* event) {
    Card::changeEvent(event);
    if (event->type() == QEvent::FontChange) fitProgress();
}

}  // namespace window
