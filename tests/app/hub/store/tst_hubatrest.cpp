#include "core/hub/lookups.h"
#include "tests/app/hub/store/storetest.h"

#include <QCryptographicHash>
#include <QDirIterator>

using namespace hubworld;

/// No name and no number of a person stands readable in any file of a store, wherever the hub keeps it.
class TestHubAtRest : public StoreTest
{
    Q_OBJECT

private slots:
    void nobodyIsNamed()
    {
        Window one(*center), two(*center, u"002"_s);
        for (Window *window : {&one, &two})
            REQUIRE_ANSWER(window->enrol(u"hubin"_s));
        const QString caseId = one.open(facts());
        const QString erased = one.open(facts());
        REQUIRE_ANSWER(one.pushAll());
        two.write(caseId, domain::FieldEntered{u"applicant-name"_s, name + u"改"_s});
        REQUIRE_ANSWER(two.pushAll());
        QVERIFY(hub::eraseCase(center->engine, erased));
        QVERIFY(hub::moveCase(center->engine, caseId, u"hubin"_s));
        const QByteArray picture = QByteArray("JPEG ") + name.toUtf8();
        const QByteArray target = "/sync/v1/blobs/" + QCryptographicHash::hash(picture, QCryptographicHash::Sha256).toHex() + "?case="
            + caseId.toLatin1() + "&length=" + QByteArray::number(picture.size());
        const QByteArray last = QByteArray::number(picture.size() - 1);
        QCOMPARE(one.ask("PUT", target, picture, {{"content-range", "bytes 0-" + last + '/' + QByteArray::number(picture.size())}}).status, 200);
        QVERIFY(center->office().library().publish({.kind = u"dishonesty"_s, .name = u"list"_s, .version = u"1"_s}, name.toUtf8()));
        const hub::LookUps lookUps(center->engine);
        QVERIFY(lookUps.import({{false, number, name, u"结婚证"_s, u"1.2.3"_s, u"样例民政部门"_s, {}, {}, {}}}));
        const auto devices = center->office().devices();
        const auto found = lookUps.ask(devices->first(), {false, u"marriage"_s, u"结婚证"_s, name, number, u"办理"_s + name, u"N1"_s, name});
        REQUIRE_ANSWER(found);
        QCOMPARE(found->holder, name);
        one.goBackTo(2);
        one.open(facts());
        QVERIFY(one.pushAll()->forked);
        QVERIFY(center->office().revoke(two.writer.device));
        two.open(facts());
        REQUIRE_ANSWER(two.pushAll());
        QCOMPARE(center->office().aside(10)->isEmpty(), false);

        const QString folder = isServer() ? server().folder() : room->folder();
        for (const bool isClosed : {false, true}) {
            if (isClosed)
                center.reset();
            if (isServer())
                server().flush();
            QVERIFY2(filesWith(folder, caseId.toUtf8()).size() > 0, "the search finds nothing at all");
            for (const QString &secret : {name, number, phone}) {
                QCOMPARE(filesWith(folder, secret.toUtf8()), QStringList());
                const QByteArray wide(reinterpret_cast<const char *>(secret.utf16()), secret.size() * 2);
                QCOMPARE(filesWith(folder, wide), QStringList());
                QCOMPARE(filesWith(folder, secret.toUtf8().toBase64()), QStringList());
                QCOMPARE(filesWith(folder, secret.toUtf8().toHex()), QStringList());
            }
        }
    }

private:
    QList<domain::Fact> facts() const
    {
        return {domain::FieldEntered{u"applicant-name"_s, name}, domain::FieldEntered{u"applicant-id"_s, number},
                domain::FieldEntered{u"applicant-phone"_s, phone}};
    }
    static QStringList filesWith(const QString &folder, const QByteArray &bytes)
    {
        QStringList found;
        for (QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes))
                found << file.fileName();
        }
        return found;
    }

    const QString name = u"样例姓名欧阳测试"_s;
    const QString number = u"41120219900101001X"_s;
    const QString phone = u"13900001234"_s;
};

QTEST_GUILESS_MAIN(TestHubAtRest)
#include "tst_hubatrest.moc"
