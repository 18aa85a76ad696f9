// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/export/exportformat.h"

namespace window {

const std::array<ExportFormat, 8>& exportFormats() {
    using Kind = ExportFormat::Kind;
    static const std::array<ExportFormat, 8> all{
        ExportFormat{QStringLiteral(".png"),
                     QT_TRANSLATE_NOOP("window::ExportDialog", "PNG picture"), Kind::Picture},
        ExportFormat{QStringLiteral(".svg"),
                     QT_TRANSLATE_NOOP("window::ExportDialog", "SVG drawing"), Kind::Drawing},
        ExportFormat{QStringLiteral(".pdf"),
                     QT_TRANSLATE_NOOP("window::ExportDialog", "PDF drawing"), Kind::Drawing},
        ExportFormat{QStringLiteral(".csv"), QT_TRANSLATE_NOOP("window::ExportDialog", "CSV table"),
                     Kind::Table},
        ExportFormat{QStringLiteral(".json"),
                     QT_TRANSLATE_NOOP("window::ExportDialog", "JSON result"), Kind::Result},
        ExportFormat{QStringLiteral(".gif"),
                     QT_TRANSLATE_NOOP("window::ExportDialog", "GIF animation"), Kind::Film},
        ExportFormat{QStringLiteral(".mp4"), QT_TRANSLATE_NOOP("window::ExportDialog", "MP4 video"),
                     Kind::Film},
        ExportFormat{QStringLiteral(".webm"),
                     QT_TRANSLATE_NOOP("window::ExportDialog", "WebM video"), Kind::Film},
    };
    return all;
}

}  // namespace window
