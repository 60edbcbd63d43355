#include "core/domain/decide.h"
#include "core/domain/prefillcode.h"
#include "core/guides/hallclocks.h"
#include "core/hub/ownfacts.h"
#include "core/hub/pictures.h"
#include "core/offices/applications.h"
#include "tests/app/hub/store/storetest.h"
#include "tests/core/offices/applicant.h"
#include "tests/core/offices/filedcase.h"

using namespace hubworld;
using offices::Applications;
using offices::ApplicationSheet;
using Stand = offices::ApplicationStand;

namespace {

/// Takes what comes for a picture of its own, but for the word "bad".
class PlainReader final : public offices::UploadReader
{
public:
    offices::Upload read(const QByteArray &bytes, int mostPages) override
    {
        if (bytes == "bad" || mostPages < 1)
            return {{}, u"打不开。"_s};
        return {{{u"jpeg"_s, "drawn anew: " + bytes}}, {}};
    }
};

/// What is behind the pages.
struct Office {
    explicit Office(Hub &center)
        : guides(center.engine, qEnvironmentVariable("YICHUANG_SOURCE") + u"/resources/pinyin/readings.tsv"_s), cases(center.engine), rules(guides::clocksOf(*base::readSettings({}),
                                                                                  {qEnvironmentVariable("YICHUANG_SOURCE") + u"/resources/calendars"_s})->rules),
          applications({center.engine, guides, cases, rules, reader})
    {
    }
    offices::GuideStand guides;
    offices::HubCases cases;
    domain::ClockRules rules;
    PlainReader reader;
    Applications applications;

    QByteArray begin(const QByteArray &network = "203.0.113.7")
    {
        return applications.begin(network, {filed::pack().id, filed::pack().version, u"newborn"_s}, u"hubin"_s, {})->secret;
    }
    ApplicationSheet look(const QByteArray &secret)
    {
        const auto sheet = applications.look(secret);
        if (!sheet || !*sheet)
            qFatal("no application: %s", sheet ? "not found" : qPrintable(sheet.error().detail));
        return **sheet;
    }
    /// All that is needed, as somebody types it.
    void fillOut(const QByteArray &secret)
    {
        using Why = domain::Refusal::Why;
        for (int round = 0; round < 40; ++round) {
            const ApplicationSheet sheet = look(secret);
            if (sheet.open.isEmpty())
                return;
            offices::Choices choices = sheet.draft.choices;
            QMap<QString, QString> typed;
            for (const domain::Refusal &open : sheet.open) {
                if (open.why == Why::SituationOpen)
                    choices.answers.insert(open.id, applicant::answerOf(*sheet.guide.matter.situation(open.id)));
                else if (open.why == Why::PathOpen)
                    choices.paths.insert(open.id, sheet.plan.item(open.id)->paths.constFirst().id);
                else if (open.why == Why::FieldMissing)
                    typed.insert(open.id, applicant::valueOf(sheet.guide.fields[open.id]));
            }
            if (applications.choose(secret, choices)->size() + applications.fill(secret, typed)->size() > 0)
                qFatal("not filled out");
        }
        qFatal("something stays open");
    }
};

QStringList typesIn(const QList<wire::Entry> &entries)
{
    QStringList types;
    for (const QByteArray &bytes : bytesOf(entries)) {
        if (const auto envelope = journal::readEnvelope(bytes))
            types << domain::typeName(envelope->event.fact);
    }
    return types;
}

}

