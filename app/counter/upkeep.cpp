#include "app/counter/upkeep.h"

#include "app/counter/console.h"
#include "core/desk/auditbook.h"
#include "core/desk/backupfiles.h"
#include "core/desk/keychange.h"
#include "core/desk/retention.h"
#include "core/domain/retention.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTextStream>

#include <array>

using namespace Qt::StringLiterals;

namespace upkeep {

namespace {

constexpr std::array auditActs{
    QT_TRANSLATE_NOOP("Upkeep", "case opened"),      QT_TRANSLATE_NOOP("Upkeep", "paper printed"),
    QT_TRANSLATE_NOOP("Upkeep", "whole number seen"), QT_TRANSLATE_NOOP("Upkeep", "exported"),
    QT_TRANSLATE_NOOP("Upkeep", "imported"),         QT_TRANSLATE_NOOP("Upkeep", "backup made"),
    QT_TRANSLATE_NOOP("Upkeep", "restored"),         QT_TRANSLATE_NOOP("Upkeep", "damaged journal set aside"),
    QT_TRANSLATE_NOOP("Upkeep", "key changed"),      QT_TRANSLATE_NOOP("Upkeep", "forgotten by rule"),
    QT_TRANSLATE_NOOP("Upkeep", "wiped"),            QT_TRANSLATE_NOOP("Upkeep", "signed in"),
    QT_TRANSLATE_NOOP("Upkeep", "sign-in failed"),   QT_TRANSLATE_NOOP("Upkeep", "signed out"),
    QT_TRANSLATE_NOOP("Upkeep", "locked"),           QT_TRANSLATE_NOOP("Upkeep", "unlocked"),
    QT_TRANSLATE_NOOP("Upkeep", "refused"),          QT_TRANSLATE_NOOP("Upkeep", "allowed by a supervisor"),
    QT_TRANSLATE_NOOP("Upkeep", "settings changed"),
};
static_assert(auditActs.size() == std::size_t(desk::AuditAct::SettingsChanged) + 1);

QString upkeepWord(const char *text)
{
    return QCoreApplication::translate("Upkeep", text);
}

QString actName(const desk::AuditEntry &entry)
{
    return entry.act ? upkeepWord(auditActs.at(std::size_t(*entry.act))) : entry.word;
}

int told(const base::Error &error)
{
    QTextStream(stderr) << error.place << u": "_s << error.detail << Qt::endl;
    return 1;
}

int told(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
    return 0;
}

}

int verify(const Place &place)
{
    const base::Result<console::Entered> entered = console::enter(place, desk::ProfileAct::Verify);
    if (!entered)
        return told(entered.error());
    desk::Profile &profile = *entered->profile;
    if (!profile.setAside().isEmpty())
        return told(base::Error{base::Error::Kind::Damaged, u"the journal was damaged and lies aside now"_s, profile.setAside()});
    desk::AuditBook audit(profile.journal(), place.clock, entered->who);
    const base::Result<desk::AuditBook::Whole> whole = audit.verify();
    if (!whole)
        return told(whole.error());
    return told(u"journal: %1 events, whole; audit trail: %2 lines, whole"_s.arg(whole->events).arg(whole->lines));
}

int exportAudit(const Place &place, const QString &file)
{
    const base::Result<console::Entered> entered = console::enter(place, desk::ProfileAct::ExportAudit);
    if (!entered)
        return told(entered.error());
    desk::Profile &profile = *entered->profile;
    desk::AuditBook audit(profile.journal(), place.clock, entered->who);
    const QStringList headings{upkeepWord(QT_TRANSLATE_NOOP("Upkeep", "No.")),     upkeepWord(QT_TRANSLATE_NOOP("Upkeep", "Moment")),
                               upkeepWord(QT_TRANSLATE_NOOP("Upkeep", "Act")),     upkeepWord(QT_TRANSLATE_NOOP("Upkeep", "Who")),
                               upkeepWord(QT_TRANSLATE_NOOP("Upkeep", "Concerns")), upkeepWord(QT_TRANSLATE_NOOP("Upkeep", "More"))};
    const base::Result<qint64> lines = audit.exportTo(file, headings, actName);
    return lines ? told(u"%1: %2 lines"_s.arg(file).arg(*lines)) : told(lines.error());
}

int retention(const Place &place, bool isMeant)
{
    const base::Result<console::Entered> entered = console::enter(place, isMeant ? desk::ProfileAct::Forget : desk::ProfileAct::Retention);
    if (!entered)
        return told(entered.error());
    desk::Profile &profile = *entered->profile;
    const base::Result<desk::PastTime> past = desk::pastTime(profile, place.profile, place.clock.now());
    if (!past)
        return told(past.error());
    constexpr std::array names{"cases never filed", "archived cases", "months of the audit trail"}; // the others are the hub's
    for (std::size_t i = 0; i < names.size(); ++i) {
        const domain::RetentionRule &rule = domain::retentionTable().at(i);
        told(u"%1: %2 days (%3; %4)"_s.arg(QLatin1String(names.at(i))).arg(rule.days).arg(QLatin1String(rule.source), QLatin1String(rule.confidence)));
    }
    for (const QString &caseId : past->drafts)
        told(u"never filed\t"_s + caseId);
    for (const QString &caseId : past->archived)
        told(u"archived\t"_s + caseId);
    for (const QString &month : past->months)
        told(u"audit\t"_s + month);
    for (const QString &caseId : past->unsent)
        told(u"stays, not all at the hub\t"_s + caseId);
    if (!isMeant)
        return told(u"nothing was changed; --do forgets what is listed"_s);
    const base::Result<> done = desk::forgetPast(profile, place.profile, *past, place.clock, entered->who);
    return done ? told(u"forgotten"_s) : told(done.error());
}

int setUpRecovery(const Place &place)
{
    const base::Result<console::Entered> entered = console::enter(place, desk::ProfileAct::SetUpRecovery);
    if (!entered)
        return told(entered.error());
    desk::AuditBook audit(entered->profile->journal(), place.clock, entered->who);
    const base::Result<QString> words
        = audit.note(desk::AuditAct::KeyChanged, u"recovery code"_s).and_then([&] { return desk::setUpRecovery(place.profile); });
    return words ? told(*words) : told(words.error());
}

int backUp(const Place &place, const QString &folder)
{
    const base::Result<console::Entered> entered = console::enter(place, desk::ProfileAct::BackUp);
    if (!entered)
        return told(entered.error());
    desk::Profile &profile = *entered->profile;
    desk::AuditBook audit(profile.journal(), place.clock, entered->who);
    const base::Result<desk::BackupState> made
        = desk::backUp({place.profile, profile.keys().profile, profile.device(), folder, place.clock.now()});
    if (!made)
        return told(made.error());
    const base::Result<> noted = audit.note(desk::AuditAct::BackedUp, QFileInfo(made->file).fileName());
    return noted ? told(u"%1: %2 bytes, read back"_s.arg(made->file).arg(made->bytes)) : told(noted.error());
}

int rotateKey(const Place &place, bool isMeant)
{
    base::Result<console::Entered> entered = console::enter(place, desk::ProfileAct::RotateKey);
    if (!entered)
        return told(entered.error());
    const QString name = entered->member ? entered->member->name : QString();
    const base::Result<QStringList> others = desk::othersWithKey(place.profile, name);
    if (!others)
        return told(others.error());
    told(u"everything in %1 is sealed anew under a new key"_s.arg(place.profile));
    told(u"safety copies that were made before hold the old key: make a new one, and destroy those that nobody needs"_s);
    if (!others->isEmpty())
        told(u"until they have signed in at the hub again these cannot open the profile: %1"_s.arg(others->join(u"、"_s)));
    if (!isMeant)
        return told(u"nothing was changed; --do changes the key"_s);
    const desk::KeyChange wish{.system = place.keyStore, .who = entered->who, .name = name, .password = entered->password};
    const base::Result<> done = desk::changeKey(std::move(entered->profile), place.profile, place.clock, wish);
    return done ? told(u"the key was changed"_s) : told(done.error());
}

int restore(const Place &place, const QString &file)
{
    const QString words = console::ask(u"Recovery code: "_s, false);
    const base::Result<people::KeyPlace> done = desk::restore(file, words, place.profile, place.clock, place.keyStore);
    if (!done)
        return told(done.error());
    const QString key = *done == people::KeyPlace::Staff ? u"the passwords of the staff, as they were at the moment of the copy, open it"_s
        : *done == people::KeyPlace::SystemKeyStore      ? u"its key is in the key store of this desktop"_s
                                                         : u"its key lies in a plain file until somebody signs in at the hub"_s;
    return told(u"%1: a profile again, and whole; %2"_s.arg(place.profile, key));
}

}
