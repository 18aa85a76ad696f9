// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/showable.h"

#include "session/wording/wording.h"

namespace model {

QString whyNotShown(const session::Session& session) {
    const formula::Analysis& analysis = session.function.analysis();
    if (analysis.variables.size() <= mostShownVariables) return {};
    formula::Wanted wanted;
    wanted.constants = analysis.constants;
    wanted.named = analysis.variables;
    wanted.mostVariables = mostShownVariables;
    const auto function = session::Function::from(session.function.text(), wanted);
    return function ? QString() : session::describe(function.error());
}

formula::Result<session::Session, QString> showable(
    formula::Result<session::Session, QString> session) {
    if (!session) return session;
    const QString fault = whyNotShown(*session);
    if (!fault.isEmpty()) return fault;
    return session;
}

}  // namespace model
