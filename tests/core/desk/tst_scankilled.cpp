#include "core/desk/scanrepair.h"
#include "core/journal/journal.h"
#include "tests/core/desk/scandesk.h"

#include <QDir>
#include <QProcess>
#include <QSignalSpy>

#include <random>

using namespace Qt::StringLiterals;
using namespace scandesk;
using Kind = scans::Finding::Kind;

/// The program that takes pictures in is killed again and again, wherever it happens to be. Afterwards every picture that the case
/// speaks of is whole, none that was acknowledged is missing, and each that the camera made is in its folder still or in the case.
class TestScanKilled : public QObject
{
    Q_OBJECT

private slots:
    void noPictureIsLost();

private:
    static int kills() { return qMax(1, qEnvironmentVariableIntValue("YICHUANG_KILLS") ?: 12); }
    void writeUntilKilled(const QString &profile, const QString &camera, int delay);
    void note(const QByteArray &line);
    void look(Hall &hall, const QString &camera);

    QString m_case;
    QStringList m_made, m_taken; ///< addresses
    qint64 m_stranded = 0, m_unfinished = 0, m_pictures = 0;
};

void TestScanKilled::note(const QByteArray &line)
{
    const QStringList words = QString::fromUtf8(line.trimmed()).split(u' ');
    if (words[0] == "case"_L1)
        m_case = words.value(1);
    else if (words[0] == "made"_L1)
        m_made << words.value(2);
    else
        m_taken << words.value(2);
}

/// Starts the writer, notes what it says, and kills it \a delay µs after its first picture.
void TestScanKilled::writeUntilKilled(const QString &profile, const QString &camera, int delay)
{
    QProcess writer;
    QStringList arguments{profile, camera};
    if (!m_case.isEmpty())
        arguments << m_case;
    writer.start(QCoreApplication::applicationDirPath() + u"/scanwriter"_s, arguments);
    const qsizetype before = m_taken.size();
    while (m_taken.size() == before) {
        QVERIFY2(writer.canReadLine() || writer.waitForReadyRead(120'000), writer.readAllStandardError());
        while (writer.canReadLine())
            note(writer.readLine());
    }
    QTest::qSleep(delay / 1000);
    writer.kill();
    QVERIFY(writer.waitForFinished());
    QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
    while (writer.canReadLine())
        note(writer.readLine());
}

void TestScanKilled::look(Hall &hall, const QString &camera)
{
    const desk::ScanRoom room(hall.profile->journal(), hall.profileFolder + u"/scans"_s);
    const auto inventory = room.inventoryOf(m_case);
    QVERIFY(inventory.has_value());
    QStringList recorded;
    for (const scans::Recorded &picture : inventory->recorded)
        recorded << picture.scan;
    for (const QString &scan : m_taken)
        QVERIFY2(recorded.contains(scan), "an acknowledged picture is not in the case");
    for (const QString &scan : m_made)
        QVERIFY2(recorded.contains(scan) || QFile::exists(camera + u'/' + scan + u".jpg"_s), "a picture is gone from camera and case");
    m_pictures = recorded.size();

    const QList<scans::Finding> findings = room.store().check(inventory->shelf, inventory->recorded);
    for (const scans::Finding &finding : findings) {
        QVERIFY2(finding.kind == Kind::Unrecorded || finding.kind == Kind::Unfinished, "an event without its whole picture");
        ++(finding.kind == Kind::Unrecorded ? m_stranded : m_unfinished);
    }
    // The program names them after its start …
    desk::ScanRepair repair(room, hall.profileFolder + u"/compared"_s);
    QSignalSpy found(&repair, &desk::ScanRepair::found);
    QSignalSpy completed(&repair, &desk::ScanRepair::completed);
    repair.start();
    QVERIFY(completed.size() == 1 || completed.wait(30'000));
    QCOMPARE(found.size(), findings.isEmpty() ? 0 : 1);
    // … and puts what is whole with the pictures to be sorted, when somebody opens the case's.
    const auto work = std::move(*hall.reception->resume(m_case));
    const auto scans = std::move(*room.of(*work));
    QSignalSpy checked(scans.get(), &desk::CaseScans::checked);
    scans->check();
    QVERIFY(checked.wait(30'000));
    for (const scans::Finding &left : checked.front()[0].value<QList<scans::Finding>>())
        QCOMPARE(left.kind, Kind::Unfinished);
}

void TestScanKilled::noPictureIsLost()
{
    const unsigned seed = std::random_device{}();
    qInfo() << "seed" << seed;
    std::mt19937 chance(seed);
    Hall hall;
    const QString camera = hall.folder.filePath(u"camera"_s);
    QVERIFY(QDir().mkdir(camera));
    for (int round = 0; round < kills(); ++round) {
        hall.reception.reset();
        hall.profile.reset();
        writeUntilKilled(hall.profileFolder, camera, int(chance() % 60'000));
        if (QTest::currentTestFailed())
            return;
        hall.reopen();
        look(hall, camera);
        if (QTest::currentTestFailed())
            return;
    }
    qInfo() << kills() << "kills," << m_pictures << "pictures in the case," << m_stranded << "stored before their event," << m_unfinished
            << "half written files named";
}

QTEST_MAIN(TestScanKilled)
#include "tst_scankilled.moc"
