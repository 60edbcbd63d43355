#include "core/desk/papercheck.h"
#include "core/domain/casenumber.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using desk::PaperCheck;
using Kind = desk::PaperFinding::Kind;

namespace {

/// A window with its own folder.
struct Window {
    explicit Window(const QString &name) :
        check(*people::WindowKey::open(dir.path(), base::Secret::random(32)), u"样例市政务服务中心"_s, name,
              dir.filePath(u"windows"_s))
    {
    }
    QString folder() const { return dir.filePath(u"windows"_s); }

    QTemporaryDir dir;
    PaperCheck check;
};

papers::Stamp receipt()
{
    return {.caseNumber = domain::CaseNumber{u"411202"_s, u"001"_s, u"A1"_s, QDate(2026, 11, 21), 1}.text(),
            .kind = domain::PaperKind::FilingReceipt,
            .number = 1,
            .issuedAt = QDateTime(QDate(2026, 11, 21), QTime(1, 2, 3), Qt::UTC),
            .lines = 12};
}

QString codeOf(const papers::Stamp &stamp)
{
    return u"https://zw.example.cn/c/"_s + stamp.caseNumber;
}

}

class TestPaperCheck : public QObject
{
    Q_OBJECT

private slots:
    void itsOwnPaperIsGenuine()
    {
        const Window window(u"综合受理01号窗口"_s);
        const auto found = window.check.check(window.check.stamped(codeOf(receipt()), receipt()));
        QCOMPARE(found.kind, Kind::Genuine);
        QVERIFY(found.stamp == receipt());
        QCOMPARE(found.signer.window, u"综合受理01号窗口"_s);
    }

    void anotherWindowKnowsItByItsCard()
    {
        const Window first(u"综合受理01号窗口"_s);
        const Window second(u"综合受理02号窗口"_s);
        const QString scanned = first.check.stamped(codeOf(receipt()), receipt());
        QCOMPARE(second.check.check(scanned).kind, Kind::UnknownSigner);
        QVERIFY(people::keepWindow(first.check.card(), second.folder()));
        const QTemporaryDir third;
        const PaperCheck knows(*people::WindowKey::open(third.path(), base::Secret::random(32)), u"样例市政务服务中心"_s,
                               u"综合受理03号窗口"_s, second.folder());
        const auto found = knows.check(scanned);
        QCOMPARE(found.kind, Kind::Genuine);
        QCOMPARE(found.signer.window, u"综合受理01号窗口"_s);
    }

    /// Every character of the stamp, changed by itself, is noticed.
    void whatWasChangedIsNeverGenuine()
    {
        const Window window(u"综合受理01号窗口"_s);
        const QString scanned = window.check.stamped(codeOf(receipt()), receipt());
        for (qsizetype at = scanned.lastIndexOf(u'.') + 1; at < scanned.size(); ++at) {
            QString bent = scanned;
            bent[at] = bent[at] == u'A' ? u'B' : u'A';
            QVERIFY(window.check.check(bent).kind != Kind::Genuine);
        }
        papers::Stamp other = receipt();
        other.caseNumber = domain::CaseNumber{u"411202"_s, u"001"_s, u"A1"_s, QDate(2026, 11, 21), 2}.text();
        const QString moved = codeOf(other) + scanned.mid(scanned.lastIndexOf(u'.'));
        QCOMPARE(window.check.check(moved).kind, Kind::Altered);
    }

    void aPlainCodeAndASpoiledOneAreTold()
    {
        const Window window(u"综合受理01号窗口"_s);
        const QString scanned = window.check.stamped(codeOf(receipt()), receipt());
        QCOMPARE(window.check.check(codeOf(receipt())).kind, Kind::Unstamped);
        QCOMPARE(window.check.check(receipt().caseNumber).kind, Kind::Unstamped);
        QCOMPARE(window.check.check(scanned.chopped(9)).kind, Kind::Unreadable);
    }
};

QTEST_GUILESS_MAIN(TestPaperCheck)
#include "tst_papercheck.moc"
