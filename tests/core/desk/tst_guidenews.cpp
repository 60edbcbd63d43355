#include "core/desk/clockrules.h"
#include "core/desk/currentsearch.h"
#include "core/desk/guidelibrary.h"
#include "core/desk/profile.h"
#include "core/desk/reception.h"
#include "core/guides/checklistnews.h"
#include "core/journal/journal.h"
#include "core/papers/forms.h"
#include "tests/core/guides/samplepack.h"
#include "tests/support/fakes.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;

namespace {

void put(const QString &file, const QByteArray &bytes)
{
    QFile target(file);
    QVERIFY2(target.open(QFile::WriteOnly), qPrintable(file));
    QCOMPARE(target.write(bytes), bytes.size());
}

/// The sample pack, in which the first item is handled in every situation once the question is answered.
QJsonValue shipped()
{
    QJsonValue pack = withValue(samplePack(), u"matters[0].items[0].paths"_s, QJsonValue::Undefined);
    return withValue(pack, u"matters[0].items[0].materials[0].path"_s, QJsonValue::Undefined);
}

QJsonValue newer(const QString &path, const QJsonValue &value)
{
    return withValue(withValue(shipped(), u"version"_s, u"2026.12.1"_s), path, value);
}

/// A window whose only guides are the sample pack.
class Window
{
public:
    Window()
    {
        QDir(folder.path()).mkpath(u"data/guides"_s);
        put(folder.filePath(u"data/guides/city.json"_s), bytesOf(shipped().toObject()));
        profile = std::move(*desk::Profile::open(folder.filePath(u"profile"_s), keys, clock));
        reopen();
    }
    void reopen()
    {
        reception.reset();
        library = std::move(*desk::GuideLibrary::open(folder.filePath(u"data"_s), folder.filePath(u"profile"_s), clock));
        reception.emplace(desk::CaseWork::Needs{profile->journal(), clock, profile->hall(), forms, clocks.rules}, library->shelf());
    }
    bool import(const QJsonValue &pack)
    {
        const QString file = folder.filePath(u"brought.json"_s);
        put(file, bytesOf(pack.toObject()));
        return library->import(library->look(file), desk::Consent{u"李管理"_s, u"试用"_s}).has_value();
    }
    std::unique_ptr<desk::CaseWork> open()
    {
        const GuidePack *pack = library->shelf().pack(u"sample-city"_s, clock.now().date());
        auto work = reception->open({pack->id, pack->version, u"birth"_s});
        (*work)->perform(AnswerSituation{u"insured"_s, u"one"_s});
        (*work)->perform(AnswerSituation{u"area"_s, u"250"_s});
        return std::move(*work);
    }

    QTemporaryDir folder;
    support::FakeClock clock;
    desk::Clocks clocks = *desk::clocksOf(*base::readSettings({}), {qEnvironmentVariable("YICHUANG_SOURCE") + u"/resources/calendars"_s});
    support::NoKeyStore keys;
    papers::FormFolder forms = *papers::FormFolder::load(qEnvironmentVariable("YICHUANG_SOURCE") + u"/forms"_s);
    std::unique_ptr<desk::Profile> profile;
    std::unique_ptr<desk::GuideLibrary> library;
    std::optional<desk::Reception> reception;
};

}

class TestGuideNews : public QObject
{
    Q_OBJECT

private slots:
    void aCaseHearsWhatTouchesIt_data();
    void aCaseHearsWhatTouchesIt();
    void aCaseKeepsItsVersion();
    void newsBeginOnTheFirstDay();
    void whatIsFiledHearsNothing();
    void aMatterThatIsGoneIsSaid();
    void theOverlayOfTheRegionIsNewsToo();
    void aMissingVersionSaysWhatToDo();
    void theSearchFollowsImportsAndDays();
};

