// SPDX-License-Identifier: GPL-3.0-or-later
//
// English has plurals, too: a text with "%n" reads "1 step" or "2 steps" by its translation from
// resources/thalweg_en.ts, which holds nothing else.
#include <QCoreApplication>
#include <QTranslator>
#include <algorithm>
#include <limits>

#include "session/wording/wording.h"

namespace session {

namespace {

/// Writes the number of a text as count() does, in every locale.
class Plurals : public QTranslator {
public:
    using QTranslator::QTranslator;

    QString translate(const char* context, const char* text, const char* comment,
                      int n) const override {
        QString found = QTranslator::translate(context, text, comment, n);
        return n < 0 ? found : found.replace(QLatin1String("%n"), count(n));
    }
};

void install() {
    auto* plurals = new Plurals(QCoreApplication::instance());
    if (plurals->load(QStringLiteral(":/thalweg_en.qm")))
        QCoreApplication::installTranslator(plurals);
}

}  // namespace

int howMany(std::int64_t things) {
    return static_cast<int>(std::min<std::int64_t>(things, std::numeric_limits<int>::max()));
}

}  // namespace session

// Q_INIT_RESOURCE works only outside of namespaces.
static void installPlurals() {
    Q_INIT_RESOURCE(plurals);
    session::install();
}

Q_COREAPP_STARTUP_FUNCTION(installPlurals)
