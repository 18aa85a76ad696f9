// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <optional>
#include <vector>

#include "session/race.h"
#include "session/session.h"
#include "session/wording/endingwording.h"
#include "session/wording/runnerwording.h"
#include "session/wording/wording.h"

namespace window {

/// The runners of a session as rows that can be sorted. Those with nothing in the column that they
/// are sorted by are the last ones, whichever way; equal ones keep their order.
class RaceModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Place, Runner, Outcome, Steps, Evaluations, Value, Words, Columns };

    using QAbstractTableModel::QAbstractTableModel;

    /// The runners in the order of the race. A veil hides what became of them. Rows that are as
    /// they were stay.
    void setRace(const session::Session& session, const std::vector<session::Racer>& race,
                 bool veiled, int digits);
    /// Of the values of f; setRace() has those of all other numbers.
    void setDigits(int digits) { m_digits = digits; }
    /// Whether headings are as short as can be.
    void setTerse(bool terse) { m_terse = terse; }
    /// Whether the names of runners are.
    void setBrief(bool brief) { m_brief = brief; }
    /// The column that there is no room for: what it has is told with the steps.
    void setSpared(std::optional<Column> column) { m_spared = column; }
    /// The first to give way: the words tell where a run ended, too.
    Column leastWanted() const { return m_sorted == Value ? Evaluations : Value; }

    /// The runner of a row, its place among all; and the row of a runner.
    std::size_t runnerAt(int row) const { return at(row).racer.runner; }
    int rowOf(std::size_t runner) const;
    /// As they are sorted.
    std::vector<session::Racer> racers() const;
    std::optional<session::Ending> endingAt(int row) const { return at(row).ending; }
    /// What became of it; what it is doing while it is computed.
    QString wordsAt(int row) const { return at(row).words; }
    bool isUnfinishedAt(int row) const { return !m_veiled && at(row).racer.isUnfinished(); }
    bool anyLeaves() const;
    bool anyComputed() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;
    static QString heading(Column column);

private:
    struct Row {
        session::Racer racer;
        session::RunnerName name;
        std::optional<session::Ending> ending;  ///< nothing while it is computed
        QString outcome;
        QString words;
    };
    static QVariant alignment(Column column);
    static bool isSame(const Row& one, const Row& other);
    Row rowOf(const session::Session& session, const std::vector<session::Runner>& runners,
              const session::Racer& racer, bool veiled) const;
    /// f′, or ∇f of several variables.
    QString slope() const;
    const Row& at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    QString text(const Row& row, Column column) const;
    QString hint(const Row& row, Column column) const;
    static QString leaving(const insight::Finish& finish);
    QString hintAlone(const Row& row, Column column) const;
    /// What a heading means.
    QString tip(Column column) const;
    /// What is sorted by; nothing where there is nothing.
    std::optional<double> key(const Row& row) const;
    bool isBefore(const Row& one, const Row& other) const;
    void arrange();

    std::vector<Row> m_inRace;  ///< in the order of the race
    std::vector<Row> m_rows;    ///< as they are sorted
    bool m_veiled = false;
    bool m_isPlane = false;  ///< the function has several variables
    bool m_terse = false;
    bool m_brief = false;
    std::optional<Column> m_spared;
    int m_digits = session::usualDigits;
    int m_wordDigits = session::usualDigits;
    Column m_sorted = Place;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

}  // namespace window
