// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/filtergraph.h"

extern "C" {
#include <libavfilter/buffersink.h>
#include <libavfilter/buffersrc.h>
}

namespace output {

QByteArray FilterGraph::source(const char* name, QSize size, int framesPerSecond) {
    return QByteArray("buffer@") + name +
           "=pix_fmt=bgra:video_size=" + QByteArray::number(size.width()) + 'x' +
           QByteArray::number(size.height()) + ":time_base=1/" +
           QByteArray::number(framesPerSecond);
}

int FilterGraph::open(const QByteArray& description, int threads) {
    m_graph.reset(avfilter_graph_alloc());
    if (!m_graph) return AVERROR(ENOMEM);
    m_graph->nb_threads = threads;
    AVFilterInOut* inputs = nullptr;
    AVFilterInOut* outputs = nullptr;
    int error = avfilter_graph_parse2(m_graph.get(), description.constData(), &inputs, &outputs);
    avfilter_inout_free(&inputs);
    avfilter_inout_free(&outputs);
    if (error >= 0) error = avfilter_graph_config(m_graph.get(), nullptr);
    return error < 0 ? error : 0;
}

int FilterGraph::push(AVFrame* frame, const char* input) {
    return av_buffersrc_add_frame(avfilter_graph_get_filter(m_graph.get(), input), frame);
}

int FilterGraph::pull(AVFrame* frame) {
    return av_buffersink_get_frame(avfilter_graph_get_filter(m_graph.get(), "buffersink@out"),
                                   frame);
}

}  // namespace output
