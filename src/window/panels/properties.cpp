// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/properties.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

#include "session/limits.h"
#include "window/placement.h"
#include "window/widgets/icons.h"

namespace window {

Properties::Properties(const session::Session& session, QWidget* parent)
    : QDialog(parent),
      m_session(session),
      m_title(new QLineEdit(session.title, this)),
      m_note(new QPlainTextEdit(session.note, this)),
      m_fault(new QLabel(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this)) {
    setWindowTitle(tr("Properties"));
    resize(withinScreen(*this, {480, 320}));
    m_title->setObjectName(QStringLiteral("title"));
    m_title->setToolTip(tr("It names the window, and stands above pictures that are exported."));
    m_title->setAccessibleName(tr("Title"));
    m_note->setObjectName(QStringLiteral("sessionNote"));
    m_note->setToolTip(tr("It is kept in the file, in links and as the description of an SVG."));
    m_note->setAccessibleName(tr("Note"));
    m_note->setTabChangesFocus(true);
    m_fault->setObjectName(QStringLiteral("fault"));
    m_fault->setWordWrap(true);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, faultColour(colours));
    m_fault->setPalette(colours);

    auto* form = new QFormLayout(this);
    form->addRow(tr("&Title"), m_title);
    form->addRow(tr("&Note"), m_note);
    form->addRow(m_fault);
    form->addRow(m_buttons);
    form->setRowVisible(m_fault, false);
    connect(m_title, &QLineEdit::textChanged, this, &Properties::read);
    connect(m_note, &QPlainTextEdit::textChanged, this, &Properties::read);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void Properties::read() {
    m_session.title = m_title->text().trimmed();
    m_session.note = m_note->toPlainText().trimmed();
    const QString titleFault = session::titleFault(m_session.title);
    const QString fault = titleFault.isEmpty() ? session::noteFault(m_session.note) : titleFault;
    m_fault->setText(fault);
    static_cast<QFormLayout*>(layout())->setRowVisible(m_fault, !fault.isEmpty());
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(fault.isEmpty());
}

}  // namespace window
