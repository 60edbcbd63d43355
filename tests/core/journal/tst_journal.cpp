#include "tests/core/journal/world.h"

#include <QDirIterator>
#include <QTest>

using namespace Qt::StringLiterals;

class TestJournal : public QObject
{
    Q_OBJECT

private slots:
    void givesBackWhatWasWritten()
    {
        world::Profile profile;
        world::Clerk clerk(profile.clock);
        {
            auto journal = profile.open();
            REQUIRE_OK(journal);
            REQUIRE_OK(clerk.open(**journal));
            profile.clock.advance(60);
            REQUIRE_OK(clerk.enter(**journal, u"applicant-name"_s, u"𬭚·瀍"_s));
            REQUIRE_OK(clerk.record(**journal,
                                    {domain::VerdictGiven{u"id-card"_s, {domain::VerdictKind::OriginalSeen}},
                                     domain::VerdictGiven{u"photo"_s, {domain::VerdictKind::Missing}}}));
            QCOMPARE((*journal)->eventsOf(clerk.id()).value(), clerk.events);
        }
        auto journal = profile.open();
        REQUIRE_OK(journal);
        QCOMPARE((*journal)->eventsOf(clerk.id()).value(), clerk.events);
        QCOMPARE(world::replay(**journal, clerk.id()), clerk.file);
        QCOMPARE((*journal)->eventsOf(clerk.id())->constFirst().at.offsetFromUtc(), 8 * 3600);
        QCOMPARE((*journal)->caseWithNumber(clerk.file.number).value(), std::optional(clerk.id()));
        QCOMPARE((*journal)->verify().value(), qint64(clerk.events.size()));
        QVERIFY((*journal)->setAside().isEmpty());
    }

    /// Back through the events in slices: each case of the wanted kind once a slice, nothing older than asked for.
    void casesByAnActOfLate()
    {
        world::Profile profile;
        auto journal = profile.open();
        REQUIRE_OK(journal);
        const QString type = domain::typeName(domain::FieldEntered{});
        world::Clerk old(profile.clock);
        REQUIRE_OK(old.open(**journal));
        REQUIRE_OK(old.enter(**journal, u"applicant-name"_s, u"张三"_s));
        profile.clock.advance(24 * 3600);
        const QDateTime since = profile.clock.now();
        world::Clerk other(profile.clock);
        REQUIRE_OK(other.open(**journal));
        world::Clerk clerk(profile.clock);
        REQUIRE_OK(clerk.open(**journal));
        for (const QString &name : {u"李四"_s, u"王五"_s})
            REQUIRE_OK(clerk.enter(**journal, u"applicant-name"_s, name));
        for (const int most : {1, 2, 3, 100}) {
            QStringList found;
            qint64 before = 0;
            int slices = 0;
            do {
                const auto trail = (*journal)->casesWith(type, since, before, most);
                REQUIRE_OK(trail);
                found += trail->cases;
                before = trail->next;
                QVERIFY(++slices < 20);
            } while (before != 0);
            found.removeDuplicates();
            QCOMPARE(found, QStringList{clerk.id()});
        }
    }

    void knowsNothingOfAnUnknownCase()
    {
        world::Profile profile;
        auto journal = profile.open();
        REQUIRE_OK(journal);
        QCOMPARE((*journal)->eventsOf(u"nobody"_s).value(), QList<domain::Event>());
        QCOMPARE((*journal)->caseWithNumber(u"411202001A1202611210001K"_s).value(), std::nullopt);
        QCOMPARE((*journal)->cases(false, 10)->size(), 0);
        QCOMPARE((*journal)->verify().value(), 0);
    }

    void noEventsIsNoWrite()
    {
        world::Profile profile;
        auto journal = profile.open();
        REQUIRE_OK(journal);
        domain::Case file;
        file.id = u"c1"_s;
        REQUIRE_OK((*journal)->append(u"c1"_s, {}, file));
        QCOMPARE((*journal)->cases(false, 10)->size(), 0);
    }

