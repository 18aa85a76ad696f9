// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/roles.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>
#include <vector>

#include "session/constants.h"
#include "session/wording/wording.h"

namespace session {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Roles)
};

using Names = std::vector<std::string>;

/// The text without what stands in front of it, as in "f(x, y) =".
QString bodyOf(const Function& function) {
    static const QRegularExpression front(
        QStringLiteral("^\\s*[fy]\\s*(\\([^()]*\\))?\\s*:?=(?!=)\\s*"));
    return QString(function.text()).remove(front);
}

bool saysWhatVaries(const Function& function) {
    const auto reading = formula::readNamed(function.text().toStdString());
    return reading && !reading->declared.empty();
}

QStringList shown(const Names& names) {
    QStringList all;
    for (const std::string& name : names) all += QString::fromStdString(name);
    return all;
}

/// The session with its function in these variables.
Typed<Session> inVariables(const Session& session, const Names& variables, const Names& constants) {
    formula::Wanted wanted;
    wanted.named = variables;
    wanted.constants = constants;
    const Function& now = session.function;
    const auto function = Function::from(
        saysWhatVaries(now) ? textInVariables(now, shown(variables)) : now.text(), wanted);
    if (!function) return describe(function.error());
    return withFunction(session, *function);
}

/// The only one of these that is none of those; null where there is another number of them.
const std::string* onlyNew(const Names& these, const Names& those) {
    const std::string* found = nullptr;
    for (const std::string& name : these) {
        if (std::ranges::find(those, name) != those.end()) continue;
        if (found) return nullptr;
        found = &name;
    }
    return found;
}

}  // namespace

QString textInVariables(const Function& function, const QStringList& variables) {
    return QStringLiteral("f(%1) = %2").arg(variables.join(QStringLiteral(", ")), bodyOf(function));
}

Typed<Session> withVariable(const Session& session, const std::string& constant) {
    const formula::Analysis& analysis = session.function.analysis();
    Names variables = analysis.variables;
    variables.push_back(constant);
    Names constants = analysis.constants;
    std::erase(constants, constant);
    return inVariables(session, variables, constants);
}

Typed<Session> withHeld(const Session& session, const std::string& variable) {
    const formula::Analysis& analysis = session.function.analysis();
    Names variables = analysis.variables;
    const auto place = std::ranges::find(variables, variable);
    if (place == variables.end()) return session;
    const double value = session.initialGuess[static_cast<std::size_t>(place - variables.begin())];
    variables.erase(place);
    Names constants = analysis.constants;
    constants.push_back(variable);
    const auto held = inVariables(session, variables, constants);
    return held ? Typed<Session>(withConstant(*held, variable, value)) : held;
}

QString roleChange(const Session& before, const Session& after) {
    if (before.function == after.function || bodyOf(before.function) != bodyOf(after.function))
        return {};
    const Names& old = before.function.analysis().variables;
    const Names& now = after.function.analysis().variables;
    const std::string* const made = onlyNew(now, old);
    const std::string* const held = onlyNew(old, now);
    if (made && now.size() == old.size() + 1)
        return Text::tr("Let %1 vary").arg(QString::fromStdString(*made));
    if (held && old.size() == now.size() + 1)
        return Text::tr("Hold %1 constant").arg(QString::fromStdString(*held));
    return {};
}

}  // namespace session
