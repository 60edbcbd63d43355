#include "core/people/staffbook.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using people::PasswordCost;
using people::StaffBook;
using people::StaffMember;
using Outcome = StaffBook::Attempt::Outcome;

Q_DECLARE_METATYPE(Outcome)

namespace {

const QString password = u"晴天-right-horse-27"_s;
const QDateTime monday(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
const QDateTime leaseEnd = monday.addDays(StaffBook::leaseDays);

StaffMember clerk()
{
    return {.account = 7, .name = u"wangfang"_s, .called = u"王芳"_s, .posts = {u"clerk"_s}, .version = 3};
}

StaffMember supervisor()
{
    return {.account = 8, .name = u"zhaolei"_s, .called = u"赵磊"_s, .posts = {u"supervisor"_s}, .version = 1};
}

/// A window at which the clerk signed in on Monday at nine.
struct Window {
    Window()
    {
        restart();
        QVERIFY(book->see(monday));
        QVERIFY(book->keep(clerk(), password, opener, leaseEnd));
    }
    void restart()
    {
        auto opened = StaffBook::open(dir.path(), PasswordCost::least());
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
        book.emplace(std::move(*opened));
    }
    StaffBook::Attempt attempt(const QString &typed, const QString &name = clerk().name)
    {
        const auto made = book->tryPassword(name, typed);
        return made ? *made : StaffBook::Attempt{.outcome = Outcome::Unknown, .left = -1};
    }

    QTemporaryDir dir;
    const base::Secret opener = base::Secret::random(32);
    std::optional<StaffBook> book;
};

}

class TestStaffBook : public QObject
{
    Q_OBJECT

private slots:
    void offline_data()
    {
        QTest::addColumn<qint64>("clock"); // seconds after the sign-in
        QTest::addColumn<qint64>("back"); // then the clock is turned back by so many
        QTest::addColumn<QString>("typed");
        QTest::addColumn<Outcome>("outcome");
        constexpr qint64 day = 86'400;
        QTest::newRow("an hour later") << qint64(3600) << qint64(0) << password << Outcome::Welcome;
        QTest::newRow("decomposed letters are the same") << qint64(1) << qint64(0) << password.normalized(QString::NormalizationForm_D) << Outcome::Welcome;
        QTest::newRow("another password") << qint64(3600) << qint64(0) << u"晴天-right-horse-28"_s << Outcome::Wrong;
        QTest::newRow("nothing typed") << qint64(3600) << qint64(0) << QString() << Outcome::Wrong;
        QTest::newRow("last second of the lease") << 7 * day - 1 << qint64(0) << password << Outcome::Welcome;
        QTest::newRow("lease over") << 7 * day << qint64(0) << password << Outcome::LeaseOver;
        QTest::newRow("over, clock turned back to the first day") << 7 * day << 6 * day << password << Outcome::LeaseOver;
        QTest::newRow("clock turned back before the sign-in") << qint64(0) << 30 * day << password << Outcome::Welcome;
    }
    void offline()
    {
        QFETCH(qint64, clock);
        QFETCH(qint64, back);
        QFETCH(QString, typed);
        QFETCH(Outcome, outcome);
        Window window;
        QVERIFY(window.book->see(monday.addSecs(clock)));
        window.restart();
        QVERIFY(window.book->see(monday.addSecs(clock - back)));
        const StaffBook::Attempt attempt = window.attempt(typed);
        QCOMPARE(attempt.outcome, outcome);
        const bool isRight = outcome != Outcome::Wrong;
        QCOMPARE(attempt.opener == window.opener, isRight); // also when the lease is over: the hub is behind the profile
        QCOMPARE(attempt.member.called, isRight ? u"王芳"_s : QString());
        QCOMPARE(window.attempt(password, u"nobody"_s).outcome, Outcome::Unknown);
    }

    /// With the clock held back, the lease runs by the time that the program runs.
    void aClockThatStandsStillExtendsNothing()
    {
        Window window;
        const QDateTime stuck = monday.addDays(-1);
        QVERIFY(window.book->see(stuck, 6 * 86'400'000LL));
        QCOMPARE(window.attempt(password).outcome, Outcome::Welcome);
        QVERIFY(window.book->see(stuck, 86'400'000LL));
        QCOMPARE(window.attempt(password).outcome, Outcome::LeaseOver);
        // The hub's clock is believed: a PC that was a year ahead once is not shut out for a year.
        QVERIFY(window.book->see(monday.addYears(1)));
        QVERIFY(window.book->hear(true, {clerk()}, leaseEnd, monday.addDays(1)));
        QCOMPARE(window.attempt(password).outcome, Outcome::Welcome);
    }

