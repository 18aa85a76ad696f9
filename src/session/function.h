// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <memory>

#include "formula/analysis.h"
#include "formula/reader.h"
#include "formula/result.h"

namespace session {

/// A function of one variable that reads: a text as it was typed, and what it means. An immutable
/// value; a copy costs two pointers and may go to another thread.
class Function {
public:
    /// x^2.
    Function();
    /// The function of a text, or why it does not read. It has one variable, which the names that
    /// stand in the text and what is wanted of them decide; see formula::rolesIn().
    static formula::Result<Function, formula::ReadError> from(const QString& text,
                                                              formula::Wanted wanted = {});

    const QString& text() const { return m_text; }
    const formula::Analysis& analysis() const { return *m_analysis; }
    /// The same, to be held.
    const std::shared_ptr<const formula::Analysis>& shared() const { return m_analysis; }
    /// The name of its variable.
    QString variable() const { return QString::fromStdString(m_analysis->variables.front()); }

    /// That of the texts and of what their names are.
    bool operator==(const Function& other) const {
        return m_text == other.m_text && m_analysis->variables == other.m_analysis->variables;
    }

private:
    Function(QString text, std::shared_ptr<const formula::Analysis> analysis);

    QString m_text;
    std::shared_ptr<const formula::Analysis> m_analysis;
};

}  // namespace session
