// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace window {

/// Words from outside, such as the name of a file or what a link holds, are shown as they are. A
/// tool tip shows them so by plot::verbatim(), everything else by what stands here.

/// While one lives, every label of the program, those in message boxes and in Qt's own dialogs
/// included, shows plain text unless it was told to show rich text: Qt would guess, and render what
/// looks like HTML, with whatever pictures it names.
class PlainLabels : public QObject {
public:
    explicit PlainLabels(QObject* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

/// For the text of a menu's entry: one line, in which an & is no mnemonic and a tab begins no
/// shortcut.
QString inMenu(const QString& words);
/// For the title of a window: [*] is no mark of unsaved changes.
QString inTitle(const QString& words);

}  // namespace window
