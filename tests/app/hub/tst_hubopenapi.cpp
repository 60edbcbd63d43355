#include "core/base/datafolder.h"
#include "core/wire/presence.h"
#include "core/wire/reporting.h"
#include "tests/app/hub/description.h"
#include "tests/app/hub/hubprogram.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

/// The protocol as it is written down, against a hub at work.
class TestHubOpenApi final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<HubProgram> m_program;
    std::unique_ptr<hubworld::Room> m_room;
    std::unique_ptr<hubworld::Hub> m_clock;
    std::unique_ptr<Description> m_description;
    std::optional<FarWindow> m_window;
    QString m_case;

    hub::Response plain(const hub::Request &request)
    {
        RawClient line(m_program->port());
        return askedOver(line, request);
    }
    /// Stops the test with the reason where the answer is not as described. Not to be described itself: what is not JSON.
    hub::Response checked(const hub::Request &request)
    {
        hub::Response response = plain(request);
        const QString fault = m_description->fault(request, response);
        if (!fault.isEmpty())
            QTest::qFail(qPrintable(fault), __FILE__, __LINE__);
        return response;
    }
    hub::Response signedBy(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                           const QHash<QByteArray, QByteArray> &headers = {})
    {
        return checked(m_window->window.request(method, target, body, headers));
    }

    /// “method path” of each, as the rows have them: `HEAD`, `PUT`, `GET /path/WORD?query`; a path alone is a GET.
    static QStringList requestsOfTheTable()
    {
        QFile readme(qEnvironmentVariable("YICHUANG_SOURCE") + u"/core/wire/README.md"_s);
        if (!readme.open(QFile::ReadOnly))
            return {};
        static const QRegularExpression quoted(u"`([^`]+)`"_s);
        static const QRegularExpression anyWord(u"/([A-Z][A-Z0-9]+)"_s);
        QStringList requests;
        for (const QString &row : QString::fromUtf8(readme.readAll()).split(u'\n')) {
            QStringList methods;
            const QString cell = row.startsWith(u"| `"_s) ? row.section(u'|', 1, 1) : QString();
            for (const auto &match : quoted.globalMatch(cell)) {
                const QString token = match.captured(1);
                if (!token.startsWith(u'/'))
                    methods << token.section(u' ', 0, 0).toLower();
                if (!token.contains(u'/'))
                    continue;
                QString path = u'/' + token.section(u'/', 1).section(u'?', 0, 0);
                for (auto word = anyWord.match(path); word.hasMatch(); word = anyWord.match(path))
                    path.replace(word.captured(0), u"/{"_s + word.captured(1).toLower() + u'}');
                for (const QString &method : methods.isEmpty() ? QStringList{u"get"_s} : methods)
                    requests << method + u' ' + path;
                methods.clear();
            }
        }
        requests.sort();
        return requests;
    }

