#include "app/hub/web/formdata.h"
#include "core/domain/prefillcode.h"
#include "core/hub/ownfacts.h"
#include "core/offices/applications.h"
#include "tests/app/hub/web/browser.h"
#include "tests/app/hub/web/citizen.h"

#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using hub::Response;

namespace {

QByteArray percent(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

QByteArray pdfOfPages(int pages)
{
    QByteArray bytes;
    QBuffer target(&bytes);
    target.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&target);
        QPainter painter(&writer);
        for (int page = 0; page < pages; ++page) {
            if (page > 0)
                writer.newPage();
            painter.drawLine(100, 100 + page * 50, 2000, 3000);
        }
    }
    return bytes;
}

}

/// Applying with a browser, from the guide to the receipt.
class TestApplyPages final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_room = std::make_unique<hubworld::Room>(hubworld::Kind::Sqlite);
        m_world = std::make_unique<CitizenWorld>(*m_room, u"https://hub.example"_s);
        m_start = "/apply/sanmenxia-personal/" + m_world->guide.ref.version.toLatin1() + "/newborn";
    }
    void cleanup()
    {
        m_world.reset();
        m_room.reset();
    }

    void fromTheGuideToTheReceipt()
    {
        Browser browser = visitor();
        const QByteArray guide = "/g/" + m_start.mid(sizeof("/apply/") - 1);
        QVERIFY(browser.page(guide).contains(QString::fromLatin1(m_start)));
        QVERIFY(browser.page(m_start).contains(u"敏感个人信息"_s));
        QCOMPARE(browser.post(m_start, "hall=hall-1&agree=1").status, 409); // not agreed to all of it
        QVERIFY(browser.cookie.isEmpty());
        begin(browser);
        fillOut(browser);

        QVERIFY(browser.page("/application/check").contains(u"没有上传"_s));
        QString materials = browser.page("/application/materials");
        QVERIFY(!materials.contains(u"已经提交"_s) && !materials.contains(u"不再属于"_s));
        const QString material = QRegularExpression(u"id=\"m-([a-z0-9-]+)\""_s).match(materials).captured(1);
        QVERIFY(!material.isEmpty());
        QCOMPARE(browser.send(material, Browser::pictureBytes("JPEG")).status, 303);
        QCOMPARE(browser.send(material, Browser::pictureBytes("PNG", 2)).status, 303);
        QCOMPARE(browser.send(material, pdfOfPages(2)).status, 303);
        materials = browser.page("/application/materials");
        QCOMPARE(materials.count(u"class=\"thumb\""_s), 4);
        const QByteArray picture = QRegularExpression(u"/application/picture/(\\d+)"_s).match(materials).captured(0).toLatin1();
        const Response shown = browser.get(picture);
        QVERIFY(shown.type == "image/jpeg" && shown.body.startsWith("\xff\xd8"));
        QVERIFY(shown.body != Browser::pictureBytes("JPEG")); // drawn anew
        QCOMPARE(visitor().get(picture).status, 303); // nobody else sees it

        QVERIFY(browser.page("/application/check").contains(u"测试·样例"_s));
        QCOMPARE(browser.post("/application/submit", {}).status, 409); // without saying that it is true
        QCOMPARE(browser.post("/application/submit", "true=1").status, 303);
        QString stand = browser.page("/application");
        QVERIFY(stand.contains(u"审核中"_s) && stand.contains(u"11:30"_s));
        for (const char *closed : {"/application/form", "/application/materials", "/application/check", "/application/questions"})
            QCOMPARE(browser.get(closed).status, 303);
        QCOMPARE(browser.get("/application/receipt.pdf").status, 404);

        clerk([](const domain::Plan &plan) {
            QList<domain::Command> commands;
            for (const domain::Plan::MaterialLine &line : plan.materials)
                commands << domain::GiveVerdict{line.material.id, {.kind = domain::VerdictKind::Missing}};
            return commands << domain::IssueNotice{};
        });
        stand = browser.page("/application");
        QVERIFY(stand.contains(u"补充后再次提交"_s) && stand.contains(m_world->guide.materials[material].name));
        QVERIFY(browser.get("/application/notice.pdf").body.startsWith("%PDF"));
        QCOMPARE(browser.post("/application/submit", "true=1").status, 409); // nothing was supplemented
        QCOMPARE(browser.send(material, Browser::pictureBytes("JPEG", 5)).status, 303);
        QCOMPARE(browser.post("/application/submit", "true=1").status, 303);
        QVERIFY(browser.page("/application").contains(u"审核中"_s));

        clerk([](const domain::Plan &plan) {
            QList<domain::Command> commands;
            for (const domain::Plan::MaterialLine &line : plan.materials)
                commands << domain::GiveVerdict{line.material.id, {.kind = domain::VerdictKind::CopyKept}};
            return commands << domain::FileCase{};
        });
        stand = browser.page("/application");
        QVERIFY(stand.contains(u"已经收件"_s) && stand.contains(u"收件"_s));
        QVERIFY(browser.get("/application/receipt.pdf").body.startsWith("%PDF"));
        QCOMPARE(browser.get("/application/notice.pdf").status, 404);
        const QByteArray progress = QRegularExpression(u"href=\"(/c/[^\"]+)\""_s).match(stand).captured(1).toLatin1();
        QVERIFY(visitor().page(progress).contains(u"各事项进度"_s)); // the code is good for everybody who has it
        QCOMPARE(visitor().get(progress.chopped(2) + "AA").status, 404);
    }

    void whatCannotBeReadIsSaidAndKeepsTheRest_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        const QByteArray jpeg = Browser::pictureBytes("JPEG");
        QTest::newRow("nothing") << QByteArray() << u"空的"_s;
        QTest::newRow("a page with a script") << QByteArray("<html><script>alert(1)</script></html>") << u"不能上传"_s;
        QTest::newRow("a program") << QByteArray("MZ\x90\0\x03", 5) << u"不能上传"_s;
        QTest::newRow("SVG") << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\"/>") << u"不能上传"_s;
        QTest::newRow("half a picture") << jpeg.first(jpeg.size() / 2) << u"损坏"_s;
        QTest::newRow("the head of a PNG of 60,000 x 60,000")
            << QByteArray::fromHex("89504e470d0a1a0a0000000d494844520000ea600000ea600802000000a1a3b8b3") << u"打不开"_s;
        QTest::newRow("a PDF that is none") << QByteArray("%PDF-1.7\nnothing") << u"打不开"_s;
        QTest::newRow("too many pages") << pdfOfPages(offices::Applications::mostPictures + 1) << u"最多"_s;
    }
    void whatCannotBeReadIsSaidAndKeepsTheRest()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        Browser browser = visitor();
        begin(browser);
        fillOut(browser);
        const QString material = QRegularExpression(u"id=\"m-([a-z0-9-]+)\""_s).match(browser.page("/application/materials")).captured(1);
        const Response answer = browser.send(material, bytes);
        QCOMPARE(answer.status, 409);
        QVERIFY2(QString::fromUtf8(answer.body).contains(words), answer.body.mid(answer.body.indexOf("role=\"alert\""), 200));
        QVERIFY(browser.page("/application/check").contains(u"测试·样例"_s));
    }

    void forms_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isTaken");
        const QByteArray good = "multipart/form-data; boundary=" + Browser::boundary;
        const QByteArray end = "--" + Browser::boundary + "--\r\n";
        const QByteArray file = Browser::part("name=\"file\"; filename=\"a\"", QByteArray("\r\n--x\0\xff\r\r\n", 9));
        QTest::newRow("good") << good << Browser::part("name=\"material\"", "id-card") + file + end << true;
        QTest::newRow("no boundary") << QByteArray("multipart/form-data") << file + end << false;
        QTest::newRow("another kind") << QByteArray("text/plain; boundary=" + Browser::boundary) << file + end << false;
        QTest::newRow("empty") << good << QByteArray() << false;
        QTest::newRow("two files") << good << file + file + end << false;
        QTest::newRow("a field twice") << good << Browser::part("name=\"a\"", "1") + Browser::part("name=\"a\"", "2") + end << false;
        QTest::newRow("no name") << good << Browser::part("filename=\"a\"", "1") + end << false;
        QTest::newRow("a long field") << good << Browser::part("name=\"a\"", QByteArray(5000, 'x')) + end << false;
        QTest::newRow("line breaks in a field") << good << Browser::part("name=\"a\"", "1\r\nSet-Cookie: x") + end << false;
        QTest::newRow("a message inside") << good << Browser::part("name=\"a\"\r\nContent-Type: message/rfc822", "Subject: x\r\n\r\ny") + end << false;
        QByteArray many;
        for (int i = 0; i < 500; ++i)
            many += Browser::part("name=\"n" + QByteArray::number(i) + '"', "1");
        QTest::newRow("many parts") << good << many + end << false;
    }
    void forms()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(bool, isTaken);
        const auto form = web::formDataIn(type, body);
        QCOMPARE(form.has_value(), isTaken);
        if (isTaken) {
            QCOMPARE(form->fields.value(u"material"_s), u"id-card"_s);
            QCOMPARE(form->file, QByteArray("\r\n--x\0\xff\r\r\n", 9)); // every byte as it was
        }
    }

    void onAnotherDeviceAndAtAWindow()
    {
        Browser browser = visitor();
        begin(browser);
        const QString code = QRegularExpression(u"<dd>([2-9A-Z]{4}(-[2-9A-Z]{4}){2})</dd>"_s).match(browser.page("/application")).captured(1);
        QVERIFY(!code.isEmpty());
        Browser other = visitor("198.51.100.4");
        QCOMPARE(other.post("/application/resume", "code=2222-2222-2222").status, 404);
        const Response resumed = other.post("/application/resume", "code=" + percent(code));
        QCOMPARE(resumed.status, 303);
        QVERIFY(resumed.notBefore.count() > 0 && resumed.headers.value("Set-Cookie").contains("HttpOnly; SameSite=Strict"));
        QVERIFY(other.page("/application").contains(code));
        QVERIFY(browser.page("/application").contains(u"没有正在办的"_s)); // its cookie is worth nothing any more
        QCOMPARE(other.post("/application/window", {}).status, 303);
        const QString window = other.page("/application/window");
        QVERIFY(window.contains(u"<svg"_s) && domain::readPrefillCode(QRegularExpression(u"digits\">([0-9-]+)<"_s).match(window).captured(1)));
        QCOMPARE(other.post("/application/discard", {}).status, 303);
        QVERIFY(other.page("/application").contains(u"没有正在办的"_s));
        for (int tried = 0; tried < 20; ++tried)
            other.post("/application/resume", "code=3333-3333-3333");
        QCOMPARE(other.post("/application/resume", "code=3333-3333-3333").status, 429);
    }

