// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDialogButtonBox>
#include <QDropEvent>
#include <QFileDialog>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPrinter>
#include <QProgressDialog>
#include <QStandardPaths>
#include <QTemporaryDir>

#include "dialogs.h"
#include "functions.h"
#include "model/document.h"
#include "person.h"
#include "session/sessionfile.h"
#include "window/export/exportdialog.h"
#include "window/export/sharing.h"

namespace {

/// What would be a picture without an end.
constexpr const char* nasty = "<img src=%2Fdev%2Fzero>.thalweg";

/// Reads the labels of the next dialog of this kind, and closes it.
template <typename Dialog>
class Read : public QObject {
public:
    Read() {
        m_clock.start(10);
        connect(&m_clock, &QTimer::timeout, this, &Read::read);
    }
    QStringList plain;
    QStringList rich;

private:
    void read() {
        auto* dialog = qobject_cast<Dialog*>(QApplication::activeModalWidget());
        if (!dialog || !dialog->isVisible()) return;
        m_clock.stop();
        for (const QLabel* label : dialog->template findChildren<QLabel*>()) {
            (label->textFormat() == Qt::PlainText ? plain : rich) += label->text();
        }
        rich.removeAll(QString());
        dialog->reject();
    }
    QTimer m_clock;
};

bool says(const QStringList& labels, const QString& words) {
    return labels.join(QLatin1Char('\n')).contains(words);
}

QByteArray parabola() {
    return session::toFile({functionOf(QStringLiteral("x^2")), 4, {}, {-5, 5}});
}

void drop(Person& person, const QString& path) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&person.window, &enter);
    QDropEvent drop({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&person.window, &drop);
    Person::settle();
}

}  // namespace

class TestPlainText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void aLinkIsQuotedAndNotRendered() {
        QFile link(QStringLiteral(TEST_DATA "/link-html.txt"));
        QVERIFY(link.open(QIODevice::ReadOnly));
        Person person;
        QApplication::clipboard()->setText(QString::fromUtf8(link.readAll()));
        const Read<QMessageBox> box;
        person.press(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(says(box.plain, QStringLiteral("“<img src=/dev/zero>”")));
        QCOMPARE(box.rich, QStringList());
    }

    void aBrokenFileIsNamedAndNotRendered() {
        Person person;
        const Read<QMessageBox> box;
        drop(person, file(nasty, "{}"));
        QVERIFY(says(box.plain, QString::fromLatin1(nasty)));
        QCOMPARE(box.rich, QStringList());
    }

    void aFileWithUnsavedChangesIsNamedAndNotRendered() {
        Person person;
        drop(person, file(nasty, parabola()));
        person.type(person.field("alpha"), QStringLiteral("0.2"));
        const Read<QMessageBox> box;
        person.trigger("newSession");
        QVERIFY(says(box.plain, QString::fromLatin1(nasty)));
        QVERIFY(says(box.plain, QStringLiteral("What is not saved is lost.")));
        QCOMPARE(box.rich, QStringList());
    }

    void aFileThatWouldBeReplacedIsNamedAndNotRendered() {
        Person person;
        const QString path = file(nasty, parabola());
        const Read<QMessageBox> box;
        QTimer clock;
        connect(&clock, &QTimer::timeout, this, [&] {
            auto* files = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            if (!files || !files->isVisible()) return;
            clock.stop();
            files->findChild<QListView*>(QStringLiteral("listView"))->clearSelection();
            files->findChild<QLineEdit*>()->setText(path);
            QTest::keyClick(files->findChild<QLineEdit*>(), Qt::Key_Return);
        });
        clock.start(10);
        person.trigger("saveAs");
        QVERIFY(says(box.plain, QString::fromLatin1(nasty)));
        QCOMPARE(box.rich, QStringList());
    }

    void whatIsTypedIsQuotedAndNotRendered() {
        Person person;
        person.type(person.field("alpha"), QStringLiteral("<b>2</b>"));
        QTRY_VERIFY(person.fault("alpha").contains(QString::fromUtf8("“<b>2</b>”")));
        QCOMPARE(person.faultNote("alpha")->textFormat(), Qt::PlainText);
        person.type(person.functionEdit(), QStringLiteral("<b>x</b>"));
        QVERIFY(!person.message().contains(QLatin1String("<b>")));
        QVERIFY(person.find<QLabel>("message")->toolTip().contains(person.message()));
        for (const QLabel* label : person.window.findChildren<QLabel*>()) {
            const bool guesses = label->isVisible() && label->textFormat() == Qt::AutoText;
            QVERIFY2(!guesses, qPrintable(label->text()));
        }
    }

    void labelsOfLaterDialogsArePlain() {
        const Person person;
        QProgressDialog progress(QStringLiteral("Writing <img src=/dev/zero>.gif …"), {}, 0, 10);
        progress.show();
        QCOMPARE(progress.findChild<QLabel*>()->textFormat(), Qt::PlainText);
    }

    void theProgramsOwnWordsMayBeRich() {
        Person person;
        const Read<QMessageBox> about;
        person.trigger("about");
        QVERIFY(says(about.rich, QStringLiteral("<h3>Thalweg ")));
    }