private slots:
    void initTestCase()
    {
        m_program = std::make_unique<HubProgram>(m_folder.filePath(u"hub"_s));
        QVERIFY2(m_program->answers(), m_program->log().constData());
        m_room = std::make_unique<hubworld::Room>(hubworld::Kind::Sqlite);
        m_clock = std::make_unique<hubworld::Hub>(*m_room);
        m_clock->clock.time = QDateTime::currentDateTime();
        m_window.emplace(*m_clock, u"101"_s, u"A1"_s, m_program->port());
        REQUIRE_ANSWER(m_window->enrol(*m_program, u"hall-1"_s));
        m_case = m_window->window.open();
        REQUIRE_ANSWER(m_window->push(0));
        const hub::Response served = plain({.method = "GET", .target = "/openapi.json", .headers = {}, .body = {}, .peer = {}});
        QFile file(base::dataFolder() + u"/openapi/hub.json"_s);
        QVERIFY(file.open(QFile::ReadOnly));
        QCOMPARE(served.body, file.readAll());
        m_description = std::make_unique<Description>(served.body);
    }

    void itIsSoundInItself()
    {
        const QJsonObject &root = m_description->root();
        QCOMPARE(root["openapi"_L1].toString(), u"3.1.0"_s);
        // Every reference points to something.
        const QString text = QString::fromUtf8(QJsonDocument(root).toJson());
        static const QRegularExpression reference(u"\"#/components/([a-zA-Z]+)/([A-Za-z]+)\""_s);
        int references = 0;
        for (const auto &match : reference.globalMatch(text)) {
            ++references;
            QVERIFY2(root["components"_L1][match.captured(1)].toObject().contains(match.captured(2)), qPrintable(match.captured(0)));
        }
        QVERIFY(references > 50);
        // The invariants stand there as they stand beside the messages.
        QFile readme(qEnvironmentVariable("YICHUANG_SOURCE") + u"/core/wire/README.md"_s);
        QVERIFY(readme.open(QFile::ReadOnly));
        const QString invariants = QString::fromUtf8(readme.readAll())
                                       .section(u"## What must hold"_s, 1)
                                       .remove(u'`')
                                       .remove(u" (core/domain/merging.h)"_s)
                                       .simplified();
        const QString described = root["info"_L1]["description"_L1].toString().simplified();
        QVERIFY(invariants.size() > 500);
        QVERIFY2(described.contains(invariants), qPrintable(invariants));
    }

    /// The table of core/wire/README.md names every request of the door, and nothing else is described.
    void everyRequestOfTheDoorIsInIt()
    {
        const QStringList wanted = requestsOfTheTable();
        QVERIFY(wanted.contains(u"head /sync/v1/blobs/{sha256}"_s) && wanted.contains(u"get /metrics"_s));
        QStringList described;
        const QJsonObject paths = m_description->paths();
        for (auto path = paths.begin(); path != paths.end(); ++path) {
            QCOMPARE(QString::fromLatin1(hub::routeOf(path.key().toLatin1())), path.key()); // log and figures know it too
            for (const QString &method : path.value().toObject().keys()) {
                if (method != "parameters"_L1)
                    described << method + u' ' + path.key();
            }
        }
        described.sort();
        QCOMPARE(described, wanted);
    }

    /// Every operation without a signature and with nonsense: an answer that is described, and never that there is no such thing.
    void everyOperationAnswers()
    {
        const QJsonObject paths = m_description->paths();
        for (auto path = paths.begin(); path != paths.end(); ++path) {
            const QJsonObject operations = path.value().toObject();
            for (const QString &method : operations.keys()) {
                if (method == "parameters"_L1)
                    continue;
                QByteArray target = path.key().toLatin1();
                target.replace("{sha256}", QByteArray(64, 'a')).replace("{kind}", "pack").replace("{name}", "n").replace("{version}", "1");
                const hub::Response response = checked(
                    {.method = method.toUpper().toLatin1(), .target = target, .headers = {}, .body = method == "get"_L1 ? "" : "{}", .peer = {}});
                const bool isOpen = operations[method]["security"_L1].isArray() && method == "get"_L1;
                QVERIFY2(isOpen ? response.status == 200 : response.status == 400 || response.status == 401,
                         qPrintable(u"%1 %2 %3"_s.arg(method, path.key()).arg(response.status)));
            }
        }
    }

    void realAnswersAreAsDescribed()
    {
        const auto object = [](const hub::Response &response) { return QJsonDocument::fromJson(response.body).object(); };
        // Enrolling, and what is said when it is refused.
        FarWindow other(*m_clock, u"102"_s, u"B1"_s, m_program->port());
        other.window.key = people::WindowKey::fromSeed(base::Secret::random(32), people::Algorithm::Sm2);
        wire::Enrolment wish = other.window.card();
        wish.code = u"K7QM-2F9D-XW4H-PB3T"_s;
        const QByteArray unknownCode = wire::toJson(wish, other.window.key.sign(wire::enrolmentPurpose, wire::enrolmentToSign(wish)));
        QCOMPARE(m_description->fault(u"Enrolment"_s, QJsonDocument::fromJson(unknownCode).object()), QString());
        QVERIFY(!m_description->fault(u"Enrolment"_s, QJsonObject{{"code"_L1, u"x"_s}}).isEmpty());
        QCOMPARE(checked({.method = "POST", .target = "/sync/v1/enrol", .headers = {}, .body = unknownCode, .peer = {}}).status, 403);
        REQUIRE_ANSWER(other.enrol(*m_program, {}, u"411202-1"_s)); // so that its card is in the next answer
        wire::Enrolment again = m_window->window.card();
        again.code = u"used before"_s; // who is known by its key may come again
        const QByteArray sameAgain
            = wire::toJson(again, m_window->window.key.sign(wire::enrolmentPurpose, wire::enrolmentToSign(again)));
        QCOMPARE(checked({.method = "POST", .target = "/sync/v1/enrol", .headers = {}, .body = sameAgain, .peer = {}}).status, 200);

        // Pushing and pulling: the lines too.
        m_window->window.write(m_case, domain::FieldEntered{u"name"_s, u"样例"_s});
        const QByteArray push = wire::toLines(m_window->window.pushOf(1));
        QCOMPARE(m_description->fault(u"PushHead"_s, QJsonDocument::fromJson(push.split('\n')[0]).object()), QString());
        QCOMPARE(m_description->fault(u"Event"_s, QJsonDocument::fromJson(push.split('\n')[1]).object()), QString());
        const hub::Response pushed = signedBy("POST", "/sync/v1/push", push);
        QCOMPARE(pushed.status, 200);
        QCOMPARE(object(pushed)["verdicts"_L1].toArray().size(), 1);
        const hub::Response pulled = signedBy("GET", "/sync/v1/pull?most=500&wait=0");
        const QByteArrayList lines = pulled.body.trimmed().split('\n');
        QCOMPARE(lines.size(), 5);
        QCOMPARE(m_description->fault(u"PullHead"_s, QJsonDocument::fromJson(lines[0]).object()), QString());
        QCOMPARE(m_description->fault(u"PullEntry"_s, QJsonDocument::fromJson(lines[1]).object()), QString());
        QCOMPARE(m_description->fault(u"Event"_s, QJsonDocument::fromJson(lines[2]).object()), QString());

        const hub::Response brief = signedBy("GET", "/sync/v1/pull?most=500&wait=0&own=brief");
        const QByteArrayList runs = brief.body.trimmed().split('\n');
        QCOMPARE(runs.size(), 2);
        const QJsonObject run = QJsonDocument::fromJson(runs[1]).object();
        QCOMPARE(m_description->fault(u"PullEntry"_s, run), QString());
        QCOMPARE(run["kind"_L1].toString(), u"own"_s);
        QCOMPARE(run["count"_L1].toInt(), 2);
        QCOMPARE(wire::pullAnswerFrom(brief.body)->next, wire::pullAnswerFrom(pulled.body)->next);

        // Pictures.
        const QByteArray picture(1500, 'p');
        const QByteArray sha = QCryptographicHash::hash(picture, QCryptographicHash::Sha256).toHex();
        const QByteArray blob = "/sync/v1/blobs/" + sha + "?case=" + m_case.toLatin1() + "&length=1500";
        QCOMPARE(signedBy("HEAD", blob).headers.value("yichuang-have"), "0");
        QCOMPARE(signedBy("GET", blob).status, 404);
        QCOMPARE(signedBy("PUT", blob, picture.left(1000), {{"content-range", "bytes 0-999/1500"}}).headers.value("yichuang-have"), "1000");
        QCOMPARE(signedBy("PUT", blob, picture.mid(1000), {{"content-range", "bytes 1000-1499/1500"}}).headers.value("yichuang-complete"), "true");
        QCOMPARE(signedBy("GET", blob, {}, {{"range", "bytes=0-9"}}).status, 206);
        QCOMPARE(signedBy("GET", blob).body, picture);

        // The library.
        const QString pack = qEnvironmentVariable("YICHUANG_SOURCE") + u"/resources/guides/sanmenxia-personal.json"_s;
        QCOMPARE(m_program->command({u"publish"_s, pack}).code, 0);
        const auto files = object(signedBy("GET", "/sync/v1/library"))["files"_L1].toArray();
        QCOMPARE(files.size(), 1);
        const QByteArray file = "/sync/v1/library/pack/sanmenxia-personal/" + files[0]["version"_L1].toString().toLatin1();
        QCOMPARE(signedBy("GET", file, {}, {{"range", "bytes=0-99"}}).status, 206);
        QCOMPARE(signedBy("GET", "/sync/v1/library/pack/x/1").status, 404);

        // Receipts, leases, numbers.
        const QByteArray day = QDate::currentDate().toString(Qt::ISODate).toLatin1();
        const hub::Response differs
            = signedBy("POST", "/sync/v1/receipts", "{\"day\":\"" + day + "\",\"receipts\":[{\"number\":\"X1\",\"at\":1,\"pieces\":1}]}");
        QCOMPARE(object(differs)["unknownToHub"_L1].toArray(), QJsonArray{u"X1"_s});
        QCOMPARE(signedBy("POST", "/sync/v1/leases", wire::toJson(wire::LeaseWish{m_case, u"item"_s})).status, 200);
        QCOMPARE(signedBy("POST", "/sync/v1/leases", wire::toJson(wire::LeaseWish{hubworld::freshUuid(), u"item"_s})).status, 404);
        QCOMPARE(signedBy("POST", "/sync/v1/serials", wire::toJson(wire::SerialWish{u"organ"_s, u"acceptance"_s, 2026, 10, u"w1"_s})).status, 200);
        QCOMPARE(signedBy("POST", "/sync/v1/presence", wire::toJson(wire::PresenceNote{{u"王芳"_s, {}, QDateTime::currentDateTimeUtc(), 2}, true})).status, 200);
        QCOMPARE(signedBy("POST", "/sync/v1/presence", "{}").status, 400);

        const wire::ReportWish days{reports::Span::week(QDate::currentDate()), true};
        QCOMPARE(m_description->fault(u"ReportWish"_s, QJsonDocument::fromJson(wire::toJson(days)).object()), QString());
        const hub::Response figures = signedBy("POST", "/report/v1/figures", wire::toJson(days));
        QCOMPARE(figures.status, 200);
        QVERIFY(wire::reportFrom(figures.body, days));
        QVERIFY(!wire::reportFrom(figures.body, {reports::Span::day(QDate::currentDate()), true})); // of other days
        QCOMPARE(signedBy("POST", "/report/v1/figures", "{\"span\":\"day\",\"from\":\"2026-11-02\",\"to\":\"2026-11-01\",\"city\":true}").status, 400);

        // What is refused.
        hub::Request altered = m_window->window.request("GET", "/sync/v1/pull");
        altered.target += "?most=1";
        QCOMPARE(object(checked(altered))["type"_L1].toString(), u"bad-signature"_s);
        hub::Request old = m_window->window.request("GET", "/sync/v1/pull");
        old.headers.insert("yichuang-protocol", "99-98");
        QCOMPARE(checked(old).status, 426);
        m_clock->clock.time = QDateTime::currentDateTime().addYears(-10);
        const hub::Response early = signedBy("GET", "/sync/v1/pull");
        QCOMPARE(object(early)["type"_L1].toString(), u"wrong-time"_s);
        m_clock->clock.time = QDateTime::currentDateTime();
        QCOMPARE(checked({.method = "GET", .target = "/healthz", .headers = {}, .body = {}, .peer = {}}).status, 200);
        QCOMPARE(checked({.method = "GET", .target = "/metrics", .headers = {}, .body = {}, .peer = {}}).status, 200);
    }
};

QTEST_GUILESS_MAIN(TestHubOpenApi)
#include "tst_hubopenapi.moc"
