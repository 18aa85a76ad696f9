// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

#include "formula/result.h"

namespace session {

struct Session;

/// What a picture or a table of a run shows of it.
enum class View {
    Curve,
    Convergence,
    Both,         ///< the two above, side by side
    Cobweb,       ///< each iterate over the one before it
    Bifurcation,  ///< where runs end up over α; nothing in it moves
    Map,          ///< a function of several variables from above
    Surface,      ///< the same from aside
    Basins,       ///< the same, and where a run from each place ends
    Race,         ///< a table of the runners
};

/// What is said of a view, and what it takes: a row of a table.
struct ViewRow {
    /// What has to be computed for it beyond the run.
    enum class Needs { Nothing, Basins, PlaneBasins, Density };

    View view;
    QString option;  ///< its name on the command line; empty where it has none
    QString name;    ///< "Bifurcation diagram"
    /// Of the View menu, with the letter that chooses it; empty unless the window shows it large.
    QString entry;
    QString tip;  ///< one sentence on what there is to see
    Needs needs = Needs::Nothing;
    bool overAlpha = false;  ///< its axis below is that of α
    QString whyStill = {};   ///< one sentence; empty when it can be animated
    /// One or two sentences on why it cannot show a session; empty when it can.
    QString (*whyNot)(const Session&) = [](const Session&) { return QString(); };
    bool isTable = false;  ///< it has no picture

    /// The entry without its mark: a short name beside others.
    QString label() const { return QString(entry).remove(QLatin1Char('&')); }
};

/// All, those of the command line in the order in which it lists them.
const std::vector<ViewRow>& views();
/// Those that the window shows large, in the order of their keys.
std::vector<ViewRow> largeViews();
const ViewRow& viewRow(View view);

/// The names of those that can be asked for, the usual one first.
QStringList viewNames();
/// The view of such a name, or one sentence that says what is wrong.
formula::Result<View, QString> viewFrom(const QString& name);

}  // namespace session
