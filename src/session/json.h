// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>
#include <vector>

#include "formula/result.h"

namespace session {

inline constexpr int mostJsonValues = 200'000;

/// A member of a JSON object, with what Qt's reader does not tell.
struct JsonMember {
    QString name;
    QString text;  ///< of the value, as written
    QJsonValue value;
    int line = 1;  ///< where the value begins, from 1
};

/// The members of the one object that the text holds, in their order; or one sentence that says
/// what is wrong and where. No name comes twice. More than mostJsonValues are refused.
formula::Result<std::vector<JsonMember>, QString> jsonMembers(QByteArray text);

/// The text as a string of JSON, in quotes.
QByteArray jsonString(const QString& text);

}  // namespace session
