// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace window {

/// Rich text with a little room between an italic f and its primes, and no line break about them.
QString typeset(QString richText);
/// A sentence as rich text in which no line breaks within a formula; see plot::together().
QString unbroken(const QString& sentence);

}  // namespace window