/// Applying over the pages: from the draft to the case that a window has; in both stores.
class TestApplications : public StoreTest
{
    Q_OBJECT

private slots:
    /// Nobody has the case before it is handed in; then the hall has it whole, with its pictures, and the draft is empty.
    void aDraftBecomesACase()
    {
        Window window = hall();
        Office office(*center);
        const QByteArray secret = office.begin();
        QVERIFY(secret.size() > 40);
        QVERIFY(!office.applications.submit(secret)->isEmpty()); // nothing was filled in
        office.fillOut(secret);
        const QString material = office.look(secret).plan.materials.constFirst().material.id;
        QVERIFY(office.applications.attach(secret, material, "one")->isEmpty());
        QVERIFY(window.pullAll().isEmpty());
        QVERIFY2(office.applications.submit(secret)->isEmpty(), "submitted");

        const ApplicationSheet sheet = office.look(secret);
        QCOMPARE(sheet.stand, Stand::Reviewing);
        QCOMPARE(sheet.review.due, center->clock.now().addSecs(2 * 3600));
        QVERIFY(sheet.draft.fields.isEmpty() && sheet.draft.pictures.isEmpty());
        QVERIFY(sheet.file.number.startsWith(u"411202000"_s));
        QCOMPARE(sheet.file.life.scans.size(), 1);
        QCOMPARE(sheet.file.life.scans.constFirst().material, material);
        const auto picture = hub::Pictures(center->engine).readWhole(sheet.file.id, sheet.file.life.scans.constFirst().scan);
        QVERIFY(picture && *picture == "drawn anew: one");
        const QStringList types = typesIn(window.pullAll());
        QCOMPARE(types.constFirst(), u"case.opened"_s);
        QCOMPARE(types.constLast(), u"application.submitted"_s);
        QVERIFY(!office.applications.submit(secret)->isEmpty()); // not twice
        QVERIFY(!office.applications.fill(secret, {{u"applicant-name"_s, u"别人"_s}})->isEmpty());
        QVERIFY(!office.applications.discard(secret)->isEmpty());
    }

    /// After the one-time notice pictures and corrections go into the same case, which then waits again.
    void aNoticeIsAnswered()
    {
        Window window = hall();
        Office office(*center);
        const QByteArray secret = office.begin();
        office.fillOut(secret);
        QVERIFY(office.applications.submit(secret)->isEmpty());
        const ApplicationSheet first = office.look(secret);
        QVERIFY(hub::appendOwn(center->engine, first.file.id, u"窗口人员甲"_s, [&](const domain::Case &file) -> base::Result<QList<domain::Fact>> {
            QList<domain::Command> commands;
            for (const domain::Plan::MaterialLine &line : first.plan.materials)
                commands << domain::GiveVerdict{line.material.id, {.kind = domain::VerdictKind::Missing}};
            return offices::carriedOut(file, commands << domain::IssueNotice{}, first.guide, office.rules, center->clock.now()).facts;
        }));
        QCOMPARE(office.look(secret).stand, Stand::ToSupplement);
        const auto nothing = office.applications.submit(secret);
        QVERIFY2(nothing, nothing ? "" : qPrintable(nothing.error().detail));
        QCOMPARE(nothing->size(), 1);
        QVERIFY(nothing->constFirst().contains(u"还没有补充"_s));
        const QString material = first.plan.materials.constFirst().material.id;
        QVERIFY(office.applications.attach(secret, material, "two")->isEmpty());
        QVERIFY(office.applications.fill(secret, {{u"applicant-phone"_s, u"13900139000"_s}})->isEmpty());
        QVERIFY2(!office.applications.choose(secret, {})->isEmpty(), "what was chosen stays");
        QVERIFY(office.applications.submit(secret)->isEmpty());
        const ApplicationSheet again = office.look(secret);
        QCOMPARE(again.stand, Stand::Reviewing);
        QCOMPARE(again.file.id, first.file.id);
        QCOMPARE(again.file.fields.value(u"applicant-phone"_s), u"13900139000"_s);
        QCOMPARE(again.file.life.scans.size(), 1);
    }

    void whatIsWrongIsSaidAndKept_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<domain::FieldFault>("fault");
        QTest::newRow("check digit") << u"applicant-id"_s << u"110105194912310021"_s << domain::FieldFault::WrongCheckDigit;
        QTest::newRow("a name of markup") << u"applicant-name"_s << u"<script>alert(1)</script>"_s << domain::FieldFault::Malformed;
        QTest::newRow("SQL") << u"applicant-phone"_s << u"'; DROP TABLE application;--"_s << domain::FieldFault::Malformed;
        QTest::newRow("endless") << u"applicant-name"_s << QString(100'000, u'字') << domain::FieldFault::None;
        QTest::newRow("empty") << u"applicant-name"_s << u" \t "_s << domain::FieldFault::Missing;
    }
    void whatIsWrongIsSaidAndKept()
    {
        QFETCH(QString, field);
        QFETCH(QString, typed);
        QFETCH(domain::FieldFault, fault);
        const Window window = hall();
        Office office(*center);
        const QByteArray secret = office.begin();
        office.fillOut(secret);
        QVERIFY(office.applications.fill(secret, {{field, typed}, {u"no-such-field"_s, u"x"_s}})->isEmpty());
        const ApplicationSheet sheet = office.look(secret);
        QCOMPARE(sheet.plan.field(field)->fault, fault);
        QVERIFY(sheet.plan.field(field)->value.size() <= 200);
        QVERIFY(!sheet.draft.fields.contains(u"no-such-field"_s));
        QCOMPARE(office.applications.submit(secret)->isEmpty(), fault == domain::FieldFault::None);
    }

