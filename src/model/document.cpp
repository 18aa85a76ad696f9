// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/document.h"

#include <QFileInfo>
#include <algorithm>

#include "files/savewhole.h"
#include "model/filename.h"
#include "model/preferences.h"
#include "session/sessionfile.h"

namespace model {

Document::Document(const session::Session& session, Preferences& preferences, QObject* parent)
    : QObject(parent), m_preferences(preferences), m_state{{}, session, session, {session}} {}

QString Document::name() const {
    if (m_state.path.isEmpty()) return untitled();
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

void Document::open(const session::Session& session, const QString& path) {
    adopt(session, path);
    Q_EMIT opened(session);
}

QString Document::openFile(const QString& path) {
    const auto session = session::openSession(path);
    if (!session) return session.error();
    open(*session, QFileInfo(path).absoluteFilePath());
    return {};
}

Document::Neighbour Document::neighbour(Beside side) const {
    QString fault;
    for (const QString& path : neighbours(m_state.path, side)) {
        const auto session = session::openSession(path);
        if (session) return {path, *session, fault};
        fault = session.error();
    }
    return {{}, {}, fault};
}

bool Document::wouldReplace(const QString& path) const {
    if (!QFileInfo(path).isFile()) return false;
    const bool own = QFileInfo(path).absoluteFilePath() == m_state.path;
    const auto there = session::openSession(path);
    return !(own && there && *there == m_state.saved);
}

QString Document::saveTo(const QString& path) {
    const QString fault = files::saveWhole(path, session::toFile(written()));
    if (fault.isEmpty()) adopt(m_state.session, QFileInfo(path).absoluteFilePath());
    return fault;
}

void Document::forget(const QString& path) {
    m_preferences.forgetFile(path);
    Q_EMIT filesRemembered();
    Q_EMIT changed();
}

QString Document::usualFolder() const {
    const QStringList& recent = m_preferences.recentFiles;
    const QString path = m_state.path.isEmpty() ? recent.value(0) : m_state.path;
    return path.isEmpty() ? QString() : QFileInfo(path).absolutePath();
}

}  // namespace model