    void listsTheNewestFirst()
    {
        world::Profile profile;
        auto journal = profile.open();
        REQUIRE_OK(journal);
        world::Clerk first(profile.clock), second(profile.clock), third(profile.clock);
        for (world::Clerk *clerk : {&first, &second, &third}) {
            REQUIRE_OK(clerk->open(**journal));
            profile.clock.advance(60);
        }
        REQUIRE_OK(third.record(**journal, {domain::CaseFiled{profile.clock.now().addSecs(7200)}}));
        profile.clock.advance(60);
        REQUIRE_OK(first.enter(**journal, u"applicant-name"_s, u"赵钱孙"_s));
        REQUIRE_OK(first.record(**journal, {domain::NoticeIssued{}}));

        QCOMPARE(ids((*journal)->cases(false, 10)), (QStringList{first.id(), third.id(), second.id()}));
        QCOMPARE(ids((*journal)->cases(false, 2)), (QStringList{first.id(), third.id()}));
        QCOMPARE(ids((*journal)->cases(true, 10)), (QStringList{first.id(), second.id()}));
        QCOMPARE(ids((*journal)->cases(true, -1)), QStringList());

        const journal::CaseRow row = (*journal)->cases(false, 1)->constFirst();
        QCOMPARE(row.number, first.file.number);
        QCOMPARE(row.guide, first.file.guide);
        QCOMPARE(row.stage, domain::Stage::Intake);
        QCOMPARE(row.notices, 1);
        QCOMPARE(row.openedAt, first.file.openedAt);
        QCOMPARE(row.changedAt, first.file.changedAt);
        QCOMPARE(row.applicant, u"赵钱孙"_s);
        QCOMPARE((*journal)->cases(false, 2)->constLast().stage, domain::Stage::Filed);
    }

    void numbersOfADayAreNeverGivenTwice()
    {
        world::Profile profile;
        const QDate today = profile.clock.now().date();
        world::Clerk first(profile.clock), second(profile.clock), tomorrow(profile.clock);
        {
            auto journal = profile.open();
            REQUIRE_OK(journal);
            QCOMPARE((*journal)->nextSerial(today).value(), 1);
            REQUIRE_OK(first.open(**journal));
            QCOMPARE((*journal)->nextSerial(today).value(), 2);
            QCOMPARE((*journal)->nextSerial(today.addDays(1)).value(), 1);
        }
        auto journal = profile.open();
        REQUIRE_OK(journal);
        REQUIRE_OK(second.open(**journal));
        QCOMPARE((*journal)->nextSerial(today).value(), 3);
        REQUIRE_OK((*journal)->rebuildProjections());
        QCOMPARE((*journal)->nextSerial(today).value(), 3);
        profile.clock.advance(24 * 3600);
        REQUIRE_OK(tomorrow.open(**journal));
        QCOMPARE((*journal)->nextSerial(today).value(), 3);

        // A second case under a number that was given already is not written at all.
        world::Clerk thief(profile.clock);
        const auto taken
            = thief.record(**journal, {domain::CaseOpened{thief.id(), first.file.number, first.file.guide}});
        QCOMPARE(taken.error().kind, base::Error::Kind::Storage);
        QCOMPARE((*journal)->eventsOf(thief.id()).value(), QList<domain::Event>());
        QCOMPARE((*journal)->verify().value(), 3);
    }

    void rebuiltListsAreTheSame()
    {
        world::Profile profile;
        auto journal = profile.open();
        REQUIRE_OK(journal);
        QList<world::Clerk> clerks;
        for (int i = 0; i < 5; ++i) {
            world::Clerk clerk(profile.clock);
            REQUIRE_OK(clerk.open(**journal));
            REQUIRE_OK(clerk.enter(**journal, u"applicant-name"_s, u"申请人%1"_s.arg(i)));
            profile.clock.advance(60);
            clerks.append(clerk);
        }
        REQUIRE_OK(clerks[1].record(**journal, {domain::CaseAbandoned{u"当事人离开"_s}}));
        REQUIRE_OK(clerks[3].record(**journal, {domain::UnknownFact{u"case.merged"_s, {}}}));
        const auto before = lines((*journal)->cases(false, 100));
        REQUIRE_OK((*journal)->rebuildProjections());
        QCOMPARE(lines((*journal)->cases(false, 100)), before);
        for (const world::Clerk &clerk : clerks)
            QCOMPARE((*journal)->caseWithNumber(clerk.file.number).value(), std::optional(clerk.id()));
        QCOMPARE((*journal)->verify().value(), 12);
        profile.clock.advance(60);
        REQUIRE_OK(clerks[0].enter(**journal, u"applicant-name"_s, u"改名"_s));
        QCOMPARE((*journal)->cases(false, 1)->constFirst().applicant, u"改名"_s);
    }

