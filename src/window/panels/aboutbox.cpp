// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/aboutbox.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace window {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(AboutBox)
};

}  // namespace

void showAbout(QWidget& window) {
    constexpr int side = 64;  // of the icon, in pixels
    QMessageBox about(QMessageBox::NoIcon, Text::tr("About Thalweg"),
                      Text::tr("<h3>Thalweg %1</h3><p>Gradient descent as a ball that rolls down a "
                               "curve. A thalweg is the line along which water runs down a "
                               "valley.</p>"
                               "<p>Free software under the GNU General Public License, version 3 "
                               "or later. Made with Qt, QCustomPlot and muParser.</p>")
                          .arg(QStringLiteral(THALWEG_VERSION)),
                      QMessageBox::Ok, &window);
    about.setTextFormat(Qt::RichText);
    about.setIconPixmap(window.windowIcon().pixmap(side));
    about.exec();
}

}  // namespace window
