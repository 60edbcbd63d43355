#include "core/base/datafolder.h"
#include "tests/app/support/display.h"
#include "tests/app/support/keyboard.h"
#include "tests/app/support/pastprofile.h"
#include "tests/app/support/words.h"

#include <QDir>
#include <QTest>

#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace {

const QString title = QStringLiteral("一窗");
const QString problemTitle = QStringLiteral("一窗无法启动");
/// Files that say who holds a profile, and those that SQLite keeps beside an open database.
const QStringList passing{QStringLiteral(".lock"), QStringLiteral("-wal"), QStringLiteral("-shm")};

using Spoil = void (*)(const QString &folder);

QByteArray noise()
{
    QByteArray bytes;
    for (quint32 i = 1; i <= 100'000; ++i)
        bytes += char((i * 2654435761U) >> 24);
    return bytes;
}

/// Replaces what stands from \a position on.
void overwrite(const QString &file, qsizetype position, const QByteArray &bytes)
{
    outside::write(file, outside::bytesOf(file).replace(position, bytes.size(), bytes));
}

void cutInHalf(const QString &file)
{
    const QByteArray bytes = outside::bytesOf(file);
    outside::write(file, bytes.first(bytes.size() / 2));
}

int mattersIn(const QString &guides)
{
    int matters = 0;
    const auto shelf = guides::Shelf::load(guides);
    for (const domain::GuidePack &pack : shelf->packs())
        matters += int(pack.matters.size());
    return matters;
}

/// No file of \a program grows any more; \a room: they do again.
bool allowGrowth(const outside::Program &program, bool room)
{
    const rlim_t most = room ? RLIM_INFINITY : 0;
    const rlimit limit{most, RLIM_INFINITY};
    return prlimit(pid_t(program.pid()), RLIMIT_FSIZE, &limit, nullptr) == 0;
}

}

