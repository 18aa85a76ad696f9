// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/functionfield.h"

#include <QApplication>
#include <QEvent>
#include <QRegularExpression>
#include <algorithm>
#include <string>

#include "formula/calculus.h"
#include "formula/functions.h"
#include "formula/ownnames.h"
#include "formula/writing/printer.h"
#include "plot/paint/tip.h"
#include "session/wording/wording.h"
#include "window/look/look.h"
#include "window/text/hint.h"
#include "window/text/richtext.h"
#include "window/widgets/icons.h"

namespace window {

namespace {

/// In nodes written out: more would fill the screen.
constexpr std::size_t largestTip = 1500;

/// An exponent rises above the room that Qt gives to its line: a larger letter makes more. Messages
/// have it, too, so that nothing moves when one comes.
QString withRoom(const QString& richText) {
    return QStringLiteral("<big>\u200b</big>") + richText;
}

QString derivativeText(const formula::Analysis& analysis) {
    return typeset(QStringLiteral("<i>f</i>′(%1) = ")
                       .arg(session::typesetName(analysis.variables.front()))) +
           session::typesetShort(analysis.derivative());
}

/// As a person would type it, to be copied by eye or read aloud.
QString plainDerivative(const formula::Analysis& analysis) {
    return QStringLiteral("f′(%1) = ").arg(QString::fromStdString(analysis.variables.front())) +
           (analysis.derivative().size() <= largestTip
                ? QString::fromStdString(formula::plain(analysis.derivative()))
                : FunctionField::tr("a long formula"));
}

}  // namespace

FunctionField::FunctionField(QWidget* parent)
    : QWidget(parent),
      m_edit(new FunctionEdit(this)),
      m_name(new QLabel(tr("<i>f</i>(<i>x</i>) ="), this)),
      m_recents(new Recents(m_edit, this)),
      m_gallery(new QToolButton(this)),
      m_message(new QLabel(this)),
      m_note(new Hint(this)),
      m_cut(new QLabel(QStringLiteral("…"), this)) {
    m_name->setTextFormat(Qt::RichText);
    m_name->setBuddy(m_edit);
    m_name->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_name->setForegroundRole(QPalette::PlaceholderText);
    m_edit->setPlaceholderText(tr("a function of x, such as x^4 − 4x² + x"));
    m_edit->setAccessibleName(tr("Function of x"));
    m_edit->setToolTip(
        tr("Type any function of x: 2x, x², sin x, |x|, √x, exp(-x^2), x<0 ? -x : x^2 …"));
    m_gallery->setText(tr("Examples ▾"));
    m_gallery->setAccessibleName(tr("Examples"));
    m_gallery->setToolTip(tr("Functions worth seeing, with what to look for."));
    m_gallery->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_gallery->setFocusPolicy(Qt::TabFocus);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_message->setWordWrap(false);
    m_gallery->setObjectName(QStringLiteral("gallery"));
    m_message->setObjectName(QStringLiteral("message"));
    m_note->setObjectName(QStringLiteral("note"));
    look::setLetters(*m_edit, look::Letters::Formula);
    look::setLetters(*m_message, look::Letters::Maths);
    look::setLetters(*m_note, look::Letters::Note);
    layOut();
    setFocusProxy(m_edit);

    constexpr int standstill = 600;  // milliseconds
    m_pause.setSingleShot(true);
    m_pause.setInterval(standstill);
    connect(&m_pause, &QTimer::timeout, this, &FunctionField::pause);
    connect(m_edit, &QLineEdit::textEdited, &m_pause, qOverload<>(&QTimer::start));
    connect(m_edit, &QLineEdit::editingFinished, this, [this] {
        // A list of proposals that opens takes the focus, but the person types on.
        if (!QApplication::activePopupWidget()) settle();
    });
    connect(m_edit, &FunctionEdit::escaped, this, &FunctionField::takeBack);
    constexpr int patience = 2000;  // milliseconds
    m_hold.setSingleShot(true);
    m_hold.setInterval(patience);
    connect(&m_hold, &QTimer::timeout, this, &FunctionField::readHeld);
    connect(m_edit, &QLineEdit::textEdited, this, &FunctionField::read);
    connect(m_edit, &FunctionEdit::keyed, m_recents,
            [this](bool typing) { typing ? m_recents->propose() : m_recents->hide(); });
    connect(m_recents, &Recents::clearWanted, this, &FunctionField::recentsCleared);
    connect(m_recents, &Recents::chosen, this, [this](const QString& text) {
        m_edit->setText(text);
        Q_EMIT functionTyped(text);
        settle();
    });
    connect(m_gallery, &QToolButton::clicked, this, [this] {
        Q_EMIT galleryWanted(
            m_gallery->mapToGlobal(QPoint(m_gallery->width(), m_gallery->height())));
    });
}

void FunctionField::layOut() {
    m_line = new QHBoxLayout;
    m_line->setSpacing(look::gap);
    m_line->addWidget(m_edit, 1);
    m_line->addWidget(m_gallery);
    auto* below = new QHBoxLayout;
    below->setContentsMargins(look::inset, 0, look::inset, 0);
    below->setSpacing(look::near);
    below->addWidget(m_message, 0, Qt::AlignTop | Qt::AlignLeft);
    below->addWidget(m_cut, 0, Qt::AlignTop);
    below->addSpacing(look::apart);
    below->addWidget(m_note, 1, Qt::AlignBottom);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(m_line);
    column->addLayout(below);
    m_gallery->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
}

void FunctionField::addBehind(QWidget* widget) {
    setTabOrder(m_line->itemAt(m_line->count() - 1)->widget(), widget);
    m_line->addWidget(widget);
}

void FunctionField::addBelow(QWidget* widget) {
    auto* row = new QHBoxLayout;
    row->setContentsMargins(look::inset, 0, look::inset, 0);
    row->addWidget(widget);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void FunctionField::setNote(const QString& note) {
    if (note == m_note->text()) return;
    m_note->setHint(note);
    fitMessage();
}

/// The line that loses the focus with this still tells of it: not to what is gone.
FunctionField::~FunctionField() {
    m_edit->disconnect(this);
}

void FunctionField::setFunction(const session::Function& function) {
    const QString& text = function.text();
    const formula::Analysis& analysis = function.analysis();
    if (m_fallsBack) return;  // what is typed stays, to be mended
    if (m_edit->text() != text) {
        m_edit->setText(text);
        m_settled = text;
        m_pause.stop();
    }
    if (!m_pause.isActive() || analysis.function.varies()) m_readable = text;
    m_names = analysis.variables;
    m_names.insert(m_names.end(), analysis.constants.begin(), analysis.constants.end());
    m_edit->clearFault();
    m_name->setText(
        QStringLiteral("<i>f</i>(%1) =").arg(session::typesetName(analysis.variables.front())));
    m_edit->setAccessibleName(tr("Function of %1").arg(function.variable()));
    const QString plain = plainDerivative(analysis);
    showMessage(derivativeText(analysis), plain, false);
    m_message->setToolTip(analysis.derivative().size() <= largestTip ? plot::wrapped(plain)
                                                                     : QString());
}

void FunctionField::setError(const formula::ReadError& error) {
    const std::u32string characters = m_edit->text().toStdU32String();
    const auto place = [&](std::size_t column) {
        return QString::fromStdU32String(characters.substr(0, column)).size();
    };
    const qsizetype start = place(error.column);
    m_edit->markFault(start, place(error.column + error.length) - start);
    const QString fault = session::describe(error);
    showMessage(fault.toHtmlEscaped(), tr("At character %1: %2").arg(error.column + 1).arg(fault),
                true);
    m_message->setToolTip(plot::wrapped(fault));
}

void FunctionField::read(const QString& text) {
    m_hold.stop();
    if (mayGoOn()) {
        m_hold.start();
    } else {
        Q_EMIT functionTyped(text);
    }
}

void FunctionField::readHeld() {
    m_hold.stop();
    Q_EMIT functionTyped(m_edit->text());
}

/// Whether the name before the cursor, which the function has not yet, may become that of a
/// function: nobody wants a slider for the s of sin.
bool FunctionField::mayGoOn() const {
    static const QRegularExpression last(QStringLiteral("(?<![A-Za-z])[A-Za-z]+$"));
    const QString before = m_edit->text().left(m_edit->cursorPosition());
    const std::string word = last.match(before).captured().toStdString();
    const bool isNew = std::ranges::find(m_names, word) == m_names.end();
    return !word.empty() && isNew && !formula::isUsualVariable(word) &&
           !formula::functionNamed(word) && word != "e" && formula::beginsKnownName(word);
}

void FunctionField::pause() {
    if (m_hold.isActive()) return;
    if (!m_edit->hasFault()) {
        m_readable = m_edit->text();
        return;
    }
    m_fallsBack = true;
    Q_EMIT fellBack(m_readable);
    m_fallsBack = false;
}

void FunctionField::settle() {
    if (m_hold.isActive()) readHeld();
    if (m_edit->hasFault()) return;
    m_pause.stop();
    m_readable = m_edit->text();
    // What is settled is the window's to undo, no longer the text's.
    if (m_edit->isUndoAvailable()) m_edit->setText(m_edit->text());
    m_settled = m_edit->text();
    Q_EMIT functionSettled(m_edit->text());
}

/// As typing does, so that Ctrl+Z takes this back in its turn.
void FunctionField::takeBack() {
    const QString& text = m_edit->hasFault() ? m_readable : m_settled;
    if (text == m_edit->text()) return;
    m_edit->selectAll();
    m_edit->insert(QString(text));
}

void FunctionField::setTerse(bool terse) {
    m_terse = terse;
    fitMessage();
}

void FunctionField::setSmall(bool small) {
    look::setLetters(*m_edit, small ? look::Letters::Text : look::Letters::Formula);
    fitMessage();
}

void FunctionField::setFocusToText() {
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void FunctionField::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) colourMessage();
    if (event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &FunctionField::fitMessage, Qt::QueuedConnection);
}

void FunctionField::showMessage(const QString& richText, const QString& spoken, bool fault) {
    m_message->setProperty("fault", fault);
    m_message->setTextFormat(Qt::RichText);
    m_message->setText(withRoom(richText));
    m_message->setAccessibleName(spoken);
    m_message->setAccessibleDescription(fault ? tr("What is wrong with the function")
                                              : tr("The derivative of the function"));
    m_edit->setAccessibleDescription(spoken);
    colourMessage();
    fitMessage();
}

void FunctionField::colourMessage() {
    QPalette colours = palette();
    if (m_message->property("fault").toBool())
        colours.setColor(QPalette::WindowText, faultColour(colours));
    m_message->setPalette(colours);
}

void FunctionField::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitMessage();
}

