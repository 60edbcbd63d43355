#include "core/offices/draft.h"

#include "core/base/text.h"
#include "core/hub/hubkey.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

namespace offices {

using namespace Qt::StringLiterals;
using hub::ApplicationLine;

namespace {

constexpr qsizetype resumeLength = 12;
const QString resumeLetters = u"23456789ABCDEFGHJKMNPQRSTUVWXYZ"_s;

/// Not by the secret, which that of another device takes the place of.
QByteArray placeOf(const ApplicationLine &line, const char *what)
{
    return "hub application " + QByteArray(what) + '|' + line.resume.toHex();
}

base::Result<base::Secret> keyOf(const ApplicationLine &line, const hub::HubKey &key)
{
    return journal::unseal(line.key, key.forApplications(), placeOf(line, "key")).map([](QByteArray bytes) {
        return base::Secret(std::move(bytes));
    });
}

QJsonObject objectOf(const QMap<QString, QString> &map)
{
    QJsonObject object;
    for (auto it = map.begin(); it != map.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

QMap<QString, QString> mapIn(const QJsonValue &value)
{
    QMap<QString, QString> map;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        map.insert(it.key(), it.value().toString());
    return map;
}

QByteArray bytesOf(const Draft &draft)
{
    QJsonArray pictures;
    for (const DraftPicture &picture : draft.pictures)
        pictures << QJsonObject{{"id"_L1, picture.id},
                                {"material"_L1, picture.material},
                                {"kind"_L1, picture.kind},
                                {"scan"_L1, picture.scan},
                                {"bytes"_L1, picture.bytes}};
    const QJsonObject body{{"pack"_L1, draft.guide.pack},
                           {"version"_L1, draft.guide.version},
                           {"matter"_L1, draft.guide.matter},
                           {"hall"_L1, draft.hall},
                           {"answers"_L1, objectOf(draft.choices.answers)},
                           {"dropped"_L1, QJsonArray::fromStringList(draft.choices.dropped)},
                           {"paths"_L1, objectOf(draft.choices.paths)},
                           {"fields"_L1, objectOf(draft.fields)},
                           {"pictures"_L1, pictures},
                           {"consentedAt"_L1, draft.consentedAt.toMSecsSinceEpoch()},
                           {"resume"_L1, draft.resumeCode},
                           {"window"_L1, draft.windowCode}};
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

Draft draftIn(const QByteArray &bytes)
{
    const QJsonObject body = QJsonDocument::fromJson(bytes).object();
    Draft draft{.guide = {body["pack"_L1].toString(), body["version"_L1].toString(), body["matter"_L1].toString()},
                .hall = body["hall"_L1].toString(),
                .choices = {.answers = mapIn(body["answers"_L1]), .dropped = {}, .paths = mapIn(body["paths"_L1])},
                .fields = mapIn(body["fields"_L1]),
                .pictures = {},
                .consentedAt = QDateTime::fromMSecsSinceEpoch(body["consentedAt"_L1].toInteger(), Qt::UTC),
                .resumeCode = body["resume"_L1].toString(),
                .windowCode = body["window"_L1].toString()};
    for (const QJsonValue item : body["dropped"_L1].toArray())
        draft.choices.dropped << item.toString();
    for (const QJsonValue value : body["pictures"_L1].toArray())
        draft.pictures << DraftPicture{value["id"_L1].toInteger(), value["material"_L1].toString(), value["kind"_L1].toString(),
                                       value["scan"_L1].toString(), value["bytes"_L1].toInteger()};
    return draft;
}

}

hub::ApplicationLine freshLine(const QByteArray &secret, const QString &resumeCode, const hub::HubKey &key)
{
    const base::Secret own = journal::freshKeyLike(key.forApplications());
    ApplicationLine line;
    line.secret = blindedSecret(secret, key);
    line.resume = blindedResume(resumeCode, key);
    line.key = journal::seal(own.view(), key.forApplications(), placeOf(line, "key"));
    return line;
}

base::Result<> seal(ApplicationLine &line, const Draft &draft, const hub::HubKey &key)
{
    return keyOf(line, key).map([&](const base::Secret &own) { line.body = journal::seal(bytesOf(draft), own, placeOf(line, "body")); });
}

base::Result<Draft> draftOf(const ApplicationLine &line, const hub::HubKey &key)
{
    return keyOf(line, key)
        .and_then([&](const base::Secret &own) { return journal::unseal(line.body, own, placeOf(line, "body")); })
        .map(draftIn);
}

base::Result<journal::Sealed> sealedPicture(const ApplicationLine &line, const QByteArray &bytes, const hub::HubKey &key)
{
    return keyOf(line, key).map([&](const base::Secret &own) { return journal::seal(bytes, own, placeOf(line, "picture")); });
}

base::Result<QByteArray> openedPicture(const ApplicationLine &line, const journal::Sealed &sealed, const hub::HubKey &key)
{
    return keyOf(line, key).and_then([&](const base::Secret &own) { return journal::unseal(sealed, own, placeOf(line, "picture")); });
}

QByteArray blindedSecret(const QByteArray &secret, const hub::HubKey &key)
{
    return key.blinded("application secret", QString::fromLatin1(secret));
}

QByteArray blindedResume(const QString &code, const hub::HubKey &key)
{
    const QString typed = base::normalizedCode(code);
    return typed.size() == resumeLength ? key.blinded("application resume", typed) : QByteArray();
}

QByteArray blindedWindow(const QString &code, const hub::HubKey &key)
{
    return key.blinded("application window", code);
}

QByteArray freshSecret()
{
    constexpr int size = 32;
    return base::Secret::random(size).view().toByteArray().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QString freshResumeCode()
{
    QString code;
    for (qsizetype i = 0; i < resumeLength; ++i)
        code += resumeLetters[QRandomGenerator::system()->bounded(int(resumeLetters.size()))];
    return code;
}

QString groupedResumeCode(const QString &code)
{
    return QStringList{code.left(4), code.mid(4, 4), code.mid(8)}.join(u'-');
}

}
