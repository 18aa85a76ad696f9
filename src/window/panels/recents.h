// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCompleter>
#include <QObject>
#include <QStandardItemModel>

class QLineEdit;

namespace window {

/// Proposes what was typed before, in a list below a line of text, whose last row clears it. Unlike
/// a completer that a line has itself it comes only while a person types, leaves Enter to the text
/// unless a row was chosen, and can lie under something that is below the line.
class Recents : public QObject {
    Q_OBJECT

public:
    /// The list comes below `above`, which holds `line`; both must outlive this.
    Recents(QLineEdit* line, QWidget* above);

    /// The latest first.
    void setTexts(const QStringList& texts) { m_texts = texts; }
    /// Shows the texts that begin as the line does; hides the list when there are none.
    void propose();
    void hide();

Q_SIGNALS:
    void chosen(const QString& text);
    void clearWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void take(const QModelIndex& row);
    bool isCommand(const QModelIndex& row) const { return row.row() == m_shown.rowCount() - 1; }

    QLineEdit* m_line;
    QWidget* m_above;
    QStringList m_texts;
    QStandardItemModel m_shown;
    QCompleter m_list;
};

}  // namespace window
