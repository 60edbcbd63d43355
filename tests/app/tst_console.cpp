#include "core/desk/auditbook.h"
#include "core/desk/profile.h"
#include "core/desk/profileacts.h"
#include "core/desk/staffmemory.h"
#include "tests/support/fakes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using people::PasswordCost;
using people::StaffBook;

namespace {

const QString clerk = u"wangfang"_s;
const QString supervisor = u"zhaolei"_s;
const QString clerksPassword = u"雨天-wrong-horse-72"_s;
const QString supervisorsPassword = u"晴天-right-horse-27"_s;

enum class Kind {
    Open, ///< nobody is asked
    Asks, ///< the key lies in a file; people sign in
    Kept, ///< the key lies under their passwords
};

/// The profile of a window that somebody at a console works on.
struct Place {
    explicit Place(Kind kind)
    {
        auto fresh = desk::Profile::open(folder, keys, clock);
        if (!fresh)
            qFatal("no profile");
        if (kind == Kind::Open)
            return;
        auto book = StaffBook::open(folder, PasswordCost::least());
        const base::Secret opener = kind == Kind::Kept ? (*fresh)->keys().opener : base::Secret();
        const QDateTime lease = clock.now().toUTC().addDays(7);
        const bool isKept = book && book->see(clock.now()) && desk::bindBook(*book, (*fresh)->keys().profile, (*fresh)->journal())
            && book->keep({7, clerk, u"王芳"_s, {u"clerk"_s}, 1}, clerksPassword, opener, lease)
            && book->keep({8, supervisor, u"赵磊"_s, {u"hall-supervisor"_s}, 1}, supervisorsPassword, opener, lease)
            && desk::rememberBook(*book, (*fresh)->journal());
        fresh->reset();
        if (!isKept || (kind == Kind::Kept && !people::leaveKeyToStaff(folder)))
            qFatal("no book");
    }
    struct Said {
        int code = -1;
        QString out, err;
    };
    Said run(const QStringList &arguments, const QStringList &typed) const
    {
        QProcess program;
        program.start(QCoreApplication::applicationDirPath() + u"/yichuang"_s, QStringList{u"--profile"_s, folder, u"--language"_s, u"en"_s} + arguments);
        program.write((typed.join(u'\n') + u'\n').toUtf8());
        program.closeWriteChannel();
        if (!program.waitForFinished(120'000))
            return {};
        return {program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -2, QString::fromUtf8(program.readAllStandardOutput()),
                QString::fromUtf8(program.readAllStandardError())};
    }
    int failuresOf(const QString &name) const
    {
        QFile file(folder + u"/staff.json"_s);
        const QJsonArray people = file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()["people"_L1].toArray() : QJsonArray();
        const auto found = std::ranges::find_if(people, [&](const QJsonValue &person) { return person.toObject()["name"_L1].toString() == name; });
        return found == people.end() ? -1 : found->toObject()["failures"_L1].toInt();
    }
    /// The trail, each line as “act who subject”, the first first.
    QStringList trail() const
    {
        auto book = StaffBook::open(folder, PasswordCost::least());
        const base::Secret opener = book->tryPassword(supervisor, supervisorsPassword)->opener;
        support::NoKeyStore store;
        const auto profile = desk::Profile::open(folder, store, clock, opener);
        QStringList lines;
        if (profile) {
            for (const desk::AuditEntry &entry : desk::AuditBook((*profile)->journal(), clock, {}).page(0, 50).value_or(QList<desk::AuditEntry>()))
                lines.prepend(QStringList{entry.word, entry.who, entry.subject}.join(u' '));
        }
        return lines;
    }

    QTemporaryDir dir;
    const QString folder = dir.filePath(u"profile"_s);
    support::FakeClock clock{QDateTime::currentDateTime()}; // as the program's own
    support::NoKeyStore keys;
};

}

Q_DECLARE_METATYPE(Kind)

/// What is done to a profile from a console is done by somebody, where the window asks who works at it.
class TestConsole : public QObject
{
    Q_OBJECT

private slots:
    void whoMay_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QStringList>("typed");
        QTest::addColumn<bool>("isDone");
        QTest::addColumn<QString>("said"); // part of it
        QTest::addColumn<QString>("noted"); // last line of the trail; empty: not looked at
        const QStringList verify{u"--verify"_s}, recovery{u"--set-up-recovery"_s}, audit{u"--export-audit"_s, u"FOLDER/trail.csv"_s}, rotate{u"--rotate-key"_s},
            list{u"--dishonesty-list"_s, u"FOLDER/list.json"_s, u"--consent"_s, u"王主任: 十一月名单"_s};
        const QStringList byClerk{clerk, clerksPassword}, bySupervisor{supervisor, supervisorsPassword}, byNobody{u"nobody"_s, clerksPassword};
        QTest::newRow("a window that asks nobody") << Kind::Open << verify << QStringList() << true << u"whole"_s << QString();
        for (const auto &[kind, name] : {std::pair(Kind::Asks, "key in a file"), std::pair(Kind::Kept, "key under passwords")}) {
            const auto row = [name = name](const char *what) -> QTestData & { return QTest::newRow(qPrintable(u"%1: %2"_s.arg(QLatin1String(name), QLatin1String(what)))); };
            row("clerk verifies") << kind << verify << byClerk << true << u"whole"_s << QString();
            row("nothing typed") << kind << verify << QStringList() << false << u"nobody of this name"_s << QString();
            row("wrong password") << kind << verify << QStringList{clerk, u"x"_s} << false << u"left before it is locked: 4"_s << QString();
            row("unknown") << kind << verify << byNobody << false << u"nobody of this name"_s << QString();
            row("clerk exports the trail") << kind << audit << byClerk << false << u"hall-supervisor"_s << u"refused 王芳 "_s;
            row("supervisor exports the trail") << kind << audit << bySupervisor << true << u"lines"_s << u"exported 赵磊 trail.csv"_s;
            row("supervisor makes a recovery code") << kind << recovery << bySupervisor << true << u"-"_s << u"key-changed 赵磊 recovery code"_s;
            row("clerk imports a list") << kind << list << byClerk << false << u"hall-supervisor"_s << u"refused 王芳 "_s;
            row("supervisor imports a list") << kind << list << bySupervisor << true << u"in use from now on"_s << u"imported 赵磊 list.json"_s;
            row("clerk joins a hub") << kind << QStringList{u"--join"_s, u"https://hub.example:1 CODE"_s} << byClerk << false << u"hall-supervisor"_s << u"refused 王芳 "_s;
            row("clerk says what is past its time") << kind << QStringList{u"--retention"_s} << byClerk << true << u"nothing was changed"_s << QString();
            row("clerk forgets it") << kind << QStringList{u"--retention"_s, u"--do"_s} << byClerk << false << u"hall-supervisor"_s << u"refused 王芳 "_s;
            row("supervisor forgets it") << kind << QStringList{u"--retention"_s, u"--do"_s} << bySupervisor << true << u"forgotten"_s << u"forgotten 赵磊 "_s;
            row("what a new key means") << kind << rotate << bySupervisor << true << u"nothing was changed"_s << QString();
            row("clerk changes the key") << kind << rotate + QStringList{u"--do"_s} << byClerk << false << u"hall-supervisor"_s << u"refused 王芳 "_s;
            row("supervisor changes the key") << kind << rotate + QStringList{u"--do"_s} << bySupervisor << true << u"the key was changed"_s << u"key-changed 赵磊 "_s;
        }
    }
    void whoMay()
    {
        QFETCH(Kind, kind);
        QFETCH(QStringList, command);
        QFETCH(QStringList, typed);
        QFETCH(bool, isDone);
        QFETCH(QString, said);
        QFETCH(QString, noted);
        const Place place(kind);
        QFile list(place.dir.filePath(u"list.json"_s));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write(R"({"format": 1, "kind": "dishonesty list", "version": "47", "source": "样例", "day": "2026-11-20", "numbers": []})");
        list.close();
        const Place::Said answer = place.run(command.replaceInStrings(u"FOLDER"_s, place.dir.path()), typed);
        QVERIFY2(answer.code == (isDone ? 0 : 1), qPrintable(answer.err));
        QVERIFY2((isDone ? answer.out : answer.err).contains(said), qPrintable(answer.out + answer.err));
        QVERIFY(!(answer.out + answer.err).contains(clerksPassword) && !(answer.out + answer.err).contains(supervisorsPassword));
        if (kind != Kind::Open)
            QCOMPARE(place.failuresOf(clerk), said.contains(u"left"_s) ? 1 : 0);
        if (!noted.isEmpty())
            QCOMPARE(place.trail().value(place.trail().size() - 1), noted);
    }

