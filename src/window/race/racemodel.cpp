// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/race/racemodel.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <tuple>
#include <utility>

#include "plot/paint/tip.h"
#include "session/runners.h"
#include "session/wording/briefwording.h"
#include "session/wording/wording.h"

namespace window {

void RaceModel::setRace(const session::Session& session, const std::vector<session::Racer>& race,
                        bool veiled, int digits) {
    m_veiled = veiled;
    m_wordDigits = digits;
    m_isPlane = session.function.dimension() > 1;
    const std::vector<session::Runner> runners = session::runners(session);
    std::vector<Row> rows;
    for (const session::Racer& racer : race) rows.push_back(rowOf(session, runners, racer, veiled));
    // Nor does the order tell who is first.
    if (veiled) std::ranges::sort(rows, {}, [](const Row& row) { return row.racer.runner; });
    if (std::ranges::equal(rows, m_inRace, isSame)) return;
    beginResetModel();
    m_inRace = std::move(rows);
    arrange();
    endResetModel();
}

RaceModel::Row RaceModel::rowOf(const session::Session& session,
                                const std::vector<session::Runner>& runners,
                                const session::Racer& racer, bool veiled) const {
    Row row{racer, session::nameOf(runners, racer.runner, m_wordDigits), {}, {}, {}};
    if (veiled) {
        row.racer = {racer.runner, {}, {}};
    } else if (racer.verdict) {
        const auto settings = session::choosing(session, racer.runner).settings;
        row.ending = session::endingOf(*racer.verdict, settings.direction);
        row.outcome = session::endingName(*racer.verdict, settings.direction);
        row.words = session::brief(*racer.verdict, settings, m_wordDigits);
    } else {
        row.outcome = tr("Computing");
        row.words = tr("is still being computed");
    }
    return row;
}

bool RaceModel::isSame(const Row& one, const Row& other) {
    const auto said = [](const Row& row) {
        const auto& verdict = row.racer.verdict;
        return std::tuple(row.racer.runner, row.racer.place, row.name.method, row.name.rate,
                          row.outcome, row.words, verdict ? verdict->finish : insight::Finish());
    };
    const auto value = [](const Row& row) {
        return row.racer.verdict ? std::bit_cast<std::uint64_t>(row.racer.verdict->last.value) : 0;
    };
    return said(one) == said(other) && value(one) == value(other);
}

int RaceModel::rowOf(std::size_t runner) const {
    const auto found =
        std::ranges::find(m_rows, runner, [](const Row& row) { return row.racer.runner; });
    return static_cast<int>(found - m_rows.begin());
}

std::vector<session::Racer> RaceModel::racers() const {
    std::vector<session::Racer> all;
    for (const Row& row : m_rows) all.push_back(row.racer);
    return all;
}

bool RaceModel::anyLeaves() const {
    return std::ranges::any_of(m_rows, [](const Row& row) {
        return row.racer.verdict && row.racer.verdict->finish.leaves;
    });
}

bool RaceModel::anyComputed() const {
    return !m_veiled &&
           std::ranges::any_of(m_rows, [](const Row& row) { return !row.racer.verdict; });
}

int RaceModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RaceModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : Columns;
}

QString RaceModel::text(const Row& row, Column column) const {
    const auto& verdict = row.racer.verdict;
    switch (column) {
        case Place:
            if (row.racer.isUnfinished()) return m_terse ? QStringLiteral("–") : tr("Unfinished");
            return row.racer.place ? QString::number(*row.racer.place) : QString();
        case Runner:
            if (m_terse) return m_brief ? row.name.brief : row.name.method;
            return tr("%1, %2").arg(row.name.method, row.name.rate);
        case Outcome:
            return row.outcome;
        case Steps:
            if (!verdict) return {};
            if (!verdict->finish.step) return QStringLiteral("–");
            return session::count(*verdict->finish.step) +
                   (verdict->finish.leaves ? QStringLiteral("*") : QString());
        case Evaluations:
            return verdict ? session::count(verdict->finish.evaluations) : QString();
        case Value:
            return verdict ? session::number(verdict->last.value, m_digits) : QString();
        case Words:
        case Columns:
            break;
    }
    return row.words;
}

QString RaceModel::hint(const Row& row, Column column) const {
    const QString own = hintAlone(row, column);
    if (column != Steps || !m_spared || own.isEmpty()) return own;
    return tr("%1\n%2: %3").arg(own, heading(*m_spared), hintAlone(row, *m_spared));
}

/// What the * is for.
QString RaceModel::leaving(const insight::Finish& finish) {
    const QString came = tr("It came within the tolerance after %n steps, and left again.", nullptr,
                            session::howMany(*finish.step));
    if (!finish.stays) return tr("%1 It does not stay there.").arg(came);
    return tr("%1 It is there for good from step %2 on.").arg(came, session::count(*finish.stays));
}

