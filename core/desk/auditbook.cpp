#include "core/desk/auditbook.h"

#include "core/desk/tablefile.h"
#include "core/journal/audittrail.h"
#include "core/journal/journal.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

struct AuditName {
    AuditAct act;
    QLatin1StringView word;
};
constexpr std::array auditNames{
    AuditName{AuditAct::CaseSeen, "case-seen"_L1},        AuditName{AuditAct::PaperPrinted, "paper-printed"_L1},
    AuditName{AuditAct::NumberSeen, "number-seen"_L1},    AuditName{AuditAct::Exported, "exported"_L1},
    AuditName{AuditAct::Imported, "imported"_L1},         AuditName{AuditAct::BackedUp, "backed-up"_L1},
    AuditName{AuditAct::Restored, "restored"_L1},         AuditName{AuditAct::SetAside, "set-aside"_L1},
    AuditName{AuditAct::KeyChanged, "key-changed"_L1},    AuditName{AuditAct::Forgotten, "forgotten"_L1},
    AuditName{AuditAct::Wiped, "wiped"_L1},               AuditName{AuditAct::SignedIn, "signed-in"_L1},
    AuditName{AuditAct::SignInFailed, "sign-in-failed"_L1}, AuditName{AuditAct::SignedOut, "signed-out"_L1},
    AuditName{AuditAct::Locked, "locked"_L1},             AuditName{AuditAct::Unlocked, "unlocked"_L1},
    AuditName{AuditAct::Refused, "refused"_L1},           AuditName{AuditAct::Allowed, "allowed"_L1},
    AuditName{AuditAct::SettingsChanged, "settings-changed"_L1},
};

std::optional<AuditAct> auditActOf(const QString &word)
{
    const auto *known = std::ranges::find(auditNames, word, &AuditName::word);
    return known == auditNames.end() ? std::nullopt : std::optional(known->act);
}

AuditEntry entryOf(const journal::AuditLine &line)
{
    return {line.seq, line.at, auditActOf(line.act), line.act, line.who, line.subject, line.words, line.isForgotten};
}

}

QString auditWord(AuditAct act)
{
    return std::ranges::find(auditNames, act, &AuditName::act)->word;
}

AuditBook::AuditBook(journal::Journal &journal, const base::Clock &clock, QString who)
    : m_journal(journal), m_clock(clock), m_who([name = std::move(who)] { return name; })
{
}

base::Result<> AuditBook::note(AuditAct act, const QString &subject, const QString &words)
{
    const journal::AuditLine line{.seq = 0,
                                  .at = m_clock.now(),
                                  .act = auditWord(act),
                                  .who = m_who(),
                                  .subject = subject,
                                  .words = words};
    return m_journal.audit().append(line).map([](qint64) { });
}

base::Result<QList<AuditEntry>> AuditBook::page(qint64 before, int most) const
{
    return m_journal.audit().before(before, most).map([](const QList<journal::AuditLine> &lines) {
        QList<AuditEntry> entries;
        std::ranges::transform(lines, std::back_inserter(entries), entryOf);
        return entries;
    });
}

base::Result<qint64> AuditBook::exportTo(const QString &file, const QStringList &headings,
                                         const std::function<QString(const AuditEntry &)> &named)
{
    if (const base::Result<> noted = note(AuditAct::Exported, QFileInfo(file).fileName(), u"audit"_s); !noted)
        return base::Fail(noted.error());
    QList<QStringList> rows;
    return m_journal.audit()
        .each([&](const journal::AuditLine &line) -> base::Result<> {
            const AuditEntry entry = entryOf(line);
            rows.append({QString::number(entry.number), entry.at.toString(Qt::ISODate), named(entry), entry.who, entry.subject,
                         entry.words});
            return {};
        })
        .and_then([&] { return writeTable(file, u"audit"_s, headings, rows); })
        .map([&] { return qint64(rows.size()); });
}

base::Result<AuditBook::Whole> AuditBook::verify() const
{
    return m_journal.verify().and_then([&](qint64 events) {
        return m_journal.audit().verify().map([&](qint64 lines) { return Whole{events, lines}; });
    });
}

std::optional<base::Error> AuditBook::fault() const
{
    return m_journal.auditFault();
}

}
