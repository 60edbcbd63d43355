#include "core/journal/envelope.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

/// The written form is for ever: these bytes and this hash must come out of every later version too.
class TestEnvelope : public QObject
{
    Q_OBJECT

private slots:
    void canonicalFormNeverChanges()
    {
        QCOMPARE(
            journal::canonicalBytes(sample()),
            R"({"actor":"窗口人员甲","at":1795224600123,"body":{"field":"applicant-name","value":"𬭚·瀍"},"case":"c1",)"
            R"("dev":"d1","guide":"2026.1","inc":2,"off":28800,"parents":["0202020202020202020202020202020202020202020202)"
            R"(020202020202020202"],"prev":"0101010101010101010101010101010101010101010101010101010101010101","seq":7,)"
            R"("type":"field.entered","v":1})"_ba);
        QCOMPARE(journal::hashOf("abc").toHex(), "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"_ba);
    }

    void readsWhatItWrote()
    {
        const journal::Envelope written = sample();
        const auto read = journal::readEnvelope(journal::canonicalBytes(written));
        QVERIFY(read);
        QCOMPARE(read->event, written.event);
        QCOMPARE(read->event.at.offsetFromUtc(), 28800);
        QCOMPARE(read->prev, written.prev);
        QCOMPARE(read->parents, written.parents);
        QCOMPARE(read->seq, 7);
        QCOMPARE(journal::canonicalBytes(*read), journal::canonicalBytes(written));
    }

    /// What an older program wrote has the same bytes, and so the same hash, as ever.
    void hubTimeIsAddedOnlyWhenItWasHeard()
    {
        const QByteArray alone = journal::canonicalBytes(sample());
        QCOMPARE(QJsonDocument::fromJson(alone).object().keys(),
                 (QStringList{u"actor"_s, u"at"_s, u"body"_s, u"case"_s, u"dev"_s, u"guide"_s, u"inc"_s, u"off"_s,
                              u"parents"_s, u"prev"_s, u"seq"_s, u"type"_s, u"v"_s}));
        QVERIFY(journal::readEnvelope(alone)->event.hubAt.isNull());
        journal::Envelope heard = sample();
        heard.event.hubAt = QDateTime(QDate(2026, 11, 21), QTime(1, 27, 0, 456), Qt::UTC);
        const QByteArray bytes = journal::canonicalBytes(heard);
        QCOMPARE(QByteArray(bytes).replace(R"("hub":1795224420456,)", ""), alone);
        QVERIFY(journal::hashOf(bytes) != journal::hashOf(alone));
        QCOMPARE(journal::readEnvelope(bytes)->event, heard.event);
        QCOMPARE(journal::canonicalBytes(*journal::readEnvelope(bytes)), bytes);
    }

    void keepsWhatANewerVersionWrote()
    {
        journal::Envelope written = sample();
        written.event.fact = domain::UnknownFact{u"case.merged"_s, {{u"into"_s, u"c2"_s}}};
        const auto read = journal::readEnvelope(journal::canonicalBytes(written));
        QVERIFY(read);
        QCOMPARE(read->event.fact, written.event.fact);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << "{"_ba;
        QTest::newRow("another format") << journal::canonicalBytes(sample()).replace("\"v\":1", "\"v\":2");
        QTest::newRow("a body that does not fit") << journal::canonicalBytes(sample()).replace("\"field\"", "\"feld\"");
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(journal::readEnvelope(bytes).error().kind, base::Error::Kind::Damaged);
    }

private:
    static journal::Envelope sample()
    {
        return {.caseId = u"c1"_s,
                .device = u"d1"_s,
                .incarnation = 2,
                .seq = 7,
                .prev = QByteArray(32, '\1'),
                .parents = {QByteArray(32, '\2')},
                .guideVersion = u"2026.1"_s,
                .event = {.at = QDateTime(QDate(2026, 11, 21), QTime(9, 30, 0, 123), Qt::OffsetFromUTC, 28800),
                          .actor = u"窗口人员甲"_s,
                          .fact = domain::FieldEntered{u"applicant-name"_s, u"𬭚·瀍"_s}}};
    }
};

QTEST_APPLESS_MAIN(TestEnvelope)
#include "tst_envelope.moc"
