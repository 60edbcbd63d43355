#include "core/wire/issue.h"

#include "core/base/text.h"
#include "core/wire/fields.h"

namespace wire {

using namespace Qt::StringLiterals;
using Outcome = IssueAnswer::Result;

namespace {

constexpr int longestCode = 120;

base::Fail faultIn(const QString &place, const QString &why)
{
    return base::Fail({base::Error::Kind::Document, why, place});
}

base::Result<IssueAnswer> issuedIn(const QJsonObject &object)
{
    IssueAnswer answer{.result = Outcome::Issued,
                       .code = base::cleanLine(object.value("code"_L1).toString(), longestCode),
                       .kind = object.value("kind"_L1).toString(),
                       .document = {},
                       .why = {}};
    const auto bytes = QByteArray::fromBase64Encoding(object.value("document"_L1).toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    answer.document = bytes.decoded;
    const bool isPdf = answer.kind == "pdf"_L1 && answer.document.startsWith("%PDF-");
    const bool isOfd = answer.kind == "ofd"_L1 && answer.document.startsWith("PK\x03\x04");
    if (answer.code.isEmpty())
        return faultIn(u"code"_s, u"is missing"_s);
    if (!bytes || (!isPdf && !isOfd))
        return faultIn(u"document"_s, u"is no PDF or OFD in base64"_s);
    return answer;
}

}

QByteArray toJson(const IssueWish &wish)
{
    return compact({{"request"_L1, wish.request},
                    {"case"_L1, wish.caseNumber},
                    {"matter"_L1, wish.matter},
                    {"item"_L1, wish.item},
                    {"itemName"_L1, wish.itemName},
                    {"certificate"_L1, wish.certificate},
                    {"code"_L1, wish.code},
                    {"granted"_L1, wish.granted.toString(Qt::ISODate)},
                    {"holder"_L1, QJsonObject{{"name"_L1, wish.holderName}, {"number"_L1, wish.holderNumber}}}});
}

base::Result<IssueWish> issueWishFrom(const QByteArray &body)
{
    const base::Result<QJsonObject> object = objectIn(body);
    if (!object)
        return base::Fail(object.error());
    Fields fields(*object, {});
    IssueWish wish{.request = fields.word("request"_L1),
                   .caseNumber = fields.word("case"_L1),
                   .matter = fields.text("matter"_L1),
                   .item = fields.word("item"_L1),
                   .itemName = fields.text("itemName"_L1),
                   .certificate = fields.text("certificate"_L1),
                   .code = fields.text("code"_L1)};
    wish.granted = fields.day("granted"_L1);
    std::tie(wish.holderName, wish.holderNumber)
        = fields.inner("holder"_L1, [](Fields &holder) { return std::pair(holder.text("name"_L1), holder.text("number"_L1)); });
    return fields.done(wish);
}

QByteArray toJson(const IssueAnswer &answer)
{
    switch (answer.result) {
    case Outcome::Pending:
        return compact({{"result"_L1, "pending"_L1}});
    case Outcome::None:
        return compact({{"result"_L1, "none"_L1}});
    case Outcome::Unreachable:
        return compact({{"result"_L1, "unreachable"_L1}, {"why"_L1, answer.why}});
    case Outcome::Issued:
        break;
    }
    return compact({{"result"_L1, "issued"_L1},
                    {"code"_L1, answer.code},
                    {"kind"_L1, answer.kind},
                    {"document"_L1, QString::fromLatin1(answer.document.toBase64())}});
}

base::Result<IssueAnswer> issueAnswerFrom(const QByteArray &body)
{
    const base::Result<QJsonObject> object = objectIn(body);
    if (!object)
        return base::Fail(object.error());
    const QString result = object->value("result"_L1).toString();
    if (result == "issued"_L1)
        return issuedIn(*object);
    if (result == "pending"_L1)
        return IssueAnswer{.result = Outcome::Pending, .code = {}, .kind = {}, .document = {}, .why = {}};
    if (result == "none"_L1)
        return IssueAnswer{.result = Outcome::None, .code = {}, .kind = {}, .document = {}, .why = {}};
    return faultIn(u"result"_s, u"is not issued, pending or none"_s);
}

}
