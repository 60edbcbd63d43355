#pragma once

#include "core/desk/caseindex.h"
#include "core/domain/casenumber.h"

#include <QDate>

#include <algorithm>
#include <random>

/// Any number of cases of persons who do not exist, what a clerk might type to find one, and the answer by going through all of them.
namespace many {

using namespace Qt::StringLiterals;

class Cases
{
public:
    explicit Cases(const QList<std::pair<domain::GuideRef, QString>> &matters, unsigned seed = 1) :
        m_matters(matters), m_random(seed)
    {
    }

    /// The case opened next; about fifty a day.
    desk::IndexedCase next()
    {
        const auto &[guide, matter] = m_matters[pick(m_matters.size())];
        const QDate day = QDate(2012, 1, 2).addDays(m_count / 50);
        const domain::CaseNumber number{u"411202"_s, u"001"_s, u"A1"_s, day, m_count % 50 + 1};
        desk::IndexedCase entry{.id = u"%1-0000-4000-8000-00000000c45e"_s.arg(m_count, 8, 16, QLatin1Char('0')),
                                .number = number.text(),
                                .guide = guide,
                                .matter = matter,
                                .stage = domain::Stage(pick(3)),
                                .openedAt = QDateTime(day, QTime(9, 0)).addSecs(m_count % 50 * 600),
                                .foundBy = {{person()}, {identity()}, {phone()}}};
        if (pick(4) == 0)
            entry.foundBy.names << person();
        if (pick(5) == 0) {
            entry.foundBy.names << letters(u"三门峡湖滨灵宝义马"_s, 2) + letters(common, 2) + u"商贸有限公司"_s;
            entry.foundBy.identities << u"91411200MA%1%2"_s.arg(pick(1000000), 6, 10, QLatin1Char('0')).arg(pick(100), 2, 10, QLatin1Char('0'));
        }
        ++m_count;
        return entry;
    }

    /// Something that is typed to find \a entry, or nothing in particular.
    QString query(const desk::IndexedCase &entry, const guides::Pinyin &pinyin)
    {
        const QString name = entry.foundBy.names[pick(entry.foundBy.names.size())];
        switch (pick(10)) {
        case 0:
            return part(entry.number, 4);
        case 1:
            return entry.number.right(4 + pick(9));
        case 2:
            return part(entry.foundBy.identities[pick(entry.foundBy.identities.size())], 4);
        case 3:
            return part(entry.foundBy.phones.first(), 4);
        case 4:
            return name.left(1 + pick(name.size()));
        case 5:
            return part(name, 1);
        case 6:
            return typedAs(name, pinyin, 1);
        case 7:
            return typedAs(name, pinyin, 9);
        case 8:
            return pick(2) ? part(entry.matter, 2) : typedAs(entry.matter.left(3), pinyin, 1);
        default:
            return QString::number(1000 + pick(900000));
        }
    }

    int pick(qsizetype below) { return int(m_random() % unsigned(below)); }

private:
    QString letters(const QString &from, int count)
    {
        QString text;
        for (int i = 0; i < count; ++i)
            text += from[pick(from.size())];
        return text;
    }
    QString person()
    {
        static const QString surnames
            = u"王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙史陶贺毛郝顾龚邵万钱严赖覃武戴莫孔向汤单仇解"_s;
        return letters(surnames, 1) + letters(common, 1 + pick(2));
    }
    QString identity()
    {
        const QDate born = QDate(1940, 1, 1).addDays(pick(30000));
        return u"41%1%2%3%4"_s.arg(pick(2) ? 1202 : 300 + pick(30), 4, 10, QLatin1Char('0')).arg(born.toString(u"yyyyMMdd"_s))
            .arg(pick(1000), 3, 10, QLatin1Char('0')).arg(QLatin1Char("0123456789X"[pick(11)]));
    }
    QString phone() { return u"1%1%2"_s.arg(30 + pick(70)).arg(pick(100000000), 8, 10, QLatin1Char('0')); }
    QString part(const QString &text, int least)
    {
        const qsizetype length = std::min<qsizetype>(text.size(), least + pick(4));
        return text.mid(pick(text.size() - length + 1), length);
    }
    /// Up to \a most letters of one reading of each character.
    QString typedAs(const QString &text, const guides::Pinyin &pinyin, qsizetype most)
    {
        QString typed;
        for (const guides::Spelling::Letter &letter : guides::spelled(text, pinyin).letters) {
            typed += letter.readings.isEmpty() ? QString::fromUcs4(&letter.character, 1)
                                               : QString::fromLatin1(letter.readings[pick(letter.readings.size())].left(most));
        }
        return typed;
    }

    static inline const QString common
        = u"伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂玲春红玉华文建国志海燕雪梅龙鹏浩宇轩梓涵子欣怡晨瑞嘉佳俊豪博思远一诺雨萱诗琪乐行重长朝晓东新生林森鑫淼晶品众磊𬭚瀍"_s;
    QList<std::pair<domain::GuideRef, QString>> m_matters;
    std::mt19937 m_random;
    int m_count = 0;
};

/// Whether and by what \a entry is found, said as plainly as possible.
inline std::optional<desk::FoundIn> foundIn(const desk::IndexedCase &entry, const QString &query, const guides::Pinyin &pinyin)
{
    using desk::FoundIn;
    const std::u32string letters = guides::typedLetters(query);
    const QString code = QString::fromUcs4(letters.data(), qsizetype(letters.size())).toUpper();
    const bool hasDigit = std::ranges::any_of(code, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (code.size() >= 4 && hasDigit) {
        const auto holds = [&](const QString &value) { return value.contains(code); };
        if (holds(entry.number))
            return FoundIn::Number;
        if (std::ranges::any_of(entry.foundBy.identities, holds))
            return FoundIn::Identity;
        if (std::ranges::any_of(entry.foundBy.phones, holds))
            return FoundIn::Phone;
    }
    bool inside = false;
    for (const QString &name : entry.foundBy.names) {
        const qsizetype at = guides::spelled(name, pinyin).find(letters);
        if (at == 0)
            return FoundIn::NameStart;
        inside = inside || at > 0;
    }
    if (inside)
        return FoundIn::Name;
    return guides::spelled(entry.matter, pinyin).find(letters) >= 0 ? std::optional(FoundIn::Matter) : std::nullopt;
}

/// What find() has to give: the case ids, best and newest first. \a entries the newest last.
inline QStringList oracle(const QList<desk::IndexedCase> &entries, const QString &query, const guides::Pinyin &pinyin, int most)
{
    std::array<QStringList, 6> found;
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        if (const auto in = foundIn(*entry, query, pinyin))
            found[size_t(*in)] << entry->id;
    }
    QStringList all;
    for (const QStringList &ids : found)
        all += ids;
    return all.mid(0, most);
}

}
