// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <memory>

#include "formula/analysis.h"
#include "formula/reader.h"
#include "formula/result.h"

namespace session {

/// A function of x that reads: a text as it was typed, and what it means. An immutable value; a
/// copy costs two pointers and may go to another thread.
class Function {
public:
    /// x^2.
    Function();
    /// The function of a text, or why it does not read.
    static formula::Result<Function, formula::ReadError> from(const QString& text);

    const QString& text() const { return m_text; }
    const formula::Analysis& analysis() const { return *m_analysis; }

    /// That of the texts.
    bool operator==(const Function& other) const { return m_text == other.m_text; }

private:
    Function(QString text, std::shared_ptr<const formula::Analysis> analysis);

    QString m_text;
    std::shared_ptr<const formula::Analysis> m_analysis;
};

}  // namespace session
