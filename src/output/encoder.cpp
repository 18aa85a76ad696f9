// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/encoder.h"

#include <QCoreApplication>
#include <cerrno>
#include <cstdio>
#include <thread>
#include <utility>
#include <vector>

#include "files/savewhole.h"
#include "output/ffmpeg.h"
#include "output/filtergraph.h"
#include "plot/scene/threads.h"

namespace output {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Encoder)
};

/// How a container is filled: a codec, its options, and what the frames go through before.
struct Recipe {
    const char* format;
    const char* codec;
    AVPixelFormat pixels;
    std::vector<std::pair<const char*, const char*>> options;
    QByteArray filters;
};

Recipe recipe(const Film& film) {
    const QByteArray video = "scale=out_color_matrix=bt709:out_range=tv,format=";
    switch (film.container) {
        case Container::Gif:
            return {
                "gif", "gif", AV_PIX_FMT_PAL8, {}, "paletteuse=dither=none:diff_mode=rectangle"};
        case Container::Mp4:
            return {"mp4",
                    "libx264",
                    AV_PIX_FMT_YUV420P,
                    {{"preset", "veryfast"}, {"crf", "18"}},
                    video + "yuv420p"};
        case Container::WebM:
            return {"webm",
                    "libvpx-vp9",
                    film.transparent ? AV_PIX_FMT_YUVA420P : AV_PIX_FMT_YUV420P,
                    {{"deadline", "realtime"}, {"cpu-used", "7"}, {"row-mt", "1"}, {"crf", "24"}},
                    video + (film.transparent ? "yuva420p" : "yuv420p")};
    }
    Q_UNREACHABLE();
}

#if LIBAVFORMAT_VERSION_MAJOR >= 61
using Bytes = const std::uint8_t*;
#else
using Bytes = std::uint8_t*;
#endif

int writeTo(void* file, Bytes data, int size) {
    const bool written =
        static_cast<files::WholeFile*>(file)->write(reinterpret_cast<const char*>(data), size);
    return written ? size : AVERROR(EIO);
}

std::int64_t seekIn(void* opaque, std::int64_t offset, int whence) {
    auto* file = static_cast<files::WholeFile*>(opaque);
    if (whence == AVSEEK_SIZE) return file->size();
    if (whence == SEEK_CUR) offset += file->place();
    if (whence == SEEK_END) offset += file->size();
    if (offset < 0) return AVERROR(EINVAL);
    file->seek(offset);
    return offset;
}

/// For FFmpeg: 0, as many threads as there are cores, or 1 where the system hardly gives more. Its
/// encoders fail when some of their threads cannot be had.
int threads() {
    const int plenty = 4 * static_cast<int>(std::thread::hardware_concurrency()) + 4;
    return plot::threadsToBeHad(plenty) < plenty ? 1 : 0;
}

}  // namespace

class Encoder::Chain {
public:
    Chain(const Film& film, files::WholeFile& file)
        : m_film(film), m_file(file), m_recipe(recipe(film)) {
        av_log_set_level(AV_LOG_QUIET);
    }
    /// The frame that the GIF writer keeps is freed with the trailer only.
    ~Chain() { closeFormat(); }
    Q_DISABLE_COPY_MOVE(Chain)

    bool learn(const QImage& image) {
        if (!m_palette.isOpen() &&
            !succeeds(m_palette.open(in() + ",palettegen=reserve_transparent=" +
                                         (m_film.transparent ? "1" : "0") + ",buffersink@out",
                                     m_threads))) {
            return false;
        }
        const Owned<AVFrame> frame = copy(image, m_learnt++);
        return frame && succeeds(m_palette.push(frame.get()));
    }

    bool add(const QImage& image) {
        if (!m_reason.isEmpty() || (!m_codec && !open())) return false;
        const Owned<AVFrame> frame = copy(image, m_added++);
        return frame && succeeds(m_filter.push(frame.get())) && encodeFiltered();
    }

