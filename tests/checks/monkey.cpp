// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractPrintDialog>
#include <QApplication>
#include <QClipboard>
#include <QDeadlineTimer>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>
#include <QTextDocument>
#include <QTimer>
#include <QWindow>
#include <array>
#include <cstdio>
#include <random>

#include "session/examples.h"
#include "window/mainwindow.h"

namespace {

constexpr std::array functions = {"x^4-4*x^2+x", "sin(x)+sin(10*x/3)",
                                  "1/x",         "x<0?-x:x^2",
                                  "abs(x)",      "exp(sin(exp(x)))",
                                  "x^",          "tan(x)",
                                  "foo(x)",      "2",
                                  "sqrt(x)",     "x^2*sin(1000x)"};
constexpr std::array links = {
    "thalweg:?f=x%5E2&x0=4&alpha=0.1&n=200&tolerance=1e-06&direction=minimize&method=gradient&"
    "range=-5:5&v=1",
    "thalweg:?f=x%5E2&x0=4&alpha=0.1&n=200&tolerance=1e-06&direction=minimize&"
    "method=<b>outside</b>&range=-5:5&v=1",
    "nothing"};
constexpr std::array shortcuts = {
    "Ctrl+1",     "Ctrl+2",       "Ctrl+3",     "Ctrl+Z",    "Ctrl+Z", "Ctrl+Shift+Z", "Space",
    "Left",       "Right",        "Home",       "End",       "Ctrl+0", "Ctrl++",       "Ctrl+-",
    "Shift+Left", "Shift+Up",     "Ctrl+Right", "Ctrl+Left", "Ctrl+C", "Ctrl+Shift+C", "Tab",
    "Shift+Tab",  "Ctrl+Shift+L", "F9",         "F11",       "Alt+H",  "Alt+E",        "Esc"};
constexpr std::array dialogs = {"Ctrl+E", "Ctrl+O", "Ctrl+S", "Ctrl+Shift+S",
                                "Ctrl+P", "Ctrl+N", "F1",     "Ctrl+Shift+V"};
constexpr std::array dialogKeys = {"Tab", "Shift+Tab", "Up", "Down", "Space", "7", "Return", "Esc"};

/// Uses the window without sense, by real events. What it does next depends on the seed and on the
/// number of deeds alone; what comes of it, also on what has been computed by then.
class Monkey : public QObject {
public:
    Monkey(window::MainWindow& window, unsigned seed, int seconds)
        : m_window(window), m_seed(seed), m_end(1000LL * seconds) {
        live();
    }
    unsigned deeds() const { return m_deeds; }

private:
    /// The next deed is arranged for first: this one may open a dialog that returns when it is
    /// closed.
    void live() {
        if (m_end.hasExpired()) return leave();
        QTimer::singleShot(5, this, &Monkey::live);
        m_random.seed(m_seed + ++m_deeds);
        act();
        requirePlainBoxes();
        if (!m_window.isVisible() && !QApplication::activeModalWidget()) m_window.show();
    }
    /// Closes one dialog after the other, then the program ends.
    void leave() {
        QTimer::singleShot(50, this, &Monkey::leave);
        if (QWidget* popup = QApplication::activePopupWidget()) {
            popup->close();
        } else if (auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget())) {
            dialog->reject();
        } else {
            QCoreApplication::exit();  // quit() would ask whether to save
        }
    }
    void act() {
        QWidget* popup = QApplication::activePopupWidget();
        QWidget* modal = QApplication::activeModalWidget();
        if (popup) {
            oneIn(3) ? click(*popup) : press(pick(dialogKeys));
        } else if (auto* box = qobject_cast<QMessageBox*>(modal)) {
            const auto buttons = box->buttons();
            QTest::mouseClick(buttons[below(static_cast<int>(buttons.size()))], Qt::LeftButton);
        } else if (qobject_cast<QFileDialog*>(modal)) {
            press(oneIn(3) ? "Return" : "Esc");  // nothing else is safe: it can rename and remove
        } else if (qobject_cast<QAbstractPrintDialog*>(modal)) {
            press("Esc");
        } else if (modal) {
            oneIn(2) ? click(*modal) : press(pick(dialogKeys));
        } else {
            actOnTheWindow();
        }
    }
    void actOnTheWindow() {
        switch (below(8)) {
            case 0:
                return type();
            case 1:
                return drag();
            case 2:
                return turnTheWheel();
            case 3:
                return click(m_window);
            case 4:
                if (oneIn(4)) QGuiApplication::clipboard()->setText(text(pick(links)));
                return press(pick(dialogs));
            case 5:
                if (oneIn(10)) return m_window.resize(700 + below(600), 500 + below(400));
                if (oneIn(10)) return void(m_window.close());
                [[fallthrough]];
            default:
                return press(pick(shortcuts));
        }
    }

