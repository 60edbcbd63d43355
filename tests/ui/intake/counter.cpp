#include "tests/ui/intake/counter.h"

#include <QtGlobal>

namespace {

QString source(const QString &folder)
{
    return qEnvironmentVariable("YICHUANG_SOURCE") + u'/' + folder;
}

/// The value of \a result; a test cannot go on without it.
template <class T>
T need(base::Result<T> result)
{
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().place), qPrintable(result.error().detail));
    return std::move(*result);
}

std::unique_ptr<desk::CaseWork> need(tl::expected<std::unique_ptr<desk::CaseWork>, desk::Undone> work)
{
    if (!work)
        qFatal("no case: %s", work.error().error ? qPrintable(work.error().error->detail) : "refused");
    return std::move(*work);
}

}

Counter::Counter()
    : m_hall(need(base::readSettings(m_folder.filePath(QStringLiteral("hall.ini"))))),
      m_forms(need(papers::FormFolder::load(source(QStringLiteral("forms"))))),
      m_clocks(need(desk::clocksOf(m_hall, {source(QStringLiteral("resources/calendars"))}))),
      m_shelf(need(guides::Shelf::load(source(QStringLiteral("resources/guides"))))),
      m_journal(need(journal::Journal::open(m_folder.path(), base::Secret::random(32), m_clock))),
      m_scans(std::make_unique<desk::ScanRoom>(*m_journal, m_folder.filePath(QStringLiteral("scans"))))
{
}

std::unique_ptr<desk::CaseWork> Counter::open(const QString &pack, const QString &matter,
                                              const domain::HallRules &authority)
{
    m_authority = authority;
    const domain::GuidePack *guides = m_shelf.pack(pack);
    return need(desk::Reception({*m_journal, m_clock, m_hall, m_forms, m_clocks.rules, m_authority, nullptr, nullptr, nullptr, m_scans.get()}, m_shelf)
                    .open({pack, guides ? guides->version : QString(), matter}));
}

std::unique_ptr<desk::CaseWork> Counter::resume(const QString &caseId)
{
    return need(desk::Reception({*m_journal, m_clock, m_hall, m_forms, m_clocks.rules}, m_shelf).resume(caseId));
}