    bool finish() {
        return m_reason.isEmpty() && m_codec && succeeds(m_filter.push(nullptr)) &&
               encodeFiltered() && encode(nullptr) && succeeds(closeFormat());
    }

    const QString& reason() const { return m_reason; }

private:
    QByteArray in() const { return FilterGraph::source("in", m_film.size, m_film.framesPerSecond); }

    /// Takes a status of the library, in which errors are negative.
    bool succeeds(int status) {
        if (status >= 0) return true;
        if (status == AVERROR(ENOMEM)) return fail(Text::tr("there is not enough memory"));
        return fail(Text::tr("the encoder %1 gave up, perhaps for want of memory or threads")
                        .arg(QString::fromLatin1(m_recipe.codec)));
    }
    bool fail(const QString& reason) {
        if (m_reason.isEmpty()) m_reason = reason;
        return false;
    }
    /// Takes what the library allocates: nothing when there is no memory.
    bool got(const void* thing) { return thing || succeeds(AVERROR(ENOMEM)); }

    bool open() { return openFilter() && openCodec() && openFormat(); }

    bool openFilter() {
        if (m_film.container != Container::Gif) {
            return succeeds(
                m_filter.open(in() + ',' + m_recipe.filters + ",buffersink@out", m_threads));
        }
        constexpr QSize paletteSize(16, 16);
        const Owned<AVFrame> palette(av_frame_alloc());
        return got(palette.get()) && succeeds(m_palette.push(nullptr)) &&
               succeeds(m_palette.pull(palette.get())) &&
               succeeds(m_filter.open(
                   in() + "[frames];" +
                       FilterGraph::source("palette", paletteSize, m_film.framesPerSecond) +
                       "[palette];[frames][palette]" + m_recipe.filters + ",buffersink@out",
                   m_threads)) &&
               succeeds(m_filter.push(palette.get(), "buffer@palette")) &&
               succeeds(m_filter.push(nullptr, "buffer@palette"));
    }

    bool openCodec() {
        const AVCodec* codec = avcodec_find_encoder_by_name(m_recipe.codec);
        if (!codec) {
            return fail(
                Text::tr("FFmpeg has no encoder %1 here").arg(QString::fromLatin1(m_recipe.codec)));
        }
        m_codec.reset(avcodec_alloc_context3(codec));
        if (!got(m_codec.get())) return false;
        m_codec->width = m_film.size.width();
        m_codec->height = m_film.size.height();
        m_codec->pix_fmt = m_recipe.pixels;
        m_codec->time_base = {1, m_film.framesPerSecond};
        m_codec->framerate = {m_film.framesPerSecond, 1};
        m_codec->thread_count = m_threads;
        m_codec->bit_rate = 0;
        if (m_film.container != Container::Gif) {
            m_codec->colorspace = AVCOL_SPC_BT709;
            m_codec->color_primaries = AVCOL_PRI_BT709;
            m_codec->color_trc = AVCOL_TRC_BT709;
            m_codec->color_range = AVCOL_RANGE_MPEG;
        }
        for (const auto& [name, value] : m_recipe.options) {
            if (!succeeds(av_opt_set(m_codec->priv_data, name, value, 0))) return false;
        }
        if (av_guess_format(m_recipe.format, nullptr, nullptr)->flags & AVFMT_GLOBALHEADER) {
            m_codec->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
        }
        return succeeds(avcodec_open2(m_codec.get(), codec, nullptr));
    }

