// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/function.h"

#include <utility>

namespace session {

Function::Function() {
    static const Function usual = *from(QStringLiteral("x^2"));
    *this = usual;
}

Function::Function(QString text, std::shared_ptr<const formula::Analysis> analysis)
    : m_text(std::move(text)), m_analysis(std::move(analysis)) {}

formula::Result<Function, formula::ReadError> Function::from(const QString& text,
                                                             const formula::Wanted& wanted) {
    auto analysis = formula::analyse(text.toStdString(), wanted);
    if (!analysis) return analysis.error();
    return Function(text, std::make_shared<const formula::Analysis>(std::move(analysis).value()));
}

QStringList Function::variables() const {
    QStringList names;
    for (const std::string& name : m_analysis->variables) names += QString::fromStdString(name);
    return names;
}

}  // namespace session