    void type() {
        press("Ctrl+L");
        press("Ctrl+A");
        for (const QChar letter : text(pick(functions)))
            QTest::keyClick(m_window.windowHandle(), letter.toLatin1());
        if (oneIn(2)) press("Return");
    }
    void press(const char* keys) {
        QWindow* window = QGuiApplication::focusWindow();
        const QKeyCombination key = QKeySequence(QString::fromLatin1(keys))[0];
        if (window) QTest::keyClick(window, key.key(), key.keyboardModifiers());
    }
    void click(QWidget& widget) {
        const QPoint place = placeIn(widget);
        QTest::mouseClick(widget.windowHandle(), oneIn(8) ? Qt::RightButton : Qt::LeftButton, {},
                          place);
    }
    void drag() {
        QWindow* window = m_window.windowHandle();
        QPoint place = placeIn(m_window);
        QTest::mousePress(window, Qt::LeftButton, {}, place);
        for (int i = below(20); i > 0; --i) {
            place += QPoint(below(41) - 20, below(41) - 20);
            QTest::mouseMove(window, place);
            if (oneIn(4)) QCoreApplication::processEvents();
        }
        QTest::mouseRelease(window, Qt::LeftButton, {}, place);
    }
    void turnTheWheel() {
        const QPoint place = placeIn(m_window);
        QWidget* target = m_window.childAt(place);
        if (!target) return;
        const QPoint turn(0, oneIn(2) ? 120 : -120);
        const QPointF inside = target->mapFrom(&m_window, place);
        QWheelEvent event(inside, target->mapToGlobal(inside), {}, turn, Qt::NoButton, {},
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(target, &event);
    }

    /// Words from outside must not become pictures or links.
    static void requirePlainBoxes() {
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            const auto* box = qobject_cast<QMessageBox*>(widget);
            if (box && box->text().contains(QLatin1String("outside")) &&
                box->textFormat() != Qt::PlainText && Qt::mightBeRichText(box->text())) {
                qFatal("a message box renders rich text: %s", qPrintable(box->text()));
            }
        }
    }

    template <std::size_t size>
    const char* pick(const std::array<const char*, size>& from) {
        return from[static_cast<std::size_t>(below(static_cast<int>(size)))];
    }
    static QString text(const char* utf8) { return QString::fromUtf8(utf8); }
    int below(int bound) { return std::uniform_int_distribution<int>(0, bound - 1)(m_random); }
    bool oneIn(int cases) { return below(cases) == 0; }
    QPoint placeIn(const QWidget& widget) {
        return {below(widget.width()), below(widget.height())};
    }

    window::MainWindow& m_window;
    const unsigned m_seed;
    const QDeadlineTimer m_end;
    unsigned m_deeds = 0;
    std::mt19937 m_random;
};

}  // namespace

/// monkey SEED SECONDS, in a folder of its own: it saves and exports there.
int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("thalweg"));
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 3) qFatal("monkey SEED SECONDS");
    window::MainWindow window(session::examples().front().session);
    window.resize(1280, 800);
    window.show();
    if (!QTest::qWaitForWindowExposed(&window)) qFatal("no window");
    const Monkey monkey(window, arguments[1].toUInt(), arguments[2].toInt());
    QApplication::exec();
    std::printf("%u deeds from the seed %s.\n", monkey.deeds(), qPrintable(arguments[1]));
}
