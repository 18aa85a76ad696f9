// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QXmlStreamReader>

/// What an SVG says of itself, read to its end.
struct SvgText {
    QString title;
    QString description;
    QString fault;  ///< why it is no well-formed XML; empty when it is
};

inline SvgText readSvg(const QByteArray& content) {
    SvgText text;
    QXmlStreamReader reader(content);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == QLatin1String("title"))
            text.title = reader.readElementText();
        if (reader.isStartElement() && reader.name() == QLatin1String("desc"))
            text.description = reader.readElementText();
    }
    if (reader.hasError()) text.fault = reader.errorString();
    return text;
}
