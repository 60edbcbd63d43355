#include "core/desk/auditbook.h"
#include "core/desk/retention.h"
#include "core/domain/retention.h"
#include "core/journal/audittrail.h"
#include "tests/core/desk/takein.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;

/// What is past its time is said first, and forgotten only when that is asked for.
class TestRetention : public QObject
{
    Q_OBJECT

private slots:
    void everyRuleSaysWhy()
    {
        int place = 0;
        for (const domain::RetentionRule &rule : domain::retentionTable()) {
            QCOMPARE(int(rule.what), place++);
            QVERIFY(rule.days >= 30 && qstrlen(rule.source) > 20 && qstrlen(rule.confidence) > 5);
        }
    }

    void oldThingsAreForgottenAndNothingElse()
    {
        Hall hall;
        const auto start = [&](int year) { hall.clock.set(QDateTime(QDate(year, 3, 5), QTime(9, 0))); };
        start(1990);
        const auto archived = filedAtOnce(hall, {LifeFact{CaseArchived{u"档案室"_s}}});
        const auto filed = filedAtOnce(hall); // never archived: stays
        desk::AuditBook audit(hall.profile->journal(), hall.clock, u"测试员"_s);
        QVERIFY(audit.note(desk::AuditAct::CaseSeen, u"旧"_s));
        const QString scan = hall.scans->keep(archived->file().id, "picture").value();
        start(2026);
        const auto draft = std::move(*hall.reception->open(newborn(hall)));
        QVERIFY(audit.note(desk::AuditAct::CaseSeen, u"新"_s));
        hall.clock.advance(200 * 86400);
        const auto recent = std::move(*hall.reception->open(newborn(hall)));
        const auto fresh = filedAtOnce(hall, {LifeFact{CaseArchived{u"档案室"_s}}});

        const auto past = desk::pastTime(*hall.profile, hall.profileFolder, hall.clock.now());
        QVERIFY(past.has_value());
        QCOMPARE(past->drafts, QStringList{draft->file().id});
        QCOMPARE(past->archived, QStringList{archived->file().id});
        QCOMPARE(past->months, QStringList{u"1990-03"_s});
        QVERIFY(past->unsent.isEmpty());
        QCOMPARE(hall.profile->journal().eventsOf(draft->file().id)->size(), 1); // a dry run changes nothing
        QCOMPARE(desk::pastTime(*hall.profile, hall.profileFolder, hall.clock.now())->months.size(), 1);

        QVERIFY(desk::forgetPast(*hall.profile, hall.profileFolder, *past, hall.clock).has_value());
        QVERIFY(!QDir(hall.profileFolder + u"/scans/"_s + archived->file().id).exists());
        for (const bool isReopened : {false, true}) {
            if (isReopened)
                hall.reopen();
            journal::Journal &journal = hall.profile->journal();
            for (const QString &id : {draft->file().id, archived->file().id}) {
                QVERIFY(journal.eventsOf(id)->isEmpty());
                QCOMPARE(journal.keyFor(id, "scans").error().kind, base::Error::Kind::Missing);
            }
            for (const QString &id : {filed->file().id, recent->file().id, fresh->file().id})
                QVERIFY(!journal.eventsOf(id)->isEmpty());
            QCOMPARE(journal.cases(false, 10)->size(), 3);
            QVERIFY(journal.verify().has_value()); // the chain is whole, what was forgotten is only counted
            QCOMPARE(journal.audit().verify().value(), 3);
        }
        desk::AuditBook again(hall.profile->journal(), hall.clock, u"测试员"_s);
        const auto lines = again.page(0, 10).value();
        QVERIFY(lines[0].act == desk::AuditAct::Forgotten && lines[0].words == u"1 + 1 + 1"_s);
        QVERIFY(lines[1].subject == u"新"_s && lines[2].isForgotten);
        QVERIFY(desk::pastTime(*hall.profile, hall.profileFolder, hall.clock.now())->archived.isEmpty());
    }
};

QTEST_MAIN(TestRetention)
#include "tst_retention.moc"
