#include "core/desk/scanhabit.h"

#include "core/base/durablefile.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int habitFormat = 1;
constexpr int finestResolution = 2400;

}

ScanHabit::ScanHabit(const QString &file) : m_file(file)
{
    const base::Result<> done = base::readWhole(file).and_then([this](const std::optional<QByteArray> &bytes) {
        return bytes ? read(*bytes) : base::Result<>();
    });
    if (!done)
        m_fault = done.error();
}

base::Result<> ScanHabit::read(const QByteArray &bytes)
{
    // These become arguments of a program, each behind its option; they are single lines and not long.
    static const QRegularExpression plain(u"^[^\\x00-\\x1f]{0,200}$"_s);
    const auto wrong = [this](const QString &key) {
        return base::Fail({base::Error::Kind::Settings, u"value not allowed"_s, key.isEmpty() ? m_file : m_file + u": "_s + key});
    };
    const QJsonObject all = QJsonDocument::fromJson(bytes).object();
    if (all[u"format"_s].toInt() != habitFormat)
        return wrong(u"format"_s);
    const devices::ScanWish wish{all[u"device"_s].toString(), all[u"source"_s].toString(), all[u"mode"_s].toString(),
                                 all[u"resolution"_s].toInt()};
    for (const auto &[key, value] : {std::pair{u"device"_s, wish.device}, {u"source"_s, wish.source}, {u"mode"_s, wish.mode}}) {
        if (!plain.match(value).hasMatch() || value.startsWith(u'-'))
            return wrong(key);
    }
    if (wish.resolution < 0 || wish.resolution > finestResolution)
        return wrong(u"resolution"_s);
    m_wish = wish;
    return {};
}

base::Result<> ScanHabit::set(const devices::ScanWish &wish)
{
    const QJsonObject all{{u"format"_s, habitFormat},
                          {u"device"_s, wish.device},
                          {u"source"_s, wish.source},
                          {u"mode"_s, wish.mode},
                          {u"resolution"_s, wish.resolution}};
    return base::writeDurably(m_file, QJsonDocument(all).toJson()).map([&] {
        m_wish = wish;
        m_fault.reset();
    });
}

}
