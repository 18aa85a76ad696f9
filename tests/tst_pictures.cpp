// SPDX-License-Identifier: GPL-3.0-or-later
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <map>

#include "insight/stationary.h"
#include "insight/survey.h"
#include "output/writers.h"
#include "pixels.h"
#include "plot/scene/picture.h"
#include "reports.h"
#include "svg.h"

namespace {

const QColor ballColour(0xd5, 0x5e, 0x00);
const QColor curveColour(0x00, 0x72, 0xb2);

/// Runs a program that must be there.
QByteArray outputOf(const char* program, const QStringList& arguments) {
    QProcess process;
    process.start(QString::fromLatin1(program), arguments);
    if (!process.waitForFinished(60'000)) qFatal("%s does not run", program);
    return process.readAllStandardOutput();
}

}  // namespace

class TestPictures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawsTheSameInEveryFormat_data() {
        QTest::addColumn<QString>("suffix");
        for (const char* suffix : {"png", "svg", "pdf"}) {
            QTest::newRow(suffix) << QString::fromLatin1(suffix);
        }
    }
    void drawsTheSameInEveryFormat() {
        QFETCH(QString, suffix);
        output::Options options;
        options.size = QSize(801, 501);
        options.values = insight::Range{-6, 4};
        options.position = 0;
        const QImage image = pixels(suffix, options);
        QVERIFY2(std::abs(image.width() - 801) <= 1 && std::abs(image.height() - 501) <= 1,
                 "not of the size asked for");
        const QPointF ball = centreOf(image, ballColour);
        const plot::Subject subject{m_run.analysis(), m_run.trajectory, m_run.session.settings,
                                    m_run.session.range, options.values};
        const QPointF expected = centreOf(plot::Picture(subject, {}, QSize(801, 501)), 0);
        QVERIFY2(QLineF(ball, expected).length() < 3,
                 qPrintable(QStringLiteral("%1, %2").arg(ball.x()).arg(ball.y())));
        QVERIFY(count(image, curveColour) > 300);
    }

    void keepsLinesAsLinesAndTextAsText_data() {
        QTest::addColumn<session::View>("view");
        QTest::addColumn<QStringList>("labels");
        const QStringList curve{QStringLiteral("f(x)"), QStringLiteral("x"),
                                QStringLiteral("initial guess x₀"), QStringLiteral("tangent")};
        const QStringList convergence{QStringLiteral("f(xₙ)"), QStringLiteral("|f′(xₙ)|"),
                                      QStringLiteral("10⁻²")};
        QTest::newRow("curve") << session::View::Curve << curve;
        QTest::newRow("convergence") << session::View::Convergence << convergence;
        QTest::newRow("both") << session::View::Both << curve + convergence;
        QTest::newRow("cobweb") << session::View::Cobweb
                                << QStringList{QStringLiteral("xₙ"), QStringLiteral("xₙ₊₁"),
                                               QStringLiteral("diagonal")};
        QTest::newRow("bifurcation")
            << session::View::Bifurcation
            << QStringList{QStringLiteral("α"), QStringLiteral("x"), QStringLiteral("α = 0.02")};
    }
    void keepsLinesAsLinesAndTextAsText() {
        QFETCH(session::View, view);
        QFETCH(QStringList, labels);
        output::Options options;
        options.view = view;
        options.title = true;
        options.legend = true;
        const QByteArray svg = contentOf(written(QStringLiteral("svg"), options));
        QVERIFY(!svg.contains("<image"));
        static const QRegularExpression element(QStringLiteral("<text[^>]*>([^<]*)</text>"));
        QStringList inSvg;
        for (const auto& match : element.globalMatch(QString::fromUtf8(svg))) {
            inSvg += match.captured(1);
        }
        const QString pdf = written(QStringLiteral("pdf"), options);
        QCOMPARE(outputOf("pdfimages", {QStringLiteral("-list"), pdf}).count('\n'), 2);
        const QString inPdf = QString::fromUtf8(outputOf("pdftotext", {pdf, QStringLiteral("-")}));
        for (const QString& label : labels) {
            QVERIFY2(inSvg.contains(label), qPrintable(label));
            QVERIFY2(inPdf.contains(label), qPrintable(label));
        }
        for (const char* part : {"x₀ = 2", "α = 0.02"}) {
            const QString said = QString::fromUtf8(part);
            QVERIFY2(inPdf.contains(said), part);
        }
    }

    void namesTheFunctionInEveryViewWhateverItIsMadeOf_data() {
        QTest::addColumn<QString>("function");
        for (const char* function : {"x < 0 ? -x : x^2", "x>1 && x<2 || x==3 ? 1 : x^2",
                                     "x≤1 ? x^2 : 2x − 1", " x^2\n+\t1", "x^2"}) {
            QTest::newRow(function) << QString::fromUtf8(function);
        }
    }
    void namesTheFunctionInEveryViewWhateverItIsMadeOf() {
        QFETCH(QString, function);
        const session::Report run = report(qUtf8Printable(function), 2, {0.1, 50});
        output::Options options;
        options.title = true;
        options.legend = true;
        for (const auto view :
             {session::View::Curve, session::View::Convergence, session::View::Both,
              session::View::Cobweb, session::View::Bifurcation}) {
            options.view = view;
            const SvgText svg = readSvg(contentOf(written(QStringLiteral("svg"), options, run)));
            QCOMPARE(svg.fault, QString());
            QCOMPARE(svg.title.simplified(), function.simplified());
            const QByteArray pdf =
                outputOf("pdfinfo", {written(QStringLiteral("pdf"), options, run)});
            QVERIFY2(QString::fromUtf8(pdf).simplified().contains(function.simplified()), pdf);
        }
    }

    void aTitleOfTheSessionTakesThePlaceOfTheFunction() {
        const QString title = QStringLiteral("<b>\"Valleys\"</b> &amp; π");
        const QString note = QStringLiteral("]]> <i>one</i>\ntwo & 'three'");
        session::Report run = report("x^2", 2, {0.1, 50});
        output::Options options;
        options.title = true;
        const QImage untitled(written(QStringLiteral("png"), options, run));
        run.session.title = title;
        run.session.note = note;
        const SvgText svg = readSvg(contentOf(written(QStringLiteral("svg"), options, run)));
        QCOMPARE(svg.fault, QString());
        QCOMPARE(svg.title, title);
        QCOMPARE(svg.description, note);
        const QString pdf = written(QStringLiteral("pdf"), options, run);
        QVERIFY(QString::fromUtf8(outputOf("pdfinfo", {pdf})).contains(title));
        const QString words = QString::fromUtf8(outputOf("pdftotext", {pdf, QStringLiteral("-")}));
        QVERIFY2(words.contains(title), qPrintable(words));
        QVERIFY(!words.contains(QStringLiteral("α = 0.1")));
        QVERIFY(QImage(written(QStringLiteral("png"), options, run)) != untitled);
    }

    void saysWhereThereIsNothingToDraw_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<insight::Range>("range");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* function, insight::Range range, const char* said) {
            QTest::newRow(function)
                << QString::fromUtf8(function) << range << QString::fromUtf8(said);
        };
        row("1/0", {-5, 5}, "No finite value of f was found for x from −5 to 5.");
        row("ln(-1-x^2)", {-5, 5}, "No finite value of f was found for x from −5 to 5.");
        row("sqrt(-x)", {1e9, 1e9 + 1},
            "No finite value of f was found for x from 1000000000 to 1000000001.");
        row("x^2", {-3.6e225, 3.7e225},
            "At nearly all x from −3.6×10²²⁵ to 3.7×10²²⁵ f has no value that can be shown.");
        row("x^2+exp(50)", {-5, 5}, "");
    }
    void saysWhereThereIsNothingToDraw() {
        QFETCH(QString, function);
        QFETCH(insight::Range, range);
        QFETCH(QString, said);
        const session::Report run = report(qUtf8Printable(function), 2, {0.1, 50}, range);
        const QString svg = QString::fromUtf8(contentOf(written(QStringLiteral("svg"), {}, run)));
        QCOMPARE(svg.contains(QLatin1String(" f ")), !said.isEmpty());
        QVERIFY2(svg.contains(said), qPrintable(svg));
    }

    /// However narrow it is beside a pixel.
    void aValleyThatIsInViewIsDrawn_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<double>("place");
        QTest::newRow("known") << QStringLiteral("x^2") << 0.0;
        QTest::newRow("looked for") << QStringLiteral("(x-1e25)^2") << 1e25;
    }
    void aValleyThatIsInViewIsDrawn() {
        QFETCH(QString, function);
        QFETCH(double, place);
        for (const double width : {1e40, 1e42, 1e45, 1e48}) {
            const insight::Range x{place - 0.437 * width, place + 0.563 * width};
            const session::Report run = report(qUtf8Printable(function), 2, {0.1, 5}, x);
            output::Options options;
            options.values = insight::Range{-width, width};
            const QString path = written(QStringLiteral("png"), options, run);
            QVERIFY(count(QImage(path), curveColour) > 20);
            const QByteArray svg = contentOf(written(QStringLiteral("svg"), options, run));
            QVERIFY(!svg.contains("outside this view"));
        }
    }

    /// And where.
    void theTitleNamesAnotherMethod() {
        const auto titled = [this](const descent::Method& method) {
            descent::Settings settings{0.1, 50};
            settings.method = method;
            output::Options options;
            options.title = true;
            const auto run = report("x^2", 2, settings);
            return QString::fromUtf8(contentOf(written(QStringLiteral("svg"), options, run)));
        };
        QVERIFY(titled(descent::Adam()).contains(QLatin1String("Adam")));
        QVERIFY(titled(descent::Momentum{0.75}).contains(QLatin1String("Momentum (beta=0.75)")));
        QVERIFY(!titled(descent::Gradient()).contains(QLatin1String("Gradient descent")));
    }

    void saysThatMarksHaveNoRoomOnlyWhereTheyHaveNone_data() {
        QTest::addColumn<QString>("function");
        QTest::addColumn<QString>("said");
        QTest::newRow("jumps") << QStringLiteral("floor(x)+x^2") << QString();
        QTest::newRow("few") << QStringLiteral("x^4-4*x^2+x") << QString();
        QTest::newRow("crowd") << QStringLiteral("x<0?x^2:sin(x)+cos(200*x)*(x>4?1:0)")
                               << QStringLiteral("More marks from x = 4");
        QTest::newRow("one place")
            << QStringLiteral("(x-1)^2*((x-1)^2-0.0001)") << QStringLiteral("More marks near x = ");
    }
    void saysThatMarksHaveNoRoomOnlyWhereTheyHaveNone() {
        QFETCH(QString, function);
        QFETCH(QString, said);
        session::Report run = report(qUtf8Printable(function), 2, {0.1, 50}, {-5, 5});
        run.landmarks.points =
            insight::survey(descent::Objective(run.analysis()), run.session.range, 1200);
        const QString svg = QString::fromUtf8(contentOf(written(QStringLiteral("svg"), {}, run)));
        QCOMPARE(svg.contains(QLatin1String("More marks")), !said.isEmpty());
        QVERIFY(svg.contains(said));
    }

    void theKeyOfTheMarksLooksLikeThem() {
        session::Report run = report("x^4-4*x^2+x", 2, {0.02, 60}, {-2.4, 2.4});
        run.landmarks.points =
            insight::stationaryPoints(descent::Objective(run.analysis()), run.session.range, 1200);
        run.landmarks.basins.emplace();
        run.landmarks.basins->x = run.session.range;
        run.landmarks.basins->columns.resize(1);
        output::Options options;
        options.legend = true;
        const QImage keyed(written(QStringLiteral("png"), options, run));
        const QRect key(0, 0, keyed.width(), 40);
        const QColor rim = plot::Theme::light().minimum;
        const int rims = pixelsLike(keyed, rim, key);
        QVERIFY2(rims > 20 && rims < 120, qPrintable(QString::number(rims)));
        run.landmarks.points.clear();
        const QImage without(written(QStringLiteral("png"), options, run));
        QCOMPARE(pixelsLike(without, rim, key), 0);
        const QColor valley = plot::Theme::basins()[0];  // of the tangent, too
        QVERIFY(pixelsLike(keyed, valley, key) > pixelsLike(without, valley, key) + 20);
    }

    void saysNothingUnasked() {
        const QString pdf = written(QStringLiteral("pdf"), {});
        const QByteArray text = outputOf("pdftotext", {pdf, QStringLiteral("-")});
        QVERIFY(!text.contains("x₀") && !text.contains("tangent"));
    }

    void measuresAnInchAs96Pixels() {
        output::Options options;
        options.size = QSize(960, 480);
        const QByteArray svg = contentOf(written(QStringLiteral("svg"), options));
        QVERIFY(svg.contains("<svg width=\"254mm\" height=\"127mm\""));
        const QByteArray pdf = outputOf("pdfinfo", {written(QStringLiteral("pdf"), options)});
        QVERIFY(pdf.contains("720 x 360 pts"));
    }

    void labelsOfMarksCoverNeitherCurveNorTrail_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::addColumn<bool>("hasRoom");
        QTest::newRow("wide") << QSize(1200, 700) << 1.0 << true;
        QTest::newRow("of a small window") << QSize(610, 450) << 1.0 << true;
        QTest::newRow("twice as large") << QSize(1246, 782) << 2.0 << true;
        QTest::newRow("of a projector") << QSize(800, 420) << 1.6 << true;
        QTest::newRow("low") << QSize(500, 180) << 1.0 << true;
        QTest::newRow("tiny") << QSize(170, 110) << 1.0 << false;
    }
    void labelsOfMarksCoverNeitherCurveNorTrail() {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        QFETCH(bool, hasRoom);
        // From 2 with a larger α it leaps through the valley of the lowest minimum.
        for (const double alpha : {0.02, 0.14}) {
            session::Report run = report("x^4-4*x^2+x", 2, {alpha, 60}, {-2.4, 2.4});
            output::Options options;
            options.size = size;
            options.scale = scale;
            options.position = 0;
            const QString path = written(QStringLiteral("png"), options, run);
            const QImage bare(path);
            const descent::Objective objective(run.analysis());
            run.landmarks.points =
                insight::stationaryPoints(objective, run.session.range, size.width());
            written(QStringLiteral("png"), options, run);
            const QImage marked(path);
            const QColor mark = plot::Theme::light().minimum;
            const int reach = static_cast<int>(std::ceil(12 * scale));
            int covered = 0;
            for (int y = 0; y < bare.height(); ++y) {
                for (int x = 0; x < bare.width(); ++x) {
                    const QColor was = bare.pixelColor(x, y);
                    if (!isNear(was, curveColour) && !isNear(was, ballColour)) continue;
                    if (isNear(marked.pixelColor(x, y), was)) continue;
                    covered += pixelsLike(marked, mark, around(QPointF(x, y), reach)) == 0 ? 1 : 0;
                }
            }
            QCOMPARE(covered, 0);
            const QByteArray svg = contentOf(written(QStringLiteral("svg"), options, run));
            QCOMPARE(svg.contains(" in view<") || svg.contains(">lowest<"), hasRoom);
        }
    }

    void theTitleKeepsAwayFromTheEdges() {
        for (const double scale : {1.0, 2.0}) {
            output::Options options;
            options.title = true;
            options.legend = true;
            options.scale = scale;
            const QImage image = pixels(QStringLiteral("png"), options);
            const int margin = qRound(12 * scale);
            const QColor ground = plot::Theme::light().ground;
            const auto all = [](const QRect& part) { return part.width() * part.height(); };
            const QRect upper(0, 0, image.width(), margin);
            const QRect left(0, 0, margin, qRound(60 * scale));
            QCOMPARE(pixelsLike(image, ground, upper), all(upper));
            QCOMPARE(pixelsLike(image, ground, left), all(left));
        }
    }

    void theCaptionOfHalfASlideIsCompactAndBreaksNoFormula_data() {
        QTest::addColumn<session::View>("view");
        QTest::addColumn<double>("scale");
        for (const auto view : {session::View::Curve, session::View::Convergence,
                                session::View::Cobweb, session::View::Bifurcation}) {
            for (const double scale : {1.0, 1.6, 2.0, 2.4}) {
                QTest::addRow("view %d, %.1f times as large", static_cast<int>(view), scale)
                    << view << scale;
            }
        }
    }
    void theCaptionOfHalfASlideIsCompactAndBreaksNoFormula() {
        QFETCH(session::View, view);
        QFETCH(double, scale);
        for (const char* function : {"x^4/4-x^2/2", "x^4/4-x^2/2+sin(3*x)/5", "x^4-4*x^2+x"}) {
            session::Report run = report(function, 0.3, {1.1, 60}, {-2.4, 2.4});
            run.landmarks.points = insight::stationaryPoints(descent::Objective(run.analysis()),
                                                             run.session.range, 900);
            output::Options options;
            options.size = QSize(960, 1080);
            options.scale = scale;
            options.view = view;
            options.title = true;
            options.legend = true;
            const QStringList lines = linesIn(written(QStringLiteral("svg"), options, run));
            const QString all = lines.join(u'|');
            QVERIFY2(!lines.filter(QStringLiteral("α=1.1")).isEmpty(), qPrintable(all));
            QVERIFY2(!lines.filter(QStringLiteral("x₀=0.3,")).isEmpty(), qPrintable(all));
            static const QRegularExpression whole(QStringLiteral("f\\(x\\)=.*,"));
            QVERIFY2(!lines.filter(whole).isEmpty(), qPrintable(all));
            if (view != session::View::Curve && view != session::View::Cobweb) continue;
            const auto row = [&](const QString& words) {
                return lines.indexOf(QRegularExpression(QStringLiteral(".*%1.*").arg(words)));
            };
            const auto first = row(QStringLiteral("initialguess"));
            const auto last = row(view == session::View::Curve ? QStringLiteral("f′\\(x\\)=0")
                                                               : QStringLiteral("slopem"));
            QVERIFY2(first > 0 && last >= first && last - first <= 1, qPrintable(all));
        }
    }

    void thinsTheTrailOfALongRun() {
        const session::Report longRun =
            report("x^4/4-x^2/2", 0.3, {.alpha = 1.4, .maxIterations = 300'000});
        for (const char* suffix : {"svg", "pdf"}) {
            const QString path = m_folder.filePath(QStringLiteral("long.") + QLatin1String(suffix));
            QCOMPARE(output::write(path, longRun), QString());
            QVERIFY(QFileInfo(path).size() < 2'000'000);
        }
    }

    void followsTheTheme_data() {
        QTest::addColumn<plot::Theme>("theme");
        QTest::addColumn<QColor>("ground");
        QTest::newRow("light") << plot::Theme::light() << QColor(Qt::white);
        QTest::newRow("dark") << plot::Theme::dark() << QColor(0x1e, 0x21, 0x28);
        QTest::newRow("transparent") << plot::Theme::transparent() << QColor(Qt::transparent);
    }
    void followsTheTheme() {
        QFETCH(plot::Theme, theme);
        QFETCH(QColor, ground);
        output::Options options;
        options.theme = theme;
        options.title = true;
        options.view = session::View::Both;
        for (const char* suffix : {"png", "svg"}) {
            const QImage image = pixels(QString::fromLatin1(suffix), options);
            const QPoint corners[] = {{1, 1},
                                      {1, image.height() - 2},
                                      {image.width() - 2, 1},
                                      {image.width() - 2, image.height() - 2}};
            for (const QPoint corner : corners) QCOMPARE(image.pixelColor(corner), ground);
            QVERIFY(count(image, theme.curve) > 300);
        }
    }

    void putsNoPatchesOnATransparentGround() {
        output::Options options;
        options.theme = plot::Theme::transparent();
        options.view = session::View::Convergence;
        const QImage image = pixels(QStringLiteral("png"), options);
        QCOMPARE(count(image, QColor(0, 0, 0, 204)), 0);
    }

    void drawsAllLargerForAProjector() {
        output::Options options;
        const int narrow = count(pixels(QStringLiteral("png"), options), curveColour);
        options.theme = options.theme.projected();
        const int wide = count(pixels(QStringLiteral("png"), options), curveColour);
        QVERIFY(wide > 1.3 * narrow);
    }

    void showsTheTrailUpToTheLastStep() {
        output::Options options;
        options.steps = {0, 2};
        const QPointF ball = centreOf(pixels(QStringLiteral("png"), options), ballColour);
        output::Options whole;
        whole.position = 2;
        const QPointF there = centreOf(pixels(QStringLiteral("png"), whole), ballColour);
        QVERIFY(QLineF(ball, there).length() < 6);
        output::Options end;
        QVERIFY(QLineF(ball, centreOf(pixels(QStringLiteral("png"), end), ballColour)).length() >
                20);
    }

    void drawsFramesAsItDrawsPictures_data() {
        QTest::addColumn<session::View>("view");
        QTest::newRow("curve") << session::View::Curve;
        QTest::newRow("convergence") << session::View::Convergence;
        QTest::newRow("both") << session::View::Both;
        QTest::newRow("cobweb") << session::View::Cobweb;
        QTest::newRow("bifurcation") << session::View::Bifurcation;
    }
    void drawsFramesAsItDrawsPictures() {
        QFETCH(session::View, view);
        const plot::Subject subject{m_run.analysis(), m_run.trajectory, m_run.session.settings,
                                    m_run.session.range};
        for (const plot::Theme& theme : {plot::Theme::dark(), plot::Theme::transparent()}) {
            plot::Look look;
            look.view = view;
            look.theme = theme;
            plot::Picture picture(subject, look, QSize(400, 300));
            for (const double position : {0.0, 0.4, 1.0, 47.5, 48.0, 3.25}) {
                picture.setPosition(position);
                const QImage frame = picture.frame();
                QVERIFY2(unlike(frame, picture.image()) < 3, qPrintable(QString::number(position)));
            }
        }
    }

    void fitsALongTitleAndSmallSizes() {
        session::Report run = report("0.05*x^2-exp(-(x-2)^2)-2*exp(-4*(x+2)^2)", 2, {});
        output::Options options;
        options.size = QSize(200, 150);
        options.title = true;
        options.legend = true;
        const QString path = m_folder.filePath(QStringLiteral("small.png"));
        QCOMPARE(output::write(path, run, options), QString());
        QCOMPARE(QImage(path).size(), QSize(200, 150));
    }

private:
    /// What is written in a drawing, line by line from its top, without spaces.
    static QStringList linesIn(const QString& path) {
        static const QRegularExpression moved(QStringLiteral("matrix\\(1,0,0,1,[^,]*,([^)]*)\\)"));
        std::map<int, QString> lines;
        QXmlStreamReader reader(contentOf(path));
        double top = 0;
        while (!reader.atEnd()) {
            reader.readNext();
            if (!reader.isStartElement()) continue;
            const auto transform = reader.attributes().value(QLatin1String("transform"));
            if (!transform.isEmpty()) top = moved.match(transform).captured(1).toDouble();
            if (reader.name() != QLatin1String("text")) continue;
            const double row = top + reader.attributes().value(QLatin1String("y")).toDouble();
            lines[qRound(row)] += reader.readElementText().remove(u' ').remove(QChar(0xa0));
        }
        QStringList texts;
        for (const auto& [row, text] : lines) texts += text;
        return texts;
    }

    QString written(const QString& suffix, const output::Options& options) {
        QString path = written(suffix, options, m_run);
        const QString fault =
            suffix == QLatin1String("svg") ? readSvg(contentOf(path)).fault : QString();
        if (!fault.isEmpty()) qFatal("%s", qPrintable(fault));
        return path;
    }
    QString written(const QString& suffix, const output::Options& options,
                    const session::Report& run) {
        QString path = m_folder.filePath(QStringLiteral("run.") + suffix);
        const QString fault = output::write(path, run, options);
        if (!fault.isEmpty()) qFatal("%s", qPrintable(fault));
        return path;
    }

    /// The file as a viewer shows it.
    QImage pixels(const QString& suffix, const output::Options& options) {
        const QString path = written(suffix, options);
        const QString shown = m_folder.filePath(QStringLiteral("shown"));
        if (suffix == QLatin1String("svg")) {
            outputOf("rsvg-convert", {path, QStringLiteral("-o"), shown + QStringLiteral(".png")});
        } else if (suffix == QLatin1String("pdf")) {
            outputOf("pdftoppm",
                     {QStringLiteral("-r"), QStringLiteral("96"), QStringLiteral("-png"),
                      QStringLiteral("-singlefile"), path, shown});
        } else {
            return QImage(path);
        }
        return QImage(shown + QStringLiteral(".png"));
    }

    static QPointF centreOf(plot::Picture picture, double position) {
        picture.setPosition(position);
        return ::centreOf(picture.image(), ballColour);
    }
    static QPointF centreOf(const QImage& image, QColor colour) {
        return ::centreOf(image, colour);
    }

    /// The largest difference between two pictures in a channel of a pixel.
    static int unlike(const QImage& one, const QImage& other) {
        int most = 0;
        for (int y = 0; y < one.height(); ++y) {
            for (int x = 0; x < one.width(); ++x) {
                const QColor a = one.pixelColor(x, y);
                const QColor b = other.pixelColor(x, y);
                most = std::max({most, std::abs(a.red() - b.red()) * a.alpha() / 255,
                                 std::abs(a.green() - b.green()) * a.alpha() / 255,
                                 std::abs(a.alpha() - b.alpha())});
            }
        }
        return most;
    }

    QTemporaryDir m_folder;
    session::Report m_run = report("x^4-4*x^2+x", 2, {0.02, 200}, {-2.4, 2.4});
};

QTEST_MAIN(TestPictures)
#include "tst_pictures.moc"