void TestGuideNews::aCaseHearsWhatTouchesIt_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QStringList>("lines");
    const auto row = [](const char *name, const char *path, const char *value, const QStringList &lines) {
        QTest::newRow(name) << QString::fromLatin1(path) << QByteArray(value) << lines;
    };
    row("only a telephone number", "places[0].phone", R"("110")", {});
    row("a material of no item", "materials[2]",
        R"({"id": "photo", "name": "照片", "form": "copy", "copies": 1, "source": "常识", "confidence": "low"})", {});
    row("another matter", "matters[1].lead", R"("甲")", {});
    row("another copy", "materials[0].copies", "2", {u"材料“身份证”的复印件份数由1份改为2份"_s});
    row("may be deferred", "materials[1].deferrable", "true", {u"材料“申请表”改为可容缺"_s});
    row("who issues it", "materials[0].issuer", R"("出入境")", {});
    row("a material more", "matters[0].items[1].materials", R"([{"material": "form"}])",
        {u"材料“申请表”用于的事项由“出生医学证明签发”改为“出生医学证明签发、参保一”"_s});
    row("a material less", "matters[0].items[0].materials", R"([{"material": "id-card"}])",
        {u"不再需要材料“申请表”（出生医学证明签发）"_s, u"材料“身份证”不再有补充说明"_s});
    row("only in another situation", "matters[0].items[1].materials",
        R"([{"material": "form", "when": {"answer": "insured", "is": "none"}}])", {});
    row("not before January", "matters[0].items[1].materials", R"([{"material": "form", "from": "2027-01-01"}])", {});
    row("an item less by its parameter", "matters[0].items[1].when", R"({"answer": "area", "below": {"parameter": "fire-area"}})",
        {});
    row("an item more", "matters[0].items[3]",
        R"({"id": "new", "name": "新事项", "department": "甲", "level": "县级", "source": "常识", "confidence": "low"})",
        {u"要办理事项“新事项”"_s});
    row("an item less", "matters[0].items[1].when", R"({"answer": "insured", "is": "none"})", {u"不再办理事项“参保一”"_s});
    row("a question more", "matters[0].situations[2]",
        R"({"id": "more", "question": "双胞胎？", "kind": "choice", "options": [{"id": "y", "label": "是"}, {"id": "n", "label": "否"}],
            "source": "清单", "confidence": "low"})",
        {u"要询问“双胞胎？”"_s});
    row("an option more", "matters[0].situations[0].options[2]", R"({"id": "both", "label": "双方"})",
        {u"情形问题“父母是否参保？”有修改"_s});
    row("a blank more", "matters[0].items[1].fields", R"(["insurance"])", {});
    row("a blank must be filled", "fields[1].required", "true", {u"填写项“险种”有修改"_s});
    row("ways to handle it", "matters[0].items[0].paths", R"([{"id": "a", "name": "告知承诺"}, {"id": "b", "name": "一般程序"}])",
        {u"事项“出生医学证明签发”的办理方式有修改"_s});
}

void TestGuideNews::aCaseHearsWhatTouchesIt()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, value);
    QFETCH(QStringList, lines);
    Window window;
    const auto work = window.open();
    QVERIFY(window.reception->guideNews(*work).lines.isEmpty());
    QVERIFY(window.import(newer(path, jsonOf(value))));
    const desk::GuideNews news = window.reception->guideNews(*work);
    QStringList heard = news.lines;
    heard.sort();
    lines.sort();
    QCOMPARE(heard, lines);
    QCOMPARE(news.version, u"2026.12.1"_s);
}

void TestGuideNews::aCaseKeepsItsVersion()
{
    Window window;
    const QString id = window.open()->file().id;
    QVERIFY(window.import(newer(u"materials[0].copies"_s, 2)));
    window.reopen();
    const auto again = window.reception->resume(id);
    QVERIFY(again);
    QCOMPARE((*again)->guide().ref.version, u"2026.11.1"_s);
    QCOMPARE((*again)->plan().material(u"id-card"_s)->material.copies, 1);
    QCOMPARE(window.reception->guideNews(**again).lines.size(), 1);
    const auto fresh = window.open();
    QCOMPARE(fresh->guide().ref.version, u"2026.12.1"_s);
    QVERIFY(window.reception->guideNews(*fresh).lines.isEmpty());
}

void TestGuideNews::newsBeginOnTheFirstDay()
{
    Window window;
    const auto work = window.open();
    QVERIFY(window.import(withValue(newer(u"materials[0].copies"_s, 2), u"from"_s, u"2026-11-23"_s)));
    window.clock.set(QDateTime(QDate(2026, 11, 22), QTime(23, 59)));
    QVERIFY(window.reception->guideNews(*work).lines.isEmpty());
    window.clock.advance(60);
    QCOMPARE(window.reception->guideNews(*work).lines.size(), 1);
}

