#include "core/desk/backupfiles.h"
#include "core/journal/journal.h"
#include "tests/core/desk/staffedwindow.h"

#include <QMap>

using namespace Qt::StringLiterals;
using namespace staffed;

Q_DECLARE_METATYPE(people::KeyPlace)

namespace {

/// A desktop's key store of the test's own.
class MemoryStore final : public people::KeyStore
{
public:
    base::Result<base::Secret> read(const QString &name) override { return m_kept.value(name); }
    base::Result<> write(const QString &name, const base::Secret &secret) override
    {
        m_kept.insert(name, secret);
        return {};
    }
    base::Result<> remove(const QString &name) override
    {
        m_kept.remove(name);
        return {};
    }

private:
    QMap<QString, base::Secret> m_kept;
};

}

/// A safety copy of a window whose people sign in: where the key is after it was put back, and who may come in.
class TestStaffCopies : public QObject
{
    Q_OBJECT

private slots:
    /// Place of the key × what the new PC has: after a restore the key is where key.json says, and nobody is let in whom the hub has not seen.
    void aSafetyCopyBesideAccounts_data()
    {
        QTest::addColumn<KeyPlace>("before");
        QTest::addColumn<bool>("hasStore"); // the new PC
        QTest::addColumn<bool>("isOlder"); // a copy of a program that did not say where the key was
        QTest::addColumn<QByteArray>("settings");
        QTest::addColumn<KeyPlace>("after");
        const QByteArray plain, sm = "[hall]\nsuite=sm\n";
        QTest::newRow("in a file") << KeyPlace::KeyFile << false << false << plain << KeyPlace::KeyFile;
        QTest::newRow("in a file, a store there") << KeyPlace::KeyFile << true << false << plain << KeyPlace::KeyFile;
        QTest::newRow("under passwords") << KeyPlace::Staff << false << false << plain << KeyPlace::Staff;
        QTest::newRow("under passwords, a store there") << KeyPlace::Staff << true << false << plain << KeyPlace::Staff;
        QTest::newRow("under passwords, sealed by SM4") << KeyPlace::Staff << false << false << sm << KeyPlace::Staff;
        QTest::newRow("under passwords, older copy") << KeyPlace::Staff << false << true << plain << KeyPlace::Staff;
        QTest::newRow("in a store") << KeyPlace::SystemKeyStore << true << false << plain << KeyPlace::SystemKeyStore;
        QTest::newRow("in a store, none there") << KeyPlace::SystemKeyStore << false << false << plain << KeyPlace::KeyFile;
        QTest::newRow("in a store, older copy") << KeyPlace::SystemKeyStore << true << true << plain << KeyPlace::KeyFile;
    }
    void aSafetyCopyBesideAccounts()
    {
        QFETCH(KeyPlace, before);
        QFETCH(bool, hasStore);
        QFETCH(bool, isOlder);
        QFETCH(QByteArray, settings);
        QFETCH(KeyPlace, after);
        Center center;
        MemoryStore oldStore, newStore;
        support::NoKeyStore none;
        QTemporaryDir usb;
        const bool hasPeople = before != KeyPlace::KeyFile;
        Window first(center, before == KeyPlace::SystemKeyStore ? &oldStore : nullptr, settings);
        if (hasPeople) {
            QVERIFY(!first.signIn(u"zhaolei"_s, center.add(u"zhaolei"_s, u"赵磊"_s, {Role::HallSupervisor}), good));
            QVERIFY(!first.signIn(u"wangfang"_s, center.add(u"wangfang"_s, u"王芳"_s, {Role::Clerk}), otherGood));
            QVERIFY(first.desk->setPin(u"290417"_s));
        }
        const int incarnation = first.profile->journal().identity().incarnation;
        if (isOlder)
            QVERIFY(QFile::rename(first.profileFolder + u"/key.json"_s, usb.filePath(u"aside"_s)));
        const auto words = desk::setUpRecovery(first.profileFolder);
        const auto copy = desk::backUp({first.profileFolder, first.profile->keys().profile, first.profile->device(), usb.path(), first.clock.now()});
        QVERIFY2(words && copy, copy ? "" : qPrintable(copy.error().detail));
        first.desk.reset();
        first.profile.reset();
        if (hasPeople)
            QVERIFY(center.accounts.close(u"wangfang"_s, u"test"_s)); // after the copy

        people::KeyStore &store = hasStore ? static_cast<people::KeyStore &>(newStore) : none;
        const QString folder = usb.filePath(u"second"_s);
        const auto restored = desk::restore(copy->file, *words, folder, first.clock, store);
        QVERIFY2(restored, restored ? "" : qPrintable(restored.error().detail + restored.error().place));
        QCOMPARE(*restored, after);
        QCOMPARE(QFile::exists(folder + u"/profile.key"_s), after == KeyPlace::KeyFile);
        base::Secret opener;
        if (after == KeyPlace::Staff) {
            QCOMPARE(desk::Profile::open(folder, store, first.clock).error().kind, base::Error::Kind::Secret);
            auto book = people::StaffBook::open(folder);
            QVERIFY(book && book->see(first.clock.now()));
            const auto attempt = book->tryPassword(u"wangfang"_s, otherGood);
            QVERIFY(attempt && attempt->outcome == people::StaffBook::Attempt::Outcome::MustGoOnline);
            opener = attempt->opener;
        }
        Window second(center, folder, store, opener);
        QCOMPARE(second.profile->keyPlace(), after);
        QVERIFY(second.profile->journal().verify().has_value());
        QCOMPARE(second.profile->journal().identity().incarnation, incarnation + 1);
        if (!hasPeople) {
            QCOMPARE(second.desk->state(), State::Open);
            return;
        }
        QCOMPARE(second.desk->state(), State::Away);
        QVERIFY(!second.desk->book().hasPin(u"wangfang"_s));
        second.line = Window::Line::Cut;
        QCOMPARE(second.signIn(u"zhaolei"_s, good)->why, Why::MustGoOnline);
        QCOMPARE(second.signIn(u"wangfang"_s, otherGood)->why, Why::MustGoOnline);
        second.line = Window::Line::Good;
        QCOMPARE(second.signIn(u"wangfang"_s, otherGood)->why, Why::Wrong); // closed meanwhile
        QVERIFY(!second.signIn(u"zhaolei"_s, good));
        QCOMPARE(second.duty->name(), u"赵磊"_s);
        // From a file it comes under the password again, as on any first sign-in.
        QCOMPARE(*people::keyPlaceOf(folder), second.isKeptBySystem() ? KeyPlace::SystemKeyStore : KeyPlace::Staff);
        QVERIFY(!QFile::exists(folder + u"/profile.key"_s));
    }
};

QTEST_GUILESS_MAIN(TestStaffCopies)
#include "tst_staffcopies.moc"
