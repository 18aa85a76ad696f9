// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QImage>
#include <QSlider>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QWidget>
#include <optional>

#include "output/options.h"
#include "plot/scene/picture.h"
#include "session/report.h"

class QLabel;
class QPlainTextEdit;
class QProgressBar;

namespace window {

class Backing;

/// What a file will look like: its picture, its film to scrub through and to play, or how its text
/// begins.
class ExportPreview : public QWidget {
    Q_OBJECT

public:
    explicit ExportPreview(QWidget* parent = nullptr);

    void showPicture(const session::Report& report, const output::Options& options);
    /// The place in the film stays when only the options change.
    void showFilm(const session::Report& report, const output::Options& options);
    void showText(const QString& text);
    /// What is awaited before there is anything to show, and the part of it that is done.
    void showWaiting(const QString& words, double part);

protected:
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    /// A page without a film.
    void turnTo(QWidget* page);
    QWidget* waitingPage();
    void setPlaying(bool playing);
    void play();
    void showFrame();

    std::optional<plot::Picture> m_film;
    output::Steps m_steps;  ///< of the film
    double m_seconds = 0;   ///< length of the film
    QStackedWidget* m_pages;
    Backing* m_backing;
    QPlainTextEdit* m_text;
    QLabel* m_awaited;
    QProgressBar* m_progress;
    QWidget* m_waiting;  ///< the page of the two above
    QWidget* m_transport;
    QToolButton* m_play;
    QSlider* m_place;
    QTimer m_clock;
    QElapsedTimer m_sinceTick;
    double m_elapsed = 0;  ///< seconds into the film
};

}  // namespace window