private:
    void begin(Browser &browser)
    {
        const Response begun = browser.post(m_start, "hall=hall-1&agree=1&sensitive=1");
        QCOMPARE(begun.status, 303);
        QVERIFY(browser.cookie.size() > 40);
    }
    Browser visitor(const QByteArray &peer = "203.0.113.9")
    {
        return Browser([this](const hub::Request &request) { return m_world->site->door().handle(request); }, peer);
    }
    /// Answers and fills in what the pages ask; what is wrong first is said and kept.
    void fillOut(Browser &browser)
    {
        QVERIFY(browser.answer(m_world->guide));
        QCOMPARE(Browser::locationOf(browser.post("/application/form", "f.applicant-name=%3Cb%3E")), QByteArray("/application/form?all=1"));
        const QString faulty = browser.page("/application/form?all=1");
        QVERIFY(faulty.contains(u"&lt;b&gt;"_s) && !faulty.contains(u"<b>"_s) && faulty.contains(u"格式不对"_s));
        QCOMPARE(browser.fillIn(m_world->guide), QByteArray("/application/materials"));
    }
    /// What somebody at a window does with the one case that came in.
    void clerk(const std::function<QList<domain::Command>(const domain::Plan &)> &acts)
    {
        const QList<wire::Entry> entries = m_world->window.pullAll();
        const auto envelope = journal::readEnvelope(hubworld::bytesOf(entries).constFirst());
        const auto done = hub::appendOwn(m_world->center.engine, envelope->caseId, u"窗口人员甲"_s,
                                         [&](const domain::Case &file) -> base::Result<QList<domain::Fact>> {
                                             const QDateTime now = m_world->center.clock.now();
                                             const auto course = offices::carriedOut(file, acts(domain::planOf(file, m_world->guide, now.date())),
                                                                                     m_world->guide, m_world->rules, now);
                                             return course.facts;
                                         });
        QVERIFY(done);
        m_world->center.clock.time = m_world->center.clock.time.addSecs(60);
    }

    std::unique_ptr<hubworld::Room> m_room;
    std::unique_ptr<CitizenWorld> m_world;
    QByteArray m_start;
};

QTEST_MAIN(TestApplyPages)
#include "tst_applypages.moc"
