#include "core/guides/conditiontext.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace guides {

using namespace Qt::StringLiterals;
using domain::Condition;
using Kind = Condition::Kind;

namespace {

/// Brackets and 非 within each other; a pack may hold no deeper condition (ObjectReader::deepest).
constexpr int deepestBracket = 20;

QString limitLine(const Condition &condition)
{
    return condition.parameter.isEmpty() ? QString::number(condition.number, 'f', QLocale::FloatingPointShortest)
                                         : u'{' + condition.parameter + u'}';
}

/// \a part as it stands within a larger condition.
QString partLine(const Condition &part)
{
    const bool isJoined = (part.kind == Kind::All || part.kind == Kind::Any) && part.parts.size() > 1;
    return isJoined ? u'(' + conditionLine(part) + u')' : conditionLine(part);
}

QString groupLine(const Condition &group, const QString &joint, const QString &ofOne)
{
    if (group.parts.size() == 1)
        return ofOne + u'(' + conditionLine(group.parts.front()) + u')';
    QStringList lines;
    for (const Condition &part : group.parts)
        lines.append(partLine(part));
    return lines.join(joint);
}

/// Full-width signs, letters and digits as their ASCII twins, every kind of blank as a space; each keeps its position.
QString plainLine(const QString &line)
{
    QString plain = line;
    for (QChar &c : plain) {
        if (c >= u'\uff01' && c <= u'\uff5e')
            c = QChar(c.unicode() - 0xfee0);
        else if (c.isSpace())
            c = u' ';
    }
    return plain;
}

/// Reads a line from left to right; the first fault ends it.
class ConditionParser
{
public:
    explicit ConditionParser(const QString &line) : m_line(plainLine(line)), m_original(line) { }

    base::Result<Condition> run()
    {
        skipSpaces();
        if (m_at == m_line.size())
            return Condition();
        Condition condition = joined();
        if (m_fault.isEmpty() && m_at < m_line.size())
            fail(m_joint.isEmpty() ? u"“且”“或”，或者到此结束"_s
                                   : u"“%1”，或者到此结束（“且”“或”混用时请加括号）"_s.arg(m_joint));
        if (!m_fault.isEmpty())
            return base::Fail({base::Error::Kind::Document, m_fault, {}});
        return condition;
    }

private:
    Condition joined()
    {
        Condition first = unit();
        Kind kind = Kind::Always;
        m_joint.clear();
        QList<Condition> parts{first};
        while (m_fault.isEmpty()) {
            const bool isAll = kind != Kind::Any && takeAny({u"并且", u"且"});
            if (!isAll && !(kind != Kind::All && takeAny({u"或者", u"或"})))
                break;
            kind = isAll ? Kind::All : Kind::Any;
            parts.append(unit());
            m_joint = isAll ? u"且"_s : u"或"_s;
        }
        return kind == Kind::Always ? first : groupOf(kind, parts);
    }

    Condition unit()
    {
        if (++m_depth > deepestBracket) {
            fail(u"较少的层次（最多 %1 层括号）"_s.arg(deepestBracket));
            return {};
        }
        Condition condition;
        if (takeAny({u"并非", u"非", u"!"}))
            condition = groupOf(Kind::Not, {unit()});
        else if (takeAny({u"全部"}))
            condition = groupOf(Kind::All, {bracketed()});
        else if (takeAny({u"任一"}))
            condition = groupOf(Kind::Any, {bracketed()});
        else if (startsWith(u"("))
            condition = bracketed();
        else
            condition = comparison();
        --m_depth;
        return condition;
    }

    Condition bracketed()
    {
        if (!takeAny({u"("}))
            fail(u"“(”"_s);
        if (!m_fault.isEmpty())
            return {};
        Condition inner = joined();
        if (m_fault.isEmpty() && !takeAny({u")"}))
            fail(m_joint.isEmpty() ? u"“)”、“且”或“或”"_s : u"“)”或“%1”（“且”“或”混用时请加括号）"_s.arg(m_joint));
        m_joint.clear();
        return inner;
    }

