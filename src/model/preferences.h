// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace model {

enum class Colours { System, Light, Dark };

/// What the window remembers from one start to the next.
struct Preferences {
    static constexpr int mostFunctions = 20;
    static constexpr int mostFiles = 10;
    static constexpr int fewestDigits = 3;
    static constexpr int mostDigits = 17;
    static constexpr int lastLesson = 1000;

    QByteArray geometry;  ///< QWidget::saveGeometry()
    QList<int> splitter;  ///< QSplitter::sizes(); empty: as it comes
    Colours colours = Colours::System;
    bool projector = false;
    bool more = false;      ///< the controls that few need are shown
    bool schedule = false;  ///< and those of schedule and noise
    bool why = false;       ///< the reasons of a verdict are shown
    bool legend = false;    ///< on the picture
    bool wide = false;      ///< the convergence chart lies below the picture
    bool equal = false;     ///< both variables of a map have one scale
    bool numbered = false;  ///< contours tell their values
    double speed = 5;       ///< steps a second, from Player::slowest to Player::fastest
    int digits = 6;         ///< significant digits on screen, from fewestDigits to mostDigits
    QString exportSuffix;   ///< chosen last, with its point; empty before the first
    int lesson = 0;         ///< of the tour, from 0 to lastLesson
    bool tourOffered = false;
    QStringList recentFunctions;  ///< as typed, the latest first
    QStringList recentFiles;      ///< absolute paths, the latest first

    bool operator==(const Preferences&) const = default;

    /// Takes the place of one that differs by blanks only.
    void rememberFunction(const QString& text);
    void rememberFile(const QString& path);
    void forgetFile(const QString& path) { recentFiles.removeAll(path); }

    static QString usualFile();

    /// Whatever is missing or makes no sense has its default; never fails.
    static Preferences load(const QString& path = usualFile());
    /// The file is written whole or stays as it was. An empty string when all is well, else what is
    /// wrong.
    QString save(const QString& path = usualFile()) const;
};

}  // namespace model
