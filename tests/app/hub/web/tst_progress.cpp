#include "core/domain/caseclocks.h"
#include "core/domain/casenumber.h"
#include "core/domain/codes.h"
#include "core/offices/accounts.h"
#include "core/offices/licenceissuing.h"
#include "core/offices/postbox.h"
#include "core/offices/progressdesk.h"
#include "tests/app/hub/web/citizen.h"

#include <QTest>

using namespace Qt::StringLiterals;
using hub::Response;
using offices::ItemProgress;
using Stand = ItemProgress::Stand;

namespace {

const QString identity = u"41120219900307123X"_s; // synthetic
const QString eLicence = u"1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0"_s;

QByteArray formOf(const QString &number, const QByteArray &last4)
{
    return "number=" + number.toLatin1() + "&last4=" + last4;
}

}

/// Where a case stands, for its applicant and for nobody else.
class TestProgress final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_room = std::make_unique<hubworld::Room>(hubworld::Kind::Sqlite);
        m_world = std::make_unique<CitizenWorld>(*m_room);
        m_number = m_world->fileCase(fitting());
        m_stand = std::make_unique<offices::GuideStand>(m_world->center.engine, base::dataFolder() + u"/pinyin/readings.tsv"_s);
        m_cases = std::make_unique<offices::HubCases>(m_world->center.engine);
        m_desk = std::make_unique<offices::ProgressDesk>(
            offices::ProgressDesk::Needs{m_world->center.engine, *m_cases, *m_stand, m_world->rules});
    }
    void cleanup()
    {
        m_desk.reset();
        m_cases.reset();
        m_stand.reset();
        m_world.reset();
        m_room.reset();
    }

    /// What was granted gets its e-licence from the issuing system; whoever has the receipt fetches it, and nobody else.
    void anELicence()
    {
        const QString item = u"vaccination-record"_s;
        m_world->must(domain::LifeCommand(domain::CompleteScans{1}));
        m_world->must(domain::LifeCommand(domain::PushToDepartments{}));
        m_world->must(domain::LifeCommand(domain::AcceptItem{item, {}, false}));
        m_world->must(domain::LifeCommand(domain::DecideItem{item, {.granted = true, .certificate = u"Z-1"_s, .physical = false}}));
        m_world->send();
        offices::ItemRouting routing(m_world->center.engine, *m_stand, *m_cases);
        offices::Postbox postbox(
            {.engine = m_world->center.engine, .guides = *m_stand, .cases = *m_cases, .routing = routing, .asksForLicences = true});
        QVERIFY(postbox.sort());
        const offices::LicenceIssuing licences({m_world->center.engine, *m_stand, *m_cases});
        using Result = wire::IssueAnswer::Result;
        const QByteArray pdf = "%PDF-1.7 an e-licence";
        const QList<wire::IssueAnswer> answers{{.result = Result::Unreachable, .why = u"not there"_s},
                                               {.result = Result::Pending},
                                               {.result = Result::Issued, .code = u"1.2.3"_s, .kind = u"pdf"_s, .document = pdf},
                                               {.result = Result::Issued, .code = eLicence, .kind = u"pdf"_s, .document = pdf}};
        const QString code = m_world->code();
        for (const wire::IssueAnswer &answer : answers) {
            QVERIFY(!m_world->get(u"/c/"_s + code).body.contains("/licence/"));
            const auto errand = licences.next();
            QVERIFY(errand && *errand);
            QCOMPARE((*errand)->wish.holderNumber, fitting());
            QCOMPARE((*errand)->wish.certificate, u"Z-1"_s);
            QVERIFY(!*licences.next()); // it is being asked
            QVERIFY(licences.settle(**errand, answer));
            m_world->center.clock.time = m_world->center.clock.time.addSecs(60);
        }
        QVERIFY(!*licences.next());
        const QString path = u"/c/%1/licence/%2"_s.arg(code, item);
        const QByteArray page = m_world->get(u"/c/"_s + code).body;
        QVERIFY2(page.contains("下载电子证照（PDF）") && page.contains(path.toUtf8()) && page.contains(eLicence.toUtf8()), page);
        QVERIFY(!m_world->post("/progress", formOf(m_number, fitting().right(4).toLatin1())).body.contains("/licence/"));
        const Response fetched = m_world->get(path);
        QVERIFY(fetched.status == 200 && fetched.type == "application/pdf" && fetched.body == pdf);
        QVERIFY(fetched.headers.value("Content-Disposition").startsWith("attachment"));
        QVERIFY(fetched.headers.value("Cache-Control").contains("no-store"));
        QString changed = code;
        changed.back() = changed.back() == u'A' ? u'B' : u'A';
        for (const QString &wrong : {u"/c/%1/licence/%2"_s.arg(m_number, item), u"/c/%1/licence/%2"_s.arg(changed, item),
                                     u"/c/%1/licence/none"_s.arg(code), u"/c/%1/licence/..%2fx"_s.arg(code)})
            QCOMPARE(m_world->get(wrong).status, 404);
        const auto book = offices::Accounts(m_world->center.engine, offices::PasswordCost::least()).book(10);
        QVERIFY(std::ranges::count(*book, u"progress-seen"_s, &hub::AuditLine::act) > 0);
        QCOMPARE(std::ranges::count(*book, u"licence-fetched"_s, &hub::AuditLine::act), 1);
    }

    /// Only what an enrolled window signed of a case that is there opens it.
    void codes_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<bool>("opens");
        QTest::newRow("the receipt's") << u"as printed"_s << true;
        QTest::newRow("in small letters") << u"small"_s << true;
        QTest::newRow("of another paper of the case") << u"acceptance"_s << true;
        QTest::newRow("a letter changed") << u"changed"_s << false;
        QTest::newRow("cut off") << u"cut"_s << false;
        QTest::newRow("of another case") << u"moved"_s << false;
        QTest::newRow("signed by somebody else") << u"forged"_s << false;
        QTest::newRow("of a case that is not here") << u"unknown"_s << false;
        QTest::newRow("of a window that was revoked") << u"revoked"_s << false;
        QTest::newRow("without a stamp") << u"bare"_s << false;
        QTest::newRow("nonsense") << u"nonsense"_s << false;
    }
    void codes()
    {
        QFETCH(QString, how);
        const QString printed = m_world->code();
        QString code = printed;
        const people::WindowKey stranger = people::WindowKey::fromSeed(base::Secret(QByteArray(32, 'x')));
        if (how == u"small"_s)
            code = printed.toLower();
        else if (how == u"acceptance"_s)
            code = m_world->code(domain::PaperKind::AcceptanceNotice);
        else if (how == u"changed"_s)
            code[code.size() - 20] = code[code.size() - 20] == u'A' ? u'B' : u'A';
        else if (how == u"cut"_s)
            code.chop(14);
        else if (how == u"moved"_s)
            code = m_world->fileCase(fitting()) + printed.mid(24);
        else if (how == u"forged"_s)
            code = m_world->code(domain::PaperKind::FilingReceipt, &stranger);
        else if (how == u"unknown"_s)
            m_world->openCase(), code = m_world->code(); // and never sent
        else if (how == u"revoked"_s)
            QVERIFY(m_world->center.office().revoke(m_world->window.writer.device).has_value());
        else if (how == u"bare"_s)
            code = m_number;
        else if (how == u"nonsense"_s)
            code = u"..%2F.'--"_s;
        const auto shown = m_desk->byCode(code);
        QVERIFY2(shown.has_value(), shown ? "" : qPrintable(shown.error().detail));
        QTEST(shown->has_value(), "opens");
        if (*shown)
            QCOMPARE((*shown)->progress.number, m_number);
    }

    void identities_data()
    {
        QTest::addColumn<QString>("lastFour");
        QTest::addColumn<bool>("opens");
        const QString fits = fitting();
        QTest::newRow("the applicant's") << fits.right(4) << true;
        QTest::newRow("in small letters") << fits.right(4).toLower() << true;
        QTest::newRow("full width") << u"１２"_s + fits.right(2) << (fits.mid(14, 2) == u"12"_s);
        QTest::newRow("of the other parent") << u"002X"_s << false;
        QTest::newRow("too few") << fits.right(3) << false;
        QTest::newRow("too many") << fits.right(5) << false;
        QTest::newRow("none") << QString() << false;
        QTest::newRow("others") << u"0000"_s << false;
    }
    void identities()
    {
        QFETCH(QString, lastFour);
        const auto seen = [&] {
            return offices::Accounts(m_world->center.engine, offices::PasswordCost::least()).book(500, {.account = {}, .act = u"progress-seen"_s, .subject = m_number})->size();
        };
        const qsizetype before = seen();
        QTEST(m_desk->byIdentity(m_number, lastFour)->has_value(), "opens");
        QTEST(seen() > before, "opens"); // every look that showed something is in the book, and no other
        QTEST(m_desk->byIdentity(domain::groupedNumber(m_number), lastFour)->has_value(), "opens");
        const QString unknown = domain::CaseNumber{u"411202"_s, u"001"_s, u"A1"_s, QDate(2026, 11, 23), 4711}.text();
        QVERIFY(!m_desk->byIdentity(unknown, lastFour)->has_value());
    }

    /// One item from the receipt to the hand-over, with the days that the window reckons too.
    void anItemGoesItsWay()
    {
        const QString item = u"vaccination-record"_s;
        const auto stand = [&] { return itemOf(item); };
        QCOMPARE(stand().stand, Stand::Waiting);
        QCOMPARE(stand().due, QDate(2026, 11, 24)); // one working day
        QCOMPARE(stand().daysLeft, 1);
        m_world->must(domain::ChooseCollection{{.together = false, .way = domain::Collection::Window}});
        m_world->must(domain::CompleteScans{1});
        m_world->must(domain::PushToDepartments{});
        m_world->must(domain::HandOverPaper{u"牵头部门收件人"_s});
        m_world->must(domain::AcceptItem{u"social-security-card"_s, {}});
        const ItemProgress card = itemOf(u"social-security-card"_s);
        QCOMPARE(card.stand, Stand::Working);
        const auto clocks = domain::caseClocks(m_world->file(), m_world->guide, m_world->rules);
        const auto own = std::ranges::find_if(clocks, [](const domain::CaseClock &clock) {
            return clock.deadline.kind == domain::Deadline::Kind::ItemPromise && clock.deadline.item == u"social-security-card"_s;
        });
        QVERIFY(own != clocks.end());
        QCOMPARE(card.due, own->deadline.due.date());
        QVERIFY(card.daysLeft >= 30);
        m_world->must(domain::AcceptItem{item, {}});
        m_world->must(domain::PauseClock{item, u"听证"_s});
        QCOMPARE(stand().stand, Stand::Paused);
        QCOMPARE(stand().step, u"听证"_s);
        QVERIFY(stand().due.isNull());
        m_world->must(domain::ResumeClock{item});
        m_world->must(domain::DecideItem{item, {.granted = true, .certificate = u"样证1号"_s}});
        QCOMPARE(stand().stand, Stand::Decided);
        m_world->must(domain::ReceiveResult{item, u"发证窗口"_s, u"送件人"_s});
        QCOMPARE(stand().stand, Stand::Ready);
        const Response page = m_world->get(u"/C/"_s + m_world->code());
        QVERIFY(QString::fromUtf8(page.body).contains(u"有结果可以领取了"_s));
        m_world->must(domain::DeliverItems{
            {item}, {.way = domain::Collection::Window, .collector = u"测试·样例"_s, .relation = domain::themselves, .identity = fitting(), .signedFor = true}});
        QCOMPARE(stand().stand, Stand::Delivered);
    }

    /// What was missing at the last notice is named before the filing, and nothing more.
    void beforeTheFilingTheGapsAreShown()
    {
        m_world->refuseCase(fitting());
        const auto shown = m_desk->byCode(m_world->code(domain::PaperKind::CorrectionNotice));
        QVERIFY(shown && *shown);
        const offices::Progress &progress = (*shown)->progress;
        QVERIFY(progress.filedAt.isNull() && progress.items.isEmpty());
        QCOMPARE(progress.missing.size(), m_world->file().notices.constLast().gaps.size());
        const Response page = m_world->get(u"/c/"_s + m_world->code(domain::PaperKind::CorrectionNotice));
        QVERIFY(QString::fromUtf8(page.body).contains(u"还没有收件"_s));
        QVERIFY(!page.body.contains("name=\"level\"")); // a notice is no receipt: nothing to rate yet
    }

    void aPageNamesNobody()
    {
        const Response page = m_world->get(u"/C/"_s + m_world->code());
        QCOMPARE(page.status, 200);
        const QString text = QString::fromUtf8(page.body);
        QVERIFY(text.contains(domain::groupedNumber(m_number)) && text.contains(u"对新生儿办理出生登记"_s));
        const QStringList secrets{fitting(), fitting().right(6), u"11010519491231002X"_s, u"13800138000"_s, u"测试·样例"_s,
                                  u"样例路77号"_s, u"窗口人员甲"_s, u"20261120"_s};
        for (const QString &secret : secrets)
            QVERIFY2(!text.contains(secret), qPrintable(secret));
        QCOMPARE(page.headers.value("Cache-Control"), QByteArray("no-store"));
    }

    /// An unknown number and a wrong secret: the same words, the same status, the same time.
    void unknownAndWrongLookAlike()
    {
        const QString unknown = domain::CaseNumber{u"411202"_s, u"001"_s, u"A1"_s, QDate(2026, 11, 23), 4711}.text();
        const Response wrong = m_world->post("/progress", formOf(m_number, "0000"));
        const Response nobody = m_world->post("/progress", formOf(unknown, "0000"));
        QCOMPARE(wrong.status, 404);
        QCOMPARE(nobody.status, wrong.status);
        QCOMPARE(QByteArray(nobody.body).replace(domain::groupedNumber(unknown).toLatin1(), domain::groupedNumber(m_number).toLatin1()), wrong.body);
        QCOMPARE(nobody.headers, wrong.headers);
        const Response right = m_world->post("/progress", formOf(m_number, fitting().right(4).toLatin1()));
        QCOMPARE(right.status, 200);
        for (const Response &response : {wrong, nobody, right})
            QVERIFY(response.notBefore.count() >= 300);
        const Response forged = m_world->get(u"/c/"_s + m_number + m_world->code().mid(24, 1) + QString(126, u'A'));
        const Response absent = m_world->get(u"/c/"_s + unknown + m_world->code().mid(24));
        QCOMPARE(forged.status, 404);
        QCOMPARE(forged.body, absent.body);
        QVERIFY(forged.notBefore == absent.notBefore && forged.notBefore.count() >= 300);
    }

    /// Guesses do not pay off, whether there is such a case or not.
    void guessesAreFew_data()
    {
        QTest::addColumn<bool>("exists");
        QTest::newRow("a case") << true;
        QTest::newRow("none") << false;
    }
    void guessesAreFew()
    {
        QFETCH(bool, exists);
        const QString number = exists ? m_number : domain::CaseNumber{u"411202"_s, u"001"_s, u"A1"_s, QDate(2026, 11, 23), 4711}.text();
        for (int guess = 0; guess < 5; ++guess)
            QCOMPARE(m_world->post("/progress", formOf(number, "000" + QByteArray::number(guess)), "203.0.113." + QByteArray::number(guess)).status, 404);
        const Response refused = m_world->post("/progress", formOf(number, fitting().right(4).toLatin1()), "198.51.100.1");
        QCOMPARE(refused.status, 429);
        QVERIFY(refused.headers.value("Retry-After").toInt() > 0);
        // One address has few tries for all numbers together.
        int tried = 0;
        for (int serial = 1; serial < 40; ++serial) {
            const QString other = domain::CaseNumber{u"411202"_s, u"001"_s, u"A1"_s, QDate(2026, 11, 20), serial}.text();
            if (m_world->post("/progress", formOf(other, "0000"), "198.51.100.7").status == 429)
                break;
            ++tried;
        }
        QCOMPARE(tried, 20);
        QCOMPARE(m_world->get(u"/C/"_s + m_world->code()).status, 200); // who has the receipt is not locked out by others
    }

    void whatIsNoNumberIsSaidAtOnce()
    {
        const Response response = m_world->post("/progress", formOf(m_number.left(23), "0000"));
        QCOMPARE(response.status, 400);
        QVERIFY(QString::fromUtf8(response.body).contains(u"办件编号不对"_s));
    }

    /// The address of a code that was printed without a stamp, or with one behind a '#', asks for the number's end.
    void aCodeWithoutASecretAsksForIt()
    {
        const Response page = m_world->get(u"/c/"_s + m_number);
        QCOMPARE(page.status, 200);
        QVERIFY(page.body.contains("value=\"" + domain::groupedNumber(m_number).toLatin1()));
        QVERIFY(!page.body.contains("对新生儿办理出生登记"));
        QCOMPARE(m_world->get(u"/c/123"_s).status, 404);
    }

    /// A hub that was not given the guide says what it knows, and where to ask.
    void withoutTheGuideLessIsShown()
    {
        const auto files = hub::Bookshelf(m_world->center.engine).list();
        QVERIFY(hub::Bookshelf(m_world->center.engine).withdraw({files->first().kind, files->first().name, files->first().version}).has_value());
        offices::GuideStand bare(m_world->center.engine, base::dataFolder() + u"/pinyin/readings.tsv"_s);
        const offices::ProgressDesk desk({m_world->center.engine, *m_cases, bare, m_world->rules});
        const auto shown = desk.byCode(m_world->code());
        QVERIFY(shown && *shown);
        QVERIFY((*shown)->progress.matter.isEmpty() && (*shown)->progress.items.isEmpty() && (*shown)->progress.filedAt.isValid());
        QVERIFY(!desk.byIdentity(m_number, fitting().right(4))->has_value());
    }

private:
    /// The synthetic number with the check digit that belongs to it.
    static QString fitting() { return identity.left(17) + domain::mod11_2(identity.left(17)); }
    ItemProgress itemOf(const QString &id)
    {
        m_world->send();
        const auto shown = m_desk->byCode(m_world->code());
        const QString name = m_world->guide.matter.item(id)->name;
        if (!shown || !*shown)
            return {};
        const auto &items = (*shown)->progress.items;
        const auto item = std::ranges::find(items, name, &ItemProgress::name);
        return item == items.end() ? ItemProgress() : *item;
    }

    std::unique_ptr<hubworld::Room> m_room;
    std::unique_ptr<CitizenWorld> m_world;
    std::unique_ptr<offices::GuideStand> m_stand;
    std::unique_ptr<offices::HubCases> m_cases;
    std::unique_ptr<offices::ProgressDesk> m_desk;
    QString m_number;
};

QTEST_GUILESS_MAIN(TestProgress)
#include "tst_progress.moc"
