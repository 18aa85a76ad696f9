// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QProcess>
#include <QProgressDialog>
#include <QPushButton>
#include <QSpinBox>
#include <QStatusBar>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <map>
#include <set>
#include <tuple>

#include "dialogs.h"
#include "faults.h"
#include "output/scripts.h"
#include "person.h"
#include "pixels.h"
#include "plot/view/bifurcationview.h"
#include "plot/view/convergenceview.h"
#include "reports.h"
#include "session/examples.h"
#include "session/runners.h"
#include "slowfunctions.h"
#include "svg.h"
#include "window/export/exportdialog.h"
#include "window/export/exportpreview.h"
#include "window/export/sharing.h"

namespace {

QByteArray outputOf(const char* program, const QStringList& arguments) {
    QProcess process;
    process.start(QString::fromLatin1(program), arguments);
    if (!process.waitForFinished(120'000)) qFatal("%s does not run", program);
    return process.readAllStandardOutput();
}

/// The export dialog of a person.
struct Export {
    window::ExportDialog* dialog;

    template <typename Widget>
    Widget* find(const char* name) const {
        return dialog->findChild<Widget*>(QString::fromLatin1(name));
    }
    void choose(const char* box, const QString& item) const {
        auto* combo = find<QComboBox>(box);
        const int index = combo->findText(item, Qt::MatchStartsWith);
        QVERIFY2(index >= 0, qPrintable(item));
        combo->setCurrentIndex(index);
    }
    void set(const char* box, int value) const { find<QSpinBox>(box)->setValue(value); }
    void check(const char* box) const { find<QCheckBox>(box)->click(); }
    QAbstractButton* go() const {
        return find<QDialogButtonBox>("buttons")->button(QDialogButtonBox::Save);
    }
    QString fault() const { return find<QLabel>("fault")->text(); }
    QImage preview() const {
        QTest::qWait(100);
        return find<window::ExportPreview>("preview")->grab().toImage();
    }
    /// Whether all is computed that the file shows.
    bool complete() const { return !find<QLabel>("awaited")->isVisible(); }
    void waitUntilComplete() const {
        QVERIFY(QTest::qWaitFor([this] { return complete(); }, 60'000));
    }
    /// Presses the button and gives this name.
    void saveAs(const QString& path) const {
        waitUntilComplete();
        when<QFileDialog>([path](QFileDialog* files) {
            // As typing does: another name takes the place of the file that was selected.
            files->findChild<QListView*>(QStringLiteral("listView"))->clearSelection();
            auto* name = files->findChild<QLineEdit*>();
            name->setText(path);
            QTest::keyClick(name, Qt::Key_Return);
        });
        go()->click();
    }
};

/// What is drawn on a white page.
QRect inked(const QImage& page) {
    QRect drawn;
    for (int y = 0; y < page.height(); ++y) {
        for (int x = 0; x < page.width(); ++x)
            if (qGray(page.pixel(x, y)) < 200) drawn |= QRect(x, y, 1, 1);
    }
    return drawn;
}

}  // namespace

class TestExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void tellsWhyAViewCannotShowTheRun() {
        Person person;
        model::Experiment& experiment = *person.window.findChild<model::Experiment*>();
        session::Session session = person.experiment().session();
        session.settings.method = descent::Adam();
        experiment.load(session);
        person.waitForRun();
        inDialog(person, [](const Export& dialog) {
            dialog.waitUntilComplete();
            dialog.choose("view", QStringLiteral("Cobweb"));
            QVERIFY2(dialog.fault().startsWith(QStringLiteral("A cobweb is that of plain")),
                     qPrintable(dialog.fault()));
            QVERIFY(!dialog.go()->isEnabled());
            dialog.choose("format", QStringLiteral("CSV"));
            QCOMPARE(dialog.fault(), QString());
            QVERIFY(dialog.go()->isEnabled());
            dialog.choose("format", QStringLiteral("PNG"));
            dialog.choose("view", QStringLiteral("Curve"));
            QCOMPARE(dialog.fault(), QString());
        });
    }

    void writesEveryFormat_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("magic");
        const auto row = [](const char* format, const QByteArray& magic) {
            QTest::newRow(format) << QString::fromLatin1(format) << magic;
        };
        row("png", "\x89PNG");
        row("svg", "<?xml");
        row("pdf", "%PDF");
        row("csv", "iteration,x,f,gradient\n");
        row("json", "{");
        row("gif", "GIF89a");
        row("mp4", QByteArray("\0\0\0", 3));
        row("webm", "\x1a\x45\xdf\xa3");
    }
    void writesEveryFormat() {
        QFETCH(QString, format);
        QFETCH(QByteArray, magic);
        Person person;
        const QString path = file("run." + format.toLatin1());
        inDialog(person, [&](const Export& dialog) {
            dialog.choose("format", format.toUpper());
            dialog.set("width", 320);
            dialog.set("height", 200);
            dialog.set("framesPerSecond", 10);
            person.type(dialog.find<QLineEdit>("seconds"), QStringLiteral("1"));
            QCOMPARE(dialog.fault(), QString());
            dialog.saveAs(file("run"));  // the suffix comes by itself
        });
        QVERIFY(contentOf(path).startsWith(magic));
        if (format == QLatin1String("svg")) QCOMPARE(readSvg(contentOf(path)).fault, QString());
        QCOMPARE(files(), QStringList{QFileInfo(path).fileName()});
        QTRY_COMPARE(person.find<QStatusBar>("statusBar")->currentMessage(),
                     QStringLiteral("Written: ") + path);
    }

    void exportsWhatItShows() {
        Person person;
        person.trigger("zoomIn");
        person.press(Qt::Key_Right);
        inDialog(person, [&](const Export& dialog) { dialog.saveAs(file("run.png")); });
        const session::Session& session = person.experiment().session();
        QCOMPARE(session.range.low, person.curve()->range().low);
        plot::Picture shown({person.experiment().analysis(),
                             person.experiment().trajectory(),
                             session.settings,
                             person.curve()->range(),
                             person.curve()->valueRange(),
                             {person.experiment().points(), person.curve()->basins()}},
                            {}, person.curve()->size());
        shown.setPosition(person.position());
        const QImage image = shown.image();
        QVERIFY(QImage(file("run.png")).convertToFormat(image.format()) == image);
    }

    void aPictureForAProjectorIsWrittenAsItIsShown() {
        Person person;
        const auto balls = [](const QImage& image) {
            return pixelsLike(image, plot::Theme::light().ball, image.rect());
        };
        const auto written = [&](const char* name) {
            inDialog(person, [&](const Export& dialog) {
                dialog.set("width", 800);
                dialog.set("height", 500);
                dialog.saveAs(file(name));
            });
            return QImage(file(name));
        };
        const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
            person.window.activateWindow();
            person.curve()->setFocus();
            Person::settle();
            person.press(key, modifiers);
        };
        const auto copied = [&] {
            press(Qt::Key_C, Qt::ControlModifier);
            return balls(QApplication::clipboard()->image());
        };
        press(Qt::Key_Home);
        const QImage usual = written("usual.png");
        const int usualCopy = copied();
        press(Qt::Key_F11);
        const QImage large = written("large.png");
        QVERIFY(balls(large) > 2 * balls(usual));
        const int largeCopy = copied();
        QVERIFY2(largeCopy > 1.5 * usualCopy,
                 qPrintable(QStringLiteral("%1, %2").arg(largeCopy).arg(usualCopy)));
        inDialog(person, [&](const Export& dialog) {
            QVERIFY(dialog.find<QCheckBox>("projector")->isChecked());
            QCOMPARE(dialog.dialog->options().theme.points,
                     plot::Theme::light().projected().points);
            dialog.choose("format", QStringLiteral("GIF"));
            QCOMPARE(dialog.dialog->options().theme.points,
                     plot::Theme::light().projected().points);
            dialog.check("projector");
            QCOMPARE(dialog.dialog->options().theme.points, plot::Theme::light().points);
        });
        inDialog(person, [&](const Export& dialog) {
            QVERIFY(!dialog.find<QCheckBox>("projector")->isChecked());  // as a person left it
            dialog.choose("format", QStringLiteral("PNG"));
            dialog.check("projector");
        });
        press(Qt::Key_F11);
        QVERIFY(written("again.png") == usual);
    }

    void numbersInPicturesHaveTheDigitsOfTheWindow() {
        Person person;
        person.type(person.field("alpha"), QStringLiteral("0.0123456789"));
        person.type(person.field("initialGuess"), QStringLiteral("1.23456789"));
        person.waitForRun();
        for (QAction* action : person.find<QMenu>("digitsMenu")->actions()) {
            if (action->text() == QStringLiteral("4 digits")) action->trigger();
        }
        inDialog(person, [&](const Export& dialog) {
            dialog.choose("format", QStringLiteral("SVG"));
            dialog.choose("view", QStringLiteral("Bifurcation diagram"));
            dialog.check("title");
            dialog.waitUntilComplete();
            dialog.saveAs(file("forks.svg"));
        });
        const QString svg = QString::fromUtf8(contentOf(file("forks.svg")));
        QVERIFY(svg.contains(QStringLiteral("1.235")) && !svg.contains(QStringLiteral("1.234")));
        QVERIFY(svg.contains(QStringLiteral(">α = 0.01235<")));
        QVERIFY(svg.contains(QStringLiteral("= 0.1452, x* = ")));  // 2/f″
        QPrinter printer;
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(file("sheet.pdf"));
        person.window.findChild<window::Sharing*>()->printOn(printer);
        const QString sheet =
            QString::fromUtf8(outputOf("pdftotext", {file("sheet.pdf"), QStringLiteral("-")}));
        QVERIFY2(
            sheet.contains(QStringLiteral("1.235")) && sheet.contains(QStringLiteral("0.01235")),
            qPrintable(sheet));
    }

    void exportsADiagramThatWasNeverShown() {
        Person person;
        inDialog(person, [&](const Export& dialog) {
            dialog.choose("view", QStringLiteral("Bifurcation diagram"));
            dialog.saveAs(file("forks.png"));
        });
        const QImage image(file("forks.png"));
        QVERIFY(!image.isNull());
        // Where nothing settles the ground shows; lines are thin and many.
        std::set<int> inked;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = image.width() / 4; x < image.width() * 3 / 4; ++x) {
                if (image.pixelColor(x, y).lightnessF() < 0.8F) inked.insert(y);
            }
        }
        QVERIFY(inked.size() > 50);
        const QColor corner = image.pixelColor(image.width() / 4, 30);
        QVERIFY(corner.lightnessF() > 0.9F);
    }

    void aPictureIsAsChosen() {
        Person person;
        inDialog(person, [&](const Export& dialog) {
            dialog.set("width", 640);
            dialog.set("height", 480);
            dialog.choose("ground", QStringLiteral("Dark"));
            dialog.saveAs(file("dark.png"));
        });
        inDialog(person, [&](const Export& dialog) {
            dialog.choose("ground", QStringLiteral("Transparent"));
            dialog.saveAs(file("clear.png"));
        });
        const QImage dark(file("dark.png"));
        QCOMPARE(dark.size(), QSize(640, 480));
        QCOMPARE(dark.pixelColor(1, 1), plot::Theme::dark().ground);
        const QImage clear(file("clear.png"));
        QCOMPARE(clear.size(), QSize(640, 480));
        QCOMPARE(clear.pixelColor(1, 1).alpha(), 0);
    }

    void measuresADrawingInMillimetres() {
        Person person;
        inDialog(person, [&](const Export& dialog) {
            dialog.choose("format", QStringLiteral("PDF"));
            dialog.choose("unit", QStringLiteral("millimetres"));
            dialog.set("width", 254);
            dialog.set("height", 127);
            dialog.saveAs(file("run.pdf"));
            // The same size in another unit.
            dialog.choose("unit", QStringLiteral("pixels"));
            QCOMPARE(dialog.find<QSpinBox>("width")->value(), 960);
            dialog.choose("unit", QStringLiteral("millimetres"));
            QCOMPARE(dialog.find<QSpinBox>("width")->value(), 254);
            dialog.choose("format", QStringLiteral("PNG"));
            QCOMPARE(dialog.find<QSpinBox>("width")->value(), 960);
        });
        QVERIFY(outputOf("pdfinfo", {file("run.pdf")}).contains("720 x 360 pts"));
    }

    void anAnimationIsAsChosen() {
        Person person;
        inDialog(person, [&](const Export& dialog) {
            dialog.choose("format", QStringLiteral("MP4"));
            dialog.set("width", 320);
            dialog.set("height", 240);
            dialog.set("framesPerSecond", 12);
            dialog.set("from", 2);
            dialog.set("to", 7);
            person.type(dialog.find<QLineEdit>("seconds"), QStringLiteral("1.5"));
            dialog.saveAs(file("run.mp4"));
        });
        const QByteArray stream = outputOf(
            "ffprobe", {QStringLiteral("-v"), QStringLiteral("error"),
                        QStringLiteral("-count_frames"), QStringLiteral("-show_entries"),
                        QStringLiteral("stream=width,height,r_frame_rate,nb_read_frames"),
                        QStringLiteral("-of"), QStringLiteral("csv=p=0"), file("run.mp4")});
        QCOMPARE(stream.trimmed(), QByteArray("320,240,12/1,18"));
    }

    void aTableHasTheChosenRows() {
        Person person;
        inDialog(person, [&](const Export& dialog) {
            dialog.choose("format", QStringLiteral("CSV"));
            dialog.set("from", 3);
            dialog.set("to", 5);
            dialog.saveAs(file("run.csv"));
        });
        const QList<QByteArray> lines = contentOf(file("run.csv")).trimmed().split('\n');
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines[1].startsWith("3,") && lines[3].startsWith("5,"));
    }

    void showsOnlyTheFieldsThatConcernTheFormat_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QStringList>("fields");
        const auto row = [](const char* format, const char* fields) {
            QTest::newRow(format) << QString::fromLatin1(format)
                                  << QString::fromLatin1(fields).split(QLatin1Char(' '),
                                                                       Qt::SkipEmptyParts);
        };
        row("PNG", "view width height scale ground title legend projector");
        row("SVG", "view width height unit scale ground title legend projector");
        row("CSV", "from to");
        row("JSON", "");
        row("GIF",
            "view width height scale ground title legend projector from to framesPerSecond "
            "seconds");
    }
    void showsOnlyTheFieldsThatConcernTheFormat() {
        QFETCH(QString, format);
        QFETCH(QStringList, fields);
        Person person;
        inDialog(person, [&](const Export& dialog) {
            dialog.choose("format", format);
            for (const char* name :
                 {"view", "width", "height", "unit", "scale", "ground", "title", "legend",
                  "projector", "from", "to", "framesPerSecond", "seconds"}) {
                const bool wanted = fields.contains(QString::fromLatin1(name));
                QVERIFY2(dialog.find<QWidget>(name)->isVisible() == wanted, name);
            }
        });
    }

    void thePreviewFollowsEveryChoice() {
        Person person;
        inDialog(person, [&](const Export& dialog) {
            QImage before = dialog.preview();
            const auto differs = [&](const char* choice) {
                const auto changed = [&] { return dialog.preview() != before; };
                QVERIFY2(QTest::qWaitFor(changed, 20'000), choice);
                before = dialog.preview();
            };
            dialog.choose("view", QStringLiteral("Convergence"));
            differs("view");
            dialog.choose("view", QStringLiteral("Curve and"));
            differs("both");
            dialog.set("width", 700);
            differs("width");
            dialog.set("height", 500);
            differs("height");
            dialog.set("scale", 150);
            differs("scale");
            for (const char* box : {"title", "legend", "projector"}) {
                dialog.check(box);
                differs(box);
            }
            for (const char* ground : {"Dark", "Transparent", "Light"}) {
                dialog.choose("ground", QString::fromLatin1(ground));
                differs(ground);
            }
            dialog.choose("format", QStringLiteral("GIF"));
            differs("animation");
            dialog.set("from", 2);
            differs("from");
            dialog.find<QSlider>("place")->setValue(700);
            differs("place");
        });
    }

    void aTransparentPictureReadsInThePreview() {
        for (const char* colours : {"lightColours", "darkColours"}) {
            Person person;
            person.trigger(colours);
            inDialog(person, [&](const Export& dialog) {
                dialog.choose("ground", QStringLiteral("Transparent"));
                QTest::qWait(100);
                const auto* shown = dialog.find<QWidget>("picture");
                const QImage image = const_cast<QWidget*>(shown)->grab().toImage();
                // In the middle, where there is little but the ground.
                std::map<QRgb, int> pixels;
                for (int y = image.height() / 3; y < image.height() / 2; ++y) {
                    for (int x = image.width() / 3; x < image.width() / 2; ++x) {
                        ++pixels[image.pixel(x, y)];
                    }
                }
                QList<QRgb> squares;
                for (const auto& [colour, times] : pixels) {
                    if (times > 500) squares += colour;
                }
                QVERIFY2(squares.size() == 2, "no squares");
                const QColor ink = plot::Theme::transparent().text;
                for (const QColor square : squares) {
                    QVERIFY2(plot::contrast(ink, square) >= 4, qPrintable(square.name()));
                }
            });
            QApplication::setPalette(QPalette());
        }
    }

    void thePreviewPlaysAndRests() {
        Person person;
        inDialog(person, [&](const Export& dialog) {
            dialog.choose("format", QStringLiteral("GIF"));
            const QImage first = dialog.preview();
            auto* place = dialog.find<QSlider>("place");
            dialog.find<QToolButton>("playPreview")->click();
            QTRY_VERIFY(place->value() > 0);
            dialog.find<QToolButton>("playPreview")->click();
            const int held = place->value();
            QVERIFY(dialog.preview() != first);
            QCOMPARE(place->value(), held);
        });
    }

    void thePreviewOfATextIsHowItBegins() {
        Person person;
        inDialog(person, [&](const Export& dialog) {
            const auto* text = dialog.find<QPlainTextEdit>("text");
            dialog.choose("format", QStringLiteral("CSV"));
            QTRY_VERIFY(text->toPlainText().startsWith(QStringLiteral("iteration,x,f,gradient\n")));
            dialog.set("from", 5);
            QTRY_VERIFY(text->toPlainText().contains(QStringLiteral("gradient\n5,")));
            dialog.choose("format", QStringLiteral("JSON"));
            QTRY_COMPARE(QJsonDocument::fromJson(text->toPlainText().toUtf8())
                             .object()[QStringLiteral("outcome")]
                             .toString(),
                         QStringLiteral("converged"));
        });
    }

    void saysWhatCannotBe_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("fault");
        QTest::newRow("transparent") << QStringLiteral("MP4") << QStringLiteral("transparent");
        QTest::newRow("too many pixels") << QStringLiteral("PNG") << QStringLiteral("64 million");
        QTest::newRow("too wide") << QStringLiteral("WebM") << QStringLiteral("4096");
        QTest::newRow("backwards") << QStringLiteral("CSV") << QStringLiteral("before the first");
        QTest::newRow("too long") << QStringLiteral("GIF") << QStringLiteral("600 seconds");
    }
    void saysWhatCannotBe() {
        QFETCH(QString, format);
        QFETCH(QString, fault);
        Person person;
        inDialog(person, [&](const Export& dialog) {
            if (format == QLatin1String("MP4")) {
                dialog.choose("ground", QStringLiteral("Transparent"));
            } else if (format != QLatin1String("GIF")) {
                dialog.set("width", 9000);
                dialog.set("height", 9000);
            }
            dialog.choose("format", format);
            if (format == QLatin1String("CSV")) {
                dialog.set("from", 7);
                dialog.set("to", 6);
            }
            if (format == QLatin1String("GIF")) {
                person.type(dialog.find<QLineEdit>("seconds"), QStringLiteral("1000"));
            }
            QTRY_VERIFY2(dialog.fault().contains(fault), qPrintable(dialog.fault()));
            QVERIFY(dialog.fault().endsWith(QLatin1Char('.')));
            QVERIFY(!dialog.go()->isEnabled());
            // Another choice mends it, and nothing else was touched.
            dialog.choose("format", QStringLiteral("JSON"));
            QCOMPARE(dialog.fault(), QString());
            QVERIFY(dialog.go()->isEnabled());
            if (format == QLatin1String("WebM")) {
                QCOMPARE(dialog.find<QSpinBox>("width")->value(), 9000);
            }
        });
    }

    void remembersTheChoices() {
        Person person;
        inDialog(person, [&](const Export& dialog) {
            dialog.choose("format", QStringLiteral("SVG"));
            dialog.choose("view", QStringLiteral("Convergence"));
            dialog.choose("ground", QStringLiteral("Dark"));
            dialog.set("width", 777);
            dialog.check("legend");
        });
        person.window.resize(1000, 700);
        person.trigger("forward");
        inDialog(person, [&](const Export& dialog) {
            const output::Options options = dialog.dialog->options();
            QCOMPARE(dialog.dialog->suffix(), QStringLiteral(".svg"));
            QVERIFY(options.view == session::View::Convergence);
            QCOMPARE(options.theme.ground, plot::Theme::dark().ground);
            QCOMPARE(options.size->width(), 777);
            QVERIFY(options.legend);
            QCOMPARE(options.position, std::optional(1.0));
        });
    }

    void theStepsFollowTheRun() {
        Person person;
        inDialog(person, [&](const Export& dialog) {
            dialog.choose("format", QStringLiteral("CSV"));
            QCOMPARE(dialog.find<QSpinBox>("to")->value(), 48);
        });
        person.type(person.field("alpha"), QStringLiteral("0.01"));
        person.waitForRun();
        const auto steps = person.experiment().verdict()->steps;
        QVERIFY(steps > 48);
        inDialog(person, [&](const Export& dialog) {
            QCOMPARE(dialog.find<QSpinBox>("to")->value(), static_cast<int>(steps));
        });
    }

    void staysForMoreFilesAndSaysWhatWasWritten() {
        Person person;
        inDialog(person, [&](const Export& dialog) {
            for (const char* format : {"PNG", "CSV", "JSON"}) {
                dialog.choose("format", QString::fromLatin1(format));
                QCOMPARE(dialog.fault(), QString());
                dialog.saveAs(file("run"));
                QVERIFY(dialog.dialog->isVisible());
                QCOMPARE(dialog.fault(),
                         QStringLiteral("Written: run.") + QString::fromLatin1(format).toLower());
                QVERIFY(dialog.go()->isEnabled());
            }
        });
        QCOMPARE(files().size(), 3);
    }

    void refusesAnotherSuffix() {
        Person person;
        QString said;
        inDialog(person, [&](const Export& dialog) {
            answerWarning(said);
            dialog.saveAs(file("run.docx"));
            QVERIFY(dialog.dialog->isVisible());
        });
        QVERIFY2(said.contains(QStringLiteral(".png")), qPrintable(said));
        QCOMPARE(files(), QStringList());
    }

    void asksBeforeItWritesOverAFile() {
        Person person;
        put("run.csv", "mine");
        inDialog(person, [&](const Export& dialog) {
            dialog.choose("format", QStringLiteral("CSV"));
            when<QMessageBox>([](QMessageBox* question) {
                question->button(QMessageBox::No)->click();
                when<QFileDialog>([](QFileDialog* open) { open->reject(); });
            });
            dialog.saveAs(file("run.csv"));
        });
        QCOMPARE(contentOf(file("run.csv")), QByteArray("mine"));
    }

    void aFailedExportSaysWhyAndKeepsTheOldFile_data() {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<bool>("full");
        for (const char* format : {"png", "csv", "gif"}) {
            QTest::addRow("%s on a full disk", format) << QByteArray(format) << true;
            QTest::addRow("%s in a read-only folder", format) << QByteArray(format) << false;
        }
    }
    void aFailedExportSaysWhyAndKeepsTheOldFile() {
        QFETCH(QByteArray, format);
        QFETCH(bool, full);
        Person person;
        const QByteArray name = "run." + format;
        put(name, "mine");
        constexpr auto look = QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup |
                              QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
        QFile::setPermissions(m_folder->path(), full ? look | QFile::WriteOwner : look);
        QString said;
        inDialog(person, [&](const Export& dialog) {
            dialog.choose("format", QString::fromLatin1(format).toUpper());
            dialog.set("width", 320);
            dialog.set("height", 200);
            when<QMessageBox>([&](QMessageBox* question) {
                answerWarning(said);
                question->button(QMessageBox::Yes)->click();
            });
            if (full) {
                const FileLimit limit(1000);
                dialog.saveAs(file(name));
            } else {
                const Nobody nobody;
                dialog.saveAs(file(name));
            }
            QVERIFY(dialog.dialog->isVisible());
            QVERIFY(dialog.go()->isEnabled());
        });
        QVERIFY2(said.contains(file(name)), qPrintable(said));
        QVERIFY2(said.contains(full ? QStringLiteral("too large") : QStringLiteral("ermission")),
                 qPrintable(said));
        QCOMPARE(contentOf(file(name)), QByteArray("mine"));
        QCOMPARE(files(), QStringList{QString::fromLatin1(name)});
    }

    void aCancelledAnimationLeavesNoFile_data() {
        QTest::addColumn<QString>("format");
        for (const char* format : {"gif", "mp4", "webm"}) {
            QTest::newRow(format) << QString::fromLatin1(format);
        }
    }
    void aCancelledAnimationLeavesNoFile() {
        QFETCH(QString, format);
        Person person;
        bool ticked = false;
        inDialog(person, [&](const Export& dialog) {
            dialog.choose("format", format.toUpper());
            person.type(dialog.find<QLineEdit>("seconds"), QStringLiteral("600"));
            when<QProgressDialog>([&](QProgressDialog* progress) {
                // The window lives on while it waits.
                QTimer::singleShot(100, progress, [&, progress] {
                    ticked = progress->isEnabled() && !dialog.dialog->isEnabled();
                    progress->findChild<QPushButton*>()->click();
                });
            });
            dialog.saveAs(file("run"));
            QVERIFY(dialog.dialog->isVisible() && dialog.dialog->isEnabled());
        });
        QVERIFY(ticked);
        QCOMPARE(files(), QStringList());
        QVERIFY(person.find<QStatusBar>("statusBar")
                    ->currentMessage()
                    .contains(QStringLiteral("nothing was written")));
    }

    void offersAFormatThatIsARowMore() {
        output::Formats formats = output::formats();
        formats.push_back({QStringLiteral(".tex"), QStringLiteral("TeX table"),
                           output::Format::Kind::Table,
                           [](const session::Report&, const output::Options& options) {
                               return QByteArray::number(qlonglong{options.steps.from}) + " to " +
                                      QByteArray::number(qlonglong{options.steps.to});
                           }});
        Person person({}, formats);
        person.waitForRun();
        inDialog(person, [&](const Export& dialog) {
            const auto* box = dialog.find<QComboBox>("format");
            QCOMPARE(box->itemText(box->count() - 1), QStringLiteral("TeX table"));
            dialog.choose("format", QStringLiteral("TeX"));
            QVERIFY(dialog.find<QSpinBox>("from")->isVisible());
            QVERIFY(!dialog.find<QComboBox>("view")->isVisible());
            QVERIFY(!dialog.find<QSpinBox>("framesPerSecond")->isVisible());
            dialog.set("from", 3);
            dialog.set("to", 7);
            QTRY_COMPARE(dialog.find<QPlainTextEdit>("text")->toPlainText(),
                         QStringLiteral("3 to 7"));
            dialog.saveAs(file("run"));
        });
        QCOMPARE(contentOf(file("run.tex")), QByteArray("3 to 7"));
    }

    void copiesThePictureThatHasTheFocus() {
        Person person;
        person.waitForBasins();
        person.curve()->setFocus();
        person.press(Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->image() ==
                person.curve()->picture(person.curve()->size()));
        auto* convergence = person.find<plot::ConvergenceView>("convergence");
        convergence->setFocus();
        person.press(Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->image() == convergence->picture(convergence->size()));
        person.trigger("showCobweb");
        QApplication::clipboard()->clear();
        person.find<QWidget>("cobweb")->setFocus();
        person.press(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->image().size(), person.find<QWidget>("cobweb")->size());
    }

    void copiesTheTableAsTabSeparatedText() {
        Person person;
        person.find<QTabWidget>("charts")->setCurrentIndex(1);
        auto* table = person.find<QTableView>("iterations");
        table->setFocus();
        person.press(Qt::Key_C, Qt::ControlModifier);
        const QString text = QApplication::clipboard()->text();
        const QStringList lines = text.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 50);
        QCOMPARE(lines[0], QStringLiteral("iteration\tx\tf\tgradient"));
        for (int n = 0; n <= 48; ++n) {
            const QStringList cells = lines[n + 1].split(QLatin1Char('\t'));
            const descent::Step step =
                person.experiment().trajectory()[static_cast<std::size_t>(n)];
            QCOMPARE(cells.size(), 4);
            QCOMPARE(cells[0].toInt(), n);
            QVERIFY(cells[1].toDouble() == step.at[0]);
            QVERIFY(cells[2].toDouble() == step.value);
            QVERIFY(cells[3].toDouble() == step.gradient[0]);
        }
        QVERIFY(lines[2].contains(QStringLiteral("1.6599999999999999")));
    }

    void aCopiedTableIsOfTheRunThatWasShown() {
        Person person;
        person.trigger("copyTable");
        person.type(person.field("initialGuess"), QStringLiteral("1"));
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("\n0\t2\t2\t17\n")));
    }

    void copiesTheRunAsAScript() {
        Person person;
        person.type(person.field("initialGuess"), QStringLiteral("1.25"));
        for (const auto& [entry, dialect, import] :
             {std::tuple("copyNumpy", formula::Dialect::NumPy, "import numpy as np\n"),
              std::tuple("copyPytorch", formula::Dialect::PyTorch, "import torch\n")}) {
            person.trigger(entry);
            const QString text = QApplication::clipboard()->text();
            QCOMPARE(text, output::script(person.experiment().session(), dialect));
            QVERIFY(text.contains(QLatin1String(import)));
            QVERIFY(text.contains(QStringLiteral("(1.25)")));
        }
    }

    void exportsAScriptAndShowsIt() {
        Person person;
        inDialog(person, [&](const Export& dialog) {
            dialog.choose("format", QStringLiteral("NumPy script"));
            dialog.saveAs(file("run"));
        });
        QCOMPARE(QString::fromUtf8(contentOf(file("run.py"))),
                 output::script(person.experiment().session(), formula::Dialect::NumPy));
    }

    void copiesAllOfAMillionRows() {
        Person person;
        person.paste(person.functionEdit(), QStringLiteral("x^4/4-x^2/2"));
        person.paste(person.field("initialGuess"), QStringLiteral("0.3"));
        person.paste(person.field("alpha"), QStringLiteral("1.4"));
        person.paste(person.field("maxIterations"), QStringLiteral("1000000"));
        QVERIFY(QTest::qWaitFor([&] { return person.experiment().verdict().has_value(); }, 60'000));
        person.trigger("copyTable");
        const QByteArray rows =
            QApplication::clipboard()->mimeData()->data(QStringLiteral("text/plain"));
        QCOMPARE(rows.count('\n'), person.experiment().verdict()->steps + 2);
        QVERIFY(rows.size() < 100'000'000);
    }

    void aLineOfTextKeepsItsCopy() {
        Person person;
        for (QLineEdit* line : {person.functionEdit(), person.field("alpha")}) {
            QApplication::clipboard()->setText(QStringLiteral("before"));
            line->setFocus();
            line->selectAll();
            QTest::keyClick(line, Qt::Key_C, Qt::ControlModifier);
            QCOMPARE(QApplication::clipboard()->text(), line->text());
        }
        // Where there is nothing to copy, nothing is copied.
        QApplication::clipboard()->setText(QStringLiteral("before"));
        person.slider("alpha")->setFocus();
        person.press(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("before"));
    }

    void printsLinesAndText() {
        Person person;
        person.press(Qt::Key_End);
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFileName(file("sheet.pdf"));
        printer.setPageSize(QPageSize(QPageSize::A4));
        printer.setPageOrientation(QPageLayout::Landscape);
        person.window.findChild<window::Sharing*>()->printOn(printer);
        QCOMPARE(person.find<QStatusBar>("statusBar")->currentMessage(),
                 QStringLiteral("Written: ") + file("sheet.pdf"));
        const QString text =
            QString::fromUtf8(outputOf("pdftotext", {file("sheet.pdf"), QStringLiteral("-")}));
        for (const char* part : {"f(x)", "−1.5", "α = 0.02", "tangent"}) {
            QVERIFY2(text.contains(QString::fromUtf8(part)), part);
        }
        QCOMPARE(outputOf("pdfimages", {QStringLiteral("-list"), file("sheet.pdf")}).count('\n'),
                 2);
        // Fitted: it reaches one pair of edges of the page, and stays on it.
        outputOf("pdftoppm", {QStringLiteral("-r"), QStringLiteral("96"), QStringLiteral("-png"),
                              file("sheet.pdf"), file("sheet")});
        const QImage page(file("sheet-1.png"));
        QCOMPARE(page.size(), QSize(1123, 794));
        QVERIFY(count(page, plot::Theme::light().curve) > 300);
        QVERIFY(pixelsRightOf(page, 0.9) > 0);
    }

    void aProjectedPictureFillsTheSheet() {
        Person person;
        person.trigger("projector");
        person.window.resize(960, 540);
        Person::settle();
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFileName(file("sheet.pdf"));
        printer.setPageSize(QPageSize(QPageSize::A4));
        printer.setPageOrientation(QPageLayout::Landscape);
        person.window.findChild<window::Sharing*>()->printOn(printer);
        person.trigger("projector");
        outputOf("pdftoppm", {QStringLiteral("-r"), QStringLiteral("96"), QStringLiteral("-png"),
                              file("sheet.pdf"), file("sheet")});
        const QImage page(file("sheet-1.png"));
        const QRect drawn = inked(page);
        const QRectF sheet = printer.pageRect(QPrinter::DevicePixel);
        QVERIFY2(drawn.width() > 0.95 * sheet.width() || drawn.height() > 0.95 * sheet.height(),
                 qPrintable(QStringLiteral("%1 x %2").arg(drawn.width()).arg(drawn.height())));
    }

    void saysWhereItCannotPrint() {
        Person person;
        QPrinter printer(QPrinter::HighResolution);
        const QString path = file("no/such/folder/sheet.pdf");
        printer.setOutputFileName(path);
        QString said;
        answerWarning(said);
        person.window.findChild<window::Sharing*>()->printOn(printer);
        QCOMPARE(said, QStringLiteral("Cannot print on %1.").arg(path));
    }

    void offersTheSizeOfAViewThatTheWindowStartsWith() {
        session::Session session = session::examples().front().session;
        session.view = session::View::Bifurcation;
        window::MainWindow window(session);
        window.resize(1100, 700);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const QWidget* shown = window.findChild<plot::BifurcationView*>();
        QTRY_VERIFY(shown->isVisible() && shown->width() > 400);
        QSize offered;
        when<window::ExportDialog>([&](window::ExportDialog* dialog) {
            offered = {dialog->findChild<QSpinBox*>(QStringLiteral("width"))->value(),
                       dialog->findChild<QSpinBox*>(QStringLiteral("height"))->value()};
            dialog->reject();
        });
        window.findChild<QAction*>(QStringLiteral("exportRun"))->trigger();
        QCOMPARE(offered, shown->size() * shown->devicePixelRatioF());
    }

    void opensWithCtrlE() {
        Person person;
        bool opened = false;
        when<window::ExportDialog>([&](window::ExportDialog* dialog) {
            opened = true;
            dialog->reject();
        });
        person.press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(opened);
    }

    void opensWhileTheRunGoesOn() {
        Person person;
        startLongRun(person);
        bool awaited = false;
        when<window::ExportDialog>([&](window::ExportDialog* opened) {
            const Export dialog{opened};
            QVERIFY(!person.experiment().verdict());
            QVERIFY(!dialog.go()->isEnabled());
            QVERIFY(
                dialog.find<QLabel>("awaited")->text().contains(QStringLiteral("steps so far")));
            // The run goes on under it.
            const std::size_t steps = person.experiment().player().steps();
            QTRY_VERIFY(person.experiment().player().steps() > steps);
            dialog.choose("format", QStringLiteral("CSV"));
            QVERIFY(!dialog.go()->isEnabled());
            awaited = true;
            opened->reject();
        });
        person.press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(awaited);
        QVERIFY(!person.experiment().verdict());
    }

    void isReadyWhenTheRunIsOver() {
        Person person;
        startLongRun(person, QStringLiteral("20000"));
        inDialog(person, [&](const Export& dialog) {
            QVERIFY(person.experiment().verdict());
            QVERIFY(dialog.go()->isEnabled());
            dialog.choose("format", QStringLiteral("CSV"));
            dialog.saveAs(file("run.csv"));
        });
        QCOMPARE(contentOf(file("run.csv")).count('\n'), person.experiment().verdict()->steps + 2);
    }

    void theRaceIsExportedFromItsMenu() {
        Person person;
        person.waitForRun();
        model::Experiment& experiment = *person.window.findChild<model::Experiment*>();
        session::Session next = experiment.session();
        next.function = *session::Function::from(QStringLiteral("x^2"));
        next = *session::adding(next, {4, 1, *descent::methodNamed("newton")});
        experiment.change(next);
        QTRY_VERIFY(experiment.complete());
        when<window::ExportDialog>([&](window::ExportDialog* made) {
            const Export dialog{made};
            dialog.waitUntilComplete();
            QVERIFY(dialog.find<QCheckBox>("race")->isVisible());
            QVERIFY(dialog.find<QCheckBox>("race")->isChecked());
            QVERIFY(!dialog.find<QWidget>("stepsRow")->isVisible());
            dialog.saveAs(file("race.csv"));
            made->reject();
        });
        person.trigger("exportRace");
        const QByteArray race = contentOf(file("race.csv"));
        QVERIFY2(race.startsWith("place,") && race.contains("\n1,2,newton,"), race.constData());
        inDialog(person, [&](const Export& dialog) {
            dialog.choose("format", QStringLiteral("JSON"));
            QVERIFY(!dialog.find<QCheckBox>("race")->isChecked());
            dialog.check("race");
            dialog.saveAs(file("race.json"));
        });
        QVERIFY(contentOf(file("race.json")).contains("\"race\""));
        inDialog(person, [&](const Export& dialog) {
            dialog.choose("format", QStringLiteral("PNG"));
            QVERIFY(!dialog.find<QCheckBox>("race")->isVisible());
            QCOMPARE(dialog.find<QComboBox>("view")->findText(QStringLiteral("Race")), -1);
        });
        experiment.change(session::alone(experiment.session()));
        QTRY_VERIFY(experiment.complete());
        inDialog(person, [&](const Export& dialog) {
            dialog.choose("format", QStringLiteral("CSV"));
            QVERIFY(!dialog.find<QCheckBox>("race")->isVisible());
        });
    }

    void aDiagramIsAwaitedInTheDialog() {
        Person person;
        startLongRun(person, QStringLiteral("10"));
        inDialog(person, [&](const Export& dialog) {
            dialog.choose("view", QStringLiteral("Bifurcation diagram"));
            QVERIFY(!dialog.go()->isEnabled());
            QVERIFY(dialog.find<QLabel>("awaited")->text().contains(QStringLiteral("bifurcation")));
            dialog.choose("view", QStringLiteral("Convergence"));
            dialog.waitUntilComplete();
            QVERIFY(dialog.go()->isEnabled());
            // A table needs no diagram.
            dialog.choose("view", QStringLiteral("Bifurcation diagram"));
            QVERIFY(!dialog.go()->isEnabled());
            dialog.choose("format", QStringLiteral("CSV"));
            QVERIFY(dialog.go()->isEnabled());
        });
    }

    void aPrintOfALongRunCanBeStopped() {
        Person person;
        startLongRun(person);
        when<QProgressDialog>([&](QProgressDialog* progress) {
            QVERIFY(!person.experiment().verdict());
            QVERIFY(progress->labelText().contains(QStringLiteral("steps so far")));
            progress->findChild<QPushButton*>()->click();
        });
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFileName(file("sheet.pdf"));
        person.window.findChild<window::Sharing*>()->printOn(printer);
        QVERIFY(!person.experiment().verdict());
        QCOMPARE(person.find<QStatusBar>("statusBar")->currentMessage(),
                 QStringLiteral("Stopped: nothing was printed."));
        QCOMPARE(files(), QStringList());
    }

    void asksForAPrinter() {
        Person person;
        bool asked = false;
        when<QPrintDialog>([&](QPrintDialog* dialog) {
            asked = true;
            dialog->reject();
        });
        person.press(Qt::Key_P, Qt::ControlModifier);
        QVERIFY(asked);
    }

    void everyFieldHasANameAndATip() {
        Person person;
        inDialog(person, [&](const Export& dialog) {
            for (const char* format : {"SVG", "GIF", "CSV"}) {
                dialog.choose("format", QString::fromLatin1(format));
                for (const char* name :
                     {"format", "view", "width", "height", "unit", "scale", "ground", "from", "to",
                      "framesPerSecond", "seconds", "place", "playPreview"}) {
                    const auto* field = dialog.find<QWidget>(name);
                    QVERIFY2(!field->accessibleName().isEmpty(), name);
                    QVERIFY2(!field->toolTip().isEmpty(), name);
                }
            }
        });
    }

private:
    /// Does something in the dialog and closes it.
    static void inDialog(Person& person, const std::function<void(const Export&)>& act) {
        bool opened = false;
        when<window::ExportDialog>([&](window::ExportDialog* dialog) {
            opened = true;
            const Export open{dialog};
            open.waitUntilComplete();
            act(open);
            dialog->reject();
        });
        person.trigger("exportRun");
        QVERIFY(opened);
    }
    static void startLongRun(Person& person, const QString& steps = QStringLiteral("1000000")) {
        person.paste(person.functionEdit(), slowFunction());
        person.paste(person.field("initialGuess"), QStringLiteral("0.3"));
        person.paste(person.field("alpha"), QStringLiteral("0.05"));  // wanders
        person.paste(person.field("maxIterations"), steps);
        person.curve()->setFocus();
    }
    static void answerWarning(QString& said) {
        when<QMessageBox>([&said](QMessageBox* box) {
            said = box->text();
            box->accept();
        });
    }
    static int pixelsRightOf(const QImage& page, double share) {
        int found = 0;
        for (int y = 0; y < page.height(); ++y) {
            for (int x = static_cast<int>(share * page.width()); x < page.width(); ++x) {
                found += page.pixelColor(x, y) != QColor(Qt::white);
            }
        }
        return found;
    }

    QString file(const QByteArray& name) const {
        return m_folder->filePath(QString::fromLatin1(name));
    }
    QStringList files() const {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden);
    }
    void put(const QByteArray& name, const QByteArray& content) const {
        QFile made(file(name));
        QVERIFY(made.open(QIODevice::WriteOnly));
        made.write(content);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_MAIN(TestExport)
#include "tst_export.moc"