/// More than there is room for.
QString RaceModel::hintAlone(const Row& row, Column column) const {
    const auto& verdict = row.racer.verdict;
    if (column == Place && row.racer.isUnfinished())
        return tr("Unfinished: it did not come within the tolerance.");
    if (column == Value && verdict) return session::exactNumber(verdict->last.value);
    if (column == Steps && verdict && verdict->finish.leaves) return leaving(verdict->finish);
    if (column != Runner) return text(row, column);
    const QString runner =
        tr("Runner %1: %2, %3")
            .arg(QString::number(row.racer.runner + 1), row.name.method, row.name.rate);
    return row.words.isEmpty() ? runner : tr("%1: %2").arg(runner, row.words);
}

QVariant RaceModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Row& row = at(index.row());
    const auto column = static_cast<Column>(index.column());
    if (role == Qt::DisplayRole) return text(row, column);
    if (role == Qt::ToolTipRole) return plot::wrapped(hint(row, column));
    if (role == Qt::AccessibleTextRole) return hint(row, column);
    return role == Qt::TextAlignmentRole ? alignment(column) : QVariant();
}

/// Words begin, and numbers end, below each other.
QVariant RaceModel::alignment(Column column) {
    const bool isNumber =
        column == Place || column == Steps || column == Evaluations || column == Value;
    return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                               (isNumber ? Qt::AlignRight : Qt::AlignLeft));
}

QString RaceModel::heading(Column column) {
    switch (column) {
        case Place:
            return tr("Place");
        case Runner:
            return tr("Runner");
        case Outcome:
            return tr("Outcome");
        case Steps:
            return tr("Steps");
        case Evaluations:
            return tr("Evaluations");
        case Value:
            return tr("Final f");
        case Words:
        case Columns:
            break;
    }
    return tr("Verdict");
}

QString RaceModel::slope() const {
    return m_isPlane ? QStringLiteral("∇f") : QStringLiteral("f′");
}

QString RaceModel::tip(Column column) const {
    switch (column) {
        case Place:
            return tr(
                "By steps, of the same steps by evaluations. Who did not come within the "
                "tolerance is unfinished.");
        case Runner:
            return tr("The method, its α, and in what else it differs.");
        case Outcome:
            return tr("What became of the run, in a word.");
        case Steps:
            return tr("Steps until |%1| first fell below the tolerance. A * marks who left again: "
                      "|%1| rose above it later, or would.")
                .arg(slope());
        case Evaluations:
            return tr("What these steps took, of an unfinished runner all its steps: f and %1 at "
                      "each place, each second derivative and each refused step of a line search "
                      "count 1.")
                .arg(slope());
        case Value:
            return tr("The value of f where the run ended.");
        case Words:
        case Columns:
            break;
    }
    return tr("What became of the run, in five words.");
}

QVariant RaceModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    const auto column = static_cast<Column>(section);
    if (role == Qt::ToolTipRole) return plot::wrapped(tip(column));
    if (role == Qt::AccessibleTextRole) return heading(column);
    if (role == Qt::TextAlignmentRole) return alignment(column);
    if (role != Qt::DisplayRole) return {};
    if (m_terse && column == Place) return QStringLiteral("#");
    if (m_terse && column == Evaluations) return tr("Evals");
    if (m_terse && column == Value) return QStringLiteral("f");
    return heading(column);
}

void RaceModel::sort(int column, Qt::SortOrder order) {
    beginResetModel();
    m_sorted = static_cast<Column>(column);
    m_order = order;
    arrange();
    endResetModel();
}

std::optional<double> RaceModel::key(const Row& row) const {
    const auto& verdict = row.racer.verdict;
    if (m_sorted == Runner) return static_cast<double>(row.racer.runner);
    if (!verdict) return std::nullopt;
    switch (m_sorted) {
        case Place:
            return row.racer.place ? std::optional<double>(*row.racer.place) : std::nullopt;
        case Outcome:
            return static_cast<double>(*row.ending);
        case Steps:
            return verdict->finish.step ? std::optional<double>(*verdict->finish.step)
                                        : std::nullopt;
        case Evaluations:
            return static_cast<double>(verdict->finish.evaluations);
        case Value:
            return std::isnan(verdict->last.value) ? std::nullopt
                                                   : std::optional(verdict->last.value);
        default:
            return 0;
    }
}

bool RaceModel::isBefore(const Row& one, const Row& other) const {
    const bool rises = m_order == Qt::AscendingOrder;
    const std::optional<double> first = key(one);
    const std::optional<double> second = key(other);
    if (first && second && m_sorted == Words) {
        const int order = one.words.localeAwareCompare(other.words);
        return rises ? order < 0 : order > 0;
    }
    if (!first || !second) return first && !second;
    return rises ? *first < *second : *first > *second;
}

void RaceModel::arrange() {
    m_rows = m_inRace;
    std::ranges::stable_sort(
        m_rows, [this](const Row& one, const Row& other) { return isBefore(one, other); });
}

}  // namespace window
