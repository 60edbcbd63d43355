#include "core/desk/profile.h"
#include "core/journal/journal.h"
#include "tests/support/fakes.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestProfile : public QObject
{
    Q_OBJECT

    support::FakeClock m_clock;
    support::NoKeyStore m_keys;

    base::Result<std::unique_ptr<desk::Profile>> open(const QString &folder) { return desk::Profile::open(folder, m_keys, m_clock); }

private slots:
    void aNewProfileBelongsToItsUserAlone()
    {
        QTemporaryDir place;
        const QString folder = place.filePath(u"profile"_s);
        const auto profile = open(folder);
        QVERIFY(profile.has_value());
        QCOMPARE(QFileInfo(folder).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeGroup | QFile::ExeOther),
                 QFile::Permissions());
        QCOMPARE((*profile)->keyPlace(), people::KeyPlace::KeyFile);
    }
    void oneProgramAtATimeHoldsIt()
    {
        QTemporaryDir place;
        const auto first = open(place.path());
        QVERIFY(first.has_value());
        const auto second = open(place.path());
        QVERIFY(!second.has_value());
        QCOMPARE(second.error().kind, base::Error::Kind::Busy);
    }
    void aFolderThatCannotBeMadeIsNamed()
    {
        const auto profile = open(u"/proc/nowhere/profile"_s);
        QVERIFY(!profile.has_value());
        QCOMPARE(profile.error().kind, base::Error::Kind::Storage);
        QCOMPARE(profile.error().place, u"/proc/nowhere/profile"_s);
    }
    void aFileInThePlaceOfTheFolderIsNamed()
    {
        QTemporaryDir place;
        QFile file(place.filePath(u"profile"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(!open(file.fileName()).has_value());
    }
    void wrongSettingsAreNamedAndNothingIsMade()
    {
        QTemporaryDir place;
        QFile ini(place.filePath(u"hall.ini"_s));
        QVERIFY(ini.open(QIODevice::WriteOnly));
        ini.write("[hall]\nwindowCode=window one\n");
        ini.close();
        const auto profile = open(place.path());
        QVERIFY(!profile.has_value());
        QCOMPARE(profile.error().kind, base::Error::Kind::Settings);
        QVERIFY(!QFileInfo::exists(place.filePath(u"journal.db"_s)));
    }
};
QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"
