#include "core/domain/licencerules.h"
#include "tests/support/sampleguide.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;
using Acquisition = Material::Acquisition;
using Came = LookUp::Outcome;
using Why = Refusal::Why;

namespace {

const QString eLicence = u"1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0"_s;
const QDate today(2026, 11, 21);

FoundLicence sound()
{
    return {eLicence, u"营业执照"_s, u"三门峡样例书店"_s, u"湖滨区市场监管部门"_s, QDate(2025, 5, 22), QDate(2035, 5, 21)};
}

}

/// Which answer of a source is believed, and what may be asked at all.
class TestLicenceRules : public QObject
{
    Q_OBJECT

private slots:
    void believed_data()
    {
        QTest::addColumn<FoundLicence>("found");
        QTest::addColumn<Acquisition>("way");
        QTest::addColumn<LicenceFault>("fault");
        const auto row = [](const char *name, LicenceFault fault, const std::function<void(FoundLicence &)> &change,
                            Acquisition way = Acquisition::ELicence) {
            FoundLicence found = sound();
            change(found);
            QTest::newRow(name) << found << way << fault;
        };
        row("sound", LicenceFault::None, [](auto &) {});
        row("without an end", LicenceFault::None, [](auto &found) { found.until = {}; });
        row("last day", LicenceFault::None, [](auto &found) { found.until = today; });
        row("first day", LicenceFault::None, [](auto &found) { found.from = today; });
        row("ended yesterday", LicenceFault::Expired, [](auto &found) { found.until = today.addDays(-1); });
        row("begins tomorrow", LicenceFault::NotYetValid, [](auto &found) { found.from = today.addDays(1); });
        row("ends before it begins", LicenceFault::Malformed, [](auto &found) { found.until = found.from.addDays(-1); });
        row("wrong check character", LicenceFault::WrongCheckDigit, [](auto &found) { found.identifier.back() = u'1'; });
        row("a number of the hub's own", LicenceFault::Malformed, [](auto &found) { found.identifier = u"CX-2026-1"_s; });
        row("shared data has any number", LicenceFault::None, [](auto &found) { found.identifier = u"CX-2026-1"_s; }, Acquisition::Shared);
        row("but not none", LicenceFault::Malformed, [](auto &found) { found.identifier.clear(); }, Acquisition::Shared);
        row("nor a sentence", LicenceFault::Malformed, [](auto &found) { found.identifier = u"见附件 <b>1</b>"_s; }, Acquisition::Shared);
        row("another holder", LicenceFault::OtherHolder, [](auto &found) { found.holder = u"三门峡样例酒店"_s; });
        row("no holder", LicenceFault::OtherHolder, [](auto &found) { found.holder.clear(); });
        row("the same holder, written wide", LicenceFault::None, [](auto &found) { found.holder = u"三门峡　样例·书店"_s; });
        row("no name", LicenceFault::Malformed, [](auto &found) { found.name.clear(); });
        row("nobody issued it", LicenceFault::Malformed, [](auto &found) { found.issuer.clear(); });
    }
    void believed()
    {
        QFETCH(FoundLicence, found);
        QFETCH(Acquisition, way);
        QTEST(licenceFault(found, way, u"三门峡样例书店"_s, today), "fault");
        QCOMPARE(licenceFault(found, way, {}, today) == LicenceFault::None, false); // nobody asked for
    }

    void asked_data()
    {
        QTest::addColumn<QString>("material");
        QTest::addColumn<Acquisition>("way");
        QTest::addColumn<QString>("holder");
        QTest::addColumn<QString>("purpose");
        QTest::addColumn<int>("why"); ///< -1: it may be asked
        const QString holder = u"张𬭚"_s, purpose = u"办理“开书店”"_s;
        QTest::newRow("shared data") << u"licence"_s << Acquisition::Shared << holder << purpose << -1;
        QTest::newRow("e-licence") << u"licence"_s << Acquisition::ELicence << holder << purpose << -1;
        QTest::newRow("what only the applicant has") << u"lease"_s << Acquisition::ELicence << holder << purpose << int(Why::NotExemptable);
        QTest::newRow("by no way of asking") << u"licence"_s << Acquisition::Applicant << holder << purpose << int(Why::NotExemptable);
        QTest::newRow("what this case does not need") << u"deed"_s << Acquisition::Shared << holder << purpose << int(Why::UnknownMaterial);
        QTest::newRow("of nobody") << u"licence"_s << Acquisition::Shared << u" "_s << purpose << int(Why::HolderMissing);
        QTest::newRow("for nothing") << u"licence"_s << Acquisition::Shared << holder << u"\n"_s << int(Why::ReasonMissing);
    }
    void asked()
    {
        QFETCH(QString, material);
        QFETCH(Acquisition, way);
        QFETCH(QString, holder);
        QFETCH(QString, purpose);
        QFETCH(int, why);
        support::Sitting sitting = support::readyToFile(false);
        const LifeCommand ask = AskLicence{u"q1"_s, material, way, holder, purpose};
        QCOMPARE(sitting.perform(ask), why < 0);
        if (why >= 0) {
            QVERIFY(sitting.refusedBecause(Why(why)));
            QVERIFY(sitting.file.life.lookUps.isEmpty());
            return;
        }
        const LookUp &lookUp = sitting.file.life.lookUps.front();
        QCOMPARE(lookUp.holder, holder);
        QCOMPARE(lookUp.purpose, purpose);
        QCOMPARE(lookUp.clerk, u"王芳"_s);
        QCOMPARE(lookUp.outcome, Came::Open);
        QVERIFY(!sitting.perform(ask)); // the same look-up twice
    }

    void anAnswerCountsOnce()
    {
        support::Sitting sitting = support::readyToFile(false);
        QVERIFY(sitting.perform(LifeCommand{AskLicence{u"q1"_s, u"licence"_s, Acquisition::ELicence, u"张𬭚"_s, u"办理"_s}}));
        QVERIFY(!sitting.perform(LifeCommand{AnswerLicence{u"q1"_s, Came::Open}}));
        QVERIFY(!sitting.perform(LifeCommand{AnswerLicence{u"q2"_s, Came::NotFound}}));
        QVERIFY(sitting.perform(LifeCommand{AnswerLicence{u"q1"_s, Came::Found, eLicence, u"营业执照"_s, u"市场监管部门"_s, QDate(2035, 5, 21)}}));
        const CaseLife before = sitting.file.life;
        QCOMPARE(before.lookUps.front().identifier, eLicence);
        QCOMPARE(before.lookUps.front().until, QDate(2035, 5, 21));
        QVERIFY(!sitting.perform(LifeCommand{AnswerLicence{u"q1"_s, Came::NotFound}}));
        sitting.file = apply(sitting.file, {sitting.now, u"李四"_s, LifeFact{LicenceAnswered{u"q1"_s, Came::NotFound}}});
        QVERIFY(sitting.file.life == before); // nor when it comes from elsewhere
    }

    void thePurposeNamesMatterAndItems()
    {
        const support::Sitting sitting = support::readyToFile(true);
        QCOMPARE(purposeOf(sitting.guide, *sitting.plan().material(u"licence"_s)),
                 u"办理“开书店”：出版物零售业务经营许可（租赁）、公众聚集场所投入使用、营业前消防安全检查"_s);
    }
};
QTEST_APPLESS_MAIN(TestLicenceRules)
#include "tst_licencerules.moc"
