// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <cstddef>
#include <memory>

#include "formula/analysis.h"
#include "formula/reader.h"
#include "formula/result.h"

namespace session {

/// A function of one to eight variables that reads: a text as it was typed, and what it means. An
/// immutable value; a copy costs two pointers and may go to another thread.
class Function {
public:
    /// x^2.
    Function();
    /// The function of a text, or why it does not read. The names that stand in the text and what
    /// is wanted of them decide which are its variables; see formula::rolesIn().
    static formula::Result<Function, formula::ReadError> from(const QString& text,
                                                              const formula::Wanted& wanted = {});

    const QString& text() const { return m_text; }
    const formula::Analysis& analysis() const { return *m_analysis; }
    /// The same, to be held.
    const std::shared_ptr<const formula::Analysis>& shared() const { return m_analysis; }
    /// How many variables it has, and what they are called, in their order.
    std::size_t dimension() const { return m_analysis->variables.size(); }
    QStringList variables() const;
    /// The name of its only variable, or of the first.
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
