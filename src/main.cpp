// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <new>
#include <string>
#include <vector>

#include "cli/commandline.h"
#include "plot/scene/threads.h"
#include "window/application.h"
#include "window/mainwindow.h"

namespace {

/// Known before there is a QApplication, which without a display needs the offscreen platform.
bool wantsWindow(int argc, char** argv) {
    return std::none_of(argv + 1, argv + argc, [](const char* argument) {
        return std::strncmp(argument, "--export", 8) == 0 || std::strcmp(argument, "--help") == 0 ||
               std::strcmp(argument, "--version") == 0;
    });
}

/// Whoever sets QT_QPA_PLATFORM knows what there is to draw on.
bool hasDisplay() {
    constexpr std::array variables = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"};
    return std::any_of(variables.begin(), variables.end(),
                       [](const char* name) { return !qEnvironmentVariableIsEmpty(name); });
}

/// Standard error holds our own sentences: what Qt remarks on its surroundings (no runtime folder,
/// no UTF-8 locale) tells nobody what to do. Only what ends the program is passed on.
void reportOnlyTheEnd(QtMsgType type, const QMessageLogContext&, const QString& message) {
    if (type == QtFatalMsg) std::fprintf(stderr, "thalweg: %s\n", qPrintable(message));
}

/// The arguments, with the value of --title joined to it: on X11 Qt would take both for itself.
std::vector<std::string> withOwnTitle(int argc, char** argv) {
    std::vector<std::string> own;
    for (int i = 0; i < argc; ++i) {
        own.emplace_back(argv[i]);
        if (own.back() == "--title" && i + 1 < argc) own.back().append("=").append(argv[++i]);
    }
    return own;
}

int start(int argc, char** argv) {
    qInstallMessageHandler(reportOnlyTheEnd);
    const bool hidden = !wantsWindow(argc, argv) || !hasDisplay();
    if (hidden) qputenv("QT_QPA_PLATFORM", "offscreen");
    std::vector<std::string> own = withOwnTitle(argc, argv);
    std::vector<char*> pointers;
    for (std::string& argument : own) pointers.push_back(argument.data());
    pointers.push_back(nullptr);
    int count = static_cast<int>(own.size());
    window::Application application(count, pointers.data());
    QApplication::setApplicationName(QStringLiteral("thalweg"));
    QApplication::setApplicationDisplayName(QStringLiteral("Thalweg"));
    QApplication::setApplicationVersion(QStringLiteral(THALWEG_VERSION));

    const auto request = cli::parse(QApplication::arguments());
    if (!request) return cli::report(request.error());
    if (!request->exports.isEmpty()) return cli::execute(*request);
    if (hidden) {
        return cli::report({QCoreApplication::translate(
            "main", "There is no display for the window. Use --export to write a file.")});
    }
    // Qt will want one more thread, for D-Bus, and would wait for it for ever; another is to spare.
    if (!plot::canDraw() || plot::threadsToBeHad(2) < 2) {
        return cli::report({QCoreApplication::translate(
                                "main",
                                "The system does not give the threads that the window needs. Close "
                                "other programs and try again."),
                            1});
    }

    window::MainWindow window(request->session, model::Preferences::load());
    const bool bare = argc == 1;
    window.keepSafe(bare);
    if (!request->file.isEmpty()) window.setFile(request->file);
    window.show();
    if (bare) window.offerTour();
    const int status = QApplication::exec();
    const QString fault = window.preferences().save();
    if (!fault.isEmpty()) std::fprintf(stderr, "thalweg: %s\n", qPrintable(fault));
    return status;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return start(argc, argv);
    } catch (const std::bad_alloc&) {
        // Not translated, which would need memory.
        std::fputs("thalweg: There is not enough memory. Close other programs and try again.\n",
                   stderr);
        return 1;
    }
}
