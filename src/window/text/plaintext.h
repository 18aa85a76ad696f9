// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace window {

// Words from outside, such as the name of a file or what a link holds, are shown as they are. A
// tool tip shows them so by plot::verbatim(), a menu and a title by model/plaintext.h, a label by
// this.

/// While one lives, every label of the program, those in message boxes and in Qt's own dialogs
/// included, shows plain text unless it was told to show rich text: Qt would guess, and render what
/// looks like HTML, with whatever pictures it names.
class PlainLabels : public QObject {
public:
    explicit PlainLabels(QObject* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace window
