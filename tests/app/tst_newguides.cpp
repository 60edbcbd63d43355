#include "core/base/datafolder.h"
#include "core/desk/guidelibrary.h"
#include "tests/app/support/display.h"
#include "tests/app/support/keyboard.h"
#include "tests/app/support/pastprofile.h"
#include "tests/app/support/words.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString title = u"一窗"_s;
const QString packId = u"sanmenxia-personal"_s;
const QString newVersion = u"9999.1"_s;

/// The shipped pack in a newer version, in which the newborn's matter asks one question more.
QByteArray newerPack()
{
    const QByteArray shipped = outside::bytesOf(base::dataFolder() + u"/guides/%1.json"_s.arg(packId));
    QJsonObject pack = QJsonDocument::fromJson(shipped).object();
    pack.insert("version"_L1, newVersion);
    QJsonArray matters = pack.value("matters"_L1).toArray();
    for (QJsonValueRef entry : matters) {
        QJsonObject matter = entry.toObject();
        if (matter.value("id"_L1).toString() != "newborn"_L1)
            continue;
        QJsonArray situations = matter.value("situations"_L1).toArray();
        situations.append(QJsonDocument::fromJson(R"({"id": "one-question-more", "question": "新增的问题？", "kind": "choice",
            "options": [{"id": "a", "label": "甲"}, {"id": "b", "label": "乙"}], "source": "样例", "confidence": "low"})")
                              .object());
        matter.insert("situations"_L1, situations);
        entry = matter;
    }
    pack.insert("matters"_L1, matters);
    return QJsonDocument(pack).toJson();
}

}

/// The program with a profile into which a newer version of the guides was imported.
class TestNewGuides : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void anOldCaseIsToldAndKeepsItsVersion();
    void anAlteredImportIsNamedAndNotUsed();
    void aPackComesInThroughTheWindow();

private:
    QStringList arguments() const { return {u"--profile"_s, m_profile}; }
    QString imported() const { return m_profile + u"/guides/%1-%2.json"_s.arg(packId, newVersion); }

    outside::Place m_place;
    outside::Display m_display{m_place};
    outside::Words m_words{m_place, m_display.environment()};
    outside::Keyboard m_keyboard{m_display};
    QString m_profile;
    QString m_number; ///< of a case with the shipped version
    QString m_version;
    int m_count = 0;
};

void TestNewGuides::init()
{
    m_profile = m_place.path(u"profile-%1"_s.arg(++m_count));
    {
        outside::PastProfile past(m_profile);
        const auto work = past.reception().open(past.guide(packId, u"newborn"_s).ref);
        QVERIFY(work);
        m_number = (*work)->file().number;
        m_version = (*work)->guide().ref.version;
    }
    const base::SystemClock clock;
    const auto library = desk::GuideLibrary::open(base::dataFolder(), m_profile, clock);
    QVERIFY(library);
    const QString file = m_place.path(u"brought.json"_s);
    outside::write(file, newerPack());
    QVERIFY((*library)->import((*library)->look(file), desk::Consent{u"李管理"_s, u"试用"_s}));
    QVERIFY(QFile::exists(imported()));
}

void TestNewGuides::anOldCaseIsToldAndKeepsItsVersion()
{
    outside::Program counter(outside::builtProgram(u"yichuang"_s), arguments(), m_words.environment());
    const QString window = m_display.newWindow(title);
    QVERIFY2(!window.isEmpty(), counter.output().constData());
    QVERIFY(m_display.activate(window));
    m_keyboard.press(outside::strokesOf(m_number));
    m_keyboard.press(u"Return"_s);
    QVERIFY2(m_words.appear(u"清单已有新版本%1，本办件仍按%2版清单办理。"_s.arg(newVersion, m_version)), qPrintable(m_words.all()));
    QVERIFY2(m_words.appear(u"要询问“新增的问题？”"_s), qPrintable(m_words.all()));
    m_keyboard.press(u"alt+F4"_s);
    QCOMPARE(counter.exitCode(), std::optional(0));
}

void TestNewGuides::anAlteredImportIsNamedAndNotUsed()
{
    outside::write(imported(), newerPack().replace("新增的问题", "篡改的问题"));
    outside::Program counter(outside::builtProgram(u"yichuang"_s), arguments(), m_words.environment());
    const QString window = m_display.newWindow(title);
    QVERIFY2(!window.isEmpty(), counter.output().constData());
    QVERIFY2(m_words.appear(imported()), qPrintable(m_words.all()));
    QVERIFY(m_display.activate(window));
    m_keyboard.press(outside::strokesOf(u"xse"_s));
    m_keyboard.press(QStringList{u"Return"_s, u"alt+F4"_s});
    QCOMPARE(counter.exitCode(), std::optional(0));
    QVERIFY(QFile::exists(imported() + u".aside-1"_s));
    outside::PastProfile past(m_profile);
    QCOMPARE(past.cases().size(), 2);
    QCOMPARE(past.cases().first().guide.version, m_version);
}

/// Chosen in the file dialog, answered for by an administrator, in use at once; all by keys.
void TestNewGuides::aPackComesInThroughTheWindow()
{
    QVERIFY(QDir(m_profile + u"/guides"_s).removeRecursively());
    outside::Program counter(outside::builtProgram(u"yichuang"_s), arguments(), m_words.environment());
    const QString window = m_display.newWindow(title);
    QVERIFY2(!window.isEmpty(), counter.output().constData());
    QVERIFY(m_display.activate(window));
    m_keyboard.press(QStringList{u"ctrl+3"_s, u"F8"_s});
    const QString dialog = m_display.newWindow(u"选择指南包"_s);
    QVERIFY2(!dialog.isEmpty(), qPrintable(m_words.all()));
    QVERIFY(m_display.activate(dialog));
    m_keyboard.press(outside::strokesOf(m_place.path(u"brought.json"_s)));
    m_keyboard.press(u"Return"_s);
    QVERIFY2(m_words.appear(u"没有签名：无法确认由谁发布。"_s), qPrintable(m_words.all()));
    QVERIFY(m_display.activate(window));
    m_keyboard.press(outside::strokesOf(u"li"_s) + QStringList{u"Return"_s} + outside::strokesOf(u"fax"_s));
    m_keyboard.press(u"Return"_s);
    QVERIFY2(m_words.appear(u"新办件即日起使用此版本；按 F4 可与原版本对比。"_s), qPrintable(m_words.all()));
    QVERIFY(QFile::exists(imported()));
    m_keyboard.press(u"alt+F4"_s);
    QCOMPARE(counter.exitCode(), std::optional(0));
}

QTEST_GUILESS_MAIN(TestNewGuides)
#include "tst_newguides.moc"
