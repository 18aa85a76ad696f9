// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/functionnotes.h"

#include <QEvent>
#include <QHBoxLayout>
#include <algorithm>
#include <utility>

#include "plot/paint/tip.h"
#include "window/look/look.h"
#include "window/text/functiontext.h"
#include "window/text/hint.h"
#include "window/widgets/icons.h"

namespace window {

namespace {

/// An exponent rises above the room that Qt gives to its line: a larger letter makes more. Messages
/// have it, too, so that nothing moves when one comes.
QString withRoom(const QString& richText) {
    return QStringLiteral("<big>\u200b</big>") + richText;
}

}  // namespace

FunctionNotes::FunctionNotes(QWidget* parent)
    : QWidget(parent),
      m_message(new QLabel(this)),
      m_cut(new QLabel(QStringLiteral("…"), this)),
      m_note(new Hint(this)),
      m_variables(new VariableChips(this)) {
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_message->setTextFormat(Qt::RichText);
    m_message->setWordWrap(false);
    m_message->setObjectName(QStringLiteral("message"));
    m_note->setObjectName(QStringLiteral("note"));
    look::setLetters(*m_message, look::Letters::Maths);
    look::setLetters(*m_note, look::Letters::Note);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(look::inset, 0, look::inset, 0);
    line->setSpacing(look::near);
    line->addWidget(m_message, 0, Qt::AlignTop | Qt::AlignLeft);
    line->addWidget(m_cut, 0, Qt::AlignTop);
    line->addSpacing(look::apart);
    line->addWidget(m_note, 1, Qt::AlignBottom);
    line->addWidget(m_variables, 0, Qt::AlignTop);
}

void FunctionNotes::setFunction(const session::Function& function) {
    const formula::Analysis& analysis = function.analysis();
    m_variables->setVariables(analysis.variables);
    const QString plain = plainDerivative(analysis);
    showMessage(derivativeText(analysis), plain, false);
    m_message->setToolTip(plot::wrapped(plain));
    m_message->setAccessibleDescription(function.dimension() > 1
                                            ? tr("The gradient of the function")
                                            : tr("The derivative of the function"));
}

void FunctionNotes::setFault(const QString& fault, const QString& spoken) {
    showMessage(fault.toHtmlEscaped(), spoken, true);
    m_message->setToolTip(plot::wrapped(fault));
    m_message->setAccessibleDescription(tr("What is wrong with the function"));
}

void FunctionNotes::setNote(const QString& note) {
    if (note == m_note->text()) return;
    m_note->setHint(note);
    fit();
}

void FunctionNotes::setTerse(bool terse) {
    m_isTerse = terse;
    fit();
}

void FunctionNotes::showMessage(const QString& richText, const QString& spoken, bool isFault) {
    // Plain letters are a little lower than those of formulas.
    const bool wasFault = std::exchange(m_isFault, isFault);
    if (!isFault) m_message->setMinimumHeight(0);
    if (isFault && !wasFault) m_message->setMinimumHeight(m_message->height());
    m_message->setProperty("fault", isFault);
    look::setLetters(*m_message, isFault ? look::Letters::Text : look::Letters::Maths);
    m_message->setText(withRoom(richText));
    m_message->setAccessibleName(spoken);
    colour();
    fit();
}

void FunctionNotes::colour() {
    QPalette colours = palette();
    if (m_isFault) colours.setColor(QPalette::WindowText, faultColour(colours));
    m_message->setPalette(colours);
}

void FunctionNotes::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) colour();
    if (event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &FunctionNotes::fit, Qt::QueuedConnection);
}

void FunctionNotes::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

int FunctionNotes::roomForMessage() const {
    const int beside =
        m_variables->isVisibleTo(this) ? m_variables->sizeHint().width() + look::near : 0;
    return width() - 2 * look::inset - 2 * look::near - look::apart - beside;
}

/// The derivative takes what it needs, but leaves the note its part; what is wrong takes all.
void FunctionNotes::fit() {
    m_message->setVisible(!m_isTerse || m_isFault);
    m_note->setVisible(!m_isTerse && !m_isFault);
    m_variables->setSpared(m_isTerse);
    constexpr int most = 20;  // lines of a window that has none to spare
    const bool wraps =
        m_isFault && window()->height() >= most * m_message->fontMetrics().lineSpacing();
    m_message->setMinimumWidth(0);  // else it needs no less than the text before
    m_message->setWordWrap(false);
    const int needed = m_message->sizeHint().width();
    const int room = roomForMessage();
    constexpr double part = 0.45;
    const bool shares = m_note->isVisibleTo(this) && !m_note->text().isEmpty();
    const int widest = shares ? static_cast<int>(part * room) : room;
    m_message->setFixedWidth(std::max(0, std::min(needed, widest)));
    m_message->setWordWrap(wraps);
    m_cut->setVisible(m_message->isVisibleTo(this) && !wraps && needed > m_message->width());
}

}  // namespace window
