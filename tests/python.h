// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

/// What an interpreter of Python prints.
struct PythonAnswer {
    QByteArray out;
    QByteArray err;
    int status = -1;
};

inline PythonAnswer answerOf(const QString& interpreter, const QStringList& arguments) {
    QProcess python;
    python.start(interpreter, arguments);
    if (!python.waitForFinished(300'000) || python.exitStatus() != QProcess::NormalExit) return {};
    return {python.readAllStandardOutput(), python.readAllStandardError(), python.exitCode()};
}

/// One that knows NumPy.
inline QString pythonWithNumpy() {
    return QStringLiteral(PYTHON);
}
/// One that knows PyTorch; empty where there is none.
inline QString pythonWithPytorch() {
    return QStringLiteral(PYTHON_PYTORCH);
}

/// Runs a text as a script.
inline PythonAnswer answerOf(const QString& interpreter, const QByteArray& script) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("script.py"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(script) != script.size()) return {};
    file.close();
    return answerOf(interpreter, QStringList{path});
}
