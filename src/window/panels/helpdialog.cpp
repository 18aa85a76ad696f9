// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/helpdialog.h"

#include <QDialogButtonBox>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "window/placement.h"

namespace window {

HelpDialog::HelpDialog(QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Help"));
    resize(withinScreen(*this, {640, 620}));
    auto* page = new QTextBrowser(this);
    page->setAccessibleName(tr("Help"));
    page->setSource(QUrl(QStringLiteral("qrc:/help.html")));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(page);
    column->addWidget(buttons);
}

}  // namespace window
