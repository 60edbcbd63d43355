#include "tests/core/desk/readingroom.h"

#include "core/desk/shelfsearch.h"
#include "tests/core/guides/samplepack.h"

#include <QDir>
#include <QFile>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

QString source(const QString &name)
{
    return qEnvironmentVariable("YICHUANG_SOURCE") + u'/' + name;
}

void put(const QString &file, const QByteArray &bytes)
{
    QFile target(file);
    if (!target.open(QFile::WriteOnly) || target.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file));
}

}

/// Always over what the library has now.
class ReadingRoom::Search final : public desk::FindMatter
{
public:
    Search(const desk::GuideLibrary &library, const base::HallSettings &hall, const base::Clock &clock) :
        m_library(library), m_hall(hall), m_clock(clock)
    {
    }
    QList<desk::MatterLine> find(const QString &query, int most) const override
    {
        const QString pinyin = source(u"resources/pinyin/readings.tsv"_s);
        return desk::ShelfSearch(m_library.shelf(), pinyin, m_hall.regionCode, m_clock.now().date()).find(query, most);
    }

private:
    const desk::GuideLibrary &m_library;
    const base::HallSettings &m_hall;
    const base::Clock &m_clock;
};

ReadingRoom::ReadingRoom() :
    m_forms(*papers::FormFolder::load(source(u"forms"_s))), m_hall(*base::readSettings(path(u"hall.ini"_s)))
{
    for (const QString &folder : {u"data/guides"_s, u"data/publishers"_s, u"profile"_s})
        QDir(m_folder.path()).mkpath(folder);
    if (!guides::writeKey(city, path(u"data/publishers"_s)))
        qFatal("no key");
    put(path(u"data/guides/city.json"_s), bytesOf(samplePack()));
    m_library = std::move(*desk::GuideLibrary::open(path(u"data"_s), path(u"profile"_s), clock));
    m_search = std::make_unique<Search>(*m_library, m_hall, clock);
    reading = std::make_unique<desk::GuideReading>(
        desk::GuideReading::Needs{*m_library, *m_search, m_forms, m_hall, clock, printing});
}

ReadingRoom::~ReadingRoom() = default;

QByteArray ReadingRoom::version(const QString &number, const QString &matterName)
{
    QJsonObject pack = withValue(samplePack(), u"version"_s, number).toObject();
    if (!matterName.isEmpty())
        pack = withValue(pack, u"matters[0].name"_s, matterName).toObject();
    return bytesOf(pack);
}

QString ReadingRoom::bring(const QByteArray &bytes, const guides::PublisherKey *key) const
{
    const QString file = path(u"brought.json"_s);
    put(file, bytes);
    QFile::remove(guides::signatureFile(file));
    if (key)
        put(guides::signatureFile(file), guides::signatureOf(bytes, *key));
    return file;
}

QStringList ReadingRoom::versions() const
{
    QStringList versions;
    for (const domain::GuidePack &pack : m_library->shelf().packs())
        versions << pack.version;
    return versions;
}

desk::ImportRecord ReadingRoom::record(const QString &version) const
{
    return m_library->record(u"sample-city"_s, version).value_or(desk::ImportRecord());
}
