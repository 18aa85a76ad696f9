// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/animation.h"

#include <QCoreApplication>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <system_error>
#include <thread>

#include "files/savewhole.h"
#include "output/pictures.h"

namespace output {

namespace {

using namespace std::chrono_literals;

struct Films {
    Q_DECLARE_TR_FUNCTIONS(Films)
};

/// H.264 and VP9 halve the resolution of colours.
QSize even(QSize size) {
    return {(size.width() + 1) / 2 * 2, (size.height() + 1) / 2 * 2};
}

Film film(Container container, const Options& options) {
    const QSize size = options.size.value_or(usualAnimation);
    const bool gif = container == Container::Gif;
    return {container, gif ? size : even(size),
            gif ? std::min(options.framesPerSecond, mostGifFrames) : options.framesPerSecond,
            !options.theme.opaque()};
}

std::int64_t lastStep(const session::Report& report, const Options& options) {
    return std::min(report.lastStep(), options.steps.to);
}

int frameCount(const Film& film, double seconds) {
    return std::max(1, static_cast<int>(std::lround(seconds * film.framesPerSecond)));
}

}  // namespace

double usualSeconds(std::int64_t steps) {
    constexpr double stepsPerSecond = 5;
    return std::clamp(static_cast<double>(steps) / stepsPerSecond, 2.0, 10.0);
}

/// The encoder on its thread, with a short queue of frames before it.
class Animation::Studio {
public:
    Studio(const QString& path, const Film& film) : m_path(path), m_file(path), m_film(film) {
        m_over = !m_file.open();
        if (m_over) return;
        try {
            m_thread = std::jthread([this](const std::stop_token& stop) { work(stop); });
        } catch (const std::system_error&) {
            m_fault =
                files::failure(m_path, Films::tr("the system gives no thread for the encoder"));
            m_over = true;
        }
    }

    /// Waits for room.
    void push(const QImage& frame, bool sample) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_over || m_queue.size() < mostWaiting; });
        m_queue.push_back({frame, sample});
        m_changed.notify_all();
    }
    void close() {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
        m_changed.notify_all();
    }
    bool waitUntilOver(std::chrono::milliseconds longest) {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, longest, [this] { return m_over; });
    }
    bool over() const {
        const std::scoped_lock lock(m_mutex);
        return m_over;
    }
    int done() const { return m_done; }
    QString fault() const {
        const std::scoped_lock lock(m_mutex);
        return m_over ? m_fault.isEmpty() ? m_file.fault() : m_fault : QString();
    }

private:
    struct Item {
        QImage frame;
        bool sample;
    };
    static constexpr std::size_t mostWaiting = 4;

    void work(const std::stop_token& stop) {
        QString fault;
        try {
            fault = encode(stop);
        } catch (...) {
            fault = files::outOfMemory(m_path);
        }
        const std::scoped_lock lock(m_mutex);
        // What went wrong with the file is more telling than what the encoder makes of it.
        m_fault = m_file.fault().isEmpty() ? fault : m_file.fault();
        m_over = true;
        m_changed.notify_all();
    }

    QString encode(const std::stop_token& stop) {
        Encoder encoder(m_film, m_file);
        bool good = true;
        while (const auto item = next(stop)) {
            good = good && (item->sample ? encoder.learn(item->frame) : encoder.add(item->frame));
            if (!good) break;
            ++m_done;
        }
        good = good && !stop.stop_requested() && encoder.finish() && m_file.commit();
        return encoder.reason().isEmpty() ? QString() : files::failure(m_path, encoder.reason());
    }

    /// Waits for the next frame; nothing when there will be none.
    std::optional<Item> next(const std::stop_token& stop) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, stop, [this] { return m_closed || !m_queue.empty(); });
        if (stop.stop_requested() || m_queue.empty()) return std::nullopt;
        Item item = std::move(m_queue.front());
        m_queue.pop_front();
        m_changed.notify_all();
        return item;
    }

    QString m_path;
    files::WholeFile m_file;  ///< the thread's until m_over
    Film m_film;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Item> m_queue;  ///< this and what follows is guarded by m_mutex
    bool m_closed = false;
    bool m_over = false;
    QString m_fault;
    std::atomic<int> m_done = 0;
    std::jthread m_thread;  ///< last member: it ends before what it uses
};

Animation::Animation(const QString& path, Container container, const session::Report& report,
                     const Options& options)
    : m_from(static_cast<double>(std::min(options.steps.from, lastStep(report, options)))),
      m_to(static_cast<double>(lastStep(report, options))),
      m_samples(0),
      m_frames(0),
      m_picture(filmOf(report, options, film(container, options).size)) {
    const Film made = film(container, options);
    const auto steps = static_cast<std::int64_t>(m_to - m_from);
    m_frames = frameCount(made, options.seconds.value_or(usualSeconds(steps)));
    constexpr int mostSamples = 16;
    if (container == Container::Gif) m_samples = std::min(m_frames, mostSamples);
    m_studio = std::make_unique<Studio>(path, made);
}

Animation::~Animation() = default;

bool Animation::advance() {
    constexpr auto moment = 20ms;
    if (m_studio->over()) return false;
    if (m_next < m_samples + m_frames) {
        drawNext();
        if (++m_next == m_samples + m_frames) m_studio->close();
        return true;
    }
    return !m_studio->waitUntilOver(moment);
}

void Animation::drawNext() {
    const bool sample = m_next < m_samples;
    const int number = sample ? m_next : m_next - m_samples;
    const int last = std::max(1, (sample ? m_samples : m_frames) - 1);
    m_picture.setPosition(m_from + (m_to - m_from) * number / last);
    m_studio->push(m_picture.frame(), sample);
}

double Animation::progress() const {
    return static_cast<double>(m_studio->done()) / (m_samples + m_frames);
}

QString Animation::fault() const {
    return m_studio->fault();
}

}  // namespace output
