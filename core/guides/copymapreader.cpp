#include "core/guides/copymapreader.h"

#include "core/base/durablefile.h"
#include "core/guides/keycheck.h"
#include "core/guides/objectreader.h"

#include <QDateTime>
#include <QDir>
#include <QJsonDocument>

#include <algorithm>

namespace guides {

using namespace Qt::StringLiterals;
using domain::CopyBlank;
using domain::CopyMap;
using domain::CopyScreen;
using domain::CopySource;
using domain::CopyStep;

namespace {

constexpr qsizetype mostSteps = 6;
constexpr qsizetype longestSystem = 60; ///< a name as cases record it
constexpr int mostBlankCharacters = 10'000;

inline constexpr Word<CopyBlank::Missing> missingWords[]{{u"stop", CopyBlank::Missing::Stop, u"提示手工录入"},
                                                         {u"skip", CopyBlank::Missing::Skip, u"跳过"},
                                                         {u"fallback", CopyBlank::Missing::Fallback, u"用替代值"}};
inline constexpr Word<CopySource::Kind> partyWords[]{{u"name", CopySource::Kind::PartyName, u"姓名"},
                                                     {u"identity", CopySource::Kind::PartyIdentity, u"证件号码"},
                                                     {u"phone", CopySource::Kind::PartyPhone, u"电话"}};
inline constexpr Word<CopySource::Kind> caseWords[]{{u"number", CopySource::Kind::CaseNumber, u"办件编号"},
                                                    {u"filed", CopySource::Kind::FiledAt, u"收件时间"},
                                                    {u"opened", CopySource::Kind::OpenedAt, u"开始时间"},
                                                    {u"clerk", CopySource::Kind::Clerk, u"收件人"},
                                                    {u"matter", CopySource::Kind::MatterName, u"一件事名称"},
                                                    {u"matter-code", CopySource::Kind::MatterCode, u"一件事编码"},
                                                    {u"lead", CopySource::Kind::LeadDepartment, u"牵头部门"},
                                                    {u"region", CopySource::Kind::Region, u"行政区划"},
                                                    {u"items", CopySource::Kind::ItemNames, u"联办事项"},
                                                    {u"item-codes", CopySource::Kind::ItemCodes, u"实施编码"},
                                                    {u"departments", CopySource::Kind::Departments, u"联办部门"}};
inline constexpr Word<CopyStep::Kind> stepWords[]{{u"upper", CopyStep::Kind::Upper, u"大写"},
                                                  {u"lower", CopyStep::Kind::Lower, u"小写"},
                                                  {u"digits", CopyStep::Kind::Digits, u"只留数字"},
                                                  {u"birth-date", CopyStep::Kind::BirthDate, u"出生日期"},
                                                  {u"sex", CopyStep::Kind::Sex, u"性别"},
                                                  {u"province", CopyStep::Kind::Province, u"省"},
                                                  {u"city", CopyStep::Kind::City, u"市"},
                                                  {u"county", CopyStep::Kind::County, u"县（区）"},
                                                  {u"street", CopyStep::Kind::Street, u"详细地址"},
                                                  {u"date", CopyStep::Kind::Date, u"日期格式"},
                                                  {u"table", CopyStep::Kind::Table, u"代码表"},
                                                  {u"most", CopyStep::Kind::Most, u"最多字数"}};

template <class Meaning>
const Word<Meaning> *known(std::span<const Word<Meaning>> list, QStringView text)
{
    const auto found = std::ranges::find(list, text, &Word<Meaning>::text);
    return found == list.end() ? nullptr : &*found;
}

bool isFieldId(const QString &text)
{
    return !text.isEmpty() && text.size() <= 64 && std::ranges::all_of(text, [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
    });
}

/// "field:ID", "party:ROLE.PART", "case:PART" or "text:WORDS".
std::optional<CopySource> sourceOf(const QString &text)
{
    const QString kind = text.section(u':', 0, 0);
    const QString subject = text.section(u':', 1);
    if (kind == "field"_L1 && isFieldId(subject))
        return CopySource{CopySource::Kind::Field, subject};
    if (kind == "text"_L1 && !subject.isEmpty())
        return CopySource{CopySource::Kind::Text, subject};
    if (kind == "case"_L1) {
        const auto *word = known<CopySource::Kind>(caseWords, subject);
        return word ? std::optional(CopySource{word->meaning}) : std::nullopt;
    }
    const auto *role = known<domain::Field::Role>(words::roles, subject.section(u'.', 0, 0));
    const auto *part = known<CopySource::Kind>(partyWords, subject.section(u'.', 1));
    if (kind != "party"_L1 || !role || !part || role->meaning == domain::Field::Role::Matter)
        return {};
    return CopySource{part->meaning, {}, role->meaning};
}

/// Letters that mean nothing in a date would be copied as they are and never be noticed.
bool isDatePattern(const QString &pattern)
{
    static const QDateTime some(QDate(2001, 12, 31), QTime(23, 58, 59));
    bool quotedPart = false;
    for (const QChar c : pattern) {
        quotedPart = quotedPart != (c == u'\'');
        if (!quotedPart && c.isLetter() && c.unicode() < 128 && !u"yMdHhms"_s.contains(c))
            return false;
    }
    return !quotedPart && !pattern.isEmpty() && some.toString(pattern) != pattern;
}

/// A step with its argument after a colon: "date:yyyyMMdd", "table:sex", "most:20".
std::optional<CopyStep> stepOf(const QString &text, const CopyMap &map)
{
    const auto *word = known<CopyStep::Kind>(stepWords, text.section(u':', 0, 0));
    if (!word)
        return {};
    const QString argument = text.section(u':', 1);
    bool fits = argument.isEmpty() && !text.contains(u':');
    if (word->meaning == CopyStep::Kind::Date)
        fits = isDatePattern(argument);
    else if (word->meaning == CopyStep::Kind::Table)
        fits = map.tables.contains(argument);
    else if (word->meaning == CopyStep::Kind::Most)
        fits = argument.toInt() >= 1 && argument.toInt() <= mostBlankCharacters;
    return fits ? std::optional(CopyStep{word->meaning, argument}) : std::nullopt;
}

/// What \a understand makes of each text under \a key; what it does not understand is a fault, with \a reason.
template <class Part>
QList<Part> partsOf(ObjectReader &object, QLatin1StringView key, Inspection &inspection, const QString &reason,
                    const std::function<std::optional<Part>(const QString &)> &understand)
{
    const QStringList texts = object.texts(key);
    const Inspection::Step step = inspection.into(key);
    QList<Part> parts;
    for (qsizetype index = 0; index < texts.size(); ++index) {
        const Inspection::Step entryStep = inspection.into(index);
        if (const std::optional<Part> part = understand(texts[index]))
            parts.append(*part);
        else
            inspection.fault(quoted(texts[index]) + u' ' + reason);
    }
    return parts;
}

/// Reads a file in order: tables first, because steps name them.
class MapShaper
{
public:
    explicit MapShaper(Inspection &inspection) : m_inspection(inspection) { }