void TestGuideNews::whatIsFiledHearsNothing()
{
    Window window;
    const auto work = window.open();
    QVERIFY(work->perform(DropItem{u"first"_s}));
    QVERIFY(work->perform(EnterField{u"applicant-name"_s, u"张三"_s}));
    const auto materials = work->plan().materials;
    for (const auto &line : materials)
        QVERIFY(work->perform(GiveVerdict{line.material.id, {.kind = VerdictKind::OriginalSeen}}));
    QVERIFY(window.import(newer(u"materials[0].copies"_s, 2)));
    QCOMPARE(window.reception->guideNews(*work).lines.size(), 1);
    QVERIFY(work->perform(FileCase{}));
    QVERIFY(window.reception->guideNews(*work).lines.isEmpty());
}

void TestGuideNews::aMatterThatIsGoneIsSaid()
{
    Window window;
    const auto work = window.open();
    QJsonArray matters = shipped()[u"matters"_s].toArray();
    matters.removeFirst();
    QVERIFY(window.import(newer(u"matters"_s, matters)));
    const desk::GuideNews news = window.reception->guideNews(*work);
    QCOMPARE(news.version, QString());
    QCOMPARE(news.lines, QStringList{u"事项“新生儿出生”已不在现行指南中"_s});
}

void TestGuideNews::theOverlayOfTheRegionIsNewsToo()
{
    Window window;
    const auto work = window.open();
    QJsonValue overlay = jsonOf(R"({"format": 1, "pack": "county", "title": "县", "version": "4", "publisher": "县",
        "region": {"code": "411202", "name": "样例区"}, "audience": "个人", "source": "县", "from": "2026-11-21",
        "base": "sample-city", "materials": [{"id": "form", "name": "区申请表", "form": "filledForm", "source": "县",
        "confidence": "low"}]})");
    QVERIFY(window.import(overlay));
    const desk::GuideNews news = window.reception->guideNews(*work);
    QCOMPARE(news.version, u"4+2026.11.1"_s);
    QVERIFY(news.lines.contains(u"材料“申请表”的名称由“申请表”改为“区申请表”"_s));
}

void TestGuideNews::aMissingVersionSaysWhatToDo()
{
    Window window;
    QString id;
    QVERIFY(window.import(newer(u"materials[0].copies"_s, 2)));
    id = window.open()->file().id;
    QVERIFY(QFile::remove(window.folder.filePath(u"profile/guides/sample-city-2026.12.1.json"_s)));
    window.reopen();
    const auto lost = window.reception->resume(id);
    QVERIFY(!lost && lost.error().error);
    QCOMPARE(lost.error().error->kind, base::Error::Kind::Missing);
    QCOMPARE(lost.error().error->place, u"sample-city 2026.12.1 birth"_s);
    QCOMPARE(window.reception->cases(true, 10)->size(), 1);
    QVERIFY(window.import(newer(u"materials[0].copies"_s, 2))); // what the sentence asks for
    QVERIFY(window.reception->resume(id));
}

void TestGuideNews::theSearchFollowsImportsAndDays()
{
    Window window;
    const desk::CurrentSearch search(*window.library, window.clock, window.profile->journal(), {}, u"411202"_s);
    const auto found = [&] {
        const QList<desk::MatterLine> lines = search.find({}, 10);
        return lines.isEmpty() ? QString() : lines[0].ref.version + u' ' + lines[0].name;
    };
    QCOMPARE(found(), u"2026.11.1 新生儿出生"_s);
    QVERIFY(window.import(withValue(newer(u"matters[0].name"_s, u"出生"_s), u"from"_s, u"2026-11-22"_s)));
    QCOMPARE(found(), u"2026.11.1 新生儿出生"_s);
    window.clock.advance(86400);
    QCOMPARE(found(), u"2026.12.1 出生"_s);
    QVERIFY(window.import(withValue(newer(u"matters[0].name"_s, u"生育"_s), u"version"_s, u"2026.12.2"_s)));
    QCOMPARE(found(), u"2026.12.2 生育"_s);
    window.clock.set(QDateTime(QDate(2026, 11, 20), QTime(9, 0)));
    QCOMPARE(found(), QString());
}

QTEST_GUILESS_MAIN(TestGuideNews)
#include "tst_guidenews.moc"
