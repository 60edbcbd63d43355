#include "core/devices/hublicences.h"

#include "core/base/text.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QUrl>

#include <utility>

namespace devices {

using namespace Qt::StringLiterals;
using Result = LicenceAnswer::Result;

namespace {

const QString lookUpPath = u"/lookup/v1/licences"_s;
constexpr int longestLine = 120;

LicenceAnswer failed(Result result, const QString &detail)
{
    LicenceAnswer answer;
    answer.result = result;
    answer.detail = detail;
    return answer;
}

QByteArray bodyOf(const LicenceQuestion &question)
{
    const bool isShared = question.kind == LicenceQuestion::Kind::Shared;
    const QJsonObject json{{u"material"_s, question.material},
                           {u"materialName"_s, question.materialName},
                           {u"kind"_s, isShared ? u"shared"_s : u"elicence"_s},
                           {u"holder"_s, QJsonObject{{u"name"_s, question.holderName}, {u"number"_s, question.holderNumber}}},
                           {u"purpose"_s, question.purpose},
                           {u"case"_s, question.caseNumber}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

/// Reads the licence of an answer; what is wrong first is remembered.
class LicenceReader
{
public:
    explicit LicenceReader(QJsonObject json) : m_json(std::move(json)) { }

    QString line(QLatin1StringView key)
    {
        const QJsonValue value = m_json.value(key);
        if (!value.isString())
            fault(key, u"is no text"_s);
        return base::cleanLine(value.toString(), longestLine);
    }
    /// Left out or null: no day.
    QDate day(QLatin1StringView key)
    {
        const QJsonValue value = m_json.value(key);
        if (value.isUndefined() || value.isNull())
            return {};
        const QDate date = QDate::fromString(value.toString(), u"yyyy-MM-dd"_s);
        if (!date.isValid())
            fault(key, u"is no day"_s);
        return date;
    }
    QString faultText() const { return m_fault; }

private:
    void fault(QLatin1StringView key, const QString &what)
    {
        if (m_fault.isEmpty())
            m_fault = u"licence."_s + key + u' ' + what;
    }

    const QJsonObject m_json;
    QString m_fault;
};

/// What a status other than 200 means.
LicenceAnswer answerFor(int status)
{
    const QString detail = u"HTTP status %1"_s.arg(status);
    const bool mayNotAsk = status == 401 || status == 403;
    const bool isLater = status == 404 || status == 408 || status == 429 || status >= 500;
    return failed(mayNotAsk ? Result::Refused : isLater ? Result::Unreachable : Result::Garbled, detail);
}

}

LicenceAnswer readLicenceAnswer(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return failed(Result::Garbled, u"not a JSON object: "_s + error.errorString());
    const QString result = document.object().value("result"_L1).toString();
    if (result == "none"_L1)
        return failed(Result::NotFound, {});
    if (result == "refused"_L1)
        return failed(Result::Refused, {});
    if (result != "found"_L1)
        return failed(Result::Garbled, u"result is none of found, none, refused"_s);
    if (!document.object().value("licence"_L1).isObject())
        return failed(Result::Garbled, u"licence is missing"_s);
    LicenceReader licence(document.object().value("licence"_L1).toObject());
    LicenceAnswer answer;
    answer.result = Result::Found;
    answer.identifier = licence.line("code"_L1);
    answer.name = licence.line("name"_L1);
    answer.holder = licence.line("holder"_L1);
    answer.issuer = licence.line("issuer"_L1);
    answer.from = licence.day("from"_L1);
    answer.until = licence.day("to"_L1);
    return licence.faultText().isEmpty() ? answer : failed(Result::Garbled, licence.faultText());
}

HubLicences::HubLicences(const QString &hub, std::chrono::milliseconds within, QObject *parent) : LicenceSource(parent), m_hub(hub)
{
    m_within.setSingleShot(true);
    m_within.setInterval(within);
    connect(&m_within, &QTimer::timeout, this, [this] { end(failed(Result::Unreachable, u"no whole answer in time"_s)); });
}

HubLicences::~HubLicences()
{
    drop();
}

void HubLicences::ask(const LicenceQuestion &question)
{
    Q_ASSERT(isSetUp() && !m_reply);
    if (!m_network) {
        m_network = std::make_unique<QNetworkAccessManager>();
        m_network->setProxy(QNetworkProxy::NoProxy);
    }
    QNetworkRequest request(QUrl(m_hub + lookUpPath));
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_ba);
    request.setRawHeader("Accept", "application/json");
    // Nothing is unpacked: a small body that becomes a huge one would pass the bound below.
    request.setRawHeader("Accept-Encoding", "identity");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    m_body.clear();
    m_reply = m_network->post(request, bodyOf(question));
    m_reply->setReadBufferSize(mostAnswerBytes);
    connect(m_reply, &QNetworkReply::readyRead, this, &HubLicences::take);
    connect(m_reply, &QNetworkReply::finished, this, [this] {
        take();
        if (!m_reply)
            return;
        const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status != 0 && status != 200)
            end(answerFor(status));
        else if (m_reply->error() != QNetworkReply::NoError)
            end(failed(Result::Unreachable, u"network error %1"_s.arg(m_reply->error())));
        else
            end(readLicenceAnswer(m_body));
    });
    m_within.start();
}

void HubLicences::take()
{
    if (!m_reply)
        return;
    m_body += m_reply->read(mostAnswerBytes + 1 - m_body.size());
    if (m_body.size() > mostAnswerBytes)
        end(failed(Result::Garbled, u"longer than %1 bytes"_s.arg(mostAnswerBytes)));
}

void HubLicences::cancel()
{
    drop();
}

void HubLicences::end(const LicenceAnswer &answer)
{
    drop();
    emit answered(answer);
}

void HubLicences::drop()
{
    m_within.stop();
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    if (!reply)
        return;
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}

}
