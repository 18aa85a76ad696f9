// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/filing.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>

#include "model/document.h"
#include "model/filename.h"
#include "session/command.h"
#include "session/examples.h"
#include "session/link.h"
#include "session/sessionfile.h"

namespace window {

Filing::Filing(model::Document& document, QWidget& window)
    : QObject(&window), m_document(document), m_window(window) {}

bool Filing::mayLeave() {
    if (!m_document.modified()) return true;
    QMessageBox question(
        QMessageBox::Question, tr("Not saved"),
        m_document.path().isEmpty()
            ? tr("This session is not saved.")
            : tr("The changes to %1 are not saved.").arg(QFileInfo(m_document.path()).fileName()),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, &m_window);
    question.setInformativeText(tr("What is not saved is lost."));
    // Qt's own texts have no letters where the desktop gives none.
    question.button(QMessageBox::Save)->setText(tr("&Save"));
    question.button(QMessageBox::Discard)->setText(tr("&Don’t save"));
    question.button(QMessageBox::Cancel)->setText(tr("&Cancel"));
    question.setDefaultButton(QMessageBox::Save);
    switch (question.exec()) {
        case QMessageBox::Save:
            return save();
        case QMessageBox::Discard:
            return true;
        default:
            return false;
    }
}

void Filing::startAnew() {
    if (mayLeave()) m_document.open(session::examples().front().session, {});
}

void Filing::open() {
    if (!mayLeave()) return;
    const QString path = QFileDialog::getOpenFileName(
        &m_window, tr("Open a session"), m_document.usualFolder(),
        tr("Thalweg sessions (*%1)").arg(QLatin1String(session::sessionSuffix)));
    if (path.isEmpty()) return;
    const QString fault = m_document.openFile(path);
    if (!fault.isEmpty()) warn(tr("Open"), fault);
}

void Filing::openFile(const QString& path) {
    // Saving may change the very file.
    if (!mayLeave()) return;
    const QString fault = m_document.openFile(path);
    if (fault.isEmpty()) return;
    m_document.forget(path);
    warn(tr("Open"), fault);
}

void Filing::openBeside(model::Beside side) {
    if (m_document.path().isEmpty()) {
        Q_EMIT told(tr("Open or save a session first: this one is in no folder yet."));
        return;
    }
    const model::Document::Neighbour beside = m_document.neighbour(side);
    if (beside.session) {
        if (!mayLeave()) return;
        m_document.open(*beside.session, beside.path);
        if (!beside.fault.isEmpty()) Q_EMIT told(tr("Left out: %1").arg(beside.fault));
    } else if (!beside.fault.isEmpty()) {
        warn(tr("Open"), beside.fault);
    } else {
        Q_EMIT told(side == model::Beside::Next ? tr("This is the last session of the folder.")
                                                : tr("This is the first session of the folder."));
    }
}

void Filing::openFromClipboard() {
    const QString text = QGuiApplication::clipboard()->text();
    if (!session::isCommand(text) && !session::isLink(text)) {
        warn(tr("Open from clipboard"),
             tr("The clipboard holds neither a link, which begins with thalweg:?, nor a command, "
                "which begins with thalweg --function."));
        return;
    }
    const auto session =
        session::isCommand(text) ? session::fromCommand(text) : session::fromLink(text);
    if (!session) {
        warn(tr("Open from clipboard"), session.error());
    } else if (mayLeave()) {
        m_document.open(*session, {});
    }
}

bool Filing::save() {
    return m_document.path().isEmpty() ? saveAs() : saveTo(m_document.path());
}

bool Filing::saveAs() {
    QString name = m_document.path().isEmpty()
                       ? model::untitled() + QLatin1String(session::sessionSuffix)
                       : QFileInfo(m_document.path()).fileName();
    QDir folder(m_document.usualFolder());
    for (;;) {
        const QString path = askForPath(folder, name);
        if (path.isEmpty()) return false;
        if (QFileInfo(path).absoluteDir().exists()) return saveTo(path);
        const QString typed = folder.relativeFilePath(path);
        name = model::asFileName(typed.startsWith(QLatin1String("..")) ? QFileInfo(path).fileName()
                                                                       : typed);
        warn(tr("Save"), tr("There is no folder %1, and a name cannot hold “/”. “%2” would do.")
                             .arg(QFileInfo(path).absolutePath(), name));
    }
}

/// Empty when the person does not want to save after all. The folder is then the one in which the
/// name was typed.
QString Filing::askForPath(QDir& folder, const QString& name) {
    QFileDialog dialog(&m_window, tr("Save the session"), folder.path(),
                       tr("Thalweg sessions (*%1)").arg(QLatin1String(session::sessionSuffix)));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QLatin1String(session::sessionSuffix).mid(1));
    dialog.selectFile(name);
    dialog.setOption(QFileDialog::DontConfirmOverwrite);  // mayReplace() asks
    if (dialog.exec() != QDialog::Accepted) return {};
    folder = dialog.directory();
    const QString path = dialog.selectedFiles().constFirst();
    // The dialog adds it only to a name without a point.
    const bool whole = path.endsWith(QLatin1String(session::sessionSuffix), Qt::CaseInsensitive);
    return whole ? path : path + QLatin1String(session::sessionSuffix);
}

/// Asks when the file holds what this session has not put there.
bool Filing::mayReplace(const QString& path) const {
    if (!m_document.wouldReplace(path)) return true;
    const bool own = QFileInfo(path).absoluteFilePath() == m_document.path();
    const QString name = QFileInfo(path).fileName();
    QMessageBox question(
        QMessageBox::Warning, tr("Save"),
        own ? tr("%1 has changed on the disk since it was opened or saved here.").arg(name)
            : tr("%1 exists already.").arg(name),
        QMessageBox::Save | QMessageBox::Cancel, &m_window);
    question.setTextFormat(Qt::PlainText);
    question.setInformativeText(
        tr("What it holds now is lost if you replace it. To keep both, cancel and save under "
           "another name."));
    question.button(QMessageBox::Save)->setText(tr("&Replace"));
    question.button(QMessageBox::Cancel)->setText(tr("&Cancel"));
    question.setDefaultButton(QMessageBox::Cancel);
    return question.exec() == QMessageBox::Save;
}

bool Filing::saveTo(const QString& path) {
    if (!mayReplace(path)) return false;
    const QString fault = m_document.saveTo(path);
    if (!fault.isEmpty()) {
        warn(tr("Save"), fault);
        return false;
    }
    Q_EMIT told(tr("Saved: %1").arg(path));
    return true;
}

void Filing::copyCommand() {
    QGuiApplication::clipboard()->setText(session::toCommand(m_document.written()));
    Q_EMIT told(tr("The command is in the clipboard."));
}

void Filing::copyLink() {
    QGuiApplication::clipboard()->setText(session::toLink(m_document.written()));
    Q_EMIT told(tr("The link is in the clipboard."));
}

void Filing::warn(const QString& title, const QString& fault) const {
    QMessageBox::warning(&m_window, title, fault);
}

}  // namespace window
