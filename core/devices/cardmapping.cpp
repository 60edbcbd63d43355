#include "core/devices/cardmapping.h"

#include "core/base/durablefile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace devices {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 longestMapping = 64 << 10;
constexpr int longestTimeout = 60'000; // ms
constexpr int longestWait = 120'000;

struct TroubleWord {
    const char *word;
    CardTroubleKind kind;
};
constexpr std::array troubleWords{
    TroubleWord{"readerOff", CardTroubleKind::ReaderOff}, TroubleWord{"noCard", CardTroubleKind::NoCard},
    TroubleWord{"unreadable", CardTroubleKind::Unreadable}, TroubleWord{"busy", CardTroubleKind::Busy},
    TroubleWord{"refused", CardTroubleKind::Refused},
};

/// Reads the mapping from top to bottom; the first fault is kept with its place, what follows comes out empty.
class MappingReader
{
public:
    MappingReader(const QJsonObject &root, const QString &file) : m_file(file) { m_objects << root; }

    const std::optional<base::Error> &fault() const { return m_fault; }
    void blame(const QString &key, const QString &what)
    {
        if (!m_fault)
            m_fault = base::Error{base::Error::Kind::Settings, what, m_file + u" "_s + placeOf(key)};
    }

    /// \a read with the object under \a key; nothing when it is left out and not \a needed.
    template <class Read>
    void within(const QString &key, bool needed, Read read)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined() && !needed)
            return;
        if (!value.isObject()) {
            blame(key, value.isUndefined() ? u"is missing"_s : u"must be an object"_s);
            return;
        }
        m_places << key;
        m_objects << value.toObject();
        read();
        end();
        m_objects.removeLast();
        m_places.removeLast();
    }

    QString text(const QString &key, const QString &fallback = {})
    {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return fallback;
        if (!value.isString())
            blame(key, u"must be a text"_s);
        return value.toString();
    }

    QString needed(const QString &key)
    {
        const QString found = text(key);
        if (found.isEmpty())
            blame(key, u"is missing"_s);
        return found;
    }

    QStringList texts(const QString &key, const QStringList &fallback = {})
    {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return fallback;
        QStringList found;
        for (const QJsonValue entry : value.toArray()) {
            if (!entry.isString() || entry.toString().isEmpty())
                blame(key, u"must be a list of texts"_s);
            found << entry.toString();
        }
        if (!value.isArray())
            blame(key, u"must be a list of texts"_s);
        return found;
    }

    int number(const QString &key, int fallback, int least, int most)
    {
        const QJsonValue value = take(key);
        const int found = value.toInt(value.isUndefined() ? fallback : least - 1);
        if (found < least || found > most)
            blame(key, u"must be a whole number from %1 to %2"_s.arg(least).arg(most));
        return found;
    }

    bool flag(const QString &key, bool fallback)
    {
        const QJsonValue value = take(key);
        if (!value.isUndefined() && !value.isBool())
            blame(key, u"must be true or false"_s);
        return value.toBool(fallback);
    }

    /// Every text of the object that is read now, by its key.
    QMap<QString, QString> allTexts()
    {
        QMap<QString, QString> found;
        for (const QString &key : m_objects.last().keys())
            found.insert(key, needed(key));
        return found;
    }

    /// Nothing may be left that nobody asked for: a slip of the pen must not be passed over.
    void end()
    {
        if (!m_objects.last().isEmpty())
            blame(m_objects.last().keys().first(), u"nobody knows this key"_s);
    }

private:
    QJsonValue take(const QString &key) { return m_objects.last().contains(key) ? m_objects.last().take(key) : QJsonValue(QJsonValue::Undefined); }
    QString placeOf(const QString &key) const { return u'/' + (m_places + QStringList{key}).join(u'/'); }

    const QString m_file;
    QList<QJsonObject> m_objects;
    QStringList m_places;
    std::optional<base::Error> m_fault;
};

bool isAddressOf(const QUrl &url, CardMapping::Service service)
{
    const QStringList schemes = service == CardMapping::Service::Http ? QStringList{u"http"_s, u"https"_s}
                                                                      : QStringList{u"ws"_s, u"wss"_s};
    return url.isValid() && schemes.contains(url.scheme()) && !url.host().isEmpty();
}