    /// Only the secret and the code for another device lead to it; the code gives a new secret, and the old one is worth nothing.
    void nobodyElseFindsIt()
    {
        const Window window = hall();
        Office office(*center);
        const QByteArray secret = office.begin();
        const QString code = office.look(secret).draft.resumeCode;
        for (const QByteArray &guess : {QByteArray(), QByteArray("x"), secret.chopped(1), secret.toUpper(), QByteArray("' OR 1=1 --")}) {
            const auto found = office.applications.look(guess);
            QVERIFY2(found && !*found, guess);
        }
        for (const QString &guess : {QString(), code.chopped(1), code.toLower() + u'2', QString(12, u'2')})
            QVERIFY2(office.applications.resume(guess)->isEmpty(), qPrintable(guess));
        const QByteArray next = *office.applications.resume(offices::groupedResumeCode(code).toLower());
        QVERIFY(!next.isEmpty() && next != secret);
        QVERIFY(!*office.applications.look(secret));
        QCOMPARE(office.look(next).draft.resumeCode, code);
    }

    void itExpires()
    {
        const Window window = hall();
        Office office(*center);
        const QByteArray secret = office.begin();
        center->clock.time = center->clock.time.addDays(6);
        QVERIFY(office.applications.choose(secret, {})->isEmpty()); // counts anew from here
        center->clock.time = center->clock.time.addDays(Applications::daysOpen).addSecs(-1);
        QCOMPARE(*office.applications.sweep(), 0);
        QVERIFY(*office.applications.look(secret));
        const QString code = office.look(secret).draft.resumeCode;
        center->clock.time = center->clock.time.addSecs(1);
        QVERIFY(!*office.applications.look(secret));
        QVERIFY(office.applications.resume(code)->isEmpty());
        QCOMPARE(*office.applications.sweep(), 1);
    }

    void limits()
    {
        const Window window = hall();
        Office office(*center);
        const QByteArray secret = office.begin();
        const QString material = office.look(secret).plan.materials.value(0).material.id;
        QVERIFY(office.applications.attach(secret, u"no-such-material"_s, "x")->constFirst().contains(u"清单里没有"_s));
        QCOMPARE(*office.applications.attach(secret, material, "bad"), QStringList{u"打不开。"_s});
        for (int i = 0; i < Applications::mostPictures; ++i)
            QVERIFY(office.applications.attach(secret, material, QByteArray::number(i))->isEmpty());
        QVERIFY(office.applications.attach(secret, material, "more")->constFirst().contains(u"最多"_s));
        const qint64 first = office.look(secret).draft.pictures.constFirst().id;
        QVERIFY(office.applications.detach(secret, first)->isEmpty());
        QVERIFY(!*office.applications.picture(secret, first));
        QVERIFY(office.applications.attach(secret, material, "1")->constFirst().contains(u"已经上传过"_s));
        // Somebody else's picture is no picture.
        const QByteArray other = office.begin();
        const qint64 second = office.look(secret).draft.pictures.constFirst().id;
        QVERIFY(*office.applications.picture(secret, second));
        QVERIFY(!*office.applications.picture(other, second));
        QVERIFY(!office.applications.detach(other, second)->isEmpty());

        for (int i = 2; i < Applications::mostOpenOfNetwork; ++i)
            QVERIFY(!office.begin().isEmpty());
        QVERIFY(office.begin().isEmpty());
        QVERIFY(!office.begin("198.51.100.1").isEmpty());
        QVERIFY(office.applications.discard(secret)->isEmpty());
        QVERIFY(!office.begin().isEmpty());
    }

