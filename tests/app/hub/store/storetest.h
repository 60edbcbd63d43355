#pragma once

#include "tests/app/hub/store/hubworld.h"

#include <QTest>

/// A test whose every function runs once for each kind of store. What a store needs and is not there is named and skipped.
class StoreTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("SQLite") << int(hubworld::Kind::Sqlite);
        QTest::newRow("PostgreSQL") << int(hubworld::Kind::Postgres);
    }
    void initTestCase() { m_server = std::make_unique<Postgres>(); }
    void init()
    {
        QFETCH_GLOBAL(int, kind);
        if (hubworld::Kind(kind) == hubworld::Kind::Postgres && !m_server->missing().isEmpty())
            QSKIP(qPrintable(m_server->missing()));
        room = std::make_unique<hubworld::Room>(hubworld::Kind(kind), m_server.get());
        center = std::make_unique<hubworld::Hub>(*room);
    }
    void cleanup()
    {
        center.reset();
        room.reset();
    }

protected:
    bool isServer() const
    {
        QFETCH_GLOBAL(int, kind);
        return hubworld::Kind(kind) == hubworld::Kind::Postgres;
    }
    Postgres &server() { return *m_server; }

    std::unique_ptr<hubworld::Room> room;
    std::unique_ptr<hubworld::Hub> center;

private:
    std::unique_ptr<Postgres> m_server;
};
