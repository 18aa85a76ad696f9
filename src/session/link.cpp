// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/link.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <QUrl>

#include "session/constants.h"
#include "session/fields/fields.h"
#include "session/place.h"
#include "session/wording/wording.h"

namespace session {

namespace {

struct Link {
    Q_DECLARE_TR_FUNCTIONS(Link)
};

using Terms = QHash<QString, QString>;

QString scheme() {
    return QStringLiteral("thalweg:");
}

QString beginning() {
    return scheme() + QLatin1Char('?');
}

/// The last part: a link without it was cut.
QString end() {
    return QStringLiteral("v");
}

/// A function of formula::longestText characters of four bytes, a note and a title as long as they
/// can be of three, each byte written %XX, and the rest.
constexpr qsizetype longestLink = 50'000;

/// Without the blanks, line ends and quotes of the text around it: a link holds none itself.
QString bare(QString link) {
    static const QRegularExpression blanks(QStringLiteral("\\s+"),
                                           QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression quotes(QStringLiteral("^[<\"'“”„‘’«»(]+|[>\"'“”‘’«»),.;]+$"));
    return link.remove(blanks).remove(quotes);
}

formula::Result<Terms, QString> termsOf(const QString& query) {
    static const QRegularExpression broken(QStringLiteral("%(?![0-9A-Fa-f]{2})"));
    Terms terms;
    for (const QString& term : query.split(QLatin1Char('&'), Qt::SkipEmptyParts)) {
        if (term.contains(broken)) {
            return Link::tr(
                "The link is damaged: two hexadecimal digits must follow every percent sign.");
        }
        const QString letter = term.section(QLatin1Char('='), 0, 0);
        if (terms.contains(letter)) {
            return Link::tr("“%1” is in the link a second time.").arg(shortened(letter));
        }
        terms[letter] = QUrl::fromPercentEncoding(term.section(QLatin1Char('='), 1).toUtf8());
    }
    return terms;
}

QString versionFault(const Terms& terms) {
    if (!terms.contains(end())) {
        return Link::tr("The link is not whole: its end, “%1=” and a number, is missing.")
            .arg(end());
    }
    const QString given = terms[end()];
    if (given.toInt() > newestVersion) {
        return Link::tr(
                   "The link was written by a newer Thalweg (version %1); this one reads "
                   "versions up to %2.")
            .arg(shortened(given), QString::number(newestVersion));
    }
    if (given.toInt() >= 1) return {};
    return Link::tr("The version “%1” of the link is not known.").arg(shortened(given));
}

}  // namespace

QString toLink(const Session& session) {
    QString link = beginning();
    for (const Field& field : fields()) {
        if (!isWritten(field, session)) continue;
        const QByteArray value = QUrl::toPercentEncoding(writtenText(field, session), ":");
        link += field.letter + QLatin1Char('=') + QString::fromLatin1(value) + QLatin1Char('&');
    }
    return link + end() + QLatin1Char('=') + QString::number(versionFor(session));
}

bool isLink(const QString& text) {
    return bare(text.left(longestLink)).startsWith(scheme(), Qt::CaseInsensitive);
}

formula::Result<Session, QString> fromLink(const QString& link) {
    if (link.size() > 2 * longestLink) return Link::tr("The link is too long.");
    const QString text = bare(link);
    if (!text.startsWith(beginning(), Qt::CaseInsensitive)) {
        return Link::tr("This is no link to a session: one begins with %1.").arg(beginning());
    }
    const auto terms = termsOf(text.mid(beginning().size()));
    if (!terms) return terms.error();
    if (const QString fault = versionFault(*terms); !fault.isEmpty()) return fault;
    Session session;
    const int version = terms->value(end()).toInt();
    if (version > 1) announceConstants(terms->value(QStringLiteral("constants")), session);
    announceStart(terms->value(QStringLiteral("x0")), session);
    for (const Field& field : fields()) {
        const bool optional = field.presence == Field::Presence::Optional;
        if (optional && (!terms->contains(field.letter) || version < field.since)) continue;
        if (!terms->contains(field.letter)) {
            return Link::tr("“%1” is missing in the link.").arg(field.letter);
        }
        const QString fault = field.read(terms->value(field.letter), session);
        if (fault.isEmpty()) continue;
        return Link::tr("“%1” in the link: %2").arg(field.letter, fault);
    }
    return session;
}

}  // namespace session