    bool openFormat() {
        constexpr int bufferSize = 1 << 16;
        AVFormatContext* format = nullptr;
        if (!succeeds(avformat_alloc_output_context2(&format, nullptr, m_recipe.format, nullptr)))
            return false;
        m_format.reset(format);
        auto* buffer = static_cast<unsigned char*>(av_malloc(bufferSize));
        if (!got(buffer)) return false;
        m_stream.reset(
            avio_alloc_context(buffer, bufferSize, 1, &m_file, nullptr, writeTo, seekIn));
        format->pb = m_stream.get();
        AVStream* track = avformat_new_stream(format, nullptr);
        if (!got(m_stream.get()) || !got(track)) return false;
        track->time_base = m_codec->time_base;
        track->avg_frame_rate = m_codec->framerate;
        if (m_film.transparent) av_dict_set(&track->metadata, "alpha_mode", "1", 0);
        return succeeds(avcodec_parameters_from_context(track->codecpar, m_codec.get())) &&
               (m_begun = succeeds(avformat_write_header(format, nullptr)));
    }

    int closeFormat() {
        return std::exchange(m_begun, false) ? av_write_trailer(m_format.get()) : 0;
    }

    Owned<AVFrame> copy(const QImage& image, std::int64_t number) {
        const QImage pixels = image.convertToFormat(m_film.transparent ? QImage::Format_ARGB32
                                                                       : QImage::Format_RGB32);
        Owned<AVFrame> frame(av_frame_alloc());
        if (!got(frame.get()) || !got(pixels.constBits())) return nullptr;
        frame->width = m_film.size.width();
        frame->height = m_film.size.height();
        frame->format = AV_PIX_FMT_BGRA;
        frame->pts = number;
        if (pixels.size() != m_film.size) fail(Text::tr("a frame has another size"));
        if (!m_reason.isEmpty() || !succeeds(av_frame_get_buffer(frame.get(), 0))) return nullptr;
        av_image_copy_plane(frame->data[0], frame->linesize[0], pixels.constBits(),
                            static_cast<int>(pixels.bytesPerLine()), 4 * frame->width,
                            frame->height);
        return frame;
    }

    bool encodeFiltered() {
        const Owned<AVFrame> frame(av_frame_alloc());
        if (!got(frame.get())) return false;
        int status = 0;
        while ((status = m_filter.pull(frame.get())) >= 0) {
            frame->pict_type = AV_PICTURE_TYPE_NONE;
            if (!encode(frame.get())) return false;
            av_frame_unref(frame.get());
        }
        return status == AVERROR(EAGAIN) || status == AVERROR_EOF || succeeds(status);
    }

    /// The end of the film when there is no frame.
    bool encode(const AVFrame* frame) {
        if (!succeeds(avcodec_send_frame(m_codec.get(), frame))) return false;
        const Owned<AVPacket> packet(av_packet_alloc());
        if (!got(packet.get())) return false;
        int status = 0;
        while ((status = avcodec_receive_packet(m_codec.get(), packet.get())) >= 0) {
            if (packet->duration == 0) packet->duration = 1;
            av_packet_rescale_ts(packet.get(), m_codec->time_base, m_format->streams[0]->time_base);
            if (!succeeds(av_interleaved_write_frame(m_format.get(), packet.get()))) return false;
        }
        return status == AVERROR(EAGAIN) || status == AVERROR_EOF || succeeds(status);
    }

    Film m_film;
    files::WholeFile& m_file;
    Recipe m_recipe;
    int m_threads = threads();
    QString m_reason;
    FilterGraph m_palette;
    FilterGraph m_filter;
    Owned<AVCodecContext> m_codec;
    Owned<AVIOContext> m_stream;
    Owned<AVFormatContext> m_format;
    bool m_begun = false;  ///< the header is written, the trailer is not
    std::int64_t m_learnt = 0;
    std::int64_t m_added = 0;
};

Encoder::Encoder(const Film& film, files::WholeFile& file)
    : m_chain(std::make_unique<Chain>(film, file)) {}

Encoder::~Encoder() = default;

bool Encoder::learn(const QImage& frame) {
    return m_chain->learn(frame);
}

bool Encoder::add(const QImage& frame) {
    return m_chain->add(frame);
}

bool Encoder::finish() {
    return m_chain->finish();
}

QString Encoder::reason() const {
    return m_chain->reason();
}

}  // namespace output
