#include "core/desk/auditbook.h"
#include "core/desk/backupfiles.h"
#include "core/desk/casesearch.h"
#include "core/desk/printpaper.h"
#include "core/desk/reportdesk.h"
#include "core/desk/reportschedule.h"
#include "core/domain/oversightrules.h"
#include "tests/app/sync/linkedwindow.h"
#include "tests/core/desk/takein.h"
#include "tests/core/scans/samplepages.h"
#include "tests/support/bytesearch.h"

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

constexpr int longWait = 120'000; // milliseconds; the machine of a test may be busy

/// A citizen who does not exist and whose every datum is unlike all others.
struct Citizen {
    explicit Citizen(int i) :
        name(u"欧阳"_s + letter(i) + letter(i / 30)), child(u"司徒"_s + letter(i / 30) + letter(i)),
        number(u"4112021%1%2X"_s.arg(900 + i % 100).arg(1000000 + i * 7).left(17) + u'X'), phone(u"139%1"_s.arg(10000000 + i * 17)),
        address(u"样例街%1号院%2单元"_s.arg(i).arg(i + 7))
    {
    }
    QStringList secrets() const { return {name, child, number, phone, address}; }
    QList<Fact> facts(const QDateTime &at) const
    {
        return {FieldEntered{u"applicant-name"_s, name},
                FieldEntered{u"applicant-id"_s, number},
                FieldEntered{u"applicant-phone"_s, phone},
                FieldEntered{u"newborn-name"_s, child},
                FieldEntered{u"settle-address"_s, address},
                PeopleEntered{u"people"_s, {{2, {{u"name"_s, child}, {u"phone"_s, phone}}}}},
                VerdictGiven{u"mother-id"_s, {.kind = VerdictKind::NotConforming, .reason = u"缺"_s + name}},
                CaseFiled{at},
                LifeFact{CollectionChosen{{true, Collection::Courier, address}}}};
    }

    QString name, child, number, phone, address;

private:
    static QChar letter(int i) { return QChar(u'一' + 3 * (i % 30) + 200); }
};

/// Files \a citizen's case at \a hall with one stroke past the rules, which others test.
void fileAtOnce(Hall &hall, const Citizen &citizen)
{
    const auto work = std::move(*hall.reception->open(newborn(hall)));
    Case file = work->file();
    QList<Event> events;
    for (const Fact &fact : citizen.facts(hall.clock.now())) {
        events << Event{hall.clock.now(), u"窗口001"_s, fact};
        file = apply(std::move(file), events.last());
    }
    QVERIFY(hall.profile->journal().append(file.id, events, file));
}

/// A page as a camera takes one, with \a text in its comment.
QByteArray pictureWith(const QString &text)
{
    const QByteArray jpeg = samplepages::jpeg(samplepages::text(20, 100));
    const QByteArray comment = text.toUtf8();
    return jpeg.left(2) + "\xff\xfe" + char(0) + char(comment.size() + 2) + comment + jpeg.mid(2);
}

}

/// After a thousand cases nobody's name, number, phone or address stands readable in any byte that window and hub left on the disk.
/// YICHUANG_CASES=20000 makes more of them.
class TestNothingReadable : public QObject
{
    Q_OBJECT

    QTemporaryDir place;
    QString folder(const QString &name) const { return place.filePath(name); }

private slots:
    void initTestCase()
    {
        QVERIFY(QDir().mkpath(folder(u"tmp"_s)));
        QVERIFY(qputenv("TMPDIR", folder(u"tmp"_s).toUtf8())); // the hub has it from here
        QCOMPARE(QDir::tempPath(), folder(u"tmp"_s));
    }

    void theSearchFindsWhatIsThere()
    {
        const Citizen citizen(7);
        ByteSearch search;
        for (const QString &secret : citizen.secrets())
            search.add(secret);
        QTemporaryDir planted;
        int files = 0;
        for (const QString &secret : citizen.secrets()) {
            for (const auto &[bytes, way] : ByteSearch::waysOf(secret)) {
                QFile file(planted.filePath(QString::number(++files)));
                QVERIFY(file.open(QIODevice::WriteOnly));
                file.write(QByteArray(files, 'x') + bytes + "rest");
                file.close();
                const QStringList found = search.below(planted.path());
                QVERIFY2(found.join(u'\n').contains(secret), qPrintable(secret + way));
                QVERIFY(file.remove());
            }
        }
        QFile named(planted.filePath(citizen.name));
        QVERIFY(named.open(QIODevice::WriteOnly));
        QCOMPARE(search.below(planted.path()).size(), 1);
    }

