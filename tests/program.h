// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/resource.h>

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <functional>
#include <utility>

struct Answer {
    int status = -1;
    QString out;
    QString err;
    double seconds = 0;  ///< of processor time
};

/// The user and system time of all children so far.
inline double secondsOfChildren() {
    rusage usage{};
    ::getrusage(RUSAGE_CHILDREN, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

inline QProcessEnvironment bareEnvironment() {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "LANG", "LC_ALL"}) {
        environment.remove(QString::fromLatin1(name));
    }
    return environment;
}

inline QStringList words(std::initializer_list<const char*> arguments) {
    QStringList list;
    for (const char* argument : arguments) list += QString::fromUtf8(argument);
    return list;
}

inline QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The program as scripts use it: a process without a display, in a folder of its own.
class Program {
public:
    using Variable = std::pair<QString, QString>;

    /// With one more environment variable and something to do in the child first, if need be.
    Answer run(const QStringList& arguments, const Variable& variable = {},
               const std::function<void()>& inChild = {}) {
        QProcessEnvironment environment = bareEnvironment();
        if (!variable.first.isEmpty()) environment.insert(variable.first, variable.second);
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder.path());
        if (inChild) process.setChildProcessModifier(inChild);
        const double before = secondsOfChildren();
        process.start(QStringLiteral(THALWEG), arguments);
        if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit) {
            return {};
        }
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError()), secondsOfChildren() - before};
    }

    /// With the result written to run.json.
    Answer exported(std::initializer_list<const char*> arguments) {
        return run(words(arguments) + words({"--export", "run.json"}));
    }

    QString folder() const { return m_folder.path(); }
    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    QJsonObject result() const {
        return QJsonDocument::fromJson(contentOf(path("run.json"))).object();
    }
    QStringList files() const { return QDir(m_folder.path()).entryList(QDir::Files); }

private:
    QTemporaryDir m_folder;
};
