#pragma once

#include "core/desk/guidereading.h"
#include "core/desk/printroutes.h"
#include "tests/support/fakes.h"

#include <QTemporaryDir>

/// A window's guides in a temporary folder: the sample pack as shipped, a trusted publisher, a printer, and files that somebody
/// brings.
class ReadingRoom
{
public:
    ReadingRoom();
    ~ReadingRoom();

    /// The sample pack with another version number, and where it is given, another title of the first matter.
    static QByteArray version(const QString &number, const QString &matterName = {});
    /// A file that somebody brings, signed by \a key when there is one.
    QString bring(const QByteArray &bytes, const guides::PublisherKey *key = nullptr) const;
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QStringList versions() const;
    /// Why the pack in \a version was let in.
    desk::ImportRecord record(const QString &version) const;

    const guides::PublisherKey city = *guides::makePublisherKey(QStringLiteral("样例市"));
    const guides::PublisherKey stranger = *guides::makePublisherKey(QStringLiteral("路人"));
    support::FakePrinter printer;
    support::FakeClock clock;

private:
    QTemporaryDir m_folder;

public:
    desk::PrintRoutes routes{path(QStringLiteral("profile/printers.json"))};
    desk::LoosePapers printing{printer, routes};

private:
    class Search;

    const papers::FormFolder m_forms;
    const base::HallSettings m_hall;
    std::unique_ptr<desk::GuideLibrary> m_library;
    std::unique_ptr<Search> m_search;

public:
    std::unique_ptr<desk::GuideReading> reading;
};
