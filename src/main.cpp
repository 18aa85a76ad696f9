// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <algorithm>
#include <cstring>

#include "cli/commandline.h"
#include "window/mainwindow.h"

namespace {

/// Known before there is a QApplication, which without a display needs the offscreen platform.
bool needsDisplay(int argc, char** argv) {
    return std::none_of(argv + 1, argv + argc, [](const char* argument) {
        return std::strncmp(argument, "--export", 8) == 0 || std::strcmp(argument, "--help") == 0 ||
               std::strcmp(argument, "--version") == 0;
    });
}

}  // namespace

int main(int argc, char** argv) {
    if (!needsDisplay(argc, argv)) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("thalweg"));
    QApplication::setApplicationDisplayName(QStringLiteral("Thalweg"));
    QApplication::setApplicationVersion(QStringLiteral(THALWEG_VERSION));

    const auto request = cli::parse(QApplication::arguments());
    if (!request) return cli::report(request.error());
    if (!request->exports.isEmpty()) return cli::execute(*request);

    window::MainWindow window(request->session);
    window.show();
    return QApplication::exec();
}
