#pragma once

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

/// Other people's programs that read our PDFs: what they find is what the world finds.
namespace pdftools {

using namespace Qt::StringLiterals;

inline QByteArray run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
        qFatal("cannot run %s: %s", qPrintable(program), qPrintable(process.errorString()));
    return process.readAllStandardOutput();
}

/// A PDF as a file that lives as long as this.
class PdfFile
{
public:
    explicit PdfFile(const QByteArray &pdf)
    {
        QFile file(path());
        if (!m_folder.isValid() || !file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
            qFatal("cannot write %s", qPrintable(path()));
    }
    QString path() const { return m_folder.filePath(u"paper.pdf"_s); }

    /// The text of each page in the order it was drawn, without white space.
    QStringList pageTexts() const
    {
        QString text = QString::fromUtf8(run(u"pdftotext"_s, {u"-raw"_s, u"-enc"_s, u"UTF-8"_s, path(), u"-"_s}));
        text.remove(QRegularExpression(u"[^\\S\\f]"_s));
        QStringList pages = text.split(u'\f');
        pages.removeLast();
        return pages;
    }

    struct Font {
        QString name;
        QString embedded;
        QString subset;
        QString unicode;
    };
    QList<Font> fonts() const
    {
        QList<Font> fonts;
        const QStringList lines
            = QString::fromUtf8(run(u"pdffonts"_s, {path()})).split(u'\n', Qt::SkipEmptyParts).mid(2);
        for (const QString &line : lines) {
            const QStringList words = line.simplified().split(u' ');
            const qsizetype end = words.size();
            fonts << Font{words[0], words[end - 5], words[end - 4], words[end - 3]};
        }
        return fonts;
    }

    /// What a scanner reads from page \a page (from 1) printed with \a dpi dots an inch.
    QStringList codes(int page, int dpi) const
    {
        QStringList codes = QString::fromUtf8(run(u"zbarimg"_s, {u"--raw"_s, u"-q"_s, drawn(page, dpi)}))
                                .split(u'\n', Qt::SkipEmptyParts);
        codes.sort();
        return codes;
    }

    QImage picture(int page, int dpi) const
    {
        return QImage(drawn(page, dpi));
    }

    QString info() const { return QString::fromUtf8(run(u"pdfinfo"_s, {path()})); }
    /// The objects of the file in readable form.
    QByteArray objects() const { return run(u"qpdf"_s, {u"--qdf"_s, u"--object-streams=disable"_s, path(), u"-"_s}); }

private:
    /// A file with the picture of page \a page (from 1) at \a dpi dots an inch, drawn once. As PPM: to pack a PNG takes ten times as
    /// long as to draw it.
    QString drawn(int page, int dpi) const
    {
        const QString file = m_folder.filePath(u"page-%1-%2"_s.arg(page).arg(dpi));
        const QString number = QString::number(page);
        if (!QFile::exists(file + u".ppm"_s))
            run(u"pdftoppm"_s,
                {u"-r"_s, QString::number(dpi), u"-f"_s, number, u"-l"_s, number, u"-singlefile"_s, path(), file});
        return file + u".ppm"_s;
    }

    QTemporaryDir m_folder;
};

inline QString withoutSpaces(QString text)
{
    return text.remove(QRegularExpression(u"\\s"_s));
}

}
