// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace model {

/// What a session without a file is called.
QString untitled();

/// The name of a file, without a suffix, that a title suggests: what no file may be called, or what
/// would hide it, lead to another folder or break a line becomes a hyphen or is left out, and what
/// is too long is cut. "Untitled" where nothing is left.
QString asFileName(const QString& title);

}  // namespace model