    CopyMap shaped(const QJsonObject &root)
    {
        ObjectReader object(root, m_inspection);
        object.whole("format"_L1, 1, 1);
        m_map.id = object.id("card"_L1);
        m_map.system = object.text("system"_L1);
        if (m_map.system.size() > longestSystem)
            m_inspection.faultAt("system"_L1, u"is longer than %1 characters"_s.arg(longestSystem));
        m_map.sample = object.flag("sample"_L1, false);
        m_map.matters = object.ids("matters"_L1);
        eachOf(object, "tables"_L1, Need::Optional, [this](const QJsonValue &value) { addTable(value); });
        eachOf(object, "screens"_L1, Need::Required, [this](const QJsonValue &value) { addScreen(value); });
        return std::move(m_map);
    }

private:
    /// The entries of a list of objects, each at its place.
    void eachOf(ObjectReader &object, QLatin1StringView key, Need need, const std::function<void(const QJsonValue &)> &read)
    {
        const QList<QJsonValue> entries = object.list<QJsonValue>(
            key, +[](const QJsonValue &value, Inspection &) { return value; }, need);
        const Inspection::Step step = m_inspection.into(key);
        for (qsizetype index = 0; index < entries.size(); ++index) {
            const Inspection::Step entryStep = m_inspection.into(index);
            read(entries[index]);
        }
    }

