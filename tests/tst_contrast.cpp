// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QMenu>
#include <QRadioButton>
#include <QStyleOptionButton>
#include <QTabBar>

#include "dialogs.h"
#include "person.h"
#include "plot/look/theme.h"
#include "plot/view/convergenceview.h"
#include "window/export/exportdialog.h"
#include "window/panels/properties.h"

namespace {

/// The contrast of the pixel that stands out most from a ground.
double most(const QImage& image, const QRect& part, const QColor& ground) {
    double found = 1;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x) {
            found = std::max(found, plot::contrast(image.pixelColor(x, y), ground));
        }
    }
    return found;
}

/// The least contrast of the left and the upper edge of a field or a menu to the window about it,
/// seen along its middle.
double edge(QWidget& widget) {
    const QImage image = widget.grab().toImage();
    const QColor ground = widget.palette().color(QPalette::Window);
    const QRect left(0, image.height() / 2, 2, 1);
    const QRect upper(image.width() / 2, 0, 1, 2);
    return std::min(most(image, left, ground), most(image, upper, ground));
}

/// The least contrast of the left, right, upper and lower edge of an indicator, seen along its
/// middle.
double ring(const QAbstractButton& button, QStyle::SubElement indicator) {
    QStyleOptionButton option;
    option.initFrom(&button);
    option.text = button.text();
    const QRect area = button.style()->subElementRect(indicator, &option, &button);
    QWidget& window = *button.window();
    const QImage image = window.grab().toImage();
    const QPoint corner = button.mapTo(&window, area.topLeft());
    const QColor ground = image.pixelColor(corner + QPoint(-1, area.height() / 2));
    const int deep = 3;
    const int half = area.width() / 2;
    double least = 21;
    for (const QRect& edge :
         {QRect(0, half, deep, 1), QRect(area.width() - deep, half, deep, 1),
          QRect(half, 0, 1, deep), QRect(half, area.height() - deep, 1, deep)}) {
        least = std::min(least, most(image, edge.translated(corner), ground));
    }
    return least;
}

}  // namespace