    void fiveWrongPasswordsLock()
    {
        Window window;
        for (int left = 4; left > 0; --left) {
            const StaffBook::Attempt wrong = window.attempt(u"wrong"_s);
            QCOMPARE(wrong.outcome, Outcome::Wrong);
            QCOMPARE(wrong.left, left);
            window.restart(); // ends nothing
        }
        const StaffBook::Attempt last = window.attempt(u"wrong"_s);
        QCOMPARE(last.outcome, Outcome::Locked);
        QCOMPARE(last.until, monday.addSecs(15 * 60));
        window.restart();
        QVERIFY(window.book->see(monday.addDays(-3))); // nor does the clock
        const StaffBook::Attempt right = window.attempt(password);
        QCOMPARE(right.outcome, Outcome::Locked);
        QVERIFY(right.opener.isEmpty());
        QVERIFY(window.book->see(monday.addSecs(15 * 60)));
        QCOMPARE(window.attempt(u"wrong"_s).outcome, Outcome::Locked); // a sixth one locks again at once
        QVERIFY(window.book->see(monday.addSecs(30 * 60)));
        QCOMPARE(window.attempt(password).outcome, Outcome::Welcome);
        QCOMPARE(window.attempt(u"wrong"_s).left, 4); // counted anew
    }

    /// The try is on the disk before its answer: who pulls the plug has used it up.
    void aTryCountsBeforeItIsJudged()
    {
        Window window;
        QCOMPARE(window.attempt(u"wrong"_s).left, 4);
        QFile file(window.dir.path() + u"/staff.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(bytes.contains("\"failures\": 1"), bytes.constData());
        QVERIFY(!bytes.contains(password.toUtf8()));
        QVERIFY(!bytes.contains(window.opener.view().toByteArray().toBase64()));
        QCOMPARE(file.permissions() & (QFile::ReadOther | QFile::ReadGroup), QFile::Permissions());
    }

    void pin_data()
    {
        QTest::addColumn<QString>("pin");
        QTest::addColumn<StaffBook::PinFault>("fault");
        QTest::newRow("six digits") << u"290417"_s << StaffBook::PinFault::None;
        QTest::newRow("twelve") << u"290417290418"_s << StaffBook::PinFault::None;
        QTest::newRow("five") << u"29041"_s << StaffBook::PinFault::TooShort;
        QTest::newRow("letters") << u"29041a"_s << StaffBook::PinFault::TooShort;
        QTest::newRow("digits of another script") << u"२९०४१७"_s << StaffBook::PinFault::TooShort;
        QTest::newRow("all the same") << u"777777"_s << StaffBook::PinFault::TooSimple;
        QTest::newRow("up") << u"123456"_s << StaffBook::PinFault::TooSimple;
        QTest::newRow("down") << u"987654"_s << StaffBook::PinFault::TooSimple;
    }
    void pin()
    {
        QFETCH(QString, pin);
        QFETCH(StaffBook::PinFault, fault);
        QCOMPARE(StaffBook::faultOfPin(pin), fault);
        Window window;
        QCOMPARE(window.book->setPin(clerk().name, pin).has_value(), fault == StaffBook::PinFault::None);
        QCOMPARE(window.book->hasPin(clerk().name), fault == StaffBook::PinFault::None);
    }

    void fiveWrongPinsWantThePassword()
    {
        Window window;
        QCOMPARE(window.book->tryPin(clerk().name, u"290417"_s)->outcome, Outcome::PasswordWanted); // there is none
        QVERIFY(window.book->setPin(clerk().name, u"290417"_s));
        const auto welcome = window.book->tryPin(clerk().name, u"290417"_s);
        QVERIFY(welcome);
        QCOMPARE(welcome->outcome, Outcome::Welcome);
        QVERIFY(welcome->opener.isEmpty()); // a PIN opens no profile
        for (int left = 4; left > 0; --left)
            QCOMPARE(window.book->tryPin(clerk().name, u"290418"_s)->left, left);
        QCOMPARE(window.book->tryPin(clerk().name, u"290418"_s)->outcome, Outcome::PasswordWanted);
        window.restart();
        QCOMPARE(window.book->tryPin(clerk().name, u"290417"_s)->outcome, Outcome::PasswordWanted);
        QCOMPARE(window.attempt(password).outcome, Outcome::Welcome);
        QCOMPARE(window.book->tryPin(clerk().name, u"290417"_s)->outcome, Outcome::Welcome);
    }

