#include "tests/app/sync/swarm.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;

/// Every invariant of the protocol, after everything that can happen to windows, hub and line has happened to them at once.
/// YICHUANG_WINDOWS=50 YICHUANG_SECONDS=60 makes a long run of it with every mishap before both stores; QTEST_SEED=… begins with the
/// same chances.
class TestSwarm : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const unsigned given = qEnvironmentVariable("QTEST_SEED").toUInt();
        m_seed = given ? given : std::random_device{}();
        qInfo().noquote() << "QTEST_SEED=" + QByteArray::number(m_seed);
        m_server = std::make_unique<Postgres>();
    }
    void nothingIsLost_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<SwarmPlan>("plan");
        const int windows = qMax(3, qEnvironmentVariableIntValue("YICHUANG_WINDOWS") ?: 5);
        const int seconds = qMax(4, qEnvironmentVariableIntValue("YICHUANG_SECONDS") ?: 4);
        const SwarmPlan plain{.windows = windows,
                              .seconds = seconds,
                              .pace = 30 * windows,
                              .windowKills = 1 + seconds * windows / 50,
                              .hubKills = 1 + seconds / 12,
                              .cablePulls = 1 + seconds / 15,
                              .wrongClocks = true};
        const auto add = [&](const char *store, hubworld::Kind kind) {
            SwarmPlan copied = plain, windowBack = plain, hubBack = plain;
            copied.copiesDevice = true;
            windowBack.putsWindowBack = true;
            hubBack.putsHubBack = true;
            QTest::addRow("%s, a device is copied", store) << int(kind) << copied;
            QTest::addRow("%s, a window is put back", store) << int(kind) << windowBack;
            QTest::addRow("%s, the hub is put back", store) << int(kind) << hubBack;
        };
        if (!qEnvironmentVariableIsSet("YICHUANG_SECONDS")) {
            SwarmPlan copied = plain, hubBack = plain;
            copied.copiesDevice = true;
            hubBack.putsHubBack = true;
            QTest::newRow("SQLite, a device is copied") << int(hubworld::Kind::Sqlite) << copied;
            QTest::newRow("PostgreSQL, the hub is put back") << int(hubworld::Kind::Postgres) << hubBack;
            return;
        }
        add("SQLite", hubworld::Kind::Sqlite);
        add("PostgreSQL", hubworld::Kind::Postgres);
    }
    void nothingIsLost()
    {
        QFETCH(int, kind);
        QFETCH(SwarmPlan, plan);
        if (hubworld::Kind(kind) == hubworld::Kind::Postgres && !m_server->missing().isEmpty())
            QSKIP(qPrintable(m_server->missing()));
        run(plan, hubworld::Kind(kind));
    }
    /// Nothing but that, on a line that is well: the work goes on as fast as it can, so that the kills fall into pushes and pulls.
    void windowsAreKilledAgainAndAgain()
    {
        run({.windows = 2, .seconds = 4, .pace = 10, .badLine = false, .windowKills = 12}, hubworld::Kind::Sqlite);
    }

private:
    void run(const SwarmPlan &plan, hubworld::Kind kind)
    {
        const bool isLong = plan.seconds >= 30;
        Swarm swarm(plan, kind, m_server.get(), m_seed);
        const auto step = [&](const QString &wrong) { return wrong.isEmpty() || (qWarning().noquote() << wrong, false); };
        QVERIFY(step(swarm.begin()));
        QVERIFY(step(swarm.work()));
        const bool isAlike = step(swarm.heal(isLong ? 30'000 : 60'000));
        const bool isRight = isAlike && step(swarm.check());
        qInfo().noquote() << swarm.report();
        QVERIFY(isAlike && isRight);
    }

    unsigned m_seed = 0;
    std::unique_ptr<Postgres> m_server;
};

QTEST_GUILESS_MAIN(TestSwarm)
#include "tst_swarm.moc"