    void aFileThatCannotBeExportedIsNamedAndNotRendered() {
        Person person;
        person.waitForRun();
        const Read<QMessageBox> box;
        when<QFileDialog>([](QFileDialog* files) {
            files->findChild<QLineEdit*>()->setText(QStringLiteral("<img src=%2Fdev%2Fzero>.doc"));
            QTest::keyClick(files->findChild<QLineEdit*>(), Qt::Key_Return);
        });
        when<window::ExportDialog>([](window::ExportDialog* dialog) {
            dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save)->click();
            dialog->reject();
        });
        person.trigger("exportRun");
        QVERIFY(says(box.plain, QStringLiteral("“<img src=%2Fdev%2Fzero>.doc”")));
        QCOMPARE(box.rich, QStringList());
    }

    void aFolderThatIsMissingIsNamedAndNotRendered() {
        Person person;
        const Read<QMessageBox> box;
        int dialogs = 0;
        QTimer clock;
        connect(&clock, &QTimer::timeout, this, [&] {
            auto* files = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            if (!files || !files->isVisible()) return;
            if (++dialogs > 1) return files->reject();
            files->setDirectory(m_folder->path());
            files->findChild<QLineEdit*>()->setText(QStringLiteral("<b>a</b>"));
            QTest::keyClick(files->findChild<QLineEdit*>(), Qt::Key_Return);
        });
        clock.start(10);
        person.trigger("saveAs");
        QVERIFY(says(box.plain, QStringLiteral("<b>a<")));
        QCOMPARE(box.rich, QStringList());
    }

    void aFileThatCannotBeWrittenIsNamedAndNotRendered() {
        Person person;
        const QString path = file("<b>a.thalweg", parabola());
        drop(person, path);
        person.type(person.field("alpha"), QStringLiteral("0.2"));
        QVERIFY(QFile::remove(path) && QDir().mkdir(path));
        const Read<QMessageBox> box;
        person.trigger("save");
        QVERIFY(says(box.plain, QStringLiteral("<b>a.thalweg")));
        QCOMPARE(box.rich, QStringList());
    }

    void aSheetThatCannotBePrintedIsNamedAndNotRendered() {
        Person person;
        person.waitForRun();
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFileName(m_folder->filePath(QStringLiteral("<b>no</b>/sheet.pdf")));
        const Read<QMessageBox> box;
        person.window.findChild<window::Sharing*>()->printOn(printer);
        QVERIFY(says(box.plain, QStringLiteral("/<b>no</b>/sheet.pdf.")));
        QCOMPARE(box.rich, QStringList());
    }

    /// Whoever leaves it has to know about what they had before.
    void theTourNamesTheFileThatIsLeftAndRendersItNot() {
        Person person;
        drop(person, file("<b>own.thalweg", parabola()));
        person.type(person.field("alpha"), QStringLiteral("0.2"));
        person.trigger("tour");
        Person::settle();
        const Read<QMessageBox> box;
        drop(person, file("other.thalweg", parabola()));
        QVERIFY(says(box.plain, QStringLiteral("The changes to <b>own.thalweg are not saved.")));
        QCOMPARE(box.rich, QStringList());
    }

    void theOfferOfTheTourIsPlain() {
        Person person;
        person.window.offerTour();
        auto* offer = person.window.findChild<QMessageBox*>();
        QVERIFY(offer && offer->isVisible());
        for (const QLabel* label : offer->findChildren<QLabel*>())
            QVERIFY(label->text().isEmpty() || label->textFormat() == Qt::PlainText);
        offer->reject();
    }

    void aRecentFileIsNamedAsItIs() {
        Person person;
        const QString path = file("a&b\tc <i>.thalweg", parabola());
        drop(person, path);
        auto* recent = person.find<QMenu>("recentMenu");
        Q_EMIT recent->aboutToShow();
        const QAction* entry = recent->actions().constFirst();
        QCOMPARE(entry->text(), QStringLiteral("a&&b c <i>.thalweg"));
        QCOMPARE(entry->toolTip(), QStringLiteral("<qt>%1</qt>").arg(path.toHtmlEscaped()));
        QVERIFY(recent->toolTipsVisible());
    }

    void aTitleNamesTheFileAsItIs() {
        Person person;
        drop(person, file("a[*].thalweg", parabola()));
        QCOMPARE(person.window.windowHandle()->title(), QStringLiteral("a[*] — Thalweg"));
        person.type(person.field("alpha"), QStringLiteral("0.2"));
        QCOMPARE(person.window.windowHandle()->title(), QStringLiteral("a[*]* — Thalweg"));
    }

    void anUndoneFunctionIsNamedAsItIs() {
        Person person;
        person.paste(person.functionEdit(), QStringLiteral("x>1 && x<2 ? 1 : x^2"));
        const QAction* undo = person.find<QAction>("undo");
        QVERIFY2(undo->text().endsWith(QStringLiteral("x>1 && x<2 ? 1 : x^2")
                                           .replace(QLatin1String("&"), QLatin1String("&&"))),
                 qPrintable(undo->text()));
        QVERIFY(!undo->toolTip().contains(QLatin1Char('x')));
    }

private:
    QString file(const char* name, const QByteArray& content) const {
        QString path = m_folder->filePath(QString::fromUtf8(name));
        QFile made(path);
        if (!made.open(QIODevice::WriteOnly) || made.write(content) != content.size())
            qFatal("cannot write %s", name);
        return path;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_MAIN(TestPlainText)
#include "tst_plaintext.moc"
