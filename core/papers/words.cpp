#include "core/papers/words.h"

#include <QJsonArray>

#include <kainjow/mustache.hpp>

#include <map>
#include <sstream>
#include <utility>

namespace papers {

namespace {

namespace stache = kainjow::mustache;

base::Fail fault(const QString &detail)
{
    return base::Fail({base::Error::Kind::Document, detail, {}});
}

stache::data dataOf(const QJsonValue &value);

stache::data dataOf(const QJsonObject &object)
{
    stache::data data{stache::data::type::object};
    for (auto it = object.begin(); it != object.end(); ++it)
        data.set(it.key().toStdString(), dataOf(it.value()));
    return data;
}

stache::data listOf(const QJsonArray &rows)
{
    stache::data data{stache::data::type::list};
    for (qsizetype i = 0; i < rows.size(); ++i) {
        QJsonObject row = rows[i].toObject();
        row.insert(QStringLiteral("index"), i + 1);
        data.push_back(dataOf(row));
    }
    return data;
}

/// An empty text becomes "false": as a variable it prints nothing, and a section over it is left out.
stache::data dataOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Array:
        return listOf(value.toArray());
    case QJsonValue::Object:
        return dataOf(value.toObject());
    case QJsonValue::Bool:
        return stache::data{value.toBool()};
    case QJsonValue::Double:
        return stache::data{QString::number(value.toInteger()).toStdString()};
    default:
        return value.toString().isEmpty() ? stache::data{false} : stache::data{value.toString().toStdString()};
    }
}

}

/// Remembers the first word that was asked for and is not there; the library itself would print nothing.
class StrictContext final : public stache::context<std::string>
{
public:
    StrictContext(const stache::data *facts, const stache::data *parts) : context(facts), m_parts(parts) { }

    const stache::data *get(const std::string &name) const override
    {
        const stache::data *found = context::get(name);
        if (!found && m_missing.empty())
            m_missing = name.empty() ? "?" : name;
        return found;
    }
    /// Only a part of the form: a fact is never taken for a template.
    const stache::data *get_partial(const std::string &name) const override
    {
        const stache::data *part = m_parts->get(name);
        if (!part && m_missing.empty())
            m_missing = name;
        return part;
    }

    std::string takeMissing() const { return std::exchange(m_missing, {}); }

private:
    const stache::data *m_parts;
    mutable std::string m_missing;
};

struct Words::Parts {
    Parts(const QJsonObject &facts, const QJsonObject &formParts, Into where)
        : data(dataOf(facts)), parts(dataOf(formParts)), context(&data, &parts), into(where)
    {
    }
    stache::data data;
    stache::data parts;
    StrictContext context;
    const Into into;
    std::map<QString, stache::mustache> read; ///< templates: those of a table are filled once a row
};

Words::Words(const QJsonObject &facts, const QJsonObject &parts, Into into) : m(new Parts(facts, parts, into)) { }

Words::~Words() = default;

base::Result<QString> Words::fill(const QString &templateText) const
{
    if (!templateText.contains(QLatin1String("{{")))
        return templateText;
    auto at = m->read.find(templateText);
    if (at == m->read.end()) {
        at = m->read.emplace(templateText, templateText.toStdString()).first;
        if (m->into == Into::Text)
            at->second.set_custom_escape([](const std::string &value) { return value; });
    }
    stache::mustache &filled = at->second;
    std::ostringstream text;
    if (filled.is_valid())
        filled.render(m->context, text);
    const std::string missing = m->context.takeMissing();
    if (!filled.is_valid())
        return fault(QString::fromStdString(filled.error_message()));
    if (!missing.empty())
        return fault(QStringLiteral("unknown word %1").arg(QString::fromStdString(missing)));
    return QString::fromStdString(text.str());
}

base::Result<bool> Words::holds(const QString &word) const
{
    const stache::data *data = m->context.get(word.toStdString());
    m->context.takeMissing();
    if (!data)
        return fault(QStringLiteral("unknown word %1").arg(word));
    return data->is_true() || data->is_string() || data->is_non_empty_list();
}

base::Result<int> Words::rowCount(const QString &word) const
{
    const stache::data *data = m->context.get(word.toStdString());
    m->context.takeMissing();
    if (!data || !data->is_list())
        return fault(QStringLiteral("no list %1").arg(word));
    return int(data->list_value().size());
}

void Words::enterRow(const QString &word, int row)
{
    m->context.push(&m->context.get(word.toStdString())->list_value()[size_t(row)]);
}

void Words::leaveRow()
{
    m->context.pop();
}

QString Words::templateFault(const QString &templateText)
{
    const stache::mustache read(templateText.toStdString());
    return QString::fromStdString(read.error_message());
}

}
