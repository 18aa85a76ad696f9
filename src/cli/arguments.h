// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <optional>

#include "formula/result.h"
#include "insight/range.h"
#include "output/formats.h"
#include "output/options.h"
#include "session/session.h"

namespace cli {

/// What the command line asks for.
struct Request {
    QString file;  ///< the session's, as given; empty: none was opened
    session::Session session;
    QStringList exports;      ///< files to write; none: the window is wanted
    output::Formats formats;  ///< that the suffixes of the exports are among
    output::Options options;
    std::optional<insight::Range>
        alphas;                 ///< to show in a bifurcation diagram; none: those that fit
    QStringList unvalued = {};  ///< constants that got no value: they are 1
};

/// Why nothing was done: the text for standard error, or (status 0) for standard output, as for
/// --help.
struct Refusal {
    QString message;
    int status = 2;
};

/// Reads the arguments, the program's name first. Pure: no output, no exit.
formula::Result<Request, Refusal> parse(const QStringList& arguments,
                                        const output::Formats& formats = output::formats());

}  // namespace cli