    void onlyWhatIsOfferedCanBeBegun_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("matter");
        QTest::addColumn<QString>("hall");
        QTest::newRow("another hall") << filed::pack().version << u"newborn"_s << u"nowhere"_s;
        QTest::newRow("no hall") << filed::pack().version << u"newborn"_s << QString();
        QTest::newRow("no matter") << filed::pack().version << u"nothing"_s << u"hubin"_s;
        QTest::newRow("no version") << u"1999.1.1"_s << u"newborn"_s << u"hubin"_s;
    }
    void onlyWhatIsOfferedCanBeBegun()
    {
        QFETCH(QString, version);
        QFETCH(QString, matter);
        QFETCH(QString, hall);
        const Window window = this->hall();
        Office office(*center);
        const auto begun = office.applications.begin("203.0.113.7", {filed::pack().id, version, matter}, hall, {});
        QVERIFY(begun && begun->secret.isEmpty() && !begun->against.isEmpty());
    }

    /// A window fetches what was filled in, once; the same one may ask again, another gets nothing.
    void aWindowFetchesIt()
    {
        Window window = hall();
        Office office(*center);
        Window other(*center, u"002"_s, u"B2"_s);
        REQUIRE_ANSWER(other.enrol(u"hubin"_s));
        const hub::Device device = deviceOf(window), stranger = deviceOf(other);
        const QByteArray secret = office.begin();
        QVERIFY(office.applications.fill(secret, {{u"applicant-name"_s, u"测试·样例"_s}})->isEmpty());
        QVERIFY(office.applications.askForWindowCode(secret)->isEmpty());
        const QString code = office.look(secret).draft.windowCode;
        QCOMPARE(domain::readPrefillCode(domain::groupedPrefillCode(code)), std::optional(code));
        QCOMPARE(domain::readPrefillCode(domain::prefillText(code).toLower()), std::optional(code));
        using Why = Applications::Fetched::Why;
        QCOMPARE(office.applications.fetch(device, u"0000000000"_s)->why, Why::Unknown);
        const auto fetched = office.applications.fetch(device, code);
        QVERIFY(fetched && fetched->why == Why::None && !fetched->caseUuid.isEmpty() && !fetched->number.isEmpty());
        QCOMPARE(office.applications.fetch(device, code)->caseUuid, fetched->caseUuid);
        QCOMPARE(office.applications.fetch(stranger, code)->why, Why::UsedElsewhere);
        const ApplicationSheet sheet = office.look(secret);
        QCOMPARE(sheet.stand, Stand::AtWindow);
        QCOMPARE(sheet.file.fields.value(u"applicant-name"_s), u"测试·样例"_s);
        QVERIFY(!sheet.file.life.awaitsReview);
        QVERIFY(!typesIn(window.pullAll()).contains(u"application.submitted"_s));
        QVERIFY(!office.applications.submit(secret)->isEmpty());
    }

    /// Nothing of a draft can be read in the files of the store.
    void nothingLiesOpen()
    {
        if (isServer())
            QSKIP("the files are the server's");
        const Window window = hall();
        Office office(*center);
        const QByteArray secret = office.begin();
        office.fillOut(secret);
        QVERIFY(office.applications.attach(secret, office.look(secret).plan.materials.constFirst().material.id, "secret picture")->isEmpty());
        for (const QString &name : {u"hub.db"_s, u"hub.db-wal"_s}) {
            QFile file(room->folder() + u'/' + name);
            QVERIFY(file.open(QFile::ReadOnly));
            const QByteArray bytes = file.readAll();
            for (const QByteArray &word : {QByteArray("11010519491231002X"), QByteArray("测试·样例"), QByteArray("secret picture"), secret,
                                           office.look(secret).draft.resumeCode.toLatin1()})
                QVERIFY2(!bytes.contains(word), word);
        }
    }

private:
    Window hall()
    {
        center->clock.time = QDateTime(QDate(2026, 11, 23), QTime(9, 30), Qt::OffsetFromUTC, 8 * 3600); // a Monday
        filed::publishGuides(center->engine);
        Window window(*center);
        if (!window.enrol(u"hubin"_s))
            qFatal("not enrolled");
        return window;
    }
    hub::Device deviceOf(const Window &window)
    {
        return **hub::within(*center->store, hub::Store::For::Reading,
                             [&](hub::Transaction &rows) { return rows.devices().device(window.writer.device); });
    }
};

QTEST_GUILESS_MAIN(TestApplications)
#include "tst_applications.moc"
