#include "app/guide/papercommands.h"

#include "app/guide/commands.h"
#include "core/base/settings.h"
#include "core/papers/guidepapers.h"
#include "core/papers/sheet.h"

#include <QFileInfo>
#include <QSaveFile>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

base::Fail failure(const QString &detail, const QString &place)
{
    return base::Fail({base::Error::Kind::Document, detail, place});
}

base::Result<domain::Guide> guideFor(const PackFinder &finder, const PaperRequest &request)
{
    const base::Result<domain::GuidePack> pack = finder.pack(request.pack);
    if (!pack)
        return base::Fail(pack.error());
    const domain::Matter *matter = matterOf(*pack, request.matter);
    const auto guide = matter ? domain::guideOf(*pack, matter->id) : std::nullopt;
    if (!guide)
        return failure(u"there is no matter “%1”"_s.arg(request.matter), pack->id);
    return *guide;
}

base::Result<base::HallSettings> hallFor(const QString &file)
{
    if (!file.isEmpty() && !QFileInfo(file).isFile())
        return failure(u"there is no such file"_s, file);
    return base::readSettings(file);
}

base::Result<QByteArray> pdfOf(const domain::Guide &guide, const base::HallSettings &hall, const PaperRequest &request)
{
    const base::Result<papers::FormFolder> forms = papers::FormFolder::load(request.forms);
    if (!forms)
        return base::Fail(forms.error());
    const papers::GuideFacts facts{guide, hall, request.day};
    return (request.isFull ? papers::fullGuide(*forms, facts) : papers::conciseGuide(*forms, facts))
        .and_then([](const papers::Paper &paper) { return papers::Sheet(paper).pdf(); });
}

base::Result<> write(const QByteArray &pdf, const QString &name)
{
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size() || !file.commit())
        return failure(file.errorString(), name);
    return {};
}

base::Result<QString> writtenPdf(const PackFinder &finder, const PaperRequest &request)
{
    const base::Result<domain::Guide> guide = guideFor(finder, request);
    if (!guide)
        return base::Fail(guide.error());
    const base::Result<base::HallSettings> hall = hallFor(request.hallFile);
    if (!hall)
        return base::Fail(hall.error());
    const QString kind = request.isFull ? u"full"_s : u"concise"_s;
    const QString name = request.file.isEmpty() ? u"%1-%2.pdf"_s.arg(guide->matter.id, kind) : request.file;
    return pdfOf(*guide, *hall, request).and_then([&](const QByteArray &pdf) { return write(pdf, name); }).map([&] {
        return name;
    });
}

}

int writeGuidePdf(const PackFinder &finder, const PaperRequest &request, QTextStream &out, QTextStream &err)
{
    const base::Result<QString> written = writtenPdf(finder, request);
    if (written)
        out << *written << '\n';
    else
        err << written.error().place << ": " << written.error().detail << '\n';
    return written ? 0 : 1;
}
