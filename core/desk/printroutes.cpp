#include "core/desk/printroutes.h"

#include "core/base/durablefile.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int routesFormat = 1;
constexpr int mostPieces = 9;
const QString rollEnding = u"-80"_s;

template <class Value>
struct RouteWord {
    Value value;
    QLatin1StringView word;
};
constexpr std::array sidesWords{RouteWord{PrintRoute::Sides::Auto, "auto"_L1}, RouteWord{PrintRoute::Sides::One, "one"_L1},
                                RouteWord{PrintRoute::Sides::LongEdge, "long-edge"_L1},
                                RouteWord{PrintRoute::Sides::ShortEdge, "short-edge"_L1}};
constexpr std::array layoutWords{RouteWord{PrintRoute::Layout::Auto, "auto"_L1}, RouteWord{PrintRoute::Layout::A4, "a4"_L1},
                                 RouteWord{PrintRoute::Layout::Roll, "roll"_L1}};

template <class Words, class Value>
QString routeWord(const Words &words, Value value)
{
    return std::ranges::find(words, value, &RouteWord<Value>::value)->word;
}

/// False: no such word. A missing one leaves \a value.
template <class Words, class Value>
bool readWord(const Words &words, const QJsonValue &json, Value &value)
{
    if (json.isUndefined())
        return true;
    const auto found = std::ranges::find(words, json.toString(), [](const auto &entry) { return QString(entry.word); });
    if (found == words.end())
        return false;
    value = found->value;
    return true;
}

QJsonObject jsonOf(const PrintRoute &route)
{
    return {{u"printer"_s, route.printer},
            {u"tray"_s, route.tray},
            {u"pieces"_s, route.pieces},
            {u"sides"_s, routeWord(sidesWords, route.sides)},
            {u"layout"_s, routeWord(layoutWords, route.layout)},
            {u"colour"_s, route.colour}};
}

/// The name of a key that cannot be right; empty: \a route is read.
QString readRoute(const QJsonObject &json, PrintRoute &route)
{
    static const QStringList keys{u"printer"_s, u"tray"_s, u"pieces"_s, u"sides"_s, u"layout"_s, u"colour"_s};
    // What ends up on a line to the print service is a plain name.
    static const QRegularExpression name(u"^[^\\s/#?,\\x00-\\x1f]{0,127}$"_s);
    for (const QString &key : json.keys()) {
        if (!keys.contains(key))
            return key;
    }
    route.printer = json[u"printer"_s].toString();
    route.tray = json[u"tray"_s].toString();
    route.pieces = json[u"pieces"_s].toInt(0);
    route.colour = json[u"colour"_s].toBool();
    if (!name.match(route.printer).hasMatch())
        return u"printer"_s;
    if (!name.match(route.tray).hasMatch())
        return u"tray"_s;
    if (route.pieces < 0 || route.pieces > mostPieces)
        return u"pieces"_s;
    if (!readWord(sidesWords, json[u"sides"_s], route.sides))
        return u"sides"_s;
    return readWord(layoutWords, json[u"layout"_s], route.layout) ? QString() : u"layout"_s;
}

}

PrintRoutes::PrintRoutes(const QString &file) : m_file(file)
{
    const base::Result<> done = base::readWhole(file).and_then([this](const std::optional<QByteArray> &bytes) {
        return bytes ? read(*bytes) : base::Result<>();
    });
    if (!done) {
        m_routes.clear();
        m_fault = done.error();
    }
}

base::Result<> PrintRoutes::read(const QByteArray &bytes)
{
    const auto wrong = [this](const QString &why, const QString &place) {
        return base::Fail({base::Error::Kind::Settings, why, place.isEmpty() ? m_file : m_file + u": "_s + place});
    };
    const QJsonObject all = QJsonDocument::fromJson(bytes).object();
    if (all[u"format"_s].toInt() != routesFormat || !all[u"papers"_s].isObject())
        return wrong(u"not a list of printers by paper"_s, {});
    const QJsonObject papers = all[u"papers"_s].toObject();
    for (auto paper = papers.begin(); paper != papers.end(); ++paper) {
        PrintRoute route;
        if (const QString key = readRoute(paper.value().toObject(), route); !key.isEmpty())
            return wrong(u"value not allowed"_s, u"papers.%1.%2"_s.arg(paper.key(), key));
        m_routes.insert(paper.key(), route);
    }
    return {};
}

PrintRoute PrintRoutes::of(const QString &form) const
{
    const QString sister = form.endsWith(rollEnding) ? form.chopped(rollEnding.size()) : form;
    return m_routes.value(sister);
}

base::Result<> PrintRoutes::set(const QString &form, const PrintRoute &route)
{
    QMap<QString, PrintRoute> routes = m_routes;
    routes.insert(form, route);
    QJsonObject papers;
    for (auto it = routes.begin(); it != routes.end(); ++it)
        papers.insert(it.key(), jsonOf(it.value()));
    const QJsonObject all{{u"format"_s, routesFormat}, {u"papers"_s, papers}};
    return base::writeDurably(m_file, QJsonDocument(all).toJson()).map([&] {
        m_routes = routes;
        m_fault.reset();
    });
}

}