    Condition comparison()
    {
        Condition condition;
        condition.subject = id(u"情形编号、“非”或“(”"_s);
        if (!m_fault.isEmpty())
            return condition;
        if (takeAny({u"≥", u">=", u"=>", u"≧"})) {
            condition.kind = Kind::AtLeast;
            limit(condition);
        } else if (takeAny({u"<"})) {
            condition.kind = Kind::Below;
            limit(condition);
        } else if (takeAny({u"=="}) || takeAny({u"="})) {
            condition.kind = Kind::AnswerIs;
            condition.value = id(u"选项编号"_s);
        } else {
            fail(u"“=”“≥”或“<”"_s);
        }
        return condition;
    }

    void limit(Condition &condition)
    {
        if (takeAny({u"{"})) {
            condition.parameter = id(u"参数编号"_s);
            if (m_fault.isEmpty() && !takeAny({u"}"}))
                fail(u"“}”"_s);
            return;
        }
        const QString text = run([](QChar c) { return (c >= u'0' && c <= u'9') || c == u'.'; });
        bool isNumber = false;
        condition.number = text.toDouble(&isNumber);
        if (!isNumber || condition.number > 1e9) {
            m_at -= text.size();
            fail(u"0 至 1000000000 的数，或“{参数编号}”"_s);
        }
        skipSpaces();
    }

    QString id(const QString &expected)
    {
        const QString text
            = run([](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-'; });
        if (text.isEmpty() || text.startsWith(u'-') || text.size() > 64) {
            m_at -= text.size();
            fail(expected);
        }
        skipSpaces();
        return text;
    }

    template <class Belongs>
    QString run(Belongs belongs)
    {
        const auto end = std::find_if_not(m_line.cbegin() + m_at, m_line.cend(), belongs);
        const QString text = m_line.mid(m_at, end - m_line.cbegin() - m_at);
        m_at += text.size();
        return text;
    }

    bool startsWith(QStringView sign) const { return QStringView(m_line).sliced(m_at).startsWith(sign); }

    /// Takes the first of \a signs that stands here, and the spaces behind it.
    bool takeAny(std::initializer_list<QStringView> signs)
    {
        const auto sign = std::ranges::find_if(signs, [this](QStringView s) { return startsWith(s); });
        if (sign == signs.end())
            return false;
        m_at += sign->size();
        skipSpaces();
        return true;
    }

    void skipSpaces()
    {
        while (m_at < m_line.size() && m_line[m_at] == u' ')
            ++m_at;
    }

    static Condition groupOf(Kind kind, const QList<Condition> &parts)
    {
        Condition group;
        group.kind = kind;
        group.parts = parts;
        return group;
    }

    void fail(const QString &expected)
    {
        if (!m_fault.isEmpty())
            return;
        const QString found
            = m_at == m_line.size() ? u"到此结束"_s : u"“%1”"_s.arg(m_original.mid(m_at, 10).simplified());
        m_fault = u"第 %1 个字：应为%2，而这里是%3"_s.arg(m_at + 1).arg(expected, found);
    }

    const QString m_line;
    const QString m_original;
    qsizetype m_at = 0;
    int m_depth = 0;
    QString m_joint; ///< what joined the parts that were just read, for the fault behind them
    QString m_fault;
};

}

QString conditionLine(const Condition &condition)
{
    switch (condition.kind) {
    case Kind::Always:
        break;
    case Kind::AnswerIs:
        return condition.subject + u'=' + condition.value;
    case Kind::AtLeast:
        return condition.subject + u'≥' + limitLine(condition);
    case Kind::Below:
        return condition.subject + u'<' + limitLine(condition);
    case Kind::All:
        return groupLine(condition, u" 且 "_s, u"全部"_s);
    case Kind::Any:
        return groupLine(condition, u" 或 "_s, u"任一"_s);
    case Kind::Not:
        return u"非 "_s + partLine(condition.parts.value(0));
    }
    return {};
}

base::Result<Condition> conditionFrom(const QString &line)
{
    return ConditionParser(line).run();
}

}