    void saysHowOftenAMatterWasOpened()
    {
        world::Profile profile;
        auto journal = profile.open();
        REQUIRE_OK(journal);
        QCOMPARE((*journal)->mattersUsed().value(), QList<journal::MatterUse>());
        const auto open = [&](const QString &version, const QString &matter) {
            world::Clerk clerk(profile.clock);
            REQUIRE_OK(clerk.record(**journal, {domain::CaseOpened{clerk.id(),
                                                                   world::freshNumber(**journal, QDate(2026, 11, 21)),
                                                                   {u"city"_s, version, matter}}}));
            REQUIRE_OK(clerk.enter(**journal, u"applicant-name"_s, u"甲"_s));
        };
        open(u"1"_s, u"newborn"_s);
        open(u"1"_s, u"school"_s);
        open(u"2"_s, u"newborn"_s);
        const QList<journal::MatterUse> uses{{u"city"_s, u"newborn"_s, 2}, {u"city"_s, u"school"_s, 1}};
        QCOMPARE((*journal)->mattersUsed().value(), uses);
        REQUIRE_OK((*journal)->rebuildProjections());
        QCOMPARE((*journal)->mattersUsed().value(), uses);
        journal->reset();
        QCOMPARE((*profile.open())->mattersUsed().value(), uses);
    }

    void oneProgramAtATime()
    {
        world::Profile profile;
        auto journal = profile.open();
        REQUIRE_OK(journal);
        QCOMPARE(profile.open().error().kind, base::Error::Kind::Busy);
        journal->reset();
        REQUIRE_OK(profile.open());
    }

    /// The whole point of the seals: whoever gets the disk learns no name, number or telephone from it.
    void noPersonDataLiesInThePlain()
    {
        world::Profile profile;
        auto journal = profile.open();
        REQUIRE_OK(journal);
        world::Clerk clerk(profile.clock);
        const QStringList secrets{u"欧阳测试君"_s, u"411202199001011234"_s, u"13900001234"_s, u"窗口人员甲"_s,
                                  u"户口簿照片模糊"_s};
        REQUIRE_OK(clerk.open(**journal));
        REQUIRE_OK(clerk.enter(**journal, u"applicant-name"_s, secrets[0]));
        REQUIRE_OK(clerk.enter(**journal, u"applicant-id"_s, secrets[1]));
        REQUIRE_OK(clerk.enter(**journal, u"applicant-phone"_s, secrets[2]));
        domain::Verdict gap{domain::VerdictKind::NotConforming};
        gap.reason = secrets[4];
        REQUIRE_OK(clerk.record(**journal, {domain::VerdictGiven{u"household"_s, gap}}));
        REQUIRE_OK((*journal)->rebuildProjections());
        QVERIFY(QFileInfo(profile.folder + u"/journal.db-wal"_s).size() > 0);
        searchForAll(profile.folder, secrets);
        journal->reset();
        searchForAll(profile.folder, secrets);
        QCOMPARE(QFile::permissions(profile.folder + u"/journal.db"_s) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
    }

    /// A search must be able to find: the number of the case is not secret and lies in the plain.
    void theSearchForPlainTextWorks()
    {
        world::Profile profile;
        auto journal = profile.open();
        REQUIRE_OK(journal);
        world::Clerk clerk(profile.clock);
        REQUIRE_OK(clerk.open(**journal));
        QVERIFY(!filesWith(profile.folder, clerk.file.number.toUtf8()).isEmpty());
    }

private:
    static QStringList ids(const base::Result<QList<journal::CaseRow>> &rows)
    {
        QStringList list;
        for (const journal::CaseRow &row : rows.value())
            list << row.id;
        return list;
    }
    static QStringList lines(const base::Result<QList<journal::CaseRow>> &rows)
    {
        QStringList list;
        for (const journal::CaseRow &row : rows.value()) {
            list << QStringList{row.id,
                                row.number,
                                row.guide.matter,
                                QString::number(int(row.stage)),
                                QString::number(row.notices),
                                row.openedAt.toUTC().toString(Qt::ISODateWithMs),
                                row.changedAt.toUTC().toString(Qt::ISODateWithMs),
                                row.applicant}
                        .join(u' ');
        }
        list.sort(); // cases changed in the same millisecond have no order of their own
        return list;
    }
    static QStringList filesWith(const QString &folder, const QByteArray &bytes)
    {
        QStringList found;
        QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes))
                found << file.fileName();
        }
        return found;
    }
    static void searchForAll(const QString &folder, const QStringList &secrets)
    {
        for (const QString &secret : secrets) {
            const QByteArray utf16(reinterpret_cast<const char *>(secret.utf16()), secret.size() * 2);
            QByteArray swapped = utf16;
            for (qsizetype i = 0; i < swapped.size(); i += 2)
                std::swap(swapped[i], swapped[i + 1]);
            for (const QByteArray &bytes :
                 {secret.toUtf8(), utf16, swapped, secret.toUtf8().toHex(), secret.toUtf8().toBase64()})
                QCOMPARE(filesWith(folder, bytes), QStringList());
        }
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
