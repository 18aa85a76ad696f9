// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/document.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMessageBox>

#include "output/savewhole.h"
#include "session/command.h"
#include "session/examples.h"
#include "session/link.h"
#include "session/sessionfile.h"
#include "window/preferences.h"

namespace window {

Document::Document(const session::Session& session, QWidget& window, Preferences& preferences)
    : QObject(&window),
      m_window(window),
      m_preferences(preferences),
      m_session(session),
      m_saved(session) {}

void Document::setSession(const session::Session& session) {
    m_session = session;
    Q_EMIT changed();
}

void Document::adopt(const session::Session& session, const QString& path) {
    m_session = session;
    m_saved = session;
    m_path = path;
    if (!path.isEmpty()) m_preferences.rememberFile(path);
    Q_EMIT changed();
}

void Document::recover(const session::Session& session) {
    m_session = session;
    m_saved = {};
    Q_EMIT changed();
}

bool Document::mayLeave() {
    if (!modified()) return true;
    QMessageBox question(
        QMessageBox::Question, tr("Unsaved changes"),
        m_path.isEmpty() ? tr("This session is not saved.")
                         : tr("The changes to %1 are not saved.").arg(QFileInfo(m_path).fileName()),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, &m_window);
    question.setInformativeText(tr("Without saving it is gone."));
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

void Document::startAnew() {
    if (mayLeave()) replace(session::examples().front().session, {});
}

void Document::open() {
    if (!mayLeave()) return;
    const QString path = QFileDialog::getOpenFileName(
        &m_window, tr("Open a session"), QFileInfo(m_path).absolutePath(),
        tr("Thalweg sessions (*%1)").arg(QLatin1String(session::sessionSuffix)));
    if (path.isEmpty()) return;
    const auto session = session::openSession(path);
    if (session) {
        replace(*session, QFileInfo(path).absoluteFilePath());
    } else {
        warn(tr("Open"), session.error());
    }
}

void Document::openFile(const QString& path) {
    const auto session = session::openSession(path);
    if (!session) {
        m_preferences.forgetFile(path);
        warn(tr("Open"), session.error());
        Q_EMIT changed();
    } else if (mayLeave()) {
        replace(*session, QFileInfo(path).absoluteFilePath());
    }
}

void Document::openFromClipboard() {
    const auto session = session::fromLink(QGuiApplication::clipboard()->text());
    if (!session) {
        warn(tr("Open from clipboard"), session.error());
    } else if (mayLeave()) {
        replace(*session, {});
    }
}

bool Document::save() {
    return m_path.isEmpty() ? saveAs() : saveTo(m_path);
}

bool Document::saveAs() {
    QFileDialog dialog(&m_window, tr("Save the session"),
                       m_path.isEmpty() ? QString() : QFileInfo(m_path).absolutePath(),
                       tr("Thalweg sessions (*%1)").arg(QLatin1String(session::sessionSuffix)));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QLatin1String(session::sessionSuffix).mid(1));
    dialog.selectFile(m_path.isEmpty() ? tr("descent") + QLatin1String(session::sessionSuffix)
                                       : QFileInfo(m_path).fileName());
    if (dialog.exec() != QDialog::Accepted) return false;
    return saveTo(dialog.selectedFiles().constFirst());
}

bool Document::saveTo(const QString& path) {
    const QString fault = output::saveWhole(path, session::toFile(m_session));
    if (!fault.isEmpty()) {
        warn(tr("Save"), fault);
        return false;
    }
    adopt(m_session, QFileInfo(path).absoluteFilePath());
    Q_EMIT told(tr("Saved: %1").arg(path));
    return true;
}

void Document::copyCommand() const {
    QGuiApplication::clipboard()->setText(session::toCommand(m_session));
}

void Document::copyLink() const {
    QGuiApplication::clipboard()->setText(session::toLink(m_session));
}

void Document::replace(const session::Session& session, const QString& path) {
    adopt(session, path);
    Q_EMIT opened(session);
}

void Document::warn(const QString& title, const QString& fault) const {
    QMessageBox::warning(&m_window, title, fault);
}

}  // namespace window
