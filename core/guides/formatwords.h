#pragma once

#include "core/domain/guide.h"

#include <QStringView>

#include <span>

namespace guides {

/// A word of the format, what it means, and what people are shown and choose for it.
template <class Meaning>
struct Word {
    QStringView text;
    Meaning meaning;
    QStringView chinese;
};

/// The closed lists of words of the format. The first word of a list is what stands when an optional one is left out.
namespace words {

using domain::Field;
using domain::Material;

inline constexpr Word<Material::Form> forms[]{{u"originalShown", Material::Form::OriginalShown, u"核验原件"},
                                              {u"originalKept", Material::Form::OriginalKept, u"收取原件"},
                                              {u"copy", Material::Form::Copy, u"复印件"},
                                              {u"filledForm", Material::Form::FilledForm, u"申请表"},
                                              {u"electronic", Material::Form::Electronic, u"电子查验"}};
inline constexpr Word<Material::Acquisition> acquisitions[]{
    {u"shared", Material::Acquisition::Shared, u"数据共享"},
    {u"elicence", Material::Acquisition::ELicence, u"电子证照"},
    {u"held", Material::Acquisition::Held, u"已存材料"},
    {u"applicant", Material::Acquisition::Applicant, u"申请人提交"}};
inline constexpr Word<Field::Kind> fieldKinds[]{{u"text", Field::Kind::Text, u"文字"},
                                                {u"personName", Field::Kind::PersonName, u"姓名"},
                                                {u"idNumber", Field::Kind::IdNumber, u"身份证件号码"},
                                                {u"phone", Field::Kind::Phone, u"电话"},
                                                {u"creditCode", Field::Kind::CreditCode, u"统一社会信用代码"},
                                                {u"date", Field::Kind::Date, u"日期"},
                                                {u"address", Field::Kind::Address, u"地址"},
                                                {u"choice", Field::Kind::Choice, u"选择"},
                                                {u"number", Field::Kind::Number, u"数字"}};
inline constexpr Word<Field::Role> roles[]{
    {u"applicant", Field::Role::Applicant, u"申请人"}, {u"subject", Field::Role::Subject, u"当事人"},
    {u"otherParty", Field::Role::OtherParty, u"对方"}, {u"agent", Field::Role::Agent, u"代理人"},
    {u"enterprise", Field::Role::Enterprise, u"企业"}, {u"matter", Field::Role::Matter, u"办理内容"}};
inline constexpr Word<QStringView> audiences[]{{u"个人", u"个人", u"个人"}, {u"企业", u"企业", u"企业"}};
inline constexpr Word<domain::MatterStatus> statuses[]{{u"catalogue", domain::MatterStatus::Catalogue, u"仅清单"},
                                                       {u"sample", domain::MatterStatus::Sample, u"样例"},
                                                       {u"official", domain::MatterStatus::Official, u"正式"}};
inline constexpr Word<domain::Situation::Kind> situationKinds[]{{u"choice", domain::Situation::Kind::Choice, u"选择"},
                                                                {u"number", domain::Situation::Kind::Number, u"数字"}};
inline constexpr Word<char16_t> marks[]{{u"-", u'-', u"-"}, {u"*", u'*', u"*"}, {u"#", u'#', u"#"}};
inline constexpr Word<domain::Way::Kind> wayKinds[]{{u"window", domain::Way::Kind::Window, u"窗口办理"},
                                                    {u"online", domain::Way::Kind::Online, u"网上办理"},
                                                    {u"selfService", domain::Way::Kind::SelfService, u"自助终端办理"},
                                                    {u"post", domain::Way::Kind::Post, u"邮寄办理"}};
inline constexpr Word<domain::Collection> collections[]{{u"window", domain::Collection::Window, u"窗口领取"},
                                                        {u"courier", domain::Collection::Courier, u"邮寄送达"},
                                                        {u"electronic", domain::Collection::Electronic, u"电子送达"},
                                                        {u"selfService", domain::Collection::SelfService, u"自助领取"}};
inline constexpr Word<domain::Letter::Kind> letterKinds[]{
    {u"deferral", domain::Letter::Kind::Deferral, u"容缺受理"},
    {u"commitment", domain::Letter::Kind::Commitment, u"告知承诺"}};
/// Low first: what says nothing is the least sure.
inline constexpr Word<domain::Confidence> confidences[]{{u"low", domain::Confidence::Low, u"低"},
                                                        {u"medium", domain::Confidence::Medium, u"中"},
                                                        {u"high", domain::Confidence::High, u"高"},
                                                        {u"official", domain::Confidence::Official, u"官方"}};

}

/// The word of the format for \a meaning, which is in the list.
template <class Meaning>
QStringView wordFor(const Meaning &meaning, std::span<const Word<Meaning>> list)
{
    for (const Word<Meaning> &word : list) {
        if (word.meaning == meaning)
            return word.text;
    }
    return list.front().text;
}

/// What people are shown for \a meaning, which is in the list.
template <class Meaning>
QString chineseFor(const Meaning &meaning, std::span<const Word<Meaning>> list)
{
    for (const Word<Meaning> &word : list) {
        if (word.meaning == meaning)
            return word.chinese.toString();
    }
    return {};
}

}
