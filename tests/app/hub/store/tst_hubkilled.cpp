#include "tests/app/hub/store/storetest.h"

#include "tests/app/hub/store/steadywindow.h"

#include <QProcess>

#include <random>

using namespace hubworld;

/// Two processes push at once before one store and are killed wherever they happen to be. Nothing that was acknowledged is missing,
/// nothing is there twice.
class TestHubKilled : public StoreTest
{
    Q_OBJECT

private slots:
    void nothingAcknowledgedIsLost()
    {
        const unsigned seed = std::random_device{}();
        qInfo() << "seed" << seed;
        std::mt19937 chance(seed);
        for (int index = 1; index <= 2; ++index)
            REQUIRE_ANSWER(steadyWindow(*center, index).enrol(u"hubin"_s));
        for (int round = 0; round < kills(); ++round) {
            center.reset();
            pushUntilKilled(int(chance() % 200));
            center = std::make_unique<Hub>(*room);
            check();
        }
        qInfo() << kills() << "rounds," << m_acknowledged[0] << "and" << m_acknowledged[1] << "events acknowledged";
    }

private:
    static int kills() { return qMax(1, qEnvironmentVariableIntValue("YICHUANG_KILLS") ?: 8); }

    void pushUntilKilled(int milliseconds)
    {
        QProcess pushers[2];
        const QString place = isServer() ? QString::fromLatin1(room->url().toEncoded()) : room->folder();
        for (int i = 0; i < 2; ++i) {
            pushers[i].start(QCoreApplication::applicationDirPath() + u"/hubpusher"_s, {QString::number(i + 1), place});
            QVERIFY(pushers[i].waitForStarted());
        }
        QVERIFY(pushers[0].waitForReadyRead() && pushers[1].waitForReadyRead());
        QTest::qSleep(milliseconds);
        for (QProcess &pusher : pushers)
            pusher.kill();
        for (int i = 0; i < 2; ++i) {
            QVERIFY(pushers[i].waitForFinished());
            QCOMPARE(pushers[i].exitStatus(), QProcess::CrashExit);
            while (pushers[i].canReadLine())
                m_acknowledged[i] = pushers[i].readLine().trimmed().toLongLong();
        }
    }

    void check()
    {
        Window windows[] = {steadyWindow(*center, 1), steadyWindow(*center, 2)};
        QByteArrayList pulled[2];
        for (const QByteArray &bytes : bytesOf(windows[0].pullAll()))
            pulled[journal::readEnvelope(bytes)->device == windows[0].writer.device ? 0 : 1].append(bytes);
        for (int i = 0; i < 2; ++i) {
            QVERIFY2(pulled[i].size() >= m_acknowledged[i], "an acknowledged event is lost");
            QVERIFY2(pulled[i].size() <= m_acknowledged[i] + 12, "more than the push in hand came from nowhere");
            writeUntil(windows[i], pulled[i].size());
            QCOMPARE(pulled[i], windows[i].events);
            const auto again = windows[i].push(windows[i].pushOf(qMax<qsizetype>(0, pulled[i].size() - 100)));
            REQUIRE_ANSWER(again);
            QVERIFY(!again->forked && again->acknowledged == pulled[i].size());
        }
    }

    qint64 m_acknowledged[2] = {0, 0};
};

QTEST_GUILESS_MAIN(TestHubKilled)
#include "tst_hubkilled.moc"
