#include "tests/core/journal/world.h"

#include <QProcess>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;

/// The writing program is killed again and again, wherever it happens to be; nothing it acknowledged is missing afterwards.
class TestKilled : public QObject
{
    Q_OBJECT

private slots:
    void nothingAcknowledgedIsLost()
    {
        const unsigned seed = std::random_device{}();
        qInfo() << "seed" << seed;
        std::mt19937 chance(seed);
        world::Profile profile;
        qint64 acts = 0;
        qsizetype numbers = 0;
        for (int round = 0; round < kills(); ++round) {
            writeUntilKilled(profile, int(chance() % 60));
            auto journal = profile.open();
            REQUIRE_OK(journal);
            QVERIFY((*journal)->setAside().isEmpty());
            QCOMPARE((*journal)->identity().incarnation, 1);
            const auto events = (*journal)->verify();
            REQUIRE_OK(events);
            QVERIFY(*events >= acts);
            acts = *events;
            qint64 found = 0;
            for (auto line = m_acknowledged.cbegin(); line != m_acknowledged.cend(); ++line) {
                const qsizetype kept = (*journal)->eventsOf(line.key())->size();
                QVERIFY2(kept == line.value() || kept == line.value() + 1, qPrintable(line.key()));
                found += kept;
            }
            // At most the opening of a case that was never acknowledged comes on top, once for each kill.
            QVERIFY2(acts - found <= round + 1, "events of unknown cases");
            const QList<int> serials = world::paperSerials(**journal);
            QCOMPARE(serials.size(), (*journal)->highestSerial(world::acceptances, 1, 1'000'000).value());
            QVERIFY(serials.size() >= numbers);
            numbers = serials.size();
            QCOMPARE((*journal)->nextSerial(profile.clock.now().date()).value(),
                     int((*journal)->cases(false, 100000)->size()) + 1);
        }
        qInfo() << kills() << "kills," << acts << "events," << numbers << "legal numbers";
    }

private:
    static int kills() { return qMax(1, qEnvironmentVariableIntValue("YICHUANG_KILLS") ?: 15); }

    /// Starts the writer, notes what it acknowledges, and kills it some acts later.
    void writeUntilKilled(const world::Profile &profile, int actsBefore)
    {
        QProcess writer;
        writer.start(QCoreApplication::applicationDirPath() + u"/journalwriter"_s, {profile.folder});
        QVERIFY(writer.waitForStarted());
        for (int acts = 0; acts <= actsBefore && writer.state() == QProcess::Running;) {
            QVERIFY(writer.canReadLine() || writer.waitForReadyRead());
            while (writer.canReadLine() && acts++ <= actsBefore)
                note(writer.readLine());
        }
        writer.kill();
        QVERIFY(writer.waitForFinished());
        QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
        while (writer.canReadLine())
            note(writer.readLine());
    }
    void note(const QByteArray &line)
    {
        const QList<QByteArray> parts = line.trimmed().split(' ');
        m_acknowledged[QString::fromUtf8(parts[0])] = parts.value(1).toLongLong();
    }

    QMap<QString, qint64> m_acknowledged; ///< case → events
};

QTEST_GUILESS_MAIN(TestKilled)
#include "tst_killed.moc"
