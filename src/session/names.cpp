// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/names.h"

#include <QCoreApplication>
#include <string>
#include <string_view>
#include <vector>

#include "formula/functions.h"
#include "formula/names.h"
#include "session/wording/wording.h"

namespace session {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Names)
};

std::string nearestIn(const Function& function, const QString& name) {
    const formula::Analysis& analysis = function.analysis();
    std::vector<std::string_view> names(analysis.constants.begin(), analysis.constants.end());
    names.insert(names.end(), analysis.variables.begin(), analysis.variables.end());
    return formula::nearestOf(name.toStdString(), names);
}

}  // namespace

QString quoted(const QString& text) {
    return QStringLiteral("“%1”").arg(shortened(text));
}

QString listed(const QStringList& names) {
    if (names.size() < 2) return names.join(QString());
    return Text::tr("%1 and %2")
        .arg(names.mid(0, names.size() - 1).join(QStringLiteral(", ")), names.last());
}

QString headOf(const Function& function) {
    constexpr qsizetype most = 3;
    QStringList names = function.variables();
    if (names.size() > most) names = {names.first(), QStringLiteral("…"), names.last()};
    return QStringLiteral("f(%1)").arg(names.join(QStringLiteral(", ")));
}

QString nameFault(const QString& name) {
    const std::string word = name.toStdString();
    if (formula::functionNamed(word))
        return Text::tr("%1 is a function: use another name.").arg(quoted(name));
    if (word == "e" || word == "pi" || word == "π")
        return Text::tr("%1 is a number of its own: use another name.").arg(quoted(name));
    return {};
}

QString strangerFault(const QString& name, const Function& function) {
    const std::string near = nearestIn(function, name);
    if (near.empty()) {
        return Text::tr("%1 does not occur in the function %2.")
            .arg(quoted(name), quoted(function.text()));
    }
    return Text::tr("%1 does not occur in the function. Did you mean %2?")
        .arg(quoted(name), quoted(QString::fromStdString(near)));
}

QString doubledFault(const QString& name) {
    return Text::tr("%1 has a value twice. Give it one.").arg(quoted(name));
}

}  // namespace session