/// What the program finds at its start is not what it should be: it says so and spoils nothing.
class TestBadProfile : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_profile = m_place.path(u"profile-%1"_s.arg(++m_count)); }

    void whatCannotBeUsedIsExplainedAndLeftAsItIs_data()
    {
        QTest::addColumn<Spoil>("spoil");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *name, const QString &named, Spoil spoil) { QTest::newRow(name) << spoil << named; };
        row("the hall's region code has two digits", u"hall/regionCode"_s,
            [](const QString &folder) { outside::write(folder + u"/hall.ini"_s, "[hall]\nregionCode=41\n"); });
        row("the public address is none", u"hall/publicUrl"_s,
            [](const QString &folder) { outside::write(folder + u"/hall.ini"_s, "[hall]\npublicUrl=hall\n"); });
        row("a misspelt setting", u"/hall.ini"_s,
            [](const QString &folder) { outside::write(folder + u"/hall.ini"_s, "[hall]\nregioncode=410300\n"); });
        row("the hall's settings are no settings", u"/hall.ini"_s,
            [](const QString &folder) { outside::write(folder + u"/hall.ini"_s, "[hall\nregionCode"); });
        row("the hall's settings are noise", u"/hall.ini"_s,
            [](const QString &folder) { outside::write(folder + u"/hall.ini"_s, noise()); });
        row("the key is gone", u"/profile.key"_s,
            [](const QString &folder) { QFile::remove(folder + u"/profile.key"_s); });
        row("nobody knows where the key is", u"/key.json"_s,
            [](const QString &folder) { QFile::remove(folder + u"/key.json"_s); });
        row("half a key", u"/profile.key"_s, [](const QString &folder) { cutInHalf(folder + u"/profile.key"_s); });
        row("the key of another profile", u"/journal.db"_s,
            [](const QString &folder) { overwrite(folder + u"/profile.key"_s, 0, QByteArray(32, 'k')); });
        row("a journal of a newer version", u"/journal.db"_s,
            [](const QString &folder) { overwrite(folder + u"/journal.db"_s, 60, QByteArray("\0\0\x1\0", 4)); });
    }
    void whatCannotBeUsedIsExplainedAndLeftAsItIs()
    {
        QFETCH(Spoil, spoil);
        QFETCH(QString, named);
        makeProfile();
        spoil(m_profile);
        const auto before = outside::filesBelow(m_profile, passing);
        problem(outside::builtProgram(u"yichuang"_s), named);
        QCOMPARE(outside::filesBelow(m_profile, passing), before);
    }

    void aProfileThatIsAFileStaysAFile()
    {
        outside::write(m_profile, "not a folder");
        problem(outside::builtProgram(u"yichuang"_s), m_profile);
        QCOMPARE(outside::bytesOf(m_profile), "not a folder");
    }

    void aProfileWhereNothingCanBeWritten()
    {
        m_profile = u"/proc/nowhere"_s;
        problem(outside::builtProgram(u"yichuang"_s), m_profile);
        QVERIFY(!QFile::exists(m_profile));
    }

    void aDamagedJournalIsPutAsideWhole_data()
    {
        QTest::addColumn<Spoil>("spoil");
        QTest::newRow("noise") << Spoil([](const QString &file) { outside::write(file, noise()); });
        QTest::newRow("empty") << Spoil([](const QString &file) { outside::write(file, {}); });
        QTest::newRow("its second half is missing") << Spoil(cutInHalf);
        QTest::newRow("a page in the middle is overwritten")
            << Spoil([](const QString &file) { overwrite(file, 4096, QByteArray(4096, 'x')); });
    }
    void aDamagedJournalIsPutAsideWhole()
    {
        QFETCH(Spoil, spoil);
        const QString mark = makeProfile();
        spoil(m_profile + u"/journal.db"_s);
        const QByteArray damaged = outside::bytesOf(m_profile + u"/journal.db"_s);
        {
            outside::Program counter(outside::builtProgram(u"yichuang"_s), arguments(), m_words.environment());
            const QString window = m_display.newWindow(title);
            QVERIFY2(!window.isEmpty(), counter.output().constData());
            QVERIFY2(m_words.appear(u"/damaged-"_s), qPrintable(m_words.all()));
            openNewborn(window);
            QVERIFY(closes(counter));
        }
        const QStringList aside = QDir(m_profile).entryList({u"damaged-*"_s}, QDir::Dirs);
        QCOMPARE(aside.size(), 1);
        QCOMPARE(outside::bytesOf(m_profile + u'/' + aside.first() + u"/journal.db"_s), damaged);
        outside::PastProfile past(m_profile);
        QVERIFY(past.setAside().isEmpty());
        QVERIFY(past.journal().verify().has_value());
        QCOMPARE(past.cases().size(), 1);
        QVERIFY2(past.journal().identity().mark != mark, "no number of the lost journal can come again");
    }

    void aBrokenPackDoesNotKeepTheOthersAway_data()
    {
        QTest::addColumn<Spoil>("spoil");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *name, const QString &named, Spoil spoil) { QTest::newRow(name) << spoil << named; };
        row("noise", u"bad.json"_s, [](const QString &guides) { outside::write(guides + u"/bad.json"_s, noise()); });
        row("an empty file", u"bad.json"_s, [](const QString &guides) { outside::write(guides + u"/bad.json"_s, {}); });
        row("JSON of another program", u"bad.json"_s,
            [](const QString &guides) { outside::write(guides + u"/bad.json"_s, "{\"name\": \"x\"}"); });
        row("one of ours was cut off", u"luoyang-personal.json"_s,
            [](const QString &guides) { cutInHalf(guides + u"/luoyang-personal.json"_s); });
    }
    void aBrokenPackDoesNotKeepTheOthersAway()
    {
        QFETCH(Spoil, spoil);
        QFETCH(QString, named);
        const QString program = ownTree();
        const QString guides = m_place.path(u"tree-%1/share/yichuang/guides"_s.arg(m_count));
        spoil(guides);
        {
            outside::Program counter(program, arguments(), m_words.environment());
            const QString window = m_display.newWindow(title);
            QVERIFY2(!window.isEmpty(), counter.output().constData());
            QVERIFY2(m_words.appear(named), qPrintable(m_words.all()));
            const QString matters = u"\n%1 项\n"_s.arg(mattersIn(guides));
            QVERIFY2(m_words.appear(matters), qPrintable(matters + m_words.all()));
            openNewborn(window);
            QVERIFY(closes(counter));
        }
        outside::PastProfile past(m_profile);
        QCOMPARE(past.cases().size(), 1);
        QCOMPARE(past.cases().first().guide.matter, u"newborn"_s);
    }

    void withoutFolderOfGuidesOrFormsItDoesNotStart_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("guides") << u"guides"_s;
        QTest::newRow("forms") << u"forms"_s;
    }
    void withoutFolderOfGuidesOrFormsItDoesNotStart()
    {
        QFETCH(QString, folder);
        const QString program = ownTree();
        const QString gone = m_place.path(u"tree-%1/share/yichuang/%2"_s.arg(QString::number(m_count), folder));
        QVERIFY(QDir(gone).removeRecursively());
        problem(program, gone);
    }

    void onAFullDiskNothingIsHalfSavedAndTheWorkGoesOnLater()
    {
        {
            outside::Program counter(outside::builtProgram(u"yichuang"_s), arguments(), m_words.environment());
            const QString window = m_display.newWindow(title);
            QVERIFY2(!window.isEmpty(), counter.output().constData());
            QVERIFY(!m_words.all().contains(u"磁盘已满"_s));
            QVERIFY(allowGrowth(counter, false));
            openNewborn(window);
            QVERIFY2(m_words.appear(u"磁盘已满"_s), qPrintable(m_words.all()));
            QVERIFY(counter.isRunning());
            QVERIFY(allowGrowth(counter, true));
            m_keyboard.press(u"Return"_s);
            QVERIFY(closes(counter));
        }
        outside::PastProfile past(m_profile);
        QVERIFY(past.setAside().isEmpty());
        const auto events = past.journal().verify();
        QVERIFY(events.has_value());
        QCOMPARE(past.cases().size(), 1);
        QCOMPARE(*events, 1);
    }