    void aThousandCases()
    {
        const int count = std::max(1000, qEnvironmentVariableIntValue("YICHUANG_CASES"));
        ByteSearch search;
        auto hub = std::make_unique<HubProgram>(folder(u"hub"_s));
        QVERIFY(hub->answers());
        LinkedWindow window(folder(u"window"_s), u"001"_s);
        QVERIFY(window.join(*hub, QUrl(u"http://127.0.0.1:%1"_s.arg(hub->port()))));
        const QString pinyin = window.hall->source + u"/resources/pinyin/readings.tsv"_s;
        desk::CaseSearch index(window.hall->profile->journal(), window.hall->shelf, pinyin, *window.book);
        QTRY_VERIFY_WITH_TIMEOUT(index.isComplete(), longWait);
        desk::AuditBook audit(window.hall->profile->journal(), window.hall->clock, u"窗口001"_s);
        for (int i = 0; i < count; ++i) {
            const Citizen citizen(i);
            for (const QString &secret : citizen.secrets())
                search.add(secret);
            fileAtOnce(*window.hall, citizen);
        }
        const Citizen last(count - 1);
        QVERIFY(!index.find(last.number).isEmpty());
        QVERIFY(!index.find(last.child).isEmpty());
        workByHand(window, audit, last);
        report(window, audit);
        QVERIFY(QDir().mkpath(folder(u"usb"_s)) && desk::setUpRecovery(window.hall->profileFolder));
        const auto copy = desk::backUp({window.hall->profileFolder, window.hall->profile->keys().profile, window.hall->profile->device(),
                                        folder(u"usb"_s), window.hall->clock.now()});
        QVERIFY(copy && copy->bytes > qint64(count) * 1000);
        QTRY_VERIFY_WITH_TIMEOUT(window.hasSentAll(), longWait);
        QTRY_COMPARE_WITH_TIMEOUT(window.link->status().figures.pictures, 0, longWait);

        for (const bool isClosed : {false, true}) {
            if (isClosed) {
                window.stop();
                hub->end();
            }
            QCOMPARE(search.below(place.path()), QStringList());
        }
        qInfo("%lld texts in %lld bytes", qlonglong(search.size()), qlonglong(search.seen()));
        QVERIFY(search.seen() > qint64(count) * 10'000);
    }

private:
    /// One case with everything the window has: acts, pictures, papers, a whole number seen.
    void workByHand(LinkedWindow &window, desk::AuditBook &audit, const Citizen &citizen)
    {
        desk::CaseWork::Needs needs = window.hall->needs();
        needs.audit = &audit;
        desk::Reception reception(needs, window.hall->shelf);
        const auto work = std::move(*reception.open(newborn(*window.hall)));
        takeIn(*work, VerdictKind::Missing);
        QVERIFY(work->perform(EnterField{applicantNameField, citizen.name}));
        QVERIFY(work->perform(IssueNotice{}));
        const auto pictures = std::move(*window.hall->scans->of(*work));
        QSignalSpy arrived(pictures.get(), &desk::CaseScans::arrived);
        pictures->take({{.name = u"1.jpg"_s, .file = {}, .bytes = pictureWith(citizen.name + citizen.number), .image = {}, .removeFile = false}});
        QTRY_COMPARE_WITH_TIMEOUT(arrived.size(), 1, longWait);
        QCOMPARE(arrived.first().first().value<desk::Arrival>().outcome, desk::Arrival::Outcome::Taken);
        support::FakePrinter printer;
        desk::PrintPaper printing(printer);
        QVERIFY(printing.print(*work, {PaperKind::CorrectionNotice, 1, {}}));
        QVERIFY(printer.jobs.first().second.size() > 1000);
        const QList<HiddenNumber> numbers = hiddenNumbers(work->file(), work->plan());
        QVERIFY(work->perform(LifeCommand{RecordNumberLook{numbers.first().id, u"核对"_s + citizen.name}}));
        QVERIFY(audit.note(desk::AuditAct::CaseSeen, work->file().number, citizen.name + citizen.phone));
    }

    /// The report of the day, made by itself into the profile.
    void report(LinkedWindow &window, desk::AuditBook &audit)
    {
        window.hall->clock.set(QDateTime(QDate(2026, 3, 5), QTime(18, 0)));
        desk::ReportSchedule schedule({.profileFolder = window.hall->profileFolder,
                                       .profileKey = window.hall->profile->keys().profile,
                                       .clock = window.hall->clock,
                                       .hall = window.hall->profile->hall(),
                                       .device = window.hall->profile->journal().identity().device,
                                       .forms = window.hall->forms,
                                       .stamps = window.hall->profile->stamps(),
                                       .audit = &audit},
                                      u"17:40"_s, folder(u"window/reports"_s), [](const reports::Report &) { return QList<QImage>(); });
        const QSignalSpy made(&schedule, &desk::ReportSchedule::made);
        schedule.look();
        QTRY_VERIFY_WITH_TIMEOUT(made.size() > 0, longWait);
    }
};

QTEST_MAIN(TestNothingReadable)
#include "tst_nothingreadable.moc"
