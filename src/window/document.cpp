// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/document.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>
#include <algorithm>

#include "files/savewhole.h"
#include "model/filename.h"
#include "model/preferences.h"
#include "session/command.h"
#include "session/examples.h"
#include "session/link.h"
#include "session/sessionfile.h"

namespace window {

Document::Document(const session::Session& session, QWidget& window,
                   model::Preferences& preferences)
    : QObject(&window),
      m_window(window),
      m_preferences(preferences),
      m_state{{}, session, session, {session}} {}

QString Document::name() const {
    if (m_state.path.isEmpty()) return model::untitled();
    const QFileInfo file(m_state.path);
    const bool usual = file.fileName().endsWith(QLatin1String(session::sessionSuffix));
    const QString name = usual ? file.completeBaseName() : file.fileName();
    return name.isEmpty() ? file.fileName() : name;
}

bool Document::modified() const {
    if (!m_state.path.isEmpty()) return m_state.session != m_state.saved;
    return std::ranges::none_of(m_state.chosen, [this](session::Session chosen) {
        chosen.view = m_state.session.view;
        return chosen == m_state.session;
    });
}

session::Session Document::written() const {
    session::Session session = m_state.session;
    session.standing = m_standing;
    return session;
}

void Document::setSession(const session::Session& session) {
    m_state.session = session;
    Q_EMIT changed();
}

void Document::adopt(const session::Session& session, const QString& path) {
    m_state.session = session;
    m_state.saved = session;
    m_state.path = path;
    if (path.isEmpty()) m_state.chosen.append(session);
    if (!path.isEmpty()) {
        m_preferences.rememberFile(path);
        Q_EMIT filesRemembered();
    }
    Q_EMIT changed();
}

void Document::setState(const State& state) {
    m_state = state;
    Q_EMIT changed();
}

void Document::recover(const session::Session& session, const QString& path) {
    const auto there = session::openSession(path);
    m_state = {path, session, there ? *there : session::Session(), {}};
    Q_EMIT changed();
}

bool Document::mayLeave() {
    if (!modified()) return true;
    QMessageBox question(
        QMessageBox::Question, tr("Not saved"),
        m_state.path.isEmpty()
            ? tr("This session is not saved.")
            : tr("The changes to %1 are not saved.").arg(QFileInfo(m_state.path).fileName()),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, &m_window);
    question.setInformativeText(tr("What is not saved is lost."));
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
        &m_window, tr("Open a session"), usualFolder(),
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
    // Saving may change the very file.
    if (!mayLeave()) return;
    const auto session = session::openSession(path);
    if (session) {
        replace(*session, QFileInfo(path).absoluteFilePath());
    } else {
        m_preferences.forgetFile(path);
        Q_EMIT filesRemembered();
        warn(tr("Open"), session.error());
        Q_EMIT changed();
    }
}

void Document::openBeside(model::Beside side) {
    if (m_state.path.isEmpty()) {
        Q_EMIT told(tr("Open or save a session first: this one is in no folder yet."));
        return;
    }
    QString unreadable;
    for (const QString& path : model::neighbours(m_state.path, side)) {
        const auto session = session::openSession(path);
        if (!session) {
            unreadable = session.error();
            continue;
        }
        if (!mayLeave()) return;
        replace(*session, path);
        if (!unreadable.isEmpty()) Q_EMIT told(tr("Left out: %1").arg(unreadable));
        return;
    }
    if (!unreadable.isEmpty()) {
        warn(tr("Open"), unreadable);
    } else {
        Q_EMIT told(side == model::Beside::Next ? tr("This is the last session of the folder.")
                                                : tr("This is the first session of the folder."));
    }
}

void Document::openFromClipboard() {
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
        replace(*session, {});
    }
}

bool Document::save() {
    return m_state.path.isEmpty() ? saveAs() : saveTo(m_state.path);
}

bool Document::saveAs() {
    QString name = m_state.path.isEmpty()
                       ? model::untitled() + QLatin1String(session::sessionSuffix)
                       : QFileInfo(m_state.path).fileName();
    QDir folder(usualFolder());
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

/// Where the session is, or else the last that was opened or saved.
QString Document::usualFolder() const {
    const QStringList& recent = m_preferences.recentFiles;
    const QString path = m_state.path.isEmpty() ? recent.value(0) : m_state.path;
    return path.isEmpty() ? QString() : QFileInfo(path).absolutePath();
}

/// Empty when the person does not want to save after all. The folder is then the one in which the
/// name was typed.
QString Document::askForPath(QDir& folder, const QString& name) {
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
bool Document::mayReplace(const QString& path) const {
    if (!QFileInfo(path).isFile()) return true;
    const bool own = QFileInfo(path).absoluteFilePath() == m_state.path;
    if (const auto there = session::openSession(path); own && there && *there == m_state.saved) {
        return true;
    }
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
    question.setDefaultButton(QMessageBox::Cancel);
    return question.exec() == QMessageBox::Save;
}

bool Document::saveTo(const QString& path) {
    if (!mayReplace(path)) return false;
    const QString fault = files::saveWhole(path, session::toFile(written()));
    if (!fault.isEmpty()) {
        warn(tr("Save"), fault);
        return false;
    }
    adopt(m_state.session, QFileInfo(path).absoluteFilePath());
    Q_EMIT told(tr("Saved: %1").arg(path));
    return true;
}

void Document::copyCommand() {
    QGuiApplication::clipboard()->setText(session::toCommand(written()));
    Q_EMIT told(tr("The command is in the clipboard."));
}

void Document::copyLink() {
    QGuiApplication::clipboard()->setText(session::toLink(written()));
    Q_EMIT told(tr("The link is in the clipboard."));
}

void Document::replace(const session::Session& session, const QString& path) {
    adopt(session, path);
    Q_EMIT opened(session);
}

void Document::warn(const QString& title, const QString& fault) const {
    QMessageBox::warning(&m_window, title, fault);
}

}  // namespace window