private:
    QStringList arguments() const { return {u"--profile"_s, m_profile}; }

    /// A profile with a case in it; the mark of its numbers.
    QString makeProfile()
    {
        outside::PastProfile past(m_profile);
        const domain::Guide guide = past.guide(u"sanmenxia-personal"_s, u"newborn"_s);
        if (!past.reception().open(guide.ref))
            qFatal("no case can be opened");
        return past.journal().identity().mark;
    }

    /// The program with guides and forms of its own, which may be spoilt.
    QString ownTree()
    {
        const QString tree = m_place.path(u"tree-%1"_s.arg(m_count));
        const QDir data(base::dataFolder());
        for (const QString &folder : data.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            outside::copyFolder(data.filePath(folder), tree + u"/share/yichuang/"_s + folder);
        QDir().mkpath(tree + u"/bin"_s);
        if (!QFile::copy(outside::builtProgram(u"yichuang"_s), tree + u"/bin/yichuang"_s))
            qFatal("the program cannot be copied");
        return tree + u"/bin/yichuang"_s;
    }

    /// Starts \a program, which shows nothing but what is wrong, naming \a named, and ends with 1 when that is closed.
    void problem(const QString &program, const QString &named)
    {
        outside::Program counter(program, arguments(), m_words.environment());
        const QString window = m_display.newWindow(problemTitle);
        QVERIFY2(!window.isEmpty(), counter.output().constData());
        QVERIFY(m_display.windows(title).isEmpty());
        QVERIFY2(m_words.appear(named), qPrintable(m_words.all()));
        QVERIFY(m_display.activate(window));
        m_keyboard.press(u"Escape"_s);
        QCOMPARE(counter.exitCode(), std::optional(1));
    }

    void openNewborn(const QString &window)
    {
        QVERIFY(m_display.activate(window));
        m_keyboard.press(outside::strokesOf(u"xse"_s));
        m_keyboard.press(u"Return"_s);
    }

    bool closes(outside::Program &counter)
    {
        m_keyboard.press(u"alt+F4"_s);
        return counter.exitCode() == 0 && m_display.isGone(title);
    }

    outside::Place m_place;
    outside::Display m_display{m_place};
    outside::Words m_words{m_place, m_display.environment()};
    outside::Keyboard m_keyboard{m_display};
    QString m_profile;
    int m_count = 0;
};

QTEST_GUILESS_MAIN(TestBadProfile)
#include "tst_badprofile.moc"