/// The derivative takes what it needs, but leaves the note its part; what is wrong takes all.
void FunctionField::fitMessage() {
    m_name->setFont(look::letters(look::Letters::Maths, m_edit->font()));
    m_name->setGeometry(look::inset, 0, m_name->sizeHint().width(), m_edit->height());
    m_edit->setTextMargins(look::inset + m_name->width(), 0, look::near, 0);
    const bool fault = m_edit->hasFault();
    m_message->setVisible(!m_terse || fault);
    m_note->setVisible(!m_terse && !fault);
    constexpr int most = 20;  // lines of a window that has none to spare
    const bool wraps = fault && window()->height() >= most * m_message->fontMetrics().lineSpacing();
    m_message->setWordWrap(false);
    const int needed = m_message->sizeHint().width();
    const int room = width() - 2 * look::inset - 2 * look::near - look::apart;
    constexpr double part = 0.45;
    const bool shares = m_note->isVisibleTo(this) && !m_note->text().isEmpty();
    const int widest = shares ? static_cast<int>(part * room) : room;
    m_message->setFixedWidth(std::max(0, std::min(needed, widest)));
    m_message->setWordWrap(wraps);
    m_cut->setVisible(m_message->isVisibleTo(this) && !wraps && needed > m_message->width());
}

}  // namespace window
