#include "core/guides/guidewords.h"

#include <array>

namespace guides {

using namespace Qt::StringLiterals;

namespace {

/// The word that stands in \a words at the place of \a value; the enumerations count from 0.
template <class Value, size_t count>
QString wordAt(const std::array<QStringView, count> &words, Value value)
{
    return words.at(size_t(value)).toString();
}

}

QString wordFor(domain::Confidence confidence)
{
    return wordAt(std::to_array<QStringView>({u"官方", u"高", u"中", u"低"}), confidence);
}

QString wordFor(domain::MatterStatus status)
{
    return wordAt(std::to_array<QStringView>({u"仅有清单，未编制材料", u"样例：材料等依法律和常识整理，不是官方指南", u"官方指南"}),
                  status);
}

QString wordFor(domain::Situation::Kind kind)
{
    return wordAt(std::to_array<QStringView>({u"选择", u"数字"}), kind);
}

QString wordFor(domain::Material::Form form)
{
    return wordAt(std::to_array<QStringView>({u"核验原件", u"收取原件", u"收取复印件", u"填写表单", u"电子查验"}), form);
}

QString wordFor(domain::Material::Acquisition acquisition)
{
    return wordAt(std::to_array<QStringView>({u"数据共享", u"电子证照", u"已存材料", u"申请人提交"}), acquisition);
}

QString wordFor(domain::Field::Kind kind)
{
    return wordAt(std::to_array<QStringView>({u"文字", u"姓名", u"身份证件号码", u"电话", u"统一社会信用代码", u"日期", u"地址", u"选择",
                                              u"数字"}),
                  kind);
}

QString wordFor(domain::Field::Role role)
{
    return wordAt(std::to_array<QStringView>({u"申请人", u"当事人", u"相对方", u"代理人", u"企业", u"事项"}), role);
}

QString wordFor(domain::Way::Kind kind)
{
    return wordAt(std::to_array<QStringView>({u"窗口办理", u"网上办理", u"自助终端办理", u"邮寄办理"}), kind);
}

QString wordFor(domain::Collection collection)
{
    return wordAt(std::to_array<QStringView>({u"窗口领取", u"邮寄送达", u"电子送达", u"自助领取"}), collection);
}

QString wordFor(domain::Letter::Kind kind)
{
    return wordAt(std::to_array<QStringView>({u"容缺受理承诺", u"告知承诺"}), kind);
}

QString wordForMark(QChar mark)
{
    return mark == u'*' ? u"国家事项（*）"_s : mark == u'#' ? u"省级事项（#）"_s : u"无标记"_s;
}

QString wordForDays(int days)
{
    return days < 0 ? u"未知"_s : days == 0 ? u"即时"_s : u"%1个工作日"_s.arg(days);
}

QString wordForDay(QDate day, const QString &none)
{
    return day.isNull() ? none : day.toString(Qt::ISODate);
}

}
