#pragma once

#include "tests/app/hub/store/hubworld.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

/// Carries out \a statements on the embedded store of \a room past the hub, as somebody at the machine could.
inline void changeByHand(const hubworld::Room &room, const QStringList &statements)
{
    const QString name = QStringLiteral("by hand");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(room.folder() + QStringLiteral("/hub.db"));
        QVERIFY(database.open());
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            QVERIFY2(query.exec(statement), qPrintable(statement + query.lastError().text()));
        }
    }
    QSqlDatabase::removeDatabase(name);
}