void readRequest(MappingReader &reader, CardMapping &mapping)
{
    const QString service = reader.needed(u"service"_s);
    if (service != "http"_L1 && service != "websocket"_L1)
        reader.blame(u"service"_s, u"must be http or websocket"_s);
    mapping.service = service == "websocket"_L1 ? CardMapping::Service::WebSocket : CardMapping::Service::Http;
    mapping.url = QUrl(reader.needed(u"url"_s), QUrl::StrictMode);
    if (!isAddressOf(mapping.url, mapping.service))
        reader.blame(u"url"_s, u"is no address of a service of this kind"_s);
    mapping.method = reader.text(u"method"_s, u"GET"_s).toLatin1();
    if (mapping.method != "GET" && mapping.method != "POST")
        reader.blame(u"method"_s, u"must be GET or POST"_s);
    mapping.contentType = reader.text(u"contentType"_s, u"application/json"_s).toLatin1();
    mapping.message = reader.text(u"message"_s);
    if (mapping.service == CardMapping::Service::WebSocket && mapping.message.isEmpty())
        reader.blame(u"message"_s, u"a WebSocket service is asked by a message"_s);
    mapping.binary = reader.flag(u"binary"_s, false);
    mapping.before = reader.texts(u"before"_s);
    for (const QString &address : std::as_const(mapping.before)) {
        if (mapping.service == CardMapping::Service::Http && !isAddressOf(QUrl(address, QUrl::StrictMode), mapping.service))
            reader.blame(u"before"_s, u"is no address: %1"_s.arg(address.left(80)));
    }
    mapping.charset = reader.text(u"charset"_s, u"UTF-8"_s).toLatin1();
    if (!QStringDecoder(mapping.charset.constData()).isValid())
        reader.blame(u"charset"_s, u"no such charset"_s);
    mapping.timeout = reader.number(u"timeout"_s, 10'000, 100, longestTimeout);
    mapping.wait = reader.number(u"wait"_s, 15'000, 0, longestWait);
    mapping.pause = reader.number(u"pause"_s, 500, 100, 10'000);
}

void readTroubles(MappingReader &reader, CardMapping &mapping)
{
    const QMap<QString, QString> words = reader.allTexts();
    for (auto it = words.begin(); it != words.end(); ++it) {
        const auto *known = std::ranges::find_if(troubleWords, [&](const TroubleWord &w) { return it.value() == QLatin1String(w.word); });
        if (known == troubleWords.end())
            reader.blame(it.key(), u"must be readerOff, noCard, unreadable, busy or refused"_s);
        else
            mapping.troubles.insert(it.key(), known->kind);
    }
}

void readAnswer(MappingReader &reader, CardMapping &mapping)
{
    mapping.code = reader.text(u"code"_s);
    mapping.success = reader.texts(u"success"_s);
    if (mapping.code.isEmpty() != mapping.success.isEmpty())
        reader.blame(u"success"_s, u"goes with a code, and a code with it"_s);
    mapping.words = reader.text(u"words"_s);
    reader.within(u"only"_s, false, [&] {
        mapping.only = CardMapping::Only{reader.needed(u"path"_s), reader.needed(u"value"_s)};
    });
    reader.within(u"troubles"_s, false, [&] { readTroubles(reader, mapping); });
}

void readFields(MappingReader &reader, CardMapping &mapping)
{
    static const QStringList known{u"name"_s,      u"sex"_s,  u"ethnicity"_s, u"birth"_s,    u"address"_s, u"number"_s,
                                   u"authority"_s, u"from"_s, u"until"_s,     u"validity"_s, u"photo"_s};
    mapping.fields = reader.allTexts();
    for (const QString &field : mapping.fields.keys()) {
        if (!known.contains(field))
            reader.blame(field, u"no such part of a card"_s);
    }
    for (const QString &field : {u"name"_s, u"number"_s}) {
        if (!mapping.fields.contains(field))
            reader.blame(field, u"is missing"_s);
    }
}

void readSexes(MappingReader &reader, CardMapping &mapping)
{
    mapping.sexes = reader.allTexts();
    for (auto it = mapping.sexes.begin(); it != mapping.sexes.end(); ++it) {
        if (*it != u"男"_s && *it != u"女"_s)
            reader.blame(it.key(), u"must be 男 or 女"_s);
    }
}

}

base::Result<CardMapping> readCardMapping(const QByteArray &json, const QString &file)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject()) {
        const qsizetype line = json.left(error.offset).count('\n') + 1;
        return base::Fail({base::Error::Kind::Settings, error.error ? error.errorString() : u"is no object"_s,
                           u"%1 line %2"_s.arg(file).arg(line)});
    }
    CardMapping mapping;
    MappingReader reader(document.object(), file);
    if (reader.needed(u"format"_s) != "yichuang-card-reader/1"_L1)
        reader.blame(u"format"_s, u"must be yichuang-card-reader/1"_s);
    mapping.title = reader.needed(u"title"_s);
    mapping.source = reader.needed(u"source"_s);
    const QString status = reader.needed(u"status"_s);
    if (status != "sample"_L1 && status != "proven"_L1)
        reader.blame(u"status"_s, u"must be sample or proven"_s);
    mapping.isSample = status != "proven"_L1;
    readRequest(reader, mapping);
    reader.within(u"answer"_s, true, [&] { readAnswer(reader, mapping); });
    reader.within(u"fields"_s, true, [&] { readFields(reader, mapping); });
    reader.within(u"sexes"_s, false, [&] { readSexes(reader, mapping); });
    mapping.dates = reader.texts(u"dates"_s, {u"yyyyMMdd"_s, u"yyyy-MM-dd"_s, u"yyyy.MM.dd"_s, u"yyyy年M月d日"_s});
    mapping.forLong = reader.texts(u"forLong"_s, {u"长期"_s});
    reader.end();
    if (reader.fault())
        return base::Fail(*reader.fault());
    return mapping;
}

base::Result<CardMapping> loadCardMapping(const QString &name, const QStringList &folders)
{
    for (const QString &folder : folders) {
        const QString file = u"%1/%2.json"_s.arg(folder, name);
        if (!QFile::exists(file))
            continue;
        const base::Result<QByteArray> bytes = base::readPlain(file, longestMapping + 1);
        if (!bytes)
            return base::Fail(bytes.error());
        if (bytes->size() > longestMapping)
            return base::Fail({base::Error::Kind::Settings, u"is longer than a mapping file"_s, file});
        base::Result<CardMapping> mapping = readCardMapping(*bytes, file);
        if (mapping)
            mapping->name = name;
        return mapping;
    }
    return base::Fail({base::Error::Kind::Settings, u"there is no mapping file %1.json"_s.arg(name), folders.value(0)});
}

}
