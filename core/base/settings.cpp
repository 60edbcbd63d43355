#include "core/base/settings.h"

#include "core/base/durablefile.h"

#include <QFile>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>
#include <QUrl>

#include <algorithm>
#include <array>

namespace base {

namespace {

struct Key {
    const char *name;
    QString HallSettings::*value;
    const char *fallback;
    const char *pattern;
};

const QString group = QStringLiteral("hall/");
constexpr qint64 longestFile = 1 << 20;

constexpr std::array keys{
    Key{"regionCode", &HallSettings::regionCode, "411202", "^[0-9]{6}$"},
    Key{"hallName", &HallSettings::hallName, "政务服务中心（样例）", "^.{1,60}$"},
    Key{"windowName", &HallSettings::windowName, "综合受理01号窗口", "^.{1,40}$"},
    Key{"issuanceWindow", &HallSettings::issuanceWindow, "", "^.{0,40}$"},
    Key{"windowCode", &HallSettings::windowCode, "001", "^[0-9]{3}$"},
    Key{"clerk", &HallSettings::clerk, "窗口人员", "^.{1,40}$"},
    Key{"phone", &HallSettings::phone, "12345", "^[0-9+\\- ]{3,20}$"},
    Key{"address", &HallSettings::address, "", "^.{0,100}$"},
    Key{"officeHours", &HallSettings::officeHours, "", "^.{0,100}$"},
    Key{"hours", &HallSettings::hours, "08:30-12:00 14:00-17:30", "^[0-9:; -]{11,200}$"},
    Key{"twoHours", &HallSettings::twoHours, "office", "^(office|clock)$"},
    Key{"collectDays", &HallSettings::collectDays, "30", "^[1-9][0-9]{0,2}$"},
    Key{"acceptsAtWindow", &HallSettings::acceptsAtWindow, "", "^.{0,2000}$"},
    Key{"remindBefore", &HallSettings::remindBefore, "3 1", "^([1-9][0-9]?( [1-9][0-9]?){0,4})?$"},
    Key{"pushMinutes", &HallSettings::pushMinutes, "120", "^([1-9]|[1-9][0-9]|1[01][0-9]|120)$"},
    Key{"reviewMinutes", &HallSettings::reviewMinutes, "120", "^([1-9]|[1-9][0-9]|1[01][0-9]|120)$"},
    Key{"acceptDays", &HallSettings::acceptDays, "1", "^[01]$"},
    Key{"cameraFolder", &HallSettings::cameraFolder, "", "^(/.{1,300})?$"},
    Key{"cameraTaken", &HallSettings::cameraTaken, "remove", "^(remove|keep)$"},
    Key{"copySeconds", &HallSettings::copySeconds, "60", "^([5-9]|[1-9][0-9]|[1-5][0-9]{2}|600)$"},
    Key{"cardReader", &HallSettings::cardReader, "", "^[a-z0-9-]{0,40}$"},
    Key{"cardReaderHosts", &HallSettings::cardReaderHosts, "", "^[A-Za-z0-9.: -]{0,200}$"},
    Key{"ratingUrl", &HallSettings::ratingUrl, "", "^(https?://[^ ]{1,200}\\{number\\}[^ ]{0,100})?$"},
    Key{"ratingMethod", &HallSettings::ratingMethod, "get", "^(get|post)$"},
    Key{"reportAt", &HallSettings::reportAt, "", "^(([01][0-9]|2[0-3]):[0-5][0-9])?$"},
    Key{"suite", &HallSettings::suite, "standard", "^(standard|sm)$"},
    Key{"backupTo", &HallSettings::backupTo, "", "^(/.{1,300})?$"},
    Key{"backupAt", &HallSettings::backupAt, "12:10", "^([01][0-9]|2[0-3]):[0-5][0-9]$"},
    Key{"lockAfter", &HallSettings::lockAfter, "5", "^([1-9]|[1-5][0-9]|60)$"},
    Key{"publicUrl", &HallSettings::publicUrl, "", "^(https?://[^ ]{1,120}[^/ ])?$"},
};

/// Keys of earlier versions that say nothing any more: a file that has them is as good as one without.
constexpr std::array formerKeys{"hubUrl"};

/// QSettings reads noise as if it were nothing; a file with something in it must at least name the hall.
bool isHallFile(const QString &file)
{
    QFile raw(file);
    if (!raw.exists() || raw.size() == 0)
        return true;
    return raw.open(QIODevice::ReadOnly) && raw.read(longestFile).contains("[hall]");
}

/// The first of \a names that is none of ours; empty when all are.
QString unknownKey(const QStringList &names)
{
    const auto isKnown = [](const QString &name) {
        const auto isName = [&](const char *key) { return name == group + QLatin1String(key); };
        return std::ranges::any_of(keys, isName, &Key::name) || std::ranges::any_of(formerKeys, isName);
    };
    const auto unknown = std::ranges::find_if_not(names, isKnown);
    return unknown == names.end() ? QString() : *unknown;
}

}

Result<HallSettings> readSettings(const QString &file)
{
    QSettings ini(file, QSettings::IniFormat);
    if (ini.status() != QSettings::NoError || !isHallFile(file))
        return Fail({Error::Kind::Settings, QStringLiteral("not a settings file of a hall"), file});
    if (const QString unknown = unknownKey(ini.allKeys()); !unknown.isEmpty())
        return Fail({Error::Kind::Settings, QStringLiteral("nobody knows the key %1").arg(unknown), file});
    HallSettings settings;
    for (const Key &key : keys) {
        const QString name = QLatin1String(key.name);
        // What has commas in it QSettings takes apart.
        const QString value = ini.value(group + name, QString::fromUtf8(key.fallback)).toStringList().join(u',').trimmed();
        if (!QRegularExpression(QLatin1String(key.pattern)).match(value).hasMatch())
            return Fail({Error::Kind::Settings, QStringLiteral("value not allowed for hall/%1").arg(name), file});
        settings.*key.value = value;
    }
    return settings;
}

Result<> changeSettings(const QString &file, const QMap<QString, QString> &values)
{
    const Result<std::optional<QByteArray>> present = readWhole(file);
    if (!present)
        return Fail(present.error());
    const QTemporaryDir folder; // what is not right yet stands nowhere near the real one
    const QString draft = folder.filePath(QStringLiteral("hall.ini"));
    if (const Result<> begun = writeDurably(draft, present->value_or(QByteArray())); !begun)
        return begun;
    {
        QSettings ini(draft, QSettings::IniFormat);
        for (auto value = values.cbegin(); value != values.cend(); ++value)
            ini.setValue(group + value.key(), value.value());
    }
    const Result<HallSettings> read = readSettings(draft);
    if (!read)
        return Fail({read.error().kind, read.error().detail, file});
    return readWhole(draft).and_then([&](const std::optional<QByteArray> &bytes) { return writeDurably(file, bytes.value_or(QByteArray())); });
}

}