class TestContrast : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QApplication::setPalette(QPalette()); }

    void ringsAndFramesAreSeen_data() { colours(); }
    void ringsAndFramesAreSeen() {
        QFETCH(QByteArray, colours);
        Person person;
        person.trigger(colours);
        auto* check = new QCheckBox(QStringLiteral("unchecked"), &person.window);
        check->setGeometry(300, 200, 150, 40);
        check->setAutoFillBackground(true);
        check->show();
        Person::settle();
        const auto* ascend = person.find<QRadioButton>("ascend");
        QVERIFY(!ascend->isChecked());
        QVERIFY2(ring(*ascend, QStyle::SE_RadioButtonIndicator) >= 3,
                 qPrintable(QString::number(ring(*ascend, QStyle::SE_RadioButtonIndicator))));
        QVERIFY2(ring(*check, QStyle::SE_CheckBoxIndicator) >= 3,
                 qPrintable(QString::number(ring(*check, QStyle::SE_CheckBoxIndicator))));
    }

    void fieldsAndMenusHaveEdges_data() { colours(); }
    void fieldsAndMenusHaveEdges() {
        QFETCH(QByteArray, colours);
        Person person;
        person.trigger(colours);
        person.find<QWidget>("iterations")->setFocus();
        Person::settle();
        when<window::ExportDialog>([&](window::ExportDialog* dialog) {
            dialog->findChild<QWidget*>(QStringLiteral("legend"))->setFocus();
            Person::settle();
            for (const char* name : {"format", "scale", "width"}) {
                QVERIFY2(edge(*dialog->findChild<QWidget*>(QString::fromLatin1(name))) >= 3, name);
            }
            for (const QPushButton* button : dialog->findChildren<QPushButton*>()) {
                const QImage icon = button->icon().pixmap(16, 16).toImage();
                if (icon.isNull()) continue;
                const QColor ground = dialog->palette().color(QPalette::Button);
                QVERIFY2(most(icon, icon.rect(), ground) >= 3, qPrintable(button->text()));
            }
            dialog->reject();
        });
        person.trigger("exportRun");
        when<window::Properties>([&](window::Properties* dialog) {
            QVERIFY(edge(*dialog->findChild<QWidget*>(QStringLiteral("sessionNote"))) >= 3);
            dialog->reject();
        });
        person.trigger("properties");
        QVERIFY(edge(*person.field("alpha")) >= 3);
        QVERIFY(edge(*person.functionEdit()) >= 3);
        auto* menu = person.find<QMenu>("digitsMenu");
        menu->popup(person.window.mapToGlobal(QPoint(100, 100)));
        Person::settle();
        QVERIFY(edge(*menu) >= 3);
        menu->close();
    }

    void theFocusIsSeenOnSlidersAndButtons_data() { colours(); }
    void theFocusIsSeenOnSlidersAndButtons() {
        QFETCH(QByteArray, colours);
        Person person;
        person.trigger(colours);
        person.waitForRun();
        for (QWidget* widget : QWidgetList{person.slider("alpha"), person.find<QWidget>("timeline"),
                                           person.find<QWidget>("play")}) {
            const auto shown = [&] {
                QTest::qWait(50);
                return person.window
                    .grab(QRect(widget->mapTo(&person.window, QPoint()), widget->size()))
                    .toImage();
            };
            person.curve()->setFocus();
            const QImage without = shown();
            for (int i = 0; i < 60 && !widget->hasFocus(); ++i) person.press(Qt::Key_Tab);
            QVERIFY2(widget->hasFocus(), qPrintable(widget->objectName()));
            const QImage with = shown();
            // What the focus changes stands out from what was there.
            int changed = 0;
            for (int y = 0; y < with.height(); ++y)
                for (int x = 0; x < with.width(); ++x)
                    if (plot::contrast(with.pixelColor(x, y), without.pixelColor(x, y)) >= 3)
                        ++changed;
            QVERIFY2(changed >= 30,
                     qPrintable(QStringLiteral("%1 %2").arg(widget->objectName()).arg(changed)));
        }
    }

    void groovesAndTheOpenTabAreSeen_data() { colours(); }
    void groovesAndTheOpenTabAreSeen() {
        QFETCH(QByteArray, colours);
        Person person;
        person.trigger(colours);
        person.waitForRun();
        person.press(Qt::Key_Home);
        for (QWidget* slider : QWidgetList{person.slider("initialGuess"), person.slider("alpha"),
                                           person.find<QWidget>("timeline")}) {
            const QImage image = slider->grab().toImage();
            // Right of the handle, seen along a column of its own.
            const QRect column(image.width() - 8, 0, 1, image.height());
            const double seen = most(image, column, slider->palette().color(QPalette::Window));
            QVERIFY2(seen >= 3, qPrintable(slider->objectName() + QString::number(seen)));
        }
        for (const QTabBar* tabs : person.window.findChildren<QTabBar*>()) {
            if (!tabs->isVisible()) continue;
            const QImage image = const_cast<QTabBar*>(tabs)->grab().toImage();
            const QColor ground = tabs->palette().color(QPalette::Window);
            for (int i = 0; i < tabs->count(); ++i) {
                if (!tabs->isTabVisible(i)) continue;
                const QRect tab = tabs->tabRect(i);
                // A mark over or under its text, or a ground of its own.
                const QRect over(tab.center().x(), tab.top(), 1, 4);
                const QRect under(tab.center().x(), tab.bottom() - 3, 1, 4);
                const double seen = std::max(most(image, over, ground), most(image, under, ground));
                QVERIFY2(i != tabs->currentIndex() || seen >= 3, qPrintable(tabs->tabText(i)));
                QVERIFY2(i == tabs->currentIndex() || seen < 3, qPrintable(tabs->tabText(i)));
            }
        }
    }

    void theCurveStandsOut_data() { colours(); }
    void theCurveStandsOut() {
        QFETCH(QByteArray, colours);
        Person person;
        person.trigger(colours);
        person.waitForRun();
        const QImage image = person.curve()->grab().toImage();
        const QPoint at = person.curve()->pixel(-2, person.curve()->value(-2)).toPoint();
        const QColor ground = plot::Theme::matching(person.window.palette()).ground;
        const double seen = most(image, QRect(at - QPoint(1, 1), QSize(3, 3)), ground);
        QVERIFY2(seen >= 4.5, qPrintable(QString::number(seen)));
    }

    void theColouredTextOfAxesReads_data() { colours(); }
    void theColouredTextOfAxesReads() {
        QFETCH(QByteArray, colours);
        Person person;
        person.trigger(colours);
        person.press(Qt::Key_F11);  // strokes of more than a pixel
        person.window.resize(1600, 1000);
        Person::settle();
        auto* view = person.find<plot::ConvergenceView>("convergence");
        view->draw();
        const QImage image = view->grab().toImage();
        const QColor ground = image.pixelColor(image.width() / 2, 2);
        const int tall = image.height() * 3 / 4;  // above the name of the lower axis
        const QRect left(0, 0, image.width() / 4, tall);
        const QRect right(image.width() * 3 / 4, 0, image.width() / 4, tall);
        QVERIFY2(most(image, left, ground) >= 4.5,
                 qPrintable(QString::number(most(image, left, ground))));
        QVERIFY2(most(image, right, ground) >= 4.5,
                 qPrintable(QString::number(most(image, right, ground))));
    }

    void inksKeepColoursThatReadAlready() {
        for (const plot::Theme& theme : {plot::Theme::light(), plot::Theme::dark()}) {
            QCOMPARE(theme.ink(theme.text), theme.text);
            for (const QColor& colour : {theme.curve, theme.ball, theme.tangent, theme.minimum}) {
                QVERIFY(plot::contrast(theme.ink(colour), theme.ground) >= 4.5);
            }
        }
        const plot::Theme bare = plot::Theme::transparent();
        QCOMPARE(bare.ink(bare.curve), bare.curve);
    }

private:
    static void colours() {
        QTest::addColumn<QByteArray>("colours");
        QTest::newRow("light") << QByteArray("lightColours");
        QTest::newRow("dark") << QByteArray("darkColours");
    }
};

QTEST_MAIN(TestContrast)
#include "tst_contrast.moc"
