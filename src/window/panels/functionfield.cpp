// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/functionfield.h"

#include <QApplication>
#include <QEvent>
#include <QRegularExpression>
#include <algorithm>
#include <string>

#include "formula/functions.h"
#include "formula/ownnames.h"
#include "plot/paint/tip.h"
#include "session/names.h"
#include "session/wording/wording.h"
#include "window/look/look.h"
#include "window/text/functiontext.h"

namespace window {

FunctionField::FunctionField(QWidget* parent)
    : QWidget(parent),
      m_edit(new FunctionEdit(this)),
      m_name(new QLabel(this)),
      m_recents(new Recents(m_edit, this)),
      m_gallery(new QToolButton(this)),
      m_notes(new FunctionNotes(this)) {
    m_name->setTextFormat(Qt::RichText);
    m_name->setBuddy(m_edit);
    m_name->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_name->setForegroundRole(QPalette::PlaceholderText);
    m_edit->setPlaceholderText(tr("a function, such as x^4 − 4x² + x or x² + 25y²"));
    m_edit->setAccessibleName(tr("Function of x"));
    m_edit->setToolTip(plot::wrapped(
        tr("Type any function of x: 2x, x², sin x, |x|, √x, exp(-x^2), x<0 ? -x : x^2 …\nOr one of "
           "up to eight variables: x²+25y², sin(x)cos(y), (1-x)^2+100(y-x^2)^2 …")));
    m_gallery->setText(tr("Examples ▾"));
    m_gallery->setAccessibleName(tr("Examples"));
    m_gallery->setToolTip(tr("Functions worth seeing, with what to look for."));
    m_gallery->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_gallery->setFocusPolicy(Qt::TabFocus);
    m_gallery->setObjectName(QStringLiteral("gallery"));
    look::setLetters(*m_edit, look::Letters::Formula);
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
    connect(&m_notes->variables(), &VariableChips::constantWanted, this,
            &FunctionField::constantWanted);
    connect(&m_notes->variables(), &VariableChips::focusGone, this, &FunctionField::focusGone);
}

void FunctionField::layOut() {
    m_line = new QHBoxLayout;
    m_line->setSpacing(look::gap);
    m_line->addWidget(m_edit, 1);
    m_line->addWidget(m_gallery);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(m_line);
    column->addWidget(m_notes);
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

/// The line that loses the focus with this still tells of it: not to what is gone.
FunctionField::~FunctionField() {
    m_edit->disconnect(this);
}

void FunctionField::setFunction(const session::Function& function) {
    const QString& text = function.text();
    const formula::Analysis& analysis = function.analysis();
    if (m_fallsBack) return;  // what is typed stays, to be mended
    if (m_edit->text() != text) {
        m_edit->showText(text);
        m_settled = text;
        m_pause.stop();
    }
    if (!m_pause.isActive() || analysis.function.varies()) m_readable = text;
    m_names = analysis.variables;
    m_names.insert(m_names.end(), analysis.constants.begin(), analysis.constants.end());
    m_edit->clearFault();
    m_head = functionHead(analysis);
    fitName();
    m_edit->setAccessibleName(tr("Function of %1").arg(session::listed(function.variables())));
    m_notes->setFunction(function);
    m_edit->setAccessibleDescription(m_notes->spoken());
}

void FunctionField::setError(const formula::ReadError& error) {
    const std::u32string characters = m_edit->text().toStdU32String();
    const auto place = [&](std::size_t column) {
        return QString::fromStdU32String(characters.substr(0, column)).size();
    };
    const qsizetype start = place(error.column);
    m_edit->markFault(start, place(error.column + error.length) - start);
    const QString fault = session::describe(error);
    m_notes->setFault(fault, tr("At character %1: %2").arg(error.column + 1).arg(fault));
    m_edit->setAccessibleDescription(m_notes->spoken());
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

void FunctionField::setSmall(bool small) {
    look::setLetters(*m_edit, small ? look::Letters::Text : look::Letters::Formula);
    fitName();
}

void FunctionField::setFocusToText() {
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void FunctionField::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &FunctionField::fitName, Qt::QueuedConnection);
}

void FunctionField::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitName();
}

/// Long names leave the function its room.
void FunctionField::fitName() {
    constexpr double part = 0.4;
    m_name->setFont(look::letters(look::Letters::Maths, m_edit->font()));
    m_name->setText(m_head);
    if (m_name->sizeHint().width() > part * m_edit->width()) m_name->setText(shortFunctionHead());
    m_name->setGeometry(look::inset, 0, m_name->sizeHint().width(), m_edit->height());
    m_edit->setTextMargins(look::inset + m_name->width(), 0, look::near, 0);
}

}  // namespace window
