#include "core/hub/eventhead.h"

#include "core/hub/words.h"

#include <boost/json/parser.hpp>
#include <boost/json/monotonic_resource.hpp>

#include <array>
#include <limits>

namespace hub {

using namespace Qt::StringLiterals;
namespace json = boost::json;

namespace {

constexpr qsizetype mostParents = 256;
constexpr size_t longestType = 100;
constexpr int deepest = 64;

/// Reads members of one object and remembers the first that is not what it must be.
class Members
{
public:
    explicit Members(const json::object &object) : m_object(object) { }

    std::string_view text(json::string_view name)
    {
        const json::value *value = m_object.if_contains(name);
        if (value && value->is_string())
            return {value->get_string().data(), value->get_string().size()};
        note(name);
        return {};
    }
    qint64 number(json::string_view name)
    {
        const json::value *value = m_object.if_contains(name);
        if (value && value->is_int64() && value->get_int64() > 0)
            return value->get_int64();
        note(name);
        return 0;
    }
    journal::Hash hash(json::string_view name) { return hashIn(text(name), name); }
    QList<journal::Hash> hashes(json::string_view name)
    {
        QList<journal::Hash> hashes;
        const json::value *value = m_object.if_contains(name);
        if (!value || !value->is_array() || qsizetype(value->get_array().size()) > mostParents) {
            note(name);
            return hashes;
        }
        for (const json::value &each : value->get_array()) {
            const json::string *text = each.if_string();
            hashes.append(hashIn(text ? std::string_view(text->data(), text->size()) : std::string_view(), name));
        }
        return hashes;
    }
    void note(json::string_view name)
    {
        if (m_fault.empty())
            m_fault = std::string(name);
    }
    const std::string &fault() const { return m_fault; }

private:
    journal::Hash hashIn(std::string_view text, json::string_view name)
    {
        journal::Hash hash = QByteArray::fromHex(QByteArray::fromRawData(text.data(), qsizetype(text.size())));
        if (text.size() != size_t(journal::hashSize) * 2 || hash.size() != journal::hashSize)
            note(name);
        return hash;
    }

    const json::object &m_object;
    std::string m_fault;
};

base::Fail noEvent(const QString &why)
{
    return base::Fail({base::Error::Kind::Document, why, {}});
}

EventHead headIn(Members &members)
{
    const std::string_view caseId = members.text("case");
    const std::string_view device = members.text("dev");
    const std::string_view type = members.text("type");
    EventHead head{.caseId = QString::fromLatin1(caseId.data(), qsizetype(caseId.size())),
                   .writer = {QString::fromUtf8(device.data(), qsizetype(device.size())), 0},
                   .seq = members.number("seq"),
                   .prev = members.hash("prev"),
                   .parents = members.hashes("parents"),
                   .type = QByteArray(type.data(), qsizetype(type.size())),
                   .hash = {}};
    const qint64 incarnation = members.number("inc");
    if (incarnation > std::numeric_limits<int>::max())
        members.note("inc");
    head.writer.incarnation = int(incarnation);
    if (!isUuid(head.caseId))
        members.note("case");
    if (type.empty() || type.size() > longestType)
        members.note("type");
    return head;
}

}

base::Result<EventHead> readHead(const QByteArray &bytes)
{
    // Most events fit into this; what is larger goes to the heap.
    std::array<unsigned char, 16 * 1024> room;
    json::monotonic_resource memory(room.data(), room.size());
    json::parse_options options;
    options.max_depth = deepest;
    json::parser parser(&memory, options);
    boost::system::error_code error;
    parser.write(bytes.constData(), size_t(bytes.size()), error);
    if (error)
        return noEvent(u"is no JSON: %1"_s.arg(QString::fromStdString(error.message())));
    const json::value value = parser.release();
    if (!value.is_object())
        return noEvent(u"is no object"_s);
    Members members(value.get_object());
    EventHead head = headIn(members);
    if (!members.fault().empty())
        return noEvent(u"\"%1\" is missing, or is not what it must be"_s.arg(QString::fromStdString(members.fault())));
    head.hash = journal::hashOf(bytes);
    return head;
}

}
