// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/verdictcard.h"

#include <QHBoxLayout>
#include <QPainter>

#include "session/wording/wording.h"
#include "window/look/look.h"
#include "window/look/shapes.h"
#include "window/panels/goon.h"
#include "window/text/richtext.h"
#include "window/text/textcard.h"
#include "window/widgets/foldbutton.h"

namespace window {

/// As high as a line of the heading.
class VerdictCard::Sign : public QWidget {
public:
    explicit Sign(QWidget* parent) : QWidget(parent) {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    void setEnding(session::Ending ending) {
        m_ending = ending;
        update();
    }
    QSize sizeHint() const override {
        const int side = fontMetrics().height();
        return {side, side};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        look::drawEnding(painter, rect(), m_ending);
    }

private:
    session::Ending m_ending = session::Ending::Going;
};

VerdictCard::VerdictCard(QWidget* parent)
    : Card(parent),
      m_sign(new Sign(this)),
      m_heading(new Heading(this)),
      m_why(new FoldButton(this)),
      m_sentence(new TextCard(this)),
      m_reasons(new TextCard(this)) {
    m_sentence->setObjectName(QStringLiteral("verdict"));
    m_sentence->setAccessibleName(tr("Verdict"));
    m_sentence->setToolTip(tr("What became of the run, and why."));
    m_sentence->setLines(2);
    look::setLetters(*m_sentence, look::Letters::Verdict);
    m_reasons->setObjectName(QStringLiteral("reasons"));
    m_reasons->setAccessibleName(tr("Why"));
    m_reasons->setToolTip(tr("Why it ended so, with its numbers."));
    m_reasons->setLines(1);
    m_reasons->hide();
    m_heading->setObjectName(QStringLiteral("ending"));
    m_why->setObjectName(QStringLiteral("why"));
    m_why->setText(tr("Wh&y"));
    m_why->setToolTip(tr("Show or hide the reasons, with their numbers."));
    connect(m_why, &QToolButton::toggled, this, &VerdictCard::setWhyShown);

    auto* head = new QHBoxLayout;
    head->setObjectName(QStringLiteral("head"));
    head->setSpacing(look::gap);
    head->addWidget(m_sign);
    head->addWidget(m_heading, 1);
    head->addWidget(m_why);
    auto* column = new QVBoxLayout(this);
    look::space(*column, look::inset, look::near);
    column->setContentsMargins(look::inset, look::gap, look::gap, look::gap);
    column->addLayout(head);
    column->addWidget(m_sentence);
    column->addWidget(m_reasons);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void VerdictCard::addGoOn(GoOn& goOn) {
    auto* head = findChild<QHBoxLayout*>(QStringLiteral("head"));
    head->insertWidget(head->indexOf(m_why), &goOn);
    // Nothing moves when it comes and goes.
    QSizePolicy policy = goOn.sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    goOn.setSizePolicy(policy);
    QWidget::setTabOrder(m_why, &goOn);
}

void VerdictCard::showVerdict(const insight::Verdict& verdict, const descent::Settings& settings,
                              int digits) {
    const QString whole =
        session::inVariable(session::describe(verdict, settings, digits), m_variable);
    const QString sentence =
        session::inVariable(session::describeOutcome(verdict, settings, digits), m_variable);
    const session::Ending ending = session::endingOf(verdict, settings.direction);
    m_sign->setEnding(ending);
    setEdge(plot::colourOf(ending));
    m_heading->setText(session::endingName(verdict, settings.direction));
    m_sentence->setText(unbroken(sentence));
    m_sentence->setToolTip(session::inVariable(session::exactEnd(verdict), m_variable));
    const bool begins = whole.startsWith(sentence);
    const QString reasons = begins ? whole.mid(sentence.size()).trimmed() : whole;
    m_reasons->setText(unbroken(reasons));
    m_why->setEnabled(!reasons.isEmpty());
}

void VerdictCard::showProgress(std::int64_t steps) {
    m_sign->setEnding(session::Ending::Going);
    setEdge(plot::colourOf(session::Ending::Going));
    m_heading->setText(tr("Computing"));
    m_sentence->setText(tr("Computing: %n steps so far …", nullptr, session::howMany(steps)));
    m_sentence->setToolTip({});
    m_reasons->setText({});
    m_why->setEnabled(false);
}

void VerdictCard::setDense(bool dense) {
    const int over = dense ? look::near : look::gap;
    layout()->setContentsMargins(look::inset, over, look::gap, over);
}

void VerdictCard::setHeld(bool held) {
    m_sentence->setHeld(held);
    m_reasons->setHeld(held);
}

void VerdictCard::setToldElsewhere(bool told) {
    m_isToldElsewhere = told;
    m_sentence->setVisible(!told || whyShown());
}

bool VerdictCard::whyShown() const {
    return m_why->isChecked();
}

void VerdictCard::setWhyShown(bool shown) {
    m_why->setChecked(shown);
    m_reasons->setVisible(shown);
    m_sentence->setVisible(shown || !m_isToldElsewhere);
}

}  // namespace window
