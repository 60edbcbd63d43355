#include "tests/ui/case/filedcase.h"

#include "tests/support/sampleguide.h"

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

template <class T>
T need(base::Result<T> result)
{
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().place), qPrintable(result.error().detail));
    return std::move(*result);
}

void must(desk::CaseWork &work, const Command &command)
{
    if (const desk::Done done = work.perform(command); !done)
        qFatal("refused: %d", done.error().refusals.isEmpty() ? -1 : int(done.error().refusals.front().why));
}

}

FiledCase::FiledCase()
    : m_hall(need(base::readSettings(m_folder.filePath(u"hall.ini"_s)))),
      m_forms(need(papers::FormFolder::load(qEnvironmentVariable("YICHUANG_SOURCE") + u"/forms"_s))),
      m_clocks(need(desk::clocksOf(m_hall, {qEnvironmentVariable("YICHUANG_SOURCE") + u"/resources/calendars"_s}))),
      m_journal(need(journal::Journal::open(m_folder.path(), base::Secret::random(32), m_clock)))
{
    m_scans.emplace(*m_journal, m_folder.filePath(u"scans"_s));
    const desk::CaseWork::Needs needs{.journal = *m_journal,
                                      .clock = m_clock,
                                      .hall = m_hall,
                                      .forms = m_forms,
                                      .rules = m_clocks.rules,
                                      .authority = m_authority,
                                      .scans = &*m_scans};
    m_work = std::make_unique<desk::CaseWork>(needs, support::sampleGuide(), Case{});
    const CaseNumber number{u"411202"_s, u"001"_s, u"A1"_s, morning.date(), 1};
    const QDate later = morning.date().addDays(3);
    for (const Command &command : QList<Command>{
             OpenCase{u"4f6c0f0e-0000-4000-8000-000000000001"_s, number.text()},
             AnswerSituation{u"premises"_s, u"rented"_s}, AnswerSituation{u"landlord"_s, u"person"_s},
             AnswerSituation{u"area"_s, u"80"_s}, EnterField{u"applicant-name"_s, u"张𬭚"_s},
             EnterField{u"applicant-id"_s, u"41030219900307001X"_s}, ChoosePath{u"fire"_s, u"commitment"_s},
             GiveVerdict{u"licence"_s, {.kind = VerdictKind::OriginalSeen}},
             GiveVerdict{u"lease"_s, {.kind = VerdictKind::Deferred, .due = later}}, IssueLetter{},
             SignLetter{Letter::Kind::Deferral, u"后果已经告知"_s}, FileCase{}})
        must(*m_work, command);
}

void FiledCase::perform(const QList<LifeCommand> &commands)
{
    for (const LifeCommand &command : commands)
        must(*m_work, command);
}