    void addTable(const QJsonValue &value)
    {
        ObjectReader object(value, m_inspection);
        const QString name = object.id("name"_L1);
        if (m_map.tables.contains(name))
            m_inspection.faultAt("name"_L1, u"%1 stands twice"_s.arg(quoted(name)));
        QMap<QString, QString> &codes = m_map.tables[name];
        eachOf(object, "codes"_L1, Need::Required, [&](const QJsonValue &entry) {
            ObjectReader row(entry, m_inspection);
            const QString word = row.text("word"_L1);
            if (codes.contains(word))
                m_inspection.faultAt("word"_L1, u"%1 stands twice"_s.arg(quoted(word)));
            codes.insert(word, row.text("code"_L1));
        });
    }

    void addScreen(const QJsonValue &value)
    {
        ObjectReader object(value, m_inspection);
        CopyScreen screen;
        screen.title = object.text("title"_L1);
        screen.roster = object.id("roster"_L1, Need::Optional);
        eachOf(object, "blanks"_L1, Need::Required, [&](const QJsonValue &entry) { screen.blanks.append(blankOf(entry)); });
        m_map.screens.append(screen);
    }

    CopyBlank blankOf(const QJsonValue &value)
    {
        ObjectReader object(value, m_inspection);
        CopyBlank blank;
        blank.label = object.text("label"_L1);
        blank.from = partsOf<CopySource>(object, "from"_L1, m_inspection, u"is no source: field:ID, party:ROLE.PART, case:PART or text:WORDS"_s,
                                         sourceOf);
        if (blank.from.isEmpty())
            m_inspection.faultAt("from"_L1, u"at least one source is needed"_s);
        blank.steps = partsOf<CopyStep>(object, "as"_L1, m_inspection, u"is no step, or names a table or pattern that does not exist"_s,
                                        [this](const QString &text) { return stepOf(text, m_map); });
        if (blank.steps.size() > mostSteps)
            m_inspection.faultAt("as"_L1, u"more than %1 steps"_s.arg(mostSteps));
        blank.missing = object.word<CopyBlank::Missing>("missing"_L1, missingWords, Need::Optional);
        blank.fallback = object.text("fallback"_L1, Need::Optional);
        if ((blank.missing == CopyBlank::Missing::Fallback) == blank.fallback.isEmpty())
            m_inspection.faultAt("fallback"_L1, u"goes with \"missing\": \"fallback\", and only with it"_s);
        blank.secret = object.flag("secret"_L1, false);
        return blank;
    }

    Inspection &m_inspection;
    CopyMap m_map;
};

}

base::Result<CopyMap> readCopyMap(const QByteArray &json, const QString &file)
{
    Inspection inspection(file);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return base::Fail({base::Error::Kind::Document, u"is not JSON: "_s + error.errorString(), file});
    checkKeys(json, inspection);
    const CopyMap map = MapShaper(inspection).shaped(document.object());
    if (!inspection.faults().isEmpty())
        return base::Fail(inspection.faults().first());
    return map;
}

CopyMaps loadCopyMaps(const QStringList &folders)
{
    QMap<QString, CopyMap> maps;
    QList<base::Error> faults;
    for (const QString &folder : folders) {
        const QDir dir(folder);
        for (const QString &name : dir.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
            const QString file = dir.filePath(name);
            const base::Result<CopyMap> map = base::readPlain(file, mostCopyMapBytes).and_then([&](const QByteArray &json) {
                return readCopyMap(json, file);
            });
            if (map)
                maps.insert(map->id, *map);
            else
                faults.append(map.error());
        }
    }
    QList<CopyMap> sorted = maps.values();
    std::ranges::stable_sort(sorted, {}, &CopyMap::system);
    return {sorted, faults};
}

}
