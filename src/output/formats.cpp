// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/formats.h"

#include <QCoreApplication>
#include <algorithm>

#include "output/pictures.h"
#include "output/scripts.h"
#include "output/tables.h"

namespace output {

namespace {

struct Named {
    Q_DECLARE_TR_FUNCTIONS(Formats)
};

}  // namespace

const Formats& formats() {
    using enum Format::Kind;
    static const Formats all{
        {QStringLiteral(".csv"), Named::tr("CSV table"), Table, csv},
        {QStringLiteral(".json"), Named::tr("JSON result"), Result, json},
        {QStringLiteral(".py"), Named::tr("NumPy script"), Script, numpy},
        {QStringLiteral(".png"), Named::tr("PNG picture"), Picture, png},
        {QStringLiteral(".svg"), Named::tr("SVG drawing"), Drawing, svg},
        {QStringLiteral(".pdf"), Named::tr("PDF drawing"), Drawing, pdf},
        {QStringLiteral(".gif"),
         Named::tr("GIF animation"),
         Film,
         {},
         Container::Gif,
         mostGifFrames},
        {QStringLiteral(".mp4"),
         Named::tr("MP4 video"),
         Film,
         {},
         Container::Mp4,
         mostFrames,
         Named::tr("An MP4 cannot be transparent; a GIF or a WebM can.")},
        {QStringLiteral(".webm"), Named::tr("WebM video"), Film, {}, Container::WebM},
    };
    return all;
}

const Format* formatOf(const QString& path, const Formats& among) {
    const auto found = std::ranges::find_if(among, [&](const Format& format) {
        return path.endsWith(format.suffix, Qt::CaseInsensitive);
    });
    return found == among.end() ? nullptr : &*found;
}

}  // namespace output
