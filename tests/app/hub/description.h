#pragma once

#include "app/hub/routes.h"
#include "core/hub/http.h"

#include <boost/json/parse.hpp>
#include <valijson/adapters/boost_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

inline boost::json::value boosted(const QJsonObject &object)
{
    return boost::json::parse(QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString());
}

/// A description of resources/openapi as it is served, and what it says about answers.
class Description
{
public:
    explicit Description(const QByteArray &json) : m_root(QJsonDocument::fromJson(json).object()) { }

    const QJsonObject &root() const { return m_root; }
    QJsonObject paths() const { return m_root["paths"_L1].toObject(); }
    /// The operation, empty when it is not described.
    QJsonObject operation(const QByteArray &route, const QByteArray &method) const
    {
        return paths()[QLatin1String(route)][QString::fromLatin1(method.toLower())].toObject();
    }
    /// Why \a value is not what the schema \a name says; empty when it is.
    QString fault(const QString &name, const QJsonValue &value) const
    {
        return faultBy(QJsonObject{{"$ref"_L1, u"#/components/schemas/"_s + name}}, value);
    }
    QString faultBy(QJsonObject schema, const QJsonValue &value) const
    {
        schema.insert("components"_L1, m_root["components"_L1]);
        // Boost's values know large integers as such, Qt's only small ones.
        const boost::json::value rules = boosted(schema);
        const boost::json::value checked = boosted(value.toObject());
        valijson::Schema parsed;
        valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(valijson::adapters::BoostJsonAdapter(rules), parsed);
        valijson::ValidationResults results;
        if (valijson::Validator().validate(parsed, valijson::adapters::BoostJsonAdapter(checked), &results))
            return {};
        QStringList faults;
        for (const auto &error : results)
            faults << QString::fromStdString(error.description);
        return faults.join(u"; "_s) + u" in "_s + QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
    }
    /// What a reference inside the description points to.
    QJsonObject resolved(const QJsonObject &object) const
    {
        const QString ref = object["$ref"_L1].toString();
        if (ref.isEmpty())
            return object;
        const QStringList parts = ref.split(u'/');
        return m_root["components"_L1][parts.value(2)][parts.value(3)].toObject();
    }
    /// Why \a response is none that is described for \a request; empty when it is.
    QString fault(const hub::Request &request, const hub::Response &response) const
    {
        const QByteArray route = hub::routeOf(request.target);
        const QJsonObject described
            = resolved(operation(route, request.method)["responses"_L1][QString::number(response.status)].toObject());
        if (described.isEmpty())
            return u"%1 %2 is not said to answer %3: %4"_s.arg(QLatin1String(request.method), QLatin1String(route))
                .arg(response.status)
                .arg(QString::fromUtf8(response.body));
        const QJsonObject headers = described["headers"_L1].toObject();
        for (auto it = headers.begin(); it != headers.end(); ++it) {
            if (it.value()["required"_L1].toBool() && !response.headers.contains(it.key().toLatin1().toLower()))
                return u"the header %1 is missing"_s.arg(it.key());
        }
        const QString type = QString::fromLatin1(response.type).section(u';', 0, 0);
        const QJsonObject content = described["content"_L1].toObject();
        if (request.method == "HEAD" || content.isEmpty())
            return {};
        if (!content.contains(type))
            return u"%1 is not said to be %2"_s.arg(QLatin1String(route), type);
        if (!type.endsWith("json"_L1) || type.endsWith("x-ndjson"_L1))
            return {};
        return faultBy(content[type]["schema"_L1].toObject(), QJsonDocument::fromJson(response.body).object());
    }

private:
    QJsonObject m_root;
};