    void theHubChangesPeople()
    {
        Window window;
        QVERIFY(window.book->keep(supervisor(), u"another-long-one"_s, window.opener, leaseEnd));
        QVERIFY(window.book->setPin(clerk().name, u"290417"_s));
        StaffMember promoted = clerk();
        promoted.posts = {u"clerk"_s, u"supervisor"_s};
        QVERIFY(window.book->hear(true, {promoted, supervisor()}, leaseEnd.addDays(5), monday.addDays(5)));
        QCOMPARE(window.attempt(password).member.posts, promoted.posts);
        QVERIFY(window.book->isStillWelcome(clerk()));
        QVERIFY(window.book->see(leaseEnd.addDays(4))); // renewed
        QCOMPARE(window.attempt(password).outcome, Outcome::Welcome);

        StaffMember changed = promoted;
        changed.version = 4;
        QVERIFY(window.book->hear(true, {changed, supervisor()}, leaseEnd.addDays(5), monday.addDays(5)));
        QVERIFY(!window.book->isStillWelcome(clerk()));
        QVERIFY(!window.book->hasPin(clerk().name));
        QCOMPARE(window.attempt(password).outcome, Outcome::MustGoOnline);
        QVERIFY(window.attempt(password).opener == window.opener);
        QVERIFY(window.book->keep(changed, u"a-fresh-password"_s, window.opener, leaseEnd));
        QCOMPARE(window.attempt(password).outcome, Outcome::Wrong);
        QCOMPARE(window.attempt(u"a-fresh-password"_s).outcome, Outcome::Welcome);

        QVERIFY(window.book->hear(true, {supervisor()}, leaseEnd, monday));
        QCOMPARE(window.attempt(u"a-fresh-password"_s).outcome, Outcome::Unknown);
        QCOMPARE(window.book->members(), QList<StaffMember>{supervisor()});
        // Nobody is left: the last key is kept, and lets nobody in.
        QVERIFY(window.book->hear(true, {}, leaseEnd, monday));
        window.restart();
        const StaffBook::Attempt last = window.attempt(u"another-long-one"_s, supervisor().name);
        QCOMPARE(last.outcome, Outcome::Closed);
        QVERIFY(last.opener == window.opener);
        QVERIFY(window.book->members().isEmpty());
        QVERIFY(window.book->asks());
    }

    void damage_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<bool>("opens");
        QTest::newRow("untouched") << QByteArray() << QByteArray() << true;
        QTest::newRow("no book") << QByteArray("\"format\": 1") << QByteArray("\"format\": 9") << false;
        QTest::newRow("another algorithm") << QByteArray("argon2id13 xchacha20poly1305") << QByteArray("md5") << false;
        QTest::newRow("nameless") << QByteArray("\"wangfang\"") << QByteArray("\"\"") << false;
        QTest::newRow("cut off") << QByteArray("}") << QByteArray("") << false;
    }
    void damage()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(bool, opens);
        Window window;
        QFile file(window.dir.path() + u"/staff.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray bytes = file.readAll();
        file.close();
        if (!before.isEmpty())
            bytes.replace(before, after);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(bytes), bytes.size());
        file.close();
        const auto book = StaffBook::open(window.dir.path());
        QCOMPARE(book.has_value(), opens);
        if (!book)
            QCOMPARE(book.error().place, file.fileName());
    }

    void aSpoiltLockIsAnErrorAndNoPassword()
    {
        const base::Secret content = base::Secret::random(32);
        const auto lock = people::lockedBy(password, content, PasswordCost::least());
        QVERIFY(lock);
        QVERIFY(people::unlock(*lock, password)->content == content);
        QVERIFY(!people::unlock(*lock, u"wrong"_s)->isRight);
        people::PasswordLock flipped = *lock;
        flipped.box[flipped.box.size() - 1] = char(flipped.box.back() ^ 1);
        QVERIFY(!people::unlock(flipped, password));
        people::PasswordLock costly = *lock;
        costly.cost.memory = size_t(1) << 40;
        QVERIFY(!people::unlock(costly, password));
        people::PasswordLock saltless = *lock;
        saltless.salt.chop(1);
        QVERIFY(!people::unlock(saltless, password));
    }
};

QTEST_APPLESS_MAIN(TestStaffBook)
#include "tst_staffbook.moc"
