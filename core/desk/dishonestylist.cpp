#include "core/desk/dishonestylist.h"

#include "core/base/durablefile.h"
#include "core/base/text.h"
#include "core/domain/codes.h"
#include "core/journal/seal.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace desk {

using namespace Qt::StringLiterals;
using base::Error;
using base::Fail;

namespace {

const QString listKind = u"dishonesty list"_s;
constexpr qint64 longestList = 16 << 20;
constexpr int longestLine = 200;

Fail notAList(const QString &why, const QString &place)
{
    return Fail({Error::Kind::Document, why, place});
}

QString cleaned(const QString &number)
{
    return number.trimmed().toUpper();
}

bool isIdentity(const QString &number, QDate day)
{
    return domain::identityNumberFault(number, day) == domain::FieldFault::None
        || domain::creditCodeFault(number) == domain::FieldFault::None || domain::isOtherIdentityDocument(number);
}

QByteArray storedBytes(const QByteArray &list, const ImportRecord &record)
{
    return QJsonDocument(QJsonObject{{u"list"_s, QString::fromUtf8(list)},
                                     {u"blake2b"_s, record.digest},
                                     {u"at"_s, record.at.toString(Qt::ISODateWithMs)},
                                     {u"publisher"_s, record.publisher},
                                     {u"keyId"_s, record.keyId},
                                     {u"person"_s, record.person},
                                     {u"reason"_s, record.reason}})
        .toJson(QJsonDocument::Compact);
}

}

base::Result<DishonestyList> DishonestyList::read(const QByteArray &bytes, const QString &place)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    if (json.value("kind"_L1).toString() != listKind || json.value("format"_L1).toInt() != 1)
        return notAList(u"is no list of format 1 (kind “%1”)"_s.arg(listKind), place);
    DishonestyList list{.version = base::cleanLine(json.value("version"_L1).toString(), longestLine),
                        .source = base::cleanLine(json.value("source"_L1).toString(), longestLine),
                        .day = QDate::fromString(json.value("day"_L1).toString(), Qt::ISODate),
                        .numbers = {}};
    if (list.version.isEmpty() || list.source.isEmpty() || !list.day.isValid())
        return notAList(u"does not say its version, source and day"_s, place);
    if (!json.value("numbers"_L1).isArray())
        return notAList(u"has no numbers"_s, place);
    const QJsonArray numbers = json.value("numbers"_L1).toArray();
    for (qsizetype i = 0; i < numbers.size(); ++i) {
        const QString number = cleaned(numbers[i].toString());
        if (!isIdentity(number, list.day))
            return notAList(u"an entry is neither an identity number nor a credit code"_s, u"%1: numbers[%2]"_s.arg(place).arg(i));
        list.numbers.insert(number);
    }
    return list;
}

DishonestyStore::DishonestyStore(const QString &folder, base::Secret key) :
    m_file(folder + "/dishonesty.sealed"_L1), m_key(std::move(key))
{
    const base::Result<std::optional<QByteArray>> there = QFile::exists(m_file)
        ? base::readPlain(m_file, longestList * 2).map([](const QByteArray &bytes) { return std::optional(bytes); })
        : base::Result<std::optional<QByteArray>>(std::nullopt);
    if (!there)
        m_fault = there.error();
    else if (*there) {
        if (const base::Result<> opened = open(**there); !opened)
            m_fault = Error{Error::Kind::Document,
                            opened.error().detail + u"; nobody is taken to be on it: import the list again"_s, m_file};
    }
}

QByteArray DishonestyStore::sealedFor()
{
    return QByteArrayLiteral("profile.dishonesty-list");
}

base::Result<> DishonestyStore::open(const QByteArray &stored)
{
    if (stored.isEmpty())
        return notAList(u"the stored list is empty"_s, m_file);
    const base::Result<QByteArray> plain = journal::unseal({stored.front(), stored.mid(1)}, m_key, sealedFor());
    if (!plain)
        return Fail(plain.error());
    const QJsonObject json = QJsonDocument::fromJson(*plain).object();
    base::Result<DishonestyList> list = DishonestyList::read(json.value("list"_L1).toString().toUtf8(), m_file);
    if (!list)
        return Fail(list.error());
    m_list = std::move(*list);
    m_record = {.digest = json.value("blake2b"_L1).toString(),
                .at = QDateTime::fromString(json.value("at"_L1).toString(), Qt::ISODateWithMs),
                .publisher = json.value("publisher"_L1).toString(),
                .keyId = json.value("keyId"_L1).toString(),
                .person = json.value("person"_L1).toString(),
                .reason = json.value("reason"_L1).toString()};
    return {};
}

base::Result<> DishonestyStore::import(const Offer &offer, const QList<guides::Publisher> &trusted, const QDateTime &at)
{
    using Kind = guides::SignatureState::Kind;
    if (offer.bytes.size() > longestList)
        return notAList(u"is longer than any list"_s, offer.place);
    const guides::SignatureState state = guides::checkSignature(offer.bytes, offer.signature, trusted, guides::Signed::DishonestyList);
    if (state.kind == Kind::Altered || state.kind == Kind::Unreadable)
        return notAList(u"its signature does not fit: ask for the file again"_s, offer.place);
    const bool isGenuine = state.kind == Kind::Genuine;
    ImportRecord record{.digest = guides::digestOf(offer.bytes),
                        .at = at,
                        .publisher = isGenuine ? state.publisher : QString(),
                        .keyId = isGenuine ? state.keyId : QString(),
                        .person = base::cleanLine(offer.person, longestLine),
                        .reason = base::cleanLine(offer.reason, longestLine)};
    if (!isGenuine && (record.person.isEmpty() || record.reason.isEmpty()))
        return notAList(u"no trusted publisher signed it: somebody has to consent, with name and reason"_s, offer.place);
    base::Result<DishonestyList> list = DishonestyList::read(offer.bytes, offer.place);
    if (!list)
        return Fail(list.error());
    if (m_list.day.isValid() && list->day < m_list.day)
        return notAList(u"is older than the list in use, of %1"_s.arg(m_list.day.toString(Qt::ISODate)), offer.place);
    const journal::Sealed sealed = journal::seal(storedBytes(offer.bytes, record), m_key, sealedFor());
    if (const base::Result<> written = base::writeDurably(m_file, char(sealed.suite) + sealed.bytes); !written)
        return written;
    m_list = std::move(*list);
    m_record = std::move(record);
    m_fault.reset();
    return {};
}

bool DishonestyStore::contains(const QString &number) const
{
    return m_list.numbers.contains(cleaned(number));
}

}
