#include "app/hub/web/guidewords.h"
#include "app/hub/web/site.h"
#include "core/base/datafolder.h"
#include "core/guides/packreader.h"
#include "core/hub/bookshelf.h"
#include "core/papers/guidepapers.h"
#include "tests/app/hub/store/hubworld.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using hub::Response;

namespace {

const QStringList shippedPacks{u"luoyang-personal"_s, u"sanmenxia-enterprise"_s, u"sanmenxia-personal"_s};

QByteArray shipped(const QString &name)
{
    QFile file(base::dataFolder() + u"/guides/%1.json"_s.arg(name));
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

QString withoutSpace(QString text)
{
    return text.removeIf([](QChar c) { return c.isSpace(); });
}

/// What a reader sees, without any space: tags gone, characters as they are.
QString seen(const QByteArray &html)
{
    static const QRegularExpression tag(u"<[^>]*>"_s);
    QString text = QString::fromUtf8(html).remove(tag);
    for (const auto &[escape, character] : {std::pair(u"&lt;"_s, u"<"_s), {u"&gt;"_s, u">"_s}, {u"&quot;"_s, u"\""_s}, {u"&apos;"_s, u"'"_s}, {u"&amp;"_s, u"&"_s}})
        text.replace(escape, character);
    return withoutSpace(text);
}

}

/// The public pages of the guides that are shipped, before a hub without a socket.
class TestGuidePages final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_room = std::make_unique<hubworld::Room>(hubworld::Kind::Sqlite);
        m_hub = std::make_unique<hubworld::Hub>(*m_room);
        m_hub->clock.time = QDateTime(QDate(2026, 11, 22), QTime(9, 0), Qt::OffsetFromUTC, 8 * 3600);
        auto site = web::Site::open(m_hub->engine, {.share = base::dataFolder(), .hall = {}, .publicUrl = u"https://hub.example/yics"_s});
        QVERIFY2(site.has_value(), site ? "" : qPrintable(site.error().place + site.error().detail));
        m_site = std::move(*site);
    }
    void cleanup()
    {
        m_site.reset();
        m_hub.reset();
        m_room.reset();
    }

    /// Every matter of every pack: the page says word for word what the paper says, with its 25 elements in their order.
    void everyGuideSaysWhatItsPaperSays_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : shippedPacks)
            QTest::newRow(qPrintable(name)) << name;
    }
    void everyGuideSaysWhatItsPaperSays()
    {
        QFETCH(QString, name);
        publish(shipped(name));
        const auto pack = guides::readPack(shipped(name), name);
        QVERIFY(pack.has_value());
        const auto forms = papers::FormFolder::load(base::dataFolder() + u"/forms"_s);
        base::HallSettings hall = *base::readSettings({});
        hall.publicUrl = u"https://hub.example/yics"_s;
        for (const domain::Matter &matter : pack->matters) {
            const auto guide = domain::guideOf(*pack, matter.id);
            const Response page = get(web::addressOf(guide->ref));
            QCOMPARE(page.status, 200);
            const QString text = seen(page.body);
            const auto paper = papers::fullGuide(*forms, {*guide, hall, QDate(2026, 11, 22)});
            const QStringList wanted = paper->texts();
            QVERIFY(wanted.size() > 60);
            for (const QString &one : wanted)
                QVERIFY2(text.contains(withoutSpace(one)), qPrintable(matter.id + u": "_s + one));
            QCOMPARE(page.body.count("<h2 id="), 25);
            QVERIFY(page.body.contains("<h2 id=\"s25\">二十五、"));
            QCOMPARE(page.body.contains("<strong>样例：</strong>"), matter.status == domain::MatterStatus::Sample);
            QVERIFY(page.body.contains("<svg class=\"chart\""));
        }
    }

    void listsAndSearch()
    {
        publish(shipped(u"sanmenxia-personal"_s));
        const Response home = get(u"/"_s);
        QVERIFY(home.body.contains("href=\"/yics/p/sanmenxia-personal\""));
        const Response pack = get(u"/p/sanmenxia-personal"_s);
        QCOMPARE(pack.body.count("href=\"/yics/g/sanmenxia-personal/"), 22);
        QVERIFY(get(u"/?q=xinshenger"_s).body.contains("新生儿出生"));
        QVERIFY(get(u"/?q=%F0%A0%AE%B7%F0%A0%AE%B7"_s).body.contains("没有找到"));
        QCOMPARE(get(u"/p/nothing"_s).status, 404);
        const Response now = get(u"/p/sanmenxia-personal/newborn"_s);
        QCOMPARE(now.status, 303);
        QVERIFY(now.headers.value("Location").startsWith("/yics/g/sanmenxia-personal/"));
    }

    void papers_data()
    {
        QTest::addColumn<QString>("leaf");
        QTest::newRow("full") << u"/guide.pdf"_s;
        QTest::newRow("leaflet") << u"/leaflet.pdf"_s;
        QTest::newRow("list") << u"/list.pdf"_s;
    }
    void papers()
    {
        QFETCH(QString, leaf);
        publish(shipped(u"sanmenxia-personal"_s));
        const Response pdf = get(newborn() + leaf);
        QCOMPARE(pdf.status, 200);
        QCOMPARE(pdf.type, QByteArray("application/pdf"));
        QVERIFY(pdf.body.startsWith("%PDF-"));
        QVERIFY(pdf.headers.value("Content-Disposition").contains("filename*=UTF-8''%E6%96%B0"));
        QCOMPARE(get(newborn() + leaf).body.size(), pdf.body.size());
    }

    /// A paper that was printed a year ago still opens its version, which says that there is a newer one and what has changed.
    void anOldVersionSaysSo()
    {
        QByteArray old = shipped(u"sanmenxia-personal"_s);
        old.replace("\"version\": \"2026.11.3\"", "\"version\": \"2025.11.1\"").replace("\"from\": \"2026-11-21\"", "\"from\": \"2025-11-21\"");
        old.replace("随父亲或者母亲落户，落户一方户口在本地", "随父亲或者母亲落户");
        publish(old);
        publish(shipped(u"sanmenxia-personal"_s));
        const Response page = get(u"/g/sanmenxia-personal/2025.11.1/newborn"_s);
        QCOMPARE(page.status, 200);
        const QString text = seen(page.body);
        QVERIFY(text.contains(u"这是旧版本（2025.11.1）"_s));
        QVERIFY(text.contains(u"版本：2025.11.1"_s) || text.contains(u"指南版本2025.11.1"_s));
        QVERIFY(page.body.contains("href=\"/yics/g/sanmenxia-personal/2026.11.3/newborn\""));
        QVERIFY2(text.contains(u"改了什么"_s) && text.contains(u"申请条件"_s), qPrintable(text.left(900)));
        QVERIFY(!get(newborn()).body.contains("这是旧版本"));
        const Response unknown = get(u"/g/sanmenxia-personal/2024.1/newborn"_s);
        QCOMPARE(unknown.status, 404);
        QVERIFY(unknown.body.contains("href=\"/yics/g/sanmenxia-personal/2026.11.3/newborn\"")); // and says where to go on
        QCOMPARE(get(u"/g/sanmenxia-personal/2026.11.3/nothing"_s).status, 404);
    }

    /// Answering every question with its first choice ends in a list that is whole and shorter than the guide.
    void answersReduceTheList()
    {
        publish(shipped(u"sanmenxia-personal"_s));
        const auto pack = guides::readPack(shipped(u"sanmenxia-personal"_s), u"pack"_s);
        const auto guide = domain::guideOf(*pack, u"newborn"_s);
        const Response open = get(newborn() + u"/list"_s);
        QVERIFY(open.body.contains("还有问题没有回答完"));
        QStringList query;
        for (const domain::Situation &situation : guide->matter.situations)
            query << u"a.%1=%2"_s.arg(situation.id, situation.options.value(0).id);
        const Response whole = get(newborn() + u"/list?"_s + query.join(u'&'));
        QCOMPARE(whole.status, 200);
        QVERIFY(!whole.body.contains("还有问题没有回答完"));
        QVERIFY(!seen(whole.body).contains(u"出生医学证明签发1"_s)); // it was issued already
        QCOMPARE(whole.body.count(" checked"), int(guide->matter.situations.size()));
        const QByteArray list = "href=\"/yics" + newborn().toLatin1() + "/list.pdf?" + query.join(u"&amp;"_s).toLatin1();
        QVERIFY(whole.body.contains(list));
        // What is not wanted goes, and can come back.
        const Response less = get(newborn() + u"/list?"_s + query.join(u'&') + u"&d."_s + guide->matter.items.last().id + u"=1"_s);
        QVERIFY(less.body.size() < whole.body.size() + 200);
        QVERIFY(less.body.count("value=\"1\" checked") == 1);
        const Response wrong = get(newborn() + u"/list?a."_s + guide->matter.situations.first().id + u"=nonsense"_s);
        QCOMPARE(wrong.status, 200);
        QVERIFY(wrong.body.contains("的回答不能识别"));
    }

    void whatEverybodySeesMayBeKept()
    {
        publish(shipped(u"sanmenxia-personal"_s));
        const Response page = get(newborn());
        QVERIFY(page.headers.value("Cache-Control").startsWith("public"));
        const QByteArray mark = page.headers.value("ETag");
        QVERIFY(!mark.isEmpty());
        const Response again = get(newborn(), {{"if-none-match", mark}});
        QCOMPARE(again.status, 304);
        QVERIFY(again.body.isEmpty());
        QVERIFY(again.headers.contains("Content-Security-Policy"));
        const Response packed = get(newborn(), {{"accept-encoding", "gzip, deflate"}});
        QCOMPARE(packed.headers.value("Content-Encoding"), QByteArray("deflate"));
        QCOMPARE(*wire::unpacked(packed.body, 1'000'000), page.body);
        const Response list = get(newborn() + u"/list"_s, {{"accept-encoding", "deflate"}});
        QCOMPARE(list.headers.value("Cache-Control"), QByteArray("no-store"));
        QVERIFY(!list.headers.contains("Content-Encoding"));
    }

private:
    QString newborn() const { return u"/g/sanmenxia-personal/2026.11.3/newborn"_s; }
    void publish(const QByteArray &bytes)
    {
        const auto pack = guides::readPack(bytes, u"pack"_s);
        QVERIFY2(pack.has_value(), pack ? "" : qPrintable(pack.error().place + pack.error().detail));
        const auto done = hub::Bookshelf(m_hub->engine).publish({.kind = u"pack"_s, .name = pack->id, .version = pack->version}, bytes);
        QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().detail));
    }
    Response get(const QString &target, const QHash<QByteArray, QByteArray> &headers = {})
    {
        return m_site->door().handle({.method = "GET", .target = target.toLatin1(), .headers = headers, .body = {}, .peer = "127.0.0.1"});
    }

    std::unique_ptr<hubworld::Room> m_room;
    std::unique_ptr<hubworld::Hub> m_hub;
    std::unique_ptr<web::Site> m_site;
};

QTEST_GUILESS_MAIN(TestGuidePages)
#include "tst_guidepages.moc"
