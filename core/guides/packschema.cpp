#include "core/guides/packschema.h"

#include "core/guides/inspection.h"

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <QFile>
#include <QJsonDocument>

#include <exception>

namespace guides {

using namespace Qt::StringLiterals;

namespace {

base::Error schemaError(const QString &file, const QString &detail)
{
    return {base::Error::Kind::Document, detail, file};
}

/// "<root>", "[matters]", "[0]" → "matters[0]"
QString pathOf(const std::vector<std::string> &context)
{
    QString path;
    for (size_t i = 1; i < context.size(); ++i) {
        const QString step = QString::fromStdString(context[i]);
        bool isIndex = false;
        step.mid(1, step.size() - 2).toLongLong(&isIndex);
        if (isIndex)
            path += step;
        else
            path += (path.isEmpty() ? QString() : u"."_s) + step.mid(1, step.size() - 2);
    }
    return path;
}

}

struct PackSchema::Parts {
    valijson::Schema schema;
};

PackSchema::PackSchema(std::unique_ptr<Parts> parts) : m(std::move(parts)) { }
PackSchema::PackSchema(PackSchema &&other) noexcept = default;
PackSchema &PackSchema::operator=(PackSchema &&other) noexcept = default;
PackSchema::~PackSchema() = default;

base::Result<PackSchema> PackSchema::load(const QString &file)
{
    QFile source(file);
    if (!source.open(QFile::ReadOnly))
        return base::Fail(schemaError(file, source.errorString()));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(source.readAll(), &error);
    if (!document.isObject())
        return base::Fail(schemaError(file, u"is no JSON Schema: "_s + error.errorString()));
    auto parts = std::make_unique<Parts>();
    try {
        valijson::SchemaParser(valijson::SchemaParser::kDraft7)
            .populateSchema(valijson::adapters::QtJsonAdapter(QJsonValue(document.object())), parts->schema);
    } catch (const std::exception &fault) {
        return base::Fail(schemaError(file, u"is no JSON Schema: "_s + QString::fromUtf8(fault.what())));
    }
    return PackSchema(std::move(parts));
}

QList<base::Error> PackSchema::faultsIn(const QByteArray &json, const QString &file) const
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (document.isNull())
        return {};
    const QJsonValue root = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    valijson::ValidationResults results;
    valijson::Validator validator;
    if (validator.validate(m->schema, valijson::adapters::QtJsonAdapter(root), &results))
        return {};
    QList<base::Error> faults;
    for (const valijson::ValidationResults::Error &error : results) {
        if (faults.size() == Inspection::mostFaults)
            break;
        const QString path = pathOf(error.context);
        faults.append({base::Error::Kind::Document, QString::fromStdString(error.description),
                       path.isEmpty() ? file : file + u": "_s + path});
    }
    return faults;
}

}
