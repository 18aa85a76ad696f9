// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <functional>
#include <vector>

#include "output/encoder.h"
#include "output/options.h"
#include "session/report.h"

namespace output {

/// A kind of file that a run can be written as. A row of a table: what writes files, or offers to,
/// takes the table as a value and knows no format by its name.
struct Format {
    enum class Kind {
        Picture,  ///< of pixels
        Drawing,  ///< of lines and text; its size can be told in millimetres, too
        Table,    ///< a row for each of Options::steps
        Result,   ///< takes no options
        Script,   ///< of the chosen run alone, without options
        Film      ///< Options::steps as an animation
    };

    QString suffix;  ///< with its point: ".csv"
    QString name;    ///< as a person knows it: "CSV table"
    Kind kind;
    /// What the file holds; empty when there is not enough memory for it. A film has none.
    std::function<QByteArray(const session::Report&, const Options&)> content = {};
    Container container = {};          ///< of a film
    int framesPerSecond = mostFrames;  ///< of a film, at most; more are not written
    QString whyOpaque = {};            ///< one sentence; empty when it can be transparent

    /// A picture that does not move.
    bool still() const { return kind == Kind::Picture || kind == Kind::Drawing; }
    bool film() const { return kind == Kind::Film; }
    /// Whether it shows Options::view, in Options::size.
    bool drawn() const { return still() || film(); }
    bool rows() const { return kind == Kind::Table; }
    /// Whether it holds the race where that is Options::view.
    bool races() const { return rows() || kind == Kind::Result; }
};

using Formats = std::vector<Format>;

/// Those of the program.
const Formats& formats();

/// The one whose suffix ends the path, in letters of any case; null without one.
const Format* formatOf(const QString& path, const Formats& among = formats());

}  // namespace output