    void fiveWrongOnesLock()
    {
        const Place place(Kind::Kept);
        for (int i = 0; i < 4; ++i)
            QVERIFY(place.run({u"--verify"_s}, {clerk, u"wrong"_s}).err.contains(u"left"_s));
        QVERIFY(place.run({u"--verify"_s}, {clerk, u"wrong"_s}).err.contains(u"locked until"_s));
        const Place::Said right = place.run({u"--verify"_s}, {clerk, clerksPassword});
        QCOMPARE(right.code, 1);
        QVERIFY2(right.err.contains(u"locked until"_s), qPrintable(right.err));
        QCOMPARE(place.run({u"--verify"_s}, {supervisor, supervisorsPassword}).code, 0);
    }

    /// Whoever deletes the list of people is asked by nobody else than the hub.
    void aListThatIsGoneIsNoWayIn()
    {
        const Place place(Kind::Asks);
        QVERIFY(QFile::remove(place.folder + u"/staff.json"_s));
        for (int i = 0; i < 2; ++i) {
            const Place::Said answer = place.run({u"--verify"_s}, {supervisor, supervisorsPassword});
            QCOMPARE(answer.code, 1);
            QVERIFY2(answer.err.contains(i == 0 ? u"staff.json is gone"_s : u"nobody of this name"_s), qPrintable(answer.err));
        }
    }

    void afterAChangeOfTheKey()
    {
        const Place place(Kind::Kept);
        const Place::Said changed = place.run({u"--rotate-key"_s, u"--do"_s}, {supervisor, supervisorsPassword});
        QVERIFY2(changed.code == 0 && changed.out.contains(u"王芳"_s), qPrintable(changed.out + changed.err)); // said before
        const Place::Said other = place.run({u"--verify"_s}, {clerk, clerksPassword});
        QVERIFY2(other.code == 1 && other.err.contains(u"hub"_s), qPrintable(other.err));
        QCOMPARE(place.run({u"--verify"_s}, {supervisor, supervisorsPassword}).code, 0);
    }

    void everyActHasItsPost()
    {
        int wanting = 0;
        for (int act = 0; act < desk::profileActs; ++act) {
            const std::optional<domain::Post> post = desk::postFor(desk::ProfileAct(act));
            QVERIFY(!post || *post == domain::Post::Supervisor);
            wanting += post ? 1 : 0;
        }
        QCOMPARE(wanting, 6);
    }
};

QTEST_GUILESS_MAIN(TestConsole)
#include "tst_console.moc"
